// SPDX-License-Identifier: GPL-3.0-or-later
#include "ColumnNames.h"

#include <QHash>
#include <QLatin1String>
#include <QStringList>

#include <algorithm>
#include <array>
#include <span>

namespace tickmark::sources {

namespace {

struct Entry
{
    const char *name; //!< UTF-8, as normalised() leaves it
    ColumnRole role;
};

//! In order of preference within one role.
constexpr std::array kEntries = {
    Entry{"timestamp", ColumnRole::Date},
    Entry{"unix timestamp", ColumnRole::Date},
    Entry{"unix time", ColumnRole::Date},
    Entry{"unix", ColumnRole::Date},
    Entry{"epoch", ColumnRole::Date},
    Entry{"datetime", ColumnRole::Date},
    Entry{"date time", ColumnRole::Date},
    Entry{"date/time", ColumnRole::Date},
    Entry{"datum/zeit", ColumnRole::Date},
    Entry{"datum/uhrzeit", ColumnRole::Date},
    Entry{"datum zeit", ColumnRole::Date},
    Entry{"zeitstempel", ColumnRole::Date},
    Entry{"zeitpunkt", ColumnRole::Date},
    Entry{"open time", ColumnRole::Date},
    Entry{"date", ColumnRole::Date},
    Entry{"datum", ColumnRole::Date},
    Entry{"session date", ColumnRole::Date},
    Entry{"trade date", ColumnRole::Date},
    Entry{"trading day", ColumnRole::Date},
    Entry{"handelstag", ColumnRole::Date},
    Entry{"handelsdatum", ColumnRole::Date},
    Entry{"tag", ColumnRole::Date},
    Entry{"day", ColumnRole::Date},
    Entry{"time", ColumnRole::Time},
    Entry{"zeit", ColumnRole::Time},
    Entry{"uhrzeit", ColumnRole::Time},
    Entry{"time ms", ColumnRole::Time},
    Entry{"local time", ColumnRole::Time},
    Entry{"symbol", ColumnRole::Symbol},
    Entry{"ticker", ColumnRole::Symbol},
    Entry{"ticker/isin", ColumnRole::Symbol},
    Entry{"mnemonic", ColumnRole::Symbol},
    Entry{"kürzel", ColumnRole::Symbol},
    Entry{"instrument", ColumnRole::Symbol},
    Entry{"act symbol", ColumnRole::Symbol},
    Entry{"isin", ColumnRole::Symbol},
    Entry{"wkn", ColumnRole::Symbol},
    Entry{"open", ColumnRole::Open},
    Entry{"erster", ColumnRole::Open},
    Entry{"erster kurs", ColumnRole::Open},
    Entry{"eröffnung", ColumnRole::Open},
    Entry{"eroeffnung", ColumnRole::Open},
    Entry{"eröffnungskurs", ColumnRole::Open},
    Entry{"anfangskurs", ColumnRole::Open},
    Entry{"opening price", ColumnRole::Open},
    Entry{"open price", ColumnRole::Open},
    Entry{"startprice", ColumnRole::Open},
    Entry{"o", ColumnRole::Open},
    Entry{"high", ColumnRole::High},
    Entry{"hoch", ColumnRole::High},
    Entry{"höchst", ColumnRole::High},
    Entry{"höchstkurs", ColumnRole::High},
    Entry{"tageshoch", ColumnRole::High},
    Entry{"high price", ColumnRole::High},
    Entry{"maxprice", ColumnRole::High},
    Entry{"h", ColumnRole::High},
    Entry{"low", ColumnRole::Low},
    Entry{"tief", ColumnRole::Low},
    Entry{"tiefst", ColumnRole::Low},
    Entry{"tiefstkurs", ColumnRole::Low},
    Entry{"tagestief", ColumnRole::Low},
    Entry{"low price", ColumnRole::Low},
    Entry{"minprice", ColumnRole::Low},
    Entry{"l", ColumnRole::Low},
    Entry{"close", ColumnRole::Close},
    Entry{"schlusskurs", ColumnRole::Close},
    Entry{"schlußkurs", ColumnRole::Close},
    Entry{"schluss", ColumnRole::Close},
    Entry{"schluß", ColumnRole::Close},
    Entry{"close/last", ColumnRole::Close},
    Entry{"closing price", ColumnRole::Close},
    Entry{"close price", ColumnRole::Close},
    Entry{"endprice", ColumnRole::Close},
    Entry{"letzter", ColumnRole::Close},
    Entry{"letzter kurs", ColumnRole::Close},
    Entry{"last", ColumnRole::Close},
    Entry{"last price", ColumnRole::Close},
    Entry{"kurs", ColumnRole::Close},
    Entry{"price", ColumnRole::Close},
    Entry{"c", ColumnRole::Close},
    Entry{"adj close", ColumnRole::AdjustedClose},
    Entry{"adjclose", ColumnRole::AdjustedClose},
    Entry{"adjusted close", ColumnRole::AdjustedClose},
    Entry{"close adj", ColumnRole::AdjustedClose},
    Entry{"bereinigter schlusskurs", ColumnRole::AdjustedClose},
    Entry{"schlusskurs bereinigt", ColumnRole::AdjustedClose},
    Entry{"schluss bereinigt", ColumnRole::AdjustedClose},
    Entry{"ber schlusskurs", ColumnRole::AdjustedClose},
    Entry{"stücke", ColumnRole::Volume},
    Entry{"stuecke", ColumnRole::Volume},
    Entry{"stück", ColumnRole::Volume},
    Entry{"stückzahl", ColumnRole::Volume},
    Entry{"stücke/volumen", ColumnRole::Volume},
    Entry{"volume", ColumnRole::Volume},
    Entry{"vol", ColumnRole::Volume},
    Entry{"volumen", ColumnRole::Volume},
    Entry{"handelsvolumen", ColumnRole::Volume},
    Entry{"total volume", ColumnRole::Volume},
    Entry{"traded volume", ColumnRole::Volume},
    Entry{"tradedvolume", ColumnRole::Volume},
    Entry{"v", ColumnRole::Volume},
    Entry{"umsatz", ColumnRole::Turnover},
    Entry{"turnover", ColumnRole::Turnover},
    Entry{"amount", ColumnRole::Turnover},
    Entry{"quote volume", ColumnRole::Turnover},
    Entry{"quote asset volume", ColumnRole::Turnover},
};

//! The same for ticks.
constexpr std::array kTickEntries = {
    Entry{"price", ColumnRole::Price},
    Entry{"trade price", ColumnRole::Price},
    Entry{"tradeprice", ColumnRole::Price},
    Entry{"kurs", ColumnRole::Price},
    Entry{"preis", ColumnRole::Price},
    Entry{"last price", ColumnRole::Price},
    Entry{"last", ColumnRole::Price},
    Entry{"letzter kurs", ColumnRole::Price},
    Entry{"letzter", ColumnRole::Price},
    Entry{"close", ColumnRole::Price},
    Entry{"p", ColumnRole::Price},
    Entry{"size", ColumnRole::Size},
    Entry{"trade size", ColumnRole::Size},
    Entry{"last size", ColumnRole::Size},
    Entry{"qty", ColumnRole::Size},
    Entry{"quantity", ColumnRole::Size},
    Entry{"stück", ColumnRole::Size},
    Entry{"stücke", ColumnRole::Size},
    Entry{"stueck", ColumnRole::Size},
    Entry{"stuecke", ColumnRole::Size},
    Entry{"stückzahl", ColumnRole::Size},
    Entry{"menge", ColumnRole::Size},
    Entry{"anzahl", ColumnRole::Size},
    Entry{"lots", ColumnRole::Size},
    Entry{"volume", ColumnRole::Size},
    Entry{"volumen", ColumnRole::Size},
    Entry{"vol", ColumnRole::Size},
    Entry{"amount", ColumnRole::Size},
    Entry{"s", ColumnRole::Size},
    Entry{"v", ColumnRole::Size},
    Entry{"bid", ColumnRole::Bid},
    Entry{"bid price", ColumnRole::Bid},
    Entry{"bidprice", ColumnRole::Bid},
    Entry{"best bid", ColumnRole::Bid},
    Entry{"geld", ColumnRole::Bid},
    Entry{"geldkurs", ColumnRole::Bid},
    Entry{"ask", ColumnRole::Ask},
    Entry{"ask price", ColumnRole::Ask},
    Entry{"askprice", ColumnRole::Ask},
    Entry{"best ask", ColumnRole::Ask},
    Entry{"offer", ColumnRole::Ask},
    Entry{"brief", ColumnRole::Ask},
    Entry{"briefkurs", ColumnRole::Ask},
    Entry{"bid size", ColumnRole::BidSize},
    Entry{"bidsize", ColumnRole::BidSize},
    Entry{"bid qty", ColumnRole::BidSize},
    Entry{"bid volume", ColumnRole::BidSize},
    Entry{"bidvolume", ColumnRole::BidSize},
    Entry{"geld stück", ColumnRole::BidSize},
    Entry{"geldvolumen", ColumnRole::BidSize},
    Entry{"ask size", ColumnRole::AskSize},
    Entry{"asksize", ColumnRole::AskSize},
    Entry{"ask qty", ColumnRole::AskSize},
    Entry{"ask volume", ColumnRole::AskSize},
    Entry{"askvolume", ColumnRole::AskSize},
    Entry{"brief stück", ColumnRole::AskSize},
    Entry{"briefvolumen", ColumnRole::AskSize},
};

//! Takes a lone word out of a name; true when it was there.
bool takeWord(QStringList &words, QLatin1String word)
{
    return words.size() > 1 && words.removeAll(word) > 0;
}

//! Lower case words without brackets, quotes and marks: "<CLOSE>" and "Close*" are "close", "Adj. Close (EUR)" is
//! "adj close", "4. close" is "close".
QStringList normalised(std::string_view utf8Name)
{
    QString name = QString::fromUtf8(utf8Name.data(), qsizetype(utf8Name.size())).toLower();
    if (const qsizetype bracket = name.indexOf(QLatin1Char('('), 1); bracket > 0) {
        const bool utc = name.contains(QLatin1String("utc")) || name.contains(QLatin1String("gmt"));
        name = name.left(bracket) + (utc ? QLatin1String(" utc") : QLatin1String(""));
    }
    for (QChar &c : name) {
        if (!c.isLetterOrNumber() && c != QLatin1Char('/') && c != QLatin1Char('#'))
            c = QLatin1Char(' ');
    }
    QStringList words = name.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto isNumber = [](const QString &word) {
        return std::all_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
    };
    if (words.size() > 1 && isNumber(words.first()))
        words.removeFirst();
    return words;
}

QHash<QString, int> ranksByName(std::span<const Entry> entries)
{
    QHash<QString, int> ranks;
    for (size_t i = 0; i < entries.size(); ++i)
        ranks.insert(QString::fromUtf8(entries[i].name), int(i));
    return ranks;
}

bool isOneOf(const QString &name, std::initializer_list<const char *> list)
{
    return std::ranges::any_of(list, [&](const char *entry) { return name == QString::fromUtf8(entry); });
}

} // namespace

NamedRole roleOfName(std::string_view utf8Name)
{
    QStringList words = normalised(utf8Name);
    const bool utc = takeWord(words, QLatin1String("utc")) || takeWord(words, QLatin1String("gmt"));
    static const QHash<QString, int> kRanks = ranksByName(kEntries);
    const auto rank = kRanks.constFind(words.join(QLatin1Char(' ')));
    if (rank == kRanks.constEnd())
        return {};
    return {kEntries[size_t(*rank)].role, *rank, utc};
}

NamedRole tickRoleOfName(std::string_view utf8Name)
{
    static const QHash<QString, int> kRanks = ranksByName(kTickEntries);
    const auto rank = kRanks.constFind(normalised(utf8Name).join(QLatin1Char(' ')));
    if (rank != kRanks.constEnd())
        return {kTickEntries[size_t(*rank)].role, *rank, false};
    const NamedRole general = roleOfName(utf8Name);
    const bool shared = general.role == ColumnRole::Date || general.role == ColumnRole::Time
                        || general.role == ColumnRole::Symbol;
    return shared ? general : NamedRole();
}

bool isTickName(std::string_view utf8Name)
{
    const ColumnRole role = tickRoleOfName(utf8Name).role;
    return role == ColumnRole::Bid || role == ColumnRole::Ask
           || isOneOf(normalised(utf8Name).join(QLatin1Char(' ')),
                      {"trade price", "trade id", "tradeid", "aggressor", "is buyer maker"});
}

bool isSizeName(std::string_view utf8Name)
{
    return isOneOf(normalised(utf8Name).join(QLatin1Char(' ')),
                   {"size", "qty", "quantity", "trade size", "lots", "menge"});
}

} // namespace tickmark::sources
