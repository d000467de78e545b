// SPDX-License-Identifier: GPL-3.0-or-later
#include "ShapeCell.h"

#include "RowDelegate.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOption>
#include <QWidget>

namespace tickmark::style {

namespace {

constexpr int kMargin = 6; // of a cell
constexpr int kGap = 6;    // between shape and words

} // namespace

void paintShapeCell(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                    claims::VerdictCode shape, const charts::ChartTheme &theme)
{
    const bool selected = option.state & QStyle::State_Selected;
    paintRowBackground(painter, option.rect, theme, selected, index.column() == 0);
    const QRectF cell = QRectF(option.rect).adjusted(kMargin, 0, -kMargin, 0);
    const QRectF box(cell.left(), cell.center().y() - charts::kVerdictBox / 2, charts::kVerdictBox,
                     charts::kVerdictBox);
    charts::paintVerdictShape(painter, box, shape, theme, selected ? theme.tint : theme.base);
    const QRectF words = cell.adjusted(charts::kVerdictBox + kGap, 0, 0, 0);
    painter.save();
    painter.setFont(option.font);
    painter.setPen(charts::verdictColor(theme, shape));
    const QString text = option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, int(words.width()));
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, text);
    painter.restore();
    if (!(option.state & QStyle::State_HasFocus) || !option.widget)
        return;
    QStyleOptionFocusRect focus; // as other cells have it
    focus.QStyleOption::operator=(option);
    focus.rect = option.rect.adjusted(kMargin, 0, -kMargin, 0);
    option.widget->style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, option.widget);
}

int shapeCellRoom()
{
    return int(charts::kVerdictBox) + kGap;
}

} // namespace tickmark::style
