// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Time.h"

#include <QString>

#include <optional>

namespace tickmark::core {

enum class QuoteField { Trade, Bid, Ask, Bar };
enum class SeriesKind { Traded, Simulated, DividendAdjusted };

//! Codes used in the store, CSV and JSON: "trade", "bid", "ask", "bar"; "traded", "simulated", "dividend_adjusted".
[[nodiscard]] QString fieldCode(QuoteField field);
[[nodiscard]] QString seriesKindCode(SeriesKind kind);
[[nodiscard]] std::optional<QuoteField> fieldFromCode(const QString &code);
[[nodiscard]] std::optional<SeriesKind> seriesKindFromCode(const QString &code);

//! Quotes of one instrument from one source, of one field and interval. Quotes belong to a series, never straight to an
//! instrument: two sources that disagree stay apart.
struct Series
{
    static constexpr qint64 kDaily = 0; //!< interval of daily bars: one session, not 24 hours

    qint64 id = 0;
    qint64 instrumentId = 0;
    QString source; //!< name of the source, "file" for imported files
    QuoteField field = QuoteField::Bar;
    SeriesKind kind = SeriesKind::Traded;
    qint64 intervalNs = kDaily; //!< length of an intraday bar; kDaily for daily bars
    int priceDecimals = 2;
    int sizeDecimals = 0;
    std::optional<SessionDate> splitsUntil; //!< splits up to this date are in the stored prices

    [[nodiscard]] bool isDaily() const { return intervalNs == kDaily; }
};

} // namespace tickmark::core
