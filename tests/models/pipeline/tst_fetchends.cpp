// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartFetch.h"
#include "FeedText.h"
#include <pipeline/FetchFault.h>
#include <pipeline/FetchSetups.h>
#include <pipeline/NextRun.h>

#include <QTranslator>

#include <thread>

using namespace tickmark;
using namespace tickmark::store;
using namespace tickmark::test;
using pipeline::FetchReport;
using pipeline::FetchStep;
using pipeline::FetchTask;

namespace {

constexpr const char *kMonday = "2025-01-27T20:00:00Z";
constexpr const char *kTuesday = "2025-01-28T20:00:00Z";

QByteArray oneStory()
{
    return feed(item("1", "Nvidia verliert", "Nvidia verlor 17 Prozent."));
}

//! Says everything in capitals.
class Loud : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *, const char *source, const char *, int) const override
    {
        return QString::fromUtf8(source).toUpper().replace(text("%L"), text("%l"));
    }
};

} // namespace

//! How sources of one run end, each for itself, and what is still known of it afterwards.
class TestFetchEnds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneThatStallsHoldsBackNoOther();
    void whatIsWaitedForIsOnTheDisk();
    void whatAFormerSetUpBringsIsNotKept_data();
    void whatAFormerSetUpBringsIsNotKept();
    void whatALimitCutsIsNotCalledDone();
    void whatIsThroughBeforeALimitSucceeds();
    void aPauseEndsWithTheNextSuccess();
    void whatCannotBeAskedForIsKept();
    void aRefusedKeychainIsKept();
    void instrumentsThatAreNotThereAreKept();
    void whoLosesARemovedInstrumentIsNamed();
    void errorsAreSaidInTheLanguageOfTheMoment();
    void whatIsWrongWithATableIsToo_data();
    void whatIsWrongWithATableIsToo();
    void everyCodeHasASentence_data();
    void everyCodeHasASentence();
};

void TestFetchEnds::oneThatStallsHoldsBackNoOther()
{
    FaultServer server([](const SeenRequest &request, int) -> FaultAnswer {
        if (request.target.contains("slow"))
            return {"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<?xml", FaultAnswer::End::Stall, {}};
        return {FaultServer::whole(oneStory()), FaultAnswer::End::Keep, {}};
    });
    FetchBench bench;
    const FetchTask slow = bench.add("Slow", "feed", server.url(text("/slow.xml")).toString());
    const FetchTask quick = bench.add("Quick", "feed", server.url(text("/quick.xml")).toString());
    std::stop_source stop;
    FetchStep told;
    FetchReport report;
    FetchState state;
    qint64 imports = 0;
    const auto result = bench.run({slow, quick}, kMonday, stop.get_token(), [&](const FetchStep &step) {
        if (!step.ended)
            return;
        told = step;
        report = *step.ended;
        state = bench.state(quick, {});
        imports = qint64(bench.reader->imports().value().size());
        stop.request_stop(); // the other one would take its time
    });
    QVERIFY(!result);
    QCOMPARE(result.error().code, core::ErrorCode::Cancelled);
    QCOMPARE(told.sourceId, quick.setup.sourceId);
    QCOMPARE(std::pair(told.done, told.asked), std::pair(qint64(1), qint64(1)));
    QCOMPARE(std::pair(told.runDone, told.runAsked), std::pair(qint64(1), qint64(2)));
    QCOMPARE(report.source, text("Quick"));
    QCOMPARE(report.items.at(0).totals.inserted, 1);
    // by then all of it was on the disk
    QCOMPARE(imports, 1);
    QCOMPARE(state.lastSuccess, core::parseIsoTime(kMonday));
    // that of the other one is not taken for a run
    const FetchState cut = bench.state(slow, {});
    QCOMPARE(pipeline::errorSentence(cut), text("The last run of Slow did not get to its end."));
    QVERIFY(!cut.lastSuccess);
    QCOMPARE(cut.failures, 0);
}

