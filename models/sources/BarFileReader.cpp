// SPDX-License-Identifier: GPL-3.0-or-later
#include "BarFileReader.h"

#include "ReadVerdict.h"
#include "SampleTable.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace tickmark::sources {

namespace {

struct ReaderText
{
    Q_DECLARE_TR_FUNCTIONS(tickmark::sources::BarFile)
};

tl::unexpected<core::Error> refuse(const QString &message)
{
    return core::failure(core::ErrorCode::InvalidInput, message);
}

bool isBlankRow(const CsvRecord &record)
{
    return !record.fault
           && std::ranges::all_of(record.fields, [](std::string_view f) { return trimmedField(f).empty(); });
}

bool isCloseOnly(const CsvProfile &profile)
{
    return profile.indexOf(ColumnRole::Open) < 0 || profile.indexOf(ColumnRole::High) < 0
           || profile.indexOf(ColumnRole::Low) < 0;
}

Finding closeOnlyFinding()
{
    return {QStringLiteral("close_only"), QStringLiteral("true"),
            ReaderText::tr("Open, high and low are not all there: the closing price stands for all four.")};
}

} // namespace

core::Result<std::unique_ptr<BarFileReader>> BarFileReader::open(std::unique_ptr<ByteSource> source, CsvProfile profile,
                                                                 const BarReadOptions &options)
{
    if (const auto usable = checkBarProfile(profile); !usable)
        return tl::unexpected(usable.error());
    const auto sample = source->peek(kDialectSampleBytes);
    if (!sample)
        return tl::unexpected(sample.error());
    const bool isWhole = qsizetype(sample->size()) < kDialectSampleBytes;
    const SampleTable table = SampleTable::split(decodeText(*sample, profile.encoding), isWhole, profile.separator,
                                                 profile.quote);
    auto timing = findBarTiming(table, profile, options, source->name());
    if (!timing)
        return tl::unexpected(timing.error());
    std::unique_ptr<BarFileReader> reader(
        new BarFileReader(std::move(source), std::move(profile), options, std::move(*timing)));
    if (const auto ready = reader->skipToData(); !ready)
        return tl::unexpected(ready.error());
    return reader;
}

BarFileReader::BarFileReader(std::unique_ptr<ByteSource> source, CsvProfile profile, const BarReadOptions &options,
                             BarTiming timing)
    : m_source(std::move(source)),
      m_profile(std::move(profile)),
      m_options(options),
      m_decoder(*m_source, m_profile.encoding),
      m_scanner(m_decoder, m_profile.separator, m_profile.quote),
      m_parser(m_profile, options, std::move(timing)),
      m_findings(m_parser.timing().findings),
      m_resolvesNights(!m_parser.timing().isDaily() && m_parser.timing().clock)
{
    m_scanner.expectFields(m_profile.columns.size());
    if (isCloseOnly(m_profile))
        m_findings.push_back(closeOnlyFinding());
}

core::Result<void> BarFileReader::skipToData()
{
    CsvRecord record;
    for (;;) {
        const auto more = m_scanner.next(record);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return {};
        if (record.line >= m_profile.firstDataLine) {
            m_firstRow = record;
            return {};
        }
        if (record.line == m_profile.headerLine) {
            if (auto fits = checkHeader(record); !fits)
                return fits;
        }
    }
}

core::Result<void> BarFileReader::checkHeader(const CsvRecord &header) const
{
    for (size_t i = 0; i < m_profile.columns.size(); ++i) {
        const CsvColumn &column = m_profile.columns[i];
        if (column.role == ColumnRole::Ignored || column.name.isEmpty())
            continue;
        const std::string_view field = i < header.fields.size() ? trimmedField(header.fields[i]) : std::string_view();
        const QString name = QString::fromUtf8(field.data(), qsizetype(field.size()));
        if (name.compare(column.name, Qt::CaseInsensitive) != 0)
            return refuse(ReaderText::tr("Column %1 of %2 is called \"%3\"; the profile expects \"%4\".")
                              .arg(i + 1)
                              .arg(m_source->name(), name.left(60), column.name.left(60)));
    }
    return {};
}

