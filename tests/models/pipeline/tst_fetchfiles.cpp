// SPDX-License-Identifier: GPL-3.0-or-later
#include "../store/StoreDump.h"
#include "FaultServer.h"
#include "FetchSupport.h"
#include <pipeline/FetchTrial.h>

using namespace tickmark;
using namespace tickmark::store;
using pipeline::FetchTask;
using test::FaultAnswer;
using test::FaultServer;
using test::FetchBench;
using test::SeenRequest;
using End = FaultAnswer::End;

namespace {

constexpr const char *kFridayNight = "2025-03-07T23:00:00Z";
const QByteArray kBars = "Date,Open,High,Low,Close,Volume\n2025-03-05,1,2,0.5,1.25,100\n"
                         "2025-03-06,1.25,2,0.5,1.5,100\n2025-03-07,1.5,2,0.5,1.75,100\n";
const QByteArray kTicks = "time,price,size\n2025-03-07T15:00:00Z,1.5,100\n2025-03-07T15:00:01Z,1.25,50\n";

FaultAnswer tagged(const SeenRequest &request, const QByteArray &body)
{
    if (request.head.contains("If-None-Match: \"v1\""))
        return {"HTTP/1.1 304 Not Modified\r\n\r\n", End::Keep, {}};
    return {FaultServer::whole(body, "ETag: \"v1\"\r\n"), End::Keep, {}};
}

} // namespace

//! Tables over http, and what the "Test" button says of every kind of source.
class TestFetchFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTableComesOnce();
    void ticksComeToo();
    void aTableWithoutSymbolsNeedsOne();
    void aSessionThatRunsIsLeftOutAndComesLater();
    void aCorrectionByHandStays();
    void adjustedTablesSayTheirSplits();
    void aTableOfNewSharesDoesNotMix();
    void badFilesStoreNothing_data();
    void badFilesStoreNothing();
    void aTrialTellsWhatIsThere_data();
    void aTrialTellsWhatIsThere();
    void aTrialOfAServiceThatLagsTellsHowFarItReaches();
    void aSourceWithoutAKeyIsNotToldToCheckIt();
    void aTrialStoresNothing();
};

void TestFetchFiles::aTableComesOnce()
{
    FaultServer server([](const SeenRequest &request, int) { return tagged(request, kBars); });
    FetchBench bench;
    FetchTask task = bench.add("Table", "csv", server.url(text("/bars.csv?key=GEHEIM")).toString());
    task.setup.symbols = {text("NVDA")};
    bench.save(task);
    auto reports = bench.run({task}, kFridayNight);
    VERIFY_RESULT(reports);
    QVERIFY2(reports->front().isComplete(), qPrintable(reports->front().errorCode));
    QCOMPARE(reports->front().items.at(0).totals.inserted, 3);
    QCOMPARE(bench.dailyBars().size(), std::size_t(3));
    const ImportRecord import = bench.reader->imports().value().front();
    QCOMPARE(import.source, text("Table"));
    QVERIFY(import.origin.endsWith(text("/bars.csv")));
    reports = bench.run({task}, kFridayNight);
    VERIFY_RESULT(reports);
    QVERIFY(reports->front().items.at(0).notModified);
}

void TestFetchFiles::ticksComeToo()
{
    FaultServer server([](const SeenRequest &request, int) { return tagged(request, kTicks); });
    FetchBench bench;
    FetchTask task = bench.add("Table", "csv", server.url(text("/ticks.csv")).toString());
    task.setup.symbols = {text("NVDA")};
    bench.save(task);
    const auto reports = bench.run({task}, kFridayNight);
    VERIFY_RESULT(reports);
    QVERIFY(reports->front().isComplete());
    QCOMPARE(bench.reader->info().value().ticks, 2);
}

void TestFetchFiles::aTableWithoutSymbolsNeedsOne()
{
    FaultServer server([](const SeenRequest &request, int) { return tagged(request, kBars); });
    FetchBench bench;
    const FetchTask task = bench.add("Table", "csv", server.url(text("/bars.csv")).toString());
    const auto reports = bench.run({task}, kFridayNight);
    VERIFY_RESULT(reports);
    QCOMPARE(reports->front().items.at(0).errorCode, text("unnamed_instrument"));
    QCOMPARE(reports->front().items.at(0).error->message,
             text("The file of Table does not say which instrument it is about. Choose exactly one for this source."));
}

