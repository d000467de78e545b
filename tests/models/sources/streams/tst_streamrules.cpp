// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/Price.h>
#include <sources/streams/ClockSkew.h>
#include <sources/streams/JsonScanner.h>
#include <sources/streams/StreamProvider.h>
#include <sources/streams/StreamProxy.h>
#include <sources/streams/TradeFields.h>

#include <QTest>

using namespace tickmark::sources;
using namespace tickmark::core;
using namespace std::chrono_literals;

//! What streams decide without a network.
class TestStreamRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersByTheirDigits_data();
    void numbersByTheirDigits();
    void textThatIsNoJson_data();
    void textThatIsNoJson();
    void escapes_data();
    void escapes();
    void addressesThatAreRefused_data();
    void addressesThatAreRefused();
    void sentencesNameTheSource();
    void proxies_data();
    void proxies();
    void proxiesThatCannotBeUsed();
    void skewIsOfTheQuickest();
    void skewForgets();
    void skewOfTimesThatAreFarApart();
};

void TestStreamRules::numbersByTheirDigits_data()
{
    QTest::addColumn<QByteArray>("digits");
    QTest::addColumn<QString>("plain"); // empty: none
    const auto row = [](const char *digits, const char *plain) {
        QTest::newRow(digits) << QByteArray(digits) << QString::fromLatin1(plain);
    };
    row("105944.20", "105944.20");
    row("0.00000001", "0.00000001");
    row("105944", "105944");
    row("0", "0");
    row("007", "7");
    row("1e-8", "0.00000001");
    row("1.5E2", "150");
    row("123456789012345678", "123456789012345678");
    row("1234567890123456789", "1234567890123456789");
    row("99999999999.12345678", "");
    row("1234567890.12345678", "1234567890.12345678");
    row("0.123456785", "0.12345678"); // half to even
    row("-1.5", "-1.5");
    row(".5", "0.5");
    row("5.", "5");
    row(".", "");
    row("", "");
    row("1.2.3", "");
    row("1_0", "");
    row("0x10", "");
    row("NaN", "");
    row("Infinity", "");
    row("99999999999999999999", "");
}

void TestStreamRules::numbersByTheirDigits()
{
    QFETCH(const QByteArray, digits);
    QFETCH(const QString, plain);
    const auto number = decimalOfDigits({digits.constData(), std::size_t(digits.size())});
    QCOMPARE(number ? QString::fromStdString(toPlainText(*number)) : QString(), plain);
}

void TestStreamRules::textThatIsNoJson_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"{",
                             "}",
                             "{]",
                             "[}",
                             "{\"a\"}",
                             "{\"a\":}",
                             "{\"a\":1,}",
                             "{,}",
                             "{\"a\":1 \"b\":2}",
                             "[1 2]",
                             "[1,]",
                             "{\"a:1}",
                             "{a:1}",
                             "{\"a\":tru}",
                             "{\"a\":1}x",
                             "{\"a\":\"\n\"}",
                             "\"\\",
                             "{\"a\":\"\\\"}",
                             "[[[[]]]",
                             "nul",
                             ""})
        QTest::newRow(text) << QByteArray(text);
}

void TestStreamRules::textThatIsNoJson()
{
    QFETCH(const QByteArray, text);
    JsonScanner json({text.constData(), std::size_t(text.size())});
    QVERIFY(!json.skip() || !json.isDone());
}

void TestStreamRules::escapes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("read");
    QTest::newRow("none") << QByteArray("BTC/USD") << QByteArray("BTC/USD");
    QTest::newRow("slash") << QByteArray(R"(BTC\/USD)") << QByteArray("BTC/USD");
    QTest::newRow("all letters") << QByteArray(R"(\"\\\/\b\f\n\r\t)") << QByteArray("\"\\/\b\f\n\r\t");
    QTest::newRow("unit") << QByteArray(R"(\u0041\u00e9\u20AC)") << QByteArray("A\xC3\xA9\xE2\x82\xAC");
    QTest::newRow("pair") << QByteArray(R"(\ud83d\ude00)") << QByteArray("\xF0\x9F\x98\x80");
    QTest::newRow("half a pair") << QByteArray(R"(\ud83dx\ude00)") << QByteArray("\xEF\xBF\xBDx\xEF\xBF\xBD");
    QTest::newRow("no digits") << QByteArray(R"(\uZZZZ)") << QByteArray(R"(\uZZZZ)");
    QTest::newRow("cut") << QByteArray(R"(a\u12)") << QByteArray(R"(a\u12)");
    QTest::newRow("sign") << QByteArray(R"(\u-123)") << QByteArray(R"(\u-123)");
    QTest::newRow("end") << QByteArray("a\\") << QByteArray("a\\");
}

