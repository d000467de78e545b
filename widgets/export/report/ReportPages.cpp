// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReportPages.h"

#include "TextFlow.h"
#include <charts/ChartFonts.h>
#include <charts/ChartStack.h>
#include <charts/ChartText.h>

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace tickmark::report {

namespace {

constexpr int kMostRounds = 4;
constexpr double kSide = 60; // margins, px
constexpr double kTop = 66;
constexpr double kFoot = 74;
constexpr double kHeaderBaseline = 42;
constexpr double kFooterRule = 40; // above the lower edge
constexpr double kFooterBaseline = 22;
constexpr double kText = kPageSize.width() - 2 * kSide;
constexpr double kTextHeight = kPageSize.height() - kTop - kFoot;

constexpr double kMostChart = kTextHeight - 160; // room for its title and notes stays on the page
// A chart becomes that much lower to find room on a page, and higher to fill one.
constexpr double kLowest = 0.88;
constexpr double kHighest = 1.2;
constexpr double kLowShare = 0.6; // what is left of one that is to be low

constexpr TextStyle kTitle{26, 33, false, true};
constexpr TextStyle kSubtitle{15, 22, false, false, true};
constexpr TextStyle kMainHeading{17, 23, false, true};
constexpr TextStyle kPartHeading{14, 19, false, true};
constexpr TextStyle kBody{12, 18};
constexpr TextStyle kSmall{11, 15};
constexpr TextStyle kColumnHead{11, 14, false, true, true};

constexpr double kColumnGap = 10;
constexpr double kRowPadding = 4;
constexpr double kDensePadding = 1;
constexpr double kDenseBottom = 3; // above a rule
constexpr double kHeadBefore = 10;
constexpr double kDenseHeadBefore = 5;
constexpr double kRowBottom = 5;
constexpr double kRing = 11; // radius

void paintRule(QPainter &painter, QPointF left, double width, const QColor &colour, double pen)
{
    painter.setPen(QPen(colour, pen, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(left, left + QPointF(width, 0));
}

//! Fixed widths first, what is left by shares.
std::vector<double> columnWidths(const Table &table)
{
    double left = kText - kColumnGap * double(table.columns.size() - 1);
    double shares = 0;
    for (const Column &column : table.columns) {
        left -= column.width;
        shares += column.share;
    }
    std::vector<double> widths;
    for (const Column &column : table.columns)
        widths.push_back(column.width + (shares > 0 ? std::max(0.0, left) * column.share / shares : 0));
    return widths;
}

std::vector<double> columnLefts(const std::vector<double> &widths)
{
    std::vector<double> lefts;
    double x = 0;
    for (const double width : widths) {
        lefts.push_back(x);
        x += width + kColumnGap;
    }
    return lefts;
}

//! A text with its place in its item.
struct PlacedText
{
    std::shared_ptr<const TextFlow> text;
    QPointF at;
};

//! Draws texts, and under them a line if there is one.
auto paintTexts(std::vector<PlacedText> texts, charts::ChartTheme theme)
{
    return [texts = std::move(texts), theme = std::move(theme)](QPainter &painter, QPointF topLeft,
                                                                double) -> core::Result<> {
        for (const PlacedText &placed : texts)
            placed.text->paint(painter, topLeft + placed.at, theme);
        return {};
    };
}

void paintRing(QPainter &painter, QPointF middle, int number, const charts::ChartTheme &theme)
{
    const QFont font = charts::chartFont(number < 100 ? 12 : 10, true);
    painter.setPen(QPen(theme.text, 1.1));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(middle, kRing, kRing);
    charts::drawTextCentredAt(painter, middle + QPointF(0, charts::baselineBelowMiddle(font)), QString::number(number),
                              font, theme.text);
}

} // namespace

charts::ChartMetrics reportMetrics()
{
    charts::ChartMetrics metrics = charts::ChartMetrics::page();
    metrics.axisText = 11;
    metrics.endLabelText = 12;
    metrics.calloutText = 11;
    metrics.paneTitleText = 12;
    metrics.markerText = 11;
    metrics.endLabelStep = 17;
    metrics.markerLane = 32;
    metrics.markerRadius = 10;
    metrics.timeAxis = 50;
    metrics.axisDayBaseline = 17;
    metrics.axisMonthBaseline = 34;
    metrics.plotHeight = 190;
    metrics.singlePlotHeight = 240;
    return metrics;
}

QSizeF chartSize(const Chart &chart)
{
    const charts::ChartMetrics metrics = reportMetrics();
    const double natural = charts::naturalStackHeight(*chart.plan, metrics) * (chart.isLow ? kLowShare : 1);
    const double least = charts::leastStackHeight(*chart.plan, metrics);
    return {kText, std::max(std::min(natural, kMostChart), least)};
}

core::Result<std::unique_ptr<charts::ChartStack>> stackOf(const Chart &chart, double height)
{
    charts::ChartStack::Geometry geometry{QSizeF(kText, height), 1.0, reportMetrics()};
    geometry.numbers = chart.numbers;
    return charts::ChartStack::create(chart.plan, geometry);
}

ReportPages::ReportPages(std::shared_ptr<const ReportDocument> document)
    : m_document(std::move(document)), m_theme(charts::ChartTheme::named(charts::ThemeName::Print))
{
    // What finds no room in a picture is said below it, and may move it to another page, where it has another height.
    for (int round = 0; round < kMostRounds; ++round) {
        fill();
        m_pages = paginate(m_items, kTextHeight);
        if (!noteUnwritten())
            break;
    }
}

void ReportPages::fill()
{
    m_items.clear();
    m_charts.clear();
    m_tables = 0;
    m_headings = 0;
    addTitle();
    for (const Block &block : m_document->blocks)
        std::visit([this](const auto &one) { add(one); }, block);
}

bool ReportPages::noteUnwritten()
{
    bool isNew = false;
    m_unsaid.resize(m_charts.size());
    for (const FlowPage &page : m_pages) {
        for (const PlacedItem &placed : page) {
            const auto found = std::ranges::find(m_charts, placed.item, &PlacedChart::item);
            if (found == m_charts.end())
                continue;
            // What cannot be drawn is told by drawing it.
            const auto stack = stackOf(*found->chart, placed.height);
            for (const QString &sentence : stack ? (*stack)->unwritten() : QStringList()) {
                QStringList &said = m_unsaid[std::size_t(found - m_charts.begin())];
                if (said.contains(sentence))
                    continue;
                said.append(sentence);
                isNew = true;
            }
        }
    }
    return isNew;
}

void ReportPages::addTitle()
{
    const auto line = [&](const Paragraph &words, const TextStyle &style, double before) {
        auto text = std::make_shared<const TextFlow>(words, style, m_theme, kText);
        m_items.push_back({text->height(), before, true, false, -1, false, paintTexts({{text, {}}}, m_theme)});
    };
    line({{m_document->title}}, kTitle, 0);
    line({{m_document->subtitle}}, kSubtitle, 2);
    for (const Paragraph &words : m_document->lead)
        line(words, kBody, 8);
    m_items.push_back(
        {1, 12, false, false, -1, false, [theme = m_theme](QPainter &painter, QPointF at, double) -> core::Result<> {
             paintRule(painter, at, kText, theme.axis, 1);
             return {};
         }});
}

void ReportPages::add(const Heading &heading)
{
    auto text = std::make_shared<const TextFlow>(Paragraph{{heading.text}},
                                                 heading.isMain ? kMainHeading : kPartHeading, m_theme, kText);
    // A part right below the heading of its section stands closer.
    const bool isBelowMain = m_headings > 0 && m_headings == m_items.size();
    m_items.push_back({text->height() + (heading.isMain ? 4 : 0),
                       heading.isMain ? 26.0
                       : isBelowMain  ? 2.0
                                      : 18.0,
                       true, heading.newPage, -1, false, paintTexts({{text, {}}}, m_theme)});
    m_headings = heading.isMain ? m_items.size() : 0;
    m_heading = heading.text;
}

//! A line at a time, but never one alone at the foot or the head of a page.
void ReportPages::add(const Passage &passage)
{
    const TextStyle &style = passage.isSmall ? kSmall : kBody;
    Paragraph words = passage.text;
    for (const QString &sentence : std::exchange(m_unwritten, {}))
        words.push_back({charts::asSentence(sentence), false, true});
    auto text = std::make_shared<const TextFlow>(words, style, m_theme, kText);
    const bool isSaying = passage.keepWithNext;
    const int lines = text->lineCount();
    for (int i = 0; i < lines; ++i) {
        const bool keeps = (i == 0 && lines > 1) || (i == lines - 2) || (isSaying && i == lines - 1);
        m_items.push_back({style.lineHeight,
                           i > 0      ? 0.0
                           : isSaying ? 0.0
                                      : 7.0,
                           keeps, false, -1, false,
                           [text, i, theme = m_theme](QPainter &painter, QPointF at, double) -> core::Result<> {
                               text->paintLine(painter, i, at, theme);
                               return {};
                           }});
    }
}

void ReportPages::add(const Chart &chart)
{
    const double natural = chartSize(chart).height();
    const double least = std::max(natural * kLowest, charts::leastStackHeight(*chart.plan, reportMetrics()));
    const double most = std::max(std::min(natural * kHighest, kMostChart), least);
    const auto paint = [chart](QPainter &painter, QPointF topLeft, double height) -> core::Result<> {
        const auto stack = stackOf(chart, height);
        if (!stack)
            return tl::unexpected(stack.error());
        (*stack)->render(painter, topLeft);
        return {};
    };
    if (m_charts.size() < m_unsaid.size())
        m_unwritten = m_unsaid[m_charts.size()];
    m_charts.push_back({m_items.size(), &chart});
    const bool isSaid = chart.hasNotes || !m_unwritten.isEmpty();
    m_items.push_back({least, 6, isSaid, false, -1, false, paint, most - least});
    if (!chart.hasNotes && isSaid)
        add(Passage{{}, true});
}

void ReportPages::add(const Table &table)
{
    const std::vector<double> widths = columnWidths(table);
    const std::vector<double> lefts = columnLefts(widths);
    ++m_tables;
    m_above = {addContinued({{m_heading, true}}, kBody)};
    if (std::ranges::any_of(table.columns, [](const Column &column) { return !column.head.isEmpty(); }))
        addColumnHeads(table, lefts, widths);
    m_tableAbove = m_above.size();
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const bool isLast = i + 1 == table.rows.size() || table.rows[i + 1].isHead;
        if (table.rows[i].isHead)
            addHeadRow(table, table.rows[i]);
        else
            addRow(table, table.rows[i], lefts, widths, isLast || !table.isDense);
    }
}

void ReportPages::addColumnHeads(const Table &table, const std::vector<double> &lefts,
                                 const std::vector<double> &widths)
{
    std::vector<PlacedText> texts;
    double height = 0;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].head.isEmpty())
            continue;
        TextStyle style = kColumnHead;
        style.toRight = table.columns[i].isNumber;
        texts.push_back(
            {std::make_shared<const TextFlow>(Paragraph{{table.columns[i].head}}, style, m_theme, widths[i]),
             QPointF(lefts[i], 0)});
        height = std::max(height, texts.back().text->height());
    }
    for (PlacedText &text : texts) // short heads stand at the foot of long ones
        text.at.setY(height - text.text->height());
    const auto paint = [paintHeads = paintTexts(std::move(texts), m_theme), height,
                        theme = m_theme](QPainter &painter, QPointF at, double) -> core::Result<> {
        auto painted = paintHeads(painter, at, height);
        paintRule(painter, at + QPointF(0, height + 4), kText, theme.axis, 1);
        return painted;
    };
    m_above.push_back(m_items.size());
    m_items.push_back({height + 5, 8, true, false, m_tables, true, paint});
}

