// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartText.h"

#include "ChartFonts.h"

#include <QPainterPath>

#include <utility>

namespace tickmark::charts {

namespace {

thread_local bool outlined = false;

} // namespace

TextOutlines::TextOutlines(bool on) : m_former(std::exchange(outlined, on)) {}

TextOutlines::~TextOutlines()
{
    outlined = m_former;
}

void drawText(QPainter &painter, QPointF position, const QString &text, const QFont &font, const QColor &color)
{
    if (outlined) {
        QPainterPath letters;
        letters.setFillRule(Qt::WindingFill); // letters may overlap
        letters.addText(position, font, text);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPath(letters);
        return;
    }
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
