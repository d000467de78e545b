// SPDX-License-Identifier: GPL-3.0-or-later
#include "TimeWords.h"

#include "WrittenDates.h"

#include <algorithm>

namespace tickmark::claims {

namespace {

using TokenKind = Token::Kind;
using Kind = DayMark::Kind;

constexpr int kMostSessions = 10;
constexpr std::size_t kReach = 5; //!< words between "nach" and its day
constexpr int kSaturday = 6;
constexpr int kDecember = 12;

class DayFinder
{
public:
    DayFinder(std::span<const Token> tokens, QStringView text, core::Time published, const LexiconData &lexicon)
        : m_tokens(tokens),
          m_text(text),
          m_published(core::SessionDate::utcDateOf(published)),
          m_dates(tokens, text, m_published, lexicon)
    {}

    std::vector<DayMark> run()
    {
        for (std::size_t i = 0; i < m_tokens.size();) {
            const std::size_t next = readAt(i);
            i = std::max(next, i + 1);
        }
        return std::move(m_marks);
    }

private:
    [[nodiscard]] bool is(std::size_t at, Roles roles) const
    {
        return at < m_tokens.size() && m_tokens[at].kind == TokenKind::Word && m_tokens[at].isAny(roles);
    }
    [[nodiscard]] bool isCapital(std::size_t at) const { return at < m_tokens.size() && m_tokens[at].isCapital; }
    [[nodiscard]] bool isMark(std::size_t at, char16_t mark) const
    {
        return at < m_tokens.size() && m_tokens[at].isMark(mark);
    }
    void add(Kind kind, std::size_t first, std::size_t last, DayMark mark = {})
    {
        mark.kind = kind;
        mark.first = first;
        mark.last = last;
        m_marks.push_back(mark);
    }

    std::size_t readAt(std::size_t at)
    {
        const Token &token = m_tokens[at];
        if (token.kind == TokenKind::Number || (token.kind == TokenKind::Mark && token.isMark(u'0')))
            return readNumberFirst(at);
        if (token.kind != TokenKind::Word || !token.entry)
            return at + 1;
        if (token.is(Role::Weekday) && token.isCapital)
            return readWeekday(at);
        if (token.is(Role::Month) && token.isCapital)
            return readMonthFirst(at);
        return readPhrase(at);
    }

    std::size_t readPhrase(std::size_t at)
    {
        const WordEntry &entry = *m_tokens[at].entry;
        DayMark mark;
        if (entry.roles.has(Role::Scale))
            return at + 1;
        mark.count = int(entry.number); // small for all that follow
        if (entry.roles.has(Role::OtherSpan)) {
            add(Kind::Unknown, at, at + 1);
        } else if (entry.roles.hasAny(Role::Now | Role::SameDay)) {
            add(entry.roles.has(Role::Now) ? Kind::Now : Kind::Same, at, at + 1);
        } else if (entry.roles.has(Role::SameSpan)) {
            add(Kind::SameSpan, at, at + 1);
        } else if (entry.roles.has(Role::DayAfter)) {
            add(Kind::DayAfter, at, at + 1);
        } else if (entry.roles.has(Role::PartOfSpan)) {
            return readPartOfSpan(at);
        } else if (entry.roles.has(Role::DayShift)) {
            add(Kind::Shift, at, at + 1, mark);
        } else if (entry.roles.has(Role::DayBefore)) {
            mark.date = m_published.plusDays(-mark.count);
            mark.isGenitive = isGenitive(at);
            add(mark.count == 0 ? Kind::Today : Kind::Date, at, at + 1, mark);
        } else if (entry.roles.hasAny(Role::SpanWeek | Role::SpanMonth | Role::SpanYear)) {
            mark.span = entry.roles.has(Role::SpanWeek)    ? ClaimTime::Span::Week
                        : entry.roles.has(Role::SpanMonth) ? ClaimTime::Span::Month
                                                           : ClaimTime::Span::Year;
            mark.weeksBack = mark.count;
            mark.isGenitive = isGenitive(at);
            add(Kind::Span, at, at + 1, mark);
        } else if (entry.roles.has(Role::Number)) {
            return readDays(at, int(entry.number));
        }
        return at + 1;
    }

