// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QFontMetricsF>
#include <QString>

#include <array>

namespace tickmark::newsview {

//! Tells how many lines a title takes without laying it out: a list asks that for every row it has, thousands at a time.
//! Sums the widths of single characters; only where the sum is close to the limit (kerning) it measures.
class TitleWidths
{
public:
    static constexpr int kMostLines = 2;

    explicit TitleWidths(const QFont &font);

    [[nodiscard]] int lines(const QString &title, double width) const;

private:
    QFontMetricsF m_metrics;
    std::array<double, 0x250> m_widths{}; //!< of the characters of Latin scripts
};

} // namespace tickmark::newsview
