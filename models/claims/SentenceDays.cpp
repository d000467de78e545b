// SPDX-License-Identifier: GPL-3.0-or-later
#include "SentenceDays.h"

#include "DayBinding.h"

#include <algorithm>
#include <utility>

namespace tickmark::claims {

namespace {

using TokenKind = Token::Kind;
using Kind = DayMark::Kind;

constexpr qint32 kHistory = 31; //!< days before the publication that are none of today's story
constexpr qint32 kSceneDays = 2;
constexpr int kSaturday = 6;
constexpr std::size_t kWhenReach = 3; //!< words between a time and the comma before "when"
constexpr std::size_t kFront = 2;     //!< words before a day that begins its clause, or behind one that ends it

bool isMain(const Clause &clause)
{
    return clause.kind == Clause::Kind::Main || clause.kind == Clause::Kind::Coordinated;
}

bool isWeekend(const NamedDay &day)
{
    return day.date && day.date->weekday() >= kSaturday;
}

} // namespace

SentenceDays::SentenceDays(std::span<const Token> tokens, const std::vector<Clause> &clauses,
                           const std::vector<Quantity> &quantities, std::vector<DayMark> marks, TextSpan sentence,
                           const DayMemory &memory, core::Time published, const LexiconData &lexicon)
    : m_tokens(tokens),
      m_clauses(clauses),
      m_quantities(quantities),
      m_marks(std::move(marks)),
      m_market(tokens, clauses, quantities, lexicon),
      m_marksOf(clauses.size()),
      m_isNow(clauses.size(), false),
      m_isSame(clauses.size(), false),
      m_isUnheld(clauses.size(), false),
      m_inherited(clauses.size()),
      m_openSpans(clauses.size()),
      m_sentence(sentence),
      m_memory(memory),
      m_published(core::SessionDate::utcDateOf(published))
{
    std::vector<std::size_t> clauseOf(tokens.size(), clauses.size());
    for (std::size_t i = 0; i < clauses.size(); ++i) {
        for (const std::size_t token : clauses[i].tokens)
            clauseOf[token] = i;
    }
    DayBinding binding = bindDays(tokens, clauses, quantities, m_marks, clauseOf);
    m_boundTo = std::move(binding.markOf);
    m_isAside = std::move(binding.isAside);
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        const std::size_t owner = clauseOf[m_marks[i].first];
        if (owner >= clauses.size() || m_isAside[i])
            continue;
        if (m_marks[i].kind == Kind::Now)
            m_isNow[owner] = true;
        else if (m_marks[i].kind == Kind::Same)
            m_isSame[owner] = true;
        else if (m_marks[i].kind != Kind::Aside)
            m_marksOf[owner].push_back(i);
    }
    spread();
}

//! Hands days on from clause to clause.
void SentenceDays::spread()
{
    giveLastDayBefore();
    Spread state;
    state.told = state.toldMain = state.before = m_memory.day;
    for (std::size_t i = 0; i < m_clauses.size(); ++i)
        spreadTo(i, state);
    for (std::size_t i = 1; i < m_clauses.size(); ++i)
        giveSpanBefore(i);
}

//! "sank 3.07%, or 612 points, on Monday": a day that ends the sentence is that of the move before it.
void SentenceDays::giveLastDayBefore()
{
    if (m_clauses.size() < 2 || !m_market.isTimeOnly(m_clauses.size() - 1) || m_marksOf.back().empty()
        || !m_tokens[m_clauses.back().tokens.front() - 1].isMark(u',')
        || !std::ranges::all_of(m_marksOf.back(), [&](std::size_t i) { return m_marks[i].kind == Kind::Date; }))
        return;
    for (std::size_t i = m_clauses.size() - 1; i-- > 0;) {
        const Clause &clause = m_clauses[i];
        const bool isAside = clause.quantities.empty() && std::ranges::none_of(clause.tokens, [&](std::size_t token) {
                                 return isVerbAt(m_tokens, token);
                             });
        if (isAside)
            continue;
        if (!isMain(clause) || !m_marksOf[i].empty() || clause.quantities.empty())
            return;
        m_marksOf[i] = m_marksOf.back();
        if (!clause.isRestated)
            return;
    }
}

//! "lost 3%, its worst week since March": the span behind the comma is that of the number before it.
void SentenceDays::giveSpanBefore(std::size_t index)
{
    const Clause &own = m_clauses[index];
    const Clause &before = m_clauses[index - 1];
    const std::size_t front = own.tokens.front();
    if (m_marksOf[index].empty() || !own.quantities.empty() || before.quantities.empty() || front == 0
        || !m_marksOf[index - 1].empty() || !m_tokens[front - 1].isMark(u',')
        || !m_tokens[front].isAny(Role::Article | Role::Possessive))
        return;
    const bool isNamed = std::ranges::any_of(
        own.tokens, [&](std::size_t i) { return m_tokens[i].kind == TokenKind::Mention || isVerbAt(m_tokens, i); });
    if (isNamed)
        return;
    for (const std::size_t i : m_marksOf[index]) {
        if (m_marks[i].kind == Kind::Span && !m_marks[i].isDated && !m_marks[i].isGenitive)
            m_openSpans[index - 1] = {i};
    }
}

