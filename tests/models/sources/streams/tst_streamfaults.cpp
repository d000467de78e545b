// SPDX-License-Identifier: GPL-3.0-or-later
#include "FaultServer.h"
#include "FaultTable.h"
#include "FullServer.h"
#include "StreamRecord.h"
#include "StreamRequests.h"
#include "StreamServer.h"
#include "TestCertificates.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tickmark::sources;
using namespace tickmark::test;
using namespace std::chrono_literals;
using tickmark::core::kNsPerSecond;
using tickmark::core::Time;
using How = StreamWelcome::How;

//! What a server does to a stream that is live.
using Trouble = void (*)(StreamServer &server);
Q_DECLARE_METATYPE(Trouble)
Q_DECLARE_METATYPE(StreamWelcome)

namespace {

constexpr qint64 kSource = 7;
constexpr qint64 kBitcoin = 100;
constexpr qint64 kEther = 101;

//! Of two instruments.
StreamRequest requestTo(const QUrl &base, const QString &provider = QStringLiteral("kraken"))
{
    return tickmark::test::requestTo(base, provider, twoSymbols(provider));
}

QList<ServedTrade> oneTrade(qint64 id, const QString &symbol = QStringLiteral("BTC/USD"))
{
    return {{symbol, id, Time{id * kNsPerSecond}}};
}

//! The first error that was told; nothing: none yet.
std::optional<StreamError> firstError(const StreamRecord &record)
{
    for (const StreamStatus &status : record.statuses()) {
        if (status.error)
            return status.error;
    }
    return std::nullopt;
}

} // namespace

//! Each fault of a server or a network: its typed error, and that the stream comes back by itself where it can.
class TestStreamFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void cleanupTestCase() { QVERIFY(m_table.write()); }
    void whenItConnects_data();
    void whenItConnects();
    void whileItIsLive_data();
    void whileItIsLive();
    void aWrongKey();
    void noKey();
    void plainToAnotherMachine();
    void certificates_data();
    void certificates();
    void aTrustedCertificate();
    void aHostThatIsNotThere();
    void aServerThatIsNotThere();
    void aServerThatTakesNobody();
    void proxiesThatDoNotLetPass_data();
    void proxiesThatDoNotLetPass();
    void oneUnknownSymbol_data();
    void oneUnknownSymbol();
    void noKnownSymbol();

private:
    void comesBack(StreamServer &server, StreamRecord &record, qint64 id);
    void addRow(const StreamRecord &record, const QString &recovered = QStringLiteral("yes, by itself"))
    {
        const auto error = record.last().error ? record.last().error : firstError(record);
        const QList<qint64> ids = record.ids(kBitcoin);
        m_table.add(error ? codeOf(error->fault) : QString(),
                    error ? toError(*error, QStringLiteral("My source")).message : QString(),
                    ids.size() - QSet<qint64>(ids.begin(), ids.end()).size(), 0, recovered);
    }

    FaultTable m_table;
};

void TestStreamFaults::cleanup()
{
    for (const char *name : {"http_proxy", "https_proxy", "SSL_CERT_FILE"})
        qunsetenv(name);
}

//! By itself, and the trades of the new connection arrive.
void TestStreamFaults::comesBack(StreamServer &server, StreamRecord &record, qint64 id)
{
    QTRY_VERIFY_WITH_TIMEOUT(record.isLive() && server.open() == 1, kPatient);
    QVERIFY(!record.last().error);
    server.sendTrades(oneTrade(id));
    QTRY_VERIFY_WITH_TIMEOUT(record.ids(kBitcoin).contains(id), kPatient);
}

void TestStreamFaults::whenItConnects_data()
{
    QTest::addColumn<StreamWelcome>("welcome");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("code");
    const auto status = [](int code, const char *fault) {
        QTest::addRow("refused with %d", code)
            << StreamWelcome{How::Refuse, code} << QString::fromLatin1(fault) << code;
    };
    status(200, "upgrade_refused"); // a page for people
    status(302, "upgrade_refused");
    status(401, "log_in_wanted"); // no key is known of here
    status(403, "log_in_wanted");
    status(404, "upgrade_refused");
    status(429, "rate_limited");
    status(451, "upgrade_refused");
    status(500, "upgrade_refused");
    status(503, "unavailable");
    status(511, "log_in_wanted");
    QTest::newRow("refused with 400, of which Qt keeps no number")
        << StreamWelcome{How::Refuse, 400} << QStringLiteral("not_what_was_asked") << 0;
    QTest::newRow("reset before the upgrade") << StreamWelcome{How::Reset} << QStringLiteral("broken") << 0;
    QTest::newRow("never answered") << StreamWelcome{How::Ignore} << QStringLiteral("unreachable") << 0;
    QTest::newRow("upgraded, and no word") << StreamWelcome{How::AcceptDumb} << QStringLiteral("silent") << 0;
}

