// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a file of ticks, read the fast and the general way: no crash, no endless loop, and the same ticks and rejects.
#include <sources/TickFileReader.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace tickmark;
using namespace tickmark::sources;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

struct Outcome
{
    QString error;
    TickTable table;
    std::vector<Reject> rejects;
    qint64 rows = 0;
};

Outcome read(const QByteArray &bytes, const CsvProfile &profile, const BarReadOptions &options,
             TickFileReader::Speed speed)
{
    Outcome outcome;
    auto source = openBytes(bytes, QStringLiteral("fuzz"));
    if (!source) {
        outcome.error = source.error().message;
        return outcome;
    }
    auto reader = TickFileReader::open(std::move(*source), profile, options, speed);
    if (!reader) {
        outcome.error = reader.error().message;
        return outcome;
    }
    auto more = (*reader)->next(outcome.table, 64);
    while (more.value_or(false))
        more = (*reader)->next(outcome.table, 64);
    if (!more)
        outcome.error = more.error().message;
    outcome.rejects = (*reader)->rejects().kept();
    outcome.rows = (*reader)->rowsRead();
    return outcome;
}

bool isSame(const SeriesTicks &a, const SeriesTicks &b)
{
    return a.symbolIndex == b.symbolIndex && a.field == b.field && a.priceDecimals == b.priceDecimals
           && a.sizeDecimals == b.sizeDecimals && a.ticks == b.ticks;
}

bool isSame(const Reject &a, const Reject &b)
{
    return a.line == b.line && a.reason == b.reason && a.excerpt == b.excerpt;
}

void checkTicks(const TickTable &table)
{
    for (const SeriesTicks &series : table.series()) {
        require(series.priceDecimals >= 0 && series.priceDecimals <= core::kMaxDecimals);
        require(series.sizeDecimals >= 0 && series.sizeDecimals <= core::kMaxDecimals);
        for (const core::Tick &tick : series.ticks) {
            require(tick.size >= 0);
            const int year = core::SessionDate::utcDateOf(tick.time).year();
            require(year >= 1799 && year <= 2101);
        }
    }
}

} // namespace

//! The first byte chooses the options, the rest is the file.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    BarReadOptions options;
    if (data[0] & 1)
        options.zone = "Europe/Berlin";
    if (data[0] & 2)
        options.date = core::SessionDate::fromCivil(2024, 10, 27);
    if (data[0] & 4)
        options.symbol = QStringLiteral("NVDA");
    const auto wanted = data[0] & 8 ? std::nullopt : std::optional(TableKind::Ticks);
    const auto guess = detectDialect({bytes.constData(), size_t(bytes.size())}, true, QStringLiteral("fuzz"), wanted);
    if (!guess)
        return 0;
    const auto again = profileFromJson(toJson(guess->profile));
    require(again.has_value() && *again == guess->profile);
    const bool isUsable = checkTickProfile(guess->profile).has_value();
    require(isUsable || guess->profile.kind == TableKind::Bars || !guess->openQuestions.empty());
    if (!isUsable)
        return 0;
    const Outcome fast = read(bytes, guess->profile, options, TickFileReader::Speed::Full);
    const Outcome general = read(bytes, guess->profile, options, TickFileReader::Speed::General);
    require(fast.error == general.error && fast.rows == general.rows);
    require(std::ranges::equal(fast.table.series(), general.table.series(),
                               [](const auto &a, const auto &b) { return isSame(a, b); }));
    require(
        std::ranges::equal(fast.rejects, general.rejects, [](const auto &a, const auto &b) { return isSame(a, b); }));
    checkTicks(fast.table);
    return 0;
}
