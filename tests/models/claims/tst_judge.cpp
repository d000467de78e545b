// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleQuotes.h"

#include <QTest>

#include <cmath>

using namespace tickmark;
using namespace tickmark::claims;
using namespace said;

Q_DECLARE_METATYPE(Missing)

namespace {

const char *const kMonday = "2025-01-27";
const char *const kNextMorning = "2025-01-28T09:00:00Z";

} // namespace

//! A wrong verdict accuses a paper that was right, or excuses one that was wrong.
class TestJudge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foundingCase_data();
    void foundingCase();
    void whatIsMissing_data();
    void whatIsMissing();
    void quotesThatEndAreSaidSo();
    void upToOfAList_data();
    void upToOfAList();
    void aListMeasuresEachItsOwn_data();
    void aListMeasuresEachItsOwn();
    void missingBarNamesTheNearest();
    void suspiciousBarsCountAsMissing_data();
    void suspiciousBarsCountAsMissing();
    void marketValueIsNeverReadDuringTheSession();
    void valueNeedsSharesAndRate();
    void exactEndsOfIntervals_data();
    void exactEndsOfIntervals();
    void withoutAnInstrument();
    void codesGoBothWays();

private:
    Verdict judged(const Claim &claim, const char *published = kNextMorning) const
    {
        return judge(claim, at(published), m_sample.all(claim), at("2025-02-15T00:00:00Z"));
    }

    SampleQuotes m_sample;
};

