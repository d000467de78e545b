// SPDX-License-Identifier: GPL-3.0-or-later
#include "WatchRows.h"

#include <QCollator>
#include <QLocale>

#include <algorithm>
#include <numeric>

namespace tickmark::tables {

namespace {

void rankLabels(std::vector<WatchEntry> &entries, const QString &language)
{
    const QCollator collator{QLocale(language)};
    std::vector<QCollatorSortKey> keys;
    keys.reserve(entries.size());
    for (const WatchEntry &entry : entries)
        keys.push_back(collator.sortKey(entry.label));
    std::vector<std::size_t> order(entries.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
        const int compared = keys[a].compare(keys[b]);
        return compared != 0 ? compared < 0 : a < b;
    });
    for (std::size_t rank = 0; rank < order.size(); ++rank)
        entries[order[rank]].labelRank = int(rank);
}

} // namespace

core::Result<std::shared_ptr<WatchRows>> loadWatchRows(store::StoreReader &reader, const core::CalendarSet &calendars,
                                                       const QString &language)
{
    auto instruments = reader.instruments();
    if (!instruments)
        return tl::unexpected(instruments.error());
    std::ranges::sort(*instruments, {}, &core::Instrument::id);
    auto rows = std::make_shared<WatchRows>();
    rows->entries.reserve(instruments->size());
    rows->bySymbol.reserve(instruments->size());
    for (core::Instrument &instrument : *instruments) {
        WatchEntry entry;
        entry.group = watchGroupOf(instrument, calendars);
        entry.label = watchLabel(instrument, language);
        rows->bySymbol.emplace(instrument.symbol.toLower(), int(rows->entries.size()));
        entry.instrument = std::move(instrument);
        rows->entries.push_back(std::move(entry));
    }
    rankLabels(rows->entries, language);
    return rows;
}

} // namespace tickmark::tables
