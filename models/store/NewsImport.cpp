// SPDX-License-Identifier: GPL-3.0-or-later
#include "NewsImport.h"

#include "ClaimRows.h"
#include "Connection.h"
#include "ImportLog.h"
#include "NewsIndex.h"
#include "SearchText.h"
#include "StoreError.h"

#include <QCoreApplication>

#include <SQLiteCpp/Statement.h>

#include <array>

namespace tickmark::store {

namespace {

// Finds an item by its key; its id is 0 when it is new.
struct KnownItem
{
    qint64 id = 0;
    core::Time published;
};

KnownItem findItem(SQLite::Statement &find, const core::NewsItem &item)
{
    find.reset();
    find.bind(1, item.publisher.toStdString());
    find.bind(2, item.guid.toStdString());
    if (!find.executeStep())
        return {0, item.published};
    return {find.getColumn(0).getInt64(), core::Time{find.getColumn(1).getInt64()}};
}

//! Writes items of one import, one by one.
class NewsWriter
{
public:
    NewsWriter(Connection &connection, qint64 importId, ImportTotals &totals)
        : m_connection(connection),
          m_importId(importId),
          m_totals(totals),
          m_table(connection.handle(), newsShape(), importId),
          m_find(connection.database(), "SELECT id, published_ns FROM news WHERE publisher = ? AND guid = ?"),
          m_index(connection),
          m_claims(connection)
    {}

    //! `found` may be nullptr: the text's claims are looked for later.
    void write(const core::NewsItem &item, const ClaimText *found)
    {
        const KnownItem known = findItem(m_find, item);
        const IndexedText before = known.id != 0 ? readIndexedText(m_connection, known.id) : IndexedText{};
        const QByteArray stems = stemsOf(item.title + QLatin1Char('\n') + item.excerpt, item.language);
        // an update keeps the time at which the story was first told
        const std::array<Value, 8> row{
            item.publisher.toUtf8(), item.guid.toUtf8(),    known.published.ns, item.language.toUtf8(),
            item.title.toUtf8(),     item.excerpt.toUtf8(), item.link.toUtf8(), stems};
        const Change change = m_table.put(row);
        count(change, m_totals);
        if (change == Change::Unchanged || change == Change::Repeated)
            return;
        const qint64 id = known.id != 0 ? known.id : m_connection.database().getLastInsertRowid();
        removeFromIndex(m_connection, before);
        m_index.add(id);
        if (change == Change::Reverted)
            removeClaims(m_connection, id, m_importId);
        else if (found)
            m_claims.replace(id, m_importId, *found);
    }

private:
    Connection &m_connection;
    qint64 m_importId;
    ImportTotals &m_totals;
    VersionedTable m_table;
    SQLite::Statement m_find;
    NewsIndexer m_index;
    ClaimWriter m_claims;
};

} // namespace

void writeNews(Connection &connection, std::span<const core::NewsItem> items, qint64 importId, ImportTotals &totals,
               const CancelScope &cancel)
{
    NewsWriter writer(connection, importId, totals);
    for (const core::NewsItem &item : items) {
        cancel.throwIfCancelled();
        writer.write(item, nullptr);
    }
    unparkCorrections(connection);
}

void writeNews(Connection &connection, std::span<const NewsWithClaims> items, qint64 importId, ImportTotals &totals,
               const CancelScope &cancel)
{
    NewsWriter writer(connection, importId, totals);
    for (const NewsWithClaims &one : items) {
        cancel.throwIfCancelled();
        writer.write(one.item, &one.claims);
    }
    unparkCorrections(connection);
}

void writeShares(Connection &connection, std::span<const ShareCount> counts, qint64 importId, ImportTotals &totals,
                 const CancelScope &cancel)
{
    VersionedTable table(connection.handle(), shareCountsShape(), importId);
    SQLite::Statement find(connection.database(), "SELECT 1 FROM instruments WHERE id = ?");
    for (const ShareCount &shares : counts) {
        cancel.throwIfCancelled();
        find.reset();
        find.bind(1, int64_t(shares.instrumentId));
        if (!find.executeStep())
            fail(core::ErrorCode::NotFound,
                 QCoreApplication::translate("Store",
                                             "The instrument of these share counts is not in the store any more."));
        if (shares.shares < 0)
            fail(core::ErrorCode::InvalidInput,
                 QCoreApplication::translate("Store", "A share count of %1 makes no sense.").arg(shares.shares));
        const std::array<Value, 3> row{shares.instrumentId, qint64(shares.date.days()), shares.shares};
        count(table.put(row), totals);
    }
}

} // namespace tickmark::store
