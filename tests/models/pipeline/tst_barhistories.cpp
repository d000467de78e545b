// SPDX-License-Identifier: GPL-3.0-or-later
#include "../store/StoreTestSupport.h"
#include <pipeline/ActionImportJob.h>
#include <pipeline/BarHistories.h>
#include <pipeline/DailyBars.h>
#include <tables/WatchQuotes.h>

#include <array>

using namespace tickmark;
using namespace tickmark::store;

namespace {

const core::SessionDate kThursday = *core::SessionDate::fromIso("2024-06-06");
const core::SessionDate kFriday = *core::SessionDate::fromIso("2024-06-07");
const core::SessionDate kMonday = *core::SessionDate::fromIso("2024-06-10"); // ten for one
const core::SessionDate kTuesday = *core::SessionDate::fromIso("2024-06-11");
const core::SessionDate kLater = *core::SessionDate::fromIso("2024-07-01");

BarRow row(core::SessionDate session, qint64 close, int decimals = 2, qint64 volume = 1000)
{
    BarRow made = dailyRow(session.days(), close, decimals, volume);
    made.bar.open = close - 10;
    made.bar.low = close - 20;
    made.bar.high = close + 20;
    return made;
}

BarRow hole(core::SessionDate session, qint64 close)
{
    BarRow made = dailyRow(session.days(), close, 2, 0);
    made.bar.flags = core::kBarFlatWithoutVolume;
    return made;
}

BarRow intraday(const char *start, qint64 close, int decimals = 2)
{
    BarRow made = dailyRow(0, close, decimals);
    made.bar.start = *core::parseIsoTime(start);
    return made;
}

QByteArray textOf(const core::BarHistory &history)
{
    QByteArray all;
    for (const core::Bar &bar : history.bars) {
        const auto price = [&](qint64 units) {
            return QByteArray::number(core::toDouble({units, history.series.priceDecimals}), 'f', 4);
        };
        all += QByteArray::fromStdString(history.series.isDaily() ? bar.session.iso() : core::isoTime(bar.start));
        for (const qint64 units : {bar.open, bar.high, bar.low, bar.close})
            all += ' ' + price(units);
        all += ' ' + QByteArray::number(bar.volume.value_or(-1)) + '\n';
    }
    return all;
}

//! "first 2, second 1": whose bars follow one another.
QString sourcesOf(const core::BarHistory &history)
{
    QStringList names;
    for (std::size_t i = 0; i < history.bars.size(); ++i)
        names.append(history.sourceOf(i).source);
    return names.join(QLatin1Char(' '));
}

} // namespace

//! What charts, the watchlist and verdicts are made of, from real stores: no jump that was a split, and one row of bars of
//! what several sources have.
class TestBarHistories : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void splitIsNoJumpWhateverTheSource();
    void intradayBarsAreBroughtAcrossASplit();
    void undoneSplitIsGone();
    void splitThatFitsNoPriceIsSaid();
    void secondSourceFillsOnlyWhatTheFirstLacks();
    void choiceGoesBeforePriority();
    void barWithoutATradeGivesWay();
    void adjustedSeriesIsNotFilledUp();
    void sourcesWithAndWithoutTheSplitAreOne();
    void undoneSecondSourceLeavesItsGap();
    void watchlistShowsWhatTheChartShows();

private:
    void add(std::vector<BarRow> rows, const char *source = "file", const char *origin = "test.csv",
             std::optional<core::SessionDate> splitsUntil = {}, core::SeriesKind kind = core::SeriesKind::Traded);
    void setPriority(const char *source, int priority);
    //! The import's id.
    qint64 addSplit(const QByteArray &ratio = "10:1");
    core::BarHistory daily(const store::SessionRange &range = {});

    std::unique_ptr<TestFolder> m_folder;
    std::unique_ptr<StoreWriter> m_writer;
    std::unique_ptr<StoreReader> m_reader;
    core::CalendarSet m_calendars{QStringLiteral(":/calendars")};
    core::Instrument m_nvidia;
};

