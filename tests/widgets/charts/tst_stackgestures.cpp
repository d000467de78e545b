// SPDX-License-Identifier: GPL-3.0-or-later
#include "StackBench.h"

#include <QApplication>
#include <QHelpEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace tickmark;
using namespace tickmark::charts;
using tests::at;
using tests::day;
using tests::StackBench;

//! What mouse and keyboard do must be what the hand expects, and every figure that of the quotes.
class TestStackGestures : public QObject, private StackBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(open()); }
    void cleanup() { close(); }

    void wheelKeepsTheTimeUnderTheCursor();
    void dragPansByWholeColumns();
    void doubleClickFits();
    void crosshairOfTheKeyboardStays();
    void baseHandleSnapsToSessions();
    void measuresByShiftDrag();
    void escapeClearsMeasureThenCrosshair();
    void keysMeasureFromTheCrosshair();
    void markerClickTellsItsHeadlines();
    void markerTipTellsTheVerdicts();
    void markerKeysStepThroughAll();
    void bordersShareTheHeight();
    void dropNamesThePane();
    void menusKnowTheirPane();
};

void TestStackGestures::wheelKeepsTheTimeUnderTheCursor()
{
    const double x = xOf("2025-01-31");
    const double before = positionOf("2025-01-31");
    const auto range = m_view->viewRange();
    wheel(QPointF(x, 300), QPoint(0, 120));
    QCoreApplication::processEvents();
    QVERIFY(m_view->viewRange() != range);
    QVERIFY2(std::abs(positionOf("2025-01-31") - before) * m_plotWidth <= 1.5,
             qPrintable(QString::number((positionOf("2025-01-31") - before) * m_plotWidth)));
    wheel(QPointF(x, 300), QPoint(0, -120));
    QVERIFY(std::abs(positionOf("2025-01-31") - before) * m_plotWidth <= 1.5);
    wheel(QPointF(x, 300), QPoint(120, 0));
    QVERIFY(positionOf("2025-01-31") > before);
}

void TestStackGestures::dragPansByWholeColumns()
{
    const double slot = (positionOf("2025-02-04") - positionOf("2025-02-03")) * m_plotWidth;
    const QPointF from(xOf("2025-02-05"), 600);
    m_view->setCrosshair(std::nullopt);
    QCoreApplication::processEvents();
    const QImage before = m_view->grab().toImage();
    drag(from, from + QPointF(3 * std::round(slot), 0));
    hover(QPointF(1, 1));
    QCoreApplication::processEvents();
    const double moved = 3 * std::round(slot);
    QVERIFY(std::abs((positionOf("2025-02-05") * m_plotWidth + m_plotLeft) - (from.x() + moved)) <= 1.5);
    // The bars of volume stand as they stood, further right.
    const QImage after = m_view->grab().toImage();
    int equal = 0;
    int compared = 0;
    const int row = kSize.height() - 42 - 3;
    for (int x = int(m_plotLeft) + 60; x + int(moved) < int(m_plotLeft + m_plotWidth) - 60; ++x) {
        ++compared;
        equal += before.pixel(x, row) == after.pixel(x + int(moved), row) ? 1 : 0;
    }
    QVERIFY(compared > 300);
    QVERIFY2(equal >= compared - 8, qPrintable(QStringLiteral("%1 of %2").arg(equal).arg(compared)));
}

void TestStackGestures::doubleClickFits()
{
    m_view->setSessions(day("2025-01-27"), day("2025-01-31"));
    QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, QPoint(400, 300));
    const auto &bars = m_content.curves.at(QStringLiteral("NVDA")).bars->bars;
    QCOMPARE(m_content.timeScale.toAxis(m_view->viewRange().begin),
             m_content.timeScale.toAxis(at((bars.front().session.iso() + "T14:30:00Z").c_str())));
}

