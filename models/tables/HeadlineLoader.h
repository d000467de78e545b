// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Headline.h"
#include <core/Instrument.h>
#include <core/Result.h>
#include <store/StoreReader.h>

#include <QStringList>

#include <stop_token>
#include <vector>

namespace tickmark::tables {

//! As the news views name it in `language`.
[[nodiscard]] NamedInstrument namedInstrument(const core::Instrument &instrument, const QString &language);

//! What a headline list shows of a store.
struct HeadlineSet
{
    std::vector<Headline> headlines;          //!< newest first
    std::vector<NamedInstrument> instruments; //!< mentioned in any of them, by label
    QStringList publishers;                   //!< sorted
    QStringList languages;                    //!< codes, sorted, without the empty one
};

//! Reads all news, finds the mentions and names them in `language`. For a reader thread: some milliseconds per thousand
//! items. Cancelled through `stop`.
[[nodiscard]] core::Result<HeadlineSet> loadHeadlines(store::StoreReader &reader, const QString &language,
                                                      std::stop_token stop = {});

//! The same of values: no store needed.
[[nodiscard]] core::Result<HeadlineSet> makeHeadlines(std::vector<core::NewsItem> news,
                                                      const std::vector<core::Instrument> &instruments,
                                                      const std::vector<qint64> &readIds, const QString &language,
                                                      std::stop_token stop = {});

} // namespace tickmark::tables
