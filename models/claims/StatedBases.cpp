// SPDX-License-Identifier: GPL-3.0-or-later
#include "StatedBases.h"

#include <algorithm>
#include <optional>

namespace tickmark::claims {

namespace {

constexpr Roles kMoments = Role::Intraday | Role::Opening | Role::Closing;
constexpr Roles kVerbs = Role::Verb | Role::VerbBase | Role::ValueVerb | Role::LevelVerb;

//! What of a clause tells of a moment: indices of tokens, ascending.
struct ClauseWords
{
    std::vector<std::size_t> adverbials; //!< "zeitweise", "zum Handelsstart"
    std::vector<std::size_t> verbs;
    bool saysMore = false;                  //!< it has a verb or a name
    std::size_t firstDay = std::size_t(-1); //!< "am Freitag"
};

//! The member of `ascending` nearest to `place`, of two the one before it.
std::optional<std::size_t> nearestOf(const std::vector<std::size_t> &ascending, std::size_t place)
{
    const auto after = std::ranges::lower_bound(ascending, place);
    if (after == ascending.begin())
        return after == ascending.end() ? std::nullopt : std::optional(*after);
    const std::size_t before = *(after - 1);
    return after != ascending.end() && *after - place < place - before ? *after : before;
}

class BasisFinder
{
public:
    BasisFinder(std::span<const Token> tokens, const std::vector<Clause> &clauses,
                const std::vector<Quantity> &quantities)
        : m_tokens(tokens), m_clauses(clauses), m_quantities(quantities), m_bases(quantities.size())
    {}

    std::vector<StatedBasis> run()
    {
        std::optional<StatedBasis> before; // how the last clause that is no bracket ended
        bool isOpener = false;             // it was no more than "At its worst,"
        for (const Clause &clause : m_clauses) {
            const ClauseWords words = wordsOf(clause);
            std::optional<StatedBasis> own;
            for (const std::size_t index : clause.quantities) {
                const Quantity &quantity = m_quantities[index];
                own = quantity.hasIntraday ? StatedBasis{true, false} : basisAt(words, quantity.number);
                if (!own && clause.isRestated && index > 0)
                    own = m_bases[index - 1];
                else if (!own && (isOpener || goesOn(clause, words, quantity)))
                    own = before;
                m_bases[index] = own.value_or(StatedBasis{});
            }
            if (clause.kind == Clause::Kind::Bracket || clause.isEmpty())
                continue;
            before = clause.quantities.empty() ? basisAt(words, clause.tokens.back()) : own;
            isOpener = clause.quantities.empty() && !words.saysMore;
        }
        return std::move(m_bases);
    }

private:
    [[nodiscard]] ClauseWords wordsOf(const Clause &clause) const
    {
        ClauseWords words;
        for (const std::size_t index : clause.tokens) {
            const Token &token = m_tokens[index];
            // "drop" is a verb and a noun: beside a number it nearly always is the noun
            const bool isVerb = token.isAny(kVerbs) && !token.is(Role::Noun);
            if (isVerb)
                words.verbs.push_back(index);
            else if (token.isAny(kMoments))
                words.adverbials.push_back(index);
            words.saysMore |= isVerb || token.kind == Token::Kind::Mention
                              || token.isAny(Role::Group | Role::OtherVerb);
            if (token.isAny(Role::DayShift | Role::Weekday | Role::DayBefore))
                words.firstDay = std::min(words.firstDay, index);
        }
        return words;
    }

    //! By the word of a moment nearest to `place`; of verbs ("opened") only the one that states the number counts.
    [[nodiscard]] std::optional<StatedBasis> basisAt(const ClauseWords &words, std::size_t place) const
    {
        const auto distance = [place](std::size_t token) { return token > place ? token - place : place - token; };
        std::optional<std::size_t> found = nearestOf(words.adverbials, place);
        const std::optional<std::size_t> verb = nearestOf(words.verbs, place);
        if (verb && m_tokens[*verb].isAny(kMoments) && (!found || distance(*verb) < distance(*found)))
            found = verb;
        if (!found)
            return std::nullopt;
        return StatedBasis{m_tokens[*found].is(Role::Intraday), m_tokens[*found].is(Role::Opening)};
    }

    //! "..., 18,2 Prozent tiefer als am Freitag", but not "..., am Freitag um 3 Prozent"
    [[nodiscard]] static bool goesOn(const Clause &clause, const ClauseWords &words, const Quantity &quantity)
    {
        return clause.kind == Clause::Kind::Main && !words.saysMore && quantity.number < words.firstDay;
    }

    std::span<const Token> m_tokens;
    const std::vector<Clause> &m_clauses;
    const std::vector<Quantity> &m_quantities;
    std::vector<StatedBasis> m_bases;
};

} // namespace

std::vector<StatedBasis> findStatedBases(std::span<const Token> tokens, const std::vector<Clause> &clauses,
                                         const std::vector<Quantity> &quantities)
{
    return BasisFinder(tokens, clauses, quantities).run();
}

} // namespace tickmark::claims
