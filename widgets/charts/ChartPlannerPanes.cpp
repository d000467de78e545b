// SPDX-License-Identifier: GPL-3.0-or-later
//
// How ChartPlanner plans the panes: scales, curves, words.
#include "BarValues.h"
#include "ChartPlanner.h"

#include <QCoreApplication>

#include <algorithm>

namespace tickmark::charts {

namespace {

QString message(const char *source)
{
    return QCoreApplication::translate("Chart", source);
}

//! As dates are written on the command line.
QString iso(core::SessionDate date)
{
    return QString::fromStdString(date.iso());
}

} // namespace

core::Result<> ChartPlanner::planPanes()
{
    chooseBase();
    std::vector<PaneSpec> kept;
    for (const PaneSpec &pane : m_plan->spec.panes) {
        auto planned = pane.kind == PaneKind::Volume ? planVolume(pane) : planPrices(pane);
        if (!planned)
            return tl::unexpected(planned.error());
        if (planned->curves.empty() && planned->absent.empty())
            continue;
        m_plan->panes.push_back(std::move(*planned));
        kept.push_back(pane);
    }
    if (m_plan->panes.empty())
        return tl::unexpected(*m_missing);
    m_plan->spec.panes = std::move(kept);
    const bool anyRebased = std::ranges::any_of(m_plan->panes,
                                                [](const PlannedPane &pane) { return isRebased(pane.scale); });
    m_plan->base = anyRebased ? quotedBase(m_plan->panes) : std::nullopt;
    return {};
}

std::optional<core::SessionDate> ChartPlanner::quotedBase(std::span<const PlannedPane> panes) const
{
    std::optional<core::SessionDate> before; // the latest
    std::optional<core::SessionDate> after;  // the first
    for (const PlannedPane &pane : panes) {
        for (const PlannedCurve &curve : pane.curves) {
            if (!curve.base)
                continue;
            const core::SessionDate session = curve.base->session;
            if (session <= *m_plan->base)
                before = std::max(before.value_or(session), session);
            else
                after = std::min(after.value_or(session), session);
        }
    }
    return before ? before : after ? after : m_plan->base;
}

CurveType ChartPlanner::curveTypeOf(const PaneSpec &pane) const
{
    const CurveType type = pane.curve.value_or(m_plan->spec.curve);
    const bool lines = isTolerant() && type == CurveType::Candles && pane.symbols.size() > 1;
    return lines ? CurveType::Line : type;
}

ValueScale ChartPlanner::scaleOf(const PaneSpec &pane) const
{
    const ChartSpec &spec = m_plan->spec;
    const std::optional<ValueScale> wanted = pane.scale ? pane.scale : spec.scale;
    if (curveTypeOf(pane) == CurveType::Candles)
        return wanted == ValueScale::Log || wanted == ValueScale::RebasedLog ? ValueScale::Log : ValueScale::Linear;
    if (wanted)
        return *wanted;
    return spec.base || pane.symbols.size() > 1 ? ValueScale::Rebased : ValueScale::Linear;
}

ValueScale ChartPlanner::usableScaleOf(const PaneSpec &pane) const
{
    const ValueScale scale = scaleOf(pane);
    if (!isTolerant() || scale == ValueScale::Linear || scale == ValueScale::Rebased)
        return scale;
    const bool positive = std::ranges::all_of(pane.symbols, [this](const QString &symbol) {
        return !hasQuotes(symbol) || isPositive(m_content.curves.at(symbol));
    });
    return positive ? scale : scale == ValueScale::Log ? ValueScale::Linear : ValueScale::Rebased;
}

core::Result<PlannedPane> ChartPlanner::planPrices(const PaneSpec &spec)
{
    PlannedPane pane;
    pane.kind = PaneKind::Price;
    pane.scale = usableScaleOf(spec);
    pane.candles = curveTypeOf(spec) == CurveType::Candles;
    if (pane.candles && !isTolerant() && isRebased(spec.scale.value_or(m_plan->spec.scale.value_or(pane.scale))))
        return core::failure(core::ErrorCode::InvalidInput,
                             message(QT_TRANSLATE_NOOP("Chart", "Candles show prices and cannot be rebased.")));
    if (pane.candles && spec.symbols.size() > 1)
        return core::failure(
            core::ErrorCode::InvalidInput,
            message(QT_TRANSLATE_NOOP("Chart", "Candles need a pane of their own for each instrument: write “%1”."))
                .arg(spec.symbols.join(u';')));
    for (int i = 0; i < int(spec.symbols.size()); ++i) {
        if (isTolerant() && !canBeDrawn(spec.symbols[i], pane.scale)) {
            pane.absent.push_back(absent(spec.symbols[i], i));
            continue;
        }
        if (skipsEmpty() && !hasQuotes(spec.symbols[i])) {
            leaveOut(spec.symbols[i], noQuotes(spec.symbols[i]));
            continue;
        }
        // Looks are given to those that are drawn.
        const int index = skipsEmpty() ? int(pane.curves.size()) : i;
        auto curve = planPriceCurve(spec.symbols[i], index, pane, curveTypeOf(spec));
        if (!curve && !isLeftOut(curve.error()))
            return tl::unexpected(curve.error());
        if (curve)
            pane.curves.push_back(std::move(*curve));
        else
            leaveOut(spec.symbols[i], curve.error());
    }
    if (pane.curves.empty() && pane.absent.empty())
        return pane;
    if (isRebased(pane.scale))
        pane.base = quotedBase(std::span(&pane, 1));
    describe(pane, spec);
    return pane;
}

void ChartPlanner::leaveOut(const QString &symbol, const core::Error &error)
{
    if (!m_missing)
        m_missing = error;
    if (std::ranges::find(m_plan->leftOut, symbol, &AbsentCurve::symbol) == m_plan->leftOut.end())
        m_plan->leftOut.push_back(absent(symbol, int(m_plan->leftOut.size())));
}

bool ChartPlanner::isLeftOut(const core::Error &error) const
{
    return skipsEmpty() && error.code == core::ErrorCode::NotFound;
}

bool ChartPlanner::canBeDrawn(const QString &symbol, ValueScale scale) const
{
    return hasQuotes(symbol) && (!isRebased(scale) || basePoint(m_content.curves.at(symbol)));
}

//! In the window a curve that begins after the base counts from its own first close, and says so; who asked for this very
//! base is told that there is none. What a session that is running has last is no close.
std::optional<analysis::RebasePoint> ChartPlanner::basePoint(const CurveData &data) const
{
    const core::BarHistory &closes = closesOf(data);
    auto point = analysis::rebasePoint(closes, *m_plan->base);
    if (!point && isTolerant())
        point = analysis::rebasePointAfter(closes, *m_plan->base);
    const bool isRunning = point && data.ticks && point->session == data.ticks->running;
    return isRunning ? std::nullopt : point;
}

AbsentCurve ChartPlanner::absent(const QString &symbol, int index) const
{
    const auto found = m_content.curves.find(symbol);
    const bool known = found != m_content.curves.end() && found->second.bars;
    return {symbol, known ? found->second.bars->instrument.shortName(m_plan->spec.language) : symbol,
            m_plan->theme.series(index)};
}

core::Result<PlannedCurve> ChartPlanner::planPriceCurve(const QString &symbol, int index, const PlannedPane &pane,
                                                        CurveType type)
{
    const CurveData &data = m_content.curves.at(symbol);
    PlannedCurve curve = curveOf(symbol, index);
    BarValues values = BarValues::prices(data.bars->series);
    if (isRebased(pane.scale)) {
        curve.base = basePoint(data);
        if (!curve.base)
            return core::failure(skipsEmpty() ? core::ErrorCode::NotFound : core::ErrorCode::InvalidInput,
                                 message(QT_TRANSLATE_NOOP("Chart", "%1 has no close on or before the base date %2."))
                                     .arg(symbol, iso(*m_plan->base)));
        values = BarValues::percentSince(data.bars->series, curve.base->close);
    }
    BarCurveLayer::Look look{shapeOf(type), curve.style, m_plan->theme.up, m_plan->theme.down};
    if (data.ticks) {
        look.rests = m_plan->spec.view.has_value();
        const auto base = curve.base ? std::optional(curve.base->close) : std::nullopt;
        curve.layer = tickLayer(symbol, base, 0, look);
        return checked(std::move(curve), pane.scale == ValueScale::Log);
    }
    look.atClose = m_plan->intraday && data.bars->series.isDaily();
    look.rests = m_plan->spec.view.has_value();
    curve.layer = layer(data.bars, values, look);
    return checked(std::move(curve), pane.scale == ValueScale::Log);
}

std::shared_ptr<const CurveLayer> ChartPlanner::layer(const std::shared_ptr<const core::BarHistory> &bars,
                                                      const BarValues &values, const BarCurveLayer::Look &look) const
{
    const BarCurveLayer *like = nullptr;
    if (m_previous) {
        for (const PlannedPane &pane : m_previous->panes) {
            for (const PlannedCurve &curve : pane.curves) {
                const auto *other = dynamic_cast<const BarCurveLayer *>(curve.layer.get());
                if (!other || other->history() != bars)
                    continue;
                if (other->isSame(values, look))
                    return curve.layer;
                like = other;
            }
        }
    }
    return std::make_shared<BarCurveLayer>(bars, values, look, like);
}

core::Result<PlannedPane> ChartPlanner::planVolume(const PaneSpec &spec)
{
    PlannedPane pane;
    pane.kind = PaneKind::Volume;
    // Bars stand side by side: there is no place for what has none.
    QStringList symbols = spec.symbols;
    if (skipsEmpty()) {
        symbols.removeIf([this](const QString &symbol) { return !hasQuotes(symbol); });
        for (const QString &symbol : spec.symbols) {
            if (!hasQuotes(symbol))
                leaveOut(symbol, noQuotes(symbol));
        }
    }
    const int count = int(symbols.size());
    pane.volumeUnit = volumeUnit(symbols);
    for (int i = 0; i < count; ++i) {
        if (isTolerant() && !hasQuotes(symbols[i])) {
            pane.absent.push_back(absent(symbols[i], i));
            continue;
        }
        const CurveData &data = m_content.curves.at(symbols[i]);
        PlannedCurve curve = curveOf(symbols[i], i);
        // Side by side the colours tell instruments apart; filled and hollow still tell down from up.
        const QColor up = count == 1 ? m_plan->theme.up : curve.style.color;
        const QColor down = count == 1 ? m_plan->theme.down : curve.style.color;
        BarCurveLayer::Look look{BarCurveLayer::Shape::Volume, curve.style, up, down, i, count};
        curve.layer = data.ticks ? tickLayer(symbols[i], {}, pane.volumeUnit, look)
                                 : layer(data.bars, BarValues::volume(data.bars->series, pane.volumeUnit), look);
        auto ready = checked(std::move(curve), false);
        if (!ready && !isLeftOut(ready.error()))
            return tl::unexpected(ready.error());
        if (ready)
            pane.curves.push_back(std::move(*ready));
        else
            leaveOut(symbols[i], ready.error());
    }
    if (!pane.curves.empty() || !pane.absent.empty())
        describe(pane, spec);
    return pane;
}

core::Result<PlannedCurve> ChartPlanner::checked(PlannedCurve curve, bool logarithmic)
{
    if (isTolerant())
        return curve;
    const XMap view(m_plan->timeScale, m_plan->view(), 0, kProbeColumns, PixelGrid());
    const auto range = curve.layer->visibleRange(view);
    if (!range || !curve.layer->lastVisible(view))
        return core::failure(
            core::ErrorCode::NotFound,
            message(QT_TRANSLATE_NOOP("Chart", "%1 has nothing to draw in this range.")).arg(curve.symbol));
    if (logarithmic && range->low <= 0)
        return core::failure(
            core::ErrorCode::InvalidInput,
            message(QT_TRANSLATE_NOOP("Chart", "%1 has prices of zero or below in this range: a logarithmic scale "
                                               "cannot show them."))
                .arg(curve.symbol));
    return curve;
}

PlannedCurve ChartPlanner::curveOf(const QString &symbol, int index) const
{
    const CurveData &data = m_content.curves.at(symbol);
    const core::BarHistory &bars = *data.bars;
    PlannedCurve curve;
    curve.symbol = symbol;
    curve.instrument = bars.instrument;
    curve.series = data.ticks ? data.ticks->series : bars.series;
    curve.ownDecimals = data.ticks ? curve.series.priceDecimals : bars.ownDecimals();
    curve.calendar = data.ticks ? data.ticks->calendar : bars.calendar;
    curve.origins = data.ticks ? data.ticks->origins : bars.origins;
    curve.ticks = data.ticks != nullptr;
    curve.splits = bars.splits;
    curve.name = bars.instrument.shortName(m_plan->spec.language);
    curve.name = m_plan->texts.quoted(curve.name, curve.series);
    curve.style = m_plan->theme.series(index);
    return curve;
}

BarCurveLayer::Shape ChartPlanner::shapeOf(CurveType type)
{
    switch (type) {
    case CurveType::Line:
        return BarCurveLayer::Shape::Line;
    case CurveType::Step:
        return BarCurveLayer::Shape::Step;
    case CurveType::Area:
        return BarCurveLayer::Shape::Area;
    case CurveType::Candles:
        return BarCurveLayer::Shape::Candles;
    }
    return BarCurveLayer::Shape::Line;
}

double ChartPlanner::volumeUnit(const QStringList &symbols) const
{
    if (m_plan->spec.view)
        return steadyUnit(mostVolume(symbols));
    const XMap view(m_plan->timeScale, m_plan->view(), 0, kProbeColumns, PixelGrid());
    double most = 0;
    for (const QString &symbol : symbols) {
        if (!hasQuotes(symbol))
            continue;
        const auto &bars = m_content.curves.at(symbol).bars;
        if (const auto &ticks = m_content.curves.at(symbol).ticks) {
            most = std::max(most, usualVolume(*ticks));
            continue;
        }
        const BarCurveLayer layer(bars, BarValues::volume(bars->series, 1), {BarCurveLayer::Shape::Volume, {}, {}, {}});
        if (const auto range = layer.visibleRange(view))
            most = std::max(most, range->high);
    }
    return unitFor(most);
}

double ChartPlanner::mostVolume(const QStringList &symbols) const
{
    double most = 0;
    for (const QString &symbol : symbols) {
        if (!hasQuotes(symbol))
            continue;
        const core::BarHistory &history = *m_content.curves.at(symbol).bars;
        if (const auto &ticks = m_content.curves.at(symbol).ticks) {
            most = std::max(most, usualVolume(*ticks));
            continue;
        }
        qint64 units = 0;
        for (const core::Bar &bar : barsInView(history))
            units = std::max(units, bar.volume.value_or(0));
        most = std::max(most, core::toDouble(core::Price{units, history.series.sizeDecimals}));
    }
    return most;
}

//! With their neighbours; all of them when there are none.
std::span<const core::Bar> ChartPlanner::barsInView(const core::BarHistory &history) const
{
    const AxisRange view = m_plan->view();
    const core::Time begin = m_plan->timeScale->toTime(view.begin);
    const core::Time end = m_plan->timeScale->toTime(view.end);
    const core::SessionDate firstDay = history.calendar->sessionDateOf(begin).plusDays(-1);
    const core::SessionDate lastDay = history.calendar->sessionDateOf(end).plusDays(1);
    const auto isBefore = [&](const core::Bar &bar) {
        return history.series.isDaily() ? bar.session < firstDay : bar.start.ns + history.series.intervalNs < begin.ns;
    };
    const auto isUpTo = [&](const core::Bar &bar) {
        return history.series.isDaily() ? bar.session <= lastDay : bar.start < end;
    };
    const auto first = std::ranges::partition_point(history.bars, isBefore);
    const auto last = std::partition_point(first, history.bars.end(), isUpTo);
    return first == last ? std::span(history.bars) : std::span(first, last);
}

//! A view that moves keeps its unit as long as that is not far off.
double ChartPlanner::steadyUnit(double most) const
{
    const std::size_t pane = m_plan->panes.size(); // the one in the making
    if (m_previous && m_previous->spec.view && pane < m_previous->panes.size()
        && m_previous->panes[pane].kind == PaneKind::Volume) {
        const double unit = m_previous->panes[pane].volumeUnit;
        const bool isLargeEnough = unit == 1 || most >= unit / 5;
        if (isLargeEnough && (unit >= 1e6 || most < unit * (unit > 1 ? 5'000 : 50'000)))
            return unit;
    }
    return unitFor(most);
}

bool ChartPlanner::countsShares(const PlannedPane &pane)
{
    return std::ranges::all_of(pane.curves, [](const PlannedCurve &curve) {
        return curve.series.sizeDecimals == 0 && !curve.calendar->isRoundTheClock();
    });
}

void ChartPlanner::describe(PlannedPane &pane, const PaneSpec &spec) const
{
    QStringList names;
    QStringList currencies;
    bool onlyIndices = true;
    for (const PlannedCurve &curve : pane.curves) {
        names.append(curve.name);
        if (!currencies.contains(curve.instrument.currency))
            currencies.append(curve.instrument.currency);
        onlyIndices = onlyIndices && curve.instrument.kind == core::InstrumentKind::Index;
    }
    for (const AbsentCurve &curve : pane.absent)
        names.append(curve.name);
    const ChartTexts &texts = m_plan->texts;
    pane.title = !spec.title.isEmpty()             ? spec.title
                 : onlyIndices && names.size() > 1 ? texts.indices()
                                                   : names.join(QStringLiteral(", "));
    if (pane.kind == PaneKind::Volume)
        pane.note = texts.volumeNote(pane.volumeUnit, countsShares(pane));
    else if (isRebased(pane.scale))
        pane.note = texts.changeNote(*pane.base, pane.scale == ValueScale::RebasedLog);
    else
        pane.note = texts.priceNote(currencies, onlyIndices, pane.scale == ValueScale::Log);
}

} // namespace tickmark::charts
