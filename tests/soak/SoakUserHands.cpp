// SPDX-License-Identifier: GPL-3.0-or-later
// The hands of the user: mouse, keys, waiting, answering.
#include "SoakUser.h"
#include <charts/StackView.h>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QMouseEvent>
#include <QTableView>

#include <utility>

using namespace tickmark;

namespace {

constexpr int kBeatsToRead = 3; // a question, before it is answered

} // namespace

charts::StackView *SoakUser::anyStack()
{
    QList<charts::StackView *> shown;
    for (auto *stack : window().findChildren<charts::StackView *>()) {
        if (stack->isVisible() && !stack->headAreas().empty())
            shown.append(stack);
    }
    return shown.isEmpty() ? nullptr : anyOf(shown);
}

QPoint SoakUser::anyPlace(const QWidget &widget)
{
    return {below(widget.width()), below(widget.height())};
}

void SoakUser::trigger(window::Command command)
{
    m_bench->trigger(command);
    QCoreApplication::processEvents();
}

//! Sent straight to the widget: a pointer that is moved on the screen arrives when the screen gets round to it.
void SoakUser::pointer(QWidget *widget, QEvent::Type type, QPoint place, Qt::MouseButton button,
                       Qt::KeyboardModifiers modifiers)
{
    const bool isMove = type == QEvent::MouseMove;
    const Qt::MouseButtons held = type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::MouseButtons(button);
    QMouseEvent event(type, place, widget->mapToGlobal(place), isMove ? Qt::NoButton : button, held, modifiers);
    QCoreApplication::sendEvent(widget, &event);
    QCoreApplication::processEvents();
}

void SoakUser::drag(QWidget *widget, QPoint from, QPoint to, Qt::KeyboardModifiers modifiers)
{
    const QPointer<QWidget> alive(widget);
    pointer(widget, QEvent::MouseButtonPress, from, Qt::LeftButton, modifiers);
    constexpr int kSteps = 8;
    for (int step = 1; step <= kSteps && alive; ++step) {
        pointer(widget, QEvent::MouseMove, from + (to - from) * step / kSteps, Qt::LeftButton, modifiers);
        rest(10);
    }
    if (alive)
        pointer(widget, QEvent::MouseButtonRelease, to, Qt::LeftButton, modifiers);
}

void SoakUser::click(QWidget *widget, QPoint place)
{
    const QPointer<QWidget> alive(widget);
    pointer(widget, QEvent::MouseMove, place);
    if (alive)
        pointer(widget, QEvent::MouseButtonPress, place, Qt::LeftButton);
    if (alive)
        pointer(widget, QEvent::MouseButtonRelease, place, Qt::LeftButton);
}

bool SoakUser::click(QAbstractButton *button)
{
    if (!button || !button->isVisible() || !button->isEnabled())
        return false;
    click(static_cast<QWidget *>(button), button->rect().center());
    return true;
}

void SoakUser::key(QWidget *widget, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(widget, key, modifiers);
    QCoreApplication::processEvents();
}

//! As an input method does it, so that any letter can be typed.
void SoakUser::type(QWidget *widget, const QString &text)
{
    const QPointer<QWidget> alive(widget);
    for (const QChar each : text) {
        for (const auto stroke : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(stroke, each.toUpper().unicode(), Qt::NoModifier, each);
            if (alive)
                QCoreApplication::sendEvent(widget, &event);
        }
        QCoreApplication::processEvents();
    }
}

void SoakUser::fill(QLineEdit *edit, const QString &text)
{
    edit->setFocus();
    edit->selectAll();
    type(edit, text);
}

//! Looks around in a list or table: rows, order, copying.
bool SoakUser::browse(QAbstractItemView *view)
{
    if (!view || !view->isVisible() || view->model()->rowCount() == 0)
        return false;
    const QPointer<QAbstractItemView> alive(view);
    for (int i = 0; i < 4 && alive; ++i) {
        const int rows = view->model()->rowCount();
        if (rows == 0)
            return true;
        const QModelIndex index = view->model()->index(below(rows), 0);
        if (const auto *table = qobject_cast<QTableView *>(view); table && oneIn(4) && table->isSortingEnabled()) {
            QHeaderView *head = table->horizontalHeader();
            click(head->viewport(), {head->sectionViewportPosition(below(head->count())) + 12, head->height() / 2});
            rest(100);
        }
        view->scrollTo(index);
        click(view->viewport(), view->visualRect(index).center());
        rest(60);
        if (alive && oneIn(3))
            key(view, anyOf(std::vector{Qt::Key_Down, Qt::Key_Up, Qt::Key_PageDown, Qt::Key_End}));
    }
    if (alive && oneIn(3)) {
        key(view, Qt::Key_A, Qt::ControlModifier);
        key(view, Qt::Key_C, Qt::ControlModifier);
    }
    return true;
}

void SoakUser::chooseAny(QComboBox *box)
{
    if (box && box->isEnabled() && box->count() > 0)
        box->setCurrentIndex(below(box->count()));
    QCoreApplication::processEvents();
}

//! One of a popped up menu's entries, in a menu of it perhaps.
bool SoakUser::chooseInMenu(QWidget *widget)
{
    auto *menu = qobject_cast<QMenu *>(widget);
    for (int depth = 0; menu && depth < 3; ++depth) {
        QList<QAction *> entries;
        for (QAction *entry : menu->actions()) {
            if (entry->isEnabled() && entry->isVisible() && !entry->isSeparator())
                entries.append(entry);
        }
        if (entries.isEmpty())
            return false;
        QAction *chosen = anyOf(entries);
        if (!chosen->menu()) {
            click(menu, menu->actionGeometry(chosen).center());
            return true;
        }
        menu->setActiveAction(chosen);
        menu = chosen->menu();
        rest(50);
    }
    return false;
}

void SoakUser::rest(int ms)
{
    QTest::qWait(ms);
}

bool SoakUser::until(const std::function<bool()> &condition, int ms)
{
    return QTest::qWaitFor(condition, ms);
}

void SoakUser::closePopups()
{
    for (int i = 0; i < 5 && QApplication::activePopupWidget(); ++i) {
        QApplication::activePopupWidget()->close();
        QCoreApplication::processEvents();
    }
}

void SoakUser::closeDialogs()
{
    QList<QPointer<QDialog>> dialogs; // closing one may take others along
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *dialog = qobject_cast<QDialog *>(widget); dialog && dialog->isVisible())
            dialogs.append(dialog);
    }
    for (const QPointer<QDialog> &dialog : std::as_const(dialogs)) {
        if (dialog)
            dialog->close();
        rest(20);
    }
}

//! Whatever is asked is answered somehow after a moment, once the act that caused it did not.
void SoakUser::answerQuestion()
{
    QWidget *modal = QApplication::activeModalWidget();
    m_askedFor = modal && modal == m_asked ? m_askedFor + 1 : 0;
    m_asked = modal;
    if (!modal || m_askedFor < kBeatsToRead)
        return;
    m_askedFor = 0;
    const auto *box = qobject_cast<QMessageBox *>(modal);
    const auto buttons = box ? box->buttons() : QList<QAbstractButton *>();
    if (!buttons.isEmpty())
        anyOf(buttons)->click();
    else if (auto *dialog = qobject_cast<QDialog *>(modal))
        dialog->reject();
    else
        modal->close();
}