std::size_t ReportPages::addContinued(Paragraph words, const TextStyle &style)
{
    words.push_back({m_document->continued, false, true});
    auto text = std::make_shared<const TextFlow>(words, style, m_theme, kText);
    FlowItem item{text->height() + 2, 6, true, false, m_tables, false, paintTexts({{text, {}}}, m_theme)};
    item.isOnlyAbove = true;
    m_items.push_back(std::move(item));
    return m_items.size() - 1;
}

void ReportPages::addHeadRow(const Table &table, const Row &row)
{
    std::vector<PlacedText> texts;
    double y = table.isDense ? kDensePadding : kRowPadding;
    const double before = table.isDense ? kDenseHeadBefore : kHeadBefore;
    for (const Paragraph &words : row.cells.front().paragraphs) {
        const TextStyle &style = texts.empty() ? kBody : kSmall;
        texts.push_back({std::make_shared<const TextFlow>(words, style, m_theme, kText), QPointF(0, y)});
        y += texts.back().text->height();
    }
    m_above.resize(m_tableAbove);
    m_items.push_back({y + 2, before, true, false, m_tables, false, paintTexts(std::move(texts), m_theme), 0, m_above});
    m_above.push_back(addContinued(row.cells.front().paragraphs.front(), kBody));
}

void ReportPages::addRow(const Table &table, const Row &row, const std::vector<double> &lefts,
                         const std::vector<double> &widths, bool isRuled)
{
    const double padding = table.isDense ? kDensePadding : kRowPadding;
    std::vector<PlacedText> texts;
    double height = 0;
    int ring = 0;
    for (std::size_t i = 0; i < row.cells.size() && i < widths.size(); ++i) {
        double y = padding;
        ring = std::max(ring, row.cells[i].ring);
        for (const Paragraph &words : row.cells[i].paragraphs) {
            TextStyle style = y > padding ? kSmall : kBody;
            style.toRight = table.columns[i].isNumber;
            texts.push_back({std::make_shared<const TextFlow>(words, style, m_theme, widths[i]), QPointF(lefts[i], y)});
            y += texts.back().text->height();
        }
        height = std::max(height, y);
    }
    const double indent = lefts.size() > 1 ? lefts[1] : 0;
    for (const Paragraph &words : row.below) {
        texts.push_back(
            {std::make_shared<const TextFlow>(words, kSmall, m_theme, kText - indent), QPointF(indent, height)});
        height += texts.back().text->height();
    }
    if (ring > 0)
        height = std::max(height, kRowPadding + 2 * kRing + 1);
    height += !table.isDense ? kRowBottom : isRuled ? kDenseBottom : kDensePadding;
    const double left = ring > 0 || !row.below.empty() ? indent : 0;
    const auto paint = [paintWords = paintTexts(std::move(texts), m_theme), ring, height, left, isRuled,
                        theme = m_theme](QPainter &painter, QPointF at, double) -> core::Result<> {
        auto painted = paintWords(painter, at, height);
        if (ring > 0)
            paintRing(painter, at + QPointF(kRing + 1, kRowPadding + kRing), ring, theme);
        if (isRuled)
            paintRule(painter, at + QPointF(left, height - 0.5), kText - left, theme.grid, 0.75);
        return painted;
    };
    m_items.push_back({height, 0, false, false, m_tables, false, paint, 0, m_above});
}

