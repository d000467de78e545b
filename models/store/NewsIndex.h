// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <SQLiteCpp/Statement.h>

#include <string>
#include <vector>

//! The full-text index news_search, kept in step with the table news by hand: it has no content of its own, so it must be
//! told the exact old text to forget it. Inside a transaction of the writer; throw SQLite::Exception.
namespace tickmark::store {

class Connection;

struct IndexedText
{
    qint64 id = 0; //!< 0: there is no such item
    std::string title;
    std::string excerpt;
    std::string stems;
};

//! What the index holds for a news item.
[[nodiscard]] IndexedText readIndexedText(Connection &connection, qint64 newsId);
//! `text` must be as it was when it was added.
void removeFromIndex(Connection &connection, const IndexedText &text);

//! Adds items, with a statement that is prepared once.
class NewsIndexer
{
public:
    explicit NewsIndexer(Connection &connection);

    //! Does nothing when there is no such item.
    void add(qint64 newsId);

private:
    SQLite::Statement m_add;
};

//! Items whose current text is that import's.
[[nodiscard]] std::vector<qint64> newsOfImport(Connection &connection, qint64 importId);

//! Compares the index with what one made afresh of the table would hold. Changes nothing but temporary tables.
[[nodiscard]] bool isIndexConsistent(Connection &connection);

} // namespace tickmark::store
