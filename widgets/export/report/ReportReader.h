// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ReportContent.h"
#include <core/BarHistory.h>
#include <news/MentionFinder.h>
#include <tables/ClaimStatement.h>

#include <QSet>

#include <map>

namespace tickmark::report {

//! One run of readReport(): lives for that call, on the thread of the reader.
class ReportReader
{
public:
    ReportReader(store::StoreReader &reader, const core::CalendarSet &calendars, const ReportWish &wish,
                 std::stop_token stop, const ReportProgress &progress);

    [[nodiscard]] core::Result<ReportContent> read();

private:
    core::Result<> checkRange() const;
    core::Result<> readInstruments();
    core::Result<> chooseBase();
    core::Result<> readInstrument(const core::Instrument &instrument);
    core::Result<> readHeadlines();
    core::Result<> readClaims();
    core::Result<> addStatement(ReportHeadline &headline, store::StoredClaim claim);
    core::Result<> readCharts();
    core::Result<> readChart(std::size_t section, std::vector<charts::PaneSpec> panes);
    void sortInstruments();
    core::Result<> chooseZone();
    //! Symbols of the charts of a section that names no panes: instruments of a kind together.
    [[nodiscard]] std::vector<QStringList> drawnTogether() const;
    [[nodiscard]] std::vector<std::vector<charts::PaneSpec>> usualCharts();
    core::Result<> readNotes();
    core::Result<> step(int done) const;
    [[nodiscard]] bool isWanted(qint64 instrumentId) const;
    [[nodiscard]] bool isWantedClaim(const store::StoredClaim &claim) const;

    store::StoreReader &m_reader;
    const core::CalendarSet &m_calendars;
    std::stop_token m_stop;
    const ReportProgress &m_progress;
    ReportContent m_content;
    std::vector<core::Instrument> m_all; //!< of the store
    QSet<qint64> m_wanted;               //!< ids, with symbols chosen
    core::TimeRange m_times;             //!< of the headlines
    std::map<QString, int> m_spokenOf;   //!< statements by symbol
};

} // namespace tickmark::report
