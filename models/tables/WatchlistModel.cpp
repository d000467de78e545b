// SPDX-License-Identifier: GPL-3.0-or-later
#include "WatchlistModel.h"

#include <pipeline/WhenDone.h>

#include <QMimeData>
#include <QThreadPool>

#include <algorithm>
#include <limits>
#include <utility>

namespace tickmark::tables {

using core::Result;

namespace {

constexpr std::size_t kPiece = 256; // instruments per answer: some ten milliseconds of a reader
constexpr quintptr kGroupId = ~quintptr(0);

} // namespace

WatchlistModel::WatchlistModel(const core::Formats &formats, QObject *parent)
    : QAbstractItemModel(parent), m_formats(formats)
{}

WatchlistModel::~WatchlistModel()
{
    m_stopInstruments.request_stop();
    m_stopQuotes.request_stop();
}

void WatchlistModel::setSession(pipeline::StoreSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_stopInstruments.request_stop();
    m_stopQuotes.request_stop();
    m_session = session;
    m_streams.clear();
    m_newestTicks.clear();
    m_liveBases.clear();
    setRows({});
    if (!session)
        return;
    connect(session, &pipeline::StoreSession::changed, this, &WatchlistModel::storeChanged);
    connect(session, &pipeline::StoreSession::ticksAdvanced, this, &WatchlistModel::takeTicks);
    connect(session, &QObject::destroyed, this, [this] { setSession(nullptr); });
    loadInstruments();
}

void WatchlistModel::storeChanged(pipeline::StoreChanges what)
{
    if (what.testFlag(pipeline::StoreChange::Instruments))
        loadInstruments();
    else if (what.testFlag(pipeline::StoreChange::Quotes))
        loadQuotes();
}

void WatchlistModel::setFormats(const core::Formats &formats)
{
    const bool hasOtherLabels = formats.language() != m_formats.language();
    m_formats = formats;
    retranslate();
    if (hasOtherLabels && m_session)
        loadInstruments(); // sorting thousands of names is nothing for this thread
}

void WatchlistModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    tellRowsChanged();
}

void WatchlistModel::tellRowsChanged()
{
    for (int group = 0; group < int(m_groups.size()); ++group) {
        const QModelIndex top = index(group, 0);
        Q_EMIT dataChanged(top, index(group, kColumns - 1));
        Q_EMIT dataChanged(index(0, 0, top), index(rowCount(top) - 1, kColumns - 1, top));
    }
}

void WatchlistModel::setRequest(const WatchRequest &request)
{
    const bool same = request.date == m_request.date && request.view == m_request.view;
    m_request = request;
    if (!same)
        loadQuotes();
}

void WatchlistModel::setOrder(WatchOrder order)
{
    if (order == m_order)
        return;
    m_order = order;
    rearrange();
}

void WatchlistModel::loadInstruments()
{
    m_stopInstruments.request_stop();
    m_stopInstruments = std::stop_source();
    const auto stop = m_stopInstruments.get_token();
    pipeline::whenDone(
        m_session->read([calendars = m_session->sharedCalendars(), language = m_formats.language()](
                            store::StoreReader &reader,
                            const std::stop_token &) { return loadWatchRows(reader, *calendars, language); },
                        stop),
        this, [this, stop](const Result<std::shared_ptr<WatchRows>> &rows) {
            if (stop.stop_requested())
                return;
            if (!rows) {
                Q_EMIT failed(rows.error());
                return;
            }
            setRows(std::move(**rows));
            loadQuotes();
        });
}

// What is known of an instrument's quotes stays until they are read again, so that an edit does not empty the list.
void WatchlistModel::setRows(WatchRows &&rows)
{
    auto known = m_entries.begin(); // ids rise in both
    for (WatchEntry &entry : rows.entries) {
        while (known != m_entries.end() && known->instrument.id < entry.instrument.id)
            ++known;
        if (known == m_entries.end() || known->instrument.id != entry.instrument.id || !known->isLoaded)
            continue;
        entry.quote = std::move(known->quote);
        entry.isLoaded = true;
    }
    for (WatchEntry &entry : rows.entries)
        updateLive(entry);
    auto former = std::make_shared<WatchRows>();
    beginResetModel();
    former->entries = std::exchange(m_entries, std::move(rows.entries));
    former->bySymbol = std::exchange(m_bySymbol, std::move(rows.bySymbol));
    arrange();
    endResetModel();
    QThreadPool::globalInstance()->start([former = std::move(former)] {}); // to free thousands takes some frames
}

