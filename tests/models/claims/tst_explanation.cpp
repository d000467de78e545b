// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleQuotes.h"
#include <claims/ClaimAmounts.h>
#include <claims/ClaimLabels.h>
#include <claims/Explanation.h>

#include <QRegularExpression>
#include <QTest>

using namespace tickmark;
using namespace tickmark::claims;
using namespace said;

namespace {

const QLocale kEnglish(QLocale::English, QLocale::UnitedKingdom);
const QLocale kGerman(QLocale::German, QLocale::Germany);
const char *const kMonday = "2025-01-27";

//! U+2212 as '-' and U+00A0 as '_', so that the rows below can be read.
QString readable(QString text)
{
    return text.replace(QChar(0x2212), u'-').replace(QChar(0x00A0), u'_');
}

Claim named(Claim claim, const char *name)
{
    claim.subject.text = QString::fromUtf8(name);
    return claim;
}

} // namespace

//! A verdict without its reason cannot be checked by the reader.
class TestExplanation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhy_data();
    void saysWhy();
    void labels_data();
    void labels();
    void whatItWasMeasuredAgainst_data();
    void whatItWasMeasuredAgainst();
    void whyThereAreNoData_data();
    void whyThereAreNoData();
    void quotesThatEndAreSaidSo();
    void numbersFollowTheLanguage_data();
    void numbersFollowTheLanguage();
    void statedNumbersKeepTheirDigits_data();
    void statedNumbersKeepTheirDigits();
    void risesGoHigh();
    void pricesShareTheirDecimals();
    void aDayThatIsNotNamedIsNotStated();
    void openSessionIsSaid();
    void namesWhatTheStoreDoesNotHold();
    void listsNameTheFurthest();
    void everyVerdictHasItsSentences();

private:
    Verdict judged(const Claim &claim, const char *now = "2025-02-15T00:00:00Z") const
    {
        return judge(claim, at("2025-02-10T12:00:00Z"), m_sample.all(claim), at(now));
    }

    SampleQuotes m_sample;
};

