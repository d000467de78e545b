// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Instrument.h>

#include <QAbstractTableModel>

#include <style/Appearance.h>

#include <utility>
#include <vector>

namespace tickmark::dialogs {

//! The symbols of a file that the store does not have: each can be ticked to be added, with kind, exchange and currency as
//! its form suggests them. GUI thread.
class AdditionModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Symbol, Rows, Kind, Market, Currency, ColumnCount };

    AdditionModel(const style::Appearance &appearance, QStringList mics, QObject *parent = nullptr);

    //! Symbols with their rows. What was ticked or changed for a symbol before is kept.
    void setSymbols(const std::vector<std::pair<QString, qint64>> &symbols);
    void tickAll(bool ticked);
    void showAgain();

    [[nodiscard]] std::vector<core::Instrument> ticked() const;
    //! What may stand in a column, as data and text; empty for one that is typed.
    [[nodiscard]] std::vector<std::pair<QVariant, QString>> choices(int column) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void edited();

private:
    struct Entry
    {
        core::Instrument instrument;
        qint64 rows = 0;
        bool ticked = false;
    };

    [[nodiscard]] QString textOf(const Entry &entry, int column) const;

    const style::Appearance &m_appearance;
    QStringList m_mics;
    std::vector<Entry> m_entries;
};

} // namespace tickmark::dialogs
