// SPDX-License-Identifier: GPL-3.0-or-later
#include "../store/StoreTestSupport.h"
#include <pipeline/QuoteProvenance.h>
#include <store/BarCorrection.h>

using namespace tickmark;
using namespace tickmark::store;
using pipeline::QuotePoint;

//! Where a single value came from, and what other sources say of its session.
class TestQuoteProvenance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theImportThatBroughtTheBar();
    void fileNetworkAndHandAreToldApart();
    void otherSourcesByPriority();
    void equalClosesAreNotTold();
    void theLastTradeOfOneExchange();
    void inTodaysShares();
    void anIntradayBar();
    void whereASourceHasNothingTheNextOneIsShown();
    void whatIsGoneIsSaid();

private:
    qint64 import(const SeriesKey &key, const std::vector<BarRow> &rows, const char *origin);
    [[nodiscard]] pipeline::QuoteProvenance provenance(const QuotePoint &point);
    [[nodiscard]] static BarRow intradayRow(const char *start, qint64 close);

    const core::SessionDate m_day = *core::SessionDate::fromIso("2025-01-27");
    core::CalendarSet m_calendars{QStringLiteral(":/calendars")};
    std::unique_ptr<TestFolder> m_folder;
    std::unique_ptr<StoreWriter> m_writer;
    std::unique_ptr<StoreReader> m_reader;
};

void TestQuoteProvenance::init()
{
    m_reader.reset();
    m_writer.reset();
    m_folder = std::make_unique<TestFolder>();
    VERIFY_RESULT(createStore(m_folder->store(), false, [](StoreWriter &writer) {
        core::Instrument instrument = makeInstrument(text("NVDA"));
        instrument.mic = text("XNAS");
        return writer.addInstrument(instrument).result().map([](qint64) {});
    }));
    m_writer = std::move(*StoreWriter::open(m_folder->store()));
    m_reader = std::move(*StoreReader::open(m_folder->store()));
    for (const auto &[name, priority] : {std::pair("yahoo", 9), std::pair("stooq", 5), std::pair("ariva", 7)})
        VERIFY_RESULT(m_writer->ensureSource({0, text(name), text(name), priority}).result());
}

qint64 TestQuoteProvenance::import(const SeriesKey &key, const std::vector<BarRow> &rows, const char *origin)
{
    BarImportRequest request = importOf({key}, rows, origin);
    request.origin.fetched = *core::parseIsoTime("2025-02-01T08:30:00Z");
    [[maybe_unused]] const auto imported = m_writer->importBars(std::move(request)).result();
    const auto all = m_reader->seriesOf(1); // outlives the loop
    for (const core::Series &series : *all) {
        if (series.source == key.source && series.intervalNs == key.intervalNs)
            return series.id;
    }
    return 0;
}

pipeline::QuoteProvenance TestQuoteProvenance::provenance(const QuotePoint &point)
{
    const auto found = pipeline::loadProvenance(*m_reader, m_calendars, point);
    return found ? *found : pipeline::QuoteProvenance();
}

BarRow TestQuoteProvenance::intradayRow(const char *start, qint64 close)
{
    BarRow row = dailyRow(0, close);
    row.bar.start = *core::parseIsoTime(start);
    return row;
}

void TestQuoteProvenance::theImportThatBroughtTheBar()
{
    const qint64 series = import(dailySeries(1, "yahoo"), {dailyRow(m_day.days(), 11842)}, "https://host/NVDA");
    import(dailySeries(1, "yahoo"), {dailyRow(m_day.days() + 1, 12899)}, "https://host/later");
    const auto found = provenance({1, series, m_day, {}});
    QCOMPARE(found.source, text("yahoo"));
    QCOMPARE(found.origins, QStringList{text("https://host/NVDA")});
    QCOMPARE(found.fetched, core::parseIsoTime("2025-02-01T08:30:00Z"));
    QCOMPARE(found.close->units, qint64(11842));
    QVERIFY(found.others.empty());
}

void TestQuoteProvenance::fileNetworkAndHandAreToldApart()
{
    using pipeline::QuoteArrival;
    const qint64 file = import(dailySeries(1, "file"), {dailyRow(m_day.days(), 11842)}, "NVDA.csv");
    QCOMPARE(provenance({1, file, m_day, {}}).arrival, QuoteArrival::Imported);
    const qint64 yahoo = import(dailySeries(1, "yahoo"), {dailyRow(m_day.days(), 11842)}, "https://host/NVDA");
    QCOMPARE(provenance({1, yahoo, m_day, {}}).arrival, QuoteArrival::Fetched);
    BarCorrection correction;
    correction.seriesId = file;
    correction.bar = dailyRow(m_day.days(), 11900).bar;
    correction.priceDecimals = 2;
    correction.note = text("NVDA.csv was wrong");
    correction.corrected = *core::parseIsoTime("2025-02-02T10:00:00Z");
    VERIFY_RESULT(m_writer->correctBar(correction).result());
    const auto found = provenance({1, file, m_day, {}});
    QCOMPARE(found.arrival, QuoteArrival::Corrected);
    QCOMPARE(found.fetched, correction.corrected);
    QCOMPARE(provenance({1, yahoo, m_day, {}}).arrival, QuoteArrival::Fetched);
}

