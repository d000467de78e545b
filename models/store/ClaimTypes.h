// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StoreTypes.h"
#include <claims/Judge.h>
#include <core/NewsItem.h>

#include <optional>
#include <vector>

namespace tickmark::store {

//! Which part of a news item a claim's spans count in.
enum class ClaimPlace {
    Title,
    Excerpt,
    Tail, //!< a sentence of the full text for which the excerpt had no room
};
//! "title", "excerpt", "tail": as in JSON and in the store.
[[nodiscard]] QString placeCode(ClaimPlace place);

struct PlacedClaim
{
    ClaimPlace place = ClaimPlace::Excerpt;
    claims::Claim claim; //!< spans in `place`; Claim::context is not kept
};

//! What was found in one text of a news item.
struct ClaimText
{
    qint64 rules = 0; //!< hash of the rules that found it
    QString tail;     //!< what the places Tail count in
    std::vector<PlacedClaim> claims;
};

struct NewsWithClaims
{
    core::NewsItem item;
    ClaimText claims;
};

//! The text of a news item as it is now: the item, and where its claims belong to.
struct NewsText
{
    core::NewsItem item;
    qint64 importId = 0; //!< that brought this text
    QString tail;
};

//! What the claims of a news item were found by; nothing: not looked for yet.
struct TextRules
{
    qint64 newsId = 0;
    QString language;
    std::optional<qint64> rules;
};

//! Names a claim through every new extraction.
struct ClaimKey
{
    qint64 newsId = 0;
    quint64 sentenceHash = 0;
    int nth = 0;
    int part = 0;

    friend bool operator==(const ClaimKey &, const ClaimKey &) = default;
};

//! What the user says of a claim; fields without a value leave it as the text has it.
struct ClaimCorrection
{
    bool isDismissed = false;
    std::optional<qint64> instrumentId;
    std::optional<core::SessionDate> session;
    std::optional<claims::ClaimKind> kind;
    std::optional<claims::Hedge> hedge;

    friend bool operator==(const ClaimCorrection &, const ClaimCorrection &) = default;
};

struct StoredClaim
{
    qint64 id = 0; //!< until the item's claims are extracted again
    qint64 newsId = 0;
    core::Time published;
    ClaimPlace place = ClaimPlace::Excerpt;
    claims::Claim claim; //!< with the correction laid over
    std::optional<ClaimCorrection> correction;
    qint64 changes = 0; //!< more than 0: the verdict is missing, or older than its quotes
    std::optional<claims::Verdict> verdict;

    [[nodiscard]] ClaimKey key() const { return {newsId, claim.sentenceHash, claim.nth, claim.part}; }
    [[nodiscard]] bool isJudged() const { return verdict && changes == 0 && !verdict->provisional; }
};

//! Quotes that a verdict rests on, or misses.
struct ClaimNeed
{
    qint64 instrumentId = 0;
    SessionRange sessions;
};

struct JudgedClaim
{
    qint64 claimId = 0;
    qint64 changes = 0; //!< as it was read: what changes meanwhile leaves the claim to be judged again
    claims::Verdict verdict;
    std::vector<ClaimNeed> needs;
};

//! Claims of one text, found again.
struct ClaimReplacement
{
    qint64 newsId = 0;
    qint64 importId = 0; //!< NewsText::importId
    ClaimText found;
};

//! Shares outstanding with their provenance.
struct DatedShares
{
    core::SessionDate date;
    qint64 shares = 0;
    QString source; //!< the file where they came from one
};

} // namespace tickmark::store
