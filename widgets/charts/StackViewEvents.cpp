// SPDX-License-Identifier: GPL-3.0-or-later
//
// What mouse and keyboard do to a StackView.
#include "ChartPlan.h"
#include "ChartTexts.h"
#include "StackView.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDropEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMimeData>

#include <algorithm>
#include <cmath>

namespace tickmark::charts {

namespace {

constexpr double kKeyPan = 0.1; // of the view's width
constexpr double kZoomStep = 1.25;
constexpr double kWheelStep = 120; // of an angle delta
const QString kInstrumentsType = QStringLiteral("application/x-tickmark-instruments");

} // namespace

StackHit StackView::hitAt(QPointF position) const
{
    return ensureStack() ? hitOf(*m_stack, position, boxes()) : StackHit();
}

qint64 StackView::axisAt(double px) const
{
    const XMap &x = m_stack->x();
    return x.axisAt(x.columnAt(px)) + x.nsPerColumn() / 2;
}

qint64 StackView::readAxisAt(double px) const
{
    const XMap &x = m_stack->x();
    return m_plan->hasTicks() ? x.axisAt(x.columnAt(px) + 1) - 1 : axisAt(px);
}

void StackView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !ensureStack()) {
        event->ignore();
        return;
    }
    beginDrag(event, hitAt(event->position()));
    event->accept();
}

void StackView::beginDrag(QMouseEvent *event, const StackHit &hit)
{
    m_pressed = event->position();
    m_pressedHit = hit;
    m_pressedView = axisView();
    m_pressedWeights = m_weights;
    m_drag = Drag::Click;
    if (hit.pane >= 0)
        setActivePane(hit.pane);
    if (hit.zone == StackHit::Zone::MeasureClose) {
        clearMeasured();
        m_drag = Drag::None;
    } else if (event->modifiers().testFlag(Qt::ShiftModifier) && hit.pane >= 0
               && (hit.zone == StackHit::Zone::Plot || hit.zone == StackHit::Zone::Base)) {
        // Measuring often begins at the base, whose line must not be grabbed then.
        if (const auto stop = stopAt(*m_plan, readAxisAt(event->position().x()))) {
            m_pressedStop = *stop;
            m_drag = Drag::Measure;
        }
    } else if (hit.zone == StackHit::Zone::Base) {
        m_drag = Drag::Base;
    } else if (hit.zone == StackHit::Zone::Border) {
        m_drag = Drag::Border;
    }
}

void StackView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_drag != Drag::None && (event->buttons() & Qt::LeftButton))
        dragTo(event->position());
    else
        hoverAt(event->position());
}

void StackView::dragTo(QPointF position)
{
    if (!ensureStack())
        return;
    const bool far = (position - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (m_drag == Drag::Click && far && m_pressedHit.zone != StackHit::Zone::Marker) {
        m_drag = Drag::Pan;
        m_history.endRun();
        setCursor(Qt::ClosedHandCursor);
    }
    switch (m_drag) {
    case Drag::Pan: {
        // Whole columns, so that the same bars stand on the same pixels, only further along.
        const XMap &x = m_stack->x();
        const auto columns = qint64(std::lround((m_pressed.x() - position.x()) / x.columnWidth()));
        if (!limits())
            return;
        const AxisRange next = panned(m_pressedView, columns * x.nsPerColumn(), *limits());
        if (next != axisView())
            setFollow(false);
        moveTo(next, ViewHistory::Step::Run);
        break;
    }
    case Drag::Measure:
        if (const auto stop = stopAt(*m_plan, readAxisAt(position.x()))) {
            if (!m_measured || m_measured->first != m_pressedStop) {
                m_measured = std::pair(m_pressedStop, m_pressedStop);
                m_measurement.reset();
            }
            measureTo(*stop);
        }
        break;
    case Drag::Base:
        dragBase(position);
        break;
    case Drag::Border:
        dragBorder(position.y());
        break;
    case Drag::None:
    case Drag::Click:
        break;
    }
}

void StackView::dragBase(QPointF position)
{
    const double left = m_stack->plots().front().left();
    const double right = m_stack->plots().front().right() - 1;
    const qint64 axis = axisAt(std::clamp(position.x(), left, right));
    const auto after = std::ranges::partition_point(m_plan->days,
                                                    [&](const AxisDay &day) { return day.slot.begin <= axis; });
    if (after == m_plan->days.begin())
        return;
    const core::SessionDate date = std::prev(after)->date;
    const bool session = m_plan->calendars.empty()
                         || std::ranges::any_of(m_plan->calendars, [&](const core::CalendarPtr &calendar) {
                                return calendar->isSession(date);
                            });
    if (!session || date == m_plan->base)
        return;
    m_spec.base = date;
    changed();
    tell(kReadings);
    Q_EMIT baseDragged(date);
}

void StackView::dragBorder(double y)
{
    const std::size_t above = m_pressedHit.border;
    const auto &panes = m_stack->layout().panes;
    const double heights = panes[above].plot.height() + panes[above + 1].plot.height();
    const double weights = m_pressedWeights[above] + m_pressedWeights[above + 1];
    const double least = std::min(ChartMetrics::screen().leastPricePlot, heights / 2);
    const double plot = std::clamp(y - panes[above].plot.top(), least, heights - least);
    std::vector<double> next = m_weights;
    next[above] = weights * plot / heights;
    next[above + 1] = weights - next[above];
    setPaneWeights(std::move(next));
    tell(kWeights);
}

void StackView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const Drag drag = std::exchange(m_drag, Drag::None);
    m_history.endRun();
    if (drag == Drag::Click && m_pressedHit.zone == StackHit::Zone::Marker)
        activateMarker(m_pressedHit.cluster);
    hoverAt(event->position());
}