void TestQuoteProvenance::otherSourcesByPriority()
{
    import(dailySeries(1, "stooq"), {dailyRow(m_day.days(), 11960)}, "stooq.csv");
    const qint64 yahoo = import(dailySeries(1, "yahoo"), {dailyRow(m_day.days(), 11842)}, "yahoo.json");
    import(dailySeries(1, "ariva"), {dailyRow(m_day.days(), 118510, 3)}, "ariva.csv");
    const auto found = provenance({1, yahoo, m_day, {}});
    QCOMPARE(found.others.size(), std::size_t(2));
    QCOMPARE(found.others[0].series.source, text("ariva"));
    QVERIFY(std::abs(found.others[0].percent - 0.076) < 0.001);
    QCOMPARE(found.others[1].series.source, text("stooq"));
}

void TestQuoteProvenance::equalClosesAreNotTold()
{
    const qint64 yahoo = import(dailySeries(1, "yahoo"), {dailyRow(m_day.days(), 11842)}, "yahoo.json");
    import(dailySeries(1, "stooq"), {dailyRow(m_day.days(), 1184200, 4)}, "stooq.csv");
    QVERIFY(provenance({1, yahoo, m_day, {}}).others.empty());
}

void TestQuoteProvenance::theLastTradeOfOneExchange()
{
    const qint64 yahoo = import(dailySeries(1, "yahoo"), {dailyRow(m_day.days(), 11842)}, "yahoo.json");
    SeriesKey intraday = dailySeries(1, "iex");
    intraday.intervalNs = 5 * core::kNsPerMinute;
    import(intraday,
           {intradayRow("2025-01-27T14:30:00Z", 12480), intradayRow("2025-01-27T20:55:00Z", 11851),
            intradayRow("2025-01-27T21:30:00Z", 11900)},
           "iex.csv");
    const auto found = provenance({1, yahoo, m_day, {}});
    QCOMPARE(found.others.size(), std::size_t(1));
    QCOMPARE(found.others[0].close.units, qint64(11851)); // not the after-market's
    QCOMPARE(QString::number(found.others[0].percent, 'f', 2), text("0.08"));
}

void TestQuoteProvenance::inTodaysShares()
{
    CorporateAction split;
    split.instrumentId = 1;
    split.exDate = *core::SessionDate::fromIso("2025-02-03");
    split.newShares = 10;
    const ImportOrigin origin{text("file"), ImportKind::Actions, text("splits.csv"), core::Time{}};
    VERIFY_RESULT(m_writer->importActions(origin, {split}).result());
    SeriesKey adjusted = dailySeries(1, "yahoo");
    adjusted.splitsUntil = core::SessionDate::fromIso("2025-03-01");
    const qint64 yahoo = import(adjusted, {dailyRow(m_day.days(), 11842)}, "yahoo.json");
    const qint64 stooq = import(dailySeries(1, "stooq"), {dailyRow(m_day.days(), 118510)}, "stooq.csv");
    const auto found = provenance({1, yahoo, m_day, {}});
    QCOMPARE(found.others.size(), std::size_t(1));
    QCOMPARE(found.others[0].close.units, qint64(11851));
    const auto other = provenance({1, stooq, m_day, {}});
    QCOMPARE(core::toPlainText(*other.close), std::string("118.51")); // as the chart draws it
    QCOMPARE(core::toPlainText(other.others[0].close), std::string("118.42"));
}

void TestQuoteProvenance::anIntradayBar()
{
    SeriesKey intraday = dailySeries(1, "iex");
    intraday.intervalNs = 5 * core::kNsPerMinute;
    const qint64 iex = import(intraday, {intradayRow("2025-01-27T20:55:00Z", 11851)}, "iex.csv");
    const auto found = provenance({1, iex, m_day, core::parseIsoTime("2025-01-27T20:55:00Z")});
    QCOMPARE(found.source, text("iex"));
    QCOMPARE(found.origins, QStringList{text("iex.csv")});
    QVERIFY(found.fetched.has_value());
}

void TestQuoteProvenance::whereASourceHasNothingTheNextOneIsShown()
{
    const qint64 yahoo = import(dailySeries(1, "yahoo"), {dailyRow(m_day.days() + 1, 11842)}, "yahoo.json");
    import(dailySeries(1, "stooq"), {dailyRow(m_day.days(), 11960)}, "stooq.csv");
    import(dailySeries(1, "ariva"), {dailyRow(m_day.days(), 11950)}, "ariva.csv");
    const auto found = provenance({1, yahoo, m_day, {}});
    QCOMPARE(found.source, text("ariva"));
    QCOMPARE(found.others.size(), std::size_t(1));
}

void TestQuoteProvenance::whatIsGoneIsSaid()
{
    const qint64 yahoo = import(dailySeries(1, "yahoo"), {dailyRow(m_day.days(), 11842)}, "yahoo.json");
    const auto found = pipeline::loadProvenance(*m_reader, m_calendars, {1, yahoo, m_day.plusDays(1), {}});
    QVERIFY(!found.has_value());
    QCOMPARE(found.error().code, core::ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestQuoteProvenance)
#include "tst_quoteprovenance.moc"
