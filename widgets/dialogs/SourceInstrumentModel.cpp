// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceInstrumentModel.h"

#include <QFont>
#include <QGuiApplication>
#include <QPalette>

#include <algorithm>
#include <utility>

namespace tickmark::dialogs {

using core::Instrument;

SourceInstrumentModel::SourceInstrumentModel(QString language, QObject *parent)
    : QAbstractTableModel(parent), m_language(std::move(language))
{}

void SourceInstrumentModel::show(const SourceDraft &draft, std::vector<Instrument> instruments)
{
    beginResetModel();
    m_setup = draft.setup;
    m_onlyChosen = draft.onlyChosen;
    m_instruments = std::move(instruments);
    for (const QString &symbol : m_setup.symbols) {
        if (std::ranges::find(m_instruments, symbol, &Instrument::symbol) != m_instruments.end())
            continue;
        Instrument gone;
        gone.symbol = symbol;
        m_instruments.push_back(gone);
    }
    arrange();
    endResetModel();
}

void SourceInstrumentModel::setProvider(const QString &code)
{
    beginResetModel();
    m_setup.provider = code;
    arrange();
    endResetModel();
}

//! Those that the provider has, then the others, then what is not in the database; each by symbol.
void SourceInstrumentModel::arrange()
{
    std::ranges::sort(m_instruments, {}, &Instrument::symbol);
    // Each is asked once how it is spelled, not at every comparison.
    std::ranges::stable_partition(m_instruments,
                                  [this](const Instrument &one) { return !spellingIn(m_setup, one).isEmpty(); });
    std::ranges::stable_partition(m_instruments, [](const Instrument &one) { return one.id != 0; });
}

void SourceInstrumentModel::setOnlyChosen(bool onlyChosen)
{
    if (onlyChosen == m_onlyChosen)
        return;
    // whoever begins to choose takes away from what there is
    if (onlyChosen && m_setup.symbols.isEmpty()) {
        for (const Instrument &instrument : m_instruments) {
            if (isAsked(instrument))
                m_setup.symbols += instrument.symbol;
        }
    }
    m_onlyChosen = onlyChosen;
    if (!m_instruments.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void SourceInstrumentModel::setLanguage(const QString &language)
{
    m_language = language;
    if (!m_instruments.empty())
        Q_EMIT dataChanged(index(0, Name), index(rowCount() - 1, Name));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

bool SourceInstrumentModel::isAsked(const Instrument &instrument) const
{
    return m_onlyChosen ? m_setup.symbols.contains(instrument.symbol) : !spellingIn(m_setup, instrument).isEmpty();
}

int SourceInstrumentModel::count() const
{
    return int(std::ranges::count_if(m_instruments, [this](const Instrument &one) { return isAsked(one); }));
}

int SourceInstrumentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_instruments.size());
}

int SourceInstrumentModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SourceInstrumentModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Instrument &instrument = m_instruments[std::size_t(index.row())];
    const QString spelling = spellingIn(m_setup, instrument);
    if (role == Qt::CheckStateRole && index.column() == Symbol)
        return isAsked(instrument) ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::ToolTipRole && index.column() == Spelling && spelling.isEmpty())
        return tr(
            "The rule has no spelling for this instrument. If the provider has it, type how it is spelled there.");
    if (role == Qt::FontRole && index.column() == Spelling && m_setup.spellings.contains(instrument.symbol)) {
        QFont own;
        own.setWeight(QFont::DemiBold);
        return own;
    }
    if (role == Qt::ForegroundRole && spelling.isEmpty())
        return QGuiApplication::palette().brush(QPalette::PlaceholderText);
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    switch (index.column()) {
    case Symbol:
        return instrument.symbol;
    case Name:
        return instrument.id == 0 ? tr("not in this database") : instrument.displayName(m_language);
    default:
        return spelling.isEmpty() && role == Qt::DisplayRole ? tr("does not have it") : spelling;
    }
}

bool SourceInstrumentModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const QString symbol = m_instruments[std::size_t(index.row())].symbol;
    if (role == Qt::CheckStateRole && index.column() == Symbol && m_onlyChosen) {
        m_setup.symbols.removeAll(symbol);
        if (value.toInt() == Qt::Checked)
            m_setup.symbols += symbol;
    } else if (role == Qt::EditRole && index.column() == Spelling) {
        spell(symbol, value.toString().trimmed());
    } else {
        return false;
    }
    Q_EMIT dataChanged(index.siblingAtColumn(0), index.siblingAtColumn(ColumnCount - 1));
    Q_EMIT edited();
    return true;
}

// What the rule says anyway, or nothing, leaves the spelling to the rule.
void SourceInstrumentModel::spell(const QString &symbol, const QString &text)
{
    const auto instrument = std::ranges::find(m_instruments, symbol, &Instrument::symbol);
    if (text.isEmpty() || text == sources::spellingOf(m_setup.provider, *instrument))
        m_setup.spellings.remove(symbol);
    else
        m_setup.spellings.insert(symbol, text);
}

Qt::ItemFlags SourceInstrumentModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid())
        return flags;
    if (index.column() == Symbol && m_onlyChosen)
        flags |= Qt::ItemIsUserCheckable;
    if (index.column() == Spelling)
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant SourceInstrumentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Symbol:
        return tr("Symbol");
    case Name:
        return tr("Name");
    default:
        return tr("Spelled by the provider");
    }
}

} // namespace tickmark::dialogs
