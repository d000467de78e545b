// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/CalendarSet.h>
#include <core/Result.h>
#include <store/StoreReader.h>

#include <optional>
#include <stop_token>
#include <vector>

namespace tickmark::pipeline {

//! A value of a curve: of a daily bar, of an intraday bar by its start, or of a tick by its time.
struct QuotePoint
{
    qint64 instrumentId = 0;
    qint64 seriesId = 0;
    core::SessionDate session;
    std::optional<core::Time> time; //!< nothing: a daily bar

    friend bool operator==(const QuotePoint &, const QuotePoint &) = default;
};

//! What the close of the session is according to another series, in today's shares.
struct OtherClose
{
    core::Series series;
    core::Price close;
    double percent = 0; //!< against the point's close
};

//! How a value came into the store.
enum class QuoteArrival {
    Imported,  //!< from a file
    Fetched,   //!< from an address
    Corrected, //!< typed by the user
};

//! Where a value came from.
struct QuoteProvenance
{
    QString source;
    QStringList origins;               //!< file names or addresses
    std::optional<core::Time> fetched; //!< nothing: not known for a single value
    std::optional<core::Price> close;  //!< of a daily bar, in today's shares, as the charts show it
    std::vector<OtherClose> others;    //!< of a daily bar: those that differ, the source that counts most first
    QuoteArrival arrival = QuoteArrival::Imported; //!< where `fetched` is known
};

//! Where a source has no daily bar of the session, the bar of the source that counts most is told of. NotFound when the
//! point is not in the store (any more). Of ticks only what their import says of all of them.
[[nodiscard]] core::Result<QuoteProvenance> loadProvenance(store::StoreReader &reader,
                                                           const core::CalendarSet &calendars, const QuotePoint &point,
                                                           std::stop_token stop = {});

} // namespace tickmark::pipeline
