// SPDX-License-Identifier: GPL-3.0-or-later
#include "ByteSource.h"

#include "ArchiveSource.h"
#include "RawInput.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>
#include <utility>

namespace tickmark::sources {

namespace {

struct PackingText
{
    Q_DECLARE_TR_FUNCTIONS(tickmark::sources::Packing)
};

constexpr qsizetype kHeadBytes = 64 * 1024;

//! Bytes that are not packed.
class PlainSource : public ByteSource
{
public:
    PlainSource(std::unique_ptr<RawInput> input, QByteArray head) : m_input(std::move(input)), m_head(std::move(head))
    {}

    QString name() const override { return m_input->name(); }
    qint64 consumed() const override { return m_input->consumed(); }
    std::optional<qint64> total() const override { return m_input->total(); }
    QByteArray sha256() const override { return m_input->sha256(); }

protected:
    core::Result<qsizetype> readMore(std::span<char> buffer) override
    {
        if (m_headFrom < m_head.size()) {
            const qsizetype count = std::min(qsizetype(buffer.size()), m_head.size() - m_headFrom);
            std::memcpy(buffer.data(), m_head.constData() + m_headFrom, size_t(count));
            m_headFrom += count;
            return count;
        }
        return m_input->read(buffer);
    }

private:
    std::unique_ptr<RawInput> m_input;
    QByteArray m_head; //!< read to see what it is
    qsizetype m_headFrom = 0;
};

//! The name of a packing that is recognised but not unpacked; empty for anything else.
QString foreignPacking(const QByteArray &head)
{
    if (head.startsWith("BZh") && head.mid(4, 6) == "1AY&SY")
        return QStringLiteral("bzip2");
    if (head.startsWith(QByteArray("\xFD"
                                   "7zXZ\0",
                                   6)))
        return QStringLiteral("xz");
    if (head.startsWith(QByteArray("7z\xBC\xAF\x27\x1C", 6)))
        return QStringLiteral("7z");
    if (head.startsWith("Rar!\x1A"))
        return QStringLiteral("RAR");
    if (head.startsWith(QByteArray("\x04\x22\x4D\x18", 4)))
        return QStringLiteral("LZ4");
    return {};
}

std::optional<ArchiveSource::Packing> packingOf(const QByteArray &head)
{
    if (head.startsWith("\x1F\x8B"))
        return ArchiveSource::Packing::Gzip;
    if (head.startsWith(QByteArray("\x28\xB5\x2F\xFD", 4)))
        return ArchiveSource::Packing::Zstd;
    if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06"))
        return ArchiveSource::Packing::Zip;
    return {};
}

core::Result<std::unique_ptr<ByteSource>> openRaw(std::unique_ptr<RawInput> input)
{
    QByteArray head(kHeadBytes, Qt::Uninitialized);
    const auto got = input->read({head.data(), size_t(kHeadBytes)});
    if (!got)
        return tl::unexpected(got.error());
    head.truncate(*got);
    if (const QString packing = foreignPacking(head); !packing.isEmpty())
        return core::failure(core::ErrorCode::Unsupported,
                             PackingText::tr("%1 is packed with %2, which is not supported. Unpack it first.")
                                 .arg(input->name(), packing));
    if (const auto packing = packingOf(head))
        return ArchiveSource::open(std::move(input), std::move(head), *packing);
    return std::make_unique<PlainSource>(std::move(input), std::move(head));
}

} // namespace

core::Result<qsizetype> ByteSource::read(std::span<char> buffer)
{
    if (m_peekedFrom == m_peeked.size())
        return readMore(buffer);
    const qsizetype count = std::min(qsizetype(buffer.size()), m_peeked.size() - m_peekedFrom);
    std::memcpy(buffer.data(), m_peeked.constData() + m_peekedFrom, size_t(count));
    m_peekedFrom += count;
    if (m_peekedFrom == m_peeked.size()) {
        m_peeked = {};
        m_peekedFrom = 0;
    }
    return count;
}

core::Result<std::string_view> ByteSource::peek(qsizetype size)
{
    if (m_peekedFrom > 0) {
        m_peeked.remove(0, m_peekedFrom);
        m_peekedFrom = 0;
    }
    while (m_peeked.size() < size) {
        const qsizetype before = m_peeked.size();
        m_peeked.resize(size);
        const auto got = readMore({m_peeked.data() + before, size_t(size - before)});
        m_peeked.truncate(before + got.value_or(0));
        if (!got)
            return tl::unexpected(got.error());
        if (*got == 0)
            break;
    }
    return std::string_view(m_peeked.constData(), size_t(std::min(size, m_peeked.size())));
}

core::Result<std::unique_ptr<ByteSource>> openInput(const QString &path)
{
    auto input = RawInput::open(path);
    if (!input)
        return tl::unexpected(input.error());
    return openRaw(std::move(*input));
}

core::Result<std::unique_ptr<ByteSource>> openBytes(const QByteArray &bytes, const QString &name)
{
    return openRaw(RawInput::fromBytes(bytes, name));
}

} // namespace tickmark::sources
