// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveDeskBench.h"
#include <store/BarImportRequest.h>
#include <store/StoreReader.h>
#include <store/StoreWriter.h>
#include <ticks/TickHistory.h>

#include <QDateTime>
#include <QSignalSpy>
#include <QTest>

using namespace tickmark;
using namespace Qt::Literals::StringLiterals;
using charts::StackView;
using core::LiveState;
using pipeline::LivePhase;
using pipeline::LiveStatus;

//! Charts into which trades stream: what is told to them here comes from a real stream in the window.
class TestLiveDesk : public QObject, private LiveDeskBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { stop(); }

    void theFirstTradesOfAnInstrumentAppear();
    void theBadgeSaysTheWorst();
    void aPanLeavesTheNewestTradeAndTheSignLeadsBack();
    void aLiveChartHasATimeAxisOfItsOwn();
    void whatIsDrawnAndNotStoredSurvivesAReading();
    void theHeadSaysWhatIsPaintedWithIt();
    void aChartOfDailyBarsLeadsToTheLiveChart();
    void percentOfAStreamCountFromACloseOrAreNotDrawn_data();
    void percentOfAStreamCountFromACloseOrAreNotDrawn();
    void aLiveChartShowsPricesWhereTheOthersShowPercent();

private:
    void addDailyBars(const QString &symbol, const std::vector<std::pair<const char *, qint64>> &closes);
};

