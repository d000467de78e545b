// SPDX-License-Identifier: GPL-3.0-or-later
#include "../store/StoreDump.h"
#include "FaultServer.h"
#include "FetchSupport.h"

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
    void badFilesStoreNothing_data();
    void badFilesStoreNothing();
    void aTrialTellsWhatIsThere_data();
    void aTrialTellsWhatIsThere();
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
    QCOMPARE(reports->front().items.at(0).errorCode, text("not_what_was_asked"));
    QVERIFY(reports->front().items.at(0).error->message.contains(text("Table")));
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

void TestFetchFiles::badFilesStoreNothing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::newRow("cut in a number") << QByteArray("HTTP/1.1 200 OK\r\n\r\n" + kBars.chopped(6)) << "malformed";
    QTest::newRow("a page to log in") << FaultServer::whole("<!DOCTYPE html><html></html>") << "not_what_was_asked";
    QTest::newRow("nothing") << FaultServer::whole({}) << "not_what_was_asked";
    QTest::newRow("words") << FaultServer::whole("No data today.\n") << "not_what_was_asked";
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
    QTEST(trial->first, "first");
    QTEST(trial->errorCode, "code");
    QCOMPARE(trial->error.has_value(), !trial->errorCode.isEmpty());
    if (!body.isEmpty()) {
        QCOMPARE(trial->status, 200);
        QVERIFY(!trial->excerpt.isEmpty());
        QVERIFY(trial->address.startsWith(server.url({}).toString()));
    }
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
