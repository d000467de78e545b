// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../CommandContext.h"
#include <pipeline/FetchJob.h>

namespace tickmark::app {

//! Tells what a run of sources brought: a line per thing that was asked for, as a table on standard output, and what
//! failed in words on standard error.
class FetchPrinter
{
    Q_DECLARE_TR_FUNCTIONS(FetchPrinter)

public:
    explicit FetchPrinter(CommandContext &context);

    void report(const pipeline::FetchReport &report);
    //! kDone when all went well, kFailed when nothing did, kPartly between the two.
    [[nodiscard]] int finish();
    //! Of a run that was cut: the table is whole, kInterrupted.
    [[nodiscard]] int interrupt();

private:
    void row(const pipeline::FetchReport &report, const pipeline::FetchedItem &item);
    void sayGivenUp(const pipeline::FetchReport &report);
    void sayError(const QString &source, const QString &item, const core::Error &error);

    CommandContext &m_context;
    OutputFormat m_format;
    TableWriter m_table;
    bool m_anyWell = false;
    bool m_anyFailed = false;
};

} // namespace tickmark::app
