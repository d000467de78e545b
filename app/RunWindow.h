// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Interrupt.h"
#include <core/Time.h>

#include <QString>
#include <QStringList>

#include <optional>

namespace tickmark::app {

//! What `tickmark replay SYMBOL` asks for.
struct ReplayWish
{
    QString symbol;
    double speed = 60;
    std::optional<core::Time> from; //!< nothing: from the first tick on
};

//! What `tickmark [FILE.tickmark] [--at DATE] [--symbols A,B]` asks for.
struct WindowWish
{
    QString store;     //!< empty: the one of last time, else the user's own
    QStringList files; //!< to import
    std::optional<core::SessionDate> at;
    QStringList symbols;
    std::optional<ReplayWish> replay;
};

//! Reads the arguments behind the program's name; nothing (after a message) when they make no sense.
[[nodiscard]] std::optional<WindowWish> windowWish(const QStringList &arguments);

//! What `tickmark replay --help` prints. Needs an application.
[[nodiscard]] QString replayHelp();

//! Opens the window and runs until it is closed; the exit code. `language`: nothing: the one of last time, else the
//! user's. Where another window has the store open already, that one comes to the front instead. Needs a QApplication.
int runWindow(const WindowWish &wish, const std::optional<QString> &language, const Interrupt &interrupt);

} // namespace tickmark::app
