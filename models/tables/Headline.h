// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "VerdictCodes.h"
#include <core/NewsItem.h>
#include <news/MentionFinder.h>

#include <QList>
#include <QMetaType>
#include <QString>

#include <vector>

namespace tickmark::tables {

//! An instrument as the news views name it.
struct NamedInstrument
{
    qint64 id = 0;
    QString symbol;
    QString label; //!< on a chip: the symbol, of an index its short name
    QString name;  //!< in the language of the window

    friend bool operator==(const NamedInstrument &, const NamedInstrument &) = default;
};

//! A news item with everything that a row and the excerpt show of it. Made on a reader thread (see loadHeadlines), a value
//! from then on; copies share their texts.
struct Headline
{
    core::NewsItem item;                        //!< as stored
    QString title;                              //!< one line, safe to paint
    QList<NamedInstrument> instruments;         //!< mentioned in title and excerpt, each once, in order of appearance
    std::vector<news::Mention> titleMentions;   //!< places in item.title
    std::vector<news::Mention> excerptMentions; //!< places in item.excerpt
    bool isRead = false;
    VerdictCodes verdicts; //!< on its claims, see HeadlineModel::setVerdicts()
};

} // namespace tickmark::tables

Q_DECLARE_METATYPE(tickmark::tables::Headline)
Q_DECLARE_METATYPE(tickmark::tables::NamedInstrument)
