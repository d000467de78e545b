// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the report dialog that makes the report, and says what came of it.
#include "InstrumentBox.h"
#include "RangeBox.h"
#include "ReportDialog.h"
#include "TemplateBox.h"
#include <core/WallClock.h>
#include <export/PdfDate.h>

#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>

#include <report/ReportJob.h>

namespace tickmark::reportview {

report::ReportWish ReportDialog::wish() const
{
    report::ReportWish wish;
    const auto range = m_range->range();
    wish.from = range->first;
    wish.to = range->second;
    wish.symbols = m_instruments->symbols();
    if (m_scene.base && *m_scene.base <= wish.to)
        wish.base = m_scene.base;
    wish.title = m_title->text().simplified();
    wish.language = m_language->currentData().toString();
    wish.sections = m_template->chosen();
    wish.made = exporting::sourceDate().value_or(core::wallClock());
    return wish;
}

void ReportDialog::make(bool replace)
{
    if (m_job || !m_session || !complaint().isEmpty())
        return;
    remember();
    const QString file = path();
    if (const QString folder = QFileInfo(file).path(); !QFileInfo::exists(folder)) {
        say(tr("The folder %1 does not exist.").arg(QDir::toNativeSeparators(folder)), tr("Create it"),
            [this, folder, replace] {
                if (QDir().mkpath(folder))
                    make(replace);
                else
                    say(tr("The folder %1 could not be created.").arg(QDir::toNativeSeparators(folder)),
                        tr("Choose another file…"), [this] { chooseFile(); });
            });
        m_step->setFocus();
        return;
    }
    m_job = new report::ReportJob(*m_session, wish(), file, replace, this);
    connect(m_job, &report::ReportJob::progressed, this, [this](int done, int total) {
        m_progress->setMaximum(total);
        m_progress->setValue(done);
    });
    connect(m_job, &report::ReportJob::done, this, [this, file](const report::ReportOutcome &outcome) {
        setRunning(false);
        finished(file, outcome);
    });
    connect(m_job, &report::ReportJob::failed, this, [this](const core::Error &error) {
        setRunning(false);
        failed(error);
    });
    setRunning(true);
    say(tr("The report is being made. The window can be used meanwhile."));
    m_job->start();
}

void ReportDialog::setRunning(bool running)
{
    if (!running) {
        m_job->deleteLater();
        m_job = nullptr;
    }
    m_fields->setEnabled(!running);
    m_progress->setMaximum(0); // busy, until it is known how much there is
    m_progress->setVisible(running);
    m_close->setText(running ? tr("Cancel") : tr("Close"));
    updateState();
}

void ReportDialog::reject()
{
    if (m_job) {
        m_job->cancel();
        return;
    }
    remember();
    QDialog::reject();
}

void ReportDialog::finished(const QString &path, const report::ReportOutcome &outcome)
{
    m_replaceable.clear(); // the next one may be of other contents: both may be wanted
    QStringList sentences{
        outcome.pages > 0
            ? tr("The report is in %1: %Ln page(s).", nullptr, outcome.pages).arg(QDir::toNativeSeparators(path))
            : tr("The report is in %1.").arg(QDir::toNativeSeparators(path))};
    sentences.append(outcome.leftOut);
    say(sentences.join(u' '), tr("Open"), [this, path] { openUrl(path); });
    m_made = path;
    m_folder->show();
    m_step->setFocus();
    Q_EMIT made(path);
}

void ReportDialog::failed(const core::Error &error)
{
    using core::ErrorCode;
    switch (error.code) {
    case ErrorCode::Cancelled:
        say(tr("The report was cancelled; nothing was written."));
        break;
    case ErrorCode::AlreadyExists:
        say(error.message, tr("Replace it"), [this] { make(true); });
        break;
    case ErrorCode::InvalidInput:
        say(error.message, tr("Change the range"), [this] { m_range->focusDates(); });
        break;
    case ErrorCode::NotFound:
        if (QFileInfo(path()).dir().exists()) { // the store has nothing of that
            say(error.message, tr("Change the range"), [this] { m_range->focusDates(); });
            break;
        }
        [[fallthrough]];
    case ErrorCode::ReadOnly:
    case ErrorCode::DiskFull:
    case ErrorCode::Unsupported:
        say(error.message, tr("Choose another file…"), [this] { chooseFile(); });
        break;
    default:
        say(error.message, tr("Try again"), [this] { make(path() == m_replaceable); });
    }
    m_message->setToolTip(error.detail);
}

void ReportDialog::say(const QString &sentence, const QString &step, const std::function<void()> &take)
{
    m_made.clear();
    m_message->setText(sentence);
    m_message->setToolTip({});
    m_step->setText(step);
    m_step->setVisible(!step.isEmpty());
    m_folder->hide();
    m_take = take;
}

void ReportDialog::openUrl(const QString &path)
{
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path)))
        m_message->setText(tr("No program of this computer opens %1.").arg(QDir::toNativeSeparators(path)));
}

} // namespace tickmark::reportview
