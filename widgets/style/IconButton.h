// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Appearance.h"

#include <QToolButton>

namespace tickmark::style {

//! The small signs that the window draws itself, in the theme's colours at any scale.
enum class Sign { Close, More, Linked, Unlinked, Search, Down, Beyond, Add, Play, Pause, ToEnd };

//! Draws `sign` in the middle of `box` (12 px fit).
void paintSign(QPainter &painter, Sign sign, const QRectF &box, const QColor &color);

//! A flat 20 x 20 button with a sign; says its purpose as tooltip and accessible name. Checked: accent.
class IconButton : public QToolButton
{
    Q_OBJECT

public:
    IconButton(Sign sign, const Appearance &appearance, QWidget *parent = nullptr);

    void setSign(Sign sign);
    //! Tooltip and accessible name.
    void setPurpose(const QString &text);
    [[nodiscard]] QSize sizeHint() const override { return {20, 20}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Sign m_sign;
    const Appearance &m_appearance;
};

} // namespace tickmark::style
