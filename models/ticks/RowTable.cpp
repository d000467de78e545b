// SPDX-License-Identifier: GPL-3.0-or-later
#include "RowTable.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tickmark::ticks {

namespace {

constexpr qint64 kLeast = std::numeric_limits<qint64>::min();
constexpr qint64 kGreatest = std::numeric_limits<qint64>::max();

[[nodiscard]] qint64 clampedPrice(double price)
{
    constexpr double kLimit = 9'223'372'036'854'775'808.0; // 2^63, the first that does not fit
    if (std::isnan(price))
        return 0;
    if (price >= kLimit)
        return kGreatest;
    return price <= -kLimit ? kLeast : qint64(price);
}

[[nodiscard]] qint64 middle(qint64 low, qint64 high)
{
    return qint64(quint64(low) + (quint64(high) - quint64(low)) / 2);
}

[[nodiscard]] qint64 stepped(qint64 price, qint64 step)
{
    qint64 result = 0;
    if (__builtin_add_overflow(price, step, &result))
        return step < 0 ? kLeast : kGreatest;
    return result;
}

//! The least price for which `isAbove` holds (it holds for all greater ones), from a guess; the greatest number when it
//! holds for none. O(log distance of the guess).
template <typename Predicate>
[[nodiscard]] qint64 leastAbove(qint64 guess, const Predicate &isAbove)
{
    qint64 below = guess;
    qint64 above = guess;
    if (isAbove(guess)) {
        for (qint64 step = 1; isAbove(below); step = stepped(step, step)) {
            above = below;
            if (below == kLeast)
                return kLeast;
            below = stepped(below, -step);
        }
    } else {
        for (qint64 step = 1; !isAbove(above); step = stepped(step, step)) {
            below = above;
            if (above == kGreatest)
                return kGreatest;
            above = stepped(above, step);
        }
    }
    while (quint64(above) - quint64(below) > 1) {
        const qint64 between = middle(below, above);
        (isAbove(between) ? above : below) = between;
    }
    return above;
}

//! About the price at each row's top edge, asked from the bottom up: by a parabola through three rows of sixteen where one
//! is near enough, because a scale may need long to tell (a logarithmic one takes a power). No guess waits for what came
//! of another, so that the processor works on several edges at once.
class EdgeGuess
{
public:
    explicit EdgeGuess(const std::function<double(double)> &priceNear) : m_priceNear(priceNear) {}

    //! `row` falls by one from call to call.
    [[nodiscard]] double at(int row)
    {
        if (row <= m_bottom - kRows)
            begin(row);
        if (!m_isSmooth)
            return m_priceNear(row);
        const double step = double(m_bottom - row);
        return m_price + step * (m_slope + step * m_bend);
    }

    //! How far the last guess may be from the price, what the scale itself rounds included; endless where nothing is known.
    [[nodiscard]] double doubt() const { return m_doubt; }

private:
    static constexpr int kRows = 16;
    static constexpr double kNear = 0.05; // of a price: what rounds to the right one nearly always

    void begin(int bottom)
    {
        const double third = bottom == m_bottom - kRows ? m_top : m_priceNear(bottom);
        const double second = m_priceNear(bottom - kRows / 2);
        m_bottom = bottom;
        m_top = m_priceNear(bottom - kRows);
        m_price = third;
        m_bend = (m_top - 2 * second + third) * 2 / (kRows * kRows);
        m_slope = (m_top - third) / kRows - m_bend * kRows;
        // The cubic part that is missing is largest about here.
        const double step = kRows / 4;
        const double missing = m_price + step * (m_slope + step * m_bend) - m_priceNear(bottom - step);
        m_isSmooth = std::abs(missing) < kNear; // not for a NaN
        constexpr double kRounding = 0x1p-44;   // of a price: some hundred times what a double rounds
        const double greatest = std::max(std::abs(m_price), std::abs(m_top));
        m_doubt = m_isSmooth ? 4 * std::abs(missing) + kRounding * greatest + 1e-6
                             : std::numeric_limits<double>::infinity();
    }

