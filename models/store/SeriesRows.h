// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StoreTypes.h"

namespace tickmark::store {

class Connection;

//! Series as rows of the store, inside a transaction of the writer. Throw SQLite::Exception and StoreFailure.

struct StoredSeries
{
    qint64 id = 0;
    int priceDecimals = 0;
    int sizeDecimals = 0;
};

//! The series of `key`, but for its splitsUntil; a new one has the given decimals. NotFound when the instrument is not
//! there.
StoredSeries findOrCreateSeries(Connection &connection, const SeriesKey &key, int priceDecimals, int sizeDecimals);

//! Splits are in the prices up to when the newest import says that has not been taken back; none says so: as traded.
void takeSplitsFromImports(Connection &connection, qint64 seriesId);

enum class Scale { Price, Size };

//! Gives a series more decimals: multiplies all its stored values, replaced ones included. False, and nothing is changed,
//! when one of them would not fit 64 bits.
bool widenSeries(Connection &connection, qint64 seriesId, bool isDaily, Scale scale, int from, int to);

//! Takes those decimals off a series of bars that none of its values needs any more, replaced ones included; prices keep
//! two.
void narrowSeries(Connection &connection, qint64 seriesId, bool isDaily);

} // namespace tickmark::store