//! Whoever pulls the plug then finds on the next start that something was left open.
void TestFetchEnds::whatIsWaitedForIsOnTheDisk()
{
    FaultServer server([](const SeenRequest &, int) -> FaultAnswer {
        return {"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<?xml", FaultAnswer::End::Stall, {}};
    });
    FetchBench bench;
    const FetchTask task = bench.add("Slow", "feed", server.url(text("/slow.xml")).toString());
    std::stop_source stop;
    std::jthread run([&] { (void)bench.run({task}, kMonday, stop.get_token()); });
    auto reader = StoreReader::open(bench.path()).value();
    QTRY_COMPARE(reader->fetchStates()->size(), std::size_t(1));
    const FetchState open = reader->fetchStates()->front();
    stop.request_stop();
    QCOMPARE(open.errorCode, text("cut"));
    QCOMPARE(open.lastRun, core::parseIsoTime(kMonday));
}

//! The user turns a source to another server, or calls it otherwise, while it is fetched.
void TestFetchEnds::whatAFormerSetUpBringsIsNotKept_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("path");
    QTest::newRow("another name") << text("Renamed") << text("/old.xml");
    QTest::newRow("another address") << text("Wire") << text("/new.xml");
}

void TestFetchEnds::whatAFormerSetUpBringsIsNotKept()
{
    QFETCH(const QString, name);
    QFETCH(const QString, path);
    FetchBench bench;
    FetchTask task;
    FaultServer server([&](const SeenRequest &request, int) -> FaultAnswer {
        if (request.target == "/old.xml" && task.setup.revision == 0) {
            SourceSetup edited = task.setup;
            edited.name = name;
            edited.address.replace(text("/old.xml"), path);
            (void)bench.writer->saveSource(edited).result();
        }
        return {FaultServer::whole(oneStory(), "ETag: \"a\"\r\n"), FaultAnswer::End::Keep, {}};
    });
    task = bench.add("Wire", "feed", server.url(text("/old.xml")).toString());
    const std::size_t sources = bench.reader->sources()->size();
    VERIFY_RESULT(bench.run({task}, kMonday));
    QCOMPARE(bench.reader->sources()->size(), sources); // nothing under the former name
    QVERIFY(bench.reader->imports()->empty());
    QVERIFY(bench.state(task, {}).etag.isEmpty());
    QVERIFY(!bench.state(task, {}).lastSuccess);

    const std::vector<SourceSetup> setups = bench.reader->sourceSetups().value();
    task.setup = setups.front();
    QVERIFY(task.setup.revision != 0);
    const auto again = bench.run({task}, kMonday);
    VERIFY_RESULT(again);
    QCOMPARE(again->front().items.at(0).totals.inserted, 1);
    QCOMPARE(bench.reader->imports()->front().source, name);
}

//! The limit comes when of one instrument some pieces are there.
void TestFetchEnds::whatALimitCutsIsNotCalledDone()
{
    int nvidia = 0; // requests
    int other = 0;
    ChartServer server(weekdays("2025-01-02"));
    server.setFault([&](const SeenRequest &request, int) -> std::optional<FaultAnswer> {
        if (request.target.contains("NVDA") && ++nvidia > 1)
            return FaultAnswer{{}, FaultAnswer::End::Stall, {}};
        if (request.target.contains("AVGO") && ++other > 1 && nvidia > 1)
            return FaultAnswer{FaultServer::whole({}, {}, "429 Too Many Requests"), FaultAnswer::End::Keep, {}};
        return std::nullopt;
    });
    FetchBench bench({text("NVDA"), text("AVGO")});
    const FetchTask task = minutesFrom(bench, server, "2025-01-20");
    const auto reports = bench.run({task}, kFridayNight);
    VERIFY_RESULT(reports);
    QCOMPARE(reports->front().errorCode, text("rate_limited"));
    QCOMPARE(reports->front().items.size(), std::size_t(2));
    for (const pipeline::FetchedItem &item : reports->front().items) {
        QCOMPARE(item.errorCode, item.isGivenUp ? text("not_finished") : text("rate_limited"));
        QVERIFY(item.totals.inserted > 0); // what came is there, and told
        QVERIFY(item.totals.inserted < 35);
        QCOMPARE(item.isGivenUp, item.symbol == text("NVDA"));
        QVERIFY(item.wasAsked);
    }
    const FetchState left = bench.state(task, text("NVDA 1m"));
    QVERIFY(left.coveredUntil);
    // that it was not asked for to the end, and why, is known after a restart too; it is not its own fault
    QCOMPARE(left.errorCode, text("not_finished"));
    QCOMPARE(left.failures, 0);
    QCOMPARE(pipeline::errorSentence(left), text("Not fetched to its end: ") + reports->front().error->message);
    const std::vector<FetchState> states = bench.reader->fetchStates(task.setup.sourceId).value();
    const pipeline::LastRun last = pipeline::lastRunOf(states, *core::parseIsoTime(kFridayNight));
    QCOMPARE(last.failuresOfAll, 1);
    const auto failed = pipeline::failedItems(states, last);
    QCOMPARE(failed.size(), std::size_t(2));
    QCOMPARE(failed.front().item, text("AVGO 1m")); // the fault itself comes first
    // and goes with the next success
    server.setFault({});
    VERIFY_RESULT(bench.run({task}, "2025-03-07T23:30:00Z", {}, {}, true));
    QVERIFY(bench.state(task, text("NVDA 1m")).errorCode.isEmpty());
}

