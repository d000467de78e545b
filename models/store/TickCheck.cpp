// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickCheck.h"

#include "ChunkRows.h"
#include "Connection.h"
#include "Provenance.h"
#include "StoreError.h"
#include <ticks/ChunkFormat.h>

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <optional>
#include <set>

namespace tickmark::store {

namespace {

// Goes through the chunks of one series in order.
class SeriesCheck
{
public:
    SeriesCheck(Connection &connection, const CancelScope &cancel, qint64 seriesId, const std::set<qint64> &imports,
                std::vector<Finding> &findings)
        : m_connection(connection),
          m_cancel(cancel),
          m_series(seriesId),
          m_imports(imports),
          m_findings(findings),
          m_title(seriesTitle(connection, seriesId)),
          m_scale(findTickScale(connection, seriesId).value_or(TickScale{}))
    {}

    void run()
    {
        for (const ChunkHead &head : readChunkHeads(m_connection, m_series)) {
            m_cancel.throwIfCancelled();
            checkOrder(head);
            checkContent(head);
        }
        checkTail();
    }

private:
    void add(const QString &table, const QString &what, const QString &detail)
    {
        m_findings.push_back({table, what, detail});
    }

    void addDamage(const char *table, const ChunkHead &head, core::TimeRange range, const QString &detail)
    {
        add(QString::fromLatin1(table), damagedTicks(m_title, range.begin, range.end),
            QStringLiteral("chunk %1: %2").arg(head.id).arg(detail));
    }

    static core::TimeRange rangeOf(const ChunkHead &head)
    {
        return {core::Time{head.all.firstTime}, core::Time{head.all.lastTime}};
    }

    void checkOrder(const ChunkHead &head)
    {
        const auto &all = head.all;
        const bool follows = !m_before
                             || (m_before->all.lastTime <= all.firstTime
                                 && (m_before->all.firstTime < all.firstTime || m_before->seq < head.seq));
        if (!follows)
            add(QStringLiteral("tick_chunks"),
                QCoreApplication::translate("Store", "%1: the ticks from %2 are not in order.")
                    .arg(m_title, QString::fromStdString(core::isoTime(core::Time{all.firstTime}))),
                QStringLiteral("chunk %1 after chunk %2").arg(head.id).arg(m_before->id));
        if (!summaryOf(head, m_scale))
            addDamage("tick_chunks", head, rangeOf(head), QStringLiteral("impossible values"));
        m_before = head;
    }

    void checkContent(const ChunkHead &head)
    {
        RawStatement row(m_connection.handle(),
                         "SELECT c.provenance, d.data, n.nodes FROM tick_chunks AS c "
                         "LEFT JOIN tick_data AS d ON d.chunk_id = c.id AND d.version = c.version "
                         "LEFT JOIN tick_nodes AS n ON n.chunk_id = c.id AND n.version = c.version WHERE c.id = ?1");
        row.bind(1, head.id);
        if (!row.step())
            return;
        checkProvenance(head, row.blob(0));
        const auto nodes = ticks::decodeNodes(row.blob(2));
        if (!nodes)
            addDamage("tick_nodes", head, rangeOf(head), nodes.error().detail);
        const auto view = ticks::ChunkView::open(row.blob(1));
        if (!view)
            addDamage("tick_data", head, rangeOf(head), view.error().detail);
        else
            checkBlocks(head, *view, nodes ? &*nodes : nullptr);
    }

