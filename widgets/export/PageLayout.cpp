// SPDX-License-Identifier: GPL-3.0-or-later
#include "PageLayout.h"

#include "ExportPreset.h"
#include "PageTexts.h"
#include "TextWrap.h"
#include <charts/ChartFonts.h>
#include <charts/StackLayout.h>

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

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
constexpr int kLeastTitle = 16; // px
constexpr double kSubtitleStep = 22;
constexpr double kSubtitleToStack = 19;
constexpr double kStackToRule = 16;
constexpr double kHeadHeight = 38; // from the legend's rule to its first row
constexpr double kMoreRow = 26;    // the line that says how many are missing
constexpr double kRowsToRule = 10;
constexpr double kFootToEdge = 31;      // from the last baseline
constexpr qsizetype kMostFootLines = 6; // of a given height, if only sentences of less weight are above
constexpr double kBrandRoom = 110;      // right end of the foot's last line
constexpr double kRounding = 0.2;       // mm of a px: sizes in mm become whole px
constexpr double kTwoColumns = 860;     // px of text width from which the legend has two
constexpr double kShareOfPanes = 0.5;   // of a given height: panes shrink no further to make room for the legend

core::Result<> checkSize(QSize size)
{
    if (size.width() < kLeastWidth || (size.height() < kLeastHeight && size.height() != 0))
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
    return size && size->height() > 0 && size->height() < kCompactHeight;
}

