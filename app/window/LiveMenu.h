// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>

class QMenu;

namespace tickmark::window {

class LiveControl;

//! What an entry of the menu asks for.
struct LiveMenuActions
{
    std::function<void(const QString &symbol, qint64 sourceId)> start;
    std::function<void(const QString &symbol)> stop;
    std::function<void(const QString &provider, const QString &symbol)> setUp;
};

//! Adds to `menu` what can be done about live streams of `symbols`: start or stop each, choose among sources, or set up the
//! first one where the database has none. Nothing where none of them can be streamed.
void addLiveEntries(QMenu &menu, const QStringList &symbols, const LiveControl &live, const LiveMenuActions &actions);

} // namespace tickmark::window
