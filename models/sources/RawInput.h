// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>

#include <QByteArray>
#include <QIODevice>
#include <QString>

#include <memory>
#include <optional>
#include <span>

struct evp_md_ctx_st; // OpenSSL's EVP_MD_CTX

namespace tickmark::sources {

//! A SHA-256 as it grows. OpenSSL's, because with the processor's own instructions it is ten times as fast as Qt's and so
//! costs an import next to nothing.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256 &) = delete;
    Sha256 &operator=(const Sha256 &) = delete;

    void add(std::span<const char> bytes);
    //! The 32 bytes; nothing may be added after that.
    [[nodiscard]] QByteArray result();

private:
    struct Free
    {
        void operator()(evp_md_ctx_st *context) const;
    };

    std::unique_ptr<evp_md_ctx_st, Free> m_context;
};

//! The bytes of a file, of standard input or of memory as they are, counted and hashed on the way. One thread at a time.
class RawInput
{
public:
    [[nodiscard]] static core::Result<std::unique_ptr<RawInput>> open(const QString &path);
    [[nodiscard]] static std::unique_ptr<RawInput> fromBytes(const QByteArray &bytes, const QString &name);
    RawInput(const RawInput &) = delete;
    RawInput &operator=(const RawInput &) = delete;

    [[nodiscard]] const QString &name() const { return m_name; }
    //! Fills `buffer` unless the end comes first; 0 only at the end.
    [[nodiscard]] core::Result<qsizetype> read(std::span<char> buffer);
    //! Reads to the end, for the hash. Bytes after a packed file's own end belong to the file.
    [[nodiscard]] core::Result<void> drain();

    [[nodiscard]] qint64 consumed() const { return m_consumed; }
    [[nodiscard]] std::optional<qint64> total() const { return m_total; }
    //! Empty before the end.
    [[nodiscard]] QByteArray sha256() const { return m_sha256; }

private:
    RawInput(std::unique_ptr<QIODevice> device, QString name, std::optional<qint64> total);

    std::unique_ptr<QIODevice> m_device;
    QString m_name;
    std::optional<qint64> m_total;
    qint64 m_consumed = 0;
    bool m_atEnd = false;
    Sha256 m_hash;
    QByteArray m_sha256;
};

} // namespace tickmark::sources
