// SPDX-License-Identifier: GPL-3.0-or-later
#include "Clauses.h"

#include "ClauseLinks.h"
#include "SubjectRoles.h"

#include <algorithm>

namespace tickmark::claims {

namespace {

using TokenKind = Token::Kind;
using Kind = Clause::Kind;

//! What may stand between the comma of a list and its next name.
constexpr Roles kBeforeName = Role::Article | Role::Share | Role::Company | Role::Filler | Role::IndexNoun
                              | Role::Possessive;
constexpr std::size_t kMostBeforeName = 3;

class ClauseSplitter
{
public:
    ClauseSplitter(std::span<const Token> tokens, const std::vector<Quantity> &quantities,
                   const std::vector<DayMark> &days, const LexiconData &lexicon)
        : m_tokens(tokens),
          m_quantities(quantities),
          m_days(days),
          m_lexicon(lexicon),
          m_quantityAt(tokens.size(), false)
    {
        for (const Quantity &quantity : quantities) {
            for (std::size_t i = quantity.first; i < quantity.last; ++i)
                m_quantityAt[i] = true;
        }
    }

    std::vector<Clause> run()
    {
        for (std::size_t i = 0; i < m_tokens.size(); ++i)
            read(i);
        closeBracket();
        finish(m_current);
        std::ranges::stable_sort(m_clauses, {}, [](const Clause &clause) { return clause.tokens.front(); });
        linkClauses(m_clauses, m_tokens, m_quantities, m_lexicon);
        return std::move(m_clauses);
    }

private:
    void read(std::size_t at)
    {
        const Token &token = m_tokens[at];
        if (token.kind == TokenKind::Mark)
            readMark(at);
        else if (opensClause(at))
            begin(at, kindOf(token));
        else
            append(at);
    }

    void append(std::size_t at)
    {
        Clause &clause = m_isInBracket ? m_bracket : m_current;
        if (clause.isEmpty() && clause.kind == Kind::Main)
            clause.kind = kindAtBegin(at, clause);
        clause.tokens.push_back(at);
    }

    void readMark(std::size_t at)
    {
        const Token &token = m_tokens[at];
        const char16_t mark = token.mark.unicode();
        switch (mark) {
        case u'0': // a date or another run of digits that is no number
            append(at);
            return;
        case u'(':
        case u'[':
            if (!m_isInBracket && (!m_current.isEmpty() || at > 0)) {
                m_isInBracket = true;
                m_bracket = {};
                m_bracket.kind = Kind::Bracket;
                m_bracket.anchor = at > 0 ? at - 1 : 0;
            }
            return;
        case u')':
        case u']':
            closeBracket();
            return;
        case u',':
            if (!joinsAtComma(at))
                part(at, false);
            return;
        case u':':
            part(at, true);
            return;
        case u'+': // "+++ Dax 1 % tiefer +++"
            if (token.hasBlankBefore || m_tokens[at - 1].isMark(u'+'))
                part(at, false);
            return;
        case u';':
        case u'|':
        case u'/':
        case u'\x2022':
            part(at, false);
            return;
        default:
            if (isDash(token.mark) && token.hasBlankBefore && !m_quantityAt[at])
                part(at, false);
        }
    }

    void part(std::size_t at, bool isColon)
    {
        if (m_isInBracket) {
            const std::size_t anchor = m_bracket.anchor;
            finish(m_bracket);
            m_bracket = {};
            m_bracket.kind = Kind::Bracket;
            m_bracket.anchor = anchor;
            return;
        }
        finish(m_current);
        m_current = {};
        m_current.followsColon = isColon;
        m_current.anchor = at > 0 ? at - 1 : 0;
    }

    void begin(std::size_t at, Kind kind)
    {
        Clause &clause = m_isInBracket ? m_bracket : m_current;
        if (!clause.isEmpty()) {
            const Kind before = clause.kind;
            part(at, false);
            Clause &fresh = m_isInBracket ? m_bracket : m_current;
            if (fresh.kind != Kind::Bracket)
                fresh.kind = kind == Kind::Coordinated && before != Kind::Main && before != Kind::Coordinated ? before
                                                                                                              : kind;
        } else if (clause.kind == Kind::Main) {
            clause.kind = kind;
        }
        Clause &fresh = m_isInBracket ? m_bracket : m_current;
        fresh.isCoordinated = kind == Kind::Coordinated;
        fresh.tokens.push_back(at);
    }

