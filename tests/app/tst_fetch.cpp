// SPDX-License-Identifier: GPL-3.0-or-later
#include "LocalServer.h"
#include "MirrorContent.h"
#include "NginxMirror.h"
#include "Program.h"

#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using Way = NginxMirror::Way;

namespace {

constexpr int kDays = 20;

} // namespace

//! `tickmark fetch` against a real nginx: the program, the network and the store together, as a user has them. With
//! TICKMARK_FETCH_TRANSCRIPT=FILE what the two runs of aSecondRunAddsNothing() said is written there.
class TestFetch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void aSecondRunAddsNothing();
    void aKeyFromStandardInputOpensTheDoor();
    void addressesThatMovedAreFollowed();
    void whatFailsIsNamed_data();
    void whatFailsIsNamed();
    void theRestIsFetchedWhenOneFails();
    void wrongRowsOfATableAreToldOnce();
    void onlyAuthoritiesOfTheUserAreTrusted();
    void interruptedKeepsWhatCame();
    void namesAndSwitches();

private:
    Outcome run(QStringList words, const QByteArray &input = {})
    {
        return tickmark(words << u"--store"_s << m_store, input, m_home.path());
    }
    void addSource(const QString &name, const QString &provider, const QString &address, const QStringList &more = {},
                   const QByteArray &key = {});
    QJsonArray fetched(const Outcome &outcome) { return QJsonDocument::fromJson(outcome.out)[u"fetches"_s].toArray(); }
    qsizetype bars(const QString &symbol)
    {
        return run({u"list"_s, u"bars"_s, u"--symbol"_s, symbol, u"--csv"_s}).out.count('\n') - 1;
    }
    QJsonArray news()
    {
        return QJsonDocument::fromJson(run({u"list"_s, u"news"_s, u"--json"_s}).out)[u"news"_s].toArray();
    }

    NginxMirror m_nginx;
    QTemporaryDir m_home;
    QTemporaryDir m_folder;
    QString m_empty; //!< a store with the instruments, and nothing else
    QString m_store;
    //! The mirror is two days late, so that there is something to ask for in a second run.
    QList<QDate> m_days = mirror::pastWeekdays(kDays + 2).first(kDays);
};

void TestFetch::initTestCase()
{
    const QString missing = NginxMirror::missing();
    QVERIFY2(missing.isEmpty(), qPrintable(missing));
    for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "HTTPS_PROXY", "ALL_PROXY"})
        qunsetenv(name);
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/dev/null"); // nobody's keychain is touched
    QString why;
    QVERIFY2(m_nginx.start(&why), qPrintable(why));
    m_nginx.put(u"v8/finance/chart/NVDA"_s, mirror::yahooChart(u"NVDA"_s, m_days));
    m_nginx.put(u"stooq/avgo.us.csv"_s, mirror::stooqTable(m_days));
    m_nginx.put(u"service/data/EXR/D.USD.EUR.SP00.A"_s, mirror::ecbTable(m_days));
    m_nginx.put(u"twelvedata/NVDA.json"_s, mirror::twelveDataSeries(u"NVDA"_s, m_days));
    m_nginx.put(u"feeds/news.rss"_s, mirror::rssFeed());
    m_nginx.put(u"feeds/news.atom"_s, mirror::atomFeed());
    m_nginx.put(u"feeds/news.json"_s, mirror::jsonFeed());

    m_empty = m_store = m_folder.filePath(u"empty.tickmark"_s);
    VERIFY_EXIT(run({u"store"_s, u"create"_s}), 0);
    for (const QString &symbol : {u"NVDA"_s, u"AVGO"_s})
        VERIFY_EXIT(run({u"instrument"_s, u"add"_s, symbol, u"--currency"_s, u"USD"_s, u"--exchange"_s, u"XNAS"_s}), 0);
    VERIFY_EXIT(run({u"instrument"_s, u"add"_s, u"EURUSD"_s, u"--currency"_s, u"USD"_s, u"--exchange"_s, u"FX"_s,
                     u"--kind"_s, u"fx"_s}),
                0);
}

