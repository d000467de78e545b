// SPDX-License-Identifier: GPL-3.0-or-later
#include "../store/StoreDump.h"
#include "ChartFetch.h"

#include <atomic>

using namespace tickmark;
using namespace tickmark::store;
using namespace tickmark::test;
using pipeline::FetchReport;
using pipeline::FetchTask;
using End = FaultAnswer::End;

//! Quotes from a provider on loopback into a store: what a user finds there after each run, good or bad.
class TestFetchBars : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunFillsTheStoreAndASecondAsksForNothing();
    void theNextDayBringsOneBar();
    void aSessionThatRunsIsNotStored();
    void aBackfillGoesOnWhereItEnded_data();
    void aBackfillGoesOnWhereItEnded();
    void minutesEndWhereTheServiceKeepsNoMore();
    void badAnswersStoreNothing_data();
    void badAnswersStoreNothing();
    void aLimitEndsThatSourceOnly();
    void newBarsThatLookWrongAreCountedOnce();
    void anotherCurrencyIsRefused();
    void symbolsThatAreNamedAreAnswered();
    void aKeyStandsNowhere();
};

void TestFetchBars::aRunFillsTheStoreAndASecondAsksForNothing()
{
    World some = weekdays();
    some.dividendDays.insert("NVDA", day("2025-03-05"));
    ChartServer server(some);
    FetchBench bench;
    const FetchTask task = bench.add("Quotes", "yahoo", server.base());
    const auto reports = bench.run({task}, kFridayNight);
    VERIFY_RESULT(reports);
    const FetchReport &report = reports->front();
    QVERIFY(report.isComplete());
    QCOMPARE(report.source, text("Quotes"));
    QCOMPARE(report.items.size(), std::size_t(1));
    QCOMPARE(report.items[0].totals.inserted, 14);
    QCOMPARE(report.items[0].actions.inserted, 1);
    QCOMPARE(report.items[0].address, server.base() + text("/v8/finance/chart/NVDA"));
    QVERIFY(report.items[0].importId != 0);

    const auto series = bench.reader->seriesOf(1).value();
    QCOMPARE(series.size(), std::size_t(1));
    QCOMPARE(series[0].source, text("Quotes"));
    QCOMPARE(series[0].splitsUntil.value(), day("2025-03-07"));
    const auto stored = bench.dailyBars();
    QCOMPARE(stored.size(), std::size_t(14));
    QCOMPARE(stored.back().session, day("2025-03-07"));
    QCOMPARE(core::compare({stored.back().close, series[0].priceDecimals}, {centsAt(day("2025-03-07")), 2}),
             std::strong_ordering::equal);
    QCOMPARE(bench.reader->origins(series[0].id).value(), QStringList{report.items[0].address});
    const auto actions = bench.reader->actions(1).value();
    QCOMPARE(actions.size(), std::size_t(1));
    QCOMPARE(actions[0].currency, text("USD"));

    const qsizetype asked = server.seen().size();
    const QString before = dumpStore(bench.path());
    const auto again = bench.run({task}, kFridayNight);
    VERIFY_RESULT(again);
    QVERIFY(again->front().isComplete());
    QCOMPARE(again->front().items[0].requests, 0);
    QCOMPARE(server.seen().size(), asked);
    QCOMPARE(dumpStore(bench.path()), before);
    // nor on the weekend
    VERIFY_RESULT(bench.run({task}, "2025-03-09T12:00:00Z"));
    QCOMPARE(server.seen().size(), asked);
}

void TestFetchBars::theNextDayBringsOneBar()
{
    ChartServer server(weekdays("2025-02-18", "2025-03-06"));
    FetchBench bench;
    const FetchTask task = bench.add("Quotes", "yahoo", server.base());
    VERIFY_RESULT(bench.run({task}, "2025-03-06T23:00:00Z"));
    server.setWorld(weekdays());
    const auto reports = bench.run({task}, kFridayNight);
    VERIFY_RESULT(reports);
    const auto &item = reports->front().items.at(0);
    QCOMPARE(item.totals.inserted, 1);
    QCOMPARE(item.totals.replaced, 0);
    QVERIFY(item.from.value() > day("2025-02-25"));
    QCOMPARE(bench.dailyBars().size(), std::size_t(14));
}

//! A daily bar of half a day would pass judgement on claims.
void TestFetchBars::aSessionThatRunsIsNotStored()
{
    ChartServer server(weekdays());
    FetchBench bench;
    const FetchTask task = bench.add("Quotes", "yahoo", server.base());
    // 16:00 in New York is 21:00 UTC; the close is told late
    for (const char *early : {"2025-03-07T18:00:00Z", "2025-03-07T21:10:00Z"}) {
        const auto reports = bench.run({task}, early);
        VERIFY_RESULT(reports);
        QCOMPARE(bench.dailyBars().back().session, day("2025-03-06"));
    }
    VERIFY_RESULT(bench.run({task}, "2025-03-07T21:16:00Z"));
    QCOMPARE(bench.dailyBars().back().session, day("2025-03-07"));
}

