// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimExtractor.h"

#include "ClaimGrammar.h"
#include "SentenceSplitter.h"

#include <algorithm>

namespace tickmark::claims {

std::vector<Claim> extractClaims(QStringView text, const Lexicon &lexicon, const std::vector<news::Mention> &mentions,
                                 core::Time published)
{
    std::vector<Claim> claims;
    TextMemory memory;
    std::size_t before = 0; // claims known before the last sentence
    BlockSplitter blocks(text);
    auto mention = mentions.begin();
    for (TextSpan block = blocks.next(); !block.isEmpty(); block = blocks.next()) {
        const auto startsBefore = [](qsizetype place) {
            return [place](const news::Mention &candidate) { return candidate.start < place; };
        };
        mention = std::find_if_not(mention, mentions.end(), startsBefore(block.start));
        const auto last = std::find_if_not(mention, mentions.end(), startsBefore(block.end));
        const std::vector<Token> tokens = tokenize(text, block, lexicon.data(), {mention, last});
        mention = last;
        for (const TokenRange &sentence : splitSentences(tokens, lexicon.data())) {
            const std::span<const Token> own(tokens.data() + sentence.first, sentence.last - sentence.first);
            if (isDenialOfBefore(own))
                claims.resize(before);
            before = claims.size();
            std::vector<Claim> found = ClaimGrammar(own, text, lexicon.data(), published, memory).read();
            std::ranges::move(found, std::back_inserter(claims));
        }
    }
    return claims;
}

} // namespace tickmark::claims