void TestFetchFiles::aSessionThatRunsIsLeftOutAndComesLater()
{
    FaultServer server([](const SeenRequest &request, int) { return tagged(request, kBars); });
    FetchBench bench;
    FetchTask task = bench.add("Table", "csv", server.url(text("/bars.csv")).toString());
    task.setup.symbols = {text("NVDA")};
    bench.save(task);
    const auto reports = bench.run({task}, "2025-03-07T18:00:00Z");
    VERIFY_RESULT(reports);
    QCOMPARE(reports->front().items.at(0).rowsLeftOut, 1);
    QCOMPARE(bench.dailyBars().size(), std::size_t(2));
    // the file is the same in the evening
    VERIFY_RESULT(bench.run({task}, kFridayNight));
    QCOMPARE(bench.dailyBars().size(), std::size_t(3));
}

void TestFetchFiles::aCorrectionByHandStays()
{
    QByteArray body = kBars;
    FaultServer server([&body](const SeenRequest &, int) {
        return FaultAnswer{FaultServer::whole(body), End::Keep, {}};
    });
    FetchBench bench;
    FetchTask task = bench.add("Table", "csv", server.url(text("/bars.csv")).toString());
    task.setup.symbols = {text("NVDA")};
    bench.save(task);
    VERIFY_RESULT(bench.run({task}, kFridayNight));
    BarCorrection correction;
    correction.seriesId = bench.reader->seriesOf(1).value().front().id;
    correction.bar = bench.dailyBars().at(1);
    correction.bar.open = correction.bar.high = correction.bar.low = correction.bar.close = 19;
    correction.priceDecimals = 1;
    correction.corrected = *core::parseIsoTime("2025-03-08T08:00:00Z");
    VERIFY_RESULT(bench.writer->correctBar(correction).result());
    body += "2025-03-10,1.75,2,0.5,1.80,100\n";
    const auto reports = bench.run({task}, "2025-03-10T23:00:00Z");
    VERIFY_RESULT(reports);
    const pipeline::FetchedItem &item = reports->front().items.at(0);
    QCOMPARE(item.totals.inserted, 1);
    QCOMPARE(item.totals.replaced, 0);
    QCOMPARE(item.rowsLeftOut, 1);
    QCOMPARE(bench.dailyBars().size(), std::size_t(4));
    const int decimals = bench.reader->seriesOf(1).value().front().priceDecimals;
    QCOMPARE(core::toDouble({bench.dailyBars().at(1).close, decimals}), 1.9);
}

void TestFetchFiles::adjustedTablesSayTheirSplits()
{
    FaultServer server([](const SeenRequest &request, int) { return tagged(request, kBars); });
    FetchBench bench;
    FetchTask task = bench.add("Table", "csv", server.url(text("/bars.csv")).toString());
    task.setup.symbols = {text("NVDA")};
    task.setup.splitsAdjusted = true;
    bench.save(task);
    VERIFY_RESULT(bench.run({task}, "2025-03-09T12:00:00Z"));
    QCOMPARE(bench.reader->seriesOf(1).value().front().splitsUntil.value(), *core::SessionDate::fromIso("2025-03-07"));
}

