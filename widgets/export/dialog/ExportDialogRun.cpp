// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the export dialog that exports: questions before, progress, what failed.
#include "ExportDialog.h"
#include "ExportForm.h"
#include "ExportNotice.h"
#include "PagePreview.h"
#include <charts/ChartTexts.h>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

#include <cmath>

namespace tickmark::exportdialog {

namespace {

constexpr int kMostNamed = 4; // failures in a notice; the tooltip has them all
constexpr int kSecondsPerMinute = 60;

//! What outcomeText() says.
class OutcomeText
{
    Q_DECLARE_TR_FUNCTIONS(OutcomeText)

public:
    static QString of(const ExportOutcome &outcome)
    {
        QStringList sentences;
        if (outcome.written.size() == 1)
            sentences.append(tr("Exported to %1.").arg(QDir::toNativeSeparators(outcome.written.constFirst())));
        else if (!outcome.written.isEmpty())
            sentences.append(tr("%n chart(s) are in %1.", nullptr, int(outcome.written.size()))
                                 .arg(QDir::toNativeSeparators(QFileInfo(outcome.written.constFirst()).path())));
        if (!outcome.failures.empty())
            sentences.append(tr("%n file(s) could not be written.", nullptr, int(outcome.failures.size())));
        if (outcome.headlinesLeftOut > 0)
            sentences.append(tr("%n headline(s) found no room.", nullptr, outcome.headlinesLeftOut));
        if (!outcome.withoutQuotes.isEmpty())
            sentences.append(withoutQuotesText(outcome.withoutQuotes));
        if (outcome.crowd > 0)
            sentences.append(crowdText(outcome.crowd));
        for (const QString &damage : outcome.damage)
            sentences.append(charts::asSentence(damage));
        return sentences.join(u' ');
    }
};

} // namespace

QString withoutQuotesText(const QStringList &symbols)
{
    QString named = symbols.mid(0, kMostNamed).join(QStringLiteral(", "));
    if (symbols.size() > kMostNamed)
        //: %1 are instruments
        named = QCoreApplication::translate("OutcomeText", "%1 and %n more", nullptr, int(symbols.size()) - kMostNamed)
                    .arg(named);
    //: %1 are instruments
    return QCoreApplication::translate("OutcomeText", "Not in the chart for lack of quotes: %1.").arg(named);
}

QString crowdText(int curves)
{
    return QCoreApplication::translate(
        "OutcomeText", "%n curves in one pane cannot be told apart; several panes or charts can.", nullptr, curves);
}

QString outcomeText(const ExportOutcome &outcome)
{
    return OutcomeText::of(outcome);
}

QString sizeText(qint64 bytes, const QLocale &locale)
{
    return locale.formattedDataSize(bytes, bytes < 10'000 || bytes >= 1'000'000 ? 1 : 0, QLocale::DataSizeSIFormat);
}

void ExportDialog::exportAgain(const ExportSettings &settings)
{
    if (m_batch)
        return;
    m_form->setSettings(settings);
    begin(true);
}

void ExportDialog::begin(bool keepBoth)
{
    if (m_batch)
        return;
    takeSubject();
    auto files = planFiles(m_subject, settings(), today());
    const auto options = exportOptions(settings());
    if (!files || (!options && !settings().isTable())) {
        m_notice->say(ExportNotice::Tone::Error, files ? options.error().message : files.error().message);
        return;
    }
    const QFileInfo folder(folderOf(settings()));
    const QString name = QDir::toNativeSeparators(folder.filePath());
    const ExportNotice::Step choose{QStringLiteral("choose"), tr("Choose another folder…"),
                                    [this] { m_form->chooseFolder(); }};
    if (!folder.exists()) {
        m_notice->say(ExportNotice::Tone::Question, tr("The folder %1 does not exist.").arg(name), {},
                      {{QStringLiteral("create"), tr("Create it"), [this] { createFolder(); }}});
    } else if (!folder.isDir() || !folder.isWritable()) {
        m_notice->say(ExportNotice::Tone::Error, tr("No files can be written to %1.").arg(name), {}, {choose});
    } else if (keepBoth) {
        exportdialog::keepBoth(*files);
        run(std::move(*files), false);
    } else if (const QStringList existing = existingFiles(*files); !existing.isEmpty()) {
        askAboutExisting(existing);
    } else {
        run(std::move(*files), false);
    }
}

void ExportDialog::createFolder()
{
    if (QDir().mkpath(folderOf(settings())))
        begin();
    else
        m_notice->say(ExportNotice::Tone::Error,
                      tr("The folder %1 could not be created.").arg(QDir::toNativeSeparators(folderOf(settings()))), {},
                      {{QStringLiteral("choose"), tr("Choose another folder…"), [this] { m_form->chooseFolder(); }}});
}

void ExportDialog::askAboutExisting(const QStringList &existing)
{
    const QString text = existing.size() == 1
                             ? tr("There is a file %1 already.").arg(QFileInfo(existing.constFirst()).fileName())
                             : tr("There are %n files of these names already.", nullptr, int(existing.size()));
    const auto start = [this](bool overwrite) {
        if (m_batch)
            return;
        auto files = planFiles(m_subject, settings(), today());
        if (!files)
            return;
        if (!overwrite)
            exportdialog::keepBoth(*files);
        run(std::move(*files), overwrite);
    };
    m_notice->say(ExportNotice::Tone::Question, text, existing.join(u'\n'),
                  {{QStringLiteral("keep"), tr("Keep both"), [start] { start(false); }},
                   {QStringLiteral("overwrite"), tr("Overwrite"), [start] { start(true); }}});
}

void ExportDialog::run(std::vector<PlannedFile> files, bool overwrite)
{
    auto options = exportOptions(settings()).value_or(exporting::ExportOptions());
    options.overwrite = overwrite;
    m_drawing->stop();
    m_notice->clear();
    m_batch = new ExportBatch(m_session, std::move(files), options, this);
    connect(m_batch, &ExportBatch::progressed, this, &ExportDialog::showProgress);
    connect(m_batch, &ExportBatch::finished, this, &ExportDialog::end);
    showBusy(true);
    Q_EMIT used(settings());
    m_batch->start();
}

void ExportDialog::showBusy(bool busy)
{
    m_form->setEnabled(!busy);
    m_export->setEnabled(!busy);
    m_bar->setVisible(busy);
    m_progress->setVisible(busy);
    m_close->setText(busy ? tr("Cancel") : tr("Close"));
    if (busy)
        m_close->setFocus();
}

QString ExportDialog::duration(double seconds) const
{
    const int whole = std::max(1, int(std::ceil(seconds)));
    return whole < 2 * kSecondsPerMinute ? tr("%n second(s)", nullptr, whole)
                                         : tr("%n minute(s)", nullptr, (whole + 30) / kSecondsPerMinute);
}

void ExportDialog::showProgress(const ExportProgress &progress)
{
    m_bar->setMaximum(progress.total);
    m_bar->setValue(progress.done);
    const core::Formats &formats = m_appearance.formats();
    if (progress.done == 0 || progress.total == 1)
        m_progress->setText(tr("%1 of %2").arg(formats.count(progress.done), formats.count(progress.total)));
    else
        m_progress->setText(tr("%1 of %2, %3 a second, %4 left")
                                .arg(formats.count(progress.done), formats.count(progress.total),
                                     formats.number(progress.perSecond, 1), duration(progress.secondsRemaining)));
}

void ExportDialog::end(const ExportOutcome &outcome)
{
    m_batch->deleteLater();
    m_batch = nullptr;
    showBusy(false);
    m_export->setFocus();
    if (outcome.failures.empty() && !outcome.isCancelled) {
        accept();
        Q_EMIT exported(outcome);
        return;
    }
    tellFailures(outcome);
    drawPreview();
}

void ExportDialog::tellFailures(const ExportOutcome &outcome)
{
    QStringList all;
    for (const auto &failure : outcome.failures)
        all.append(QFileInfo(failure.path).completeBaseName() + QStringLiteral(": ") + failure.error.message);
    QStringList told = all.mid(0, kMostNamed);
    if (outcome.isCancelled)
        told.prepend(tr("Cancelled after %n file(s), which are complete.", nullptr, int(outcome.written.size())));
    else if (!outcome.written.isEmpty())
        told.prepend(outcomeText(outcome));
    if (all.size() > kMostNamed)
        told.append(tr("and %n more", nullptr, int(all.size()) - kMostNamed));
    std::vector<ExportNotice::Step> steps;
    if (!outcome.failures.empty()
        && (outcome.failures.front().error.code == core::ErrorCode::ReadOnly
            || outcome.failures.front().error.code == core::ErrorCode::DiskFull))
        steps.push_back({QStringLiteral("choose"), tr("Choose another folder…"), [this] { m_form->chooseFolder(); }});
    m_notice->say(outcome.failures.empty() ? ExportNotice::Tone::Information : ExportNotice::Tone::Error,
                  told.join(u'\n'), all.join(u'\n'), std::move(steps));
}

} // namespace tickmark::exportdialog
