// SPDX-License-Identifier: GPL-3.0-or-later
#include "NameWords.h"

#include "WordScanner.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace tickmark::news {

namespace {

constexpr qsizetype kLongestGap = 4;

// ascending, for the binary search
constexpr std::array<std::u16string_view, 57> kCapitalWords{
    u"ALL", u"AND", u"ANY",  u"ARE", u"BIG", u"BIP", u"CAN", u"CASH", u"CEO", u"CFO",  u"CHIP", u"COST",
    u"DAS", u"DEM", u"DEN",  u"DER", u"DIE", u"EIN", u"ETF", u"EUR",  u"EZB", u"FAST", u"FED",  u"FIVE",
    u"FOR", u"GDP", u"GOOD", u"HAS", u"HAT", u"IPO", u"IST", u"ITS",  u"KEY", u"LIFE", u"LOVE", u"LOW",
    u"MAN", u"MIT", u"NEW",  u"NOT", u"NOW", u"NUR", u"ONE", u"OPEN", u"OUT", u"REAL", u"RUN",  u"SEE",
    u"SIE", u"THE", u"TOP",  u"TWO", u"UND", u"USA", u"USD", u"WELL", u"YOU"};

constexpr std::array<std::u16string_view, 10> kNouns{u"Adler", u"Arm",  u"Ball",  u"Block", u"Fuchs",
                                                     u"Linde", u"Snap", u"Stern", u"Unity", u"Zeit"};

constexpr std::array<std::u16string_view, 34> kArticles{
    u"Das",   u"Dem",   u"Den", u"Der",  u"Des",    u"Die",  u"Ein",   u"Eine",   u"Einen",  u"Einer", u"am",    u"das",
    u"dem",   u"den",   u"der", u"des",  u"die",    u"ein",  u"eine",  u"einem",  u"einen",  u"einer", u"eines", u"ihr",
    u"ihrem", u"ihren", u"im",  u"kein", u"keinen", u"sein", u"seine", u"seinem", u"seinen", u"vom"};

constexpr std::array<std::u16string_view, 12> kOrdinarySeconds{u"Analyse", u"Analysen", u"Daten", u"Diskussion",
                                                               u"Ebene",   u"Ebenen",   u"Suche", u"Studie",
                                                               u"Studien", u"Tag",      u"Tags",  u"analysis"};

template <std::size_t Size>
bool contains(const std::array<std::u16string_view, Size> &words, QStringView word)
{
    return std::ranges::any_of(words, [&](std::u16string_view candidate) { return word == candidate; });
}

bool isAllCapitals(QStringView word)
{
    bool hasLetter = false;
    for (const QChar c : word) {
        if (c.isLower())
            return false;
        hasLetter = hasLetter || c.isUpper();
    }
    return hasLetter;
}

} // namespace

bool isHyphen(QChar c)
{
    return c == u'-' || c == QChar(0x2010) || c == QChar(0x2011);
}

std::optional<QString> gapBetween(QStringView gap)
{
    if (gap.size() > kLongestGap || gap.count(u'\n') > 1)
        return std::nullopt;
    if (gap.size() == 1 && isHyphen(gap[0]))
        return QString();
    QString characters;
    for (const QChar c : gap) {
        if (!c.isSpace())
            characters += c == QChar(0x2019) ? QChar(u'\'') : c;
    }
    return characters;
}

bool isSpelledAs(QStringView written, QStringView name)
{
    if (written == name)
        return true;
    const QString spelled = spelledOut(written);
    if (spelled == name)
        return true;
    if (name.compare(spelled, Qt::CaseInsensitive) != 0)
        return false;
    // "eBay" at the beginning of a sentence: "EBay" or "Ebay"
    const QStringView rest = QStringView(spelled).sliced(1);
    if (name.front().isLower() && spelled.front().isUpper()
        && (rest == name.sliced(1) || std::ranges::none_of(rest, [](QChar c) { return c.isUpper(); })))
        return true;
    return isAllCapitals(written);
}

bool isTellingSymbol(QStringView symbol)
{
    const auto letters = std::ranges::count_if(symbol, [](QChar c) { return c.isLetter(); });
    const auto digits = std::ranges::count_if(symbol, [](QChar c) { return c.isDigit(); });
    const bool isOneWord = letters + digits == symbol.size();
    if (isOneWord)
        return letters >= 3 && !contains(kCapitalWords, symbol);
    return letters >= 1 && letters + digits >= 4;
}

bool isGermanNoun(QStringView word)
{
    return contains(kNouns, word);
}

bool isGermanArticle(QStringView word)
{
    return contains(kArticles, word);
}

bool isOrdinaryCompound(QStringView first, QStringView second)
{
    return first == u"Meta" && contains(kOrdinarySeconds, second);
}

} // namespace tickmark::news
