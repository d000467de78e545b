// SPDX-License-Identifier: GPL-3.0-or-later
#include "FaultServer.h"
#include "FullServer.h"
#include <sources/http/HttpClient.h>

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <zlib.h>

#include <memory>

using namespace tickmark::sources;
using namespace std::chrono_literals;
using tickmark::test::FaultAnswer;
using tickmark::test::FaultServer;
using tickmark::test::FullServer;
using tickmark::test::SeenRequest;
using tickmark::test::TestCertificates;
using End = FaultAnswer::End;

namespace {

constexpr int kOk = -1;
const QByteArray kBody = "Date,Close\n2025-01-27,118.42\n";

HttpRequest quickRequest(const QUrl &url)
{
    HttpRequest request;
    request.url = url;
    request.limits.connect = 200ms;
    request.limits.stall = 300ms;
    request.limits.total = 4000ms;
    request.limits.bodyBytes = 4 * 1024 * 1024;
    request.limits.attempts = 1;
    request.limits.firstWait = 1ms;
    return request;
}

int faultOf(const HttpResult &result)
{
    return result ? kOk : static_cast<int>(result.error().fault);
}

QByteArray gzip(const QByteArray &bytes)
{
    z_stream stream{};
    constexpr int kGzip = 15 + 16;
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kGzip, 8, Z_DEFAULT_STRATEGY);
    QByteArray packed(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size()))),
                      Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

QByteArray redirectTo(const QByteArray &location)
{
    return FaultServer::whole({}, "Location: " + location + "\r\n", "302 Found");
}

} // namespace

//! Every fault that a server on loopback can have, in clear and over TLS: the typed error, and that the client works on.
class TestHttpFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void faults_data();
    void faults();
    void certificates_data();
    void certificates();
    void redirectLoopEnds();
    void noKeyGoesToAnotherHost();
    void noWayFromHttpsToHttp();
    void unchangedAnswersCostNoBody();
    void aBodyThatMayBeCutSaysSo_data();
    void aBodyThatMayBeCutSaysSo();
    void aServerThatRecoversIsAskedAgain_data();
    void aServerThatRecoversIsAskedAgain();
    void connectionsThatAreNotTaken();
    void hostsThatAreNotThere();
    void proxyThatRefuses();
    void cancelledAtOnce();
    void endOfTheClientAnswersEverybody();
    void manyRequestsKeepToTheirConnections();
    void requestsToOneHostKeepTheirPause();

private:
    [[nodiscard]] HttpResult ask(const HttpRequest &request) { return m_client->send(request).result(); }

    TestCertificates m_certificates;
    QTemporaryDir m_folder;
    std::unique_ptr<HttpClient> m_client;
};

