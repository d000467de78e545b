// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Instrument.h>
#include <core/Result.h>
#include <core/Time.h>
#include <sources/CsvDialect.h>
#include <sources/RejectList.h>
#include <sources/http/HttpRequest.h>
#include <sources/providers/ProviderFault.h>
#include <store/SourceTypes.h>

#include <QStringList>

#include <chrono>
#include <optional>

namespace tickmark::pipeline {

struct ImportReject;

//! Why nothing of an answer is kept, whoever found it out.
struct FetchFault
{
    core::Error error;       //!< without secrets
    QString code;            //!< "rate_limited"
    bool endsSource = false; //!< there is no use in asking this source for anything else now
    std::optional<std::chrono::seconds> retryAfter = std::nullopt;
    bool isNoData = false;  //!< a known symbol, and nothing in the range
    bool endsRun = false;   //!< the store fails
    QStringList names = {}; //!< what the sentence of `code` names; empty: the source
};

//! One whose sentence is that of errorSentence().
[[nodiscard]] FetchFault faultOf(core::ErrorCode kind, const char *code, const QStringList &names);
[[nodiscard]] FetchFault faultOf(const sources::HttpError &error);
//! Where some quotes of `symbol` came in other shares than the stored ones, which do not come again.
[[nodiscard]] FetchFault otherShares(const QString &source, const QString &symbol);
//! Where a source that puts no split into its prices comes with others of `symbol` for the days that are stored.
[[nodiscard]] FetchFault otherPrices(const QString &source, const QString &symbol);
//! Of what was not asked for any more, or not to its end (`wasAsked`), because the whole source ended for this.
[[nodiscard]] core::Error givenUp(const core::Error &why, bool wasAsked);
//! Of the store: what it refuses is a matter of the answer, all else ends the run. The run names the source.
[[nodiscard]] FetchFault faultOfStore(const core::Error &error);
//! Of a table of `source` that cannot be read: `code` where the table is to blame, which says so in its own words in this
//! run and is said by code afterwards.
[[nodiscard]] FetchFault faultOfTable(const core::Error &error, const char *code, const QString &source);
//! Of what `source` sent, and what is no table.
[[nodiscard]] FetchFault faultOf(const sources::TableFault &fault, const QString &source);
//! `error` of a table whose bad rows are in `rejects`. `request` is the one that was answered; its secrets are taken out
//! of the example.
[[nodiscard]] FetchFault faultOfRows(const core::Error &error, const sources::RejectList &rejects, qint64 rows,
                                     const QString &source, const sources::HttpRequest &request);
//! Where nobody knows when the exchange of an instrument trades.
[[nodiscard]] FetchFault noCalendar(const core::Instrument &instrument);
//! `request` is the one that was answered; its secrets are taken out of what the provider says.
[[nodiscard]] FetchFault faultOf(const sources::ProviderError &error, const QString &source,
                                 const sources::HttpRequest &request);

//! Whether it is no fault: all is through, and something about what came has to be said.
[[nodiscard]] bool isRemark(const QString &code);
//! `count` rows of a table could not be used, and the rest is stored.
[[nodiscard]] FetchFault rejectedRows(const QString &source, qint64 count, const ImportReject &first);
//! `count` sessions came without a price, the first of them `first`; they are asked for once more, or were (`isAgain`).
[[nodiscard]] FetchFault unpricedSessions(const QString &source, const QString &symbol, qsizetype count,
                                          core::SessionDate first, bool isAgain);

//! Why something could not be fetched, in the language of the program at the time of the call: made anew of the code and
//! what it names, `text` where that cannot be done.
[[nodiscard]] QString errorSentence(const QString &code, const QStringList &names, const QString &text = {});
[[nodiscard]] QString errorSentence(const store::FetchState &state);

} // namespace tickmark::pipeline
