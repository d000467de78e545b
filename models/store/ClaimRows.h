// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ClaimTypes.h"

#include <SQLiteCpp/Statement.h>

#include <span>

//! Writes claims, verdicts and corrections; inside a transaction of the writer. Throw SQLite::Exception and StoreFailure.
namespace tickmark::store {

class CancelScope;
class Connection;

//! Writes the claims of texts, with statements that are prepared once.
class ClaimWriter
{
public:
    explicit ClaimWriter(Connection &connection);

    //! Makes these the claims of the text that `importId` brought. They wait to be judged.
    void replace(qint64 newsId, qint64 importId, const ClaimText &found);

private:
    void add(qint64 newsId, qint64 importId, const PlacedClaim &placed);

    SQLite::Statement m_removeText;
    SQLite::Statement m_addText;
    SQLite::Statement m_setTail;
    SQLite::Statement m_addClaim;
};

//! Forgets the claims of that text.
void removeClaims(Connection &connection, qint64 newsId, qint64 importId);
//! Forgets the claims of all texts that the import brought.
void removeClaimsOfImport(Connection &connection, qint64 importId);
//! As ClaimWriter::replace() where the text is still there; how many texts that were.
qint64 replaceClaims(Connection &connection, std::span<const ClaimReplacement> replacements, const CancelScope &cancel);

//! Keeps verdicts of claims that are still there; how many that were.
qint64 writeVerdicts(Connection &connection, std::span<const JudgedClaim> judged, const CancelScope &cancel);

//! NotFound when the news item or the instrument is not in the store. The claim is to be judged again.
void correctClaim(Connection &connection, const ClaimKey &key, const std::optional<ClaimCorrection> &correction,
                  core::Time now);

//! Puts aside the corrections of headlines whose text the import brought, before its undo may remove the headlines.
void parkCorrections(Connection &connection, qint64 importId);
//! Gives those put aside back to the headlines that are there (again).
void unparkCorrections(Connection &connection);

} // namespace tickmark::store
