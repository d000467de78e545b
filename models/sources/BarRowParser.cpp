// SPDX-License-Identifier: GPL-3.0-or-later
#include "BarRowParser.h"

#include "SampleTable.h"

#include <algorithm>
#include <array>
#include <map>

namespace tickmark::sources {

namespace {

using core::Price;

//! Digits with at most one decimal mark, up to 18 of them: nearly every field of every file. False for anything else,
//! which core::parseNumber then judges.
bool readPlainNumber(std::string_view text, char decimal, Price &out)
{
    if (text.empty() || text.size() > 18)
        return false;
    qint64 units = 0;
    int decimals = -1;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            units = units * 10 + (c - '0');
            decimals += decimals >= 0 ? 1 : 0;
        } else if (c == decimal && decimals < 0) {
            decimals = 0;
        } else {
            return false;
        }
    }
    if (decimals > core::kMaxDecimals || decimals == 0 || (text.size() == 1 && decimals >= 0)
        || text.front() == decimal)
        return false;
    out = {units, std::max(decimals, 0)};
    return true;
}

tl::expected<core::ParsedNumber, RejectReason> readNumber(std::string_view text, core::NumberStyle style)
{
    core::ParsedNumber number;
    if (readPlainNumber(text, style.decimal, number.value))
        return number;
    const auto parsed = core::parseNumber(text, style);
    if (parsed)
        return *parsed;
    return tl::unexpected(parsed.error() == core::NumberFault::OutOfRange ? RejectReason::NumberOutOfRange
                                                                          : RejectReason::BadNumber);
}

//! Digits after the mark that say nothing: "5083.0" shares are 5083.
Price withoutTrailingZeros(Price price)
{
    while (price.decimals > 0 && price.units % 10 == 0) {
        price.units /= 10;
        --price.decimals;
    }
    return price;
}

std::string_view fieldAt(std::span<const std::string_view> fields, int index)
{
    return size_t(index) < fields.size() ? fields[size_t(index)] : std::string_view();
}

} // namespace

quint32 plausibility(const core::Bar &bar, bool closeOnly)
{
    quint32 flags = core::kBarPlausible;
    if (bar.low > bar.high || bar.low > std::min(bar.open, bar.close) || bar.high < std::max(bar.open, bar.close))
        flags |= core::kBarRangeBroken;
    if (!closeOnly && bar.open == bar.close && bar.high == bar.low && bar.open == bar.high && bar.volume == 0)
        flags |= core::kBarFlatWithoutVolume;
    if (std::min({bar.open, bar.high, bar.low, bar.close}) <= 0)
        flags |= core::kBarNotPositive;
    return flags;
}

BarRowParser::BarRowParser(const CsvProfile &profile, const BarReadOptions &options, BarTiming timing)
    : m_width(profile.columns.size()),
      m_dateColumn(profile.indexOf(ColumnRole::Date)),
      m_timeColumn(profile.indexOf(ColumnRole::Time)),
      m_symbolColumn(profile.indexOf(ColumnRole::Symbol)),
      m_numbers(profile.numbers),
      m_stamps(profile.dateForm, options.date),
      m_timing(std::move(timing)),
      m_symbols(profile.namesSymbols() ? options.symbol : QString())
{
    addColumns(profile, options);
}

