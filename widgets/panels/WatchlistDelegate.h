// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tables/WatchlistModel.h>

#include <QStyledItemDelegate>

#include <style/Appearance.h>

#include <algorithm>

namespace tickmark::panels {

//! Where the parts of a row are, from its left edge; the same for the heads of the columns. px.
struct WatchColumns
{
    //! `labelRoom`: what the names need; the small curve gives up some of its width for them.
    WatchColumns(int rowWidth, int labelRoom) : width(rowWidth), wanted(kLeft + labelRoom + kGap) {}

    static constexpr int kLeft = 12;
    static constexpr int kGap = 6;
    static constexpr int kSparkWidth = 38;
    static constexpr int kLeastSparkWidth = 20;
    static constexpr int kSparkHeight = 16;

    [[nodiscard]] int sparkRight() const { return width - 144; }
    [[nodiscard]] int spark() const
    {
        return std::max(sparkRight() - kSparkWidth, std::min(wanted, sparkRight() - kLeastSparkWidth));
    }
    [[nodiscard]] int sparkWidth() const { return std::min(kSparkWidth, sparkRight() - spark()); }
    [[nodiscard]] int labelRight() const { return spark() - kGap; }
    [[nodiscard]] int priceRight() const { return width - 72; }
    [[nodiscard]] int arrow() const { return width - 62; } //!< its centre
    [[nodiscard]] int changeRight() const { return width - kLeft; }

    int width;
    int wanted; //!< where the curve would begin
};

//! Paints the rows and group heads of the watchlist, each in one piece across the width of the view. Needs a
//! tables::WatchlistModel; nothing is computed while painting but the points of the small curves on the screen.
class WatchlistDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit WatchlistDelegate(const style::Appearance &appearance, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    //! Of group heads and column heads.
    [[nodiscard]] static int headHeight();
    //! For names of a usual length.
    [[nodiscard]] static int labelRoom();

private:
    void paintGroup(QPainter &painter, const QRect &row, const QModelIndex &index) const;
    void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const tables::WatchlistModel &model,
                  const tables::WatchEntry &entry, const QModelIndex &index) const;
    //! Sign and word of its stream; the right end that they leave to the name.
    int paintLive(QPainter &painter, const QRect &row, const WatchColumns &columns, const tables::WatchEntry &entry,
                  const QString &stamp, const QFont &labelFont, int priceWidth) const;
    void paintSpark(QPainter &painter, const QRectF &box, const tables::Sparkline &spark, int direction) const;

    const style::Appearance &m_appearance;
    QFont m_font;
    QFont m_boldFont;
    QFont m_smallFont;
    int m_labelRoom;
};

} // namespace tickmark::panels
