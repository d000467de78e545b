// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LexiconData.h"
#include <news/MentionFinder.h>
#include <news/WordScanner.h>

#include <QStringView>

#include <span>
#include <vector>

namespace tickmark::claims {

//! The smallest unit that the grammar knows: a word or a phrase of the lexicon, a number in digits, a sign, a name, a mark.
struct Token
{
    enum class Kind : quint8 {
        Word,
        Number,
        Sign,    //!< '+' or a minus directly before a number
        Mention, //!< `mention` says whose
        Mark,    //!< punctuation: `mark`
    };

    Kind kind = Kind::Word;
    bool isCapital = false;    //!< begins with a capital letter
    bool isHyphened = false;   //!< joined to the token before by a hyphen
    bool isPossessive = false; //!< a name with 's, or with the genitive of the language
    bool isMarked = false;     //!< a number with decimals or groups
    bool hasBlankBefore = false;
    QChar mark;
    TextSpan span;
    const WordEntry *entry = nullptr; //!< of the lexicon, if that knows it
    news::WordHash hash = 0;          //!< of the last word
    const news::Mention *mention = nullptr;
    double value = 0; //!< of numbers, never negative
    double halfUnit = 0;
    Direction direction = Direction::None; //!< of signs

    [[nodiscard]] bool is(Role role) const { return entry && entry->roles.has(role); }
    [[nodiscard]] bool isAny(Roles roles) const { return entry && entry->roles.hasAny(roles); }
    [[nodiscard]] bool isMark(char16_t character) const { return kind == Kind::Mark && mark == character; }
};

//! Marks that quote; the grammar reads over them.
[[nodiscard]] bool isQuote(QChar character);
[[nodiscard]] bool isDash(QChar character);

//! The tokens of `block`, a part of `text`, with spans in `text`. `mentions` are those that begin in the block, ascending.
//! Linear in the block.
[[nodiscard]] std::vector<Token> tokenize(QStringView text, TextSpan block, const LexiconData &lexicon,
                                          std::span<const news::Mention> mentions);

} // namespace tickmark::claims