void TestBarHistories::init()
{
    m_folder = std::make_unique<TestFolder>();
    VERIFY_RESULT(makeStore(m_folder->store(), {}));
    m_writer = std::move(*StoreWriter::open(m_folder->store()));
    m_reader = std::move(*StoreReader::open(m_folder->store()));
    m_nvidia = makeInstrument(text("NVDA"));
    m_nvidia.mic = text("XNAS");
    m_nvidia.id = *m_writer->addInstrument(m_nvidia).result();
}

void TestBarHistories::cleanup()
{
    m_reader.reset();
    m_writer.reset();
    m_folder.reset();
}

void TestBarHistories::add(std::vector<BarRow> rows, const char *source, const char *origin,
                           std::optional<core::SessionDate> splitsUntil, core::SeriesKind kind)
{
    SeriesKey key = dailySeries(m_nvidia.id, source);
    key.splitsUntil = splitsUntil;
    key.kind = kind;
    auto request = importOf({key}, std::move(rows), origin);
    request.origin.source = text(source);
    VERIFY_RESULT(m_writer->importBars(std::move(request)).result());
}

void TestBarHistories::setPriority(const char *source, int priority)
{
    VERIFY_RESULT(m_writer->ensureSource({0, text(source), text("yahoo"), priority}).result());
}

qint64 TestBarHistories::addSplit(const QByteArray &ratio)
{
    auto list = sources::openBytes("symbol,date,kind,ratio\nNVDA,2024-06-10,split," + ratio + "\n", text("splits.csv"));
    const std::array known{m_nvidia};
    const auto done = pipeline::importActions(**list, text("splits.csv"), text("file"), core::Time{1}, known,
                                              *m_writer);
    if (!done)
        qWarning("%s", qPrintable(done.error().message));
    return done ? done->list.result.importId : 0;
}

core::BarHistory TestBarHistories::daily(const store::SessionRange &range)
{
    auto history = pipeline::loadDailyHistory(*m_reader, m_calendars, m_nvidia, range);
    if (!history)
        qWarning("%s", qPrintable(history.error().message));
    return history ? *std::move(history) : core::BarHistory();
}

void TestBarHistories::splitIsNoJumpWhateverTheSource()
{
    add({row(kFriday, 120890, 2, 4120), row(kMonday, 12180, 2, 31000)});
    addSplit();
    const core::BarHistory asTraded = daily();
    QCOMPARE(textOf(asTraded), QByteArray("2024-06-07 120.8800 120.9100 120.8700 120.8900 41200\n"
                                          "2024-06-10 121.7000 122.0000 121.6000 121.8000 31000\n"));
    QCOMPARE(asTraded.splitsBetween(0), (std::vector<core::Split>{{kMonday, 10, 1}}));
    QVERIFY(asTraded.splitsBetween(1).empty());
    QVERIFY(!asTraded.sourceOf(0).splitsUntil); // as it is stored

    cleanup();
    init();
    BarRow friday = row(kFriday, 120890, 3, 41200);
    friday.bar.open = 120880;
    friday.bar.high = 120910;
    friday.bar.low = 120870;
    add({friday, row(kMonday, 12180, 2, 31000)}, "file", "test.csv", kLater);
    addSplit();
    const core::BarHistory adjusted = daily();
    QCOMPARE(textOf(adjusted), textOf(asTraded));
    QVERIFY(adjusted.splitsBetween(0).empty());
    // a part of it reads the same
    const core::BarHistory before = daily({kFriday, kFriday});
    QCOMPARE(textOf(before), textOf(asTraded).left(textOf(before).size()));
}

