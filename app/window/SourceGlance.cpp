// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceGlance.h"

#include <dialogs/SourceSigns.h>

#include <QPainter>

#include <style/Fonts.h>

namespace tickmark::window {

using tables::SourceState;

namespace {

constexpr int kSign = 14;
constexpr int kMargin = 8;
constexpr int kGap = 5;
constexpr int kHeight = 22;

SourceState stateOf(const SourceGlance &glance)
{
    if (glance.running > 0)
        return SourceState::Running;
    return glance.failing.isEmpty() ? SourceState::Paused : SourceState::Failing;
}

} // namespace

SourceGlanceButton::SourceGlanceButton(const style::Appearance &appearance, QWidget *parent)
    : QToolButton(parent), m_appearance(appearance)
{
    setObjectName(QStringLiteral("sourceGlance"));
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setFont(style::textFont(style::TextRole::Small));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&appearance, &style::Appearance::changed, this, qOverload<>(&QWidget::update));
    setGlance({});
}

void SourceGlanceButton::setGlance(const SourceGlance &glance)
{
    m_glance = glance;
    setVisible(glance.running > 0 || !glance.failing.isEmpty() || glance.isPaused);
    retranslate();
}

void SourceGlanceButton::retranslate()
{
    const core::Formats &formats = m_appearance.formats();
    QString text;
    if (m_glance.running > 0)
        text = m_glance.total == 0
                   ? tr("Fetching %Ln source(s)", nullptr, m_glance.running)
                   : tr("Fetching, %1 of %2").arg(formats.count(m_glance.done), formats.count(m_glance.total));
    else if (!m_glance.failing.isEmpty())
        text = tr("%Ln source(s) failed", nullptr, int(m_glance.failing.size()));
    else
        text = tr("Sources paused");
    setText(text);
    setAccessibleName(tr("%1 – show the sources", "what a glance at the sources says").arg(text));
    setToolTip((m_glance.failing.isEmpty()
                    ? tr("Shows the sources")
                    : tr("Failed: %1", "names of sources").arg(m_glance.failing.join(QStringLiteral(", "))))
                   .toHtmlEscaped());
    updateGeometry();
    update();
}

QSize SourceGlanceButton::sizeHint() const
{
    return {kMargin + kSign + kGap + fontMetrics().horizontalAdvance(text()) + kMargin, kHeight};
}

void SourceGlanceButton::paintEvent(QPaintEvent *)
{
    const charts::ChartTheme &theme = m_appearance.theme();
    QPainter painter(this);
    if (underMouse() || isDown())
        painter.fillRect(rect(), theme.tint);
    if (hasFocus()) {
        painter.setPen(theme.accent);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
    dialogs::paintSourceSign(painter, QRectF(kMargin, 0, kSign, height()), stateOf(m_glance), theme);
    painter.setFont(font());
    painter.setPen(theme.secondary);
    painter.drawText(rect().adjusted(kMargin + kSign + kGap, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
}

} // namespace tickmark::window
