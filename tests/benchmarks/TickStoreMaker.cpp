// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickStoreMaker.h"

#include <pipeline/TickImportJob.h>
#include <pipeline/TickSimulation.h>
#include <store/StoreFiles.h>
#include <store/StoreReader.h>
#include <store/StoreWriter.h>

#include <QElapsedTimer>
#include <QFile>

#include <charconv>
#include <memory>

namespace tickmark::bench {

using core::Result;
using core::Tick;

namespace {

constexpr std::size_t kSlice = 1'000'000;
constexpr qint64 kWeek = 7 * core::kNsPerDay;

core::Instrument instrument()
{
    core::Instrument made;
    made.symbol = QString::fromLatin1(kSymbol);
    made.kind = core::InstrumentKind::Stock;
    made.mic = QStringLiteral("XNYS");
    made.currency = QStringLiteral("USD");
    return made;
}

Result<qint64> instrumentId(const QString &path)
{
    auto reader = store::StoreReader::open(path);
    if (!reader)
        return tl::unexpected(reader.error());
    const auto found = (*reader)->instrument(QString::fromLatin1(kSymbol));
    if (!found)
        return tl::unexpected(found.error());
    return found->id;
}

//! One line without snprintf: the file has a hundred million of them.
char *writeLine(char *to, const Tick &tick)
{
    const auto number = [&](qint64 value) { to = std::to_chars(to, to + 24, value).ptr; };
    number(tick.time.ns / 1'000'000);
    *to++ = ',';
    number(tick.price / 100);
    *to++ = '.';
    *to++ = char('0' + tick.price / 10 % 10);
    *to++ = char('0' + tick.price % 10);
    *to++ = ',';
    number(tick.size);
    *to++ = '\n';
    return to;
}

} // namespace

Result<> writeCsv(const QString &path, const TickSupply &supply)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return core::failure(core::ErrorCode::Io, file.errorString());
    file.write("time,price,size\n");
    std::vector<Tick> ticks;
    std::vector<char> text(kSlice * 64);
    for (supply(ticks); !ticks.empty(); supply(ticks)) {
        char *end = text.data();
        for (const Tick &tick : ticks)
            end = writeLine(end, tick);
        if (file.write(text.data(), end - text.data()) != end - text.data())
            return core::failure(core::ErrorCode::Io, file.errorString());
    }
    return {};
}

TickSupply simulated(const core::CalendarSet &calendars, qint64 count, bool noise)
{
    struct State
    {
        core::CalendarPtr calendar;
        pipeline::TickSimulation simulation;
        qint64 left;
    };
    const core::CalendarPtr calendar = *calendars.calendar(QStringLiteral("XNYS"));
    using Walk = pipeline::TickSimulation::Walk;
    auto state = std::make_shared<State>(
        State{calendar,
              pipeline::TickSimulation(*calendar, *core::SessionDate::fromIso("2015-01-02"), 1,
                                       noise ? Walk::Noise : Walk::Random),
              count});
    return [state](std::vector<Tick> &ticks) {
        const std::size_t wanted = std::size_t(std::min<qint64>(state->left, qint64(kSlice)));
        ticks.clear();
        if (wanted > 0)
            state->simulation.next(ticks, wanted);
        state->left -= qint64(ticks.size());
    };
}

Result<RepeatedFile> repeated(const QString &path, qint64 count)
{
    auto source = sources::openInput(path);
    if (!source)
        return tl::unexpected(source.error());
    const auto head = (*source)->peek(sources::kDialectSampleBytes);
    if (!head)
        return tl::unexpected(head.error());
    const auto guess = sources::detectDialect(*head, false, path, std::nullopt);
    if (!guess)
        return tl::unexpected(guess.error());
    auto reader = sources::TickFileReader::open(std::move(*source), guess->profile, {});
    if (!reader)
        return tl::unexpected(reader.error());
    auto table = std::make_shared<sources::TickTable>();
    for (;;) {
        const auto more = (*reader)->next(*table, qint64(kSlice));
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
    }
    const sources::SeriesTicks &first = table->series().front();
    RepeatedFile file;
    file.priceDecimals = first.priceDecimals;
    file.sizeDecimals = first.sizeDecimals;
    const qint64 span = first.ticks.back().time.ns - first.ticks.front().time.ns;
    const qint64 shift = (span / kWeek + 1) * kWeek;
    file.supply = [table, shift, left = count, round = qint64(0)](std::vector<Tick> &ticks) mutable {
        const std::vector<Tick> &all = table->series().front().ticks;
        const auto wanted = std::min<qint64>(left, qint64(all.size()));
        ticks.assign(all.begin(), all.begin() + wanted);
        for (Tick &tick : ticks)
            tick.time.ns += round * shift;
        left -= wanted;
        ++round;
    };
    return file;
}

