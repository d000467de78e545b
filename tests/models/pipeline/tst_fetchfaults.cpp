// SPDX-License-Identifier: GPL-3.0-or-later
#include "FaultBench.h"
#include "FaultCases.h"
#include "FullServer.h"
#include <pipeline/FetchFault.h>

#include <QTcpServer>
#include <QTcpSocket>

#include <netinet/in.h>
#include <sys/socket.h>

#include <atomic>
#include <functional>
#include <memory>

using namespace std::chrono_literals;
using namespace tickmark;
using namespace tickmark::test;
using store::text;
using Kind = TestCertificates::Kind;

namespace {

constexpr qint64 kLongestPauseNs = 7 * core::kNsPerHour; //!< past every back-off, and past the pauses of the cases
constexpr qint64 kLongestStallMs = 100;

sources::HttpLimits quickLimits()
{
    sources::HttpLimits limits;
    limits.connect = 600ms; // includes shaking hands
    limits.stall = 300ms;
    limits.total = 8000ms;
    limits.bodyBytes = 4 * 1024 * 1024;
    limits.attempts = 1;
    return limits;
}

QString caseName()
{
    const char *row = QTest::currentDataTag();
    return QString::fromUtf8(row ? row : QTest::currentTestFunction());
}

} // namespace

//! Every way in which a server can be ill, up to the store: what is said, that nothing of a partial answer is kept, that
//! the window's thread is not held up, and that the source goes on by itself once the server is well. With
//! TICKMARK_FAULT_TABLE=FILE the table of it is written there.
class TestFetchFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanupTestCase();
    void servers_data();
    void servers();
    void redirectToAnotherHost();
    void redirectFromHttpsToHttp();
    void unchangedAnswersAreNoFault();
    void certificates_data();
    void certificates();
    void connectionsThatAreNotTaken_data();
    void connectionsThatAreNotTaken();
    void hostThatIsNotFound();
    void proxiesThatRefuse_data();
    void proxiesThatRefuse();
    void pausesAreKept();

private:
    //! A source of the case at hand.
    pipeline::FetchTask source(const QUrl &address, const QByteArray &provider = "twelvedata")
    {
        return m_bench.source(caseName(), address, provider);
    }
    //! One run while the server is ill, which has to fail with `code` and leave nothing; `heal`; then one that succeeds.
    void course(const pipeline::FetchTask &task, const QString &code, const std::function<void()> &heal);

    FaultBench m_bench;
    QStringList m_table;
};

void TestFetchFaults::cleanupTestCase()
{
    const QString path = qEnvironmentVariable("TICKMARK_FAULT_TABLE");
    if (path.isEmpty())
        return;
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("| case | error | rows | longest stall | recovered |\n|---|---|---|---|---|\n");
    file.write(m_table.join(u'\n').toUtf8() + '\n');
}

void TestFetchFaults::course(const pipeline::FetchTask &task, const QString &code, const std::function<void()> &heal)
{
    BenchRun ill = m_bench.run(task, 0, quickLimits());
    // another process may have had the processor: what the run itself does wrong, it does again
    for (int again = 1; ill.stallMs >= kLongestStallMs && again < 4; ++again)
        ill = m_bench.run(task, again * kLongestPauseNs, quickLimits());
    QVERIFY2(ill.code == code, qPrintable(ill.code + u' ' + ill.error.message + u' ' + ill.error.detail));
    QVERIFY2(ill.stallMs < kLongestStallMs, qPrintable(QString::number(ill.stallMs)));
    const QString &message = ill.error.message;
    QVERIFY2(message.size() > 20 && (message.endsWith(u'.') || message.endsWith(u'?')) && !message.contains(u"%1"),
             qPrintable(message));
    const store::FetchState state = m_bench.stateOf(task);
    QCOMPARE(state.errorCode, code);
    QCOMPARE(pipeline::errorSentence(state), message);
    QVERIFY(!state.errorNames.isEmpty()); // so that it can be said in another language
    QVERIFY(state.failures > 0 && !state.lastSuccess);
    for (const QString &said : {message, ill.error.detail})
        QVERIFY2(!said.contains(QString::fromUtf8(kBenchKey)), qPrintable(said));
    const qint64 rows = m_bench.rowsOf(task);
    QCOMPARE(rows, 0);

    heal();
    const BenchRun well = m_bench.run(task, 5 * kLongestPauseNs);
    QVERIFY2(well.code.isEmpty(), qPrintable(well.code + u' ' + well.error.message));
    QCOMPARE(well.inserted, kSoundRows);
    QCOMPARE(m_bench.rowsOf(task), kSoundRows);
    QVERIFY(m_bench.stateOf(task).errorCode.isEmpty());
    m_table += text("| %1 | `%2` %3 | %4 | %5 ms | yes, %6 rows |")
                   .arg(task.setup.name, code, message)
                   .arg(rows)
                   .arg(ill.stallMs)
                   .arg(well.inserted);
}

