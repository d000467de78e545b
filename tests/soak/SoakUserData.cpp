// SPDX-License-Identifier: GPL-3.0-or-later
// What is brought in and taken out: files, sources, streams, pictures, reports.
#include "SoakUser.h"
#include <dialogs/ImportDialog.h>
#include <dialogs/ImportPage.h>
#include <dialogs/ImportsDialog.h>
#include <dialogs/InstrumentsDialog.h>
#include <dialogs/SourceEditDialog.h>
#include <dialogs/SourcesDialog.h>
#include <newsview/HeadlinePanel.h>

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>

#include <desk/ChartDesk.h>
#include <exportdialog/ExportDialog.h>
#include <reportview/ReportDialog.h>
#include <style/LiveBadge.h>
#include <window/LiveControl.h>
#include <window/LivePopup.h>
#include <window/MessageBar.h>
#include <window/ShortcutsDialog.h>

#include <algorithm>

using namespace tickmark;
using namespace Qt::StringLiterals;
using dialogs::ImportWork;
using window::Command;

namespace {

constexpr int kPatience = 60'000; // ms, under sanitizers on a machine that does other things
const QString kBitcoin = u"BTC-USD"_s;

//! Of a question that is asked in a box of its own.
QAbstractButton *buttonOf(QWidget *question, QMessageBox::ButtonRole role)
{
    const auto *box = qobject_cast<QMessageBox *>(question);
    for (QAbstractButton *button : box ? box->buttons() : QList<QAbstractButton *>()) {
        if (box->buttonRole(button) == role)
            return button;
    }
    return nullptr;
}

} // namespace

bool SoakUser::importFile()
{
    const QString path = anyOf(m_files);
    if (oneIn(2)) {
        window().importFiles({path});
    } else {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(500, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window(), &enter);
        QDropEvent drop(QPointF(500, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window(), &drop);
    }
    const QPointer dialog(shown<dialogs::ImportDialog>());
    if (!dialog)
        return false;
    for (int i = 0; i < dialog->fileCount(); ++i) {
        if (dialog->page(i)->fileName() == QFileInfo(path).fileName())
            dialog->findChild<QListWidget *>(u"files"_s)->setCurrentRow(i);
    }
    auto *page = dialog->currentPage();
    const auto state = [&] { return page->work().state(); };
    auto *import = dialog->findChild<QPushButton *>(u"import"_s);
    until([&] { return !dialog || state() == ImportWork::State::Trouble || import->isEnabled(); }, kPatience);
    if (!dialog || !click(import)) {
        if (dialog) {
            note(path.section(u'/', -1) + u": "_s
                 + (page->work().failure() ? page->work().failure()->error.message : page->work().whyNot()));
            dialog->close();
        }
        return false;
    }
    pan(); // meanwhile
    until([&] { return !dialog || state() != ImportWork::State::Importing; }, kPatience);
    if (dialog && state() == ImportWork::State::Importing)
        trouble(u"an import does not end: "_s + path);
    if (dialog && oneIn(3)) {
        click(page->findChild<QPushButton *>(oneIn(2) ? u"undoImport"_s : u"showInChart"_s));
        rest(300);
    }
    if (dialog)
        dialog->close();
    return true;
}

bool SoakUser::undoImport()
{
    trigger(Command::ShowImports);
    auto *dialog = shown<dialogs::ImportsDialog>();
    auto *table = dialog ? dialog->findChild<QTableView *>(u"imports"_s) : nullptr;
    if (!table || !until([table] { return table->model()->rowCount() > 0; }, 5000))
        return false;
    // Those of the sample case stay: the rest of the work is about them.
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        QString words;
        for (int column = 0; column < table->model()->columnCount(); ++column)
            words += table->model()->index(row, column).data().toString() + u'|';
        const bool isOwn = std::ranges::any_of(
            m_files, [&](const QString &path) { return words.contains(path.section(u'/', -1)); });
        if (!isOwn)
            continue;
        table->selectRow(row);
        if (!click(dialog->findChild<QPushButton *>(u"undo"_s)))
            continue; // it was taken back already
        QAbstractButton *yes = nullptr;
        until([&] { return (yes = buttonOf(QApplication::activeModalWidget(), QMessageBox::AcceptRole)) != nullptr; },
              5000);
        const bool isAsked = click(yes);
        rest(500);
        return isAsked;
    }
    return false;
}

bool SoakUser::stream()
{
    if (window().live().choices(kBitcoin).empty())
        return false;
    if (window().live().isOn(kBitcoin)) {
        if (oneIn(3))
            window().live().stop(kBitcoin);
        else
            rest(1500); // looks on
        return true;
    }
    QMenu menu;
    Q_EMIT window().desk().menuOpening(&menu, {kBitcoin});
    auto *entry = menu.findChild<QAction *>(u"live"_s);
    if (!entry)
        return false;
    entry->trigger();
    rest(2500);
    return true;
}

bool SoakUser::streamDetails()
{
    for (auto *badge : window().desk().findChildren<style::LiveBadge *>(u"liveBadge"_s)) {
        if (!click(badge))
            continue;
        rest(400);
        if (auto *popup = window().findChild<window::LivePopup *>()) {
            if (oneIn(3))
                click(popup->findChild<QPushButton *>(oneIn(2) ? u"retry"_s : u"stop"_s));
            popup->close();
        }
        return true;
    }
    return false;
}