core::Result<bool> BarFileReader::next(std::vector<ParsedBar> &bars, const std::stop_token &stop)
{
    bars.clear();
    CsvRecord record;
    while (!m_ended && bars.size() < kSliceBars) {
        if (m_rows % 256 == 0 && stop.stop_requested())
            return core::failure(core::ErrorCode::Cancelled,
                                 ReaderText::tr("Reading %1 was cancelled.").arg(m_source->name()));
        if (m_firstRow) {
            record = *std::exchange(m_firstRow, std::nullopt);
        } else {
            const auto more = m_scanner.next(record);
            if (!more)
                return tl::unexpected(more.error());
            m_ended = !*more;
        }
        if (m_ended)
            finish(bars);
        else if (!isBlankRow(record))
            readRow(record, bars);
        if (const auto hope = checkRejects(m_rejects, m_rows, m_source->name()); !hope)
            return tl::unexpected(hope.error());
    }
    m_bars += qint64(bars.size());
    if (m_ended && m_bars == 0)
        return tl::unexpected(whyNothing());
    return !bars.empty();
}

void BarFileReader::readRow(const CsvRecord &record, std::vector<ParsedBar> &bars)
{
    ++m_rows;
    const size_t before = bars.size();
    const auto row = m_parser.parse(record, bars);
    if (!row)
        return reject(record.line, row.error(), record.raw);
    if (m_resolvesNights && bars.size() > before)
        holdBack(*row, record, before, bars);
}

void BarFileReader::holdBack(const BarRowParser::Row &row, const CsvRecord &record, size_t firstBar,
                             std::vector<ParsedBar> &bars)
{
    const auto first = bars.begin() + qsizetype(firstBar);
    const int symbol = first->symbolIndex;
    auto found = m_nights.find(symbol);
    if (found == m_nights.end()) {
        const BarTiming &timing = m_parser.timing();
        found = m_nights.try_emplace(symbol, Night{OverlapResolver(timing.intervalNs, timing.newestFirst), {}}).first;
    }
    Night &night = found->second;
    if (row.twice && !night.resolver.isFull()) {
        night.resolver.wait({night.rows.size(), row.localNs, row.twice->time, row.twice->second});
        night.rows.push_back({{first, bars.end()},
                              QByteArray(record.raw.data(), qsizetype(std::min<size_t>(record.raw.size(), 800))),
                              record.line});
        bars.erase(first, bars.end());
        return;
    }
    if (row.twice) {
        bars.erase(first, bars.end());
        return reject(record.line, RejectReason::AmbiguousTime, record.raw);
    }
    const core::Time time = first->bar.start;
    if (night.resolver.isWaiting()) {
        // Waiting rows stand before this one in the file, and so they do among the bars.
        std::vector<ParsedBar> certain(first, bars.end());
        bars.erase(first, bars.end());
        settle(night, time, bars);
        bars.insert(bars.end(), certain.begin(), certain.end());
    }
    night.resolver.passed(time);
}

void BarFileReader::settle(Night &night, std::optional<core::Time> next, std::vector<ParsedBar> &bars)
{
    for (const OverlapResolver::Resolved &resolved : night.resolver.resolve(next)) {
        WaitingRow &row = night.rows[resolved.row];
        if (!resolved.time) {
            reject(row.line, RejectReason::AmbiguousTime, {row.raw.constData(), size_t(row.raw.size())});
            continue;
        }
        for (ParsedBar &bar : row.bars) {
            bar.bar.start = *resolved.time;
            bars.push_back(bar);
        }
    }
    night.rows.clear();
}

void BarFileReader::finish(std::vector<ParsedBar> &bars)
{
    for (auto &[symbol, night] : m_nights)
        settle(night, std::nullopt, bars);
}

void BarFileReader::reject(qint64 line, RejectReason reason, std::string_view raw)
{
    m_rejects.add(line, reason, raw);
}

core::Error BarFileReader::whyNothing() const
{
    QString ofOthers;
    if (const QStringList &others = m_parser.symbols().passedOver(); !others.isEmpty())
        ofOthers = ReaderText::tr("%1 has no bars of %2, only of %3.")
                       .arg(m_source->name(), m_options.symbol, others.join(QLatin1String(", ")));
    return nothingUsable(m_rejects, m_source->name(), ofOthers);
}

} // namespace tickmark::sources
