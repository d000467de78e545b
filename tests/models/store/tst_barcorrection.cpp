// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreDump.h"
#include "StoreTestSupport.h"

using namespace tickmark;
using namespace tickmark::store;

//! A wrong bar put right by hand: the new value shows, the old one is kept, and undoing brings it back exactly.
class TestBarCorrection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void newValuesStandAndOldOnesAreKept();
    void undoRestoresExactly();
    void laterImportGoesOnTop();
    void moreDigitsWidenTheSeries();
    void intradayBar();
    void sameValuesAreNoCorrection();
    void isRefused_data();
    void isRefused();

private:
    BarCorrection correction(qint64 open, qint64 high, qint64 low, qint64 close, const char *note = "");
    core::Bar stored(int day);
    void verify();

    std::unique_ptr<TestFolder> m_folder;
    std::unique_ptr<StoreWriter> m_writer;
    qint64 m_series = 0;
};

void TestBarCorrection::init()
{
    m_writer.reset();
    m_folder = std::make_unique<TestFolder>();
    VERIFY_RESULT(makeStore(m_folder->store()));
    auto writer = StoreWriter::open(m_folder->store());
    VERIFY_RESULT(writer);
    m_writer = std::move(*writer);
    BarRow flagged = dailyRow(2, 11800);
    flagged.bar.flags = core::kBarOutsideCalendar | core::kBarJump;
    VERIFY_RESULT(
        m_writer->importBars(importOf({dailySeries(1)}, {dailyRow(1, 14262), flagged}, "daily.csv")).result());
    auto reader = StoreReader::open(m_folder->store());
    m_series = (*reader)->seriesOf(1)->front().id;
}

BarCorrection TestBarCorrection::correction(qint64 open, qint64 high, qint64 low, qint64 close, const char *note)
{
    BarCorrection correction;
    correction.seriesId = m_series;
    correction.bar.session = core::SessionDate::fromDays(2);
    correction.bar.open = open;
    correction.bar.high = high;
    correction.bar.low = low;
    correction.bar.close = close;
    correction.bar.volume = 8'188'307;
    correction.priceDecimals = 2;
    correction.note = text(note);
    correction.corrected = core::Time{1'737'993'600'000'000'000};
    return correction;
}

core::Bar TestBarCorrection::stored(int day)
{
    auto reader = StoreReader::open(m_folder->store());
    const auto date = core::SessionDate::fromDays(day);
    const auto bars = (*reader)->dailyBars(m_series, {date, date});
    return bars && !bars->empty() ? bars->front() : core::Bar{};
}

void TestBarCorrection::verify()
{
    const auto findings = verifyStore(m_folder->store());
    VERIFY_RESULT(findings);
    QVERIFY2(findings->empty(), findings->empty() ? "" : qPrintable(findings->front().table + findings->front().what));
}

void TestBarCorrection::newValuesStandAndOldOnesAreKept()
{
    const auto done = m_writer->correctBar(correction(12480, 12840, 11670, 11842, "typing  error")).result();
    VERIFY_RESULT(done);
    QVERIFY(done->importId > 0);
    QCOMPARE(stored(2).close, 11842);
    QCOMPARE(stored(2).volume, std::optional<qint64>(8'188'307));
    QCOMPARE(stored(2).flags, quint32(core::kBarOutsideCalendar));
    QCOMPARE(stored(1).close, 14262);
    QCOMPARE(queryText(m_folder->store(), "SELECT close, volume FROM replaced_daily_bars"), text("11800|1000"));

    auto reader = StoreReader::open(m_folder->store());
    const ImportRecord record = (*reader)->imports()->front();
    QCOMPARE(record.source, text(kCorrectionSource));
    QVERIFY(record.origin.endsWith(text(": typing error")));
    QCOMPARE(record.totals.replaced, 1);
    verify();
}

void TestBarCorrection::undoRestoresExactly()
{
    const core::Bar before = stored(2);
    const QString barsBefore = queryText(m_folder->store(), "SELECT * FROM daily_bars");
    const auto done = m_writer->correctBar(correction(12480, 12840, 11670, 11842)).result();
    VERIFY_RESULT(done);
    QVERIFY(stored(2).close != before.close);
    const auto undone = m_writer->undoImport(done->importId).result();
    VERIFY_RESULT(undone);
    QCOMPARE(undone->restored, 1);
    QCOMPARE(queryText(m_folder->store(), "SELECT * FROM daily_bars"), barsBefore);
    QCOMPARE(queryText(m_folder->store(), "SELECT count(*) FROM replaced_daily_bars"), text("0"));
    verify();
}