void TestJudge::foundingCase_data()
{
    QTest::addColumn<Claim>("claim");
    QTest::addColumn<QByteArray>("published");
    QTest::addColumn<VerdictCode>("code");
    QTest::addColumn<QString>("measured");
    QTest::addColumn<bool>("opposite");
    const auto row = [](const char *name, const Claim &claim, VerdictCode code, const char *measured,
                        const char *published = kNextMorning, bool opposite = false) {
        QTest::newRow(name) << claim << QByteArray(published) << code << QString::fromLatin1(measured) << opposite;
    };
    using enum VerdictCode;
    row("Nvidia -17 %", percent("NVDA", -17, 0.5, kMonday), Close, "-16.97");
    row("Nvidia almost -17 %", hedged(percent("NVDA", -17, 0.5, kMonday), Hedge::Almost), Close, "-16.97");
    row("Nvidia -14,4 %", percent("NVDA", -14.4, 0.05, kMonday), Intraday, "-16.97");
    row("Nvidia -14,4 % at 16:40, no day named", percent("NVDA", -14.4, 0.05), Intraday, "-16.97",
        "2025-01-27T16:40:00Z");
    row("Nvidia 11,1 to 15 %", range(percent("NVDA", -11.1, 0.05, kMonday), 15, 0.5), Intraday, "-16.97");
    row("Nvidia at one point down as much as 18.2 %",
        atOnePoint(hedged(percent("NVDA", -18.2, 0.05, kMonday), Hedge::UpTo)), Intraday, "-18.17");
    row("Nvidia as much as 11 %: it went further", hedged(percent("NVDA", -11, 0.5, kMonday), Hedge::UpTo),
        Contradicted, "-16.97");
    row("Nvidia +8,9 % on Tuesday", percent("NVDA", 8.9, 0.05, "2025-01-28"), Close, "8.93", "2025-01-29T07:20:00Z");
    row("Nvidia +5 to 6 % the next day", shifted(range(percent("NVDA", 5, 0.5, kMonday), 6, 0.5), 1), Intraday, "8.93",
        "2025-01-29T07:20:00Z");
    row("Nvidia +5 to 6 % on Tuesday", range(percent("NVDA", 5, 0.5, "2025-01-28"), 6, 0.5), Intraday, "8.93",
        "2025-01-29T12:00:00Z");
    row(
        "Nvidia swung 17 %, no direction",
        [] {
            Claim claim = percent("NVDA", -17, 0.5, kMonday);
            claim.direction = Direction::None;
            return claim;
        }(),
        Close, "-16.97");
    row("Nvidia up 17 %", percent("NVDA", 17, 0.5, kMonday), Contradicted, "-16.97", kNextMorning, true);
    row("Nvidia in this week", since(percent("NVDA", -15.8, 0.05), ClaimTime::Span::Week), Close, "-15.81",
        "2025-01-31T21:50:00Z");
    row("Dow in this week", since(percent("^DJI", 0.3, 0.05), ClaimTime::Span::Week), Close, "0.27",
        "2025-01-31T21:50:00Z");
    row("S&P 500 -1,7 %", percent("^GSPC", -1.7, 0.05, kMonday), Intraday, "-1.46");
    row("S&P 500 -1,5 %", percent("^GSPC", -1.5, 0.05, kMonday), Close, "-1.46");
    row("Nasdaq -2,8 %", percent("^IXIC", -2.8, 0.05, kMonday), Intraday, "-3.07");
    row("Nasdaq fast 3,1 %", hedged(percent("^IXIC", -3.1, 0.05, kMonday), Hedge::Almost), Close, "-3.07");
    row("Dow -54 points", points("^DJI", -54, 0.5, "points", kMonday), Intraday, "289.33", kNextMorning, true);
    row("Dow -0,1 %", percent("^DJI", -0.1, 0.05, kMonday), Intraday, "0.65", kNextMorning, true);
    row("Dow +289 points", points("^DJI", 289, 0.5, "points", kMonday), Close, "289.33");
    row("Dow -141 points on Friday", points("^DJI", -141, 0.5, "points", "2025-01-24"), Close, "-140.82");
    row("Nvidia -24 dollars", points("NVDA", -24, 0.5, "USD", kMonday), Close, "-24.20");
    row("Broadcom -17,4 %", percent("AVGO", -17.4, 0.05, kMonday), Close, "-17.40");
    row("AMD -6,4 %", percent("AMD", -6.4, 0.05, kMonday), Close, "-6.37");
    row("Micron -8 %", percent("MU", -8, 0.5, kMonday), Intraday, "-11.71");
    row("Arm -9 %", percent("ARM", -9, 0.5, kMonday), Intraday, "-10.19");
    row("Vistra -28 %", percent("VST", -28, 0.5, kMonday), Close, "-28.27");
    row("Constellation -21 %", percent("CEG", -21, 0.5, kMonday), Close, "-20.85");
    row("ASML -6,6 %", percent("ASML.AS", -6.6, 0.05, kMonday), Intraday, "-7.01", "2025-01-27T13:35:00Z");
    row("Softbank -8,3 %", percent("9984.T", -8.3, 0.05, kMonday), Close, "-8.32", "2025-01-27T06:55:00Z");
    row("Softbank, New York's evening", percent("9984.T", -8.3, 0.05, kMonday), Close, "-8.32", "2025-01-27T20:00:00Z");
    row("Advantest -8,6 %", percent("6857.T", -8.6, 0.05, kMonday), Close, "-8.61", "2025-01-27T06:55:00Z");
    row("Advantest 18,8 % in two days", overSessions(percent("6857.T", -18.8, 0.05), 2, false), Close, "-18.79",
        "2025-01-28T06:50:00Z");
    row("Advantest almost 20 % in two days", overSessions(hedged(percent("6857.T", -20, 0.5), Hedge::Almost), 2, false),
        OtherBasis, "-19.74", "2025-01-28T06:50:00Z");
    row("Bitcoin -12 %", percent("BTC-USD", -12, 0.5, kMonday), Contradicted, "-0.58");
    row("Bitcoin -0,6 %", percent("BTC-USD", -0.6, 0.05, kMonday), Close, "-0.58");
    row("Nvidia -589 bn dollars", value("NVDA", -589, 0.5, "USD", kMonday), Close, "-592658000000.00");
    row("Nvidia -600 bn dollars", value("NVDA", -600, 15, "USD", kMonday), Close, "-592658000000.00");
    row("Nvidia over -563 bn euros", hedged(value("NVDA", -563, 0.5, "EUR", kMonday), Hedge::Over), Close,
        "-566183270281.63");
    row("the same, said to be for a moment", atOnePoint(hedged(value("NVDA", -563, 0.5, "EUR", kMonday), Hedge::Over)),
        Close, "-566183270281.63");
    row("Nvidia -450 bn dollars", value("NVDA", -450, 5, "USD", kMonday), Contradicted, "-592658000000.00",
        "2025-02-10T12:00:00Z");
    row("Hang Seng Tech +2 %", hedged(percent("^HSTECH", 2, 0.5, kMonday), Hedge::UpTo), NoData, "-");
    row("Siemens Energy -18 %", percent("ENR.DE", -18, 0.5, kMonday), NoData, "-");
    row("Siemens Energy +6,6 % on Thursday", percent("ENR.DE", 6.6, 0.05, "2025-01-23"), Close, "6.64");
    row("Dax on a day that Wall Street was closed", percent("^GDAXI", 0.4, 0.05, "2025-01-20"), Close, "0.42");
    row("S&P 500 on that day", percent("^GSPC", 0.4, 0.05, "2025-01-20"), NoData, "-");
    row("the euro", percent("EURUSD", 0.5, 0.05, kMonday), Close, "0.50");
}

