// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimRows.h"

#include "ClaimValues.h"
#include "Connection.h"
#include "StoreError.h"

#include <QCoreApplication>

#include <SQLiteCpp/Statement.h>

#include <cmath>

namespace tickmark::store {

namespace {

// Binds one value after the other.
class Row
{
public:
    explicit Row(SQLite::Statement &statement) : m_statement(statement) { m_statement.reset(); }

    Row &add(qint64 value)
    {
        m_statement.bind(++m_parameter, int64_t(value));
        return *this;
    }
    Row &add(double value)
    {
        m_statement.bind(++m_parameter, value);
        return *this;
    }
    Row &add(const QString &value)
    {
        m_statement.bind(++m_parameter, value.toStdString());
        return *this;
    }
    Row &add(const QByteArray &value)
    {
        m_statement.bind(++m_parameter, value.toStdString());
        return *this;
    }
    Row &add(core::SessionDate value) { return add(qint64(value.days())); }
    Row &add(core::Time value) { return add(value.ns); }
    template <typename Value>
    Row &add(const std::optional<Value> &value)
    {
        if (value)
            return add(*value);
        m_statement.bind(++m_parameter);
        return *this;
    }
    int run() { return m_statement.exec(); }

private:
    SQLite::Statement &m_statement;
    int m_parameter = 0;
};

// Numbers that are none (a measured value beyond all reason) are kept as missing.
std::optional<double> finite(std::optional<double> value)
{
    return value && std::isfinite(*value) ? value : std::nullopt;
}

void writeVerdict(SQLite::Statement &write, qint64 claimId, const claims::Verdict &verdict)
{
    Row row(write);
    row.add(claimId).add(claims::verdictCodeText(verdict.code)).add(claims::basisCode(verdict.basis));
    row.add(claims::missingCode(verdict.missing)).add(finite(verdict.measured)).add(finite(verdict.measuredOther));
    row.add(finite(verdict.closeMove)).add(verdict.interval.low).add(finite(verdict.interval.high));
    row.add(verdict.sessions.base).add(verdict.sessions.last).add(qint64(verdict.sessions.count));
    row.add(qint64(verdict.basisSessions)).add(std::isfinite(verdict.off) ? verdict.off : 0.0);
    row.add(qint64(verdict.oppositeAtClose)).add(qint64(verdict.provisional)).add(verdict.nearest);
    row.add(finite(verdict.nearestMove)).add(verdict.touched).add(verdict.symbol).add(quotesJson(verdict.quotes)).run();
}

void requireRow(Connection &connection, const char *sql, qint64 id, const QString &complaint)
{
    SQLite::Statement find(connection.database(), sql);
    find.bind(1, int64_t(id));
    if (!find.executeStep())
        fail(core::ErrorCode::NotFound, complaint);
}

} // namespace

ClaimWriter::ClaimWriter(Connection &connection)
    : m_removeText(connection.database(), "DELETE FROM claim_texts WHERE news_id = ? AND import_id = ?"),
      m_addText(connection.database(), "INSERT INTO claim_texts (news_id, import_id, rules) VALUES (?, ?, ?)"),
      m_setTail(connection.database(), "UPDATE claim_texts SET tail = ? WHERE news_id = ? AND import_id = ?"),
      m_addClaim(connection.database(),
                 "INSERT INTO claims (news_id, import_id, sentence_hash, nth, part, place, span_start, span_end, "
                 "sentence_start, sentence_end, text, kind, direction, low, high, low_half_unit, high_half_unit, "
                 "unit, hedge, intraday, subject_id, subject_symbol, subject_text, together, day, shift, span, "
                 "sessions, end_stated) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                 "(SELECT id FROM instruments WHERE id = ?), ?, ?, ?, ?, ?, ?, ?, ?)")
{}

void ClaimWriter::replace(qint64 newsId, qint64 importId, const ClaimText &found)
{
    // what hangs on the text goes with it
    Row(m_removeText).add(newsId).add(importId).run();
    Row(m_addText).add(newsId).add(importId).add(found.rules).run();
    for (const PlacedClaim &placed : found.claims)
        add(newsId, importId, placed);
    // behind the claims: each of them looks its text up, and would read the tail with it
    if (!found.tail.isEmpty())
        Row(m_setTail).add(found.tail).add(newsId).add(importId).run();
}

void ClaimWriter::add(qint64 newsId, qint64 importId, const PlacedClaim &placed)
{
    const claims::Claim &claim = placed.claim;
    if (!std::isfinite(claim.low) || !std::isfinite(claim.high))
        return;
    Row row(m_addClaim);
    row.add(newsId).add(importId).add(qint64(claim.sentenceHash)).add(qint64(claim.nth)).add(qint64(claim.part));
    row.add(placeCode(placed.place)).add(qint64(claim.span.start)).add(qint64(claim.span.end));
    row.add(qint64(claim.sentence.start)).add(qint64(claim.sentence.end)).add(claim.text);
    row.add(claims::kindCode(claim.kind)).add(claims::directionCode(claim.direction));
    row.add(claim.low).add(claim.high).add(claim.lowHalfUnit).add(claim.highHalfUnit).add(claim.unit);
    row.add(claims::hedgeCode(claim.hedge)).add(statedBases(claim)).add(claim.subject.instrumentId);
    row.add(claim.subject.symbol).add(claim.subject.text).add(subjectsJson(claim.together));
    row.add(claim.time.date).add(qint64(claim.time.shift)).add(spanCode(claim.time.span));
    row.add(qint64(claim.time.sessions)).add(qint64(claim.time.endStated)).run();
}

void removeClaims(Connection &connection, qint64 newsId, qint64 importId)
{
    SQLite::Statement remove(connection.database(), "DELETE FROM claim_texts WHERE news_id = ? AND import_id = ?");
    Row(remove).add(newsId).add(importId).run();
}

void removeClaimsOfImport(Connection &connection, qint64 importId)
{
    SQLite::Statement remove(connection.database(), "DELETE FROM claim_texts WHERE import_id = ?");
    Row(remove).add(importId).run();
}

qint64 replaceClaims(Connection &connection, std::span<const ClaimReplacement> replacements, const CancelScope &cancel)
{
    ClaimWriter writer(connection);
    SQLite::Statement find(connection.database(), "SELECT 1 FROM news WHERE id = ? AND import_id = ?");
    qint64 written = 0;
    for (const ClaimReplacement &replacement : replacements) {
        cancel.throwIfCancelled();
        find.reset();
        find.bind(1, int64_t(replacement.newsId));
        find.bind(2, int64_t(replacement.importId));
        if (!find.executeStep())
            continue;
        writer.replace(replacement.newsId, replacement.importId, replacement.found);
        ++written;
    }
    return written;
}

qint64 writeVerdicts(Connection &connection, std::span<const JudgedClaim> judged, const CancelScope &cancel)
{
    SQLite::Database &database = connection.database();
    SQLite::Statement settle(database, "UPDATE claims SET changes = changes - ? WHERE id = ?");
    SQLite::Statement write(database,
                            "INSERT OR REPLACE INTO claim_verdicts (claim_id, code, basis, missing, measured, "
                            "measured_other, close_move, interval_low, interval_high, base_session, last_session, "
                            "sessions, basis_sessions, off, opposite_at_close, provisional, nearest_session, "
                            "nearest_move, touched_ns, symbol, quotes) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    SQLite::Statement forget(database, "DELETE FROM claim_needs WHERE claim_id = ?");
    SQLite::Statement need(database, "INSERT INTO claim_needs (claim_id, instrument_id, from_session, to_session) "
                                     "VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
                                     "from_session = min(from_session, excluded.from_session), "
                                     "to_session = max(to_session, excluded.to_session)");
    qint64 written = 0;
    for (const JudgedClaim &claim : judged) {
        cancel.throwIfCancelled();
        // what changed after the quotes were read is left over
        if (Row(settle).add(claim.changes).add(claim.claimId).run() == 0)
            continue;
        writeVerdict(write, claim.claimId, claim.verdict);
        Row(forget).add(claim.claimId).run();
        for (const ClaimNeed &of : claim.needs)
            Row(need).add(claim.claimId).add(of.instrumentId).add(of.sessions.first).add(of.sessions.last).run();
        ++written;
    }
    return written;
}

void correctClaim(Connection &connection, const ClaimKey &key, const std::optional<ClaimCorrection> &correction,
                  core::Time now)
{
    SQLite::Database &database = connection.database();
    requireRow(connection, "SELECT 1 FROM news WHERE id = ?", key.newsId,
               QCoreApplication::translate("Store", "This headline is not in the store any more."));
    const auto bindKey = [&](Row &row) -> Row & {
        return row.add(key.newsId).add(qint64(key.sentenceHash)).add(qint64(key.nth)).add(qint64(key.part));
    };
    SQLite::Statement remove(database, "DELETE FROM claim_corrections WHERE news_id = ? AND sentence_hash = ? "
                                       "AND nth = ? AND part = ?");
    Row removed(remove);
    bindKey(removed).run();
    if (correction) {
        if (correction->instrumentId)
            requireRow(connection, "SELECT 1 FROM instruments WHERE id = ?", *correction->instrumentId,
                       QCoreApplication::translate("Store", "This instrument is not in the store any more."));
        SQLite::Statement add(database, "INSERT INTO claim_corrections (news_id, sentence_hash, nth, part, dismissed, "
                                        "instrument_id, session, kind, hedge, corrected_ns) "
                                        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        const auto kind = correction->kind ? std::optional(claims::kindCode(*correction->kind)) : std::nullopt;
        const auto hedge = correction->hedge ? std::optional(claims::hedgeCode(*correction->hedge)) : std::nullopt;
        Row added(add);
        bindKey(added).add(qint64(correction->isDismissed)).add(correction->instrumentId).add(correction->session);
        added.add(kind).add(hedge).add(now).run();
    }
    SQLite::Statement mark(database, "UPDATE claims SET changes = changes + 1 WHERE news_id = ? AND sentence_hash = ? "
                                     "AND nth = ? AND part = ?");
    Row marked(mark);
    bindKey(marked).run();
}

void parkCorrections(Connection &connection, qint64 importId)
{
    SQLite::Statement park(connection.database(),
                           "INSERT OR REPLACE INTO parked_corrections (publisher, guid, sentence_hash, nth, part, "
                           "dismissed, instrument_id, session, kind, hedge, corrected_ns) "
                           "SELECT n.publisher, n.guid, x.sentence_hash, x.nth, x.part, x.dismissed, x.instrument_id, "
                           "x.session, x.kind, x.hedge, x.corrected_ns FROM claim_corrections AS x "
                           "JOIN news AS n ON n.id = x.news_id WHERE n.import_id = ?");
    Row(park).add(importId).run();
}

void unparkCorrections(Connection &connection)
{
    SQLite::Database &database = connection.database();
    database.exec("INSERT OR IGNORE INTO claim_corrections (news_id, sentence_hash, nth, part, dismissed, "
                  "instrument_id, session, kind, hedge, corrected_ns) SELECT n.id, p.sentence_hash, p.nth, p.part, "
                  "p.dismissed, p.instrument_id, p.session, p.kind, p.hedge, p.corrected_ns "
                  "FROM parked_corrections AS p JOIN news AS n ON n.publisher = p.publisher AND n.guid = p.guid");
    database.exec("DELETE FROM parked_corrections AS p WHERE EXISTS "
                  "(SELECT 1 FROM news AS n WHERE n.publisher = p.publisher AND n.guid = p.guid)");
}

} // namespace tickmark::store
