// SPDX-License-Identifier: GPL-3.0-or-later
#include <claims/ClaimExtractor.h>
#include <news/MentionFinder.h>
#include <news/NameList.h>

#include <QElapsedTimer>
#include <QTest>

using namespace tickmark;
using namespace Qt::StringLiterals;

//! What a reader sees marked as a claim in a German or English market text, form by form, and what never is one.
class ExtractionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void german_data();
    void german();
    void english_data();
    void english();
    void noClaims_data();
    void noClaims();
    void spansAndContext();
    void intradayAndTogether();
    void hostileTexts_data();
    void hostileTexts();
    void timeGrowsWithText_data();
    void timeGrowsWithText();
    void claimsOfLists();

private:
    [[nodiscard]] std::vector<claims::Claim> extract(const QString &text, const QString &language) const;
    [[nodiscard]] QStringList printed(const QString &text, const QString &language) const;

    news::MentionFinder m_finder;
};

void ExtractionTest::initTestCase()
{
    const auto names = news::NameList::loadBuiltIn();
    QVERIFY(names);
    m_finder = news::MentionFinder({}, &*names);
}

std::vector<claims::Claim> ExtractionTest::extract(const QString &text, const QString &language) const
{
    const core::Time published = *core::parseIsoTime("2025-01-29T20:00:00Z"); // a Wednesday
    return claims::extractClaims(text, claims::builtInLexicon(language), m_finder.find(text, language), published);
}

//! "NVDA down 17 %": subject, direction, hedge where there is one, magnitudes, unit.
QStringList ExtractionTest::printed(const QString &text, const QString &language) const
{
    QStringList lines;
    for (const claims::Claim &claim : extract(text, language)) {
        QStringList parts;
        parts << (claim.subject.symbol.isEmpty() ? claim.subject.text : claim.subject.symbol);
        if (parts.last().isEmpty())
            parts.last() = u"-"_s;
        parts << (claim.kind == claims::ClaimKind::Level ? u"at"_s : claims::directionCode(claim.direction));
        if (claim.hedge != claims::Hedge::Exact)
            parts << claims::hedgeCode(claim.hedge);
        parts << QString::number(claim.low, 'g', 12);
        if (claim.high != claim.low)
            parts.last() += u".."_s + QString::number(claim.high, 'g', 12);
        parts << (claim.kind == claims::ClaimKind::Value ? u"value "_s : QString()) + claim.unit;
        lines << parts.join(u' ');
    }
    return lines;
}

