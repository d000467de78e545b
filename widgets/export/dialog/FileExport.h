// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ExportPlan.h"
#include <charts/MissingTicks.h>
#include <export/ChartExport.h>

#include <QObject>
#include <QThreadPool>

#include <stop_token>

namespace tickmark::exportdialog {

//! Makes one file for a window, which goes on meanwhile: reads what the chart lacks on a reader thread, draws on the GUI thread,
//! encodes and writes on a thread of `pool`. Exactly one of done() and failed() comes, unless it is destroyed before; then no
//! file appears that was not being written already, and never a half one. GUI thread.
class FileExport : public QObject
{
    Q_OBJECT

public:
    //! `session` and `pool` outlive it.
    FileExport(pipeline::StoreSession &session, QThreadPool &pool, PlannedFile file,
               const exporting::ExportOptions &options, QObject *parent);
    ~FileExport() override;

    //! Once.
    void start();
    //! failed() with ErrorCode::Cancelled follows, or done() when the file is being written already.
    void cancel();
    [[nodiscard]] const QString &path() const { return m_file.path; }

Q_SIGNALS:
    void done(const tickmark::exporting::ExportReport &report);
    void failed(const tickmark::core::Error &error);

private:
    void read();
    void draw();
    void readTicks(std::vector<charts::MissingTicks> missing);
    void write(exporting::DrawnChart chart);
    void fail(const core::Error &error);

    pipeline::StoreSession &m_session;
    QThreadPool &m_pool;
    PlannedFile m_file;
    exporting::ExportOptions m_options;
    std::stop_source m_stop;
};

} // namespace tickmark::exportdialog