    //! "an zwei aufeinanderfolgenden Tagen", "a two-day loss"
    std::size_t readDays(std::size_t at, int count)
    {
        std::size_t unit = at + 1;
        while (unit < at + 3 && unit < m_tokens.size() && m_tokens[unit].kind == TokenKind::Word
               && !m_tokens[unit].entry)
            ++unit;
        if (!is(unit, Role::SpanDays))
            return at + 1;
        const bool isBehindIn = at > 0
                                && (is(at - 1, Role::SpanIn)
                                    || (at > 1 && is(at - 1, Role::Filler | Role::Article)
                                        && is(at - 2, Role::SpanIn)));
        const bool isBeforeNoun = is(unit + 1, Role::Noun);
        if (count == 1 && isBehindIn && !m_marks.empty() && m_marks.back().isDated)
            m_marks.back().kind = Kind::Unknown; // "in March 2020 it fell 12% in a single day"
        if ((!isBehindIn && !isBeforeNoun) || count == 1)
            return at + 1;
        DayMark mark;
        mark.count = count;
        add(count >= 2 && count <= kMostSessions ? Kind::Days : Kind::Unknown, at, unit + 1, mark);
        return unit + 1;
    }

    //! "27. Januar 2025", "27.01.2025", "27.1."
    std::size_t readNumberFirst(std::size_t at)
    {
        if (const auto written = m_dates.dateAt(at)) {
            addDate(at, written->last, written->date);
            return written->last;
        }
        if (m_dates.isYear(at) && m_dates.isYearOfMove(at)) {
            addYear(at);
            return at + 1;
        }
        if (m_dates.isYear(at) && m_dates.isBehindPlace(at)) {
            add(Kind::Unknown, at, at + 1);
            return at + 1;
        }
        return m_tokens[at].kind == TokenKind::Number ? readDays(at, m_dates.wholeAt(at)) : at + 1;
    }

    //! "Ende Januar", "im Sommer 2024", "in the summer of 2024"
    std::size_t readPartOfSpan(std::size_t at)
    {
        const std::size_t next = is(at + 1, Role::Of) && !is(at + 1, Role::SpanIn) ? at + 2 : at + 1;
        const bool hasSpan = m_dates.isYear(next)
                             || (is(next, Role::Month) && isCapital(next) && m_dates.wholeAt(next + 1) == 0);
        const bool isSeason = at > 0 && is(at - 1, Role::SpanIn) && !hasSpan
                              && (next >= m_tokens.size() || m_tokens[next].kind == TokenKind::Mark
                                  || isVerbAt(m_tokens, next));
        if (hasSpan || isSeason)
            add(Kind::Unknown, at, hasSpan ? next + 1 : at + 1);
        return hasSpan ? next + 1 : at + 1;
    }

    void addYear(std::size_t at)
    {
        if (!m_marks.empty() && m_marks.back().last == at && m_marks.back().kind == Kind::Unknown) // "im Jahr 2024"
            m_marks.pop_back();
        DayMark mark;
        mark.span = ClaimTime::Span::Year;
        mark.isDated = true;
        mark.date = m_dates.wholeAt(at) == m_published.year()
                        ? m_published
                        : *core::SessionDate::fromCivil(m_dates.wholeAt(at), kDecember, 31);
        add(Kind::Span, at, at + 1, mark);
    }

    std::size_t readMonthFirst(std::size_t at)
    {
        if (const auto written = m_dates.dateAt(at)) {
            addDate(at, written->last, written->date);
            return written->last;
        }
        return readMonth(at);
    }

