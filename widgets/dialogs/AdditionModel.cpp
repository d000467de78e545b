// SPDX-License-Identifier: GPL-3.0-or-later
#include "AdditionModel.h"

#include "ImportDraft.h"
#include "ImportTexts.h"

#include <QHash>

#include <algorithm>

namespace tickmark::dialogs {

namespace {

constexpr core::InstrumentKind kKinds[] = {core::InstrumentKind::Stock,  core::InstrumentKind::Index,
                                           core::InstrumentKind::Etf,    core::InstrumentKind::Fx,
                                           core::InstrumentKind::Crypto, core::InstrumentKind::Commodity};
constexpr qsizetype kCurrencyLetters = 3;

} // namespace

AdditionModel::AdditionModel(const style::Appearance &appearance, QStringList mics, QObject *parent)
    : QAbstractTableModel(parent), m_appearance(appearance), m_mics(std::move(mics))
{}

void AdditionModel::setSymbols(const std::vector<std::pair<QString, qint64>> &symbols)
{
    QHash<QString, Entry> before;
    for (const Entry &entry : m_entries)
        before.insert(entry.instrument.symbol, entry);
    const bool sameSymbols = std::ranges::equal(symbols, m_entries, {}, &std::pair<QString, qint64>::first,
                                                [](const Entry &entry) { return entry.instrument.symbol; });
    if (sameSymbols) {
        for (std::size_t i = 0; i < symbols.size(); ++i)
            m_entries[i].rows = symbols[i].second;
        showAgain();
        return;
    }
    beginResetModel();
    m_entries.clear();
    for (const auto &[symbol, rows] : symbols) {
        Entry entry = before.value(symbol, Entry{suggestedInstrument(symbol), 0, false});
        entry.rows = rows;
        m_entries.push_back(std::move(entry));
    }
    endResetModel();
}

void AdditionModel::tickAll(bool ticked)
{
    for (Entry &entry : m_entries)
        entry.ticked = ticked && core::isValidSymbol(entry.instrument.symbol);
    showAgain();
    Q_EMIT edited();
}

void AdditionModel::showAgain()
{
    if (!m_entries.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

std::vector<core::Instrument> AdditionModel::ticked() const
{
    std::vector<core::Instrument> instruments;
    for (const Entry &entry : m_entries) {
        if (entry.ticked)
            instruments.push_back(entry.instrument);
    }
    return instruments;
}

std::vector<std::pair<QVariant, QString>> AdditionModel::choices(int column) const
{
    std::vector<std::pair<QVariant, QString>> result;
    if (column == Kind) {
        for (const core::InstrumentKind kind : kKinds)
            result.emplace_back(int(kind), instrumentKindText(kind));
    } else if (column == Market) {
        for (const QString &mic : m_mics)
            result.emplace_back(mic, marketText(mic));
    }
    return result;
}

int AdditionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int AdditionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString AdditionModel::textOf(const Entry &entry, int column) const
{
    switch (column) {
    case Symbol:
        return entry.instrument.symbol;
    case Rows:
        return m_appearance.formats().count(entry.rows);
    case Kind:
        return instrumentKindText(entry.instrument.kind);
    case Market:
        return entry.instrument.mic.isEmpty() ? tr("choose…") : marketText(entry.instrument.mic);
    default:
        return entry.instrument.currency.isEmpty() ? tr("type…") : entry.instrument.currency;
    }
}

QVariant AdditionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries[std::size_t(index.row())];
    const bool open = (index.column() == Market && entry.instrument.mic.isEmpty())
                      || (index.column() == Currency && entry.instrument.currency.isEmpty());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(entry, index.column());
    case Qt::EditRole:
        if (index.column() == Kind)
            return int(entry.instrument.kind);
        return index.column() == Market ? entry.instrument.mic : entry.instrument.currency;
    case Qt::CheckStateRole:
        return index.column() == Symbol ? QVariant(entry.ticked ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::ForegroundRole:
        return open ? QVariant(entry.ticked ? m_appearance.theme().accent : m_appearance.theme().secondary)
                    : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (index.column() == Rows ? Qt::AlignRight : Qt::AlignLeft)));
    default:
        return {};
    }
}

bool AdditionModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    Entry &entry = m_entries[std::size_t(index.row())];
    if (role == Qt::CheckStateRole && index.column() == Symbol) {
        if (!core::isValidSymbol(entry.instrument.symbol))
            return false;
        entry.ticked = value.toInt() == Qt::Checked;
    } else if (role == Qt::EditRole && index.column() == Kind) {
        entry.instrument.kind = core::InstrumentKind(value.toInt());
    } else if (role == Qt::EditRole && index.column() == Market) {
        entry.instrument.mic = value.toString();
        if (const QString currency = currencyOf(entry.instrument.mic); !currency.isEmpty())
            entry.instrument.currency = currency;
    } else if (role == Qt::EditRole && index.column() == Currency) {
        const QString currency = value.toString().trimmed().toUpper();
        const bool letters = std::ranges::all_of(currency, [](QChar c) { return c >= u'A' && c <= u'Z'; });
        if (currency.size() != kCurrencyLetters || !letters)
            return false;
        entry.instrument.currency = currency;
    } else {
        return false;
    }
    Q_EMIT dataChanged(this->index(index.row(), 0), this->index(index.row(), ColumnCount - 1));
    Q_EMIT edited();
    return true;
}

Qt::ItemFlags AdditionModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid())
        return flags;
    if (index.column() == Symbol)
        return flags | Qt::ItemIsUserCheckable;
    return index.column() == Rows ? flags : flags | Qt::ItemIsEditable;
}

QVariant AdditionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Symbol:
        return tr("Symbol");
    case Rows:
        return tr("Rows");
    case Kind:
        return tr("Kind");
    case Market:
        return tr("Exchange");
    case Currency:
        return tr("Currency");
    default:
        return {};
    }
}

} // namespace tickmark::dialogs
