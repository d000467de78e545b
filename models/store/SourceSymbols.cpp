// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceSymbols.h"

#include "Connection.h"
#include "RawStatement.h"
#include "SourceRows.h"
#include "TradeRuns.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>
#include <vector>

namespace tickmark::store {

namespace {

bool isSame(const QString &one, const QString &other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

bool names(const SourceSetup &setup, const QString &symbol)
{
    return setup.symbols.contains(symbol, Qt::CaseInsensitive);
}

//! The user's own, taken out of the set-up; empty: none.
QString takeSpelling(SourceSetup &setup, const QString &symbol)
{
    const QStringList keys = setup.spellings.keys();
    const auto key = std::ranges::find_if(keys, [&](const QString &one) { return isSame(one, symbol); });
    return key == keys.end() ? QString() : setup.spellings.take(*key);
}

//! What follows the symbol in an item that is about it: "" for daily bars, trades and headlines, " 5m" for other bars.
std::optional<QString> tailOf(const QString &item, const QString &symbol)
{
    static const QRegularExpression interval(QStringLiteral("^( [0-9]+[smh])?$"));
    if (!item.startsWith(symbol, Qt::CaseInsensitive))
        return std::nullopt;
    const QString tail = item.mid(symbol.size());
    return interval.match(tail).hasMatch() ? std::optional(tail) : std::nullopt;
}

void removeState(Connection &connection, const FetchState &state)
{
    RawStatement remove(connection.handle(), "DELETE FROM fetch_states WHERE source_id = ?1 AND item = ?2");
    const Value item = state.item.toUtf8();
    remove.bind(1, state.sourceId);
    remove.bind(2, item);
    remove.run();
}

void forgetProgress(FetchState &state)
{
    state.etag.clear();
    state.lastModified.clear();
    state.cursor.clear();
    state.coveredFrom.reset();
    state.coveredUntil.reset();
}

std::vector<FetchState> takeStates(Connection &connection, const SourceSetup &setup, const QString &symbol)
{
    std::vector<FetchState> states = readFetchStates(connection, setup.sourceId);
    std::erase_if(states, [&](const FetchState &state) { return !tailOf(state.item, symbol); });
    for (const FetchState &state : states)
        removeState(connection, state);
    return states;
}

void moveStates(Connection &connection, const SourceSetup &setup, const QString &from, const QString &to,
                bool asksAlike)
{
    std::vector<FetchState> states = takeStates(connection, setup, from);
    for (FetchState &state : states) {
        state.item = to + *tailOf(state.item, from);
        if (!asksAlike)
            forgetProgress(state);
    }
    if (!asksAlike)
        forgetTradeRunsOfSource(connection, setup.sourceId, to);
    saveFetchStates(connection, states);
}

//! The one instrument of a source has gone.
void switchOff(Connection &connection, SourceSetup &setup, const QString &symbol)
{
    FetchState state;
    for (const FetchState &one : readFetchStates(connection, setup.sourceId)) {
        state.lastRun = std::max(state.lastRun, one.lastRun); // what is said counts if it is of the last run
        state.lastSuccess = std::max(state.lastSuccess, one.lastSuccess);
    }
    takeStates(connection, setup, symbol);
    state.sourceId = setup.sourceId;
    state.revision = setup.revision;
    state.item = symbol;
    state.failures = 1;
    state.errorCode = QStringLiteral("unknown_instrument");
    state.errorNames = QStringList{symbol};
    saveFetchStates(connection, {&state, 1});
    setup.isEnabled = false;
}

void follow(Connection &connection, SourceSetup &setup, const QString &from, const QString &to)
{
    const SourceSetup before = setup;
    for (QString &symbol : setup.symbols) {
        if (isSame(symbol, from))
            symbol = to;
    }
    const QString spelling = takeSpelling(setup, from);
    if (!spelling.isEmpty())
        setup.spellings.insert(to, spelling);
    if (setup != before)
        saveSettings(connection, setup);
    moveStates(connection, setup, from, to, !spelling.isEmpty() || isSame(from, to));
}

//! The instrument that stays is asked for as the other one was, where nobody has said otherwise: from the beginning.
void handOnSpelling(Connection &connection, SourceSetup &setup, const QString &from, const QString &into)
{
    const QString spelling = takeSpelling(setup, from);
    const QStringList spelled = setup.spellings.keys();
    if (spelling.isEmpty() || spelled.contains(into, Qt::CaseInsensitive))
        return;
    setup.spellings.insert(into, spelling);
    saveSettings(connection, setup);
    moveStates(connection, setup, into, into, false);
}

} // namespace

void renameInSources(Connection &connection, const QString &from, const QString &to)
{
    if (from == to)
        return;
    for (SourceSetup &setup : readSourceSetups(connection))
        follow(connection, setup, from, to);
}

SourcesWithout removeFromSources(Connection &connection, const QString &symbol)
{
    SourcesWithout sources;
    for (SourceSetup &setup : readSourceSetups(connection)) {
        const SourceSetup before = setup;
        takeSpelling(setup, symbol);
        if (names(setup, symbol))
            sources.all += setup.name;
        if (names(setup, symbol) && setup.symbols.size() == 1) {
            if (setup.isEnabled)
                sources.switchedOff += setup.name;
            switchOff(connection, setup, symbol);
        } else {
            takeStates(connection, setup, symbol);
            setup.symbols.removeIf([&](const QString &one) { return isSame(one, symbol); });
        }
        if (setup != before)
            saveSettings(connection, setup);
    }
    return sources;
}

void mergeInSources(Connection &connection, const QString &from, const QString &into)
{
    for (SourceSetup &setup : readSourceSetups(connection)) {
        if (names(setup, from) && !names(setup, into)) // else what is left of `from` goes with its instrument
            follow(connection, setup, from, into);
        else if (setup.symbols.isEmpty())
            handOnSpelling(connection, setup, from, into);
    }
}

void keepStatesOf(Connection &connection, const SourceSetup &setup)
{
    if (setup.symbols.isEmpty())
        return;
    for (const FetchState &state : readFetchStates(connection, setup.sourceId)) {
        const auto isOf = [&state](const QString &symbol) { return tailOf(state.item, symbol).has_value(); };
        if (!state.item.isEmpty() && std::ranges::none_of(setup.symbols, isOf))
            removeState(connection, state);
    }
}

} // namespace tickmark::store
