// SPDX-License-Identifier: GPL-3.0-or-later
#include "ShortcutsDialog.h"

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

#include <style/RowDelegate.h>
#include <style/TableCopy.h>

namespace tickmark::window {

ShortcutsDialog::ShortcutsDialog(const style::Appearance &appearance, const WindowActions &actions, QWidget *parent)
    : QDialog(parent), m_actions(actions), m_table(new QTableWidget(0, 2))
{
    m_table->setItemDelegate(new style::RowDelegate(appearance, m_table));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    style::addTableCopy(*m_table);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table);
    resize(640, 620);
    fill();
}

void ShortcutsDialog::fill()
{
    setWindowTitle(tr("Keyboard and mouse"));
    m_table->setAccessibleName(windowTitle());
    m_table->setHorizontalHeaderLabels({tr("Keys or mouse"), tr("What it does")});
    m_table->setRowCount(0);
    const auto add = [this](const QString &keys, const QString &what) {
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        m_table->setItem(row, 0, new QTableWidgetItem(keys));
        m_table->setItem(row, 1, new QTableWidgetItem(what));
    };
    add(tr("Wheel, + and −, Up and Down"), tr("Zooms, with the wheel at the pointer"));
    add(tr("Dragging, Left and Right"), tr("Moves through time"));
    add(tr("Shift and dragging, Shift+Left and Shift+Right"), tr("Measures a range; Esc takes it away"));
    add(tr("Ctrl+Left and Ctrl+Right"), tr("Moves the crosshair by one bar"));
    add(tr("Double click"), tr("Shows all data"));
    add(tr("Home, End"), tr("Goes to the first and the last data"));
    add(tr("F"), tr("Follows the newest data"));
    add(tr("Page up and Page down"), tr("Chooses the chart above or below"));
    add(tr("M, Shift+M"), tr("Goes to the next or previous headline marker"));
    add(tr("Triangle below the axis"), tr("The base date: drag it to another session"));
    for (int i = 0; i < int(Command::Count); ++i) {
        const QAction *action = m_actions[Command(i)];
        if (!action->shortcut().isEmpty())
            add(action->shortcut().toString(QKeySequence::NativeText),
                QString(action->text()).remove(u'&').remove(u'…'));
    }
    m_table->resizeColumnToContents(0);
}

void ShortcutsDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    QDialog::changeEvent(event);
}

} // namespace tickmark::window
