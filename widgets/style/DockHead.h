// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Appearance.h"

#include <QWidget>

class QDockWidget;
class QHBoxLayout;
class QLabel;

namespace tickmark::style {

class IconButton;

//! The head of a dock (title bar widget) or of a part inside one: 28 high, title, note after it, widgets at the right,
//! close button. Owned by the dock.
class DockHead : public QWidget
{
    Q_OBJECT

public:
    //! `dock` is what the close button hides; null: no close button.
    DockHead(const Appearance &appearance, QDockWidget *dock, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setNote(const QString &note);
    //! Between note and close button; taken over.
    void addWidget(QWidget *widget);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void recolor();

    const Appearance &m_appearance;
    QLabel *m_title;
    QLabel *m_note;
    QHBoxLayout *m_actions;
    IconButton *m_close = nullptr;
};

} // namespace tickmark::style
