// SPDX-License-Identifier: GPL-3.0-or-later
#include "LocalServer.h"
#include "MirrorContent.h"
#include "Program.h"

#include <QDirIterator>
#include <QProcess>
#include <QSemaphore>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace {

const QByteArray kKey = "k3y+S/CRET=9f";

//! The key as it is and as it stands in an address.
bool tellsTheKey(const QByteArray &bytes)
{
    return bytes.contains(kKey) || bytes.contains(kKey.toPercentEncoding());
}

} // namespace

//! `tickmark source` and `list sources`: what a user sets up, sees and must never see again.
class TestSources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void addedEditedAndRemoved();
    void listsSpeakEveryFormat();
    void sourcesOfFilesHaveNoProvider();
    void wrongUsage_data();
    void wrongUsage();
    void wrongUsageIsSaidInBothLanguages();
    void providersAreListed();
    void failuresAreSaidInTheLanguageOfWhoLists();
    void whatCouldNotBeAskedForIsListed();
    void nothingIsNullInJson();
    void namesOfFilesAreNotGiven_data();
    void namesOfFilesAreNotGiven();
    void testTellsWhatCame();
    void testTellsWhyNot();
    void testTellsHowFarAMirrorReaches();
    void splitsOfATableAreSaid();
    void theCommandToTypeIsWhatAShellTakes_data();
    void theCommandToTypeIsWhatAShellTakes();
    void theKeyIsNowhere();
    void aKeyIsNotCutShort();

private:
    Outcome run(QStringList words, const QByteArray &input = {})
    {
        return tickmark(words << u"--store"_s << m_store, input, m_home.path());
    }
    QJsonArray listed() { return rows(run({u"source"_s, u"list"_s, u"--json"_s}), u"sources"_s); }
    static QJsonArray rows(const Outcome &outcome, const QString &plural)
    {
        return QJsonDocument::fromJson(outcome.out)[plural].toArray();
    }

    QTemporaryDir m_home;
    QTemporaryDir m_folder;
    QString m_store;
};

void TestSources::initTestCase()
{
    for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "HTTPS_PROXY", "ALL_PROXY"})
        qunsetenv(name);
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/dev/null"); // nobody's keychain is touched
}

void TestSources::init()
{
    m_store = m_folder.filePath(QLatin1String(QTest::currentTestFunction()) + u".tickmark"_s);
    if (QFile::exists(m_store))
        return; // the next row of the same function
    VERIFY_EXIT(run({u"store"_s, u"create"_s}), 0);
    for (const QString &symbol : {u"NVDA"_s, u"AVGO"_s})
        VERIFY_EXIT(run({u"instrument"_s, u"add"_s, symbol, u"--currency"_s, u"USD"_s, u"--exchange"_s, u"XNAS"_s}), 0);
}

void TestSources::addedEditedAndRemoved()
{
    VERIFY_EXIT(run({u"source"_s, u"add"_s, u"My charts"_s, u"--provider"_s, u"yahoo"_s, u"--symbols"_s, u"nvda"_s,
                     u"--interval"_s, u"1d,5m"_s, u"--since"_s, u"2020-01-02"_s, u"--when"_s, u"session_hours"_s,
                     u"--every"_s, u"15"_s, u"--priority"_s, u"7"_s, u"--spelling"_s, u"NVDA=NVDA.MX"_s}),
                0);
    VERIFY_EXIT(run({u"source"_s, u"add"_s, u"MY CHARTS"_s, u"--provider"_s, u"stooq"_s}), 1);
    QJsonValue one = listed().at(0);
    QCOMPARE(one[u"name"_s].toString(), u"My charts"_s);
    QCOMPARE(one[u"provider"_s].toString(), u"yahoo"_s);
    QCOMPARE(one[u"symbols"_s].toArray(), QJsonArray{u"NVDA"_s}); // as the store writes it
    QCOMPARE(one[u"intervals"_s].toArray(), (QJsonArray{u"1d"_s, u"5min"_s}));
    QCOMPARE(one[u"since"_s].toString(), u"2020-01-02"_s);
    QCOMPARE(one[u"schedule"_s].toString(), u"session_hours"_s);
    QCOMPARE(one[u"every_minutes"_s].toInt(), 15);
    QCOMPARE(one[u"priority"_s].toInt(), 7);
    QCOMPARE(one[u"spellings"_s].toObject(), (QJsonObject{{u"NVDA"_s, u"NVDA.MX"_s}}));
    QVERIFY(one[u"enabled"_s].toBool());

    // What no option names stays as it was.
    VERIFY_EXIT(run({u"source"_s, u"edit"_s, u"my charts"_s, u"--name"_s, u"Charts"_s, u"--enabled"_s, u"off"_s,
                     u"--spelling"_s, u"NVDA="_s, u"--when"_s, u"manually"_s}),
                0);
    one = listed().at(0);
    QCOMPARE(one[u"name"_s].toString(), u"Charts"_s);
    QVERIFY(!one[u"enabled"_s].toBool());
    QVERIFY(one[u"next_run"_s].isNull());
    QVERIFY(one[u"spellings"_s].toObject().isEmpty());
    QCOMPARE(one[u"priority"_s].toInt(), 7);
    VERIFY_EXIT(run({u"source"_s, u"edit"_s, u"Charts"_s}), 2);

    VERIFY_EXIT(run({u"source"_s, u"remove"_s, u"Charts"_s}), 0);
    QVERIFY(listed().isEmpty());
    VERIFY_EXIT(run({u"source"_s, u"remove"_s, u"Charts"_s}), 1);
}

