// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChartExport.h"
#include "PageLayout.h"
#include <charts/ChartStack.h>

#include <memory>

class QPainter;

namespace tickmark::exporting {

//! What a file says of its picture beside the picture. In the chart's language.
struct PageFacts
{
    QString title;
    QString subtitle; //!< unit and range
    QString base;     //!< a sentence; empty unless rebased
    QString sources;  //!< sentences
    QString program;  //!< "Tickmark 0.1.0"

    //! Subtitle, base, sources and program, as far as there are any.
    [[nodiscard]] QStringList sentences() const;
};

//! The deviceScale of vector formats: 1, so that edges are crisp on a screen, but with ticks columns of 1/1200 inch on paper,
//! as fine as printers are.
[[nodiscard]] double vectorScale(const charts::ChartPlan &plan, const ExportOptions &options);

//! `title` empty: made from the instruments and the range.
[[nodiscard]] PageFacts factsOf(const charts::ChartPlan &plan, const QString &title);

//! A page: title, chart, numbered headlines, foot. The same for every format; lengths are px at 96 dpi. GUI thread.
class ChartPage
{
public:
    //! `deviceScale`: device pixels per px, so that edges are crisp; vectorScale() for vector formats.
    [[nodiscard]] static core::Result<ChartPage> make(std::shared_ptr<const charts::ChartPlan> plan,
                                                      const ExportOptions &options, double deviceScale);

    [[nodiscard]] const PageLayout &layout() const { return m_layout; }
    [[nodiscard]] const charts::ChartStack &stack() const { return *m_stack; }
    //! Without line breaks, whether it is drawn or not.
    [[nodiscard]] QString title() const { return m_layout.title; }
    [[nodiscard]] QString subtitle() const { return m_layout.subtitle; }
    [[nodiscard]] PageFacts facts() const;
    [[nodiscard]] ExportReport report() const;

    //! Draws the page from (0, 0). The painter's scale decides the resolution.
    void paint(QPainter &painter);

private:
    ChartPage(std::shared_ptr<const charts::ChartPlan> plan, PageLayout layout,
              std::unique_ptr<charts::ChartStack> stack);

    void paintHeads(QPainter &painter) const;
    void paintLegend(QPainter &painter) const;
    void paintEntry(QPainter &painter, const LegendEntry &entry) const;
    void paintFoot(QPainter &painter) const;
    void paintRule(QPainter &painter, double y) const;

    std::shared_ptr<const charts::ChartPlan> m_plan;
    PageLayout m_layout;
    std::unique_ptr<charts::ChartStack> m_stack;
};

} // namespace tickmark::exporting
