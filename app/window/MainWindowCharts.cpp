// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the window that asks something about the charts: base date, instruments, time zone, files; and help.
#include "ExportControl.h"
#include "MainWindow.h"
#include "MessageBar.h"
#include "ShortcutsDialog.h"
#include "ToolRow.h"
#include "ZoneNames.h"
#include <core/QtDates.h>
#include <export/ChartExport.h>
#include <newsview/HeadlinePanel.h>
#include <pipeline/WhenDone.h>

#include <QAction>
#include <QActionGroup>
#include <QCalendarWidget>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QTimeZone>
#include <QUrl>
#include <QVBoxLayout>

#include <desk/ChartDesk.h>
#include <desk/InstrumentPicker.h>

namespace tickmark::window {

namespace {

//! Where most of the exchanges are that have a calendar here.
constexpr const char *kZones[] = {"Europe/Berlin", "Europe/London",  "America/New_York",
                                  "Asia/Tokyo",    "Asia/Hong_Kong", "UTC"};

} // namespace

void MainWindow::fillZones()
{
    QMenu *menu = m_actions->zones();
    menu->clear();
    auto *group = new QActionGroup(menu);
    const auto add = [&](const QByteArray &id, const QString &text, bool chosen) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(chosen);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, id] {
            if (m_appearance.setZone(id.isEmpty() ? QTimeZone::systemTimeZoneId() : id))
                m_settings.setZone(id);
        });
    };
    const QByteArray chosen = m_settings.zone();
    add({}, tr("As on this computer (%1)").arg(zoneName(QTimeZone::systemTimeZoneId())), chosen.isEmpty());
    menu->addSeparator();
    for (const char *zone : kZones)
        add(zone, zoneName(zone), chosen == zone);
}

void MainWindow::fillBaseMenu()
{
    QMenu *menu = m_actions->base();
    menu->clear();
    connect(menu->addAction(tr("&Choose a date…")), &QAction::triggered, this, &MainWindow::chooseBase);
    if (const auto headline = m_headlines->selected()) {
        // News move prices from the close before them on.
        const auto calendar = m_calendars->calendar(QStringLiteral("XNYS"));
        const core::SessionDate published = m_appearance.zone().dateAt(headline->item.published);
        if (const auto before = calendar ? (*calendar)->sessionBefore(published) : std::nullopt) {
            QAction *action = menu->addAction(
                tr("&Before the chosen headline (%1)").arg(m_appearance.formats().date(before->date)));
            connect(action, &QAction::triggered, this, [this, date = before->date] { m_desk->setBase(date); });
        }
    }
    QAction *none = menu->addAction(tr("&None: prices of single instruments, percent from the left edge"));
    none->setEnabled(m_desk->base().has_value());
    connect(none, &QAction::triggered, this, [this] { m_desk->setBase(std::nullopt); });
}

void MainWindow::chooseBase()
{
    QDialog dialog(this);
    dialog.setWindowTitle(tr("Base date"));
    auto *calendar = new QCalendarWidget;
    calendar->setAccessibleName(tr("Base date"));
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    if (const auto base = m_desk->base())
        calendar->setSelectedDate(core::toQDate(*base));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    auto *column = new QVBoxLayout(&dialog);
    column->addWidget(calendar);
    column->addWidget(buttons);
    connect(calendar, &QCalendarWidget::activated, &dialog, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const QDate date = calendar->selectedDate();
    m_desk->setBase(core::fromQDate(date));
}

void MainWindow::pickInstrument(bool newChart)
{
    if (!m_session)
        return;
    pipeline::whenDone(
        m_session->read([](store::StoreReader &reader, const std::stop_token &) { return reader.instruments(); }), this,
        [this, newChart](core::Result<std::vector<core::Instrument>> instruments) {
            if (!instruments) {
                fail(instruments.error());
                return;
            }
            auto *picker = new desk::InstrumentPicker(std::move(*instruments), m_appearance, this);
            connect(picker, &desk::InstrumentPicker::chosen, this, [this, newChart](const QString &symbol) {
                if (newChart)
                    m_desk->addPane({symbol});
                else
                    m_desk->addInstrument(symbol);
            });
            picker->openAt(m_desk->mapToGlobal(QPoint(m_desk->width() / 3, m_desk->height() / 6)));
        });
}

void MainWindow::connectExports()
{
    using enum Command;
    const WindowActions &actions = *m_actions;
    m_exports = new ExportControl(m_appearance, m_settings, *m_desk, *m_watchlist, *this);
    m_desk->addAction(actions[CopyChart]);
    connect(actions[ExportChart], &QAction::triggered, m_exports, [this] { m_exports->openDialog(); });
    connect(actions[ExportAgain], &QAction::triggered, m_exports, &ExportControl::exportAgain);
    connect(actions[PrintCharts], &QAction::triggered, m_exports, &ExportControl::print);
    connect(actions[CopyChart], &QAction::triggered, m_exports, &ExportControl::copyChart);
    QMenu *menu = m_tools->exportMenu();
    for (const QString &format : exporting::chartFormats()) {
        QAction *action = menu->addAction(QString());
        action->setData(format);
        connect(action, &QAction::triggered, m_exports, [this, format] { m_exports->openDialog(format); });
    }
    menu->addSeparator();
    menu->addActions({actions[ExportAgain], actions[CopyChart], actions[PrintCharts]});
    menu->addSeparator();
    menu->addAction(actions[MakeReport]);
    connect(m_desk, &desk::ChartDesk::stateChanged, m_exports, &ExportControl::refresh);
    connect(m_desk, &desk::ChartDesk::activePaneChanged, m_exports, &ExportControl::refresh);
    connect(m_desk, &desk::ChartDesk::viewRangeChanged, m_exports, &ExportControl::refresh);
    connect(m_exports, &ExportControl::failed, this, &MainWindow::fail);
    connect(m_exports, &ExportControl::told, this, [this](const QString &text) {
        m_messages->show({MessageBar::Tone::Information, text, {}, {}, {}});
    });
    connect(m_exports, &ExportControl::written, this, &MainWindow::tellWritten);
}

void MainWindow::tellWritten(const QString &text, const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    const auto open = [this, text, path, folder] {
        if (QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
            tellWritten(text, path); // it stays: the folder may have opened somewhere behind the window
        else
            fail({core::ErrorCode::Unsupported,
                  tr("No program of this computer opens %1.").arg(QDir::toNativeSeparators(folder)),
                  {}});
    };
    m_messages->show({MessageBar::Tone::Information, text, {}, tr("Show folder"), open});
}

void MainWindow::showShortcuts()
{
    auto *dialog = new ShortcutsDialog(m_appearance, *m_actions, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void MainWindow::about()
{
    auto *box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Tickmark"));
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("Tickmark %1").arg(QCoreApplication::applicationVersion()));
    box->setInformativeText(
        tr("Linked charts, headlines and quotes in one file.\n\nFree software under the GNU General "
           "Public License, version 3 or later, without any warranty."));
    box->open();
}

} // namespace tickmark::window
