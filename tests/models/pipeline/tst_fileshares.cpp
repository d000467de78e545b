// SPDX-License-Identifier: GPL-3.0-or-later
#include "FaultServer.h"
#include "FetchSupport.h"

using namespace tickmark;
using namespace tickmark::store;
using pipeline::FetchedItem;
using pipeline::FetchTask;
using test::FaultAnswer;
using test::FaultServer;
using test::FetchBench;
using test::SeenRequest;

namespace {

constexpr const char *kFridayNight = "2025-03-07T23:00:00Z";
constexpr const char *kMondayNight = "2025-03-10T23:00:00Z";
const QByteArray kHead = "Date,Open,High,Low,Close,Volume\n";
const QByteArray kBefore = "2025-03-05,1,2,0.5,1.25,100\n2025-03-06,1.25,2,0.5,1.5,100\n"
                           "2025-03-07,1.5,2,0.5,1.75,100\n";
const QByteArray kTurned = "2025-03-05,0.1,0.2,0.05,0.125,1000\n2025-03-06,0.125,0.2,0.05,0.15,1000\n"
                           "2025-03-07,0.15,0.2,0.05,0.175,1000\n";
const QByteArray kMonday = "2025-03-10,0.15,0.2,0.05,0.18,1000\n";
const QByteArray kTuesday = "2025-03-11,0.15,0.2,0.05,0.19,1000\n";

core::SessionDate day(const char *iso)
{
    return *core::SessionDate::fromIso(iso);
}

//! A table at an address, of one instrument; ten shares for one from 10 March on.
class TableBench : public FetchBench
{
    QByteArray m_body = kHead + kBefore; // goes after its server
    FaultServer m_server{[this](const SeenRequest &, int) {
        return FaultAnswer{FaultServer::whole(m_body), FaultAnswer::End::Keep, {}};
    }};
    FetchTask m_task;

public:
    explicit TableBench(bool splitsAdjusted) : m_task(add("Table", "csv", m_server.url(text("/bars.csv")).toString()))
    {
        m_task.setup.symbols = {text("NVDA")};
        m_task.setup.splitsAdjusted = splitsAdjusted;
        save(m_task);
    }

    FetchedItem fetch(const QByteArray &rows, const char *now)
    {
        m_body = kHead + rows;
        const auto reports = run({m_task}, now);
        return reports ? reports->front().items.at(0) : FetchedItem{};
    }
    void knowTheSplit()
    {
        VERIFY_RESULT(
            writer->importActions({}, {{1, day("2025-03-10"), CorporateAction::Kind::Split, 10, 1, {}, {}}}).result());
    }
    void correct(std::size_t index, qint64 cents)
    {
        BarCorrection correction;
        correction.seriesId = reader->seriesOf(1).value().front().id;
        correction.bar = dailyBars().at(index);
        correction.bar.open = correction.bar.high = correction.bar.low = correction.bar.close = cents;
        correction.priceDecimals = 2;
        correction.corrected = *core::parseIsoTime("2025-03-08T08:00:00Z");
        VERIFY_RESULT(writer->correctBar(correction).result());
    }
    //! "1.25 1.5"
    QString closes()
    {
        QStringList all;
        const int decimals = reader->seriesOf(1).value().front().priceDecimals;
        for (const core::Bar &bar : dailyBars())
            all += QString::number(core::toDouble({bar.close, decimals}));
        return all.join(QLatin1Char(' '));
    }
    core::SessionDate splitsUntil() { return reader->seriesOf(1).value().front().splitsUntil.value(); }
};

} // namespace

//! A fetched table after a split: what is stored counts in the same shares as what comes, or nothing comes.
class TestFileShares : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCorrectionByHandIsTurnedWithTheRest_data();
    void aCorrectionByHandIsTurnedWithTheRest();
    void whatARollingTableDoesNotHaveIsTurned_data();
    void whatARollingTableDoesNotHaveIsTurned();
    void whatShowsAnotherSplitAsWellIsRefused();
    void aTableThatLagsBehindTheSplitIsNotBelieved();
    void aTableAsTradedThatChangesAllItsPricesIsRefused();
    void onlyNewRowsLookWrong();
};

void TestFileShares::aCorrectionByHandIsTurnedWithTheRest_data()
{
    QTest::addColumn<bool>("known");
    QTest::newRow("the split is known") << true;
    QTest::newRow("only the prices show it") << false;
}

