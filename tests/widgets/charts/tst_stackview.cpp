// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleContent.h"
#include <charts/StackView.h>

#include <QApplication>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

using namespace tickmark;
using namespace tickmark::charts;
using tests::day;
using tests::specOf;

namespace {

const QString kThreePanes = QStringLiteral("^GSPC,^IXIC,^DJI;NVDA,AVGO,VST;volume:NVDA");
constexpr QSize kSize(900, 850);

core::Time at(const char *iso)
{
    return core::parseIsoTime(iso).value_or(core::Time());
}

} // namespace

//! What mouse and keyboard do must be what the hand expects, and every figure that of the quotes.
class TestStackView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void showsTheSessionsAskedFor();
    void crosshairReadsTheCloseOfTheSessionUnderThePointer();
    void crosshairOfTheKeyboardStays();
    void crosshairNeverReadsALaterQuote();
    void holesReadTheQuoteBefore();
    void wheelKeepsTheTimeUnderTheCursor();
    void dragPansByWholeColumns();
    void panStopsWithABarInView();
    void zoomHasLimits();
    void doubleClickFits();
    void historyGoesBackAndForward();
    void followKeepsTheNewestBarInView();
    void baseHandleSnapsToSessions();
    void measuresByShiftDrag();
    void escapeClearsMeasureThenCrosshair();
    void keysMeasureFromTheCrosshair();
    void markerClickTellsItsHeadlines();
    void markerKeysStepThroughAll();
    void bordersShareTheHeight();
    void headsLieAboveTheirPlots();
    void dropNamesThePane();
    void menusKnowTheirPane();
    void missingQuotesAreADash();
    void tooLittleRoomIsSaid_data();
    void tooLittleRoomIsSaid();
    void withoutQuotesASentence();
    void speaksItsReadings();
    void signalsOncePerTurn();

private:
    //! px of the middle of a session in the view.
    double xOf(const char *date) const
    {
        m_view->setCrosshair(at((std::string(date) + "T20:59:00Z").c_str()));
        return m_plotLeft + positionOf(date) * m_plotWidth;
    }
    double positionOf(const char *date) const;
    void hover(QPointF position) { send(QEvent::MouseMove, position, Qt::NoButton, Qt::NoButton, {}); }
    void send(QEvent::Type type, QPointF position, Qt::MouseButton button, Qt::MouseButtons buttons,
              Qt::KeyboardModifiers modifiers)
    {
        QMouseEvent event(type, position, m_view->mapToGlobal(position), button, buttons, modifiers);
        QApplication::sendEvent(m_view.get(), &event);
    }
    void drag(QPointF from, QPointF to, Qt::KeyboardModifiers modifiers = {})
    {
        send(QEvent::MouseButtonPress, from, Qt::LeftButton, Qt::LeftButton, modifiers);
        send(QEvent::MouseMove, (from + to) / 2, Qt::NoButton, Qt::LeftButton, modifiers);
        send(QEvent::MouseMove, to, Qt::NoButton, Qt::LeftButton, modifiers);
        send(QEvent::MouseButtonRelease, to, Qt::LeftButton, Qt::NoButton, modifiers);
    }
    void wheel(QPointF position, QPoint angle)
    {
        QWheelEvent event(position, m_view->mapToGlobal(position), {}, angle, Qt::NoButton, {}, Qt::NoScrollPhase,
                          false);
        QApplication::sendEvent(m_view.get(), &event);
    }
    QString read(int pane, int curve) const
    {
        const auto readings = m_view->readings();
        return readings.at(std::size_t(pane)).curves.at(std::size_t(curve)).text;
    }
    void show(const ChartSpec &spec)
    {
        m_spec = spec;
        ChartContent content = m_sample.daily(spec);
        for (std::size_t i = 0; i < content.news.size(); ++i)
            content.news[i].id = qint64(i) + 1;
        m_content = content;
        m_view->setChart(spec, content);
        QCoreApplication::processEvents();
    }

    tests::SampleContent m_sample;
    std::unique_ptr<StackView> m_view;
    ChartSpec m_spec;
    ChartContent m_content;
    double m_plotLeft = 52; // gutter of the sample's labels
    double m_plotWidth = 0;
};

void TestStackView::init()
{
    m_view = std::make_unique<StackView>();
    m_view->resize(kSize);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    ChartSpec spec = specOf(kThreePanes, "2025-01-14", "2025-02-14", "2025-01-24");
    spec.theme = ThemeName::Light;
    spec.markers = true;
    show(spec);
    // The plot's edges are where hovering begins and ends to read anything.
    int right = 500;
    for (; right < kSize.width(); ++right) {
        hover(QPointF(right, 300));
        if (!m_view->crosshair())
            break;
    }
    int left = 200;
    for (; left > 0; --left) {
        hover(QPointF(left - 1, 300));
        if (!m_view->crosshair())
            break;
    }
    m_plotLeft = left;
    m_plotWidth = right - left;
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(m_view.get(), &leave);
    QVERIFY(!m_view->crosshair());
}

