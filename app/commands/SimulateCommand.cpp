// SPDX-License-Identifier: GPL-3.0-or-later
#include "../CommandContext.h"
#include "Commands.h"
#include <pipeline/TickCommitter.h>
#include <pipeline/TickSimulation.h>
#include <store/OwnNames.h>

#include <unistd.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace tickmark::app {

namespace {

constexpr qint64 kFirstSlice = 250'000; //!< small, so that something shows early
constexpr qint64 kSlice = 1'000'000;

class SimulateCommand
{
    Q_DECLARE_TR_FUNCTIONS(SimulateCommand)

public:
    explicit SimulateCommand(CommandContext &context) : m_context(context) {}

    int run()
    {
        addOptions();
        if (!m_context.parse())
            return m_context.exitCode();
        if (m_context.positional().size() != 1)
            return m_context.usage(tr("Name one instrument."));
        if (const auto options = readOptions(); !options)
            return m_context.usage(options.error().message);
        const auto path = m_context.storePath();
        if (!path)
            return m_context.fail(path.error());
        auto writer = store::StoreWriter::open(*path);
        if (!writer)
            return m_context.fail(writer.error());
        auto reader = store::StoreReader::open(*path);
        if (!reader)
            return m_context.fail(reader.error());
        const auto instrument = (*reader)->instrument(m_context.positional().front());
        if (!instrument)
            return m_context.fail(instrument.error());
        const auto calendar = m_context.calendars().calendar(instrument->mic);
        if (!calendar)
            return m_context.fail(calendar.error());
        return write(**writer, *instrument, **calendar);
    }

private:
    void addOptions()
    {
        CommandParser &parser = m_context.parser();
        parser.setApplicationDescription(
            tr("Writes made-up trades of an instrument: a random walk in its trading hours, about four a second. They "
               "are a series of their own, marked as simulated everywhere. The same seed gives the same ticks."));
        parser.addPositionalArgument(QStringLiteral("SYMBOL"), tr("The instrument."));
        m_context.addSharedOptions(CommandContext::kStoreOption);
        parser.addOption({QStringLiteral("ticks"), tr("How many."), QStringLiteral("N")});
        parser.addOption(
            {QStringLiteral("seed"), tr("Number that the walk begins from; 1 without it."), QStringLiteral("K")});
        parser.addOption(
            {QStringLiteral("start"), tr("First session, YYYY-MM-DD; 2020-01-02 without it."), QStringLiteral("DATE")});
        parser.addOption({QStringLiteral("noise"), tr("Every price on its own instead of a walk: the worst case for a "
                                                      "picture.")});
    }

    core::Result<> readOptions()
    {
        const auto wrong = [](const QString &text) { return core::failure(core::ErrorCode::InvalidInput, text); };
        bool isNumber = false;
        m_ticks = m_context.value("ticks").toLongLong(&isNumber);
        if (!isNumber || m_ticks < 1 || m_ticks > pipeline::TickSimulation::kMostTicks)
            return wrong(tr("--ticks is a number from 1 to %1.")
                             .arg(m_context.formats().count(pipeline::TickSimulation::kMostTicks)));
        if (m_context.isSet("seed")) {
            m_seed = m_context.value("seed").toULongLong(&isNumber);
            if (!isNumber)
                return wrong(tr("--seed is a whole number."));
        }
        if (m_context.isSet("start")) {
            const auto start = core::SessionDate::fromIso(m_context.value("start").toStdString());
            if (!start || start->year() < 1970 || start->year() > 2100)
                return wrong(tr("--start is a date from 1970 to 2100, written 2025-01-27."));
            m_start = *start;
        }
        return {};
    }

    int write(store::StoreWriter &writer, const core::Instrument &instrument, const core::SessionCalendar &calendar)
    {
        using pipeline::TickSimulation;
        TickSimulation simulation(calendar, m_start, m_seed,
                                  m_context.isSet("noise") ? TickSimulation::Walk::Noise
                                                           : TickSimulation::Walk::Random);
        const std::stop_token stop = m_context.interrupt().token();
        pipeline::TickCommitter committer(writer,
                                          {QLatin1String(store::kSimulationSource), store::ImportKind::Ticks,
                                           QStringLiteral("simulate %1 --seed %2").arg(instrument.symbol).arg(m_seed),
                                           CommandContext::now()},
                                          stop);
        core::Result<> done;
        for (qint64 made = 0; done && made < m_ticks && !stop.stop_requested();) {
            const qint64 count = std::min(made == 0 ? kFirstSlice : kSlice, m_ticks - made);
            made += count;
            done = committer.add(nextSlice(simulation, instrument, std::size_t(count), made == m_ticks));
            tellProgress(made);
        }
        const core::Result<> drained = committer.drain();
        clearProgress();
        if (const auto ended = committer.end({}); done && drained && !ended)
            done = tl::unexpected(ended.error());
        return tell(committer, done ? drained : done, instrument);
    }

    //! Cut between two times: what has the last time waits for the next slice.
    store::TickSlice nextSlice(pipeline::TickSimulation &simulation, const core::Instrument &instrument,
                               std::size_t count, bool isLast)
    {
        store::TickSlice slice;
        slice.series.instrumentId = instrument.id;
        slice.series.source = QLatin1String(store::kSimulationSource);
        slice.series.field = core::QuoteField::Trade;
        slice.series.intervalNs = 0;
        slice.series.kind = core::SeriesKind::Simulated;
        slice.priceDecimals = pipeline::TickSimulation::kPriceDecimals;
        slice.sizeDecimals = pipeline::TickSimulation::kSizeDecimals;
        simulation.next(m_fresh, count);
        slice.ticks = std::exchange(m_carried, {});
        slice.ticks.insert(slice.ticks.end(), m_fresh.begin(), m_fresh.end());
        if (!isLast && !slice.ticks.empty()) {
            const core::Time last = slice.ticks.back().time;
            const auto cut = std::ranges::lower_bound(slice.ticks, last, {}, &core::Tick::time);
            m_carried.assign(cut, slice.ticks.end());
            slice.ticks.erase(cut, slice.ticks.end());
        }
        return slice;
    }

    int tell(const pipeline::TickCommitter &committer, const core::Result<> &done, const core::Instrument &instrument)
    {
        const store::TickTotals &totals = committer.totals();
        if (m_context.interrupt().requested()) {
            m_context.say(
                tr("Interrupted: %Ln simulated tick(s) of %1 are stored.", nullptr, int(committer.acknowledged()))
                    .arg(instrument.symbol));
            return kInterrupted;
        }
        if (!done)
            return m_context.fail(done.error());
        m_context.say(tr("%1: %Ln simulated tick(s) were written; there already: %2.", nullptr, int(totals.inserted))
                          .arg(instrument.symbol, m_context.formats().count(totals.unchanged)));
        return kDone;
    }

    //! Only for somebody who looks.
    void tellProgress(qint64 made) const
    {
        if (isatty(STDERR_FILENO))
            std::fprintf(stderr, "\r%3d %%", int(made * 100 / m_ticks));
    }

    static void clearProgress()
    {
        if (isatty(STDERR_FILENO))
            std::fputs("\r\033[K", stderr);
    }

    CommandContext &m_context;
    qint64 m_ticks = 0;
    quint64 m_seed = 1;
    core::SessionDate m_start = core::SessionDate::fromIso("2020-01-02").value_or(core::SessionDate());
    std::vector<core::Tick> m_fresh;
    std::vector<core::Tick> m_carried;
};

} // namespace

int runSimulate(CommandContext &context)
{
    return SimulateCommand(context).run();
}

} // namespace tickmark::app
