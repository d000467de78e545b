// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SourceTexts.h"

#include <QAbstractTableModel>

#include <vector>

namespace tickmark::tables {

//! The sources of a store with where each stands, in the order in which they are handed over. Holds values only; whoever
//! owns it hands them over again when a source, the language, the zone or the minute changes. A change that leaves the
//! list as it was is no reset: the selection stays. GUI thread.
class SourceModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Provider, Subject, Schedule, LastRun, NextRun, State, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole,
        StateRole, //!< int of SourceState
    };

    SourceModel(core::Formats formats, core::ZoneRules zone, QObject *parent = nullptr);

    void setSources(std::vector<pipeline::SourceStatus> sources, bool allPaused, core::Time now);
    //! Times are said as at `now`.
    void setNow(core::Time now);
    //! Shows everything again: also for a change of language.
    void setFormats(core::Formats formats, core::ZoneRules zone);

    [[nodiscard]] const pipeline::SourceStatus &at(int row) const { return m_sources[std::size_t(row)]; }
    //! -1 when there is none of that id.
    [[nodiscard]] int rowOf(qint64 sourceId) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString textOf(int row, int column) const;
    [[nodiscard]] QString tipOf(int row, int column) const;
    void showAgain();

    core::Formats m_formats;
    core::ZoneRules m_zone;
    core::Time m_now;
    bool m_allPaused = false;
    std::vector<pipeline::SourceStatus> m_sources;
};

} // namespace tickmark::tables