void ExtractionTest::german_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("claims");
    const auto row = [](const char *name, const QString &text, const QString &claims) {
        QTest::newRow(name) << text << claims;
    };
    row("verb", u"Nvidia fiel um 17 Prozent."_s, u"NVDA down 17 %"_s);
    row("separable verb", u"Apple legte gestern um 3,2 Prozent zu."_s, u"AAPL up 3.2 %"_s);
    row("separable participle", u"Die Aktie von SAP ist um 2 % abgesackt."_s, u"SAP.DE down 2 %"_s);
    row("noun", u"Der Dax beendete den Handel mit einem Minus von 0,5 Prozent."_s, u"^GDAXI down 0.5 %"_s);
    row("noun and genitive", u"Der Rückgang des S&P 500 um 1,7 Prozent überraschte."_s, u"^GSPC down 1.7 %"_s);
    row("adverb", u"Der Nikkei schloss 1,4 Prozent tiefer."_s, u"^N225 down 1.4 %"_s);
    row("brackets", u"Micron (minus 8 Prozent) und AMD (-5,5 %) gaben nach."_s, u"MU down 8 %|AMD down 5.5 %"_s);
    row("ticker strip", u"S&P 500 +0,17 %, Nasdaq 100 -0,39 %"_s, u"^GSPC up 0.17 %|^NDX down 0.39 %"_s);
    row("distributive", u"Vistra und Constellation Energy fielen um 28 % bzw. 21 %."_s,
        u"VST down 28 %|CEG down 21 %"_s);
    row("ellipsis", u"Nvidia verlor 17 Prozent, Oracle 14 Prozent."_s, u"NVDA down 17 %|ORCL down 14 %"_s);
    row("verb at the end", u"Weil Nvidia um 17 und Broadcom um 16 Prozent nachgaben, fiel der Markt."_s,
        u"NVDA down 17 %|AVGO down 16 %"_s);
    row("relative clause", u"Nvidia, dessen Kurs um 14,4 % sank, ist nicht allein."_s, u"NVDA down 14.4 %"_s);
    row("points and percent", u"Der Dow Jones fiel um 54 Punkte (0,1 %)."_s, u"^DJI down 54 points|^DJI down 0.1 %"_s);
    row("by and to", u"Nvidia fiel um 17 Prozent auf 118,42 Dollar."_s, u"NVDA down 17 %|NVDA at 118.42 USD"_s);
    row("from and to", u"Die Nvidia-Aktie rutschte von 142,62 auf 118,42 Dollar ab."_s,
        u"NVDA at 142.62 USD|NVDA at 118.42 USD"_s);
    row("level of an index", u"Der Dax schloss bei 21.638 Zählern."_s, u"^GDAXI at 21638 points"_s);
    row("range", u"Nvidia stieg um fünf bis sechs Prozent."_s, u"NVDA up 5..6 %"_s);
    row("range in digits", u"Nvidia stieg um 10–12 %."_s, u"NVDA up 10..12 %"_s);
    row("almost", u"Nvidia büßte fast 17 Prozent ein."_s, u"NVDA down almost 17 %"_s);
    row("up to", u"Nvidia fiel um bis zu 18 Prozent."_s, u"NVDA down up_to 18 %"_s);
    row("at most", u"Tesla verlor weniger als 2 Prozent."_s, u"TSLA down at_most 2 %"_s);
    row("value", u"Nvidia verlor 589 Milliarden Dollar an Börsenwert."_s, u"NVDA down 589000000000 value USD"_s);
    row("group", u"Chipwerte verloren im Schnitt 9 Prozent."_s, u"- down 9 %"_s);
    row("coreference", u"Im Mittelpunkt stand Nvidia. Das Papier verlor 17 Prozent."_s, u"NVDA down 17 %"_s);
    row("index, not the stock", u"Der Dax hielt sich neben Nvidia gut. Der Leitindex verlor 0,5 Prozent."_s,
        u"^GDAXI down 0.5 %"_s);
    row("ticker line", u"Nvidia: 118,42 USD (-16,97 %)"_s, u"NVDA at 118.42 USD|NVDA down 16.97 %"_s);
    row("ticker line of an index", u"DAX 21.282,18 (-0,53 %), S&P 500 6.012,28 (-1,46 %)"_s,
        u"^GDAXI at 21282.18 points|^GDAXI down 0.53 %|^GSPC at 6012.28 points|^GSPC down 1.46 %"_s);
    row("ticker line with points", u"DAX: 21.282,18 Punkte (-112,75 Punkte; -0,53 %)"_s,
        u"^GDAXI at 21282.18 points|^GDAXI down 112.75 points|^GDAXI down 0.53 %"_s);
    row("price of a stock without its currency", u"Nvidia 118,42 (-16,97 %)"_s, u"NVDA down 16.97 %"_s);
    row("sign between blanks", u"Bitcoin - 0,6 %"_s, u"BTC-USD down 0.6 %"_s);
    row("to with a verb of two parts", u"Der Euro gab auf 1,0363 Dollar nach."_s, u"EURUSD at 1.0363 USD"_s);
    row("price and its change", u"Die Nvidia-Aktie schloss bei 118,42 Dollar, ein Minus von 17 Prozent."_s,
        u"NVDA at 118.42 USD|NVDA down 17 %"_s);
    row("revenue before the stock", u"SAP steigerte den Umsatz um 10 Prozent; die Aktie gewann 2,3 Prozent."_s,
        u"SAP.DE up 2.3 %"_s);
    row("customer of a company", u"Nvidias größter Kunde, Super Micro, verlor 12,5 Prozent."_s, u"SMCI down 12.5 %"_s);
    row("index dragged along", u"Nvidia zog den S&P 500 mit einem Minus von 17 Prozent nach unten."_s,
        u"NVDA down 17 %"_s);
    row("one number of two was feared", u"Statt der befürchteten 5 Prozent verlor der Dax nur 0,5 Prozent."_s,
        u"^GDAXI down 0.5 %"_s);
    row("participle first", u"Verloren hat Nvidia 17 Prozent."_s, u"NVDA down 17 %"_s);
    row("loss that must be borne", u"Nvidia muss ein Minus von 17 Prozent verkraften."_s, u"NVDA down 17 %"_s);
    row("list of percentages", u"Nvidia, Broadcom und Oracle schlossen mit Abschlägen von 17, 17,4 und 13,8 Prozent."_s,
        u"NVDA down 17 %|AVGO down 17.4 %|ORCL down 13.8 %"_s);
    row("reason", u"Trotz eines Gewinnrückgangs von 20 Prozent stieg Apple um 3 Prozent."_s, u"AAPL up 3 %"_s);
}

