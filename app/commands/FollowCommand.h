// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../CommandContext.h"

#include <optional>
#include <vector>

namespace tickmark::app {

//! `tickmark fetch --follow`: streams these sources into the store until Ctrl+C, which is how it ends: the exit code is
//! kDone then; kPartly when trades could not be stored, or when all streams ended by themselves after some trades, kFailed
//! when they did without any.
[[nodiscard]] int followSources(CommandContext &context, const std::vector<store::SourceSetup> &setups,
                                const std::optional<QByteArray> &key, store::StoreWriter &writer);

} // namespace tickmark::app