core::Result<> ReportPages::paint(QPainter &painter, int page) const
{
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    for (const PlacedItem &placed : m_pages[std::size_t(page)]) {
        painter.save();
        auto painted = m_items[placed.item].paint(painter, QPointF(kSide, kTop + placed.top), placed.height);
        painter.restore();
        if (!painted)
            return painted;
    }
    paintMargins(painter, page);
    return {};
}

void ReportPages::paintMargins(QPainter &painter, int page) const
{
    const QFont font = charts::chartFont(11);
    const double right = kPageSize.width() - kSide;
    if (page > 0) {
        const double subtitle = charts::textWidth(font, m_document->subtitle);
        const QString title = QFontMetricsF(font).elidedText(m_document->title, Qt::ElideRight, kText - subtitle - 24);
        charts::drawText(painter, QPointF(kSide, kHeaderBaseline), title, font, m_theme.secondary);
        charts::drawTextEndingAt(painter, QPointF(right, kHeaderBaseline), m_document->subtitle, font,
                                 m_theme.secondary);
        paintRule(painter, QPointF(kSide, kHeaderBaseline + 8), kText, m_theme.grid, 0.75);
    }
    const double foot = kPageSize.height();
    paintRule(painter, QPointF(kSide, foot - kFooterRule), kText, m_theme.grid, 0.75);
    charts::drawText(painter, QPointF(kSide, foot - kFooterBaseline), QStringLiteral("Tickmark"), font,
                     m_theme.secondary);
    const QString number = QCoreApplication::translate("Report", "Page %1 of %2").arg(page + 1).arg(count());
    charts::drawTextEndingAt(painter, QPointF(right, foot - kFooterBaseline), number, font, m_theme.secondary);
}

} // namespace tickmark::report