void TestSources::listsSpeakEveryFormat()
{
    VERIFY_EXIT(run({u"source"_s, u"add"_s, u"Wire"_s, u"--provider"_s, u"feed"_s, u"--address"_s,
                     u"https://wire.example/feed?user=77"_s, u"--when"_s, u"always"_s, u"--every"_s, u"30"_s}),
                0);
    const Outcome csv = run({u"source"_s, u"list"_s, u"--csv"_s});
    QCOMPARE(csv.out.left(csv.out.indexOf('\n')),
             "name,provider,kind,enabled,schedule,symbols,address,last_run,last_success,next_run,priority,error_code,"
             "error"_ba);
    QVERIFY2(csv.out.contains("\nWire,feed,feed,on,always,,https://wire.example/feed?"), csv.out.constData());
    const Outcome plain = run({u"source"_s, u"list"_s});
    QVERIFY2(plain.out.contains("Wire") && plain.out.contains("wire.example"), plain.out.constData());
    for (const QByteArray &out : {csv.out, plain.out, run({u"source"_s, u"list"_s, u"--json"_s}).out})
        QVERIFY2(!out.contains("user=77"), "what follows the question mark may be a secret");
    const Outcome german = run({u"source"_s, u"list"_s, u"--json"_s, u"--lang"_s, u"de"_s});
    QCOMPARE(rows(german, u"sources"_s).at(0)[u"schedule"_s].toString(), u"always"_s); // codes are no words
}

void TestSources::sourcesOfFilesHaveNoProvider()
{
    const QString file = writeFile(m_folder, u"bars.csv"_s, "symbol,date,close\nNVDA,2025-01-27,118.42\n");
    VERIFY_EXIT(run({u"import"_s, file}), 0);
    VERIFY_EXIT(run({u"source"_s, u"add"_s, u"Charts"_s, u"--provider"_s, u"yahoo"_s}), 0);
    const QJsonArray all = rows(run({u"list"_s, u"sources"_s, u"--json"_s}), u"sources"_s);
    QCOMPARE(all.size(), 2);
    const auto named = [&all](const QString &name) {
        return *std::ranges::find_if(all, [&](const QJsonValue &one) { return one[u"name"_s].toString() == name; });
    };
    QVERIFY(named(u"file"_s)[u"provider"_s].isNull());
    QCOMPARE(named(u"file"_s)[u"kind"_s].toString(), u"file"_s);
    QCOMPARE(named(u"Charts"_s)[u"provider"_s].toString(), u"yahoo"_s);
    QCOMPARE(listed().size(), 1); // only what is set up
    const Outcome plain = run({u"list"_s, u"sources"_s});
    QCOMPARE(plain.out.count('\n'), 3);
}

