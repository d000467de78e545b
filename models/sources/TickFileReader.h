// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BarReadOptions.h"
#include "ByteSource.h"
#include "CsvDialect.h"
#include "CsvProfile.h"
#include "CsvScanner.h"
#include "FastTickParser.h"
#include "MarkedText.h"
#include "RejectList.h"
#include "TextDecoder.h"
#include "TickRowParser.h"
#include "TickTable.h"
#include "TickTiming.h"
#include <core/Result.h>

#include <QStringList>

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace tickmark::sources {

//! Reads the ticks of one CSV file in pieces, in bounded memory, in the order of the file. UTF-8 files are cut into fields
//! in blocks, and rows of the usual forms parsed some ten times as fast as by CsvScanner; a row of another form goes the
//! way of BarFileReader, and from a quoted field on the whole rest does. Both ways give the same ticks and rejects. One
//! thread at a time.
class TickFileReader
{
public:
    enum class Speed {
        Full,
        General, //!< every row the general way: to compare with
    };

    //! Takes the source at its very beginning (peeking is allowed) and checks profile, options and header against it.
    //! InvalidInput: a profile that does not fit, times that need a zone or a date.
    [[nodiscard]] static core::Result<std::unique_ptr<TickFileReader>> open(std::unique_ptr<ByteSource> source,
                                                                            CsvProfile profile,
                                                                            const BarReadOptions &options,
                                                                            Speed speed = Speed::Full);

    //! Adds the ticks of about `rows` more rows to `table`; false at the end. Errors: Cancelled, Io and Damaged from the
    //! source, InvalidInput for a file that is hopeless (too many rejects, not one usable row); what was added before
    //! stays, and so do the rejects.
    [[nodiscard]] core::Result<bool> next(TickTable &table, qint64 rows, const std::stop_token &stop = {});

    //! Grows while reading; by SeriesTicks::symbolIndex. One empty symbol when neither the file nor the options name one.
    [[nodiscard]] const QStringList &symbols() const { return m_parser.symbols().symbols(); }
    //! What opening found out beyond the dialect: zone, order of the rows.
    [[nodiscard]] const std::vector<Finding> &findings() const { return m_findings; }
    [[nodiscard]] bool isNewestFirst() const { return m_newestFirst; }
    [[nodiscard]] const RejectList &rejects() const { return m_rejects; }
    //! Data rows so far: taken, rejected and passed over (see BarReadOptions::symbol).
    [[nodiscard]] qint64 rowsRead() const { return m_rows; }

    //! See ByteSource. The hash is there when next() has returned false.
    [[nodiscard]] qint64 bytesConsumed() const { return m_source->consumed(); }
    [[nodiscard]] std::optional<qint64> bytesTotal() const { return m_source->total(); }
    [[nodiscard]] QByteArray sha256() const { return m_source->sha256(); }

private:
    //! Text that CsvScanner reads, from the beginning or from somewhere inside on.
    struct Records
    {
        Records(std::unique_ptr<ByteSource> resumed, ByteSource &source, const CsvProfile &profile, qint64 lines);

        std::unique_ptr<ByteSource> resumed; //!< what a block has left, then the source; null from the beginning
        TextDecoder decoder;
        CsvScanner scanner;
        qint64 linesBefore;
    };

    TickFileReader(std::unique_ptr<ByteSource> source, CsvProfile profile, const BarReadOptions &options,
                   TickTiming timing, bool inBlocks);
    [[nodiscard]] core::Result<bool> readBlocks(TickTable &table, qint64 until);
    void readLines(TickTable &table, qint64 until);
    void readFastLines(TickTable &table, qint64 until);
    void readPlainLine(TickTable &table);
    void readRecordsFromHere();
    [[nodiscard]] core::Result<bool> readRecords(TickTable &table, qint64 until);
    void readRow(const CsvRecord &record, TickTable &table);
    [[nodiscard]] bool isPlausible(core::Time time);
    [[nodiscard]] core::Error whyNothing() const;

    std::unique_ptr<ByteSource> m_source;
    CsvProfile m_profile;
    BarReadOptions m_options;
    TickRowParser m_parser;
    bool m_newestFirst;
    PlausibleTimes m_times;
    core::Time m_lastTime; //!< of the last tick taken
    std::vector<Finding> m_findings;
    RejectList m_rejects;
    std::optional<MarkedText> m_text; //!< while the fast way is open
    std::optional<FastTickParser> m_fast;
    std::optional<Records> m_records; //!< instead, or from somewhere on
    qint64 m_line = 1;                //!< the next one of m_text
    TickRow m_row;
    std::vector<std::string_view> m_fields;
    qint64 m_rows = 0;
    qint64 m_taken = 0;
    bool m_ended = false;
};

} // namespace tickmark::sources
