// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>
#include <core/Time.h>

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace tickmark::pipeline {

//! Where the stream of one instrument stands.
enum class LivePhase {
    Connecting,
    Live,
    Waiting,  //!< lost; comes again by itself
    Ended,    //!< the user has to mend something
    Stopping, //!< what has come is being stored
};

//! Of one instrument of one source that is streamed, as a window or a command shows it. A value.
struct LiveStatus
{
    qint64 sourceId = 0;
    QString source;
    QString provider;
    qint64 instrumentId = 0;
    QString symbol;
    qint64 seriesId = 0; //!< 0: nothing stored yet
    LivePhase phase = LivePhase::Connecting;
    //! Why it is not live, or why nothing can be stored; for a minute also that the exchange counts its trades anew.
    //! Else nothing.
    std::optional<core::Error> error;
    bool isNotice = false; //!< `error` hinders nothing
    QString errorCode;
    QStringList errorNames; //!< both for liveSentence()
    std::optional<core::Time> retryAt;

    double perSecond = 0;       //!< trades, over the last five seconds
    qint64 received = 0;        //!< trades since the start, without those that came twice
    qint64 stored = 0;          //!< of these, acknowledged
    qint64 waiting = 0;         //!< of these, not acknowledged yet
    bool isStoreBehind = false; //!< the disk does not take them (full): drawn, not acknowledged
    std::optional<core::Time> lastTrade;
    //! From socket to snapshot handed to the charts: the slowest of the last five seconds.
    std::optional<std::chrono::nanoseconds> latency;
    std::optional<std::chrono::nanoseconds> skew; //!< exchange's clock less ours

    //! Times of which trades are missing so far, ascending; those that are being backfilled among them.
    std::vector<core::TimeRange> gaps;
    qint64 backfilled = 0; //!< trades that filled gaps
    qint64 discarded = 0;  //!< trades that came and are of before the history, or of a former counting of their ids
    bool isBackfilling = false;
    //! Why gaps stay for now; nothing: they are being filled, or are older than what is asked for again (a day).
    std::optional<core::Error> backfillError;
    QString backfillErrorCode;
    QStringList backfillErrorNames; //!< both for backfillSentence()
};

//! `error` in the present language.
[[nodiscard]] QString liveSentence(const LiveStatus &status);
//! `backfillError` likewise.
[[nodiscard]] QString backfillSentence(const LiveStatus &status);

} // namespace tickmark::pipeline
