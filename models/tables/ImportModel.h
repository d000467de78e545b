// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Formats.h>
#include <core/ZoneRules.h>
#include <store/StoreTypes.h>

#include <QAbstractTableModel>

#include <vector>

namespace tickmark::tables {

//! The imports of a store in the order in which they are handed over (newest first). Holds values only; whoever owns it
//! sets them again when the store, the language or the zone changes. GUI thread.
class ImportModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { When, State, Kind, Origin, Source, Inserted, Replaced, Unchanged, Rejected, ColumnCount };
    enum Role { IdRole = Qt::UserRole, UndoneRole };

    ImportModel(core::Formats formats, core::ZoneRules zone, QObject *parent = nullptr);

    void setImports(std::vector<store::ImportRecord> imports);
    //! Shows everything again: also for a change of language.
    void setFormats(core::Formats formats, core::ZoneRules zone);

    [[nodiscard]] const store::ImportRecord &at(int row) const { return m_imports[std::size_t(row)]; }
    //! -1 when there is none of that id.
    [[nodiscard]] int rowOf(qint64 importId) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString textOf(const store::ImportRecord &record, int column) const;
    [[nodiscard]] QString timeText(core::Time time) const;

    core::Formats m_formats;
    core::ZoneRules m_zone;
    std::vector<store::ImportRecord> m_imports;
};

} // namespace tickmark::tables
