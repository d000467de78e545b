// SPDX-License-Identifier: GPL-3.0-or-later
#include "TitleWidths.h"

namespace tickmark::newsview {

namespace {

constexpr double kKerningShare = 0.05; // of a title's width, at most

} // namespace

TitleWidths::TitleWidths(const QFont &font) : m_metrics(font)
{
    for (size_t c = 0x20; c < m_widths.size(); ++c)
        m_widths[c] = m_metrics.horizontalAdvance(QChar(char16_t(c)));
}

int TitleWidths::lines(const QString &title, double width) const
{
    double sum = 0;
    bool isKnown = true;
    for (const QChar c : title) {
        if (c.unicode() < m_widths.size())
            sum += m_widths[c.unicode()];
        else
            isKnown = false;
        if (sum * (1 - kKerningShare) > width)
            return kMostLines;
    }
    if (isKnown && sum * (1 + kKerningShare) < width)
        return 1;
    return m_metrics.horizontalAdvance(title) <= width ? 1 : kMostLines;
}

} // namespace tickmark::newsview