//! One after the other is asked: the first is answered and stored, the second is told to wait, the last has no turn.
void TestFetchEnds::whatIsThroughBeforeALimitSucceeds()
{
    ChartServer server(weekdays());
    server.setFault([](const SeenRequest &request, int) -> std::optional<FaultAnswer> {
        if (request.target.contains("AAPL"))
            return std::nullopt;
        if (request.target.contains("AMD"))
            return FaultAnswer{
                FaultServer::whole({}, "Retry-After: 3600\r\n", "429 Too Many Requests"), FaultAnswer::End::Keep, {}};
        return FaultAnswer{{}, FaultAnswer::End::Stall, {}}; // asked before anybody has read the limit, perhaps
    });
    FetchBench bench({text("AAPL"), text("AMD"), text("AVGO"), text("MSFT")});
    sources::HttpClientOptions options;
    options.jitter = [] { return 0.0; };
    options.perHost = 1;
    bench.http = std::make_unique<sources::HttpClient>(std::move(options));
    const FetchTask task = bench.add("Quotes", "yahoo", server.base());
    const auto reports = bench.run({task}, kFridayNight);
    VERIFY_RESULT(reports);
    QCOMPARE(reports->front().errorCode, text("rate_limited"));
    QCOMPARE(reports->front().items.size(), std::size_t(4));
    for (const pipeline::FetchedItem &item : reports->front().items) {
        QCOMPARE(item.error.has_value(), item.symbol != text("AAPL"));
        QCOMPARE(item.isGivenUp, item.symbol == text("AVGO") || item.symbol == text("MSFT"));
        // the report and the store say the same
        QCOMPARE(item.errorCode, bench.state(task, item.symbol).errorCode);
        QCOMPARE(item.requests > 0, item.symbol == text("AAPL") || item.symbol == text("AMD"));
        QVERIFY(item.wasAsked || item.isGivenUp);
        QVERIFY(!item.wasAsked || item.symbol != text("MSFT"));
        QCOMPARE(item.totals.inserted > 0, item.symbol == text("AAPL"));
    }
    const FetchState through = bench.state(task, text("AAPL"));
    QCOMPARE(through.lastSuccess, core::parseIsoTime(kFridayNight));
    QVERIFY(through.errorCode.isEmpty());
    QVERIFY(through.coveredUntil);
    QCOMPARE(bench.state(task, text("MSFT")).errorCode, text("not_asked"));
    const std::vector<FetchState> states = bench.reader->fetchStates(task.setup.sourceId).value();
    QCOMPARE(pipeline::lastRunOf(states, *core::parseIsoTime(kFridayNight)).success, core::parseIsoTime(kFridayNight));
}