void ExtractionTest::german()
{
    QFETCH(QString, text);
    QFETCH(QString, claims);
    QCOMPARE(printed(text, u"de"_s).join(u'|'), claims);
}

void ExtractionTest::english_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("claims");
    const auto row = [](const char *name, const QString &text, const QString &claims) {
        QTest::newRow(name) << text << claims;
    };
    row("verb", u"Nvidia plunged 17% on Monday."_s, u"NVDA down 17 %"_s);
    row("phrasal verb", u"Microsoft gave up 2.1% and Apple put on 3.2%."_s, u"MSFT down 2.1 %|AAPL up 3.2 %"_s);
    row("adverb", u"Oracle shares closed 7.2% higher."_s, u"ORCL up 7.2 %"_s);
    row("down", u"The S&P 500 was down 1.7% around midday."_s, u"^GSPC down 1.7 %"_s);
    row("noun", u"Microsoft got off lightly with a drop of 2.1%."_s, u"MSFT down 2.1 %"_s);
    row("respectively", u"Vistra and Constellation Energy fell 28% and 21% respectively."_s,
        u"VST down 28 %|CEG down 21 %"_s);
    row("or", u"The Dow slipped 54 points, or 0.1%."_s, u"^DJI down 54 points|^DJI down 0.1 %"_s);
    row("dollars", u"Nvidia fell $24.20 to $118.42."_s, u"NVDA down 24.2 USD|NVDA at 118.42 USD"_s);
    row("value", u"The rout wiped $593bn off Nvidia's market value."_s, u"NVDA down 593000000000 value USD"_s);
    row("participle", u"Nvidia closed 17% lower, wiping $589 billion off its market value."_s,
        u"NVDA down 17 %|NVDA down 589000000000 value USD"_s);
    row("as much as", u"At one point Nvidia was down as much as 18.2%."_s, u"NVDA down up_to 18.2 %"_s);
    row("more than", u"Vistra plunged more than 28%."_s, u"VST down over 28 %"_s);
    row("words", u"AMD rose two and a half percent."_s, u"AMD up 2.5 %"_s);
    row("range", u"Nvidia rebounded 5 to 6 percent."_s, u"NVDA up 5..6 %"_s);
    row("group", u"Chip stocks fell 9% on average."_s, u"- down 9 %"_s);
    row("ticker line", u"Nvidia $118.42 (-16.97%)"_s, u"NVDA at 118.42 USD|NVDA down 16.97 %"_s);
    row("columns", u"Nasdaq Composite 19,341.83 -612.47 -3.07%"_s,
        u"^IXIC at 19341.83 points|^IXIC down 612.47 points|^IXIC down 3.07 %"_s);
    row("edged up to", u"Apple edged up to $229.86."_s, u"AAPL at 229.86 USD"_s);
    row("index led lower", u"Nvidia led the S&P 500 lower with a 17% drop."_s, u"NVDA down 17 %"_s);
    row("index dragged down", u"Nvidia dragged the S&P 500 down by 1.5%."_s, u"^GSPC down 1.5 %"_s);
    row("value without its name", u"Broadcom shed nearly $200 billion."_s,
        u"AVGO down almost 200000000000 value USD"_s);
    row("losses in a list", u"Nvidia, Broadcom and Oracle closed with losses of 17%, 17.4% and 13.8%."_s,
        u"NVDA down 17 %|AVGO down 17.4 %|ORCL down 13.8 %"_s);
    row("revenue before the stock", u"Apple reported revenue of $124.3 billion, up 4%, and its shares rose 3.2%."_s,
        u"AAPL up 3.2 %"_s);
    row("denied before it fell", u"Nvidia did not recover and fell 17%."_s, u"NVDA down 17 %"_s);
    row("no wonder", u"No wonder Nvidia fell 17%."_s, u"NVDA down 17 %"_s);
    row("coreference", u"Nvidia led the losers. The chipmaker tumbled 17%."_s, u"NVDA down 17 %"_s);
}