void WatchlistModel::loadQuotes()
{
    if (m_isLoading) {
        m_stopQuotes.request_stop();
        m_isStale = true; // the piece under way ends first, then the newest request starts
        return;
    }
    if (!m_session)
        return;
    m_stopQuotes = std::stop_source();
    loadPiece(0);
}

void WatchlistModel::loadPiece(std::size_t first)
{
    if (first >= m_entries.size()) {
        if (m_order == WatchOrder::Change)
            rearrange();
        findNewest();
        Q_EMIT loaded();
        return;
    }
    std::vector<core::Instrument> piece;
    const std::size_t end = std::min(first + kPiece, m_entries.size());
    for (std::size_t i = first; i < end; ++i) {
        piece.emplace_back(); // names are not needed there
        piece.back().id = m_entries[i].instrument.id;
        piece.back().mic = m_entries[i].instrument.mic;
    }
    m_isLoading = true;
    pipeline::whenDone(m_session->read(
                           [piece = std::move(piece), request = m_request, calendars = m_session->sharedCalendars()](
                               store::StoreReader &reader, const std::stop_token &stop) {
                               return loadWatchQuotes(reader, *calendars, piece, request, stop);
                           },
                           m_stopQuotes.get_token()),
                       this, [this, first, session = m_session](Result<std::vector<WatchQuote>> quotes) {
                           m_isLoading = false;
                           if (std::exchange(m_isStale, false) || session != m_session) {
                               loadQuotes();
                               return;
                           }
                           if (quotes)
                               takePiece(first, std::move(*quotes));
                           else if (quotes.error().code != core::ErrorCode::Cancelled)
                               Q_EMIT failed(quotes.error());
                       });
}

void WatchlistModel::takePiece(std::size_t first, std::vector<WatchQuote> quotes)
{
    const bool isSame = first + quotes.size() <= m_entries.size()
                        && std::equal(quotes.begin(), quotes.end(), m_entries.begin() + std::ptrdiff_t(first),
                                      [](const WatchQuote &quote, const WatchEntry &entry) {
                                          return quote.instrumentId == entry.instrument.id;
                                      });
    if (!isSame) { // the list was read anew meanwhile
        loadQuotes();
        return;
    }
    const std::size_t count = quotes.size();
    for (std::size_t i = 0; i < count; ++i) {
        m_entries[first + i].quote = std::move(quotes[i]);
        m_entries[first + i].isLoaded = true;
        updateLive(m_entries[first + i]);
    }
    // one signal per group, not one per row
    std::vector<std::pair<int, int>> spans(m_groups.size(), {-1, -1});
    for (std::size_t i = first; i < first + count; ++i) {
        auto &[from, to] = spans[std::size_t(m_places[i].group)];
        from = from < 0 ? m_places[i].row : std::min(from, m_places[i].row);
        to = std::max(to, m_places[i].row);
    }
    for (int group = 0; group < int(spans.size()); ++group) {
        const auto [from, to] = spans[std::size_t(group)];
        if (from >= 0)
            Q_EMIT dataChanged(index(from, 0, index(group, 0)), index(to, kColumns - 1, index(group, 0)));
    }
    loadPiece(first + count);
}

// One number per entry, the smallest first; none where the store's own order is wanted.
std::vector<double> WatchlistModel::sortKeys() const
{
    std::vector<double> keys;
    if (m_order == WatchOrder::Store)
        return keys;
    keys.reserve(m_entries.size());
    for (const WatchEntry &entry : m_entries) {
        // the greatest loss first, what has no change last
        keys.push_back(m_order == WatchOrder::Label
                           ? double(entry.labelRank)
                           : changeOf(entry).value_or(std::numeric_limits<double>::infinity()));
    }
    return keys;
}

