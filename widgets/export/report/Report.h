// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ReportContent.h"
#include "ReportDocument.h"

#include <QString>
#include <QStringList>

#include <stop_token>

namespace tickmark::report {

//! What became of a report.
struct ReportOutcome
{
    int pages = 0; //!< 0 for a format without
    int charts = 0;
    qint64 headlines = 0;
    qint64 statements = 0;
    QStringList leftOut; //!< a sentence for everything that was asked for and could not be shown
};

//! Makes a report and writes it; its suffix chooses the format. The file appears complete or not at all. Errors as
//! readReport(), ReportDrawing and exporting::OutputFile; Cancelled. GUI thread, which waits: a window has a ReportJob.
[[nodiscard]] core::Result<ReportOutcome> writeReport(store::StoreReader &reader, const core::CalendarSet &calendars,
                                                      const ReportWish &wish, const QString &path, bool overwrite,
                                                      std::stop_token stop = {});
//! The same as bytes, in the format of `suffix`.
[[nodiscard]] core::Result<QByteArray> makeReport(store::StoreReader &reader, const core::CalendarSet &calendars,
                                                  const ReportWish &wish, const QString &suffix, ReportOutcome &outcome,
                                                  std::stop_token stop = {});

//! That `path` names a format and may be written: found out before a report is made. Nothing is left behind.
[[nodiscard]] core::Result<> checkTarget(const QString &path, bool overwrite);
//! The complete file, beside its target first. Any thread.
[[nodiscard]] core::Result<> writeBytes(const QByteArray &bytes, const QString &path, bool overwrite);
//! Draws the charts of ticks to nowhere, so that takeMissingTicks() of their contents tells what they lack. GUI thread.
void touchTicks(const ReportDocument &document);
[[nodiscard]] ReportOutcome outcomeOf(const ReportDocument &document, int pages);

} // namespace tickmark::report
