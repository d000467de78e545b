// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
//! the user has chosen for the charts: of daily bars the chosen one, else that of the source with the highest priority.
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
    //! Puts the names of the files in place of the source of quotes that came from files: "file" alone tells a reader
    //! nothing. After the quotes of their claim were read.
    [[nodiscard]] core::Result<void> nameFiles(std::vector<claims::QuoteUsed> &quotes);

private:
    //! All daily quotes of one instrument, and where the others are.
    struct Shelf
    {
        qint64 dailySeries = 0;       //!< 0: none
        QStringList origins;          //!< of all its bars
        claims::InstrumentQuotes all; //!< `shares` empty
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
    //! Where a quote stands: symbol, and its time, else its session.
    using QuotePlace = std::pair<QString, qint64>;
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
    [[nodiscard]] core::Result<claims::InstrumentQuotes> quotesOf(qint64 instrumentId, const claims::Claim &claim,
                                                                  core::Time published, QuotesOfClaim &all);
    [[nodiscard]] core::Result<void> addIntraday(Part part, const claims::Claim &claim, core::Time published,
                                                 claims::ClaimQuotes &quotes);
    [[nodiscard]] core::Result<std::vector<core::Bar>> intradayBars(claims::InstrumentQuotes &quotes,
                                                                    core::TimeRange times);
    [[nodiscard]] core::Result<IntradayBars> readIntraday(const Shelf &shelf, core::TimeRange times);
    [[nodiscard]] core::Result<TickBars> tickBars(const core::Series &series, core::TimeRange times);

    [[nodiscard]] core::Result<void> readSources();
    //! The files that a quote came from; empty where they are not known.
    [[nodiscard]] core::Result<QString> filesOf(const claims::QuoteUsed &quote);
    //! Of one quote of one instrument; empty where that is not known.
    [[nodiscard]] core::Result<QStringList> originsOf(qint64 instrumentId, const claims::QuoteUsed &quote);

    [[nodiscard]] core::Result<std::vector<claims::ExchangeRate>> rates(const QString &from, const QString &to,
                                                                        QuotesOfClaim &all,
                                                                        const store::SessionRange &sessions);
    [[nodiscard]] core::Result<std::vector<claims::ExchangeRate>> ratesOfPair(const QString &from, const QString &to,
                                                                              QuotesOfClaim &all,
                                                                              const store::SessionRange &sessions);

    store::StoreReader &m_reader;
    const core::CalendarSet &m_calendars;
    std::stop_token m_stop;
    QHash<qint64, core::Instrument> m_instruments;
    QHash<QString, qint64> m_symbols;
    QHash<QString, qint64> m_pairs;                  //!< "EURUSD" -> the instrument
    std::optional<QHash<QString, int>> m_priorities; //!< of sources
    QStringList m_fileSources;                       //!< one or two; known with m_priorities
    QHash<qint64, core::Series> m_intradayRead;      //!< the last one, by instrument
    QHash<IntradayPlace, IntradayBars> m_intraday;
    std::size_t m_intradayKept = 0; //!< bars in it
    QHash<QuotePlace, QString> m_files;
    QHash<qint64, ShelfPtr> m_shelves;
    std::size_t m_barsKept = 0;
};

} // namespace tickmark::pipeline