void StackView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const StackHit hit = hitAt(event->position());
    if (event->button() == Qt::LeftButton && (hit.zone == StackHit::Zone::Plot || hit.zone == StackHit::Zone::Axis))
        fit();
}

void StackView::hoverAt(QPointF position)
{
    leaveTip(position);
    const StackHit hit = hitAt(position);
    switch (hit.zone) {
    case StackHit::Zone::Base:
        setCursor(Qt::SizeHorCursor);
        break;
    case StackHit::Zone::Border:
        setCursor(Qt::SizeVerCursor);
        break;
    case StackHit::Zone::Marker:
    case StackHit::Zone::MeasureClose:
        setCursor(Qt::PointingHandCursor);
        break;
    default:
        unsetCursor();
    }
    const bool inside = m_stack && position.x() >= m_stack->plots().front().left()
                        && position.x() < m_stack->plots().front().right()
                        && position.y() < m_stack->axis().area.bottom();
    if (!inside) {
        if (!m_stopStays)
            setStop(std::nullopt, true);
        m_pointer.reset();
        return;
    }
    m_pointer = position;
    m_stopStays = false;
    setStop(stopAt(*m_plan, readAxisAt(position.x())), true);
    update();
}

void StackView::leaveEvent(QEvent *)
{
    m_pointer.reset();
    if (!m_stopStays)
        setStop(std::nullopt, true);
    update();
}

void StackView::wheelEvent(QWheelEvent *event)
{
    if (!ensureStack()) {
        event->ignore();
        return;
    }
    const QPoint angle = event->angleDelta();
    const bool sideways = std::abs(angle.x()) > std::abs(angle.y()) || (event->modifiers() & Qt::ShiftModifier);
    if (sideways) {
        const int delta = angle.x() != 0 ? angle.x() : angle.y();
        const double pixels = event->pixelDelta().x() != 0
                                  ? event->pixelDelta().x()
                                  : delta / kWheelStep * kKeyPan * m_stack->x().columns() * m_stack->x().columnWidth();
        panBy(-pixels / m_stack->plots().front().width());
    } else if (angle.y() != 0) {
        const double x = std::clamp(event->position().x(), m_stack->plots().front().left(),
                                    m_stack->plots().front().right());
        zoomAround(std::pow(kZoomStep, angle.y() / kWheelStep), axisAt(x));
    }
    event->accept();
}

void StackView::activateMarker(std::size_t cluster)
{
    if (!ensureStack() || cluster >= m_stack->clusters().size())
        return;
    m_marker = int(cluster);
    std::vector<qint64> ids;
    for (const int item : m_stack->clusters()[cluster].items)
        ids.push_back(m_plan->headlines[std::size_t(item)].id);
    setSelectedHeadlines(ids);
    Q_EMIT headlinesActivated(ids);
}

