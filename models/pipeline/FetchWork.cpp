// SPDX-License-Identifier: GPL-3.0-or-later
#include "FetchWork.h"

#include "FetchBars.h"
#include "FetchFile.h"
#include "FetchNews.h"
#include "FetchSymbols.h"
#include "FetchTrades.h"
#include <sources/providers/ProviderList.h>

#include <QCryptographicHash>

namespace tickmark::pipeline {

namespace {

//! The symbols of a provider of any kind; the user's own that are not to be had are refused in `work`.
template <typename Provider>
std::vector<SpelledSymbol> symbolsOf(const Provider &provider, const FetchTask &task, const FetchSetting &setting,
                                     SourceWork &work)
{
    auto symbols = spelledSymbols(
        task.setup, setting.instruments, provider.title(),
        [&provider](const core::Instrument &instrument) { return provider.symbolOf(instrument); });
    work.refused = std::move(symbols.refused);
    return std::move(symbols.had);
}

void addBars(const sources::QuoteProvider &provider, const FetchTask &task, const FetchSetting &setting,
             SourceWork &work)
{
    for (const SpelledSymbol &symbol : symbolsOf(provider, task, setting, work)) {
        const QString &name = symbol.instrument.symbol;
        const auto calendar = setting.tools.calendars.calendar(symbol.instrument.mic);
        if (!calendar) {
            work.refused.push_back(refusedItem(name, name, noCalendar(symbol.instrument)));
            continue;
        }
        for (const qint64 interval : task.setup.intervals) {
            if (provider.gives(interval))
                work.works.push_back(std::make_unique<FetchBars>(task, setting, provider, symbol.instrument,
                                                                 symbol.spelling, interval, *calendar));
            else
                work.refused.push_back(
                    refusedItem(barsItem(name, interval), name,
                                faultOf(core::ErrorCode::Unsupported, "unknown_interval", {provider.title()})));
        }
    }
}

void addTrades(const sources::TradeProvider &provider, const FetchTask &task, const FetchSetting &setting,
               SourceWork &work)
{
    for (const SpelledSymbol &symbol : symbolsOf(provider, task, setting, work))
        work.works.push_back(
            std::make_unique<FetchTrades>(task, setting, provider, symbol.instrument, symbol.spelling));
}

void addNews(const sources::NewsProvider &provider, const FetchTask &task, const FetchSetting &setting,
             SourceWork &work)
{
    if (!provider.perInstrument()) {
        work.works.push_back(std::make_unique<FetchNews>(task, setting, provider, std::nullopt, QString()));
        return;
    }
    for (const SpelledSymbol &symbol : symbolsOf(provider, task, setting, work))
        work.works.push_back(std::make_unique<FetchNews>(task, setting, provider, symbol.instrument, symbol.spelling));
}

void addAll(const FetchTask &task, const FetchSetting &setting, SourceWork &work)
{
    const QString &code = task.setup.provider;
    if (const auto *quotes = sources::quoteProvider(code))
        addBars(*quotes, task, setting, work);
    else if (const auto *trades = sources::tradeProvider(code))
        addTrades(*trades, task, setting, work);
    else if (const auto *news = sources::newsProvider(code))
        addNews(*news, task, setting, work);
    else
        work.works.push_back(std::make_unique<FetchFile>(task, setting));
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
    m_state.revision = task.setup.revision;
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

FetchWork::Validators FetchWork::validatorsOf(const sources::HttpResponse &answer)
{
    return {QString::fromLatin1(answer.etag), QString::fromLatin1(answer.lastModified)};
}

void FetchWork::addValidators(sources::HttpRequest &request, const QByteArray &reading)
{
    // Not the address itself: it may hold what is nobody's business.
    m_question = QString::fromLatin1(
        QCryptographicHash::hash(QByteArray(request.url.toEncoded() + '\n' + reading), QCryptographicHash::Sha256)
            .toHex()
            .left(32));
    if (m_state.cursor != m_question)
        return;
    request.etag = m_state.etag.toLatin1();
    request.lastModified = m_state.lastModified.toLatin1();
}

void FetchWork::keep(const Validators &validators)
{
    m_state.cursor = m_question;
    m_state.etag = validators.etag;
    m_state.lastModified = validators.lastModified;
}

std::optional<FetchFault> faultOfSetup(const FetchTask &task)
{
    const auto provider = sources::providerInfo(task.setup.provider);
    if (!provider)
        return faultOf(core::ErrorCode::Unsupported, "unknown_provider", {task.setup.provider});
    if (task.keyError)
        return FetchFault{*task.keyError, QStringLiteral("keychain"), false, {}, false, false, {task.setup.name}};
    if (provider->needsKey && task.key.isEmpty())
        return faultOf(core::ErrorCode::InvalidInput, "no_key", {task.setup.name});
    if (provider->needsAddress && task.setup.address.isEmpty())
        return faultOf(core::ErrorCode::InvalidInput, "no_address", {task.setup.name});
    return std::nullopt;
}

FetchFault noInstrument(const FetchTask &task)
{
    return faultOf(core::ErrorCode::NotFound, "no_instrument", {task.setup.name});
}

SourceWork makeWork(const FetchTask &task, const FetchSetting &setting)
{
    SourceWork work;
    work.fault = faultOfSetup(task);
    if (work.fault)
        return work;
    addAll(task, setting, work);
    if (work.works.empty() && work.refused.empty())
        work.fault = noInstrument(task);
    return work;
}

} // namespace tickmark::pipeline