void TestStreamRules::escapes()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, read);
    QCOMPARE(QByteArray::fromStdString(unescaped({text.constData(), std::size_t(text.size())})), read);
}

void TestStreamRules::addressesThatAreRefused_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("allowed");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *name, const char *address, bool allowed, const char *fault) {
        QTest::newRow(name) << QString::fromLatin1(address) << allowed << QString::fromLatin1(fault);
    };
    row("encrypted", "wss://quotes.example/v2", false, "");
    row("plain to this machine", "ws://127.0.0.1:4711/v2", false, "");
    row("plain to this machine, IPv6", "ws://[::1]:4711/v2", false, "");
    row("plain to this machine by name", "ws://localhost:4711/v2", false, "");
    row("plain to another", "ws://quotes.example/v2", false, "plain_refused");
    row("plain to another that is allowed", "ws://quotes.example/v2", true, "");
    row("plain to one called like this one", "ws://localhost.example/v2", false, "plain_refused");
    row("no host", "wss:///v2", false, "host_not_found");
    row("a file", "file:///etc/passwd", true, "host_not_found");
    row("nothing", "", true, "host_not_found");
}

void TestStreamRules::addressesThatAreRefused()
{
    QFETCH(const QString, address);
    QFETCH(const bool, allowed);
    QFETCH(const QString, fault);
    const auto refused = streamRefusal(QUrl(address), allowed);
    QCOMPARE(refused ? codeOf(*refused) : QString(), fault);
}

void TestStreamRules::sentencesNameTheSource()
{
    const QString source = QStringLiteral("Kraken %2"); // a name as odd as users make them
    for (int i = 0; i <= int(StreamFault::UnknownSymbol); ++i) {
        StreamError error;
        error.fault = StreamFault(i);
        error.address = QStringLiteral("wss://ws.example/v2");
        const QString code = codeOf(error.fault);
        const QString sentence = streamSentence(code, namesOf(error, source));
        QVERIFY2(sentence.contains(source), qPrintable(code));
        QCOMPARE(toError(error, source).message, sentence);
        QCOMPARE(isPassing(error.fault), i < int(StreamFault::CertificateWrong));
    }
    StreamError closed;
    closed.fault = StreamFault::Closed;
    closed.code = 1008;
    QVERIFY(toError(closed, source).message.contains(QStringLiteral("1008")));
    for (const int plain : {1000, 1001}) { // an end in order: its number says nothing
        closed.code = plain;
        QCOMPARE(toError(closed, source).message, QStringLiteral("%1 closed the stream.").arg(source));
    }
    QCOMPARE(streamSentence(QStringLiteral("no_such_fault"), {}), QString());
    QVERIFY(!streamSentence(QStringLiteral("closed"), {}).isEmpty()); // of a store that was written by hand
}

void TestStreamRules::proxies_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("environment"); // name=value, one per word of a list parted by blanks
    QTest::addColumn<QString>("proxy");       // empty: none
    const auto row = [](const char *name, const char *address, const char *environment, const char *proxy) {
        QTest::newRow(name) << QString::fromLatin1(address) << QString::fromLatin1(environment)
                            << QString::fromLatin1(proxy);
    };
    const char *encrypted = "wss://ws.example/v2";
    const char *plain = "ws://ws.example/v2";
    row("none", encrypted, "", "");
    row("for https", encrypted, "https_proxy=http://proxy.example:3128", "http proxy.example 3128");
    row("in capitals", encrypted, "HTTPS_PROXY=http://proxy.example:3128", "http proxy.example 3128");
    row("small letters first", encrypted, "HTTPS_PROXY=http://a:1 https_proxy=http://b:2", "http b 2");
    row("without a scheme", encrypted, "https_proxy=proxy.example:3128", "http proxy.example 3128");
    row("without a port", encrypted, "https_proxy=http://proxy.example", "http proxy.example 1080");
    row("socks", encrypted, "all_proxy=socks5h://127.0.0.1:9050", "socks 127.0.0.1 9050");
    row("of another scheme", encrypted, "http_proxy=http://proxy.example:3128", "");
    row("for http", plain, "http_proxy=http://proxy.example:3128", "http proxy.example 3128");
    row("http in capitals is a visitor's header", plain, "HTTP_PROXY=http://proxy.example:3128", "");
    row("for all", plain, "ALL_PROXY=http://proxy.example:3128", "http proxy.example 3128");
    row("but for everything", encrypted, "https_proxy=http://a:1 no_proxy=*", "");
    row("but for this host", encrypted, "https_proxy=http://a:1 no_proxy=x.example,WS.example", "");
    row("but for its domain", encrypted, "https_proxy=http://a:1 NO_PROXY=.example", "");
    row("not for one that ends alike", encrypted, "https_proxy=http://a:1 no_proxy=s.example", "http a 1");
    row("but for an address", "ws://127.0.0.1:4711/", "http_proxy=http://a:1 no_proxy=127.0.0.1", "");
    row("but for a network", "ws://127.0.0.1:4711/", "http_proxy=http://a:1 no_proxy=127.0.0.0/8", "");
    row("not for another network", "ws://127.0.0.1:4711/", "http_proxy=http://a:1 no_proxy=10.0.0.0/8", "http a 1");
}

