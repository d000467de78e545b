// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleQuotes.h"

#include <QTest>

using namespace tickmark;
using namespace tickmark::claims;
using namespace said;

namespace {

const char *const kMonday = "2025-01-27";
const char *const kNextMorning = "2025-01-28T09:00:00Z";

} // namespace

//! Which moment of a session a number is held against, line by line of the table of verdicts, and when it was first there.
class TestJudgedMoments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTableOfVerdicts_data();
    void theTableOfVerdicts();
    void levels_data();
    void levels();
    void extremesOverSeveralSessions();
    void provisionalWhileOpen_data();
    void provisionalWhileOpen();
    void firstTouchComesFromIntradayBars_data();
    void firstTouchComesFromIntradayBars();
    void ticksTellTheMoment();
    void statedOpenings_data();
    void statedOpenings();

private:
    Verdict judged(const Claim &claim, const char *published = kNextMorning) const
    {
        return judge(claim, at(published), m_sample.all(claim), at("2025-02-15T00:00:00Z"));
    }

    SampleQuotes m_sample;
};

void TestJudgedMoments::theTableOfVerdicts_data()
{
    QTest::addColumn<Claim>("claim");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("measured");
    const auto row = [](const char *name, const Claim &claim, const char *code, const char *measured) {
        QTest::newRow(name) << claim << QString::fromLatin1(code) << QString::fromLatin1(measured);
    };
    // the close, over one session and over stated ones, with every hedge
    row("about 17.5 %", hedged(percent("NVDA", -17.5, 0.05, kMonday), Hedge::About), "close", "-16.97");
    row("over 16 %", hedged(percent("NVDA", -16, 0.5, kMonday), Hedge::Over), "close", "-16.97");
    row("over 17 % is no 16.97 %, but was passed", hedged(percent("NVDA", -17, 0.5, kMonday), Hedge::Over), "intraday",
        "-16.97");
    row("at least 10 %", hedged(percent("NVDA", -10, 0.5, kMonday), Hedge::AtLeast), "close", "-16.97");
    row("less than 18 %", hedged(percent("NVDA", -18, 0.5, kMonday), Hedge::AtMost), "close", "-16.97");
    row("up to 17 %: the close comes first", hedged(percent("NVDA", -17, 0.05, kMonday), Hedge::UpTo), "close",
        "-16.97");
    row("since the beginning of the year", since(percent("NVDA", -3.3, 0.05, "2025-02-07"), ClaimTime::Span::Year),
        "close", "-3.31");
    row("since the beginning of the month", since(percent("NVDA", 8.1, 0.05, "2025-02-07"), ClaimTime::Span::Month),
        "close", "8.14");
    // during the session, but of one session only, unless the text speaks of an extreme
    row("passed on the way", percent("NVDA", -18, 0.05, kMonday), "intraday", "-16.97");
    row("the high, though it closed lower", percent("NVDA", -10, 0.05, kMonday), "intraday", "-16.97");
    row("passed within eight sessions is not enough", overSessions(percent("NVDA", -19, 0.05, "2025-02-05"), 8, true),
        "contradicted", "-12.47");
    row("unless the text says that it was the extreme of them",
        atOnePoint(overSessions(percent("NVDA", -20.8, 0.05, "2025-02-05"), 8, true)), "intraday", "-20.76");
    row("at one point, but the extreme of the eight sessions went further",
        atOnePoint(overSessions(percent("NVDA", -19, 0.05, "2025-02-05"), 8, true)), "contradicted", "-12.47");
    // a market value plus or minus one per cent: 586.7 to 598.6 billion
    row("598.5 is within the doubt", value("NVDA", -598.5, 0.05, "USD", kMonday), "close", "-592658000000.00");
    row("598.7 is beyond it", value("NVDA", -598.7, 0.05, "USD", kMonday), "contradicted", "-592658000000.00");
}

void TestJudgedMoments::theTableOfVerdicts()
{
    QFETCH(Claim, claim);
    const Verdict verdict = judged(claim, "2025-02-10T12:00:00Z");
    QTEST(verdictCodeText(verdict.code), "code");
    QTEST(rounded(verdict.measured), "measured");
}