void TestSources::wrongUsage_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("says");
    QTest::addColumn<QByteArray>("input");
    const auto row = [](const char *name, const QStringList &words, const char *says, const QByteArray &input = {}) {
        QTest::newRow(name) << words << QByteArray(says) << input;
    };
    const QStringList add{u"add"_s, u"X"_s};
    const QStringList yahoo = add + QStringList{u"--provider"_s, u"yahoo"_s};
    const QStringList feed = add + QStringList{u"--provider"_s, u"feed"_s};
    row("nothing to do", {}, "list");
    row("no name", {u"add"_s}, "name");
    row("no provider", add, "stooq");
    row("no such provider", add + QStringList{u"--provider"_s, u"bloomberg"_s}, "yahoo");
    row("a symbol that is not there", yahoo + QStringList{u"--symbols"_s, u"NVDA,ZZZ"_s}, "ZZZ");
    row("a spelling of nobody", yahoo + QStringList{u"--spelling"_s, u"ZZZ=Z"_s}, "ZZZ");
    row("no spelling", yahoo + QStringList{u"--spelling"_s, u"NVDA"_s}, "NVDA");
    row("no length of a bar", yahoo + QStringList{u"--interval"_s, u"5q"_s}, "5q");
    row("bars that it has not", add + QStringList{u"--provider"_s, u"stooq"_s, u"--interval"_s, u"5m"_s}, "5min");
    row("no date", yahoo + QStringList{u"--since"_s, u"2025-02-30"_s}, "2025-02-30");
    row("no schedule", yahoo + QStringList{u"--when"_s, u"often"_s}, "session_hours");
    row("no number", yahoo + QStringList{u"--every"_s, u"often"_s}, "--every");
    row("no switch", yahoo + QStringList{u"--enabled"_s, u"maybe"_s}, "--enabled");
    row("a feed without an address", feed, "--address");
    row("no http", feed + QStringList{u"--address"_s, u"ftp://wire.example/feed"_s}, "ftp://wire.example");
    row("not encrypted", feed + QStringList{u"--address"_s, u"http://wire.example/feed"_s}, "https");
    row("a password in the address", feed + QStringList{u"--address"_s, u"https://me:pw@wire.example/feed"_s},
        "password");
    row("instruments of a feed",
        feed + QStringList{u"--address"_s, u"https://wire.example/feed"_s, u"--symbols"_s, u"NVDA"_s}, "--symbols");
    row("a key that is missing", add + QStringList{u"--provider"_s, u"twelvedata"_s}, "--key -");
    row("a key that did not come", add + QStringList{u"--provider"_s, u"twelvedata"_s, u"--key"_s, u"-"_s}, "key");
    row("a key among the arguments", add + QStringList{u"--provider"_s, u"twelvedata"_s, u"--key"_s, u"abc123"_s},
        "--key -");
    row("a key for nothing", yahoo + QStringList{u"--key"_s, u"-"_s}, "key", "abc123\n");
    row("a profile of a chart", yahoo + QStringList{u"--profile"_s, u"/nowhere/profile.json"_s}, "/nowhere");
}

void TestSources::wrongUsage()
{
    QFETCH(const QStringList, words);
    QFETCH(const QByteArray, says);
    QFETCH(const QByteArray, input);
    const QByteArray before = readFile(m_store);
    const Outcome outcome = run(QStringList{u"source"_s} + words, input);
    VERIFY_EXIT(outcome, 2);
    QVERIFY2(outcome.err.contains(says), outcome.err.constData());
    QVERIFY2(!outcome.err.contains("abc123") && !outcome.err.contains("me:pw"), "secrets are not repeated");
    QVERIFY(outcome.out.isEmpty());
    QCOMPARE(readFile(m_store), before);
}

void TestSources::wrongUsageIsSaidInBothLanguages()
{
    const QStringList words{u"source"_s, u"add"_s, u"X"_s, u"--provider"_s, u"bloomberg"_s};
    const Outcome english = run(words);
    const Outcome german = run(words + QStringList{u"--lang"_s, u"de"_s});
    VERIFY_EXIT(german, 2);
    QVERIFY(german.err != english.err);
    for (const QStringList &call : {QStringList{u"source"_s}, QStringList{u"fetch"_s}}) {
        const Outcome help = tickmark(call + QStringList{u"--help"_s});
        const Outcome hilfe = tickmark(call + QStringList{u"--help"_s, u"--lang"_s, u"de"_s});
        VERIFY_EXIT(help, 0);
        VERIFY_EXIT(hilfe, 0);
        QVERIFY(help.out.contains("--key") && help.out != hilfe.out);
    }
}

