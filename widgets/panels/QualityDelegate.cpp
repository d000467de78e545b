// SPDX-License-Identifier: GPL-3.0-or-later
#include "QualityDelegate.h"

#include <tables/QualityModel.h>

#include <style/ShapeCell.h>

namespace tickmark::panels {

namespace {

//! Shapes and colours that the window has already for right and wrong: whoever knows the verdicts knows these.
claims::VerdictCode shapeOf(analysis::QualitySeverity severity)
{
    switch (severity) {
    case analysis::QualitySeverity::Error:
        return claims::VerdictCode::Contradicted;
    case analysis::QualitySeverity::Warning:
        return claims::VerdictCode::OtherBasis;
    case analysis::QualitySeverity::Note:
        break;
    }
    return claims::VerdictCode::NoData;
}

} // namespace

QualityDelegate::QualityDelegate(const style::Appearance &appearance, QObject *parent)
    : RowDelegate(appearance, parent), m_appearance(appearance)
{}

void QualityDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant severity = index.data(tables::QualityModel::kSeverityRole);
    if (!severity.isValid()) {
        RowDelegate::paint(painter, option, index);
        return;
    }
    const auto shape = shapeOf(analysis::QualitySeverity(severity.toInt()));
    style::paintShapeCell(*painter, option, index, shape, m_appearance.theme());
}

QSize QualityDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = RowDelegate::sizeHint(option, index);
    if (index.data(tables::QualityModel::kSeverityRole).isValid())
        size.rwidth() += style::shapeCellRoom();
    return size;
}

} // namespace tickmark::panels
