// SPDX-License-Identifier: GPL-3.0-or-later
#include "RawInput.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <openssl/evp.h>

#include <cstdio>

namespace tickmark::sources {

namespace {

struct InputText
{
    Q_DECLARE_TR_FUNCTIONS(tickmark::sources::Input)
};

tl::unexpected<core::Error> cannotRead(const QString &name, const QString &detail)
{
    return core::failure(core::ErrorCode::Io, InputText::tr("%1 could not be read.").arg(name), detail);
}

} // namespace

Sha256::Sha256() : m_context(EVP_MD_CTX_new())
{
    if (!m_context || EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr) != 1)
        qFatal("SHA-256 is not available");
}

Sha256::~Sha256() = default;

void Sha256::Free::operator()(evp_md_ctx_st *context) const
{
    EVP_MD_CTX_free(context);
}

void Sha256::add(std::span<const char> bytes)
{
    EVP_DigestUpdate(m_context.get(), bytes.data(), bytes.size());
}

QByteArray Sha256::result()
{
    QByteArray digest(EVP_MD_size(EVP_sha256()), Qt::Uninitialized);
    EVP_DigestFinal_ex(m_context.get(), reinterpret_cast<unsigned char *>(digest.data()), nullptr);
    return digest;
}

RawInput::RawInput(std::unique_ptr<QIODevice> device, QString name, std::optional<qint64> total)
    : m_device(std::move(device)), m_name(std::move(name)), m_total(total)
{}

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
    m_hash.add(buffer.first(size_t(filled)));
    if (m_atEnd && m_sha256.isEmpty())
        m_sha256 = m_hash.result();
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

} // namespace tickmark::sources
