// SPDX-License-Identifier: GPL-3.0-or-later
#include "../store/StoreTestSupport.h"
#include <pipeline/QualityScan.h>
#include <pipeline/SampleCase.h>

#include <map>

using namespace tickmark;
using namespace tickmark::store;
using analysis::QualityFinding;
using analysis::QualityKind;

//! What the data quality view says of a whole store.
class TestQualityScan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theSampleHasItsRealHoles_data();
    void theSampleHasItsRealHoles();
    void theSampleHasNothingElse();
    void sourcesAreHeldAgainstThePreferredOne();
    void oneExchangeAgainstTheOfficialClose();
    void simulatedSeriesAreLeftOut();
    void cancelEndsTheScan();

private:
    core::CalendarSet m_calendars{QStringLiteral(":/calendars")};
    QTemporaryDir m_folder;
    analysis::QualityReport m_sample;
};

void TestQualityScan::initTestCase()
{
    const QString path = m_folder.filePath(QStringLiteral("sample.tickmark"));
    VERIFY_RESULT(pipeline::writeSampleStore(path, false, m_calendars, *core::parseIsoTime("2025-02-15T00:00:00Z")));
    auto reader = StoreReader::open(path);
    VERIFY_RESULT(reader);
    auto report = pipeline::scanQuality(**reader, m_calendars);
    VERIFY_RESULT(report);
    m_sample = std::move(*report);
}

void TestQualityScan::theSampleHasItsRealHoles_data()
{
    QTest::addColumn<QString>("symbol");
    QTest::addColumn<QByteArrayList>("sessions");
    QTest::newRow("Siemens Energy") << text("ENR.DE") << QByteArrayList{"2024-12-10", "2024-12-17", "2024-12-30",
                                                                        "2025-01-08", "2025-01-17", "2025-01-20",
                                                                        "2025-01-21", "2025-01-24", "2025-02-10"};
    QTest::newRow("Nasdaq Composite") << text("^IXIC") << QByteArrayList{"2024-12-26", "2025-01-14", "2025-01-22"};
    QTest::newRow("semiconductor index") << text("^SOX") << QByteArrayList{"2025-02-05"};
}

void TestQualityScan::theSampleHasItsRealHoles()
{
    QFETCH(QString, symbol);
    QFETCH(QByteArrayList, sessions);
    const auto found = std::ranges::find(m_sample.findings, symbol, &QualityFinding::symbol);
    QVERIFY(found != m_sample.findings.end());
    QCOMPARE(found->kind, QualityKind::Hole);
    QCOMPARE(found->count, qint64(sessions.size()));
    const core::CalendarPtr calendar = *m_calendars.calendar(symbol == text("ENR.DE") ? text("XETR") : text("XNAS"));
    QByteArrayList missing;
    for (const analysis::SessionRun &run : found->runs) {
        for (const core::Session &session : calendar->sessions(run.first, run.last))
            missing.append(QByteArray::fromStdString(session.date.iso()));
    }
    QCOMPARE(missing, sessions);
}

void TestQualityScan::theSampleHasNothingElse()
{
    QByteArrayList symbols;
    for (const QualityFinding &finding : m_sample.findings)
        symbols.append(finding.symbol.toUtf8() + ' ' + analysis::qualityCode(finding.kind).toUtf8());
    QCOMPARE(symbols, (QByteArrayList{"^IXIC hole", "^SOX hole", "ENR.DE hole"}));
    QCOMPARE(m_sample.bars, qint64(1348 + 101));
    QCOMPARE(m_sample.instruments, qint64(27));
}

namespace {

//! A store in which every session from 20 to 31 January 2025 has a close of 118.42 from each of the sources.
class TwoSources
{
public:
    explicit TwoSources(const core::CalendarSet &calendars)
        : m_sessions(
            (*calendars.calendar(text("XNAS")))
                ->sessions(*core::SessionDate::fromIso("2025-01-20"), *core::SessionDate::fromIso("2025-01-31")))
    {
        core::Instrument instrument = makeInstrument(text("NVDA"));
        instrument.mic = text("XNAS");
        [[maybe_unused]] const auto made = createStore(m_folder.store(), false, [&](StoreWriter &writer) {
            return writer.addInstrument(instrument).result().map([](qint64) {});
        });
        m_writer = std::move(*StoreWriter::open(m_folder.store()));
        for (const auto &[name, priority] : {std::pair("yahoo", 5), std::pair("stooq", 9), std::pair("iex", 1)})
            [[maybe_unused]] const auto source = m_writer->ensureSource({0, text(name), text(name), priority}).result();
    }