//! The user has taken the instrument out whose answer it was, and the rest has come since.
void TestFetchEnds::aPauseEndsWithTheNextSuccess()
{
    ChartServer server(weekdays());
    server.setFault([](const SeenRequest &request, int) -> std::optional<FaultAnswer> {
        if (!request.target.contains("NVDA"))
            return std::nullopt;
        return FaultAnswer{
            FaultServer::whole({}, "Retry-After: 36000\r\n", "429 Too Many Requests"), FaultAnswer::End::Keep, {}};
    });
    FetchBench bench({text("NVDA"), text("AVGO")});
    FetchTask task = bench.add("Quotes", "yahoo", server.base());
    task.setup.symbols = QStringList{text("NVDA")};
    bench.save(task);
    VERIFY_RESULT(bench.run({task}, kFridayNight));
    const auto paused = bench.run({task}, "2025-03-07T23:10:00Z");
    VERIFY_RESULT(paused);
    QCOMPARE(paused->front().errorCode, text("pause"));
    QVERIFY(paused->front().error->message.contains(text("by name")));
    task.setup.symbols.append(text("AVGO"));
    bench.save(task);
    task.setup.symbols = QStringList{text("AVGO")};
    FetchTask other = task; // asked for as a set-up that names both would be
    VERIFY_RESULT(bench.run({other}, "2025-03-07T23:20:00Z", {}, {}, true));
    const auto soon = bench.run({other}, "2025-03-07T23:30:00Z");
    VERIFY_RESULT(soon);
    QVERIFY2(soon->front().errorCode.isEmpty(), qPrintable(soon->front().errorCode));
    // what is known of the other one goes with its name
    bench.save(task);
    QVERIFY(bench.state(task, text("NVDA")).item.isEmpty());
    QCOMPARE(bench.state(task, text("AVGO")).item, text("AVGO"));
}

void TestFetchEnds::whatCannotBeAskedForIsKept()
{
    FetchBench bench;
    FetchTask task = bench.add("Bars", "twelvedata", text("http://127.0.0.1:1"));
    task.setup.symbols = QStringList{text("NVDA")};
    bench.save(task);
    std::vector<QString> ended;
    const auto note = [&](const FetchStep &step) {
        if (step.ended)
            ended.push_back(step.ended->errorCode);
    };
    VERIFY_RESULT(bench.run({task}, kMonday, {}, note));
    QCOMPARE(ended, std::vector<QString>{text("no_key")});
    FetchState state = bench.state(task, {});
    QCOMPARE(state.errorCode, text("no_key"));
    QCOMPARE(pipeline::errorSentence(state), text("Bars needs a key."));
    QCOMPARE(state.lastRun, core::parseIsoTime(kMonday));
    QCOMPARE(state.failures, 1);
    VERIFY_RESULT(bench.run({task}, kTuesday));
    QCOMPARE(bench.state(task, {}).failures, 2);
    // with a key there are other worries
    task.key = "k";
    VERIFY_RESULT(bench.run({task}, kTuesday));
    QVERIFY(bench.state(task, {}).errorCode.isEmpty());
    QCOMPARE(bench.state(task, text("NVDA")).errorCode, text("unreachable"));
}

void TestFetchEnds::aRefusedKeychainIsKept()
{
    FetchBench bench;
    FetchTask task = bench.add("Bars", "twelvedata", text("http://127.0.0.1:1"));
    task.keyError = core::Error{core::ErrorCode::Io, text("The keychain is locked."), {}};
    const auto reports = bench.run({task}, kMonday);
    VERIFY_RESULT(reports);
    QCOMPARE(reports->front().errorCode, text("keychain"));
    QCOMPARE(bench.state(task, {}).errorCode, text("keychain"));
    QCOMPARE(pipeline::errorSentence(bench.state(task, {})),
             text("The keychain did not give access to the key of Bars. It may be locked."));
}

void TestFetchEnds::instrumentsThatAreNotThereAreKept()
{
    FetchBench bench;
    FetchTask task = bench.add("Bars", "yahoo", text("http://127.0.0.1:1"));
    task.setup.symbols = QStringList{text("NVDA"), text("GONE")};
    bench.save(task);
    VERIFY_RESULT(bench.run({task}, kMonday));
    const FetchState gone = bench.state(task, text("GONE"));
    QCOMPARE(gone.errorCode, text("unknown_instrument"));
    QCOMPARE(gone.lastRun, core::parseIsoTime(kMonday));
    QVERIFY(pipeline::errorSentence(gone).contains(text("Not in the store: GONE.")));
}

