// SPDX-License-Identifier: GPL-3.0-or-later
#include "VerdictDelegate.h"

#include <charts/VerdictShape.h>

#include <QPainter>

namespace tickmark::claimview {

namespace {

constexpr int kMargin = 6; // of a cell
constexpr int kGap = 6;    // between shape and words

} // namespace

VerdictDelegate::VerdictDelegate(const style::Appearance &appearance, QObject *parent)
    : RowDelegate(appearance, parent), m_appearance(appearance)
{}

void VerdictDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant verdict = index.data(kVerdictRole);
    if (!verdict.isValid()) {
        RowDelegate::paint(painter, option, index);
        return;
    }
    const charts::ChartTheme &theme = m_appearance.theme();
    const auto code = claims::VerdictCode(verdict.toInt());
    const bool selected = option.state & QStyle::State_Selected;
    style::paintRowBackground(*painter, option.rect, theme, selected, index.column() == 0);
    const QRectF cell = QRectF(option.rect).adjusted(kMargin, 0, -kMargin, 0);
    const QRectF box(cell.left(), cell.center().y() - charts::kVerdictBox / 2, charts::kVerdictBox,
                     charts::kVerdictBox);
    charts::paintVerdictShape(*painter, box, code, theme, selected ? theme.tint : theme.base);
    const QRectF words = cell.adjusted(charts::kVerdictBox + kGap, 0, 0, 0);
    painter->save();
    painter->setFont(option.font);
    painter->setPen(charts::verdictColor(theme, code));
    const QString text = option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, int(words.width()));
    painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft, text);
    painter->restore();
}

QSize VerdictDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = RowDelegate::sizeHint(option, index);
    if (index.data(kVerdictRole).isValid())
        size.rwidth() += int(charts::kVerdictBox) + kGap;
    return size;
}

} // namespace tickmark::claimview