void TestStreamFaults::whenItConnects()
{
    QFETCH(const StreamWelcome, welcome);
    QFETCH(const QString, fault);
    QFETCH(const int, code);
    const bool isOfTime = welcome.how == How::Ignore || welcome.how == How::AcceptDumb;
    StreamServer server(QStringLiteral("kraken"));
    server.setWelcome([welcome](int nth) { return nth == 1 ? welcome : StreamWelcome{}; });
    StreamRecord record;
    StreamPatience patience = quickPatience();
    patience.connecting = isOfTime ? 1s : 10s;
    StreamThread thread(record, patience);
    thread.start(requestTo(server.base()));
    QTRY_VERIFY_WITH_TIMEOUT(firstError(record), kPatient);
    QCOMPARE(codeOf(firstError(record)->fault), fault);
    QCOMPARE(firstError(record)->code, code);
    QCOMPARE(firstError(record)->address, QStringLiteral("ws://127.0.0.1:%1/v2").arg(server.port()));
    const auto error = toError(*firstError(record), QStringLiteral("My source"));
    QVERIFY(error.message.contains(QStringLiteral("My source")));
    QVERIFY(code == 0 || !error.message.contains(QStringLiteral("HTTP"))
            || error.message.contains(QString::number(code)));
    comesBack(server, record, 1);
    addRow(record);
}

void TestStreamFaults::whileItIsLive_data()
{
    QTest::addColumn<Trouble>("trouble");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, Trouble trouble, const char *fault, int code = 0) {
        QTest::newRow(name) << trouble << QString::fromLatin1(fault) << code;
    };
    row(
        "closed in order", [](StreamServer &server) { server.close(1000, QStringLiteral("bye")); }, "closed", 1000);
    row(
        "closed going away", [](StreamServer &server) { server.close(1001); }, "closed", 1001);
    row(
        "closed by policy", [](StreamServer &server) { server.close(1008); }, "closed", 1008);
    row(
        "closed by an error of its own", [](StreamServer &server) { server.close(1011); }, "closed", 1011);
    row(
        "closed to restart", [](StreamServer &server) { server.close(1012); }, "closed"); // Qt does not know the number
    row(
        "closed to be tried later", [](StreamServer &server) { server.close(1013); }, "closed");
    row(
        "closed by a code of its own", [](StreamServer &server) { server.close(4001); }, "closed", 4001);
    row(
        "ended without a word", [](StreamServer &server) { server.hangUp(); }, "broken");
    row(
        "reset", [](StreamServer &server) { server.reset(); }, "broken");
    row(
        "a page to log in", [](StreamServer &server) { server.sendText("<html>Log in</html>"); }, "web_page");
    row(
        "words that are no JSON", [](StreamServer &server) { server.sendText("please wait"); }, "not_what_was_asked");
    row(
        "half a message", [](StreamServer &server) { server.sendText(R"({"channel":"trade","data":[{"sym)"); },
        "not_what_was_asked");
    row(
        "trades of which none can be read",
        [](StreamServer &server) { server.sendText(R"({"channel":"trade","data":[{"symbol":"BTC/USD"}]})"); },
        "not_what_was_asked");
    row(
        "a binary message", [](StreamServer &server) { server.sendBinary("\x01\x02"); }, "not_what_was_asked");
    row(
        "text that is no UTF-8", [](StreamServer &server) { server.sendText("\xff\xfe"); }, "not_what_was_asked");
    row(
        "bytes that are no frame", [](StreamServer &server) { server.sendFrames("\xff\xfe\x01\x02 no frame"); },
        "not_what_was_asked");
    row(
        "half a frame, and no more", [](StreamServer &server) { server.sendFrames(frameOf("hello world").first(5)); },
        "silent");
    row(
        "a frame of 10 MB", [](StreamServer &server) { server.sendText(QByteArray(10 << 20, ' ')); },
        "frame_too_large");
    row(
        "maintenance",
        [](StreamServer &server) { server.sendText(R"({"channel":"status","data":[{"system":"maintenance"}]})"); },
        "unavailable");
    row(
        "too much asked",
        [](StreamServer &server) { server.sendText(R"({"error":"Exceeded msg rate","success":false})"); },
        "rate_limited");
    row(
        "half-open", [](StreamServer &server) { server.goSilent(); }, "silent");
}