void TestBarHistories::intradayBarsAreBroughtAcrossASplit()
{
    SeriesKey key = dailySeries(m_nvidia.id);
    key.intervalNs = 5 * core::kNsPerMinute;
    VERIFY_RESULT(
        m_writer
            ->importBars(importOf({key}, {intraday("2024-06-07T19:55:00Z", 120888),
                                          intraday("2024-06-10T08:00:00Z", 12010), // pre-market of the ex date
                                          intraday("2024-06-10T13:30:00Z", 12037)}))
            .result());
    addSplit();
    const auto history = pipeline::loadIntradayHistory(*m_reader, m_calendars, m_nvidia, store::kAllTimes);
    VERIFY_RESULT(history);
    QCOMPARE(textOf(*history), QByteArray("2024-06-07T19:55:00Z 120.8880 120.8880 120.8880 120.8880 10000\n"
                                          "2024-06-10T08:00:00Z 120.1000 120.1000 120.1000 120.1000 1000\n"
                                          "2024-06-10T13:30:00Z 120.3700 120.3700 120.3700 120.3700 1000\n"));
}

void TestBarHistories::undoneSplitIsGone()
{
    add({row(kFriday, 120890), row(kMonday, 12180)});
    const QByteArray before = textOf(daily());
    const qint64 import = addSplit();
    QVERIFY(textOf(daily()) != before);
    VERIFY_RESULT(m_writer->undoImport(import).result());
    QCOMPARE(textOf(daily()), before);
}

void TestBarHistories::splitThatFitsNoPriceIsSaid()
{
    add({row(kFriday, 120890), row(kMonday, 12180)});
    addSplit("1:9000000000000000000");
    const auto history = pipeline::loadDailyHistory(*m_reader, m_calendars, m_nvidia, {});
    QVERIFY(!history);
    QCOMPARE(history.error().code, core::ErrorCode::InvalidInput);
    QVERIFY(history.error().message.contains(text("NVDA")));
}

void TestBarHistories::secondSourceFillsOnlyWhatTheFirstLacks()
{
    setPriority("first", 5);
    setPriority("second", 1);
    add({row(kThursday, 100), row(kMonday, 300), row(kTuesday, 400)}, "first", "a.csv");
    add({row(kFriday, 2005, 3), row(kMonday, 3999, 3)}, "second", "b.csv");
    const core::BarHistory history = daily();
    QCOMPARE(sourcesOf(history), text("first second first first"));
    QCOMPARE(history.runs, (std::vector<core::BarRun>{{0, 0}, {1, 1}, {2, 0}}));
    QCOMPARE(history.series.priceDecimals, 3);
    QCOMPARE(history.bars[1].close, 2005);
    QCOMPARE(history.bars[2].close, 3000);
    QCOMPARE(history.origins, (QStringList{text("a.csv"), text("b.csv")}));
    // where the second one shows nothing it is not cited
    QCOMPARE(daily({kMonday, kTuesday}).origins, QStringList{text("a.csv")});
}

void TestBarHistories::choiceGoesBeforePriority()
{
    setPriority("first", 5);
    setPriority("second", 1);
    add({row(kFriday, 100), row(kMonday, 200)}, "first", "a.csv");
    add({row(kMonday, 300)}, "second", "b.csv");
    const auto all = m_reader->seriesOf(m_nvidia.id);
    for (const core::Series &series : *all) {
        if (series.source == text("second"))
            VERIFY_RESULT(m_writer->setPreferredSeries(m_nvidia.id, SeriesUse::Daily, series.id).result());
    }
    QCOMPARE(sourcesOf(daily()), text("first second"));
    QCOMPARE(daily().series.source, text("second"));
}

void TestBarHistories::barWithoutATradeGivesWay()
{
    setPriority("first", 5);
    setPriority("second", 1);
    add({hole(kThursday, 100), hole(kFriday, 100), row(kMonday, 200)}, "first");
    add({row(kFriday, 150), hole(kMonday, 150)}, "second");
    const core::BarHistory history = daily();
    QCOMPARE(sourcesOf(history), text("first second first"));
    QCOMPARE(history.bars[0].flags, quint32(core::kBarFlatWithoutVolume)); // where no source has better
    QCOMPARE(history.bars[1].close, 150);
    QCOMPARE(history.bars[2].close, 200);
}