void TestJudgedMoments::levels_data()
{
    QTest::addColumn<Claim>("claim");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const Claim &claim, const char *code) {
        QTest::newRow(name) << claim << QString::fromLatin1(code);
    };
    row("the close", level("NVDA", 118.42, 0.005, "USD", kMonday), "close");
    row("the close, rounded", level("^IXIC", 19342, 0.5, "points", kMonday), "close");
    row("the close, cut", level("^IXIC", 19341, 0.5, "points", kMonday), "close");
    row("a price is not cut", level("NVDA", 118.4, 0.05, "USD", kMonday), "close");
    row("a price that were cut", level("NVDA", 118, 0.05, "USD", kMonday), "intraday");
    row("the opening, where the text says so", atTheOpen(level("NVDA", 124.80, 0.005, "USD", kMonday)), "intraday");
    row("the close, where the text says the opening", atTheOpen(level("NVDA", 118.42, 0.005, "USD", kMonday)),
        "other_basis");
    row("neither, where the text says the opening", atTheOpen(level("NVDA", 130, 0.5, "USD", kMonday)), "contradicted");
    row("about the close", hedged(level("NVDA", 120, 0.5, "USD", kMonday), Hedge::About), "close");
    row("passed during the session", level("NVDA", 125, 0.5, "USD", kMonday), "intraday");
    row(
        "down to the low",
        [] {
            Claim claim = hedged(level("NVDA", 116.70, 0.005, "USD", kMonday), Hedge::UpTo);
            claim.direction = Direction::Down;
            return claim;
        }(),
        "intraday");
    row("up to the high", hedged(level("NVDA", 128.4, 0.05, "USD", kMonday), Hedge::UpTo), "intraday");
    row("up to less than the high", hedged(level("NVDA", 125, 0.5, "USD", kMonday), Hedge::UpTo), "contradicted");
    row("beyond the range", level("NVDA", 130, 0.5, "USD", kMonday), "contradicted");
    row("the close of the day before is none of the day", level("NVDA", 142.62, 0.005, "USD", kMonday), "contradicted");
    row("from 142.62: the session before", shifted(level("NVDA", 142.62, 0.005, "USD", kMonday), -1), "close");
    row("needs no bar before", level("ENR.DE", 48.32, 0.005, "EUR", kMonday), "close");
    row("a currency pair", level("EURUSD", 1.0468, 0.00005, "USD", kMonday), "close");
    row("crypto in points", level("BTC-USD", 102088, 0.5, "points", kMonday), "close");
}

void TestJudgedMoments::levels()
{
    QFETCH(Claim, claim);
    QTEST(verdictCodeText(judged(claim).code), "code");
}

void TestJudgedMoments::extremesOverSeveralSessions()
{
    // "at one point down as much as 20.8 % in these eight days": reached on the third of February, closed well above
    const Claim claim = atOnePoint(
        overSessions(hedged(percent("NVDA", -20.8, 0.05, "2025-02-05"), Hedge::UpTo), 8, true));
    const Verdict verdict = judged(claim, "2025-02-10T12:00:00Z");
    QCOMPARE(verdictCodeText(verdict.code), QStringLiteral("intraday"));
    QCOMPARE(rounded(verdict.measured), QStringLiteral("-20.76"));
    QCOMPARE(verdict.quotes.at(1).session, day("2025-02-03"));
    QCOMPARE(verdict.quotes.back().session, day("2025-02-05"));
}

void TestJudgedMoments::provisionalWhileOpen_data()
{
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<bool>("provisional");
    QTest::newRow("in the morning") << QByteArray("2025-01-27T16:40:00Z") << true;
    QTest::newRow("a second before the close") << QByteArray("2025-01-27T20:59:59Z") << true;
    QTest::newRow("at the close") << QByteArray("2025-01-27T21:00:00Z") << false;
    QTest::newRow("weeks later") << QByteArray("2025-02-14T16:00:00Z") << false;
}

void TestJudgedMoments::provisionalWhileOpen()
{
    QFETCH(QByteArray, now);
    for (const Claim &claim : {percent("NVDA", -17, 0.5, kMonday), level("NVDA", 118.42, 0.005, "USD", kMonday)}) {
        const Verdict verdict = judge(claim, at("2025-01-27T16:40:00Z"), m_sample.all(claim), at(now.constData()));
        QTEST(verdict.provisional, "provisional");
    }
}

void TestJudgedMoments::firstTouchComesFromIntradayBars_data()
{
    QTest::addColumn<Claim>("claim");
    QTest::addColumn<int>("minute"); // after the opening
    QTest::addColumn<qint64>("price");
    QTest::addColumn<QString>("field");
    QTest::addColumn<bool>("isMoment"); // or some moment of the bar
    const auto row = [](const char *name, const Claim &claim, int minute, qint64 price, const char *field,
                        bool isMoment) {
        QTest::newRow(name) << claim << minute << price << QString::fromLatin1(field) << isMoment;
    };
    // Closed at 142.62 before; each bar's open is its high or, of the last one, its low.
    row("-12.4 to -12.6 %: opened there", percent("NVDA", -12.5, 0.1, kMonday), 0, 12480, "open", true);
    row("-14.35 to -14.45 %: fell through 122.15", percent("NVDA", -14.4, 0.05, kMonday), 5, 12215, "passed", false);
    row("-15.1 % to -15.3 %: no further than the low", percent("NVDA", -15.2, 0.05, kMonday), 10, 12101, "low", false);
    row("-10.2 to -10.4 %: rose to 127.79", percent("NVDA", -10.3, 0.1, kMonday), 15, 12779, "passed", false);
    row("as low as that", hedged(percent("NVDA", -18.2, 0.05, kMonday), Hedge::UpTo), 20, 11673, "passed", false);
    row("a price", level("NVDA", 122, 0.5, "USD", kMonday), 5, 12250, "passed", false);
    row("a price that the last bar only just reached", level("NVDA", 116.70, 0.005, "USD", kMonday), 20, 11670, "low",
        false);
    row("-20 points to -20.5 points", points("NVDA", -20, 0.5, "USD", kMonday), 5, 12312, "passed", false);
}