void TestStackGestures::crosshairOfTheKeyboardStays()
{
    m_view->setCrosshair(at("2025-01-27T21:00:00Z"));
    QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(m_view->crosshair(), at("2025-01-28T21:00:00Z"));
    QTest::keyClick(m_view.get(), Qt::Key_Left, Qt::ControlModifier);
    QTest::keyClick(m_view.get(), Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(m_view->crosshair(), at("2025-01-24T21:00:00Z"));
    leave();
    QCOMPARE(m_view->crosshair(), at("2025-01-24T21:00:00Z"));
}

void TestStackGestures::baseHandleSnapsToSessions()
{
    QSignalSpy dragged(m_view.get(), &StackView::baseDragged);
    const double y = kSize.height() - 8;
    const QPointF from(xOf("2025-01-24"), y);
    const QPointF to(xOf("2025-01-29") + 4, y);
    hover(from);
    QCOMPARE(m_view->cursor().shape(), Qt::SizeHorCursor);
    drag(from, to);
    QVERIFY(!dragged.isEmpty());
    QCOMPARE(dragged.last().first().value<core::SessionDate>(), day("2025-01-29"));
    // The chart follows at once.
    QCOMPARE(m_view->spec().base, day("2025-01-29"));
    m_view->setCrosshair(at("2025-01-29T21:00:00Z"));
    QCOMPARE(read(1, 0), QStringLiteral("0.00"));
}

void TestStackGestures::measuresByShiftDrag()
{
    const QPointF from(xOf("2025-01-24"), 500);
    const QPointF to(xOf("2025-01-31"), 500);
    drag(from, to, Qt::ShiftModifier);
    QVERIFY(m_view->measured());
    QCOMPARE(m_view->measured()->begin, at("2025-01-24T21:00:00Z"));
    QCOMPARE(m_view->measured()->end, at("2025-01-31T21:00:00Z"));
    // 142.62 to 120.07, 244.70 to 221.27, 191.11 to 168.03 by hand.
    QCOMPARE(read(1, 0), QStringLiteral("−15.81"));
    QCOMPARE(read(1, 1), QStringLiteral("−9.57"));
    QCOMPARE(read(1, 2), QStringLiteral("−12.08"));
    QCOMPARE(m_view->readings()[1].when, QStringLiteral("24 Jan – 31 Jan 2025"));
}

void TestStackGestures::escapeClearsMeasureThenCrosshair()
{
    m_view->setCrosshair(at("2025-01-27T21:00:00Z"));
    m_view->setMeasured(core::TimeRange{at("2025-01-24T21:00:00Z"), at("2025-01-31T21:00:00Z")});
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QVERIFY(!m_view->measured());
    QVERIFY(m_view->crosshair());
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QVERIFY(!m_view->crosshair());
}

void TestStackGestures::keysMeasureFromTheCrosshair()
{
    m_view->setCrosshair(at("2025-01-24T21:00:00Z"));
    QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(m_view->measured());
    QCOMPARE(m_view->measured()->end, at("2025-01-27T21:00:00Z"));
    QCOMPARE(read(1, 0), QStringLiteral("−16.97"));
}

void TestStackGestures::markerClickTellsItsHeadlines()
{
    QSignalSpy activated(m_view.get(), &StackView::headlinesActivated);
    std::vector<qint64> all;
    // Every mark of the lane, found as the pointer finds it: by its cursor.
    bool onMark = false;
    for (int x = 10; x < kSize.width(); ++x) {
        hover(QPointF(x, 28 + 13));
        const bool now = m_view->cursor().shape() == Qt::PointingHandCursor;
        if (now && !onMark)
            QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(x + 10, 28 + 13));
        onMark = now;
    }
    for (const auto &arguments : activated) {
        for (const qint64 id : arguments.first().value<std::vector<qint64>>())
            all.push_back(id);
    }
    QVERIFY(activated.size() > 3);
    std::ranges::sort(all);
    QVERIFY(std::ranges::adjacent_find(all) == all.end());
}

