// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreDump.h"
#include "StoreTestSupport.h"

#include <limits>

using namespace tickmark;
using namespace tickmark::store;

//! Bars on their way into the store: what is new, equal, different, finer, too large, cut short.
class BarImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void keepsWhatWasDelivered();
    void importingTwiceChangesNothing();
    void aDifferentRowReplacesTheStoredOne();
    void flagsAreNoDifference();
    void theLastRowOfAFileStands();
    void aFileWithDuplicatesIsIdempotentToo();
    void tellsOfRowsThatContradictEarlierOnes();
    void batchesThatMeetKnownRowsLoseNothing();
    void moreDigitsWidenTheSeries();
    void fewerDigitsAreScaled();
    void zerosAtTheEndDoNotWiden();
    void volumesWidenOnTheirOwn();
    void aRowThatWouldOverflowTheSeriesIsRejected();
    void aRowThatDoesNotFitItselfIsRejected();
    void dailyAndIntradayInOneImport();
    void cancelKeepsNothing();
    void anErrorOfTheFileKeepsNothing();
    void anErrorAtTheEndKeepsNothing();
    void aDryRunKeepsNothing();
    void anUnknownInstrumentIsAnError();
    void provenanceIsRecorded();
    void theViewShowsDecimals();

private:
    ImportResult import(std::vector<BarRow> rows, size_t sliceRows = 100);
    std::vector<core::Bar> stored();
    core::Series series();

    std::unique_ptr<TestFolder> m_folder;
    std::unique_ptr<StoreWriter> m_writer;
    qint64 m_instrument = 0;
};

void BarImportTest::init()
{
    m_folder = std::make_unique<TestFolder>();
    VERIFY_RESULT(makeStore(m_folder->store()));
    auto writer = StoreWriter::open(m_folder->store());
    VERIFY_RESULT(writer);
    m_writer = std::move(*writer);
    m_instrument = 1;
}

void BarImportTest::cleanup()
{
    m_writer.reset();
    const auto findings = verifyStore(m_folder->store());
    VERIFY_RESULT(findings);
    QVERIFY2(findings->empty(), findings->empty() ? "" : qPrintable(findings->front().what + findings->front().detail));
    m_folder.reset();
}

ImportResult BarImportTest::import(std::vector<BarRow> rows, size_t sliceRows)
{
    const auto result =
        m_writer->importBars(importOf({dailySeries(m_instrument)}, std::move(rows), "test.csv", sliceRows)).result();
    if (!result)
        QTest::qFail(qPrintable(result.error().message + result.error().detail), __FILE__, __LINE__);
    return result.value_or(ImportResult{});
}

core::Series BarImportTest::series()
{
    const auto reader = StoreReader::open(m_folder->store());
    const auto found = reader ? (*reader)->preferredSeries(m_instrument, SeriesUse::Daily)
                              : core::Result<std::optional<core::Series>>();
    return found && *found ? **found : core::Series{};
}

std::vector<core::Bar> BarImportTest::stored()
{
    const auto reader = StoreReader::open(m_folder->store());
    return reader ? (*reader)->dailyBars(series().id).value_or(std::vector<core::Bar>{}) : std::vector<core::Bar>{};
}

void BarImportTest::keepsWhatWasDelivered()
{
    BarRow row = dailyRow(20115, 11842);
    row.bar.open = 12480;
    row.bar.high = 12840;
    row.bar.low = 11690;
    row.bar.volume = 818830900;
    row.bar.flags = core::kBarJump;
    BarRow without = dailyRow(-25000, -5);
    without.bar.volume.reset();
    QCOMPARE(import({row, without}).totals, (ImportTotals{.inserted = 2}));

    const auto bars = stored();
    QCOMPARE(bars.size(), size_t(2));
    QCOMPARE(bars[0].session.days(), -25000);
    QCOMPARE(bars[0].close, -5);
    QVERIFY(!bars[0].volume);
    QCOMPARE(bars[1].open, 12480);
    QCOMPARE(bars[1].high, 12840);
    QCOMPARE(bars[1].low, 11690);
    QCOMPARE(bars[1].close, 11842);
    QCOMPARE(*bars[1].volume, 818830900);
    QCOMPARE(bars[1].flags, quint32(core::kBarJump));
}

void BarImportTest::importingTwiceChangesNothing()
{
    std::vector<BarRow> rows;
    for (int day = 0; day < 500; ++day)
        rows.push_back(dailyRow(day, 100 + day));
    QVERIFY(import(rows).importId != 0);
    const QString before = dumpStore(m_folder->store());
    const ImportResult again = import(rows);
    QCOMPARE(again.totals, (ImportTotals{.unchanged = 500}));
    QCOMPARE(again.importId, 0);
    QCOMPARE(dumpStore(m_folder->store()), before);
}

