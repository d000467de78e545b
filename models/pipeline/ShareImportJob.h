// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ListImport.h"
#include <sources/ByteSource.h>

namespace tickmark::pipeline {

//! Reads a CSV of share counts (symbol, date, shares) into the store, all of it or nothing. Instruments that are not among
//! `known` are left out and named. Waits for the writer: never call it on the GUI thread.
[[nodiscard]] core::Result<ListImportReport> importShares(sources::ByteSource &source, const QString &origin,
                                                          const QString &sourceName, core::Time now,
                                                          std::span<const core::Instrument> known,
                                                          store::StoreWriter &writer, std::stop_token stop = {});

} // namespace tickmark::pipeline
