// SPDX-License-Identifier: GPL-3.0-or-later
//
// How StackView comes to its picture: plan, stack, pixmap, what is painted over it, and what is told afterwards.
#include "ChartFonts.h"
#include "ChartPlan.h"
#include "ChartText.h"
#include "ScreenOverlay.h"
#include "StackView.h"

#include <QPainter>
#include <QResizeEvent>

#include <algorithm>

namespace tickmark::charts {

void StackView::changed()
{
    m_planIsOld = m_stackIsOld = m_pictureIsOld = true;
    m_measurement.reset();
    update();
}

const std::optional<ViewLimits> &StackView::limits() const
{
    if (!m_limits && m_hasChart) {
        const core::TimeScale scale = m_spec.time == TimeMode::Calendar ? core::TimeScale::calendarTime()
                                                                        : m_content.timeScale;
        m_limits = ViewLimits::of(m_content, symbolsOf(m_spec.panes), scale);
    }
    return m_limits;
}

bool StackView::ensurePlan() const
{
    if (!m_planIsOld)
        return m_plan != nullptr;
    m_planIsOld = false;
    m_error.reset();
    if (!m_hasChart || !m_message.isEmpty() || !m_range || !limits()) {
        m_plan.reset();
        return false;
    }
    ChartSpec spec = m_spec;
    spec.view = m_range;
    auto plan = ChartPlan::make(spec, m_content, m_plan.get());
    if (!plan) {
        m_plan.reset();
        m_error = plan.error();
        return false;
    }
    m_plan = *plan;
    return true;
}

bool StackView::ensureStack() const
{
    if (!ensurePlan()) {
        m_stack.reset();
        return false;
    }
    // Another screen may have other pixels.
    const bool otherPixels = m_stack && m_stack->panes().front().grid.scale() != devicePixelRatioF();
    if (!m_stackIsOld && !otherPixels)
        return m_stack != nullptr;
    m_stackIsOld = false;
    m_pictureIsOld = true;
    ChartStack::Geometry geometry{
        QSizeF(size()), devicePixelRatioF(), ChartMetrics::screen(), m_weights, m_gutters, m_selected, m_claimed};
    auto stack = ChartStack::create(m_plan, geometry);
    // The only thing that a stack asks for beyond its plan is room.
    m_stack = stack ? std::move(*stack) : nullptr;
    if (m_stack)
        m_gutters = m_stack->gutters();
    return m_stack != nullptr;
}

void StackView::ensurePicture()
{
    const QSize pixels = (QSizeF(size()) * devicePixelRatioF()).toSize();
    if (!ensureStack()) {
        if (m_error)
            tell(kFailed);
        return;
    }
    if (!m_pictureIsOld && m_picture.size() == pixels)
        return;
    m_pictureIsOld = false;
    if (m_picture.size() != pixels) {
        m_picture = QPixmap(pixels);
        m_picture.setDevicePixelRatio(devicePixelRatioF());
    }
    m_picture.fill(m_plan->theme.base);
    QPainter painter(&m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    m_stack->render(painter, {});
    if (!hasAllTicks()) {
        m_wasSettled = false;
        tell(kTicks);
    } else if (!std::exchange(m_wasSettled, true)) {
        tell(kSettled | kReadings);
    }
}

void StackView::paintEvent(QPaintEvent *)
{
    QElapsedTimer clock;
    clock.start();
    ensurePicture();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_stack) {
        painter.drawPixmap(QPointF(), m_picture);
        paintOver(painter);
    } else {
        const ChartTexts texts(m_spec.language);
        paintSentence(painter, !m_message.isEmpty() ? m_message
                               : m_error            ? m_error->message
                               : !m_hasChart        ? QString()
                               : !limits()          ? texts.noQuotes()
                                                    : texts.tooSmall());
    }
    // The plot that the keys act on, for those who use keys.
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        const ChartTheme theme = ChartTheme::named(m_spec.theme, m_spec.upDown);
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(theme.accent, 1));
        painter.setBrush(Qt::NoBrush);
        const bool drawn = m_stack && std::size_t(m_active) < m_stack->plots().size();
        painter.drawRect(drawn ? m_stack->plots()[std::size_t(m_active)] : QRectF(rect()).adjusted(0, 0, -1, -1));
    }
    Q_EMIT painted(clock.nsecsElapsed());
}

void StackView::paintSentence(QPainter &painter, const QString &sentence) const
{
    const ChartTheme theme = ChartTheme::named(m_spec.theme, m_spec.upDown);
    painter.fillRect(rect(), theme.base);
    painter.setFont(chartFont(13));
    painter.setPen(theme.secondary);
    painter.drawText(rect().adjusted(24, 12, -24, -12), int(Qt::AlignCenter) | int(Qt::TextWordWrap), sentence);
}

void StackView::paintOver(QPainter &painter)
{
    const auto range = measurement();
    if (range)
        drawMeasuredRange(painter, *m_stack, *range);
    if (m_stop) {
        std::optional<PointerLine> pointer;
        const int pane = m_pointer ? paneAt(*m_stack, m_pointer->y()) : -1;
        if (pane >= 0 && m_stack->plots()[std::size_t(pane)].contains(*m_pointer))
            pointer = pointerLine(*m_stack, *m_stop, std::size_t(pane), m_pointer->y());
        drawCrosshair(painter, *m_stack, *m_stop, pointer);
    }
    if (range) {
        for (const MeasureBox &box : boxes())
            drawMeasureBox(painter, *m_stack, *range, box);
    }
}

std::vector<MeasureBox> StackView::boxes() const
{
    std::vector<MeasureBox> boxes;
    const auto range = measurement();
    if (!range || !ensureStack())
        return boxes;
    for (std::size_t pane = 0; pane < m_stack->panes().size(); ++pane) {
        if (const auto box = measureBox(*m_stack, *range, pane))
            boxes.push_back(*box);
    }
    return boxes;
}

void StackView::resizeEvent(QResizeEvent *)
{
    m_stackIsOld = m_pictureIsOld = true;
    m_gutters = {};
    // Whoever keeps widgets in the heads has to move them before the next paint.
    const std::vector<QRect> heads = headAreas();
    if (heads != m_heads) {
        m_heads = heads;
        Q_EMIT layoutChanged();
    }
    update();
}

void StackView::tell(unsigned what)
{
    m_untold |= what;
    if (!m_teller.isActive())
        m_teller.start();
}

void StackView::tellNow()
{
    unsigned what = std::exchange(m_untold, 0);
    const std::vector<QRect> heads = headAreas();
    if (heads != m_heads) {
        m_heads = heads;
        Q_EMIT layoutChanged();
    }
    if (what & kView)
        Q_EMIT viewRangeChanged(viewRange());
    if (what & kCrosshair)
        Q_EMIT crosshairMoved(crosshair());
    if (what & kWeights)
        Q_EMIT paneWeightsChanged();
    if (what & kReadings)
        tellReadings();
    if (what & kTicks)
        Q_EMIT ticksMissing();
    if (what & kSettled)
        Q_EMIT settled();
    if ((what & kFailed) && m_error)
        Q_EMIT failed(*m_error);
}

//! Reading may want other ticks than drawing did.
void StackView::tellReadings()
{
    describe();
    Q_EMIT readingsChanged();
    if (!hasAllTicks()) {
        m_wasSettled = false;
        tell(kTicks);
    }
}

void StackView::describe()
{
    const std::vector<PaneReading> now = readings();
    const QString spoken = spokenReadings(now);
    if (spoken != accessibleDescription())
        setAccessibleDescription(spoken);
}

} // namespace tickmark::charts