void TestExplanation::saysWhy_data()
{
    QTest::addColumn<Claim>("claim");
    QTest::addColumn<QString>("basis");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const Claim &claim, const char *basis, const char *expected) {
        QTest::newRow(name) << claim << QString::fromLatin1(basis) << QString::fromUtf8(expected);
    };
    row("close", named(percent("NVDA", -17, 0.5, kMonday), "Nvidia"), "close against previous close",
        "Nvidia closed at 118.42 on 27 January 2025, after 142.62 on 24 January 2025: -16.97%. Source: daily.csv.");
    row("range", named(percent("NVDA", -14.4, 0.05, kMonday), "Nvidia"), "session range against previous close",
        "On 27 January 2025, Nvidia traded between 116.70 and 128.40, as low as -18.17% against the close of 142.62 on "
        "24 January 2025. At the close it stood at 118.42 (-16.97%). Source: daily.csv.");
    row("closed the other way", named(points("^DJI", -54, 0.5, "points", kMonday), "The Dow"),
        "session range against previous close",
        "On 27 January 2025, Dow Jones Industrial Average traded between 44,026.27 and 44,727.85, as low as -397.98 points against the close of "
        "44,424.25 on 24 January 2025. It closed up 289.33 points, at 44,713.58. Source: daily.csv.");
    row("closed down", named(percent("NVDA", 2, 0.5, "2025-01-24"), "Nvidia"), "",
        "Nvidia closed at 142.62 on 24 January 2025, after 147.22 on 23 January 2025: -3.12%. The nearest that the session "
        "came to the number is +1.19%, which leaves it off by 0.8 pp. Source: daily.csv.");
    row("missing bar", named(percent("ENR.DE", -18, 0.5, kMonday), "Siemens Energy"), "",
        "The close of Siemens Energy on 24 January 2025, from which the move counts, is missing. Against the nearest close "
        "before it, on 23 January 2025, the move is -17.82%. Source: daily.csv.");
    row("no bar", named(percent("ENR.DE", -1, 0.5, "2025-01-24"), "Siemens Energy"), "",
        "There is no usable quote of Siemens Energy on 24 January 2025. The nearest session with a quote is 23 January "
        "2025, with a move of +6.64%. Source: daily.csv.");
    row("closed exchange", named(percent("^GSPC", 1, 0.5, "2025-01-20"), "The S&P 500"), "",
        "There was no session of S&P 500 on 20 January 2025.");
    row("contradicted", named(percent("BTC-USD", -12, 0.5, kMonday), "Bitcoin"), "",
        "Bitcoin closed at 102,087.69 on 27 January 2025, after 102,682.50 on 26 January 2025: -0.58%. The nearest that the "
        "session came to the number is -4.76%, which leaves it off by 7.2 pp. Source: daily.csv.");
    row("value in euros", named(hedged(value("NVDA", -563, 0.5, "EUR", kMonday), Hedge::Over), "Nvidia"),
        "share count times close against previous close",
        "24.49 bn shares of Nvidia (15 November 2024) times the move from 142.62 on 24 January 2025 to 118.42 on 27 January "
        "2025 make -566.2 bn EUR. It is converted at 1.04676 (EURUSD, 27 January 2025). Source: daily.csv, shares.csv.");
    row("value contradicted", named(value("NVDA", -450, 5, "USD", kMonday), "Nvidia"), "",
        "24.49 bn shares of Nvidia (15 November 2024) times the move from 142.62 on 24 January 2025 to 118.42 on 27 January "
        "2025 make -592.7 bn USD. The number in the text is off by 142.7 bn USD. Source: daily.csv, shares.csv.");
    row("sum of days",
        named(overSessions(hedged(percent("6857.T", -20, 0.5, "2025-01-28"), Hedge::Almost), 2, true), "Advantest"),
        "sum of daily percentages",
        "Added up, the daily moves of Advantest (-8.61%; -11.14%) make -19.74%. Advantest closed at 8,162.00 on 28 January "
        "2025, after 10,050.00 on 24 January 2025: -18.79%. Source: daily.csv.");
    row("session before", named(percent("NVDA", -3.1, 0.05, kMonday), "Nvidia"), "session before",
        "The number fits the session before the stated one. Nvidia closed at 142.62 on 24 January 2025, after 147.22 on "
        "23 January 2025: -3.12%. Over the stated time the move is -16.97%. Source: daily.csv.");
    row("opening", named(hedged(percent("NVDA", -12.5, 0.05, kMonday), Hedge::UpTo), "Nvidia"),
        "open against previous close",
        "Nvidia opened at 124.80 on 27 January 2025, -12.49% against the close of 142.62 on 24 January 2025. At the close it "
        "stood at 118.42 (-16.97%). Source: daily.csv.");
    row("opening that is stated", named(atTheOpen(percent("NVDA", -12.5, 0.05, kMonday)), "Nvidia"),
        "open against previous close",
        "Nvidia opened at 124.80 on 27 January 2025, -12.49% against the close of 142.62 on 24 January 2025. At the close it "
        "stood at 118.42 (-16.97%). Source: daily.csv.");
    row("opening price", named(atTheOpen(level("NVDA", 124.80, 0.005, "USD", kMonday)), "Nvidia"), "open",
        "Nvidia opened at 124.80 on 27 January 2025. At the close it stood at 118.42. Source: daily.csv.");
    row("the close, said of the opening", named(atTheOpen(percent("NVDA", -17, 0.5, kMonday)), "Nvidia"),
        "close against previous close",
        "The text speaks of the opening, but the number fits the close. Nvidia closed at 118.42 on 27 January 2025, after "
        "142.62 on 24 January 2025: -16.97%. Source: daily.csv.");
    row("rounded it would fit", named(percent("^SOX", -9.2, 0.05, kMonday), "The SOX"),
        "session range against previous close",
        "On 27 January 2025, Philadelphia Semiconductor Index traded between 4,785.40 and 5,045.40, as low as -10.42% against "
        "the close of 5,341.90 on 24 January 2025. At the close it stood at 4,853.20 (-9.148%). Source: daily.csv.");
    row("currency pair", named(level("EURUSD", 1.0490, 0.00005, "USD", kMonday), "The euro"), "session range",
        "On 27 January 2025, Euro in US dollars traded between 1.04543 and 1.05337. At the close it stood at 1.04676. "
        "Source: daily.csv.");
    row("level", named(level("NVDA", 118.42, 0.005, "USD", kMonday), "Nvidia"), "close",
        "Nvidia closed at 118.42 on 27 January 2025. Source: daily.csv.");
    row("level passed", named(level("NVDA", 125, 0.5, "USD", kMonday), "Nvidia"), "session range",
        "On 27 January 2025, Nvidia traded between 116.70 and 128.40. At the close it stood at 118.42. Source: daily.csv.");
}

