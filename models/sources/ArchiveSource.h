// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ByteSource.h"
#include "RawInput.h"

#include <memory>

struct archive;

namespace tickmark::sources {

//! The one file in a .gz, .zst or .zip, unpacked while reading (libarchive). Nothing is written to disk, and what a small
//! packed file grows to is never held at once.
class ArchiveSource : public ByteSource
{
public:
    enum class Packing { Gzip, Zstd, Zip };

    //! `head` is the beginning of `input`, already read from it.
    [[nodiscard]] static core::Result<std::unique_ptr<ByteSource>> open(std::unique_ptr<RawInput> input,
                                                                        QByteArray head, Packing packing);
    ~ArchiveSource() override;

    [[nodiscard]] QString name() const override;
    [[nodiscard]] qint64 consumed() const override;
    [[nodiscard]] std::optional<qint64> total() const override;
    [[nodiscard]] QByteArray sha256() const override;

protected:
    [[nodiscard]] core::Result<qsizetype> readMore(std::span<char> buffer) override;

private:
    ArchiveSource(std::unique_ptr<RawInput> input, QByteArray head, Packing packing);
    [[nodiscard]] core::Result<void> start();
    //! Goes to the next entry that is a file; false when there is none.
    [[nodiscard]] core::Result<bool> nextFile();
    [[nodiscard]] core::Result<void> finish();
    void noteRawBlock();
    [[nodiscard]] bool gzipSumHolds() const;
    [[nodiscard]] core::Error damaged() const;

    std::unique_ptr<RawInput> m_input;
    QByteArray m_lastBytes; //!< the last eight of the raw ones so far: where gzip keeps its check sum
    quint32 m_sum = 0;      //!< CRC-32 of what was unpacked; gzip only
    quint64 m_unpacked = 0;
    bool m_mayHaveMembers = false; //!< gzip's first bytes came again: perhaps several packed files in a row
    QByteArray m_block;            //!< raw bytes libarchive is working on
    bool m_headPending = true;
    std::optional<core::Error> m_inputError; //!< of reading the packed file, seen inside libarchive's callback
    Packing m_packing;
    archive *m_archive = nullptr;
    bool m_finished = false;
};

} // namespace tickmark::sources
