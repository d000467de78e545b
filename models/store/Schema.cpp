// SPDX-License-Identifier: GPL-3.0-or-later
#include "Schema.h"

#include "Connection.h"
#include "FileReplacement.h"
#include "StoreError.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

namespace tickmark::store {

using core::ErrorCode;
using core::failure;
using core::Result;

namespace {

void checkForeignKeys(Connection &connection)
{
    SQLite::Statement violations(connection.database(), "PRAGMA foreign_key_check");
    if (violations.executeStep())
        fail(ErrorCode::Damaged,
             QCoreApplication::translate("Store", "The store “%1” is damaged. Restore it from a backup.")
                 .arg(QDir::toNativeSeparators(connection.path())),
             QStringLiteral("foreign key in %1").arg(QString::fromUtf8(violations.getColumn(0).getText())));
}

void apply(Connection &connection, const Migration &migration)
{
    SQLite::Transaction transaction(connection.database(), SQLite::TransactionBehavior::IMMEDIATE);
    connection.database().exec(migration.sql.constData());
    checkForeignKeys(connection);
    connection.database().exec(QStringLiteral("PRAGMA application_id = %1; PRAGMA user_version = %2")
                                   .arg(kApplicationId)
                                   .arg(migration.version)
                                   .toStdString());
    transaction.commit();
}

core::Error migrationFailed(Connection &connection, const Migration &migration, const core::Error &cause)
{
    // a full disk or a lock is what the user has to know; anything else is about the migration
    if (cause.code != ErrorCode::Io)
        return cause;
    return {ErrorCode::Io,
            QCoreApplication::translate("Store",
                                        "The store “%1” could not be brought to store version %2; it is as it was "
                                        "before.")
                .arg(QDir::toNativeSeparators(connection.path()))
                .arg(migration.version),
            cause.detail};
}

} // namespace

Result<std::vector<Migration>> loadMigrations(const QString &folder)
{
    std::vector<Migration> migrations;
    const QStringList files = QDir(folder).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    for (const QString &fileName : files) {
        QFile file(QDir(folder).filePath(fileName));
        Migration migration{fileName.left(4).toInt(), fileName.chopped(4), {}};
        if (migration.version != int(migrations.size()) + 1 || !file.open(QIODevice::ReadOnly))
            return failure(ErrorCode::Io, QCoreApplication::translate(
                                              "Store", "This installation of Tickmark is incomplete: %1 is missing.")
                                              .arg(file.fileName()));
        migration.sql = file.readAll();
        migrations.push_back(std::move(migration));
    }
    if (migrations.empty())
        return failure(ErrorCode::Io, QCoreApplication::translate(
                                          "Store", "This installation of Tickmark is incomplete: %1 is missing.")
                                          .arg(folder));
    return migrations;
}

QString migrationBackupPath(const QString &path, int version)
{
    return QStringLiteral("%1.v%2.backup").arg(path).arg(version);
}

Result<> applyMigrations(Connection &connection, std::span<const Migration> migrations)
{
    return guarded(connection.path(), connection.handle(), [&] {
        // tables are rebuilt by the recipe of sqlite.org/lang_altertable.html, which needs them off; checked before commit
        connection.database().exec("PRAGMA foreign_keys = OFF");
        for (const Migration &migration : migrations) {
            if (migration.version <= connection.schemaVersion())
                continue;
            const auto applied = guarded(connection.path(), connection.handle(), [&] { apply(connection, migration); });
            if (!applied) {
                connection.database().exec("PRAGMA foreign_keys = ON");
                throw StoreFailure{migrationFailed(connection, migration, applied.error())};
            }
        }
        connection.database().exec("PRAGMA foreign_keys = ON");
    });
}

Result<> migrateWithBackup(Connection &connection, std::span<const Migration> migrations)
{
    const auto version = guarded(connection.path(), connection.handle(), [&] { return connection.schemaVersion(); });
    if (!version)
        return tl::unexpected(version.error());
    if (migrations.empty() || migrations.back().version <= *version)
        return {};
    const auto copied = copyStore(connection, migrationBackupPath(connection.path(), *version), true, {});
    if (!copied)
        return copied;
    return applyMigrations(connection, migrations);
}

} // namespace tickmark::store
