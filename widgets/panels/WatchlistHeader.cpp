// SPDX-License-Identifier: GPL-3.0-or-later
#include "WatchlistHeader.h"

#include "WatchlistDelegate.h"
#include <tables/WatchlistModel.h>

#include <QPainter>

#include <style/Fonts.h>

namespace tickmark::panels {

using tables::WatchlistModel;

WatchlistHeader::WatchlistHeader(const style::Appearance &appearance, const QAbstractItemModel &model, QWidget *parent)
    : QWidget(parent), m_appearance(appearance), m_model(model)
{
    setFixedHeight(WatchlistDelegate::headHeight());
    connect(&appearance, &style::Appearance::changed, this, qOverload<>(&QWidget::update));
    connect(&model, &QAbstractItemModel::headerDataChanged, this, qOverload<>(&QWidget::update));
}

void WatchlistHeader::setInset(int right)
{
    if (right == m_inset)
        return;
    m_inset = right;
    update();
}

void WatchlistHeader::paintEvent(QPaintEvent *)
{
    const charts::ChartTheme &theme = m_appearance.theme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.window);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.border);
    painter.setFont(style::textFont(style::TextRole::Small));
    painter.setPen(theme.secondary);
    const WatchColumns columns(width() - m_inset, WatchlistDelegate::labelRoom());
    const auto draw = [&](int column, int left, int right, Qt::Alignment alignment) {
        const QString text = m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        painter.drawText(QRect(left, 0, right - left, height() - 1), int(alignment | Qt::AlignVCenter), text);
    };
    draw(WatchlistModel::SymbolColumn, WatchColumns::kLeft, columns.labelRight(), Qt::AlignLeft);
    draw(WatchlistModel::TrendColumn, columns.spark(), columns.sparkRight() + 20, Qt::AlignLeft);
    draw(WatchlistModel::PriceColumn, columns.sparkRight(), columns.priceRight(), Qt::AlignRight);
    draw(WatchlistModel::ChangeColumn, columns.arrow(), columns.changeRight(), Qt::AlignRight);
}

} // namespace tickmark::panels
