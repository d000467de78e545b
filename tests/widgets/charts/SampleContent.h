// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charts/ChartContent.h>
#include <charts/ChartSpec.h>
#include <core/CalendarSet.h>

#include <QString>
#include <QStringList>

namespace tickmark::tests {

//! The sample case as a chart's content, straight from its files: charts are tested without a store.
class SampleContent
{
public:
    SampleContent();

    [[nodiscard]] QStringList symbols() const;
    //! Daily bars of `symbols`, all headlines, trading time, New York clock.
    [[nodiscard]] charts::ChartContent daily(const QStringList &symbols) const;
    [[nodiscard]] charts::ChartContent daily(const charts::ChartSpec &spec) const;
    //! 5-minute bars of Nvidia on 27 January 2025, pre- and after-market included; daily closes for the base.
    [[nodiscard]] charts::ChartContent nvidia5Minutes() const;
    //! Daily bars that a formula makes up for every session of NVDA's calendar, and of `symbol` in name.
    [[nodiscard]] charts::ChartContent madeUp(const QString &symbol, core::SessionDate from, core::SessionDate to,
                                              double drift, double swing) const;

    [[nodiscard]] const core::CalendarSet &calendars() const { return m_calendars; }

private:
    [[nodiscard]] core::BarHistory history(const QString &symbol) const;

    core::CalendarSet m_calendars;
    std::map<QString, core::BarHistory> m_histories;
    std::vector<core::NewsItem> m_news;
};

//! "2025-01-27" as a session date.
[[nodiscard]] core::SessionDate day(const char *iso);

//! A spec over the panes and range, in the print theme.
[[nodiscard]] charts::ChartSpec specOf(const QString &panes, const char *from, const char *to,
                                       const char *base = nullptr);

} // namespace tickmark::tests
