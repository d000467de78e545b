// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tickmark::app {

class CommandContext;

//! The commands, one file each. Each returns the process's exit code (see ExitCode).
int runChart(CommandContext &context);
int runCheck(CommandContext &context);
int runClaims(CommandContext &context);
int runFetch(CommandContext &context);
int runImport(CommandContext &context);
int runInstrument(CommandContext &context);
int runList(CommandContext &context);
int runReport(CommandContext &context);
int runSample(CommandContext &context);
int runSimulate(CommandContext &context);
int runSource(CommandContext &context);
int runStore(CommandContext &context);

} // namespace tickmark::app
