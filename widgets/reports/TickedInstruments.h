// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Formats.h>

#include <QSet>
#include <QSortFilterProxyModel>
#include <QStringList>

namespace tickmark::tables {
class InstrumentModel;
}

namespace tickmark::reportview {

//! The instruments of a store as a list of names with a tick each. Filtered ones keep their ticks. GUI thread.
class TickedInstruments : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    //! `source` is lent and outlives it.
    explicit TickedInstruments(tables::InstrumentModel &source, QObject *parent = nullptr);

    //! In which instruments are called by their names: "de", "en".
    void setLanguage(const QString &language);
    void setFilter(const QString &text);
    //! Of instruments that the store does not have any more, too; they are no part of symbols().
    void setTicked(const QStringList &symbols);
    //! In the order of the store's list.
    [[nodiscard]] QStringList symbols() const;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void edited();

private:
    [[nodiscard]] QString symbolAt(const QModelIndex &index) const;

    tables::InstrumentModel &m_source;
    QString m_language;
    QSet<QString> m_ticked;
};

} // namespace tickmark::reportview
