// SPDX-License-Identifier: GPL-3.0-or-later
#include "StackBench.h"

#include <QSignalSpy>

using namespace tickmark;
using namespace tickmark::charts;
using tests::at;
using tests::day;
using tests::StackBench;

//! What the view shows of its chart: sessions, readings and areas, also where quotes or room are missing.
class TestStackView : public QObject, private StackBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(open()); }
    void cleanup() { close(); }

    void showsTheSessionsAskedFor();
    void crosshairReadsTheCloseOfTheSessionUnderThePointer();
    void crosshairNeverReadsALaterQuote();
    void holesReadTheQuoteBefore();
    void panStopsWithABarInView();
    void zoomHasLimits();
    void historyGoesBackAndForward();
    void followKeepsTheNewestBarInView();
    void headsLieAboveTheirPlots();
    void missingQuotesAreADash();
    void tooLittleRoomIsSaid_data();
    void tooLittleRoomIsSaid();
    void withoutQuotesASentence();
    void speaksItsReadings();
    void signalsOncePerTurn();
};

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
    leave();
    QVERIFY(!m_view->crosshair());
    QCOMPARE(read(1, 0), QStringLiteral("−2.64"));
    QCOMPARE(m_view->readings()[0].when, QStringLiteral("14 Feb 2025"));
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
    QCOMPARE(missing, read(0, 1) + QStringLiteral(" (21 Jan)")); // and says of which day it is
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
    // With a base before all quotes a curve counts from its own first close: 118.42 after 138.63.
    spec.base = day("1999-01-04");
    m_view->setChart(spec, m_content);
    QCOMPARE(read(1, 0), QStringLiteral("−14.58"));
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