//! A table of the last days only, after a split: what it does not have any more would stay in old shares.
void TestFetchFiles::aTableOfNewSharesDoesNotMix()
{
    QByteArray body = kBars;
    FaultServer server([&body](const SeenRequest &, int) {
        return FaultAnswer{FaultServer::whole(body), End::Keep, {}};
    });
    FetchBench bench;
    FetchTask task = bench.add("Table", "csv", server.url(text("/bars.csv")).toString());
    task.setup.symbols = {text("NVDA")};
    task.setup.splitsAdjusted = true;
    bench.save(task);
    VERIFY_RESULT(bench.run({task}, kFridayNight));
    const QByteArray rolled = "Date,Open,High,Low,Close,Volume\n2025-03-06,0.125,0.2,0.05,0.15,1000\n"
                              "2025-03-07,0.15,0.2,0.05,0.175,1000\n2025-03-10,0.15,0.2,0.05,0.18,1000\n";
    body = rolled;
    auto reports = bench.run({task}, "2025-03-10T23:00:00Z");
    VERIFY_RESULT(reports);
    QCOMPARE(reports->front().items.at(0).errorCode, text("other_shares"));
    QCOMPARE(bench.dailyBars().size(), std::size_t(3));
    // all of it again is welcome
    body.insert(body.indexOf("2025-03-06"), "2025-03-05,0.1,0.2,0.05,0.125,1000\n");
    reports = bench.run({task}, "2025-03-10T23:00:00Z");
    VERIFY_RESULT(reports);
    QCOMPARE(reports->front().items.at(0).totals.replaced, 3);
    QCOMPARE(bench.dailyBars().size(), std::size_t(4));
}

void TestFetchFiles::badFilesStoreNothing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::newRow("cut in a number") << QByteArray("HTTP/1.1 200 OK\r\n\r\n" + kBars.chopped(6)) << "malformed";
    QTest::newRow("a page to log in") << FaultServer::whole("<!DOCTYPE html><html></html>") << "web_page";
    QTest::newRow("nothing") << FaultServer::whole({}) << "empty_file";
    QTest::newRow("only a header") << FaultServer::whole("Date,Open,High,Low,Close,Volume\n") << "header_only";
    QTest::newRow("an error in JSON") << FaultServer::whole("{\"error\":\"no such file\"}\n") << "json_file";
    QTest::newRow("a picture") << FaultServer::whole(QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", 18)) << "not_text";
    QTest::newRow("words") << FaultServer::whole("No data today.\n") << "no_table";
}

void TestFetchFiles::badFilesStoreNothing()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    std::atomic_bool healed = false;
    FaultServer server([&](const SeenRequest &request, int) {
        return healed ? tagged(request, kBars) : FaultAnswer{bytes, End::Close, {}};
    });
    FetchBench bench;
    FetchTask task = bench.add("Table", "csv", server.url(text("/bars.csv")).toString());
    task.setup.symbols = {text("NVDA")};
    bench.save(task);
    const auto reports = bench.run({task}, kFridayNight);
    VERIFY_RESULT(reports);
    QCOMPARE(reports->front().items.at(0).errorCode, code);
    QVERIFY(bench.reader->seriesOf(1).value().empty());
    healed = true;
    VERIFY_RESULT(bench.run({task}, kFridayNight));
    QCOMPARE(bench.dailyBars().size(), std::size_t(3));
}

void TestFetchFiles::aTrialTellsWhatIsThere_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<qint64>("rows");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("code");
    QTest::newRow("quotes") << "stooq" << kBars << qint64(3) << "2025-03-05 1.25"
                            << "";
    QTest::newRow("a file of bars") << "csv" << kBars << qint64(3) << "2025-03-05 1.25"
                                    << "";
    QTest::newRow("a file of ticks") << "csv" << kTicks << qint64(2) << "2025-03-07T15:00:00Z 1.50"
                                     << "";
    QTest::newRow("a feed") << "feed"
                            << QByteArray("<rss version=\"2.0\"><channel><title>T</title><item><title>Eins</title>"
                                          "</item></channel></rss>")
                            << qint64(1) << "Eins"
                            << "";
    QTest::newRow("quota") << "stooq" << QByteArray("Exceeded the daily hits limit\n") << qint64(0) << ""
                           << "quota_used";
    QTest::newRow("no key") << "alphavantage" << QByteArray() << qint64(0) << ""
                            << "no_key";
    QTest::newRow("nobody") << "nobody" << QByteArray() << qint64(0) << ""
                            << "unknown_provider";
}

