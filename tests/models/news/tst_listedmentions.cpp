// SPDX-License-Identifier: GPL-3.0-or-later
#include <news/MentionFinder.h>
#include <news/NameList.h>

#include <QRegularExpression>
#include <QTest>

using namespace tickmark;
using namespace tickmark::news;
using namespace Qt::StringLiterals;

namespace {

const NameList &builtIn()
{
    static const core::Result<NameList> list = NameList::loadBuiltIn();
    return list.value();
}

//! "text with [NVDA:Nvidia] marked", "[NVDA~:Nvidia]" for what is named aside.
QString marked(const QString &text, const std::vector<Mention> &mentions)
{
    QString result;
    qsizetype at = 0;
    for (const Mention &mention : mentions) {
        result += text.mid(at, mention.start - at);
        result += u'[' + mention.symbol + (mention.isAside ? u"~:"_s : u":"_s) + text.mid(mention.start, mention.length)
                  + u']';
        at = mention.start + mention.length;
    }
    return result + text.mid(at);
}

QString unmarked(QString text)
{
    static const QRegularExpression kMark(u"\\[[^] :]+:([^]]*)\\]"_s);
    return text.replace(kMark, u"\\1"_s);
}

core::Instrument instrument(qint64 id, const QString &symbol, const QString &name, const QStringList &aliases = {})
{
    core::Instrument made;
    made.id = id;
    made.symbol = symbol;
    made.names = {{u"de"_s, name, {}, aliases}, {u"en"_s, name, {}, {}}};
    return made;
}

} // namespace

//! Whom a news text speaks of when the names come from the list that ships with the program: a wrong one would become a
//! false claim, a missed one a number that nobody checks.
class ListedMentionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void german_data();
    void german() { find(u"de"_s); }
    void germanTraps_data();
    void germanTraps() { find(u"de"_s); }
    void english_data();
    void english() { find(u"en"_s); }
    void englishTraps_data();
    void englishTraps() { find(u"en"_s); }
    void theStoreComesFirst();
    void aStoredInstrumentAnswersToTheListsNames();
    void namesAreThoseOfTheTextsLanguage();
    void withoutAListNothingElseIsFound();
    void aLongTextHasAllItsNames();

private:
    static void find(const QString &language);
};

void ListedMentionsTest::find(const QString &language)
{
    QFETCH(QString, expected);
    static const MentionFinder finder({}, &builtIn());
    const QString text = unmarked(expected);
    QCOMPARE(marked(text, finder.find(text, language)), expected);
}

static void addRows(std::initializer_list<std::pair<const char *, const char *>> rows)
{
    QTest::addColumn<QString>("expected"); // the text is what is left without the marks
    for (const auto &[name, expected] : rows)
        QTest::newRow(name) << QString::fromUtf8(expected);
}