void TestStackView::cleanup()
{
    m_view.reset();
}

double TestStackView::positionOf(const char *date) const
{
    const core::TimeScale &scale = m_content.timeScale;
    const auto calendar = m_content.curves.at(QStringLiteral("NVDA")).bars->calendar;
    const auto session = calendar->session(day(date));
    const double begin = double(scale.toAxis(m_view->viewRange().begin));
    const double end = double(scale.toAxis(m_view->viewRange().end));
    const double middle = (double(scale.toAxis(session->hours.begin)) + double(scale.toAxis(session->hours.end))) / 2;
    return (middle - begin) / (end - begin);
}

void TestStackView::showsTheSessionsAskedFor()
{
    QCOMPARE(m_view->viewRange().begin, at("2025-01-14T14:30:00Z"));
    QCOMPARE(m_content.timeScale.toAxis(m_view->viewRange().end),
             m_content.timeScale.toAxis(at("2025-02-14T21:00:00Z")));
    m_view->setSessions(day("2025-01-27"), day("2025-01-31"));
    QCOMPARE(m_view->viewRange().begin, at("2025-01-27T14:30:00Z"));
}

void TestStackView::crosshairReadsTheCloseOfTheSessionUnderThePointer()
{
    hover(QPointF(xOf("2025-01-27"), 500));
    QCOMPARE(m_view->crosshair(), at("2025-01-27T21:00:00Z"));
    QCOMPARE(read(0, 0), QStringLiteral("−1.46"));
    QCOMPARE(read(0, 2), QStringLiteral("+0.65"));
    QCOMPARE(read(1, 0), QStringLiteral("−16.97"));
    QCOMPARE(read(1, 2), QStringLiteral("−28.27"));
    QCOMPARE(read(2, 0), QStringLiteral("818.8"));
    QCOMPARE(m_view->readings()[0].when, QStringLiteral("27 Jan 2025"));
    // Without a pointer the values are those at the right edge.
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(m_view.get(), &leave);
    QVERIFY(!m_view->crosshair());
    QCOMPARE(read(1, 0), QStringLiteral("−2.64"));
    QCOMPARE(m_view->readings()[0].when, QStringLiteral("14 Feb 2025"));
}

void TestStackView::crosshairOfTheKeyboardStays()
{
    m_view->setCrosshair(at("2025-01-27T21:00:00Z"));
    QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(m_view->crosshair(), at("2025-01-28T21:00:00Z"));
    QTest::keyClick(m_view.get(), Qt::Key_Left, Qt::ControlModifier);
    QTest::keyClick(m_view.get(), Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(m_view->crosshair(), at("2025-01-24T21:00:00Z"));
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(m_view.get(), &leave);
    QCOMPARE(m_view->crosshair(), at("2025-01-24T21:00:00Z"));
}

void TestStackView::crosshairNeverReadsALaterQuote()
{
    // News after the close belongs to the session before, not to the next morning.
    m_view->setCrosshair(at("2025-01-27T23:15:00Z"));
    QCOMPARE(m_view->crosshair(), at("2025-01-27T21:00:00Z"));
    m_view->setCrosshair(at("2025-01-28T14:30:00Z"));
    QCOMPARE(m_view->crosshair(), at("2025-01-28T21:00:00Z"));
}

void TestStackView::holesReadTheQuoteBefore()
{
    // The Nasdaq has no bar of 22 January: the one of the day before is the nearest that is real.
    m_view->setCrosshair(at("2025-01-22T21:00:00Z"));
    const QString missing = read(0, 1);
    m_view->setCrosshair(at("2025-01-21T21:00:00Z"));
    QCOMPARE(read(0, 1), missing);
}

void TestStackView::wheelKeepsTheTimeUnderTheCursor()
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

void TestStackView::dragPansByWholeColumns()
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

void TestStackView::panStopsWithABarInView()
{
    for (int i = 0; i < 60; ++i)
        m_view->panBy(-0.5);
    const auto first = m_content.curves.at(QStringLiteral("NVDA")).bars->bars.front().session;
    QVERIFY(m_view->viewRange().end > at((first.iso() + "T14:00:00Z").c_str()));
    for (int i = 0; i < 90; ++i)
        m_view->panBy(0.5);
    QVERIFY(m_view->viewRange().begin < at("2025-02-14T21:00:00Z"));
    QVERIFY(!m_view->readings().empty());
}

void TestStackView::zoomHasLimits()
{
    for (int i = 0; i < 80; ++i)
        m_view->zoom(1.5);
    const core::TimeScale &scale = m_content.timeScale;
    const double session = 6.5 * double(core::kNsPerHour);
    const auto span = [&] {
        return double(scale.toAxis(m_view->viewRange().end) - scale.toAxis(m_view->viewRange().begin)) / session;
    };
    QVERIFY(span() > 2 && span() < 12);
    for (int i = 0; i < 80; ++i)
        m_view->zoom(1 / 1.5);
    const double bars = double(m_content.curves.at(QStringLiteral("NVDA")).bars->bars.size());
    QVERIFY(span() >= bars && span() < bars * 1.1 + 4);
}

void TestStackView::doubleClickFits()
{
    m_view->setSessions(day("2025-01-27"), day("2025-01-31"));
    QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, QPoint(400, 300));
    const auto &bars = m_content.curves.at(QStringLiteral("NVDA")).bars->bars;
    QCOMPARE(m_content.timeScale.toAxis(m_view->viewRange().begin),
             m_content.timeScale.toAxis(at((bars.front().session.iso() + "T14:30:00Z").c_str())));
}

