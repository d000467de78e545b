// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ExportPlan.h"
#include <export/ChartExport.h>

#include <QElapsedTimer>
#include <QObject>
#include <QThreadPool>

#include <vector>

namespace tickmark::exportdialog {

class FileExport;

//! How far a batch has come.
struct ExportProgress
{
    int done = 0; //!< written or failed
    int total = 0;
    double perSecond = 0;        //!< since the start; 0 before the first
    double secondsRemaining = 0; //!< likewise
};

//! What has become of a batch.
struct ExportOutcome
{
    struct Failure
    {
        QString path;
        core::Error error;
    };
    QStringList written{}; //!< in the order of their completion
    qint64 bytes = 0;      //!< of all of them
    std::vector<Failure> failures{};
    int headlinesLeftOut = 0;
    QStringList withoutQuotes{}; //!< symbols that are not drawn, each once
    int crowd = 0;               //!< see exporting::ExportReport; the most of all files
    QStringList damage{};
    bool isCancelled = false;
};

//! Exports files one after the other, some of them at once, so that one is drawn while others are read and written. What fails
//! does not stop the rest. Every file appears complete or not at all. Owned by its parent; destroying it cancels it and waits
//! for the file that is being written. finished() comes once, unless it is destroyed before. GUI thread.
class ExportBatch : public QObject
{
    Q_OBJECT

public:
    //! `files` is not empty; `session` outlives the batch.
    ExportBatch(pipeline::StoreSession &session, std::vector<PlannedFile> files,
                const exporting::ExportOptions &options, QObject *parent);
    ~ExportBatch() override;

    //! Once.
    void start();
    //! finished() follows when what is under way has ended.
    void cancel();

Q_SIGNALS:
    void progressed(const tickmark::exportdialog::ExportProgress &progress);
    void finished(const tickmark::exportdialog::ExportOutcome &outcome);

private:
    void startNext();
    void endOne(FileExport *file);

    pipeline::StoreSession &m_session;
    std::vector<PlannedFile> m_files;
    exporting::ExportOptions m_options;
    QThreadPool m_pool;
    std::size_t m_next = 0;
    std::vector<FileExport *> m_running;
    ExportOutcome m_outcome;
    QElapsedTimer m_clock;
};

} // namespace tickmark::exportdialog
