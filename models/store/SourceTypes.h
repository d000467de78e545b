// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Price.h>
#include <core/Series.h>
#include <core/Time.h>

#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace tickmark::store {

//! When a source runs by itself.
struct FetchSchedule
{
    enum class When {
        Manually,     //!< only when asked to
        Always,       //!< around the clock
        SessionHours, //!< while an exchange of its instruments is open
        AfterClose,   //!< once after each session of an exchange of its instruments
    };
    When when = When::AfterClose;
    int everyMinutes = 60; //!< Always and SessionHours: from one run to the next

    friend bool operator==(const FetchSchedule &, const FetchSchedule &) = default;
};

//! "manually", "always", "session_hours", "after_close".
[[nodiscard]] QString scheduleCode(FetchSchedule::When when);
[[nodiscard]] std::optional<FetchSchedule::When> scheduleFromCode(const QString &code);

//! How one source is fed from the network, as the user set it up. Without secrets: its key lies in the keychain under
//! `uuid`.
struct SourceSetup
{
    qint64 sourceId = 0;   //!< 0: not in the store yet
    QString name;          //!< identity, unique without regard to case; what provenance shows
    int priority = 0;      //!< where two sources have a quote for one session, the higher one is shown
    QString uuid;          //!< given by the store when empty
    QString provider;      //!< code of the provider: "yahoo"
    bool isEnabled = true; //!< false: runs only when asked to
    QString address;       //!< of the feed or file; of other providers in place of their own; empty: their own
    QStringList symbols;   //!< of the store's instruments; empty: all that the provider can have
    QMap<QString, QString> spellings; //!< symbol -> as the provider spells it, where the rule does not fit
    std::vector<qint64> intervals{core::Series::kDaily}; //!< of bars: kDaily, or their length in ns
    std::optional<core::SessionDate> since;              //!< how far back to go; nothing: a year
    QString profile;               //!< of a CSV: the import profile's JSON; empty: found by itself
    bool splitsAdjusted = false;   //!< of a CSV: past splits are in its prices; false: as traded
    QString language;              //!< of news: "de", "en"; empty: what the feed says
    bool plainHttpAllowed = false; //!< http to another machine
    FetchSchedule schedule;
    //! Given by the store, and another one whenever the source is to ask for something else, or again: what a run that began
    //! before still brings is not kept.
    qint64 revision = 0;

    [[nodiscard]] bool runsByItself() const { return isEnabled && schedule.when != FetchSchedule::When::Manually; }

    friend bool operator==(const SourceSetup &, const SourceSetup &) = default;
};

//! A trade of an exchange.
struct TradeMark
{
    qint64 id = 0;
    core::Time time;

    friend bool operator==(const TradeMark &, const TradeMark &) = default;
};

//! The last trade that is stored, as FetchState::cursor.
[[nodiscard]] QString tradeCursor(const TradeMark &last);
//! Nothing: the cursor is none, or of another kind.
[[nodiscard]] std::optional<TradeMark> tradeMark(const QString &cursor);

//! How far a source has come with one of the things that it asks for.
struct FetchState
{
    qint64 sourceId = 0;
    QString item; //!< "NVDA" daily bars, "NVDA 5m" others; "" where a source asks for one thing only
    QString etag;
    QString lastModified;
    std::optional<core::Time> lastRun;
    std::optional<core::Time> lastSuccess;
    int failures = 0;       //!< one after the other, up to now
    QString errorCode;      //!< empty: the last run went well
    QStringList errorNames; //!< what the sentence of `errorCode` names, without secrets: an address, a source, a symbol
    QString errorText;      //!< where nothing is named: one translated sentence, in the language of that run
    std::optional<core::Time> retryAt;            //!< the server asked not to come back before
    std::optional<core::SessionDate> coveredFrom; //!< asked for and answered from here
    std::optional<core::SessionDate> coveredUntil;
    QString cursor;      //!< where the next piece begins, in the provider's own words
    qint64 revision = 0; //!< of the set-up that was asked by

    friend bool operator==(const FetchState &, const FetchState &) = default;
};

//! A split or a dividend of one instrument; one of each kind per day.
struct CorporateAction
{
    enum class Kind { Split, Dividend };
    qint64 instrumentId = 0;
    core::SessionDate exDate;
    Kind kind = Kind::Split;
    qint64 newShares = 1; //!< split
    qint64 oldShares = 1;
    core::Price amount; //!< dividend per share
    QString currency;   //!< of the dividend
};

} // namespace tickmark::store
