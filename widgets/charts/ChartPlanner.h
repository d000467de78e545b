// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BarCurveLayer.h"
#include "ChartPlan.h"
#include "TickLayer.h"

#include <span>

namespace tickmark::charts {

//! Fills a plan step by step; every step may refuse. Used once, by ChartPlan::make; borrows spec, content and the
//! previous plan.
class ChartPlanner
{
public:
    ChartPlanner(const ChartSpec &spec, const ChartContent &content, const ChartPlan *previous);
    [[nodiscard]] core::Result<std::shared_ptr<const ChartPlan>> run();

private:
    [[nodiscard]] bool isTolerant() const { return m_plan->spec.tolerant; }
    [[nodiscard]] bool skipsEmpty() const { return m_plan->spec.skipsEmpty && !isTolerant(); }
    //! Notes a symbol that has nothing to draw, for the error if there is nothing else either.
    void leaveOut(const QString &symbol, const core::Error &error);
    [[nodiscard]] static core::Error noQuotes(const QString &symbol);
    //! Whether a curve is left out, and not the whole chart refused, for that.
    [[nodiscard]] bool isLeftOut(const core::Error &error) const;
    [[nodiscard]] std::shared_ptr<const core::TimeScale> timeScale() const;
    [[nodiscard]] bool hasQuotes(const QString &symbol) const;
    core::Result<> checkSymbols();
    void includeQuotes(const core::BarHistory &history);
    void includeTicks(const TickCurve &curve);
    core::Result<> findDays();
    //! The days of all quotes are found once; of them a pan takes those in view.
    void findDaysInView();
    [[nodiscard]] bool isSameAxis() const;
    [[nodiscard]] std::shared_ptr<const std::vector<AxisDay>> allDays();
    //! Calendar time shows every night; only the part of it that has quotes is pre- or after-market.
    void extendDaysToQuotes();
    core::Result<> planPanes();
    //! The session whose closes are 0 %: the pinned date, or the last session before it when it is none.
    void chooseBase();
    //! The latest session of any exchange on or before `date`.
    [[nodiscard]] std::optional<core::SessionDate> latestSession(core::SessionDate date) const;
    //! One day counts from the close before it, as its change is told; several count from the first at which every
    //! curve has a close.
    [[nodiscard]] core::SessionDate defaultBase() const;
    //! The closes that bases are taken from, of all curves that will be rebased.
    [[nodiscard]] std::vector<const core::BarHistory *> rebasedCloses() const;
    [[nodiscard]] static const core::BarHistory &closesOf(const CurveData &data);
    [[nodiscard]] CurveType curveTypeOf(const PaneSpec &pane) const;
    [[nodiscard]] ValueScale scaleOf(const PaneSpec &pane) const;
    //! The scale of a pane, linear where a price forbids a logarithm and a linear axis is better than none.
    [[nodiscard]] ValueScale usableScaleOf(const PaneSpec &pane) const;
    [[nodiscard]] core::Result<PlannedPane> planPrices(const PaneSpec &spec);
    //! The session that `panes` really count from: the base, when any of them has a close there, else the latest before.
    [[nodiscard]] std::optional<core::SessionDate> quotedBase(std::span<const PlannedPane> panes) const;
    [[nodiscard]] bool canBeDrawn(const QString &symbol, ValueScale scale) const;
    [[nodiscard]] std::optional<analysis::RebasePoint> basePoint(const CurveData &data) const;
    [[nodiscard]] AbsentCurve absent(const QString &symbol, int index) const;
    [[nodiscard]] core::Result<PlannedCurve> planPriceCurve(const QString &symbol, int index, const PlannedPane &pane,
                                                            CurveType type);
    //! The previous plan's layer of the same curve, or a new one that stands where an old one of its bars stood.
    [[nodiscard]] std::shared_ptr<const CurveLayer> layer(const std::shared_ptr<const core::BarHistory> &bars,
                                                          const BarValues &values,
                                                          const BarCurveLayer::Look &look) const;
    //! Of its ticks, in the pane that is being planned: goes on with what the previous plan's layer there had found.
    [[nodiscard]] std::shared_ptr<const CurveLayer> tickLayer(const QString &symbol, std::optional<core::Price> base,
                                                              double volumeUnit, const TickLayer::Look &look) const;
    [[nodiscard]] core::Result<PlannedPane> planVolume(const PaneSpec &spec);
    //! Refuses a curve without values in view, and one that a log scale cannot show.
    [[nodiscard]] core::Result<PlannedCurve> checked(PlannedCurve curve, bool logarithmic);
    [[nodiscard]] PlannedCurve curveOf(const QString &symbol, int index) const;
    [[nodiscard]] static BarCurveLayer::Shape shapeOf(CurveType type);
    [[nodiscard]] double volumeUnit(const QStringList &symbols) const;
    static double unitFor(double most) { return most >= 1e6 ? 1e6 : most >= 1e4 ? 1e3 : 1; }
    [[nodiscard]] double steadyUnit(double most) const;
    //! Of the bars in view.
    [[nodiscard]] double mostVolume(const QStringList &symbols) const;
    [[nodiscard]] std::span<const core::Bar> barsInView(const core::BarHistory &history) const;
    //! About the volume of a busy bar at the zoom of the view.
    [[nodiscard]] double usualVolume(const TickCurve &curve) const;
    [[nodiscard]] static bool isPositive(const CurveData &data);
    //! Coins and currencies are not traded by the piece.
    [[nodiscard]] static bool countsShares(const PlannedPane &pane);
    void describe(PlannedPane &pane, const PaneSpec &spec) const;
    void chooseSpotlight();
    void collectHeadlines();

    static constexpr int kProbeColumns = 2000; // values in view do not depend on it but for the entry at the left
    const ChartContent &m_content;
    const ChartPlan *m_previous; //!< null the first time
    std::shared_ptr<ChartPlan> m_plan;
    std::vector<core::CalendarPtr> m_calendars;
    std::optional<core::Error> m_missing; //!< why the first symbol was left out
};

} // namespace tickmark::charts