    void closeBracket()
    {
        if (!m_isInBracket)
            return;
        finish(m_bracket);
        m_isInBracket = false;
    }

    void finish(Clause &clause)
    {
        if (!clause.isEmpty())
            m_clauses.push_back(std::move(clause));
        clause = {};
    }

    static Kind kindOf(const Token &token)
    {
        if (token.is(Role::Conditional))
            return Kind::Conditional;
        if (token.is(Role::Subordinator) && !token.is(Role::And))
            return Kind::Subordinate;
        return token.is(Role::Contrast) ? Kind::Main : Kind::Coordinated;
    }

    //! Of a clause that begins with `at` behind a mark.
    [[nodiscard]] Kind kindAtBegin(std::size_t at, const Clause &clause) const
    {
        const Token &token = m_tokens[at];
        const bool isBehindComma = clause.anchor + 1 < m_tokens.size() && at > 0 && m_tokens[at - 1].isMark(u',');
        if (isBehindComma && token.is(Role::Relative))
            return Kind::Relative;
        if (isBehindComma && token.is(Role::ArticleRelative)
            && (isRelativeArticle(at) || (!m_clauses.empty() && isAboutOpenSubject(at, m_clauses.back()))))
            return Kind::Relative;
        if (token.is(Role::Conditional))
            return Kind::Conditional;
        if (token.is(Role::Subordinator) && !isPreposition(at))
            return Kind::Subordinate;
        return Kind::Main;
    }

    //! "der um 2,8 % fiel" against "der Dax fiel": no noun phrase follows.
    [[nodiscard]] bool isRelativeArticle(std::size_t at) const
    {
        if (at + 1 >= m_tokens.size())
            return false;
        const Token &next = m_tokens[at + 1];
        if (next.kind == TokenKind::Mention || next.isCapital)
            return next.isAny(Role::Weekday | Role::Month);
        return m_quantityAt[at + 1] || next.kind == TokenKind::Number
               || next.isAny(Role::By | Role::Preposition | Role::ReasonPreposition | Role::Intraday | Role::Hedge
                             | Role::Filler | Role::Pronoun | Role::DayBefore | Role::DayShift | Role::SpanWeek
                             | Role::SpanMonth | Role::SpanYear | Role::OtherSpan | Role::Since | Role::Possessive);
    }

    //! "Der Fonds, der Nvidia hält, verlor": what stands before the comma has no verb yet, and a verb ends the clause.
    [[nodiscard]] bool isAboutOpenSubject(std::size_t at, const Clause &before) const
    {
        if (at + 2 >= m_tokens.size() || !m_tokens[at].is(Role::ArticleRelative)
            || m_tokens[at + 1].kind != TokenKind::Mention || before.isEmpty() || before.kind == Kind::Bracket
            || hasVerbOrNumber(before))
            return false;
        std::size_t end = at + 2;
        while (end < m_tokens.size() && m_tokens[end].kind == TokenKind::Word && !m_tokens[end].is(Role::And))
            ++end;
        const Token &last = m_tokens[end - 1];
        return end < m_tokens.size() && m_tokens[end].isMark(u',') && last.kind == TokenKind::Word && !last.isCapital;
    }

    //! "after Monday's rout": no clause, but words that give a day.
    [[nodiscard]] bool isPreposition(std::size_t at) const
    {
        const Token &token = m_tokens[at];
        if (!token.isAny(Role::Since | Role::After) || at + 1 >= m_tokens.size())
            return false;
        const Token &next = m_tokens[at + 1];
        if (next.isAny(Role::Weekday | Role::Month) || next.kind == TokenKind::Number)
            return true;
        return next.is(Role::Article) && !hasVerbBehind(at);
    }