void TestFetch::init()
{
    qunsetenv("SSL_CERT_FILE");
    m_store = m_folder.filePath(QLatin1String(QTest::currentTestFunction())
                                + QString::fromLatin1(QTest::currentDataTag()) + u".tickmark"_s);
    QVERIFY(QFile::copy(m_empty, m_store));
    (void)m_nginx.takeLog();
}

void TestFetch::addSource(const QString &name, const QString &provider, const QString &address, const QStringList &more,
                          const QByteArray &key)
{
    const Outcome added = run(
        QStringList{u"source"_s, u"add"_s, name, u"--provider"_s, provider, u"--address"_s, address} + more, key);
    VERIFY_EXIT(added, key.isEmpty() ? 0 : 3); // there is no keychain that could keep it
}

void TestFetch::aSecondRunAddsNothing()
{
    addSource(u"Charts"_s, u"yahoo"_s, m_nginx.address(), {u"--symbols"_s, u"NVDA"_s});
    addSource(u"Tables"_s, u"stooq"_s, m_nginx.address(), {u"--symbols"_s, u"AVGO"_s});
    addSource(u"Rates"_s, u"ecb"_s, m_nginx.address(), {u"--symbols"_s, u"EURUSD"_s});
    for (const QString &form : {u"rss"_s, u"atom"_s, u"json"_s})
        addSource(form, u"feed"_s, m_nginx.address(u"/feeds/news."_s + form));

    const Outcome first = run({u"fetch"_s, u"--json"_s});
    VERIFY_EXIT(first, 0);
    QCOMPARE(fetched(first).size(), 6);
    qint64 rows = 0;
    for (const QJsonValue &one : fetched(first))
        rows += one[u"inserted"_s].toInteger();
    QCOMPARE(rows, 3 * kDays + 3);
    QCOMPARE(bars(u"NVDA"_s), kDays);
    QCOMPARE(bars(u"AVGO"_s), kDays);
    QCOMPARE(bars(u"EURUSD"_s), kDays);
    QCOMPARE(news().size(), 3);
    QList<MirrorRequest> log;
    QTRY_VERIFY((log += m_nginx.takeLog()).size() >= 6);
    log.clear();

    const QByteArray before = run({u"list"_s, u"bars"_s, u"--csv"_s}).out;
    const Outcome second = run({u"fetch"_s, u"--json"_s});
    VERIFY_EXIT(second, 0);
    for (const QJsonValue &one : fetched(second)) {
        QCOMPARE(one[u"inserted"_s].toInteger() + one[u"replaced"_s].toInteger(), 0);
        QCOMPARE(one[u"not_modified"_s].toBool(), one[u"provider"_s].toString() == u"feed"_s);
    }
    QCOMPARE(run({u"list"_s, u"bars"_s, u"--csv"_s}).out, before);
    QCOMPARE(news().size(), 3);

    QTRY_VERIFY((log += m_nginx.takeLog()).size() >= 3);
    for (const MirrorRequest &request : log) {
        if (request.target.startsWith("/feeds/"))
            QCOMPARE(request.status, 304);
    }
    QVERIFY2(NginxMirror::connections(log) <= 8, "connections to one host are shared");
    if (const QString transcript = qEnvironmentVariable("TICKMARK_FETCH_TRANSCRIPT"); !transcript.isEmpty()) {
        QFile file(transcript);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("first run\n" + first.out + "second run\n" + second.out + "requests of the second run\n");
        for (const MirrorRequest &request : log)
            file.write(QByteArray::number(request.status) + ' ' + request.target + '\n');
        file.write("over " + QByteArray::number(NginxMirror::connections(log)) + " connections\n");
    }
}

void TestFetch::aKeyFromStandardInputOpensTheDoor()
{
    addSource(u"Keyed"_s, u"twelvedata"_s, m_nginx.address(), {u"--symbols"_s, u"NVDA"_s, u"--key"_s, u"-"_s},
              "right-key\n");
    const Outcome wrong = run({u"fetch"_s, u"Keyed"_s, u"--json"_s, u"--key"_s, u"-"_s}, "wrong-key\n");
    VERIFY_EXIT(wrong, 1);
    QCOMPARE(fetched(wrong).at(0)[u"error_code"_s].toString(), u"unauthorized"_s);
    const Outcome right = run({u"fetch"_s, u"Keyed"_s, u"--json"_s, u"--key"_s, u"-"_s}, "right-key\n");
    VERIFY_EXIT(right, 0);
    QCOMPARE(bars(u"NVDA"_s), kDays);
    const Outcome none = run({u"fetch"_s, u"Keyed"_s, u"--json"_s});
    VERIFY_EXIT(none, 1);
    QVERIFY2(none.err.contains("Keyed") && none.err.contains("key"), none.err.constData());
}