void ExtractionTest::english()
{
    QFETCH(QString, text);
    QFETCH(QString, claims);
    QCOMPARE(printed(text, u"en"_s).join(u'|'), claims);
}

void ExtractionTest::noClaims_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");
    const auto german = [](const char *name, const QString &text) { QTest::newRow(name) << u"de"_s << text; };
    const auto english = [](const char *name, const QString &text) { QTest::newRow(name) << u"en"_s << text; };
    german("price target", u"Der Analyst senkte das Kursziel für Nvidia um 10 Prozent auf 150 Dollar."_s);
    german("revenue", u"Der Umsatz von Nvidia stieg um 94 Prozent."_s);
    german("forecast", u"Nvidia könnte um 20 Prozent steigen."_s);
    german("condition", u"Falls Nvidia um 20 Prozent fällt, wird gekauft."_s);
    german("threshold", u"Der Dax fiel unter die Marke von 21.000 Punkten."_s);
    german("indication", u"Broker taxierten den Dax 0,8 Prozent höher."_s);
    german("rate", u"Die Rendite stieg auf 4,5 Prozent."_s);
    german("inflation", u"Die Inflation fiel im Januar auf 2,3 Prozent."_s);
    german("percentage points", u"Der Anteil von Nvidia sank um 5 Prozentpunkte."_s);
    german("costs", u"DeepSeek gab für sein Modell nur 5,6 Millionen Dollar aus."_s);
    german("market value as such", u"Nvidia war 2,9 Billionen Dollar wert."_s);
    german("own, not itself", u"Der Nvidia-Zulieferer Foobar verlor 8 Prozent."_s);
    german("span out of reach", u"Nvidia hat binnen Jahresfrist 120 Prozent gewonnen."_s);
    german("target in a ticker line", u"Nvidia: Kursziel 150 USD (+27 %)"_s);
    german("figure in a ticker line", u"Nvidia-Mitarbeiter: 29.600 (+12,8 %)"_s);
    german("change of a figure", u"SAP setzte 34,2 Milliarden Euro um, plus 10 Prozent."_s);
    german("change of a figure in the next sentence",
           u"Der Umsatz von SAP stieg auf 34,2 Milliarden Euro. Das war ein Plus von 10 Prozent."_s);
    german("profit with a sign", u"SAP: Gewinn +49 %"_s);
    german("verb first", u"Fällt der Dax um 10 Prozent, spricht man von einer Korrektur."_s);
    german("what follows from a condition", u"Fällt Nvidia um 10 Prozent, verliert der Nasdaq 3 Prozent."_s);
    german("question", u"Hat Nvidia wirklich 17 Prozent verloren?"_s);
    german("assumed", u"Angenommen, der Dax fällt um 5 Prozent."_s);
    german("none of them", u"Kein Dax-Wert verlor mehr als 5 Prozent."_s);
    german("denied", u"Es stimmt nicht, dass Apple 3 Prozent verloren hat."_s);
    german("required rise", u"SAP muss noch 5 Prozent steigen, um das Hoch zu erreichen."_s);
    german("years", u"Nvidia hat sich innerhalb von drei Jahren um 500 Prozent verteuert."_s);
    german("part of an index", u"Der Stoxx-600-Technologieindex fiel um 3,3 Prozent."_s);
    german("product on a stock", u"Ein gehebelter ETF auf Nvidia brach um 34 Prozent ein."_s);
    english("figure in a ticker line", u"Apple EPS $2.40 (+10%)"_s);
    english("change of a figure", u"Apple sold 76.9 million iPhones, down 5%."_s);
    english("question", u"Did Apple really fall 3%?"_s);
    english("none of them", u"None of the Dow members lost more than 5%."_s);
    english("rumour", u"Nvidia reportedly fell 20%."_s);
    english("correction", u"Correction: an earlier version of this story said Nvidia lost 20%."_s);
    english("years", u"Nvidia has risen 500% over three years."_s);
    english("loss of a company", u"Intel lost $16.6 billion."_s);
    english("product on a stock", u"An ETF that doubles Nvidia's daily moves lost 34%."_s);
    english("price target", u"The broker cut its price target for Tesla by 10% to $300."_s);
    english("revenue", u"Apple's revenue rose 4%."_s);
    english("forecast", u"Strategists expect the S&P 500 to gain 10% this year."_s);
    english("yield", u"The yield on the ten-year note fell to 4.5%."_s);
    english("futures", u"Nasdaq 100 futures fell 3%."_s);
    english("stake", u"SoftBank sold a 5% stake in the company."_s);
    english("threshold", u"Bitcoin fell below $100,000."_s);
    english("supplier", u"An Apple supplier dropped 9%."_s);
}