    [[nodiscard]] bool hasVerbBehind(std::size_t at) const
    {
        for (std::size_t i = at + 1; i < m_tokens.size() && m_tokens[i].kind != TokenKind::Mark; ++i) {
            if (m_tokens[i].isAny(kVerbs | Role::NoClaimClause) && !m_tokens[i].is(Role::Noun))
                return true;
        }
        return false;
    }

    [[nodiscard]] bool opensClause(std::size_t at) const
    {
        const Token &token = m_tokens[at];
        if (token.kind != TokenKind::Word || m_quantityAt[at])
            return false;
        const Clause &clause = m_isInBracket ? m_bracket : m_current;
        if (clause.isEmpty() || clause.tokens.back() + 1 != at)
            return token.isAny(Role::And | Role::Contrast) && !clause.isEmpty() && opensCoordinated(at, clause);
        if (token.isAny(Role::Subordinator | Role::Contrast | Role::Conditional) && !m_lexicon.subordinatorsNeedComma
            && !isPreposition(at) && !token.isHyphened)
            return token.is(Role::Contrast) || hasVerbOrNumber(clause);
        return token.is(Role::And) && opensCoordinated(at, clause);
    }

    //! Whether "und" at `at` parts what it joins.
    [[nodiscard]] bool opensCoordinated(std::size_t at, const Clause &clause) const
    {
        if (!hasVerbOrNumber(clause) || isNumberList(at))
            return false;
        if (owesName(clause) && endsWithName(clause) && beginsWithName(at + 1))
            return false;
        const bool hasNumber = hasQuantity(clause);
        return hasNumber || !(endsWithName(clause) && beginsWithName(at + 1));
    }

    //! "Verluste von 17 und 17,4 Prozent bei Nvidia": two numbers and, behind them, one name so far.
    [[nodiscard]] bool owesName(const Clause &clause) const
    {
        const auto behind = std::ranges::upper_bound(m_quantities, clause.tokens.back(), {}, &Quantity::number);
        auto first = behind;
        while (first != m_quantities.begin() && (first == behind || first->isListed)
               && std::prev(first)->number >= clause.tokens.front())
            --first;
        if (behind - first < 2)
            return false;
        const auto names = std::ranges::count_if(clause.tokens, [&](std::size_t i) {
            return i > std::prev(behind)->number && m_tokens[i].kind == TokenKind::Mention;
        });
        return names > 0 && names < behind - first;
    }

    [[nodiscard]] bool hasQuantity(const Clause &clause) const
    {
        return std::ranges::any_of(clause.tokens, [&](std::size_t i) { return bool(m_quantityAt[i]); });
    }

    [[nodiscard]] bool hasVerbOrNumber(const Clause &clause) const
    {
        return std::ranges::any_of(clause.tokens,
                                   [&](std::size_t i) { return m_quantityAt[i] || m_tokens[i].isAny(kVerbs); });
    }

    [[nodiscard]] bool endsWithName(const Clause &clause) const
    {
        return !clause.isEmpty() && m_tokens[clause.tokens.back()].kind == TokenKind::Mention;
    }

    //! "Foobar (-3 %)", "die Nvidia-Aktie (-17 %)", but not "schloss leichter (-2 %)", "trat auf der Stelle (+0,2 %)".
    [[nodiscard]] bool mayEndWithName(const Clause &clause) const
    {
        constexpr Roles kOfName = Role::Share | Role::Company | Role::IndexNoun | Role::CurrencyNoun | Role::FirmSuffix
                                  | Role::Group;
        if (clause.isEmpty())
            return false;
        const std::size_t last = clause.tokens.back();
        if (m_tokens[last].isAny(kOfName))
            return true;
        const bool isBehindArticle = clause.tokens.size() > 1
                                     && m_tokens[clause.tokens[clause.tokens.size() - 2]].isAny(
                                         Role::Article | Role::ArticlePreposition);
        return m_tokens[last].isCapital && !m_tokens[last].entry && !(isBehindArticle && m_lexicon.nounsAreCapital);
    }

    [[nodiscard]] bool beginsWithName(std::size_t at) const
    {
        for (std::size_t i = at; i < m_tokens.size() && i < at + kMostBeforeName; ++i) {
            if (m_tokens[i].kind == TokenKind::Mention)
                return true;
            if (!m_tokens[i].isAny(kBeforeName))
                return false;
        }
        return false;
    }

