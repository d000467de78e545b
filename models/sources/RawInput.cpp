// SPDX-License-Identifier: GPL-3.0-or-later
#include "RawInput.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cstdio>
#include <system_error>
#include <utility>

namespace tickmark::sources {

namespace {

struct InputText
{
    Q_DECLARE_TR_FUNCTIONS(tickmark::sources::Input)
};

constexpr qsizetype kHashBytes = 1024 * 1024;

tl::unexpected<core::Error> cannotRead(const QString &name, const QString &detail)
{
    return core::failure(core::ErrorCode::Io, InputText::tr("%1 could not be read.").arg(name), detail);
}

} // namespace

RawInput::RawInput(std::unique_ptr<QIODevice> device, QString name, std::optional<qint64> total)
    : m_device(std::move(device)), m_name(std::move(name)), m_total(total)
{}

RawInput::~RawInput()
{
    if (m_hashing.valid())
        m_hashing.wait();
}

core::Result<std::unique_ptr<RawInput>> RawInput::open(const QString &path)
{
    constexpr auto kMode = QIODevice::ReadOnly | QIODevice::Unbuffered;
    auto file = std::make_unique<QFile>();
    if (path == QLatin1String("-")) {
        if (!file->open(stdin, kMode))
            return cannotRead(QStringLiteral("stdin"), file->errorString());
        return std::unique_ptr<RawInput>(new RawInput(std::move(file), QStringLiteral("stdin"), std::nullopt));
    }
    const QFileInfo info(path);
    if (!info.exists()) {
        return core::failure(core::ErrorCode::NotFound, InputText::tr("There is no file %1.").arg(path));
    }
    if (info.isDir()) {
        return core::failure(core::ErrorCode::Io, InputText::tr("%1 is a folder, not a file.").arg(path));
    }
    file->setFileName(path);
    if (!file->open(kMode)) {
        const bool denied = file->error() == QFileDevice::PermissionsError || !info.isReadable();
        if (denied)
            return core::failure(core::ErrorCode::Io, InputText::tr("You are not allowed to read %1.").arg(path),
                                 file->errorString());
        return cannotRead(path, file->errorString());
    }
    const std::optional<qint64> total = file->isSequential() ? std::nullopt : std::optional(file->size());
    return std::unique_ptr<RawInput>(new RawInput(std::move(file), path, total));
}

std::unique_ptr<RawInput> RawInput::fromBytes(const QByteArray &bytes, const QString &name)
{
    const qint64 size = bytes.size();
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    return std::unique_ptr<RawInput>(new RawInput(std::move(buffer), name, size));
}

core::Result<qsizetype> RawInput::read(std::span<char> buffer)
{
    qsizetype filled = 0;
    while (filled < qsizetype(buffer.size()) && !m_atEnd) {
        const qint64 got = m_device->read(buffer.data() + filled, qint64(buffer.size()) - filled);
        if (got < 0)
            return cannotRead(m_name, m_device->errorString());
        filled += got;
        m_atEnd = got == 0; // asking a terminal again would wait for more
    }
    m_consumed += filled;
    hash(buffer.first(size_t(filled)));
    if (m_atEnd)
        finishHash();
    return filled;
}

core::Result<void> RawInput::drain()
{
    QByteArray rest(64 * 1024, Qt::Uninitialized);
    for (;;) {
        const auto got = read({rest.data(), size_t(rest.size())});
        if (!got)
            return tl::unexpected(got.error());
        if (*got == 0)
            return {};
    }
}

void RawInput::hash(std::span<const char> bytes)
{
    m_toHash.append(bytes.data(), qsizetype(bytes.size()));
    if (m_toHash.size() >= kHashBytes)
        hashPending();
}

void RawInput::hashPending()
{
    if (m_hashing.valid())
        m_hashing.get();
    // Hashing costs as much as parsing a table, so the two share the work; at most one block waits.
    const auto work = [this, block = std::exchange(m_toHash, {})] { m_hash.addData(block); };
    try {
        m_hashing = std::async(std::launch::async, work);
    } catch (const std::system_error &) {
        work();
    }
}

void RawInput::finishHash()
{
    if (!m_sha256.isEmpty())
        return;
    if (m_hashing.valid())
        m_hashing.get();
    m_hash.addData(m_toHash);
    m_toHash.clear();
    m_sha256 = m_hash.result();
}

} // namespace tickmark::sources
