// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BarChecks.h"
#include <core/Instrument.h>
#include <sources/providers/QuoteProvider.h>
#include <store/BarImportRequest.h>
#include <store/SourceTypes.h>

#include <span>
#include <vector>

// What a provider told, as the store takes it.
namespace tickmark::pipeline {

//! `bars` with what looks wrong in each, and beside those that `checks` has seen before.
[[nodiscard]] std::vector<store::BarRow> checkedRows(std::span<const sources::FetchedBar> bars, BarChecks &checks);

//! One import of bars that lie in memory; `sha256` of the answer.
[[nodiscard]] store::BarImportRequest barImport(store::ImportOrigin origin, store::SeriesKey key,
                                                std::vector<store::BarRow> rows, QByteArray sha256);

//! The splits and dividends that came with the bars of `instrument`.
[[nodiscard]] std::vector<store::CorporateAction> actionsOf(const core::Instrument &instrument,
                                                            const sources::FetchedBars &fetched);

} // namespace tickmark::pipeline
