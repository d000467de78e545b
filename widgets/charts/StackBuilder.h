// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Callouts.h"
#include "ChartStack.h"
#include "ClaimedLevelMark.h"
#include "EndLabels.h"
#include "PaneContext.h"
#include "StackLayout.h"
#include "TimeAxisLayout.h"
#include "ValueTicks.h"

namespace tickmark::charts {

//! Makes the scene of one stack: measures labels, places panes, adds the parts. Used once.
class StackBuilder
{
public:
    StackBuilder(std::shared_ptr<const ChartPlan> plan, const ChartStack::Geometry &geometry);

    [[nodiscard]] core::Result<std::unique_ptr<ChartStack>> build();

private:
    struct Pane
    {
        PaneContext context;
        std::vector<ValueTick> ticks;
        std::vector<EndLabel> labels;
        std::optional<ClaimedLevelMark> claimed;
    };

    [[nodiscard]] std::vector<MarkerCluster> markers(const QRectF &lane) const;
    //! The gutters after it, at least `narrow`.
    [[nodiscard]] StackGutters makeRoomForMarkers(StackGutters narrow, StackGutters gutters);
    void layOut(StackGutters gutters);
    //! At least `gutters`.
    [[nodiscard]] StackGutters measureGutters(StackGutters gutters);
    [[nodiscard]] std::vector<QString> tickTexts(const Pane &pane) const;
    [[nodiscard]] YMap valueMap(const PaneContext &context, const XMap &x) const;
    void fillPanes();
    void placeTime();
    [[nodiscard]] std::optional<double> baseX() const;

    void addPane(const Pane &pane, const StackLayout::Pane &place);
    void addGrid(const Pane &pane, const StackLayout::Pane &place);
    void addShading(const Pane &pane);
    void addLines(const Pane &pane);
    void placeLabels(Pane &pane) const;
    void addCurves(const Pane &pane);
    void addNotes(const Pane &pane);
    //! Values that found no room at their curves.
    void tellUnwritten(const std::vector<Callout> &values);
    void addHead(const PaneContext &context, const QRectF &head);
    void addWords(const Pane &pane, const StackLayout::Pane &place);
    void add(int order, const QRectF &bounds, std::function<void(QPainter &)> draw);

    std::shared_ptr<const ChartPlan> m_plan;
    ChartStack::Geometry m_geometry;
    int m_markerRows = 1; //!< that markers may be spread over
    PixelGrid m_grid;
    StackLayout m_layout;
    std::vector<Pane> m_panes;
    std::shared_ptr<const XMap> m_x;
    TimeAxisLayout m_time;
    std::optional<double> m_baseX;
    std::unique_ptr<ChartStack> m_stack;
};

} // namespace tickmark::charts
