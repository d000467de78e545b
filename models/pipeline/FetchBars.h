// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BarShares.h"
#include "FetchPlan.h"
#include "FetchWork.h"
#include "UnpricedSessions.h"
#include "WholeSeries.h"
#include <sources/providers/QuoteProvider.h>

#include <set>

namespace tickmark::pipeline {

//! Bars of one instrument at one interval: what is new, then what is older, a piece per answer. Each answer is one import
//! of bars, after one of the splits and dividends that came with it (so that a run that is cut between the two knows of
//! the split). Sessions that come without a price are asked for once more in the next run. Each answer has some bars again
//! that are stored: where they do not fit together, all of the series is asked for again. See fetchSources() for unfinished
//! bars and splits.
class FetchBars : public FetchWork
{
public:
    FetchBars(const FetchTask &task, const FetchSetting &setting, const sources::QuoteProvider &provider,
              core::Instrument instrument, QString symbol, qint64 intervalNs, core::CalendarPtr calendar);

    [[nodiscard]] std::optional<sources::HttpRequest> next() override;
    [[nodiscard]] Taken take(const sources::HttpResponse &answer) override;
    [[nodiscard]] Taken takeError(const sources::HttpError &error) override;
    [[nodiscard]] core::Result<> stored(const store::ImportResult &result) override;
    [[nodiscard]] std::optional<FetchFault> remark() override;
    void resume(const store::FetchState &state) override;

private:
    [[nodiscard]] bool isDaily() const { return m_query.intervalNs == core::Series::kDaily; }
    [[nodiscard]] core::SessionDate sessionOf(const core::Bar &bar) const;
    void findSeries(std::span<const store::SeriesSpan> spans);
    [[nodiscard]] core::Result<> lookAgain();
    void leaveOutUnfinished(sources::FetchedBars &fetched);
    [[nodiscard]] std::optional<FetchFault> currencyFault(const sources::FetchedBars &fetched) const;
    [[nodiscard]] core::Result<bool> isOtherwiseThanStored(const sources::FetchedBars &fetched);
    [[nodiscard]] bool isNothingOlder(const sources::FetchedBars &fetched) const;
    [[nodiscard]] bool isOfOlder() const;
    [[nodiscard]] bool isAgain() const;
    void endHistory();
    [[nodiscard]] Taken endOlder();
    [[nodiscard]] core::Result<> beginAgain(const sources::FetchedBars &fetched);
    [[nodiscard]] Taken takePart(sources::FetchedBars fetched);
    [[nodiscard]] Taken takeWhole();
    [[nodiscard]] Taken takeNothing(FetchFault fault);
    [[nodiscard]] Taken endAgain();
    [[nodiscard]] tl::expected<std::vector<store::BarRow>, FetchFault> rowsOf(const sources::FetchedBars &fetched);
    [[nodiscard]] Taken commit(const sources::FetchedBars &fetched);
    [[nodiscard]] core::SessionDate splitsUntil(const sources::FetchedBars &fetched) const;
    [[nodiscard]] std::optional<BarsPiece> pieceAgain() const;
    void seeUnpriced(const sources::FetchedBars &fetched);
    [[nodiscard]] core::Result<> noteUnpriced(const sources::FetchedBars &fetched);
    void settleUnpriced();
    void goOn();

    const sources::QuoteProvider &m_provider;
    core::Instrument m_instrument;
    core::CalendarPtr m_calendar;
    SessionsSoFar m_sessions;
    BarShares m_shares;
    std::optional<store::SeriesSpan> m_series; //!< as it is stored
    bool m_isSeriesOld = false;                //!< something was stored since it was looked at
    BarsKnown m_known;
    BarsWanted m_wanted;
    BarsPiece m_piece;          //!< that was asked for last
    sources::BarsQuery m_query; //!< likewise
    sources::HttpRequest m_request;
    QByteArray m_digest;                        //!< of the last answer
    std::optional<WholeSeries> m_whole;         //!< the series is asked for as a whole again
    bool m_replacesAll = false;                 //!< what is committed next stands in place of all that is stored
    std::optional<core::SessionDate> m_lastBar; //!< of what is being stored
    std::optional<Stored> m_actions;
    UnpricedSessions m_unpriced;
    std::vector<core::SessionDate> m_holes; //!< of the last answer: sessions without a price, and none is stored
    std::set<core::SessionDate> m_late;     //!< without a price at the end, where the next run asks anyway
};

} // namespace tickmark::pipeline