    //! "28 und 21 Prozent": the mark or word at `at` stands between two numbers.
    [[nodiscard]] bool isNumberList(std::size_t at) const
    {
        for (std::size_t i = 1; i < m_quantities.size(); ++i) {
            if (m_quantities[i].isListed && m_quantities[i - 1].last <= at && at < m_quantities[i].first)
                return m_quantities[i].unit == m_quantities[i - 1].unit || m_tokens[at].is(Role::Respectively);
        }
        return false;
    }

    [[nodiscard]] bool joinsAtComma(std::size_t at) const
    {
        if (isInDate(at))
            return true;
        if (m_isInBracket)
            return false;
        if (isNumberList(at) && !hasUnitBefore(at))
            return true;
        const bool isAfterName = endsWithName(m_current)
                                 || (at > 0 && m_tokens[at - 1].isMark(u')') && mayEndWithName(m_current));
        return isAfterName && !hasQuantity(m_current) && beginsWithName(at + 1) && !m_current.isEmpty()
               && !isRelativeStart(at + 1);
    }

    //! "am Montag, dem 27. Januar, um 17 Prozent": a comma inside the date, or the one that ends it when the clause is still
    //! to say its number. "Am Montag, dem 27. Januar, verlor ...": only says when, the clause follows.
    [[nodiscard]] bool isInDate(std::size_t at) const
    {
        const auto date = std::ranges::lower_bound(m_days, at, {}, &DayMark::last);
        if (date == m_days.end() || date->first >= at || !m_tokens[date->first].is(Role::Weekday))
            return false;
        if (at < date->last)
            return true;
        const bool hasComma = std::any_of(m_tokens.begin() + std::ptrdiff_t(date->first),
                                          m_tokens.begin() + std::ptrdiff_t(date->last),
                                          [](const Token &token) { return token.isMark(u','); });
        constexpr Roles kOpening = Role::Subordinator | Role::Conditional | Role::Contrast | Role::Relative;
        const bool opensOther = at + 1 < m_tokens.size()
                                && (m_tokens[at + 1].isAny(kOpening) || isRelativeStart(at + 1));
        const Clause &clause = m_isInBracket ? m_bracket : m_current;
        return hasComma && !opensOther && !hasQuantity(clause) && saysMoreThan(clause, *date);
    }

    [[nodiscard]] bool saysMoreThan(const Clause &clause, const DayMark &date) const
    {
        return clause.kind == Kind::Relative || clause.kind == Kind::Subordinate
               || std::ranges::any_of(clause.tokens, [&](std::size_t i) {
                      return i < date.first && (m_tokens[i].kind == TokenKind::Mention || m_tokens[i].isAny(kVerbs));
                  });
    }

    [[nodiscard]] bool isRelativeStart(std::size_t at) const
    {
        return at < m_tokens.size()
               && (m_tokens[at].is(Role::Relative) || (m_tokens[at].is(Role::ArticleRelative) && isRelativeArticle(at))
                   || isAboutOpenSubject(at, m_current));
    }

    //! "54 points, 0.1%": two numbers, not one list.
    [[nodiscard]] bool hasUnitBefore(std::size_t at) const
    {
        return at > 0 && m_tokens[at - 1].isAny(Role::Percent | Role::Points | Role::Currency);
    }

    std::span<const Token> m_tokens;
    const std::vector<Quantity> &m_quantities;
    const std::vector<DayMark> &m_days;
    const LexiconData &m_lexicon;
    std::vector<bool> m_quantityAt;
    std::vector<Clause> m_clauses;
    Clause m_current;
    Clause m_bracket;
    bool m_isInBracket = false;
};

} // namespace

std::size_t Clause::placeOf(std::size_t token) const
{
    return std::size_t(std::ranges::lower_bound(tokens, token) - tokens.begin());
}

std::vector<Clause> splitClauses(std::span<const Token> tokens, const std::vector<Quantity> &quantities,
                                 const std::vector<DayMark> &days, const LexiconData &lexicon)
{
    return ClauseSplitter(tokens, quantities, days, lexicon).run();
}

} // namespace tickmark::claims
