// SPDX-License-Identifier: GPL-3.0-or-later
#include <news/MentionFinder.h>

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

using namespace tickmark;
using namespace tickmark::news;
using namespace Qt::StringLiterals;

namespace {

core::Instrument instrument(qint64 id, const QString &symbol, const QString &name, const QString &shortName = {},
                            const QStringList &germanAliases = {}, const QStringList &englishAliases = {})
{
    core::Instrument made;
    made.id = id;
    made.symbol = symbol;
    made.names = {{u"de"_s, name, shortName, germanAliases}, {u"en"_s, name, shortName, englishAliases}};
    return made;
}

std::vector<core::Instrument> instruments()
{
    return {instrument(1, u"NVDA"_s, u"Nvidia"_s, {}, {u"Nvidia Corp."_s, u"Nvidia-Aktie"_s}),
            instrument(2, u"ENR.DE"_s, u"Siemens Energy"_s),
            instrument(3, u"SIE.DE"_s, u"Siemens"_s),
            instrument(4, u"^DJI"_s, u"Dow Jones Industrial Average"_s, u"Dow"_s, {u"Dow Jones"_s}),
            instrument(5, u"^IXIC"_s, u"Nasdaq Composite"_s, u"Nasdaq"_s),
            instrument(6, u"^NDX"_s, u"Nasdaq 100"_s),
            instrument(7, u"META"_s, u"Meta Platforms"_s, u"Meta"_s),
            instrument(8, u"ARM"_s, u"Arm Holdings"_s, u"Arm"_s),
            instrument(9, u"ORCL"_s, u"Oracle"_s),
            instrument(10, u"^GSPC"_s, u"S&P 500"_s, {}, {u"Standard & Poor’s 500"_s}),
            instrument(11, u"DB1.DE"_s, u"Deutsche Börse"_s),
            instrument(12, u"DBK.DE"_s, u"Deutsche Bank"_s),
            instrument(13, u"^GDAXI"_s, u"DAX"_s, {}, {u"Dax"_s}),
            instrument(14, u"MU"_s, u"Micron Technology"_s, u"Micron"_s),
            instrument(15, u"ALL"_s, u"Allstate"_s),
            instrument(16, u"BTC-USD"_s, u"Bitcoin"_s),
            instrument(17, u"VST"_s, u"Vistra"_s),
            instrument(18, u"EBAY"_s, u"eBay"_s),
            instrument(19, u"IFX.DE"_s, u"Infineon"_s),
            instrument(20, u"AMZN"_s, u"Amazon"_s, {}, {}, {u"Amazon.com"_s}),
            instrument(21, u"6857.T"_s, u"Advantest"_s),
            instrument(22, u"NESN.SW"_s, u"Nestlé"_s),
            instrument(23, u"T"_s, u"AT&T"_s)};
}

//! "text with [1:Nvidia] marked"
QString marked(const QString &text, const std::vector<Mention> &mentions)
{
    QString result;
    qsizetype at = 0;
    for (const Mention &mention : mentions) {
        result += text.mid(at, mention.start - at);
        result += QStringLiteral("[%1:%2]").arg(mention.instrumentId).arg(text.mid(mention.start, mention.length));
        at = mention.start + mention.length;
    }
    return result + text.mid(at);
}

} // namespace

//! Which companies and indices a news text names: what chips, filters and later claims are about.
class MentionFinderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void theOrderOfInstrumentsDoesNotMatter();
    void nothingIsFoundWithoutInstruments();
    void manyInstrumentsAndALongTextTakeNoTime();
    void equalBeginningsAreNoTrap();
};

