// SPDX-License-Identifier: GPL-3.0-or-later
#include "LocalServer.h"
#include "MirrorContent.h"
#include "Program.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

#include <atomic>
#include <csignal>

using namespace Qt::StringLiterals;

namespace {

const QByteArray kBusyForASecond = "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: 2\r\n\r\nno";
constexpr int kAtOnce = 6;  //!< instruments that are asked at the same time, with two others
constexpr int kSilent = 10; //!< more than that

const QByteArray kHead = "Date,Open,High,Low,Close,Volume\n";
const QByteArray kRows = "2025-01-23,147.1,148,146,147.2,100\n2025-01-24,148.3,149,141,142.6,100\n";

} // namespace

//! What `tickmark fetch` says of a run that went well in part: on the terminal, by its exit code, in JSON, and later in the
//! list of sources.
class TestFetchTold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void whatIsThroughSucceedsThoughALimitFollows();
    void whatWasInterruptedIsTold();
    void rowsThatCannotBeUsedAreTold();
    void rowsThatCannotBeUsedAreToldInGerman();
    void faultsOfATableAreSaidAgain_data();
    void faultsOfATableAreSaidAgain();
    void sessionsWithoutAPriceAreTold();

private:
    Outcome run(QStringList words, const QString &language = u"en"_s)
    {
        return tickmark(words << u"--store"_s << m_store << u"--lang"_s << language, {}, m_home.path());
    }
    void addInstrument(const QString &symbol)
    {
        VERIFY_EXIT(run({u"instrument"_s, u"add"_s, symbol, u"--currency"_s, u"USD"_s, u"--exchange"_s, u"XNAS"_s}), 0);
    }
    void addTable(const LocalServer &server)
    {
        VERIFY_EXIT(run({u"source"_s, u"add"_s, u"Table"_s, u"--provider"_s, u"csv"_s, u"--address"_s,
                         server.address(u"/t.csv"_s), u"--symbols"_s, u"NVDA"_s}),
                    0);
    }
    static QJsonArray rows(const Outcome &outcome, const QString &plural)
    {
        return QJsonDocument::fromJson(outcome.out)[plural].toArray();
    }
    static QJsonObject itemOf(const QJsonArray &items, const QString &name)
    {
        const auto found = std::ranges::find_if(
            items, [&](const QJsonValue &one) { return one[u"item"_s].toString() == name; });
        return found == items.end() ? QJsonObject() : found->toObject();
    }
    QJsonValue listed(const QString &language = u"en"_s)
    {
        return rows(run({u"source"_s, u"list"_s, u"--json"_s}, language), u"sources"_s).at(0);
    }
    qsizetype bars(const QString &symbol)
    {
        return run({u"list"_s, u"bars"_s, u"--symbol"_s, symbol, u"--csv"_s}).out.count('\n') - 1;
    }

    QTemporaryDir m_home;
    QTemporaryDir m_folder;
    QString m_store;
};

void TestFetchTold::initTestCase()
{
    for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "HTTPS_PROXY", "ALL_PROXY"})
        qunsetenv(name);
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/dev/null"); // nobody's keychain is touched
}

void TestFetchTold::init()
{
    m_store = m_folder.filePath(QLatin1String(QTest::currentTestFunction())
                                + QString::fromLatin1(QTest::currentDataTag()) + u".tickmark"_s);
    VERIFY_EXIT(run({u"store"_s, u"create"_s}), 0);
    addInstrument(u"NVDA"_s);
}

