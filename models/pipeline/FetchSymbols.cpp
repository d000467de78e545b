// SPDX-License-Identifier: GPL-3.0-or-later
#include "FetchSymbols.h"

#include <algorithm>
#include <iterator>

namespace tickmark::pipeline {

namespace {

const core::Instrument *find(std::span<const core::Instrument> instruments, const QString &symbol)
{
    const auto found = std::ranges::find_if(instruments, [&symbol](const core::Instrument &one) {
        return one.symbol.compare(symbol, Qt::CaseInsensitive) == 0;
    });
    return found == instruments.end() ? nullptr : &*found;
}

} // namespace

FetchedItem refusedItem(const QString &item, const QString &symbol, FetchFault fault)
{
    FetchedItem refused;
    refused.item = item;
    refused.symbol = symbol;
    refused.error = std::move(fault.error);
    refused.errorCode = std::move(fault.code);
    refused.errorNames = std::move(fault.names);
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
            symbols.refused.push_back(
                refusedItem(symbol, symbol, faultOf(core::ErrorCode::NotFound, "unknown_instrument", {symbol})));
    }
    for (const core::Instrument &instrument : namedInstruments(setup, instruments)) {
        const QString own = setup.spellings.value(instrument.symbol);
        const QString spelling = own.isEmpty() ? rule(instrument) : own;
        if (!spelling.isEmpty())
            symbols.had.push_back({instrument, spelling});
        else if (!setup.symbols.isEmpty())
            symbols.refused.push_back(
                refusedItem(instrument.symbol, instrument.symbol,
                            faultOf(core::ErrorCode::NotFound, "unknown_symbol", {title, instrument.symbol})));
    }
    return symbols;
}

} // namespace tickmark::pipeline
