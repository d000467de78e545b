// SPDX-License-Identifier: GPL-3.0-or-later
#include "DayBinding.h"

#include <algorithm>

namespace tickmark::claims {

namespace {

using TokenKind = Token::Kind;
using Kind = DayMark::Kind;

constexpr std::size_t kPhraseReach = 5; //!< words between a day and the number or the noun that it belongs to
constexpr std::size_t kGovernorReach = 6;
constexpr int kMostJoined = 4; //!< numbers that one "nach" rules

class Binder
{
public:
    Binder(std::span<const Token> tokens, const std::vector<Clause> &clauses, const std::vector<Quantity> &quantities,
           const std::vector<std::size_t> &clauseOf)
        : m_tokens(tokens), m_clauses(clauses), m_quantities(quantities), m_clauseOf(clauseOf)
    {}

    void bind(std::size_t index, const DayMark &mark, DayBinding &binding) const
    {
        if (m_clauseOf[mark.first] >= m_clauses.size())
            return;
        if (mark.kind == Kind::DayAfter) {
            binding.isAside[index] = true;
            if (const auto number = numberOfDayBefore(mark))
                binding.markOf[*number] = index;
            const Clause &clause = m_clauses[m_clauseOf[mark.first]];
            if (clause.kind == Clause::Kind::Subordinate
                && clause.tokens.front() == mark.first) { // "a day after a 17% plunge wiped out $600 billion"
                for (const std::size_t number : clause.quantities)
                    binding.markOf[number] = index;
            }
            return;
        }
        if (mark.kind == Kind::Shift) {
            bindShift(index, mark, binding);
            return;
        }
        if (mark.kind != Kind::Date && mark.kind != Kind::After)
            return;
        const bool isOfVom = mark.first > 0 && m_tokens[mark.first - 1].is(Role::Of)
                             && m_tokens[mark.first - 1].is(Role::DayPreposition) && hasNounBefore(mark.first - 1);
        const bool isAttribute = isOfVom || (mark.isGenitive && hasNounBehind(mark.last));
        std::optional<std::size_t> number = numberBefore(mark);
        if (number && binding.markOf[*number])
            number.reset();
        bool isGoverned = number && (isFrom(m_quantities[*number]) || governed(m_quantities[*number].number));
        if (number && !isGoverned && !isOfVom)
            number.reset();
        if (!number && (isAttribute || mark.kind == Kind::After)) {
            number = numberBehind(mark);
            isGoverned = mark.kind == Kind::After;
        }
        const bool isSubject = isAttribute && !isGoverned && mark.kind == Kind::Date && beginsClause(mark, isOfVom);
        if (number && (!isSubject || m_clauses[m_clauseOf[mark.first]].quantities.size() > 1)) {
            binding.markOf[*number] = index;
            binding.isAside[index] = true;
        } else if (mark.kind == Kind::After || (isAttribute && !isSubject)) {
            binding.isAside[index] = true;
        }
    }

private:
    //! "nach dem Kursrutsch von 17 Prozent am Vortag", "dem 20-prozentigen Kursrutsch vom Vortag"
    void bindShift(std::size_t index, const DayMark &mark, DayBinding &binding) const
    {
        const bool isOfNoun = m_tokens[mark.first].is(
            Role::Filler); // "vom Vortag": else says what a price is compared to
        std::optional<std::size_t> number = mark.count < 0 ? numberBefore(mark) : std::nullopt;
        if (number && !governed(m_quantities[*number].number))
            number.reset();
        if (!number && isOfNoun && governed(mark.first))
            number = numberBehind(mark);
        if (number)
            binding.markOf[*number] = index;
        binding.isAside[index] = number.has_value() || isOfNoun;
    }

    [[nodiscard]] bool isPlainWord(std::size_t at) const
    {
        return m_tokens[at].kind == TokenKind::Word && !isVerbAt(m_tokens, at);
    }

    //! "nach einem Minus von 3,1 % am Montag", "after a 17% drop on Monday": the number right before the day.
    [[nodiscard]] std::optional<std::size_t> numberBefore(const DayMark &mark) const
    {
        const auto behind = std::ranges::upper_bound(m_quantities, mark.first, {}, &Quantity::last);
        if (behind == m_quantities.begin())
            return std::nullopt;
        const auto found = std::prev(behind);
        if (m_clauseOf[found->number] != m_clauseOf[mark.first] || mark.first - found->last > kPhraseReach)
            return std::nullopt;
        for (std::size_t i = found->last; i < mark.first; ++i) {
            if (!isPlainWord(i) && m_tokens[i].kind != TokenKind::Mention)
                return std::nullopt;
        }
        return std::size_t(found - m_quantities.begin());
    }

    //! "Monday's record 17% rout", "dem Kurssturz vom Montag um 17 Prozent": the number right behind the day.
    [[nodiscard]] std::optional<std::size_t> numberBehind(const DayMark &mark) const
    {
        if (!mark.isGenitive && !hasNounBefore(mark.first)) // "nach den Zahlen vom Mittwoch um 3 Prozent"
            return std::nullopt;
        const auto found = std::ranges::lower_bound(m_quantities, mark.last, {}, &Quantity::number);
        if (found == m_quantities.end() || m_clauseOf[found->number] != m_clauseOf[mark.first])
            return std::nullopt;
        // "erholte sich nach dem Kurssturz vom Montag um 8,9 Prozent": of the verb
        const Clause &clause = m_clauses[m_clauseOf[mark.first]];
        const bool isOfVerb = !mark.isGenitive && clause.quantities.size() == 1
                              && std::ranges::any_of(clause.tokens, [&](std::size_t i) {
                                     return i < mark.first && m_tokens[i].isAny(Role::Verb | Role::VerbBase)
                                            && isVerbAt(m_tokens, i);
                                 });
        const std::size_t first = std::max(found->first, mark.last);
        if (isOfVerb || first - mark.last > kPhraseReach)
            return std::nullopt;
        for (std::size_t i = mark.last; i < first; ++i) {
            if (!isPlainWord(i))
                return std::nullopt;
        }
        // "nach dem Kurssturz vom Montag 8,9 Prozent höher"
        const bool isOther = found->last < m_tokens.size() && m_tokens[found->last].is(Role::Adverb);
        return isOther ? std::nullopt : std::optional(std::size_t(found - m_quantities.begin()));
    }

