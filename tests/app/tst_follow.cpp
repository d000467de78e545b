// SPDX-License-Identifier: GPL-3.0-or-later
#include "Program.h"
#include "StreamExchange.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <algorithm>
#include <csignal>

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 60'000;
#ifdef TICKMARK_SANITIZED
constexpr int kInterruptions = 8; // each is a start of the program
#else
constexpr int kInterruptions = 30;
#endif

//! The program as it runs, with what it has said so far.
class Running
{
public:
    explicit Running(const QStringList &words)
    {
        m_process.start(QStringLiteral(TICKMARK_PROGRAM), words);
        QObject::connect(&m_process, &QProcess::readyReadStandardOutput,
                         [this] { m_out += m_process.readAllStandardOutput(); });
        QObject::connect(&m_process, &QProcess::readyReadStandardError,
                         [this] { m_err += m_process.readAllStandardError(); });
    }
    ~Running()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    void interrupt() { ::kill(pid_t(m_process.processId()), SIGINT); }
    bool waitForEnd()
    {
        const bool ended = m_process.waitForFinished(kPatience);
        m_out += m_process.readAllStandardOutput();
        m_err += m_process.readAllStandardError();
        return ended && m_process.exitStatus() == QProcess::NormalExit;
    }
    [[nodiscard]] int code() const { return m_process.exitCode(); }
    [[nodiscard]] const QByteArray &said() const { return m_err; }

    //! Each whole line of standard output.
    [[nodiscard]] QList<QJsonObject> lines() const
    {
        QList<QJsonObject> lines;
        for (const QByteArray &line : m_out.left(m_out.lastIndexOf('\n') + 1).split('\n')) {
            if (!line.isEmpty())
                lines << QJsonDocument::fromJson(line).object();
        }
        return lines;
    }
    //! A value of the first stream of the newest line.
    [[nodiscard]] QJsonValue newest(const char *key) const
    {
        const auto all = lines();
        return all.isEmpty() ? QJsonValue() : all.last()[u"streams"_s][0][QLatin1String(key)];
    }

private:
    QProcess m_process;
    QByteArray m_out;
    QByteArray m_err;
};

} // namespace

//! `tickmark fetch --follow`: the program, an exchange on loopback and the store together, as a user has them.
class TestFollow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void streamsUntilInterrupted();
    void jsonTellsTheStateLineByLine();
    void aConnectionThatComesAgainIsTold();
    void aCauseIsSaidOnce();
    void whatIsNotGivenIsNotToBeFilled();
    void aNewCountingIsANotice();
    void interruptedAtAnyMoment();
    void aStreamIsARunOfItsSource();
    void nobodyElseWritesMeanwhile();
    void whatCannotBeStreamedIsRefusedWhenNamed();
    void whatGoesTogetherAndWhatNot();
    void endsWhenNothingCanBeStreamed();

private:
    Outcome run(QStringList words) { return tickmark(words << u"--store"_s << m_store, {}, m_home.path()); }
    [[nodiscard]] QStringList follow(const QStringList &more = {}) const
    {
        return QStringList{u"fetch"_s, u"--follow"_s, u"--store"_s, m_store, u"--lang"_s, u"en"_s} + more;
    }
    void addExchange(const QString &name, const StreamExchange &exchange)
    {
        VERIFY_EXIT(run({u"source"_s, u"add"_s, name, u"--provider"_s, u"kraken"_s, u"--address"_s, exchange.address(),
                         u"--symbols"_s, u"BTC-USD"_s}),
                    0);
    }
    [[nodiscard]] qsizetype ticks()
    {
        return run({u"list"_s, u"ticks"_s, u"--symbol"_s, u"BTC-USD"_s, u"--csv"_s}).out.count('\n') - 1;
    }

    QTemporaryDir m_home;
    QTemporaryDir m_folder;
    QString m_empty; //!< the sample case, which has the coin
    QString m_store;
    qsizetype m_told = 0; //!< trades, of all rounds
};

void TestFollow::initTestCase()
{
    m_empty = m_folder.filePath(u"empty.tickmark"_s);
    VERIFY_EXIT(tickmark({u"sample"_s, m_empty}, {}, m_home.path()), 0);
}

void TestFollow::init()
{
    m_store = m_folder.filePath(u"%1.tickmark"_s.arg(QLatin1String(QTest::currentTestFunction())));
    QVERIFY(QFile::copy(m_empty, m_store));
}