void MentionFinderTest::finds_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("expected"); // the text is what is left without the marks
    const auto de = [](const char *name, const char *expected) {
        QTest::newRow(name) << u"de"_s << QString::fromUtf8(expected);
    };
    const auto en = [](const char *name, const char *expected) {
        QTest::newRow(name) << u"en"_s << QString::fromUtf8(expected);
    };
    de("a name", "[1:Nvidia] fällt um 17 Prozent");
    de("an alias is longer", "Die [1:Nvidia-Aktie] fällt");
    de("first of a compound", "[1:Nvidia]-Papiere und [19:Infineon]-Papiere");
    de("genitive", "[1:Nvidias] Gewinn und [19:Infineons] Umsatz, die Aktie [17:Vistras]");
    de("article before a name", "die Aktie der [17:Vistra] und die Punkte des [13:Dax]");
    de("genitive of the last word", "[2:Siemens Energys] Zahlen");
    de("genitive with es", "Punkte des [13:Daxes]");
    de("the longest wins", "[2:Siemens Energy] und [3:Siemens]");
    de("one match of several names", "Der [4:Dow Jones] und der [4:Dow Jones Industrial Average]");
    de("a sibling index", "[6:Nasdaq 100] und [5:Nasdaq Composite], [5:Nasdaq] allein");
    de("hyphens for blanks", "Der [6:Nasdaq-100]-Index und der [10:S&P-500]-Index");
    de("inside another word", "Metall, Metaphern, Orakel, Oracleversum, Alarm, Dower");
    de("a common word", "mit dem arm, der Arm, den Arm, am Arm, Roboter-Arm");
    de("the company of that name", "[8:Arm] verlor, [8:Arm Holdings] auch; die [8:Arm]-Aktie, [8:ARM]");
    de("an ordinary compound", "Eine Meta-Analyse und die [7:Meta]-Aktie");
    de("capitals throughout", "[1:NVIDIA] UND [2:SIEMENS ENERGY] FALLEN");
    de("no capitals", "nvidia, siemens energy, oracle");
    de("symbol", "([1:NVDA], [2:ENR.DE], [16:BTC-USD], [16:BTC/USD], [21:6857.T])");
    de("symbol of an index", "^[4:DJI] und [4:DJI]");
    de("symbol in small letters", "nvda Nvda NVDAX");
    de("short symbols and words", "MU ALL T");
    de("umlaut spelled out", "[11:Deutsche Boerse], [11:Deutsche Börse], [11:DEUTSCHE BOERSE], [11:DEUTSCHE BÖRSE]");
    de("decomposed umlaut", "[11:Deutsche Bo\xcc\x88rse]");
    de("umlaut left out is another word", "Deutsche Borse");
    de("inflected adjective", "Aktien der [12:Deutschen Bank] und der [11:Deutschen Börse]");
    de("ampersand", "[10:S&P 500], [10:S & P 500], [10:Standard & Poor's 500], [23:AT&T]");
    de("line break inside a name", "[2:Siemens\nEnergy] steigt");
    de("paragraph inside a name", "[3:Siemens]\n\nEnergy");
    de("no-break space", "[10:S&P\xc2\xa0"
                         "500]");
    de("end of sentence inside a name", "Gewinner: [3:Siemens]. Energy war teuer");
    de("quotes and brackets", "„[1:Nvidia]“ ([9:Oracle]) [14:Micron], [14:Micron]/[8:Arm]");
    de("chain of names", "Der [1:Nvidia]-[9:Oracle]-Vergleich");
    de("a word joined by an underscore", "META_TAG nvidia_x");
    de("letter before a digit", "Dow30 Nasdaq100");
    de("small first letter", "[18:eBay], [18:Ebay] zu Beginn, ebay");
    de("accent", "[22:Nestlé], [22:Nestle], [22:NESTLÉ]");
    de("end of the text", "[1:Nvidia]");
    de("empty", "");
    en("possessive", "[1:Nvidia]’s fall, [3:Siemens]' rise, [1:Nvidia]'s");
    en("English has no genitive s", "Amazons and Oracles");
    en("an English article", "the [8:Arm] shares");
    en("dot inside a name", "[20:Amazon.com] rose. [20:Amazon] too");
    en("German inflection is none in English", "Deutschen Bank, [12:Deutsche Bank]");
    QTest::newRow("unknown language is taken as German") << QString() << u"[1:Nvidias] Kurs"_s;
}

