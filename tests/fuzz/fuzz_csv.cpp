// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a file of bars, as a profile, or as both: no crash, no endless loop, no bar that breaks its own rules.
#include <sources/ActionReader.h>
#include <sources/BarFileReader.h>
#include <sources/ShareCountReader.h>

#include <QJsonDocument>

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

void checkBar(const ParsedBar &parsed, const BarFileReader &reader)
{
    require(parsed.symbolIndex >= 0 && parsed.symbolIndex < reader.symbols().size());
    require(parsed.priceDecimals >= 0 && parsed.priceDecimals <= core::kMaxDecimals);
    require(parsed.sizeDecimals >= 0 && parsed.sizeDecimals <= core::kMaxDecimals);
    require(!parsed.bar.volume || *parsed.bar.volume >= 0);
    require(parsed.line >= 1);
    const core::SessionDate date = reader.intervalNs() == 0 ? parsed.bar.session
                                                            : core::SessionDate::utcDateOf(parsed.bar.start);
    require(date.year() >= 1799 && date.year() <= 2101);
}

void readBars(const QByteArray &bytes, const CsvProfile &profile, const BarReadOptions &options)
{
    auto source = openBytes(bytes, QStringLiteral("fuzz"));
    if (!source)
        return;
    auto reader = BarFileReader::open(std::move(*source), profile, options);
    if (!reader)
        return;
    std::vector<ParsedBar> bars;
    qint64 count = 0;
    auto more = (*reader)->next(bars);
    for (; more.value_or(false); more = (*reader)->next(bars)) {
        require(!bars.empty());
        count += qint64(bars.size());
        for (const ParsedBar &bar : bars)
            checkBar(bar, **reader);
    }
    require(!more || count > 0);
    require((*reader)->rejects().count() <= (*reader)->rowsRead());
}

void detectAndRead(const QByteArray &bytes, const BarReadOptions &options)
{
    auto source = openBytes(bytes, QStringLiteral("fuzz"));
    if (!source)
        return;
    const auto sample = (*source)->peek(kDialectSampleBytes);
    if (!sample)
        return;
    const auto guess = detectDialect(*sample, true, QStringLiteral("fuzz"));
    if (!guess)
        return;
    const auto again = profileFromJson(toJson(guess->profile));
    require(again.has_value() && *again == guess->profile);
    require(!guess->openQuestions.empty() || checkBarProfile(guess->profile).has_value());
    readBars(bytes, guess->profile, options);
}

void readProfile(const QByteArray &json, const QByteArray &bytes, const BarReadOptions &options)
{
    const auto profile = parseProfile(json, QStringLiteral("fuzz"));
    if (!profile)
        return;
    const auto again = profileFromJson(toJson(*profile));
    require(again.has_value() && *again == *profile);
    readBars(bytes, *profile, options);
}

} // namespace

void readSplits(const QByteArray &bytes)
{
    auto source = openBytes(bytes, QStringLiteral("fuzz"));
    const auto file = source ? readActions(**source) : tl::unexpected(source.error());
    if (!file)
        return;
    require(!file->actions.empty());
    for (const ListedAction &action : file->actions) {
        const bool isSplit = action.kind == ListedAction::Kind::Split;
        require(!isSplit || (action.split.newShares > 0 && action.split.oldShares > 0));
        require(isSplit || action.amount.units > 0);
    }
}

//! The first byte says what the rest is; a NUL parts a profile from the file that it is for.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray rest(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    BarReadOptions options;
    if (data[0] & 4)
        options.zone = "Europe/Berlin";
    if (data[0] & 8)
        options.date = core::SessionDate::fromCivil(2014, 5, 7);
    if (data[0] & 16)
        options.symbol = QStringLiteral("NVDA");
    switch (data[0] & 3) {
    case 1: {
        const qsizetype border = rest.indexOf('\0');
        readProfile(rest.left(border), border < 0 ? QByteArray() : rest.mid(border + 1), options);
        break;
    }
    case 2:
        if (auto source = openBytes(rest, QStringLiteral("fuzz")))
            (void)readShareCounts(**source);
        readSplits(rest);
        break;
    default:
        detectAndRead(rest, options);
    }
    return 0;
}
