// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/CalendarSet.h>
#include <core/Result.h>
#include <sources/http/HttpClient.h>
#include <store/SourceTypes.h>
#include <store/StoreReader.h>
#include <store/StoreWriter.h>

#include <functional>
#include <span>
#include <stop_token>
#include <vector>

namespace tickmark::pipeline {

//! One source to be run, with its key out of the keychain (empty: none).
struct FetchTask
{
    store::SourceSetup setup;
    QByteArray key;
    std::optional<core::Error> keyError = std::nullopt; //!< why the keychain did not hand the key out
};

struct FetchOptions
{
    std::optional<core::SessionDate> since; //!< in place of the source's own
    core::Time now;
    bool ignoreRetryAfter = false; //!< the user asked for it: do not wait until a server wants to be asked again
    std::optional<sources::HttpLimits> limits; //!< in place of those that each provider sets
};

//! What became of one thing that a source asked for.
struct FetchedItem
{
    QString item;                //!< FetchState::item
    QString symbol;              //!< of the instrument; empty for news
    QString address;             //!< as it may be shown: no query, no key
    int requests = 0;            //!< that were answered, kept or not; 0: nothing was asked for, or none was
    bool notModified = false;    //!< the server says that nothing has changed
    store::ImportTotals totals;  //!< of all answers
    store::ImportTotals actions; //!< splits and dividends among them
    qint64 importId = 0;         //!< the last that added something; 0: none did
    qint64 rowsLeftOut = 0;      //!< rows without a price, of a session that has not ended, or corrected by hand
    qint64 rowsFlagged = 0;      //!< rows that were kept and look wrong: a price of zero, a jump ... (core::BarFlag)
    qint64 barsUnpriced = 0; //!< single bars within the day without a price, of sessions that were not covered before
    bool rebased = false;    //!< a split changed all prices: the whole series was asked for again
    bool isGivenUp = false;  //!< not through: a fault of another item ended the whole source, or the run was stopped
    bool wasAsked = false;   //!< a request of it left this machine, whatever became of it
    std::optional<core::SessionDate> from; //!< what was asked for
    std::optional<core::SessionDate> until;
    std::optional<core::Error> error;  //!< nothing of the failed answer is in the store
    std::optional<core::Error> remark; //!< it is through, and not all of what came is as it should be: see isRemark()
    QString errorCode;                 //!< "rate_limited"; of the error, else of the remark
    QStringList errorNames;            //!< see FetchFault
};

//! What became of one source.
struct FetchReport
{
    qint64 sourceId = 0;
    QString source;
    QString provider;
    std::vector<FetchedItem> items;
    //! Of the source as a whole: no key, no instrument that it can have, the server wants a pause (also said at the item
    //! whose answer it was).
    std::optional<core::Error> error;
    QString errorCode;
    QStringList errorNames;

    [[nodiscard]] bool isComplete() const; //!< no error anywhere
};

//! What a run did until it ended.
struct FetchOutcome
{
    std::vector<FetchReport> reports; //!< of all sources; what a stop has cut is in them as given up
    std::optional<core::Error> error; //!< Cancelled when it was stopped, or of the store
};

//! What the job works with. The reader is the caller's own; the client and the writer may be shared.
struct FetchTools
{
    sources::HttpClient &http;
    store::StoreReader &reader;
    store::StoreWriter &writer;
    const core::CalendarSet &calendars;
};

//! Where a run stands after an answer to one of its sources, or at that source's end.
struct FetchStep
{
    qint64 sourceId = 0;
    QString source;
    qint64 done = 0; //!< answers of the source, and what it has asked for so far
    qint64 asked = 0;
    qint64 runDone = 0; //!< of all sources of the run
    qint64 runAsked = 0;
    //! The source is through, whatever became of it, and all that it brought and its states are on the disk; the others may
    //! go on. Null: not yet. Valid during the call.
    const FetchReport *ended = nullptr;
};

//! Told on the calling thread. A run that is stopped or cannot write tells no end of those that it cut.
using FetchProgress = std::function<void(const FetchStep &step)>;

//! Runs the sources once: asks for what is new since the last run, and for the next pieces of a backfill until it is done.
//! All requests are under way at once (the client limits how many per host); each answer that came whole is parsed and
//! committed by itself, so a run that is cut goes on where it ended. How far each item has come is kept in the store
//! (FetchState), also of what could not even be asked for. A limit, a used quota or a refused key ends what is left of that source, not of the others.
//!
//! A bar is stored once it is finished: a daily one a quarter of an hour after its session's close by the instrument's
//! calendar (closes are told late), an intraday one likewise after its end. A claim is never judged by half a day.
//! Where a source's prices are adjusted for splits, and one has come since the last run, its whole series is asked for
//! again and committed in one import: old and new shares never stand side by side.
//!
//! What the user has corrected by hand stays as it is, whatever the source says again.
//! Where neither the options nor the set-up say how far back to go: a year of bars, a day of trades (exchanges have
//! millions), a week of headlines at services that search.
//!
//! The tasks' set-ups must be in the store. Waits: never call it on the GUI thread. Errors of single answers are in the
//! reports; the result is an error only when the store fails or `stop` was requested (what was committed stays).
[[nodiscard]] core::Result<std::vector<FetchReport>> fetchSources(std::span<const FetchTask> tasks,
                                                                  const FetchTools &tools, const FetchOptions &options,
                                                                  std::stop_token stop = {},
                                                                  const FetchProgress &progress = {});

//! The same for who wants to know what there is of a run that was stopped.
[[nodiscard]] FetchOutcome runSources(std::span<const FetchTask> tasks, const FetchTools &tools,
                                      const FetchOptions &options, std::stop_token stop = {},
                                      const FetchProgress &progress = {});

} // namespace tickmark::pipeline
