// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <analysis/QualityFinding.h>
#include <core/Formats.h>

#include <QAbstractTableModel>

#include <memory>
#include <optional>
#include <vector>

namespace tickmark::tables {

using QualityReportPtr = std::shared_ptr<const analysis::QualityReport>;

//! Which findings to show; what is not set lets all pass.
struct QualityFilter
{
    std::optional<analysis::QualityKind> kind;
    QString text; //!< as typed: every word of it has to stand in the row, in any form of writing

    [[nodiscard]] bool isEmpty() const { return *this == QualityFilter(); }
    friend bool operator==(const QualityFilter &, const QualityFilter &) = default;
};

//! What is suspicious about the bars of a store, a row for each finding, filtered and sorted. Holds a share of the report;
//! whoever shows it sets a new one when the store has changed. GUI thread.
class QualityModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Severity, Instrument, Kind, When, What, Source, ColumnCount };
    //! analysis::QualitySeverity as an int, in the column Severity only.
    static constexpr int kSeverityRole = Qt::UserRole;

    explicit QualityModel(core::Formats formats, QObject *parent = nullptr);

    //! Null: no rows. Filter and order stay.
    void setReport(QualityReportPtr report);
    [[nodiscard]] const QualityReportPtr &report() const { return m_report; }
    void setFilter(const QualityFilter &filter);
    [[nodiscard]] const QualityFilter &filter() const { return m_filter; }
    //! Shows everything again: also for a change of language.
    void setFormats(core::Formats formats);
    //! Of all findings, filtered or not, each once, in their order in QualityKind.
    [[nodiscard]] std::vector<analysis::QualityKind> kinds() const;
    [[nodiscard]] int countAll() const { return m_report ? int(m_report->findings.size()) : 0; }

    [[nodiscard]] const analysis::QualityFinding &at(int row) const
    {
        return m_report->findings[m_rows[std::size_t(row)]];
    }
    //! The row that says the same of the same series, of another report perhaps; -1 when there is none.
    [[nodiscard]] int rowOf(const analysis::QualityFinding &finding) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    [[nodiscard]] QString textOf(const analysis::QualityFinding &finding, int column) const;
    void findWords();
    [[nodiscard]] std::vector<std::size_t> passing() const;

    core::Formats m_formats;
    QualityReportPtr m_report;
    QualityFilter m_filter;
    int m_column = Severity;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    std::vector<QString> m_words;    //!< folded, of each finding
    std::vector<std::size_t> m_rows; //!< findings of the report
};

} // namespace tickmark::tables
