// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickFileReader.h"

#include "ReadVerdict.h"
#include "SampleTable.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>
#include <utility>

namespace tickmark::sources {

namespace {

struct ReaderText
{
    Q_DECLARE_TR_FUNCTIONS(tickmark::sources::TickFile)
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

//! Bytes that were read already, then the rest of a source, which must outlive it.
class ResumedSource : public ByteSource
{
public:
    ResumedSource(std::string_view front, ByteSource &source)
        : m_front(front.data(), qsizetype(front.size())), m_source(source)
    {}

    QString name() const override { return m_source.name(); }
    qint64 consumed() const override { return m_source.consumed(); }
    std::optional<qint64> total() const override { return m_source.total(); }
    QByteArray sha256() const override { return m_source.sha256(); }

protected:
    core::Result<qsizetype> readMore(std::span<char> buffer) override
    {
        if (m_from == m_front.size())
            return m_source.read(buffer);
        const qsizetype count = std::min(qsizetype(buffer.size()), m_front.size() - m_from);
        std::memcpy(buffer.data(), m_front.constData() + m_from, size_t(count));
        m_from += count;
        return count;
    }

private:
    QByteArray m_front;
    qsizetype m_from = 0;
    ByteSource &m_source;
};

core::Result<void> checkHeader(const SampleTable &table, const CsvProfile &profile, const QString &fileName)
{
    const auto header = std::ranges::find(table.rows(), qint64(profile.headerLine), &SampleTable::Row::line);
    if (profile.headerLine == 0 || header == table.rows().end())
        return {};
    for (size_t i = 0; i < profile.columns.size(); ++i) {
        const CsvColumn &column = profile.columns[i];
        if (column.role == ColumnRole::Ignored || column.name.isEmpty())
            continue;
        const QString name = i < header->fields.size() ? QString::fromStdString(header->fields[i]) : QString();
        if (name.compare(column.name, Qt::CaseInsensitive) != 0)
            return refuse(ReaderText::tr("Column %1 of %2 is called \"%3\"; the profile expects \"%4\".")
                              .arg(i + 1)
                              .arg(fileName, name.left(60), column.name.left(60)));
    }
    return {};
}

} // namespace

TickFileReader::Records::Records(std::unique_ptr<ByteSource> rest, ByteSource &source, const CsvProfile &profile,
                                 qint64 lines)
    : resumed(std::move(rest)),
      decoder(resumed ? *resumed : source, profile.encoding, lines == 0),
      scanner(decoder, profile.separator, profile.quote),
      linesBefore(lines)
{
    scanner.expectFields(profile.columns.size());
}

core::Result<std::unique_ptr<TickFileReader>> TickFileReader::open(std::unique_ptr<ByteSource> source,
                                                                   CsvProfile profile, const BarReadOptions &options,
                                                                   Speed speed)
{
    if (const auto usable = checkTickProfile(profile); !usable)
        return tl::unexpected(usable.error());
    const auto sample = source->peek(kDialectSampleBytes);
    if (!sample)
        return tl::unexpected(sample.error());
    const bool isWhole = qsizetype(sample->size()) < kDialectSampleBytes;
    const SampleTable table = SampleTable::split(decodeText(*sample, profile.encoding), isWhole, profile.separator,
                                                 profile.quote);
    if (const auto fits = checkHeader(table, profile, source->name()); !fits)
        return tl::unexpected(fits.error());
    auto timing = findTickTiming(table, profile, options, source->name());
    if (!timing)
        return tl::unexpected(timing.error());
    // Lines are skipped one by one to where the data begins, so no record may reach over it.
    const bool beginsThere = std::ranges::any_of(
        table.rows(), [&](const SampleTable::Row &row) { return row.line == profile.firstDataLine; });
    const bool inBlocks = speed == Speed::Full && beginsThere && FastTickParser::supports(profile);
    return std::unique_ptr<TickFileReader>(
        new TickFileReader(std::move(source), std::move(profile), options, std::move(*timing), inBlocks));
}

TickFileReader::TickFileReader(std::unique_ptr<ByteSource> source, CsvProfile profile, const BarReadOptions &options,
                               TickTiming timing, bool inBlocks)
    : m_source(std::move(source)),
      m_profile(std::move(profile)),
      m_options(options),
      m_parser(m_profile, options, timing.clock),
      m_newestFirst(timing.newestFirst),
      m_times(timing.usual),
      m_findings(std::move(timing.findings))
{
    if (inBlocks) {
        m_text.emplace(*m_source, m_profile.separator, m_profile.quote);
        m_fast.emplace(m_profile, options, std::move(timing.clock));
    } else {
        m_records.emplace(nullptr, *m_source, m_profile, 0);
    }
}

core::Result<bool> TickFileReader::next(TickTable &table, qint64 rows, const std::stop_token &stop)
{
    constexpr qint64 kRowsBetweenLooks = 16'384;
    const qint64 until = m_rows + rows;
    while (!m_ended && m_rows < until) {
        if (stop.stop_requested())
            return core::failure(core::ErrorCode::Cancelled,
                                 ReaderText::tr("Reading %1 was cancelled.").arg(m_source->name()));
        const qint64 soon = std::min(until, m_rows + kRowsBetweenLooks);
        const auto more = m_records ? readRecords(table, soon) : readBlocks(table, soon);
        if (!more)
            return more;
        m_ended = !*more;
        if (const auto hope = checkRejects(m_rejects, m_rows, m_source->name()); !hope)
            return tl::unexpected(hope.error());
    }
    if (m_ended && m_taken == 0)
        return tl::unexpected(whyNothing());
    return !m_ended;
}

core::Result<bool> TickFileReader::readBlocks(TickTable &table, qint64 until)
{
    while (m_rows < until && !m_records) {
        if (!m_text->hasLine()) {
            const auto more = m_text->refill(CsvScanner::kMaxRecordBytes);
            if (!more)
                return more;
            if (!*more && !m_text->isTooLong())
                return false;
            if (!*more)
                readRecordsFromHere();
        }
        readLines(table, until);
    }
    return true;
}

void TickFileReader::readLines(TickTable &table, qint64 until)
{
    while (!m_records && m_text->hasLine() && m_rows < until) {
        if (m_line >= m_profile.firstDataLine)
            readFastLines(table, until);
        if (m_text->hasLine() && m_rows < until)
            readPlainLine(table);
    }
}

void TickFileReader::readFastLines(TickTable &table, qint64 until)
{
    const FastTickParser::Rows rows = m_fast->read(*m_text, until - m_rows, m_times, m_parser, table);
    m_rows += rows.read;
    m_line += rows.read;
    m_taken += rows.taken;
    if (rows.taken > 0)
        m_lastTime = rows.last;
}

//! Any line without a quoted field, cut as CsvScanner cuts it.
void TickFileReader::readPlainLine(TickTable &table)
{
    const char *const text = m_text->data();
    const quint32 *const marks = m_text->marks();
    const quint32 begin = m_text->begin();
    const bool isData = m_line >= m_profile.firstDataLine;
    m_fields.clear();
    bool hasNul = false;
    quint32 fieldBegin = begin;
    size_t i = 0;
    for (;; ++i) {
        const char mark = text[marks[i]];
        const bool isEnd = mark == '\n' || mark == '\r';
        if (isEnd || mark == m_profile.separator) {
            if (m_fields.size() <= CsvProfile::kMaxColumns)
                m_fields.emplace_back(text + fieldBegin, marks[i] - fieldBegin);
            fieldBegin = marks[i] + 1;
            if (isEnd)
                break;
        } else if (mark == '\0') {
            hasNul = true;
        } else if (isData && mark == m_profile.quote) {
            const std::string_view before(text + fieldBegin, marks[i] - fieldBegin);
            if (before.find_first_not_of(' ') == std::string_view::npos)
                return readRecordsFromHere();
        }
    }
    const quint32 end = marks[i];
    CsvRecord record;
    record.line = m_line++;
    record.raw = {text + begin, end - begin};
    record.fields = m_fields;
    if (record.raw.size() > CsvScanner::kMaxRecordBytes)
        record.fault = RejectReason::LineTooLong;
    else if (hasNul)
        record.fault = RejectReason::BinaryData;
    const bool twoMarks = text[end] == '\r' && text[end + 1] == '\n';
    m_text->advance(end + (twoMarks ? 2 : 1), i + (twoMarks ? 2 : 1));
    const bool isBlank = m_fields.size() <= 1 && trimmedField(record.raw).empty();
    if (isData && !isBlank)
        readRow(record, table);
}

void TickFileReader::readRecordsFromHere()
{
    m_records.emplace(std::make_unique<ResumedSource>(m_text->rest(), *m_source), *m_source, m_profile, m_line - 1);
}

core::Result<bool> TickFileReader::readRecords(TickTable &table, qint64 until)
{
    CsvRecord record;
    while (m_rows < until) {
        const auto more = m_records->scanner.next(record);
        if (!more || !*more)
            return more;
        record.line += m_records->linesBefore;
        if (record.line >= m_profile.firstDataLine)
            readRow(record, table);
    }
    return true;
}

void TickFileReader::readRow(const CsvRecord &record, TickTable &table)
{
    if (isBlankRow(record))
        return;
    ++m_rows;
    const auto taken = m_parser.parse(record, m_row);
    if (!taken)
        return m_rejects.add(record.line, taken.error(), record.raw);
    if (!*taken)
        return;
    if (!isPlausible(m_row.time))
        return m_rejects.add(record.line, RejectReason::TimeFarOff, record.raw);
    if (!table.add(m_row))
        return m_rejects.add(record.line, RejectReason::NumberOutOfRange, record.raw);
    ++m_taken;
    m_lastTime = m_row.time;
    m_parser.taken(m_row.symbolIndex, m_row.time);
}

//! Decades from the first rows are not far when the row before is near.
bool TickFileReader::isPlausible(core::Time time)
{
    if (m_times.contains(time))
        return true;
    if (m_taken > 0)
        m_times.moveTo(m_lastTime);
    return m_times.contains(time);
}

core::Error TickFileReader::whyNothing() const
{
    QString ofOthers;
    if (const QStringList &others = m_parser.symbols().passedOver(); !others.isEmpty())
        ofOthers = ReaderText::tr("%1 has no ticks of %2, only of %3.")
                       .arg(m_source->name(), m_options.symbol, others.join(QLatin1String(", ")));
    return nothingUsable(m_rejects, m_source->name(), ofOthers);
}

} // namespace tickmark::sources