//! What a clause without a day of its own takes over.
NamedDay SentenceDays::inheritedBy(std::size_t index, Spread &state)
{
    const Clause &clause = m_clauses[index];
    if (m_isNow[index] && isHistory(m_memory.day))
        m_memory.day = m_memory.recent;
    if (m_isSame[index] && !m_memory.named.sentence.isEmpty())
        return m_memory.named;
    if (const DayMark *mark = m_marksOf[index].empty() ? markBeforeWhen(index) : nullptr) {
        m_isUnheld[index] = !mark->isDay && (mark->kind == Kind::Unknown || mark->isDated);
        if (mark->isDay) {
            state.openSpans.clear();
            return {mark->date, 0, m_sentence};
        }
    }
    if (const auto day = clause.kind == Clause::Kind::Relative ? dayOfNoun(clause) : std::nullopt)
        return *day;
    const bool isDayLater = std::ranges::any_of(
        m_marksOf[index], [&](std::size_t i) { return m_marks[i].kind == Kind::Shift && m_marks[i].count > 0; });
    if (isDayLater && !m_memory.background.sentence.isEmpty()) // "Am Montag hatte ... Tags darauf ..."
        return m_memory.background;
    if (state.lead && isMain(clause) && !m_market.isTimeOnly(index))
        return *std::exchange(state.lead, std::nullopt);
    // "did not decline on Wednesday but gained 0.5%"
    const bool isCorrection = index > 0 && m_tokens[clause.tokens.front()].is(Role::Contrast)
                              && std::ranges::any_of(m_clauses[index - 1].tokens,
                                                     [&](std::size_t i) { return m_tokens[i].is(Role::NotMeant); });
    if (clause.followsColon || clause.kind == Clause::Kind::Bracket || isCorrection)
        return state.before;
    if (clause.kind == Clause::Kind::Coordinated || (index > 0 && m_tokens[clause.tokens.front()].is(Role::And)))
        return isMain(clause) ? state.toldMain : state.told;
    if (m_market.isElliptic(index) && state.open
        && m_quantities[clause.quantities.front()].first == clause.tokens.front())
        return *state.open;
    if (m_market.isElliptic(index)) // ", with Nvidia up 3%" goes with the main clause
        return m_tokens[clause.tokens.front()].is(Role::Contrast) ? state.toldMain : state.told;
    const bool isBefore = m_market.isBackground(index) && !m_memory.background.sentence.isEmpty();
    return isBefore ? m_memory.background : m_memory.day;
}

//! "the worst day since March 2020, when it fell 18%": the time before the comma is that of the clause.
const DayMark *SentenceDays::markBeforeWhen(std::size_t index) const
{
    const std::size_t front = m_clauses[index].tokens.front();
    if (front < 2 || !m_tokens[front].is(Role::TimeRelative) || !m_tokens[front - 1].isMark(u','))
        return nullptr;
    const auto behind = std::ranges::upper_bound(m_marks, front - 1, {}, &DayMark::last);
    if (behind == m_marks.begin())
        return nullptr;
    const DayMark &mark = *std::prev(behind);
    if (mark.last + kWhenReach < front - 1)
        return nullptr;
    for (std::size_t i = mark.last; i < front - 1; ++i) { // "since March 2020", "wie seit März 2020 nicht mehr"
        const bool isYear = m_tokens[i].kind == TokenKind::Number;
        if (!isYear && (m_tokens[i].kind != TokenKind::Word || isVerbAt(m_tokens, i)))
            return nullptr;
    }
    return &mark;
}

//! "Monday's rout, which cost ...": the day of the noun that a relative clause is about.
std::optional<NamedDay> SentenceDays::dayOfNoun(const Clause &relative) const
{
    const std::size_t end = relative.anchor + 1;
    const auto behind = std::ranges::upper_bound(m_marks, end, {}, &DayMark::last);
    if (behind == m_marks.begin())
        return std::nullopt;
    const auto mark = std::prev(behind);
    const bool isDay = mark->kind == Kind::Date || mark->kind == Kind::After;
    if (!isDay || !m_isAside[std::size_t(mark - m_marks.begin())] || end - mark->last > kFront)
        return std::nullopt;
    return NamedDay{mark->date, 0, m_sentence};
}

//! The day that the clause names itself, with what relative words make of it.
bool SentenceDays::readOwnDay(std::size_t index, NamedDay &own) const
{
    bool isDay = false;
    for (const std::size_t i : m_marksOf[index]) {
        const DayMark &mark = m_marks[i];
        if (mark.kind == Kind::Date || mark.kind == Kind::Today) {
            own = {mark.kind == Kind::Date ? std::optional(mark.date) : std::nullopt, 0, m_sentence};
            isDay = true;
        } else if (mark.kind == Kind::Shift) {
            own.shift = mark.count;
            isDay = false;
        }
    }
    return isDay;
}

