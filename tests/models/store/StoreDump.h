// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

namespace tickmark::store {

//! Every row of every table but SQLite's own counters, as text: two stores with equal dumps hold the same.
inline QString dumpStore(const QString &path)
{
    SQLite::Database database(path.toStdString(), SQLite::OPEN_READONLY);
    SQLite::Statement tables(database,
                             "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
                             "AND name NOT LIKE 'news_search%' ORDER BY name");
    QString dump;
    while (tables.executeStep()) {
        const std::string table = tables.getColumn(0).getString();
        QStringList lines;
        SQLite::Statement rows(database, "SELECT * FROM " + table);
        while (rows.executeStep()) {
            QStringList cells;
            for (int column = 0; column < rows.getColumnCount(); ++column)
                cells += rows.getColumn(column).isNull() ? QStringLiteral("NULL")
                                                         : QString::fromStdString(rows.getColumn(column).getString());
            lines += cells.join(QLatin1Char('|'));
        }
        dump += QString::fromStdString(table) + QLatin1Char('\n') + lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
    }
    return dump;
}

//! Runs SQL on a store the way another program would, past all our rules.
inline void runForeignSql(const QString &path, const char *sql)
{
    SQLite::Database database(path.toStdString(), SQLite::OPEN_READWRITE);
    database.exec(sql);
}

inline QString queryText(const QString &path, const char *sql)
{
    SQLite::Database database(path.toStdString(), SQLite::OPEN_READONLY);
    SQLite::Statement rows(database, sql);
    QStringList lines;
    while (rows.executeStep()) {
        QStringList cells;
        for (int column = 0; column < rows.getColumnCount(); ++column)
            cells += QString::fromStdString(rows.getColumn(column).getString());
        lines += cells.join(QLatin1Char('|'));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace tickmark::store