void ListedMentionsTest::german_data()
{
    addRows({
        {"share compound", "Die [NVDA:Nvidia]-Aktie fiel um 17 Prozent."},
        {"genitive", "[IFX.DE:Infineons] Kurs und die Papiere [VST:Vistras]"},
        {"preference shares",
         "[VOW3.DE:VW-Vorzüge] gaben 2 Prozent nach, [VOW3.DE:VW] und [VOW3.DE:Volkswagen] ebenso."},
        {"compound of two words", "[ENR.DE:Siemens-Energy]-Papiere brachen um 20 Prozent ein."},
        {"three firms of one name",
         "[SIE.DE:Siemens], [ENR.DE:Siemens Energy] und [SHL.DE:Siemens Healthineers] verloren."},
        {"index member and its name", "Der Dax-Konzern [SAP.DE:SAP] gewann 1,2 Prozent."},
        {"parent of a product", "Die [GOOGL:Google-Mutter Alphabet] und der [META:Facebook-Konzern Meta] legten zu."},
        {"alias only", "[GOOGL:Google] stieg um 2 Prozent."},
        {"old and new name", "[MUV2.DE:Münchener Rück], [MUV2.DE:Munich Re] und [HNR1.DE:Hannover Rück]"},
        {"umlaut spelled out", "[MUV2.DE:Muenchener Rueck] und [DB1.DE:Deutsche Boerse]"},
        {"inflected adjective", "Die Papiere der [DBK.DE:Deutschen Bank] und der [DTE.DE:Deutschen Telekom] stiegen."},
        {"E.ON in three spellings", "[EOAN.DE:E.ON], [EOAN.DE:Eon] und [EOAN.DE:E.on] verloren."},
        {"plus in a name", "[SDF.DE:K+S] büßte 3 Prozent ein."},
        {"Euro Stoxx in five spellings",
         "[^STOXX50E:Euro Stoxx 50], [^STOXX50E:EuroStoxx50], [^STOXX50E:EuroStoxx 50], "
         "[^STOXX50E:Euro-Stoxx-50] und [^STOXX50E:Eurostoxx 50]"},
        {"family of DAX", "[^GDAXI:Dax], [^MDAXI:MDax], [^TECDAX:TecDax] und [^SDAXI:SDax]"},
        {"index with its number", "Der [^GDAXI:Dax 40] und der [^GDAXI:DAX-40] fielen."},
        {"index compound that stays the index", "Der [^GDAXI:Dax]-Stand und der [^GDAXI:Dax]-Verlust von 2 Prozent"},
        {"index with Index", "Der [^N225:Nikkei-Index] und der [^HSI:Hang-Seng-Index] schlossen tiefer."},
        {"Hang Seng Tech is not Hang Seng",
         "Der [^HSTECH:Hang Seng Tech] gewann 2 Prozent, der [^HSI:Hang Seng] 1 Prozent."},
        {"Nasdaq the index", "Die [^IXIC:Nasdaq] verlor 3 Prozent, der [^NDX:Nasdaq 100] 2,9 Prozent."},
        {"Dow the index", "Der [^DJI:Dow] stieg, der [^DJI:Dow Jones] ebenso, auch der [^DJI:Dow-Jones-Index]."},
        {"Dow the chemist", "[DOW:Dow Inc]. und [DOW:Dow Chemical] gaben nach, der [^DJI:Dow] nicht."},
        {"S&P 500", "Der [^GSPC:S&P 500] gab 1,5 Prozent ab, der [^GSPC:S&P-500-Index] schloss bei 6.012 Punkten."},
        {"S&P alone before a move", "Der [^GSPC:S&P] fiel um 1,5 Prozent."},
        {"Swiss, Austrian, Italian, Spanish", "[^SSMI:SMI], [^ATX:ATX], [FTSEMIB.MI:FTSE MIB] und [^IBEX:Ibex 35]"},
        {"chip index", "Der [^SOX:Philadelphia-Semiconductor-Index] stürzte um 9 Prozent ab."},
        {"fear gauge", "Der [^VIX:VIX] sprang auf 22 Punkte."},
        {"Asia", "[^KS11:Kospi], [^TPX:Topix], [000300.SS:CSI 300] und [000001.SS:Shanghai Composite]"},
        {"the euro", "Der [EURUSD:Euro] fiel um 0,5 Prozent."},
        {"the euro in a headline", "[EURUSD:Euro] fällt unter 1,04 Dollar"},
        {"the euro with an adjective", "Der schwache [EURUSD:Euro] verlor 0,3 Prozent gegenüber dem Dollar."},
        {"the euro's rate", "Der [EURUSD:Euro-Kurs] und der [EURUSD:Eurokurs] gaben nach."},
        {"the euro in the genitive", "Der Kurs des [EURUSD:Euros] sank."},
        {"the dollar",
         "Der [DX-Y.NYB:Dollar] stieg, der [DX-Y.NYB:Dollar-Index] auch, der [DX-Y.NYB:US-Dollar] erst recht."},
        {"yen, pound, franc, yuan",
         "der [JPYUSD:Yen], das [GBPUSD:Pfund], der [CHFUSD:Schweizer Franken], der [CNYUSD:Yuan]"},
        {"gold", "Der [GC=F:Goldpreis] stieg, [GC=F:Gold] gewann 1 Prozent."},
        {"gold before its verb", "Zuletzt verlor [GC=F:Gold] 0,5 Prozent."},
        {"gold and silver", "[GC=F:Gold] und [SI=F:Silber] verloren."},
        {"oil", "[BZ=F:Brent] fiel um 2 Prozent, [CL=F:WTI] um 2,1 Prozent; das [BZ=F:Nordseeöl] gab nach."},
        {"crude", "[BZ=F:Rohöl] verbilligte sich um 2 Prozent."},
        {"copper", "[HG=F:Kupfer] gab um 1 Prozent nach."},
        {"crypto", "[BTC-USD:Bitcoin] fiel um 5 Prozent, [ETH-USD:Ether] um 7 Prozent, [SOL-USD:Solana] um 9 Prozent."},
        {"bitcoin's genitive and rate", "[BTC-USD:Bitcoins] Talfahrt, der [BTC-USD:Bitcoin-Kurs]"},
        {"Arm by its trade", "Der Chipdesigner [ARM:Arm] und die [ARM:Arm]-Aktie"},
        {"Arm by its move", "[ARM:Arm] verlor 9 Prozent."},
        {"Arm by its bracket", "[ARM:Arm] (minus 9 Prozent)"},
        {"Arm by its list", "[MU:Micron], [ARM:Arm] und [AMD:AMD] gaben nach."},
        {"Arm once it is known", "[ARM:Arm Holdings] brach ein. Für [ARM:Arm] war es der schwärzeste Tag."},
        {"a list whose verb comes once",
         "[8035.T:Tokyo Electron] sackte um 4,9 Prozent ab, [6146.T:Disco] um 1,8 Prozent."},
        {"Allianz by article and move", "Die [ALV.DE:Allianz] verlor 1 Prozent, Papiere der [ALV.DE:Allianz] auch."},
        {"Visa by sign", "[V:Visa] +1,2 %, [MA:Mastercard] +0,8 %"},
        {"Linde the company", "[LIN:Linde] schloss 0,9 Prozent fester."},
        {"Merck of Darmstadt", "[MRK.DE:Merck] und [MRK:Merck & Co]. verloren."},
        {"Porsche and Porsche SE", "[P911.DE:Porsche], [P911.DE:Porsche AG] und [PAH3.DE:Porsche SE]"},
        {"power names of January",
         "[VST:Vistra], [CEG:Constellation Energy], [GEV:GE Vernova] und [SU.PA:Schneider Electric]"},
        {"chip names of Europe",
         "[AIXA.DE:Aixtron], [SMHN.DE:Süss Microtec], [WAF.DE:Siltronic], [BESI.AS:BE Semiconductor]"},
        {"chip names of Japan",
         "[8035.T:Tokyo Electron], [6857.T:Advantest], [6146.T:Disco] und [6920.T:Lasertec] verloren."},
        {"cables", "[5803.T:Fujikura] und [5801.T:Furukawa Electric] gaben nach."},
        {"Samsung, Hynix, TSMC", "[005930.KS:Samsung], [000660.KS:SK Hynix] und [TSM:TSMC]"},
        {"Softbank in both spellings", "[9984.T:Softbank] und [9984.T:SoftBank Group]"},
        {"capitals throughout", "[ENR.DE:SIEMENS ENERGY] UND [NVDA:NVIDIA] FALLEN"},
        {"symbol in brackets", "Vgl. [NVDA:Nvidia] ([NVDA:NVDA])"},
        {"English apostrophe", "[NVDA:Nvidia]'s und [NVDA:Nvidia]’s Kurs"},
        {"an own company named aside",
         "Der [NVDA~:Nvidia]-Konkurrent [AMD:AMD] und der [AAPL~:Apple]-Zulieferer [2317.TW:Foxconn]"},
    });
}