void TestJudgedMoments::firstTouchComesFromIntradayBars()
{
    QFETCH(Claim, claim);
    ClaimQuotes quotes = m_sample.all(claim);
    quotes.own.during = {intraday("2025-01-27T14:30:00Z", 12330, 12480), intraday("2025-01-27T14:35:00Z", 12150, 12320),
                         intraday("2025-01-27T14:40:00Z", 12101, 12250), intraday("2025-01-27T14:45:00Z", 12110, 12800),
                         intraday("2025-01-27T14:50:00Z", 11670, 12790)};
    for (core::Bar &bar : quotes.own.during)
        bar.open = bar.high;
    quotes.own.during[3].open = quotes.own.during[3].low;
    quotes.own.duringNs = 5 * core::kNsPerMinute;
    const Verdict verdict = judge(claim, at(kNextMorning), quotes, at(kNextMorning));
    QCOMPARE(verdictCodeText(verdict.code), QStringLiteral("intraday"));
    QFETCH(int, minute);
    const core::Time start{at("2025-01-27T14:30:00Z").ns + minute * core::kNsPerMinute};
    QVERIFY(verdict.touched);
    QCOMPARE(core::isoTime(*verdict.touched), core::isoTime(start));
    const QuoteUsed &touch = verdict.quotes.back();
    QTEST(touch.price.units, "price");
    QTEST(touch.field, "field");
    QFETCH(bool, isMoment);
    QCOMPARE(touch.until.has_value(), !isMoment);
    QVERIFY(isMoment || *touch.until == core::Time{start.ns + 5 * core::kNsPerMinute});

    quotes.own.during.clear();
    QVERIFY(!judge(claim, at(kNextMorning), quotes, at(kNextMorning)).touched);
}

void TestJudgedMoments::ticksTellTheMoment()
{
    const Claim claim = percent("NVDA", -14.4, 0.05, kMonday);
    ClaimQuotes quotes = m_sample.all(claim);
    quotes.own.during = {intraday("2025-01-27T14:30:00Z", 12300, 12300), intraday("2025-01-27T14:30:01Z", 12190, 12190),
                         intraday("2025-01-27T14:30:02Z", 12210, 12210)};
    for (core::Bar &bar : quotes.own.during)
        bar.open = bar.low;
    const Verdict verdict = judge(claim, at(kNextMorning), quotes, at(kNextMorning));
    QCOMPARE(verdict.touched, at("2025-01-27T14:30:02Z")); // between the first two nothing was traded
    QCOMPARE(verdict.quotes.back().price.units, 12210);
    QVERIFY(!verdict.quotes.back().until);
}

void TestJudgedMoments::statedOpenings_data()
{
    QTest::addColumn<Claim>("claim");
    QTest::addColumn<QString>("code");
    QTest::addColumn<Basis>("basis");
    QTest::addColumn<QString>("measured");
    const auto row = [](const char *name, const Claim &claim, const char *code, Basis basis, const char *measured) {
        QTest::newRow(name) << atTheOpen(claim) << QString::fromLatin1(code) << basis << QString::fromLatin1(measured);
    };
    row("opened 12.5 % lower", percent("NVDA", -12.5, 0.05, kMonday), "intraday", Basis::Open, "-12.49");
    row("opened 17.8 dollars lower", points("NVDA", -17.8, 0.05, "USD", kMonday), "intraday", Basis::Open, "-17.82");
    row("that was the close", percent("NVDA", -17, 0.5, kMonday), "other_basis", Basis::Close, "-16.97");
    row("passed later", percent("NVDA", -14.4, 0.05, kMonday), "intraday", Basis::Range, "-16.97");
    row("never", percent("NVDA", -40, 0.5, kMonday), "contradicted", Basis::None, "-16.97");
    row("a market value has no opening", value("NVDA", -593, 0.5, "USD", kMonday), "close", Basis::Close,
        "-592658000000.00");
}

void TestJudgedMoments::statedOpenings()
{
    QFETCH(Claim, claim);
    const Verdict verdict = judged(claim);
    QTEST(verdictCodeText(verdict.code), "code");
    QFETCH(Basis, basis);
    QCOMPARE(basisCode(verdict.basis), basisCode(basis));
    QTEST(rounded(verdict.measured), "measured");
    QCOMPARE(isConfirmed(claim, verdict), basis == Basis::Open || verdict.code == VerdictCode::Close);
}

QTEST_GUILESS_MAIN(TestJudgedMoments)
#include "tst_judgedmoments.moc"
