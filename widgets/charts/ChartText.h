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

//! While it lives, texts of this thread are drawn as the shapes of their letters: for files that are to look alike where
//! the font is not. Scopes nest.
class TextOutlines
{
public:
    explicit TextOutlines(bool on);
    ~TextOutlines();
    TextOutlines(const TextOutlines &) = delete;
    TextOutlines &operator=(const TextOutlines &) = delete;

private:
    bool m_former;
};

//! How far below the middle of a line of digits or capitals its baseline is.
[[nodiscard]] double baselineBelowMiddle(const QFont &font);

} // namespace tickmark::charts