void TestStackView::historyGoesBackAndForward()
{
    QVERIFY(!m_view->canGoBack());
    const auto first = m_view->viewRange();
    m_view->setSessions(day("2025-01-23"), day("2025-02-12"));
    const auto second = m_view->viewRange();
    for (int i = 0; i < 4; ++i)
        wheel(QPointF(400, 300), QPoint(0, 120)); // one run
    const auto third = m_view->viewRange();
    QTest::keyClick(m_view.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_view->viewRange(), second);
    m_view->goBack();
    QCOMPARE(m_view->viewRange(), first);
    QVERIFY(!m_view->canGoBack());
    m_view->goForward();
    m_view->goForward();
    QCOMPARE(m_view->viewRange(), third);
    QVERIFY(!m_view->canGoForward());
}

void TestStackView::followKeepsTheNewestBarInView()
{
    m_view->setSessions(day("2025-01-14"), day("2025-01-24"));
    QSignalSpy follow(m_view.get(), &StackView::followChanged);
    QTest::keyClick(m_view.get(), Qt::Key_F);
    QVERIFY(m_view->follows());
    const auto newest = m_content.curves.at(QStringLiteral("NVDA")).bars->bars.back().session;
    QVERIFY(m_view->viewRange().end > at((newest.iso() + "T20:00:00Z").c_str()));
    // Whoever moves away does not want to be pulled back.
    m_view->panBy(-0.3);
    QVERIFY(!m_view->follows());
    QCOMPARE(follow.size(), 2);
}

void TestStackView::baseHandleSnapsToSessions()
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

void TestStackView::measuresByShiftDrag()
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

void TestStackView::escapeClearsMeasureThenCrosshair()
{
    m_view->setCrosshair(at("2025-01-27T21:00:00Z"));
    m_view->setMeasured(core::TimeRange{at("2025-01-24T21:00:00Z"), at("2025-01-31T21:00:00Z")});
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QVERIFY(!m_view->measured());
    QVERIFY(m_view->crosshair());
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QVERIFY(!m_view->crosshair());
}

void TestStackView::keysMeasureFromTheCrosshair()
{
    m_view->setCrosshair(at("2025-01-24T21:00:00Z"));
    QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(m_view->measured());
    QCOMPARE(m_view->measured()->end, at("2025-01-27T21:00:00Z"));
    QCOMPARE(read(1, 0), QStringLiteral("−16.97"));
}

void TestStackView::markerClickTellsItsHeadlines()
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

void TestStackView::markerKeysStepThroughAll()
{
    QSignalSpy activated(m_view.get(), &StackView::headlinesActivated);
    QTest::keyClick(m_view.get(), Qt::Key_M);
    QTest::keyClick(m_view.get(), Qt::Key_M);
    QTest::keyClick(m_view.get(), Qt::Key_M, Qt::ShiftModifier);
    QCOMPARE(activated.size(), 3);
    QCOMPARE(activated[0].first().value<std::vector<qint64>>(), activated[2].first().value<std::vector<qint64>>());
    QVERIFY(activated[0].first().value<std::vector<qint64>>() != activated[1].first().value<std::vector<qint64>>());
}

void TestStackView::bordersShareTheHeight()
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

void TestStackView::headsLieAboveTheirPlots()
{
    const std::vector<QRect> heads = m_view->headAreas();
    QCOMPARE(heads.size(), 3U);
    QCOMPARE(heads[0].top(), 0);
    for (const QRect &head : heads) {
        QCOMPARE(head.height(), 28);
        QCOMPARE(head.width(), kSize.width());
    }
    QSignalSpy layout(m_view.get(), &StackView::layoutChanged);
    m_view->resize(kSize + QSize(20, 40));
    QVERIFY(!layout.isEmpty());
    QCOMPARE(m_view->headAreas()[0].width(), kSize.width() + 20);
}

