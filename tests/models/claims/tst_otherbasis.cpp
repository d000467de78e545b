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

//! A number that is right on a basis of its own is not called wrong, and a wrong one is not talked into fitting.
class TestOtherBasis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void otherBases_data();
    void otherBases();
    void theFirstFitWins_data();
    void theFirstFitWins();
    void openEndedDays_data();
    void openEndedDays();
    void splits_data();
    void splits();
    void preMarketQuotesAreTried();
    void theFutureFitsNothing();

private:
    Verdict judged(const Claim &claim, const char *published) const
    {
        return judge(claim, at(published), m_sample.all(claim), at("2025-02-15T00:00:00Z"));
    }

    SampleQuotes m_sample;
};

void TestOtherBasis::otherBases_data()
{
    QTest::addColumn<Claim>("claim");
    QTest::addColumn<Basis>("basis");
    QTest::addColumn<QString>("measured");
    QTest::addColumn<int>("sessions");
    const auto row = [](const char *name, const Claim &claim, Basis basis, const char *measured, int sessions) {
        QTest::newRow(name) << claim << basis << QString::fromLatin1(measured) << sessions;
    };
    // "as much as" is tied to the extreme, so the opening is a basis of its own
    row("the opening", hedged(percent("NVDA", -12.5, 0.05, kMonday), Hedge::UpTo), Basis::Open, "-12.49", 1);
    row("Friday's move told on Monday", percent("NVDA", -3.1, 0.05, kMonday), Basis::SessionBefore, "-3.12", 1);
    row("Tuesday's move told as Monday's", percent("NVDA", 8.9, 0.05, kMonday), Basis::SessionAfter, "8.93", 1);
    row("two days told as one", percent("AVGO", -15.3, 0.05, "2025-01-28"), Basis::OtherSpan, "-15.26", 2);
    row("a week told as a day", percent("NVDA", -15.8, 0.05, "2025-01-31"), Basis::OtherSpan, "-15.81", 5);
    row("a rise that took two days", percent("MSFT", 0.7, 0.05, kMonday), Basis::OtherSpan, "0.71", 2);
    row("one day told as two", overSessions(percent("NVDA", 8.9, 0.05, "2025-01-28"), 2, true), Basis::OtherSpan,
        "8.93", 1);
    row("daily percentages added up",
        overSessions(hedged(percent("6857.T", -20, 0.5, "2025-01-28"), Hedge::Almost), 2, true), Basis::SumOfDailies,
        "-19.74", 2);
    row("a week that ended a day earlier", since(percent("NVDA", -12.6, 0.05, "2025-01-31"), ClaimTime::Span::Week),
        Basis::SessionBefore, "-12.60", 4);
}

void TestOtherBasis::otherBases()
{
    QFETCH(Claim, claim);
    QFETCH(Basis, basis);
    const Verdict verdict = judged(claim, "2025-02-10T12:00:00Z");
    QCOMPARE(verdictCodeText(verdict.code), QStringLiteral("other_basis"));
    QCOMPARE(basisCode(verdict.basis), basisCode(basis));
    QTEST(rounded(verdict.measured), "measured");
    QTEST(verdict.basisSessions, "sessions");
    QVERIFY(verdict.closeMove);
    QVERIFY(*verdict.closeMove != *verdict.measured);
}

void TestOtherBasis::theFirstFitWins_data()
{
    QTest::addColumn<qint64>("open");
    QTest::addColumn<qint64>("early");  // a price before the opening
    QTest::addColumn<qint64>("friday"); // its close, from 100.00
    QTest::addColumn<qint64>("thursday");
    QTest::addColumn<QString>("basis");
    // "as much as 10 %" on Monday, that closed 20 % lower and went to 22 %
    QTest::newRow("the opening before all others")
        << qint64(8100) << qint64(8100) << qint64(9000) << qint64(10000) << QStringLiteral("open");
    QTest::newRow("pre-market before the session before")
        << qint64(7600) << qint64(8100) << qint64(9000) << qint64(10000) << QStringLiteral("pre_market");
    QTest::newRow("the session before before a span")
        << qint64(7600) << qint64(7600) << qint64(9000) << qint64(10000) << QStringLiteral("session_before");
    QTest::newRow("a span") << qint64(7600) << qint64(7600) << qint64(9000) << qint64(8000)
                            << QStringLiteral("other_span");
    QTest::newRow("nothing") << qint64(7600) << qint64(7600) << qint64(9000) << qint64(9000) << QStringLiteral("none");
}

void TestOtherBasis::theFirstFitWins()
{
    QFETCH(qint64, open);
    QFETCH(qint64, early);
    QFETCH(qint64, friday);
    QFETCH(qint64, thursday);
    ClaimQuotes quotes = m_sample.invented({bar("2025-01-23", thursday, thursday, thursday, thursday),
                                            bar("2025-01-24", friday, friday, friday, friday),
                                            bar(kMonday, open, 7700, 7020, 7200)});
    quotes.own.early = {intraday("2025-01-27T13:00:00Z", early, early)};
    const Verdict verdict = judge(hedged(percent("NVDA", -10, 0.05, kMonday), Hedge::UpTo), at(kNextMorning), quotes,
                                  at(kNextMorning));
    QTEST(basisCode(verdict.basis), "basis");
}

