// SPDX-License-Identifier: GPL-3.0-or-later
#include "FetchWork.h"

#include "FetchBars.h"
#include "UnknownSymbols.h"

#include <QCoreApplication>

#include <algorithm>

namespace tickmark::pipeline {

namespace {

struct FetchTexts
{
    Q_DECLARE_TR_FUNCTIONS(FetchTexts)
};

FetchFault needsKey(const FetchTask &task)
{
    return {{core::ErrorCode::InvalidInput, FetchTexts::tr("%1 needs a key.").arg(task.setup.name), {}},
            QStringLiteral("no_key"),
            true};
}

FetchedItem refusedItem(const QString &symbol, core::ErrorCode code, QString text, const char *word)
{
    FetchedItem item;
    item.item = symbol;
    item.symbol = symbol;
    item.error = core::Error{code, std::move(text), {}};
    item.errorCode = QString::fromLatin1(word);
    return item;
}

//! The instruments that a source is about.
struct Chosen
{
    std::vector<const core::Instrument *> instruments;
    bool areNamed = false; //!< each of them, by the user
};

Chosen chosen(const FetchTask &task, const FetchSetting &setting, std::vector<FetchedItem> &refused)
{
    Chosen all{{}, !task.setup.symbols.isEmpty()};
    if (!all.areNamed) {
        for (const core::Instrument &instrument : setting.instruments)
            all.instruments.push_back(&instrument);
        return all;
    }
    for (const QString &symbol : task.setup.symbols) {
        const auto found = std::ranges::find_if(setting.instruments, [&symbol](const core::Instrument &one) {
            return one.symbol.compare(symbol, Qt::CaseInsensitive) == 0;
        });
        if (found == setting.instruments.end())
            refused.push_back(
                refusedItem(symbol, core::ErrorCode::NotFound, unknownSymbolsText({symbol}), "unknown_instrument"));
        else
            all.instruments.push_back(&*found);
    }
    return all;
}

//! How `provider` spells each of the source's instruments; those that it cannot have are passed over, or refused where
//! the user named them.
template <typename Provider, typename Make>
void forEachSymbol(const Provider &provider, const FetchTask &task, const FetchSetting &setting, SourceWork &work,
                   const Make &make)
{
    const Chosen instruments = chosen(task, setting, work.refused);
    for (const core::Instrument *instrument : instruments.instruments) {
        const QString spelling = task.setup.spellings.value(instrument->symbol);
        const QString symbol = spelling.isEmpty() ? provider.symbolOf(*instrument) : spelling;
        if (!symbol.isEmpty())
            make(*instrument, symbol);
        else if (instruments.areNamed)
            work.refused.push_back(refusedItem(
                instrument->symbol, core::ErrorCode::NotFound,
                FetchTexts::tr("%1 does not have %2.").arg(provider.title(), instrument->symbol), "unknown_symbol"));
    }
}

SourceWork makeBarsWork(const sources::QuoteProvider &provider, const FetchTask &task, const FetchSetting &setting)
{
    SourceWork work;
    forEachSymbol(provider, task, setting, work, [&](const core::Instrument &instrument, const QString &symbol) {
        const auto calendar = setting.tools.calendars.calendar(instrument.mic);
        if (!calendar) {
            work.refused.push_back(
                refusedItem(instrument.symbol, calendar.error().code, calendar.error().message, "no_calendar"));
            return;
        }
        for (const qint64 interval : task.setup.intervals) {
            if (provider.gives(interval))
                work.works.push_back(
                    std::make_unique<FetchBars>(task, setting, provider, instrument, symbol, interval, *calendar));
            else
                work.refused.push_back(refusedItem(
                    barsItem(instrument.symbol, interval), core::ErrorCode::Unsupported,
                    FetchTexts::tr("%1 has no bars of this length.").arg(provider.title()), "unknown_interval"));
        }
    });
    return work;
}

} // namespace

void add(store::ImportTotals &sum, const store::ImportTotals &totals)
{
    sum.inserted += totals.inserted;
    sum.replaced += totals.replaced;
    sum.unchanged += totals.unchanged;
    sum.duplicate += totals.duplicate;
    sum.rejected += totals.rejected;
}

FetchWork::FetchWork(const FetchTask &task, const FetchSetting &setting, QString item)
    : m_task(task), m_setting(setting)
{
    m_state.sourceId = task.setup.sourceId;
    m_state.item = item;
    m_report.item = std::move(item);
}

void FetchWork::count(const store::ImportResult &result)
{
    add(m_report.totals, result.totals);
    if (result.importId != 0)
        m_report.importId = result.importId;
}

sources::ProviderSettings FetchWork::settings() const
{
    return {QUrl(m_task.setup.address), m_task.key, m_task.setup.plainHttpAllowed};
}

SourceWork makeWork(const FetchTask &task, const FetchSetting &setting)
{
    SourceWork work;
    if (const auto *quotes = sources::quoteProvider(task.setup.provider)) {
        if (quotes->needsKey() && task.key.isEmpty())
            work.fault = needsKey(task);
        else
            work = makeBarsWork(*quotes, task, setting);
    } else {
        work.fault = FetchFault{
            {core::ErrorCode::Unsupported, FetchTexts::tr("There is no provider “%1”.").arg(task.setup.provider), {}},
            QStringLiteral("unknown_provider"),
            true};
    }
    if (work.works.empty() && work.refused.empty() && !work.fault)
        work.fault = FetchFault{{core::ErrorCode::NotFound,
                                 FetchTexts::tr("%1 has none of the instruments in the store.").arg(task.setup.name),
                                 {}},
                                QStringLiteral("no_instrument"),
                                true};
    return work;
}

} // namespace tickmark::pipeline
