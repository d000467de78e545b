// SPDX-License-Identifier: GPL-3.0-or-later
#include "BlockScan.h"
#include "ColumnQuery.h"
#include "PagedTicks.h"

namespace tickmark::ticks {

namespace {

using Absence = PagedTicks::Absence;

//! Damaged ticks are as if they were not there; missing ones may come.
TickAnswer withoutTick(Absence absence)
{
    return {std::nullopt, absence != Absence::Missing};
}

TickAnswer firstOf(PagedTicks &ticks, std::size_t section, int block)
{
    const PagedTicks::Block found = ticks.block(section, block);
    return found.block ? TickAnswer{found.block->tick(0)} : withoutTick(found.absence);
}

TickAnswer lastOf(PagedTicks &ticks, std::size_t section, int block)
{
    const PagedTicks::Block found = ticks.block(section, block);
    return found.block ? TickAnswer{found.block->tick(found.block->count - 1)} : withoutTick(found.absence);
}

//! Of a section that has ticks before `time` and at or after it: the block where that changes, at which tick of it.
struct Turn
{
    Absence absence = Absence::None;
    int block = 0;
    const TickBlock *ticks = nullptr; //!< null: at its first one
    int tick = 0;
};

Turn turnAt(PagedTicks &ticks, std::size_t section, qint64 time)
{
    const PagedTicks::Page page = ticks.page(section);
    if (!page.page)
        return {.absence = page.absence};
    const int blocks = ticks.blocks(section);
    Turn turn;
    turn.block = page.page->blockAt(time, blocks / 2, blocks);
    if (turn.block == blocks)
        return {.absence = Absence::Damaged};
    if (page.page->lines[std::size_t(turn.block)].firstTime >= time)
        return turn;
    const PagedTicks::Block found = ticks.block(section, turn.block);
    if (!found.block)
        return {.absence = found.absence};
    turn.ticks = found.block;
    turn.tick = lowerBound(found.block->times.data(), found.block->count, time);
    return turn;
}

} // namespace

TickAnswer lastTickBefore(const TickSnapshot &snapshot, PageCache &pages, core::Time time)
{
    PagedTicks ticks(snapshot, pages);
    const std::size_t section = ticks.seek(time.ns, 0);
    if (section == ticks.sections() || ticks.firstTime(section) >= time.ns)
        return section == 0 ? TickAnswer{} : lastOf(ticks, section - 1, ticks.blocks(section - 1) - 1);
    const Turn turn = turnAt(ticks, section, time.ns);
    if (turn.absence != Absence::None)
        return withoutTick(turn.absence);
    if (turn.ticks)
        return turn.tick > 0 ? TickAnswer{turn.ticks->tick(turn.tick - 1)} : TickAnswer{};
    return turn.block > 0 ? lastOf(ticks, section, turn.block - 1) : TickAnswer{};
}

TickAnswer firstTickFrom(const TickSnapshot &snapshot, PageCache &pages, core::Time time)
{
    PagedTicks ticks(snapshot, pages);
    const std::size_t section = ticks.seek(time.ns, 0);
    if (section == ticks.sections())
        return {};
    if (ticks.firstTime(section) >= time.ns)
        return firstOf(ticks, section, 0);
    const Turn turn = turnAt(ticks, section, time.ns);
    if (turn.absence != Absence::None)
        return withoutTick(turn.absence);
    if (turn.ticks)
        return turn.tick < turn.ticks->count ? TickAnswer{turn.ticks->tick(turn.tick)} : TickAnswer{};
    return firstOf(ticks, section, turn.block);
}

} // namespace tickmark::ticks