void TestFetchBars::aBackfillGoesOnWhereItEnded_data()
{
    QTest::addColumn<bool>("killed");
    QTest::newRow("stopped") << false;
    QTest::newRow("killed before it could say how far it was") << true;
}

//! Minutes come in pieces of a week.
void TestFetchBars::aBackfillGoesOnWhereItEnded()
{
    QFETCH(bool, killed);
    ChartServer server(weekdays("2025-01-02"));
    FetchBench bench;
    const FetchTask task = minutesFrom(bench, server, "2025-01-20");
    std::stop_source stop;
    const auto cut = bench.run({task}, kFridayNight, stop.get_token(), [&](const pipeline::FetchStep &step) {
        if (step.runDone == 3)
            stop.request_stop();
    });
    QVERIFY(!cut);
    QCOMPARE(cut.error().code, core::ErrorCode::Cancelled);
    const qsizetype asked = server.seen().size();
    const auto series = bench.reader->seriesOf(1).value();
    QCOMPARE(series.size(), std::size_t(1));
    const std::size_t kept = bench.reader->intradayBars(series[0].id).value().size();
    QVERIFY(kept > 0);
    QVERIFY(kept < 35);
    if (killed)
        runForeignSql(bench.path(), "DELETE FROM fetch_states");

    const auto rest = bench.run({task}, kFridayNight);
    VERIFY_RESULT(rest);
    const auto &item = rest->front().items.at(0);
    QCOMPARE(item.item, text("NVDA 1m"));
    QCOMPARE(item.totals.inserted, qint64(35 - kept));
    QCOMPARE(item.from.value(), day("2025-01-20"));
    // seven pieces in all; the one that was cut comes again
    QVERIFY(server.seen().size() - asked <= (killed ? 7 : 6));
    QCOMPARE(bench.reader->intradayBars(series[0].id).value().size(), std::size_t(35));
    const qsizetype done = server.seen().size();
    VERIFY_RESULT(bench.run({task}, kFridayNight));
    QCOMPARE(server.seen().size(), done);
}

void TestFetchBars::minutesEndWhereTheServiceKeepsNoMore()
{
    ChartServer server(weekdays("2025-01-02"));
    server.setFault([](const SeenRequest &, int nth) -> std::optional<FaultAnswer> {
        if (nth != 3)
            return std::nullopt;
        return keptNoMore();
    });
    FetchBench bench;
    FetchTask task = bench.add("Quotes", "yahoo", server.base());
    task.setup.intervals = {core::kNsPerMinute};
    bench.save(task);
    const auto reports = bench.run({task}, kFridayNight);
    VERIFY_RESULT(reports);
    QVERIFY(reports->front().isComplete());
    QCOMPARE(reports->front().items.at(0).totals.inserted, 10);
    VERIFY_RESULT(bench.run({task}, kFridayNight));
    QCOMPARE(server.seen().size(), 3);
}

void TestFetchBars::badAnswersStoreNothing_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("code");
    QTest::newRow("fewer bytes than announced") << 0 << "truncated";
    QTest::newRow("reset in the middle") << 1 << "broken";
    QTest::newRow("cut where the connection ends") << 2 << "malformed";
    QTest::newRow("cut chunks") << 3 << "truncated";
    QTest::newRow("a page to log in") << 4 << "web_page";
    QTest::newRow("nothing") << 5 << "";
    QTest::newRow("an error of the server") << 6 << "server_failed";
    QTest::newRow("not there") << 7 << "not_found";
}