    void checkBlocks(const ChunkHead &head, const ticks::ChunkView &view, const ticks::NodePage *nodes)
    {
        if (nodes && nodes->count != view.blocks()) {
            addDamage("tick_nodes", head, rangeOf(head), QStringLiteral("number of blocks"));
            nodes = nullptr;
        }
        ticks::TickBlock block;
        ticks::NodePage found;
        qint64 count = 0;
        bool isWhole = true;
        for (int i = 0; i < view.blocks(); ++i) {
            const auto stored = nodes ? nodes->node(i) : ticks::BlockNode{};
            const core::TimeRange range = nodes ? core::TimeRange{core::Time{stored.firstTime},
                                                                  core::Time{stored.lastTime}}
                                                : rangeOf(head);
            if (const auto decoded = view.decode(i, block); !decoded || block.count == 0) {
                addDamage("tick_data", head, range,
                          QStringLiteral("block %1 %2").arg(i).arg(decoded ? QString() : decoded.error().detail));
                isWhole = false;
                continue;
            }
            const ticks::BlockNode node = nodeOf(block);
            if (nodes && node != stored)
                addDamage("tick_nodes", head, {core::Time{node.firstTime}, core::Time{node.lastTime}},
                          QStringLiteral("block %1 and its node differ").arg(i));
            if (!isAscending(block, i > 0 ? found.lastTimes[std::size_t(i - 1)] : node.firstTime))
                addDamage("tick_data", head, range, QStringLiteral("block %1 is not in order").arg(i));
            found.count = i + 1;
            found.setNode(i, node);
            count += block.count;
        }
        if (isWhole && (count != head.ticks || !(nodeOfPage(found) == head.all)))
            addDamage("tick_chunks", head, rangeOf(head), QStringLiteral("the row and the ticks differ"));
    }

    static bool isAscending(const ticks::TickBlock &block, qint64 before)
    {
        const auto end = block.times.begin() + block.count;
        return block.times.front() >= before && std::is_sorted(block.times.begin(), end);
    }

    void checkProvenance(const ChunkHead &head, std::span<const std::byte> bytes)
    {
        const auto provenance = Provenance::decoded(bytes);
        const bool isKnown = provenance && std::ranges::all_of(provenance->runs(), [&](const Provenance::Run &run) {
                                 return m_imports.contains(run.importId);
                             });
        if (!isKnown || provenance->count() != head.ticks)
            add(QStringLiteral("tick_chunks"),
                QCoreApplication::translate("Store", "%1: it is not known where the ticks from %2 to %3 came from.")
                    .arg(m_title, QString::fromStdString(core::isoTime(rangeOf(head).begin)),
                         QString::fromStdString(core::isoTime(rangeOf(head).end))),
                QStringLiteral("chunk %1: provenance").arg(head.id));
    }

    void checkTail()
    {
        const std::vector<TailTick> tail = readTail(m_connection, m_series);
        if (tail.empty())
            return;
        const auto addTail = [&](const QString &detail) {
            add(QStringLiteral("tick_tail"), damagedTicks(m_title, tail.front().tick.time, tail.back().tick.time),
                detail);
        };
        if (m_before && tail.front().tick.time.ns < m_before->all.lastTime)
            addTail(QStringLiteral("the tail begins before the end of chunk %1").arg(m_before->id));
        if (!std::ranges::is_sorted(tail, {}, [](const TailTick &row) { return row.tick.time; }))
            addTail(QStringLiteral("not in order"));
        if (tail.size() >= std::size_t(ticks::kChunkTicks))
            addTail(QStringLiteral("%1 ticks that should be a chunk").arg(tail.size()));
        if (!std::ranges::all_of(tail, [&](const TailTick &row) { return m_imports.contains(row.importId); }))
            addTail(QStringLiteral("unknown import"));
    }

    Connection &m_connection;
    const CancelScope &m_cancel;
    qint64 m_series;
    const std::set<qint64> &m_imports;
    std::vector<Finding> &m_findings;
    QString m_title;
    TickScale m_scale;
    std::optional<ChunkHead> m_before;
};

// Imports that ticks may name.
std::set<qint64> standingImports(Connection &connection)
{
    RawStatement rows(connection.handle(), "SELECT id FROM imports WHERE kind = 'ticks' AND undone_ns IS NULL");
    std::set<qint64> imports;
    while (rows.step())
        imports.insert(rows.integer(0));
    return imports;
}

} // namespace

std::vector<Finding> checkTicks(Connection &connection, const CancelScope &cancel)
{
    std::vector<Finding> findings;
    const std::set<qint64> imports = standingImports(connection);
    RawStatement series(connection.handle(), "SELECT series_id FROM tick_chunks UNION SELECT series_id FROM tick_tail");
    while (series.step())
        SeriesCheck(connection, cancel, series.integer(0), imports, findings).run();
    return findings;
}

} // namespace tickmark::store
