// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../CommandContext.h"
#include <pipeline/ActionImportJob.h>
#include <pipeline/BarImportJob.h>
#include <pipeline/NewsImportJob.h>
#include <pipeline/ShareImportJob.h>
#include <pipeline/TickImportJob.h>

#include <optional>

namespace tickmark::app {

//! Tells what imports did: guesses, warnings and rejects for people on standard error, the sums as a table (or all of it
//! as JSON) on standard output.
class ImportPrinter
{
    Q_DECLARE_TR_FUNCTIONS(ImportPrinter)

public:
    ImportPrinter(CommandContext &context, bool dryRun);

    void bars(const pipeline::BarImportReport &report);
    void ticks(const pipeline::TickImportReport &report);
    void shares(const pipeline::ListImportReport &report);
    void actions(const pipeline::ActionImportReport &report);
    void news(const pipeline::NewsImportReport &report);
    //! Ends the table; for people there is none when no file was imported.
    [[nodiscard]] int finish(int code);
    //! True when rows of any file so far were left out.
    [[nodiscard]] bool leftOut() const { return m_leftOut; }

private:
    void sayRejects(const std::vector<pipeline::ImportReject> &rejects, qint64 count);
    void sayConflicts(const pipeline::BarImportReport &report);
    void sayDates(const pipeline::NewsImportReport &report);
    void saySymbols(const pipeline::BarImportReport &report);
    void sayFindings(const std::vector<sources::Finding> &findings, const QStringList &openQuestions);
    void sayUnknown(const QStringList &symbols);
    void sayFault(const pipeline::TickImportReport &report);
    void list(const pipeline::ListImportReport &report, const char *as);
    void row(const QString &file, const char *as, const store::ImportResult &result, const QJsonObject &details);

    CommandContext &m_context;
    bool m_dryRun;
    bool m_leftOut = false;
    bool m_anyRow = false;
    bool m_json;
    TableWriter m_table;
};

} // namespace tickmark::app
