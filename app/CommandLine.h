// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tickmark::app {

class CommandContext;

//! One word of the command line. A new command is one file in commands/ and one line in the table of CommandLine.cpp.
struct Command
{
    const char *name;
    const char *summary; //!< marked for translation in the context "CommandLine"
    bool needsGui;       //!< draws, and so needs a QApplication (without a display)
    int (*run)(CommandContext &context);
};

//! Runs `tickmark` with these arguments (argv[0] included) and returns the exit code.
int runCommandLine(int argc, char *argv[]);

} // namespace tickmark::app