    const std::function<double(double)> &m_priceNear;
    int m_bottom = std::numeric_limits<int>::max();
    double m_top = 0; //!< price at the end of the sixteen rows, which is the beginning of the next
    double m_price = 0;
    double m_slope = 0;
    double m_bend = 0;
    double m_doubt = 0;
    bool m_isSmooth = false;
};

//! Finds the row edges of a scale one after the other, from the bottom up, with few questions to it: an edge is sure when
//! the guess lies between two prices beyond doubt, or when its price was asked for and the one below it.
class EdgeFinder
{
public:
    EdgeFinder(const std::function<double(qint64)> &position, const std::function<double(double)> &priceNear)
        : m_position(position), m_guess(priceNear)
    {}

    //! The least price above the bottom edge `row`, which falls by one from call to call.
    [[nodiscard]] qint64 next(int row)
    {
        const double guess = m_guess.at(row);
        if (m_at < row) // a price of many rows
            return m_edge;
        constexpr double kWhole = 0x1p52; // doubles beyond it have no fraction
        if (std::abs(guess) < kWhole) {
            const auto toZero = qint64(guess);
            const double fraction = guess - double(toZero);
            const double inside = std::abs(fraction);
            if (inside > m_guess.doubt() && 1 - inside > m_guess.doubt()) {
                m_edge = toZero + (fraction > 0 ? 1 : 0);
                m_at = std::numeric_limits<double>::quiet_NaN();
                return m_edge;
            }
        }
        // False for a position that is not a number: a price that a logarithm cannot show lies below all others.
        const auto isAbove = [this, row](qint64 price) { return m_position(price) < row; };
        m_edge = clampedPrice(std::ceil(guess));
        m_at = m_position(m_edge);
        if (m_at < row && m_edge != kLeast && !isAbove(m_edge - 1)) [[likely]]
            return m_edge;
        m_edge = leastAbove(m_edge, isAbove);
        m_at = m_position(m_edge);
        return m_edge;
    }

private:
    const std::function<double(qint64)> &m_position;
    EdgeGuess m_guess;
    qint64 m_edge = 0;
    double m_at = std::numeric_limits<double>::quiet_NaN(); //!< position of the edge
};

} // namespace

RowTable::RowTable(int rows, std::function<double(qint64)> position, const std::function<double(double)> &priceNear)
    : m_rows(std::max(rows, 0)), m_position(std::move(position))
{
    const std::size_t edges = std::size_t(m_rows) + 1;
    m_edges.reserve(edges + 1);
    EdgeFinder finder(m_position, priceNear);
    for (int bottom = m_rows; bottom >= 0; --bottom) {
        const qint64 edge = finder.next(bottom);
        m_edges.push_back(m_edges.empty() ? edge : std::max(edge, m_edges.back())); // whatever position() rounds
    }

    // Where edges lie evenly, no bucket has more than one.
    const std::size_t buckets = 2 * edges;
    m_bucketsPerTwo = 2 * double(buckets) / (double(quint64(m_edges.back()) - quint64(m_edges.front())) + 1);
    m_starts.assign(buckets + 1, 0);
    for (const qint64 edge : m_edges)
        ++m_starts[bucketOf(edge) + 1];
    quint32 before = 0;
    for (quint32 &start : m_starts)
        start = before += start;
    m_edges.push_back(kGreatest); // so that row() may look one further
}

int RowTable::row(qint64 price) const
{
    if (price < m_edges.front() || price >= m_edges[std::size_t(m_rows)])
        return rowOutside(price);
    const std::size_t bucket = bucketOf(price);
    // One edge or none: without a branch, for prices follow no rule that foretells it.
    std::size_t edge = m_starts[bucket];
    edge += m_edges[edge] <= price ? 1 : 0;
    if (m_edges[edge] <= price) [[unlikely]] {
        const auto begin = m_edges.begin() + qsizetype(edge);
        edge = std::size_t(std::upper_bound(begin, m_edges.begin() + m_starts[bucket + 1], price) - m_edges.begin());
    }
    return m_rows - int(edge); // the edges up to `price` are those of the rows from the bottom to it
}

int RowTable::rowOutside(qint64 price) const
{
    const bool isAbove = price >= m_edges[std::size_t(m_rows)];
    const double position = m_position(price);
    if (std::isnan(position))
        return isAbove ? -kFarthest : kFarthest;
    const int row = int(std::clamp(std::floor(position), double(-kFarthest), double(kFarthest)));
    return isAbove ? std::min(row, -1) : std::max(row, m_rows);
}

} // namespace tickmark::ticks
