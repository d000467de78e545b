// SPDX-License-Identifier: GPL-3.0-or-later
#include "SentenceDays.h"

#include "DayBinding.h"

#include <algorithm>
#include <utility>

namespace tickmark::claims {

namespace {

using TokenKind = Token::Kind;
using Kind = DayMark::Kind;

constexpr int kMostSessions = 10;
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
    Spread state;
    state.told = state.toldMain = state.before = m_memory.day;
    for (std::size_t i = 0; i < m_clauses.size(); ++i)
        spreadTo(i, state);
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
    if (clause.followsColon || clause.kind == Clause::Kind::Bracket)
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

//! The mark follows the number at once.
bool SentenceDays::isBoundTo(const DayMark &mark, const Quantity &quantity) const
{
    if (mark.first < quantity.last || mark.first > quantity.last + 2)
        return false;
    for (std::size_t i = quantity.last; i < mark.first; ++i) {
        if (m_tokens[i].kind != TokenKind::Word || isVerbAt(m_tokens, i))
            return false;
    }
    return true;
}

//! "slumped 9% in its deepest drop since March": the span is of a noun between `from` and it.
bool SentenceDays::isOfRecord(const DayMark &mark, std::size_t from) const
{
    bool isInPhrase = false;
    bool hasNoun = false;
    for (std::size_t i = from; i < mark.first; ++i) {
        if (m_tokens[i].kind != TokenKind::Word)
            return false;
        isInPhrase = isInPhrase || m_tokens[i].isAny(Role::Article | Role::Possessive);
        hasNoun = isInPhrase && m_tokens[i].isAny(Role::Noun | Role::SpanDays);
    }
    return hasNoun; // right before the span
}

std::vector<std::size_t> SentenceDays::marksFor(std::size_t clause, const Quantity &quantity) const
{
    const std::vector<std::size_t> &marks = m_marksOf[clause];
    std::vector<std::size_t> result;
    std::vector<std::size_t> days;
    for (const std::size_t index : marks) {
        const DayMark &mark = m_marks[index];
        bool isOthers = false;
        if (mark.kind == Kind::Shift) {
            isOthers = std::ranges::any_of(m_clauses[clause].quantities, [&](std::size_t other) {
                return m_quantities[other].number != quantity.number && isBoundTo(mark, m_quantities[other]);
            });
        }
        if (isOthers)
            continue;
        const bool isDay = mark.kind == Kind::Date || mark.kind == Kind::Today || mark.kind == Kind::Shift;
        (isDay ? days : result).push_back(index);
    }
    const bool isTogether = std::ranges::any_of(m_clauses[clause].tokens,
                                                [&](std::size_t i) { return m_tokens[i].is(Role::Together); });
    if (!days.empty()) // "die 2022 ... am Montag": the day says more than the year
        std::erase_if(result, [&](std::size_t i) { return m_marks[i].isDated; });
    if (days.size() <= 1 || isTogether) {
        result.insert(result.end(), days.begin(), days.end());
        return result;
    }
    const auto bound = std::ranges::find_if(days, [&](std::size_t i) { return isBoundTo(m_marks[i], quantity); });
    const auto before = std::ranges::find_if(days.rbegin(), days.rend(),
                                             [&](std::size_t i) { return m_marks[i].first < quantity.number; });
    result.push_back(bound != days.end() ? *bound : before != days.rend() ? *before : days.front());
    return result;
}

void SentenceDays::apply(const DayMark &mark, ClaimTime &time) const
{
    switch (mark.kind) {
    case Kind::Date:
    case Kind::After: // of a number that it belongs to
        time.date = mark.date;
        time.shift = 0;
        return;
    case Kind::Today:
        time.date.reset();
        time.shift = 0;
        return;
    case Kind::Shift:
        time.shift = mark.count;
        return;
    case Kind::DayAfter: // of the number behind it
        --time.shift;
        return;
    case Kind::Span:
        time.span = mark.span;
        time.date.reset();
        time.shift = 0;
        if (mark.isDated)
            time.date = mark.date;
        else if (mark.weeksBack > 0) // the Friday of that week
            time.date = m_published.plusDays(-(m_published.weekday() - 5) - 7 * mark.weeksBack);
        return;
    case Kind::Days:
        time.sessions = mark.count;
        time.endStated = false;
        return;
    case Kind::Unknown:
    case Kind::Aside:
    case Kind::Now:
    case Kind::Same:
        return;
    }
}

//! "am Montag und Dienstag zusammen"
void SentenceDays::addSecondDay(const std::vector<std::size_t> &marks, ClaimTime &time) const
{
    std::optional<core::SessionDate> first;
    for (const std::size_t index : marks) {
        const DayMark &mark = m_marks[index];
        if (mark.kind != Kind::Date)
            continue;
        if (first && mark.date > *first && mark.date.days() - first->days() < kMostSessions) {
            time.date = mark.date;
            time.sessions = mark.date.days() - first->days() + 1;
            time.endStated = true;
        }
        first = first ? first : std::optional(mark.date);
    }
}

//! A month or a year is no time of a level, and only of what is traded.
bool SentenceDays::holds(const DayMark &mark, const Quantity &quantity) const
{
    if (mark.kind != Kind::Span || !mark.isDated)
        return true;
    const bool isMove = quantity.unit == Quantity::Unit::Percent
                        && (quantity.lead == Quantity::Lead::None || quantity.lead == Quantity::Lead::By
                            || quantity.lead == Quantity::Lead::Of);
    return isMove && m_market.speaksOfTraded();
}

std::optional<ClaimTime> SentenceDays::timeOf(std::size_t clause, const Quantity &quantity, TextSpan &where) const
{
    if (m_isUnheld[clause])
        return std::nullopt;
    const NamedDay &inherited = m_inherited[clause];
    ClaimTime time;
    time.date = inherited.date;
    time.shift = inherited.shift;
    where = inherited.sentence;
    std::vector<std::size_t> marks = m_marksOf[clause].empty() ? m_openSpans[clause] : marksFor(clause, quantity);
    const auto place = std::ranges::lower_bound(m_quantities, quantity.number, {}, &Quantity::number);
    const std::optional<std::size_t> own = m_boundTo[std::size_t(place - m_quantities.begin())];
    if (own)
        marks = {*own};
    for (const std::size_t index : marks) {
        if (m_marks[index].kind == Kind::Unknown && !isOfRecord(m_marks[index], quantity.last))
            return std::nullopt;
        if (!holds(m_marks[index], quantity))
            return std::nullopt;
    }
    // a span looks back from the publication, whatever day was named before
    std::vector<std::size_t> ordered = marks;
    std::stable_partition(ordered.begin(), ordered.end(), [&](std::size_t i) { return m_marks[i].kind == Kind::Span; });
    for (const std::size_t index : ordered) {
        apply(m_marks[index], time);
        if (m_marks[index].kind == Kind::Date || m_marks[index].kind == Kind::Today)
            where = m_sentence;
    }
    addSecondDay(marks, time);
    return time;
}

} // namespace tickmark::claims