void TestStackGestures::markerTipTellsTheVerdicts()
{
    m_view->setHeadlineNotes([](qint64) { return QStringList{QStringLiteral("NVDA −17%: confirmed <close>")}; });
    int x = 10;
    do {
        hover(QPointF(++x, 28 + 13));
    } while (x < kSize.width() && m_view->cursor().shape() != Qt::PointingHandCursor);
    const QPoint mark(x + 2, 28 + 13);
    QHelpEvent rest(QEvent::ToolTip, mark, m_view->mapToGlobal(mark));
    QApplication::sendEvent(m_view.get(), &rest);
    // as words, not as markup
    QVERIFY2(QToolTip::text().contains(QStringLiteral("NVDA −17%: confirmed &lt;close&gt;")),
             qPrintable(QToolTip::text()));
    QToolTip::hideText();
}

void TestStackGestures::markerKeysStepThroughAll()
{
    QSignalSpy activated(m_view.get(), &StackView::headlinesActivated);
    QTest::keyClick(m_view.get(), Qt::Key_M);
    QTest::keyClick(m_view.get(), Qt::Key_M);
    QTest::keyClick(m_view.get(), Qt::Key_M, Qt::ShiftModifier);
    QCOMPARE(activated.size(), 3);
    QCOMPARE(activated[0].first().value<std::vector<qint64>>(), activated[2].first().value<std::vector<qint64>>());
    QVERIFY(activated[0].first().value<std::vector<qint64>>() != activated[1].first().value<std::vector<qint64>>());
}

void TestStackGestures::bordersShareTheHeight()
{
    QSignalSpy changed(m_view.get(), &StackView::paneWeightsChanged);
    const std::vector<QRect> before = m_view->headAreas();
    const QPointF border(400, before[1].top() - 2);
    hover(border);
    QCOMPARE(m_view->cursor().shape(), Qt::SizeVerCursor);
    drag(border, border + QPointF(0, 60));
    QTRY_VERIFY(!changed.isEmpty());
    const std::vector<QRect> after = m_view->headAreas();
    QVERIFY(std::abs(after[1].top() - before[1].top() - 60) <= 3);
    QCOMPARE(after[2].top(), before[2].top());
    m_view->setPaneWeights({1, 1, 1});
    const std::vector<QRect> even = m_view->headAreas();
    QVERIFY(std::abs((even[2].top() - even[1].top()) - (kSize.height() - 42 - even[2].top())) <= 2);
}

void TestStackGestures::dropNamesThePane()
{
    QSignalSpy dropped(m_view.get(), &StackView::instrumentsDropped);
    QMimeData data;
    data.setData(QStringLiteral("application/x-tickmark-instruments"), "AMD\nMU\n");
    const auto dropAt = [&](QPoint position) {
        QDragEnterEvent enter(position, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(m_view.get(), &enter);
        QDropEvent drop(position, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(m_view.get(), &drop);
    };
    dropAt(m_view->headAreas()[1].center() + QPoint(0, 60));
    dropAt(QPoint(300, kSize.height() - 5));
    QCOMPARE(dropped.size(), 2);
    QCOMPARE(dropped[0].at(0).toInt(), 1);
    QCOMPARE(dropped[0].at(1).toStringList(), (QStringList{QStringLiteral("AMD"), QStringLiteral("MU")}));
    QCOMPARE(dropped[1].at(0).toInt(), -1);
}

void TestStackGestures::menusKnowTheirPane()
{
    QSignalSpy wanted(m_view.get(), &StackView::contextMenuWanted);
    QContextMenuEvent byMouse(QContextMenuEvent::Mouse, QPoint(400, kSize.height() - 100), QPoint(1, 1));
    QApplication::sendEvent(m_view.get(), &byMouse);
    QTest::keyClick(m_view.get(), Qt::Key_PageDown);
    QContextMenuEvent byKey(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QApplication::sendEvent(m_view.get(), &byKey);
    QCOMPARE(wanted.size(), 2);
    QCOMPARE(wanted[0].at(0).toInt(), 2);
    QCOMPARE(wanted[1].at(0).toInt(), 1);
}

QTEST_MAIN(TestStackGestures)
#include "tst_stackgestures.moc"
