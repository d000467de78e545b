// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickRowParser.h"

#include "SampleTable.h"

#include <algorithm>
#include <limits>

namespace tickmark::sources {

namespace {

constexpr qint64 kNever = std::numeric_limits<qint64>::min();

std::string_view fieldAt(std::span<const std::string_view> fields, int index)
{
    return index >= 0 && size_t(index) < fields.size() ? fields[size_t(index)] : std::string_view();
}

} // namespace

TickColumns::TickColumns(const CsvProfile &profile) : width(profile.columns.size())
{
    constexpr auto kTrade = size_t(core::QuoteField::Trade);
    constexpr auto kBid = size_t(core::QuoteField::Bid);
    constexpr auto kAsk = size_t(core::QuoteField::Ask);
    const auto place = [&](ColumnRole role, int &index) {
        index = profile.indexOf(role);
        needed = std::max(needed, size_t(index + 1));
    };
    place(ColumnRole::Date, date);
    place(ColumnRole::Time, time);
    place(ColumnRole::Symbol, symbol);
    place(ColumnRole::Price, prices[kTrade]);
    place(ColumnRole::Bid, prices[kBid]);
    place(ColumnRole::Ask, prices[kAsk]);
    const auto placeSize = [&](ColumnRole role, size_t field) {
        if (prices[field] >= 0)
            place(role, sizes[field]);
    };
    placeSize(ColumnRole::Size, kTrade);
    placeSize(ColumnRole::BidSize, kBid);
    placeSize(ColumnRole::AskSize, kAsk);
}

TickRowParser::TickRowParser(const CsvProfile &profile, const BarReadOptions &options, std::optional<LocalClock> clock)
    : m_columns(profile),
      m_numbers(profile.numbers),
      m_stamps(profile.dateForm, options.date),
      m_clock(std::move(clock)),
      m_symbols(m_columns.symbol >= 0 ? options.symbol : QString())
{
    if (m_columns.symbol >= 0)
        return;
    if (options.symbol.isEmpty())
        (void)m_symbols.addNameless();
    else
        (void)m_symbols.indexOf(options.symbol.toStdString());
}

bool TickRowParser::hasRightWidth(Fields fields) const
{
    if (fields.size() <= m_columns.width)
        return fields.size() >= m_columns.needed;
    const Fields extra = fields.subspan(m_columns.width);
    return std::ranges::all_of(extra, [](std::string_view f) { return trimmedField(f).empty(); });
}

tl::expected<bool, RejectReason> TickRowParser::parse(const CsvRecord &record, TickRow &row)
{
    if (record.fault)
        return tl::unexpected(*record.fault);
    if (!hasRightWidth(record.fields))
        return tl::unexpected(RejectReason::FieldCount);
    row = {};
    if (m_columns.symbol >= 0) {
        const auto found = m_symbols.indexOf(fieldAt(record.fields, m_columns.symbol));
        if (!found)
            return tl::unexpected(found.error());
        if (*found == SymbolIndex::kPassedOver)
            return false;
        row.symbolIndex = *found;
    }
    const auto time = timeOf(record.fields, row.symbolIndex);
    if (!time)
        return tl::unexpected(time.error());
    row.time = *time;
    for (size_t field = 0; field < TickRow::kFields; ++field) {
        if (m_columns.prices[field] < 0)
            continue;
        if (const auto read = readPrice(record.fields, field, row); !read)
            return tl::unexpected(read.error());
    }
    if (std::ranges::any_of(row.has, [](bool has) { return has; }))
        return true;
    const bool claimsToBe = std::ranges::any_of(
        m_columns.prices, [&](int column) { return isNaN(trimmedField(fieldAt(record.fields, column))); });
    return tl::unexpected(claimsToBe ? RejectReason::BadNumber : RejectReason::MissingPrice);
}

tl::expected<core::Time, RejectReason> TickRowParser::timeOf(Fields fields, int symbolIndex)
{
    auto stamp = m_stamps.parse(fieldAt(fields, m_columns.date));
    if (!stamp)
        return tl::unexpected(stamp.error() == StampFault::OutOfRange ? RejectReason::TimeFarOff
                                                                      : RejectReason::BadDate);
    if (m_columns.time >= 0) {
        const auto time = parseTimeOfDay(fieldAt(fields, m_columns.time));
        if (!time)
            return tl::unexpected(RejectReason::BadDate);
        stamp->time = *time;
        stamp->hasTime = true;
    }
    const qint64 localNs = stamp->date.utcMidnight().ns + stamp->time.ns;
    if (stamp->hasTime && stamp->time.offsetNs)
        return core::Time{localNs - *stamp->time.offsetNs};
    if (!stamp->hasTime || !m_clock)
        return tl::unexpected(RejectReason::BadDate);
    return onClock(localNs, symbolIndex);
}

tl::expected<core::Time, RejectReason> TickRowParser::onClock(qint64 localNs, int symbolIndex)
{
    const LocalClock::Moment moment = m_clock->at(localNs);
    if (moment.kind == LocalClock::Moment::Kind::Never)
        return tl::unexpected(RejectReason::TimeInGap);
    if (moment.kind == LocalClock::Moment::Kind::Once)
        return moment.time;
    // Rows that run on show it: what comes after the first of the two times is the second, what comes just before it the
    // first. After a long silence it stays open.
    const qint64 last = size_t(symbolIndex) < m_lastTimes.size() ? m_lastTimes[size_t(symbolIndex)] : kNever;
    if (last > moment.time.ns)
        return moment.second;
    if (last != kNever && moment.time.ns - last < moment.second.ns - moment.time.ns)
        return moment.time;
    return tl::unexpected(RejectReason::AmbiguousTime);
}

void TickRowParser::keepTime(int symbolIndex, core::Time time)
{
    if (size_t(symbolIndex) >= m_lastTimes.size())
        m_lastTimes.resize(size_t(symbolIndex) + 1, kNever);
    m_lastTimes[size_t(symbolIndex)] = time.ns;
}

tl::expected<void, RejectReason> TickRowParser::readPrice(Fields fields, size_t field, TickRow &row) const
{
    const std::string_view text = fieldAt(fields, m_columns.prices[field]);
    if (isMissing(trimmedField(text)))
        return {}; // of bid and ask one may be missing
    const auto reasonOf = [](core::NumberFault fault) {
        return fault == core::NumberFault::OutOfRange ? RejectReason::NumberOutOfRange : RejectReason::BadNumber;
    };
    const auto price = core::parseNumber(text, m_numbers);
    if (!price)
        return tl::unexpected(reasonOf(price.error()));
    row.prices[field] = price->value;
    row.rounded = row.rounded || price->rounded;
    row.has[field] = true;
    const std::string_view sizeText = fieldAt(fields, m_columns.sizes[field]);
    if (isMissing(trimmedField(sizeText)))
        return {};
    const auto size = core::parseNumber(sizeText, m_numbers);
    if (!size)
        return tl::unexpected(reasonOf(size.error()));
    if (size->value.units < 0)
        return tl::unexpected(RejectReason::NegativeVolume);
    row.sizes[field] = size->value;
    row.rounded = row.rounded || size->rounded;
    return {};
}

} // namespace tickmark::sources
