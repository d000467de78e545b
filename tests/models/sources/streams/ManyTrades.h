// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ServedTrades.h"

#include <numeric>

namespace tickmark::test {

inline const core::Time kTradesBegin = *core::parseIsoTime("2026-01-05T14:30:00Z");

//! Trade `id` came `id` seconds after the beginning.
inline QList<ServedTrade> tradesOf(const QString &symbol, qint64 first, int count)
{
    QList<ServedTrade> trades;
    for (int i = 0; i < count; ++i)
        trades << ServedTrade{symbol, first + i, core::Time{kTradesBegin.ns + (first + i) * core::kNsPerSecond}};
    return trades;
}

inline QList<qint64> numbers(qint64 first, int count)
{
    QList<qint64> all(count);
    std::iota(all.begin(), all.end(), first);
    return all;
}

} // namespace tickmark::test