//! A dividend-adjusted price beside a traded one is a move that never was.
void TestBarHistories::adjustedSeriesIsNotFilledUp()
{
    add({row(kFriday, 90)}, "adjusted", "a.csv", {}, core::SeriesKind::DividendAdjusted);
    add({row(kFriday, 100), row(kMonday, 110)}, "traded", "b.csv");
    QCOMPARE(sourcesOf(daily()), text("traded traded"));
    const auto all = m_reader->seriesOf(m_nvidia.id);
    VERIFY_RESULT(m_writer->setPreferredSeries(m_nvidia.id, SeriesUse::Daily, all->front().id).result());
    QCOMPARE(sourcesOf(daily()), text("adjusted"));
}

void TestBarHistories::sourcesWithAndWithoutTheSplitAreOne()
{
    setPriority("adjusted", 5);
    add({row(kFriday, 12089), row(kTuesday, 12091)}, "adjusted", "a.csv", kLater);
    add({row(kThursday, 120998), row(kFriday, 120888), row(kMonday, 12179)}, "traded", "b.csv");
    addSplit();
    const core::BarHistory history = daily();
    QCOMPARE(sourcesOf(history), text("traded adjusted traded adjusted"));
    QCOMPARE(history.series.priceDecimals, 3);
    QStringList closes;
    for (const core::Bar &bar : history.bars)
        closes.append(QString::number(bar.close));
    QCOMPARE(closes.join(QLatin1Char(' ')), text("120998 120890 121790 120910"));
}

void TestBarHistories::undoneSecondSourceLeavesItsGap()
{
    setPriority("first", 5);
    add({row(kThursday, 100), row(kMonday, 300)}, "first", "a.csv");
    const QByteArray before = textOf(daily());
    add({row(kFriday, 200)}, "second", "b.csv");
    QCOMPARE(daily().bars.size(), std::size_t(3));
    VERIFY_RESULT(m_writer->undoImport(m_reader->imports()->front().id).result());
    QCOMPARE(textOf(daily()), before);
}

void TestBarHistories::watchlistShowsWhatTheChartShows()
{
    setPriority("first", 5);
    add({row(kThursday, 120998), row(kMonday, 12179)}, "first", "a.csv");
    add({row(kFriday, 120888)}, "second", "b.csv");
    addSplit();
    const std::array instruments{m_nvidia};
    tables::WatchRequest request;
    request.date = kMonday;
    const auto quotes = tables::loadWatchQuotes(*m_reader, m_calendars, instruments, request, {});
    VERIFY_RESULT(quotes);
    const tables::WatchQuote &monday = quotes->front();
    QCOMPARE(core::toPlainText(*monday.close()), std::string("121.790"));
    QCOMPARE(core::toPlainText(*monday.previous), std::string("120.888"));
    QVERIFY(std::abs(*monday.changePercent() - 0.7462) < 0.0001);
    QCOMPARE(monday.source, text("first"));
    request.date = kFriday;
    const auto friday = tables::loadWatchQuotes(*m_reader, m_calendars, instruments, request, {});
    VERIFY_RESULT(friday);
    QCOMPARE(core::toPlainText(*friday->front().close()), std::string("120.888"));
    QCOMPARE(friday->front().source, text("second"));
    // without a date: the latest close of any source
    const auto latest = tables::loadWatchQuotes(*m_reader, m_calendars, instruments, {}, {});
    VERIFY_RESULT(latest);
    QCOMPARE(latest->front().session, kMonday);
}

QTEST_GUILESS_MAIN(TestBarHistories)
#include "tst_barhistories.moc"
