// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>
#include <core/Time.h>

#include <functional>

namespace tickmark::core {
class SessionCalendar;
}
namespace tickmark::store {
class StoreReader;
}

namespace tickmark::app {

class CommandContext;

//! The limits of --from and --to on the clock of a calendar.
using TimesOnCalendar = std::function<core::TimeRange(const core::SessionCalendar &calendar)>;

//! Whether --symbol and --field make sense for ticks; looked at before a store is opened, or made.
[[nodiscard]] core::Result<> checkTickOptions(const CommandContext &context);
//! `list ticks --symbol S [--field trade|bid|ask]`: all series of ticks of the instrument, one after the other, in bounded
//! memory.
int listTicks(CommandContext &context, store::StoreReader &reader, const TimesOnCalendar &timesOn);
//! `list chunks [--symbol S]`: how the ticks lie in the store.
int listChunks(CommandContext &context, store::StoreReader &reader);

} // namespace tickmark::app
