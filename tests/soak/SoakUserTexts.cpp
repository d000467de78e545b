// SPDX-License-Identifier: GPL-3.0-or-later
// What is done with headlines, numbers and findings.
#include "SoakFiles.h"
#include "SoakUser.h"
#include <newsview/ExcerptText.h>
#include <newsview/ExcerptView.h>
#include <newsview/HeadlinePanel.h>
#include <panels/QualityPanel.h>
#include <panels/WatchlistPanel.h>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

#include <claimview/CheckTextDialog.h>
#include <claimview/ClaimsPanel.h>
#include <claimview/ClaimsTable.h>
#include <claimview/CompareView.h>
#include <window/SearchField.h>

using namespace tickmark;
using namespace Qt::StringLiterals;
using window::Command;

namespace {

const QStringList kWords{u"nvidia"_s, u"Höhenflug"_s, u"dow"_s, u"17"_s,       u"zz"_s,
                         u"%"_s,      u"\"a* OR"_s,   u"ki"_s,  u"DeepSeek"_s, u"billion"_s};

} // namespace

bool SoakUser::clickHeadline()
{
    if (oneIn(2)) {
        trigger(oneIn(2) ? Command::NextHeadline : Command::PreviousHeadline);
        return true;
    }
    return browse(window().headlines().findChild<QListView *>());
}

bool SoakUser::filterHeadlines()
{
    trigger(Command::FilterList);
    auto *edit = qobject_cast<QLineEdit *>(window().focusWidget());
    if (!edit)
        return false;
    fill(edit, anyOf(kWords));
    rest(300);
    chooseAny(window().headlines().findChild<QComboBox *>());
    rest(200);
    browse(window().headlines().findChild<QListView *>());
    trigger(Command::ClearHeadlineFilter);
    return true;
}

bool SoakUser::search()
{
    trigger(Command::Search);
    window::SearchField &field = window().search();
    type(&field, anyOf(kWords));
    rest(300);
    key(&field, Qt::Key_Down);
    key(&field, oneIn(4) ? Qt::Key_Escape : Qt::Key_Return);
    return true;
}

bool SoakUser::explain()
{
    const tables::ClaimBookPtr book = window().claims().book();
    if (!book || book->claims().empty())
        return false;
    const store::ClaimKey number = anyOf(book->claims()).key();
    const auto found = std::ranges::find(book->claims(), number, &store::StoredClaim::key);
    window().headlines().select(found->newsId);
    rest(150);
    for (auto *text : window().excerpt().findChildren<newsview::ExcerptText *>()) {
        const auto rect = text->numberRect(number);
        if (!rect || !text->isVisible() || !text->viewport()->rect().intersects(*rect))
            continue;
        click(text->viewport(), rect->bottomLeft() + QPoint(8, -8));
        break;
    }
    auto *popup = window().findChild<QWidget *>(u"verdictPopup"_s);
    if (!popup || !until([popup] { return popup->isVisible(); }, 1500))
        return false; // scrolled out of sight
    rest(300);
    const QString step = anyOf(
        QStringList{u"copy"_s, u"showOnChart"_s, u"compare"_s, u"dismiss"_s, u"correct"_s, u"close"_s});
    if (click(popup->findChild<QPushButton *>(step))) {
        rest(300);
        if (step == u"dismiss"_s && !oneIn(5))
            trigger(Command::Undo);
        if (QWidget *dialog = QApplication::activeModalWidget()) // the correction
            key(dialog, oneIn(2) ? Qt::Key_Escape : Qt::Key_Return);
    }
    if (popup->isVisible())
        key(popup, Qt::Key_Escape);
    return true;
}

bool SoakUser::watchlist()
{
    auto *view = window().watchlist().findChild<QAbstractItemView *>();
    if (!browse(view))
        return false;
    if (oneIn(3)) {
        QContextMenuEvent event(QContextMenuEvent::Mouse, {60, 60}, view->viewport()->mapToGlobal(QPoint(60, 60)));
        QCoreApplication::sendEvent(view->viewport(), &event);
        rest(100);
    } else if (oneIn(2)) {
        key(view, Qt::Key_Return);
    }
    return true;
}

bool SoakUser::claimsTable()
{
    trigger(Command::ShowClaims);
    claimview::ClaimsPanel &panel = window().claimTable();
    if (oneIn(3)) {
        panel.focusFilter();
        if (auto *edit = qobject_cast<QLineEdit *>(window().focusWidget())) {
            fill(edit, anyOf(kWords));
            rest(300);
            edit->clear();
        }
    }
    for (auto *box : panel.findChildren<QComboBox *>()) {
        if (box->isVisible() && oneIn(4)) {
            chooseAny(box);
            rest(100);
            box->setCurrentIndex(0);
        }
    }
    rest(200);
    const bool hasRows = browse(panel.findChild<claimview::ClaimsTable *>());
    if (oneIn(3))
        panel.exportTo(m_folder.filePath(u"claims.csv"_s));
    return hasRows;
}

bool SoakUser::compare()
{
    trigger(Command::CompareClaims);
    rest(400);
    claimview::CompareView &view = window().comparison();
    const bool hasTopics = browse(view.findChild<QListView *>());
    rest(200);
    browse(view.findChild<QTableView *>());
    if (!oneIn(4))
        trigger(Command::ShowCharts);
    return hasTopics;
}

bool SoakUser::quality()
{
    trigger(Command::ShowQuality);
    panels::QualityPanel &panel = window().quality();
    until([&] { return panel.isSettled() && panel.model().rowCount() > 0; }, 8000);
    const bool hasRows = browse(panel.findChild<QTableView *>());
    if (oneIn(3)) {
        QList<QPushButton *> buttons;
        for (auto *button : panel.findChildren<QPushButton *>()) {
            if (button->isVisible() && button->isEnabled())
                buttons.append(button);
        }
        if (!buttons.isEmpty())
            click(anyOf(buttons));
        rest(300);
    }
    return hasRows;
}

bool SoakUser::checkText()
{
    trigger(Command::CheckText);
    auto *dialog = shown<claimview::CheckTextDialog>();
    if (!dialog)
        return false;
    auto *editor = dialog->findChild<QPlainTextEdit *>();
    QApplication::clipboard()->setText(anyOf(soakTexts()));
    editor->setFocus();
    if (oneIn(2))
        key(editor, Qt::Key_A, Qt::ControlModifier);
    if (editor->toPlainText().size() > 3000)
        editor->clear();
    QTest::keySequence(editor, QKeySequence::Paste);
    rest(200);
    type(editor, u" Vistra verlor 28 Prozent."_s);
    until([dialog] { return !dialog->isBusy(); }, 8000);
    rest(100);
    browse(dialog->findChild<QTableView *>(u"claims"_s));
    if (oneIn(8) && click(dialog->findChild<QPushButton *>(u"save"_s))) {
        rest(200);
        if (QWidget *question = QApplication::activeModalWidget())
            click(question->findChild<QPushButton *>(u"save"_s));
        rest(300);
    }
    return true;
}

bool SoakUser::undoRedo()
{
    const auto *undo = window().actions()[Command::Undo];
    const auto *redo = window().actions()[Command::Redo];
    const bool isPossible = undo->isEnabled() || redo->isEnabled();
    for (int i = 0; i < 3; ++i) {
        trigger(oneIn(2) ? Command::Undo : Command::Redo);
        rest(100);
    }
    return isPossible;
}
