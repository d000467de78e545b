// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <span>
#include <vector>

//! Which news items the user has read; inside a transaction. Throw SQLite::Exception.
namespace tickmark::store {

class Connection;

//! Ids that are not in the store are passed over.
void markRead(Connection &connection, std::span<const qint64> newsIds, bool read);
//! Ascending.
[[nodiscard]] std::vector<qint64> readNewsIds(Connection &connection);

} // namespace tickmark::store
