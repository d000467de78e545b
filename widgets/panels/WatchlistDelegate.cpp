// SPDX-License-Identifier: GPL-3.0-or-later
#include "WatchlistDelegate.h"

#include <tables/LiveTexts.h>

#include <QFontMetrics>
#include <QPainter>

#include <style/Fonts.h>
#include <style/LiveSign.h>
#include <style/RowDelegate.h>

#include <algorithm>
#include <cmath>

namespace tickmark::panels {

using tables::WatchEntry;
using tables::WatchlistModel;

namespace {

constexpr int kRowHeight = 26;
constexpr int kHeadHeight = 23;
constexpr double kDotRadius = 2;
constexpr double kLoneRadius = 1;
constexpr int kSign = 12; // of a live stream
constexpr int kSignGap = 2;

int directionOf(const std::optional<double> &change)
{
    if (!change)
        return 0;
    const double shown = std::round(*change * 100); // as the two decimals of the cell
    return shown > 0 ? 1 : shown < 0 ? -1 : 0;
}

} // namespace

WatchlistDelegate::WatchlistDelegate(const style::Appearance &appearance, QObject *parent)
    : QStyledItemDelegate(parent),
      m_appearance(appearance),
      m_font(style::textFont(style::TextRole::Normal)),
      m_boldFont(style::textFont(style::TextRole::Title)),
      m_smallFont(style::textFont(style::TextRole::Small)),
      m_labelRoom(labelRoom())
{}

int WatchlistDelegate::labelRoom()
{
    // bold, as the current row is; longer names are cut, and the tooltip has them in full
    return QFontMetrics(style::textFont(style::TextRole::Title)).horizontalAdvance(QStringLiteral("Hang Seng 50"));
}

int WatchlistDelegate::headHeight()
{
    return std::max(kHeadHeight, QFontMetrics(style::textFont(style::TextRole::Small)).height() + 6);
}

QSize WatchlistDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const bool isGroup = !index.parent().isValid();
    return {0, isGroup ? headHeight() : std::max(kRowHeight, QFontMetrics(m_font).height() + 6)};
}

void WatchlistDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const WatchlistModel *>(index.model());
    if (!model)
        return;
    painter->save();
    if (const WatchEntry *entry = model->entry(index))
        paintRow(*painter, option, *model, *entry, index);
    else
        paintGroup(*painter, option.rect, index);
    painter->restore();
}

void WatchlistDelegate::paintGroup(QPainter &painter, const QRect &row, const QModelIndex &index) const
{
    const charts::ChartTheme &theme = m_appearance.theme();
    const QRect inner = row.adjusted(WatchColumns::kLeft, 0, -WatchColumns::kLeft, 0);
    if (index.row() > 0)
        painter.fillRect(QRect(inner.left(), row.top(), inner.width(), 1), theme.border);
    painter.setFont(m_smallFont);
    painter.setPen(theme.secondary);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, index.data(Qt::DisplayRole).toString());
}

void WatchlistDelegate::paintRow(QPainter &painter, const QStyleOptionViewItem &option, const WatchlistModel &model,
                                 const WatchEntry &entry, const QModelIndex &index) const
{
    const charts::ChartTheme &theme = m_appearance.theme();
    const QRect &row = option.rect;
    const bool selected = option.state & QStyle::State_Selected;
    style::paintRowBackground(painter, row, theme, selected, true);
    if ((option.state & QStyle::State_HasFocus) && !selected) {
        painter.setPen(QPen(theme.accent, 1));
        painter.drawRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -0.5));
    }

    const WatchColumns columns(row.width(), m_labelRoom);
    const auto cell = [&](int column) { return index.siblingAtColumn(column).data(Qt::DisplayRole).toString(); };
    const auto textBox = [&](int left, int right) {
        return QRect(row.left() + left, row.top(), right - left, row.height());
    };
    const bool current = option.state & QStyle::State_HasFocus;
    const QFont &labelFont = selected && current ? m_boldFont : m_font;
    const int priceWidth = QFontMetrics(m_font).horizontalAdvance(cell(WatchlistModel::PriceColumn));
    const QString stamp = model.stampOf(entry);
    const bool isClose = !entry.live && stamp.isEmpty();
    const bool hasSpark = !entry.isLoaded || !entry.quote.spark.values.empty();
    const int labelRight = !isClose   ? paintLive(painter, row, columns, entry, stamp, labelFont, priceWidth)
                           : hasSpark ? columns.labelRight()
                                      : columns.priceRight() - priceWidth - WatchColumns::kGap;
    const QRect label = textBox(WatchColumns::kLeft, labelRight);
    painter.setFont(labelFont);
    painter.setPen(theme.text);
    painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(labelFont).elidedText(entry.label, Qt::ElideRight, label.width()));
    if (!entry.isLoaded)
        return;

    const int direction = directionOf(model.changeOf(entry));
    const double sparkTop = row.top() + (row.height() - WatchColumns::kSparkHeight) / 2.0;
    if (isClose)
        paintSpark(painter,
                   QRectF(row.left() + columns.spark(), sparkTop, columns.sparkWidth(), WatchColumns::kSparkHeight),
                   entry.quote.spark, direction);
    painter.setFont(m_font);
    const bool isPlain = (!isClose || entry.quote.bar) && !model.isOfAnotherDay(entry);
    painter.setPen(isPlain ? theme.text : theme.secondary);
    painter.drawText(textBox(columns.sparkRight(), columns.priceRight()), Qt::AlignRight | Qt::AlignVCenter,
                     cell(WatchlistModel::PriceColumn));
    style::paintDirection(painter, QPointF(row.left() + columns.arrow(), row.top() + row.height() / 2.0), theme,
                          direction);
    painter.setPen(direction > 0 ? theme.up : direction < 0 ? theme.down : theme.secondary);
    painter.drawText(textBox(columns.arrow(), columns.changeRight()), Qt::AlignRight | Qt::AlignVCenter,
                     cell(WatchlistModel::ChangeColumn));
}

