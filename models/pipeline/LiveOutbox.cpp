// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveOutbox.h"

#include <algorithm>

namespace tickmark::pipeline {

void LiveOutbox::add(LiveSlice slice, std::optional<Moment> received)
{
    if (slice.isEmpty())
        return;
    Part part;
    part.ticks = std::make_shared<store::TickSlice>();
    part.ticks->series = m_key;
    part.ticks->priceDecimals = slice.priceDecimals;
    part.ticks->sizeDecimals = slice.sizeDecimals;
    part.ticks->ticks = std::move(slice.ticks);
    part.runs = std::move(slice.runs);
    part.gaps = std::move(slice.gaps);
    part.received = received;
    part.countsAnew = slice.countsAnew;
    m_ticks += qint64(part.ticks->ticks.size());
    m_backfillTicks += received ? 0 : qint64(part.ticks->ticks.size());
    m_parts.push_back(std::move(part));
}

void LiveOutbox::clear()
{
    m_parts.clear();
    m_sending = 0;
    m_ticks = 0;
    m_backfillTicks = 0;
}

std::vector<store::TradeRun> LiveOutbox::runs() const
{
    std::vector<store::TradeRun> runs;
    for (const Part &part : m_parts) {
        if (part.countsAnew)
            runs.clear();
        runs.insert(runs.end(), part.runs.begin(), part.runs.end());
    }
    return runs;
}

bool LiveOutbox::countsAnew() const
{
    return std::ranges::any_of(m_parts, &Part::countsAnew);
}

std::shared_ptr<store::TradeSlice> LiveOutbox::send(bool showsAll)
{
    auto slice = std::make_shared<store::TradeSlice>();
    const Part &first = m_parts.front();
    slice->ticks = *first.ticks;
    slice->ticks.series = m_key;
    slice->staysShown = showsAll || first.received.has_value();
    for (const Part &part : m_parts) {
        const bool fits = slice->ticks.ticks.size() + part.ticks->ticks.size() <= kMostTogether;
        const bool isAlike = part.ticks->priceDecimals == first.ticks->priceDecimals
                             && part.ticks->sizeDecimals == first.ticks->sizeDecimals
                             && part.received.has_value() == first.received.has_value();
        if (m_sending > 0 && (!fits || !isAlike || part.countsAnew))
            break;
        if (m_sending > 0)
            slice->ticks.ticks.insert(slice->ticks.ticks.end(), part.ticks->ticks.begin(), part.ticks->ticks.end());
        slice->runs.insert(slice->runs.end(), part.runs.begin(), part.runs.end());
        slice->gaps.insert(slice->gaps.end(), part.gaps.begin(), part.gaps.end());
        ++m_sending;
    }
    // those of one time keep the order in which they came
    if (!std::ranges::is_sorted(slice->ticks.ticks, {}, &core::Tick::time))
        std::ranges::stable_sort(slice->ticks.ticks, {}, &core::Tick::time);
    for (std::size_t i = m_sending; showsAll && i < m_parts.size(); ++i) {
        if (m_parts[i].received)
            slice->waiting.push_back(m_parts[i].ticks);
    }
    return slice;
}

LiveOutbox::Sent LiveOutbox::underWay() const
{
    Sent sent;
    for (std::size_t i = 0; i < m_sending; ++i)
        sent.ticks += qint64(m_parts[i].ticks->ticks.size());
    if (m_sending > 0) {
        sent.received = m_parts.front().received;
        sent.isBackfill = !sent.received;
    }
    return sent;
}

LiveOutbox::Sent LiveOutbox::sent()
{
    const Sent sent = underWay();
    m_parts.erase(m_parts.begin(), m_parts.begin() + std::ptrdiff_t(m_sending));
    m_sending = 0;
    m_ticks -= sent.ticks;
    m_backfillTicks -= sent.isBackfill ? sent.ticks : 0;
    return sent;
}

} // namespace tickmark::pipeline