void ExtractionTest::noClaims()
{
    QFETCH(QString, language);
    QFETCH(QString, text);
    QCOMPARE(printed(text, language), QStringList());
}

void ExtractionTest::spansAndContext()
{
    const QString text = u"Am Montag stand Nvidia im Mittelpunkt. Das Papier verlor 17 Prozent."_s;
    const std::vector<claims::Claim> found = extract(text, u"de"_s);
    QCOMPARE(found.size(), 1u);
    QCOMPARE(text.mid(found[0].span.start, found[0].span.end - found[0].span.start), found[0].text);
    QVERIFY(found[0].text.contains(u"17 Prozent"_s));
    QVERIFY(found[0].sentence.contains(found[0].span));
    // the sentence before names both the subject and the day
    QCOMPARE(found[0].context.size(), 1u);
    QCOMPARE(found[0].context[0].start, 0);
    // the same sentence elsewhere is the same claim
    const std::vector<claims::Claim> moved = extract(u"Nvidia im Blick. "_s + text, u"de"_s);
    QCOMPARE(moved.at(0).sentenceHash, found[0].sentenceHash);
    QCOMPARE(moved.at(0).nth, found[0].nth);
}

void ExtractionTest::intradayAndTogether()
{
    const std::vector<claims::Claim> intraday = extract(u"Nvidia fiel zeitweise um 14,4 Prozent."_s, u"de"_s);
    QCOMPARE(intraday.size(), 1u);
    QVERIFY(intraday[0].intradayStated);
    QCOMPARE(intraday[0].hedge, claims::Hedge::Exact);
    const std::vector<claims::Claim> list = extract(u"Nvidia, AMD und Micron gaben bis zu 4,8 % nach."_s, u"de"_s);
    QCOMPARE(list.size(), 3u);
    QCOMPARE(list[1].together.size(), 3u);
    QCOMPARE(list[1].part, 1);
    QCOMPARE(list[2].subject.symbol, u"MU"_s);
}

