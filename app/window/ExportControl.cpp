// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExportControl.h"

#include <export/ChartClipboard.h>
#include <export/ChartPrint.h>
#include <export/ExportPreset.h>
#include <panels/WatchlistPanel.h>
#include <pipeline/StartOn.h>
#include <pipeline/WhenDone.h>
#include <tables/WatchlistModel.h>

#include <QClipboard>
#include <QGuiApplication>
#include <QPageLayout>
#include <QPrintDialog>
#include <QPrinter>
#include <QThreadPool>

#include <desk/ChartDesk.h>
#include <exportdialog/ChartReading.h>
#include <exportdialog/ExportBatch.h>
#include <exportdialog/ExportDialog.h>

#include <algorithm>

namespace tickmark::window {

using exportdialog::ExportItem;
using exportdialog::ExportSettings;
using exportdialog::ExportSubject;

namespace {

constexpr double kPrintMargin = 12; // mm

ExportItem itemOf(desk::ExportRequest request)
{
    return {std::move(request.spec), std::move(request.content)};
}

QStringList symbolsIn(const tables::WatchlistModel &model)
{
    QStringList symbols;
    for (int group = 0; group < model.rowCount(); ++group) {
        const QModelIndex parent = model.index(group, 0);
        for (int row = 0; row < model.rowCount(parent); ++row) {
            if (const auto *entry = model.entry(model.index(row, 0, parent)))
                symbols.append(entry->instrument.symbol);
        }
    }
    return symbols;
}

} // namespace

ExportControl::ExportControl(style::Appearance &appearance, WindowSettings &settings, desk::ChartDesk &desk,
                             panels::WatchlistPanel &watchlist, QWidget &window)
    : QObject(&window),
      m_appearance(appearance),
      m_settings(settings),
      m_desk(desk),
      m_watchlist(watchlist),
      m_window(window)
{}

ExportControl::~ExportControl() = default;

void ExportControl::setSession(pipeline::StoreSession *session)
{
    delete m_dialog;
    delete m_again;
    delete m_reading;
    delete m_printing;
    m_session = session;
}

ExportSubject ExportControl::subject() const
{
    ExportSubject subject;
    if (auto request = m_desk.exportRequest())
        subject.desk = itemOf(std::move(*request));
    for (desk::ExportRequest &request : m_desk.paneRequests())
        subject.panes.push_back(itemOf(std::move(request)));
    subject.activePane = std::clamp(m_desk.activeRequest(), 0, std::max(0, int(subject.panes.size()) - 1));
    subject.watchlist = symbolsIn(m_watchlist.model());
    subject.session = m_session;
    return subject;
}

ExportSettings ExportControl::remembered() const
{
    ExportSettings usual;
    usual.language = m_appearance.language();
    return ExportSettings::fromJson(m_settings.exportSettings(), usual);
}

void ExportControl::openDialog(const QString &format)
{
    if (!m_session)
        return;
    if (!m_dialog) {
        m_dialog = new exportdialog::ExportDialog(
            m_appearance, *m_session, [this] { return subject(); }, remembered(), &m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &exportdialog::ExportDialog::used, this,
                [this](const ExportSettings &settings) { m_settings.setExportSettings(settings.toJson()); });
        connect(m_dialog, &exportdialog::ExportDialog::exported, this, &ExportControl::tell);
    }
    if (!format.isEmpty() && !m_dialog->isExporting())
        m_dialog->setFormat(format);
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void ExportControl::refresh()
{
    if (m_dialog)
        m_dialog->refresh();
}

void ExportControl::exportAgain()
{
    if (!m_session || m_again)
        return;
    if (m_settings.exportSettings().isEmpty()) {
        openDialog();
        return;
    }
    if (m_dialog && m_dialog->isExporting()) {
        openDialog();
        return;
    }
    const ExportSettings settings = remembered();
    auto files = exportdialog::planFiles(subject(), settings, exportdialog::today());
    const auto options = exportdialog::exportOptions(settings);
    if (!files || !options) {
        Q_EMIT failed(files ? options.error() : files.error());
        return;
    }
    if (files->size() > 1) { // it takes a while: with progress, and to be cancelled
        openDialog();
        m_dialog->exportAgain(settings);
        return;
    }
    exportdialog::keepBoth(*files);
    m_again = new exportdialog::ExportBatch(*m_session, std::move(*files), *options, this);
    connect(m_again, &exportdialog::ExportBatch::finished, this,
            [this, batch = m_again.data()](const exportdialog::ExportOutcome &outcome) {
                m_again = nullptr;
                batch->deleteLater();
                tell(outcome);
            });
    m_again->start();
}

void ExportControl::tell(const exportdialog::ExportOutcome &outcome)
{
    if (outcome.failures.empty()) {
        if (outcome.written.isEmpty())
            Q_EMIT told(exportdialog::outcomeText(outcome));
        else
            Q_EMIT written(exportdialog::outcomeText(outcome), outcome.written.constFirst());
        return;
    }
    // One that is all there was says itself why; else the details name every file.
    core::Error error = outcome.failures.front().error;
    if (outcome.failures.size() > 1 || !outcome.written.isEmpty()) {
        QStringList details;
        for (const auto &failure : outcome.failures)
            details.append(failure.path + QStringLiteral(": ") + failure.error.message);
        error.message = exportdialog::outcomeText(outcome);
        error.detail = details.join(u'\n');
    }
    Q_EMIT failed(error);
}

void ExportControl::copyChart()
{
    const ExportSubject all = subject();
    if (all.isEmpty() || m_reading)
        return;
    ExportSettings settings;
    settings.language = m_appearance.language();
    ExportItem item = all.panes[std::size_t(all.activePane)];
    item.spec = exportdialog::asExported(std::move(item.spec), settings);
    auto *reading = new exportdialog::ChartReading(*m_session, std::move(item), {}, QStringLiteral("svg"), this);
    m_reading = reading;
    connect(reading, &exportdialog::ChartReading::ready, this, &ExportControl::putOnClipboard);
    connect(reading, &exportdialog::ChartReading::failed, this, &ExportControl::failed);
}

void ExportControl::putOnClipboard(const ExportItem &item)
{
    const int copy = ++m_copies;
    const auto drawn = exporting::drawForClipboard(item.spec, *item.content, {});
    if (!drawn) {
        Q_EMIT failed(drawn.error());
        return;
    }
    Q_EMIT told(tr("The chart is being copied…"));
    pipeline::whenDone(pipeline::startOn(*QThreadPool::globalInstance(), *drawn), this,
                       [this, item, copy](core::Result<exporting::ClipboardChart> chart) {
                           if (copy != m_copies) // one that was asked for later
                               return;
                           const auto tabulated = chart ? exporting::tabulateForClipboard(item.spec, *item.content,
                                                                                          *chart)
                                                        : core::Result<>(tl::unexpected(chart.error()));
                           if (!tabulated) {
                               Q_EMIT failed(tabulated.error());
                               return;
                           }
                           QGuiApplication::clipboard()->setMimeData(exporting::mimeData(*chart).release());
                           Q_EMIT told(tr("The chart is on the clipboard: as a picture, as a drawing and as a table."));
                       });
}

void ExportControl::print()
{
    if (!m_session || m_printing)
        return;
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageOrientation(QPageLayout::Landscape);
    printer->setPageMargins({kPrintMargin, kPrintMargin, kPrintMargin, kPrintMargin}, QPageLayout::Millimeter);
    auto *dialog = new QPrintDialog(printer.get(), &m_window);
    m_printing = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange, false); // it is one page
    connect(dialog, &QDialog::accepted, this, [this, printer] { printOn(printer); });
    connect(dialog, &QObject::destroyed, this, [printer] {}); // which the dialog refers to
    dialog->open();
}

void ExportControl::printOn(const std::shared_ptr<QPrinter> &printer)
{
    const ExportSubject all = subject();
    if (all.isEmpty() || m_reading)
        return;
    ExportSettings settings;
    settings.language = m_appearance.language();
    ExportItem item = *all.desk;
    item.spec = exportdialog::asExported(std::move(item.spec), settings);
    exporting::ExportOptions options;
    if (auto set = exporting::setPaperSize(printer->pageLayout().paintRect(QPageLayout::Millimeter).size(), options);
        !set) {
        Q_EMIT failed(set.error());
        return;
    }
    auto *reading = new exportdialog::ChartReading(*m_session, std::move(item), options, QStringLiteral("pdf"), this);
    m_reading = reading;
    connect(reading, &exportdialog::ChartReading::ready, this, [this, printer](const ExportItem &read) {
        const auto report = exporting::printChart(read.spec, *read.content, {}, *printer);
        if (!report)
            Q_EMIT failed(report.error());
        else if (report->headlinesLeftOut > 0)
            Q_EMIT told(tr("The charts are printed; %n headline(s) found no room on the paper.", nullptr,
                           report->headlinesLeftOut));
        else
            Q_EMIT told(tr("The charts are printed."));
    });
    connect(reading, &exportdialog::ChartReading::failed, this, &ExportControl::failed);
}

} // namespace tickmark::window
