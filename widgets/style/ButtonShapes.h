// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charts/ChartTheme.h>

#include <QRectF>
#include <QString>

class QPainter;

namespace tickmark::style {

//! How a button stands among its neighbours.
enum class ButtonPlace { Alone, First, Middle, Last };

//! "first", "middle", "last" of the property "segment"; anything else stands alone.
[[nodiscard]] ButtonPlace buttonPlace(const QString &segment);

struct ButtonState
{
    bool enabled = true;
    bool hovered = false;
    bool pressed = false;
    bool checked = false;
    bool focused = false;
    bool isDefault = false;
};

//! Gradient, border and, when checked, tint with a 2 px accent foot; corners are round where the row ends.
void paintButton(QPainter &painter, const QRectF &rect, const charts::ChartTheme &theme, const ButtonState &state,
                 ButtonPlace place = ButtonPlace::Alone);

//! A field for text, or a frame around a view.
void paintField(QPainter &painter, const QRectF &rect, const charts::ChartTheme &theme, bool enabled, bool focused);

//! A 14 px box with a check mark, a dash, or nothing; round for radio buttons.
void paintCheck(QPainter &painter, const QRectF &rect, const charts::ChartTheme &theme, Qt::CheckState check,
                bool enabled, bool focused, bool round);

} // namespace tickmark::style
