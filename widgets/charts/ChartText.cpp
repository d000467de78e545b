// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartText.h"

#include "ChartFonts.h"

namespace tickmark::charts {

void drawText(QPainter &painter, QPointF position, const QString &text, const QFont &font, const QColor &color)
{
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(position, text);
}

void drawTextEndingAt(QPainter &painter, QPointF position, const QString &text, const QFont &font, const QColor &color)
{
    drawText(painter, position - QPointF(textWidth(font, text), 0), text, font, color);
}

void drawTextCentredAt(QPainter &painter, QPointF position, const QString &text, const QFont &font, const QColor &color)
{
    drawText(painter, position - QPointF(textWidth(font, text) / 2, 0), text, font, color);
}

double baselineBelowMiddle(const QFont &font)
{
    return QFontMetricsF(font).capHeight() / 2;
}

} // namespace tickmark::charts