void TestSources::providersAreListed()
{
    const QJsonArray providers = rows(run({u"source"_s, u"providers"_s, u"--json"_s}), u"providers"_s);
    const auto needsOf = [&providers](const QString &code) {
        const auto found = std::ranges::find_if(
            providers, [&](const QJsonValue &one) { return one[u"provider"_s].toString() == code; });
        return found == providers.end() ? QJsonArray{u"missing"_s} : (*found)[u"needs"_s].toArray();
    };
    QCOMPARE(needsOf(u"yahoo"_s), QJsonArray());
    QCOMPARE(needsOf(u"feed"_s), QJsonArray{u"address"_s});
    QCOMPARE(needsOf(u"twelvedata"_s), QJsonArray{u"key"_s});
    QVERIFY(run({u"source"_s, u"--help"_s}).out.contains("twelvedata"));
}

void TestSources::failuresAreSaidInTheLanguageOfWhoLists()
{
    VERIFY_EXIT(run({u"source"_s, u"add"_s, u"Wire"_s, u"--provider"_s, u"feed"_s, u"--address"_s,
                     u"http://127.0.0.1:1/feed.xml"_s}),
                0);
    VERIFY_EXIT(run({u"fetch"_s, u"Wire"_s, u"--lang"_s, u"en"_s}), 1);
    const auto errorIn = [this](const QString &language) {
        const Outcome outcome = run({u"source"_s, u"list"_s, u"--json"_s, u"--lang"_s, language});
        return rows(outcome, u"sources"_s).at(0)[u"error"_s].toString();
    };
    QCOMPARE(errorIn(u"en"_s), u"http://127.0.0.1:1/feed.xml does not accept connections at the moment."_s);
    const QString german = errorIn(u"de"_s);
    QVERIFY2(german.contains(u"http://127.0.0.1:1/feed.xml"_s) && german.contains(u"Verbindungen"_s),
             qPrintable(german));
}

void TestSources::whatCouldNotBeAskedForIsListed()
{
    VERIFY_EXIT(
        run({u"source"_s, u"add"_s, u"Bars"_s, u"--provider"_s, u"twelvedata"_s, u"--key"_s, u"-"_s}, kKey + '\n'), 3);
    run({u"fetch"_s, u"Bars"_s}); // there is no keychain: the key was not kept, and is missing
    const QJsonValue bars = listed().at(0);
    QCOMPARE(bars[u"error_code"_s].toString(), u"no_key"_s);
    QVERIFY2(bars[u"error"_s].toString().contains(u"Bars"_s), qPrintable(bars[u"error"_s].toString()));
    QVERIFY(!bars[u"last_run"_s].toString().isEmpty());
}

//! Whoever reads it by a program asks for one word, not for two, and for each key of each row.
void TestSources::nothingIsNullInJson()
{
    const LocalServer server([](const QByteArray &head) {
        return head.contains("gone") ? LocalServer::whole("", "404 Not Found")
                                     : LocalServer::whole("<rss version=\"2.0\"><channel></channel></rss>");
    });
    const QStringList add{u"source"_s, u"add"_s, u"--provider"_s, u"feed"_s, u"--address"_s};
    VERIFY_EXIT(run(add + QStringList{server.address(u"/feed"_s), u"--name"_s, u"Wire"_s}), 0);
    VERIFY_EXIT(run(add + QStringList{server.address(u"/gone"_s), u"--name"_s, u"Gone"_s}), 0);
    const QString file = writeFile(m_folder, u"bars.csv"_s, "symbol,date,close\nNVDA,2025-01-27,118.42\n");
    VERIFY_EXIT(run({u"import"_s, file}), 0);
    const QList<std::pair<QStringList, QString>> commands{{{u"source"_s, u"test"_s, u"Wire"_s}, u"trials"_s},
                                                          {{u"source"_s, u"test"_s, u"Gone"_s}, u"trials"_s},
                                                          {{u"fetch"_s}, u"fetches"_s},
                                                          {{u"list"_s, u"sources"_s}, u"sources"_s}};
    for (const auto &[words, plural] : commands) {
        const Outcome outcome = run(words + QStringList{u"--json"_s});
        QVERIFY2(!outcome.out.contains("\"\""), outcome.out.constData());
        const QJsonArray all = rows(outcome, plural);
        QVERIFY(!all.isEmpty());
        for (const QJsonValue &one : all)
            QCOMPARE(one.toObject().keys(), all.at(0).toObject().keys());
    }
}

