// SPDX-License-Identifier: GPL-3.0-or-later
#include "TextCheck.h"

#include "ClaimJudge.h"
#include <news/LanguageGuess.h>

namespace tickmark::pipeline {

using claims::Claim;
using claims::TextSpan;
using core::Result;

namespace {

//! Where the piece that begins at `start` ends: behind a line end, else behind a blank, else where it is long enough.
qsizetype pieceEnd(QStringView text, qsizetype start)
{
    const qsizetype most = start + kTextPiece;
    if (most >= text.size())
        return text.size();
    qsizetype blank = -1;
    for (qsizetype i = most; i > start + kTextPiece / 2; --i) {
        if (text[i - 1] == u'\n')
            return i;
        if (blank < 0 && text[i - 1].isSpace())
            blank = i;
    }
    if (blank > 0)
        return blank;
    return text[most].isLowSurrogate() ? most + 1 : most;
}

void shift(TextSpan &span, qsizetype by)
{
    span.start += by;
    span.end += by;
}

void shift(Claim &claim, qsizetype by)
{
    shift(claim.span, by);
    shift(claim.sentence, by);
    for (TextSpan &sentence : claim.context)
        shift(sentence, by);
}

} // namespace

Result<std::shared_ptr<const TextCheckRules>> TextCheckRules::load(store::StoreReader &reader)
{
    auto instruments = reader.instruments();
    if (!instruments)
        return tl::unexpected(instruments.error());
    auto rules = ClaimRules::of(*instruments);
    if (!rules)
        return tl::unexpected(rules.error());
    return std::make_shared<const TextCheckRules>(TextCheckRules{*std::move(instruments), *std::move(rules)});
}

Result<CheckedText> checkText(const TextToCheck &text, const TextCheckRules &rules, store::StoreReader &reader,
                              const core::CalendarSet &calendars, std::stop_token stop)
{
    CheckedText checked;
    checked.language = text.language.isEmpty() ? news::guessLanguage(text.text) : text.language;
    ClaimJudge judge(reader, calendars, rules.instruments, text.now, stop);
    const QStringView all(text.text);
    for (qsizetype start = 0; start < all.size();) {
        if (stop.stop_requested())
            return core::failure(core::ErrorCode::Cancelled, {});
        const qsizetype end = pieceEnd(all, start);
        for (Claim &claim : rules.rules.claimsIn(all.sliced(start, end - start), checked.language, text.published)) {
            if (stop.stop_requested())
                return core::failure(core::ErrorCode::Cancelled, {});
            auto judged = judge.judge(claim, text.published);
            if (!judged)
                return tl::unexpected(judged.error());
            shift(claim, start);
            store::StoredClaim &stored = checked.claims.emplace_back();
            stored.published = text.published;
            stored.claim = std::move(claim);
            stored.verdict = std::move(judged->verdict);
        }
        start = end;
    }
    return checked;
}

} // namespace tickmark::pipeline
