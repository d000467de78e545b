// SPDX-License-Identifier: GPL-3.0-or-later
#include "VerdictDelegate.h"

#include <style/ShapeCell.h>

namespace tickmark::claimview {

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
    style::paintShapeCell(*painter, option, index, claims::VerdictCode(verdict.toInt()), m_appearance.theme());
}

QSize VerdictDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = RowDelegate::sizeHint(option, index);
    if (index.data(kVerdictRole).isValid())
        size.rwidth() += style::shapeCellRoom();
    return size;
}

} // namespace tickmark::claimview