bool SoakUser::feedSource()
{
    trigger(Command::ShowSources);
    auto *dialog = shown<dialogs::SourcesDialog>();
    if (!dialog)
        return false;
    auto *table = dialog->findChild<QTableView *>(u"sources"_s);
    rest(300);
    if (table->model()->rowCount() < 3)
        return addFeedSource(dialog);
    table->selectRow(below(table->model()->rowCount()));
    rest(100);
    const char *step = anyOf(std::vector{"fetch", "fetchAll", "remove", "pauseAll", "edit"});
    const bool isDone = click(dialog->findChild<QPushButton *>(QLatin1String(step)));
    rest(1000);
    if (auto *form = shown<dialogs::SourceEditDialog>())
        form->close();
    // The stream is needed again and again.
    const bool isStream = table->currentIndex().siblingAtColumn(0).data().toString().contains(u"Binance"_s);
    if (QAbstractButton *yes = buttonOf(QApplication::activeModalWidget(),
                                        isStream ? QMessageBox::RejectRole : QMessageBox::DestructiveRole))
        click(yes);
    rest(500);
    return isDone;
}

bool SoakUser::addFeedSource(dialogs::SourcesDialog *dialog)
{
    dialog->add();
    auto *form = dialog->findChild<dialogs::SourceEditDialog *>();
    if (!form)
        return false;
    auto *providers = form->findChild<QComboBox *>(u"provider"_s);
    providers->setCurrentIndex(providers->findData(u"feed"_s));
    for (auto *edit : form->findChildren<QLineEdit *>(u"address"_s)) {
        if (edit->isVisible())
            fill(edit, m_feed);
    }
    auto *test = form->findChild<QPushButton *>(u"test"_s);
    if (oneIn(2) && click(test))
        until([test] { return test->isEnabled(); }, kPatience);
    return click(form->findChild<QPushButton *>(u"save"_s));
}

bool SoakUser::exportCharts()
{
    QDir out(m_folder.filePath(u"out"_s));
    out.removeRecursively(); // so that nothing has to be replaced, and the disk stays as it is
    out.mkpath(u"."_s);
    trigger(Command::ExportChart);
    const QPointer dialog(shown<exportdialog::ExportDialog>());
    if (!dialog)
        return false;
    chooseAny(dialog->findChild<QComboBox *>(u"format"_s));
    chooseAny(dialog->findChild<QComboBox *>(u"language"_s));
    fill(dialog->findChild<QLineEdit *>(u"folder"_s), out.path());
    fill(dialog->findChild<QLineEdit *>(u"pattern"_s), u"soak"_s);
    rest(500);
    if (!dialog || !click(dialog->findChild<QPushButton *>(u"export"_s)))
        return false;
    pan();
    const bool isDone = until([&] { return !dialog || !dialog->isVisible() || !dialog->isExporting(); }, 2 * kPatience);
    if (!isDone)
        trouble(u"an export does not end"_s);
    if (dialog)
        dialog->close();
    return isDone;
}

bool SoakUser::copyChart()
{
    trigger(Command::CopyChart);
    rest(500);
    return true;
}

bool SoakUser::report()
{
    const QString path = m_folder.filePath(u"report"_s);
    trigger(Command::MakeReport);
    const QPointer dialog(shown<reportview::ReportDialog>());
    if (!dialog)
        return false;
    for (const char *box : {"template", "language", "format"})
        chooseAny(dialog->findChild<QComboBox *>(QLatin1String(box)));
    const QString format = dialog->findChild<QComboBox *>(u"format"_s)->currentData().toString();
    QFile::remove(path + u'.' + format);
    fill(dialog->findChild<QLineEdit *>(u"file"_s), path + u'.' + format);
    auto *make = dialog->findChild<QPushButton *>(u"make"_s);
    if (!until([&] { return !dialog || make->isEnabled(); }, 5000) || !dialog || !click(make))
        return false;
    for (int i = 0; i < 3; ++i)
        pan(); // meanwhile
    auto *folder = dialog->findChild<QPushButton *>(u"folder"_s);
    auto *message = dialog->findChild<QLabel *>(u"message"_s);
    const auto hasAnswered = [&] {
        return !dialog || folder->isVisible() || (make->isEnabled() && !message->text().isEmpty());
    };
    if (!until(hasAnswered, 4 * kPatience))
        trouble(u"a report does not end: "_s + message->text());
    const bool isMade = dialog && folder->isVisible();
    if (dialog && !isMade)
        note(message->text()); // nothing to report on, say
    if (dialog)
        dialog->close();
    return isMade;
}

bool SoakUser::instruments()
{
    trigger(Command::ShowInstruments);
    auto *dialog = shown<dialogs::InstrumentsDialog>();
    if (!dialog)
        return false;
    fill(dialog->findChild<QLineEdit *>(u"search"_s), anyOf(QStringList{u"nv"_s, u"sap"_s, u"zz"_s, u""_s}));
    rest(300);
    return browse(dialog->findChild<QTableView *>(u"instruments"_s));
}

bool SoakUser::help()
{
    trigger(oneIn(2) ? Command::Shortcuts : Command::About);
    rest(300);
    if (auto *dialog = shown<window::ShortcutsDialog>())
        return browse(dialog->findChild<QAbstractItemView *>());
    return true;
}

//! There and back, as with recent databases.
bool SoakUser::otherStore()
{
    for (const QString &path : {m_other, m_store}) {
        window().openStore(path);
        const auto isShown = [&] {
            return window().session() && window().session()->path() == path
                   && !window().headlines().headlines().empty();
        };
        if (!until(isShown, kPatience)) {
            const auto *session = window().session();
            trouble(u"a store is not shown: %1; open is %2, headlines: %3, said: %4"_s.arg(
                path, session ? session->path() : QString(), QString::number(window().headlines().headlines().size()),
                window().messages().message()));
            return false;
        }
        pan();
        wheel();
    }
    return true;
}