void TestFetchFiles::aTrialTellsWhatIsThere()
{
    QFETCH(QString, provider);
    QFETCH(QByteArray, body);
    FaultServer server([&body](const SeenRequest &, int) {
        return FaultAnswer{FaultServer::whole(body), End::Keep, {}};
    });
    FetchBench bench;
    FetchTask task;
    task.setup.name = text("Trial");
    task.setup.provider = provider;
    task.setup.symbols = {text("NVDA")};
    task.setup.address = server.url(text("/it")).toString();
    const auto trial = pipeline::trySource(task, *bench.http, *bench.reader, bench.calendars,
                                           *core::parseIsoTime(kFridayNight));
    VERIFY_RESULT(trial);
    QTEST(trial->rows, "rows");
    QTEST(plainText(trial->first), "first");
    QTEST(trial->errorCode, "code");
    QCOMPARE(trial->error.has_value(), !trial->errorCode.isEmpty());
    if (!body.isEmpty()) {
        QCOMPARE(trial->status, 200);
        QVERIFY(!trial->excerpt.isEmpty());
        QCOMPARE(trial->excerpt.split(u'\n').size(), QString::fromUtf8(body).trimmed().split(u'\n').size());
        QVERIFY(trial->address.startsWith(server.url({}).toString()));
    }
}

void TestFetchFiles::aTrialOfAServiceThatLagsTellsHowFarItReaches()
{
    FaultServer server([](const SeenRequest &, int) { return FaultAnswer{FaultServer::whole(kBars), End::Keep, {}}; });
    FetchBench bench;
    FetchTask task;
    task.setup.name = text("Trial");
    task.setup.provider = text("stooq");
    task.setup.symbols = {text("NVDA")};
    task.setup.address = server.url({}).toString();
    const auto tried = [&](const char *now) {
        return pipeline::trySource(task, *bench.http, *bench.reader, bench.calendars, *core::parseIsoTime(now));
    };
    const auto lagging = tried("2026-09-08T12:00:00Z");
    VERIFY_RESULT(lagging);
    QVERIFY2(!lagging->error, qPrintable(lagging->errorCode));
    QCOMPARE(lagging->rows, 3);
    QCOMPARE(lagging->reachesUntil.value(), *core::SessionDate::fromIso("2025-03-07"));
    const auto fresh = tried(kFridayNight);
    VERIFY_RESULT(fresh);
    QVERIFY(!fresh->reachesUntil);
}

void TestFetchFiles::aSourceWithoutAKeyIsNotToldToCheckIt()
{
    FaultServer server([](const SeenRequest &, int) {
        return FaultAnswer{FaultServer::whole("no", {}, "401 Unauthorized"), End::Keep, {}};
    });
    FetchBench bench;
    const auto reports = bench.run(
        {bench.add("Charts", "yahoo", server.url({}).toString()),
         bench.add("Keyed", "twelvedata", server.url({}).toString(), "a key of some length")},
        kFridayNight);
    VERIFY_RESULT(reports);
    QCOMPARE(reports->at(0).errorCode, text("login_needed"));
    QVERIFY(!reports->at(0).error->message.contains(text("key")));
    QCOMPARE(reports->at(1).errorCode, text("unauthorized"));
    QVERIFY(reports->at(1).error->message.contains(text("key")));
}

void TestFetchFiles::aTrialStoresNothing()
{
    const QByteArray key = "TOPSECRET0815";
    FaultServer server([&key](const SeenRequest &, int) {
        return FaultAnswer{
            FaultServer::whole(R"({"Information":"We have detected your API key as )" + key + R"( so"})"),
            End::Keep,
            {}};
    });
    FetchBench bench;
    const QString before = dumpStore(bench.path());
    FetchTask task;
    task.setup.name = text("Trial");
    task.setup.provider = text("alphavantage");
    task.setup.address = server.url({}).toString();
    task.key = key;
    const auto trial = pipeline::trySource(task, *bench.http, *bench.reader, bench.calendars,
                                           *core::parseIsoTime(kFridayNight));
    VERIFY_RESULT(trial);
    QVERIFY(trial->error);
    const QString told = trial->address + trial->excerpt + trial->error->message + trial->error->detail;
    QVERIFY2(!told.contains(text("TOPSECRET")), qPrintable(told));
    QCOMPARE(dumpStore(bench.path()), before);
}

QTEST_GUILESS_MAIN(TestFetchFiles)
#include "tst_fetchfiles.moc"
