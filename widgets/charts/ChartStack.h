// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChartContent.h"
#include "ChartMetrics.h"
#include "ChartSpec.h"
#include "MarkerClusters.h"

#include <QRectF>

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
    //! Groups of headlines as drawn; numbers count from 1 in order of publication.
    [[nodiscard]] const std::vector<MarkerCluster> &clusters() const { return m_clusters; }

    //! Draws the stack with its top left corner at `topLeft`.
    void render(QPainter &painter, QPointF topLeft);

private:
    friend class StackBuilder;
    explicit ChartStack(std::shared_ptr<const ChartPlan> plan);

    std::shared_ptr<const ChartPlan> m_plan;
    std::unique_ptr<QGraphicsScene> m_scene;
    std::vector<QRectF> m_plots;
    std::vector<MarkerCluster> m_clusters;
};

} // namespace tickmark::charts
