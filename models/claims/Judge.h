// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Claim.h"
#include <core/Bar.h>
#include <core/Instrument.h>
#include <core/Price.h>
#include <core/PriceDoubt.h>
#include <core/SessionCalendar.h>
#include <core/SplitScale.h>

#include <QString>

#include <optional>
#include <vector>

//! Whether the number of a claim fits the quotes. Pure functions over values, safe from any thread.
namespace tickmark::claims {

enum class VerdictCode { Unattributed, NoData, Close, Intraday, OtherBasis, Contradicted };
[[nodiscard]] QString verdictCodeText(VerdictCode code); //!< "other_basis": as in JSON and in the store
[[nodiscard]] std::optional<VerdictCode> verdictFromText(QStringView code);

//! What the measured number was taken from; the order is the one in which they are tried.
enum class Basis {
    None,
    Close,           //!< between closes over the stated sessions
    Range,           //!< low or high of the session against the close before
    Open,            //!< opening against the close before
    PreMarket,       //!< quotes before the opening against the close before
    SessionBefore,   //!< the session before the stated one
    SessionAfter,    //!< the one after
    OtherSpan,       //!< up to five sessions
    SumOfDailies,    //!< the daily percentages added up
    OtherAdjustment, //!< unadjusted for a split instead of adjusted, or the reverse
};
[[nodiscard]] QString basisCode(Basis basis); //!< as kept in the store
[[nodiscard]] std::optional<Basis> basisFromCode(QStringView code);

//! Why a verdict is NoData.
enum class Missing {
    Nothing,
    Instrument,    //!< the store holds nothing of that name
    Session,       //!< no bar of the session, or one that was carried on without a trade, or with a broken range
    SessionBefore, //!< the same of the session that the move counts from
    ShareCount,
    Rate,
    NoSession, //!< the exchange was closed on the stated day, or the day had not come yet
    Currency,  //!< the text states a price in another currency than that of the quotes
    PastEnd,   //!< the quotes end before the session
};
[[nodiscard]] QString missingCode(Missing missing); //!< as kept in the store
[[nodiscard]] std::optional<Missing> missingFromCode(QStringView code);

//! The interval that the words of a claim leave open, in its unit and as a magnitude (claims.md, "Interval of a claim").
struct Interval
{
    double low = 0;
    double high = 0; //!< infinity for "at least"

    //! Whether some x of [from, to] lies in it. Nothing is rounded before; a billionth of the value is left to what binary
    //! fractions cannot hold.
    [[nodiscard]] bool meets(double from, double to) const;
    [[nodiscard]] bool contains(double x) const { return meets(x, x); }
};
[[nodiscard]] Interval intervalOf(const Claim &claim);

//! Of a share count, and so of every market value made with it.
inline constexpr double kShareUncertainty = 0.01;
//! A move as a magnitude in the claim's direction; without a direction, in whichever it went. A level as it is.
[[nodiscard]] double alongClaim(const Claim &claim, double measured);
//! Whether a measured number (signed, in the claim's unit) lies in the claim's interval; a market value with its doubt.
//! `slack`: what it may be off by either way, because its prices are not known better (core::PriceDoubt).
[[nodiscard]] bool fitsInterval(const Claim &claim, const Interval &interval, double measured, double slack = 0);

//! The sessions of a claim on one exchange: from the close of `base` to the close of `last`.
struct SessionSpan
{
    core::SessionDate base;
    core::SessionDate last;
    int count = 1;

    //! False for the default: nothing to speak of.
    [[nodiscard]] bool isKnown() const { return base < last; }
    friend bool operator==(const SessionSpan &, const SessionSpan &) = default;
};
//! Nothing when the calendar knows no such session: the exchange was closed on the stated day, or that day lies after the
//! publication. Without a stated day, the latest session that had opened. A span whose end the text leaves open is given
//! as ending there.
[[nodiscard]] std::optional<SessionSpan> sessionsOf(const ClaimTime &time, core::Time published,
                                                    const core::SessionCalendar &calendar);
//! The other reading of a span whose end the text leaves open: beginning at that session. Nothing where there is none, or
//! where its last session had not opened by the publication.
[[nodiscard]] std::optional<SessionSpan> sessionsFrom(const ClaimTime &time, core::Time published,
                                                      const core::SessionCalendar &calendar);

//! What has to be read before a claim can be judged.
struct QuotesNeeded
{
    qint64 instrumentId = 0;
    core::SessionDate from; //!< daily bars, both included: more than the sessions of the claim, for other bases
    core::SessionDate to;
    bool shares = false;  //!< the latest count dated by `to`
    QString rateCurrency; //!< quotes of the exchange rate from the instrument's currency; empty: none
};

//! The quotes of one instrument: traded, never simulated or adjusted for dividends.
struct InstrumentQuotes
{
    struct Shares
    {
        core::SessionDate asOf;
        qint64 count = 0;
        QString source;
    };
    core::Instrument instrument;
    core::CalendarPtr calendar;
    int priceDecimals = 2;
    QString source;
    //! Where daily bars are of several sources: whose they are from a session on, ascending; none: all of `source`.
    std::vector<std::pair<core::SessionDate, QString>> sources;
    std::vector<core::Bar> bars;          //!< daily, ascending
    std::vector<core::PriceDoubt> doubts; //!< of their prices, ascending; none: all are exact
    int ownDecimals = 2; //!< that the sources give prices in; `priceDecimals` are more where splits need them
    //! The last session that there is a bar of, where `bars` are not all of them.
    std::optional<core::SessionDate> end;
    std::vector<core::Split> splits; //!< all that are known
    //! Splits up to this date are in the prices of `bars`, `early` and `during`; nothing: as traded on each day.
    std::optional<core::SessionDate> splitsUntil;
    std::vector<core::Bar> early; //!< intraday bars before the opening of the claim's session, in `priceDecimals` too
    //! Intraday bars or ticks (as bars of one price) within the session, where there are any: the daily bar decides, they
    //! only date the first time that the number was reached.
    std::vector<core::Bar> during;
    qint64 duringNs = 0; //!< what each of them takes; 0: ticks
    std::optional<Shares> shares;