void TestStackView::dropNamesThePane()
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

void TestStackView::menusKnowTheirPane()
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

void TestStackView::missingQuotesAreADash()
{
    ChartSpec spec = m_spec;
    spec.panes[1].symbols.insert(1, QStringLiteral("NOWHERE"));
    m_view->setChart(spec, m_content);
    m_view->setCrosshair(at("2025-01-27T21:00:00Z"));
    QCOMPARE(m_view->readings()[1].curves.size(), 4U);
    QCOMPARE(read(1, 0), QStringLiteral("−16.97"));
    QCOMPARE(read(1, 1), QStringLiteral("–"));
    QCOMPARE(read(1, 2), QStringLiteral("−17.40"));
    // A base before all quotes leaves nothing to count from, but prices stand.
    spec.base = day("1999-01-04");
    m_view->setChart(spec, m_content);
    QCOMPARE(read(1, 0), QStringLiteral("–"));
    QCOMPARE(read(2, 0), QStringLiteral("818.8"));
}

void TestStackView::tooLittleRoomIsSaid_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("panes");
    QTest::addColumn<bool>("drawn");
    QTest::newRow("tiny") << QSize(200, 120) << 3 << false;
    QTest::newRow("one pane, low") << QSize(600, 200) << 1 << true;
    QTest::newRow("wide screen") << QSize(5120, 1440) << 3 << true;
    QTest::newRow("twelve panes, low") << QSize(900, 400) << 12 << false;
    QTest::newRow("twelve panes, high") << QSize(900, 1200) << 12 << true;
}

void TestStackView::tooLittleRoomIsSaid()
{
    QFETCH(QSize, size);
    QFETCH(int, panes);
    QSignalSpy failed(m_view.get(), &StackView::failed);
    ChartSpec spec = m_spec;
    spec.panes.resize(1);
    while (int(spec.panes.size()) < panes)
        spec.panes.push_back(spec.panes.front());
    m_view->setChart(spec, m_content);
    m_view->resize(size);
    QVERIFY(!m_view->grab().isNull());
    QTEST(!m_view->headAreas().empty(), "drawn");
    QCoreApplication::processEvents();
    QVERIFY(failed.isEmpty());
    hover(QPointF(20, 20));
    QTest::keyClick(m_view.get(), Qt::Key_Left);
}

void TestStackView::withoutQuotesASentence()
{
    StackView view;
    view.resize(kSize);
    view.show();
    view.setMessage(QStringLiteral("Nothing yet."));
    QVERIFY(!view.grab().isNull());
    QVERIFY(view.headAreas().empty());
    QVERIFY(view.readings().empty());
    view.setChart(m_spec, {});
    QVERIFY(!view.grab().isNull());
    for (const int key : {Qt::Key_Left, Qt::Key_Up, Qt::Key_Home, Qt::Key_M, Qt::Key_F})
        QTest::keyClick(&view, Qt::Key(key));
    view.setChart(m_spec, m_content);
    QCOMPARE(view.headAreas().size(), 3U);
    // One bar alone is a chart too.
    ChartContent one = m_content;
    for (auto &[symbol, curve] : one.curves) {
        core::BarHistory history = *curve.bars;
        std::erase_if(history.bars, [](const core::Bar &bar) { return bar.session != day("2025-01-24"); });
        curve.bars = std::make_shared<const core::BarHistory>(history);
    }
    view.setChart(m_spec, one);
    view.fit();
    QCOMPARE(view.headAreas().size(), 3U);
    QVERIFY(!view.grab().isNull());
}

void TestStackView::speaksItsReadings()
{
    m_view->setCrosshair(at("2025-01-27T21:00:00Z"));
    QTRY_VERIFY(m_view->accessibleDescription().contains(QStringLiteral("−16.97")));
    QVERIFY(!m_view->accessibleName().isEmpty());
    QCOMPARE(m_view->focusPolicy(), Qt::StrongFocus);
}

void TestStackView::signalsOncePerTurn()
{
    QSignalSpy readings(m_view.get(), &StackView::readingsChanged);
    QSignalSpy moved(m_view.get(), &StackView::crosshairMoved);
    for (int x = 100; x < 500; ++x)
        hover(QPointF(x, 300));
    QCOMPARE(moved.size(), 0);
    QTRY_COMPARE(moved.size(), 1);
    QCOMPARE(readings.size(), 1);
}

QTEST_MAIN(TestStackView)
#include "tst_stackview.moc"
