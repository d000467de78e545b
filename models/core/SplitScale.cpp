// SPDX-License-Identifier: GPL-3.0-or-later
#include "SplitScale.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace tickmark::core {

namespace {

__extension__ using Wide = __int128;

//! Where no number of decimals is exact: a millionth of a cent for prices in cents.
constexpr int kSpareDecimals = 4;

//! Multiplies by `up` / `down` and keeps the lowest terms; false when that does not fit.
bool multiply(qint64 &numerator, qint64 &denominator, qint64 up, qint64 down)
{
    if (up <= 0 || down <= 0)
        return false;
    for (qint64 *over : {&numerator, &up}) {
        for (qint64 *under : {&denominator, &down}) {
            const qint64 common = std::gcd(*over, *under);
            *over /= common;
            *under /= common;
        }
    }
    return !__builtin_mul_overflow(numerator, up, &numerator)
           && !__builtin_mul_overflow(denominator, down, &denominator);
}

std::optional<qint64> scaled(qint64 units, qint64 up, qint64 down, int fromDecimals, int toDecimals)
{
    Wide product = 0;
    if (__builtin_mul_overflow(Wide(units) * powerOfTen(toDecimals - fromDecimals), Wide(up), &product))
        return std::nullopt;
    Wide whole = product / down;
    const Wide rest = product % down;
    const Wide twice = 2 * (rest < 0 ? -rest : rest);
    if (twice > down || (twice == down && whole % 2 != 0))
        whole += product < 0 ? -1 : 1;
    if (whole > std::numeric_limits<qint64>::max() || whole < std::numeric_limits<qint64>::min())
        return std::nullopt;
    return qint64(whole);
}

} // namespace

SessionDate sharesOf(SessionDate session, std::optional<SessionDate> splitsUntil)
{
    return std::max(session, splitsUntil.value_or(session));
}

std::optional<ShareRatio> shareRatio(std::span<const Split> splits, SessionDate from, SessionDate to)
{
    const auto [first, last] = std::minmax(from, to);
    ShareRatio ratio;
    for (const Split &split : splits) {
        if (first < split.exDate && split.exDate <= last
            && !multiply(ratio.newShares, ratio.oldShares, split.newShares, split.oldShares))
            return std::nullopt;
    }
    return from <= to ? ratio : ShareRatio{ratio.oldShares, ratio.newShares};
}

int decimalsAfter(int decimals, ShareRatio ratio)
{
    qint64 rest = ratio.newShares;
    int twos = 0;
    int fives = 0;
    for (; rest % 2 == 0; rest /= 2)
        ++twos;
    for (; rest % 5 == 0; rest /= 5)
        ++fives;
    const int more = rest == 1 ? std::max(twos, fives) : kSpareDecimals;
    return std::max(decimals, std::min(decimals + more, kMaxDecimals));
}

std::optional<qint64> priceAfter(qint64 units, ShareRatio ratio, int fromDecimals, int toDecimals)
{
    return scaled(units, ratio.oldShares, ratio.newShares, fromDecimals, toDecimals);
}

std::optional<qint64> sharesAfter(qint64 units, ShareRatio ratio, int fromDecimals, int toDecimals)
{
    return scaled(units, ratio.newShares, ratio.oldShares, fromDecimals, toDecimals);
}

SplitScale::SplitScale(std::span<const Split> splits, std::optional<SessionDate> splitsUntil, SessionDate reference)
    : m_splits(splits.begin(), splits.end()), m_splitsUntil(splitsUntil), m_reference(reference)
{
    for (const Split &split : m_splits)
        m_steps.push_back(split.exDate);
    std::ranges::sort(m_steps);
}

std::optional<ShareRatio> SplitScale::at(SessionDate session) const
{
    return shareRatio(m_splits, sharesOf(session, m_splitsUntil), sharesOf(session, m_reference));
}

bool SplitScale::crosses(const Split &split, SessionDate session) const
{
    const auto [first, last] = std::minmax({sharesOf(session, m_splitsUntil), sharesOf(session, m_reference)});
    return first < split.exDate && split.exDate <= last;
}

} // namespace tickmark::core
