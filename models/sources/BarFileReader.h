// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BarReadOptions.h"
#include "BarRowParser.h"
#include "ByteSource.h"
#include "CsvDialect.h"
#include "CsvProfile.h"
#include "CsvScanner.h"
#include "OverlapResolver.h"
#include "RejectList.h"
#include "TextDecoder.h"
#include <core/Bar.h>
#include <core/Result.h>

#include <QStringList>

#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace tickmark::sources {

//! Reads the bars of one CSV file in slices, in bounded memory, whatever the file's size. Rows come in the file's order,
//! which may be any (newest first, by instrument, by time); the same time may come twice. Times that the clock showed
//! twice come a little later than their row, when it is clear which is meant. One thread at a time.
class BarFileReader
{
public:
    static constexpr size_t kSliceBars = 4'096; //!< next() gives about that many

    //! Takes the source at its very beginning (peeking is allowed) and checks profile, options and header against it.
    //! InvalidInput: a profile that does not fit, times that need a zone or a date, an interval that cannot be found.
    [[nodiscard]] static core::Result<std::unique_ptr<BarFileReader>> open(std::unique_ptr<ByteSource> source,
                                                                           CsvProfile profile,
                                                                           const BarReadOptions &options);

    //! Replaces `bars` by the next few thousand; false (and none) at the end. Errors: Cancelled, Io and Damaged from the
    //! source, InvalidInput for a file that is hopeless (too many rejects, not one usable row). Rejects stay readable
    //! after an error.
    [[nodiscard]] core::Result<bool> next(std::vector<ParsedBar> &bars, const std::stop_token &stop = {});

    //! Grows while reading. One empty symbol when neither the file nor the options name one.
    [[nodiscard]] const QStringList &symbols() const { return m_parser.symbols().symbols(); }
    //! core::Series::kDaily: bars have a session date; else the length of an intraday bar.
    [[nodiscard]] qint64 intervalNs() const { return m_parser.timing().intervalNs; }
    //! What opening found out beyond the dialect: interval, zone, order of the rows, close-only files.
    [[nodiscard]] const std::vector<Finding> &findings() const { return m_findings; }
    [[nodiscard]] const RejectList &rejects() const { return m_rejects; }
    //! Data rows so far: taken, rejected and passed over (see BarReadOptions::symbol).
    [[nodiscard]] qint64 rowsRead() const { return m_rows; }

    //! See ByteSource. The hash is there when next() has returned false.
    [[nodiscard]] qint64 bytesConsumed() const { return m_source->consumed(); }
    [[nodiscard]] std::optional<qint64> bytesTotal() const { return m_source->total(); }
    [[nodiscard]] QByteArray sha256() const { return m_source->sha256(); }

private:
    //! Bars of one row whose time was twice.
    struct WaitingRow
    {
        std::vector<ParsedBar> bars;
        QByteArray raw; //!< for the reject
        qint64 line = 0;
    };
    //! The waiting rows of one symbol.
    struct Night
    {
        OverlapResolver resolver;
        std::vector<WaitingRow> rows;
    };

    BarFileReader(std::unique_ptr<ByteSource> source, CsvProfile profile, const BarReadOptions &options,
                  BarTiming timing);
    [[nodiscard]] core::Result<void> skipToData();
    [[nodiscard]] core::Result<void> checkHeader(const CsvRecord &header) const;
    void readRow(const CsvRecord &record, std::vector<ParsedBar> &bars);
    void holdBack(const BarRowParser::Row &row, const CsvRecord &record, size_t firstBar, std::vector<ParsedBar> &bars);
    void settle(Night &night, std::optional<core::Time> next, std::vector<ParsedBar> &bars);
    void finish(std::vector<ParsedBar> &bars);
    void reject(qint64 line, RejectReason reason, std::string_view raw);
    [[nodiscard]] core::Error whyNothing() const;

    std::unique_ptr<ByteSource> m_source;
    CsvProfile m_profile;
    BarReadOptions m_options;
    TextDecoder m_decoder;
    CsvScanner m_scanner;
    BarRowParser m_parser;
    std::vector<Finding> m_findings;
    RejectList m_rejects;
    std::map<int, Night> m_nights; //!< by symbol; only for local intraday times
    bool m_resolvesNights;
    std::optional<CsvRecord> m_firstRow; //!< read while looking for it
    qint64 m_rows = 0;
    qint64 m_bars = 0;
    bool m_ended = false;
};

} // namespace tickmark::sources
