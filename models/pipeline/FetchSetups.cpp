// SPDX-License-Identifier: GPL-3.0-or-later
#include "FetchSetups.h"

#include "FetchSymbols.h"
#include <sources/providers/QuoteProvider.h>
#include <sources/providers/TradeProvider.h>

#include <QCoreApplication>
#include <QSet>

#include <map>

namespace tickmark::pipeline {

using core::CalendarPtr;
using core::Instrument;
using core::Result;
using store::SourceSetup;

namespace {

constexpr int kMinutesOfFeeds = 30;
constexpr int kMinutesOfTrades = 60;
constexpr int kMinutesWithQuota = 240; //!< keys of news services come with few requests a day

struct SourceTexts
{
    Q_DECLARE_TR_FUNCTIONS(SourceTexts)
};

//! What the source asks for. News that are asked for as a whole are about nothing.
std::vector<Instrument> instrumentsOf(const SourceSetup &setup, std::span<const Instrument> instruments)
{
    const auto spelled = [&](const auto &provider) {
        std::vector<Instrument> found;
        const auto rule = [&provider](const Instrument &one) { return provider.symbolOf(one); };
        for (SpelledSymbol &symbol : spelledSymbols(setup, instruments, provider.title(), rule).had)
            found.push_back(std::move(symbol.instrument));
        return found;
    };
    if (const auto *provider = sources::quoteProvider(setup.provider))
        return spelled(*provider);
    if (const auto *provider = sources::tradeProvider(setup.provider))
        return spelled(*provider);
    return setup.symbols.isEmpty() ? std::vector<Instrument>() : namedInstruments(setup, instruments);
}

std::vector<CalendarPtr> calendarsOf(const SourceSetup &setup, const std::vector<Instrument> &instruments,
                                     const core::CalendarSet &calendars)
{
    QSet<QString> exchanges;
    for (const Instrument &instrument : instrumentsOf(setup, instruments))
        exchanges.insert(instrument.mic);
    std::vector<CalendarPtr> found;
    for (const QString &mic : std::as_const(exchanges)) {
        if (const auto calendar = calendars.calendar(mic))
            found.push_back(*calendar);
    }
    return found;
}

} // namespace

Result<std::vector<SourcePlan>> readSourcePlans(store::StoreReader &reader, const core::CalendarSet &calendars)
{
    auto setups = reader.sourceSetups();
    if (!setups)
        return tl::unexpected(setups.error());
    if (setups->empty())
        return std::vector<SourcePlan>();
    auto states = reader.fetchStates();
    if (!states)
        return tl::unexpected(states.error());
    const auto instruments = reader.instruments();
    if (!instruments)
        return tl::unexpected(instruments.error());

    std::map<qint64, std::vector<store::FetchState>> statesOf;
    for (store::FetchState &state : *states)
        statesOf[state.sourceId].push_back(std::move(state));
    std::vector<SourcePlan> plans;
    plans.reserve(setups->size());
    for (SourceSetup &setup : *setups) {
        SourcePlan plan;
        plan.calendars = calendarsOf(setup, *instruments, calendars);
        plan.states = std::move(statesOf[setup.sourceId]);
        plan.setup = std::move(setup);
        plans.push_back(std::move(plan));
    }
    return plans;
}

QString lostInstrumentText(const store::RemovedCounts &removed)
{
    QStringList asksOn = removed.sources;
    asksOn.removeIf([&removed](const QString &name) { return removed.switchedOff.contains(name); });
    QStringList lines;
    if (!asksOn.isEmpty())
        lines +=
            SourceTexts::tr("No longer asked for it: %1.", "names of sources").arg(asksOn.join(QStringLiteral(", ")));
    if (!removed.switchedOff.isEmpty())
        lines += SourceTexts::tr("Switched off, having nothing else to ask for: %1.", "names of sources")
                     .arg(removed.switchedOff.join(QStringLiteral(", ")));
    return lines.join(u'\n');
}

store::FetchSchedule usualSchedule(const sources::ProviderInfo &provider)
{
    switch (provider.kind) {
    case sources::ProviderKind::News:
        return {store::FetchSchedule::When::Always, provider.needsKey ? kMinutesWithQuota : kMinutesOfFeeds};
    case sources::ProviderKind::Trades:
        return {store::FetchSchedule::When::Always, kMinutesOfTrades};
    case sources::ProviderKind::Bars:
    case sources::ProviderKind::File:
        break;
    }
    return {};
}

} // namespace tickmark::pipeline