void TestBarCorrection::laterImportGoesOnTop()
{
    const auto done = m_writer->correctBar(correction(12480, 12840, 11670, 11842)).result();
    VERIFY_RESULT(done);
    VERIFY_RESULT(m_writer->importBars(importOf({dailySeries(1)}, {dailyRow(2, 11900)}, "later.csv")).result());
    QCOMPARE(stored(2).close, 11900);
    const auto undone = m_writer->undoImport(done->importId).result();
    VERIFY_RESULT(undone);
    QCOMPARE(undone->dropped, 1);
    QCOMPARE(stored(2).close, 11900);
    verify();
}

void TestBarCorrection::moreDigitsWidenTheSeries()
{
    BarCorrection fine = correction(124'801, 128'400, 116'700, 118'420);
    fine.priceDecimals = 3;
    VERIFY_RESULT(m_writer->correctBar(fine).result());
    QCOMPARE(stored(2).open, 124'801);
    QCOMPARE(stored(1).close, 142'620);
    verify();
}

void TestBarCorrection::intradayBar()
{
    SeriesKey key = dailySeries(1);
    key.intervalNs = 5 * core::kNsPerMinute;
    BarRow row = dailyRow(0, 12200);
    row.bar.start = core::Time{1'737'993'600'000'000'000};
    VERIFY_RESULT(m_writer->importBars(importOf({key}, {row}, "5min.csv")).result());
    auto reader = StoreReader::open(m_folder->store());
    BarCorrection change = correction(12299, 12328, 12211, 12214);
    change.seriesId = (*reader)->preferredSeries(1, SeriesUse::Intraday)->value().id;
    change.bar.start = row.bar.start;
    VERIFY_RESULT(m_writer->correctBar(change).result());
    QCOMPARE((*reader)->intradayBars(change.seriesId)->front().high, 12328);
    QCOMPARE(stored(2).close, 11800);
    verify();
}

void TestBarCorrection::sameValuesAreNoCorrection()
{
    BarCorrection same = correction(11800, 11800, 11800, 11800);
    same.bar.volume = 1000;
    const QString before = dumpStore(m_folder->store());
    const auto done = m_writer->correctBar(same).result();
    VERIFY_RESULT(done);
    QCOMPARE(done->importId, 0);
    QCOMPARE(dumpStore(m_folder->store()), before);
}

void TestBarCorrection::isRefused_data()
{
    QTest::addColumn<std::vector<qint64>>("prices");
    QTest::addColumn<int>("day");
    QTest::addColumn<qint64>("volume");
    QTest::addColumn<core::ErrorCode>("code");
    using core::ErrorCode;
    QTest::newRow("high below the open") << std::vector<qint64>{130, 129, 100, 120} << 2 << qint64(0)
                                         << ErrorCode::InvalidInput;
    QTest::newRow("high below the close")
        << std::vector<qint64>{110, 119, 100, 120} << 2 << qint64(0) << ErrorCode::InvalidInput;
    QTest::newRow("low above the close") << std::vector<qint64>{110, 129, 105, 100} << 2 << qint64(0)
                                         << ErrorCode::InvalidInput;
    QTest::newRow("low above the high") << std::vector<qint64>{110, 110, 111, 110} << 2 << qint64(0)
                                        << ErrorCode::InvalidInput;
    QTest::newRow("negative volume") << std::vector<qint64>{110, 129, 100, 120} << 2 << qint64(-1)
                                     << ErrorCode::InvalidInput;
    QTest::newRow("a day without quotes")
        << std::vector<qint64>{110, 129, 100, 120} << 3 << qint64(0) << ErrorCode::NotFound;
}

void TestBarCorrection::isRefused()
{
    QFETCH(std::vector<qint64>, prices);
    QFETCH(int, day);
    QFETCH(qint64, volume);
    QFETCH(core::ErrorCode, code);
    BarCorrection wrong = correction(prices[0], prices[1], prices[2], prices[3]);
    wrong.bar.session = core::SessionDate::fromDays(day);
    wrong.bar.volume = volume;
    const QString before = dumpStore(m_folder->store());
    const auto done = m_writer->correctBar(wrong).result();
    QVERIFY(!done);
    QCOMPARE(done.error().code, code);
    QCOMPARE(dumpStore(m_folder->store()), before);
}

QTEST_GUILESS_MAIN(TestBarCorrection)
#include "tst_barcorrection.moc"
