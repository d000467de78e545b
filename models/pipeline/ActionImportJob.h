// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ListImport.h"
#include <sources/ActionReader.h>
#include <sources/ByteSource.h>

#include <vector>

namespace tickmark::pipeline {

struct ActionImportReport
{
    ListImportReport list;
    std::vector<sources::ListedAction> actions; //!< of instruments that are there, as they were understood
};

//! Reads a CSV of splits and dividends (see sources::readActions, also for `symbol`) into the store, all of it or nothing. Instruments that are
//! not among `known` are left out and named; a dividend without a currency is in that of its instrument. Waits for the
//! writer: never call it on the GUI thread.
[[nodiscard]] core::Result<ActionImportReport> importActions(sources::ByteSource &source, const QString &origin,
                                                             const QString &sourceName, core::Time now,
                                                             std::span<const core::Instrument> known,
                                                             store::StoreWriter &writer, const QString &symbol = {},
                                                             std::stop_token stop = {});

} // namespace tickmark::pipeline
