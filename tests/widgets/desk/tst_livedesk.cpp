// SPDX-License-Identifier: GPL-3.0-or-later
#include <charts/StackView.h>
#include <pipeline/StoreSession.h>
#include <store/BarImportRequest.h>
#include <store/StoreFiles.h>
#include <ticks/TickHistory.h>

#include <QAbstractButton>
#include <QDateTime>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <desk/ChartDesk.h>
#include <style/LiveBadge.h>

#include <algorithm>

using namespace tickmark;
using namespace Qt::Literals::StringLiterals;
using charts::StackView;
using core::LiveState;
using pipeline::LivePhase;
using pipeline::LiveStatus;

namespace {

core::Time at(const char *iso)
{
    return core::parseIsoTime(iso).value_or(core::Time());
}

const core::Time kFirst = at("2025-01-27T15:00:00Z");

//! px, from the first to the last column in which the pictures differ.
int changedWidth(const QImage &one, const QImage &other)
{
    int first = one.width();
    int last = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            if (one.pixel(x, y) == other.pixel(x, y))
                continue;
            first = std::min(first, x);
            last = std::max(last, x);
        }
    }
    return last - first;
}

core::Time second(int count)
{
    return core::Time{kFirst.ns + count * core::kNsPerSecond};
}

} // namespace

//! Charts into which trades stream: what is told to them here comes from a real stream in the window.
class TestLiveDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theFirstTradesOfAnInstrumentAppear();
    void gapsOpenAndCloseWithoutReading();
    void theBadgeSaysTheWorst();
    void aPanLeavesTheNewestTradeAndTheSignLeadsBack();
    void aLiveChartHasATimeAxisOfItsOwn();
    void whatIsDrawnAndNotStoredSurvivesAReading();
    void theHeadSaysWhatIsPaintedWithIt();
    void aRunningOutageIsHatchedUntilTheNextTrade();
    void theFirstTradeAfterAnOutageIsNotJoinedToTheLastBefore();
    void aChartOfDailyBarsLeadsToTheLiveChart();
    void percentOfAStreamCountFromACloseOrAreNotDrawn_data();
    void percentOfAStreamCountFromACloseOrAreNotDrawn();
    void aLiveChartShowsPricesWhereTheOthersShowPercent();

private:
    void add(int from, int count, qint64 price);
    void stream(LivePhase phase, std::vector<core::TimeRange> gaps = {});
    void addDailyBars(const QString &symbol, const std::vector<std::pair<const char *, qint64>> &closes);
    void showChart(const QStringList &symbols);
    [[nodiscard]] StackView *view() const { return m_desk->findChild<StackView *>(); }
    template <typename Widget>
    [[nodiscard]] Widget *shown(const QString &name) const
    {
        const auto all = m_desk->findChildren<Widget *>(name);
        const auto found = std::ranges::find_if(all, [](const QWidget *one) { return one->isVisible(); });
        return found == all.end() ? nullptr : *found;
    }
    [[nodiscard]] style::LiveBadge *badge() const { return shown<style::LiveBadge>(u"liveBadge"_s); }
    [[nodiscard]] QAbstractButton *followSign() const { return shown<QAbstractButton>(u"follow"_s); }
    [[nodiscard]] QString price() const
    {
        const auto readings = view()->readings();
        return readings.empty() || readings.front().curves.empty()
                   ? QString()
                   : readings.front().curves.front().text.section(u' ', 0, 0);
    }
    [[nodiscard]] std::vector<core::TimeRange> drawnGaps() const
    {
        const auto request = m_desk->exportRequest();
        if (!request || !request->content.curves.contains(u"TCK"_s) || !request->content.curves.at(u"TCK"_s).ticks)
            return {};
        return request->content.curves.at(u"TCK"_s).ticks->gaps;
    }

    [[nodiscard]] std::optional<core::Time> outage() const
    {
        const auto request = m_desk->exportRequest();
        if (!request || !request->content.curves.contains(u"TCK"_s) || !request->content.curves.at(u"TCK"_s).ticks)
            return std::nullopt;
        return request->content.curves.at(u"TCK"_s).ticks->outage;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<core::CalendarSet> m_calendars = std::make_shared<core::CalendarSet>(u":/calendars"_s);
    std::shared_ptr<pipeline::StoreSession> m_session;
    std::unique_ptr<style::Appearance> m_appearance;
    std::unique_ptr<desk::ChartDesk> m_desk;
    qint64 m_instrument = 0;
    qint64 m_import = 0;
    qint64 m_series = 0;
    qint64 m_stored = 0;
    std::optional<core::Time> m_lastTrade;
    qint64 m_coin = 0;
};

void TestLiveDesk::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_series = m_stored = 0;
    m_lastTrade.reset();
    const QString path = m_folder->filePath(u"live.tickmark"_s);
    const auto made = store::createStore(path, false, [this](store::StoreWriter &writer) -> core::Result<> {
        for (const QString &symbol : {u"TCK"_s, u"OTH"_s}) {
            core::Instrument instrument;
            instrument.symbol = symbol;
            instrument.mic = u"XNYS"_s;
            instrument.currency = u"USD"_s;
            const auto id = writer.addInstrument(instrument).result();
            if (!id)
                return tl::unexpected(id.error());
            if (symbol == u"TCK"_s)
                m_instrument = *id;
        }
        core::Instrument coin;
        coin.symbol = u"COIN"_s;
        coin.kind = core::InstrumentKind::Crypto;
        coin.currency = u"USD"_s;
        const auto id = writer.addInstrument(coin).result();
        if (!id)
            return tl::unexpected(id.error());
        m_coin = *id;
        return {};
    });
    QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().message));
    auto opening = pipeline::StoreSession::open(path, m_calendars);
    QTRY_VERIFY(opening.isFinished());
    QVERIFY(opening.result().has_value());
    m_session = *opening.result();
    const auto import = m_session->writer()
                            ->beginTickImport({u"Kraken"_s, store::ImportKind::Ticks, u"stream"_s, core::Time{1}})
                            .result();
    QVERIFY2(import.has_value(), import ? "" : qPrintable(import.error().message));
    m_import = *import;
    m_appearance = std::make_unique<style::Appearance>(u"en"_s);
    m_desk = std::make_unique<desk::ChartDesk>(*m_appearance);
    m_desk->resize(1000, 500);
    m_desk->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_desk.get()));
    m_desk->setSession(m_session.get());
}