void TestSources::namesOfFilesAreNotGiven_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("says");
    for (const char *name : {"file", "File", "file, x", "sample", "simulation", "Correction"})
        QTest::newRow(name) << QString::fromLatin1(name) << QByteArray("Choose another name");
    QTest::newRow("two for whoever lists them") << u"Charts, daily"_s << QByteArray("comma");
    QTest::newRow("standard input") << u"-"_s << QByteArray("hyphen");
    QTest::newRow("an option") << u"--json"_s << QByteArray("hyphen");
}

void TestSources::namesOfFilesAreNotGiven()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, says);
    const Outcome outcome = run({u"source"_s, u"add"_s, u"--name="_s + name, u"--provider"_s, u"yahoo"_s});
    VERIFY_EXIT(outcome, 1);
    QVERIFY2(outcome.err.contains(says) && outcome.err.contains(name.toUtf8()), outcome.err.constData());
    QVERIFY(listed().isEmpty());
}

void TestSources::testTellsWhatCame()
{
    const QList<QDate> days = mirror::pastWeekdays(5);
    const LocalServer server(
        [&days](const QByteArray &) { return LocalServer::whole(mirror::yahooChart(u"NVDA"_s, days)); });
    VERIFY_EXIT(run({u"source"_s, u"add"_s, u"Charts"_s, u"--provider"_s, u"yahoo"_s, u"--address"_s, server.address(),
                     u"--symbols"_s, u"NVDA"_s}),
                0);
    const Outcome outcome = run({u"source"_s, u"test"_s, u"Charts"_s, u"--json"_s});
    VERIFY_EXIT(outcome, 0);
    const QJsonValue trial = rows(outcome, u"trials"_s).at(0);
    QCOMPARE(trial[u"status"_s].toInt(), 200);
    QVERIFY(trial[u"rows"_s].toInt() > 0);
    QVERIFY(trial[u"last"_s].toString().contains(mirror::iso(days.last())));
    QVERIFY(trial[u"excerpt"_s].toString().contains(u"chart"_s));
    QVERIFY(run({u"source"_s, u"test"_s, u"Charts"_s}).out.contains(mirror::iso(days.last()).toLatin1()));
    // Nothing was stored, not even that somebody asked.
    QVERIFY(run({u"list"_s, u"bars"_s, u"--csv"_s}).out.count('\n') == 1);
    QVERIFY(listed().at(0)[u"last_run"_s].isNull());
}

void TestSources::testTellsWhyNot()
{
    const LocalServer server([](const QByteArray &) { return LocalServer::whole("gone", "404 Not Found"); });
    VERIFY_EXIT(
        run({u"source"_s, u"add"_s, u"Wire"_s, u"--provider"_s, u"feed"_s, u"--address"_s, server.address(u"/feed"_s)}),
        0);
    const Outcome outcome = run({u"source"_s, u"test"_s, u"Wire"_s, u"--json"_s});
    VERIFY_EXIT(outcome, 1);
    QCOMPARE(rows(outcome, u"trials"_s).at(0)[u"error_code"_s].toString(), u"not_found"_s);
    QCOMPARE(outcome.err.count('\n'), 1);
    VERIFY_EXIT(run({u"source"_s, u"test"_s, u"Nobody"_s}), 1);
}

void TestSources::testTellsHowFarAMirrorReaches()
{
    const QList<QDate> days{QDate(2025, 2, 13), QDate(2025, 2, 14)};
    const LocalServer server([&days](const QByteArray &head) {
        // of the range that was asked for
        const QUrlQuery asked(QUrl::fromEncoded(head.split(' ').value(1)));
        const bool isWide = asked.queryItemValue(u"period1"_s).toLongLong() < 1'739'000'000;
        return LocalServer::whole(isWide ? mirror::yahooChart(u"NVDA"_s, days) : mirror::yahooChart(u"NVDA"_s, {}));
    });
    VERIFY_EXIT(run({u"source"_s, u"add"_s, u"Old"_s, u"--provider"_s, u"yahoo"_s, u"--address"_s, server.address(),
                     u"--symbols"_s, u"NVDA"_s}),
                0);
    const Outcome outcome = run({u"source"_s, u"test"_s, u"Old"_s, u"--json"_s});
    VERIFY_EXIT(outcome, 0);
    QCOMPARE(rows(outcome, u"trials"_s).at(0)[u"reaches_until"_s].toString(), u"2025-02-14"_s);
    QVERIFY2(outcome.err.contains("2025-02-14"), outcome.err.constData());
}