void TestExplanation::saysWhy()
{
    QFETCH(Claim, claim);
    const Verdict verdict = judged(claim);
    QTEST(readable(explanation(claim, verdict, kEnglish)), "expected");
    QTEST(basisPhrase(claim, verdict), "basis");
}

void TestExplanation::labels_data()
{
    QTest::addColumn<Claim>("claim");
    QTest::addColumn<QString>("label");
    const auto row = [](const Claim &claim, const char *label) {
        QTest::newRow(label) << claim << QString::fromLatin1(label);
    };
    row(percent("NVDA", -17, 0.5, kMonday), "confirmed (close)");
    row(percent("NVDA", -14.4, 0.05, kMonday), "only during the session");
    row(hedged(percent("NVDA", -18.2, 0.05, kMonday), Hedge::UpTo), "confirmed (during the session)");
    row(percent("NVDA", -3.1, 0.05, kMonday), "fits: session before");
    row(percent("NVDA", 8.9, 0.05, kMonday), "fits: session after");
    row(hedged(percent("NVDA", -12.5, 0.05, kMonday), Hedge::UpTo), "fits: opening price");
    row(overSessions(hedged(percent("6857.T", -20, 0.5, "2025-01-28"), Hedge::Almost), 2, true),
        "fits: sum of daily percentages");
    row(percent("BTC-USD", -12, 0.5, kMonday), "off by 7.2 pp");
    row(atOnePoint(overSessions(percent("NVDA", -19, 0.05, "2025-02-05"), 8, true)), "off by 1.8 pp");
    row(value("NVDA", -450, 5, "USD", kMonday), "off by 142.7 bn USD");
    row(points("^DJI", -500, 5, "points", kMonday), "off by 102.0 points");
    row(points("NVDA", -30, 0.5, "USD", kMonday), "off by 4.08 USD");
    row(percent("ENR.DE", -18, 0.5, kMonday), "no data");
    row(atTheOpen(percent("NVDA", -12.5, 0.05, kMonday)), "confirmed (opening)");
    row(atTheOpen(percent("NVDA", -17, 0.5, kMonday)), "fits: closing price");
    row(level("EURUSD", 1.0560, 0.00005, "USD", kMonday), "off by 0.00263 USD");
}

void TestExplanation::labels()
{
    QFETCH(Claim, claim);
    QTEST(verdictLabel(claim, judged(claim), kEnglish), "label");
}