Result<> makeEmptyStore(const QString &path)
{
    return store::createStore(path, true, [](store::StoreWriter &writer) -> Result<> {
        if (const auto id = writer.addInstrument(instrument()).result(); !id)
            return tl::unexpected(id.error());
        return {};
    });
}

Result<double> makeStore(const QString &path, const TickSupply &supply, int priceDecimals, int sizeDecimals)
{
    if (const auto made = makeEmptyStore(path); !made)
        return tl::unexpected(made.error());
    const auto id = instrumentId(path);
    if (!id)
        return tl::unexpected(id.error());
    auto writer = store::StoreWriter::open(path);
    if (!writer)
        return tl::unexpected(writer.error());
    store::ImportOrigin origin{QStringLiteral("file"), store::ImportKind::Ticks, QStringLiteral("bench"), {}};
    const auto import = (*writer)->beginTickImport(origin).result();
    if (!import)
        return tl::unexpected(import.error());
    QElapsedTimer clock;
    clock.start();
    double supplying = 0;
    std::vector<Tick> ticks;
    for (;;) {
        QElapsedTimer supplyClock;
        supplyClock.start();
        supply(ticks);
        supplying += double(supplyClock.nsecsElapsed()) / 1e9;
        if (ticks.empty())
            break;
        store::TickSlice slice;
        slice.series = {*id, QStringLiteral("file"), core::QuoteField::Trade, 0, core::SeriesKind::Traded, {}};
        slice.priceDecimals = priceDecimals;
        slice.sizeDecimals = sizeDecimals;
        slice.ticks = ticks;
        if (const auto added = (*writer)->addTicks(*import, std::move(slice)).result(); !added)
            return tl::unexpected(added.error());
    }
    if (const auto ended = (*writer)->endTickImport(*import, {}).result(); !ended)
        return tl::unexpected(ended.error());
    return double(clock.nsecsElapsed()) / 1e9 - supplying;
}

Result<double> importRate(const QString &folder, const core::CalendarSet &calendars, qint64 count)
{
    const QString csv = folder + QStringLiteral("/import.csv");
    const QString path = folder + QStringLiteral("/import.tickmark");
    if (const auto written = writeCsv(csv, simulated(calendars, count, false)); !written)
        return tl::unexpected(written.error());
    if (const auto made = makeEmptyStore(path); !made)
        return tl::unexpected(made.error());
    double seconds = 0;
    {
        auto writer = store::StoreWriter::open(path);
        auto reader = store::StoreReader::open(path);
        if (!writer || !reader)
            return tl::unexpected(writer ? reader.error() : writer.error());
        const auto known = (*reader)->instruments();
        if (!known)
            return tl::unexpected(known.error());
        QElapsedTimer clock;
        clock.start();
        auto source = sources::openInput(csv);
        if (!source)
            return tl::unexpected(source.error());
        pipeline::BarImportOptions options;
        options.read.symbol = QString::fromLatin1(kSymbol);
        const auto report = pipeline::importTicks(std::move(*source), options, *known, **writer);
        if (!report)
            return tl::unexpected(report.error());
        if (report->fault)
            return tl::unexpected(*report->fault);
        if (report->result.totals.inserted != count)
            return core::failure(
                core::ErrorCode::Io,
                QStringLiteral("%1 of %2 ticks arrived").arg(report->result.totals.inserted).arg(count));
        seconds = double(clock.nsecsElapsed()) / 1e9;
    }
    QFile::remove(csv);
    QFile::remove(path);
    return double(count) / seconds;
}

} // namespace tickmark::bench
