// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartPlan.h"

#include "BarCurveLayer.h"
#include "BarValues.h"

#include <QCoreApplication>

#include <algorithm>

namespace tickmark::charts {

namespace {

constexpr std::size_t kLongestSpotlightView = 30; // sessions; a base in a longer view marks no event

QString message(const char *source)
{
    return QCoreApplication::translate("Chart", source);
}

//! As dates are written on the command line.
QString iso(core::SessionDate date)
{
    return QString::fromStdString(date.iso());
}

core::Result<> fail(const QString &text)
{
    return core::failure(core::ErrorCode::InvalidInput, text);
}

//! Fills a plan step by step; every step may refuse.
class Planner
{
public:
    Planner(const ChartSpec &spec, const ChartContent &content)
        : m_content(content), m_plan(std::make_shared<ChartPlan>())
    {
        m_plan->spec = spec;
        m_plan->texts = ChartTexts(spec.language);
        m_plan->theme = ChartTheme::named(spec.theme);
        m_plan->timeScale = spec.time == TimeMode::Calendar ? core::TimeScale::calendarTime() : content.timeScale;
        m_plan->zone = content.zone;
        m_plan->notes = content.notes;
    }

    core::Result<std::shared_ptr<const ChartPlan>> run()
    {
        for (const auto step : {&Planner::checkSymbols, &Planner::findDays, &Planner::planPanes}) {
            if (auto done = (this->*step)(); !done)
                return tl::unexpected(done.error());
        }
        chooseSpotlight();
        collectHeadlines();
        return std::shared_ptr<const ChartPlan>(m_plan);
    }

private:
    core::Result<> checkSymbols()
    {
        if (m_plan->spec.panes.empty())
            return fail(message(QT_TRANSLATE_NOOP("Chart", "The chart has no pane.")));
        for (const QString &symbol : symbolsOf(m_plan->spec.panes)) {
            const auto found = m_content.curves.find(symbol);
            if (found == m_content.curves.end() || !found->second.bars)
                return core::failure(core::ErrorCode::NotFound,
                                     message(QT_TRANSLATE_NOOP("Chart", "There are no quotes of %1.")).arg(symbol));
            m_calendars.push_back(found->second.bars->calendar);
            m_plan->intraday = m_plan->intraday || !found->second.bars->series.isDaily();
        }
        return {};
    }

    core::Result<> findDays()
    {
        const ChartSpec &spec = m_plan->spec;
        if (spec.to < spec.from)
            return fail(message(QT_TRANSLATE_NOOP("Chart", "The range ends on %1, before it begins on %2."))
                            .arg(iso(spec.to), iso(spec.from)));
        m_plan->calendars = shapingCalendars(m_calendars);
        m_plan->days = axisDays(m_calendars, m_plan->timeScale, m_plan->zone, spec.from, spec.to);
        if (m_plan->days.empty())
            return fail(message(QT_TRANSLATE_NOOP("Chart", "There is no trading day between %1 and %2."))
                            .arg(iso(spec.from), iso(spec.to)));
        if (!m_plan->timeScale.isTradingTime())
            extendDaysToQuotes();
        return {};
    }

    //! Calendar time shows every night; only the part of it that has quotes is pre- or after-market.
    void extendDaysToQuotes()
    {
        for (const auto &[symbol, curve] : m_content.curves) {
            if (!curve.bars || curve.bars->series.isDaily() || curve.bars->calendar->isRoundTheClock())
                continue;
            auto day = m_plan->days.begin();
            for (const core::Bar &bar : curve.bars->bars) {
                const AxisRange slot = barSlot(bar, *curve.bars, m_plan->timeScale);
                while (day != m_plan->days.end() && day->slot.end <= slot.begin)
                    ++day;
                if (day == m_plan->days.end())
                    break;
                if (slot.begin < day->slot.begin || day->regular == day->slot)
                    continue;
                day->extended.begin = std::min(day->extended.begin, slot.begin);
                day->extended.end = std::max(day->extended.end, std::min(slot.end, day->slot.end));
            }
        }
    }

    core::Result<> planPanes()
    {
        chooseBase();
        for (const PaneSpec &pane : m_plan->spec.panes) {
            auto planned = pane.kind == PaneKind::Volume ? planVolume(pane) : planPrices(pane);
            if (!planned)
                return tl::unexpected(planned.error());
            m_plan->panes.push_back(std::move(*planned));
        }
        const bool anyRebased = std::ranges::any_of(
            m_plan->panes, [](const PlannedPane &pane) { return pane.scale == ValueScale::Rebased; });
        if (!anyRebased)
            m_plan->base.reset();
        return {};
    }

    //! The session whose closes are 0 %: the pinned date, or the last session before it when it is none.
    void chooseBase()
    {
        if (m_plan->spec.base)
            m_plan->base = latestSession(*m_plan->spec.base).value_or(*m_plan->spec.base);
        else
            m_plan->base = defaultBase();
    }