void MentionFinderTest::finds()
{
    QFETCH(QString, language);
    QFETCH(QString, expected);
    QString text = expected;
    static const QRegularExpression kMark(u"\\[\\d+:([^]]*)\\]"_s);
    text.replace(kMark, u"\\1"_s);
    const MentionFinder finder(instruments());
    QCOMPARE(marked(text, finder.find(text, language)), expected);
}

void MentionFinderTest::theOrderOfInstrumentsDoesNotMatter()
{
    std::vector<core::Instrument> same{instrument(7, u"A.DE"_s, u"Allianz"_s), instrument(3, u"B.DE"_s, u"Allianz"_s)};
    const std::vector<Mention> expected{{3, 4, 7, u"B.DE"_s, u"Allianz"_s, false}};
    QCOMPARE(MentionFinder(same).find(u"Die Allianz"_s, u"de"_s), expected);
    std::swap(same.front(), same.back());
    QCOMPARE(MentionFinder(same).find(u"Die Allianz"_s, u"de"_s), expected);
}

void MentionFinderTest::nothingIsFoundWithoutInstruments()
{
    QVERIFY(MentionFinder().find(u"Nvidia"_s, u"de"_s).empty());
    QVERIFY(MentionFinder(std::vector<core::Instrument>()).find(u"Nvidia"_s, u"de"_s).empty());
    // names that are nothing but signs, and one that is as long as a text
    QVERIFY(MentionFinder({instrument(1, u"^"_s, u"&"_s, u"A"_s), instrument(2, u"x"_s, u"Wort "_s.repeated(1000))})
                .find(u"& A ^ Wort Wort"_s, u"de"_s)
                .empty());
}

void MentionFinderTest::manyInstrumentsAndALongTextTakeNoTime()
{
    std::vector<core::Instrument> many = instruments();
    for (qint64 i = 100; i < 10'000; ++i)
        many.push_back(instrument(i, u"SYM%1"_s.arg(i), u"Firma%1 Deutsche Industrie %1"_s.arg(i), u"Firma%1"_s.arg(i),
                                  {u"Firma%1-Aktie"_s.arg(i)}));
    QElapsedTimer timer;
    timer.start();
    const MentionFinder finder(many);
    const qint64 built = timer.restart();
    const QString sentence =
        u"Die Aktie von Nvidia fiel um 17 Prozent, Firma4711 gab nach, der Dow Jones stieg leicht. "_s;
    const QString text = sentence.repeated(1'000'000 / sentence.size());
    timer.restart();
    const auto mentions = finder.find(text, u"de"_s);
    qInfo("10,000 instruments: built in %lld ms, %lld characters searched in %lld ms", built, text.size(),
          timer.elapsed());
    QCOMPARE(qsizetype(mentions.size()), 3 * (text.size() / sentence.size()));
}

void MentionFinderTest::equalBeginningsAreNoTrap()
{
    std::vector<core::Instrument> many;
    for (qint64 i = 1; i <= 10'000; ++i)
        many.push_back(instrument(i, u"S%1"_s.arg(i), u"Deutsche Deutsche Deutsche Bank %1"_s.arg(i)));
    const QString text = u"Deutsche "_s.repeated(50'000) + u"Bank 77"_s;
    QElapsedTimer timer;
    timer.start();
    const auto mentions = MentionFinder(many).find(text, u"de"_s);
    QCOMPARE(mentions.size(), size_t(1));
    QCOMPARE(mentions.front().instrumentId, 77);
    QVERIFY2(timer.elapsed() < 5000, "every name was compared at every word");
}

QTEST_GUILESS_MAIN(MentionFinderTest)
#include "tst_mentionfinder.moc"