void BarRowParser::addColumns(const CsvProfile &profile, const BarReadOptions &options)
{
    std::map<QString, Columns> bySymbol;
    std::vector<QString> order;
    for (size_t i = 0; i < m_width; ++i) {
        const CsvColumn &column = profile.columns[i];
        const bool isUsed = column.role != ColumnRole::Ignored && column.role != ColumnRole::AdjustedClose
                            && column.role != ColumnRole::Turnover;
        if (!isUsed)
            continue;
        m_neededWidth = i + 1;
        if (column.role == ColumnRole::Date || column.role == ColumnRole::Time || column.role == ColumnRole::Symbol)
            continue;
        const auto [entry, isNew] = bySymbol.try_emplace(column.symbol);
        if (isNew)
            order.push_back(column.symbol);
        Columns &columns = entry->second;
        int &index = column.role == ColumnRole::Open    ? columns.open
                     : column.role == ColumnRole::High  ? columns.high
                     : column.role == ColumnRole::Low   ? columns.low
                     : column.role == ColumnRole::Close ? columns.close
                                                        : columns.volume;
        index = int(i);
    }
    for (const QString &symbol : order) {
        Columns columns = bySymbol[symbol];
        if (columns.open < 0 || columns.high < 0 || columns.low < 0)
            columns.open = columns.high = columns.low = -1;
        if (m_symbolColumn < 0) {
            const QString name = symbol.isEmpty() ? options.symbol : symbol;
            columns.symbolIndex = name.isEmpty()
                                      ? m_symbols.addNameless()
                                      : m_symbols.indexOf(name.toStdString()).value_or(SymbolIndex::kPassedOver);
        }
        if (columns.symbolIndex != SymbolIndex::kPassedOver)
            m_instruments.push_back(columns);
    }
}

bool BarRowParser::hasRightWidth(Fields fields) const
{
    if (fields.size() == m_width)
        return true;
    // Fields that no one uses may be missing at the end, and blank ones may follow.
    if (fields.size() < m_width)
        return fields.size() >= m_neededWidth;
    const Fields extra = fields.subspan(m_width);
    return std::ranges::all_of(extra, [](std::string_view f) { return trimmedField(f).empty(); });
}

tl::expected<BarRowParser::Row, RejectReason> BarRowParser::parse(const CsvRecord &record, std::vector<ParsedBar> &bars)
{
    if (record.fault)
        return tl::unexpected(*record.fault);
    if (!hasRightWidth(record.fields))
        return tl::unexpected(RejectReason::FieldCount);
    int symbolIndex = 0;
    if (m_symbolColumn >= 0) {
        const auto found = m_symbols.indexOf(fieldAt(record.fields, m_symbolColumn));
        if (!found)
            return tl::unexpected(found.error());
        if (*found == SymbolIndex::kPassedOver)
            return Row{};
        symbolIndex = *found;
    }
    const auto stamp = stampOf(record.fields);
    if (!stamp)
        return tl::unexpected(stamp.error());
    ParsedBar parsed;
    parsed.line = record.line;
    const auto row = place(*stamp, parsed.bar);
    if (!row)
        return row;

    const size_t before = bars.size();
    const bool isWide = m_instruments.size() > 1;
    for (const Columns &columns : m_instruments) {
        // Among several instruments in a row, some have no price on that day.
        if (isWide && isMissing(trimmedField(fieldAt(record.fields, columns.close))))
            continue;
        parsed.symbolIndex = m_symbolColumn >= 0 ? symbolIndex : columns.symbolIndex;
        if (const auto read = readValues(record.fields, columns, parsed); !read) {
            bars.resize(before);
            return tl::unexpected(read.error());
        }
        bars.push_back(parsed);
    }
    return row;
}

tl::expected<Stamp, RejectReason> BarRowParser::stampOf(Fields fields) const
{
    auto stamp = m_stamps.parse(fieldAt(fields, m_dateColumn));
    if (!stamp)
        return tl::unexpected(stamp.error() == StampFault::OutOfRange ? RejectReason::DateOutOfRange
                                                                      : RejectReason::BadDate);
    if (m_timeColumn >= 0) {
        const auto time = parseTimeOfDay(fieldAt(fields, m_timeColumn));
        if (!time)
            return tl::unexpected(RejectReason::BadDate);
        stamp->time = *time;
        stamp->hasTime = true;
    }
    return *stamp;
}