    //! The latest session of any exchange on or before `date`.
    std::optional<core::SessionDate> latestSession(core::SessionDate date) const
    {
        std::optional<core::SessionDate> latest;
        for (const core::CalendarPtr &calendar : m_plan->calendars) {
            const auto session = calendar->isSession(date) ? calendar->session(date) : calendar->sessionBefore(date);
            if (session && (!latest || session->date > *latest))
                latest = session->date;
        }
        return latest;
    }

    //! One day counts from the close before it, as its change is told; several count from the first at which every
    //! curve has a close.
    core::SessionDate defaultBase() const
    {
        const std::vector<const core::BarHistory *> rebased = rebasedCloses();
        const auto haveClose = [&](core::SessionDate date) {
            return std::ranges::all_of(rebased, [&](const core::BarHistory *closes) {
                return analysis::rebasePoint(*closes, date).has_value();
            });
        };
        const std::vector<AxisDay> &days = m_plan->days;
        if (days.size() == 1) {
            const auto before = latestSession(days.front().date.plusDays(-1));
            if (before && haveClose(*before))
                return *before;
        }
        // A close on or before a day is on or before every later one too.
        const auto first = std::ranges::partition_point(days, [&](const AxisDay &day) { return !haveClose(day.date); });
        return first == days.end() ? days.back().date : first->date;
    }

    //! The closes that bases are taken from, of all curves that will be rebased.
    std::vector<const core::BarHistory *> rebasedCloses() const
    {
        std::vector<const core::BarHistory *> closes;
        for (const PaneSpec &pane : m_plan->spec.panes) {
            if (pane.kind == PaneKind::Volume || scaleOf(pane) != ValueScale::Rebased)
                continue;
            for (const QString &symbol : pane.symbols)
                closes.push_back(&closesOf(m_content.curves.at(symbol)));
        }
        return closes;
    }

    static const core::BarHistory &closesOf(const CurveData &data)
    {
        return data.dailyCloses ? *data.dailyCloses : *data.bars;
    }

    ValueScale scaleOf(const PaneSpec &pane) const
    {
        const ChartSpec &spec = m_plan->spec;
        if (spec.curve == CurveType::Candles)
            return spec.scale == ValueScale::Log ? ValueScale::Log : ValueScale::Linear;
        if (spec.scale)
            return *spec.scale;
        return spec.base || pane.symbols.size() > 1 ? ValueScale::Rebased : ValueScale::Linear;
    }

    core::Result<PlannedPane> planPrices(const PaneSpec &spec)
    {
        PlannedPane pane;
        pane.kind = PaneKind::Price;
        pane.scale = scaleOf(spec);
        pane.candles = m_plan->spec.curve == CurveType::Candles;
        if (pane.candles && m_plan->spec.scale == ValueScale::Rebased)
            return core::failure(core::ErrorCode::InvalidInput,
                                 message(QT_TRANSLATE_NOOP("Chart", "Candles show prices and cannot be rebased.")));
        if (pane.candles && spec.symbols.size() > 1)
            return core::failure(
                core::ErrorCode::InvalidInput,
                message(QT_TRANSLATE_NOOP("Chart", "Candles need a pane of their own for each instrument: write “%1”."))
                    .arg(spec.symbols.join(u';')));
        for (const QString &symbol : spec.symbols) {
            auto curve = planPriceCurve(symbol, pane);
            if (!curve)
                return tl::unexpected(curve.error());
            pane.curves.push_back(std::move(*curve));
        }
        describe(pane, spec);
        return pane;
    }

    core::Result<PlannedCurve> planPriceCurve(const QString &symbol, const PlannedPane &pane)
    {
        const CurveData &data = m_content.curves.at(symbol);
        PlannedCurve curve = curveOf(symbol, int(pane.curves.size()));
        BarValues values = BarValues::prices(data.bars->series);
        if (pane.scale == ValueScale::Rebased) {
            curve.base = analysis::rebasePoint(closesOf(data), *m_plan->base);
            if (!curve.base)
                return core::failure(
                    core::ErrorCode::InvalidInput,
                    message(QT_TRANSLATE_NOOP("Chart", "%1 has no close on or before the base date %2."))
                        .arg(symbol, iso(*m_plan->base)));
            values = BarValues::percentSince(data.bars->series, curve.base->close);
        }
        BarCurveLayer::Look look{shapeOfPrices(), curve.style, m_plan->theme.up, m_plan->theme.down};
        look.atClose = m_plan->intraday && data.bars->series.isDaily();
        curve.layer = std::make_shared<BarCurveLayer>(data.bars, values, look);
        return checked(std::move(curve), pane.scale == ValueScale::Log);
    }

    core::Result<PlannedPane> planVolume(const PaneSpec &spec)
    {
        PlannedPane pane;
        pane.kind = PaneKind::Volume;
        const int count = int(spec.symbols.size());
        pane.volumeUnit = volumeUnit(spec.symbols);
        for (int i = 0; i < count; ++i) {
            const CurveData &data = m_content.curves.at(spec.symbols[i]);
            PlannedCurve curve = curveOf(spec.symbols[i], i);
            // Side by side the colours tell instruments apart; filled and hollow still tell down from up.
            const QColor up = count == 1 ? m_plan->theme.up : curve.style.color;
            const QColor down = count == 1 ? m_plan->theme.down : curve.style.color;
            BarCurveLayer::Look look{BarCurveLayer::Shape::Volume, curve.style, up, down, i, count};
            curve.layer = std::make_shared<BarCurveLayer>(data.bars,
                                                          BarValues::volume(data.bars->series, pane.volumeUnit), look);
            auto ready = checked(std::move(curve), false);
            if (!ready)
                return tl::unexpected(ready.error());
            pane.curves.push_back(std::move(*ready));
        }
        describe(pane, spec);
        return pane;
    }

