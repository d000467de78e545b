// SPDX-License-Identifier: GPL-3.0-or-later
#include "WrittenDates.h"

#include "TimeWords.h"

#include <array>

namespace tickmark::claims {

namespace {

using TokenKind = Token::Kind;

constexpr int kNearFuture = 60; //!< days that a date without a year may lie ahead
constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2100;
constexpr int kDaysOfMonth = 31;
//! Whose moves over a year are told of.
constexpr Roles kTraded = Role::Share | Role::Company | Role::IndexNoun | Role::CurrencyNoun | Role::Group;

} // namespace

int WrittenDates::wholeAt(std::size_t at) const
{
    if (at >= m_tokens.size() || m_tokens[at].kind != TokenKind::Number || m_tokens[at].isMarked)
        return 0;
    return m_tokens[at].value < 10000 ? int(m_tokens[at].value) : 0;
}

std::optional<WrittenDates::Found> WrittenDates::dateAt(std::size_t at) const
{
    if (isMonth(at)) { // "Jan. 27"
        const std::size_t day = isMark(at + 1, u'.') ? at + 2 : at + 1;
        const int number = wholeAt(day);
        if (number < 1 || number > kDaysOfMonth || is(day + 1, Role::Percent | Role::Points))
            return std::nullopt;
        return withYear(at, number, day + 1);
    }
    if (const auto date = dottedDate(at))
        return Found{*date, at + 1};
    const int day = wholeAt(at);
    std::size_t month = at + 1;
    if (isMark(month, u'.') || is(month, Role::BadUnit)) // "27th January"
        ++month;
    return day >= 1 && day <= kDaysOfMonth && isMonth(month) ? withYear(month, day, month + 1) : std::nullopt;
}

//! `next`: behind day and month.
std::optional<WrittenDates::Found> WrittenDates::withYear(std::size_t month, int day, std::size_t next) const
{
    if (is(next, Role::BadUnit) && !m_tokens[next].hasBlankBefore) // "27th"
        ++next;
    int year = 0;
    const std::size_t yearAt = isMark(next, u',') ? next + 1 : next;
    if (wholeAt(yearAt) >= kFirstYear && wholeAt(yearAt) <= kLastYear) {
        year = wholeAt(yearAt);
        next = yearAt + 1;
    }
    const auto date = completed(year, int(m_tokens[month].entry->number), day);
    return date ? std::optional(Found{*date, next}) : std::nullopt;
}

//! Without a year the next such day, if that is near, or the latest one by the publication.
std::optional<core::SessionDate> WrittenDates::completed(int year, int month, int day) const
{
    if (year != 0)
        return core::SessionDate::fromCivil(year, month, day);
    const auto date = core::SessionDate::fromCivil(m_published.year(), month, day);
    if (!date || date->days() <= m_published.days() + kNearFuture)
        return date;
    return core::SessionDate::fromCivil(m_published.year() - 1, month, day);
}

std::optional<core::SessionDate> WrittenDates::dottedDate(std::size_t at) const
{
    const TextSpan span = m_tokens[at].span;
    const QStringView written = m_text.sliced(span.start, span.end - span.start);
    if (written.size() < 3 || written.size() > 10)
        return std::nullopt;
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
    const bool isOpen = count == 2 && m_lexicon.decimalMark != u'.' && isMark(at + 1, u'.')
                        && m_tokens[at + 1].span.start == span.end && at > 0
                        && (is(at - 1, Role::DayPreposition | Role::Weekday | Role::Article)
                            || (isMark(at - 1, u',') && at > 1 && is(at - 2, Role::Weekday)));
    if (count < 2 || (count == 2 && !isOpen))
        return std::nullopt;
    const int year = count == 3 && parts[2] < 100 ? 2000 + parts[2] : parts[2];
    return completed(year, parts[1], parts[0]);
}

bool WrittenDates::isYear(std::size_t at) const
{
    const int year = wholeAt(at);
    return year >= kFirstYear && year <= m_published.year()
           && !is(at + 1, Role::Percent | Role::Points | Role::Currency | Role::BadUnit | Role::Scale);
}

bool WrittenDates::isBehindPlace(std::size_t at) const
{
    return m_lexicon.nounsAreCapital && at > 1 && is(at - 2, Role::SpanIn) && m_tokens[at - 1].kind == TokenKind::Word
           && m_tokens[at - 1].isCapital && !m_tokens[at - 1].entry;
}

bool WrittenDates::isYearOfMove(std::size_t at) const
{
    if (!m_lexicon.nounsAreCapital)
        return at > 0 && is(at - 1, Role::SpanIn);
    if (at == 0)
        return true;
    const Token &before = m_tokens[at - 1];
    if (before.kind == TokenKind::Mention)
        return true;
    if (before.kind == TokenKind::Mark)
        return before.isMark(u',') || before.isMark(u':');
    if (at > 1 && before.is(Role::Article)) // "die 2022 verloren hatte", but not "die 2019 gegründete Firma"
        return m_tokens[at - 2].isMark(u',') && !isAttribute(at + 1);
    if (at > 1 && before.is(Role::BadUnit)) // "das Jahr 2022"
        return is(at - 2, Role::Article);
    if (before.isAny(kTraded)) // "nachdem die Aktie 2024 um 171 Prozent gestiegen war"
        return true;
    return isVerbAt(m_tokens, at - 1)
           || (before.isAny(Role::Filler | Role::Pronoun | Role::And | Role::OtherSpan)
               && !before.isAny(Role::Preposition | Role::Currency | Role::Points | Role::At | Role::To));
}

//! "gegründete Firma": an unknown word before a noun.
bool WrittenDates::isAttribute(std::size_t at) const
{
    return at + 1 < m_tokens.size() && m_tokens[at].kind == TokenKind::Word && !m_tokens[at].entry
           && !m_tokens[at].isCapital && m_tokens[at + 1].isCapital;
}

} // namespace tickmark::claims
