// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "HeadlineClaims.h"
#include "TickCurve.h"
#include <core/BarHistory.h>
#include <core/NewsItem.h>
#include <core/TimeScale.h>
#include <core/ZoneRules.h>

#include <QStringList>

#include <map>
#include <memory>
#include <vector>

namespace tickmark::charts {

//! The quotes of one instrument. Bars before the view are welcome: the curve enters from the last of them, and the base
//! may lie there.
struct CurveData
{
    std::shared_ptr<const core::BarHistory> bars; //!< never null; daily or intraday
    //! Daily bars that the base is taken from when `bars` are intraday; may be null, then `bars` themselves are used.
    std::shared_ptr<const core::BarHistory> dailyCloses;
    //! Null: bars are drawn. Else these are, and `bars` are daily ones, for bases and wherever days are counted.
    std::shared_ptr<const TickCurve> ticks{};

    [[nodiscard]] bool isIntraday() const { return ticks || !bars->series.isDaily(); }
};

//! The values that a chart draws. A snapshot: charts never read the store.
struct ChartContent
{
    std::map<QString, CurveData> curves;          //!< by symbol; every symbol of the spec has to be here
    std::vector<core::NewsItem> news;             //!< any order; those in view become markers
    std::shared_ptr<const HeadlineClaims> claims; //!< of the news; null: nothing is said of their numbers
    core::TimeScale timeScale = core::TimeScale::calendarTime(); //!< over the calendars of `curves`
    core::ZoneRules zone;                                        //!< of clock times in labels
    bool hasIntraday = false; //!< the store has intraday bars of a curve, at whatever time: a window may look for them
    QStringList notes; //!< whole sentences for the foot of a page, in the language of the spec: share counts, FX rates
};

//! The newest state of a series of ticks in place of the one that `content` has. False when it draws no such series.
bool replaceTicks(ChartContent &content, qint64 seriesId, const ticks::SnapshotPtr &snapshot);

//! Other gaps of a series of ticks, as the store has them, ascending: some have opened, others were filled. False when `content` draws no such
//! series, or has them already.
bool replaceGaps(ChartContent &content, qint64 seriesId, const std::vector<core::TimeRange> &gaps);

//! The stream of a series is interrupted, and nothing is known up to `until`; nothing: it goes on. False when `content` draws
//! no such series, or has it so already.
bool replaceOutage(ChartContent &content, qint64 seriesId, std::optional<core::Time> until);

//! The same series of ticks go on with the pages that they had: what was read once is not read again.
void keepTickPages(ChartContent &content, const ChartContent &former);

} // namespace tickmark::charts