void TestFollow::streamsUntilInterrupted()
{
    StreamExchange exchange;
    addExchange(u"Kraken"_s, exchange);
    Running program(follow());
    QTRY_COMPARE_WITH_TIMEOUT(exchange.open(), 1, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(program.said().contains("Kraken, BTC-USD: live."), kPatience);
    exchange.stream(1, 50);
    exchange.stream(2001, 2050);
    QTRY_VERIFY_WITH_TIMEOUT(program.said().contains("no gap is left"), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(program.said().contains("2,050 trades stored"), kPatience);
    exchange.stream(2051, 2060);
    program.interrupt();
    QVERIFY(program.waitForEnd());
    QCOMPARE(program.code(), 0); // that is how it ends
    QVERIFY2(program.said().contains("is in the store"), program.said().constData());
    QVERIFY(program.lines().isEmpty()); // standard output is for data
    const qsizetype kept = ticks();
    QVERIFY(kept >= 2050 && kept <= 2060);
    VERIFY_EXIT(run({u"store"_s, u"verify"_s}), 0);
    QTRY_COMPARE_WITH_TIMEOUT(exchange.open(), 0, kPatience);
}

void TestFollow::jsonTellsTheStateLineByLine()
{
    StreamExchange exchange;
    addExchange(u"Kraken"_s, exchange);
    Running program(follow({u"--json"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(program.newest("phase").toString(), u"live"_s, kPatience);
    exchange.stream(1, 50);
    QTRY_COMPARE_WITH_TIMEOUT(program.newest("stored").toInt(), 50, kPatience);
    QCOMPARE(program.newest("source").toString(), u"Kraken"_s);
    QCOMPARE(program.newest("provider").toString(), u"kraken"_s);
    QCOMPARE(program.newest("symbol").toString(), u"BTC-USD"_s);
    QCOMPARE(program.newest("received").toInt(), 50);
    QCOMPARE(program.newest("waiting").toInt(-1), 0);
    QCOMPARE(program.newest("gaps").toArray().size(), 0);
    QVERIFY(program.newest("error_code").isNull());
    QVERIFY(program.newest("last_trade").toString().endsWith(u'Z'));
    QVERIFY(program.newest("per_second").isDouble());
    exchange.stream(61, 70);
    QTRY_COMPARE_WITH_TIMEOUT(program.newest("backfilled").toInt(), 10, kPatience);
    program.interrupt();
    QVERIFY(program.waitForEnd());
    QCOMPARE(program.code(), 0);
    QCOMPARE(program.newest("phase").toString(), u"ended"_s);
    QCOMPARE(program.newest("stored").toInt(), 60);
    const auto lines = program.lines();
    QVERIFY(lines.size() >= 3);
    bool hadGap = false;
    for (const QJsonObject &line : lines) {
        QCOMPARE(line[u"schema"_s].toInt(), 1);
        QCOMPARE(line[u"streams"_s].toArray().size(), 1);
        const QJsonArray gaps = line[u"streams"_s][0][u"gaps"_s].toArray();
        hadGap = hadGap || (gaps.size() == 1 && gaps[0][u"from"_s].toString() < gaps[0][u"to"_s].toString());
    }
    QVERIFY(hadGap);
    QCOMPARE(ticks(), 70);
}

void TestFollow::aConnectionThatComesAgainIsTold()
{
    StreamExchange exchange;
    addExchange(u"Kraken"_s, exchange);
    Running program(follow({u"--json"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(program.newest("phase").toString(), u"live"_s, kPatience);
    exchange.stream(1, 5);
    QTRY_COMPARE_WITH_TIMEOUT(program.newest("stored").toInt(), 5, kPatience);
    exchange.refuse(503);
    exchange.reset();
    QTRY_COMPARE_WITH_TIMEOUT(program.newest("phase").toString(), u"waiting"_s, kPatience);
    QVERIFY(!program.newest("error_code").toString().isEmpty());
    QVERIFY(!program.newest("error").toString().isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(program.said().contains("Tried again by itself"), kPatience);
    exchange.refuse(0);
    QTRY_COMPARE_WITH_TIMEOUT(program.newest("phase").toString(), u"live"_s, kPatience);
    exchange.stream(11, 15);
    QTRY_COMPARE_WITH_TIMEOUT(program.newest("backfilled").toInt(), 5, kPatience);
    QVERIFY(program.newest("error_code").isNull());
    program.interrupt();
    QVERIFY(program.waitForEnd());
    QCOMPARE(ticks(), 15);
}

//! However often it is tried again.
void TestFollow::aCauseIsSaidOnce()
{
    StreamExchange exchange;
    addExchange(u"Kraken"_s, exchange);
    exchange.refuse(503);
    Running program(follow());
    QTRY_VERIFY_WITH_TIMEOUT(exchange.asked() >= 4, kPatience);
    QCOMPARE(program.said().count("out of service"), 1);
    exchange.refuse(500);
    QTRY_VERIFY_WITH_TIMEOUT(program.said().contains("HTTP status 500"), kPatience);
    exchange.refuse(0);
    QTRY_VERIFY_WITH_TIMEOUT(program.said().contains("BTC-USD: live."), kPatience);
    exchange.refuse(503);
    exchange.reset();
    QTRY_COMPARE_WITH_TIMEOUT(program.said().count("out of service"), 2, kPatience); // another outage
    QCOMPARE(program.said().count("HTTP status 500"), 1);
    program.interrupt();
    QVERIFY(program.waitForEnd());
    QCOMPARE(program.code(), 0);
}

void TestFollow::whatIsNotGivenIsNotToBeFilled()
{
    StreamExchange exchange;
    exchange.setOldest(501);
    addExchange(u"Kraken"_s, exchange);
    Running program(follow());
    QTRY_VERIFY_WITH_TIMEOUT(program.said().contains("Kraken, BTC-USD: live."), kPatience);
    exchange.stream(1, 10);
    exchange.stream(1001, 1010);
    QTRY_VERIFY_WITH_TIMEOUT(program.said().contains("1 gap to be filled"), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(program.said().contains("does not give the missing trades"), kPatience);
    exchange.stream(1021, 1030); // those in between can be had
    QTRY_COMPARE_WITH_TIMEOUT(program.said().count("1 gap to be filled"), 2, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(program.said().contains("540 trades stored"), kPatience);
    program.interrupt();
    QVERIFY(program.waitForEnd());
    QVERIFY2(!program.said().contains("2 gaps"), program.said().constData());
    QCOMPARE(program.said().count("does not give the missing trades"), 1);
    QVERIFY(!program.said().contains("no gap is left"));
}

//! It hinders nothing, and what ends with it has not failed.
void TestFollow::aNewCountingIsANotice()
{
    StreamExchange exchange;
    addExchange(u"Kraken"_s, exchange);
    Running program(follow({u"--json"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(program.newest("phase").toString(), u"live"_s, kPatience);
    exchange.stream(1, 5);
    QTRY_COMPARE_WITH_TIMEOUT(program.newest("stored").toInt(), 5, kPatience);
    QVERIFY(program.newest("notice").isNull());
    exchange.countAnew(100);
    exchange.stream(1, 5);
    QTRY_COMPARE_WITH_TIMEOUT(program.newest("notice").toString(), u"counts_anew"_s, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(program.newest("stored").toInt(), 10, kPatience);
    program.interrupt();
    QVERIFY(program.waitForEnd());
    QCOMPARE(program.code(), 0);
    QCOMPARE(program.newest("phase").toString(), u"ended"_s);
    QCOMPARE(program.newest("notice").toString(), u"counts_anew"_s);
    QVERIFY(program.newest("error_code").isNull());
    QVERIFY(program.newest("error").isNull());
}

//! Again and again while trades come: each one that was told of is there, and none is said to be lost.
void TestFollow::interruptedAtAnyMoment()
{
    StreamExchange exchange;
    addExchange(u"Kraken"_s, exchange);
    qint64 last = 0;
    for (int round = 0; round < kInterruptions; ++round) {
        Running program(follow({u"--json"_s}));
        QTRY_COMPARE_WITH_TIMEOUT(exchange.open(), 1, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(program.newest("phase").toString(), u"live"_s, kPatience);
        for (int burst = 0; burst <= round % 7; ++burst) {
            exchange.stream(last + 1, last + 40);
            last += 40;
        }
        if (round % 3 == 0)
            QTRY_VERIFY_WITH_TIMEOUT(program.newest("stored").toInt() > 0, kPatience);
        program.interrupt();
        exchange.stream(last + 1, last + 5); // and some that may come too late
        last += 5;
        QVERIFY(program.waitForEnd());
        QVERIFY2(program.code() == 0, program.said().constData());
        QVERIFY2(!program.said().contains("could not be stored"), program.said().constData());
        QCOMPARE(program.newest("phase").toString(), u"ended"_s);
        QCOMPARE(program.newest("waiting").toInt(-1), 0);
        QCOMPARE(program.newest("stored").toInt(-1), program.newest("received").toInt());
        m_told += program.newest("stored").toInt() + program.newest("backfilled").toInt();
        QCOMPARE(ticks(), m_told);
        QTRY_COMPARE_WITH_TIMEOUT(exchange.open(), 0, kPatience);
    }
}

void TestFollow::aStreamIsARunOfItsSource()
{
    StreamExchange exchange;
    addExchange(u"Kraken"_s, exchange);
    Running program(follow({u"--json"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(program.newest("phase").toString(), u"live"_s, kPatience);
    exchange.stream(1, 50);
    QTRY_COMPARE_WITH_TIMEOUT(program.newest("stored").toInt(), 50, kPatience);
    program.interrupt();
    QVERIFY(program.waitForEnd());
    const Outcome listed = run({u"list"_s, u"sources"_s, u"--json"_s});
    VERIFY_EXIT(listed, 0);
    const QJsonArray sources = QJsonDocument::fromJson(listed.out).object()[u"sources"_s].toArray();
    const auto kraken = std::ranges::find_if(sources,
                                             [](const QJsonValue &one) { return one[u"name"_s] == u"Kraken"_s; });
    QVERIFY(kraken != sources.end());
    const QJsonObject source = (*kraken).toObject();
    QVERIFY(source[u"last_run"_s].isString());
    QVERIFY(source[u"last_success"_s].isString());
    const QJsonValue item = source[u"items"_s][0];
    QCOMPARE(item[u"item"_s].toString(), u"BTC-USD"_s);
    QVERIFY(item[u"covered_from"_s].isString());
    QVERIFY(item[u"covered_until"_s].isString());
}

void TestFollow::nobodyElseWritesMeanwhile()
{
    StreamExchange exchange;
    addExchange(u"Kraken"_s, exchange);
    Running program(follow());
    QTRY_COMPARE_WITH_TIMEOUT(exchange.open(), 1, kPatience);
    const Outcome other = run({u"fetch"_s});
    VERIFY_EXIT(other, 1);
    QVERIFY2(other.err.contains("in use") || other.err.contains("open in"), other.err.constData());
    program.interrupt();
    QVERIFY(program.waitForEnd());
    VERIFY_EXIT(run({u"fetch"_s}), 0);
}

void TestFollow::whatCannotBeStreamedIsRefusedWhenNamed()
{
    StreamExchange exchange;
    addExchange(u"Kraken"_s, exchange);
    VERIFY_EXIT(run({u"source"_s, u"add"_s, u"Rates"_s, u"--provider"_s, u"ecb"_s}), 0);
    const Outcome named = run({u"fetch"_s, u"--follow"_s, u"Kraken"_s, u"Rates"_s});
    VERIFY_EXIT(named, 2);
    QVERIFY2(named.err.contains("Rates"), named.err.constData());
    QVERIFY(named.out.isEmpty());
    // and passed over when not
    Running program(follow());
    QTRY_COMPARE_WITH_TIMEOUT(exchange.open(), 1, kPatience);
    program.interrupt();
    QVERIFY(program.waitForEnd());
    QCOMPARE(program.code(), 0);
    QVERIFY(!program.said().contains("Rates"));
}

void TestFollow::whatGoesTogetherAndWhatNot()
{
    VERIFY_EXIT(run({u"fetch"_s, u"--follow"_s}), 1); // none is set up
    StreamExchange exchange;
    addExchange(u"Kraken"_s, exchange);
    VERIFY_EXIT(run({u"fetch"_s, u"--follow"_s, u"--since"_s, u"2025-01-27"_s}), 2);
    VERIFY_EXIT(run({u"fetch"_s, u"--follow"_s, u"--csv"_s}), 2);
    VERIFY_EXIT(run({u"fetch"_s, u"--follow"_s, u"Nobody"_s}), 1);
    QCOMPARE(exchange.open(), 0);
}

void TestFollow::endsWhenNothingCanBeStreamed()
{
    StreamExchange exchange;
    exchange.setUnknown({u"BTC/USD"_s});
    addExchange(u"Kraken"_s, exchange);
    Running program(follow());
    QVERIFY(program.waitForEnd());
    QCOMPARE(program.code(), 1);
    QVERIFY2(program.said().contains("Kraken"), program.said().constData());
}

QTEST_GUILESS_MAIN(TestFollow)
#include "tst_follow.moc"
