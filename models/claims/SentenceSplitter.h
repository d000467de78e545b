// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Tokenizer.h"

#include <QStringView>

#include <vector>

namespace tickmark::claims {

//! Parts of a text that no sentence crosses: paragraphs and headline lines. A line end inside a paragraph of hard-wrapped
//! lines parts nothing. Walks the text once; next() costs time linear in the block it returns.
class BlockSplitter
{
public:
    //! Longer blocks are cut at a blank, so that memory does not grow with a text without line ends.
    static constexpr qsizetype kLongestBlock = 1 << 16;

    explicit BlockSplitter(QStringView text) : m_text(text) {}

    //! The next block, without the blanks around it; empty at the end of the text.
    [[nodiscard]] TextSpan next();

private:
    [[nodiscard]] qsizetype lineEnd(qsizetype from) const;
    [[nodiscard]] bool isWrapped(TextSpan line, TextSpan nextLine) const;

    QStringView m_text;
    qsizetype m_at = 0;
};

//! Indices [first, last) into the tokens of a block.
struct TokenRange
{
    std::size_t first = 0;
    std::size_t last = 0;
};

//! Full stops of abbreviations ("Mrd.", "U.S."), ordinals ("27. Januar") and decimals end nothing.
[[nodiscard]] std::vector<TokenRange> splitSentences(const std::vector<Token> &tokens, const LexiconData &lexicon);

} // namespace tickmark::claims