void TestJudge::foundingCase()
{
    QFETCH(Claim, claim);
    QFETCH(QByteArray, published);
    const Verdict verdict = judged(claim, published.constData());
    QFETCH(VerdictCode, code);
    QCOMPARE(verdictCodeText(verdict.code), verdictCodeText(code));
    QTEST(rounded(verdict.measured), "measured");
    QTEST(verdict.oppositeAtClose, "opposite");
}

void TestJudge::whatIsMissing_data()
{
    QTest::addColumn<Claim>("claim");
    QTest::addColumn<Missing>("missing");
    QTest::addColumn<QString>("nearest");
    QTest::addColumn<QString>("move");
    const auto row = [](const char *name, const Claim &claim, Missing missing, const char *nearest, const char *move) {
        QTest::newRow(name) << claim << missing << QString::fromLatin1(nearest) << QString::fromLatin1(move);
    };
    row("no quotes at all", percent("^HSTECH", 2, 0.5, kMonday), Missing::Session, "-", "-");
    row("the bar before", percent("ENR.DE", -18, 0.5, kMonday), Missing::SessionBefore, "2025-01-23", "-17.82");
    row("the bar of the day", percent("ENR.DE", -1, 0.5, "2025-01-24"), Missing::Session, "2025-01-23", "6.64");
    row("the bar of the day, the later is nearer", percent("ENR.DE", -1, 0.5, "2025-01-21"), Missing::Session,
        "2025-01-22", "-");
    row("Nasdaq before a hole", percent("^IXIC", 1, 0.05, "2025-01-23"), Missing::SessionBefore, "2025-01-21", "1.50");
    row("before the first bar", percent("BTC-USD", 1, 0.5, "2025-01-06"), Missing::SessionBefore, "-", "-");
    row("long before the first bar", percent("NVDA", 1, 0.5, "2024-06-03"), Missing::Session, "2024-12-02", "-");
    row("no session that day", percent("NVDA", 1, 0.5, "2025-01-26"), Missing::NoSession, "-", "-");
    row("another currency", points("NVDA", -23, 0.5, "EUR", kMonday), Missing::Currency, "-", "-");
    row("a level in another currency", level("NVDA", 113, 0.5, "EUR", kMonday), Missing::Currency, "-", "-");
    row("a level without a bar", level("ENR.DE", 57, 0.5, "EUR", "2025-01-24"), Missing::Session, "2025-01-23", "-");
    row("a level on a holiday", level("^GSPC", 6000, 2.5, "points", "2025-01-20"), Missing::NoSession, "-", "-");
    row("no share count", value("AVGO", -200, 5, "USD", kMonday), Missing::ShareCount, "-", "-");
    row("a share count of later", value("NVDA", -100, 5, "USD", "2024-11-14"), Missing::Session, "2024-12-02", "-");
    row("no rate of that currency", value("NVDA", -90'000, 500, "JPY", kMonday), Missing::Rate, "-", "-");
}

void TestJudge::whatIsMissing()
{
    QFETCH(Claim, claim);
    QFETCH(Missing, missing);
    const Verdict verdict = judged(claim);
    QCOMPARE(verdictCodeText(verdict.code), QStringLiteral("no_data"));
    QCOMPARE(missingCode(verdict.missing), missingCode(missing));
    QTEST(verdict.nearest ? QString::fromStdString(verdict.nearest->iso()) : QStringLiteral("-"), "nearest");
    QTEST(rounded(verdict.nearestMove), "move");
    QVERIFY(!verdict.measured);
}

void TestJudge::quotesThatEndAreSaidSo()
{
    const char *const june = "2025-06-03T12:00:00Z";
    for (const Claim &claim : {percent("NVDA", 1, 0.5), level("NVDA", 130, 0.5, "USD", nullptr)}) {
        ClaimQuotes quotes = m_sample.all(claim);
        for (const bool isSlice : {false, true}) {
            if (isSlice) { // as a store gives them: none around June
                quotes.own.end = quotes.own.bars.back().session;
                quotes.own.bars.clear();
            }
            const Verdict verdict = judge(claim, at(june), quotes, at(june));
            QCOMPARE(verdictCodeText(verdict.code), QStringLiteral("no_data"));
            QCOMPARE(missingCode(verdict.missing), QStringLiteral("past_end"));
            QCOMPARE(verdict.nearest, day("2025-02-14"));
        }
    }
}

void TestJudge::upToOfAList_data()
{
    QTest::addColumn<Claim>("claim");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("symbol");
    const auto row = [](const char *name, double number, double half, std::initializer_list<const char *> symbols,
                        const char *code, const char *symbol) {
        QTest::newRow(name) << together(hedged(percent(*symbols.begin(), number, half, kMonday), Hedge::UpTo), symbols)
                            << QString::fromLatin1(code) << QString::fromLatin1(symbol);
    };
    row("the furthest close is it", -28, 0.5, {"AVGO", "VST", "CEG"}, "close", "VST");
    row("asked of the furthest itself", -28, 0.5, {"VST", "AVGO", "CEG"}, "close", "VST");
    row("one went further", -20.9, 0.05, {"CEG", "VST"}, "contradicted", "VST");
    row("none reached it", -40, 0.5, {"AVGO", "CEG"}, "contradicted", "CEG");
    row("during the session", -30.6, 0.05, {"AVGO", "VST"}, "intraday", "VST");
    row("none reached it during the session", -29.5, 0.05, {"AVGO", "VST"}, "contradicted", "VST");
    row("one has no quotes", -8.3, 0.05, {"9984.T", "^HSTECH"}, "no_data", "^HSTECH");
    row("one is not in the store", -8.3, 0.05, {"9984.T", "VOW3.DE"}, "no_data", "VOW3.DE");
    row("over two exchanges", -8.6, 0.05, {"ASML.AS", "6857.T"}, "close", "6857.T");
}

void TestJudge::upToOfAList()
{
    QFETCH(Claim, claim);
    const Verdict verdict = judged(claim);
    QTEST(verdictCodeText(verdict.code), "code");
    QTEST(verdict.symbol, "symbol");
}

void TestJudge::aListMeasuresEachItsOwn_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<double>("half");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("measured");
    QTest::addColumn<QString>("furthest");
    const auto row = [](double number, double half, const char *code, const char *measured, const char *furthest) {
        QTest::newRow(code) << number << half << QString::fromLatin1(code) << QString::fromLatin1(measured)
                            << QString::fromLatin1(furthest);
    };
    row(-28, 0.5, "close", "-17.40", "-28.27");
    row(-30.6, 0.05, "intraday", "-19.81", "-30.62");
    row(-19.4, 0.05, "other_basis", "-12.79", "-19.37"); // the opening
    row(-40, 0.5, "contradicted", "-17.40", "-30.62");
}

void TestJudge::aListMeasuresEachItsOwn()
{
    QFETCH(double, number);
    QFETCH(double, half);
    const Verdict verdict = judged(
        together(hedged(percent("AVGO", number, half, kMonday), Hedge::UpTo), {"AVGO", "VST"}));
    QTEST(verdictCodeText(verdict.code), "code");
    QTEST(rounded(verdict.measured), "measured");
    QTEST(rounded(verdict.measuredOther), "furthest");
    QCOMPARE(verdict.symbol, QStringLiteral("VST"));
}

void TestJudge::missingBarNamesTheNearest()
{
    const Verdict verdict = judged(percent("ENR.DE", -18, 0.5, kMonday));
    QCOMPARE(verdict.quotes.size(), 2u);
    QCOMPARE(verdict.quotes.front().session, day("2025-01-23"));
    QCOMPARE(verdict.quotes.front().price.units, 5880);
    QCOMPARE(verdict.quotes.back().price.units, 4832);
    QCOMPARE(verdict.sessions.base, day("2025-01-24"));
}

void TestJudge::suspiciousBarsCountAsMissing_data()
{
    QTest::addColumn<quint32>("flags");
    QTest::addColumn<bool>("isUsed");
    QTest::newRow("plausible") << quint32(core::kBarPlausible) << true;
    QTest::newRow("carried on without a trade") << quint32(core::kBarFlatWithoutVolume) << false;
    QTest::newRow("low above high") << quint32(core::kBarRangeBroken) << false;
    QTest::newRow("given twice, the last one stands") << quint32(core::kBarDuplicate) << true;
    QTest::newRow("rounded") << quint32(core::kBarRounded) << true;
}

void TestJudge::suspiciousBarsCountAsMissing()
{
    QFETCH(quint32, flags);
    QFETCH(bool, isUsed);
    const Claim claim = percent("NVDA", -17, 0.5, kMonday);
    const auto codeWith = [&](quint32 first, quint32 second) {
        return verdictCodeText(judge(claim, at(kNextMorning),
                                     m_sample.invented({bar("2025-01-24", 14262, 14262, 14262, 14262, first),
                                                        bar(kMonday, 12480, 12840, 11670, 11842, second)}),
                                     at(kNextMorning))
                                   .code);
    };
    const QString expected = isUsed ? QStringLiteral("close") : QStringLiteral("no_data");
    QCOMPARE(codeWith(flags, core::kBarPlausible), expected);
    QCOMPARE(codeWith(core::kBarPlausible, flags), expected);
}

void TestJudge::marketValueIsNeverReadDuringTheSession()
{
    // At its low Nvidia was worth 634.8 bn less.
    QCOMPARE(verdictCodeText(judged(value("NVDA", -635, 0.5, "USD", kMonday)).code), QStringLiteral("contradicted"));
    QCOMPARE(verdictCodeText(judged(atOnePoint(value("NVDA", -635, 0.5, "USD", kMonday))).code),
             QStringLiteral("contradicted"));
    const Verdict verdict = judged(value("NVDA", -450, 5, "USD", kMonday));
    QVERIFY(std::abs(verdict.off - 142.658e9) < 1);
}

void TestJudge::valueNeedsSharesAndRate()
{
    const Claim claim = hedged(value("NVDA", -563, 0.5, "EUR", kMonday), Hedge::Over);
    ClaimQuotes quotes = m_sample.all(claim);
    const Verdict verdict = judge(claim, at(kNextMorning), quotes, at(kNextMorning));
    QCOMPARE(verdict.quotes.size(), 4u);
    QCOMPARE(verdict.quotes.at(2).field, QStringLiteral("shares"));
    QCOMPARE(verdict.quotes.at(2).session, day("2024-11-15"));
    QCOMPARE(verdict.quotes.at(3).symbol, QStringLiteral("EURUSD"));
    QCOMPARE(verdict.quotes.at(3).price.units, 104676);
    std::erase_if(quotes.rates, [](const ExchangeRate &rate) { return rate.date == day(kMonday); });
    QCOMPARE(missingCode(judge(claim, at(kNextMorning), quotes, at(kNextMorning)).missing), QStringLiteral("rate"));
    quotes.own.shares->asOf = day("2025-01-28");
    QCOMPARE(missingCode(judge(claim, at(kNextMorning), quotes, at(kNextMorning)).missing),
             QStringLiteral("share_count"));
}

void TestJudge::exactEndsOfIntervals_data()
{
    QTest::addColumn<qint64>("close");
    QTest::addColumn<QString>("code");
    // from 100.00: "fell 17 %" reaches from 83.50 to 82.50
    QTest::newRow("16.5 % is 17 %") << qint64(8350) << QStringLiteral("close");
    QTest::newRow("17.5 % is 17 %") << qint64(8250) << QStringLiteral("close");
    QTest::newRow("16.49 % is not") << qint64(8351) << QStringLiteral("contradicted");
    QTest::newRow("17.51 % is not") << qint64(8249) << QStringLiteral("contradicted");
}

void TestJudge::exactEndsOfIntervals()
{
    QFETCH(qint64, close);
    const ClaimQuotes quotes = m_sample.invented(
        {bar("2025-01-24", 10000, 10000, 10000, 10000), bar(kMonday, close, close, close, close)});
    const Verdict verdict = judge(percent("NVDA", -17, 0.5, kMonday), at(kNextMorning), quotes, at(kNextMorning));
    QTEST(verdictCodeText(verdict.code), "code");
}

void TestJudge::withoutAnInstrument()
{
    Claim claim = percent("VOW3.DE", -2, 0.5);
    Verdict verdict = judgeWithoutQuotes(claim);
    QCOMPARE(verdictCodeText(verdict.code), QStringLiteral("no_data"));
    QCOMPARE(missingCode(verdict.missing), QStringLiteral("instrument"));
    claim.subject = {};
    verdict = judgeWithoutQuotes(claim);
    QCOMPARE(verdictCodeText(verdict.code), QStringLiteral("unattributed"));
    QVERIFY(!verdict.sessions.isKnown());
}

void TestJudge::codesGoBothWays()
{
    for (int i = 0; i <= int(VerdictCode::Contradicted); ++i)
        QCOMPARE(verdictFromText(verdictCodeText(VerdictCode(i))), VerdictCode(i));
    for (int i = 0; i <= int(Basis::OtherAdjustment); ++i)
        QCOMPARE(basisFromCode(basisCode(Basis(i))), Basis(i));
    for (int i = 0; i <= int(Missing::PastEnd); ++i)
        QCOMPARE(missingFromCode(missingCode(Missing(i))), Missing(i));
    QVERIFY(!verdictFromText(u"Close"));
    QVERIFY(!basisFromCode(u""));
    QVERIFY(!missingFromCode(u"rates"));
}

QTEST_GUILESS_MAIN(TestJudge)
#include "tst_judge.moc"