void TestStreamFaults::whileItIsLive()
{
    QFETCH(const Trouble, trouble);
    QFETCH(const QString, fault);
    QFETCH(const int, code);
    StreamServer server(QStringLiteral("kraken"));
    StreamRecord record;
    StreamPatience patience = quickPatience();
    if (QLatin1String(QTest::currentDataTag()) == QLatin1String("half-open"))
        patience.silence = 2s;
    StreamThread thread(record, patience);
    thread.start(requestTo(server.base()));
    comesBack(server, record, 1);
    server.sendTrades(oneTrade(2)); // right before: not lost
    trouble(server);
    QTRY_VERIFY_WITH_TIMEOUT(firstError(record), kPatient);
    QCOMPARE(codeOf(firstError(record)->fault), fault);
    QCOMPARE(firstError(record)->code, code);
    QVERIFY(firstError(record)->detail.size() <= 200);
    const QString said = toError(*firstError(record), QStringLiteral("My source")).message;
    QCOMPARE(said.contains(QStringLiteral("log-in")), fault == QLatin1String("web_page")); // no advice for a bad frame
    QTRY_VERIFY_WITH_TIMEOUT(server.connections() >= 2, kPatient);
    comesBack(server, record, 3);
    if (fault != QLatin1String("broken")) // what a reset overtakes is gone, as it is in the network
        QCOMPARE(record.ids(kBitcoin), (QList<qint64>{1, 2, 3}));
    QVERIFY(record.resumptions()[1]);
    addRow(record);
}

void TestStreamFaults::aWrongKey()
{
    StreamServer server(QStringLiteral("finnhub"));
    server.setWelcome([](int) { return StreamWelcome{How::Refuse, 401}; });
    StreamRecord record;
    StreamThread thread(record, quickPatience());
    StreamRequest request = requestTo(server.base(), QStringLiteral("finnhub"));
    thread.start(request);
    QTRY_COMPARE_WITH_TIMEOUT(record.last().phase, StreamPhase::Ended, kPatient);
    QCOMPARE(record.fault(), QStringLiteral("bad_key"));
    QCOMPARE(record.last().error->code, 401);
    addRow(record, QStringLiteral("once the key is another"));
    thread.retryNow(); // nothing that waits
    server.setWelcome({});
    request.settings.key = "another";
    thread.start(request);
    QTRY_VERIFY_WITH_TIMEOUT(record.isLive(), kPatient);
    QCOMPARE(server.connections(), 2);
    QCOMPARE(server.targets().last(), QByteArray("/?token=another"));
}

void TestStreamFaults::noKey()
{
    StreamServer server(QStringLiteral("finnhub"));
    StreamRecord record;
    StreamThread thread(record, quickPatience());
    StreamRequest request = requestTo(server.base(), QStringLiteral("finnhub"));
    request.settings.key.clear();
    thread.start(request);
    QTRY_COMPARE_WITH_TIMEOUT(record.last().phase, StreamPhase::Ended, kPatient);
    QCOMPARE(record.fault(), QStringLiteral("bad_key"));
    QCOMPARE(server.connections(), 0);
}

void TestStreamFaults::plainToAnotherMachine()
{
    StreamRecord record;
    StreamThread thread(record, quickPatience());
    thread.start(requestTo(QUrl(QStringLiteral("http://192.0.2.1:9/"))));
    QTRY_COMPARE_WITH_TIMEOUT(record.last().phase, StreamPhase::Ended, kPatient);
    QCOMPARE(record.fault(), QStringLiteral("plain_refused"));
    QCOMPARE(record.last().error->address, QStringLiteral("ws://192.0.2.1:9/v2"));
    addRow(record, QStringLiteral("once it is allowed"));
}