void StackView::stepMarker(int direction)
{
    if (!ensureStack() || m_stack->clusters().empty())
        return;
    const int count = int(m_stack->clusters().size());
    const bool none = m_marker < 0 || m_marker >= count;
    m_marker = none ? (direction > 0 ? 0 : count - 1) : (m_marker + direction + count) % count;
    activateMarker(std::size_t(m_marker));
}

bool StackView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        showTip(help->pos());
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::event(event);
}

void StackView::keyPressEvent(QKeyEvent *event)
{
    const bool done = crosshairKey(event->key(), event->modifiers()) || viewKey(event->key(), event->modifiers());
    if (done)
        event->accept();
    else
        QWidget::keyPressEvent(event);
}

bool StackView::crosshairKey(int key, Qt::KeyboardModifiers modifiers)
{
    const bool sideways = key == Qt::Key_Left || key == Qt::Key_Right;
    const int direction = key == Qt::Key_Left ? -1 : 1;
    if (sideways && modifiers.testFlag(Qt::ControlModifier)) {
        stepCrosshair(direction);
        return true;
    }
    if (sideways && modifiers.testFlag(Qt::ShiftModifier)) {
        if (!m_stop)
            stepCrosshair(0);
        if (m_stop && !m_measured)
            m_measured = std::pair(*m_stop, *m_stop);
        stepCrosshair(direction);
        if (m_stop)
            measureTo(*m_stop);
        return true;
    }
    if (key == Qt::Key_Escape && (m_measured || m_stop)) {
        if (m_measured) {
            clearMeasured();
        } else {
            m_stopStays = false;
            setStop(std::nullopt, true);
        }
        return true;
    }
    return false;
}

bool StackView::viewKey(int key, Qt::KeyboardModifiers modifiers)
{
    if (modifiers.testFlag(Qt::AltModifier)) {
        if (key == Qt::Key_Left)
            goBack();
        else if (key == Qt::Key_Right)
            goForward();
        return key == Qt::Key_Left || key == Qt::Key_Right;
    }
    const auto around = m_stop ? std::optional(m_plan ? m_plan->timeScale->toTime(m_stop->line) : m_stop->time)
                               : std::nullopt;
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        panBy(key == Qt::Key_Left ? -kKeyPan : kKeyPan);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Plus:
        zoom(kZoomStep, around);
        return true;
    case Qt::Key_Down:
    case Qt::Key_Minus:
        zoom(1 / kZoomStep, around);
        return true;
    case Qt::Key_Home:
    case Qt::Key_End:
        if (ensurePlan() && limits()) {
            if (key == Qt::Key_Home)
                setFollow(false);
            moveTo(key == Qt::Key_Home ? atStart(axisView(), *limits()) : atEnd(axisView(), *limits()),
                   ViewHistory::Step::Jump);
        }
        return true;
    case Qt::Key_F:
        setFollow(!m_follow);
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        setActivePane(m_active + (key == Qt::Key_PageUp ? -1 : 1));
        return true;
    case Qt::Key_M:
        stepMarker(modifiers.testFlag(Qt::ShiftModifier) ? -1 : 1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_marker < 0)
            return false;
        activateMarker(std::size_t(m_marker));
        return true;
    default:
        return false;
    }
}

void StackView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    int pane = m_active;
    QPoint position = event->globalPos();
    if (!byKey && ensureStack())
        pane = paneAt(*m_stack, event->pos().y());
    if (byKey && ensureStack() && m_active < int(m_stack->plots().size()))
        position = mapToGlobal(m_stack->plots()[std::size_t(m_active)].center().toPoint());
    Q_EMIT contextMenuWanted(pane, position);
    event->accept();
}

void StackView::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasFormat(kInstrumentsType))
        event->acceptProposedAction();
}

void StackView::dropEvent(QDropEvent *event)
{
    if (!event->mimeData()->hasFormat(kInstrumentsType))
        return;
    const QString text = QString::fromUtf8(event->mimeData()->data(kInstrumentsType));
    QStringList symbols;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts))
        symbols.append(line.trimmed());
    symbols.removeAll(QString());
    if (symbols.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT instrumentsDropped(ensureStack() ? paneAt(*m_stack, event->position().y()) : -1, symbols);
}

} // namespace tickmark::charts