    //! "im Januar", "in January 2025": the last one that has begun.
    std::size_t readMonth(std::size_t at)
    {
        const bool isBehindIn = at > 0 && is(at - 1, Role::SpanIn);
        if (at > 0 && is(at - 1, Role::Since) && !is(at - 1, Role::From)) { // "since March 2020"
            const std::size_t last = m_dates.isYear(at + 1) ? at + 2 : at + 1;
            add(Kind::Unknown, at, last);
            return last;
        }
        if (!isBehindIn) {
            if (at > 0 && is(at - 1, Role::Of) && is(at - 1, Role::DayPreposition)) // "the first week of January"
                add(Kind::Unknown, at, at + 1);
            return at + 1;
        }
        const bool hasYear = m_dates.isYear(at + 1);
        int year = hasYear ? m_dates.wholeAt(at + 1) : m_published.year();
        int month = int(m_tokens[at].entry->number);
        if (!hasYear && month > m_published.month())
            --year;
        DayMark mark;
        mark.span = ClaimTime::Span::Month;
        mark.isDated = true;
        year = month == kDecember ? year + 1 : year;
        month = month == kDecember ? 1 : month + 1;
        const auto next = core::SessionDate::fromCivil(year, month, 1);
        if (!next)
            return at + 1;
        mark.date = std::min(next->plusDays(-1), m_published);
        add(Kind::Span, at, hasYear ? at + 2 : at + 1, mark);
        return hasYear ? at + 2 : at + 1;
    }

    std::size_t readWeekday(std::size_t at)
    {
        // "Montag, 27. Januar", "Monday, January 27": the date says it all
        std::size_t next = isMark(at + 1, u'.') ? at + 2 : at + 1;
        next = isMark(next, u',') ? next + 1 : next;
        next = is(next, Role::Article) ? next + 1 : next;
        const std::size_t known = m_marks.size();
        if (next < m_tokens.size() && (m_tokens[next].kind == TokenKind::Number || is(next, Role::Month))) {
            const std::size_t after = readAt(next);
            if (m_marks.size() > known && m_marks.back().kind != Kind::Days) {
                m_marks.back().first = at;
                return after;
            }
        }
        m_marks.resize(known);
        const std::size_t year = is(at + 1, Role::SpanIn) ? at + 2 : at + 1;
        if (m_dates.isYear(year)) { // "Black Monday in 1987"
            add(Kind::Unknown, at, year + 1);
            return year + 1;
        }
        const int weekday = int(m_tokens[at].entry->number);
        int back = (m_published.weekday() - weekday + 7) % 7;
        if (back == 0 && at > 0 && is(at - 1, Role::Last))
            back = 7;
        addDate(at, at + 1, m_published.plusDays(-back));
        return at + 1;
    }

    void addDate(std::size_t first, std::size_t last, core::SessionDate date)
    {
        DayMark mark;
        mark.date = date;
        mark.isDay = true;
        mark.isGenitive = isGenitive(last - 1);
        if (joinsDayBefore(first, date))
            return;
        if (mark.isGenitive && is(last, Role::Extreme)) { // "up 0.5% from Monday's low"
            add(Kind::Unknown, first, last + 1, mark);
            return;
        }
        const bool isRange = first > 0 && is(first - 1, Role::RangeTo) && !m_marks.empty()
                             && m_marks.back().last == first - 1;
        if (isRange) // "from Monday to Wednesday"
            m_marks.back().kind = Kind::Unknown;
        add(isRange ? Kind::Unknown : contextOf(first, date), first, last, mark);
    }

    //! "over Monday and Tuesday": the sessions of both.
    bool joinsDayBefore(std::size_t first, core::SessionDate date)
    {
        if (m_marks.empty() || first == 0 || !is(first - 1, Role::And))
            return false;
        DayMark &before = m_marks.back();
        const int days = date.days() - before.date.days();
        if (before.kind != Kind::Date || before.last != first - 1 || before.first == 0 || days < 1
            || days >= kMostSessions || !is(before.first - 1, Role::SpanIn) || is(before.first - 1, Role::Ahead))
            return false;
        before.kind = Kind::Days;
        before.count = 1;
        for (core::SessionDate day = before.date; day < date; day = day.plusDays(1))
            before.count += day.plusDays(1).weekday() < kSaturday ? 1 : 0;
        before.date = date;
        before.isDated = true;
        before.last = first + 1;
        return true;
    }

