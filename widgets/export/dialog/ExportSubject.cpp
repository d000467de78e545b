// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExportSubject.h"

#include <charts/ChartLoader.h>

namespace tickmark::exportdialog {

namespace {

constexpr int kDaysOfNewsBefore = 7;
constexpr int kDaysOfNewsAfter = 3;

//! The verdicts on the headlines of the sessions shown, and of what was published before the first of them opened.
core::TimeRange newsRange(const charts::ChartSpec &spec)
{
    const auto midnight = [](core::SessionDate date) { return core::Time{qint64(date.days()) * core::kNsPerDay}; };
    return {midnight(spec.from.plusDays(-kDaysOfNewsBefore)), midnight(spec.to.plusDays(kDaysOfNewsAfter))};
}

} // namespace

ExportItem ExportSubject::watched(const QString &symbol) const
{
    charts::ChartSpec spec = desk->spec;
    spec.panes = {{charts::PaneKind::Price, {symbol}, {}}};
    spec.tolerant = false; // one that has no quotes in this range is named, not drawn empty
    return {std::move(spec)};
}

core::Result<ExportItem> readItem(store::StoreReader &reader, const core::CalendarSet &calendars, ExportItem item,
                                  std::stop_token stop)
{
    if (!item.content) {
        charts::ChartWish wish;
        wish.spec = item.spec;
        wish.from = item.spec.from;
        wish.to = item.spec.to;
        auto values = charts::loadChart(reader, calendars, wish, stop);
        if (!values)
            return tl::unexpected(values.error());
        return ExportItem{std::move(values->spec), std::move(values->content)};
    }
    if (item.spec.markers) {
        auto claims = charts::HeadlineClaims::load(reader, newsRange(item.spec), stop);
        if (!claims)
            return tl::unexpected(claims.error());
        item.content->claims = std::move(*claims);
    }
    auto notes = charts::loadNotes(reader, item.spec, *item.content);
    if (!notes)
        return tl::unexpected(notes.error());
    item.content->notes = std::move(*notes);
    return item;
}

} // namespace tickmark::exportdialog
