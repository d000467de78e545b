// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartStack.h"

#include "ChartFonts.h"
#include "ChartPlan.h"
#include "StackBuilder.h"

#include <QGraphicsScene>

namespace tickmark::charts {

ChartStack::ChartStack(std::shared_ptr<const ChartPlan> plan)
    : m_plan(std::move(plan)), m_scene(std::make_unique<QGraphicsScene>())
{
    // The default index sorts items into a tree at every change; a chart has few items, and most change together.
    m_scene->setItemIndexMethod(QGraphicsScene::NoIndex);
}

ChartStack::~ChartStack() = default;

core::Result<std::unique_ptr<ChartStack>> ChartStack::create(const ChartSpec &spec, const ChartContent &content,
                                                             const Geometry &geometry)
{
    auto plan = ChartPlan::make(spec, content);
    if (!plan)
        return tl::unexpected(plan.error());
    return create(*plan, geometry);
}

core::Result<std::unique_ptr<ChartStack>> ChartStack::create(std::shared_ptr<const ChartPlan> plan,
                                                             const Geometry &geometry)
{
    loadChartFonts();
    return StackBuilder(std::move(plan), geometry).build();
}

QSizeF ChartStack::size() const
{
    return m_scene->sceneRect().size();
}

void ChartStack::render(QPainter &painter, QPointF topLeft)
{
    const QRectF area = m_scene->sceneRect();
    m_scene->render(&painter, QRectF(topLeft, area.size()), area);
}

} // namespace tickmark::charts
