// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimChanges.h"

#include "Connection.h"

#include <SQLiteCpp/Statement.h>

namespace tickmark::store {

namespace {

// A session may begin the day before its date, and end the day after (times are UTC): one day more on each side.
const std::string kFirstDay = "CASE s.interval_ns + (s.field <> 'bar') WHEN 0 THEN t.first_key "
                              "ELSE t.first_key / 86400000000000 - 2 END";
const std::string kLastDay = "CASE s.interval_ns + (s.field <> 'bar') WHEN 0 THEN t.last_key "
                             "ELSE t.last_key / 86400000000000 + 2 END";

void run(Connection &connection, const std::string &sql, std::initializer_list<qint64> values)
{
    SQLite::Statement statement(connection.database(), sql);
    int parameter = 0;
    for (const qint64 value : values)
        statement.bind(++parameter, int64_t(value));
    statement.exec();
}

// `needs` selects claim_id.
std::string markSql(const std::string &needs)
{
    return "UPDATE claims SET changes = changes + 1 WHERE id IN (" + needs + ')';
}

} // namespace

void noteImportChanged(Connection &connection, qint64 importId)
{
    run(connection,
        markSql(
            "SELECT n.claim_id FROM import_series AS t JOIN series AS s ON s.id = t.series_id "
            "JOIN claim_needs AS n ON n.instrument_id = s.instrument_id WHERE t.import_id = ? AND s.kind = 'traded' "
            "AND n.from_session <= "
            + kLastDay + " AND n.to_session >= " + kFirstDay),
        {importId});
    // a share count holds from its date on, and a split changes all before it
    for (const char *table : {"share_counts", "corporate_actions"}) {
        const std::string name(table);
        run(connection,
            markSql("SELECT n.claim_id FROM claim_needs AS n WHERE n.instrument_id IN (SELECT instrument_id FROM "
                    + name + " WHERE import_id = ?1 UNION SELECT instrument_id FROM replaced_" + name
                    + " WHERE import_id = ?1)"),
            {importId});
    }
}

void noteInstrumentChanged(Connection &connection, qint64 instrumentId)
{
    run(connection,
        markSql("SELECT claim_id FROM claim_needs WHERE instrument_id = ?1 UNION "
                "SELECT id FROM claims WHERE subject_id = ?1"),
        {instrumentId});
}

void noteAllChanged(Connection &connection)
{
    run(connection, "UPDATE claims SET changes = changes + 1", {});
}

} // namespace tickmark::store