void TestLiveDesk::theFirstTradesOfAnInstrumentAppear()
{
    showChart({u"TCK"_s});
    stream(LivePhase::Connecting);
    QTRY_VERIFY(badge());
    QCOMPARE(badge()->state(), LiveState::Connecting);
    QVERIFY(price().isEmpty());
    add(0, 3, 10'000);
    stream(LivePhase::Live);
    QTRY_COMPARE(price(), u"100.02"_s);
    view()->setFollow(true);
    add(5, 1, 12'345);
    QTRY_COMPARE(price(), u"123.45"_s);
    QCOMPARE(badge()->text(), u"live"_s);
}

void TestLiveDesk::theBadgeSaysTheWorst()
{
    add(0, 1, 10'000);
    showChart({u"TCK"_s, u"OTH"_s});
    LiveStatus good;
    good.symbol = u"OTH"_s;
    good.source = u"Kraken"_s;
    good.phase = LivePhase::Live;
    LiveStatus bad = good;
    bad.symbol = u"TCK"_s;
    bad.instrumentId = m_instrument;
    bad.phase = LivePhase::Waiting;
    m_desk->setLive({good, bad});
    QTRY_VERIFY(badge());
    QCOMPARE(badge()->state(), LiveState::Waiting);
    QCOMPARE(badge()->text(), u"TCK: waiting"_s);
    QVERIFY2(badge()->toolTip().contains(u"OTH from Kraken: live"_s), qPrintable(badge()->toolTip()));
    m_desk->setLive({});
    QVERIFY(!badge());
}

void TestLiveDesk::aPanLeavesTheNewestTradeAndTheSignLeadsBack()
{
    add(0, 120, 10'000);
    stream(LivePhase::Live);
    showChart({u"TCK"_s});
    QTRY_COMPARE(price(), u"101.19"_s);
    view()->setViewRange({second(60), second(120)});
    view()->setFollow(true);
    QTRY_VERIFY(!followSign());
    view()->panBy(-0.5);
    QTRY_VERIFY(followSign());
    QVERIFY(!view()->follows());
    const core::TimeRange left = view()->viewRange();
    QSignalSpy advanced(m_session.get(), &pipeline::StoreSession::ticksAdvanced);
    add(121, 1, 11'111);
    QTRY_VERIFY(!advanced.isEmpty());
    QCOMPARE(view()->viewRange(), left); // what is looked at stays
    followSign()->click();
    QVERIFY(view()->follows());
    QTRY_VERIFY(view()->viewRange().contains(second(121)));
    QTRY_VERIFY(!followSign());
    // From now on the right edge goes with the newest trade, and the width stays.
    const auto width = [](core::TimeRange range) { return range.end.ns - range.begin.ns; };
    const qint64 before = width(view()->viewRange());
    add(300, 1, 11'112);
    QTRY_VERIFY(view()->viewRange().contains(second(300)));
    QVERIFY(std::abs(width(view()->viewRange()) - before) <= before / 100);
}

void TestLiveDesk::aLiveChartHasATimeAxisOfItsOwn()
{
    showChart({u"OTH"_s});
    m_desk->setBase(core::SessionDate::fromIso("2025-01-24"));
    stream(LivePhase::Connecting);
    const auto panes = [this] {
        m_desk->showLive(u"TCK"_s); // again and again: its instruments have to be read first
        return m_desk->state().panes.size();
    };
    QTRY_COMPARE(panes(), std::size_t(2));
    const desk::DeskPane live = m_desk->state().panes.back();
    QCOMPARE(live.symbols, QStringList{u"TCK"_s});
    QVERIFY(!live.linked);
    QCOMPARE(live.scale, std::optional(charts::ValueScale::Linear)); // prices, whatever the base of the others
    QCOMPARE(m_desk->activeSymbols(), QStringList{u"TCK"_s});
    QCOMPARE(panes(), std::size_t(2)); // not once more
}

void TestLiveDesk::whatIsDrawnAndNotStoredSurvivesAReading()
{
    add(0, 3, 10'000);
    stream(LivePhase::Live);
    showChart({u"TCK"_s});
    QTRY_COMPARE(price(), u"100.02"_s);
    view()->setFollow(true);
    ticks::TickHistory history(2, 0);
    const core::Tick trades[] = {{kFirst, 10'000, 1}, {second(9), 13'000, 1}};
    history.append(trades);
    m_session->publishTicks(m_series, history.snapshot()); // as where the disk is full
    QTRY_COMPARE(price(), u"130.00"_s);
    QSignalSpy read(view(), &StackView::readingsChanged);
    m_session->tellChanged(pipeline::StoreChange::Quotes);
    QTRY_VERIFY(read.count() > 0);
    QCOMPARE(price(), u"130.00"_s);
}

void TestLiveDesk::theHeadSaysWhatIsPaintedWithIt()
{
    add(0, 3, 10'000);
    stream(LivePhase::Live);
    showChart({u"TCK"_s});
    QTRY_COMPARE(price(), u"100.02"_s);
    QTRY_VERIFY(view()->isSettled());
    view()->setFollow(true);
    // The head is told before the curve is painted: both are of one frame.
    QStringList told;
    QStringList painted;
    connect(view(), &StackView::readingsChanged, this, [&] { told += price(); });
    connect(view(), &StackView::painted, this, [&] {
        if (!told.isEmpty())
            painted += told.constLast();
    });
    for (int i = 0; i < 20; ++i) {
        add(10 + i, 1, 11'000 + i);
        const QString now = core::Formats(u"en"_s).number(110.0 + 0.01 * i, 2);
        QTRY_COMPARE(price(), now);
        QCOMPARE(told.constLast(), now);
        QTRY_VERIFY(!painted.isEmpty() && painted.constLast() == now);
    }
    view()->disconnect(this);
}

void TestLiveDesk::addDailyBars(const QString &symbol, const std::vector<std::pair<const char *, qint64>> &closes)
{
    auto reader = store::StoreReader::open(m_session->path());
    const auto instrument = (*reader)->instrument(symbol);
    QVERIFY(instrument.has_value());
    store::BarImportRequest request;
    request.origin.origin = u"daily.csv"_s;
    request.series = {
        {instrument->id, u"file"_s, core::QuoteField::Bar, core::Series::kDaily, core::SeriesKind::Traded, {}}};
    request.nextSlice = [&closes](std::vector<store::BarRow> &rows) {
        for (const auto &[date, close] : closes) {
            store::BarRow row;
            row.bar.session = *core::SessionDate::fromIso(date);
            row.bar.open = row.bar.high = row.bar.low = row.bar.close = close;
            row.priceDecimals = 2;
            rows.push_back(row);
        }
        return core::Result<bool>(false);
    };
    QVERIFY(m_session->writer()->importBars(request).result().has_value());
}

void TestLiveDesk::aChartOfDailyBarsLeadsToTheLiveChart()
{
    addDailyBars(u"TCK"_s,
                 {{"2025-01-21", 9'000}, {"2025-01-22", 9'100}, {"2025-01-23", 9'200}, {"2025-01-24", 9'300}});
    add(0, 5, 10'000);
    stream(LivePhase::Live);
    showChart({u"TCK"_s});
    m_desk->setBase(core::SessionDate::fromIso("2025-01-22"));
    QTRY_VERIFY(badge());
    QTRY_COMPARE(badge()->text(), u"to the live chart"_s);
    QVERIFY(!followSign()); // one way there is enough
    QSignalSpy details(m_desk.get(), &desk::ChartDesk::liveWanted);
    badge()->click();
    QCOMPARE(details.count(), 0);
    QTRY_COMPARE(m_desk->state().panes.size(), std::size_t(2));
    QVERIFY(!m_desk->state().panes.back().linked);
}

void TestLiveDesk::percentOfAStreamCountFromACloseOrAreNotDrawn_data()
{
    QTest::addColumn<bool>("hasClose");
    QTest::addColumn<QString>("percent");
    QTest::newRow("a close of the session before") << true << u"+1.00"_s;
    QTest::newRow("only the session that is running") << false << u"\u2013"_s;
}

void TestLiveDesk::percentOfAStreamCountFromACloseOrAreNotDrawn()
{
    QFETCH(bool, hasClose);
    QFETCH(QString, percent);
    const core::Time now{QDateTime::currentMSecsSinceEpoch() * 1'000'000};
    const qint64 today = now.ns - now.ns % core::kNsPerDay;
    // A coin: its session is running whenever this runs.
    std::vector<core::Tick> trades;
    if (hasClose)
        trades.push_back({core::Time{today - 1'000'000}, 10'000, 1});
    trades.push_back({core::Time{today}, 10'050, 1});
    store::SeriesKey key;
    key.instrumentId = m_coin;
    key.source = u"Kraken"_s;
    key.field = core::QuoteField::Trade;
    QVERIFY(m_session->writer()->addTicks(m_import, {key, 2, 0, trades}).result().has_value());
    auto reader = store::StoreReader::open(m_session->path());
    const auto series = (*reader)->preferredSeries(m_coin, store::SeriesUse::Ticks);
    QVERIFY(series.has_value() && *series);
    const qint64 seriesId = (*series)->id;
    LiveStatus status;
    status.sourceId = 1;
    status.source = u"Kraken"_s;
    status.instrumentId = m_coin;
    status.symbol = u"COIN"_s;
    status.seriesId = seriesId;
    status.phase = LivePhase::Live;
    status.received = status.stored = qint64(trades.size());
    m_desk->setLive({status});
    desk::DeskPane pane;
    pane.symbols = {u"COIN"_s};
    pane.scale = charts::ValueScale::Rebased;
    desk::DeskState state;
    state.panes = {pane};
    m_desk->setState(state);
    m_desk->setBase(core::SessionDate::utcDateOf(core::Time{today - 1}));
    QTRY_VERIFY(!view()->readings().empty() && !view()->readings().front().curves.empty());
    view()->setFollow(true);
    ticks::TickHistory history(2, 0);
    trades.push_back({core::Time{today + 1}, 10'100, 1});
    history.append(trades);
    m_session->publishTicks(seriesId, history.snapshot());
    QTRY_COMPARE(price(), percent);
}

void TestLiveDesk::aLiveChartShowsPricesWhereTheOthersShowPercent()
{
    showChart({u"TCK"_s}); // a linked chart of nothing else
    add(0, 3, 10'000);
    stream(LivePhase::Live);
    QTRY_COMPARE(price(), u"100.02"_s);
    m_desk->setBase(core::SessionDate::fromIso("2025-01-24")); // now it counts percent
    m_desk->showLive(u"TCK"_s);
    QTRY_COMPARE(m_desk->state().panes.size(), std::size_t(2));
    QCOMPARE(m_desk->state().panes.back().scale, std::optional(charts::ValueScale::Linear));
}

QTEST_MAIN(TestLiveDesk)
#include "tst_livedesk.moc"