void ListedMentionsTest::germanTraps_data()
{
    addRows({
        {"members of indices", "Dax-Konzerne, Dax-Unternehmen, ein Dow-Mitglied, ein Nasdaq-Wert, die S&P-500-Firma"},
        {"shares of indices", "Dax-Aktien, Dax-Titel, Nasdaq-Papiere, Gold-Aktien, Bitcoin-Aktien fielen"},
        {"ends of words that deceive", "Der [SAP.DE~:SAP]-Vorstand, ein Gold-Bestand, der Target-Preis von 20 Euro"},
        {"futures", "Der Dax-Future und die Nasdaq-Futures, S&P 500 Futures"},
        {"fund on an index", "ein MSCI-World-ETF, ein Dax-Fonds, Dax-Zertifikate"},
        {"place", "Die Aktie notiert an der Nasdaq. An der Nasdaq ging es bergab."},
        {"operator", "Der [NDAQ:Börsenbetreiber Nasdaq] und [NDAQ:Nasdaq Inc]. verdient mehr; Technologiebörse Nasdaq"},
        {"agency", "Das sagte er Dow Jones Newswires und der Nachrichtenagentur Dow Jones."},
        {"theory", "Nach der Dow-Theorie und dem Dow Jones Transportation Average"},
        {"newspaper", "Nikkei Asia und die Wirtschaftszeitung Nikkei berichten."},
        {"ratings", "Die Ratingagentur S&P senkt den Ausblick; S&P selbst schweigt."},
        {"Meta in words", "Metall, Metaebene, Metaphern, eine Meta-Analyse, Metadaten"},
        {"limb", "Er brach sich den Arm, der Arm schmerzt, Roboter-Arm, arm und reich"},
        {"Arm without company", "Arm trifft Reich in diesem Roman."},
        {"alliance", "Eine Allianz aus Banken, die Allianz der Willigen, einer ganzen Allianz"},
        {"entry permits", "Visa für Fachkräfte werden teurer, Visa zu beantragen dauert 30 Tage."},
        {"linden tree", "Die Linde im Hof, eine Linde, unter der Linde"},
        {"gap and target", "Das Gap bei 120 Dollar, ein Target von 130 Dollar, Target und Stopp"},
        {"colour and fruit", "Orange ist das neue Schwarz. Uran und Disco waren Themen."},
        {"euro as a unit", "100 Euro, 3,5 Milliarden Euro, Euro je Aktie, in Euro, pro Euro, zwei Euro"},
        {"euro area", "Euro-Raum, Euro-Zone, in der Euro-Zone, die Euroländer, der digitale Euro"},
        {"compared with the dollar", "gegenüber dem Dollar, gegen den Dollar, zum Dollar, je Dollar, 142 US-Dollar"},
        {"other dollars", "Der kanadische Dollar und der Hongkong-Dollar, Dollar General"},
        {"pound of weight", "ein Pfund Mehl, 200 Pfund schwer, 3 Milliarden Pfund"},
        {"Franconia", "in Franken, 100 Franken, Franken-Wein"},
        {"championship", "Bei der Euro 2024 fiel ein Tor."},
        {"gold without a market", "Sie holte Gold in Paris. Gold-Medaille, Goldmine, Gold Fields, eine Gold-Kette"},
        {"food", "Kaffee und Kuchen, Zucker im Tee, Weizen und Mais auf dem Feld"},
        {"oil firm", "Ein Öl-Konzern, das Brent-Feld, Kupfer-Hütte"},
        {"football", "Bayer Leverkusen gewann 3:0 in der Allianz-Arena."},
        {"people", "Wolfgang Porsche, Harrison Ford, Henry Ford, Leonardo da Vinci"},
        {"products", "Apple Pay, Google Maps, Amazon Prime und VW-Käfer"},
        {"bitcoin firm", "Die Bitcoin-Firma [MSTR:Microstrategy] kaufte zu, ein Bitcoin-ETF auch, Bitcoin-Fonds"},
        {"small letters", "siemens, apple, oracle, dax, nikkei"},
        {"inside a word", "Daxer, Siemensstadt, Dollarraum, Eurozone, Nikkeiblatt, Applejack"},
        {"symbols that are words or stand alone", "CAT FAST TEAM COST APP CRM. (ALL) (KEY)"},
        {"end of sentence inside a name", "Gewinner: [SIE.DE:Siemens]. Energy war teuer."},
        {"paragraph inside a name", "[SIE.DE:Siemens]\n\nEnergy"},
        {"seed spice", "Safran und Pfeffer, der Fuchs im Bau, das Alphabet, Rational betrachtet"},
        {"English word in German text", "the gold fell, dollar, euro, yen"},
        {"continents and airlines", "Continental Airlines und Continental Resources"},
        {"telephone firms of others", "Telekom Austria und Magyar Telekom"},
        {"unit of a graphics card", "Die RTX 5090 und 3M Einheiten, 25 BP"},
    });
}

