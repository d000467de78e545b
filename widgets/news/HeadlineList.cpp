// SPDX-License-Identifier: GPL-3.0-or-later
#include "HeadlineList.h"

#include "HeadlineDelegate.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QResizeEvent>
#include <QScrollBar>

namespace tickmark::newsview {

namespace {

constexpr int kScrollStep = 18; // a line of a title

} // namespace

HeadlineList::HeadlineList(const style::Appearance &appearance, QWidget *parent) : QListView(parent)
{
    setItemDelegate(new HeadlineDelegate(appearance, this));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // its coming and going would break titles anew
    setResizeMode(QListView::Adjust);
    setTabKeyNavigation(false);
    verticalScrollBar()->setSingleStep(kScrollStep);
    connect(&appearance, &style::Appearance::changed, viewport(), qOverload<>(&QWidget::update));
}

//! Titles break anew: rows have other heights. A list that stacks its rows lays them out anew only for another height.
void HeadlineList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        scheduleDelayedItemsLayout();
}

void HeadlineList::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyRequested();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT openRequested();
    } else if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier) {
        Q_EMIT toggleReadRequested();
    } else {
        QListView::keyPressEvent(event);
        return;
    }
    event->accept();
}

void HeadlineList::mouseDoubleClickEvent(QMouseEvent *event)
{
    QListView::mouseDoubleClickEvent(event);
    if (event->button() == Qt::LeftButton && indexAt(event->pos()).isValid())
        Q_EMIT openRequested();
}

void HeadlineList::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = event->reason() == QContextMenuEvent::Mouse ? indexAt(event->pos()) : currentIndex();
    if (index.isValid())
        setCurrentIndex(index);
    const QPoint at = event->reason() == QContextMenuEvent::Mouse || !index.isValid()
                          ? event->globalPos()
                          : viewport()->mapToGlobal(visualRect(index).center());
    Q_EMIT menuRequested(at);
}

} // namespace tickmark::newsview
