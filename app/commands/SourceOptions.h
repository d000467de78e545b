// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../CommandContext.h"
#include <store/SourceTypes.h>

namespace tickmark::app {

//! Adds what `source add` and `source edit` take.
void addSourceOptions(CommandContext &context);

//! Puts what the options say into `setup`. InvalidInput or NotFound with one sentence about the option that is wrong;
//! symbols are looked up in the store.
[[nodiscard]] core::Result<> applySourceOptions(CommandContext &context, store::StoreReader &reader,
                                                store::SourceSetup &setup);

//! InvalidInput where the provider cannot do what the set-up asks of it: a sentence that says what to change.
[[nodiscard]] core::Result<> checkSource(const store::SourceSetup &setup);

//! The codes of all providers: "yahoo, stooq, ...".
[[nodiscard]] QString providerCodes();

} // namespace tickmark::app
