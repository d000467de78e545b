// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChunkRows.h"

#include "Connection.h"
#include "StoreError.h"
#include <core/Price.h>

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace tickmark::store {

const char *const kHeadColumns =
    "c.id, c.series_id, c.seq, c.ticks, c.price_decimals, c.size_decimals, c.version, c.first_ns, c.last_ns, c.open, "
    "c.low, c.high, c.close, c.volume";

std::optional<TickScale> findTickScale(Connection &connection, qint64 seriesId)
{
    RawStatement find(connection.handle(),
                      "SELECT price_decimals, size_decimals FROM series WHERE id = ?1 AND field <> 'bar'");
    find.bind(1, seriesId);
    if (!find.step())
        return {};
    return TickScale{int(find.integer(0)), int(find.integer(1))};
}

ChunkHead headFrom(const RawStatement &row)
{
    ChunkHead head;
    head.id = row.integer(0);
    head.seriesId = row.integer(1);
    head.seq = row.integer(2);
    head.ticks = row.integer(3);
    head.priceDecimals = int(row.integer(4));
    head.sizeDecimals = int(row.integer(5));
    head.version = qint32(row.integer(6));
    head.all = {row.integer(7),  row.integer(8),  row.integer(9), row.integer(10),
                row.integer(11), row.integer(12), row.integer(13)};
    return head;
}

std::vector<ChunkHead> readChunkHeads(Connection &connection, qint64 seriesId)
{
    RawStatement rows(connection.handle(), std::string("SELECT ") + kHeadColumns
                                               + " FROM tick_chunks AS c WHERE c.series_id = ?1 "
                                                 "ORDER BY c.first_ns, c.seq");
    rows.bind(1, seriesId);
    std::vector<ChunkHead> heads;
    while (rows.step())
        heads.push_back(headFrom(rows));
    return heads;
}

qint64 scaledOrNearest(qint64 value, qint64 factor)
{
    qint64 scaled = 0;
    if (!__builtin_mul_overflow(value, factor, &scaled))
        return scaled;
    return value < 0 ? std::numeric_limits<qint64>::min() : std::numeric_limits<qint64>::max();
}

std::optional<ticks::ChunkSummary> summaryOf(const ChunkHead &head, TickScale scale)
{
    const ticks::BlockNode &own = head.all;
    const bool isPossible = head.ticks >= 1 && head.ticks <= ticks::kChunkTicks && own.firstTime <= own.lastTime
                            && own.low <= own.high && head.priceDecimals >= 0 && head.sizeDecimals >= 0
                            && head.priceDecimals <= scale.priceDecimals && head.sizeDecimals <= scale.sizeDecimals;
    if (!isPossible)
        return {};
    ticks::ChunkSummary summary;
    summary.id = head.id;
    summary.version = head.version;
    summary.ticks = qint32(head.ticks);
    summary.priceScale = core::powerOfTen(scale.priceDecimals - head.priceDecimals);
    summary.sizeScale = core::powerOfTen(scale.sizeDecimals - head.sizeDecimals);
    summary.all = own;
    for (qint64 *price : {&summary.all.first, &summary.all.low, &summary.all.high, &summary.all.last})
        *price = scaledOrNearest(*price, summary.priceScale);
    summary.all.volume = scaledOrNearest(own.volume, summary.sizeScale);
    return summary;
}

ticks::BlockNode nodeOfPage(const ticks::NodePage &page)
{
    ticks::BlockNode all = page.node(0);
    for (int block = 1; block < page.count; ++block) {
        const ticks::BlockNode node = page.node(block);
        all.lastTime = node.lastTime;
        all.low = std::min(all.low, node.low);
        all.high = std::max(all.high, node.high);
        all.last = node.last;
        if (__builtin_add_overflow(all.volume, node.volume, &all.volume))
            all.volume = std::numeric_limits<qint64>::max();
    }
    return all;
}

std::vector<TailTick> readTail(Connection &connection, qint64 seriesId)
{
    RawStatement rows(connection.handle(), "SELECT time_ns, price, size, import_id FROM tick_tail WHERE series_id = ?1 "
                                           "ORDER BY time_ns, seq");
    rows.bind(1, seriesId);
    std::vector<TailTick> tail;
    while (rows.step())
        tail.push_back({{core::Time{rows.integer(0)}, rows.integer(1), rows.integer(2)}, rows.integer(3)});
    return tail;
}

void loadHistory(Connection &connection, qint64 seriesId, TickScale scale, std::span<const TailTick> tail,
                 ticks::TickHistory &history)
{
    std::vector<ticks::ChunkSummary> chunks;
    qint64 end = std::numeric_limits<qint64>::min();
    for (const ChunkHead &head : readChunkHeads(connection, seriesId)) {
        const auto summary = summaryOf(head, scale);
        if (!summary || summary->all.firstTime < end) {
            qCWarning(lcStore, "chunk %lld has a damaged row", head.id);
            continue;
        }
        end = summary->all.lastTime;
        chunks.push_back(*summary);
    }
    std::vector<core::Tick> newest;
    newest.reserve(tail.size());
    for (const TailTick &row : tail) {
        if (row.tick.time.ns >= end)
            newest.push_back(row.tick);
    }
    history.load(std::move(chunks), newest);
}

QString seriesTitle(Connection &connection, qint64 seriesId)
{
    RawStatement find(
        connection.handle(),
        "SELECT i.symbol, o.name, s.field FROM series AS s JOIN instruments AS i ON i.id = s.instrument_id "
        "JOIN sources AS o ON o.id = s.source_id WHERE s.id = ?1");
    find.bind(1, seriesId);
    if (!find.step())
        return QString::number(seriesId);
    const QString title = find.text(0) + QStringLiteral(", ") + find.text(1);
    const QString field = find.text(2);
    return field == QLatin1String("trade") ? title : title + QStringLiteral(", ") + field;
}

QString damagedTicks(const QString &title, core::Time first, core::Time last)
{
    return QCoreApplication::translate("Store", "%1: ticks from %2 to %3 are damaged.")
        .arg(title, QString::fromStdString(core::isoTime(first)), QString::fromStdString(core::isoTime(last)));
}

} // namespace tickmark::store