void BarImportTest::aDifferentRowReplacesTheStoredOne()
{
    import({dailyRow(1, 100), dailyRow(2, 200)});
    QCOMPARE(import({dailyRow(1, 100), dailyRow(2, 201), dailyRow(3, 300)}).totals,
             (ImportTotals{.inserted = 1, .replaced = 1, .unchanged = 1}));
    QCOMPARE(stored()[1].close, 201);
    // a volume that is not given any more is a difference too
    QCOMPARE(import({dailyRow(1, 100, 2, {})}).totals, (ImportTotals{.replaced = 1}));
    QVERIFY(!stored()[0].volume);
}

void BarImportTest::flagsAreNoDifference()
{
    import({dailyRow(1, 100)});
    BarRow flagged = dailyRow(1, 100);
    flagged.bar.flags = core::kBarOutsideCalendar;
    QCOMPARE(import({flagged}).totals, (ImportTotals{.unchanged = 1}));
}

void BarImportTest::theLastRowOfAFileStands()
{
    QCOMPARE(import({dailyRow(1, 100), dailyRow(2, 200), dailyRow(1, 101)}).totals,
             (ImportTotals{.inserted = 2, .duplicate = 1}));
    QCOMPARE(stored()[0].close, 101);
}

void BarImportTest::aFileWithDuplicatesIsIdempotentToo()
{
    const std::vector<BarRow> rows{dailyRow(1, 100), dailyRow(1, 101), dailyRow(2, 200)};
    import(rows);
    const QString before = dumpStore(m_folder->store());
    const ImportResult again = import(rows);
    QCOMPARE(again.importId, 0);
    QCOMPARE(again.totals.replaced, 0);
    QCOMPARE(dumpStore(m_folder->store()), before);
}

void BarImportTest::tellsOfRowsThatContradictEarlierOnes()
{
    import({dailyRow(1, 100), dailyRow(2, 200), dailyRow(3, 300)});
    // equal to the stored ones, other than the stored ones, new; then each again, and some once more
    const std::vector<std::pair<int, qint64>> delivered{{1, 100}, {2, 201}, {3, 300}, {4, 400}, {5, 500},
                                                        {1, 101}, {2, 200}, {3, 300}, {4, 401}, {5, 500},
                                                        {4, 401}, {4, 400}, {2, 201}};
    std::vector<BarRow> rows;
    for (const auto &[day, close] : delivered) {
        rows.push_back(dailyRow(day, close));
        rows.back().line = qint64(rows.size()) + 1;
    }
    for (const size_t sliceRows : {size_t(1), size_t(100)}) {
        std::vector<qint64> lines;
        BarImportRequest request = importOf({dailySeries(m_instrument)}, rows, "test.csv", sliceRows);
        request.dryRun = true;
        request.superseded = [&](const BarRow &row) { lines.push_back(row.line); };
        VERIFY_RESULT(m_writer->importBars(std::move(request)).result());
        QCOMPARE(lines, (std::vector<qint64>{7, 8, 10, 13, 14}));
    }
}

void BarImportTest::batchesThatMeetKnownRowsLoseNothing()
{
    import({dailyRow(700, 1)});
    std::vector<BarRow> rows;
    for (int day = 0; day < 1500; ++day)
        rows.push_back(dailyRow(day, 1));
    QCOMPARE(import(rows, 1000).totals, (ImportTotals{.inserted = 1499, .unchanged = 1}));
    QCOMPARE(stored().size(), size_t(1500));
}

void BarImportTest::moreDigitsWidenTheSeries()
{
    import({dailyRow(1, 100), dailyRow(2, 200)});
    import({dailyRow(2, 250)}); // so that a former value has to be widened with it
    const qint64 last = import({dailyRow(3, 30123, 4)}).importId;
    QCOMPARE(series().priceDecimals, 4);
    QCOMPARE(stored()[0].close, 10000);
    QCOMPARE(stored()[1].close, 25000);
    QCOMPARE(stored()[2].close, 30123);
    // and is as it was before, where they go again
    VERIFY_RESULT(m_writer->undoImport(last).result());
    QCOMPARE(series().priceDecimals, 2);
    QCOMPARE(stored()[1].close, 250);
    VERIFY_RESULT(m_writer->undoImport(last - 1).result());
    QCOMPARE(stored()[1].close, 200);
}

