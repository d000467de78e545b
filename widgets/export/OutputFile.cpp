// SPDX-License-Identifier: GPL-3.0-or-later
#include "OutputFile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

namespace tickmark::exporting {

using core::ErrorCode;

namespace {

core::Error errorOf(const QString &target, int code)
{
    const QString name = QDir::toNativeSeparators(target);
    const QString detail = QString::fromLocal8Bit(std::strerror(code));
    switch (code) {
    case EEXIST:
        return {ErrorCode::AlreadyExists,
                QCoreApplication::translate("Export", "The file “%1” exists already.").arg(name),
                {}};
    case ENOENT:
    case ENOTDIR:
        return {ErrorCode::NotFound,
                QCoreApplication::translate("Export", "The folder of “%1” does not exist.").arg(name), detail};
    case EACCES:
    case EPERM:
    case EROFS:
        return {
            ErrorCode::ReadOnly,
            QCoreApplication::translate("Export", "“%1” cannot be written: the folder or file is protected.").arg(name),
            detail};
    case ENOSPC:
    case EDQUOT:
        return {ErrorCode::DiskFull,
                QCoreApplication::translate("Export", "“%1” could not be written: the drive is full.").arg(name),
                detail};
    default:
        return {ErrorCode::Io, QCoreApplication::translate("Export", "“%1” could not be written.").arg(name), detail};
    }
}

bool existsEvenAsLink(const QString &path)
{
    struct stat status = {};
    return ::lstat(QFile::encodeName(path).constData(), &status) == 0;
}

//! Never takes the place of a file that came meanwhile. Returns errno, 0 when done.
int moveToFreeName(const QByteArray &from, const QByteArray &to)
{
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    // File systems that cannot do it in one step.
    if (::link(from.constData(), to.constData()) != 0)
        return errno;
    ::unlink(from.constData());
    return 0;
}

//! A renamed file is safe only when its folder is. Errors do not matter: the file itself is complete.
void syncFolder(const QString &path)
{
    const int folder = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return;
    ::fsync(folder);
    ::close(folder);
}

//! Through links, so that a link to a file stays a link.
QString resolved(const QString &target)
{
    const QString canonical = QFileInfo(target).canonicalFilePath();
    return canonical.isEmpty() ? QFileInfo(target).absoluteFilePath() : canonical;
}

} // namespace

core::Result<std::unique_ptr<OutputFile>> OutputFile::create(const QString &target, bool overwrite)
{
    if (!overwrite && existsEvenAsLink(target))
        return tl::unexpected(errorOf(target, EEXIST));
    const QString final = resolved(target);
    const QFileInfo info(final);
    if (info.isDir())
        return core::failure(
            ErrorCode::AlreadyExists,
            QCoreApplication::translate("Export", "“%1” is a folder.").arg(QDir::toNativeSeparators(target)));
    const QString path = QStringLiteral("%1/.%2.%3.part")
                             .arg(info.absolutePath(), info.fileName().left(200))
                             .arg(QRandomGenerator::system()->generate(), 8, 16, QLatin1Char('0'));
    // 0666 less the umask, as any program's new file.
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0)
        return tl::unexpected(errorOf(target, errno));
    struct stat old = {};
    if (::stat(QFile::encodeName(final).constData(), &old) == 0)
        static_cast<void>(::fchmod(descriptor, old.st_mode & 07777) == 0);
    std::unique_ptr<OutputFile> file(new OutputFile(path, final, overwrite));
    if (!file->m_file.open(descriptor, QIODevice::WriteOnly, QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        return tl::unexpected(errorOf(target, EIO));
    }
    return file;
}

OutputFile::OutputFile(const QString &path, const QString &target, bool overwrite)
    : m_path(path), m_target(target), m_overwrite(overwrite)
{}

OutputFile::~OutputFile()
{
    if (m_committed)
        return;
    m_file.close();
    ::unlink(QFile::encodeName(m_path).constData());
}

core::Error OutputFile::writeError() const
{
    // A write that ends early without an error found no more room; so did one that QFile calls a resource error.
    const bool full = m_file.error() == QFileDevice::NoError || m_file.error() == QFileDevice::ResourceError;
    core::Error error = errorOf(m_target, full ? ENOSPC : EIO);
    error.detail = m_file.errorString();
    return error;
}

core::Result<> OutputFile::commit()
{
    if (!m_file.flush())
        return tl::unexpected(writeError());
    if (::fsync(m_file.handle()) != 0)
        return tl::unexpected(errorOf(m_target, errno));
    m_file.close();
    const QByteArray from = QFile::encodeName(m_path);
    const QByteArray to = QFile::encodeName(m_target);
    int code = 0;
    if (m_overwrite)
        code = ::rename(from.constData(), to.constData()) == 0 ? 0 : errno;
    else
        code = moveToFreeName(from, to);
    if (code != 0)
        return tl::unexpected(errorOf(m_target, code));
    m_committed = true;
    syncFolder(QFileInfo(m_target).absolutePath());
    return {};
}

} // namespace tickmark::exporting