void ListedMentionsTest::english_data()
{
    addRows({
        {"plain", "[NVDA:Nvidia] fell 17% and [AVGO:Broadcom] lost 17.4%."},
        {"possessives", "[NVDA:Nvidia]'s fall, [NVDA:Nvidia]’s rise, [SIE.DE:Siemens]' gain"},
        {"longest", "[ENR.DE:Siemens Energy], [SHL.DE:Siemens Healthineers] and [SIE.DE:Siemens]"},
        {"Google and parent", "[GOOGL:Google parent Alphabet] and [GOOGL:Google]"},
        {"Facebook parent", "[META:Facebook owner Meta] rose 2%, [META:Meta] added 3%."},
        {"indices", "The [^GSPC:S&P 500] fell 1.5%, the [^IXIC:Nasdaq Composite] 3.1%, the [^DJI:Dow] rose 0.7%."},
        {"S&P alone", "The [^GSPC:S&P] dropped 1.5%."},
        {"tech-heavy", "The tech-heavy [^IXIC:Nasdaq] slid 3%, the [^NDX:Nasdaq 100] 2.9%."},
        {"the Nasdaq", "The [^IXIC:Nasdaq] tumbled 3%."},
        {"longer name behind a place", "losses on the [^IXIC:Nasdaq Composite]"},
        {"Dow in long forms", "[^DJI:Dow Jones Industrial Average], [^DJI:Dow industrials], [^DJI:Dow Jones]"},
        {"Dow the chemist", "[DOW:Dow Inc] and [DOW:Dow Chemical]"},
        {"Europe", "[^STOXX:Stoxx 600], [^FTSE:FTSE 100], [^FCHI:CAC 40], [^GDAXI:DAX], [^IBEX:Ibex 35]"},
        {"Asia", "[^N225:Nikkei 225], [^N225:Nikkei average], [^HSI:Hang Seng], [^KS11:Kospi], [000300.SS:CSI 300]"},
        {"small caps and fear", "[^RUT:Russell 2000] and [^VIX:VIX]"},
        {"chip index", "The [^SOX:PHLX chip index] slumped 9%."},
        {"the euro", "The [EURUSD:euro] fell 0.5% against the dollar."},
        {"currencies",
         "the [JPYUSD:yen], the [GBPUSD:pound], the [CHFUSD:Swiss franc], the [CNYUSD:yuan], the [DX-Y.NYB:dollar]"},
        {"dollar with an adjective", "The stronger [DX-Y.NYB:dollar] gained 0.4%, [DX-Y.NYB:dollar index] up 0.3%"},
        {"currency at the beginning", "[GBPUSD:Sterling] slipped 0.2%. [JPYUSD:Yen] rises"},
        {"gold", "[GC=F:Gold] rose 1%, [GC=F:spot gold] 0.9%; [GC=F:gold prices] were up 1%."},
        {"metals in a list", "[GC=F:gold], [SI=F:silver] and [HG=F:copper] fell"},
        {"oil", "[BZ=F:Brent crude] fell 2%, [CL=F:WTI] lost 2.1%, [CL=F:U.S. crude] settled lower."},
        {"gas and grain", "[NG=F:Natural gas] plunged 7% and [ZW=F:wheat] gained 1%."},
        {"crypto", "[BTC-USD:Bitcoin] dropped 5%, [BTC-USD:bitcoin] too, [ETH-USD:ether] fell 7%, [XRP-USD:XRP] 8%."},
        {"Target by its move", "[TGT:Target] fell 5%, [GAP:Gap] rose 4%."},
        {"Target by its shares",
         "[TGT:Target] shares, [TGT:Target]'s stock, shares of [TGT:Target], retailer [TGT:Target]"},
        {"Target by its list", "[WMT:Walmart], [TGT:Target] and [COST:Costco]"},
        {"list of two that leave doubt", "[TGT:Target] and [GAP:Gap] fell"},
        {"Arm", "[ARM:Arm] fell 10%; chip designer [ARM:Arm]; [ARM:Arm Holdings]"},
        {"Visa by bracket", "[V:Visa] (+1.2%), [MA:Mastercard] (+0.8%)"},
        {"Merck of New Jersey", "[MRK:Merck] rose, [MRK.DE:Merck KGaA] fell."},
        {"Block and Snap", "[SNAP:Snap] tumbled 15% and [XYZ:Block] 3%."},
        {"Carnival and Delta", "[CCL:Carnival] gained 4%, [DAL:Delta] 2%, [UAL:United Airlines] 3%."},
        {"ampersands", "[T:AT&T], [PG:P&G], [JNJ:J&J], [HM-B.ST:H&M], [SPGI:S&P Global]"},
        {"dots", "[AMZN:Amazon.com], [JD:JD.com], [JPM:J.P. Morgan], [X:U.S. Steel]"},
        {"apostrophes", "[MCD:McDonald's], [MCD:McDonald’s], [LOW:Lowe's], [OR.PA:L'Oréal]"},
        {"exchange before a symbol", "[NVDA:Nvidia] (NASDAQ: [NVDA:NVDA]) and $[TSLA:TSLA]"},
        {"rival named aside", "[NVDA~:Nvidia] rival [AMD:AMD] fell; [AAPL~:Apple] supplier [2317.TW:Foxconn] too."},
        {"chief named aside", "[NVDA~:Nvidia] CEO Jensen Huang, [TSLA~:Tesla] boss"},
        {"driven by", "an [NVDA~:Nvidia]-led rally"},
        {"January names", "[VST:Vistra], [CEG:Constellation Energy], [VRT:Vertiv], [ANET:Arista], [DELL:Dell]"},
        {"Japan", "[9984.T:SoftBank] fell 8%, [8035.T:Tokyo Electron] 5%, [6723.T:Renesas] 2%."},
        {"China",
         "[BABA:Alibaba], [0700.HK:Tencent], [BIDU:Baidu], [1810.HK:Xiaomi], [0981.HK:SMIC], [0992.HK:Lenovo]"},
    });
}

