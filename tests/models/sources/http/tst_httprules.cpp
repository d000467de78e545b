// SPDX-License-Identifier: GPL-3.0-or-later
#include <sources/http/HttpRules.h>

#include <QTest>

using namespace tickmark::sources;
using namespace std::chrono_literals;

namespace {

constexpr int kNone = -1;

int number(std::optional<HttpFault> fault)
{
    return fault ? static_cast<int>(*fault) : kNone;
}

HttpRequest requestWithKeys()
{
    HttpRequest request;
    request.url = QUrl(QStringLiteral("https://quotes.example/v1/bars?symbol=NVDA%2BX"));
    request.secrets = {{HttpSecret::Place::Query, "apikey", "s3cr&t"}, {HttpSecret::Place::Header, "X-Token", "t0ken"}};
    return request;
}

} // namespace

class TestHttpRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addressesThatAreAskedFor_data();
    void addressesThatAreAskedFor();
    void keysGoToTheirOwnOriginOnly();
    void redirects_data();
    void redirects();
    void statuses_data();
    void statuses();
    void patienceThatAServerAsksFor_data();
    void patienceThatAServerAsksFor();
    void waitsGrowAndHonourTheServer();
    void nothingShownCarriesAKey();
};

void TestHttpRules::addressesThatAreAskedFor_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("plainAllowed");
    QTest::addColumn<int>("fault");
    QTest::newRow("https") << QStringLiteral("https://a.example/x") << false << kNone;
    QTest::newRow("plain to another machine")
        << QStringLiteral("http://a.example/x") << false << int(HttpFault::PlainRefused);
    QTest::newRow("plain, allowed by the user") << QStringLiteral("http://a.example/x") << true << kNone;
    QTest::newRow("plain to this machine") << QStringLiteral("http://127.0.0.1:8080/x") << false << kNone;
    QTest::newRow("plain to localhost") << QStringLiteral("http://localhost/x") << false << kNone;
    QTest::newRow("plain to this machine by IPv6") << QStringLiteral("http://[::1]/x") << false << kNone;
    QTest::newRow("a name that only begins like localhost")
        << QStringLiteral("http://localhost.example/x") << false << int(HttpFault::PlainRefused);
    QTest::newRow("a file") << QStringLiteral("file:///etc/passwd") << true << int(HttpFault::BadAddress);
    QTest::newRow("ftp") << QStringLiteral("ftp://a.example/x") << true << int(HttpFault::BadAddress);
    QTest::newRow("no host") << QStringLiteral("https:///x") << true << int(HttpFault::BadAddress);
    QTest::newRow("empty") << QString() << true << int(HttpFault::BadAddress);
}

void TestHttpRules::addressesThatAreAskedFor()
{
    QFETCH(const QString, url);
    QFETCH(const bool, plainAllowed);
    QFETCH(const int, fault);
    QCOMPARE(number(refusal(QUrl(url), plainAllowed)), fault);
}

void TestHttpRules::keysGoToTheirOwnOriginOnly()
{
    const HttpRequest request = requestWithKeys();
    QCOMPARE(withSecrets(request.url, request).toEncoded(),
             QByteArray("https://quotes.example/v1/bars?symbol=NVDA%2BX&apikey=s3cr%26t"));
    QCOMPARE(withSecrets(QUrl(QStringLiteral("https://quotes.example/v2")), request).toEncoded(),
             QByteArray("https://quotes.example/v2?apikey=s3cr%26t"));
    HttpRequest without = request; // a key that is not set yet
    without.secrets = {{HttpSecret::Place::Query, "apikey", {}}};
    QCOMPARE(withSecrets(without.url, without), without.url);
    QVERIFY(redirectTarget(without.url, "https://elsewhere.example/", without).has_value());
    for (const char *other : {"https://other.example/v1", "https://quotes.example:8443/v1", "http://quotes.example/v1"})
        QCOMPARE(withSecrets(QUrl(QString::fromLatin1(other)), request).toEncoded(), QByteArray(other));
}

void TestHttpRules::redirects_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QString>("target");
    QTest::addColumn<int>("fault");
    const auto followed = [](const char *name, const char *location, const char *target) {
        QTest::newRow(name) << QByteArray(location) << QString::fromLatin1(target) << kNone;
    };
    const auto refused = [](const char *name, const char *location, HttpFault fault) {
        QTest::newRow(name) << QByteArray(location) << QString() << static_cast<int>(fault);
    };
    followed("a path", "/v2/bars", "https://quotes.example/v2/bars");
    followed("another host", "https://mirror.example/bars", "https://mirror.example/bars");
    followed("without a scheme", "//mirror.example/bars", "https://mirror.example/bars");
    refused("to plain http", "http://quotes.example/v1", HttpFault::DowngradeRefused);
    refused("to a file", "file:///etc/passwd", HttpFault::BadRedirect);
    refused("nowhere", "", HttpFault::BadRedirect);
    refused("with a user in the address", "https://me:pw@mirror.example/", HttpFault::BadRedirect);
    refused("another host with the key in its query", "https://mirror.example/?k=s3cr%26t", HttpFault::BadRedirect);
    refused("another host with the key in its path", "https://mirror.example/t0ken/", HttpFault::BadRedirect);
}

void TestHttpRules::redirects()
{
    QFETCH(const QByteArray, location);
    QFETCH(const QString, target);
    QFETCH(const int, fault);
    const HttpRequest request = requestWithKeys();
    const auto to = redirectTarget(request.url, location, request);
    QCOMPARE(to ? kNone : static_cast<int>(to.error()), fault);
    if (to)
        QCOMPARE(to->toString(), target);
}

