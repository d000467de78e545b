// SPDX-License-Identifier: GPL-3.0-or-later
#include "LegendLayout.h"

#include "HeadlineChoice.h"
#include "TextWrap.h"
#include <charts/ChartFonts.h>
#include <charts/VerdictShape.h>

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace tickmark::exporting {

using charts::chartFont;
using charts::textWidth;

namespace {

constexpr double kColumnGap = 28;
constexpr double kTitleBaseline = 20; // below the top of an entry
constexpr double kTitleToMeta = 20;
constexpr double kMetaStep = 18;
constexpr double kMetaToEnd = 10;
constexpr double kMetaToMarks = 18;
constexpr double kShapeToText = 6;
constexpr double kBetweenMarks = 14;
constexpr double kShapeAboveBaseline = 10.5; // its top
constexpr double kNarrow = 560;              // px of text below which titles may have two lines
constexpr int kTitlePixels = 14;
constexpr int kMetaPixels = 13;

double markWidth(const QString &text)
{
    return charts::kVerdictBox + kShapeToText + textWidth(chartFont(kMetaPixels), text);
}

double heightOf(std::span<const LegendEntry> entries)
{
    double sum = 0;
    for (const LegendEntry &entry : entries)
        sum += entry.box.height();
    return sum;
}

void move(LegendEntry &entry, QPointF by)
{
    entry.box.translate(by);
    entry.titleStart += by;
    entry.metaStart += by;
    entry.moreStart += by;
    for (LegendMark &mark : entry.marks) {
        mark.shape.translate(by);
        mark.textStart += by;
    }
}

} // namespace

LegendLayout::LegendLayout(const charts::ChartPlan &plan, const PageTexts &texts, bool verdicts, double width,
                           int columns)
    : m_plan(plan),
      m_texts(texts),
      m_verdicts(verdicts),
      m_column((width - kColumnGap * (columns - 1)) / columns),
      m_step(m_column + kColumnGap),
      m_columns(columns),
      m_entries(kMostVerdictLines)
{}

bool LegendLayout::tryMarks(LegendEntry &entry, std::span<const LegendVerdict> verdicts, std::size_t shown,
                            int lines) const
{
    const std::vector<QString> words = legendWords(verdicts, shown, m_plan.texts.translator());
    const QFont font = chartFont(kMetaPixels);
    const double begin = entry.metaStart.x();
    entry.marks.clear();
    entry.more = shown < verdicts.size() ? QStringLiteral("+%1").arg(verdicts.size() - shown) : QString();
    double x = begin + textWidth(font, entry.meta) + kMetaToMarks;
    double y = entry.metaStart.y();
    int line = 1;
    for (std::size_t i = 0; i < shown; ++i) {
        QString text = words[i];
        const double reserved = i + 1 == shown && !entry.more.isEmpty() ? kBetweenMarks + textWidth(font, entry.more)
                                                                        : 0;
        if (x + markWidth(text) + reserved > m_column && x > begin) {
            if (++line > lines)
                return false;
            x = begin;
            y += kMetaStep;
        }
        if (const double over = x + markWidth(text) + reserved - m_column; over > 0) {
            if (shown > 1)
                return false;
            text = QFontMetricsF(font).elidedText(text, Qt::ElideRight, textWidth(font, text) - over);
        }
        entry.marks.push_back({verdicts[i].code,
                               QRectF(x, y - kShapeAboveBaseline, charts::kVerdictBox, charts::kVerdictBox),
                               QPointF(x + charts::kVerdictBox + kShapeToText, y), text});
        x += markWidth(text) + kBetweenMarks;
    }
    entry.moreStart = QPointF(x, y);
    entry.box.setHeight(y + kMetaToEnd);
    return true;
}

void LegendLayout::addMarks(LegendEntry &entry, std::span<const LegendVerdict> verdicts, int lines) const
{
    // Where not even the first has room behind time and publisher it gets a line of its own.
    for (const int most : {lines, lines + 1}) {
        for (std::size_t shown = verdicts.size(); shown > 0; --shown) {
            if (tryMarks(entry, verdicts, shown, most))
                return;
        }
    }
}

LegendEntry LegendLayout::entry(int headline, int lines) const
{
    const core::NewsItem &item = m_plan.headlines[std::size_t(headline)];
    const double room = m_column - kLegendTextIndent;
    LegendEntry made;
    made.headline = headline;
    made.titleLines = wrapText(item.title, chartFont(kTitlePixels, true), room, room < kNarrow ? 2 : 1);
    made.titleStart = QPointF(kLegendTextIndent, kTitleBaseline);
    const double lastTitle = kTitleBaseline
                             + kLegendTitleStep * double(std::max<qsizetype>(made.titleLines.size(), 1) - 1);
    made.metaStart = QPointF(kLegendTextIndent, lastTitle + kTitleToMeta);
    made.meta = QFontMetricsF(chartFont(kMetaPixels)).elidedText(m_texts.headlineMeta(item), Qt::ElideRight, room);
    made.box = QRectF(0, 0, m_column, made.metaStart.y() + kMetaToEnd);
    if (m_verdicts)
        addMarks(made, legendVerdicts(m_plan, item.id), lines);
    return made;
}

const std::vector<LegendEntry> &LegendLayout::entries(int lines)
{
    std::vector<LegendEntry> &made = m_entries[std::size_t(lines - 1)];
    for (int i = int(made.size()); i < headlineCount(); ++i)
        made.push_back(entry(i, lines));
    return made;
}

std::vector<LegendEntry> LegendLayout::chosen(int count, int lines)
{
    const std::vector<LegendEntry> &all = entries(lines);
    if (count == headlineCount())
        return all;
    if (m_byWeight.empty())
        m_byWeight = headlinesByWeight(m_plan);
    std::vector<int> headlines(m_byWeight.begin(), m_byWeight.begin() + count);
    std::ranges::sort(headlines);
    std::vector<LegendEntry> shown;
    for (const int headline : headlines)
        shown.push_back(all[std::size_t(headline)]);
    return shown;
}

int LegendLayout::split(std::span<const LegendEntry> entries, int columns)
{
    if (columns < 2)
        return int(entries.size());
    const double all = heightOf(entries);
    double above = 0;
    double least = all;
    int best = int(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        above += entries[i].box.height();
        if (const double taller = std::max(above, all - above); taller < least) {
            least = taller;
            best = int(i) + 1;
        }
    }
    return best;
}

double LegendLayout::height(int count, int lines)
{
    const std::vector<LegendEntry> all = chosen(count, lines);
    const std::span shown(all);
    const auto first = std::size_t(split(shown, m_columns));
    return std::max(heightOf(shown.first(first)), heightOf(shown.subspan(first)));
}

int LegendLayout::countIn(double room)
{
    // More headlines are never less high.
    int count = 0;
    for (int most = headlineCount(); count < most;) {
        const int middle = (count + most + 1) / 2;
        if (height(middle, 1) > room)
            most = middle - 1;
        else
            count = middle;
    }
    return count;
}

std::vector<LegendEntry> LegendLayout::place(int count, int lines, QPointF topLeft)
{
    std::vector<LegendEntry> placed = chosen(count, lines);
    const int first = split(placed, m_columns);
    QPointF at = topLeft;
    for (int i = 0; i < count; ++i) {
        if (i == first)
            at = topLeft + QPointF(m_step, 0);
        placed[std::size_t(i)].number = i + 1;
        move(placed[std::size_t(i)], at);
        at.ry() += placed[std::size_t(i)].box.height();
    }
    return placed;
}

} // namespace tickmark::exporting