void TestFetch::addressesThatMovedAreFollowed()
{
    addSource(u"Moved"_s, u"feed"_s, m_nginx.address(u"/moved/news.rss"_s));
    VERIFY_EXIT(run({u"fetch"_s}), 0);
    QCOMPARE(news().size(), 1);
    QList<MirrorRequest> log;
    QTRY_VERIFY((log += m_nginx.takeLog()).size() >= 2);
    QCOMPARE(log.size(), 2);
    QCOMPARE(log.at(0).status, 301);
    QCOMPARE(log.at(1).target, "/feeds/news.rss"_ba);
    QCOMPARE(log.at(1).encoding, "gzip"_ba); // asked for packed, and read
}

void TestFetch::whatFailsIsNamed_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("way");
    QTest::addColumn<QString>("code");
    QTest::newRow("nothing there") << u"/feeds/gone.rss"_s << int(Way::Plain) << u"not_found"_s;
    QTest::newRow("busy") << u"/busy"_s << int(Way::Plain) << u"server_failed"_s;
    QTest::newRow("nobody vouches for it") << u"/feeds/news.rss"_s << int(Way::Tls) << u"certificate_untrusted"_s;
    QTest::newRow("vouches for itself") << u"/feeds/news.rss"_s << int(Way::SelfSigned) << u"certificate_untrusted"_s;
}

void TestFetch::whatFailsIsNamed()
{
    QFETCH(const QString, path);
    QFETCH(const int, way);
    QFETCH(const QString, code);
    addSource(u"Feed"_s, u"feed"_s, m_nginx.address(path, Way(way)));
    const Outcome outcome = run({u"fetch"_s, u"--json"_s});
    VERIFY_EXIT(outcome, 1);
    QCOMPARE(fetched(outcome).at(0)[u"error_code"_s].toString(), code);
    QVERIFY2(outcome.err.startsWith("Feed: ") && outcome.err.trimmed().endsWith('.'), outcome.err.constData());
    QCOMPARE(news().size(), 0);

    const QJsonValue listed =
        QJsonDocument::fromJson(run({u"list"_s, u"sources"_s, u"--json"_s}).out)[u"sources"_s].toArray().at(0);
    QCOMPARE(listed[u"error_code"_s].toString(), code);
    QVERIFY(listed[u"last_success"_s].isNull() && !listed[u"last_run"_s].toString().isEmpty());
    const QDateTime next = QDateTime::fromString(listed[u"next_run"_s].toString(), Qt::ISODate);
    QVERIFY2(next > QDateTime::currentDateTimeUtc(), qPrintable(next.toString(Qt::ISODate)));
}

void TestFetch::theRestIsFetchedWhenOneFails()
{
    addSource(u"Good"_s, u"feed"_s, m_nginx.address(u"/feeds/news.rss"_s));
    addSource(u"Bad"_s, u"feed"_s, m_nginx.address(u"/feeds/gone.rss"_s));
    const Outcome outcome = run({u"fetch"_s});
    VERIFY_EXIT(outcome, 3);
    QVERIFY2(outcome.err.contains("Bad") && !outcome.err.contains("Good"), outcome.err.constData());
    QVERIFY(outcome.out.contains("not_found"));
    QCOMPARE(news().size(), 1);
}

void TestFetch::wrongRowsOfATableAreToldOnce()
{
    QByteArray table = mirror::stooqTable(m_days);
    table.replace(table.lastIndexOf("202.5"), 5, "999.9"); // above the high
    m_nginx.put(u"tables/broken.csv"_s, table);
    addSource(u"Table"_s, u"csv"_s, m_nginx.address(u"/tables/broken.csv"_s), {u"--symbols"_s, u"AVGO"_s});
    const Outcome first = run({u"fetch"_s});
    VERIFY_EXIT(first, 0);
    QVERIFY2(first.err.contains("Table, AVGO: 1 new row"), first.err.constData());
    table.replace(table.indexOf("202.5"), 5, "202.6"); // so that it comes again
    m_nginx.put(u"tables/broken.csv"_s, table);
    const Outcome second = run({u"fetch"_s});
    VERIFY_EXIT(second, 0);
    QVERIFY2(!second.err.contains("wrong"), second.err.constData());
}

