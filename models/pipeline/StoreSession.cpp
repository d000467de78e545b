// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreSession.h"

#include "ClaimUpkeep.h"
#include "WhenDone.h"
#include <core/WallClock.h>

#include <QCoreApplication>
#include <QFile>

#include <sys/stat.h>

#include <chrono>

namespace tickmark::pipeline {

using core::Result;

namespace {

constexpr std::chrono::milliseconds kWatchInterval{1000};
constexpr int kReaders = 3;
constexpr int kJobs = 8; // they mostly wait: for the writer, or for a server that must not hold up an import

} // namespace

QFuture<Result<std::shared_ptr<StoreSession>>> StoreSession::open(const QString &path,
                                                                  std::shared_ptr<const core::CalendarSet> calendars)
{
    auto promise = std::make_shared<QPromise<Result<std::shared_ptr<Parts>>>>();
    auto future = promise->future();
    promise->start();
    QThreadPool::globalInstance()->start([promise, path] {
        promise->addResult(
            openParts(path).map([](Parts &&parts) { return std::make_shared<Parts>(std::move(parts)); }));
        promise->finish();
    });
    // The session belongs to the GUI thread, so it is made there.
    auto opened = std::make_shared<QPromise<Result<std::shared_ptr<StoreSession>>>>();
    auto answer = opened->future();
    opened->start();
    whenDone(future, QCoreApplication::instance(),
             [path, calendars, opened](const Result<std::shared_ptr<Parts>> &parts) {
                 opened->addResult(parts.map([&](const std::shared_ptr<Parts> &all) {
                     return std::shared_ptr<StoreSession>(new StoreSession(path, calendars, std::move(*all)));
                 }));
                 opened->finish();
             });
    return answer;
}

Result<StoreSession::Parts> StoreSession::openParts(const QString &path)
{
    Parts parts;
    if (auto writer = store::StoreWriter::open(path)) {
        parts.writer = std::move(*writer);
    } else {
        const core::ErrorCode code = writer.error().code;
        if (code != core::ErrorCode::ReadOnly && code != core::ErrorCode::InUse)
            return tl::unexpected(writer.error());
        parts.whyReadOnly = writer.error();
    }
    parts.readers = std::make_shared<store::ReaderPool>(path, kReaders);
    // Says now what the first query would say, and leaves a reader ready for it.
    if (const auto reader = parts.readers->acquire(); !reader)
        return tl::unexpected(reader.error());
    return parts;
}

StoreSession::StoreSession(QString path, std::shared_ptr<const core::CalendarSet> calendars, Parts parts)
    : m_path(std::move(path)),
      m_calendars(std::move(calendars)),
      m_readers(std::move(parts.readers)),
      m_writer(std::move(parts.writer)),
      m_whyReadOnly(std::move(parts.whyReadOnly))
{
    m_threads.setMaxThreadCount(kReaders);
    m_jobs.setMaxThreadCount(kJobs);
    connect(&m_watch, &QTimer::timeout, this, &StoreSession::watchFile);
    m_watch.start(kWatchInterval);
    connect(&m_feed, &LiveFeed::advanced, this, &StoreSession::ticksAdvanced);
    if (m_writer)
        m_writer->setTickListener(
            [this](qint64 seriesId, const ticks::SnapshotPtr &snapshot) { m_feed.publish(seriesId, snapshot); });
    m_claimThread.setMaxThreadCount(1);
    keepClaims(); // the last program may not have come to it, or have known other rules
}

StoreSession::~StoreSession()
{
    m_claimStop.request_stop();
    m_claimThread.waitForDone();
    m_threads.waitForDone();
    m_jobs.waitForDone();
}

void StoreSession::tellChanged(StoreChanges what)
{
    Q_EMIT changed(what);
    if (what & ~StoreChanges(StoreChange::Settings))
        keepClaims();
}

void StoreSession::keepClaims()
{
    if (!m_writer || m_lost)
        return;
    m_claimsOutdated = m_keepsClaims;
    if (m_keepsClaims)
        return;
    m_keepsClaims = true;
    auto promise = std::make_shared<QPromise<Result<ClaimUpkeep>>>();
    promise->start();
    whenDone(promise->future(), this, [this](const Result<ClaimUpkeep> &kept) {
        m_keepsClaims = false;
        if (kept && !kept->isEmpty())
            Q_EMIT changed(StoreChange::Claims);
        if (m_claimsOutdated)
            keepClaims();
    });
    m_claimThread.start(
        [promise, path = m_path, writer = m_writer.get(), calendars = m_calendars, stop = m_claimStop.get_token()] {
            const core::Time now = core::wallClock();
            promise->addResult(
                store::StoreReader::open(path).and_then([&](const std::unique_ptr<store::StoreReader> &reader) {
                    return pipeline::keepClaims(*reader, *writer, *calendars, now, stop);
                }));
            promise->finish();
        });
}

StoreSession::FileMark StoreSession::markOf(const QString &path)
{
    struct stat status
    {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return {};
    const auto changedAt = [](const struct stat &of) {
        return qint64(of.st_mtim.tv_sec) * core::kNsPerSecond + qint64(of.st_mtim.tv_nsec);
    };
    FileMark mark{quint64(status.st_dev), quint64(status.st_ino), changedAt(status)};
    if (::stat(QFile::encodeName(path + QStringLiteral("-wal")).constData(), &status) == 0)
        mark.changed = std::max(mark.changed, changedAt(status));
    return mark;
}

void StoreSession::watchFile()
{
    if (m_lost)
        return;
    // A folder on a network that hangs must not hang the window.
    auto promise = std::make_shared<QPromise<FileMark>>();
    promise->start();
    whenDone(promise->future(), this, [this](const FileMark &now) { compareFile(now); });
    m_threads.start([promise, path = m_path] {
        promise->addResult(markOf(path));
        promise->finish();
    });
}

void StoreSession::compareFile(const FileMark &now)
{
    if (m_lost)
        return;
    if (!m_mark && now.inode != 0) {
        m_mark = now;
        return;
    }
    if (!m_mark || now.inode != m_mark->inode || now.device != m_mark->device) {
        m_lost = true;
        m_watch.stop();
        m_retired = std::move(m_writer); // jobs may still hold it; what they write fails
        const core::Error error{core::ErrorCode::NotFound,
                                now.inode == 0 ? tr("The database %1 is gone: it was deleted, moved or its disk was "
                                                    "removed. What you see is what was read before.")
                                                     .arg(m_path)
                                               : tr("Another file has taken the place of the database %1. What you see "
                                                    "is what was read before.")
                                                     .arg(m_path),
                                {}};
        m_whyReadOnly = error;
        Q_EMIT lost(error);
        return;
    }
    const bool written = now.changed != m_mark->changed;
    m_mark = now;
    // Our own writes are told by whoever made them.
    if (written && !m_writer)
        Q_EMIT changed(StoreChange::All);
}

} // namespace tickmark::pipeline
