// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FetchFault.h"
#include "FetchJob.h"

#include <functional>
#include <span>
#include <vector>

namespace tickmark::pipeline {

//! An instrument, as its provider spells it.
struct SpelledSymbol
{
    core::Instrument instrument;
    QString spelling;
};

struct SpelledSymbols
{
    std::vector<SpelledSymbol> had;
    std::vector<FetchedItem> refused; //!< named by the user, and not in the store or not to be had
};

//! How a provider spells an instrument; empty: it cannot have it.
using SpellingRule = std::function<QString(const core::Instrument &)>;

//! The instruments that a source is about: those that the user named, else all of `instruments` that the provider can
//! have. The user's own spellings go before the rule. `title` is the provider's.
[[nodiscard]] SpelledSymbols spelledSymbols(const store::SourceSetup &setup,
                                            std::span<const core::Instrument> instruments, const QString &title,
                                            const SpellingRule &rule);

//! Of `instruments` those that the user named, all when there are none.
[[nodiscard]] std::vector<core::Instrument> namedInstruments(const store::SourceSetup &setup,
                                                             std::span<const core::Instrument> instruments);

//! What is said of an item that is not asked for at all.
[[nodiscard]] FetchedItem refusedItem(const QString &item, const QString &symbol, FetchFault fault);

} // namespace tickmark::pipeline
