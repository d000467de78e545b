// SPDX-License-Identifier: GPL-3.0-or-later
#include "WrappedLabel.h"

#include <QResizeEvent>

#include <algorithm>

namespace tickmark::dialogs {

namespace {

constexpr int kLeastWidth = 120;

} // namespace

WrappedLabel::WrappedLabel(QWidget *parent) : QLabel(parent)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
}

QSize WrappedLabel::sizeHint() const
{
    return {kLeastWidth, heightForWidth(std::max(width(), kLeastWidth))};
}

QSize WrappedLabel::minimumSizeHint() const
{
    return sizeHint();
}

void WrappedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        updateGeometry();
}

} // namespace tickmark::dialogs