void SentenceDays::spreadTo(std::size_t index, Spread &state)
{
    const Clause &clause = m_clauses[index];
    const bool hasLead = state.lead.has_value();
    m_inherited[index] = inheritedBy(index, state);
    const bool isLed = hasLead && !state.lead; // "On Monday," stood before it
    NamedDay own = m_inherited[index];
    const bool isDay = readOwnDay(index, own);
    takeSameSpan(index);
    spreadSpans(index, state.openSpans);
    const std::size_t day = isDay ? m_marks[m_marksOf[index].front()].first : state.leadToken;
    const bool isTimeOnly = m_market.isTimeOnly(index);
    if (isDay && isMain(clause)) {
        m_memory.named = own;
        if (isTimeOnly) {
            own = state.lead.value_or(own); // "On Oct. 19, 1987, Black Monday, ..."
            state.lead = own;
            state.leadToken = day;
        }
    }
    const bool tells = isTimeOnly ? m_market.leadsToMarket(index) : m_market.tells(index);
    // nothing else is told of so near a day
    const bool isScene = (isLed || (isDay && !isTimeOnly)) && own.date && !isWeekend(own)
                         && own.date->days() >= m_published.days() - kSceneDays && m_market.setsScene(index, day);
    if (!clause.quantities.empty())
        state.open.reset();
    else if (isDay && isMain(clause) && std::ranges::any_of(clause.tokens, [&](std::size_t i) {
                 return m_tokens[i].isAny(Role::Verb | Role::VerbBase);
             }))
        state.open = own;
    if (isDay)
        giveToEllipsisBefore(index, own);
    if ((tells || isScene) && isMain(clause))
        carry(index, isDay || isLed ? own : NamedDay(m_memory.day));
    state.before = own;
    // "On Friday it was politics, and the Dow ended lower": what begins a sentence holds for all that "and" joins
    const bool isFronted = isDay && day <= clause.tokens.front() + kFront && !isWeekend(own);
    state.told = tells || isFronted ? own : m_inherited[index];
    if (isMain(clause))
        state.toldMain = state.told;
}

//! "A fell 3% and B 5% on Monday": the day behind the second number is that of both.
void SentenceDays::giveToEllipsisBefore(std::size_t index, const NamedDay &own)
{
    const Clause &clause = m_clauses[index];
    if (index == 0 || !isMain(clause) || !m_market.isElliptic(index) || !m_marksOf[index - 1].empty()
        || m_inherited[index - 1] != m_memory.day)
        return;
    if (m_marks[m_marksOf[index].back()].first > m_quantities[clause.quantities.front()].number)
        m_inherited[index - 1] = own;
}

//! Keeps the day of a main clause that tells of the market for what follows.
void SentenceDays::carry(std::size_t index, const NamedDay &own)
{
    const Clause &clause = m_clauses[index];
    const bool isDay = own != m_memory.day;
    if (m_market.isBackground(index)) {
        if (isDay)
            m_memory.background = own;
        return;
    }
    // no exchange is open, so the day is that of what happened, unless a number says more
    if (isWeekend(own) && clause.quantities.empty() && !m_market.isTimeOnly(index))
        return;
    m_memory.day = own;
    if (!clause.quantities.empty())
        m_memory.background = {};
    if (!isHistory(own))
        m_memory.recent = own;
}

//! "im gleichen Zeitraum": the span named last.
void SentenceDays::takeSameSpan(std::size_t index)
{
    for (const std::size_t i : m_marksOf[index]) {
        DayMark &mark = m_marks[i];
        if (mark.kind == Kind::Span || mark.kind == Kind::Days) {
            m_memory.span = mark;
        } else if (mark.kind == Kind::SameSpan) {
            DayMark same = m_memory.span.value_or(mark);
            same.kind = m_memory.span ? same.kind : Kind::Unknown;
            same.first = mark.first;
            same.last = mark.last;
            mark = same;
        }
    }
}

//! "Year to date, A is up 17.7%, while B is down 5.8%"
void SentenceDays::spreadSpans(std::size_t index, std::vector<std::size_t> &openSpans)
{
    const Clause &clause = m_clauses[index];
    if (m_marksOf[index].empty())
        m_openSpans[index] = openSpans;
    else if (isMain(clause))
        openSpans.clear();
    for (const std::size_t i : m_marksOf[index]) {
        const Kind kind = m_marks[i].kind;
        const bool isRecord = kind == Kind::Unknown && isOfRecord(m_marks[i], clause.tokens.front());
        // "Vistra, im Vorjahr mit einem Plus von 258 Prozent der Star, brach ein": of the apposition only
        const bool isApposition = kind == Kind::Unknown && m_market.isElliptic(index) && index > 0;
        if (isMain(clause) && !isRecord && !isApposition
            && (kind == Kind::Span || kind == Kind::Days || kind == Kind::Unknown))
            openSpans.push_back(i);
    }
}

bool SentenceDays::isHistory(const NamedDay &day) const
{
    return day.date && day.date->days() < m_published.days() - kHistory;
}

} // namespace tickmark::claims
