// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceDraft.h"

#include <pipeline/FetchSetups.h>
#include <sources/http/HttpRules.h>
#include <sources/providers/QuoteProvider.h>

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <utility>

namespace tickmark::dialogs {

using sources::ProviderInfo;
using sources::ProviderKind;
using store::SourceSetup;

namespace {

struct SourceDraftTexts
{
    Q_DECLARE_TR_FUNCTIONS(SourceDraftTexts)
};

constexpr std::array kUsualBars{core::Series::kDaily, core::kNsPerHour, 5 * core::kNsPerMinute, core::kNsPerMinute};
bool isHttp(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    return sources::refusal(url, true) == std::nullopt;
}

QString addressProblem(const SourceSetup &setup, const ProviderInfo &provider)
{
    if (setup.address.isEmpty()) {
        if (!provider.needsAddress)
            return {};
        return provider.kind == ProviderKind::File
                   ? SourceDraftTexts::tr("Say where the file is: an address that begins with https://.")
                   : SourceDraftTexts::tr("Say where the feed is: an address that begins with https://.");
    }
    if (!isHttp(setup.address))
        return SourceDraftTexts::tr("This is no address of the web. It begins with https://.");
    if (!QUrl(setup.address).userInfo().isEmpty())
        return SourceDraftTexts::tr("A name and a password in an address would be stored for everybody to read. Leave "
                                    "them out.");
    if (isPlainAddress(setup.address) && !setup.plainHttpAllowed)
        return SourceDraftTexts::tr("This address is not encrypted. Use https, or allow plain http below.");
    return {};
}

QString instrumentsProblem(const SourceDraft &draft, std::span<const core::Instrument> instruments)
{
    if (draft.onlyChosen)
        return draft.setup.symbols.isEmpty() ? SourceDraftTexts::tr("Choose at least one instrument.") : QString();
    const bool any = std::ranges::any_of(instruments, [&](const core::Instrument &instrument) {
        return !spellingIn(draft.setup, instrument).isEmpty();
    });
    return any ? QString() : SourceDraftTexts::tr("This provider has none of the instruments of this database.");
}

} // namespace

SourceDraft draftOf(const SourceSetup &setup)
{
    SourceDraft draft;
    draft.setup = setup;
    draft.onlyChosen = !setup.symbols.isEmpty();
    draft.nameIsTyped = true;
    draft.scheduleIsOwn = true;
    return draft;
}

SourceDraft draftFor(const ProviderInfo &provider, const QStringList &taken)
{
    SourceDraft draft;
    changeProvider(draft, provider, taken);
    return draft;
}

void changeProvider(SourceDraft &draft, const ProviderInfo &provider, const QStringList &taken)
{
    // the address of a feed is no mirror of a provider
    const auto before = sources::providerInfo(draft.setup.provider);
    if (before && before->needsAddress != provider.needsAddress) {
        draft.setup.address.clear();
        draft.setup.plainHttpAllowed = false;
    }
    draft.setup.provider = provider.code;
    if (!draft.nameIsTyped)
        draft.setup.name = proposedName(provider, draft.setup.address, taken);
    if (!draft.scheduleIsOwn)
        draft.setup.schedule = pipeline::usualSchedule(provider);
}

SourceSetup setupOf(const SourceDraft &draft, const ProviderInfo &provider)
{
    SourceSetup setup = draft.setup;
    setup.name = setup.name.simplified();
    setup.address = setup.address.trimmed();
    if (!draft.onlyChosen || !asksForInstruments(provider))
        setup.symbols.clear();
    if (!provider.perInstrument)
        setup.spellings.clear();
    if (provider.kind == ProviderKind::Bars) {
        const std::vector<qint64> known = barChoices(setup);
        std::erase_if(setup.intervals, [&](qint64 one) { return std::ranges::find(known, one) == known.end(); });
    } else {
        setup.intervals = SourceSetup().intervals;
    }
    if (!provider.perInstrument)
        setup.since.reset(); // feeds and files give what they have
    if (provider.kind != ProviderKind::News)
        setup.language.clear();
    if (provider.kind != ProviderKind::File) {
        setup.profile.clear();
        setup.splitsAdjusted = false;
    }
    if (!isPlainAddress(setup.address))
        setup.plainHttpAllowed = false;
    return setup;
}

QString proposedName(const ProviderInfo &provider, const QString &address, const QStringList &taken)
{
    QString host = QUrl(address).host();
    if (host.startsWith(QLatin1String("www.")))
        host.remove(0, 4);
    const QString wanted = provider.needsAddress ? host : provider.title;
    QString name = wanted;
    for (int number = 2; !name.isEmpty() && taken.contains(name, Qt::CaseInsensitive); ++number)
        name = QStringLiteral("%1 %2").arg(wanted).arg(number);
    return name;
}

bool asksForInstruments(const ProviderInfo &provider)
{
    return provider.perInstrument || provider.kind == ProviderKind::File;
}

QString spellingIn(const SourceSetup &setup, const core::Instrument &instrument)
{
    const QString own = setup.spellings.value(instrument.symbol);
    return own.isEmpty() ? sources::spellingOf(setup.provider, instrument) : own;
}

std::vector<qint64> barChoices(const SourceSetup &setup)
{
    const sources::QuoteProvider *quotes = sources::quoteProvider(setup.provider);
    std::vector<qint64> choices;
    const auto add = [&](qint64 interval) {
        if (quotes && quotes->gives(interval) && std::ranges::find(choices, interval) == choices.end())
            choices.push_back(interval);
    };
    std::ranges::for_each(kUsualBars, add);
    std::ranges::for_each(setup.intervals, add);
    // a trading day is 0
    std::ranges::sort(choices, std::greater(), [](qint64 interval) {
        return interval == core::Series::kDaily ? std::numeric_limits<qint64>::max() : interval;
    });
    return choices;
}

bool isPlainAddress(const QString &address)
{
    return sources::refusal(QUrl(address, QUrl::StrictMode), false) == sources::HttpFault::PlainRefused;
}

std::vector<SourceProblem> problemsOf(const SourceDraft &draft, const ProviderInfo &provider,
                                      std::span<const core::Instrument> instruments, const QStringList &taken)
{
    const SourceSetup setup = setupOf(draft, provider);
    std::vector<SourceProblem> problems;
    const auto add = [&](SourceField field, const QString &sentence) {
        if (!sentence.isEmpty())
            problems.push_back({field, sentence});
    };
    if (setup.name.isEmpty())
        add(SourceField::Name, SourceDraftTexts::tr("A source needs a name."));
    else if (taken.contains(setup.name, Qt::CaseInsensitive))
        add(SourceField::Name, SourceDraftTexts::tr("Another source has this name."));
    add(SourceField::Address, addressProblem(setup, provider));
    if (provider.needsKey && !draft.keyIsStored && !draft.keyIsTyped)
        add(SourceField::Key,
            SourceDraftTexts::tr("%1 needs a key. You get it from the provider.").arg(provider.title));
    if (provider.perInstrument)
        add(SourceField::Instruments, instrumentsProblem(draft, instruments));
    if (provider.kind == ProviderKind::Bars && setup.intervals.empty())
        add(SourceField::Bars, SourceDraftTexts::tr("Choose at least one length of bars."));
    return problems;
}

} // namespace tickmark::dialogs