void TestExplanation::whatItWasMeasuredAgainst_data()
{
    QTest::addColumn<Claim>("claim");
    QTest::addColumn<QString>("measured");
    const auto row = [](const char *name, const Claim &claim, const char *measured) {
        QTest::newRow(name) << claim << QString::fromLatin1(measured);
    };
    row("the close", percent("NVDA", -17, 0.5, kMonday), "-16.97%");
    row("passed: what it closed with", percent("NVDA", -14.4, 0.05, kMonday), "-16.97%");
    row("up to: the low that confirms it", hedged(percent("NVDA", -18.2, 0.05, kMonday), Hedge::UpTo), "low -18.17%");
    row("off by 7.2: from the low", percent("BTC-USD", -12, 0.5, kMonday), "low -4.76%");
    row("off by 0.8: from the high", percent("NVDA", 2, 0.5, "2025-01-24"), "high +1.19%");
    row("stated opening", atTheOpen(percent("NVDA", -12.5, 0.05, kMonday)), "open -12.49%");
    row("off by 1.8: from the low of eight sessions",
        atOnePoint(overSessions(percent("NVDA", -19, 0.05, "2025-02-05"), 8, true)), "low -20.76%");
    row("another basis", percent("NVDA", 8.9, 0.05, kMonday), "+8.93%");
    row("another member of the list",
        together(hedged(percent("AVGO", -40, 0.5, kMonday), Hedge::UpTo), {"AVGO", "VST"}), "VST: low -30.62%");
    row("its digits show that it does not fit", percent("^SOX", -9.2, 0.05, kMonday), "-9.148%");
    row("market value", value("NVDA", -450, 5, "USD", kMonday), "-592.7 bn USD");
    row("level", level("NVDA", 118.4, 0.05, "USD", kMonday), "118.42 USD");
    row("level beyond the range", level("NVDA", 130, 0.5, "USD", kMonday), "high 128.40 USD");
    row("currency pair", level("EURUSD", 1.0468, 0.00005, "USD", kMonday), "1.04676 USD");
    row("no data", percent("ENR.DE", -18, 0.5, kMonday), "");
}

void TestExplanation::whatItWasMeasuredAgainst()
{
    QFETCH(Claim, claim);
    QTEST(readable(measuredAmount(claim, judged(claim), kEnglish)), "measured");
}