void TestFetch::onlyAuthoritiesOfTheUserAreTrusted()
{
    qputenv("SSL_CERT_FILE", QFile::encodeName(m_nginx.authorityFile()));
    addSource(u"Safe"_s, u"feed"_s, m_nginx.address(u"/feeds/news.rss"_s, Way::Tls));
    addSource(u"Self"_s, u"feed"_s, m_nginx.address(u"/feeds/news.atom"_s, Way::SelfSigned));
    VERIFY_EXIT(run({u"fetch"_s, u"Safe"_s}), 0);
    QCOMPARE(news().size(), 1);
    VERIFY_EXIT(run({u"fetch"_s, u"Self"_s}), 1);
    QCOMPARE(news().size(), 1);
    QList<MirrorRequest> log;
    QTRY_VERIFY(!(log += m_nginx.takeLog()).isEmpty());
    QCOMPARE(log.at(0).protocol, "HTTP/2.0"_ba);
}

void TestFetch::interruptedKeepsWhatCame()
{
    const LocalServer silent([](const QByteArray &) { return QByteArray(); });
    addSource(u"Charts"_s, u"yahoo"_s, m_nginx.address(), {u"--symbols"_s, u"NVDA"_s});
    addSource(u"Silent"_s, u"feed"_s, silent.address(u"/feed"_s));
    QProcess process;
    process.start(QStringLiteral(TICKMARK_PROGRAM),
                  {u"fetch"_s, u"--store"_s, m_store, u"--lang"_s, u"en"_s, u"--json"_s});
    QTRY_COMPARE_WITH_TIMEOUT(bars(u"NVDA"_s), qsizetype(kDays), 10'000);
    QTRY_COMPARE(silent.requests(), 1);
    ::kill(pid_t(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    QVERIFY(!process.readAllStandardError().contains("nothing was changed"));
    const QByteArray printed = process.readAllStandardOutput();
    const QJsonArray told = QJsonDocument::fromJson(printed)[u"fetches"_s].toArray();
    QCOMPARE(told.size(), 2);
    QCOMPARE(told.at(0)[u"inserted"_s].toInteger(), kDays);
    QVERIFY(told.at(0)[u"error_code"_s].isNull());
    QCOMPARE(told.at(1)[u"error_code"_s].toString(), u"stopped"_s);
    QCOMPARE(bars(u"NVDA"_s), kDays);
    VERIFY_EXIT(run({u"store"_s, u"verify"_s}), 0);
}

void TestFetch::namesAndSwitches()
{
    VERIFY_EXIT(run({u"fetch"_s}), 1); // none is set up
    addSource(u"On"_s, u"feed"_s, m_nginx.address(u"/feeds/news.rss"_s));
    addSource(u"Off"_s, u"feed"_s, m_nginx.address(u"/feeds/news.atom"_s), {u"--enabled"_s, u"off"_s});
    const Outcome all = run({u"fetch"_s, u"--json"_s});
    QCOMPARE(fetched(all).size(), 1);
    QCOMPARE(fetched(all).at(0)[u"source"_s].toString(), u"On"_s);
    const Outcome named = run({u"fetch"_s, u"off"_s, u"--json"_s});
    VERIFY_EXIT(named, 0);
    QCOMPARE(fetched(named).at(0)[u"source"_s].toString(), u"Off"_s);
    const Outcome unknown = run({u"fetch"_s, u"Nobody"_s});
    VERIFY_EXIT(unknown, 1);
    QVERIFY2(unknown.err.contains("Nobody") && unknown.err.contains("On"), unknown.err.constData());
    VERIFY_EXIT(run({u"fetch"_s, u"--since"_s, u"yesterday"_s}), 2);
    VERIFY_EXIT(run({u"fetch"_s, u"--key"_s, u"-"_s}, "k\n"), 2);
}

QTEST_GUILESS_MAIN(TestFetch)
#include "tst_fetch.moc"
