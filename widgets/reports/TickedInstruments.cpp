// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickedInstruments.h"

#include <tables/InstrumentModel.h>

namespace tickmark::reportview {

using tables::InstrumentModel;

TickedInstruments::TickedInstruments(InstrumentModel &source, QObject *parent)
    : QSortFilterProxyModel(parent), m_source(source)
{
    setSourceModel(&source);
    setFilterRole(InstrumentModel::kSearchRole);
    setFilterKeyColumn(InstrumentModel::SymbolColumn);
    setFilterCaseSensitivity(Qt::CaseInsensitive);
}

void TickedInstruments::setLanguage(const QString &language)
{
    m_language = language;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0), {Qt::DisplayRole});
}

void TickedInstruments::setFilter(const QString &text)
{
    setFilterFixedString(text.trimmed());
}

void TickedInstruments::setTicked(const QStringList &symbols)
{
    m_ticked = QSet<QString>(symbols.begin(), symbols.end());
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0), {Qt::CheckStateRole});
}

QStringList TickedInstruments::symbols() const
{
    QStringList symbols;
    for (int row = 0; row < m_source.rowCount(); ++row) {
        const QString &symbol = m_source.rowAt(row)->instrument.symbol;
        if (m_ticked.contains(symbol))
            symbols.append(symbol);
    }
    return symbols;
}

QString TickedInstruments::symbolAt(const QModelIndex &index) const
{
    const tables::InstrumentRow *row = m_source.rowAt(mapToSource(index).row());
    return row ? row->instrument.symbol : QString();
}

QVariant TickedInstruments::data(const QModelIndex &index, int role) const
{
    if (role == Qt::CheckStateRole && index.column() == 0)
        return m_ticked.contains(symbolAt(index)) ? Qt::Checked : Qt::Unchecked;
    if (role != Qt::DisplayRole || index.column() != 0)
        return QSortFilterProxyModel::data(index, role);
    const tables::InstrumentRow *row = m_source.rowAt(mapToSource(index).row());
    if (!row)
        return {};
    const QString name = row->instrument.displayName(m_language).simplified();
    return name == row->instrument.symbol ? name : name + QStringLiteral(" · ") + row->instrument.symbol;
}

bool TickedInstruments::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid())
        return false;
    const QString symbol = symbolAt(index);
    if (value.value<Qt::CheckState>() == Qt::Checked)
        m_ticked.insert(symbol);
    else
        m_ticked.remove(symbol);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT edited();
    return true;
}

Qt::ItemFlags TickedInstruments::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable : Qt::NoItemFlags;
}

} // namespace tickmark::reportview