void BarImportTest::fewerDigitsAreScaled()
{
    import({dailyRow(1, 12345, 3)});
    QCOMPARE(import({dailyRow(2, 7, 0), dailyRow(1, 12345, 3)}).totals, (ImportTotals{.inserted = 1, .unchanged = 1}));
    QCOMPARE(series().priceDecimals, 3);
    QCOMPARE(stored()[1].close, 7000);
}

void BarImportTest::zerosAtTheEndDoNotWiden()
{
    import({dailyRow(1, 11842)});
    QCOMPARE(import({dailyRow(1, 118420000, 6)}).totals, (ImportTotals{.unchanged = 1}));
    QCOMPARE(series().priceDecimals, 2);
}

void BarImportTest::volumesWidenOnTheirOwn()
{
    BarRow row = dailyRow(1, 100, 2, 15);
    import({row});
    row = dailyRow(2, 100, 2, 25);
    row.sizeDecimals = 1;
    const qint64 finer = import({row}).importId;
    QCOMPARE(series().sizeDecimals, 1);
    QCOMPARE(series().priceDecimals, 2);
    QCOMPARE(*stored()[0].volume, 150);
    QCOMPARE(*stored()[1].volume, 25);
    VERIFY_RESULT(m_writer->undoImport(finer).result());
    QCOMPARE(series().sizeDecimals, 0);
    QCOMPARE(*stored()[0].volume, 15);
}

void BarImportTest::aRowThatWouldOverflowTheSeriesIsRejected()
{
    const qint64 huge = std::numeric_limits<qint64>::max() / 10;
    import({dailyRow(1, huge, 0)});
    std::vector<qint64> lines;
    BarRow fine = dailyRow(2, 12, 2);
    fine.line = 17;
    BarImportRequest request = importOf({dailySeries(m_instrument)}, {fine, dailyRow(3, 5, 0)});
    request.rejected = [&](const BarRow &row, BarRejection why) {
        QCOMPARE(why, BarRejection::PriceTooLarge);
        lines.push_back(row.line);
    };
    const auto result = m_writer->importBars(std::move(request)).result();
    VERIFY_RESULT(result);
    QCOMPARE(result->totals, (ImportTotals{.inserted = 1, .rejected = 1}));
    QCOMPARE(lines, std::vector<qint64>{17});
    QCOMPARE(stored()[0].close, huge);
    QCOMPARE(series().priceDecimals, 0);
}

void BarImportTest::aRowThatDoesNotFitItselfIsRejected()
{
    import({dailyRow(1, 100, 8)});
    QCOMPARE(import({dailyRow(2, std::numeric_limits<qint64>::max() / 2, 0)}).totals, (ImportTotals{.rejected = 1}));
}

