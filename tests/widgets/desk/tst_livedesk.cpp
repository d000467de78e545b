// SPDX-License-Identifier: GPL-3.0-or-later
#include <charts/StackView.h>
#include <pipeline/StoreSession.h>
#include <store/StoreFiles.h>
#include <ticks/TickHistory.h>

#include <QAbstractButton>
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

private:
    void add(int from, int count, qint64 price);
    void stream(LivePhase phase, std::vector<core::TimeRange> gaps = {});
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

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<core::CalendarSet> m_calendars = std::make_shared<core::CalendarSet>(u":/calendars"_s);
    std::shared_ptr<pipeline::StoreSession> m_session;
    std::unique_ptr<style::Appearance> m_appearance;
    std::unique_ptr<desk::ChartDesk> m_desk;
    qint64 m_instrument = 0;
    qint64 m_import = 0;
    qint64 m_series = 0;
    qint64 m_stored = 0;
};

void TestLiveDesk::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_series = m_stored = 0;
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

QTEST_MAIN(TestLiveDesk)
#include "tst_livedesk.moc"
