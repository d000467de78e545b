// SPDX-License-Identifier: GPL-3.0-or-later
#include "FileReplacement.h"

#include "Connection.h"
#include "StoreError.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <SQLiteCpp/Statement.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

namespace tickmark::store {

using core::ErrorCode;
using core::failure;
using core::Result;

namespace {

bool existsEvenAsLink(const QString &path)
{
    struct stat status = {};
    return ::lstat(QFile::encodeName(path).constData(), &status) == 0;
}

Result<> sync(const QString &path, int openFlags)
{
    const int file = ::open(QFile::encodeName(path).constData(), openFlags | O_CLOEXEC);
    if (file < 0)
        return tl::unexpected(fileError(path, errno));
    const int code = ::fsync(file) == 0 ? 0 : errno;
    ::close(file);
    if (code != 0)
        return tl::unexpected(fileError(path, code));
    return {};
}

// Never takes the place of a file that came meanwhile. Returns errno, 0 when done.
int moveToFreeName(const QByteArray &from, const QByteArray &to)
{
    if (::renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    // file systems that cannot do it in one step
    if (::link(from, to) != 0)
        return errno;
    ::unlink(from);
    return 0;
}

// The log of the old file must not be applied to the new one. It is moved aside, so that a failed rename can bring it back;
// readers of the old file keep what they have open.
class LogSetAside
{
public:
    explicit LogSetAside(const QString &store)
        : m_log(QFile::encodeName(walPath(store))), m_aside(m_log + ".old"), m_moved(::rename(m_log, m_aside) == 0)
    {
        ::unlink(QByteArray(QFile::encodeName(store) + "-shm"));
    }
    void drop() const { ::unlink(m_aside); }
    void bringBack() const
    {
        if (m_moved)
            ::rename(m_aside, m_log);
    }

private:
    QByteArray m_log;
    QByteArray m_aside;
    bool m_moved;
};

} // namespace

Result<> checkIsFree(const QString &path)
{
    if (!existsEvenAsLink(path))
        return {};
    return failure(
        ErrorCode::AlreadyExists,
        QCoreApplication::translate("Store", "The file “%1” exists already.").arg(QDir::toNativeSeparators(path)));
}

Result<PendingFile> PendingFile::create(const QString &target, bool overwrite)
{
    if (!overwrite) {
        if (const auto isFree = checkIsFree(target); !isFree)
            return tl::unexpected(isFree.error());
    }
    const QString canonical = canonicalStorePath(target);
    const QFileInfo info(canonical);
    if (info.isDir())
        return failure(ErrorCode::AlreadyExists,
                       QCoreApplication::translate("Store", "“%1” is a folder.").arg(QDir::toNativeSeparators(target)));
    const QString path = QStringLiteral("%1/.%2.%3.part")
                             .arg(info.absolutePath(), info.fileName())
                             .arg(QRandomGenerator::system()->generate(), 8, 16, QLatin1Char('0'));
    // 0666 less the umask, as any program's new file; the old file's own permissions where there is one
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0)
        return tl::unexpected(fileError(target, errno));
    struct stat old = {};
    if (::stat(QFile::encodeName(canonical).constData(), &old) == 0)
        static_cast<void>(::fchmod(file, old.st_mode & 07777) == 0);
    ::close(file);
    return PendingFile(path, canonical, overwrite);
}

PendingFile::PendingFile(QString path, QString target, bool overwrite)
    : m_path(std::move(path)), m_target(std::move(target)), m_overwrite(overwrite)
{}

PendingFile::PendingFile(PendingFile &&other) noexcept
    : m_path(std::exchange(other.m_path, {})), m_target(std::move(other.m_target)), m_overwrite(other.m_overwrite)
{}

PendingFile::~PendingFile()
{
    if (m_path.isEmpty())
        return;
    for (const char *suffix : {"", "-journal", "-wal", "-shm"})
        ::unlink(QByteArray(QFile::encodeName(m_path) + suffix));
}

core::Error PendingFile::aboutTarget(core::Error error) const
{
    error.message.replace(QDir::toNativeSeparators(m_path), QDir::toNativeSeparators(m_target));
    return error;
}

Result<> PendingFile::install()
{
    if (const auto synced = sync(m_path, O_RDONLY); !synced)
        return synced;
    const QByteArray from = QFile::encodeName(m_path);
    const QByteArray to = QFile::encodeName(m_target);
    if (m_overwrite) {
        const LogSetAside log(m_target);
        if (::rename(from, to) != 0) {
            const int code = errno;
            log.bringBack();
            return tl::unexpected(fileError(m_target, code));
        }
        log.drop();
    } else if (const int code = moveToFreeName(from, to); code != 0) {
        return code == EEXIST ? checkIsFree(m_target) : tl::unexpected(fileError(m_target, code));
    }
    m_path.clear();
    return sync(QFileInfo(m_target).absolutePath(), O_RDONLY | O_DIRECTORY);
}

Result<> copyStore(Connection &source, const QString &target, bool overwrite, std::stop_token stop)
{
    auto pending = PendingFile::create(target, overwrite);
    if (!pending)
        return tl::unexpected(pending.error());
    // what fails while the source is read is about the source, but a full disk is about the target
    auto copied = guarded(source.path(), source.handle(), [&] {
        const CancelScope cancel(source, stop);
        SQLite::Statement vacuum(source.database(), "VACUUM INTO ?");
        vacuum.bind(1, pending->path().toStdString());
        vacuum.exec();
    });
    if (!copied && copied.error().code == ErrorCode::DiskFull)
        return tl::unexpected(fileError(target, ENOSPC));
    if (!copied)
        return copied;
    const auto checked = guarded(target, nullptr, [&] {
        SQLite::Database copy(pending->path().toStdString(), SQLite::OPEN_READONLY);
        if (copy.execAndGet("PRAGMA quick_check(1)").getString() != "ok")
            fail(ErrorCode::Damaged,
                 QCoreApplication::translate("Store", "The copy “%1” did not turn out right; the drive may be failing.")
                     .arg(QDir::toNativeSeparators(target)));
    });
    if (!checked)
        return checked;
    return pending->install();
}

} // namespace tickmark::store
