// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickCommitter.h"

#include <utility>

namespace tickmark::pipeline {

namespace {

constexpr std::size_t kMostUnderWay = 2;

} // namespace

TickCommitter::TickCommitter(store::StoreWriter &writer, store::ImportOrigin origin, std::stop_token stop)
    : m_writer(writer), m_origin(std::move(origin)), m_stop(std::move(stop))
{}

TickCommitter::~TickCommitter()
{
    for (UnderWay &underWay : m_underWay)
        underWay.done.waitForFinished();
}

//! The import has begun, and another slice may be under way.
core::Result<> TickCommitter::prepare()
{
    if (!m_importId && !m_fault) {
        const core::Result<qint64> begun = m_writer.beginTickImport(m_origin).result();
        if (!begun)
            return tl::unexpected(begun.error());
        m_importId = *begun;
    }
    while (!m_fault && m_underWay.size() >= kMostUnderWay) {
        if (auto done = waitForOldest(); !done)
            return done;
    }
    if (m_fault)
        return tl::unexpected(*m_fault);
    return {};
}

core::Result<> TickCommitter::add(store::TickSlice slice)
{
    if (auto ready = prepare(); !ready)
        return ready;
    auto shared = std::make_shared<store::TickSlice>(std::move(slice));
    auto done = m_writer.addTicks(*m_importId, std::shared_ptr<const store::TickSlice>(shared), m_stop);
    m_underWay.push_back({std::move(shared), std::move(done)});
    return {};
}

core::Result<> TickCommitter::add(store::TradeSlice trades)
{
    if (auto ready = prepare(); !ready)
        return ready;
    m_underWay.push_back(
        {nullptr, m_writer.addTrades(*m_importId, std::make_shared<const store::TradeSlice>(std::move(trades)))});
    return {};
}

core::Result<> TickCommitter::waitForOldest()
{
    const core::Result<store::TickTotals> done = m_underWay.front().done.result();
    if (m_underWay.front().slice)
        m_spare = std::move(m_underWay.front().slice->ticks);
    m_underWay.pop_front();
    if (!done) {
        if (!m_fault)
            m_fault = done.error();
        return tl::unexpected(done.error());
    }
    m_totals.seriesId = done->seriesId;
    m_totals.inserted += done->inserted;
    m_totals.unchanged += done->unchanged;
    m_totals.late += done->late;
    return {};
}

core::Result<> TickCommitter::drain()
{
    while (!m_underWay.empty())
        (void)waitForOldest(); // kept as the fault
    if (m_fault)
        return tl::unexpected(*m_fault);
    return {};
}

core::Result<store::ImportResult> TickCommitter::end(store::ImportEnd end)
{
    (void)drain();
    if (!m_importId) {
        store::ImportResult nothing;
        nothing.totals.rejected = end.rejected;
        return nothing;
    }
    return m_writer.endTickImport(*m_importId, std::move(end)).result();
}

} // namespace tickmark::pipeline
