// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Instrument.h>
#include <core/Result.h>

#include <QByteArray>
#include <QDate>
#include <QHash>
#include <QSet>
#include <QStringList>
#include <QStringView>

#include <map>
#include <vector>

namespace tickmark::news {

//! Names of one instrument in one language that are not to be taken at their face.
struct NameCautions
{
    QString language;      //!< "de", "en"
    QStringList inContext; //!< a word of everyday life as well ("Target"): counts only beside words of the stock market
    QStringList afterArticle; //!< a unit as well ("Euro"): counts only as "der Euro", "the euro"
    QStringList never;        //!< holds the name but means something else: "Dow Jones Newswires"
};

//! An instrument that news texts may name, whether or not the store holds it.
struct NameEntry
{
    core::Instrument instrument; //!< id 0
    std::vector<NameCautions> cautions;
};

//! A file of the list: the members of an index, or instruments of one kind.
struct NameGroup
{
    QString code;        //!< "dax"
    QDate coverage;      //!< the day whose members it holds
    QStringList symbols; //!< all members, those with their names in another group included
};

//! Words of one language that tell what a name beside them means; in small letters.
struct ContextWords
{
    QSet<QString> shares;      //!< behind a company's name they still mean its stock: "Aktie", "shares"
    QSet<QString> own;         //!< behind any name they still mean the instrument: "Kurs", "index"
    QSet<QString> others;      //!< behind a name they mean something else: "Konkurrent", "futures"
    QSet<QString> moves;       //!< what an instrument does: "verlor", "fell", "minus"
    QSet<QString> links;       //!< between a word of `shares` or `own` and the name: "von", "of"
    QSet<QString> definite;    //!< "der", "the"
    QSet<QString> indefinite;  //!< "eine", "this": never before an instrument's name
    QSet<QString> opposite;    //!< the name behind them is what is compared with: "gegenüber", "against"
    QSet<QString> adjectives;  //!< between an article and a currency: "schwache", "stronger"
    QSet<QString> joins;       //!< between the names of a list: "und", "and"
    QSet<QString> amounts;     //!< between a name and the percent that it moved by: "um"
    QSet<QString> trades;      //!< words and ends of words before a company's name: "hersteller", "retailer"
    QSet<QString> auxiliaries; //!< between a name and what it did: "hatte", "has"
};

//! Instruments with the names that German and English texts have for them, as data: the files of ":/names"
//! (resources/names/README.md). A value, safe from any thread; nothing in it goes stale.
class NameList
{
public:
    //! One file; `name` of it for the message. InvalidInput names the first fault and its entry.
    [[nodiscard]] static core::Result<NameList> parse(const QByteArray &bytes, const QString &name);
    //! What ships with the program.
    [[nodiscard]] static core::Result<NameList> loadBuiltIn();

    //! Takes over what `other` holds. InvalidInput when an instrument is in both, or a name means two of them; the list is
    //! of no use then.
    [[nodiscard]] core::Result<void> add(NameList other);

    [[nodiscard]] const std::vector<NameEntry> &entries() const { return m_entries; }
    [[nodiscard]] const std::vector<NameGroup> &groups() const { return m_groups; }
    //! nullptr for a symbol that is not in the list; valid as long as the list is unchanged.
    [[nodiscard]] const NameEntry *find(const QString &symbol) const;
    //! By language code.
    [[nodiscard]] const std::map<QString, ContextWords> &words() const { return m_words; }

private:
    friend class NameListParser;

    [[nodiscard]] core::Result<void> claim(const QStringList &names, const QString &language, const QString &symbol);

    std::vector<NameEntry> m_entries;
    std::vector<NameGroup> m_groups;
    std::map<QString, ContextWords> m_words;
    QHash<QString, size_t> m_bySymbol;
    QHash<QString, QString> m_symbolOfName; //!< by language and name as written
};

} // namespace tickmark::news
