// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>

#include <QByteArray>
#include <QCryptographicHash>
#include <QIODevice>
#include <QString>

#include <future>
#include <memory>
#include <optional>
#include <span>

namespace tickmark::sources {

//! The bytes of a file, of standard input or of memory as they are, counted and hashed on the way. One thread at a time;
//! the hash is computed beside it on a thread of its own.
class RawInput
{
public:
    [[nodiscard]] static core::Result<std::unique_ptr<RawInput>> open(const QString &path);
    [[nodiscard]] static std::unique_ptr<RawInput> fromBytes(const QByteArray &bytes, const QString &name);
    ~RawInput();
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
    void hash(std::span<const char> bytes);
    void hashPending();
    void finishHash();

    std::unique_ptr<QIODevice> m_device;
    QString m_name;
    std::optional<qint64> m_total;
    qint64 m_consumed = 0;
    bool m_atEnd = false;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    QByteArray m_toHash;         //!< collected until it is worth a thread
    std::future<void> m_hashing; //!< owns m_hash while it is valid
    QByteArray m_sha256;
};

} // namespace tickmark::sources
