// SPDX-License-Identifier: GPL-3.0-or-later
#include "SplitWatch.h"

#include <algorithm>
#include <cmath>

namespace tickmark::analysis {

namespace {

struct Ratio
{
    qint64 shares;
    qint64 per;
};
constexpr Ratio kSimple[] = {{3, 2},  {2, 1},  {3, 1},  {4, 1},  {5, 1},  {7, 1}, {8, 1},
                             {10, 1}, {15, 1}, {20, 1}, {25, 1}, {30, 1}, {50, 1}};

constexpr std::size_t kBefore = 20;      // bars that say what is usual
constexpr std::size_t kBeside = 3;       // bars before and after that have to stay at their level
constexpr double kLeastMove = 1.35;      // below, no simple ratio is near
constexpr double kSmall = 3;             // from here on a move of that size is hardly ever real
constexpr double kNearSmall = 0.015;     // of open or close, whichever is nearer to the ratio
constexpr double kNearLarge = 0.025;     // the same for large ones
constexpr double kFarSmall = 0.06;       // of the other one
constexpr double kFarLarge = 0.15;       // the same for large ones
constexpr double kLevel = 0.15;          // how far those bars may go
constexpr double kWideRange = 1.18;      // high to low of a day that was more than a change of the count
constexpr double kMuchTurnover = 3.5;    // times the usual one
constexpr std::size_t kLeastVolumes = 5; // to know what is usual
constexpr double kLeastTicks = 50;       // a price of fewer ticks is at a simple ratio to every other one
constexpr qint32 kMostDays = 10;         // between two bars: after a longer hole anything may be
constexpr qint32 kDaysBeside = 7;        // a known split is not unknown on a neighbouring day
constexpr double kLeastKnown = 1.4;      // a known split that is smaller cannot be told from a move
constexpr double kResidue = 0.2;         // of the move beside a known split

} // namespace

SplitWatch::SplitWatch(core::InstrumentKind kind, int priceDecimals, std::optional<core::SessionDate> splitsUntil,
                       std::vector<core::Split> splits)
    : m_isSplit(kind == core::InstrumentKind::Stock || kind == core::InstrumentKind::Etf),
      m_decimals(priceDecimals),
      m_splitsUntil(splitsUntil),
      m_splits(std::move(splits))
{}

double SplitWatch::close(std::size_t index) const
{
    return double(m_window[index].close);
}

void SplitWatch::add(const core::Bar &bar)
{
    if (!m_isSplit || bar.close <= 0 || bar.open <= 0)
        return; // a price that is none says nothing of its neighbours
    m_window.push_back(bar);
    while (m_next + kBeside < m_window.size())
        judge(m_next++);
    while (m_next > kBefore + 1) {
        m_window.pop_front();
        --m_next;
    }
}

std::vector<SplitWatch::Seen> SplitWatch::finish()
{
    while (m_next < m_window.size())
        judge(m_next++);
    for (const core::Split &split : m_splits) {
        const bool isIn = m_splitsUntil && split.exDate <= *m_splitsUntil;
        if (!m_window.empty() && m_window.back().session < split.exDate && !isIn)
            m_shown.push_back(split); // since the last bar
    }
    std::ranges::sort(m_shown, {}, &core::Split::exDate);
    return std::exchange(m_seen, {});
}

void SplitWatch::judge(std::size_t index)
{
    const core::SessionDate before = m_window[index - 1].session;
    const core::SessionDate session = m_window[index].session;
    bool isKnown = false;
    for (const core::Split &split : m_splits) {
        if (before < split.exDate && split.exDate <= session)
            judgeKnown(split, index);
        isKnown = isKnown
                  || (before.plusDays(-kDaysBeside) < split.exDate && split.exDate < session.plusDays(kDaysBeside));
    }
    if (!isKnown)
        judgeUnknown(index);
}

void SplitWatch::judgeKnown(const core::Split &split, std::size_t index)
{
    const double size = std::log(core::newPerOld(split));
    const bool isIn = m_splitsUntil && split.exDate <= *m_splitsUntil;
    const int expected = isIn ? 0 : 1;
    const double move = -std::log(close(index) / close(index - 1));
    const int shown = std::abs(size) < std::log(kLeastKnown) ? expected : int(std::lround(move / size));
    const bool isClear = std::abs(move - shown * size) <= kResidue;
    for (int i = 0; i < (isClear ? std::clamp(shown, 0, 2) : expected); ++i)
        m_shown.push_back(split);
    if (!isClear || shown == expected)
        return;
    if (shown == 0)
        tell(QualityKind::SplitMissing, split, index);
    else if (shown == 1)
        tell(QualityKind::SplitUnapplied, split, index);
    else if (shown == 2 || shown == -1)
        tell(QualityKind::SplitTwice, split, index);
}

void SplitWatch::judgeUnknown(std::size_t index)
{
    const double move = close(index - 1) / close(index);
    if (std::max(move, 1 / move) < kLeastMove
        || m_window[index].session.days() - m_window[index - 1].session.days() > kMostDays)
        return;
    for (const Ratio &simple : kSimple) {
        const core::Split split = move > 1 ? core::Split{m_window[index].session, simple.shares, simple.per}
                                           : core::Split{m_window[index].session, simple.per, simple.shares};
        if (!isNear(1 / core::newPerOld(split), index))
            continue;
        if (isFine(index) && stays(index) && isQuiet(index)) {
            tell(QualityKind::UnknownSplit, split, index);
            m_shown.push_back(split);
        }
        return;
    }
}

//! Whether open and close have this ratio to the close before.
bool SplitWatch::isNear(double ratio, std::size_t index) const
{
    const double ofClose = std::abs(close(index) / close(index - 1) / ratio - 1);
    const double ofOpen = std::abs(double(m_window[index].open) / close(index - 1) / ratio - 1);
    const bool isSmall = std::max(ratio, 1 / ratio) < kSmall;
    return std::min(ofClose, ofOpen) <= (isSmall ? kNearSmall : kNearLarge)
           && std::max(ofClose, ofOpen) <= (isSmall ? kFarSmall : kFarLarge);
}

//! Before the move at the old level, after it at the new one.
bool SplitWatch::stays(std::size_t index) const
{
    const auto isAt = [&](std::size_t bar, std::size_t level) {
        return std::abs(close(bar) / close(level) - 1) <= kLevel;
    };
    for (std::size_t i = 1; i <= kBeside; ++i) {
        if (i < index && !isAt(index - 1 - i, index - 1))
            return false;
        if (index + i < m_window.size() && !isAt(index + i, index))
            return false;
    }
    return true;
}

//! Neither range nor turnover are those of a crash.
bool SplitWatch::isQuiet(std::size_t index) const
{
    const core::Bar &bar = m_window[index];
    if (double(bar.high) > double(bar.low) * kWideRange)
        return false;
    std::vector<double> usual;
    for (std::size_t i = index > kBefore ? index - kBefore : 0; i < index; ++i) {
        if (m_window[i].volume && *m_window[i].volume > 0)
            usual.push_back(double(*m_window[i].volume) * close(i));
    }
    if (!bar.volume || usual.size() < kLeastVolumes)
        return true;
    const auto middle = usual.begin() + std::ptrdiff_t(usual.size() / 2);
    std::ranges::nth_element(usual, middle);
    return double(*bar.volume) * close(index) <= *middle * kMuchTurnover;
}

//! Whether the prices have enough ticks for a ratio to mean something. The tick is the largest power of ten that they are
//! all multiples of: a series may have more decimals than its exchange.
bool SplitWatch::isFine(std::size_t index) const
{
    const qint64 prices[] = {m_window[index - 1].open, m_window[index - 1].close, m_window[index].open,
                             m_window[index].close};
    qint64 tick = 1;
    while (std::ranges::all_of(prices, [&](qint64 price) { return price % (tick * 10) == 0; })
           && tick < core::powerOfTen(m_decimals))
        tick *= 10;
    return double(*std::ranges::min_element(prices)) >= kLeastTicks * double(tick);
}

void SplitWatch::tell(QualityKind kind, const core::Split &split, std::size_t index)
{
    m_seen.push_back({kind,
                      split,
                      m_window[index].session,
                      {m_window[index - 1].close, m_decimals},
                      {m_window[index].close, m_decimals}});
}

} // namespace tickmark::analysis
