// SPDX-License-Identifier: GPL-3.0-or-later
#include "NewsIndex.h"

#include "Connection.h"

#include <SQLiteCpp/Statement.h>

namespace tickmark::store {

IndexedText readIndexedText(Connection &connection, qint64 newsId)
{
    SQLite::Statement read(connection.database(), "SELECT title, excerpt, stems FROM news WHERE id = ?");
    read.bind(1, int64_t(newsId));
    if (!read.executeStep())
        return {};
    return {newsId, read.getColumn(0).getString(), read.getColumn(1).getString(), read.getColumn(2).getString()};
}

void removeFromIndex(Connection &connection, const IndexedText &text)
{
    if (text.id == 0)
        return;
    SQLite::Statement remove(connection.database(),
                             "INSERT INTO news_search (news_search, rowid, title, excerpt, stems) "
                             "VALUES ('delete', ?, ?, ?, ?)");
    remove.bind(1, int64_t(text.id));
    remove.bind(2, text.title);
    remove.bind(3, text.excerpt);
    remove.bind(4, text.stems);
    remove.exec();
}

NewsIndexer::NewsIndexer(Connection &connection)
    : m_add(connection.database(), "INSERT INTO news_search (rowid, title, excerpt, stems) "
                                   "SELECT id, title, excerpt, stems FROM news WHERE id = ?")
{}

void NewsIndexer::add(qint64 newsId)
{
    m_add.reset();
    m_add.bind(1, int64_t(newsId));
    m_add.exec();
}

std::vector<qint64> newsOfImport(Connection &connection, qint64 importId)
{
    SQLite::Statement find(connection.database(), "SELECT id FROM news WHERE import_id = ?");
    find.bind(1, int64_t(importId));
    std::vector<qint64> ids;
    while (find.executeStep())
        ids.push_back(find.getColumn(0).getInt64());
    return ids;
}

bool isIndexConsistent(Connection &connection)
{
    SQLite::Database &database = connection.database();
    database.exec(
        "CREATE VIRTUAL TABLE temp.fresh USING fts5 (title, excerpt, stems, content = '', tokenize = 'unicode61');"
        "INSERT INTO temp.fresh (rowid, title, excerpt, stems) SELECT id, title, excerpt, stems FROM main.news;"
        "CREATE VIRTUAL TABLE temp.fresh_terms USING fts5vocab (temp, fresh, instance);"
        "CREATE VIRTUAL TABLE temp.stored_terms USING fts5vocab (main, news_search, instance)");
    bool same = true;
    {
        // both list their terms in the same order, so one walk over both compares them
        SQLite::Statement fresh(database, "SELECT term, doc, col, offset FROM temp.fresh_terms");
        SQLite::Statement stored(database, "SELECT term, doc, col, offset FROM temp.stored_terms");
        for (;;) {
            const bool more = fresh.executeStep();
            if (more != stored.executeStep())
                same = false;
            if (!more || !same)
                break;
            for (int column = 0; column < 4; ++column)
                same = same && fresh.getColumn(column).getString() == stored.getColumn(column).getString();
        }
    }
    database.exec("DROP TABLE temp.stored_terms; DROP TABLE temp.fresh_terms; DROP TABLE temp.fresh");
    return same;
}

} // namespace tickmark::store
