// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "WindowActions.h"

#include <QDialog>

#include <style/Appearance.h>

class QTableWidget;

namespace tickmark::window {

//! What mouse and keyboard do: in the charts, and everything that the menus offer with a key. GUI thread.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    //! Both outlive it.
    ShortcutsDialog(const style::Appearance &appearance, const WindowActions &actions, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();

    const WindowActions &m_actions;
    QTableWidget *m_table;
};

} // namespace tickmark::window
