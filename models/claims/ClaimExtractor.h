// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Claim.h"
#include "Lexicon.h"
#include <news/MentionFinder.h>

#include <QStringView>

#include <vector>

namespace tickmark::claims {

//! Changes whenever the same text may give other claims: part of the key under which claims are kept.
inline constexpr int kGrammarVersion = 3;

//! The claims of `text` in the order of their numbers; a number that several instruments share gives one claim each.
//! `mentions` are those of the same text, ascending (news::MentionFinder, with the built-in names). Deterministic; the time
//! is linear in the length of the text, memory in the number of its tokens; nothing in a text can make it fail.
//! `published` dates the weekdays and days that the text names.
[[nodiscard]] std::vector<Claim> extractClaims(QStringView text, const Lexicon &lexicon,
                                               const std::vector<news::Mention> &mentions, core::Time published);

} // namespace tickmark::claims
