// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveBadge.h"

#include "Fonts.h"
#include "LiveSign.h"

#include <QPainter>

namespace tickmark::style {

namespace {

constexpr int kSign = 14;
constexpr int kMargin = 4;
constexpr int kGap = 4;
constexpr int kHeight = 20;

} // namespace

LiveBadge::LiveBadge(const Appearance &appearance, QWidget *parent) : QToolButton(parent), m_appearance(appearance)
{
    setObjectName(QStringLiteral("liveBadge"));
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setFont(textFont(TextRole::Small));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
    setState(std::nullopt);
}

void LiveBadge::setState(std::optional<core::LiveState> state, const QString &word, const QString &tip)
{
    const bool isOther = state != m_state || word != text();
    m_state = state;
    setVisible(state.has_value());
    if (isOther) {
        setText(word);
        updateGeometry();
        update();
    }
    const QString rich = tip.toHtmlEscaped().replace(u'\n', QLatin1String("<br>"));
    if (rich != toolTip()) {
        setToolTip(rich);
        setAccessibleName(tip.section(u'\n', 0, 0));
        setAccessibleDescription(tip.section(u'\n', 1));
    }
}

QSize LiveBadge::sizeHint() const
{
    return {kMargin + kSign + kGap + fontMetrics().horizontalAdvance(text()) + kMargin, kHeight};
}

void LiveBadge::paintEvent(QPaintEvent *)
{
    if (!m_state)
        return;
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
    paintLiveSign(painter, QRectF(kMargin, 0, kSign, height()), *m_state, theme);
    painter.setFont(font());
    painter.setPen(liveColor(*m_state, theme));
    painter.drawText(rect().adjusted(kMargin + kSign + kGap, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
}

} // namespace tickmark::style
