// SPDX-License-Identifier: GPL-3.0-or-later
#include "InstrumentModel.h"

#include "SourceTexts.h"
#include <pipeline/WhenDone.h>

#include <QCoreApplication>

#include <algorithm>
#include <unordered_map>

namespace tickmark::tables {

using core::Result;

namespace {

// Intraday series and ticks are counted by the day of their exchange's clock.
void widenBy(InstrumentRow &row, const store::SeriesSpan &span, const core::CalendarSet &calendars)
{
    std::optional<core::SessionDate> first = span.firstSession;
    std::optional<core::SessionDate> last = span.lastSession;
    const std::optional<core::Time> from = span.ticks ? std::optional(span.ticks->begin) : span.firstStart;
    const std::optional<core::Time> to = span.ticks ? std::optional(span.ticks->end) : span.lastStart;
    if (from && to) {
        const auto calendar = calendars.calendar(row.instrument.mic);
        const auto dateOf = [&](core::Time time) {
            return calendar ? (*calendar)->sessionDateOf(time) : core::SessionDate::utcDateOf(time);
        };
        first = dateOf(*from);
        last = dateOf(*to);
    }
    if (!row.sources.contains(span.series.source))
        row.sources += span.series.source;
    if (!first || !last)
        return;
    row.first = row.first ? std::min(*row.first, *first) : *first;
    row.last = row.last ? std::max(*row.last, *last) : *last;
}

Result<std::vector<InstrumentRow>> loadRows(store::StoreReader &reader, const core::CalendarSet &calendars,
                                            const std::stop_token &stop)
{
    auto instruments = reader.instruments();
    if (!instruments)
        return tl::unexpected(instruments.error());
    const auto spans = reader.seriesSpans(0, stop);
    if (!spans)
        return tl::unexpected(spans.error());
    std::vector<InstrumentRow> rows;
    std::unordered_map<qint64, std::size_t> byId;
    rows.reserve(instruments->size());
    for (core::Instrument &instrument : *instruments) {
        byId.emplace(instrument.id, rows.size());
        rows.push_back({std::move(instrument), {}, {}, {}});
    }
    for (const store::SeriesSpan &span : *spans) {
        if (const auto found = byId.find(span.series.instrumentId); found != byId.end())
            widenBy(rows[found->second], span, calendars);
    }
    return rows;
}

QString searchText(const core::Instrument &instrument)
{
    QStringList words{instrument.symbol};
    for (const core::InstrumentNames &names : instrument.names)
        words += QStringList{names.name, names.shortName} + names.aliases;
    return words.join(u'\n');
}

} // namespace

QString kindName(core::InstrumentKind kind)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("InstrumentKind", text); };
    switch (kind) {
    case core::InstrumentKind::Stock:
        return say(QT_TRANSLATE_NOOP("InstrumentKind", "Share"));
    case core::InstrumentKind::Index:
        return say(QT_TRANSLATE_NOOP("InstrumentKind", "Index"));
    case core::InstrumentKind::Etf:
        return say(QT_TRANSLATE_NOOP("InstrumentKind", "ETF"));
    case core::InstrumentKind::Fx:
        return say(QT_TRANSLATE_NOOP("InstrumentKind", "Currency pair"));
    case core::InstrumentKind::Crypto:
        return say(QT_TRANSLATE_NOOP("InstrumentKind", "Cryptocurrency"));
    case core::InstrumentKind::Commodity:
        break;
    }
    return say(QT_TRANSLATE_NOOP("InstrumentKind", "Commodity"));
}

InstrumentModel::InstrumentModel(const core::Formats &formats, QObject *parent)
    : QAbstractTableModel(parent), m_formats(formats)
{}

InstrumentModel::~InstrumentModel()
{
    m_stop.request_stop();
}