void ExtractionTest::hostileTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("digits") << u"Nvidia fiel um "_s + QString(10000, u'9') + u" Prozent."_s;
    QTest::newRow("brackets") << u"Nvidia fiel um 17 Prozent "_s + QString(200000, u'(');
    QTest::newRow("numbers") << u"5 % "_s.repeated(60000);
    QTest::newRow("und") << u"und 5 % und Nvidia "_s.repeated(20000);
    QTest::newRow("commas") << u"Nvidia, "_s.repeated(60000);
    QTest::newRow("hedges") << u"fast bis zu um minus "_s.repeated(30000) + u"5 %"_s;
    QTest::newRow("halves of pairs") << QString(50000, QChar(0xd800)) + u" 5 %"_s;
    QTest::newRow("right to left") << u"\u202eNvidia fiel um 17 Prozent\u202c"_s;
}

void ExtractionTest::hostileTexts()
{
    QFETCH(QString, text);
    QElapsedTimer timer;
    timer.start();
    for (const QString &language : {u"de"_s, u"en"_s}) {
        for (const claims::Claim &claim : extract(text, language)) {
            QVERIFY(claim.span.start >= 0 && claim.span.end <= text.size() && !claim.span.isEmpty());
            QVERIFY(qIsFinite(claim.low) && qIsFinite(claim.high));
        }
    }
    QVERIFY(timer.elapsed() < 60000); // far from the hours that quadratic work would take
}

void ExtractionTest::timeGrowsWithText_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::newRow("percentages") << u"17 % "_s;
    QTest::newRow("bare numbers") << u"5 "_s;
    QTest::newRow("one sentence of claims") << u"Nvidia fiel um 17 Prozent und Apple stieg um 3 Prozent und "_s;
    QTest::newRow("lists of names beside lists of numbers")
        << u"Nvidia, Apple, "_s.repeated(25) + u"fielen um "_s + u"5 %, "_s.repeated(30);
}

//! Four times the text takes about four times as long; quadratic work would take sixteen times.
void ExtractionTest::timeGrowsWithText()
{
    constexpr qsizetype kShort = 100000;
    constexpr qint64 kMostGrowth = 8;
    constexpr qint64 kNoise = 200; // milliseconds that another program may take away
    QFETCH(QString, pattern);
    const QString text = pattern.repeated(4 * kShort / pattern.size());
    const auto took = [&](const QString &part) {
        QElapsedTimer timer;
        timer.start();
        const std::size_t count = extract(part, u"de"_s).size();
        return std::pair{timer.elapsed(), count};
    };
    const auto [shortTime, shortCount] = took(text.first(kShort));
    const auto [longTime, longCount] = took(text);
    QVERIFY2(longTime < kMostGrowth * shortTime + kNoise, qPrintable(u"%1 ms, %2 ms"_s.arg(shortTime).arg(longTime)));
    QVERIFY(longCount <= 5 * shortCount);
}

//! A reader finds a bounded number of claims in a sentence, however many names and numbers it lists.
void ExtractionTest::claimsOfLists()
{
    const QString names = u"Nvidia, Apple, "_s.repeated(25);
    const auto count = extract(names + u"fielen um "_s + u"5 %, "_s.repeated(30), u"de"_s).size();
    QVERIFY2(count > 0 && count < 250, qPrintable(QString::number(count)));
    // the numbers of a long table are claims all the same
    const QString rows = u"Nvidia fiel um 17 Prozent und Apple stieg um 3 Prozent und "_s.repeated(50);
    QCOMPARE(extract(rows, u"de"_s).size(), 100U);
}

QTEST_GUILESS_MAIN(ExtractionTest)
#include "tst_extraction.moc"