void TestFileShares::aCorrectionByHandIsTurnedWithTheRest()
{
    QFETCH(bool, known);
    TableBench bench(true);
    bench.fetch(kBefore, kFridayNight);
    bench.correct(1, 160);
    if (known)
        bench.knowTheSplit();
    const FetchedItem item = bench.fetch(kTurned + kMonday, kMondayNight);
    QVERIFY2(!item.error, qPrintable(item.errorCode));
    QCOMPARE(bench.closes(), text("0.125 0.16 0.175 0.18"));
    QCOMPARE(bench.splitsUntil(), day("2025-03-10"));
    // it is the user's word still
    QCOMPARE(bench.fetch(kTurned + kMonday + kTuesday, "2025-03-11T23:00:00Z").totals.inserted, 1);
    QCOMPARE(bench.closes(), text("0.125 0.16 0.175 0.18 0.19"));
}

void TestFileShares::whatARollingTableDoesNotHaveIsTurned_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QString>("closes");
    QTest::newRow("some days again") << kTurned.mid(kTurned.indexOf("2025-03-07")) + kMonday << "0.125 0.15 0.175 0.18";
    QTest::newRow("nothing again") << kMonday << "0.125 0.15 0.175 0.18";
}

void TestFileShares::whatARollingTableDoesNotHaveIsTurned()
{
    QFETCH(QByteArray, rows);
    TableBench bench(true);
    bench.fetch(kBefore, kFridayNight);
    bench.knowTheSplit();
    const FetchedItem item = bench.fetch(rows, kMondayNight);
    QVERIFY2(!item.error, qPrintable(item.errorCode));
    QTEST(bench.closes(), "closes");
    QCOMPARE(bench.dailyBars().front().volume.value(), 1000);
    // all of it in one import, which can be taken back as one
    VERIFY_RESULT(bench.writer->undoImport(item.importId).result());
    QCOMPARE(bench.closes(), text("1.25 1.5 1.75"));
    QCOMPARE(bench.splitsUntil(), day("2025-03-07"));
}

void TestFileShares::whatShowsAnotherSplitAsWellIsRefused()
{
    TableBench bench(true);
    bench.fetch(kBefore, kFridayNight);
    bench.knowTheSplit();
    const QByteArray half = "2025-03-06,0.0625,0.1,0.025,0.075,2000\n2025-03-07,0.075,0.1,0.025,0.0875,2000\n"
                            "2025-03-10,0.075,0.1,0.025,0.09,2000\n";
    QCOMPARE(bench.fetch(half, kMondayNight).errorCode, text("other_shares"));
    QCOMPARE(bench.closes(), text("1.25 1.5 1.75"));
}

void TestFileShares::aTableThatLagsBehindTheSplitIsNotBelieved()
{
    TableBench bench(true);
    bench.fetch(kBefore, kFridayNight);
    bench.knowTheSplit();
    QVERIFY(!bench.fetch(kBefore + kMonday, kMondayNight).error);
    QCOMPARE(bench.closes(), text("1.25 1.5 1.75 0.18"));
    QCOMPARE(bench.splitsUntil(), day("2025-03-07"));
    QVERIFY(!bench.fetch(kTurned + kMonday + kTuesday, "2025-03-11T23:00:00Z").error);
    QCOMPARE(bench.closes(), text("0.125 0.15 0.175 0.18 0.19"));
    QCOMPARE(bench.splitsUntil(), day("2025-03-11"));
}

//! The user forgot to say that splits are in its prices.
void TestFileShares::aTableAsTradedThatChangesAllItsPricesIsRefused()
{
    TableBench bench(false);
    bench.fetch(kBefore, kFridayNight);
    const FetchedItem item = bench.fetch(kTurned.mid(kTurned.indexOf("2025-03-06")) + kMonday, kMondayNight);
    QCOMPARE(item.errorCode, text("other_prices"));
    QVERIFY(item.error->message.contains(text("--splits adjusted")));
    QCOMPARE(bench.closes(), text("1.25 1.5 1.75"));
    // one price may be mended
    const FetchedItem mended = bench.fetch(QByteArray(kBefore).replace("1.5,100", "1.6,100") + kMonday, kMondayNight);
    QVERIFY(!mended.error);
    QCOMPARE(bench.closes(), text("1.25 1.6 1.75 0.18"));
}

void TestFileShares::onlyNewRowsLookWrong()
{
    const QByteArray broken = "2025-03-04,1,0.5,2,1.25,100\n"; // its low above its high
    TableBench bench(false);
    QCOMPARE(bench.fetch(broken + kBefore, kFridayNight).rowsFlagged, 1);
    QCOMPARE(bench.fetch(broken + kBefore + kMonday, kMondayNight).rowsFlagged, 0);
}

QTEST_GUILESS_MAIN(TestFileShares)
#include "tst_fileshares.moc"
