// SPDX-License-Identifier: GPL-3.0-or-later
#include "NewsImport.h"

#include "ClaimRows.h"
#include "Connection.h"
#include "ImportLog.h"
#include "NewsIndex.h"
#include "RawStatement.h"
#include "SearchText.h"
#include "StoreError.h"

#include <QCoreApplication>

#include <SQLiteCpp/Statement.h>

#include <array>
#include <optional>

namespace tickmark::store {

namespace {

//! What the store has of an item.
struct StoredItem
{
    qint64 id = 0; //!< 0: nothing
    core::Time published;
    bool isSame = false; //!< another import brought exactly this
};

//! Finds items by their keys.
class ItemFinder
{
public:
    ItemFinder(Connection &connection, qint64 importId)
        : m_find(connection.handle(), "SELECT id, published_ns, import_id, language, title, excerpt, link FROM news "
                                      "WHERE publisher = ? AND guid = ?"),
          m_importId(importId)
    {}

    StoredItem find(const core::NewsItem &item)
    {
        const std::array<Value, 2> key{item.publisher.toUtf8(), item.guid.toUtf8()};
        m_find.bind(1, key[0]);
        m_find.bind(2, key[1]);
        if (!m_find.step()) // and is reset
            return {0, item.published, false};
        const std::array<Value, 4> texts{item.language.toUtf8(), item.title.toUtf8(), item.excerpt.toUtf8(),
                                         item.link.toUtf8()};
        constexpr int kFirstText = 3;
        StoredItem stored{m_find.integer(0), core::Time{m_find.integer(1)}, m_find.integer(2) != m_importId};
        for (std::size_t i = 0; i < texts.size(); ++i)
            stored.isSame = stored.isSame && m_find.equals(kFirstText + int(i), texts[i]);
        m_find.reset();
        return stored;
    }

private:
    RawStatement m_find;
    qint64 m_importId;
};

//! Writes items of one import, one by one. What is there already costs one look: no words are stemmed for it, and an import
//! that changes nothing prepares nothing else.
class NewsWriter
{
public:
    NewsWriter(Connection &connection, qint64 importId, ImportTotals &totals)
        : m_connection(connection), m_importId(importId), m_totals(totals), m_finder(connection, importId)
    {}

    //! `found` may be nullptr: the text's claims are looked for later.
    void write(const core::NewsItem &item, const ClaimText *found)
    {
        const StoredItem known = m_finder.find(item);
        if (known.isSame)
            count(Change::Unchanged, m_totals);
        else
            change(item, found, known);
    }

private:
    //! What it takes to change something.
    struct Tables
    {
        Tables(Connection &connection, qint64 importId)
            : news(connection.handle(), newsShape(), importId), index(connection), claims(connection)
        {}

        VersionedTable news;
        NewsIndexer index;
        ClaimWriter claims;
    };

    void change(const core::NewsItem &item, const ClaimText *found, const StoredItem &known)
    {
        if (!m_tables)
            m_tables.emplace(m_connection, m_importId);
        const IndexedText before = known.id != 0 ? readIndexedText(m_connection, known.id) : IndexedText{};
        const QByteArray stems = stemsOf(item.title + QLatin1Char('\n') + item.excerpt, item.language);
        // an update keeps the time at which the story was first told
        const std::array<Value, 8> row{
            item.publisher.toUtf8(), item.guid.toUtf8(),    known.published.ns, item.language.toUtf8(),
            item.title.toUtf8(),     item.excerpt.toUtf8(), item.link.toUtf8(), stems};
        const Change made = m_tables->news.put(row);
        count(made, m_totals);
        if (made == Change::Unchanged || made == Change::Repeated)
            return;
        const qint64 id = known.id != 0 ? known.id : m_connection.database().getLastInsertRowid();
        removeFromIndex(m_connection, before);
        m_tables->index.add(id);
        if (made == Change::Reverted)
            removeClaims(m_connection, id, m_importId);
        else if (found)
            m_tables->claims.replace(id, m_importId, *found);
    }

    Connection &m_connection;
    qint64 m_importId;
    ImportTotals &m_totals;
    ItemFinder m_finder;
    std::optional<Tables> m_tables;
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