void TestFetchEnds::whoLosesARemovedInstrumentIsNamed()
{
    FetchBench bench({text("NVDA"), text("AVGO")});
    FetchTask task = bench.add("All", "yahoo", {});
    QCOMPARE(pipeline::lostInstrumentText(*bench.writer->removeInstrument(1).result()), QString());
    for (const char *name : {"One", "Two", "Three"}) {
        task = bench.add(name, "yahoo", {});
        task.setup.symbols = QStringList{text("AVGO")};
        if (task.setup.name == text("Two"))
            task.setup.symbols += text("AMD");
        bench.save(task);
    }
    QCOMPARE(pipeline::lostInstrumentText(*bench.writer->removeInstrument(2).result()),
             text("No longer asked for it: Two.\nSwitched off, having nothing else to ask for: One, Three."));
}

void TestFetchEnds::errorsAreSaidInTheLanguageOfTheMoment()
{
    FetchBench bench;
    FetchTask unreachable = bench.add("Wire", "feed", text("http://127.0.0.1:1/feed.xml?token=s3cret"));
    FetchTask keyless = bench.add("Bars", "twelvedata", text("http://127.0.0.1:1"));
    VERIFY_RESULT(bench.run({unreachable, keyless}, kMonday));
    Loud loud;
    QVERIFY(QCoreApplication::installTranslator(&loud));
    QCOMPARE(pipeline::errorSentence(bench.state(unreachable, {})),
             text("http://127.0.0.1:1/feed.xml DOES NOT ACCEPT CONNECTIONS AT THE MOMENT."));
    QCOMPARE(pipeline::errorSentence(bench.state(keyless, {})), text("Bars NEEDS A KEY."));
    QCoreApplication::removeTranslator(&loud);
}

void TestFetchEnds::whatIsWrongWithATableIsToo_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("symbols");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const QByteArray &body, const QStringList &symbols, const char *code,
                        const char *sentence) { QTest::newRow(name) << body << symbols << code << sentence; };
    const QStringList one{text("NVDA")};
    const QByteArray table = "Date,Close\n2025-01-23,147.22\n2025-01-24,142.62\n";
    row("no instrument", table, {}, "unnamed_instrument",
        "THE FILE OF Table DOES NOT SAY WHICH INSTRUMENT IT IS ABOUT. CHOOSE EXACTLY ONE FOR THIS SOURCE.");
    row("an instrument that is not there", "Symbol," + QByteArray(table).replace("\n2", "\nAMD,2"), {},
        "unknown_instrument",
        "NOT IN THE STORE: AMD. ADD AN INSTRUMENT FIRST: TICKMARK INSTRUMENT ADD SYMBOL --EXCHANGE MIC --CURRENCY "
        "ISO.");
    row("words", "No data today.\n", one, "no_table",
        "Table IS NOT A TABLE: NO COMMA, SEMICOLON, TAB OR BAR PARTS IT INTO COLUMNS. IT BEGINS WITH \"No data today.\".");
    row("nothing", "", one, "empty_file", "Table SENT AN EMPTY FILE. CHECK ITS ADDRESS.");
    row("only a header", "Date,Open,High,Low,Close,Volume\n", one, "header_only",
        "Table SENT A TABLE WITH A HEADER BUT NO ROWS. CHECK ITS ADDRESS.");
    row("JSON", "{\"error\":\"none\"}\n", one, "json_file", "Table SENT JSON, NOT A TABLE. CHECK ITS ADDRESS.");
    row("a picture", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", 18), one, "not_text",
        "Table SENT A FILE THAT IS NOT TEXT. CHECK ITS ADDRESS.");
    row("two kinds of decimals", "Date;Close;Volume\n2025-01-23;147.22;1\n2025-01-24;142,62;1\n", one, "mixed_decimals",
        "Table MIXES DECIMAL POINTS (147.22 ON LINE 2) AND DECIMAL COMMAS (142,62 ON LINE 3).");
    row("dates that can be read both ways", "Date,Close\n01/02/2025,147.22\n02/03/2025,142.62\n", one, "unclear_dates",
        "DATES IN Table MAY BEGIN WITH THE DAY OR THE MONTH (01/02/2025 ON LINE 2). SAY WHICH IN A PROFILE: "
        "\"DATE_FORM\": \"DMY\" OR \"MDY\".");
    row("times of no zone",
        "Time,Open,High,Low,Close\n2025-01-23 15:30,147,147,147,147\n2025-01-23 15:35,142,142,142,142\n", one,
        "other_table", "THE TABLE OF Table HAS OTHER COLUMNS OR TIMES THAN IT IS TO HAVE.");
    row("no prices", "Date,Close\n2025-01-23,n/a\n2025-01-24,n/a\n", one, "unusable_rows",
        "NO ROW OF Table CAN BE USED. THE FIRST IS LINE 2: A PRICE IS MISSING. IT READS: 2025-01-23,n/a");
    row("no prices of trades", "time,price,size\n2025-01-23T15:00:00Z,x,1\n2025-01-23T15:00:01Z,x,1\n", one,
        "unusable_rows",
        "NO ROW OF Table CAN BE USED. THE FIRST IS LINE 2: A PRICE OR THE VOLUME IS NOT A NUMBER. IT READS: 2025-01-23T15:00:00Z,x,1");
    row("packed and cut", QByteArray::fromHex("1f8b080000000000"), one, "malformed",
        "THE ANSWER OF Table IS DAMAGED. NOTHING OF IT WAS KEPT.");
}