void TestStreamFaults::certificates_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("self-signed") << int(TestCertificates::Kind::SelfSigned);
    QTest::newRow("expired") << int(TestCertificates::Kind::Expired);
    QTest::newRow("of another host") << int(TestCertificates::Kind::OtherHost);
    QTest::newRow("of an authority that nobody trusts") << int(TestCertificates::Kind::Right);
}

void TestStreamFaults::certificates()
{
    QFETCH(const int, kind);
    const TestCertificates authority;
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("authority.pem")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(kind == int(TestCertificates::Kind::Right) ? TestCertificates().authority() : authority.authority());
    file.close();
    qputenv("SSL_CERT_FILE", QFile::encodeName(file.fileName()));
    StreamServer server(QStringLiteral("kraken"), authority.make(TestCertificates::Kind(kind)));
    StreamRecord record;
    StreamThread thread(record, quickPatience());
    thread.start(requestTo(server.base()));
    QTRY_COMPARE_WITH_TIMEOUT(record.last().phase, StreamPhase::Ended, kPatient);
    QCOMPARE(record.fault(), QStringLiteral("certificate_wrong"));
    QVERIFY(!record.last().error->detail.isEmpty());
    QCOMPARE(server.connections(), 0); // nothing was asked
    addRow(record, QStringLiteral("once the certificate is another"));
}

void TestStreamFaults::aTrustedCertificate()
{
    const TestCertificates authority;
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("authority.pem")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(authority.authority());
    file.close();
    qputenv("SSL_CERT_FILE", QFile::encodeName(file.fileName()));
    StreamServer server(QStringLiteral("kraken"), authority.make(TestCertificates::Kind::Right));
    StreamRecord record;
    StreamThread thread(record, quickPatience());
    thread.start(requestTo(server.base()));
    comesBack(server, record, 1);
    server.reset();
    QTRY_COMPARE_WITH_TIMEOUT(server.connections(), 2, kPatient);
    comesBack(server, record, 2);
    QVERIFY(!firstError(record) || firstError(record)->fault == StreamFault::Broken);
}

void TestStreamFaults::aHostThatIsNotThere()
{
    StreamRecord record;
    StreamThread thread(record, quickPatience());
    thread.start(requestTo(QUrl(QStringLiteral("https://nobody.invalid"))));
    QTRY_VERIFY_WITH_TIMEOUT(firstError(record), kPatient);
    QCOMPARE(codeOf(firstError(record)->fault), QStringLiteral("host_not_found"));
    QTRY_VERIFY_WITH_TIMEOUT(record.events().count(QStringLiteral("connecting")) >= 2, kPatient); // tried again
    addRow(record, QStringLiteral("tried again by itself"));
}

void TestStreamFaults::aServerThatIsNotThere()
{
    auto server = std::make_unique<StreamServer>(QStringLiteral("kraken"));
    const quint16 port = server->port();
    const QUrl base = server->base();
    server = nullptr;
    StreamRecord record;
    StreamThread thread(record, quickPatience());
    thread.start(requestTo(base));
    QTRY_VERIFY_WITH_TIMEOUT(firstError(record), kPatient);
    QCOMPARE(codeOf(firstError(record)->fault), QStringLiteral("unreachable"));
    server = std::make_unique<StreamServer>(QStringLiteral("kraken"), std::nullopt, port);
    comesBack(*server, record, 1);
    addRow(record);
}

void TestStreamFaults::aServerThatTakesNobody()
{
    const FullServer server;
    StreamRecord record;
    StreamPatience patience = quickPatience();
    patience.connecting = 300ms;
    StreamThread thread(record, patience);
    thread.start(requestTo(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server.port()))));
    QTRY_VERIFY_WITH_TIMEOUT(firstError(record), kPatient);
    QCOMPARE(codeOf(firstError(record)->fault), QStringLiteral("unreachable"));
}

void TestStreamFaults::proxiesThatDoNotLetPass_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("instead");
    QTest::newRow("forbidden") << FaultServer::whole("no", {}, "403 Forbidden") << QByteArray();
    QTest::newRow("wants a log-in") << FaultServer::whole("no", "Proxy-Authenticate: Basic realm=\"x\"\r\n",
                                                          "407 Log in")
                                    << QByteArray();
    QTest::newRow("fails") << FaultServer::whole("no", {}, "500 Broken") << QByteArray();
    QTest::newRow("speaks no HTTP") << QByteArray("hello there, what do you want of me\r\n\r\n") << QByteArray();
    QTest::newRow("not there") << QByteArray() << QByteArray("http://127.0.0.1:1");
    QTest::newRow("of a kind that cannot be used") << QByteArray() << QByteArray("https://127.0.0.1:1");
}

