// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTimer>

namespace tickmark::style {

//! The text of a filter above a list. Says what is typed with a short delay, so that not every letter searches; Down and
//! Enter leave for the list, Escape clears. GUI thread.
class FilterField : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterField(QWidget *parent = nullptr);

    //! By the program; nothing is emitted, and what was typed just before is forgotten.
    void setFilter(const QString &text);
    //! For a keyboard command: the next letter replaces what is there.
    void focusAll();

Q_SIGNALS:
    void filterChanged(const QString &text);
    void leaveRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void tell();

    QTimer m_rest; //!< runs while something is typed that was not told
};

} // namespace tickmark::style