void TestExplanation::whyThereAreNoData_data()
{
    QTest::addColumn<Claim>("claim");
    QTest::addColumn<QString>("words");
    const auto row = [](const Claim &claim, const char *words) {
        QTest::newRow(words) << claim << QString::fromLatin1(words);
    };
    row(percent("NVDA", -17, 0.5, kMonday), "confirmed (close)");
    row(percent("ENR.DE", -18, 0.5, kMonday), "no data (no quote on 24 Jan 2025)");
    row(percent("^GSPC", 1, 0.5, "2025-01-20"), "no data (no session on that day)");
    row(value("AVGO", -200, 5, "USD", kMonday), "no data (no share count by 27 Jan 2025)");
    row(value("NVDA", -90'000, 500, "JPY", kMonday), "no data (no exchange rate on 27 Jan 2025)");
    row(points("NVDA", -23, 0.5, "EUR", kMonday), "no data (quotes in another currency)");
}

void TestExplanation::whyThereAreNoData()
{
    QFETCH(Claim, claim);
    QTEST(verdictWithReason(claim, judged(claim), kEnglish), "words");
}

void TestExplanation::quotesThatEndAreSaidSo()
{
    const Claim claim = named(percent("NVDA", -1, 0.5), "Nvidia");
    const core::Time june = at("2025-06-03T12:00:00Z");
    const Verdict verdict = judge(claim, june, m_sample.all(claim), june);
    QCOMPARE(verdictWithReason(claim, verdict, kEnglish), QStringLiteral("no data (quotes end on 14 Feb 2025)"));
    const QString text = explanation(claim, verdict, kEnglish);
    QVERIFY2(text.startsWith(QLatin1String("The quotes of Nvidia end on 14 February 2025, before the session of 2 June "
                                           "2025 that the text speaks of.")),
             qPrintable(text));
    QCOMPARE(verdictWithReason({}, judgeWithoutQuotes({}), kEnglish), QStringLiteral("not attributed"));
}

void TestExplanation::numbersFollowTheLanguage_data()
{
    QTest::addColumn<Claim>("claim");
    QTest::addColumn<QString>("part");
    QTest::newRow("percent") << percent("NVDA", -17, 0.5, kMonday) << QStringLiteral(": -16,97_%.");
    QTest::newRow("price") << percent("^DJI", -0.1, 0.05, kMonday) << QStringLiteral("44.713,58");
    QTest::newRow("date") << percent("NVDA", -17, 0.5, kMonday) << QStringLiteral("27. Januar 2025");
    QTest::newRow("euros") << hedged(value("NVDA", -563, 0.5, "EUR", kMonday), Hedge::Over)
                           << QString::fromUtf8("-566,2 bn €");
    QTest::newRow("dollars") << value("NVDA", -589, 0.5, "USD", kMonday) << QStringLiteral("-592,7 bn $");
    QTest::newRow("how far off") << percent("BTC-USD", -12, 0.5, kMonday) << QStringLiteral("7,2 pp");
}

void TestExplanation::numbersFollowTheLanguage()
{
    QFETCH(Claim, claim);
    QFETCH(QString, part);
    const QString text = readable(explanation(claim, judged(claim), kGerman));
    QVERIFY2(text.contains(part), qPrintable(text));
}

void TestExplanation::statedNumbersKeepTheirDigits_data()
{
    QTest::addColumn<Claim>("claim");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("german");
    const auto row = [](const char *name, const Claim &claim, const char *english, const char *german) {
        QTest::newRow(name) << claim << QString::fromUtf8(english) << QString::fromUtf8(german);
    };
    row("whole percent", percent("NVDA", -17, 0.5), "-17%", "-17_%");
    row("a tenth", percent("NVDA", 0.1, 0.05), "+0.1%", "+0,1_%");
    row("a zero that is stated", percent("NVDA", -3, 0.05), "-3.0%", "-3,0_%");
    row("billions", value("NVDA", -600, 0.5, "USD", kMonday), "-600 bn USD", "-600 bn $");
    row("tens of billions", value("NVDA", -590, 5, "USD", kMonday), "-590 bn USD", "-590 bn $");
    row("tenths of billions", value("NVDA", -592.7, 0.05, "USD", kMonday), "-592.7 bn USD", "-592,7 bn $");
    row("a trillion", value("NVDA", -1000, 50, "USD", kMonday), "-1.0 trn USD", "-1,0 trn $");
    row("points", points("^IXIC", 19341, 0.5, "points", kMonday), "+19,341 points", "+19.341 points");
    row("cents", points("NVDA", -24.2, 0.005, "USD", kMonday), "-24.20 USD", "-24,20 $");
    row("range, each end its own", range(percent("NVDA", -11.1, 0.05), 15, 0.5), "-11.1% -15%", "-11,1_% -15_%");
}

void TestExplanation::statedNumbersKeepTheirDigits()
{
    QFETCH(Claim, claim);
    const auto said = [&](const QLocale &locale) {
        const double sign = claim.direction == Direction::Down ? -1 : 1;
        const core::Formats formats = formatsOf(locale);
        QString text = signedAsStated(sign * claim.low, claim.lowHalfUnit, claim.unit, formats);
        if (claim.high > claim.low)
            text += u' ' + signedAsStated(sign * claim.high, claim.highHalfUnit, claim.unit, formats);
        return readable(text);
    };
    QTEST(said(kEnglish), "english");
    QTEST(said(kGerman), "german");
}

void TestExplanation::risesGoHigh()
{
    const Claim claim = percent("NVDA", 1.2, 0.05, "2025-01-24");
    const QString text = readable(explanation(claim, judged(claim), kEnglish));
    QVERIFY2(text.contains(QLatin1String(", as high as +1.19% against the close of 147.22")), qPrintable(text));
    QVERIFY2(text.contains(QLatin1String("It closed down 3.12%, at 142.62.")), qPrintable(text));
}

void TestExplanation::pricesShareTheirDecimals()
{
    // Intraday quotes of the store may have more decimals than the daily ones; all are then kept with the most.
    const Claim claim = percent("NVDA", -14.4, 0.05, kMonday);
    const QString usual = explanation(claim, judged(claim), kEnglish);
    Verdict verdict = judged(claim);
    for (QuoteUsed &quote : verdict.quotes)
        quote.price = core::rescaled(quote.price, 3).value();
    QCOMPARE(explanation(claim, verdict, kEnglish), usual);
    verdict.quotes.back().price.units += 5;
    const QString finer = explanation(claim, verdict, kEnglish);
    for (const char *price : {"116.700", "128.400", "142.620", "118.425"})
        QVERIFY2(finer.contains(QLatin1String(price)), qPrintable(finer));
}

void TestExplanation::aDayThatIsNotNamedIsNotStated()
{
    Claim claim = percent("NVDA", -3.1, 0.05, kMonday);
    const Verdict verdict = judged(claim);
    claim.time.date.reset();
    const QString text = readable(explanation(claim, verdict, kEnglish));
    QVERIFY2(text.startsWith(QLatin1String("The number fits the session before the one meant.")), qPrintable(text));
    QVERIFY2(text.contains(QLatin1String("On the day meant the move is -16.97%.")), qPrintable(text));
}

void TestExplanation::openSessionIsSaid()
{
    const Claim claim = percent("NVDA", -17, 0.5, kMonday);
    const QString note = QStringLiteral("The session is still open: the verdict is provisional.");
    QVERIFY(explanation(claim, judged(claim, "2025-01-27T16:40:00Z"), kEnglish).contains(note));
    QVERIFY(!explanation(claim, judged(claim), kEnglish).contains(note));
}

void TestExplanation::namesWhatTheStoreDoesNotHold()
{
    Claim claim = percent("VOW3.DE", -2, 0.5);
    claim.subject.text = QStringLiteral("Volkswagen");
    QCOMPARE(explanation(claim, judgeWithoutQuotes(claim), kEnglish),
             QStringLiteral("The store holds no quotes of Volkswagen."));
    Claim list = together(hedged(percent("9984.T", -8.3, 0.05, kMonday), Hedge::UpTo), {"9984.T", "VOW3.DE"});
    list.together.back().text = QStringLiteral("Volkswagen");
    QCOMPARE(explanation(list, judged(list), kEnglish), QStringLiteral("The store holds no quotes of Volkswagen."));
}

void TestExplanation::listsNameTheFurthest()
{
    Claim claim = together(hedged(percent("AVGO", -28, 0.5, kMonday), Hedge::UpTo), {"AVGO", "VST"});
    claim.together.back().text = QStringLiteral("Vistra");
    const QString text = explanation(claim, judged(claim), kEnglish);
    QVERIFY2(text.startsWith(QLatin1String("Vistra closed at 137.08")), qPrintable(text));
    QVERIFY2(text.contains(QLatin1String("Of those named together, Vistra went furthest.")), qPrintable(text));
}

void TestExplanation::everyVerdictHasItsSentences()
{
    // Whatever was judged: no empty place, no placeholder left over.
    for (int code = 0; code <= int(VerdictCode::Contradicted); ++code) {
        for (int basis = 0; basis <= int(Basis::OtherAdjustment); ++basis) {
            for (int missing = 0; missing <= int(Missing::PastEnd); ++missing) {
                Claim claim = percent("NVDA", -17, 0.5, kMonday);
                Verdict verdict = judged(claim);
                verdict.code = VerdictCode(code);
                verdict.basis = Basis(basis);
                verdict.missing = Missing(missing);
                const QString text = explanation(claim, verdict, kEnglish);
                QVERIFY(!text.isEmpty());
                QVERIFY2(!text.contains(QRegularExpression(QStringLiteral("%[0-9n]"))), qPrintable(text));
            }
        }
    }
    const QString nobody = explanation({}, judgeWithoutQuotes({}), kEnglish);
    QCOMPARE(nobody, QStringLiteral("The text names no instrument for this number."));
}

QTEST_GUILESS_MAIN(TestExplanation)
#include "tst_explanation.moc"
