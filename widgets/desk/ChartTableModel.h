// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charts/ChartPlan.h>
#include <core/Formats.h>

#include <QAbstractTableModel>

#include <memory>
#include <optional>
#include <vector>

namespace tickmark::desk {

//! The values behind one chart: a row for each session or intraday bar in view (of ticks for each bar of an interval),
//! newest first; for one instrument open, high, low, close and volume, for several the close of each; percent since the
//! base where the chart shows it. Full stored values, never the drawn picture. A snapshot of a plan and its content; GUI
//! thread.
class ChartTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { KeyRole = Qt::UserRole };

    //! `formats` as the window's.
    explicit ChartTableModel(const core::Formats &formats, QObject *parent = nullptr);

    void setFormats(const core::Formats &formats);
    //! `plan` over whole sessions (no exact view).
    void setChart(std::shared_ptr<const charts::ChartPlan> plan, const charts::ChartContent &content, int pane);

    //! The daily bar of a cell; nothing for intraday bars and cells without a value.
    struct BarPlace
    {
        QString symbol;
        core::SessionDate session;
    };
    //! Of the bars that stand for ticks, which are too many for a table; kDaily for whole sessions. Nothing without ticks.
    [[nodiscard]] std::optional<qint64> tickInterval() const;
    [[nodiscard]] std::optional<BarPlace> dailyBarAt(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    enum class Value { When, Open, High, Low, Close, Volume, Percent };
    struct Column
    {
        Value value = Value::When;
        std::size_t curve = 0;
    };
    //! One session or moment; of every curve the index of its bar, -1 where it has none.
    struct Row
    {
        qint64 key = 0; //!< orders rows in time: ns
        std::optional<core::SessionDate> session;
        std::vector<int> bars;
    };
    void makeColumns();
    void makeRows();
    void sortRows();
    [[nodiscard]] const core::Bar *barOf(const Row &row, std::size_t curve) const;
    [[nodiscard]] std::optional<double> numberOf(const Row &row, const Column &column) const;
    [[nodiscard]] QString textOf(const Row &row, const Column &column) const;
    [[nodiscard]] QString whenOf(const Row &row) const;
    [[nodiscard]] QString provenanceOf(const Row &row, const Column &column) const;
    [[nodiscard]] QString headOf(const Column &column) const;

    core::Formats m_formats;
    std::shared_ptr<const charts::ChartPlan> m_plan;
    std::size_t m_pane = 0;
    std::vector<std::shared_ptr<const core::BarHistory>> m_histories; //!< of the pane's curves
    std::vector<Column> m_columns;
    std::vector<Row> m_rows;
    int m_sortColumn = 0;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
};

} // namespace tickmark::desk