void TestStreamRules::proxies()
{
    QFETCH(const QString, address);
    QFETCH(const QString, environment);
    QFETCH(const QString, proxy);
    QHash<QByteArray, QByteArray> set;
    for (const QString &one : environment.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        set.insert(one.section(QLatin1Char('='), 0, 0).toLatin1(), one.section(QLatin1Char('='), 1).toLatin1());
    const auto found = proxyFor(QUrl(address), [&set](const char *name) { return set.value(name); });
    QVERIFY(found);
    QString shown;
    if (found->type() != QNetworkProxy::NoProxy) {
        const QString kind = found->type() == QNetworkProxy::HttpProxy ? QStringLiteral("http")
                                                                       : QStringLiteral("socks");
        shown = QStringLiteral("%1 %2 %3").arg(kind, found->hostName()).arg(found->port());
    }
    QCOMPARE(shown, proxy);
}

//! Nobody is connected past a proxy that the user wants.
void TestStreamRules::proxiesThatCannotBeUsed()
{
    for (const char *value : {"https://proxy.example:3128", "ftp://proxy.example", "http://", "http:///x"}) {
        const auto found = proxyFor(QUrl(QStringLiteral("wss://ws.example")), [value](const char *name) {
            return QByteArray(name) == "https_proxy" ? QByteArray(value) : QByteArray();
        });
        QVERIFY2(!found, value);
    }
    const auto withUser = proxyFor(QUrl(QStringLiteral("wss://ws.example")), [](const char *name) {
        return QByteArray(name) == "https_proxy" ? QByteArray("http://me:s%40cret@proxy.example:1") : QByteArray();
    });
    QCOMPARE(withUser->user(), QStringLiteral("me"));
    QCOMPARE(withUser->password(), QStringLiteral("s@cret"));
}

void TestStreamRules::skewIsOfTheQuickest()
{
    ClockSkew skew;
    const Time received = *parseIsoTime("2026-01-05T14:30:00Z");
    const auto sent = [received](std::chrono::nanoseconds ahead) { return Time{received.ns + ahead.count()}; };
    skew.add(sent(480ms), received, 100s);
    skew.add(sent(-2s), received, 100s); // it was long on its way
    skew.add(sent(499ms), received, 101s);
    skew.add(sent(450ms), received, 130s);
    QVERIFY(!skew.value(130s)); // too few
    skew.add(sent(-20s), received, 131s);
    QCOMPARE(skew.value(131s)->count(), std::chrono::nanoseconds(499ms).count());
}

void TestStreamRules::skewForgets()
{
    ClockSkew skew;
    for (int i = 0; i < ClockSkew::kFewest; ++i)
        skew.add(Time{5 * kNsPerSecond}, Time{}, 10s);
    for (int i = 0; i < ClockSkew::kFewest; ++i)
        skew.add(Time{-3 * kNsPerSecond}, Time{}, 69s);
    QCOMPARE(skew.value(69s)->count(), 5 * kNsPerSecond);
    QCOMPARE(skew.value(70s)->count(), -3 * kNsPerSecond);
    QVERIFY(!skew.value(129s));
    QVERIFY(!skew.value(24h));
}

void TestStreamRules::skewOfTimesThatAreFarApart()
{
    ClockSkew skew;
    for (int i = 0; i < 10; ++i)
        skew.add(Time{std::numeric_limits<qint64>::max()}, Time{std::numeric_limits<qint64>::min()}, 10s);
    QVERIFY(!skew.value(10s));
}

QTEST_GUILESS_MAIN(TestStreamRules)
#include "tst_streamrules.moc"
