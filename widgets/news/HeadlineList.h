// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

#include <style/Appearance.h>

namespace tickmark::newsview {

//! The list of headlines as a keyboard works on it: arrows select, Enter opens the original, Space marks read or unread,
//! Ctrl+C copies, the menu key opens the context menu.
class HeadlineList : public QListView
{
    Q_OBJECT

public:
    explicit HeadlineList(const style::Appearance &appearance, QWidget *parent = nullptr);

Q_SIGNALS:
    void openRequested();
    void toggleReadRequested();
    void copyRequested();
    void menuRequested(const QPoint &globalPosition);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
};

} // namespace tickmark::newsview
