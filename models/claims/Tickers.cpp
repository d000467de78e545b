// SPDX-License-Identifier: GPL-3.0-or-later
#include "Tickers.h"

#include <algorithm>

namespace tickmark::claims {

namespace {

using Kind = Token::Kind;
using Unit = Quantity::Unit;
using Lead = Quantity::Lead;

constexpr double kSmallestBareLevel = 1000;
constexpr std::size_t kMostMarks = 2;   //!< between a price and its move
constexpr std::size_t kMostBetween = 6; //!< tokens between a name and its price
constexpr Roles kBesideName = Role::Share | Role::IndexNoun | Role::CurrencyNoun | Role::FirmSuffix | Role::Article
                              | Role::LevelVerb | Role::Filler | Role::Intraday | Role::DayBefore;

//! Marks that part the columns of a line.
bool isColumnMark(const Token &token)
{
    if (token.kind != Kind::Mark)
        return false;
    constexpr QStringView kMarks = u":|/,;()[]\x2022";
    return kMarks.contains(token.mark) || isDash(token.mark) || isQuote(token.mark);
}

bool isPrice(const Quantity &quantity, std::span<const Token> tokens)
{
    if (quantity.sign != Direction::None || quantity.scale != 1 || quantity.isRange || quantity.hasArticle
        || quantity.hedge != Hedge::Exact)
        return false;
    if (quantity.lead != Lead::None && quantity.lead != Lead::At)
        return false;
    if (quantity.unit == Unit::Money || quantity.unit == Unit::Points)
        return true;
    return quantity.unit == Unit::None && tokens[quantity.number].kind == Kind::Number
           && (quantity.isMarked || quantity.low >= kSmallestBareLevel);
}

bool areColumns(std::span<const Token> tokens, std::size_t from, std::size_t to)
{
    return to >= from && to - from <= kMostMarks && std::ranges::all_of(tokens.subspan(from, to - from), &isColumnMark);
}

//! Nothing but a name, and words that go with one, before `place`; in brackets any: "DAX (Xetra): 21.282".
bool isBehindName(std::span<const Token> tokens, std::size_t place)
{
    bool isInBracket = false;
    for (std::size_t back = 1; back <= kMostBetween && back <= place; ++back) {
        const Token &token = tokens[place - back];
        if (token.kind == Kind::Mention)
            return !token.mention->isAside;
        if (token.isMark(u')') || token.isMark(u'('))
            isInBracket = token.isMark(u')');
        const bool isBeside = token.kind == Kind::Word && (isInBracket || token.isAny(kBesideName))
                              && !token.is(Role::NoClaimNoun);
        if (!isColumnMark(token) && !isBeside)
            return false;
    }
    return false;
}

//! The signed numbers right behind `price`, and a percentage in brackets behind those: one past the last of them, `price` + 1
//! when none of them says what it counts.
std::size_t endOfMoves(std::span<const Token> tokens, const std::vector<Quantity> &quantities, std::size_t price)
{
    std::size_t end = price + 1;
    bool hasUnit = false;
    bool hasPercent = false;
    while (end < quantities.size() && !hasPercent
           && areColumns(tokens, quantities[end - 1].last, quantities[end].first)) {
        const Quantity &move = quantities[end];
        const bool isPercent = move.unit == Unit::Percent;
        if (move.sign == Direction::None && !(isPercent && end > price + 1))
            break;
        hasPercent = isPercent;
        hasUnit = hasUnit || move.unit == Unit::Percent || move.unit == Unit::Points;
        ++end;
    }
    return hasUnit ? end : price + 1;
}

} // namespace

void markTickers(std::span<const Token> tokens, std::vector<Quantity> &quantities)
{
    for (std::size_t i = 0; i < quantities.size(); ++i) {
        Quantity &price = quantities[i];
        if (!isPrice(price, tokens))
            continue;
        const std::size_t end = endOfMoves(tokens, quantities, i);
        const bool isBeforeMove = end > i + 1 && isBehindName(tokens, price.first);
        const bool isBehindMove = i > 0 && quantities[i - 1].sign != Direction::None
                                  && quantities[i - 1].unit == Unit::Percent
                                  && price.first == quantities[i - 1].last + 1
                                  && tokens[quantities[i - 1].last].isMark(u'(') && price.last < tokens.size()
                                  && tokens[price.last].isMark(u')') && isBehindName(tokens, quantities[i - 1].first);
        price.isTicker = isBeforeMove || isBehindMove;
        for (std::size_t move = i + 1; isBeforeMove && move < end; ++move) {
            if (quantities[move].unit != Unit::None)
                continue;
            quantities[move].unit = price.unit == Unit::None ? Unit::Points : price.unit;
            quantities[move].currency = price.currency;
        }
    }
}

} // namespace tickmark::claims
