// SPDX-License-Identifier: GPL-3.0-or-later
#include "NewsRead.h"

#include "Connection.h"
#include "RawStatement.h"

namespace tickmark::store {

void markRead(Connection &connection, std::span<const qint64> newsIds, bool read)
{
    RawStatement mark(connection.handle(),
                      read ? "INSERT OR IGNORE INTO news_read (news_id) SELECT id FROM news WHERE id = ?"
                           : "DELETE FROM news_read WHERE news_id = ?");
    for (const qint64 id : newsIds) {
        mark.bind(1, id);
        mark.run();
    }
}

std::vector<qint64> readNewsIds(Connection &connection)
{
    RawStatement rows(connection.handle(), "SELECT news_id FROM news_read ORDER BY news_id");
    std::vector<qint64> ids;
    while (rows.step())
        ids.push_back(rows.integer(0));
    return ids;
}

} // namespace tickmark::store
