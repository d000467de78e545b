// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickPages.h"

namespace tickmark::charts {

std::vector<ticks::PageRequest> TickPages::takeMissing()
{
    if (m_underWay)
        return {};
    std::vector<ticks::PageRequest> missing = m_cache.takeMissing();
    m_underWay = !missing.empty();
    return missing;
}

void TickPages::insert(std::vector<ticks::LoadedPage> pages)
{
    // What was missing meanwhile may belong to a view that has moved on; the next picture notes it again.
    static_cast<void>(m_cache.takeMissing());
    m_cache.insert(std::move(pages));
    m_underWay = false;
    ++m_loads;
}

core::Result<bool> TickPages::load(ticks::ChunkReader &reader, std::stop_token stop)
{
    auto loaded = ticks::loadMissing(m_cache, reader, std::move(stop));
    // What could not be read is missing still, and the next picture has to note it again.
    if (!loaded || *loaded)
        ++m_loads;
    return loaded;
}

} // namespace tickmark::charts