void TestStreamFaults::proxiesThatDoNotLetPass()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const QByteArray, instead);
    const FaultServer proxy([answer](const SeenRequest &, int) {
        return FaultAnswer{answer, FaultAnswer::End::Close, {}};
    });
    StreamServer server(QStringLiteral("kraken"));
    qputenv("http_proxy", instead.isEmpty() ? proxy.url(QString()).toEncoded() : instead);
    StreamRecord record;
    StreamThread thread(record, quickPatience());
    thread.start(requestTo(server.base()));
    QTRY_VERIFY_WITH_TIMEOUT(firstError(record), kPatient);
    QCOMPARE(codeOf(firstError(record)->fault), QStringLiteral("proxy_failed"));
    QCOMPARE(server.connections(), 0);
    const QByteArray asked = "CONNECT 127.0.0.1:" + QByteArray::number(server.port());
    if (instead.isEmpty())
        QVERIFY(proxy.seen().constFirst().head.startsWith(asked));
    thread.stop(kSource); // the environment is not to be changed under it
    qunsetenv("http_proxy");
    thread.start(requestTo(server.base()));
    comesBack(server, record, 1);
}

void TestStreamFaults::oneUnknownSymbol_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<bool>("refusesWhole");
    for (const char *provider : {"kraken", "coinbase", "finnhub"})
        QTest::newRow(provider) << QString::fromLatin1(provider) << false;
    QTest::newRow("coinbase, with all that was asked for beside it") << QStringLiteral("coinbase") << true;
}

void TestStreamFaults::oneUnknownSymbol()
{
    QFETCH(const QString, provider);
    const QStringList symbols = twoSymbols(provider);
    StreamServer server(provider);
    QFETCH(const bool, refusesWhole);
    server.setUnknown({symbols[1]});
    server.setRefusesWhole(refusesWhole);
    StreamRecord record;
    StreamThread thread(record, quickPatience());
    thread.start(requestTo(server.base(), provider));
    QTRY_COMPARE_WITH_TIMEOUT(record.refusals().size(), 1U, kPatient);
    QCOMPARE(record.refusals()[0].first, kEther);
    QCOMPARE(record.refusals()[0].second.fault, StreamFault::UnknownSymbol);
    QTRY_VERIFY_WITH_TIMEOUT(record.isLive(), kPatient);
    server.sendTrades(oneTrade(1, symbols[0]));
    QTRY_COMPARE_WITH_TIMEOUT(record.ids(kBitcoin).size(), 1, kPatient);
    server.sendHeartbeat();
    server.sendTrades(oneTrade(2, symbols[0]));
    QTRY_COMPARE_WITH_TIMEOUT(record.ids(kBitcoin).size(), 2, kPatient);
    QCOMPARE(record.refusals().size(), 1U); // told once
    QCOMPARE(server.connections(), 1);
    QVERIFY(!firstError(record));
}

void TestStreamFaults::noKnownSymbol()
{
    StreamServer server(QStringLiteral("kraken"));
    server.setUnknown(twoSymbols(QStringLiteral("kraken")));
    StreamRecord record;
    StreamThread thread(record, quickPatience());
    StreamRequest request = requestTo(server.base());
    thread.start(request);
    QTRY_COMPARE_WITH_TIMEOUT(record.last().phase, StreamPhase::Ended, kPatient);
    QCOMPARE(record.fault(), QStringLiteral("unknown_symbol"));
    QCOMPARE(record.refusals().size(), 2U);
    QCOMPARE(record.resumptions().size(), 0U);
    addRow(record, QStringLiteral("once the symbol is another"));
    request.symbols = {{kBitcoin, QStringLiteral("SOL/USD")}}; // as the user mends it
    thread.start(request);
    QTRY_VERIFY_WITH_TIMEOUT(record.isLive(), kPatient);
}

QTEST_GUILESS_MAIN(TestStreamFaults)
#include "tst_streamfaults.moc"
