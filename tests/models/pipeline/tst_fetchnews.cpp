// SPDX-License-Identifier: GPL-3.0-or-later
#include "../store/StoreDump.h"
#include "FaultServer.h"
#include "FeedText.h"
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

constexpr const char *kMonday = "2025-01-27T20:00:00Z";
constexpr const char *kTuesday = "2025-01-28T20:00:00Z";

QByteArray oneStory(const QByteArray &title, const QByteArray &guid = "1")
{
    return feed(item(guid, title, "Nvidia verlor am Montag 17 Prozent."));
}

FaultAnswer whole(const QByteArray &body, const QByteArray &headers = {})
{
    return {FaultServer::whole(body, headers), End::Keep, {}};
}

//! The feed, or that it has not changed, by its ETag.
FaultAnswer tagged(const SeenRequest &request, const QByteArray &body, const QByteArray &tag)
{
    if (request.head.contains(QByteArray("If-None-Match: " + tag)))
        return {"HTTP/1.1 304 Not Modified\r\nETag: " + tag + "\r\n\r\n", End::Keep, {}};
    return whole(body, "ETag: " + tag + "\r\n");
}

} // namespace

//! Headlines from feeds and services on loopback: what stands in the news list after each run.
class TestFetchNews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFeedThatHasNotChangedSaysSo();
    void validatorsBelongToOneQuestion();
    void badFeedsStoreNothing_data();
    void badFeedsStoreNothing();
    void manyFeedsAreManyImports();
    void aServiceIsAskedForEachInstrument();
};

void TestFetchNews::aFeedThatHasNotChangedSaysSo()
{
    std::atomic_bool changed = false;
    FaultServer server([&changed](const SeenRequest &request, int) {
        return changed ? tagged(request, oneStory("Zwei", "2"), "\"v2\"") : tagged(request, oneStory("Eins"), "\"v1\"");
    });
    FetchBench bench;
    const FetchTask task = bench.add("Kontorblatt", "feed", server.url(text("/feed.xml?token=GEHEIM")).toString());
    auto reports = bench.run({task}, kMonday);
    VERIFY_RESULT(reports);
    QVERIFY(reports->front().isComplete());
    QCOMPARE(reports->front().items.at(0).totals.inserted, 1);
    QVERIFY(!reports->front().items.at(0).address.contains(text("GEHEIM")));
    QCOMPARE(bench.reader->claims().value().size(), std::size_t(1));

    reports = bench.run({task}, kTuesday);
    VERIFY_RESULT(reports);
    QVERIFY(reports->front().items.at(0).notModified);
    QCOMPARE(reports->front().items.at(0).totals.inserted, 0);
    QCOMPARE(bench.reader->imports().value().size(), std::size_t(1));
    QCOMPARE(bench.state(task, {}).lastSuccess.value(), *core::parseIsoTime(kTuesday));
    changed = true;
    reports = bench.run({task}, kTuesday);
    VERIFY_RESULT(reports);
    QCOMPARE(reports->front().items.at(0).totals.inserted, 1);
    QCOMPARE(bench.reader->news().value().size(), std::size_t(2));
    // nor does the store hold what stands behind the question mark, but where the user wrote it
    const auto imports = bench.reader->imports().value();
    QVERIFY(std::ranges::none_of(imports, [](const ImportRecord &one) { return one.origin.contains(text("GEHEIM")); }));
}

void TestFetchNews::validatorsBelongToOneQuestion()
{
    FaultServer server([](const SeenRequest &request, int) { return tagged(request, oneStory("Eins"), "\"same\""); });
    FetchBench bench;
    FetchTask task = bench.add("Kontorblatt", "feed", server.url(text("/one.xml")).toString());
    VERIFY_RESULT(bench.run({task}, kMonday));
    task.setup.address = server.url(text("/two.xml")).toString();
    bench.save(task);
    auto reports = bench.run({task}, kMonday);
    VERIFY_RESULT(reports);
    QVERIFY(!reports->front().items.at(0).notModified);
    task.setup.language = text("en");
    bench.save(task);
    reports = bench.run({task}, kMonday);
    VERIFY_RESULT(reports);
    QVERIFY(!reports->front().items.at(0).notModified);
    reports = bench.run({task}, kMonday);
    VERIFY_RESULT(reports);
    QVERIFY(reports->front().items.at(0).notModified);
}