    void import(const SeriesKey &key, std::map<QByteArray, qint64> others = {})
    {
        std::vector<BarRow> rows;
        for (const core::Session &session : m_sessions) {
            const auto other = others.find(QByteArray::fromStdString(session.date.iso()));
            rows.push_back(dailyRow(session.date.days(), other == others.end() ? 11842 : other->second));
            rows.back().bar.start = core::Time{session.hours.end.ns - 5 * core::kNsPerMinute};
        }
        VERIFY_RESULT(m_writer->importBars(importOf({key}, rows)).result());
    }

    analysis::QualityReport scan(const core::CalendarSet &calendars)
    {
        return *pipeline::scanQuality(**StoreReader::open(m_folder.store()), calendars);
    }

    [[nodiscard]] QString path() const { return m_folder.store(); }

private:
    TestFolder m_folder;
    std::vector<core::Session> m_sessions;
    std::unique_ptr<StoreWriter> m_writer;
};

} // namespace

void TestQualityScan::sourcesAreHeldAgainstThePreferredOne()
{
    TwoSources store(m_calendars);
    store.import(dailySeries(1, "yahoo"), {{"2025-01-27", 11962}, {"2025-01-28", 11850}});
    store.import(dailySeries(1, "stooq"));
    const analysis::QualityReport report = store.scan(m_calendars);
    QCOMPARE(report.findings.size(), std::size_t(1));
    const QualityFinding &found = report.findings.front();
    QCOMPARE(found.kind, QualityKind::Disagreement);
    QCOMPARE(found.series.source, text("yahoo"));
    QCOMPARE(found.otherSeries->source, text("stooq"));
    QCOMPARE(QByteArray::fromStdString(found.session.iso()), QByteArray("2025-01-27"));
    QCOMPARE(found.value->units, qint64(11962));
    QCOMPARE(found.other->units, qint64(11842));
    QCOMPARE(found.count, qint64(1));
}

void TestQualityScan::oneExchangeAgainstTheOfficialClose()
{
    TwoSources store(m_calendars);
    store.import(dailySeries(1, "yahoo"));
    SeriesKey intraday = dailySeries(1, "iex");
    intraday.intervalNs = 5 * core::kNsPerMinute;
    store.import(intraday, {{"2025-01-27", 11851}, {"2025-01-30", 12000}});
    const analysis::QualityReport report = store.scan(m_calendars);
    QCOMPARE(report.findings.size(), std::size_t(1));
    // 118.51 is 0.08 % off and all right.
    QCOMPARE(QByteArray::fromStdString(report.findings.front().session.iso()), QByteArray("2025-01-30"));
    QCOMPARE(report.findings.front().series.intervalNs, 5 * core::kNsPerMinute);
}

void TestQualityScan::simulatedSeriesAreLeftOut()
{
    TwoSources store(m_calendars);
    store.import(dailySeries(1, "yahoo"));
    SeriesKey simulated = dailySeries(1, "stooq");
    simulated.kind = core::SeriesKind::Simulated;
    store.import(simulated, {{"2025-01-27", 1}});
    SeriesKey adjusted = dailySeries(1, "iex");
    adjusted.kind = core::SeriesKind::DividendAdjusted;
    store.import(adjusted, {{"2025-01-27", 11700}});
    const analysis::QualityReport report = store.scan(m_calendars);
    QVERIFY(report.findings.empty());
    QCOMPARE(report.bars, qint64(18)); // nine sessions of two series
}

void TestQualityScan::cancelEndsTheScan()
{
    TwoSources store(m_calendars);
    store.import(dailySeries(1, "yahoo"));
    std::stop_source stop;
    stop.request_stop();
    const auto reader = StoreReader::open(store.path());
    const auto report = pipeline::scanQuality(**reader, m_calendars, stop.get_token());
    QVERIFY(!report.has_value());
    QCOMPARE(report.error().code, core::ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestQualityScan)
#include "tst_qualityscan.moc"