void TestHttpFaults::initTestCase()
{
    for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "HTTPS_PROXY", "ALL_PROXY"})
        qunsetenv(name);
    QFile file(m_folder.filePath(QStringLiteral("authority.pem")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(m_certificates.authority());
    HttpClientOptions options;
    options.userAgent = "Tickmark test";
    options.caFile = QFile::encodeName(file.fileName());
    options.jitter = [] { return 0.0; };
    m_client = std::make_unique<HttpClient>(options);
}

void TestHttpFaults::faults_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("end");
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("status");

    const auto row = [](const QString &name, const QByteArray &bytes, End end, int fault, int status,
                        const QByteArray &more = {}) {
        for (const bool tls : {false, true}) {
            QTest::newRow(qPrintable(name % (tls ? QStringLiteral(", TLS") : QString())))
                << tls << bytes << static_cast<int>(end) << more << fault << status;
        }
    };
    const auto statusRow = [&row](const char *line, HttpFault fault) {
        row(QString::fromLatin1(line), FaultServer::whole("no", {}, line), End::Keep, static_cast<int>(fault),
            QByteArray(line).first(3).toInt());
    };
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    row(QStringLiteral("a whole answer"), FaultServer::whole(kBody), End::Keep, kOk, 200);
    row(QStringLiteral("an empty answer"), FaultServer::whole({}), End::Keep, kOk, 200);
    row(QStringLiteral("packed"), FaultServer::whole(gzip(kBody), "Content-Encoding: gzip\r\n"), End::Keep, kOk, 200);
    statusRow("401 Unauthorized", HttpFault::Unauthorized);
    statusRow("403 Forbidden", HttpFault::Forbidden);
    statusRow("404 Not Found", HttpFault::NotFound);
    statusRow("410 Gone", HttpFault::NotFound);
    statusRow("418 Teapot", HttpFault::Refused);
    statusRow("429 Too Many Requests", HttpFault::RateLimited);
    statusRow("500 Internal Server Error", HttpFault::ServerFailed);
    statusRow("503 Service Unavailable", HttpFault::ServerFailed);
    row(QStringLiteral("304 unasked"), "HTTP/1.1 304 Not Modified\r\n\r\n", End::Keep, int(HttpFault::Refused), 304);
    row(QStringLiteral("stall before the headers"), "", End::Stall, int(HttpFault::Stalled), 0);
    row(QStringLiteral("stall in the headers"), ok + "Content-", End::Stall, int(HttpFault::Stalled), 200);
    row(QStringLiteral("stall in the body"), ok + "Content-Length: 99\r\n\r\nDate", End::Stall, int(HttpFault::Stalled),
        200);
    row(QStringLiteral("reset before the headers"), "", End::Reset, int(HttpFault::Broken), 0);
    row(QStringLiteral("closed before the headers"), "", End::Close, int(HttpFault::Broken), 0);
    row(QStringLiteral("shorter than announced"), ok + "Content-Length: 99\r\n\r\nDate", End::Close,
        int(HttpFault::Truncated), 200);
    row(QStringLiteral("chunks cut off"), ok + "Transfer-Encoding: chunked\r\n\r\n4\r\nDate\r\n", End::Close,
        int(HttpFault::Truncated), 200);
    row(QStringLiteral("chunks that are none"), ok + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", End::Keep,
        int(HttpFault::Broken), 200);
    row(QStringLiteral("ends with the connection"), ok + "\r\n" + kBody, End::Close, kOk, 200);
    row(QStringLiteral("bad gzip"), FaultServer::whole("\x1f\x8b\x08 not packed", "Content-Encoding: gzip\r\n"),
        End::Keep, int(HttpFault::BadCompression), 200);
    row(QStringLiteral("gzip cut off"), FaultServer::whole(gzip(kBody).chopped(9), "Content-Encoding: gzip\r\n"),
        End::Keep, kOk, 200);
    row(QStringLiteral("gzip bomb"),
        FaultServer::whole(gzip(QByteArray(64 * 1024 * 1024, 'x')), "Content-Encoding: gzip\r\n"), End::Keep,
        int(HttpFault::BodyTooLarge), 200);
    row(QStringLiteral("endless body"), ok + "\r\n", End::Endless, int(HttpFault::BodyTooLarge), 200,
        QByteArray(65'536, 'x'));
    row(QStringLiteral("1 MB of headers"), ok + QByteArray("X-Filler: 0123456789\r\n").repeated(50'000) + "\r\n",
        End::Keep, int(HttpFault::HeadersTooLarge), 200);
    row(QStringLiteral("one header of 1 MB"), ok + "X-Filler: " + QByteArray(1024 * 1024, 'x') + "\r\n\r\n", End::Keep,
        int(HttpFault::HeadersTooLarge), 200);
    row(QStringLiteral("not HTTP"), "220 mail.example ESMTP\r\n", End::Close, int(HttpFault::NotHttp), 0);
    row(QStringLiteral("redirect without an address"), FaultServer::whole({}, {}, "302 Found"), End::Keep,
        int(HttpFault::BadRedirect), 302);
    row(QStringLiteral("redirect to a file"), redirectTo("file:///etc/passwd"), End::Keep, int(HttpFault::BadRedirect),
        302);
}

void TestHttpFaults::faults()
{
    QFETCH(const bool, tls);
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, end);
    QFETCH(const QByteArray, more);
    QFETCH(const int, fault);
    QFETCH(const int, status);
    const FaultServer server(
        [&](const SeenRequest &request, int) {
            return request.target == "/sound" ? FaultAnswer{FaultServer::whole(kBody), End::Keep, {}}
                                              : FaultAnswer{bytes, static_cast<End>(end), more};
        },
        tls ? std::optional(m_certificates.make(TestCertificates::Kind::Right)) : std::nullopt);

    HttpRequest request = quickRequest(server.url(QStringLiteral("/faulty?x=1")));
    request.secrets = {{HttpSecret::Place::Query, "apikey", "s3cret"}};
    const HttpResult result = ask(request);
    QCOMPARE(faultOf(result), fault);
    if (!result) {
        QCOMPARE(result.error().status, status);
        const auto error = toError(result.error());
        QVERIFY2(error.message.contains(server.url(QStringLiteral("/faulty")).toString()), qPrintable(error.message));
        QVERIFY(!error.message.contains(QStringLiteral("s3cret")) && !error.detail.contains(QStringLiteral("s3cret")));
    }
    const HttpResult next = ask(quickRequest(server.url(QStringLiteral("/sound"))));
    QCOMPARE(faultOf(next), kOk);
    QCOMPARE(next->body, kBody);
}

void TestHttpFaults::certificates_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("fault");
    using Kind = TestCertificates::Kind;
    QTest::newRow("right") << int(Kind::Right) << kOk;
    QTest::newRow("expired") << int(Kind::Expired) << int(HttpFault::CertificateExpired);
    QTest::newRow("self-signed") << int(Kind::SelfSigned) << int(HttpFault::CertificateUntrusted);
    QTest::newRow("of another host") << int(Kind::OtherHost) << int(HttpFault::CertificateOfOther);
}

void TestHttpFaults::certificates()
{
    QFETCH(const int, kind);
    QFETCH(const int, fault);
    const FaultServer server(
        [](const SeenRequest &, int) {
            return FaultAnswer{FaultServer::whole(kBody), End::Keep, {}};
        },
        m_certificates.make(static_cast<TestCertificates::Kind>(kind)));
    const HttpResult result = ask(quickRequest(server.url(QStringLiteral("/"))));
    QVERIFY2(faultOf(result) == fault, result ? "answered" : qPrintable(result.error().detail));
    QCOMPARE(server.seen().size(), fault == kOk ? 1 : 0); // nothing is said to a server that nobody vouches for
}

void TestHttpFaults::redirectLoopEnds()
{
    const FaultServer server([](const SeenRequest &, int) { return FaultAnswer{redirectTo("/again"), End::Keep, {}}; });
    const HttpRequest request = quickRequest(server.url(QStringLiteral("/")));
    QCOMPARE(faultOf(ask(request)), static_cast<int>(HttpFault::TooManyRedirects));
    QCOMPARE(server.seen().size(), request.limits.redirects + 1);
}

void TestHttpFaults::noKeyGoesToAnotherHost()
{
    const FaultServer other([](const SeenRequest &, int) {
        return FaultAnswer{FaultServer::whole(kBody), End::Keep, {}};
    });
    const FaultServer server([&other](const SeenRequest &, int) {
        return FaultAnswer{redirectTo(other.url(QStringLiteral("/moved")).toEncoded()), End::Keep, {}};
    });
    HttpRequest request = quickRequest(server.url(QStringLiteral("/bars")));
    request.secrets = {{HttpSecret::Place::Header, "X-Token", "t0ken"}, {HttpSecret::Place::Query, "apikey", "s3cret"}};
    QCOMPARE(faultOf(ask(request)), kOk);
    QVERIFY(server.seen().constFirst().head.contains("X-Token: t0ken"));
    QVERIFY(server.seen().constFirst().target.contains("apikey=s3cret"));
    QCOMPARE(other.seen().size(), 1);
    QCOMPARE(other.seen().constFirst().target, QByteArray("/moved"));
    QVERIFY(!other.seen().constFirst().head.contains("t0ken"));
}

void TestHttpFaults::noWayFromHttpsToHttp()
{
    const FaultServer plain([](const SeenRequest &, int) {
        return FaultAnswer{FaultServer::whole(kBody), End::Keep, {}};
    });
    const FaultServer server(
        [&plain](const SeenRequest &, int) {
            return FaultAnswer{redirectTo(plain.url(QStringLiteral("/")).toEncoded()), End::Keep, {}};
        },
        m_certificates.make(TestCertificates::Kind::Right));
    QCOMPARE(faultOf(ask(quickRequest(server.url(QStringLiteral("/"))))),
             static_cast<int>(HttpFault::DowngradeRefused));
    QVERIFY(plain.seen().isEmpty());
}

void TestHttpFaults::unchangedAnswersCostNoBody()
{
    const FaultServer server([](const SeenRequest &request, int) {
        if (request.head.contains("If-None-Match: \"v1\""))
            return FaultAnswer{"HTTP/1.1 304 Not Modified\r\nETag: \"v1\"\r\n\r\n", End::Keep, {}};
        return FaultAnswer{
            FaultServer::whole(kBody, "ETag: \"v1\"\r\nLast-Modified: Mon, 27 Jan 2025 21:00:00 GMT\r\n"),
            End::Keep,
            {}};
    });
    HttpRequest request = quickRequest(server.url(QStringLiteral("/feed")));
    const HttpResult first = ask(request);
    QCOMPARE(faultOf(first), kOk);
    request.etag = first->etag;
    request.lastModified = first->lastModified;
    const HttpResult second = ask(request);
    QCOMPARE(faultOf(second), kOk);
    QVERIFY(second->notModified);
    QVERIFY(second->body.isEmpty());
    QVERIFY(server.seen().constLast().head.contains("If-Modified-Since: Mon, 27 Jan 2025 21:00:00 GMT"));
}

void TestHttpFaults::aBodyThatMayBeCutSaysSo_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("delimited");
    QTest::newRow("a length") << FaultServer::whole(kBody) << true;
    QTest::newRow("chunks") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n")
                            << true;
    QTest::newRow("the end of the connection") << QByteArray("HTTP/1.1 200 OK\r\n\r\n" + kBody) << false;
}