    //! "A day after a 17% plunge", "einen Tag nach dem Minus von 17 Prozent"
    [[nodiscard]] std::optional<std::size_t> numberOfDayBefore(const DayMark &mark) const
    {
        const auto found = std::ranges::lower_bound(m_quantities, mark.last, {}, &Quantity::number);
        if (found == m_quantities.end() || m_clauseOf[found->number] != m_clauseOf[mark.first]
            || found->number - mark.last > kPhraseReach)
            return std::nullopt;
        const std::size_t first = std::max(found->first, mark.last);
        for (std::size_t i = mark.last; i < first; ++i) {
            if (m_tokens[i].kind != TokenKind::Word || (i > mark.last && isVerbAt(m_tokens, i))) // "after plunging 17%"
                return std::nullopt;
        }
        return std::size_t(found - m_quantities.begin());
    }

    //! "von 142,62 Dollar am Freitag"
    [[nodiscard]] static bool isFrom(const Quantity &quantity)
    {
        return quantity.lead == Quantity::Lead::From && quantity.unit != Quantity::Unit::Percent;
    }

    //! A word such as "nach" rules the phrase that ends before `first`.
    [[nodiscard]] bool governed(std::size_t first, int joined = 0) const
    {
        for (std::size_t at = first; at-- > 0 && first - at <= kGovernorReach;) {
            const Token &token = m_tokens[at];
            if (token.is(Role::After) || (token.is(Role::From) && token.is(Role::Since)))
                return true;
            if (token.is(Role::And)) // "nach einem Minus von 8 % am Montag und einem Minus von 11 % am Dienstag"
                return joined < kMostJoined && continuesGoverned(at, joined + 1);
            if (token.kind != TokenKind::Word || isVerbAt(m_tokens, at))
                return false;
        }
        return false;
    }

    //! The number before "und" at `end` is governed, and nothing but its day stands between.
    [[nodiscard]] bool continuesGoverned(std::size_t end, int joined) const
    {
        const auto behind = std::ranges::upper_bound(m_quantities, end, {}, &Quantity::last);
        if (behind == m_quantities.begin())
            return false;
        const Quantity &before = *std::prev(behind);
        if (end - before.last > kPhraseReach)
            return false;
        for (std::size_t at = before.last; at < end; ++at) {
            if (!isPlainWord(at))
                return false;
        }
        return governed(before.number, joined);
    }

    [[nodiscard]] bool hasNounBehind(std::size_t from) const
    {
        for (std::size_t at = from; at < m_tokens.size() && at < from + kPhraseReach; ++at) {
            if (m_tokens[at].is(Role::Noun))
                return true;
            if (m_tokens[at].kind == TokenKind::Mark || m_tokens[at].kind == TokenKind::Mention
                || m_tokens[at].isAny(kVerbRoles | Role::Preposition))
                return false;
        }
        return false;
    }

    //! "der Kursverlust vom", "das Minus von 17 Prozent vom"
    [[nodiscard]] bool hasNounBefore(std::size_t end) const
    {
        for (std::size_t at = end; at-- > 0 && end - at <= kPhraseReach;) {
            if (m_tokens[at].is(Role::Noun))
                return true;
            if (m_tokens[at].kind == TokenKind::Mark || isVerbAt(m_tokens, at))
                return false;
        }
        return false;
    }

    //! "Monday's 17% rout was ...", "Der Kurssturz vom Montag kostete ...": what the clause is about.
    [[nodiscard]] bool beginsClause(const DayMark &mark, bool isOfVom) const
    {
        const std::vector<std::size_t> &tokens = m_clauses[m_clauseOf[mark.first]].tokens;
        const std::size_t end = isOfVom ? mark.first - 1 : mark.first;
        if (end - tokens.front() > 2 * kPhraseReach)
            return false;
        for (const std::size_t i : tokens) {
            if (i >= end)
                break;
            if (m_tokens[i].kind == TokenKind::Mark || isVerbAt(m_tokens, i)
                || m_tokens[i].isAny(Role::Preposition | Role::By))
                return false;
        }
        return true;
    }

    std::span<const Token> m_tokens;
    const std::vector<Clause> &m_clauses;
    const std::vector<Quantity> &m_quantities;
    const std::vector<std::size_t> &m_clauseOf;
};

} // namespace

DayBinding bindDays(std::span<const Token> tokens, const std::vector<Clause> &clauses,
                    const std::vector<Quantity> &quantities, const std::vector<DayMark> &marks,
                    const std::vector<std::size_t> &clauseOf)
{
    DayBinding binding;
    binding.markOf.resize(quantities.size());
    binding.isAside.resize(marks.size(), false);
    const Binder binder(tokens, clauses, quantities, clauseOf);
    for (std::size_t i = 0; i < marks.size(); ++i)
        binder.bind(i, marks[i], binding);
    return binding;
}

} // namespace tickmark::claims
