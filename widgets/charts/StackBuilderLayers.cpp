// SPDX-License-Identifier: GPL-3.0-or-later
// The part of StackBuilder that puts layers into the scene: what each of them paints, and above what.
#include "Callouts.h"
#include "ChartFonts.h"
#include "ChartText.h"
#include "DrawnItem.h"
#include "ExtendedHours.h"
#include "HoleHatch.h"
#include "LabelPlacer.h"
#include "Markers.h"
#include "PaneFrame.h"
#include "PaneGrid.h"
#include "ScreenMarkers.h"
#include "StackBuilder.h"

#include <QGraphicsScene>
#include <QPainter>

#include <algorithm>
#include <ranges>

namespace tickmark::charts {

namespace {

constexpr double kTitleToNote = 8; // in a pane's head

// How bad it is for small texts to cover things, in the unit of LabelPlacer.
constexpr double kCrossCurve = 5; // by a leader
constexpr double kCoverAxis = 10;
constexpr double kCoverGrid = 2;
constexpr double kCoverMarker = 1; // the dotted line of a headline

} // namespace

void StackBuilder::add(int order, const QRectF &bounds, std::function<void(QPainter &)> draw)
{
    m_stack->m_scene->addItem(new DrawnItem(PaintOrder(order), bounds, std::move(draw)));
}

void StackBuilder::addPane(const Pane &pane, const StackLayout::Pane &place)
{
    addShading(pane);
    addGrid(pane, place);
    addLines(pane);
    addCurves(pane);
    addWords(pane, place);
}

void StackBuilder::addShading(const Pane &pane)
{
    if (!m_plan->intraday)
        return;
    const PaneContext &context = pane.context;
    add(int(PaintOrder::Shading), context.plot, [context](QPainter &painter) { drawExtendedHours(painter, context); });
    if (context.pane == 0)
        add(int(PaintOrder::Names), context.plot,
            [context](QPainter &painter) { drawExtendedHoursNames(painter, context); });
}

void StackBuilder::addGrid(const Pane &pane, const StackLayout::Pane &place)
{
    const PaneContext &context = pane.context;
    const double width = m_grid.penWidth(1);
    PaneFrame frame;
    frame.area = QRectF(
        QPointF(0, std::min(place.plot.top(), place.lane.isEmpty() ? place.plot.top() : place.lane.top())),
        QPointF(m_geometry.size.width(), place.plot.bottom()));
    frame.plot = place.plot;
    frame.lineWidth = width;
    for (const ValueTick &tick : pane.ticks)
        frame.rows.push_back(m_grid.line(context.y.y(tick.value), width));
    frame.columns = m_time.ticks;
    if (context.metrics.onScreen)
        add(int(PaintOrder::Frame), place.plot,
            [frame, color = m_plan->theme.grid](QPainter &painter) { drawPaneGrid(painter, frame, color); });
    else
        addPaneFrame(*m_stack->m_scene, frame, m_plan->theme);
    m_stack->m_valueRows.push_back(frame.rows);

    const std::vector<QString> texts = tickTexts(pane);
    const QFont font = chartFont(context.metrics.axisText);
    add(int(PaintOrder::Frame), QRectF(0, place.plot.top() - 10, place.plot.left(), place.plot.height() + 20),
        [rows = frame.rows, texts, font, right = place.plot.left() - context.metrics.labelGap,
         color = m_plan->theme.secondary](QPainter &painter) {
            for (std::size_t i = 0; i < rows.size(); ++i)
                drawTextEndingAt(painter, QPointF(right, rows[i] + baselineBelowMiddle(font)), texts[i], font, color);
        });
}

void StackBuilder::addLines(const Pane &pane)
{
    const PaneContext &context = pane.context;
    const QRectF plot = context.plot;
    const double width = m_grid.penWidth(1);
    std::optional<double> zero;
    if (isRebased(context.spec().scale) && context.spec().kind == PaneKind::Price)
        zero = m_grid.line(context.y.y(0), width);
    else if (context.spec().kind == PaneKind::Volume)
        zero = m_grid.line(plot.bottom(), width);
    add(int(PaintOrder::BaseLine), plot, [plan = m_plan, plot, width, zero, base = m_baseX](QPainter &painter) {
        if (zero) {
            painter.setPen(QPen(plan->theme.axis, width, Qt::SolidLine, Qt::FlatCap));
            painter.drawLine(QPointF(plot.left(), *zero), QPointF(plot.right(), *zero));
        }
        if (base) {
            QPen pen(plan->theme.accent, width, Qt::CustomDashLine, Qt::FlatCap);
            pen.setDashPattern({1, 3});
            if (plan->theme.isPrint())
                pen.setDashPattern({1, 2});
            painter.setPen(pen);
            painter.drawLine(QPointF(*base, plot.top()), QPointF(*base, plot.bottom()));
        }
    });
    if (context.metrics.onScreen) {
        add(int(PaintOrder::Leader), plot,
            [grid = m_grid, plot, color = m_plan->theme.leader,
             lines = selectedTimes(*m_plan, m_stack->m_clusters, m_geometry.selected)](QPainter &painter) {
                drawSelectedLeaders(painter, grid, plot, lines, color);
            });
    } else if (!m_stack->m_clusters.empty())
        add(int(PaintOrder::Leader), plot,
            [plan = m_plan, grid = m_grid, plot, clusters = m_stack->m_clusters](QPainter &painter) {
                drawMarkerLeaders(painter, plan->theme, grid, plot, clusters);
            });
}

void StackBuilder::addCurves(const Pane &pane)
{
    const PaneContext &context = pane.context;
    add(int(PaintOrder::Curves), context.plot, [context](QPainter &painter) {
        // The first curve is on top, so it is drawn last.
        for (const PlannedCurve &curve : context.spec().curves | std::views::reverse)
            curve.layer->draw(painter, context.frame());
    });
    if (pane.claimed)
        add(int(PaintOrder::ClaimedLevel), context.plot,
            [context, mark = *pane.claimed](QPainter &painter) { drawClaimedLevel(painter, context, mark); });
    addNotes(pane);
}

void StackBuilder::addNotes(const Pane &pane)
{
    const PaneContext &context = pane.context;
    const bool anyHole = std::ranges::any_of(
        context.spec().curves, [&](const PlannedCurve &curve) { return !curve.layer->holes(*context.x).empty(); });
    // Finding room costs more than the rest of a frame, so only where there are words to place.
    if (context.metrics.onScreen && !anyHole)
        return;
    LabelPlacer placer(context.plot.adjusted(2, 2, -2, -2));
    for (const PlannedCurve &curve : context.spec().curves) {
        for (const QPolygonF &part : curve.layer->outline(context.frame()))
            placer.avoidLine(part, kCoverCurve, kCrossCurve);
    }
    const auto avoidRow = [&](double y, double weight) {
        placer.avoidLine(QPolygonF{QPointF(context.plot.left(), y), QPointF(context.plot.right(), y)}, weight, 0);
    };
    const auto avoidColumn = [&](double x, double weight) {
        placer.avoidLine(QPolygonF{QPointF(x, context.plot.top()), QPointF(x, context.plot.bottom())}, weight, 0);
    };
    for (const ValueTick &tick : pane.ticks)
        avoidRow(context.y.y(tick.value), tick.value == 0 ? kCoverAxis : kCoverGrid);
    for (const double x : m_time.ticks)
        avoidColumn(x, kCoverGrid);
    if (m_baseX)
        avoidColumn(*m_baseX, kCoverAxis);
    for (const MarkerCluster &cluster : m_stack->m_clusters) {
        if (context.metrics.onScreen)
            break;
        for (const double x : distinctTimes(cluster))
            avoidColumn(x, kCoverMarker);
    }
    // What a page is read for has the first choice of places.
    const std::vector<Callout> values = context.metrics.onScreen ? std::vector<Callout>() : callouts(context, placer);
    if (!context.metrics.onScreen) {
        tellUnwritten(values);
        for (const EndLabel &label : pane.labels) {
            const double reach = context.metrics.dotRadius;
            const QPointF dot = context.position(label.last);
            placer.avoidRect(QRectF(dot - QPointF(reach, reach), dot + QPointF(reach, reach)), kCoverCurve);
        }
    }
    HoleMarks found = holeMarks(context, placer);
    m_stack->m_unwritten.append(found.unwritten);
    const std::vector<HoleMark> holes = std::move(found.marks);
    if (!holes.empty()) {
        add(int(PaintOrder::Hatch), context.plot,
            [context, holes](QPainter &painter) { drawHatches(painter, context, holes); });
        add(int(PaintOrder::Callouts), context.plot,
            [context, holes](QPainter &painter) { drawHoleTexts(painter, context, holes); });
    }
    if (!values.empty()) {
        add(int(PaintOrder::Dots), context.plot,
            [context, values](QPainter &painter) { drawCalloutDots(painter, context, values); });
        add(int(PaintOrder::Callouts), context.plot,
            [context, values](QPainter &painter) { drawCalloutTexts(painter, context, values); });
    }
}

void StackBuilder::tellUnwritten(const std::vector<Callout> &values)
{
    QStringList texts;
    for (const Callout &value : values) {
        if (!value.unwritten.isEmpty())
            texts.append(value.unwritten);
    }
    if (!texts.isEmpty())
        //: %1 is a date, %2 are instruments with their values, parted by semicolons
        m_stack->m_unwritten.append(
            m_plan->texts.translator()
                .text("Chart", QT_TRANSLATE_NOOP("Chart", "On %1: %2"))
                .arg(m_plan->texts.formats().longDate(*m_plan->spotlight), texts.join(QStringLiteral("; "))));
}

void StackBuilder::addWords(const Pane &pane, const StackLayout::Pane &place)
{
    const PaneContext &context = pane.context;
    const QRectF all(QPointF(), m_geometry.size);
    add(int(PaintOrder::Dots), all,
        [context, labels = pane.labels](QPainter &painter) { drawEndDots(painter, context, labels); });
    add(int(PaintOrder::EndLabels), all,
        [context, labels = pane.labels](QPainter &painter) { drawEndLabels(painter, context, labels); });
    if (pane.claimed)
        add(int(PaintOrder::EndLabels), all,
            [context, labels = pane.claimed->labels](QPainter &painter) { drawEndLabels(painter, context, labels); });
    if (!place.lane.isEmpty())
        add(int(PaintOrder::Markers), all,
            [plan = m_plan, metrics = context.metrics, grid = m_grid, lane = place.lane, clusters = m_stack->m_clusters,
             selected = m_geometry.selected](QPainter &painter) {
                if (metrics.onScreen)
                    drawScreenMarkers(painter, *plan, metrics, grid, lane, clusters, selected);
                else
                    drawMarkers(painter, *plan, metrics, grid, lane, clusters);
            });
    if (context.metrics.onScreen)
        addHead(context, place.head);
    else if (!place.head.isEmpty())
        add(int(PaintOrder::Axis), place.head, [context, head = place.head](QPainter &painter) {
            const QFont titleFont = chartFont(context.metrics.paneTitleText, true);
            const QFont noteFont = chartFont(context.metrics.axisText);
            const double y = head.center().y() + baselineBelowMiddle(titleFont);
            // What the values are counts more than all the names, which the curves have too.
            const double room = head.width() - textWidth(noteFont, context.spec().note) - kTitleToNote;
            const QString title = QFontMetricsF(titleFont).elidedText(context.spec().title, Qt::ElideRight, room);
            drawText(painter, QPointF(head.left(), y), title, titleFont, context.plan->theme.text);
            drawText(painter, QPointF(head.left() + textWidth(titleFont, title) + kTitleToNote, y), context.spec().note,
                     noteFont, context.plan->theme.secondary);
        });
}

//! Under the widgets that the owner of a window's chart puts there.
void StackBuilder::addHead(const PaneContext &context, const QRectF &head)
{
    add(int(PaintOrder::Axis), head, [context, head](QPainter &painter) {
        const double line = context.grid.penWidth(1);
        painter.fillRect(head, context.plan->theme.window);
        painter.fillRect(QRectF(head.left(), head.bottom() - line, head.width(), line), context.plan->theme.border);
        if (context.pane > 0)
            painter.fillRect(QRectF(head.left(), head.top(), head.width(), line), context.plan->theme.border);
    });
}

} // namespace tickmark::charts
