// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Price.h>
#include <core/Series.h>
#include <core/Time.h>

#include <QString>

#include <optional>
#include <vector>

namespace tickmark::analysis {

//! What is suspicious about stored bars.
enum class QualityKind {
    Hole,           //!< sessions of the calendar without a bar, between the first and the last one
    ClosedDay,      //!< bars where the calendar says closed
    Unverified,     //!< bars outside the calendar's coverage
    Flat,           //!< four equal prices, and nothing traded
    Jump,           //!< a hundred times, or a hundredth of, the bar before
    BrokenRange,    //!< low above high, or open or close outside them
    NotPositive,    //!< a price of zero or below
    Duplicate,      //!< the file had the same date or time more than once
    UnknownSplit,   //!< prices move as by a split that the store does not know
    SplitMissing,   //!< the store knows a split, as-traded prices do not show it
    SplitUnapplied, //!< prices that are said to be split-adjusted still show the split
    SplitTwice,     //!< prices show a known split once more than they should, or the wrong way round
    Disagreement,   //!< two sources have different closes for one session
};

enum class QualitySeverity { Note, Warning, Error };

//! How much it falsifies: Error: what is computed from these bars is wrong; Warning: look at it; Note: mostly harmless.
[[nodiscard]] QualitySeverity severityOf(QualityKind kind);
//! "hole", "closed_day", ...: for CSV and JSON.
[[nodiscard]] QString qualityCode(QualityKind kind);
//! "note", "warning", "error".
[[nodiscard]] QString severityCode(QualitySeverity severity);

//! Sessions one after the other, both ends included.
struct SessionRun
{
    core::SessionDate first;
    core::SessionDate last;
    qint64 count = 0; //!< sessions, or bars of an intraday series

    friend bool operator==(const SessionRun &, const SessionRun &) = default;
};

//! One thing that was found in one series, with all its sessions: nine missing days are one finding.
struct QualityFinding
{
    QualityKind kind = QualityKind::Hole;
    qint64 instrumentId = 0;
    QString symbol;
    core::Series series;
    bool isShown = false;         //!< the charts show these daily quotes: they are the preferred ones
    std::vector<SessionRun> runs; //!< ascending, never empty; of very many the first ones
    qint64 count = 0;             //!< sessions or bars in all runs, those left out included
    //! The session that the values below are of: the first one, of a disagreement the worst.
    core::SessionDate session;
    std::optional<core::Price> value; //!< close; of a broken range the low
    //! Close before (jump, split), of the other source (disagreement), or the high (broken range).
    std::optional<core::Price> other;
    std::optional<core::Series> otherSeries;       //!< disagreement: the one with the higher priority
    std::optional<core::SessionDate> otherSession; //!< jump: that of `other`
    double percent = 0;                            //!< value against other
    qint64 newShares = 1;                          //!< of a split
    qint64 oldShares = 1;

    //! Counts it; with `adjoins` it goes on where the last one ended.
    void addRun(const SessionRun &run, bool adjoins);
};

//! What a walk over the bars of a store brought.
struct QualityReport
{
    std::vector<QualityFinding> findings; //!< the worst first, then by symbol
    qint64 bars = 0;
    qint64 instruments = 0; //!< that have bars
};

} // namespace tickmark::analysis
