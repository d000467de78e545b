// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ReportTemplate.h"
#include <analysis/QualityFinding.h>
#include <charts/ChartContent.h>
#include <charts/ChartSpec.h>
#include <core/CalendarSet.h>
#include <core/Instrument.h>
#include <core/Price.h>
#include <core/Result.h>
#include <core/Series.h>
#include <core/ZoneRules.h>
#include <store/ClaimTypes.h>
#include <store/StoreReader.h>

#include <QStringList>

#include <claimview/VerdictPopupFacts.h>

#include <array>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace tickmark::report {

//! A report as asked for. A value.
struct ReportWish
{
    core::SessionDate from; //!< first and last session, both included
    core::SessionDate to;
    QStringList symbols;                   //!< empty: every instrument with quotes in the range
    std::optional<core::SessionDate> base; //!< session whose close moves count from; nothing: the first of the range
    QString title;                         //!< empty: made from range and instruments
    QString language;                      //!< of the report: "de", else English
    ReportTemplate sections;
    core::Time made; //!< when the report says it was made; also decides which sessions are still open
};

//! A price with the session that it is of.
struct DatedPrice
{
    core::SessionDate session;
    core::Price price;
};

//! A move from one close to the next there is, over sessions that have none.
struct GapMove
{
    core::SessionDate from;
    core::SessionDate to;
    int sessions = 0; //!< between them, without a price
    double percent = 0;
};

//! What one instrument did in the range, of its daily bars in today's shares.
struct InstrumentSummary
{
    core::Instrument instrument;
    int ownDecimals = 2;            //!< of prices, as their sources give them (see core::shownPrice)
    DatedPrice close;               //!< the last one in the range
    std::optional<DatedPrice> base; //!< that `change` counts from: of the base session, or the nearest earlier one
    std::optional<double> change;   //!< percent
    DatedPrice high;
    DatedPrice low;
    std::optional<std::pair<core::SessionDate, double>>
        widest;                   //!< largest move from one session's close to the next, percent
    std::optional<GapMove> gap;   //!< that is larger than `widest`: no single session moved so far, as far as is known
    std::optional<double> volume; //!< mean of the sessions that have one, in units
    int sessions = 0;
    core::Series series; //!< that its bars are of, at least most of them
    QByteArray zone;     //!< of its exchange's clock
    QStringList origins; //!< file names and addresses
};

//! One picture of the report.
struct ReportChart
{
    std::size_t section = 0; //!< of the template
    charts::ChartSpec spec;
    charts::ChartContent content;
};

//! A number of a headline with its verdict. Repetitions of it are left out.
struct Statement
{
    store::StoredClaim claim; //!< has its verdict
    claimview::VerdictFacts facts;
    QString subject; //!< name in the report's language; empty: nobody
};

struct ReportHeadline
{
    core::NewsItem item;
    std::vector<Statement> statements;
};

//! A count of shares that verdicts may rest on.
struct ShareNote
{
    QString symbol;
    store::DatedShares shares;
};

//! Everything that a report shows, read once: pure values, nothing of the store is asked any more.
struct ReportContent
{
    ReportWish wish;
    core::ZoneRules zone; //!< of all clock times
    std::vector<InstrumentSummary> instruments;
    QStringList withoutQuotes; //!< symbols asked for that have none in the range
    std::vector<ReportChart> charts;
    QStringList notDrawn;                           //!< symbols of instruments for which there were too many charts
    std::vector<ReportHeadline> headlines;          //!< of the range, by time
    qint64 repeated = 0;                            //!< claims that repeat a statement of the same headline
    qint64 unsearched = 0;                          //!< headlines that were not searched for claims yet
    std::vector<analysis::QualityFinding> findings; //!< that touch the range
    std::vector<ShareNote> shares;
    std::optional<QString> sampleNote; //!< that the texts are invented
};

//! How far reading has come: `done` of `total` steps.
using ReportProgress = std::function<void(int done, int total)>;

//! Reads a report. NotFound when a symbol is not in the store, or nothing in it has quotes in the range; InvalidInput for a
//! range that ends before it begins or is longer than a chart can show; Cancelled. On the thread of the reader.
[[nodiscard]] core::Result<ReportContent> readReport(store::StoreReader &reader, const core::CalendarSet &calendars,
                                                     const ReportWish &wish, std::stop_token stop = {},
                                                     const ReportProgress &progress = {});

} // namespace tickmark::report
