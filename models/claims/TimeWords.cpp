// SPDX-License-Identifier: GPL-3.0-or-later
#include "TimeWords.h"

#include <algorithm>
#include <array>

namespace tickmark::claims {

namespace {

using TokenKind = Token::Kind;
using Kind = DayMark::Kind;

constexpr int kMostSessions = 10;
constexpr std::size_t kReach = 5; //!< words between "nach" and its day
constexpr Roles kVerbs = Role::Verb | Role::VerbBase | Role::ValueVerb | Role::LevelVerb | Role::OtherVerb;

class DayFinder
{
public:
    DayFinder(std::span<const Token> tokens, QStringView text, core::Time published)
        : m_tokens(tokens), m_text(text), m_published(core::SessionDate::utcDateOf(published))
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
    //! A whole number in digits, or 0.
    [[nodiscard]] int wholeAt(std::size_t at) const
    {
        if (at >= m_tokens.size() || m_tokens[at].kind != TokenKind::Number || m_tokens[at].isMarked)
            return 0;
        return m_tokens[at].value < 10000 ? int(m_tokens[at].value) : 0;
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
            return readMonthFirst(at, at);
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
        } else if (entry.roles.has(Role::DayShift)) {
            add(Kind::Shift, at, at + 1, mark);
        } else if (entry.roles.has(Role::DayBefore)) {
            mark.date = m_published.plusDays(-mark.count);
            add(mark.count == 0 ? Kind::Today : Kind::Date, at, at + 1, mark);
        } else if (entry.roles.hasAny(Role::SpanWeek | Role::SpanMonth | Role::SpanYear)) {
            mark.span = entry.roles.has(Role::SpanWeek)    ? ClaimTime::Span::Week
                        : entry.roles.has(Role::SpanMonth) ? ClaimTime::Span::Month
                                                           : ClaimTime::Span::Year;
            mark.weeksBack = mark.count;
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
        if (const std::optional<core::SessionDate> date = dottedDate(at)) {
            addDate(at, at + 1, *date);
            return at + 1;
        }
        const int day = wholeAt(at);
        std::size_t month = at + 1;
        if (isMark(month, u'.') || is(month, Role::BadUnit)) // "27th January"
            ++month;
        if (day >= 1 && day <= 31 && is(month, Role::Month) && isCapital(month))
            return readDate(at, month, day, month + 1);
        return m_tokens[at].kind == TokenKind::Number ? readDays(at, day) : at + 1;
    }

    std::size_t readMonthFirst(std::size_t first, std::size_t month)
    {
        std::size_t day = month + 1;
        if (isMark(day, u'.'))
            ++day;
        const int number = wholeAt(day);
        if (number < 1 || number > 31 || is(day + 1, Role::Percent | Role::Points))
            return month + 1;
        return readDate(first, month, number, day + 1);
    }

    std::size_t readDate(std::size_t first, std::size_t month, int day, std::size_t next)
    {
        if (is(next, Role::BadUnit) && !m_tokens[next].hasBlankBefore) // "27th"
            ++next;
        int year = 0;
        const std::size_t yearAt = isMark(next, u',') ? next + 1 : next;
        if (wholeAt(yearAt) >= 1900 && wholeAt(yearAt) <= 2100) {
            year = wholeAt(yearAt);
            next = yearAt + 1;
        }
        if (const auto date = completed(year, int(m_tokens[month].entry->number), day))
            addDate(first, next, *date);
        return next;
    }

    //! Without a year the latest such day by the publication.
    [[nodiscard]] std::optional<core::SessionDate> completed(int year, int month, int day) const
    {
        if (year != 0)
            return core::SessionDate::fromCivil(year, month, day);
        const auto date = core::SessionDate::fromCivil(m_published.year(), month, day);
        if (!date || *date <= m_published)
            return date;
        return core::SessionDate::fromCivil(m_published.year() - 1, month, day);
    }

    [[nodiscard]] std::optional<core::SessionDate> dottedDate(std::size_t at) const
    {
        const TextSpan span = m_tokens[at].span;
        const QStringView written = m_text.sliced(span.start, span.end - span.start);
        if (written.size() < 3 || written.size() > 10)
            return std::nullopt;
        const bool isDecimal = m_tokens[at].kind == TokenKind::Number && m_tokens[at].isMarked; // "to 19.3."
        std::array<int, 3> parts{};
        std::size_t count = 0;
        for (const QStringView part : written.split(u'.')) {
            bool isOk = false;
            if (count == parts.size() || part.isEmpty())
                return std::nullopt;
            parts[count++] = part.toInt(&isOk);
            if (!isOk)
                return std::nullopt;
        }
        const bool isOpen = count == 2 && !isDecimal && isMark(at + 1, u'.') && m_tokens[at + 1].span.start == span.end
                            && at > 0 && (is(at - 1, Role::Preposition | Role::Weekday) || isMark(at - 1, u','));
        if (count < 2 || (count == 2 && !isOpen))
            return std::nullopt;
        const int year = count == 3 && parts[2] < 100 ? 2000 + parts[2] : parts[2];
        return completed(year, parts[1], parts[0]);
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
        add(contextOf(first, date), first, last, mark);
    }

    //! What the words before a day make of it.
    [[nodiscard]] Kind contextOf(std::size_t first, core::SessionDate date) const
    {
        if (date > m_published)
            return Kind::Aside;
        for (std::size_t back = 1; back <= kReach && back <= first; ++back) {
            const std::size_t at = first - back;
            const Token &token = m_tokens[at];
            if (back <= 2 && is(at, Role::Next))
                return Kind::Aside;
            if (back <= 2 && is(at, Role::Since))
                return is(at, Role::From) ? Kind::Aside : Kind::Unknown;
            if (is(at, Role::After))
                return Kind::Aside;
            if (token.kind != TokenKind::Word || token.isAny(kVerbs))
                return Kind::Date;
        }
        return Kind::Date;
    }

    std::span<const Token> m_tokens;
    QStringView m_text;
    core::SessionDate m_published;
    std::vector<DayMark> m_marks;
};

} // namespace

std::vector<DayMark> findDays(std::span<const Token> tokens, QStringView text, core::Time published)
{
    return DayFinder(tokens, text, published).run();
}

} // namespace tickmark::claims
