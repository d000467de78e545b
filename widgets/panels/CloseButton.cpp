// SPDX-License-Identifier: GPL-3.0-or-later
#include "CloseButton.h"

#include <QFontMetrics>
#include <QPainter>

#include <style/Fonts.h>
#include <style/IconButton.h>

namespace tickmark::panels {

namespace {

constexpr int kPadding = 4;
constexpr int kArrow = 12;
constexpr int kHeight = 20;

} // namespace

CloseButton::CloseButton(const style::Appearance &appearance, QWidget *parent)
    : QToolButton(parent), m_appearance(appearance)
{
    setAutoRaise(true);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::TabFocus);
    setFont(style::textFont(style::TextRole::Small));
    connect(&appearance, &style::Appearance::changed, this, qOverload<>(&QWidget::update));
}

QSize CloseButton::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(text()) + 2 * kPadding + kArrow, std::max(kHeight, metrics.height() + 4)};
}

QSize CloseButton::minimumSizeHint() const
{
    return {2 * kPadding + kArrow, sizeHint().height()};
}

void CloseButton::paintEvent(QPaintEvent *)
{
    const charts::ChartTheme &theme = m_appearance.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isEnabled() && (underMouse() || isDown())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isDown() ? theme.tint : theme.border);
        painter.drawRoundedRect(QRectF(rect()), 2, 2);
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    }
    const QRect box = rect().adjusted(kPadding, 0, -kPadding - kArrow, 0);
    painter.setPen(isEnabled() ? theme.secondary : theme.placeholder);
    painter.setFont(font());
    painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter,
                     QFontMetrics(font()).elidedText(text(), Qt::ElideRight, box.width()));
    style::paintSign(painter, style::Sign::Down,
                     QRectF(width() - kPadding - kArrow + 2, (height() - kArrow) / 2.0, kArrow, kArrow),
                     isEnabled() ? theme.secondary : theme.placeholder);
}

} // namespace tickmark::panels
