// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChartContent.h"
#include "ChartMetrics.h"
#include "ChartSpec.h"
#include "ClaimedLevel.h"
#include "MarkerClusters.h"
#include "PaneContext.h"
#include "StackLayout.h"
#include "TimeAxisPainter.h"

#include <QRectF>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

class QGraphicsScene;
class QPainter;

namespace tickmark::charts {

struct ChartPlan;

//! Linked panes over one time axis, drawn at one size: a scene of frames (Qt Charts) with our own curves, markers and
//! labels in it. All panes share one plot area in whole device pixels. Lives on the GUI thread (a QApplication must
//! exist); owned by the page or view that shows it. Lengths are px at scale 1.0. A stack never changes: another range,
//! size or theme is another stack.
class ChartStack
{
public:
    struct Geometry
    {
        QSizeF size;
        double deviceScale = 1.0; //!< device pixels per px, for crisp edges; 1 for vector formats
        ChartMetrics metrics;
        //! Only with metrics of a screen: parts of the height, one per pane (none: two for prices, one for volume), gutters
        //! that are not to become narrower, so that a pan does not move the plots, the headlines drawn as selected, and
        //! the level of the active claim.
        std::vector<double> weights{};
        StackGutters leastGutters{};
        std::vector<qint64> selected{};
        std::optional<ClaimedLevel> claimed{};
        //! Only with metrics of a page: the numbers that the plan's headlines have in a list, ascending, 0 for those that
        //! are in none. Nothing: all are, in order.
        std::optional<std::vector<int>> numbers{};
    };

    //! InvalidInput, naming the symbol or date: an empty range, a symbol without quotes in view, a log scale over prices
    //! that are not positive, candles of several instruments in one pane, a size that leaves no plot.
    [[nodiscard]] static core::Result<std::unique_ptr<ChartStack>> create(const ChartSpec &spec,
                                                                          const ChartContent &content,
                                                                          const Geometry &geometry);
    //! As above from a plan that has been made already.
    [[nodiscard]] static core::Result<std::unique_ptr<ChartStack>> create(std::shared_ptr<const ChartPlan> plan,
                                                                          const Geometry &geometry);
    ~ChartStack();
    ChartStack(const ChartStack &) = delete;
    ChartStack &operator=(const ChartStack &) = delete;

    [[nodiscard]] QGraphicsScene &scene() { return *m_scene; }
    [[nodiscard]] const ChartPlan &plan() const { return *m_plan; }
    //! Plot areas of the panes, top to bottom.
    [[nodiscard]] const std::vector<QRectF> &plots() const { return m_plots; }
    [[nodiscard]] QSizeF size() const;
    [[nodiscard]] const StackLayout &layout() const { return m_layout; }
    [[nodiscard]] StackGutters gutters() const { return m_gutters; }
    //! The maps and places of the panes, top to bottom.
    [[nodiscard]] const std::vector<PaneContext> &panes() const { return m_panes; }
    //! px of the value labels of a pane.
    [[nodiscard]] const std::vector<double> &valueRows(std::size_t pane) const { return m_valueRows[pane]; }
    [[nodiscard]] const XMap &x() const { return *m_panes.front().x; }
    [[nodiscard]] const TimeAxisPicture &axis() const { return m_axis; }
    //! Where the line of the pinned base stands; nothing when it is out of view or nothing is rebased.
    [[nodiscard]] std::optional<double> baseX() const { return m_baseX; }
    //! Groups of headlines as drawn.
    [[nodiscard]] const std::vector<MarkerCluster> &clusters() const { return m_clusters; }

    //! What found no room in the picture of a page, for its foot: sentences without their full stops.
    [[nodiscard]] const QStringList &unwritten() const { return m_unwritten; }

    //! Draws the stack with its top left corner at `topLeft`.
    void render(QPainter &painter, QPointF topLeft);

private:
    friend class StackBuilder;
    explicit ChartStack(std::shared_ptr<const ChartPlan> plan);

    std::shared_ptr<const ChartPlan> m_plan;
    std::unique_ptr<QGraphicsScene> m_scene;
    std::vector<QRectF> m_plots;
    StackLayout m_layout;
    StackGutters m_gutters;
    std::vector<PaneContext> m_panes;
    std::vector<std::vector<double>> m_valueRows;
    TimeAxisPicture m_axis;
    std::optional<double> m_baseX;
    std::vector<MarkerCluster> m_clusters;
    QStringList m_unwritten;
};

} // namespace tickmark::charts
