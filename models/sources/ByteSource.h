// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace tickmark::sources {

//! The content of one input, front to back, unpacked where it came packed. Owned and read by one thread at a time.
//! Errors name the input; after an error nothing more can be read.
class ByteSource
{
public:
    virtual ~ByteSource() = default;
    ByteSource(const ByteSource &) = delete;
    ByteSource &operator=(const ByteSource &) = delete;

    //! What the user called it: the path, or "stdin" for "-".
    [[nodiscard]] virtual QString name() const = 0;
    //! Fills `buffer` from the front and returns how many bytes that were; 0 only at the end.
    [[nodiscard]] core::Result<qsizetype> read(std::span<char> buffer);
    //! The next `size` bytes (fewer only at the end) without consuming them. The view dies with the next read() or
    //! peek().
    [[nodiscard]] core::Result<std::string_view> peek(qsizetype size);

    //! Bytes of the input itself (packed, if it is) taken so far, and how many there are; nothing for a pipe.
    [[nodiscard]] virtual qint64 consumed() const = 0;
    [[nodiscard]] virtual std::optional<qint64> total() const = 0;
    //! SHA-256 of the input's own bytes, as delivered. Complete once read() has returned 0; empty before.
    [[nodiscard]] virtual QByteArray sha256() const = 0;

protected:
    ByteSource() = default;
    //! read() without what was peeked.
    [[nodiscard]] virtual core::Result<qsizetype> readMore(std::span<char> buffer) = 0;

private:
    QByteArray m_peeked; //!< read ahead of the consumer; [m_peekedFrom, size) is still to be handed out
    qsizetype m_peekedFrom = 0;
};

//! Opens a file, or standard input for "-". Gzip, Zstandard and zip (with one file in it) are recognised by their first
//! bytes, whatever the name says. NotFound, Io (a folder, no permission), Unsupported (another packing, a zip with
//! several files), Damaged.
[[nodiscard]] core::Result<std::unique_ptr<ByteSource>> openInput(const QString &path);

//! The same for bytes in memory; `name` is used in messages.
[[nodiscard]] core::Result<std::unique_ptr<ByteSource>> openBytes(const QByteArray &bytes, const QString &name);

} // namespace tickmark::sources