// In the place of the small curve, which tells of other days: how the stream stands, and the time of the last trade. The
// name goes before the words; the sign and the tooltip say the same.
int WatchlistDelegate::paintLive(QPainter &painter, const QRect &row, const WatchColumns &columns,
                                 const WatchEntry &entry, const QString &stamp, const QFont &labelFont,
                                 int priceWidth) const
{
    const charts::ChartTheme &theme = m_appearance.theme();
    const auto state = entry.live ? std::optional(tables::liveStateOf(entry.live->status)) : std::nullopt;
    const bool saysTime = !stamp.isEmpty() && (!state || *state == core::LiveState::Live);
    const QString word = saysTime ? stamp : tables::liveWord(state.value_or(core::LiveState::Ending));
    const int sign = state ? kSign + kSignGap : 0;
    const int wordWidth = QFontMetrics(m_smallFont).horizontalAdvance(word);
    const int right = std::max(columns.sparkRight(), columns.priceRight() - priceWidth - WatchColumns::kGap);
    const int room = right - WatchColumns::kLeft - WatchColumns::kGap - sign;
    const bool hasRoom = QFontMetrics(labelFont).horizontalAdvance(entry.label) + 1 + wordWidth <= room;
    const int left = right - sign - (hasRoom ? wordWidth : 0);
    if (state)
        style::paintLiveSign(painter, QRectF(row.left() + left, row.top(), kSign, row.height()), *state, theme);
    if (hasRoom) {
        painter.setFont(m_smallFont);
        painter.setPen(state ? style::liveColor(*state, theme) : theme.secondary);
        painter.drawText(QRect(row.left() + left + sign, row.top(), wordWidth, row.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, word);
    }
    return left - WatchColumns::kGap;
}

void WatchlistDelegate::paintSpark(QPainter &painter, const QRectF &box, const tables::Sparkline &spark,
                                   int direction) const
{
    if (spark.values.empty())
        return;
    const charts::ChartTheme &theme = m_appearance.theme();
    // half a dot of room on every side, so that it stays in its box
    const QRectF plot = box.adjusted(1, kDotRadius, -1, -kDotRadius);
    const double step = spark.values.size() > 1 ? plot.width() / double(spark.values.size() - 1) : 0;
    const auto point = [&](std::size_t i) {
        return QPointF(plot.left() + step * double(i), plot.bottom() - double(spark.values[i]) * plot.height());
    };
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.secondary, 1));
    painter.setBrush(Qt::NoBrush);
    QPolygonF run;
    const auto drawRun = [&] {
        if (run.size() == 1)
            painter.drawEllipse(run.front(), kLoneRadius / 2, kLoneRadius / 2);
        else if (!run.isEmpty())
            painter.drawPolyline(run);
        run.clear();
    };
    for (std::size_t i = 0; i < spark.values.size(); ++i) {
        if (std::isnan(spark.values[i]))
            drawRun();
        else
            run << point(i);
    }
    drawRun();
    if (spark.dot >= 0 && !std::isnan(spark.values[std::size_t(spark.dot)])) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(direction > 0 ? theme.up : direction < 0 ? theme.down : theme.secondary);
        painter.drawEllipse(point(std::size_t(spark.dot)), kDotRadius, kDotRadius);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace tickmark::panels
