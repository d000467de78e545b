// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "WatchRows.h"
#include <core/Formats.h>
#include <core/ZoneRules.h>
#include <pipeline/StoreSession.h>

#include <QAbstractItemModel>
#include <QPointer>

#include <array>
#include <map>
#include <stop_token>
#include <unordered_map>
#include <vector>

namespace tickmark::tables {

//! How rows are ordered inside their group.
enum class WatchOrder { Store, Label, Change };

//! The instruments of a store in groups, with close and change of one session each. Two levels: groups that have
//! instruments, and their rows. Reads the store off the GUI thread and in pieces; holds values, so that painting costs no
//! query. Lives on the GUI thread. Rows are stale between a change of the store (or request) and loaded().
class WatchlistModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { SymbolColumn, TrendColumn, PriceColumn, ChangeColumn, kColumns };

    explicit WatchlistModel(const core::Formats &formats, QObject *parent = nullptr);
    ~WatchlistModel() override;

    //! Null: no rows. The session is lent, and let go when it is destroyed.
    void setSession(pipeline::StoreSession *session);
    void setFormats(const core::Formats &formats);
    //! Of the clock times of live streams.
    void setZone(const core::ZoneRules &zone) { m_zone = zone; }
    //! Only the newest request is answered; what is shown stays until then.
    void setRequest(const WatchRequest &request);
    [[nodiscard]] const WatchRequest &request() const { return m_request; }
    //! What streams now. The prices of these rows follow the newest trades, together with the charts, while the latest close
    //! is asked for.
    void setLive(const std::vector<pipeline::LiveStatus> &streams);
    void setOrder(WatchOrder order);
    [[nodiscard]] WatchOrder order() const { return m_order; }

    //! Null for groups and invalid indexes. Valid until the model changes.
    [[nodiscard]] const WatchEntry *entry(const QModelIndex &index) const;
    //! By symbol, without regard to case; invalid when it is not in the list.
    [[nodiscard]] QModelIndex indexOf(const QString &symbol) const;
    [[nodiscard]] bool isGroup(const QModelIndex &index) const;
    [[nodiscard]] qint64 instrumentCount() const { return qint64(m_entries.size()); }
    //! Session of the newest close among the rows, days without a session left out; as of the last loaded().
    [[nodiscard]] std::optional<core::SessionDate> newestSession() const { return m_newest; }
    //! The date that was asked for, else newestSession(): of this day the list claims to be.
    [[nodiscard]] std::optional<core::SessionDate> headSession() const;
    //! Its close is of another day than headSession().
    [[nodiscard]] bool isOfAnotherDay(const WatchEntry &entry) const;
    //! What the row shows in place of the close of a session: while the latest close is asked for, the newest trade of its
    //! stream, or the last one stored where that is later than the close. Nothing: it shows the close.
    [[nodiscard]] std::optional<WatchTrade> tradeOf(const WatchEntry &entry) const;
    //! When that was, short: "14:03", or its date on another day. Empty where the row shows a close.
    [[nodiscard]] QString stampOf(const WatchEntry &entry) const;
    //! Rows that stream and show their newest trade.
    [[nodiscard]] int liveRows() const;
    //! What the row's arrow says: of its trade, else of its close.
    [[nodiscard]] std::optional<double> changeOf(const WatchEntry &entry) const;
    //! Some sentences on one row: name, exchange, session, prices, previous close, source; why something is missing.
    [[nodiscard]] QString describe(const WatchEntry &entry) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    //! "application/x-tickmark-instruments" (UTF-8 symbols, a line each) and the same as plain text.
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }

public Q_SLOTS:
    //! After a change of language: names of groups and columns. Labels follow with the formats, a moment later.
    void retranslate();

Q_SIGNALS:
    void loaded();
    void liveRowsChanged(); //!< liveRows() is another
    void failed(const tickmark::core::Error &error);

private:
    struct Group
    {
        WatchGroup kind;
        std::vector<int> rows; //!< positions in m_entries, in the order shown
    };
    struct Place
    {
        int group;
        int row;
    };

    void loadInstruments();
    void setRows(WatchRows &&rows);
    void loadQuotes();
    void loadPiece(std::size_t first);
    void takePiece(std::size_t first, std::vector<WatchQuote> quotes);
    void arrange();
    void rearrange();
    void findNewest();
    void tellRowsChanged();
    [[nodiscard]] std::vector<double> sortKeys() const;
    void takeTicks(qint64 seriesId, const ticks::SnapshotPtr &snapshot);
    void updateLive();
    bool updateLive(WatchEntry &entry);
    void tellRow(std::size_t position);
    [[nodiscard]] core::CalendarPtr calendarOf(const core::Instrument &instrument) const;
    [[nodiscard]] std::optional<core::Price> closeBefore(qint64 seriesId, const core::Session &before);
    [[nodiscard]] QVariant cellText(const WatchEntry &entry, int column) const;
    void storeChanged(pipeline::StoreChanges what);

    core::Formats m_formats;
    core::ZoneRules m_zone;
    QPointer<pipeline::StoreSession> m_session;
    WatchRequest m_request;
    WatchOrder m_order = WatchOrder::Store;
    std::vector<WatchEntry> m_entries;           //!< in the store's order: ids rise
    std::vector<Group> m_groups;                 //!< only those with rows
    std::vector<Place> m_places;                 //!< of each entry
    std::unordered_map<QString, int> m_bySymbol; //!< lower case
    std::optional<core::SessionDate> m_newest;
    std::stop_source m_stopInstruments;
    std::stop_source m_stopQuotes;
    std::vector<pipeline::LiveStatus> m_streams;
    std::map<qint64, ticks::SnapshotPtr> m_newestTicks; //!< of what streams, by series
    //! Of what streams, by series: the close of the session before the running one, from its trades.
    struct LiveBase
    {
        core::SessionDate session;
        std::optional<core::Price> close;
    };
    std::map<qint64, LiveBase> m_liveBases;
    bool m_isLoading = false; //!< a piece is under way
    bool m_isStale = false;   //!< and its request is not the newest
};

} // namespace tickmark::tables
