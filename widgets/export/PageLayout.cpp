// SPDX-License-Identifier: GPL-3.0-or-later
#include "PageLayout.h"

#include "TextWrap.h"
#include <charts/ChartFonts.h>
#include <charts/StackLayout.h>

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace tickmark::exporting {

using charts::chartFont;

namespace {

constexpr int kWidth = 1600;
constexpr int kLeastWidth = 480;
constexpr int kLeastHeight = 320;
constexpr int kCompactHeight = 480;
constexpr double kCompactPlot = 84; // a low page says where its numbers are from before its curves stand high
constexpr int kMostSide = 16384;
constexpr qint64 kMostPixels = 200'000'000;

constexpr double kTitleStep = 34;
constexpr double kSubtitleStep = 22;
constexpr double kSubtitleToStack = 19;
constexpr double kStackToRule = 16;
constexpr double kHeadHeight = 38; // from the legend's rule to its first row
constexpr double kRow = 50;
constexpr double kMoreRow = 26; // the line that says how many are missing
constexpr double kColumnGap = 28;
constexpr double kRowsToRule = 10;
constexpr double kFootToEdge = 31; // from the last baseline
constexpr int kMostFootLines = 6;
constexpr double kBrandRoom = 110;    // right end of the foot's last line
constexpr double kTwoColumns = 860;   // px of text width from which the legend has two
constexpr double kShareOfPanes = 0.5; // of a given height: panes shrink no further to make room for the legend

core::Result<> checkSize(QSize size)
{
    if (size.width() < kLeastWidth || size.height() < kLeastHeight)
        return core::failure(core::ErrorCode::InvalidInput,
                             QCoreApplication::translate("Export", "A page of %1 x %2 pixels is too small: at least "
                                                                   "%3 x %4 are needed.")
                                 .arg(size.width())
                                 .arg(size.height())
                                 .arg(kLeastWidth)
                                 .arg(kLeastHeight));
    if (size.width() > kMostSide || size.height() > kMostSide || qint64(size.width()) * size.height() > kMostPixels)
        return core::failure(core::ErrorCode::InvalidInput,
                             QCoreApplication::translate("Export",
                                                         "A page of %1 x %2 pixels is too large: no side may "
                                                         "be above %3 pixels, nor all of it above %4 million.")
                                 .arg(size.width())
                                 .arg(size.height())
                                 .arg(kMostSide)
                                 .arg(kMostPixels / 1'000'000));
    return {};
}

bool isCompact(std::optional<QSize> size)
{
    return size && size->height() < kCompactHeight;
}

class PageBuilder
{
public:
    PageBuilder(const charts::ChartPlan &plan, const charts::ChartMetrics &metrics)
        : m_plan(plan), m_texts(plan), m_metrics(metrics)
    {}

    core::Result<PageLayout> build(std::optional<QSize> size, const QString &title)
    {
        if (size) {
            if (auto fine = checkSize(*size); !fine)
                return tl::unexpected(fine.error());
        }
        const double width = size ? size->width() : kWidth;
        m_compact = isCompact(size);
        m_page.margin = std::max(20.0, std::round(std::min(64.0, width * 0.04)));
        m_text = width - 2 * m_page.margin;
        m_columns = m_text >= kTwoColumns ? 2 : 1;
        placeHeads(title);
        wrapFoot(0, kMostFootLines);
        if (auto fits = size ? placeInHeight(size->height()) : placeFreely(); !fits)
            return tl::unexpected(fits.error());
        m_page.size.setWidth(width);
        if (m_page.size.height() > kMostSide)
            return core::failure(core::ErrorCode::InvalidInput,
                                 QCoreApplication::translate("Export",
                                                             "The page would be %1 pixels high, more than %2: "
                                                             "give a size, or fewer panes or headlines.")
                                     .arg(int(m_page.size.height()))
                                     .arg(kMostSide));
        return m_page;
    }

private:
    void placeHeads(const QString &title)
    {
        m_page.titlePixels = m_text < 700 ? 20 : 26;
        const QFont titleFont = chartFont(m_page.titlePixels, true);
        QString words = title;
        if (title.isEmpty()) {
            // Names go before the title is broken into lines: the curves name everything anyway.
            int names = m_texts.nameCount();
            do {
                words = m_texts.title(names--);
            } while (names >= 2 && charts::textWidth(titleFont, words) > m_text);
        }
        m_page.titleLines = wrapText(words, titleFont, m_text, 2);
        m_page.subtitleLines = wrapText(m_texts.subtitle(), chartFont(15), m_text, m_compact ? 1 : 2);
        m_page.titleBaseline = m_compact ? 30 : std::max(m_page.margin, 26.0) + 8;
        m_page.subtitleBaseline = m_page.titleBaseline + kTitleStep * double(m_page.titleLines.size() - 1) + 28;
        const double lastSubtitle = m_page.subtitleBaseline + kSubtitleStep * double(m_page.subtitleLines.size() - 1);
        const bool plotFirst = m_plan.panes.size() == 1 && m_plan.headlines.empty();
        m_stackTop = lastSubtitle + (m_compact ? kSubtitleToStack / 2 : kSubtitleToStack + (plotFirst ? 12 : 0));
    }

    void wrapFoot(int unlisted, int most)
    {
        const QString words = m_texts.foot(unlisted).join(u' ');
        m_page.footLines = wrapText(words, chartFont(12), m_text, most);
        // Only the last line shares its row with the brand.
        if (!m_page.footLines.isEmpty()
            && charts::textWidth(chartFont(12), m_page.footLines.constLast()) > m_text - kBrandRoom)
            m_page.footLines = wrapText(words, chartFont(12), m_text - kBrandRoom, most);
        if (m_page.footLines.isEmpty())
            m_page.footLines.append(QString());
    }

    double footHeight() const
    {
        const double toEdge = m_compact ? kFootToEdge / 2 : kFootToEdge;
        return kRuleToHead + kFootStep * double(m_page.footLines.size() - 1) + toEdge;
    }

    int fullRows() const { return (int(m_plan.headlines.size()) + m_columns - 1) / m_columns; }
    double legendHeight(int rows) const { return rows > 0 ? kHeadHeight + kRow * rows + kRowsToRule : 0; }

    core::Result<> placeFreely()
    {
        const double stack = std::ceil(charts::naturalStackHeight(m_plan, m_metrics));
        m_page.size.setHeight(std::ceil(m_stackTop + stack + stackToRule() + legendHeight(fullRows()) + footHeight()));
        place(stack, fullRows(), 0);
        return {};
    }

    double roomAboveFoot(double height) const { return height - m_stackTop - stackToRule() - footHeight(); }
    double stackToRule() const { return m_compact ? kStackToRule / 2 : kStackToRule; }

    //! The foot gives way first: a low page keeps its beginning.
    void fitFoot(int unlisted, double height, double leastStack)
    {
        int lines = kMostFootLines;
        do {
            wrapFoot(unlisted, lines--);
        } while (lines >= 1 && roomAboveFoot(height) < leastStack);
    }

    core::Result<> placeInHeight(double height)
    {
        m_page.size.setHeight(height);
        const double least = std::ceil(charts::leastStackHeight(m_plan, m_metrics));
        fitFoot(0, height, least);
        double room = roomAboveFoot(height);
        if (room < least)
            return core::failure(core::ErrorCode::InvalidInput,
                                 QCoreApplication::translate("Export", "A page of this width has to be at least %1 "
                                                                       "pixels high for its panes.")
                                     .arg(int(std::ceil(height + least - room))));
        const double kept = std::max(least,
                                     std::min(charts::naturalStackHeight(m_plan, m_metrics), kShareOfPanes * height));
        int rows = fullRows();
        double more = 0;
        if (legendHeight(rows) > room - kept) {
            more = kMoreRow;
            rows = std::max(0, int(std::floor((room - kept - more - legendHeight(1)) / kRow)) + 1);
            if (legendHeight(1) + more > room - kept)
                rows = 0;
        }
        if (rows == 0 && !m_plan.headlines.empty()) {
            more = 0;
            fitFoot(int(m_plan.headlines.size()), height, least);
            room = roomAboveFoot(height);
        }
        place(room - legendHeight(rows) - more, rows, more);
        return {};
    }

    void place(double stackHeight, int rows, double more)
    {
        m_page.stack = QRectF(m_page.margin, m_stackTop, m_text, stackHeight);
        double y = m_page.stack.bottom() + stackToRule();
        const int listed = std::min(int(m_plan.headlines.size()), rows * m_columns);
        m_page.unlisted = int(m_plan.headlines.size()) - listed;
        if (rows > 0) {
            m_page.legendRule = y;
            m_page.legendHead = m_texts.headlinesHead();
            m_page.legendZone = m_texts.zoneNote();
            placeEntries(y + kHeadHeight, rows, listed);
            y += legendHeight(rows) + more;
        }
        m_page.footRule = y;
    }

    void placeEntries(double top, int rows, int listed)
    {
        const QFont titleFont = chartFont(14, true);
        const QFont metaFont = chartFont(13);
        const double column = (m_text - kColumnGap * (m_columns - 1)) / m_columns;
        const double room = column - kLegendTextIndent;
        for (int i = 0; i < listed; ++i) {
            const core::NewsItem &item = m_plan.headlines[std::size_t(i)];
            const double left = m_page.margin + (i / rows) * (column + kColumnGap);
            LegendEntry entry;
            entry.headline = i;
            entry.box = QRectF(left, top + (i % rows) * kRow, column, kRow);
            entry.title = QFontMetricsF(titleFont).elidedText(item.title, Qt::ElideRight, room);
            entry.meta = QFontMetricsF(metaFont).elidedText(m_texts.headlineMeta(item), Qt::ElideRight, room);
            m_page.entries.push_back(entry);
        }
        if (m_page.unlisted > 0) {
            m_page.moreText = m_texts.moreHeadlines(m_page.unlisted);
            m_page.moreAt = QPointF(m_page.margin + kLegendTextIndent, top + rows * kRow + 14);
        }
    }

    const charts::ChartPlan &m_plan;
    PageTexts m_texts;
    charts::ChartMetrics m_metrics;
    PageLayout m_page;
    double m_text = 0;
    int m_columns = 2;
    double m_stackTop = 0;
    bool m_compact = false; //!< a low page: closer margins, one line of subtitle
};

} // namespace

charts::ChartMetrics pageMetrics(std::optional<QSize> size)
{
    charts::ChartMetrics metrics = charts::ChartMetrics::page();
    if (isCompact(size))
        metrics.leastPricePlot = kCompactPlot;
    return metrics;
}

core::Result<PageLayout> layOutPage(const charts::ChartPlan &plan, std::optional<QSize> size, const QString &title,
                                    const charts::ChartMetrics &metrics)
{
    return PageBuilder(plan, metrics).build(size, title);
}

} // namespace tickmark::exporting
