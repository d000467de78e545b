// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExportBatch.h"

#include "FileExport.h"

#include <QFileInfo>

#include <algorithm>

namespace tickmark::exportdialog {

namespace {

constexpr std::size_t kAtOnce = 4; // pictures in memory

} // namespace

ExportBatch::ExportBatch(pipeline::StoreSession &session, std::vector<PlannedFile> files,
                         const exporting::ExportOptions &options, QObject *parent)
    : QObject(parent), m_session(session), m_files(std::move(files)), m_options(options)
{}

ExportBatch::~ExportBatch()
{
    // Before the pool waits for its threads.
    for (FileExport *file : m_running)
        delete file;
}

void ExportBatch::start()
{
    m_clock.start();
    Q_EMIT progressed({0, int(m_files.size()), 0, 0});
    startNext();
}

void ExportBatch::cancel()
{
    m_outcome.isCancelled = true;
    for (FileExport *file : m_running)
        file->cancel();
}

void ExportBatch::startNext()
{
    while (!m_outcome.isCancelled && m_running.size() < kAtOnce && m_next < m_files.size()) {
        auto *file = new FileExport(m_session, m_pool, std::move(m_files[m_next++]), m_options, this);
        m_running.push_back(file);
        connect(file, &FileExport::done, this, [this, file](const exporting::ExportReport &report) {
            m_outcome.written.append(file->path());
            m_outcome.bytes += QFileInfo(file->path()).size();
            m_outcome.headlinesLeftOut += report.headlinesLeftOut;
            m_outcome.withoutQuotes.append(report.withoutQuotes);
            m_outcome.withoutQuotes.removeDuplicates();
            m_outcome.crowd = std::max(m_outcome.crowd, report.crowd);
            m_outcome.damage.append(report.damage);
            endOne(file);
        });
        connect(file, &FileExport::failed, this, [this, file](const core::Error &error) {
            if (error.code != core::ErrorCode::Cancelled)
                m_outcome.failures.push_back({file->path(), error});
            endOne(file);
        });
        file->start();
    }
}

void ExportBatch::endOne(FileExport *file)
{
    std::erase(m_running, file);
    file->deleteLater();
    const int total = int(m_files.size());
    const int done = int(m_outcome.written.size()) + int(m_outcome.failures.size());
    const double seconds = double(m_clock.nsecsElapsed()) / 1e9;
    const double rate = seconds > 0 ? done / seconds : 0;
    Q_EMIT progressed({done, total, rate, rate > 0 ? (total - done) / rate : 0});
    startNext();
    if (m_running.empty())
        Q_EMIT finished(m_outcome);
}

} // namespace tickmark::exportdialog