void TestOtherBasis::openEndedDays_data()
{
    QTest::addColumn<Claim>("claim");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("last");
    const Claim twoDays = overSessions(percent("6857.T", -18.8, 0.05, kMonday), 2, false);
    QTest::newRow("begins on the day") << twoDays << QStringLiteral("close") << QStringLiteral("2025-01-28");
    QTest::newRow("ends on the day first") << overSessions(percent("6857.T", -8.6, 0.05, kMonday), 2, false)
                                           << QStringLiteral("close") << QStringLiteral("2025-01-27");
    QTest::newRow("stated end") << overSessions(percent("6857.T", -18.8, 0.05, kMonday), 2, true)
                                << QStringLiteral("other_basis") << QStringLiteral("2025-01-27");
    QTest::newRow("sum from the day on") << overSessions(hedged(percent("6857.T", -20, 0.5, kMonday), Hedge::Almost), 2,
                                                         false)
                                         << QStringLiteral("other_basis") << QStringLiteral("2025-01-28");
    QTest::newRow("two days, none named, read a day late")
        << overSessions(hedged(percent("6857.T", -20, 0.5), Hedge::Almost), 2, false) << QStringLiteral("other_basis")
        << QStringLiteral("2025-01-28");
    QTest::newRow("the bar before its beginning is missing")
        << overSessions(percent("ENR.DE", 12.8, 0.05, "2025-01-28"), 2, false) << QStringLiteral("close")
        << QStringLiteral("2025-01-29");
}

void TestOtherBasis::openEndedDays()
{
    QFETCH(Claim, claim);
    const Verdict verdict = judged(claim, "2025-01-29T12:00:00Z");
    QTEST(verdictCodeText(verdict.code), "code");
    QTEST(QString::fromStdString(verdict.sessions.last.iso()), "last");
}

void TestOtherBasis::splits_data()
{
    QTest::addColumn<double>("percent");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("basis");
    QTest::newRow("adjusted: 11.84 was 118.40") << -16.98 << QStringLiteral("close") << QStringLiteral("close");
    QTest::newRow("as they stood") << -91.70 << QStringLiteral("other_basis") << QStringLiteral("other_adjustment");
    QTest::newRow("neither") << -50.00 << QStringLiteral("contradicted") << QStringLiteral("none");
}

void TestOtherBasis::splits()
{
    QFETCH(double, percent);
    const Claim claim = said::percent("NVDA", percent, 0.005, kMonday);
    ClaimQuotes quotes = m_sample.invented(
        {bar("2025-01-24", 14837, 14897, 14188, 14262), bar(kMonday, 1248, 1284, 1167, 1184)});
    quotes.own.splits.push_back({day(kMonday), 10});
    const Verdict verdict = judge(claim, at(kNextMorning), quotes, at("2025-02-15T00:00:00Z"));
    QTEST(verdictCodeText(verdict.code), "code");
    QTEST(basisCode(verdict.basis), "basis");

    // A count of before the split buys ten times as many shares after it.
    const Verdict worth = judge(value("NVDA", -593, 0.5, "USD", kMonday), at(kNextMorning), quotes,
                                at("2025-02-15T00:00:00Z"));
    QCOMPARE(verdictCodeText(worth.code), QStringLiteral("close"));
}

void TestOtherBasis::preMarketQuotesAreTried()
{
    const Claim claim = percent("NVDA", -5, 0.5, kMonday);
    ClaimQuotes quotes = m_sample.all(claim);
    quotes.own.bars.clear(); // alone, so that no span of other days fits
    quotes.own.bars = {bar("2025-01-24", 14837, 14897, 14188, 14262), bar(kMonday, 12480, 12840, 11670, 11842)};
    QCOMPARE(verdictCodeText(judge(claim, at(kNextMorning), quotes, at(kNextMorning)).code),
             QStringLiteral("contradicted"));
    quotes.own.early = {intraday("2025-01-27T13:00:00Z", 13500, 13600), intraday("2025-01-27T13:05:00Z", 12900, 13400)};
    const Verdict verdict = judge(claim, at(kNextMorning), quotes, at(kNextMorning));
    QCOMPARE(basisCode(verdict.basis), QStringLiteral("pre_market"));
    QCOMPARE(rounded(verdict.measured), QStringLiteral("-9.55"));
    QCOMPARE(verdict.quotes.at(1).time, at("2025-01-27T13:05:00Z"));
    QCOMPARE(verdict.quotes.at(1).price.units, 12900);
}

void TestOtherBasis::theFutureFitsNothing()
{
    // What Tuesday brought cannot be what a text of Monday meant.
    const Claim claim = percent("NVDA", 8.9, 0.05, kMonday);
    QCOMPARE(verdictCodeText(judged(claim, "2025-01-27T22:00:00Z").code), QStringLiteral("contradicted"));
    QCOMPARE(verdictCodeText(judged(claim, "2025-01-28T14:29:00Z").code), QStringLiteral("contradicted"));
    QCOMPARE(basisCode(judged(claim, "2025-01-28T14:30:00Z").basis), QStringLiteral("session_after"));
}

QTEST_GUILESS_MAIN(TestOtherBasis)
#include "tst_otherbasis.moc"
