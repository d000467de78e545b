// SPDX-License-Identifier: GPL-3.0-or-later
#include "ArchiveSource.h"

#include <QCoreApplication>
#include <QtEndian>

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <cerrno>
#include <string_view>
#include <utility>

namespace tickmark::sources {

namespace {

struct ArchiveText
{
    Q_DECLARE_TR_FUNCTIONS(tickmark::sources::Archive)
};

constexpr qsizetype kBlockBytes = 256 * 1024;
constexpr qsizetype kGzipTrailerBytes = 8;
constexpr QByteArrayView kGzipStart("\x1F\x8B\x08", 3);

constexpr std::array<quint32, 256> kCrcTable = [] {
    std::array<quint32, 256> table{};
    for (quint32 i = 0; i < 256; ++i) {
        quint32 value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = (value >> 1) ^ ((value & 1) ? 0xEDB88320U : 0U);
        table[i] = value;
    }
    return table;
}();

//! CRC-32 as gzip has it (RFC 1952, section 8), continued over more bytes.
quint32 crc32(quint32 sum, std::span<const char> bytes)
{
    sum = ~sum;
    for (const char byte : bytes)
        sum = kCrcTable[(sum ^ static_cast<unsigned char>(byte)) & 0xFF] ^ (sum >> 8);
    return ~sum;
}

//! Folders, and what macOS adds beside every file, are not content.
bool isContent(archive_entry *entry)
{
    const char *path = archive_entry_pathname(entry);
    const std::string_view name = path ? path : "";
    const bool folder = archive_entry_filetype(entry) == AE_IFDIR || name.ends_with('/');
    return !folder && !name.starts_with("__MACOSX/");
}

bool isWorkbook(archive_entry *entry)
{
    const char *path = archive_entry_pathname(entry);
    return path && std::string_view(path) == "[Content_Types].xml";
}

} // namespace

ArchiveSource::ArchiveSource(std::unique_ptr<RawInput> input, QByteArray head, Packing packing)
    : m_input(std::move(input)), m_block(std::move(head)), m_packing(packing), m_archive(archive_read_new())
{}

ArchiveSource::~ArchiveSource()
{
    archive_read_free(m_archive);
}

core::Result<std::unique_ptr<ByteSource>> ArchiveSource::open(std::unique_ptr<RawInput> input, QByteArray head,
                                                              Packing packing)
{
    std::unique_ptr<ArchiveSource> source(new ArchiveSource(std::move(input), std::move(head), packing));
    if (const auto started = source->start(); !started)
        return tl::unexpected(started.error());
    return source;
}

core::Error ArchiveSource::damaged() const
{
    if (m_inputError)
        return *m_inputError;
    const char *said = archive_error_string(m_archive);
    return {core::ErrorCode::Damaged, ArchiveText::tr("%1 is damaged or cut short: it cannot be unpacked.").arg(name()),
            QString::fromUtf8(said ? said : "")};
}

core::Result<void> ArchiveSource::start()
{
    // Only what is wanted: libarchive would otherwise also take the table itself for some odd archive.
    if (m_packing == Packing::Zip) {
        archive_read_support_format_zip_streamable(m_archive);
    } else {
        archive_read_support_format_raw(m_archive);
        if (m_packing == Packing::Gzip)
            archive_read_support_filter_gzip(m_archive);
        else
            archive_read_support_filter_zstd(m_archive);
    }
    const auto readBlock = [](archive *self, void *data, const void **block) -> la_ssize_t {
        auto *source = static_cast<ArchiveSource *>(data);
        if (!std::exchange(source->m_headPending, false)) {
            source->m_block.resize(kBlockBytes);
            const auto got = source->m_input->read({source->m_block.data(), size_t(kBlockBytes)});
            if (!got) {
                source->m_inputError = got.error();
                archive_set_error(self, EIO, "read error");
                return -1;
            }
            source->m_block.truncate(*got);
        }
        source->noteRawBlock();
        *block = source->m_block.constData();
        return source->m_block.size();
    };
    if (archive_read_open(m_archive, this, nullptr, readBlock, nullptr) != ARCHIVE_OK)
        return tl::unexpected(damaged());
    // What does not unpack, like the first six bytes of a gzip file alone, would pass as it is.
    if (m_packing != Packing::Zip && archive_filter_code(m_archive, 0) == ARCHIVE_FILTER_NONE)
        return tl::unexpected(damaged());
    const auto found = nextFile();
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return core::failure(core::ErrorCode::InvalidInput, ArchiveText::tr("%1 has no file in it.").arg(name()));
    return {};
}

core::Result<bool> ArchiveSource::nextFile()
{
    for (;;) {
        archive_entry *entry = nullptr;
        const int status = archive_read_next_header(m_archive, &entry);
        if (status == ARCHIVE_EOF)
            return false;
        if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
            return tl::unexpected(damaged());
        if (!isContent(entry))
            continue;
        if (m_packing == Packing::Zip && isWorkbook(entry))
            return core::failure(
                core::ErrorCode::Unsupported,
                ArchiveText::tr("%1 is a spreadsheet file. Save the sheet as CSV and import that.").arg(name()));
        if (m_packing == Packing::Zip && archive_entry_is_encrypted(entry))
            return core::failure(core::ErrorCode::Unsupported,
                                 ArchiveText::tr("%1 is protected by a password. Unpack it first.").arg(name()));
        return true;
    }
}

core::Result<qsizetype> ArchiveSource::readMore(std::span<char> buffer)
{
    if (m_finished || buffer.empty())
        return 0;
    const la_ssize_t got = archive_read_data(m_archive, buffer.data(), buffer.size());
    if (got < 0)
        return tl::unexpected(damaged());
    if (got > 0) {
        m_unpacked += quint64(got);
        if (m_packing == Packing::Gzip)
            m_sum = crc32(m_sum, buffer.first(size_t(got)));
        return qsizetype(got);
    }
    if (const auto done = finish(); !done)
        return tl::unexpected(done.error());
    return 0;
}

core::Result<void> ArchiveSource::finish()
{
    m_finished = true;
    const auto another = nextFile();
    if (!another)
        return tl::unexpected(another.error());
    if (*another)
        return core::failure(
            core::ErrorCode::Unsupported,
            ArchiveText::tr("%1 has several files in it. Unpack it and name the one to import.").arg(name()));
    if (m_packing == Packing::Gzip && !gzipSumHolds())
        return tl::unexpected(damaged());
    return m_input->drain();
}

void ArchiveSource::noteRawBlock()
{
    if (m_packing != Packing::Gzip || m_block.isEmpty())
        return;
    const bool isFirst = m_lastBytes.isEmpty();
    const QByteArray border = m_lastBytes.right(2) + m_block.left(2);
    m_mayHaveMembers = m_mayHaveMembers || m_block.indexOf(kGzipStart, isFirst ? 1 : 0) >= 0
                       || border.contains(kGzipStart);
    m_lastBytes += m_block.right(kGzipTrailerBytes);
    m_lastBytes = m_lastBytes.right(kGzipTrailerBytes);
}

//! libarchive passes over gzip's check sum, and a flipped bit in a price would otherwise be a price. The sum behind several
//! members in a row is only the last one's; those are taken as they are.
bool ArchiveSource::gzipSumHolds() const
{
    if (m_mayHaveMembers || m_lastBytes.size() < kGzipTrailerBytes)
        return true;
    const quint32 sum = qFromLittleEndian<quint32>(m_lastBytes.constData());
    const quint32 length = qFromLittleEndian<quint32>(m_lastBytes.constData() + 4);
    return length == quint32(m_unpacked) && sum == m_sum;
}

QString ArchiveSource::name() const
{
    return m_input->name();
}

qint64 ArchiveSource::consumed() const
{
    return m_input->consumed();
}

std::optional<qint64> ArchiveSource::total() const
{
    return m_input->total();
}

QByteArray ArchiveSource::sha256() const
{
    return m_input->sha256();
}

} // namespace tickmark::sources