void TestSources::splitsOfATableAreSaid()
{
    const QStringList add{u"source"_s, u"add"_s, u"Table"_s, u"--address"_s, u"https://quotes.example/t.csv"_s};
    VERIFY_EXIT(run(add + QStringList{u"--provider"_s, u"csv"_s, u"--splits"_s, u"maybe"_s}), 2);
    VERIFY_EXIT(run(add + QStringList{u"--provider"_s, u"yahoo"_s, u"--splits"_s, u"adjusted"_s}), 2);
    VERIFY_EXIT(run(add + QStringList{u"--provider"_s, u"yahoo"_s, u"--splits"_s, u"raw"_s}), 2);
    VERIFY_EXIT(run({u"source"_s, u"add"_s, u"Charts"_s, u"--provider"_s, u"yahoo"_s}), 0);
    QVERIFY(listed().at(0)[u"splits"_s].isNull()); // of these nobody is asked
    VERIFY_EXIT(run({u"source"_s, u"remove"_s, u"Charts"_s}), 0);
    VERIFY_EXIT(run(add + QStringList{u"--provider"_s, u"csv"_s}), 0);
    QCOMPARE(listed().at(0)[u"splits"_s].toString(), u"raw"_s);
    VERIFY_EXIT(run({u"source"_s, u"edit"_s, u"Table"_s, u"--splits"_s, u"adjusted"_s}), 0);
    QCOMPARE(listed().at(0)[u"splits"_s].toString(), u"adjusted"_s);
    // who makes another source of it can take it back
    const QStringList other{u"source"_s, u"edit"_s, u"Table"_s, u"--provider"_s, u"yahoo"_s};
    VERIFY_EXIT(run(other), 2);
    VERIFY_EXIT(run(other + QStringList{u"--splits"_s, u"raw"_s}), 0);
}

void TestSources::theCommandToTypeIsWhatAShellTakes_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("word");
    QTest::newRow("a plain name") << u"TD"_s << u"TD"_s;
    QTest::newRow("umlauts") << u"Börse-2"_s << u"Börse-2"_s;
    QTest::newRow("with a space") << u"Twelve Data"_s << u"'Twelve Data'"_s;
    QTest::newRow("with a quote") << u"Anna's"_s << uR"('Anna'\''s')"_s;
    QTest::newRow("with a dollar") << u"$HOME"_s << u"'$HOME'"_s;
}

void TestSources::theCommandToTypeIsWhatAShellTakes()
{
    QFETCH(const QString, name);
    QFETCH(const QString, word);
    for (const QString &language : {u"en"_s, u"de"_s}) {
        const QStringList add{u"source"_s, u"add"_s, name, u"--provider"_s, u"twelvedata"_s};
        const Outcome added = run(add + QStringList{u"--key"_s, u"-"_s, u"--lang"_s, language}, "k\n");
        VERIFY_EXIT(added, 3);
        const QString command = u"tickmark fetch "_s + word + u" --key -"_s;
        QVERIFY2(added.err.contains(command.toUtf8()), added.err.constData());
        VERIFY_EXIT(run({u"source"_s, u"remove"_s, name}), 0);
    }
}