void TestLiveDesk::cleanup()
{
    m_desk.reset();
    m_session.reset();
}

void TestLiveDesk::showChart(const QStringList &symbols)
{
    desk::DeskPane pane;
    pane.symbols = symbols;
    desk::DeskState state;
    state.panes = {pane};
    m_desk->setState(state);
}

//! A trade a second, each a cent more.
void TestLiveDesk::add(int from, int count, qint64 price)
{
    store::SeriesKey key;
    key.instrumentId = m_instrument;
    key.source = u"Kraken"_s;
    key.field = core::QuoteField::Trade;
    std::vector<core::Tick> ticks;
    for (int i = 0; i < count; ++i)
        ticks.push_back({second(from + i), price + i, 1});
    const auto added = m_session->writer()->addTicks(m_import, {key, 2, 0, std::move(ticks)}).result();
    QVERIFY2(added.has_value(), added ? "" : qPrintable(added.error().message));
    m_stored += count;
    m_lastTrade = second(from + count - 1);
    if (m_series != 0)
        return;
    auto reader = store::StoreReader::open(m_session->path());
    QVERIFY(reader.has_value());
    const auto series = (*reader)->preferredSeries(m_instrument, store::SeriesUse::Ticks);
    QVERIFY(series.has_value() && *series);
    m_series = (*series)->id;
}

void TestLiveDesk::stream(LivePhase phase, std::vector<core::TimeRange> gaps)
{
    LiveStatus status;
    status.sourceId = 1;
    status.source = u"Kraken"_s;
    status.instrumentId = m_instrument;
    status.symbol = u"TCK"_s;
    status.seriesId = m_series;
    status.phase = phase;
    status.received = status.stored = m_stored;
    status.lastTrade = m_lastTrade;
    status.gaps = std::move(gaps);
    m_desk->setLive({status});
}

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

void TestLiveDesk::gapsOpenAndCloseWithoutReading()
{
    add(0, 21, 10'000);
    add(40, 20, 10'040);
    stream(LivePhase::Live);
    showChart({u"TCK"_s});
    QTRY_COMPARE(price(), u"100.59"_s);
    view()->setViewRange({second(-5), second(65)});
    QTRY_VERIFY(view()->isSettled());
    const QImage whole = view()->grab().toImage();
    const core::TimeRange gap{second(20), second(40)};
    stream(LivePhase::Live, {gap});
    QCOMPARE(drawnGaps().size(), std::size_t(1));
    QTRY_VERIFY(view()->isSettled());
    // Hatched from the trade before to the trade after: 20 of 70 seconds.
    const int wide = changedWidth(whole, view()->grab().toImage());
    QVERIFY2(wide > 150 && wide < 300, QByteArray::number(wide).constData());
    // Filled: exactly the picture of before.
    stream(LivePhase::Live, {});
    QVERIFY(drawnGaps().empty());
    QTRY_VERIFY(view()->isSettled());
    QVERIFY(view()->grab().toImage() == whole);
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

void TestLiveDesk::aRunningOutageIsHatchedUntilTheNextTrade()
{
    add(0, 60, 10'000);
    stream(LivePhase::Live);
    showChart({u"TCK"_s});
    QTRY_COMPARE(price(), u"100.59"_s);
    view()->setViewRange({second(0), second(120)});
    const auto plot = [this] { // without its head
        const QImage all = view()->grab().toImage();
        return all.copy(all.rect().adjusted(0, all.height() / 8, 0, 0));
    };
    QTRY_VERIFY(view()->isSettled());
    const QImage whole = plot();
    stream(LivePhase::Waiting); // since long ago, for the clock: it reaches over the right edge
    QVERIFY(outage());
    QTRY_VERIFY(view()->isSettled());
    const int wide = changedWidth(whole, plot()); // half of the plot
    QVERIFY2(wide > 350 && wide < 500, QByteArray::number(wide).constData());
    // Connected again, and nothing has come yet.
    stream(LivePhase::Live);
    QVERIFY(outage());
    add(60, 1, 10'060);
    QTRY_VERIFY(!outage());
    stream(LivePhase::Live);
    QVERIFY(!outage());
    QVERIFY(drawnGaps().empty());
}

void TestLiveDesk::theFirstTradeAfterAnOutageIsNotJoinedToTheLastBefore()
{
    add(0, 20, 10'000);
    stream(LivePhase::Live);
    showChart({u"TCK"_s});
    QTRY_COMPARE(price(), u"100.19"_s);
    view()->setFollow(true);
    stream(LivePhase::Waiting);
    stream(LivePhase::Live);
    add(40, 1, 10'400); // and the stream has not told of its gap yet
    QTRY_COMPARE(price(), u"104.00"_s);
    QCOMPARE(drawnGaps().size(), std::size_t(1));
    stream(LivePhase::Live, {}); // nothing was missed
    QVERIFY(drawnGaps().empty());
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
