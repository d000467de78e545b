// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleQuotes.h"
#include <claims/ClaimJson.h>

#include <QJsonDocument>
#include <QTest>

using namespace tickmark;
using namespace tickmark::claims;
using namespace said;

namespace {

const QLocale kEnglish(QLocale::English, QLocale::UnitedKingdom);
const char *const kMonday = "2025-01-27";

} // namespace

//! Scripts read these keys; a renamed one breaks them.
class TestClaimJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasTheKeysOfTheSchema();
    void withoutAVerdict();
    void values_data();
    void values();
    void measuredShowsOnWhichSideItLies_data();
    void measuredShowsOnWhichSideItLies();
    void quotesAreExact();
    void countsCodePoints_data();
    void countsCodePoints();

private:
    QJsonObject json(const Claim &claim) const
    {
        const Verdict verdict = judge(claim, at("2025-01-29T12:00:00Z"), m_sample.all(claim),
                                      at("2025-02-15T00:00:00Z"));
        return claimJson(claim, &verdict, CodePointOffsets(u""), kEnglish);
    }

    SampleQuotes m_sample;
};

void TestClaimJson::hasTheKeysOfTheSchema()
{
    Claim claim = percent("NVDA", -14.4, 0.05, kMonday);
    claim.subject.text = QStringLiteral("Nvidia");
    claim.text = QStringLiteral("um 14,4 % sank");
    claim.span = {389, 398};
    claim.sentence = {301, 420};
    const QJsonObject object = json(claim);
    QCOMPARE(
        object.keys().join(u' '),
        QStringLiteral(
            "basis direction explanation hedge high interval kind low measured quotes sentence session sessions span "
            "subject subject_text text unit verdict"));
    const auto compact = [&](const char *key) {
        return QJsonDocument(QJsonArray{object.value(QLatin1String(key))}).toJson(QJsonDocument::Compact);
    };
    QCOMPARE(compact("subject"), QByteArray(R"(["NVDA"])"));
    QCOMPARE(compact("subject_text"), QByteArray(R"(["Nvidia"])"));
    QCOMPARE(compact("kind"), QByteArray(R"(["percent"])"));
    QCOMPARE(compact("direction"), QByteArray(R"(["down"])"));
    QCOMPARE(compact("low"), QByteArray("[14.4]"));
    QCOMPARE(compact("high"), QByteArray("[14.4]"));
    QCOMPARE(compact("unit"), QByteArray(R"(["%"])"));
    QCOMPARE(compact("hedge"), QByteArray(R"(["exact"])"));
    QCOMPARE(compact("session"), QByteArray(R"(["2025-01-27"])"));
    QCOMPARE(compact("sessions"), QByteArray("[1]"));
    QCOMPARE(compact("span"), QByteArray("[[389,398]]"));
    QCOMPARE(compact("sentence"), QByteArray("[[301,420]]"));
    QCOMPARE(compact("verdict"), QByteArray(R"(["intraday"])"));
    QCOMPARE(compact("basis"), QByteArray(R"(["session range against previous close"])"));
    QCOMPARE(compact("measured"), QByteArray("[-16.97]"));
    QCOMPARE(compact("interval"), QByteArray("[[14.35,14.45]]"));
}

void TestClaimJson::withoutAVerdict()
{
    Claim claim = percent("NVDA", -14.4, 0.05, kMonday);
    claim.subject = {};
    claim.time.sessions = 2;
    const QJsonObject object = claimJson(claim, nullptr, CodePointOffsets(u""), kEnglish);
    QVERIFY(object.value(QLatin1String("subject")).isNull());
    QCOMPARE(object.value(QLatin1String("subject_text")).toString(QStringLiteral("?")), QString());
    QCOMPARE(object.value(QLatin1String("session")).toString(), QLatin1String(kMonday));
    QCOMPARE(object.value(QLatin1String("sessions")).toInt(), 2);
    QVERIFY(!object.contains(QLatin1String("verdict")));
    QVERIFY(!object.contains(QLatin1String("explanation")));
}

void TestClaimJson::values_data()
{
    QTest::addColumn<Claim>("claim");
    QTest::addColumn<QByteArray>("measured");
    QTest::addColumn<QByteArray>("session");
    QTest::newRow("value") << value("NVDA", -589, 0.5, "USD", kMonday) << QByteArray("[-592658000000]")
                           << QByteArray(R"(["2025-01-27"])");
    QTest::newRow("points") << points("^DJI", 289, 0.5, "points", kMonday) << QByteArray("[289.33]")
                            << QByteArray(R"(["2025-01-27"])");
    QTest::newRow("level") << level("EURUSD", 1.0468, 0.00005, "USD", kMonday) << QByteArray("[1.04676]")
                           << QByteArray(R"(["2025-01-27"])");
    QTest::newRow("no data") << percent("ENR.DE", -18, 0.5, kMonday) << QByteArray("[null]")
                             << QByteArray(R"(["2025-01-27"])");
    QTest::newRow("no session") << percent("NVDA", -18, 0.5, "2025-01-26") << QByteArray("[null]")
                                << QByteArray(R"(["2025-01-26"])");
    QTest::newRow("no session, and the day is not the one that is stated")
        << shifted(percent("NVDA", -18, 0.5, "2026-01-26"), 1) << QByteArray("[null]") << QByteArray("[null]");
    QTest::newRow("of a list its own, not the furthest's")
        << together(hedged(percent("AVGO", -28, 0.5, kMonday), Hedge::UpTo), {"AVGO", "VST"}) << QByteArray("[-17.4]")
        << QByteArray(R"(["2025-01-27"])");
}

