// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tickmark::store {
class StoreReader;
}

namespace tickmark::app {

class CommandContext;

//! The table of `list instruments` and `instrument list`.
int listInstruments(CommandContext &context, store::StoreReader &reader);

} // namespace tickmark::app