void TestFetchNews::badFeedsStoreNothing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    const QByteArray body = oneStory("Eins");
    QTest::newRow("cut where the connection ends")
        << QByteArray("HTTP/1.1 200 OK\r\nETag: \"v1\"\r\n\r\n" + body.chopped(40)) << "malformed";
    QTest::newRow("a page to log in") << FaultServer::whole("<html><body>Welcome</body></html>", "ETag: \"v1\"\r\n")
                                      << "web_page";
    QTest::newRow("no right to read it") << FaultServer::whole({}, {}, "403 Forbidden") << "forbidden";
    QTest::newRow("gone") << FaultServer::whole({}, {}, "410 Gone") << "not_found";
}

void TestFetchNews::badFeedsStoreNothing()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    std::atomic_bool healed = false;
    FaultServer server([&](const SeenRequest &request, int) {
        return healed ? tagged(request, oneStory("Eins"), "\"v1\"") : FaultAnswer{bytes, End::Close, {}};
    });
    FetchBench bench;
    const FetchTask task = bench.add("Kontorblatt", "feed", server.url(text("/feed.xml")).toString());
    auto reports = bench.run({task}, kMonday);
    VERIFY_RESULT(reports);
    QCOMPARE(reports->front().items.at(0).errorCode, code);
    QVERIFY(bench.reader->news().value().empty());
    QVERIFY(bench.state(task, {}).etag.isEmpty());
    healed = true;
    reports = bench.run({task}, kMonday);
    VERIFY_RESULT(reports);
    QCOMPARE(reports->front().items.at(0).totals.inserted, 1);
}

void TestFetchNews::manyFeedsAreManyImports()
{
    FaultServer server([](const SeenRequest &request, int) {
        return request.target == "/7" ? whole("<html>no</html>")
                                      : tagged(request, oneStory("Titel " + request.target, request.target), "\"v\"");
    });
    FetchBench bench;
    std::vector<FetchTask> tasks;
    for (int i = 0; i < 20; ++i)
        tasks.push_back(
            bench.add(qPrintable(text("Feed %1").arg(i)), "feed", server.url(text("/%1").arg(i)).toString()));
    auto reports = bench.run(tasks, kMonday);
    VERIFY_RESULT(reports);
    QCOMPARE(std::ranges::count_if(*reports, &pipeline::FetchReport::isComplete), 19);
    QVERIFY(reports->at(7).items.at(0).error);
    QCOMPARE(bench.reader->imports().value().size(), std::size_t(19));
    reports = bench.run(tasks, kTuesday);
    VERIFY_RESULT(reports);
    QCOMPARE(std::ranges::count_if(*reports, [](const auto &one) { return one.items.at(0).notModified; }), 19);
    QCOMPARE(bench.reader->imports().value().size(), std::size_t(19));
}

void TestFetchNews::aServiceIsAskedForEachInstrument()
{
    FaultServer server([](const SeenRequest &request, int) {
        const QByteArray id = request.target.contains("AMD") ? "a" : "n";
        const QByteArray headline = id == "a" ? "Chips for everybody" : "A model from Hangzhou";
        return whole(R"([{"category":"company","datetime":1738000800,"headline":")" + headline + R"(","id":)"
                     + (id == "a" ? "1" : "2")
                     + R"(,"related":"X","source":"Wire","summary":"Text","url":"https://w.example/)" + id + R"("}])");
    });
    FetchBench bench({text("NVDA"), text("AMD")});
    const FetchTask task = bench.add("Finnhub", "finnhub-news", server.url({}).toString(), "K3Y");
    auto reports = bench.run({task}, kMonday);
    VERIFY_RESULT(reports);
    QVERIFY2(reports->front().isComplete(), qPrintable(reports->front().errorCode));
    QCOMPARE(reports->front().items.size(), std::size_t(2));
    QCOMPARE(bench.reader->news().value().size(), std::size_t(2));
    VERIFY_RESULT(bench.run({task}, kTuesday));
    QCOMPARE(bench.reader->news().value().size(), std::size_t(2));
}

QTEST_GUILESS_MAIN(TestFetchNews)
#include "tst_fetchnews.moc"
