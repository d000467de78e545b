// SPDX-License-Identifier: GPL-3.0-or-later
#include "TextCheck.h"

#include "ClaimJudge.h"
#include <news/LanguageGuess.h>
#include <news/TextWriter.h>

#include <algorithm>

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

//! A text without what nobody sees, which would tear words and numbers; and where its characters stood.
class SeenText
{
public:
    explicit SeenText(const QString &text) : m_text(text)
    {
        if (std::ranges::none_of(text, &news::isInvisible))
            return;
        m_text.clear();
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (news::isInvisible(text[i]))
                continue;
            m_text += text[i];
            m_places.push_back(i);
        }
    }

    [[nodiscard]] const QString &text() const { return m_text; }

    void toOriginal(Claim &claim) const
    {
        if (m_places.empty())
            return;
        toOriginal(claim.span);
        toOriginal(claim.sentence);
        for (TextSpan &sentence : claim.context)
            toOriginal(sentence);
    }

private:
    void toOriginal(TextSpan &span) const
    {
        if (span.start >= span.end)
            return;
        span = {m_places[std::size_t(span.start)], m_places[std::size_t(span.end - 1)] + 1};
    }

    QString m_text;
    std::vector<qsizetype> m_places; //!< empty: where they are
};

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
    const SeenText seen(text.text);
    checked.language = text.language.isEmpty() ? news::guessLanguage(seen.text()) : text.language;
    ClaimJudge judge(reader, calendars, rules.instruments, text.now, stop);
    const QStringView all(seen.text());
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
            seen.toOriginal(claim);
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
