// SPDX-License-Identifier: GPL-3.0-or-later
#include "TurnedCorrections.h"

#include "ActionRows.h"
#include "Connection.h"
#include "RawStatement.h"
#include "VersionedTable.h"
#include <core/Bar.h>
#include <core/SplitScale.h>

#include <array>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

namespace tickmark::store {

namespace {

using Prices = std::array<qint64, 4>; //!< open, high, low, close

//! The value of one bar that one import brought.
struct Layer
{
    qint64 importId = 0;
    Prices prices{};
    std::optional<qint64> volume;
    quint32 flags = 0;
    std::optional<core::SessionDate> splitsUntil; //!< as the import says; nothing: it says nothing of splits
    bool isTop = false;
};

class TurnedBars
{
public:
    TurnedBars(Connection &connection, qint64 importId, qint64 seriesId, bool isDaily)
        : m_connection(connection),
          m_shape(isDaily ? dailyBarsShape() : intradayBarsShape()),
          m_importId(importId),
          m_seriesId(seriesId),
          m_isDaily(isDaily)
    {}

    //! Those on which a turned correction stands.
    [[nodiscard]] std::vector<qint64> keys() const;
    //! False where that cannot be told.
    bool turnBack(qint64 key);

private:
    [[nodiscard]] std::vector<Layer> layers(qint64 key) const;
    [[nodiscard]] std::optional<core::SessionDate> splitsUntilWhenTyped() const;
    [[nodiscard]] std::vector<core::Split> splits() const;
    void write(qint64 key, const Layer &layer);