//! A key goes in at one place, and to the server that it is for; it comes out nowhere.
void TestSources::theKeyIsNowhere()
{
    QSemaphore seen;
    QSemaphore go;
    const QList<QDate> days = mirror::pastWeekdays(5);
    // First a server that repeats the key in its complaint, then one that is content.
    const LocalServer server([&, nth = 0](const QByteArray &head) mutable {
        if (++nth > 1)
            return LocalServer::whole(mirror::twelveDataSeries(u"NVDA"_s, days));
        seen.release();
        go.acquire();
        const bool keyCame = head.contains(QByteArray("apikey " + kKey));
        return LocalServer::whole("{\"code\":401,\"status\":\"error\",\"message\":\"The key "
                                  + (keyCame ? kKey : QByteArray("?")) + " is not valid.\"}");
    });
    QByteArray said;
    const auto keep = [&said](const Outcome &outcome) {
        said += outcome.out + outcome.err;
        return outcome;
    };
    const Outcome added = keep(run({u"source"_s, u"add"_s, u"Keyed"_s, u"--provider"_s, u"twelvedata"_s, u"--symbols"_s,
                                    u"NVDA"_s, u"--address"_s, server.address(), u"--key"_s, u"-"_s},
                                   kKey + '\n'));
    VERIFY_EXIT(added, 3); // without a keychain it is not kept, and the program says so
    QVERIFY2(added.err.contains("keychain"), added.err.constData());

    QProcess process;
    process.start(QStringLiteral(TICKMARK_PROGRAM), {u"fetch"_s, u"Keyed"_s, u"--json"_s, u"--key"_s, u"-"_s,
                                                     u"--store"_s, m_store, u"--lang"_s, u"en"_s});
    QVERIFY(process.waitForStarted());
    process.write(kKey + '\n');
    QVERIFY(process.waitForBytesWritten());
    process.closeWriteChannel();
    QVERIFY(seen.tryAcquire(1, 10'000));
    const QString self = u"/proc/%1/"_s.arg(process.processId());
    const QByteArray arguments = readFile(self + u"cmdline"_s);
    QVERIFY(arguments.contains("fetch") && !tellsTheKey(arguments));
    QVERIFY(!tellsTheKey(readFile(self + u"environ"_s)));
    go.release();
    QVERIFY(process.waitForFinished());
    said += process.readAllStandardOutput() + process.readAllStandardError();
    QCOMPARE(process.exitCode(), 1);
    QVERIFY2(said.contains("bad_key"), said.constData());

    const QByteArray line = kKey + '\n';
    VERIFY_EXIT(keep(run({u"source"_s, u"test"_s, u"Keyed"_s, u"--json"_s, u"--key"_s, u"-"_s}, line)), 0);
    VERIFY_EXIT(keep(run({u"fetch"_s, u"Keyed"_s, u"--json"_s, u"--key"_s, u"-"_s}, line)), 0);
    for (const QString &what : {u"sources"_s, u"bars"_s, u"imports"_s})
        keep(run({u"list"_s, what, u"--json"_s}));
    VERIFY_EXIT(keep(run({u"store"_s, u"backup"_s, m_folder.filePath(u"backup.tickmark"_s)})), 0);
    VERIFY_EXIT(keep(run({u"chart"_s, u"--symbols"_s, u"NVDA"_s, u"-o"_s, m_folder.filePath(u"chart.csv"_s)})), 0);
    VERIFY_EXIT(keep(run({u"source"_s, u"edit"_s, u"Keyed"_s, u"--remove-key"_s})), 0);
    VERIFY_EXIT(keep(run({u"source"_s, u"remove"_s, u"Keyed"_s})), 0);

    QVERIFY2(!tellsTheKey(said), said.constData());
    int files = 0;
    for (const QString &folder : {m_folder.path(), m_home.path()}) {
        QDirIterator at(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (at.hasNext()) {
            ++files;
            const QString file = at.next();
            QVERIFY2(!tellsTheKey(readFile(file)), qPrintable(file));
        }
    }
    QVERIFY(files >= 3);
}

void TestSources::aKeyIsNotCutShort()
{
    const QStringList add{u"source"_s, u"add"_s, u"Keyed"_s, u"--provider"_s, u"twelvedata"_s, u"--key"_s, u"-"_s};
    VERIFY_EXIT(run(add, QByteArray(4097, 'k') + '\n'), 2);
    // nor may it bring a header of its own along
    VERIFY_EXIT(run(add, "GOODKEY1\rX-Evil: 1\n"), 2);
    VERIFY_EXIT(run(add, QByteArray("GOODKEY1\0REST\n", 14)), 2);
    VERIFY_EXIT(run(add, QByteArray(4090, 'k') + "        " + QByteArray(100, 'k') + '\n'), 2);
    QVERIFY(listed().isEmpty());
    VERIFY_EXIT(run(add, QByteArray(4096, 'k') + "\r\n"), 3); // a long key, and no keychain
}

QTEST_GUILESS_MAIN(TestSources)
#include "tst_sources.moc"
