// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "DailyBars.h"
#include <claims/Judge.h>
#include <core/CalendarSet.h>
#include <core/Result.h>
#include <store/StoreReader.h>

#include <QHash>

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace tickmark::pipeline {

//! Parts the symbols and the sources of a rate that was reckoned across two pairs.
inline const QString kListSeparator = QStringLiteral(", ");

//! The quotes of one claim, and which ones they were.
struct QuotesOfClaim
{
    claims::ClaimQuotes quotes; //!< without a calendar where the store does not have the instrument
    std::vector<store::ClaimNeed> needs;
};

//! Reads from a store what verdicts rest on. Only traded series count, never simulated or dividend-adjusted ones, whatever
//! the user has chosen for the charts: of daily bars per session that of the chosen one, else of the source with the highest
//! priority that has one; a move is told by one source where one has both of its closes (see inOrderFor). Prices are in the shares that were traded when the text was published: as its author saw them.
//! Keeps what it has read, within bounds, so that claims about one instrument after the other cost little; what is kept
//! goes stale with the store. One thread.
class ClaimQuoteReader
{
public:
    ClaimQuoteReader(store::StoreReader &reader, const core::CalendarSet &calendars,
                     std::vector<core::Instrument> instruments, std::stop_token stop);

    //! Daily bars, splits, shares and exchange rates.
    [[nodiscard]] core::Result<QuotesOfClaim> read(const claims::Claim &claim, core::Time published);
    //! Adds quotes before the opening of the claim's session.
    [[nodiscard]] core::Result<void> addEarly(const claims::Claim &claim, core::Time published,
                                              claims::ClaimQuotes &quotes);
    //! Adds intraday quotes of the claim's session: ticks where they are there from its first bar to its last, else bars.
    [[nodiscard]] core::Result<void> addDuring(const claims::Claim &claim, core::Time published,
                                               claims::ClaimQuotes &quotes);
    //! Notes at daily closes which other sources do not agree with them. After the quotes of their claim were read, before
    //! their sources are named.
    [[nodiscard]] core::Result<void> noteOthers(std::vector<claims::QuoteUsed> &quotes, core::Time published);
    //! Names the source of each quote, and of those that came from files the files: "file" alone tells a reader nothing.
    //! After the quotes of their claim were read.
    [[nodiscard]] core::Result<void> nameSources(std::vector<claims::QuoteUsed> &quotes);

private:
    //! All daily quotes of one instrument, and where the others are.
    struct Shelf
    {
        core::Instrument instrument;
        core::CalendarPtr calendar;
        DailyBars daily; //!< all
        std::vector<core::Split> splits;
        std::vector<store::DatedShares> shares;
        std::vector<core::Series> intraday; //!< the preferred one first
        std::vector<core::Series> ticks;
    };
    using ShelfPtr = std::shared_ptr<const Shelf>;
    //! Of one part of a session; `series` is nothing where there is none to ask.
    struct IntradayBars
    {
        std::optional<core::Series> series;
        std::vector<core::Bar> bars;
    };
    //! Instrument, beginning and end: around the clock the part before a session's opening is empty and begins with it.
    using IntradayPlace = std::pair<qint64, std::pair<qint64, qint64>>;
    //! Where a quote stands: instrument, and its time, else its session.
    using QuotePlace = std::pair<qint64, qint64>;
    enum class Part { BeforeOpening, Session };
    //! Ticks as bars of one price each: the first one, and those that went further than all before.
    struct TickBars
    {
        std::vector<core::Bar> bars;
        core::Time first; //!< of all ticks
        core::Time last;
    };

    [[nodiscard]] core::Result<ShelfPtr> shelf(qint64 instrumentId);
    [[nodiscard]] core::Result<ShelfPtr> load(const core::Instrument &instrument);
    //! Candidates for one use, the preferred one first.
    [[nodiscard]] core::Result<std::vector<core::Series>> tradedSeries(qint64 instrumentId, store::SeriesUse use);
    //! Daily bars of some sessions with what is known of the instrument; without `end`, shares and intraday quotes. A move
    //! over `span` is to be told with them.
    [[nodiscard]] core::Result<claims::InstrumentQuotes> dailyQuotes(const Shelf &shelf,
                                                                     const store::SessionRange &sessions,
                                                                     core::Time published,
                                                                     const std::optional<claims::SessionSpan> &span);
    [[nodiscard]] core::Result<claims::InstrumentQuotes> quotesOf(qint64 instrumentId, const claims::Claim &claim,
                                                                  core::Time published, QuotesOfClaim &all);
    [[nodiscard]] core::Result<void> addIntraday(Part part, const claims::Claim &claim, core::Time published,
                                                 claims::ClaimQuotes &quotes);
    [[nodiscard]] core::Result<std::vector<core::Bar>> intradayBars(claims::InstrumentQuotes &quotes,
                                                                    core::SessionDate session, core::TimeRange times);
    [[nodiscard]] core::Result<IntradayBars> readIntraday(const Shelf &shelf, core::TimeRange times);
    [[nodiscard]] core::Result<TickBars> tickBars(const core::Series &series, core::TimeRange times);

    //! The daily bar that each source has of a session, as it is stored.
    struct SourceBar
    {
        core::Series series;
        core::Bar bar;
    };
    [[nodiscard]] core::Result<std::vector<SourceBar>> barsOn(const Shelf &shelf, core::SessionDate session);
    [[nodiscard]] core::Result<void> noteOthers(const Shelf &shelf, claims::QuoteUsed &quote, core::Time published);
    //! The series of a daily quote.
    [[nodiscard]] static std::optional<core::Series> seriesOf(const Shelf &shelf, const claims::QuoteUsed &quote);

    [[nodiscard]] core::Result<void> readFileSources();
    //! The name of a source, or of the files that it has the bar from.
    [[nodiscard]] core::Result<QStringList> namesOf(const core::Series &series, core::SessionDate session);
    //! The source of one instrument's quote, or its files; empty where that is not known.
    [[nodiscard]] core::Result<QStringList> sourcesOf(qint64 instrumentId, const claims::QuoteUsed &quote);
    //! Files of a series; empty where they are not one and the same for all its daily bars.
    [[nodiscard]] core::Result<QStringList> originOfAll(const core::Series &series);

    [[nodiscard]] core::Result<std::vector<claims::ExchangeRate>> rates(const QString &from, const QString &to,
                                                                        QuotesOfClaim &all, core::Time published,
                                                                        const store::SessionRange &sessions);
    [[nodiscard]] core::Result<std::vector<claims::ExchangeRate>> ratesOfPair(const QString &from, const QString &to,
                                                                              QuotesOfClaim &all, core::Time published,
                                                                              const store::SessionRange &sessions);

    store::StoreReader &m_reader;
    const core::CalendarSet &m_calendars;
    std::stop_token m_stop;
    QHash<qint64, core::Instrument> m_instruments;
    QHash<QString, qint64> m_symbols;
    QHash<QString, qint64> m_pairs;             //!< "EURUSD" -> the instrument
    std::optional<QStringList> m_fileSources;   //!< one or two
    QHash<qint64, QStringList> m_originOfAll;   //!< by series
    QHash<qint64, core::Series> m_intradayRead; //!< the last one, by instrument
    QHash<IntradayPlace, IntradayBars> m_intraday;
    std::size_t m_intradayKept = 0;                             //!< bars in it
    QHash<std::pair<QuotePlace, QString>, QStringList> m_named; //!< by place and source
    QHash<QuotePlace, std::vector<SourceBar>> m_compared;
    QHash<qint64, ShelfPtr> m_shelves;
    std::size_t m_barsKept = 0;
};

} // namespace tickmark::pipeline
