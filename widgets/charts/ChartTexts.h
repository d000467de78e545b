// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChartSpec.h"
#include "Translator.h"
#include <core/Formats.h>
#include <core/Instrument.h>
#include <core/Series.h>
#include <core/ZoneRules.h>

#include <QStringList>

#include <optional>
#include <vector>

namespace tickmark::charts {

//! With a full stop at its end, unless a date ends it with one.
[[nodiscard]] QString asSentence(const QString &text);

//! Every word that is written inside a chart, in the chart's language. Immutable value.
class ChartTexts
{
public:
    explicit ChartTexts(const QString &language);

    [[nodiscard]] const core::Formats &formats() const { return m_formats; }
    [[nodiscard]] const Translator &translator() const { return m_translator; }
    [[nodiscard]] const QString &language() const { return m_translator.language(); }

    [[nodiscard]] QString base() const;
    [[nodiscard]] QString baseOf(core::SessionDate date) const;     //!< "base 24 Jan 2025", beside a curve's label
    [[nodiscard]] QString pinnedBase(core::SessionDate date) const; //!< "Base 24 Jan 2025", under the axis
    [[nodiscard]] QString asOf(core::SessionDate date) const;       //!< a curve that ends before the view does
    [[nodiscard]] QString noData() const;
    [[nodiscard]] QString noDataOf(const QString &name) const;
    [[nodiscard]] QString noConnectionOf(const QString &name) const;
    //! "Nvidia (simulated)", "EUR/USD (bid)": what the quotes of a curve are, where they are not those of real trades.
    [[nodiscard]] QString quoted(const QString &name, const core::Series &series) const;
    //! "SPY: ticks missing: 27 Jan, 15:31:05 – 15:52:00; ...": what a damaged store no longer has of the view. `name` may be
    //! empty.
    [[nodiscard]] QString ticksMissing(const QString &name, const std::vector<core::TimeRange> &times,
                                       const core::ZoneRules &zone) const;
    [[nodiscard]] QString preMarket() const;
    [[nodiscard]] QString afterHours() const;
    [[nodiscard]] QString indices() const;
    [[nodiscard]] QString sessionsUnit() const; //!< at the end of a trading-time axis
    [[nodiscard]] QString noQuotes() const;
    [[nodiscard]] QString tooSmall() const;
    [[nodiscard]] QString sessionCount(int count) const;
    [[nodiscard]] QString openHighLowClose(const QString &open, const QString &high, const QString &low,
                                           const QString &close) const;
    //! Column heads of the measured range: from, to, change, %, high, low.
    [[nodiscard]] QStringList measureHeads() const;
    //! Of a session, beside a claimed level: "Close", "High", "Low".
    [[nodiscard]] QStringList closeHighLow() const;
    [[nodiscard]] QString moreHeadlines(int count) const;
    [[nodiscard]] QString chartName() const;                                               //!< for screen readers
    [[nodiscard]] QString weekdayDate(core::SessionDate date) const;                       //!< "Mo 27.01.2025"
    [[nodiscard]] QString weekdayTime(core::Time time, const core::ZoneRules &zone) const; //!< "Mon 27 Jan, 11:00"
    //! "22.01." / "22 Jan": a date whose year stands nearby.
    [[nodiscard]] QString shortDate(core::SessionDate date) const;
    //! "24 Jan – 31 Jan 2025".
    [[nodiscard]] QString dateRange(core::SessionDate first, core::SessionDate last) const;
    [[nodiscard]] QString timeRange(core::Time first, core::Time last, const core::ZoneRules &zone) const;
    //! "New York" of "America/New_York": the place whose clock a zone is. Never empty.
    [[nodiscard]] static QString clockOf(const core::ZoneRules &zone);
    //! "A", "A and B", "A, B and C".
    [[nodiscard]] QString list(const QStringList &names) const;
    //! "A, B and 3 more" with the first `shown` names.
    [[nodiscard]] QString shortenedList(const QStringList &names, int shown) const;

    //! What the values of a pane are; notes stand beside the pane's title.
    [[nodiscard]] QString changeNote(core::SessionDate base, bool logarithmic = false) const;
    [[nodiscard]] QString priceNote(const QStringList &currencies, bool onlyIndices, bool logarithmic) const;
    [[nodiscard]] QString volumeNote(double unit, bool shares) const;

private:
    //! To the second, outwards.
    [[nodiscard]] QString exactRange(core::TimeRange range, const core::ZoneRules &zone) const;
    [[nodiscard]] QString weekday(core::SessionDate date) const;
    [[nodiscard]] QString text(const char *source, int count = -1) const;

    Translator m_translator;
    core::Formats m_formats;
};

} // namespace tickmark::charts
