// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExcerptNumbers.h"

#include <claims/Quantities.h>
#include <claims/Tokenizer.h>
#include <news/SafeText.h>

#include <algorithm>

namespace tickmark::newsview {

using claims::Role;
using claims::TextSpan;
using claims::Token;
using claims::VerdictCode;

namespace {

//! The more, the less a reader may trust the number.
int doubtOf(VerdictCode code)
{
    switch (code) {
    case VerdictCode::Close:
        return 0;
    case VerdictCode::Unattributed:
        return 1;
    case VerdictCode::NoData:
        return 2;
    case VerdictCode::Intraday:
        return 3;
    case VerdictCode::OtherBasis:
        return 4;
    case VerdictCode::Contradicted:
        break;
    }
    return 5;
}

//! Of the text it was found in; the text may have been replaced since the claims were read.
bool fitsText(const claims::Claim &claim, QStringView text)
{
    const TextSpan span = claim.span;
    if (span.start < 0 || span.isEmpty() || span.end > text.size())
        return false;
    return claim.text.isEmpty() || text.sliced(span.start, span.end - span.start) == claim.text;
}

bool isNumber(const Token &token)
{
    return token.kind == Token::Kind::Number || token.is(Role::Number);
}

//! "um", "auf", "by", "an der Börse": say what kind of number follows or nothing of it, and are no part of it.
bool isLead(const Token &token)
{
    return token.isAny(Role::By | Role::To | Role::At | Role::From | Role::Of | Role::Article | Role::Intraday
                       | Role::Filler)
           && !token.is(Role::Hedge) && !isNumber(token);
}

constexpr qsizetype kFarthest = 4000; // in a title: no line shows more of it

//! Place of text[at] in its visible line; blanks before it may have become one.
qsizetype placeInLine(QStringView text, qsizetype at)
{
    return news::visibleLine(QString(text.first(at).toString() + u'x'), text.size() + 1).size() - 1;
}

} // namespace

TextSpan numberWithin(QStringView words, const claims::Claim &claim, const claims::Lexicon &lexicon)
{
    const std::vector<Token> tokens = claims::tokenize(words, {0, words.size()}, lexicon.data(), {});
    const std::vector<claims::Quantity> quantities = claims::findQuantities(tokens, {}, lexicon.data());
    auto found = std::ranges::find_if(
        quantities, [&](const claims::Quantity &each) { return each.low == claim.low && each.high == claim.high; });
    if (found == quantities.end())
        found = quantities.begin();
    std::size_t first = found != quantities.end() ? found->first : 0;
    const std::size_t last = found != quantities.end() ? found->last : tokens.size();
    while (first + 1 < last && isLead(tokens[first]))
        ++first;
    return first < last ? TextSpan{tokens[first].span.start, tokens[last - 1].span.end} : TextSpan{0, words.size()};
}

std::vector<CheckedNumber> checkedNumbers(std::span<const store::StoredClaim> claims, store::ClaimPlace place,
                                          QStringView text, const claims::Lexicon &lexicon)
{
    std::vector<CheckedNumber> all;
    for (const store::StoredClaim &stored : claims) {
        const bool isDismissed = stored.correction && stored.correction->isDismissed;
        if (stored.place != place || isDismissed || !stored.verdict || !fitsText(stored.claim, text))
            continue;
        const TextSpan whole = stored.claim.span;
        TextSpan span = numberWithin(text.sliced(whole.start, whole.end - whole.start), stored.claim, lexicon);
        span.start += whole.start;
        span.end += whole.start;
        all.push_back({span, stored.verdict->code, {stored.key()}});
    }
    std::ranges::stable_sort(all, {}, [](const CheckedNumber &number) { return number.span.start; });
    std::vector<CheckedNumber> result;
    for (CheckedNumber &number : all) {
        if (result.empty() || result.back().span.end <= number.span.start) {
            result.push_back(std::move(number));
            continue;
        }
        CheckedNumber &shared = result.back();
        shared.keys.push_back(number.keys.front());
        if (doubtOf(number.code) > doubtOf(shared.code))
            shared.code = number.code;
    }
    return result;
}

std::vector<CheckedNumber> numbersInLine(std::vector<CheckedNumber> numbers, QStringView text, const QString &line)
{
    std::erase_if(numbers, [&](CheckedNumber &number) {
        if (number.span.end > kFarthest)
            return true;
        const qsizetype length = number.span.end - number.span.start;
        const QString words = news::visibleLine(text.sliced(number.span.start, length), text.size());
        const qsizetype start = placeInLine(text, number.span.start);
        number.span = {start, start + words.size()};
        return QStringView(line).mid(start, words.size()) != words;
    });
    return numbers;
}

} // namespace tickmark::newsview
