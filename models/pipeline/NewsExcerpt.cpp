// SPDX-License-Identifier: GPL-3.0-or-later
#include "NewsExcerpt.h"

#include <algorithm>

namespace tickmark::pipeline {

using claims::TextSpan;

namespace {

//! About two sentences, so that a reader knows what the story is; the rest of the room is for claims.
constexpr qsizetype kShortestLead = 120;
constexpr qsizetype kLongestLead = 400;
//! Between two parts that do not follow each other. A paragraph, so that no sentence is read across it.
const QString kGap = QStringLiteral("\n\n… ");
const QString kParagraph = QStringLiteral("\n\n");

QStringView partOf(QStringView text, TextSpan span)
{
    return text.mid(span.start, span.end - span.start);
}

bool endsSentence(QStringView text, qsizetype at)
{
    static constexpr QStringView kEnds = u".!?…";
    static constexpr QStringView kClosing = u"“”\"’)»";
    if (!text.at(at).isSpace() || at == 0)
        return false;
    const QChar before = text.at(at - 1);
    const QChar beforeQuote = at > 1 ? text.at(at - 2) : QChar();
    return kEnds.contains(before) || (kClosing.contains(before) && kEnds.contains(beforeQuote));
}

//! Where the lead of a longer text ends: at a sentence, else at a blank, else anywhere but inside of a character.
qsizetype leadEnd(QStringView text)
{
    qsizetype blank = 0;
    qsizetype sentence = 0;
    for (qsizetype i = kShortestLead; i < kLongestLead; ++i) {
        if (!text.at(i).isSpace())
            continue;
        blank = i;
        if (endsSentence(text, i))
            sentence = i;
    }
    if (sentence > 0 || blank > 0)
        return sentence > 0 ? sentence : blank;
    return text.at(kLongestLead).isLowSurrogate() ? kLongestLead - 1 : kLongestLead;
}

bool areNeighbours(QStringView text, TextSpan first, TextSpan second)
{
    return second.start <= first.end || partOf(text, {first.end, second.start}).trimmed().isEmpty();
}

//! Ascending, with neighbours as one.
std::vector<TextSpan> joined(QStringView text, std::vector<TextSpan> spans)
{
    std::ranges::sort(spans, {}, &TextSpan::start);
    std::vector<TextSpan> all;
    for (const TextSpan span : spans) {
        if (!all.empty() && areNeighbours(text, all.back(), span))
            all.back().end = std::max(all.back().end, span.end);
        else
            all.push_back(span);
    }
    return all;
}

qsizetype lengthOf(const std::vector<TextSpan> &spans)
{
    qsizetype length = 0;
    for (const TextSpan span : spans)
        length += span.end - span.start + kGap.size();
    return length;
}

TextSpan moved(TextSpan span, TextSpan from, qsizetype to)
{
    const auto place = [&](qsizetype at) { return std::clamp(at, from.start, from.end) - from.start + to; };
    return {place(span.start), place(span.end)};
}

} // namespace

NewsExcerpt::NewsExcerpt(QStringView text, const std::vector<claims::Claim> &claims)
{
    if (text.size() <= kLongestExcerpt) {
        keep(text, {{0, text.size()}});
        return;
    }
    std::vector<TextSpan> kept{{0, leadEnd(text)}};
    std::vector<const claims::Claim *> cut;
    for (const claims::Claim &claim : claims) {
        std::vector<TextSpan> wanted = kept;
        wanted.push_back(claim.sentence);
        wanted.insert(wanted.end(), claim.context.begin(), claim.context.end());
        wanted = joined(text, std::move(wanted));
        if (lengthOf(wanted) <= kLongestExcerpt)
            kept = std::move(wanted);
        else
            cut.push_back(&claim);
    }
    keep(text, kept);
    for (const claims::Claim *claim : cut) {
        if (!pieceOf(claim->sentence))
            addToTail(text, *claim);
    }
}

void NewsExcerpt::keep(QStringView text, const std::vector<TextSpan> &spans)
{
    for (const TextSpan span : spans) {
        if (!m_pieces.empty())
            m_text += kGap;
        m_pieces.push_back({span, m_text.size()});
        m_text += partOf(text, span);
    }
}

void NewsExcerpt::addToTail(QStringView text, const claims::Claim &claim)
{
    if (m_tailSentences.contains(claim.sentence.start))
        return;
    if (!m_tail.isEmpty())
        m_tail += kParagraph;
    std::vector<TextSpan> sentences = claim.context;
    sentences.push_back(claim.sentence);
    std::ranges::sort(sentences, {}, &TextSpan::start);
    for (const TextSpan sentence : sentences) {
        if (sentence != sentences.front())
            m_tail += QLatin1Char(' ');
        if (sentence == claim.sentence)
            m_tailSentences.insert(sentence.start, {sentence, m_tail.size()});
        m_tail += partOf(text, sentence);
    }
}

const NewsExcerpt::Piece *NewsExcerpt::pieceOf(TextSpan span) const
{
    const auto found = std::ranges::find_if(m_pieces, [&](const Piece &piece) { return piece.source.contains(span); });
    return found != m_pieces.end() ? &*found : nullptr;
}

store::PlacedClaim NewsExcerpt::placed(claims::Claim claim) const
{
    const Piece *piece = pieceOf(claim.sentence);
    store::ClaimPlace place = store::ClaimPlace::Excerpt;
    if (const auto inTail = m_tailSentences.constFind(claim.sentence.start);
        !piece && inTail != m_tailSentences.constEnd()) {
        piece = &*inTail;
        place = store::ClaimPlace::Tail;
    }
    if (piece) {
        claim.span = moved(claim.span, piece->source, piece->target);
        claim.sentence = moved(claim.sentence, piece->source, piece->target);
    }
    claim.context.clear();
    return {place, std::move(claim)};
}

} // namespace tickmark::pipeline
