// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tables/WatchlistModel.h>

#include <QStyledItemDelegate>

#include <style/Appearance.h>

namespace tickmark::panels {

//! Where the parts of a row are, from its left edge; the same for the heads of the columns. px.
struct WatchColumns
{
    explicit WatchColumns(int rowWidth) : width(rowWidth) {}

    static constexpr int kLeft = 12;
    static constexpr int kSparkWidth = 38;
    static constexpr int kSparkHeight = 16;

    [[nodiscard]] int spark() const { return width - 182; }
    [[nodiscard]] int labelRight() const { return spark() - 6; }
    [[nodiscard]] int priceRight() const { return width - 72; }
    [[nodiscard]] int arrow() const { return width - 62; } //!< its centre
    [[nodiscard]] int changeRight() const { return width - kLeft; }

    int width;
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

private:
    void paintGroup(QPainter &painter, const QRect &row, const QModelIndex &index) const;
    void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const tables::WatchEntry &entry,
                  const QModelIndex &index) const;
    void paintSpark(QPainter &painter, const QRectF &box, const tables::Sparkline &spark, int direction) const;

    const style::Appearance &m_appearance;
    QFont m_font;
    QFont m_boldFont;
    QFont m_smallFont;
};

} // namespace tickmark::panels
