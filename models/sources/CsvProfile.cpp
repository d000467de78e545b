// SPDX-License-Identifier: GPL-3.0-or-later
#include "CsvProfile.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>
#include <utility>

namespace tickmark::sources {

namespace {

struct ProfileText
{
    Q_DECLARE_TR_FUNCTIONS(tickmark::sources::Profile)
};

tl::unexpected<core::Error> unusable(const QString &message)
{
    return core::failure(core::ErrorCode::InvalidInput, message);
}

bool isValueRole(ColumnRole role)
{
    return role == ColumnRole::Open || role == ColumnRole::High || role == ColumnRole::Low || role == ColumnRole::Close
           || role == ColumnRole::Volume;
}

core::Result<void> checkNumbers(const CsvProfile &profile)
{
    if (!profile.numbersDecided)
        return unusable(ProfileText::tr("It is not decided whether the comma and the point in numbers mark decimals or "
                                        "groups of three. Write \"decimal\" and \"group\" in a profile."));
    const core::NumberStyle style = profile.numbers;
    if (style.decimal != '.' && style.decimal != ',')
        return unusable(ProfileText::tr("The decimal mark must be a point or a comma."));
    if (style.group == style.decimal)
        return unusable(ProfileText::tr("The decimal mark and the mark between groups of three cannot be the same."));
    return {};
}

//! Each instrument with columns of its own needs a close, and no role twice.
core::Result<void> checkValueColumns(const CsvProfile &profile)
{
    std::set<std::pair<QString, ColumnRole>> seen;
    std::set<QString> symbols;
    for (const CsvColumn &column : profile.columns) {
        if (!isValueRole(column.role))
            continue;
        symbols.insert(column.symbol);
        if (!seen.emplace(column.symbol, column.role).second)
            return unusable(ProfileText::tr("Two columns have the same role; the second is \"%1\".").arg(column.name));
    }
    if (symbols.empty())
        return unusable(ProfileText::tr("No column has the closing price."));
    for (const QString &symbol : symbols) {
        if (!seen.contains({symbol, ColumnRole::Close}) && symbol.isEmpty())
            return unusable(ProfileText::tr("No column has the closing price."));
        if (!seen.contains({symbol, ColumnRole::Close}))
            return unusable(ProfileText::tr("No column has the closing price of %1.").arg(symbol));
    }
    if (symbols.size() > 1 && symbols.contains(QString()))
        return unusable(ProfileText::tr("Either all price columns name their symbol, or none does."));
    return {};
}

core::Result<void> checkDate(const CsvProfile &profile)
{
    for (const ColumnRole role : {ColumnRole::Date, ColumnRole::Time, ColumnRole::Symbol}) {
        if (std::ranges::count(profile.columns, role, &CsvColumn::role) > 1)
            return unusable(ProfileText::tr("Only one column can be the date, one the time and one the symbol."));
    }
    if (profile.indexOf(ColumnRole::Date) < 0)
        return unusable(ProfileText::tr("No column has the date."));
    if (profile.dateForm == DateForm::DayOrMonthFirst)
        return unusable(ProfileText::tr("It is not decided whether dates begin with the day or the month. Write "
                                        "\"date_form\": \"dmy\" or \"mdy\" in a profile."));
    return {};
}

} // namespace

int CsvProfile::indexOf(ColumnRole role) const
{
    const auto found = std::ranges::find(columns, role, &CsvColumn::role);
    return found == columns.end() ? -1 : int(found - columns.begin());
}

bool CsvProfile::namesSymbols() const
{
    return indexOf(ColumnRole::Symbol) >= 0 || std::ranges::any_of(columns, [](const CsvColumn &c) {
               return isValueRole(c.role) && !c.symbol.isEmpty();
           });
}

core::Result<void> checkBarProfile(const CsvProfile &profile)
{
    if (profile.kind != TableKind::Bars)
        return unusable(ProfileText::tr("The profile is one for ticks, not for bars."));
    if (auto when = checkDate(profile); !when)
        return when;
    if (profile.indexOf(ColumnRole::Symbol) >= 0
        && std::ranges::any_of(profile.columns, [](const CsvColumn &c) { return !c.symbol.isEmpty(); }))
        return unusable(
            ProfileText::tr("There is a column of symbols, so price columns cannot name one of their own."));
    if (auto numbers = checkNumbers(profile); !numbers)
        return numbers;
    return checkValueColumns(profile);
}

core::Result<void> checkTickProfile(const CsvProfile &profile)
{
    if (profile.kind != TableKind::Ticks)
        return unusable(ProfileText::tr("The profile is one for bars, not for ticks."));
    if (auto when = checkDate(profile); !when)
        return when;
    if (auto numbers = checkNumbers(profile); !numbers)
        return numbers;
    const auto count = [&](ColumnRole role) { return std::ranges::count(profile.columns, role, &CsvColumn::role); };
    for (const ColumnRole role : {ColumnRole::Price, ColumnRole::Size, ColumnRole::Bid, ColumnRole::BidSize,
                                  ColumnRole::Ask, ColumnRole::AskSize}) {
        if (count(role) > 1)
            return unusable(ProfileText::tr("Only one column can be the price, one its size, one the bid and one the "
                                            "ask."));
    }
    if (count(ColumnRole::Price) + count(ColumnRole::Bid) + count(ColumnRole::Ask) == 0)
        return unusable(ProfileText::tr("No column has a price, a bid or an ask."));
    return {};
}

} // namespace tickmark::sources