void TestFetchBars::badAnswersStoreNothing()
{
    QFETCH(int, kind);
    QFETCH(QString, code);
    ChartServer server(weekdays());
    FetchBench bench;
    const FetchTask task = bench.add("Quotes", "yahoo", server.base());
    server.setFault([&server, kind](const SeenRequest &request, int) -> std::optional<FaultAnswer> {
        const QByteArray body = server.bodyFor(request);
        const QByteArray whole = FaultServer::whole(body);
        const QByteArray chunk = QByteArray::number(body.size(), 16) + "\r\n" + body.chopped(50);
        const std::array<FaultAnswer, 8> answers{
            FaultAnswer{whole.chopped(50), End::Close, {}},
            FaultAnswer{whole.chopped(50), End::Reset, {}},
            FaultAnswer{"HTTP/1.1 200 OK\r\n\r\n" + body.chopped(50), End::Close, {}},
            FaultAnswer{"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk, End::Close, {}},
            FaultAnswer{FaultServer::whole("<!DOCTYPE html><html><body>Welcome</body></html>"), End::Keep, {}},
            FaultAnswer{FaultServer::whole({}), End::Keep, {}},
            FaultAnswer{FaultServer::whole("oops", {}, "500 Internal Server Error"), End::Keep, {}},
            FaultAnswer{FaultServer::whole("{}", {}, "404 Not Found"), End::Keep, {}}};
        return answers[std::size_t(kind)];
    });
    const auto bad = bench.run({task}, kFridayNight);
    VERIFY_RESULT(bad);
    const auto &item = bad->front().items.at(0);
    QVERIFY(item.error);
    QVERIFY(!item.error->message.isEmpty());
    if (!code.isEmpty())
        QCOMPARE(item.errorCode, code);
    QVERIFY(!bad->front().isComplete());
    QVERIFY(bench.dailyBars().empty());
    QVERIFY(bench.reader->imports().value().empty());
    FetchState state = bench.state(task, text("NVDA"));
    QCOMPARE(state.failures, 1);
    QCOMPARE(state.errorCode, item.errorCode);
    QVERIFY(!state.lastSuccess);
    QVERIFY(!state.coveredUntil);

    server.setFault({});
    VERIFY_RESULT(bench.run({task}, kFridayNight));
    QCOMPARE(bench.dailyBars().size(), std::size_t(14));
    state = bench.state(task, text("NVDA"));
    QCOMPARE(state.failures, 0);
    QVERIFY(state.errorText.isEmpty());
    QVERIFY(state.lastSuccess);
}

void TestFetchBars::aLimitEndsThatSourceOnly()
{
    QStringList symbols;
    for (int i = 0; i < 60; ++i)
        symbols << text("S%1").arg(i);
    ChartServer strict(weekdays());
    ChartServer patient(weekdays());
    // whoever asks beside the one that is answered waits, and is ended with the source
    const FaultAnswer limit{FaultServer::whole({}, "Retry-After: 3600\r\n", "429 Too Many Requests"), End::Keep, {}};
    std::atomic_bool isAnswered = false;
    strict.setFault([&](const SeenRequest &, int) -> std::optional<FaultAnswer> {
        return isAnswered.exchange(true) ? FaultAnswer{{}, End::Stall, {}} : limit;
    });
    FetchBench bench(symbols);
    const std::vector<FetchTask> tasks{bench.add("Strict", "yahoo", strict.base()),
                                       bench.add("Patient", "yahoo", patient.base())};
    const auto reports = bench.run(tasks, kFridayNight);
    VERIFY_RESULT(reports);
    QCOMPARE(reports->at(0).errorCode, text("rate_limited"));
    QVERIFY(strict.seen().size() < 60);
    QVERIFY(reports->at(1).isComplete());
    QCOMPARE(reports->at(1).items.size(), std::size_t(60));
    // each of the others is told, and why
    QCOMPARE(reports->at(0).items.size(), std::size_t(60));
    qsizetype givenUp = 0;
    for (const pipeline::FetchedItem &item : reports->at(0).items) {
        QVERIFY(item.error);
        QCOMPARE(item.errorCode,
                 item.isGivenUp ? (item.wasAsked ? text("not_finished") : text("not_asked")) : text("rate_limited"));
        givenUp += item.isGivenUp;
        QVERIFY(!item.isGivenUp || item.error->message.contains(reports->at(0).error->message));
    }
    QVERIFY(givenUp >= 60 - strict.seen().size());
    // and it is left alone as long as it wants, unless the user insists
    const qsizetype asked = strict.seen().size();
    const auto soon = bench.run({tasks[0]}, "2025-03-07T23:30:00Z");
    VERIFY_RESULT(soon);
    QCOMPARE(soon->front().errorCode, text("pause"));
    QCOMPARE(strict.seen().size(), asked);
    isAnswered = false;
    VERIFY_RESULT(bench.run({tasks[0]}, "2025-03-07T23:30:00Z", {}, {}, true));
    QVERIFY(strict.seen().size() > asked);
    strict.setFault({});
    const auto later = bench.run({tasks[0]}, "2025-03-08T02:00:00Z");
    VERIFY_RESULT(later);
    QVERIFY(later->front().isComplete());
    QCOMPARE(bench.dailyBars(60).size(), std::size_t(14));
}

void TestFetchBars::newBarsThatLookWrongAreCountedOnce()
{
    QByteArray rows = "Date,Open,High,Low,Close,Volume\n2025-03-05,1,2,0.5,1.25,100\n2025-03-06,0,0,0,0,100\n";
    FaultServer server([&rows](const SeenRequest &, int) {
        return FaultAnswer{FaultServer::whole(rows), End::Keep, {}};
    });
    FetchBench bench;
    const FetchTask task = bench.add("Quotes", "stooq", server.url({}).toString());
    const auto flagged = [&](const char *now) {
        const auto reports = bench.run({task}, now);
        return reports ? reports->front().items.at(0).rowsFlagged : -1;
    };
    QCOMPARE(flagged("2025-03-06T23:00:00Z"), 1);
    QCOMPARE(bench.dailyBars().size(), std::size_t(2)); // kept all the same
    rows += "2025-03-07,1.5,2,0.5,1.75,100\n";
    QCOMPARE(flagged(kFridayNight), 0);
    QCOMPARE(bench.dailyBars().size(), std::size_t(3));
}

void TestFetchBars::anotherCurrencyIsRefused()
{
    World some = weekdays();
    some.currency = "EUR";
    ChartServer server(some);
    FetchBench bench;
    const FetchTask task = bench.add("Quotes", "yahoo", server.base());
    const auto reports = bench.run({task}, kFridayNight);
    VERIFY_RESULT(reports);
    const auto &item = reports->front().items.at(0);
    QCOMPARE(item.errorCode, text("other_currency"));
    QVERIFY(item.error->message.contains(text("EUR")));
    QVERIFY(bench.reader->seriesOf(1).value().empty());
}

void TestFetchBars::symbolsThatAreNamedAreAnswered()
{
    ChartServer server(weekdays());
    FetchBench bench({text("NVDA"), text("ODD.XX")});
    // Stooq has no such ending: passed over unless it is named
    FetchTask task = bench.add("Stooq", "stooq", server.base());
    server.setFault([](const SeenRequest &, int) -> std::optional<FaultAnswer> {
        return FaultAnswer{
            FaultServer::whole("Date,Open,High,Low,Close,Volume\n2025-03-07,1,1,1,1,5\n"), End::Keep, {}};
    });
    auto reports = bench.run({task}, kFridayNight);
    VERIFY_RESULT(reports);
    QCOMPARE(reports->front().items.size(), std::size_t(1));
    QVERIFY(reports->front().isComplete());
    task.setup.symbols = {text("ODD.XX"), text("GONE")};
    bench.save(task);
    reports = bench.run({task}, kFridayNight);
    VERIFY_RESULT(reports);
    QCOMPARE(reports->front().items.size(), std::size_t(2));
    QVERIFY(reports->front().items[0].error);
    QVERIFY(reports->front().items[1].error);
    task.setup.spellings.insert(text("ODD.XX"), text("odd"));
    task.setup.symbols = {text("ODD.XX")};
    bench.save(task);
    reports = bench.run({task}, kFridayNight);
    VERIFY_RESULT(reports);
    QVERIFY(reports->front().isComplete());
    QVERIFY(server.seen().last().target.contains("s=odd&"));
    reports = bench.run({bench.add("Newer", "nobody", server.base())}, kFridayNight);
    VERIFY_RESULT(reports);
    QCOMPARE(reports->front().errorCode, text("unknown_provider"));
}

//! Providers repeat keys in what they complain about.
void TestFetchBars::aKeyStandsNowhere()
{
    const QByteArray key = "TOPSECRET0815";
    ChartServer server(weekdays());
    server.setFault([&key](const SeenRequest &, int) -> std::optional<FaultAnswer> {
        return FaultAnswer{FaultServer::whole(R"({"Information":"We have detected your API key as )" + key
                                              + R"( and the rate limit is 25 requests per day."})"),
                           End::Keep,
                           {}};
    });
    FetchBench bench;
    const FetchTask keyless = bench.add("No key", "alphavantage", server.base());
    const FetchTask task = bench.add("Alpha", "alphavantage", server.base(), key);
    const auto reports = bench.run({keyless, task}, kFridayNight);
    VERIFY_RESULT(reports);
    QCOMPARE(reports->at(0).errorCode, text("no_key"));
    const FetchReport &report = reports->at(1);
    QCOMPARE(report.errorCode, text("quota_used"));
    QVERIFY(server.seen().first().target.contains(key));
    QString told = report.error->message + report.error->detail;
    for (const auto &item : report.items)
        told += item.address + item.error->message + item.error->detail;
    QVERIFY2(!told.contains(QString::fromUtf8(key)), qPrintable(told));
    for (const char *ending : {"", "-wal"}) {
        QFile file(bench.path() + text(ending));
        if (file.open(QIODevice::ReadOnly))
            QVERIFY(!file.readAll().contains(key));
    }
}

QTEST_GUILESS_MAIN(TestFetchBars)
#include "tst_fetchbars.moc"