void TestClaimJson::values()
{
    QFETCH(Claim, claim);
    const QJsonObject object = json(claim);
    const auto compact = [&](const char *key) {
        return QJsonDocument(QJsonArray{object.value(QLatin1String(key))}).toJson(QJsonDocument::Compact);
    };
    QTEST(compact("measured"), "measured");
    QTEST(compact("session"), "session");
}

void TestClaimJson::measuredShowsOnWhichSideItLies_data()
{
    QTest::addColumn<Claim>("claim");
    QTest::addColumn<QByteArray>("measured");
    QTest::addColumn<QByteArray>("interval");
    QTest::newRow("-9.15 would fit") << percent("^SOX", -9.2, 0.05, kMonday) << QByteArray("[-9.148]")
                                     << QByteArray("[[9.15,9.25]]");
    QTest::newRow("-16.97 does fit") << percent("NVDA", -17, 0.5, kMonday) << QByteArray("[-16.97]")
                                     << QByteArray("[[16.5,17.5]]");
    QTest::newRow("no upper end") << hedged(percent("NVDA", -10, 0.5, kMonday), Hedge::AtLeast)
                                  << QByteArray("[-16.97]") << QByteArray("[[10,null]]");
}

void TestClaimJson::measuredShowsOnWhichSideItLies()
{
    QFETCH(Claim, claim);
    const QJsonObject object = json(claim);
    const auto compact = [&](const char *key) {
        return QJsonDocument(QJsonArray{object.value(QLatin1String(key))}).toJson(QJsonDocument::Compact);
    };
    QTEST(compact("measured"), "measured");
    QTEST(compact("interval"), "interval");
}

void TestClaimJson::quotesAreExact()
{
    const QJsonArray quotes = json(percent("NVDA", -17, 0.5, kMonday)).value(QLatin1String("quotes")).toArray();
    QCOMPARE(QJsonDocument(quotes).toJson(QJsonDocument::Compact),
             QByteArray(
                 R"([{"field":"close","price":"142.62","session":"2025-01-24","source":"daily.csv","symbol":"NVDA"},)"
                 R"({"field":"close","price":"118.42","session":"2025-01-27","source":"daily.csv","symbol":"NVDA"}])"));
    Claim claim = percent("NVDA", -14.4, 0.05, kMonday);
    ClaimQuotes stored = m_sample.all(claim);
    core::Bar bar;
    bar.start = at("2025-01-27T14:35:00Z");
    bar.open = bar.high = bar.low = bar.close = 12208;
    stored.own.during = {bar};
    const Verdict verdict = judge(claim, at("2025-01-29T12:00:00Z"), stored, at("2025-02-15T00:00:00Z"));
    const QJsonObject touch = claimJson(claim, &verdict, CodePointOffsets(u""), kEnglish)
                                  .value(QLatin1String("quotes"))
                                  .toArray()
                                  .last()
                                  .toObject();
    QCOMPARE(touch.value(QLatin1String("time")).toString(), QStringLiteral("2025-01-27T14:35:00Z"));
    QCOMPARE(touch.value(QLatin1String("price")).toString(), QStringLiteral("122.08"));
    QVERIFY(!touch.contains(QLatin1String("session")));
}

void TestClaimJson::countsCodePoints_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("utf16");
    QTest::addColumn<int>("codePoints");
    const QString rockets = QString::fromUtf8("a🚀b🚀c");
    QTest::newRow("before") << rockets << 1 << 1;
    QTest::newRow("behind one") << rockets << 3 << 2;
    QTest::newRow("behind both") << rockets << 7 << 5;
    QTest::newRow("umlauts count once") << QString::fromUtf8("büßte") << 5 << 5;
    QTest::newRow("a lone surrogate counts once") << QString(QChar(0xD83D)) + QStringLiteral("x") << 2 << 2;
    QTest::newRow("empty") << QString() << 0 << 0;
}

void TestClaimJson::countsCodePoints()
{
    QFETCH(QString, text);
    QFETCH(int, utf16);
    QTEST(int(CodePointOffsets(text).at(utf16)), "codePoints");
}

QTEST_GUILESS_MAIN(TestClaimJson)
#include "tst_claimjson.moc"