void TestHttpFaults::aBodyThatMayBeCutSaysSo()
{
    QFETCH(QByteArray, bytes);
    FaultServer server([&bytes](const SeenRequest &, int) { return FaultAnswer{bytes, End::Close, {}}; });
    const auto result = ask(quickRequest(server.url(QStringLiteral("/"))));
    QVERIFY(result);
    QTEST(result->isDelimited, "delimited");
}

void TestHttpFaults::aServerThatRecoversIsAskedAgain_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<int>("longestWait");
    QTest::addColumn<int>("fault");
    QTest::newRow("by itself") << QByteArray() << 50 << kOk;
    QTest::newRow("after the second it asked for") << QByteArray("Retry-After: 1\r\n") << 2000 << kOk;
    QTest::newRow("not when it asks for more patience than there is")
        << QByteArray("Retry-After: 3600\r\n") << 2000 << int(HttpFault::RateLimited);
}

void TestHttpFaults::aServerThatRecoversIsAskedAgain()
{
    QFETCH(const QByteArray, headers);
    QFETCH(const int, longestWait);
    QFETCH(const int, fault);
    const FaultServer server([&headers](const SeenRequest &, int nth) {
        return FaultAnswer{nth == 1 ? FaultServer::whole("slow down", headers, "429 Too Many Requests")
                                    : FaultServer::whole(kBody),
                           End::Keep,
                           {}};
    });
    HttpRequest request = quickRequest(server.url(QStringLiteral("/")));
    request.limits.attempts = 3;
    request.limits.longestWait = std::chrono::milliseconds(longestWait);
    QElapsedTimer clock;
    clock.start();
    const HttpResult result = ask(request);
    QCOMPARE(faultOf(result), fault);
    if (result) {
        QCOMPARE(result->attempts, 2);
        QVERIFY(headers.isEmpty() || clock.elapsed() >= 1000);
    } else {
        QCOMPARE(result.error().retryAfter.value(), 3600s);
        QCOMPARE(server.seen().size(), 1);
    }
}