void ListedMentionsTest::englishTraps_data()
{
    addRows({
        {"parts of indices", "Dow component, S&P 500 companies, Nasdaq stocks fell 3%, Dow members, S&P 500 earnings"},
        {"futures", "S&P 500 futures fell 1%, Nasdaq futures 2%, Dow futures 0.5%, gold futures"},
        {"place", "listed on the Nasdaq, a Nasdaq-listed firm, at Nasdaq, the Nasdaq exchange"},
        {"agency", "told Dow Jones Newswires, Dow Jones & Co., Dow Jones Market Data"},
        {"newspaper", "Nikkei Asia reported; the Nikkei newspaper said"},
        {"arm", "an arm, the Arm, its lending arm, Arm yourself"},
        {"target", "The price target rose 5%; Target 120; a Target; price Target rose 5%"},
        {"gap, block, snap", "Mind the Gap. Block the road. Snap out of it."},
        {"visa", "Visa applications rose 20%; a visa; student Visa rose 3%; Visa rules"},
        {"meta", "A meta-analysis. Meta analysis shows; metal"},
        {"river", "the Amazon rainforest, the Amazon basin, Amazon River"},
        {"gold without a market", "a gold medal, gold standard, gold miners fell 3%, gold rush, golden"},
        {"euro area", "the euro zone, the euro area, 100 euros, a euro, per euro"},
        {"dollar as a unit", "500 dollars, the dollar amount, 3 billion dollars, against the dollar, to the dollar"},
        {"other dollars", "the Canadian dollar, the Australian dollar, Dollar Tree"},
        {"pound", "a pound of flesh, pound for pound, weighs 200 pounds"},
        {"food", "coffee and sugar, a cup of coffee, cotton shirts, wheat fields, corn"},
        {"bitcoin's surroundings", "bitcoin miners rose 5%, spot bitcoin ETFs, bitcoin holdings"},
        {"people", "Harrison Ford, Henry Ford, Wolfgang Porsche, Leonardo DiCaprio"},
        {"football", "Bayer Leverkusen beat them at the Allianz Arena."},
        {"ratings", "S&P Ratings cut, the rating agency S&P, S&P Dow Jones Indices"},
        {"shell companies", "Shell companies and a Shell script"},
        {"continents", "in Continental Europe, Continental Airlines"},
        {"everyday words",
         "Orange juice, Unity in Europe, the Carnival, River Delta, Zoom in, a Coherent plan, Disco music"},
        {"no capitals", "nvidia, siemens, tesla, oracle"},
        {"inside words", "Metallica, Applebee, Oracles, Shelley, Visage, Dowager, Teslas"},
        {"symbols that stand alone", "DASH? (ALL) MAR EXC CRM"},
        {"numbers", "3M units, NVDA100, AMD64"},
        {"oil industry", "oil producers, U.S. crude inventories rose 5%, copper mine"},
        {"travellers", "Travelers wait. Charter flights. Booking rooms, Workday"},
    });
}

