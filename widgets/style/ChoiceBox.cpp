// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChoiceBox.h"

#include <QStylePainter>

namespace tickmark::style {

namespace {

constexpr int kArrow = 40; // with the frame
constexpr int kPadding = 4;
constexpr int kMostVisible = 20;

} // namespace

ChoiceBox::ChoiceBox(QWidget *parent) : QComboBox(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMaxVisibleItems(kMostVisible);
}

QSize ChoiceBox::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(itemText(0)) + kArrow, QComboBox::sizeHint().height()};
}

QSize ChoiceBox::minimumSizeHint() const
{
    return {kArrow * 2, QComboBox::sizeHint().height()};
}

void ChoiceBox::paintEvent(QPaintEvent *)
{
    QStyleOptionComboBox option;
    initStyleOption(&option);
    const QRect field = style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    option.currentText = fontMetrics().elidedText(option.currentText, Qt::ElideRight, field.width() - kPadding);
    QStylePainter painter(this);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

} // namespace tickmark::style
