// SPDX-License-Identifier: GPL-3.0-or-later
#include "QuotesEnd.h"

#include <core/SessionCalendar.h>
#include <pipeline/DailyBars.h>

namespace tickmark::claimview {

using core::Result;

namespace {

//! Of one instrument; nothing without quotes.
Result<std::optional<core::SessionDate>> lastSession(store::StoreReader &reader, qint64 instrumentId,
                                                     const std::stop_token &stop)
{
    const auto sources = pipeline::dailySources(reader, instrumentId, pipeline::DailyChoice::Shown);
    if (!sources)
        return tl::unexpected(sources.error());
    return pipeline::lastDailySession(reader, *sources, stop);
}

} // namespace

Result<std::optional<QuotesEnd>> readQuotesEnd(store::StoreReader &reader, const core::CalendarSet &calendars,
                                               const std::stop_token &stop)
{
    const auto instruments = reader.instruments();
    if (!instruments)
        return tl::unexpected(instruments.error());
    std::optional<QuotesEnd> ofExchanges;
    std::optional<QuotesEnd> ofOthers;
    for (const core::Instrument &instrument : *instruments) {
        if (stop.stop_requested())
            return core::failure(core::ErrorCode::Cancelled, {});
        const auto calendar = calendars.calendar(instrument.mic);
        if (!calendar)
            continue;
        const auto date = lastSession(reader, instrument.id, stop);
        if (!date)
            return tl::unexpected(date.error());
        const auto session = *date ? (*calendar)->session(**date) : std::nullopt;
        if (!session)
            continue;
        std::optional<QuotesEnd> &latest = (*calendar)->isRoundTheClock() ? ofOthers : ofExchanges;
        if (!latest || latest->close < session->hours.end)
            latest = QuotesEnd{session->date, session->hours.end};
    }
    return ofExchanges ? ofExchanges : ofOthers;
}

} // namespace tickmark::claimview
