// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tickmark::store {
class StoreReader;
}

namespace tickmark::app {

class CommandContext;

//! All: also those that only stand in the provenance of quotes, such as "file". Fed: those that are set up.
enum class ListedSources { All, Fed };

//! What `list sources` and `source list` print: where each source stands, without keys. The process's exit code.
int listSources(CommandContext &context, store::StoreReader &reader, ListedSources which);

//! What `source providers` prints.
int listProviders(CommandContext &context);

} // namespace tickmark::app