    //! The last day of trading before the publication: what a move of one session is measured against.
    [[nodiscard]] core::SessionDate dayBefore() const
    {
        core::SessionDate day = m_published.plusDays(-1);
        while (day.weekday() >= kSaturday)
            day = day.plusDays(-1);
        return day;
    }

    //! "Monday's"
    [[nodiscard]] bool isGenitive(std::size_t at) const
    {
        const TextSpan span = m_tokens[at].span;
        const QStringView written = m_text.sliced(span.start, span.end - span.start);
        return written.endsWith(u"'s") || written.endsWith(u"\x2019s");
    }

    [[nodiscard]] bool hasNoun(std::size_t from, std::size_t end) const
    {
        return std::any_of(m_tokens.begin() + std::ptrdiff_t(from), m_tokens.begin() + std::ptrdiff_t(end),
                           [](const Token &token) { return token.is(Role::Noun); });
    }

    //! What the words before a day make of it.
    [[nodiscard]] Kind contextOf(std::size_t first, core::SessionDate date) const
    {
        if (date > m_published)
            return Kind::Aside;
        if (first > 0 && is(first - 1, Role::Between)) // "zwischen Montag und Mittwoch"
            return Kind::Unknown;
        for (std::size_t back = 1; back <= kReach && back <= first; ++back) {
            const std::size_t at = first - back;
            const Token &token = m_tokens[at];
            if (back <= 2 && is(at, Role::Next))
                return Kind::Aside;
            if (is(at, Role::Since)) {
                if (is(at, Role::From) && isGenitive(first)) // "rebounded from Monday's 3% drop"
                    return Kind::After;
                const bool isOfNoun = back > 2
                                      || (back == 2 && is(first - 1, Role::Of)); // "gegenüber dem Kurs vom Freitag"
                // "gegenüber dem Freitag", but not "seit Freitag"
                const bool isCompared = !token.isAny(Role::DayPreposition | Role::Subordinator | Role::RangeTo)
                                        && date == dayBefore();
                return isOfNoun || isCompared || is(at, Role::From) ? Kind::Aside : Kind::Unknown;
            }
            if (is(at, Role::After) && !is(at + 1, Role::DayPreposition)) // "gab nach am Montag"
                return Kind::After;
            if (back > 2 && is(at, Role::Of) && is(at, Role::DayPreposition) && hasNoun(at, first))
                return Kind::After; // "vom Kurssturz am Montag erholt"
            if (is(at, Role::Ahead) && at + 1 < first && !is(at + 1, Role::DayPreposition))
                return Kind::Aside;
            if (token.kind != TokenKind::Word || isVerbAt(m_tokens, at))
                return Kind::Date;
        }
        return Kind::Date;
    }

    std::span<const Token> m_tokens;
    QStringView m_text;
    core::SessionDate m_published;
    WrittenDates m_dates;
    std::vector<DayMark> m_marks;
};

} // namespace

bool isVerbAt(std::span<const Token> tokens, std::size_t at)
{
    const Token &token = tokens[at];
    if (!token.isAny(kVerbRoles))
        return false;
    if (!token.is(Role::Noun) || at == 0)
        return true;
    constexpr Roles kBeforeNoun = Role::Article | Role::Possessive | Role::Percent | Role::Weekday | Role::Of;
    const bool isBehindAdjective = at > 1 && tokens[at - 1].kind == Token::Kind::Word && !tokens[at - 1].entry
                                   && tokens[at - 2].isAny(Role::Article | Role::Possessive | Role::Weekday);
    return !tokens[at - 1].isAny(kBeforeNoun) && !isBehindAdjective;
}

std::vector<DayMark> findDays(std::span<const Token> tokens, QStringView text, core::Time published,
                              const LexiconData &lexicon)
{
    return DayFinder(tokens, text, published, lexicon).run();
}

} // namespace tickmark::claims