    Connection &m_connection;
    const TableShape &m_shape;
    qint64 m_importId;
    qint64 m_seriesId;
    bool m_isDaily;
};

std::vector<qint64> TurnedBars::keys() const
{
    RawStatement rows(m_connection.handle(), "SELECT " + m_shape.keys[1] + " FROM " + m_shape.history
                                                 + " WHERE series_id = ?1 AND import_id = ?2 ORDER BY 1");
    rows.bind(1, m_seriesId);
    rows.bind(2, m_importId);
    std::vector<qint64> keys;
    while (rows.step()) {
        const std::vector<Layer> all = layers(rows.integer(0));
        std::size_t own = 0;
        while (own < all.size() && all[own].importId != m_importId)
            ++own;
        // what says nothing of splits has taken the correction's place
        if (own > 0 && own + 1 < all.size() && all[own + 1].splitsUntil)
            keys.push_back(rows.integer(0));
    }
    return keys;
}

//! From the oldest to the one that stands.
std::vector<Layer> TurnedBars::layers(qint64 key) const
{
    const auto of = [&](const std::string &table, const char *isTop) {
        return "SELECT import_id, open, high, low, close, volume, flags, " + std::string(isTop) + " AS is_top FROM "
               + table + " WHERE series_id = ?1 AND " + m_shape.keys[1] + " = ?2";
    };
    RawStatement rows(m_connection.handle(),
                      "SELECT b.*, t.splits_until FROM (" + of(m_shape.history, "0") + " UNION ALL "
                          + of(m_shape.current, "1")
                          + ") AS b LEFT JOIN import_series AS t ON t.import_id = b.import_id AND "
                            "t.series_id = ?1 ORDER BY b.import_id");
    rows.bind(1, m_seriesId);
    rows.bind(2, key);
    std::vector<Layer> all;
    while (rows.step()) {
        Layer &layer = all.emplace_back();
        layer.importId = rows.integer(0);
        for (std::size_t i = 0; i < layer.prices.size(); ++i)
            layer.prices[i] = rows.integer(int(i) + 1);
        if (!rows.isNull(5))
            layer.volume = rows.integer(5);
        layer.flags = quint32(rows.integer(6));
        layer.isTop = rows.integer(7) != 0;
        if (!rows.isNull(8))
            layer.splitsUntil = core::SessionDate::fromDays(qint32(rows.integer(8)));
    }
    return all;
}

std::optional<core::SessionDate> TurnedBars::splitsUntilWhenTyped() const
{
    RawStatement find(m_connection.handle(),
                      "SELECT t.splits_until FROM import_series AS t JOIN imports AS i ON i.id = t.import_id "
                      "WHERE t.series_id = ?1 AND t.import_id < ?2 AND t.splits_until IS NOT NULL "
                      "AND i.undone_ns IS NULL ORDER BY t.import_id DESC LIMIT 1");
    find.bind(1, m_seriesId);
    find.bind(2, m_importId);
    return find.step() ? std::optional(core::SessionDate::fromDays(qint32(find.integer(0)))) : std::nullopt;
}

std::vector<core::Split> TurnedBars::splits() const
{
    RawStatement find(m_connection.handle(), "SELECT instrument_id FROM series WHERE id = ?1");
    find.bind(1, m_seriesId);
    std::vector<core::Split> found;
    if (!find.step())
        return found;
    for (const CorporateAction &action : readActions(m_connection, find.integer(0))) {
        if (action.kind == CorporateAction::Kind::Split)
            found.push_back({action.exDate, action.newShares, action.oldShares});
    }
    return found;
}

//! `below` in the shares of `above`, as `own` was turned into it. All are in the decimals that the series has now.
std::optional<Layer> turned(const Layer &below, const Layer &own, const Layer &above, core::ShareRatio ratio)
{
    Layer made = above;
    made.flags = below.flags;
    for (std::size_t i = 0; i < made.prices.size(); ++i) {
        const auto expected = core::priceAfter(own.prices[i], ratio, 0, 0);
        const auto price = core::priceAfter(below.prices[i], ratio, 0, 0);
        if (!expected || !price || std::llabs(*expected - above.prices[i]) > 1)
            return std::nullopt;
        made.prices[i] = *price;
        if (core::priceAfter(*price, {ratio.oldShares, ratio.newShares}, 0, 0) != below.prices[i])
            made.flags |= core::kBarRounded;
    }
    made.volume = below.volume ? core::sharesAfter(*below.volume, ratio, 0, 0) : std::nullopt;
    return made;
}

bool TurnedBars::turnBack(qint64 key)
{
    const std::vector<Layer> all = layers(key);
    std::size_t own = 0;
    while (all[own].importId != m_importId)
        ++own;
    const core::SessionDate session = m_isDaily ? core::SessionDate::fromDays(qint32(key))
                                                : core::SessionDate::utcDateOf(core::Time{key});
    const auto typed = splitsUntilWhenTyped();
    const std::vector<core::Split> known = splits();
    std::vector<Layer> made;
    for (std::size_t i = own + 1; i < all.size() && all[i].splitsUntil; ++i) {
        const auto ratio = core::SplitScale(known, typed, *all[i].splitsUntil).at(session);
        auto one = ratio ? turned(all[own - 1], all[own], all[i], *ratio) : std::nullopt;
        if (!one)
            return false;
        made.push_back(*one);
    }
    for (const Layer &layer : made)
        write(key, layer);
    return true;
}

void TurnedBars::write(qint64 key, const Layer &layer)
{
    RawStatement put(
        m_connection.handle(),
        "UPDATE " + (layer.isTop ? m_shape.current : m_shape.history)
            + " SET open = ?4, high = ?5, low = ?6, close = ?7, volume = ?8, flags = ?9 WHERE series_id = ?1 AND "
            + m_shape.keys[1] + " = ?2 AND import_id = ?3");
    put.bind(1, m_seriesId);
    put.bind(2, key);
    put.bind(3, layer.importId);
    for (std::size_t i = 0; i < layer.prices.size(); ++i)
        put.bind(int(i) + 4, layer.prices[i]);
    const Value volume = layer.volume ? Value(*layer.volume) : Value();
    put.bind(8, volume);
    put.bind(9, qint64(layer.flags));
    put.run();
}

} // namespace

TurnedBack turnBackBelow(Connection &connection, qint64 importId, qint64 seriesId, bool isDaily)
{
    TurnedBars bars(connection, importId, seriesId, isDaily);
    TurnedBack done;
    for (const qint64 key : bars.keys()) {
        if (bars.turnBack(key))
            ++done.bars;
        else
            done.isAll = false;
    }
    return done;
}

qint64 countTurned(Connection &connection, qint64 importId, qint64 seriesId, bool isDaily)
{
    return qint64(TurnedBars(connection, importId, seriesId, isDaily).keys().size());
}

} // namespace tickmark::store
