// SPDX-License-Identifier: GPL-3.0-or-later
#include "ListTicks.h"

#include "../CommandContext.h"
#include "../TickPrinter.h"

#include <QHash>

#include <optional>

namespace tickmark::app {

namespace {

struct ListText
{
    Q_DECLARE_TR_FUNCTIONS(ListCommand)
};

QString iso(core::Time time)
{
    return QString::fromStdString(core::isoTime(time));
}

//! Tells a damaged range, but lets the rest be printed.
core::Result<> printSeries(CommandContext &context, store::StoreReader &reader, const core::Series &series,
                           core::TimeRange times, TickPrinter &printer, int &code)
{
    printer.begin(series);
    const auto done = reader.streamTicks(
        series.id, times, [&](std::span<const core::Tick> ticks) { return printer.print(ticks); },
        context.interrupt().token());
    if (done || done.error().code != core::ErrorCode::Damaged)
        return done;
    context.say(done.error().message);
    code = kPartly;
    return {};
}

//! What --field names.
std::optional<core::QuoteField> fieldOf(const CommandContext &context)
{
    const auto field = core::fieldFromCode(context.value("field"));
    return field == core::QuoteField::Bar ? std::nullopt : field;
}

} // namespace

core::Result<> checkTickOptions(const CommandContext &context)
{
    const auto wrong = [](const QString &text) { return core::failure(core::ErrorCode::InvalidInput, text); };
    if (!context.isSet("symbol"))
        return wrong(ListText::tr("Name the instrument whose ticks are to be listed (--symbol)."));
    if (context.isSet("field") && !fieldOf(context))
        return wrong(ListText::tr("--field is trade, bid or ask."));
    return {};
}

int listTicks(CommandContext &context, store::StoreReader &reader, const TimesOnCalendar &timesOn)
{
    const std::optional<core::QuoteField> wanted = fieldOf(context);
    const auto instrument = reader.instrument(context.value("symbol"));
    if (!instrument)
        return context.fail(instrument.error());
    const auto calendar = context.calendars().calendar(instrument->mic);
    if (!calendar)
        return context.fail(calendar.error());
    const auto all = reader.seriesOf(instrument->id);
    if (!all)
        return context.fail(all.error());
    TickPrinter printer(stdout, context.outputFormat(),
                        {ListText::tr("Time (UTC)"), ListText::tr("Price"), ListText::tr("Size"), ListText::tr("Field"),
                         ListText::tr("Kind"), ListText::tr("Source")});
    int code = kDone;
    for (const core::Series &series : *all) {
        if (series.field == core::QuoteField::Bar || (wanted && series.field != *wanted))
            continue;
        if (const auto printed = printSeries(context, reader, series, timesOn(**calendar), printer, code); !printed)
            return context.fail(printed.error());
    }
    return context.finish(printer.finish(), code);
}

int listChunks(CommandContext &context, store::StoreReader &reader)
{
    const auto instruments = reader.instruments();
    if (!instruments)
        return context.fail(instruments.error());
    if (context.isSet("symbol")) {
        if (const auto one = reader.instrument(context.value("symbol")); !one)
            return context.fail(one.error());
    }
    TableWriter table = context.table(QStringLiteral("chunks"),
                                      {{QStringLiteral("symbol"), ListText::tr("Symbol")},
                                       {QStringLiteral("field"), ListText::tr("Field")},
                                       {QStringLiteral("kind"), ListText::tr("Kind")},
                                       {QStringLiteral("source"), ListText::tr("Source")},
                                       {QStringLiteral("id"), ListText::tr("No."), true},
                                       {QStringLiteral("first"), ListText::tr("First (UTC)")},
                                       {QStringLiteral("last"), ListText::tr("Last (UTC)")},
                                       {QStringLiteral("ticks"), ListText::tr("Ticks"), true},
                                       {QStringLiteral("open"), ListText::tr("Open"), true},
                                       {QStringLiteral("high"), ListText::tr("High"), true},
                                       {QStringLiteral("low"), ListText::tr("Low"), true},
                                       {QStringLiteral("close"), ListText::tr("Close"), true},
                                       {QStringLiteral("volume"), ListText::tr("Volume"), true},
                                       {QStringLiteral("version"), ListText::tr("Version"), true},
                                       {QStringLiteral("bytes"), ListText::tr("Bytes"), true}});
    for (const core::Instrument &instrument : *instruments) {
        if (context.isSet("symbol") && instrument.symbol.compare(context.value("symbol"), Qt::CaseInsensitive) != 0)
            continue;
        const auto all = reader.seriesOf(instrument.id);
        if (!all)
            return context.fail(all.error());
        for (const core::Series &series : *all) {
            if (series.field == core::QuoteField::Bar)
                continue;
            const auto chunks = reader.chunkRows(series.id, context.interrupt().token());
            if (!chunks)
                return context.fail(chunks.error());
            for (const store::ChunkRow &chunk : *chunks) {
                const auto price = [&](qint64 units) -> Cell { return core::Price{units, chunk.priceDecimals}; };
                table.row({instrument.symbol, core::fieldCode(series.field), core::seriesKindCode(series.kind),
                           series.source, chunk.id != 0 ? Cell(chunk.id) : Cell(), iso(chunk.first), iso(chunk.last),
                           chunk.ticks, price(chunk.open), price(chunk.high), price(chunk.low), price(chunk.close),
                           core::Price{chunk.volume, chunk.sizeDecimals}, qint64(chunk.version), chunk.bytes});
            }
        }
    }
    return context.finish(table);
}

} // namespace tickmark::app
