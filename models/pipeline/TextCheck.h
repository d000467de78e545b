// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ClaimRules.h"
#include <core/CalendarSet.h>
#include <store/StoreReader.h>

#include <stop_token>

namespace tickmark::pipeline {

//! Any text whose numbers are to be checked; it need not be in a store.
struct TextToCheck
{
    QString text;
    QString language;     //!< "de", "en"; empty: found by itself
    core::Time published; //!< may lie ahead: sessions that have not come have no quotes
    core::Time now;       //!< decides which sessions are still open
};

struct CheckedText
{
    QString language;                       //!< as which it was read: "de", "en"; empty when neither could be told
    std::vector<store::StoredClaim> claims; //!< in the order of the text, all with a verdict; ids 0, spans in the text
};

//! What checking a text needs of a store's instruments: how they are called. As ClaimRules: immutable, goes stale when an
//! instrument changes. Some ms, so keep it from one key stroke to the next.
struct TextCheckRules
{
    std::vector<core::Instrument> instruments;
    ClaimRules rules;

    [[nodiscard]] static core::Result<std::shared_ptr<const TextCheckRules>> load(store::StoreReader &reader);
};

//! The claims of `text` with what the quotes of the store say of them; what nobody sees in it (soft hyphens, marks of
//! direction) is passed over. For a reader's thread. Linear in the length of the
//! text; a text of more than kTextPiece units is read in pieces that end at line ends, and what one says of days and
//! instruments is not carried into the next. `stop` is looked at between pieces and between claims: Cancelled. Other
//! errors: those of the store.
[[nodiscard]] core::Result<CheckedText> checkText(const TextToCheck &text, const TextCheckRules &rules,
                                                  store::StoreReader &reader, const core::CalendarSet &calendars,
                                                  std::stop_token stop = {});

//! UTF-16 units of a piece: far more than any article has, some hundredths of a second to read.
inline constexpr qsizetype kTextPiece = 64 * 1024;

} // namespace tickmark::pipeline