    //! Refuses a curve without values in view, and one that a log scale cannot show.
    core::Result<PlannedCurve> checked(PlannedCurve curve, bool logarithmic)
    {
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

    PlannedCurve curveOf(const QString &symbol, int index) const
    {
        const core::BarHistory &bars = *m_content.curves.at(symbol).bars;
        PlannedCurve curve;
        curve.symbol = symbol;
        curve.instrument = bars.instrument;
        curve.series = bars.series;
        curve.calendar = bars.calendar;
        curve.origins = bars.origins;
        curve.name = bars.instrument.shortName(m_plan->spec.language);
        if (bars.series.kind == core::SeriesKind::Simulated)
            curve.name = m_plan->texts.simulated(curve.name);
        curve.style = m_plan->theme.series(index);
        return curve;
    }

    BarCurveLayer::Shape shapeOfPrices() const
    {
        switch (m_plan->spec.curve) {
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

    double volumeUnit(const QStringList &symbols) const
    {
        const XMap view(m_plan->timeScale, m_plan->view(), 0, kProbeColumns, PixelGrid());
        double most = 0;
        for (const QString &symbol : symbols) {
            const auto &bars = m_content.curves.at(symbol).bars;
            const BarCurveLayer layer(bars, BarValues::volume(bars->series, 1),
                                      {BarCurveLayer::Shape::Volume, {}, {}, {}});
            if (const auto range = layer.visibleRange(view))
                most = std::max(most, range->high);
        }
        return most >= 1e6 ? 1e6 : most >= 1e4 ? 1e3 : 1;
    }

    //! Coins and currencies are not traded by the piece.
    static bool countsShares(const PlannedPane &pane)
    {
        return std::ranges::all_of(pane.curves, [](const PlannedCurve &curve) {
            return curve.series.sizeDecimals == 0 && !curve.calendar->isRoundTheClock();
        });
    }

    void describe(PlannedPane &pane, const PaneSpec &spec) const
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
        const ChartTexts &texts = m_plan->texts;
        pane.title = !spec.title.isEmpty()             ? spec.title
                     : onlyIndices && names.size() > 1 ? texts.indices()
                                                       : names.join(QStringLiteral(", "));
        if (pane.kind == PaneKind::Volume)
            pane.note = texts.volumeNote(pane.volumeUnit, countsShares(pane));
        else if (pane.scale == ValueScale::Rebased)
            pane.note = texts.changeNote(*m_plan->base);
        else
            pane.note = texts.priceNote(currencies, onlyIndices, pane.scale == ValueScale::Log);
    }

    void chooseSpotlight()
    {
        m_plan->spotlight = m_plan->spec.spotlight;
        if (m_plan->spotlight || !m_plan->spec.base || !m_plan->base || m_plan->days.size() > kLongestSpotlightView)
            return;
        const auto base = std::ranges::find(m_plan->days, *m_plan->base, &AxisDay::date);
        if (base == m_plan->days.end())
            return;
        // In calendar time the next day may be a weekend: the next session is meant.
        const auto next = m_plan->calendars.empty() ? std::nullopt
                                                    : m_plan->calendars.front()->sessionAfter(base->date);
        if (next && next->date <= m_plan->days.back().date)
            m_plan->spotlight = next->date;
    }

    void collectHeadlines()
    {
        if (!m_plan->spec.markers)
            return;
        const auto midnight = [&](core::SessionDate date) {
            return m_plan->zone.fromLocalNs(qint64(date.days()) * core::kNsPerDay);
        };
        const core::Time begin = std::min(midnight(m_plan->spec.from), m_plan->timeScale.toTime(m_plan->view().begin));
        const core::Time end = std::max(midnight(m_plan->spec.to.plusDays(1)),
                                        m_plan->timeScale.toTime(m_plan->view().end - 1));
        std::ranges::copy_if(m_content.news, std::back_inserter(m_plan->headlines), [&](const core::NewsItem &item) {
            return begin <= item.published && item.published < end;
        });
        std::ranges::stable_sort(m_plan->headlines, {}, &core::NewsItem::published);
    }

    static constexpr int kProbeColumns = 2000; // values in view do not depend on it but for the entry at the left

    const ChartContent &m_content;
    std::shared_ptr<ChartPlan> m_plan;
    std::vector<core::CalendarPtr> m_calendars;
};

} // namespace

core::Result<std::shared_ptr<const ChartPlan>> ChartPlan::make(const ChartSpec &spec, const ChartContent &content)
{
    return Planner(spec, content).run();
}

} // namespace tickmark::charts
