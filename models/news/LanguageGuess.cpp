// SPDX-License-Identifier: GPL-3.0-or-later
#include "LanguageGuess.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace tickmark::news {

namespace {

// Words that only one of the languages has, ascending for the binary search: function words, then words of the markets.
constexpr std::array<std::u16string_view, 192> kGerman{
    u"aber",       u"aktie",     u"aktien",      u"aktienmarkt", u"alle",          u"als",        u"also",
    u"am",         u"anleger",   u"anlegern",    u"auch",        u"auf",           u"aus",        u"bei",
    u"beim",       u"bericht",   u"billionen",   u"bis",         u"bricht",        u"börse",      u"börsen",
    u"börsenwert", u"börsianer", u"da",          u"damit",       u"dank",          u"das",        u"dass",
    u"dem",        u"den",       u"denn",        u"der",         u"des",           u"die",        u"dienstag",
    u"dies",       u"diese",     u"dieser",      u"doch",        u"dollarkurs",    u"donnerstag", u"drei",
    u"durch",      u"ein",       u"einbruch",    u"eine",        u"einem",         u"einen",      u"einer",
    u"eines",      u"er",        u"erst",        u"es",          u"etwa",          u"euro",       u"fallen",
    u"fast",       u"freitag",   u"fällt",       u"für",         u"geben",         u"gegen",      u"gegenüber",
    u"gewinn",     u"gewinne",   u"gewinnt",     u"gibt",        u"haben",         u"handel",     u"handelstag",
    u"hat",        u"heute",     u"hier",        u"hinter",      u"händler",       u"höher",      u"ihr",
    u"ihre",       u"im",        u"immer",       u"ist",         u"jahr",          u"jetzt",      u"kann",
    u"kaum",       u"kein",      u"keine",       u"knapp",       u"kurs",          u"kurse",      u"kursrutsch",
    u"kurssturz",  u"könnte",    u"laut",        u"legen",       u"legt",          u"markt",      u"mehr",
    u"milliarden", u"millionen", u"minus",       u"mit",         u"mittwoch",      u"montag",     u"muss",
    u"märkte",     u"nach",      u"nachrichten", u"neue",        u"neuen",         u"neuer",      u"nicht",
    u"niedriger",  u"noch",      u"notenbank",   u"nun",         u"nur",           u"ob",         u"oder",
    u"ohne",       u"prozent",   u"punkte",      u"punkten",     u"rekordhoch",    u"rekordtief", u"rund",
    u"rutschen",   u"rutscht",   u"schließen",   u"schließt",    u"schon",         u"schwächer",  u"sehr",
    u"sei",        u"sein",      u"seine",       u"seit",        u"sich",          u"sie",        u"sind",
    u"sinken",     u"sinkt",     u"soll",        u"sollen",      u"stark",         u"steht",      u"steigen",
    u"steigt",     u"stärker",   u"stürzen",     u"stürzt",      u"tag",           u"tiefer",     u"trotz",
    u"um",         u"und",       u"unter",       u"unterm",      u"unternehmen",   u"verlieren",  u"verliert",
    u"verluste",   u"vom",       u"von",         u"vor",         u"vorbörslich",   u"warum",      u"weil",
    u"weiter",     u"wenig",     u"weniger",     u"wenn",        u"wer",           u"werden",     u"wie",
    u"wieder",     u"wird",      u"wo",          u"woche",       u"wochenschluss", u"zeigt",      u"zieht",
    u"zinsen",     u"zoll",      u"zu",          u"zum",         u"zur",           u"zwei",       u"zwischen",
    u"zölle",      u"über",      u"überm"};

constexpr std::array<std::u16string_view, 209> kEnglish{
    u"about",    u"after",   u"again",     u"ahead",     u"all",     u"among",   u"analyst",  u"analysts", u"and",
    u"any",      u"are",     u"as",        u"at",        u"back",    u"banks",   u"be",       u"been",     u"before",
    u"below",    u"billion", u"bond",      u"bonds",     u"bounce",  u"but",     u"by",       u"can",      u"chip",
    u"chips",    u"close",   u"closes",    u"could",     u"crash",   u"cut",     u"cuts",     u"despite",  u"did",
    u"do",       u"does",    u"dollar",    u"down",      u"drop",    u"drops",   u"earnings", u"ease",     u"edge",
    u"edges",    u"europe",  u"even",      u"ever",      u"fall",    u"falling", u"falls",    u"fed",      u"fell",
    u"for",      u"friday",  u"from",      u"gain",      u"gains",   u"global",  u"had",      u"has",      u"have",
    u"he",       u"her",     u"here",      u"higher",    u"his",     u"hit",     u"hits",     u"how",      u"if",
    u"index",    u"into",    u"investor",  u"investors", u"is",      u"it",      u"its",      u"jump",     u"jumps",
    u"just",     u"last",    u"lift",      u"loses",     u"loss",    u"losses",  u"lower",    u"market",   u"markets",
    u"may",      u"million", u"monday",    u"more",      u"most",    u"much",    u"nearly",   u"new",      u"news",
    u"not",      u"now",     u"of",        u"off",       u"oil",     u"on",      u"one",      u"only",     u"open",
    u"opens",    u"or",      u"other",     u"our",       u"out",     u"outlook", u"over",     u"own",      u"percent",
    u"plunge",   u"plunges", u"points",    u"price",     u"prices",  u"profit",  u"profits",  u"quarter",  u"rallies",
    u"rally",    u"rate",    u"rates",     u"record",    u"rise",    u"rises",   u"rising",   u"rose",     u"rout",
    u"sales",    u"say",     u"says",      u"sell-off",  u"selloff", u"share",   u"shares",   u"she",      u"should",
    u"sink",     u"sinks",   u"slide",     u"slides",    u"slip",    u"slips",   u"slump",    u"slumps",   u"soar",
    u"soars",    u"some",    u"stock",     u"stocks",    u"surge",   u"surges",  u"tariff",   u"tariffs",  u"tech",
    u"than",     u"that",    u"the",       u"their",     u"them",    u"then",    u"there",    u"these",    u"they",
    u"this",     u"those",   u"thursday",  u"to",        u"today",   u"too",     u"trade",    u"traders",  u"trading",
    u"trillion", u"tuesday", u"tumble",    u"tumbles",   u"two",     u"under",   u"until",    u"up",       u"us",
    u"value",    u"we",      u"wednesday", u"week",      u"were",    u"what",    u"when",     u"where",    u"which",
    u"while",    u"who",     u"why",       u"wipe",      u"wiped",   u"wipes",   u"with",     u"would",    u"year",
    u"you",      u"your"};

// French, Spanish, Italian, Portuguese, Dutch, Scandinavian, Polish, Turkish: neither of the two
constexpr std::array<std::u16string_view, 175> kOther{
    u"aandelen", u"acciones", u"actions",  u"al",     u"alla",    u"anche",   u"assez",     u"aussi", u"av",
    u"avec",     u"avoir",    u"azioni",   u"ações",  u"baisse",  u"beurs",   u"bir",       u"bolsa", u"borsa",
    u"bourse",   u"bu",       u"cae",      u"ce",     u"ces",     u"cette",   u"che",       u"chez",  u"como",
    u"con",      u"contre",   u"cours",    u"cuando", u"d'un",    u"dans",    u"de",        u"del",   u"dell",
    u"della",    u"desde",    u"det",      u"deux",   u"di",      u"dla",     u"dos",       u"du",    u"durante",
    u"e",        u"een",      u"el",       u"elle",   u"en",      u"encore",  u"entre",     u"est",   u"et",
    u"eu",       u"fait",     u"fra",      u"från",   u"för",     u"ha",      u"han",       u"hanno", u"har",
    u"hausse",   u"hay",      u"hoy",      u"il",     u"ils",     u"için",    u"je",        u"jest",  u"já",
    u"kan",      u"koers",    u"la",       u"las",    u"le",      u"les",     u"leur",      u"lo",    u"los",
    u"lui",      u"lura",     u"maar",     u"mais",   u"marché",  u"marchés", u"mas",       u"med",   u"meer",
    u"men",      u"mercado",  u"mercados", u"met",    u"mi",      u"miljard", u"milliards", u"más",   u"na",
    u"naar",     u"nei",      u"nel",      u"nella",  u"nie",     u"niet",    u"non",       u"nous",  u"não",
    u"o",        u"och",      u"också",    u"og",     u"om",      u"ook",     u"op",        u"oraz",  u"os",
    u"ou",       u"oui",      u"par",      u"para",   u"pas",     u"pela",    u"pelo",      u"per",   u"pero",
    u"più",      u"por",      u"porque",   u"pour",   u"procent", u"przez",   u"quand",     u"que",   u"quel",
    u"qui",      u"sa",       u"se",       u"según",  u"ses",     u"si",      u"sin",       u"się",   u"sobre",
    u"son",      u"sono",     u"sont",     u"sua",    u"sube",    u"sur",     u"sus",       u"til",   u"till",
    u"tout",     u"tra",      u"tras",     u"trois",  u"u",       u"uma",     u"un",        u"una",   u"une",
    u"uno",      u"van",      u"ve",       u"veya",   u"voor",    u"vous",    u"wordt",     u"y",     u"ya",
    u"za",       u"ze",       u"zijn",     u"że"};

constexpr qsizetype kLook = 4'000;
constexpr qsizetype kLongestWord = 24;
constexpr int kWordWeight = 3;
constexpr int kLetterWeight = 2;
constexpr int kEndingWeight = 1;
constexpr int kEnough = 3;

struct Scores
{
    int german = 0;
    int english = 0;
    int other = 0;
};

template <size_t Size>
bool contains(const std::array<std::u16string_view, Size> &words, std::u16string_view word)
{
    return std::ranges::binary_search(words, word);
}

bool endsWithAny(QStringView word, std::initializer_list<QStringView> endings)
{
    return std::ranges::any_of(
        endings, [word](QStringView ending) { return word.size() > ending.size() + 1 && word.endsWith(ending); });
}

void scoreEnding(QStringView word, Scores &scores)
{
    switch (word.back().unicode()) {
    case u'n':
        if (endsWithAny(word, {u"ungen", u"ischen", u"ften", u"zahlen", u"aktien", u"chen"}))
            scores.german += kLetterWeight;
        else if (word.endsWith(u"tion"))
            scores.english += kEndingWeight;
        break;
    case u'e':
        scores.german += endsWithAny(word, {u"ische", u"aktie", u"kurse", u"börse"}) ? kLetterWeight : 0;
        break;
    case u'm':
        scores.german += endsWithAny(word, {u"chem", u"schem", u"gem"}) ? kLetterWeight : 0;
        break;
    case u't':
        if (endsWithAny(word, {u"keit", u"heit", u"schaft", u"markt", u"geschäft"}))
            scores.german += kLetterWeight;
        else if (endsWithAny(word, {u"ight", u"ment"}))
            scores.english += kEndingWeight;
        break;
    case u'g':
        if (word.endsWith(u"ung"))
            scores.german += kLetterWeight;
        else if (word.endsWith(u"ing"))
            scores.english += kEndingWeight;
        break;
    case u'h':
        if (endsWithAny(word, {u"lich", u"isch"}))
            scores.german += kLetterWeight;
        else if (word.endsWith(u"th"))
            scores.english += kEndingWeight;
        break;
    case u's':
        if (word.endsWith(u"kurs"))
            scores.german += kLetterWeight;
        else if (endsWithAny(word, {u"ings", u"ness", u"ies", u"tions", u"ments"}))
            scores.english += kEndingWeight;
        break;
    case u'y':
    case u'd':
        scores.english += endsWithAny(word, {u"ly", u"ed"}) ? kEndingWeight : 0;
        break;
    default:
        break;
    }
}

void scoreWord(const QString &word, Scores &scores)
{
    const std::u16string_view units(reinterpret_cast<const char16_t *>(word.utf16()), size_t(word.size()));
    if (contains(kGerman, units))
        scores.german += kWordWeight;
    else if (contains(kEnglish, units))
        scores.english += kWordWeight;
    else if (contains(kOther, units))
        scores.other += kWordWeight;
    else
        scoreEnding(word, scores);
    for (const QChar c : word) {
        if (c == u'ß')
            scores.german += kWordWeight;
        else if (c == u'ä' || c == u'ö' || c == u'ü')
            scores.german += kLetterWeight;
        else if (c.unicode() > 0x7f && c.isLetter())
            scores.other += kLetterWeight;
    }
}

} // namespace

QString guessLanguage(QStringView text)
{
    Scores scores;
    const QString lower = text.left(kLook).toString().toLower();
    for (qsizetype at = 0; at < lower.size();) {
        if (!lower[at].isLetter()) {
            ++at;
            continue;
        }
        const qsizetype start = at;
        while (at < lower.size() && (lower[at].isLetter() || lower[at].isMark()))
            ++at;
        if (at - start <= kLongestWord)
            scoreWord(lower.mid(start, at - start), scores);
    }
    const int second = std::max(std::min(scores.german, scores.english), scores.other);
    const int best = std::max(scores.german, scores.english);
    if (best < kEnough || best * 2 < second * 3)
        return {};
    return scores.german > scores.english ? QStringLiteral("de") : QStringLiteral("en");
}

} // namespace tickmark::news
