// SPDX-License-Identifier: GPL-3.0-or-later
#include "MeasureBox.h"

#include "ChartFonts.h"
#include "ChartPlan.h"
#include "ChartText.h"
#include "PaneReadings.h"

#include <QPainter>

#include <algorithm>
#include <array>

namespace tickmark::charts {

namespace {

constexpr double kMargin = 8; // to the plot's edges
constexpr double kPadding = 12;
constexpr double kTitle = 28;
constexpr double kRow = 18;
constexpr double kColumnGap = 14;
constexpr double kSample = 10; // of the line style, before the name
constexpr double kSampleGap = 6;
constexpr double kClose = 8;
constexpr int kText = 12;
constexpr int kHeadText = 11;
constexpr std::size_t kColumns = 6;

using Cells = std::array<QString, kColumns>;

int decimalsOf(const MeasuredCurve &curve)
{
    return std::min(curve.decimals, 4);
}

Cells cellsOf(const MeasuredCurve &curve, const core::Formats &formats)
{
    const int decimals = decimalsOf(curve);
    const auto price = [&](const std::optional<double> &value) {
        return value ? formats.number(*value, decimals) : QString(QChar(0x2013));
    };
    const auto moved = [&](const std::optional<double> &value, int places) {
        return value ? formats.signedNumber(*value, places) : QString(QChar(0x2013));
    };
    return {price(curve.from),       price(curve.to),   moved(curve.change, decimals),
            moved(curve.percent, 2), price(curve.high), price(curve.low)};
}

struct Table
{
    QStringList heads;
    std::vector<Cells> rows;
    std::array<double, kColumns> widths{};
    double names = 0;

    [[nodiscard]] double width() const
    {
        double total = kSample + kSampleGap + names;
        for (const double column : widths)
            total += kColumnGap + column;
        return total;
    }
};

Table tableOf(const ChartPlan &plan, const std::vector<MeasuredCurve> &curves)
{
    const QFont font = chartFont(kText);
    Table table;
    table.heads = plan.texts.measureHeads();
    for (std::size_t i = 0; i < kColumns; ++i)
        table.widths[i] = textWidth(chartFont(kHeadText), table.heads[qsizetype(i)]);
    for (const MeasuredCurve &curve : curves) {
        table.rows.push_back(cellsOf(curve, plan.texts.formats()));
        table.names = std::max(table.names, textWidth(font, curve.name));
        for (std::size_t i = 0; i < kColumns; ++i)
            table.widths[i] = std::max(table.widths[i], textWidth(font, table.rows.back()[i]));
    }
    return table;
}

QString countText(const ChartPlan &plan, const Measurement &range)
{
    return range.sessions > 0 ? plan.texts.sessionCount(range.sessions) : QString();
}

void drawRow(QPainter &painter, const ChartTheme &theme, const Table &table, std::size_t row,
             const MeasuredCurve &curve, QPointF at)
{
    const QFont font = chartFont(kText);
    const double y = at.y() + baselineBelowMiddle(font);
    painter.setPen(curve.style.pen());
    painter.drawLine(at, at + QPointF(kSample, 0));
    double x = at.x() + kSample + kSampleGap;
    drawText(painter, QPointF(x, y), curve.name, font, theme.text);
    x += table.names;
    for (std::size_t i = 0; i < kColumns; ++i) {
        x += kColumnGap + table.widths[i];
        const bool colored = i == 3 && curve.percent && *curve.percent != 0;
        drawTextEndingAt(painter, QPointF(x, y), table.rows[row][i], font,
                         !colored             ? theme.text
                         : *curve.percent < 0 ? theme.down
                                              : theme.up);
    }
}

} // namespace

std::optional<MeasureBox> measureBox(const ChartStack &stack, const Measurement &range, std::size_t pane)
{
    const PaneContext &context = stack.panes()[pane];
    const std::vector<MeasuredCurve> &curves = range.panes[pane];
    if (context.spec().kind == PaneKind::Volume || curves.empty())
        return std::nullopt;
    const double title = textWidth(chartFont(kText, true), rangeText(stack.plan(), range)) + kColumnGap
                         + textWidth(chartFont(kHeadText), countText(stack.plan(), range)) + kColumnGap + kClose;
    const double width = std::max(tableOf(stack.plan(), curves).width(), title) + 2 * kPadding;
    const double height = kTitle + kRow * double(curves.size() + 1) + kPadding / 2;
    const QRectF room = context.plot.adjusted(0, 0, -1, -kMargin);
    if (width > room.width() || height > room.height())
        return std::nullopt;
    MeasureBox box{pane, QRectF(room.right() - width, room.bottom() - height, width, height), {}};
    box.close = QRectF(box.rect.right() - kPadding - kClose, box.rect.top() + (kTitle - kClose) / 2, kClose, kClose);
    return box;
}

void drawMeasureBox(QPainter &painter, const ChartStack &stack, const Measurement &range, const MeasureBox &box)
{
    const ChartPlan &plan = stack.plan();
    const PixelGrid grid = stack.panes()[box.pane].grid;
    const double line = grid.penWidth(1);
    const QRectF rect(QPointF(grid.line(box.rect.left(), line), grid.line(box.rect.top(), line)),
                      QPointF(grid.line(box.rect.right(), line), grid.line(box.rect.bottom(), line)));
    painter.setPen(QPen(plan.theme.border, line));
    painter.setBrush(plan.theme.popup);
    painter.drawRoundedRect(rect, 3, 3);

    const QFont bold = chartFont(kText, true);
    const QFont small = chartFont(kHeadText);
    const double left = box.rect.left() + kPadding;
    const double middle = box.rect.top() + kTitle / 2;
    const QString title = rangeText(plan, range);
    drawText(painter, QPointF(left, middle + baselineBelowMiddle(bold)), title, bold, plan.theme.text);
    drawText(painter, QPointF(left + textWidth(bold, title) + 10, middle + baselineBelowMiddle(bold)),
             countText(plan, range), small, plan.theme.secondary);
    painter.setPen(QPen(plan.theme.secondary, 1.2));
    painter.drawLine(box.close.topLeft(), box.close.bottomRight());
    painter.drawLine(box.close.topRight(), box.close.bottomLeft());

    const std::vector<MeasuredCurve> &curves = range.panes[box.pane];
    const Table table = tableOf(plan, curves);
    double y = box.rect.top() + kTitle + kRow / 2 - 4;
    double x = left + kSample + kSampleGap + table.names;
    for (std::size_t i = 0; i < kColumns; ++i) {
        x += kColumnGap + table.widths[i];
        drawTextEndingAt(painter, QPointF(x, y + baselineBelowMiddle(small)), table.heads[qsizetype(i)], small,
                         plan.theme.secondary);
    }
    for (std::size_t row = 0; row < curves.size(); ++row) {
        y += kRow;
        drawRow(painter, plan.theme, table, row, curves[row], QPointF(left, y));
    }
}

} // namespace tickmark::charts
