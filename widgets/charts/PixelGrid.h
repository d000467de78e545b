// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>

#include <algorithm>
#include <cmath>

namespace tickmark::charts {

//! Positions in px at scale 1.0 that fall on whole device pixels at `scale` device pixels per px. A value.
class PixelGrid
{
public:
    explicit PixelGrid(double scale = 1.0) : m_scale(scale) {}

    [[nodiscard]] double scale() const { return m_scale; }
    //! Size of one device pixel.
    [[nodiscard]] double pixel() const { return 1.0 / m_scale; }
    //! The nearest edge between two device pixels.
    [[nodiscard]] double edge(double position) const { return std::round(position * m_scale) / m_scale; }
    //! The middle of the device pixel that holds `position`.
    [[nodiscard]] double centre(double position) const
    {
        return (std::floor(position * m_scale + 1e-9) + 0.5) / m_scale;
    }
    //! A pen width near `width` that covers whole device pixels, at least one.
    [[nodiscard]] double penWidth(double width) const { return std::max(1.0, std::round(width * m_scale)) / m_scale; }
    //! Where a line `width` wide (see penWidth) has to run to have crisp edges.
    [[nodiscard]] double line(double position, double width) const
    {
        const bool odd = std::lround(width * m_scale) % 2 != 0;
        return odd ? centre(position) : edge(position);
    }

private:
    double m_scale;
};

} // namespace tickmark::charts