    //! Whose the daily bar of a session is.
    [[nodiscard]] const QString &sourceOn(core::SessionDate session) const;
};

//! A daily quote of an exchange rate: one unit of the instrument's currency in the claim's.
struct ExchangeRate
{
    core::SessionDate date;
    double rate = 0;
    QString symbol; //!< "EURUSD": what it was taken from
    core::Price quote;
    QString source;
};

//! Everything about one claim's instruments; `others` are Claim::together without the claim's own.
struct ClaimQuotes
{
    InstrumentQuotes own;
    std::vector<InstrumentQuotes> others;
    std::vector<ExchangeRate> rates; //!< ascending by date
};

//! What another source says of the same quote.
struct OtherQuote
{
    core::Price price;
    QString source;
};

struct QuoteUsed
{
    QString symbol;
    core::SessionDate session;
    std::optional<core::Time> time; //!< of an intraday quote
    QString field;     //!< "open", "high", "low", "close", "shares"; "passed" for a price on the way through a bar
    core::Price price; //!< as it is reckoned with; toldPrice() is shown
    QString source;
    std::optional<core::Time> until{}; //!< where it was traded at some moment of a bar: the bar's end
    double doubt = 0; //!< what `price` may be off by either way (core::PriceDoubt), in the currency; 0: exact
    std::vector<OtherQuote> others{}; //!< of a daily close: the sources that do not agree, the best first
};

struct Verdict
{
    VerdictCode code = VerdictCode::NoData;
    Basis basis = Basis::None;
    Missing missing = Missing::Nothing;
    //! Signed, in the claim's unit: percent moves as -16.97, levels as the price. The move on `basis`; but where the session
    //! only passed the number and the text speaks of the close, the move between closes. Nothing without data.
    std::optional<double> measured;
    //! Where the session's range decided, or came nearest to a contradicted number: the move at that end of it.
    //! Of "up to" over several instruments, the move of the one that decided; `measured` is the claim's own.
    std::optional<double> measuredOther;
    std::optional<double> closeMove; //!< between closes over the stated sessions, signed, in the claim's unit
    Interval interval;
    SessionSpan sessions;  //!< the stated ones, whatever the basis
    int basisSessions = 1; //!< how many `basis` spans: differs from those only for OtherSpan
    //! Contradicted: from the stated number to the nearest that was measured (percentage points for percent claims).
    double off = 0;
    bool oppositeAtClose = false;             //!< the session closed in the other direction
    bool provisional = false;                 //!< the session is still open
    std::optional<core::SessionDate> nearest; //!< NoData: the nearest session with a bar
    std::optional<double> nearestMove;        //!< to it, or from it where the session before is what is missing
    std::optional<core::Time> touched; //!< Intraday: when the number was first reached, as far as intraday quotes tell
    //! Whose quotes decided or are missing: of "up to" over several instruments not always the claim's own.
    QString symbol;
    //! How that instrument is called, for the sentences; empty: as the text calls it. Not kept in the store.
    std::vector<core::InstrumentNames> names;
    //! First what the move counts from, then what it was measured with, then share count and exchange rate.
    std::vector<QuoteUsed> quotes;
};

[[nodiscard]] std::optional<QuotesNeeded> quotesNeeded(const Claim &claim, const core::Instrument &instrument,
                                                       core::Time published, const core::SessionCalendar &calendar);

//! The verdict of a claim on an instrument of the store, in the order of claims.md, "Verdicts". `now` decides whether the
//! session is still open. Quotes without a calendar are none.
[[nodiscard]] Verdict judge(const Claim &claim, core::Time published, const ClaimQuotes &quotes, core::Time now);
//! Of a claim without an instrument of the store: Unattributed, or NoData when a name is given.
[[nodiscard]] Verdict judgeWithoutQuotes(const Claim &claim);
//! The number holds on the basis that the text states or implies.
[[nodiscard]] bool isConfirmed(const Claim &claim, const Verdict &verdict);

} // namespace tickmark::claims
