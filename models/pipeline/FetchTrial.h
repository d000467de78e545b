// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FetchJob.h"

namespace tickmark::pipeline {

//! One bar, tick or headline of an answer: what it has of these.
struct TrialRow
{
    std::optional<core::SessionDate> session; //!< of a daily bar
    std::optional<core::Time> time;
    std::optional<core::Price> price; //!< of a bar: its close
    QString title;
};
//! As JSON and tables write it: "2025-01-24 142.62".
[[nodiscard]] QString plainText(const TrialRow &row);

//! What a source answers, for its "Test" button.
struct SourceTrial
{
    QString address; //!< as it may be shown
    int status = 0;  //!< of HTTP; 0: none
    qint64 rows = 0; //!< bars, ticks or items that could be read
    TrialRow first;  //!< of them
    TrialRow last;
    //! Of bars, where the newest days are missing and the source was asked for older ones: it has bars up to this day.
    std::optional<core::SessionDate> reachesUntil;
    QString excerpt;                   //!< first 400 characters of the answer, plain, in its lines
    std::optional<core::Error> error;  //!< nothing could be read
    std::optional<core::Error> remark; //!< something could not: see isRemark()
    QString errorCode;                 //!< of the error, else of the remark
};

//! Asks for one thing, reads it, stores nothing. The set-up need not be in the store. Waits.
[[nodiscard]] core::Result<SourceTrial> trySource(const FetchTask &task, sources::HttpClient &http,
                                                  store::StoreReader &reader, const core::CalendarSet &calendars,
                                                  core::Time now, std::stop_token stop = {});

} // namespace tickmark::pipeline
