// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimedLevelMark.h"

#include "ChartFonts.h"
#include "VerdictShape.h"
#include <pipeline/DailyBars.h>

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tickmark::charts {

namespace {

constexpr double kLeastBand = 3;
constexpr float kBandStrength = 0.35F;
constexpr double kShapeBox = 10;    // on curves
constexpr double kMostGrowth = 2;   // of a pane's values, to make room for a level
constexpr double kLongestName = 96; // px of a number in the gutter

const PlannedCurve *curveOf(const PlannedPane &pane, const ClaimedLevel &level)
{
    const auto found = std::ranges::find(pane.curves, level.symbol, &PlannedCurve::symbol);
    return pane.kind == PaneKind::Volume || found == pane.curves.end() ? nullptr : &*found;
}

//! In the shares in which the curve is drawn; nothing where the splits do not tell.
std::optional<ClaimedLevel> inSharesOf(const PlannedCurve &curve, ClaimedLevel level)
{
    const auto ratio = core::shareRatio(
        curve.splits, core::sharesOf(level.session, pipeline::sharesAt(*curve.calendar, level.published)),
        core::sharesOf(level.session, curve.series.splitsUntil));
    if (!ratio)
        return std::nullopt;
    for (double *price : {&level.low, &level.high, &level.stated})
        *price /= ratio->toDouble();
    for (std::optional<double> *price : {&level.dayHigh, &level.dayLow, &level.dayClose}) {
        if (*price)
            **price /= ratio->toDouble();
    }
    return level;
}

//! Null while it is out of view.
const AxisDay *dayOf(const PaneContext &context, const ClaimedLevel &level)
{
    const auto found = std::ranges::find(context.plan->days, level.session, &AxisDay::date);
    return found == context.plan->days.end() ? nullptr : &*found;
}

double shown(const PlannedPane &pane, const PlannedCurve &curve, double price)
{
    if (!isRebased(pane.scale) || !curve.base)
        return price;
    return (price / core::toDouble(curve.base->close) - 1) * 100;
}

//! Inside the plot, for any value: a logarithm has none for some.
double clampedY(const PaneContext &context, double value)
{
    const ValueRange range = context.y.range();
    if (value >= range.high)
        return context.plot.top();
    return value <= range.low ? context.plot.bottom() : context.y.y(value);
}

QRectF bandOf(const PaneContext &context, const PlannedCurve &curve, const ClaimedLevel &level, double left)
{
    const ValueRange range = context.y.range();
    const double low = shown(context.spec(), curve, level.low);
    const double high = shown(context.spec(), curve, level.high);
    if (low > range.high || high < range.low)
        return {};
    double top = clampedY(context, high);
    double bottom = clampedY(context, low);
    if (bottom - top < kLeastBand) {
        const double middle = (top + bottom) / 2;
        top = middle - kLeastBand / 2;
        bottom = middle + kLeastBand / 2;
    }
    return QRectF(QPointF(left, top), QPointF(context.plot.right(), bottom)).intersected(context.plot);
}

//! Where the number was first reached, else where its session is drawn.
qint64 shapeColumn(const PaneContext &context, const PlannedCurve &curve, const ClaimedLevel &level, const AxisDay &day)
{
    if (level.touched)
        return context.x->columnOf(*level.touched);
    if (const auto point = curve.layer->pointAt(*context.x, level.session))
        return point->column;
    return context.x->columnOf(day.slot.begin + (day.slot.end - day.slot.begin) / 2);
}

//! High and low of the session, where the verdict did not need them: daily bars have them.
void completeDay(ClaimedLevel &level, const PaneContext &context, const PlannedCurve &curve)
{
    if (curve.isIntraday() || (level.dayHigh && level.dayLow && level.dayClose))
        return;
    const auto quote = curve.layer->quoteAt(context.plan->timeScale, {level.session, {}});
    if (!quote || quote->session != level.session)
        return;
    // in values of the pane: back to prices
    const double base = isRebased(context.spec().scale) && curve.base ? core::toDouble(curve.base->close) : 0;
    const auto price = [&](double value) { return base > 0 ? base * (1 + value / 100) : value; };
    level.dayHigh = level.dayHigh.value_or(price(quote->high));
    level.dayLow = level.dayLow.value_or(price(quote->low));
    level.dayClose = level.dayClose.value_or(quote->price);
}

std::vector<EndLabel> labelsOf(const PaneContext &context, const PlannedCurve &curve, const ClaimedLevel &level)
{
    const QFontMetricsF metrics(chartFont(context.metrics.endLabelText, true));
    const ChartTheme &theme = context.plan->theme;
    std::vector<EndLabel> labels;
    const auto add = [&](const QString &name, std::optional<double> price, const QColor &color) {
        if (!price)
            return;
        const double value = shown(context.spec(), curve, *price);
        EndLabel label;
        label.name = name;
        label.value = context.valueText(value, context.decimalsOf(curve, value));
        const double inView = std::clamp(value, context.y.range().low, context.y.range().high);
        label.last = {context.x->columns() - 1, inView, level.session};
        label.color = color;
        labels.push_back(std::move(label));
    };
    add(metrics.elidedText(level.number, Qt::ElideRight, kLongestName), level.stated, verdictColor(theme, level.code));
    const QStringList names = context.plan->texts.closeHighLow();
    add(names[0], level.dayClose, theme.secondary);
    add(names[1], level.dayHigh, theme.secondary);
    add(names[2], level.dayLow, theme.secondary);
    return labels;
}

} // namespace

std::optional<double> statedValue(const PaneContext &context, const ClaimedLevel &level)
{
    const PlannedPane &pane = context.spec();
    const PlannedCurve *curve = curveOf(pane, level);
    const auto drawn = curve ? inSharesOf(*curve, level) : std::nullopt;
    const bool isLogarithmic = pane.scale == ValueScale::Log || pane.scale == ValueScale::RebasedLog;
    if (!drawn || !dayOf(context, level) || (isLogarithmic && level.stated <= 0))
        return std::nullopt;
    return shown(pane, *curve, drawn->stated);
}

ValueRange withStated(ValueRange values, double stated)
{
    const ValueRange grown = values.united({stated, stated});
    return grown.high - grown.low <= kMostGrowth * (values.high - values.low) ? grown : values;
}

std::optional<ClaimedLevelMark> claimedLevelMark(const PaneContext &context, const ClaimedLevel &level)
{
    const PlannedCurve *curve = curveOf(context.spec(), level);
    const AxisDay *day = dayOf(context, level);
    const auto stated = statedValue(context, level);
    const auto drawn = stated ? inSharesOf(*curve, level) : std::nullopt;
    if (!curve || !day || !drawn)
        return std::nullopt;
    const XMap &x = *context.x;
    const qint64 first = std::clamp<qint64>(x.columnOf(day->slot.begin), 0, x.columns());
    const qint64 column = std::clamp<qint64>(shapeColumn(context, *curve, *drawn, *day), 0, x.columns() - 1);
    ClaimedLevelMark mark{*drawn, bandOf(context, *curve, *drawn, x.edge(first)), {}, {}};
    mark.shape = QPointF(x.centre(column), clampedY(context, *stated));
    completeDay(mark.level, context, *curve);
    mark.labels = labelsOf(context, *curve, mark.level);
    return mark;
}

void drawClaimedLevel(QPainter &painter, const PaneContext &context, const ClaimedLevelMark &mark)
{
    const ChartTheme &theme = context.plan->theme;
    QColor band = verdictColor(theme, mark.level.code);
    band.setAlphaF(kBandStrength);
    painter.fillRect(mark.band, band);
    if (!mark.band.isEmpty())
        paintVerdictShape(painter,
                          QRectF(mark.shape - QPointF(kShapeBox / 2, kShapeBox / 2), QSizeF(kShapeBox, kShapeBox)),
                          mark.level.code, theme, theme.base);
}

} // namespace tickmark::charts
