// SPDX-License-Identifier: GPL-3.0-or-later
#include "FetchSymbols.h"

#include "UnknownSymbols.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace tickmark::pipeline {

namespace {

struct FetchTexts
{
    Q_DECLARE_TR_FUNCTIONS(FetchTexts)
};

const core::Instrument *find(std::span<const core::Instrument> instruments, const QString &symbol)
{
    const auto found = std::ranges::find_if(instruments, [&symbol](const core::Instrument &one) {
        return one.symbol.compare(symbol, Qt::CaseInsensitive) == 0;
    });
    return found == instruments.end() ? nullptr : &*found;
}

} // namespace

FetchedItem refusedItem(const QString &item, const QString &symbol, core::Error error, const char *code)
{
    FetchedItem refused;
    refused.item = item;
    refused.symbol = symbol;
    refused.error = std::move(error);
    refused.errorCode = QString::fromLatin1(code);
    return refused;
}

std::vector<core::Instrument> namedInstruments(const store::SourceSetup &setup,
                                               std::span<const core::Instrument> instruments)
{
    std::vector<core::Instrument> named;
    std::ranges::copy_if(instruments, std::back_inserter(named), [&setup](const core::Instrument &one) {
        return setup.symbols.isEmpty() || setup.symbols.contains(one.symbol, Qt::CaseInsensitive);
    });
    return named;
}

SpelledSymbols spelledSymbols(const store::SourceSetup &setup, std::span<const core::Instrument> instruments,
                              const QString &title, const SpellingRule &rule)
{
    SpelledSymbols symbols;
    for (const QString &symbol : setup.symbols) {
        if (!find(instruments, symbol))
            symbols.refused.push_back(refusedItem(
                symbol, symbol, {core::ErrorCode::NotFound, unknownSymbolsText({symbol}), {}}, "unknown_instrument"));
    }
    for (const core::Instrument &instrument : namedInstruments(setup, instruments)) {
        const QString own = setup.spellings.value(instrument.symbol);
        const QString spelling = own.isEmpty() ? rule(instrument) : own;
        if (!spelling.isEmpty())
            symbols.had.push_back({instrument, spelling});
        else if (!setup.symbols.isEmpty())
            symbols.refused.push_back(refusedItem(
                instrument.symbol, instrument.symbol,
                {core::ErrorCode::NotFound, FetchTexts::tr("%1 does not have %2.").arg(title, instrument.symbol), {}},
                "unknown_symbol"));
    }
    return symbols;
}

} // namespace tickmark::pipeline