void TestFetchFaults::servers_data()
{
    QTest::addColumn<FaultCase>("one");
    QTest::addColumn<bool>("tls");
    const auto rows = [](const std::vector<FaultCase> &cases, bool alsoTls) {
        for (const FaultCase &one : cases) {
            if (one.over != FaultCase::Over::TlsOnly)
                QTest::newRow(one.name) << one << false;
            if (alsoTls && one.over != FaultCase::Over::PlainOnly)
                QTest::newRow(QByteArray(one.name + QByteArray(", TLS")).constData()) << one << true;
        }
    };
    rows(transportCases(), true);
    rows(providerCases(), false); // what is said in the body is said alike on both ways
}

void TestFetchFaults::servers()
{
    QFETCH(const FaultCase, one);
    QFETCH(const bool, tls);
    std::atomic_bool isWell = false;
    const FaultServer server(
        [&](const SeenRequest &request, int) { return isWell ? sound(one.provider, request.target) : one.answer; },
        m_bench.pair(tls));
    course(source(server.url({}), one.provider), text(one.code), [&isWell] { isWell = true; });
}

void TestFetchFaults::redirectToAnotherHost()
{
    const FaultServer other([](const SeenRequest &request, int) {
        const bool hasKey = request.head.contains(kBenchKey) || request.target.contains(kBenchKey);
        return hasKey ? sound("twelvedata", {})
                      : FaultAnswer{FaultServer::whole("no", {}, "401 Unauthorized"), FaultAnswer::End::Keep, {}};
    });
    std::atomic_bool isWell = false;
    const FaultServer server([&](const SeenRequest &request, int) {
        return isWell ? sound("twelvedata", {})
                      : redirectTo(other.url(QString::fromLatin1(request.target)).toEncoded());
    });
    course(source(server.url({})), text("unauthorized"), [&isWell] { isWell = true; });
    QVERIFY(server.seen().constFirst().head.contains(kBenchKey));
    QCOMPARE(other.seen().size(), 1);
    QVERIFY(!other.seen().constFirst().head.contains(kBenchKey));
}

void TestFetchFaults::redirectFromHttpsToHttp()
{
    const FaultServer plain([](const SeenRequest &, int) { return sound("twelvedata", {}); });
    std::atomic_bool isWell = false;
    const FaultServer server(
        [&](const SeenRequest &, int) {
            return isWell ? sound("twelvedata", {}) : redirectTo(plain.url(text("/")).toEncoded());
        },
        m_bench.pair(true));
    course(source(server.url({})), text("downgrade_refused"), [&isWell] { isWell = true; });
    QVERIFY(plain.seen().isEmpty());
}

//! 304 to a request that carried what the answer before had said: the run is well and nothing changes.
void TestFetchFaults::unchangedAnswersAreNoFault()
{
    const FaultServer server([](const SeenRequest &request, int) {
        if (request.head.contains("If-None-Match: \"v1\""))
            return FaultAnswer{"HTTP/1.1 304 Not Modified\r\nETag: \"v1\"\r\n\r\n", FaultAnswer::End::Keep, {}};
        return FaultAnswer{FaultServer::whole(soundBody("ecb", {}), "ETag: \"v1\"\r\n"), FaultAnswer::End::Keep, {}};
    });
    const pipeline::FetchTask task = source(server.url({}), "ecb");
    QCOMPARE(m_bench.run(task, 0).inserted, kSoundRows);
    const BenchRun second = m_bench.run(task, 1);
    QVERIFY2(second.code.isEmpty(), qPrintable(second.error.message));
    QCOMPARE(second.inserted, 0);
    QCOMPARE(m_bench.rowsOf(task), kSoundRows);
}

void TestFetchFaults::certificates_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("code");
    QTest::newRow("expired certificate") << int(Kind::Expired) << text("certificate_expired");
    QTest::newRow("self-signed certificate") << int(Kind::SelfSigned) << text("certificate_untrusted");
    QTest::newRow("certificate of another host") << int(Kind::OtherHost) << text("certificate_of_other");
}

void TestFetchFaults::certificates()
{
    QFETCH(const int, kind);
    QFETCH(const QString, code);
    const auto answer = [](const SeenRequest &, int) { return sound("twelvedata", {}); };
    auto server = std::make_unique<FaultServer>(answer, m_bench.certificates().make(Kind(kind)));
    const quint16 port = server->port();
    course(source(server->url({})), code, [&] {
        QVERIFY(server->seen().isEmpty()); // nothing was said to it, and the key least of all
        server.reset();
        server = std::make_unique<FaultServer>(answer, m_bench.pair(true), port);
    });
}