void TestHttpRules::statuses_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("validators");
    QTest::addColumn<int>("fault");
    QTest::newRow("200") << 200 << false << kNone;
    QTest::newRow("304 that was asked for") << 304 << true << kNone;
    QTest::newRow("304 that nobody asked for") << 304 << false << int(HttpFault::Refused);
    QTest::newRow("401") << 401 << false << int(HttpFault::Unauthorized);
    QTest::newRow("403") << 403 << false << int(HttpFault::Forbidden);
    QTest::newRow("404") << 404 << false << int(HttpFault::NotFound);
    QTest::newRow("418") << 418 << false << int(HttpFault::Refused);
    QTest::newRow("429") << 429 << false << int(HttpFault::RateLimited);
    QTest::newRow("500") << 500 << false << int(HttpFault::ServerFailed);
    QTest::newRow("503") << 503 << false << int(HttpFault::ServerFailed);
}

void TestHttpRules::statuses()
{
    QFETCH(const int, status);
    QFETCH(const bool, validators);
    QFETCH(const int, fault);
    QCOMPARE(number(faultOfStatus(status, validators)), fault);
}

void TestHttpRules::patienceThatAServerAsksFor_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("seconds");
    QTest::newRow("seconds") << QByteArray("120") << 120;
    QTest::newRow("a date") << QByteArray("Mon, 27 Jan 2025 21:00:30 GMT") << 30;
    QTest::newRow("a date gone by") << QByteArray("Mon, 27 Jan 2025 20:00:00 GMT") << 0;
    QTest::newRow("longer than a day") << QByteArray("99999999") << 86'400;
    QTest::newRow("more digits than a number has") << QByteArray("9").repeated(400) << 86'400;
    QTest::newRow("negative") << QByteArray("-5") << kNone;
    QTest::newRow("words") << QByteArray("soon") << kNone;
    QTest::newRow("empty") << QByteArray() << kNone;
}

void TestHttpRules::patienceThatAServerAsksFor()
{
    QFETCH(const QByteArray, value);
    QFETCH(const int, seconds);
    const QDateTime now(QDate(2025, 1, 27), QTime(21, 0), Qt::UTC);
    const auto patience = parseRetryAfter(value, now);
    QCOMPARE(patience ? static_cast<int>(patience->count()) : kNone, seconds);
}

void TestHttpRules::waitsGrowAndHonourTheServer()
{
    HttpLimits limits;
    limits.attempts = 4;
    limits.firstWait = 1s;
    limits.longestWait = 3s;
    HttpError error;
    error.fault = HttpFault::ServerFailed;
    QCOMPARE(waitBefore(2, error, limits, 0.0).value(), 500ms);
    QCOMPARE(waitBefore(2, error, limits, 1.0).value(), 1000ms);
    QCOMPARE(waitBefore(3, error, limits, 1.0).value(), 2000ms);
    QCOMPARE(waitBefore(4, error, limits, 1.0).value(), 3000ms);
    QVERIFY(!waitBefore(5, error, limits, 1.0));

    error.retryAfter = 2s;
    QCOMPARE(waitBefore(2, error, limits, 0.0).value(), 2000ms);
    error.retryAfter = 60s; // longer than anybody would wait here: the schedule takes it from there
    QVERIFY(!waitBefore(2, error, limits, 0.0));

    HttpError lasting;
    lasting.fault = HttpFault::Forbidden;
    QVERIFY(!waitBefore(2, lasting, limits, 0.0));
}

void TestHttpRules::nothingShownCarriesAKey()
{
    const HttpRequest request = requestWithKeys();
    QCOMPARE(shownAddress(QUrl(QStringLiteral("https://me:pw@quotes.example:8443/v1?apikey=s3cr%26t#x"))),
             QStringLiteral("https://quotes.example:8443/v1"));
    QCOMPARE(withoutSecrets(QStringLiteral("GET /?apikey=s3cr%26t with t0ken or s3cr&t"), request),
             QStringLiteral("GET /?apikey=*** with *** or ***"));
    HttpRequest worded = request; // a header of two words: the server repeats the second
    worded.secrets = {{HttpSecret::Place::Header, "Authorization", "apikey k3y"}};
    QCOMPARE(withoutSecrets(QStringLiteral("your apikey k3y, that is k3y"), worded),
             QStringLiteral("your ***, that is ***"));
    // one letter is a key, and part of any word
    worded.secrets.first().value = "e";
    QCOMPARE(withoutSecrets(QStringLiteral("The key e is not accepted: ?apikey=e"), worded),
             QStringLiteral("The key *** is not accepted: ?apikey=***"));
    worded.secrets.first().value = "*";
    QCOMPARE(withoutSecrets(QStringLiteral("key * of ours"), worded), QStringLiteral("key *** of ours"));
    worded.secrets.first().value = "apikey 0123456789";
    QCOMPARE(withoutSecrets(QStringLiteral("your key=012345\u2026"), worded), QStringLiteral("your key=***\u2026"));
    worded.secrets.first().value = "apikey k3y";
    QCOMPARE(redirectTarget(worded.url, "https://elsewhere.example/?k=k3y", worded).error(), HttpFault::BadRedirect);
}

QTEST_GUILESS_MAIN(TestHttpRules)

#include "tst_httprules.moc"