void InstrumentModel::setSession(pipeline::StoreSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_stop.request_stop();
    m_session = session;
    if (!session) {
        beginResetModel();
        m_rows.clear();
        endResetModel();
        return;
    }
    connect(session, &QObject::destroyed, this, [this] { setSession(nullptr); });
    connect(session, &pipeline::StoreSession::changed, this, [this](pipeline::StoreChanges what) {
        if (what & (pipeline::StoreChanges(pipeline::StoreChange::Instruments) | pipeline::StoreChange::Quotes))
            reload();
    });
    reload();
}

void InstrumentModel::reload()
{
    if (!m_session)
        return;
    m_stop.request_stop();
    m_stop = std::stop_source();
    const auto stop = m_stop.get_token();
    pipeline::whenDone(
        m_session->read(
            [calendars = m_session->sharedCalendars()](store::StoreReader &reader, const std::stop_token &token) {
                return loadRows(reader, *calendars, token);
            },
            stop),
        this, [this, stop](Result<std::vector<InstrumentRow>> rows) {
            if (stop.stop_requested())
                return;
            if (!rows) {
                Q_EMIT failed(rows.error());
                return;
            }
            beginResetModel();
            m_rows = std::move(*rows);
            endResetModel();
            Q_EMIT loaded();
        });
}

void InstrumentModel::setFormats(const core::Formats &formats)
{
    m_formats = formats;
    retranslate();
}

void InstrumentModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

const InstrumentRow *InstrumentModel::rowAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[std::size_t(row)] : nullptr;
}

int InstrumentModel::rowOf(qint64 instrumentId) const
{
    const auto found = std::ranges::find_if(
        m_rows, [&](const InstrumentRow &row) { return row.instrument.id == instrumentId; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

qint64 InstrumentModel::idOf(const QString &symbol) const
{
    const auto found = std::ranges::find_if(m_rows, [&](const InstrumentRow &row) {
        return row.instrument.symbol.compare(symbol, Qt::CaseInsensitive) == 0;
    });
    return found == m_rows.end() ? 0 : found->instrument.id;
}

int InstrumentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int InstrumentModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(kColumns);
}

QString InstrumentModel::cellText(const InstrumentRow &row, int column) const
{
    const core::Instrument &instrument = row.instrument;
    const QString none(QChar(0x2013));
    switch (column) {
    case SymbolColumn:
        return instrument.symbol;
    case NameColumn:
        return instrument.displayName(m_formats.language());
    case KindColumn:
        return kindName(instrument.kind);
    case ExchangeColumn: {
        if (!m_session)
            return instrument.mic;
        const auto calendar = m_session->calendars().calendar(instrument.mic);
        return calendar ? (*calendar)->name(m_formats.language()) : instrument.mic;
    }
    case CurrencyColumn:
        return instrument.currency;
    case FromColumn:
        return row.first ? m_formats.date(*row.first) : none;
    case ToColumn:
        return row.last ? m_formats.date(*row.last) : none;
    default: {
        QStringList names;
        for (const QString &source : row.sources)
            names += sourceName(source, m_formats);
        return names.join(QStringLiteral(", "));
    }
    }
}

QVariant InstrumentModel::data(const QModelIndex &index, int role) const
{
    const InstrumentRow *row = rowAt(index.row());
    if (!index.isValid() || !row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return cellText(*row, index.column());
    case Qt::ToolTipRole:
        return row->instrument.displayName(m_formats.language());
    case kSearchRole:
        return searchText(row->instrument);
    case kSortRole:
        if (index.column() == FromColumn || index.column() == ToColumn) {
            const auto &date = index.column() == FromColumn ? row->first : row->last;
            return date ? date->days() : std::numeric_limits<qint32>::min();
        }
        return cellText(*row, index.column());
    default:
        return {};
    }
}

QVariant InstrumentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SymbolColumn:
        return tr("Symbol");
    case NameColumn:
        return tr("Name");
    case KindColumn:
        return tr("Kind");
    case ExchangeColumn:
        return tr("Exchange");
    case CurrencyColumn:
        return tr("Currency");
    case FromColumn:
        return tr("Quotes from");
    case ToColumn:
        return tr("Quotes to");
    case SourceColumn:
        return tr("Source");
    default:
        return {};
    }
}

} // namespace tickmark::tables