void BarImportTest::dailyAndIntradayInOneImport()
{
    SeriesKey intraday = dailySeries(m_instrument);
    intraday.intervalNs = 5 * core::kNsPerMinute;
    std::vector<BarRow> rows;
    for (int i = 0; i < 300; ++i) {
        rows.push_back(dailyRow(i, 100 + i));
        rows.push_back(dailyRow(0, 500 + i));
        rows.back().seriesIndex = 1;
        rows.back().bar.start = core::Time{1'737'984'000 * core::kNsPerSecond + i * intraday.intervalNs};
    }
    const auto result = m_writer->importBars(importOf({dailySeries(m_instrument), intraday}, rows)).result();
    VERIFY_RESULT(result);
    QCOMPARE(result->totals.inserted, 600);
    const auto reader = StoreReader::open(m_folder->store());
    VERIFY_RESULT(reader);
    const auto found = (*reader)->preferredSeries(m_instrument, SeriesUse::Intraday);
    VERIFY_RESULT(found);
    const core::Time first{1'737'984'000 * core::kNsPerSecond};
    const auto bars = (*reader)->intradayBars((*found)->id, {first, core::Time{first.ns + 3 * intraday.intervalNs}});
    VERIFY_RESULT(bars);
    QCOMPARE(bars->size(), size_t(3));
    QCOMPARE(bars->at(2).close, 502);
    QCOMPARE(bars->at(2).start.ns, first.ns + 2 * intraday.intervalNs);
}

void BarImportTest::cancelKeepsNothing()
{
    import({dailyRow(1, 100), dailyRow(2, 7, 4)});
    const QString before = dumpStore(m_folder->store());
    std::stop_source stop;
    BarImportRequest request;
    request.series = {dailySeries(m_instrument), dailySeries(m_instrument, "another")};
    request.nextSlice = [&, day = 0](std::vector<BarRow> &rows) mutable -> core::Result<bool> {
        for (int i = 0; i < 1000; ++i)
            rows.push_back(dailyRow(day++, 123456, 5));
        if (day == 20000)
            stop.request_stop();
        return true;
    };
    const auto result = m_writer->importBars(std::move(request), stop.get_token()).result();
    QVERIFY(!result);
    QCOMPARE(result.error().code, core::ErrorCode::Cancelled);
    QCOMPARE(dumpStore(m_folder->store()), before);
}

void BarImportTest::anErrorOfTheFileKeepsNothing()
{
    import({dailyRow(1, 100)});
    const QString before = dumpStore(m_folder->store());
    BarImportRequest request;
    request.series = {dailySeries(m_instrument)};
    request.nextSlice = [slices = 0](std::vector<BarRow> &rows) mutable -> core::Result<bool> {
        if (++slices == 3)
            return core::failure(core::ErrorCode::InvalidInput, text("line 3 is broken"));
        rows = {dailyRow(slices, 999)};
        return true;
    };
    const auto result = m_writer->importBars(std::move(request)).result();
    QVERIFY(!result);
    QCOMPARE(result.error().message, text("line 3 is broken"));
    QCOMPARE(dumpStore(m_folder->store()), before);
}

void BarImportTest::anErrorAtTheEndKeepsNothing()
{
    const QString before = dumpStore(m_folder->store());
    BarImportRequest request = importOf({dailySeries(m_instrument)}, {dailyRow(1, 100)});
    request.finish = []() -> core::Result<ImportEnd> {
        return core::failure(core::ErrorCode::InvalidInput, text("too many rejects"));
    };
    QVERIFY(!m_writer->importBars(std::move(request)).result());
    QCOMPARE(dumpStore(m_folder->store()), before);
}

void BarImportTest::aDryRunKeepsNothing()
{
    import({dailyRow(1, 100)});
    const QString before = dumpStore(m_folder->store());
    BarImportRequest request = importOf({dailySeries(m_instrument)}, {dailyRow(1, 101), dailyRow(2, 200)});
    request.dryRun = true;
    const auto result = m_writer->importBars(std::move(request)).result();
    VERIFY_RESULT(result);
    QCOMPARE(result->totals, (ImportTotals{.inserted = 1, .replaced = 1}));
    QCOMPARE(result->importId, 0);
    QCOMPARE(dumpStore(m_folder->store()), before);
}

void BarImportTest::anUnknownInstrumentIsAnError()
{
    const auto result = m_writer->importBars(importOf({dailySeries(4711)}, {dailyRow(1, 100)})).result();
    QVERIFY(!result);
    QCOMPARE(result.error().code, core::ErrorCode::NotFound);
}

void BarImportTest::provenanceIsRecorded()
{
    BarImportRequest request = importOf({dailySeries(m_instrument)}, {dailyRow(1, 100), dailyRow(2, 100)}, "a.csv");
    request.origin.fetched = core::Time{42};
    request.finish = [] { return core::Result<ImportEnd>(ImportEnd{QByteArray(32, 'x'), 3}); };
    VERIFY_RESULT(m_writer->importBars(std::move(request)).result());
    VERIFY_RESULT(m_writer->importBars(importOf({dailySeries(m_instrument)}, {dailyRow(2, 101)}, "b.csv")).result());

    const auto reader = StoreReader::open(m_folder->store());
    VERIFY_RESULT(reader);
    const auto imports = (*reader)->imports();
    VERIFY_RESULT(imports);
    QCOMPARE(imports->size(), size_t(2));
    QCOMPARE(imports->at(1).origin, text("a.csv"));
    QCOMPARE(imports->at(1).sha256, QByteArray(32, 'x'));
    QCOMPARE(imports->at(1).fetched.ns, 42);
    QCOMPARE(imports->at(1).totals, (ImportTotals{.inserted = 2, .rejected = 3}));
    const qint64 id = series().id;
    QCOMPARE(*(*reader)->origins(id), (QStringList{text("a.csv"), text("b.csv")}));
    const auto second = core::SessionDate::fromDays(2);
    QCOMPARE(*(*reader)->origins(id, SessionRange{second, second}), QStringList{text("b.csv")});
}

void BarImportTest::theViewShowsDecimals()
{
    import({dailyRow(20115, 11842), dailyRow(20116, -7)});
    QCOMPARE(queryText(m_folder->store(), "SELECT symbol, session, close, source FROM daily"),
             text("NVDA|2025-01-27|118.42|file\nNVDA|2025-01-28|-0.07|file"));
}

QTEST_GUILESS_MAIN(BarImportTest)
#include "tst_barimport.moc"
