// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>

#include <QByteArray>
#include <QString>

#include <span>
#include <vector>

//! The numbered SQL files that make a store, and bring an older one up to date.
namespace tickmark::store {

class Connection;

//! The version that this program reads and writes: the number of the last file in resources/schema.
inline constexpr int kSchemaVersion = 8;

struct Migration
{
    int version = 0; //!< of the store after it
    QString name;    //!< "0001_foundation"
    QByteArray sql;  //!< any number of statements, none about transactions
};

//! The files in `folder`, ascending, without a gap from 1 on. Fails only when the program was built wrongly.
[[nodiscard]] core::Result<std::vector<Migration>> loadMigrations(const QString &folder = QStringLiteral(":/schema"));

//! Where the store is copied to before it is brought up to date from `version`.
[[nodiscard]] QString migrationBackupPath(const QString &path, int version);

//! Runs the migrations that `connection`'s store (an empty file: version 0) does not have yet, each in a transaction of its
//! own with its foreign keys checked. On failure the store has the last version that was reached whole.
[[nodiscard]] core::Result<> applyMigrations(Connection &connection, std::span<const Migration> migrations);

//! As applyMigrations, after a checked copy to migrationBackupPath() when there is something to do.
[[nodiscard]] core::Result<> migrateWithBackup(Connection &connection, std::span<const Migration> migrations);

} // namespace tickmark::store