void TestFetchFaults::connectionsThatAreNotTaken_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<bool>("tls");
    QTest::addColumn<QString>("code");
    QTest::newRow("reset at connect") << text("refused") << false << text("unreachable");
    QTest::newRow("reset at connect, TLS") << text("refused") << true << text("unreachable");
    QTest::newRow("reset in the handshake, TLS") << text("reset") << true << text("tls_failed");
    QTest::newRow("stall at connect") << text("full") << false << text("connect_timed_out");
    QTest::newRow("stall at connect, TLS") << text("full") << true << text("connect_timed_out");
    QTest::newRow("stall in the handshake, TLS") << text("silent") << true << text("connect_timed_out");
}

void TestFetchFaults::connectionsThatAreNotTaken()
{
    QFETCH(const QString, how);
    QFETCH(const bool, tls);
    QFETCH(const QString, code);
    QTcpServer listener;
    QVERIFY(listener.listen(QHostAddress::LocalHost));
    quint16 port = listener.serverPort();
    std::unique_ptr<FullServer> full;
    if (how == text("refused")) {
        listener.close();
    } else if (how == text("reset")) {
        connect(&listener, &QTcpServer::newConnection, &listener, [&listener] {
            QTcpSocket *socket = listener.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                const linger now{1, 0};
                ::setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
                socket->abort();
            });
        });
    } else if (how == text("full")) {
        listener.close();
        full = std::make_unique<FullServer>();
        port = full->port();
    }
    const QUrl url(text("%1://127.0.0.1:%2").arg(tls ? text("https") : text("http")).arg(port));
    std::unique_ptr<FaultServer> server;
    course(source(url), code, [&] {
        full.reset();
        listener.close();
        server = std::make_unique<FaultServer>([](const SeenRequest &, int) { return sound("twelvedata", {}); },
                                               m_bench.pair(tls), port);
        QCOMPARE(server->port(), port);
    });
}

//! The name is found again behind a proxy, which looks it up itself.
void TestFetchFaults::hostThatIsNotFound()
{
    const FaultServer proxy([](const SeenRequest &, int) { return sound("twelvedata", {}); });
    course(source(QUrl(text("http://nobody.invalid"))), text("host_not_found"),
           [&proxy] { qputenv("http_proxy", proxy.url({}).toEncoded()); });
    qunsetenv("http_proxy");
}

void TestFetchFaults::proxiesThatRefuse_data()
{
    QTest::addColumn<bool>("tls");
    QTest::newRow("proxy that is not there") << false;
    QTest::newRow("proxy that refuses, TLS") << true;
}

void TestFetchFaults::proxiesThatRefuse()
{
    QFETCH(const bool, tls);
    const FaultServer proxy([](const SeenRequest &, int) {
        return FaultAnswer{FaultServer::whole("no", {}, "403 Forbidden"), FaultAnswer::End::Close, {}};
    });
    const FaultServer server([](const SeenRequest &, int) { return sound("twelvedata", {}); }, m_bench.pair(tls));
    qputenv("http_proxy", "http://127.0.0.1:1");
    qputenv("https_proxy", proxy.url({}).toEncoded());
    const auto withoutProxy = [] {
        qunsetenv("http_proxy");
        qunsetenv("https_proxy");
    };
    course(source(server.url({}, text("localhost"))), text("proxy_failed"), withoutProxy);
    withoutProxy();
    if (tls)
        QVERIFY(!proxy.seen().constFirst().head.contains(kBenchKey));
}

//! A server that asked for an hour is left alone for an hour, unless the user insists.
void TestFetchFaults::pausesAreKept()
{
    std::atomic_bool isWell = false;
    const FaultServer server([&isWell](const SeenRequest &, int) {
        return isWell ? sound("twelvedata", {})
                      : FaultAnswer{FaultServer::whole("no", "Retry-After: 3600\r\n", "429 Too Many Requests"),
                                    FaultAnswer::End::Keep,
                                    {}};
    });
    const pipeline::FetchTask task = source(server.url({}));
    QCOMPARE(m_bench.run(task, 0).code, text("rate_limited"));
    const auto retryAt = m_bench.stateOf(task).retryAt;
    QVERIFY(retryAt && retryAt->ns == kBenchNow.ns + core::kNsPerHour);
    isWell = true;
    const BenchRun early = m_bench.run(task, core::kNsPerHour / 2);
    QVERIFY(!early.code.isEmpty());
    QCOMPARE(server.seen().size(), 1);
    QCOMPARE(m_bench.run(task, core::kNsPerHour + 1).inserted, kSoundRows);
}

QTEST_GUILESS_MAIN(TestFetchFaults)

#include "tst_fetchfaults.moc"