tl::expected<core::SessionDate, RejectReason> BarRowParser::sessionOf(const Stamp &stamp) const
{
    if (!stamp.hasTime)
        return stamp.date;
    if (m_timing.days == BarTiming::Days::AsWritten && stamp.time.ns != 0)
        return tl::unexpected(RejectReason::BadDate);
    if (m_timing.days == BarTiming::Days::InZone && stamp.time.offsetNs)
        return m_timing.clock->zone().dateAt(
            core::Time{stamp.date.utcMidnight().ns + stamp.time.ns - *stamp.time.offsetNs});
    return stamp.date;
}

tl::expected<BarRowParser::Row, RejectReason> BarRowParser::place(const Stamp &stamp, core::Bar &bar)
{
    Row row;
    if (m_timing.isDaily()) {
        const auto session = sessionOf(stamp);
        if (!session)
            return tl::unexpected(session.error());
        bar.session = *session;
        return row;
    }
    row.localNs = stamp.date.utcMidnight().ns + stamp.time.ns;
    if (stamp.hasTime && stamp.time.offsetNs) {
        bar.start = core::Time{row.localNs - *stamp.time.offsetNs};
        return row;
    }
    if (!stamp.hasTime || !m_timing.clock)
        return tl::unexpected(RejectReason::BadDate);
    const LocalClock::Moment moment = m_timing.clock->at(row.localNs);
    if (moment.kind == LocalClock::Moment::Kind::Never)
        return tl::unexpected(RejectReason::TimeInGap);
    if (moment.kind == LocalClock::Moment::Kind::Twice)
        row.twice = moment;
    bar.start = moment.time;
    return row;
}

tl::expected<void, RejectReason> BarRowParser::readValues(Fields fields, const Columns &columns,
                                                          ParsedBar &parsed) const
{
    const bool closeOnly = columns.open < 0;
    const std::array<int, 4> indexes = {columns.open, columns.high, columns.low, columns.close};
    std::array<Price, 4> prices{};
    bool rounded = false;
    int decimals = 0;
    for (size_t i = closeOnly ? 3 : 0; i < 4; ++i) {
        const std::string_view field = fieldAt(fields, indexes[i]);
        if (isNaN(trimmedField(field)))
            return tl::unexpected(RejectReason::BadNumber);
        if (field.empty() || isMissing(trimmedField(field)))
            return tl::unexpected(RejectReason::MissingPrice);
        const auto number = readNumber(field, m_numbers);
        if (!number)
            return tl::unexpected(number.error());
        prices[i] = number->value;
        rounded = rounded || number->rounded;
        decimals = std::max(decimals, number->value.decimals);
    }
    if (closeOnly)
        prices.fill(prices[3]);
    const std::array<qint64 *, 4> targets = {&parsed.bar.open, &parsed.bar.high, &parsed.bar.low, &parsed.bar.close};
    for (size_t i = 0; i < 4; ++i) {
        const auto scaled = prices[i].decimals == decimals ? std::optional(prices[i])
                                                           : core::rescaled(prices[i], decimals);
        if (!scaled)
            return tl::unexpected(RejectReason::NumberOutOfRange);
        *targets[i] = scaled->units;
    }
    parsed.priceDecimals = decimals;
    if (const auto volume = readVolume(columns.volume < 0 ? std::string_view() : fieldAt(fields, columns.volume),
                                       parsed);
        !volume)
        return volume;
    parsed.bar.flags = plausibility(parsed.bar, closeOnly) | (rounded ? quint32(core::kBarRounded) : 0U);
    return {};
}

tl::expected<void, RejectReason> BarRowParser::readVolume(std::string_view field, ParsedBar &parsed) const
{
    parsed.bar.volume.reset();
    parsed.sizeDecimals = 0;
    if (isMissing(trimmedField(field)))
        return {};
    const auto number = readNumber(field, m_numbers);
    if (!number)
        return tl::unexpected(number.error());
    if (number->value.units < 0)
        return tl::unexpected(RejectReason::NegativeVolume);
    const Price volume = withoutTrailingZeros(number->value);
    parsed.bar.volume = volume.units;
    parsed.sizeDecimals = volume.decimals;
    return {};
}

} // namespace tickmark::sources