class PageBuilder
{
public:
    PageBuilder(const charts::ChartPlan &plan, const charts::ChartMetrics &metrics, const PageParts &parts,
                const QStringList &unwritten, PageUnit unit)
        : m_plan(plan), m_texts(plan), m_metrics(metrics), m_parts(parts), m_unwritten(unwritten), m_unit(unit)
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
        m_legend.emplace(m_plan, m_texts, m_parts.verdicts, m_text, m_text >= kTwoColumns ? 2 : 1);
        placeHeads(title);
        wrapFoot(footSentences(0));
        if (auto fits = size && size->height() > 0 ? placeInHeight(size->height()) : placeFreely(); !fits)
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
        double y = m_compact ? 4 : std::max(m_page.margin, 26.0) - 26;
        m_page.title = title.isEmpty() ? m_texts.title(m_texts.nameCount()) : title;
        m_page.subtitle = m_texts.subtitle();
        if (m_parts.title) {
            placeTitle(title);
            m_page.titleBaseline = y + (m_compact ? 26 : 34);
            y = m_page.titleBaseline + kTitleStep * double(m_page.titleLines.size() - 1);
        }
        if (m_parts.subtitle) {
            m_page.subtitleLines = wrapText(m_page.subtitle, chartFont(15), m_text, m_compact ? 1 : 3);
            m_page.subtitleBaseline = y + 28;
            y = m_page.subtitleBaseline + kSubtitleStep * double(m_page.subtitleLines.size() - 1);
        }
        const bool plotFirst = m_plan.panes.size() == 1 && m_plan.headlines.empty();
        m_stackTop = y + (m_compact ? kSubtitleToStack / 2 : kSubtitleToStack + (plotFirst ? 12 : 0));
    }

    //! The greatest number of names that fits, of which fewer do too; `least` when none does. A title of hundreds is not
    //! measured for each of them.
    template <typename Fits>
    static int mostNames(int least, int all, Fits fits)
    {
        if (all <= least || fits(all))
            return all;
        int most = all - 1;
        while (least < most) {
            const int middle = (least + most + 1) / 2;
            if (fits(middle))
                least = middle;
            else
                most = middle - 1;
        }
        return least;
    }

    //! Names go before the title is broken into lines: the curves name everything anyway. Of a title that was given every
    //! word counts: it gets smaller before it is cut.
    void placeTitle(const QString &title)
    {
        m_page.titlePixels = m_text < 700 ? 20 : 26;
        if (title.isEmpty()) {
            const QFont font = chartFont(m_page.titlePixels, true);
            const auto fits = [&](int names, int lines) {
                return fitsInLines(m_texts.title(names), font, m_text, lines);
            };
            const int all = m_texts.nameCount();
            int lines = 1;
            int names = mostNames(2, all, [&](int tried) { return fits(tried, 1); });
            if (!fits(names, lines)) {
                lines = 2;
                names = mostNames(1, all, [&](int tried) { return fits(tried, 2); });
            }
            m_page.titleLines = wrapText(m_texts.title(names), font, m_text, lines);
            return;
        }
        while (m_page.titlePixels > kLeastTitle && !fitsInLines(title, chartFont(m_page.titlePixels, true), m_text, 2))
            m_page.titlePixels -= 2;
        m_page.titleLines = wrapText(title, chartFont(m_page.titlePixels, true), m_text, 2);
    }

    std::vector<FootSentence> footSentences(int unlisted) const
    {
        auto sentences = m_texts.foot(unlisted, m_parts.verdicts && unlisted < headlines(), m_unwritten);
        if (const QString rings = m_texts.ringNote(); !m_parts.legend && !rings.isEmpty())
            sentences.push_back({rings, FootSentence::Rank::Unplaced});
        return sentences;
    }

    void wrapFoot(const std::vector<FootSentence> &sentences)
    {
        if (!m_parts.foot)
            return;
        QStringList words;
        for (const FootSentence &sentence : sentences)
            words.append(sentence.text);
        m_page.footLines = wrapText(words.join(u' '), chartFont(12), m_text, std::numeric_limits<int>::max());
        if (m_page.footLines.isEmpty())
            m_page.footLines.append(QString());
        // Only the last line shares its row with the brand.
        const QString last = m_page.footLines.constLast();
        if (charts::textWidth(chartFont(12), last) <= m_text - kBrandRoom)
            return;
        const qsizetype end = last.lastIndexOf(u' ');
        m_page.footLines.removeLast();
        if (end > 0)
            m_page.footLines.append(last.left(end));
        m_page.footLines.append(
            wrapText(last.mid(end + 1), chartFont(12), m_text - kBrandRoom, std::numeric_limits<int>::max()));
    }

    double footHeight() const
    {
        const double toEdge = m_compact ? kFootToEdge / 2 : kFootToEdge;
        if (m_page.footLines.isEmpty())
            return toEdge;
        return kRuleToHead + kFootStep * double(m_page.footLines.size() - 1) + toEdge;
    }

    int headlines() const { return m_parts.legend ? m_legend->headlineCount() : 0; }
    //! With rule and head.
    double legendHeight(int count, int lines)
    {
        return count > 0 ? kHeadHeight + m_legend->height(count, lines) + kRowsToRule : 0;
    }

    core::Result<> placeFreely()
    {
        const double stack = std::ceil(charts::naturalStackHeight(m_plan, m_metrics));
        const double legend = legendHeight(headlines(), kMostVerdictLines);
        m_page.size.setHeight(std::ceil(m_stackTop + stack + stackToRule() + legend + footHeight()));
        place(stack, headlines(), kMostVerdictLines, 0);
        return {};
    }

    double roomAboveFoot(double height) const { return height - m_stackTop - stackToRule() - footHeight(); }
    double stackToRule() const { return m_compact ? kStackToRule / 2 : kStackToRule; }

    //! The foot gives way first, by whole sentences: the last of the lowest rank goes before the others.
    void fitFoot(int unlisted, double height, double leastStack)
    {
        std::vector<FootSentence> sentences = footSentences(unlisted);
        wrapFoot(sentences);
        while (m_page.footLines.size() > kMostFootLines || roomAboveFoot(height) < leastStack) {
            const auto least = std::min_element(
                sentences.rbegin(), sentences.rend(),
                [](const FootSentence &one, const FootSentence &other) { return one.rank < other.rank; });
            if (least == sentences.rend() || least->rank == FootSentence::Rank::Kept
                || (least->rank == FootSentence::Rank::Note && roomAboveFoot(height) >= leastStack))
                return;
            sentences.erase(std::next(least).base());
            wrapFoot(sentences);
        }
    }

    core::Result<> tooLow(double needed) const
    {
        if (m_unit.isMillimetres)
            return core::failure(core::ErrorCode::InvalidInput,
                                 QCoreApplication::translate("Export", "A page of this width has to be at least %1 "
                                                                       "mm high for its panes.")
                                     .arg(int(std::ceil(paperSize({0, needed}, m_unit.zoom).height() + kRounding))));
        return core::failure(core::ErrorCode::InvalidInput,
                             QCoreApplication::translate("Export", "A page of this width has to be at least %1 "
                                                                   "pixels high for its panes.")
                                 .arg(int(std::ceil(std::ceil(needed) * m_unit.zoom))));
    }

    core::Result<> placeInHeight(double height)
    {
        m_page.size.setHeight(height);
        const double least = std::ceil(charts::leastStackHeight(m_plan, m_metrics));
        fitFoot(0, height, least);
        double room = roomAboveFoot(height);
        if (room < least)
            return tooLow(height + least - room);
        const double kept = std::max(least,
                                     std::min(charts::naturalStackHeight(m_plan, m_metrics), kShareOfPanes * height));
        int count = headlines();
        int lines = kMostVerdictLines;
        while (lines > 1 && legendHeight(count, lines) > room - kept)
            --lines;
        double more = 0;
        if (legendHeight(count, lines) > room - kept) {
            more = kMoreRow;
            count = m_legend->countIn(room - kept - more - kHeadHeight - kRowsToRule);
        }
        if (count == 0 && headlines() > 0) {
            more = 0;
            fitFoot(headlines(), height, least);
            room = roomAboveFoot(height);
        }
        place(room - legendHeight(count, lines) - more, count, lines, more);
        return {};
    }

    void place(double stackHeight, int count, int lines, double more)
    {
        m_page.stack = QRectF(m_page.margin, m_stackTop, m_text, stackHeight);
        double y = m_page.stack.bottom() + stackToRule();
        m_page.unlisted = headlines() - count;
        if (count > 0) {
            m_page.legendRule = y;
            m_page.legendHead = m_texts.headlinesHead(m_parts.verdicts);
            m_page.legendZone = m_texts.zoneNote();
            m_page.entries = m_legend->place(count, lines, QPointF(m_page.margin, y + kHeadHeight));
            if (m_page.unlisted > 0) {
                m_page.moreText = m_texts.moreHeadlines(m_page.unlisted);
                m_page.moreAt = QPointF(m_page.margin + kLegendTextIndent,
                                        y + kHeadHeight + m_legend->height(count, lines) + 14);
            }
            y += legendHeight(count, lines) + more;
        }
        m_page.footRule = y;
    }

    const charts::ChartPlan &m_plan;
    PageTexts m_texts;
    charts::ChartMetrics m_metrics;
    PageLayout m_page;
    PageParts m_parts;
    QStringList m_unwritten;
    PageUnit m_unit;
    std::optional<LegendLayout> m_legend;
    double m_text = 0;
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
                                    const charts::ChartMetrics &metrics, const PageParts &parts,
                                    const QStringList &unwritten, PageUnit unit)
{
    auto page = PageBuilder(plan, metrics, parts, unwritten, unit).build(size, title);
    if (!page && isCompact(size) && checkSize(*size)) {
        // A higher page is laid out less closely: the height that is named has to do for that.
        const QSize higher(size->width(), kCompactHeight);
        if (auto other = PageBuilder(plan, pageMetrics(higher), parts, unwritten, unit).build(higher, title); !other)
            return other;
    }
    return page;
}

} // namespace tickmark::exporting