void ListedMentionsTest::theStoreComesFirst()
{
    const MentionFinder finder({instrument(7, u"9988.HK"_s, u"Alibaba"_s)}, &builtIn());
    const auto found = finder.find(u"Alibaba und Tencent"_s, u"de"_s);
    const std::vector<Mention> expected{{7, 0, 7, u"9988.HK"_s, u"Alibaba"_s, false},
                                        {0, 12, 7, u"0700.HK"_s, u"Tencent"_s, false}};
    QCOMPARE(found, expected);
}

void ListedMentionsTest::aStoredInstrumentAnswersToTheListsNames()
{
    const MentionFinder finder({instrument(3, u"VOW3.DE"_s, u"Wolfsburger"_s), instrument(4, u"ARM"_s, u"Arm"_s)},
                               &builtIn());
    const auto found = finder.find(u"VW-Vorzüge fielen, die Wolfsburger auch. Arm trifft Reich."_s, u"de"_s);
    const std::vector<Mention> expected{{3, 0, 10, u"VOW3.DE"_s, u"Wolfsburger"_s, false},
                                        {3, 23, 11, u"VOW3.DE"_s, u"Wolfsburger"_s, false}};
    QCOMPARE(found, expected);
}

void ListedMentionsTest::namesAreThoseOfTheTextsLanguage()
{
    const MentionFinder finder({}, &builtIn());
    const auto german = finder.find(u"Hannover Rück"_s, u"de"_s);
    const auto english = finder.find(u"Hannover Re"_s, u"en"_s);
    QCOMPARE(german.size(), size_t(1));
    QCOMPARE(german.front().name, u"Hannover Rück"_s);
    QCOMPARE(english.size(), size_t(1));
    QCOMPARE(english.front().name, u"Hannover Re"_s);
    QVERIFY(finder.find(u"Gold fell 1%"_s, u"de"_s).empty());
}

