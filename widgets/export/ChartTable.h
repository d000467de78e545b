// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChartFormat.h"
#include <core/BarHistory.h>

#include <memory>
#include <optional>
#include <vector>

namespace tickmark::exporting {

//! The values of a chart's visible range as rows: what CSV and XLSX write. Refers to the job's plan and content.
class ChartTable
{
public:
    //! One curve's part.
    struct Column
    {
        const charts::PlannedCurve *curve = nullptr;
        std::shared_ptr<const core::BarHistory> bars;
        bool volume = false;

        [[nodiscard]] bool hasPercent() const { return !volume && curve->base.has_value(); }
    };
    //! Of one session, or one time where a curve has intraday bars.
    struct Row
    {
        std::optional<core::SessionDate> date;
        std::optional<core::Time> time;
        std::vector<const core::Bar *> bars; //!< one per column; null where that curve has none
    };

    explicit ChartTable(const ChartJob &job);

    [[nodiscard]] const std::vector<Column> &columns() const { return m_columns; }
    //! Ascending.
    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }
    //! Every row is a session.
    [[nodiscard]] bool isDaily() const { return m_daily; }
    //! Of the chart's clock from UTC at the first row's time: a table has one offset, so that times differ by what lies
    //! between them. 0 for daily rows.
    [[nodiscard]] qint64 clockOffset() const { return m_offset; }

    //! First that of the dates or times, whose offset from UTC it names, then one or two for each column. In the language of
    //! `words`; without one, the neutral heads of tables that programs read.
    [[nodiscard]] QStringList heads(const charts::Translator &words, qint64 offset) const;

    //! What a cell holds; exact prices.
    [[nodiscard]] core::Price close(const Column &column, const core::Bar &bar) const;
    [[nodiscard]] double percent(const Column &column, const core::Bar &bar) const;
    //! Nothing where the source gives none.
    [[nodiscard]] std::optional<core::Price> volume(const Column &column, const core::Bar &bar) const;

private:
    std::vector<Column> m_columns;
    std::vector<Row> m_rows;
    bool m_daily = true;
    qint64 m_offset = 0;
};

//! "UTC-05:00".
[[nodiscard]] QString utcOffset(qint64 offsetNs);

} // namespace tickmark::exporting