void TestHttpFaults::connectionsThatAreNotTaken()
{
    QTcpServer gone;
    QVERIFY(gone.listen(QHostAddress::LocalHost));
    const QUrl nobody(QStringLiteral("http://127.0.0.1:%1/").arg(gone.serverPort()));
    gone.close();
    QCOMPARE(faultOf(ask(quickRequest(nobody))), static_cast<int>(HttpFault::Unreachable));

    const FullServer busy;
    for (const char *scheme : {"http", "https"}) {
        const QUrl url(QStringLiteral("%1://127.0.0.1:%2/").arg(QLatin1String(scheme)).arg(busy.port()));
        QCOMPARE(faultOf(ask(quickRequest(url))), static_cast<int>(HttpFault::ConnectTimedOut));
    }
}

void TestHttpFaults::hostsThatAreNotThere()
{
    HttpRequest request = quickRequest(QUrl(QStringLiteral("https://nobody.invalid/x")));
    request.limits.connect = 5000ms;
    QCOMPARE(faultOf(ask(request)), static_cast<int>(HttpFault::HostNotFound));
    QCOMPARE(faultOf(ask(quickRequest(QUrl(QStringLiteral("http://quotes.example/x"))))),
             static_cast<int>(HttpFault::PlainRefused));
}

void TestHttpFaults::proxyThatRefuses()
{
    const FaultServer proxy([](const SeenRequest &, int) {
        return FaultAnswer{FaultServer::whole("no", {}, "403 Forbidden"), End::Close, {}};
    });
    qputenv("https_proxy", proxy.url(QString()).toEncoded());
    HttpClientOptions options;
    HttpClient behindProxy(options);
    const HttpResult refused =
        behindProxy.send(quickRequest(QUrl(QStringLiteral("https://quotes.example/x")))).result();
    qputenv("https_proxy", "http://127.0.0.1:1");
    const HttpResult gone = behindProxy.send(quickRequest(QUrl(QStringLiteral("https://quotes.example/x")))).result();
    qunsetenv("https_proxy");
    QCOMPARE(faultOf(refused), static_cast<int>(HttpFault::ProxyFailed));
    QVERIFY(proxy.seen().constFirst().head.startsWith("CONNECT quotes.example:443"));
    QCOMPARE(faultOf(gone), static_cast<int>(HttpFault::ProxyFailed));
}