void ListedMentionsTest::withoutAListNothingElseIsFound()
{
    const MentionFinder finder({instrument(1, u"^GDAXI"_s, u"Dax"_s)});
    const QString text = u"Der Dax-Konzern SAP und der Euro"_s;
    const std::vector<Mention> expected{{1, 4, 3, u"^GDAXI"_s, u"Dax"_s, false}};
    QCOMPARE(finder.find(text, u"de"_s), expected);
}

void ListedMentionsTest::aLongTextHasAllItsNames()
{
    // longer than what is held as words at once, so that it is searched in parts
    const QString paragraph = u"Die Deutsche Bank verlor 2 Prozent, der Dow Jones stieg.\n\n"_s;
    const auto found = MentionFinder({}, &builtIn()).find(paragraph.repeated(10'000), u"de"_s);
    QCOMPARE(found.size(), size_t(20'000));
    for (size_t i = 0; i < found.size(); ++i) {
        const qsizetype start = qsizetype(i / 2) * paragraph.size() + (i % 2 == 0 ? 4 : 40);
        QCOMPARE(found[i].start, start);
        QCOMPARE(found[i].symbol, i % 2 == 0 ? u"DBK.DE"_s : u"^DJI"_s);
    }
}

QTEST_GUILESS_MAIN(ListedMentionsTest)
#include "tst_listedmentions.moc"
