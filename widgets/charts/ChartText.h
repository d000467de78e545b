// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QString>

namespace tickmark::charts {

//! Draws one line of text with its left end and baseline at `position`.
void drawText(QPainter &painter, QPointF position, const QString &text, const QFont &font, const QColor &color);
//! The same with its right end, or its middle, at `position`.
void drawTextEndingAt(QPainter &painter, QPointF position, const QString &text, const QFont &font, const QColor &color);
void drawTextCentredAt(QPainter &painter, QPointF position, const QString &text, const QFont &font,
                       const QColor &color);

//! How far below the middle of a line of digits or capitals its baseline is.
[[nodiscard]] double baselineBelowMiddle(const QFont &font);

} // namespace tickmark::charts