void TestFetchEnds::whatIsWrongWithATableIsToo()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QStringList, symbols);
    FaultServer server([&body](const SeenRequest &, int) {
        return FaultAnswer{FaultServer::whole(body), FaultAnswer::End::Keep, {}};
    });
    FetchBench bench;
    FetchTask task = bench.add("Table", "csv", server.url(text("/t.csv")).toString());
    task.setup.symbols = symbols;
    bench.save(task);
    const auto reports = bench.run({task}, kMonday);
    VERIFY_RESULT(reports);
    QTEST(reports->front().items.at(0).errorCode, "code");
    const FetchState state = bench.state(task, {});
    QTEST(state.errorCode, "code");
    QVERIFY(state.errorText.isEmpty());
    Loud loud;
    QVERIFY(QCoreApplication::installTranslator(&loud));
    const QString said = pipeline::errorSentence(state);
    QCoreApplication::removeTranslator(&loud);
    QTEST(said, "sentence");
    // as the run itself had said it
    if (state.errorCode != text("other_table") && state.errorCode != text("malformed"))
        QCOMPARE(pipeline::errorSentence(state), reports->front().items.at(0).error->message);
}

void TestFetchEnds::everyCodeHasASentence_data()
{
    QTest::addColumn<int>("names");
    for (const char *code :
         {"cut",           "stopped",          "keychain",         "not_stored",         "no_key",       "no_address",
          "no_instrument", "unknown_provider", "unknown_interval", "unnamed_instrument", "not_unpacked", "no_table",
          "unclear_table", "other_table",      "unusable_rows",    "unknown_instrument", "malformed",    "quota_used",
          "rate_limited",  "truncated"})
        QTest::newRow(code) << 1;
    for (const char *code : {"unknown_symbol", "no_calendar", "pause", "other_shares", "other_prices"})
        QTest::newRow(code) << 2;
    QTest::newRow("other_currency") << 4;
}

void TestFetchEnds::everyCodeHasASentence()
{
    QFETCH(const int, names);
    FetchState state;
    state.errorCode = text(QTest::currentDataTag());
    for (int i = 0; i < names; ++i)
        state.errorNames += text("name %1").arg(i);
    const QString sentence = pipeline::errorSentence(state);
    for (const QString &name : std::as_const(state.errorNames))
        QVERIFY2(sentence.contains(name), qPrintable(sentence));
    QVERIFY(!sentence.contains(u'%'));
}

QTEST_GUILESS_MAIN(TestFetchEnds)

#include "tst_fetchends.moc"