// Groups and places from m_entries; the caller tells the views.
void WatchlistModel::arrange()
{
    std::array<std::vector<int>, kWatchGroups> rows;
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        rows[std::size_t(m_entries[i].group)].push_back(int(i));
    const std::vector<double> keys = sortKeys();
    m_groups.clear();
    m_places.resize(m_entries.size());
    for (std::size_t kind = 0; kind < rows.size(); ++kind) {
        if (rows[kind].empty())
            continue;
        if (!keys.empty())
            std::ranges::stable_sort(rows[kind], {}, [&](int row) { return keys[std::size_t(row)]; });
        for (int row = 0; row < int(rows[kind].size()); ++row)
            m_places[std::size_t(rows[kind][std::size_t(row)])] = {int(m_groups.size()), row};
        m_groups.push_back({WatchGroup(kind), std::move(rows[kind])});
    }
}

void WatchlistModel::rearrange()
{
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<int> entries;
    for (const QModelIndex &old : before) {
        const bool isRow = old.internalId() != kGroupId;
        entries.push_back(isRow ? m_groups[old.internalId()].rows[std::size_t(old.row())] : -1);
    }
    arrange();
    for (qsizetype i = 0; i < before.size(); ++i) {
        if (const int position = entries[std::size_t(i)]; position >= 0) {
            const Place place = m_places[std::size_t(position)];
            changePersistentIndex(before[i], createIndex(place.row, before[i].column(), quintptr(place.group)));
        }
    }
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

const WatchEntry *WatchlistModel::entry(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == kGroupId)
        return nullptr;
    const int position = m_groups[index.internalId()].rows[std::size_t(index.row())];
    return &m_entries[std::size_t(position)];
}

QModelIndex WatchlistModel::indexOf(const QString &symbol) const
{
    const auto found = m_bySymbol.find(symbol.toLower());
    if (found == m_bySymbol.end())
        return {};
    const Place place = m_places[std::size_t(found->second)];
    return createIndex(place.row, 0, quintptr(place.group));
}

bool WatchlistModel::isGroup(const QModelIndex &index) const
{
    return index.isValid() && index.internalId() == kGroupId;
}

// Quotes of a day without a session must not date the whole list.
void WatchlistModel::findNewest()
{
    const auto before = std::exchange(m_newest, std::nullopt);
    for (const WatchEntry &entry : m_entries) {
        const auto &bar = entry.quote.bar;
        if (entry.isLoaded && bar && (bar->flags & core::kBarOutsideCalendar) == 0)
            m_newest = m_newest ? std::max(*m_newest, entry.quote.session) : entry.quote.session;
    }
    if (m_newest != before)
        tellRowsChanged(); // whose day is another one has changed
}

std::optional<core::SessionDate> WatchlistModel::headSession() const
{
    return m_request.date ? m_request.date : m_newest;
}

bool WatchlistModel::isOfAnotherDay(const WatchEntry &entry) const
{
    const auto head = headSession();
    if (!head || !entry.isLoaded)
        return false;
    if (const auto trade = tradeOf(entry))
        return !entry.live && trade->session != *head;
    return entry.quote.bar && entry.quote.session != *head;
}

QModelIndex WatchlistModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) : kGroupId);
}

QModelIndex WatchlistModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == kGroupId)
        return {};
    return createIndex(int(child.internalId()), 0, kGroupId);
}

int WatchlistModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    return isGroup(parent) && parent.column() == 0 ? int(m_groups[std::size_t(parent.row())].rows.size()) : 0;
}

int WatchlistModel::columnCount(const QModelIndex &) const
{
    return kColumns;
}

Qt::ItemFlags WatchlistModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || isGroup(index))
        return Qt::NoItemFlags; // so that the cursor steps over it
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
}

QStringList WatchlistModel::mimeTypes() const
{
    return {QStringLiteral("application/x-tickmark-instruments"), QStringLiteral("text/plain")};
}

QMimeData *WatchlistModel::mimeData(const QModelIndexList &indexes) const
{
    QStringList symbols;
    for (const QModelIndex &index : indexes) {
        const WatchEntry *row = entry(index);
        if (row && !symbols.contains(row->instrument.symbol))
            symbols += row->instrument.symbol;
    }
    if (symbols.isEmpty())
        return nullptr;
    auto *data = new QMimeData;
    data->setData(mimeTypes().front(), symbols.join(u'\n').toUtf8());
    data->setText(symbols.join(u'\n'));
    return data;
}

} // namespace tickmark::tables
