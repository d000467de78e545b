// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartExporter.h"

#include <export/ChartExport.h>
#include <pipeline/WhenDone.h>

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QPromise>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QThreadPool>

namespace tickmark::window {

namespace {

constexpr int kDaysOfNewsBefore = 7;
constexpr int kDaysOfNewsAfter = 3;

} // namespace

ChartExporter::ChartExporter(desk::ExportRequest request, const QString &language, QWidget *parent)
    : QObject(parent), m_request(std::move(request))
{
    m_request.spec.language = language;
    m_request.spec.theme = charts::ThemeName::Print;
}

void ChartExporter::askAndWrite(const QString &suffix)
{
    QStringList filters;
    QString chosen;
    for (const QString &format : exporting::chartFormats()) {
        filters.append(QStringLiteral("%1 (*.%2)").arg(format.toUpper(), format));
        if (format == suffix)
            chosen = filters.constLast();
    }
    auto *dialog = new QFileDialog(qobject_cast<QWidget *>(parent()), tr("Export chart"), QString(),
                                   filters.join(QStringLiteral(";;")));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave); // asks before it replaces a file
    dialog->setDefaultSuffix(suffix);
    dialog->selectNameFilter(chosen);
    dialog->selectFile(proposedName(suffix));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        const QString format = filter.section(u'.', -1).remove(u')');
        dialog->setDefaultSuffix(format);
        const QString name = dialog->selectedFiles().value(0);
        if (!name.isEmpty())
            dialog->selectFile(QFileInfo(name).completeBaseName() + u'.' + format);
    });
    connect(dialog, &QFileDialog::fileSelected, this, &ChartExporter::write);
    connect(dialog, &QDialog::rejected, this, &QObject::deleteLater);
    dialog->open();
}

void ChartExporter::write(const QString &path)
{
    if (m_request.spec.markers && !m_request.content.claims && m_request.session) {
        readClaimsAndWrite(path);
        return;
    }
    auto drawn = exporting::drawChart(m_request.spec, m_request.content, {}, QFileInfo(path).suffix());
    if (auto missing = charts::takeMissingTicks(m_request.content); !missing.empty() && m_request.session) {
        readAndWrite(std::move(missing), path);
        return;
    }
    if (!drawn) {
        Q_EMIT failed(drawn.error());
        deleteLater();
        return;
    }
    auto promise = std::make_shared<QPromise<core::Result<exporting::ExportReport>>>();
    promise->start();
    pipeline::whenDone(promise->future(), this, [this, path](const core::Result<exporting::ExportReport> &report) {
        if (report) {
            QStringList notes = report->damage;
            if (report->headlinesLeftOut > 0)
                notes.append(tr("%Ln headline(s) found no room in it.", nullptr, report->headlinesLeftOut));
            Q_EMIT done(QDir::toNativeSeparators(path), notes.join(u' '));
        } else {
            Q_EMIT failed(report.error());
        }
        deleteLater();
    });
    QThreadPool::globalInstance()->start([promise, chart = std::move(*drawn), path] {
        promise->addResult(exporting::writeChart(chart, path, true)); // the dialog has asked
        promise->finish();
    });
}

//! The verdicts on the headlines of the sessions shown, and of what was published before the first of them opened.
void ChartExporter::readClaimsAndWrite(const QString &path)
{
    const auto midnight = [](core::SessionDate date) { return core::Time{qint64(date.days()) * core::kNsPerDay}; };
    const core::TimeRange range{midnight(m_request.spec.from.plusDays(-kDaysOfNewsBefore)),
                                midnight(m_request.spec.to.plusDays(kDaysOfNewsAfter))};
    const auto reading = m_request.session->read([range](store::StoreReader &reader, std::stop_token stop) {
        return charts::HeadlineClaims::load(reader, range, stop);
    });
    pipeline::whenDone(reading, this, [this, path](const auto &claims) {
        if (claims) {
            m_request.content.claims = *claims;
            write(path);
            return;
        }
        Q_EMIT failed(claims.error());
        deleteLater();
    });
}

//! Draws again once the ticks are here that the picture lacks.
void ChartExporter::readAndWrite(std::vector<charts::MissingTicks> missing, const QString &path)
{
    const auto reading = m_request.session->read(
        [missing = std::move(missing)](store::StoreReader &reader, std::stop_token stop) {
            return charts::loadTicks(missing, reader.chunks(), stop);
        });
    pipeline::whenDone(reading, this, [this, path](const auto &loaded) {
        if (loaded && charts::insertTicks(**loaded)) {
            write(path);
            return;
        }
        Q_EMIT failed(
            loaded ? core::Error{core::ErrorCode::Io,
                                 tr("The database has changed while the chart was drawn. Please export it again."),
                                 {}}
                   : loaded.error());
        deleteLater();
    });
}

QString ChartExporter::proposedName(const QString &suffix) const
{
    const charts::ChartSpec &spec = m_request.spec;
    QStringList symbols = charts::symbolsOf(spec.panes).mid(0, 3);
    symbols.replaceInStrings(QRegularExpression(QStringLiteral("[^A-Za-z0-9.=_-]")), QString());
    return symbols.join(u'-') + u'_' + QString::fromStdString(spec.from.iso()) + u'_'
           + QString::fromStdString(spec.to.iso()) + u'.' + suffix;
}

} // namespace tickmark::window
