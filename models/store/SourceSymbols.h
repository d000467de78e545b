// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace tickmark::store {

class Connection;
struct SourceSetup;

// Sources name instruments by symbol. Here they follow when an instrument is called otherwise, goes, or becomes part of
// another one; symbols are compared without regard to case. Inside the transaction that changes the instrument; throws
// SQLite::Exception.

//! Set-ups, spellings and states name `to` from now on. Where the provider's rule spells the symbol, another name is
//! another question: how far that had come is forgotten.
void renameInSources(Connection &connection, const QString &from, const QString &to);

//! Names of sources that named a symbol; `switchedOff` are among `all`.
struct SourcesWithout
{
    QStringList all;
    QStringList switchedOff;
};

//! No source asks for `symbol` any more. One that asked for nothing else goes on naming it, for naming nothing would be
//! asking for everything: it is switched off, and its state says why ("unknown_instrument").
SourcesWithout removeFromSources(Connection &connection, const QString &symbol);

//! Sources of `from` are about `into`; where a source is about both, the set-up and state of `into` stay.
//! Where it is about all, `into` is asked for as `from` was spelled, unless it has a spelling of its own.
void mergeInSources(Connection &connection, const QString &from, const QString &into);

//! How far the source has come with what it asks for goes where its set-up does not name it any more.
void keepStatesOf(Connection &connection, const SourceSetup &setup);

} // namespace tickmark::store