void TestHttpFaults::cancelledAtOnce()
{
    const FaultServer server([](const SeenRequest &, int) { return FaultAnswer{{}, End::Stall, {}}; });
    HttpRequest request = quickRequest(server.url(QStringLiteral("/")));
    request.limits.stall = 60s;
    request.limits.total = 60s;
    std::stop_source stop;
    QFuture<HttpResult> answer = m_client->send(request, stop.get_token());
    QTRY_COMPARE(server.seen().size(), 1);
    QElapsedTimer clock;
    clock.start();
    stop.request_stop();
    QCOMPARE(faultOf(answer.result()), static_cast<int>(HttpFault::Cancelled));
    QVERIFY(clock.elapsed() < 500);
}

void TestHttpFaults::endOfTheClientAnswersEverybody()
{
    const FaultServer server([](const SeenRequest &, int) { return FaultAnswer{{}, End::Stall, {}}; });
    QList<QFuture<HttpResult>> answers;
    {
        HttpClient client(HttpClientOptions{});
        for (int i = 0; i < 20; ++i)
            answers.append(client.send(quickRequest(server.url(QStringLiteral("/")))));
    }
    for (QFuture<HttpResult> &answer : answers)
        QCOMPARE(faultOf(answer.result()), static_cast<int>(HttpFault::Cancelled));
}

void TestHttpFaults::manyRequestsKeepToTheirConnections()
{
    const FaultServer server([](const SeenRequest &, int) {
        return FaultAnswer{FaultServer::whole(kBody), End::Keep, {}};
    });
    QList<QFuture<HttpResult>> answers;
    for (int i = 0; i < 200; ++i)
        answers.append(m_client->send(quickRequest(server.url(QStringLiteral("/%1").arg(i)))));
    for (QFuture<HttpResult> &answer : answers)
        QCOMPARE(faultOf(answer.result()), kOk);
    QVERIFY2(server.connections() <= HttpClientOptions{}.perHost, qPrintable(QString::number(server.connections())));
}

void TestHttpFaults::requestsToOneHostKeepTheirPause()
{
    const FaultServer server([](const SeenRequest &, int) {
        return FaultAnswer{FaultServer::whole(kBody), End::Keep, {}};
    });
    HttpRequest request = quickRequest(server.url(QStringLiteral("/")));
    request.pause = 100ms;
    QElapsedTimer clock;
    clock.start();
    QList<QFuture<HttpResult>> answers{m_client->send(request), m_client->send(request), m_client->send(request)};
    for (QFuture<HttpResult> &answer : answers)
        QCOMPARE(faultOf(answer.result()), kOk);
    QVERIFY(clock.elapsed() >= 200);
}

QTEST_GUILESS_MAIN(TestHttpFaults)

#include "tst_httpfaults.moc"