//! NVDA is stored, then AVGO is told to wait; the others have been asked by then, and are not answered.
void TestFetchTold::whatIsThroughSucceedsThoughALimitFollows()
{
    const QList<QDate> days = mirror::pastWeekdays(5);
    std::atomic_int asked = 0; // for AVGO
    const LocalServer server([&](const QByteArray &head) -> QByteArray {
        if (head.contains("/NVDA?"))
            return LocalServer::whole(mirror::yahooChart(u"NVDA"_s, days));
        if (!head.contains("/AVGO?"))
            return {};
        if (++asked == 1)
            return kBusyForASecond;
        QElapsedTimer patience;
        patience.start();
        while (bars(u"NVDA"_s) < days.size() && !patience.hasExpired(60'000)) { // the program takes its time
        }
        return LocalServer::whole("no", "429 Too Many Requests");
    });
    addInstrument(u"AVGO"_s);
    QStringList symbols{u"NVDA"_s, u"AVGO"_s};
    for (int i = 0; i < kAtOnce; ++i) {
        symbols += u"SLOW%1"_s.arg(i);
        addInstrument(symbols.last());
    }
    VERIFY_EXIT(run({u"source"_s, u"add"_s, u"Charts"_s, u"--provider"_s, u"yahoo"_s, u"--address"_s, server.address(),
                     u"--symbols"_s, symbols.join(u',')}),
                0);
    const Outcome outcome = run({u"fetch"_s, u"Charts"_s, u"--json"_s});
    VERIFY_EXIT(outcome, 3);
    const QJsonArray items = rows(outcome, u"fetches"_s);
    QCOMPARE(items.size(), symbols.size());
    const QJsonObject through = itemOf(items, u"NVDA"_s);
    QVERIFY2(through[u"error_code"_s].isNull(), outcome.out.constData());
    QCOMPARE(through[u"inserted"_s].toInteger(), days.size());
    QCOMPARE(itemOf(items, u"AVGO"_s)[u"error_code"_s].toString(), u"rate_limited"_s);
    QVERIFY(!itemOf(items, u"AVGO"_s)[u"given_up"_s].toBool());
    int unfinished = 0;
    int notAsked = 0;
    for (const QJsonValue &one : items) {
        unfinished += one[u"given_up"_s].toBool() && one[u"asked"_s].toBool() ? 1 : 0;
        notAsked += one[u"given_up"_s].toBool() && !one[u"asked"_s].toBool() ? 1 : 0;
    }
    QCOMPARE(unfinished, kAtOnce);
    QCOMPARE(notAsked, 0);
    QVERIFY2(outcome.err.contains(QByteArray("Charts: " + QByteArray::number(unfinished) + " item")),
             outcome.err.constData());
    QVERIFY2(!outcome.err.contains("not asked for"), outcome.err.constData());

    // what the run says of each is what is listed afterwards
    for (const QJsonValue &one : listed()[u"items"_s].toArray())
        QCOMPARE(itemOf(items, one[u"item"_s].toString())[u"error_code"_s], one[u"error_code"_s]);
    const QJsonArray kept = listed()[u"items"_s].toArray();
    QVERIFY(!listed()[u"last_success"_s].isNull());
    QVERIFY(itemOf(kept, u"NVDA"_s)[u"error_code"_s].isNull());
    QVERIFY(!itemOf(kept, u"NVDA"_s)[u"last_success"_s].isNull());
    const auto count = [&kept](const QString &code) {
        return std::ranges::count_if(kept,
                                     [&](const QJsonValue &one) { return one[u"error_code"_s].toString() == code; });
    };
    QCOMPARE(count(u"not_finished"_s), unfinished);
    QCOMPARE(count(u"not_asked"_s), notAsked);
}

void TestFetchTold::whatWasInterruptedIsTold()
{
    const QList<QDate> days = mirror::pastWeekdays(5);
    const LocalServer server([&](const QByteArray &head) {
        return head.contains("/NVDA?") ? LocalServer::whole(mirror::yahooChart(u"NVDA"_s, days)) : QByteArray();
    });
    QStringList symbols{u"NVDA"_s};
    for (int i = 0; i < kSilent; ++i) {
        symbols += u"SLOW%1"_s.arg(i);
        addInstrument(symbols.last());
    }
    VERIFY_EXIT(run({u"source"_s, u"add"_s, u"Charts"_s, u"--provider"_s, u"yahoo"_s, u"--address"_s, server.address(),
                     u"--symbols"_s, symbols.join(u',')}),
                0);
    QProcess process;
    process.start(QStringLiteral(TICKMARK_PROGRAM),
                  {u"fetch"_s, u"--store"_s, m_store, u"--lang"_s, u"en"_s, u"--json"_s});
    QTRY_COMPARE_WITH_TIMEOUT(bars(u"NVDA"_s), days.size(), 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(server.requests() > 1, 60'000);
    ::kill(pid_t(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 130);
    const Outcome outcome{130, process.readAllStandardOutput(), process.readAllStandardError()};
    const QJsonArray items = rows(outcome, u"fetches"_s);
    QCOMPARE(items.size(), symbols.size());
    const QJsonObject through = itemOf(items, u"NVDA"_s);
    QVERIFY2(through[u"error_code"_s].isNull(), outcome.out.constData());
    QCOMPARE(through[u"inserted"_s].toInteger(), days.size());
    for (int i = 1; i < symbols.size(); ++i) {
        const QJsonObject cut = itemOf(items, symbols.at(i));
        QCOMPARE(cut[u"error_code"_s].toString(), u"stopped"_s);
        QVERIFY(cut[u"given_up"_s].toBool());
    }
    QVERIFY2(outcome.err.contains("Interrupted.") && outcome.err.contains("not asked for"), outcome.err.constData());
    QVERIFY(!itemOf(listed()[u"items"_s].toArray(), u"NVDA"_s)[u"last_success"_s].isNull());
}

void TestFetchTold::rowsThatCannotBeUsedAreTold()
{
    std::atomic_bool isMended = false;
    const LocalServer server([&](const QByteArray &) {
        return LocalServer::whole(
            kHead + (isMended ? QByteArray() : "2025-01-22,147.1,148,146,,100\nnonsense,1,2,1,2,1\n") + kRows);
    });
    addTable(server);
    const Outcome tried = run({u"source"_s, u"test"_s, u"Table"_s});
    VERIFY_EXIT(tried, 3);
    QVERIFY2(tried.err.contains("2 rows of Table") && tried.err.contains("line 2"), tried.err.constData());

    // the rest is stored, and each run says so anew as long as it is so
    for (int i = 0; i < 2; ++i) {
        const Outcome fetched = run({u"fetch"_s});
        VERIFY_EXIT(fetched, 3);
        QCOMPARE(bars(u"NVDA"_s), 2);
        const QByteArray said = "2 rows of Table could not be used. The first is line 2: A price is missing. It reads: "
                                "2025-01-22,147.1,148,146,,100";
        QVERIFY2(fetched.err.contains(said), fetched.err.constData());
        const QJsonValue source = listed();
        QCOMPARE(source[u"error_code"_s].toString(), u"rejected_rows"_s);
        QCOMPARE(source[u"error"_s].toString(), QString::fromUtf8(said));
        QVERIFY(!source[u"last_success"_s].isNull());
        QVERIFY2(run({u"list"_s, u"sources"_s}).out.contains(said), "the table of all sources says it too");
    }
    isMended = true;
    VERIFY_EXIT(run({u"fetch"_s}), 0);
    QVERIFY(listed()[u"error_code"_s].isNull());
}

//! The German sentence is found under the context that the program asks for it by.
void TestFetchTold::rowsThatCannotBeUsedAreToldInGerman()
{
    const LocalServer server([](const QByteArray &) {
        return LocalServer::whole(kHead + "2025-01-22,147.1,148,146,,100\n2025-01-23,147.1,148,146,,100\n");
    });
    addTable(server);
    const QByteArray said = "Keine Zeile von Table ist brauchbar. Die erste ist Zeile 2: Ein Kurs fehlt. Sie lautet: "
                            "2025-01-22,147.1,148,146,,100";
    for (const QStringList &words : {QStringList{u"source"_s, u"test"_s, u"Table"_s}, QStringList{u"fetch"_s}}) {
        const Outcome outcome = run(words, u"de"_s);
        VERIFY_EXIT(outcome, 1);
        QVERIFY2(outcome.err.contains(said), outcome.err.constData());
    }
    QCOMPARE(listed(u"de"_s)[u"error"_s].toString(), QString::fromUtf8(said));
}

void TestFetchTold::faultsOfATableAreSaidAgain_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::newRow("empty") << QByteArray() << u"empty_file"_s;
    QTest::newRow("only a header") << kHead << u"header_only"_s;
    QTest::newRow("JSON") << QByteArray("{\"error\":\"no such file\"}\n") << u"json_file"_s;
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", 18) << u"not_text"_s;
    QTest::newRow("words") << QByteArray("Come back tomorrow\n") << u"no_table"_s;
    QTest::newRow("dates both ways") << QByteArray("Date,Close\n01/02/2025,147.22\n02/03/2025,142.62\n")
                                     << u"unclear_dates"_s;
    QTest::newRow("no prices") << kHead + "2025-01-22,147.1,148,146,,100\n" << u"unusable_rows"_s;
}

//! Who lists the sources reads what who fetched has read, each in a language of his own.
void TestFetchTold::faultsOfATableAreSaidAgain()
{
    QFETCH(const QByteArray, body);
    const LocalServer server([&body](const QByteArray &) { return LocalServer::whole(body); });
    addTable(server);
    QString english;
    for (const QString &language : {u"en"_s, u"de"_s}) {
        const Outcome outcome = run({u"fetch"_s, u"--json"_s}, language);
        VERIFY_EXIT(outcome, 1);
        const QJsonValue item = rows(outcome, u"fetches"_s).at(0);
        QTEST(item[u"error_code"_s].toString(), "code");
        QCOMPARE(listed(language)[u"error"_s].toString(), item[u"error"_s].toString());
        QTEST(listed(language)[u"error_code"_s].toString(), "code");
        QVERIFY(item[u"error"_s].toString() != english); // it is translated
        english = item[u"error"_s].toString();
    }
}

void TestFetchTold::sessionsWithoutAPriceAreTold()
{
    const QList<QDate> days = mirror::pastWeekdays(12);
    QList<QDate> holes; // on neither of which currencies rest
    for (qsizetype i = 2; holes.size() < 2; ++i) {
        const QDate day = days.at(i);
        if (day.dayOfYear() > 1 && !(day.month() == 12 && day.day() == 25))
            holes += day;
    }
    const LocalServer server([&](const QByteArray &) {
        QByteArray table = mirror::stooqTable(days);
        for (const QDate hole : holes) {
            const QByteArray day = mirror::iso(hole).toLatin1();
            table.replace(QByteArray(day + ",200.1,203.4,199.2,202.5,500000"), QByteArray(day + ",,,,,"));
        }
        return LocalServer::whole(table);
    });
    VERIFY_EXIT(run({u"instrument"_s, u"add"_s, u"EURUSD"_s, u"--currency"_s, u"USD"_s, u"--exchange"_s, u"FX"_s,
                     u"--kind"_s, u"fx"_s}),
                0);
    VERIFY_EXIT(run({u"source"_s, u"add"_s, u"Holes"_s, u"--provider"_s, u"stooq"_s, u"--address"_s, server.address(),
                     u"--symbols"_s, u"EURUSD"_s, u"--since"_s, mirror::iso(days.first())}),
                0);
    const Outcome first = run({u"fetch"_s});
    VERIFY_EXIT(first, 3);
    const QByteArray said =
        "Holes has no complete price (open, high, low, close) of EURUSD for 2 sessions, the first on "
        + mirror::iso(holes.first()).toLatin1();
    QVERIFY2(first.err.contains(said) && first.err.contains("once more"), first.err.constData());
    QVERIFY(listed()[u"error"_s].toString().startsWith(QString::fromLatin1(said)));
    const Outcome second = run({u"fetch"_s});
    VERIFY_EXIT(second, 3);
    QVERIFY2(second.err.contains("still has no complete price (open, high, low, close) of EURUSD for 2 sessions"),
             second.err.constData());
    const qsizetype asked = server.requests();
    const Outcome third = run({u"fetch"_s});
    VERIFY_EXIT(third, 0);
    QVERIFY2(!third.err.contains("price"), third.err.constData());
    QVERIFY(server.requests() - asked <= 1); // of what is new only
    QVERIFY(listed()[u"error"_s].isNull());
}

QTEST_GUILESS_MAIN(TestFetchTold)
#include "tst_fetchtold.moc"
