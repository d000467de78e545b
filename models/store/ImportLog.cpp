// SPDX-License-Identifier: GPL-3.0-or-later
#include "ImportLog.h"

#include "ClaimChanges.h"
#include "Connection.h"
#include "StoreError.h"

#include <QCoreApplication>

#include <SQLiteCpp/Savepoint.h>
#include <SQLiteCpp/Statement.h>

namespace tickmark::store {

QString importKindCode(ImportKind kind)
{
    switch (kind) {
    case ImportKind::Bars:
        return QStringLiteral("bars");
    case ImportKind::News:
        return QStringLiteral("news");
    case ImportKind::Shares:
        return QStringLiteral("shares");
    case ImportKind::Actions:
        return QStringLiteral("actions");
    case ImportKind::Ticks:
        return QStringLiteral("ticks");
    case ImportKind::Sample:
        break;
    }
    return QStringLiteral("sample");
}

namespace {

qint64 idOfSource(Connection &connection, const QString &name)
{
    SQLite::Statement find(connection.database(), "SELECT id FROM sources WHERE name = ?");
    find.bind(1, name.toStdString());
    return find.executeStep() ? find.getColumn(0).getInt64() : 0;
}

} // namespace

void requireAsked(Connection &connection, const AskedSource &asked)
{
    if (asked.sourceId == 0)
        return;
    SQLite::Statement find(connection.database(), "SELECT 1 FROM source_setups WHERE source_id = ? AND revision = ?");
    find.bind(1, int64_t(asked.sourceId));
    find.bind(2, int64_t(asked.revision));
    if (!find.executeStep())
        fail(core::ErrorCode::Cancelled, {});
}

qint64 ensureSource(Connection &connection, const SourceInfo &source)
{
    if (source.name.isEmpty())
        fail(core::ErrorCode::InvalidInput, QCoreApplication::translate("Store", "A source needs a name."));
    SQLite::Statement ranked(connection.database(), "SELECT 1 FROM sources WHERE name = ? AND priority <> ?");
    ranked.bind(1, source.name.toStdString());
    ranked.bind(2, source.priority);
    if (ranked.executeStep())
        noteAllChanged(connection); // another series may stand for an instrument now
    SQLite::Statement put(connection.database(), "INSERT INTO sources (name, kind, priority) VALUES (?, ?, ?) "
                                                 "ON CONFLICT (name) DO UPDATE SET kind = excluded.kind, "
                                                 "priority = excluded.priority");
    put.bind(1, source.name.toStdString());
    put.bind(2, source.kind.toStdString());
    put.bind(3, source.priority);
    put.exec();
    return idOfSource(connection, source.name);
}

qint64 sourceId(Connection &connection, const QString &name)
{
    const qint64 id = idOfSource(connection, name);
    return id != 0 ? id : ensureSource(connection, {0, name, QStringLiteral("file"), 0});
}

void count(Change change, ImportTotals &totals)
{
    switch (change) {
    case Change::Inserted:
        ++totals.inserted;
        break;
    case Change::Replaced:
        ++totals.replaced;
        break;
    case Change::Unchanged:
        ++totals.unchanged;
        break;
    case Change::Repeated:
    case Change::Duplicate:
        ++totals.duplicate;
        break;
    case Change::Reverted:
        --totals.replaced;
        ++totals.unchanged;
        ++totals.duplicate;
        break;
    }
}

qint64 beginImport(Connection &connection, const ImportOrigin &origin)
{
    requireAsked(connection, origin.asked);
    SQLite::Statement add(connection.database(),
                          "INSERT INTO imports (source_id, kind, origin, fetched_ns) VALUES (?, ?, ?, ?)");
    add.bind(1, int64_t(sourceId(connection, origin.source)));
    add.bind(2, importKindCode(origin.kind).toStdString());
    add.bind(3, origin.origin.toStdString());
    add.bind(4, int64_t(origin.fetched.ns));
    add.exec();
    return connection.database().getLastInsertRowid();
}

void endImport(Connection &connection, qint64 importId, const ImportTotals &totals, const QByteArray &sha256)
{
    SQLite::Statement end(
        connection.database(),
        "UPDATE imports SET rows_inserted = ?, rows_replaced = ?, rows_unchanged = ?, rows_duplicate = ?, "
        "rows_rejected = ?, sha256 = ? WHERE id = ?");
    end.bind(1, int64_t(totals.inserted));
    end.bind(2, int64_t(totals.replaced));
    end.bind(3, int64_t(totals.unchanged));
    end.bind(4, int64_t(totals.duplicate));
    end.bind(5, int64_t(totals.rejected));
    if (!sha256.isEmpty())
        end.bind(6, sha256.constData(), int(sha256.size()));
    end.bind(7, int64_t(importId));
    end.exec();
}

ImportResult recordImport(Connection &connection, const ImportOrigin &origin, bool dryRun,
                          const std::function<ImportEnd(qint64, ImportTotals &)> &import)
{
    // a savepoint, because the enclosing transaction goes on to commit
    SQLite::Savepoint savepoint(connection.database(), "import");
    ImportResult result;
    result.importId = beginImport(connection, origin);
    const ImportEnd end = import(result.importId, result.totals);
    result.totals.rejected += end.rejected;
    result.totals.duplicate += end.duplicate;
    if (dryRun || (result.totals.inserted == 0 && result.totals.replaced == 0)) {
        result.importId = 0;
        return result; // the savepoint rolls back
    }
    endImport(connection, result.importId, result.totals, end.sha256);
    savepoint.release();
    return result;
}

} // namespace tickmark::store
