// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartPage.h"

#include <charts/ChartFonts.h>
#include <charts/ChartText.h>
#include <charts/VerdictShape.h>

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace tickmark::exporting {

using charts::chartFont;
using charts::drawText;
using charts::drawTextCentredAt;
using charts::drawTextEndingAt;

namespace {

constexpr double kRingRadius = 11.5;
constexpr double kUsualWidth = 1600;     // px of a page whose size is not given
constexpr double kColumnsPerInch = 1200; // of curves of ticks in vector formats
constexpr double kMostColumns = 20'000;  // of a page, so that large paper makes no huge file

QString programName()
{
    const QString version = QCoreApplication::applicationVersion();
    return version.isEmpty() ? QStringLiteral("Tickmark") : QStringLiteral("Tickmark ") + version;
}

//! Of the headlines in the list.
std::vector<int> numbersOf(const PageLayout &layout, std::size_t headlines)
{
    std::vector<int> numbers(headlines, 0);
    for (const LegendEntry &entry : layout.entries)
        numbers[std::size_t(entry.headline)] = entry.number;
    return numbers;
}

} // namespace

core::Result<ChartPage> ChartPage::make(std::shared_ptr<const charts::ChartPlan> plan, const ExportOptions &options,
                                        double deviceScale)
{
    const charts::ChartMetrics metrics = pageMetrics(options.size);
    // What finds no room in the picture is said in the foot, beside which the picture may become lower.
    QStringList unwritten;
    while (true) {
        auto layout = layOutPage(*plan, options.size, options.title, metrics, options.parts, unwritten,
                                 {options.zoom, options.inMillimetres});
        if (!layout)
            return tl::unexpected(layout.error());
        charts::ChartStack::Geometry geometry{layout->stack.size(), deviceScale, metrics};
        geometry.numbers = numbersOf(*layout, plan->headlines.size());
        auto stack = charts::ChartStack::create(plan, geometry);
        if (!stack)
            return tl::unexpected(stack.error());
        const qsizetype said = unwritten.size();
        unwritten.append((*stack)->unwritten());
        unwritten.removeDuplicates();
        if (unwritten.size() == said)
            return ChartPage(std::move(plan), std::move(*layout), std::move(*stack));
    }
}

ChartPage::ChartPage(std::shared_ptr<const charts::ChartPlan> plan, PageLayout layout,
                     std::unique_ptr<charts::ChartStack> stack)
    : m_plan(std::move(plan)), m_layout(std::move(layout)), m_stack(std::move(stack))
{}

QStringList PageFacts::sentences() const
{
    QStringList all{subtitle, base, sources, program};
    all.removeAll(QString());
    return all;
}

PageFacts factsOf(const charts::ChartPlan &plan, const QString &title)
{
    const PageTexts texts(plan);
    return {title.isEmpty() ? texts.title(texts.nameCount()) : title, texts.subtitle(), texts.baseNote(),
            texts.source(), programName()};
}

double vectorScale(const charts::ChartPlan &plan, const ExportOptions &options)
{
    if (!plan.hasTicks())
        return 1;
    const double width = options.size ? options.size->width() : kUsualWidth;
    return std::clamp(options.zoom * kColumnsPerInch / 96, 1.0, std::max(1.0, kMostColumns / width));
}

PageFacts ChartPage::facts() const
{
    return factsOf(*m_plan, m_layout.title);
}

ExportReport ChartPage::report() const
{
    return {int(m_plan->headlines.size()), m_layout.unlisted};
}

void ChartPage::paint(QPainter &painter)
{
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    // A vector file names the font of its first element even where nothing is written.
    painter.setFont(chartFont(12));
    painter.fillRect(QRectF(QPointF(), m_layout.size), m_plan->theme.base);
    paintHeads(painter);
    m_stack->render(painter, m_layout.stack.topLeft());
    paintLegend(painter);
    paintFoot(painter);
}

void ChartPage::paintHeads(QPainter &painter) const
{
    const double left = m_layout.margin;
    double y = m_layout.titleBaseline;
    for (const QString &line : m_layout.titleLines) {
        drawText(painter, QPointF(left, y), line, chartFont(m_layout.titlePixels, true), m_plan->theme.text);
        y += 34;
    }
    y = m_layout.subtitleBaseline;
    for (const QString &line : m_layout.subtitleLines) {
        drawText(painter, QPointF(left, y), line, chartFont(15), m_plan->theme.secondary);
        y += 22;
    }
}

void ChartPage::paintRule(QPainter &painter, double y) const
{
    const double middle = std::floor(y) + 0.5;
    painter.setPen(QPen(m_plan->theme.axis, 1, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(m_layout.margin, middle), QPointF(m_layout.size.width() - m_layout.margin, middle));
}

void ChartPage::paintLegend(QPainter &painter) const
{
    if (!m_layout.legendRule)
        return;
    const double head = *m_layout.legendRule + kRuleToHead;
    paintRule(painter, *m_layout.legendRule);
    drawText(painter, QPointF(m_layout.margin, head), m_layout.legendHead, chartFont(13, true), m_plan->theme.text);
    drawTextEndingAt(painter, QPointF(m_layout.size.width() - m_layout.margin, head), m_layout.legendZone,
                     chartFont(13), m_plan->theme.secondary);
    for (const LegendEntry &entry : m_layout.entries)
        paintEntry(painter, entry);
    if (!m_layout.moreText.isEmpty())
        drawText(painter, m_layout.moreAt, m_layout.moreText, chartFont(13), m_plan->theme.secondary);
}

void ChartPage::paintEntry(QPainter &painter, const LegendEntry &entry) const
{
    const charts::ChartTheme &theme = m_plan->theme;
    const QFont numberFont = chartFont(13, true);
    const QPointF middle = entry.box.topLeft() + QPointF(kRingRadius + 0.5, kLegendRingMiddle);
    painter.setPen(QPen(theme.text, 1.2));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(middle, kRingRadius, kRingRadius);
    drawTextCentredAt(painter, middle + QPointF(0, charts::baselineBelowMiddle(numberFont)),
                      QString::number(entry.number), numberFont, theme.text);
    QPointF title = entry.titleStart;
    for (const QString &line : entry.titleLines) {
        drawText(painter, title, line, chartFont(14, true), theme.text);
        title.ry() += kLegendTitleStep;
    }
    drawText(painter, entry.metaStart, entry.meta, chartFont(13), theme.secondary);
    for (const LegendMark &mark : entry.marks) {
        charts::paintVerdictShape(painter, mark.shape, mark.code, theme, theme.base);
        drawText(painter, mark.textStart, mark.text, chartFont(13), theme.text);
    }
    if (!entry.more.isEmpty())
        drawText(painter, entry.moreStart, entry.more, chartFont(13), theme.secondary);
}

void ChartPage::paintFoot(QPainter &painter) const
{
    if (m_layout.footLines.isEmpty())
        return;
    paintRule(painter, m_layout.footRule);
    double y = m_layout.footRule + kRuleToHead;
    for (const QString &line : m_layout.footLines) {
        drawText(painter, QPointF(m_layout.margin, y), line, chartFont(12), m_plan->theme.secondary);
        y += kFootStep;
    }
    drawTextEndingAt(painter, QPointF(m_layout.size.width() - m_layout.margin, y - kFootStep),
                     QStringLiteral("Tickmark"), chartFont(12), m_plan->theme.secondary);
}

} // namespace tickmark::exporting
