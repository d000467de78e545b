// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickWriter.h"

#include "Connection.h"
#include "ImportLog.h"
#include "SeriesRows.h"
#include "StoreError.h"
#include "TickEdits.h"
#include "TradeRuns.h"
#include <core/Price.h>
#include <core/WallClock.h>
#include <ticks/TickHistory.h>

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <utility>

namespace tickmark::store {

using core::ErrorCode;

namespace {

constexpr std::size_t kLoadedSeries = 64; // that many instruments can be streamed without loading one again

bool isSame(const SeriesKey &a, const SeriesKey &b)
{
    return a.instrumentId == b.instrumentId && a.field == b.field && a.kind == b.kind && a.source == b.source;
}

void requirePossible(const TickSlice &slice)
{
    const auto isScale = [](int decimals) { return decimals >= 0 && decimals <= core::kMaxDecimals; };
    if (slice.series.field == core::QuoteField::Bar || slice.series.intervalNs != 0 || !isScale(slice.priceDecimals)
        || !isScale(slice.sizeDecimals))
        fail(ErrorCode::InvalidInput, QCoreApplication::translate("Store", "This is no series of ticks."));
    core::Time last{std::numeric_limits<qint64>::min()};
    for (const core::Tick &tick : slice.ticks) {
        if (tick.time < last)
            fail(ErrorCode::InvalidInput,
                 QCoreApplication::translate("Store", "The ticks are not in the order of their times."));
        if (tick.size < 0)
            fail(ErrorCode::InvalidInput, QCoreApplication::translate("Store", "The tick of %1 has a negative size.")
                                              .arg(QString::fromStdString(core::isoTime(tick.time))));
        last = tick.time;
    }
    if (last.ns == std::numeric_limits<qint64>::max())
        fail(ErrorCode::InvalidInput, QCoreApplication::translate("Store", "The ticks lie too far in the future."));
}

std::vector<core::Tick> rescaled(const TickSlice &slice, TickScale scale)
{
    const qint64 priceFactor = core::powerOfTen(scale.priceDecimals - slice.priceDecimals);
    const qint64 sizeFactor = core::powerOfTen(scale.sizeDecimals - slice.sizeDecimals);
    std::vector<core::Tick> ticks = slice.ticks;
    for (core::Tick &tick : ticks) {
        if (__builtin_mul_overflow(tick.price, priceFactor, &tick.price)
            || __builtin_mul_overflow(tick.size, sizeFactor, &tick.size))
            fail(ErrorCode::InvalidInput,
                 QCoreApplication::translate("Store", "The tick of %1 is too large for the decimals of its series.")
                     .arg(QString::fromStdString(core::isoTime(tick.time))));
    }
    return ticks;
}

// An import that was begun but never wrote anything, before the program was killed, is none.
void removeEmptyImports(Connection &connection, const std::vector<qint64> &open)
{
    RawStatement find(connection.handle(), "SELECT id FROM imports WHERE kind = 'ticks' AND rows_inserted = 0 "
                                           "AND rows_replaced = 0 AND undone_ns IS NULL");
    RawStatement remove(connection.handle(), "DELETE FROM imports WHERE id = ?1");
    std::vector<qint64> empty;
    while (find.step())
        empty.push_back(find.integer(0));
    for (const qint64 id : empty) {
        if (std::ranges::find(open, id) != open.end())
            continue;
        remove.bind(1, id);
        remove.run();
    }
}

} // namespace

TickWriter::TickWriter(Connection &connection) : m_connection(connection) {}

TickWriter::~TickWriter() = default;

void TickWriter::setListener(TickListener listener)
{
    const std::lock_guard guard(m_listening);
    m_listener = std::move(listener);
}

bool TickWriter::hasListener()
{
    const std::lock_guard guard(m_listening);
    return bool(m_listener);
}

void TickWriter::publish(qint64 seriesId, const ticks::SnapshotPtr &snapshot)
{
    const std::lock_guard guard(m_listening);
    if (m_listener)
        m_listener(seriesId, snapshot);
}

TickStatements &TickWriter::statements()
{
    if (!m_statements)
        m_statements.emplace(m_connection);
    return *m_statements;
}

qint64 TickWriter::beginImport(const ImportOrigin &origin)
{
    removeEmptyImports(m_connection, m_open);
    ImportOrigin ticks = origin;
    ticks.kind = ImportKind::Ticks;
    const qint64 id = store::beginImport(m_connection, ticks);
    m_open.push_back(id);
    return id;
}

TickTotals TickWriter::add(qint64 importId, const TickSlice &slice, const CancelScope &cancel)
{
    cancel.throwIfCancelled();
    return addSlice(importId, slice, false);
}

TickTotals TickWriter::addTrades(qint64 importId, std::shared_ptr<const TradeSlice> trades)
{
    requireAsked(m_connection, trades->asked);
    if (trades->isNew && !trades->ticks.ticks.empty())
        requireUnknown(*trades);
    m_trades = trades;
    if (importId == 0 && trades->origin && !trades->ticks.ticks.empty())
        importId = beginImport(*trades->origin);
    TickTotals totals = addSlice(importId, trades->ticks, trades->isNew);
    if (totals.seriesId == 0) {
        const TickSlice &slice = trades->ticks;
        totals.seriesId = findOrCreateSeries(m_connection, slice.series, slice.priceDecimals, slice.sizeDecimals).id;
    }
    // nothing can be taken back of an import that wrote nothing
    const qint64 owner = totals.inserted > 0 ? importId : 0;
    totals.importId = owner;
    for (const TradeRun &run : trades->runs) {
        if (beginsAnew(m_connection, totals.seriesId, run))
            forgetTradeRuns(m_connection, totals.seriesId);
        addTradeRun(m_connection, totals.seriesId, run, owner);
    }
    for (const core::TimeRange &gap : trades->gaps)
        addTickGap(m_connection, totals.seriesId, gap);
    if (!trades->runs.empty())
        moveCursor(m_connection, totals.seriesId);
    const bool isOfStream = trades->isNew && trades->staysShown;
    if (const auto &ticks = trades->ticks.ticks; isOfStream && !ticks.empty())
        noteFollowed(m_connection, totals.seriesId, {ticks.front().time, ticks.back().time}, core::wallClock());
    return totals;
}

// Before any of them is drawn.
void TickWriter::requireUnknown(const TradeSlice &trades)
{
    requirePossible(trades.ticks);
    const qint64 series = open(trades.ticks).id();
    for (const TradeRun &run : trades.runs) {
        if (beginsAnew(m_connection, series, run))
            return;
        if (isTradeKnown(m_connection, series, run))
            fail(ErrorCode::AlreadyExists,
                 QCoreApplication::translate("Store", "Somebody else has stored the same trades."));
    }
}

TickTotals TickWriter::addSlice(qint64 importId, const TickSlice &slice, bool isNew)
{
    requirePossible(slice);
    if (slice.ticks.empty() && m_trades)
        return {};
    if (!statements().isOpenImport(importId))
        fail(ErrorCode::NotFound,
             QCoreApplication::translate("Store", "There is no import %1 in this store.").arg(importId));
    if (slice.ticks.empty())
        return {};
    TickSeries &series = open(slice);
    m_series = &series;
    m_seriesId = series.id();
    const bool mayShow = slice.ticks.size() <= TickSeries::kSmallSlice && hasListener();
    const bool staysShown = m_trades && m_trades->staysShown;
    m_before = mayShow || staysShown ? series.snapshot() : nullptr;
    m_showsFirst = mayShow;
    series.setKeepsWritten(mayShow);
    series.widen({slice.priceDecimals, slice.sizeDecimals});
    if (slice.priceDecimals == series.scale().priceDecimals && slice.sizeDecimals == series.scale().sizeDecimals)
        return addTo(series, importId, slice.ticks, isNew);
    return addTo(series, importId, rescaled(slice, series.scale()), isNew);
}

TickSeries &TickWriter::open(const TickSlice &slice)
{
    auto found = std::ranges::find_if(m_loaded, [&](const Loaded &loaded) { return isSame(loaded.key, slice.series); });
    if (found == m_loaded.end()) {
        const StoredSeries stored = findOrCreateSeries(m_connection, slice.series, slice.priceDecimals,
                                                       slice.sizeDecimals);
        // one source may be written in capitals and not
        found = std::ranges::find_if(m_loaded, [&](const Loaded &loaded) { return loaded.series->id() == stored.id; });
        if (found == m_loaded.end()) {
            m_loaded.resize(std::min(m_loaded.size(), kLoadedSeries - 1));
            m_loaded.push_back(
                {slice.series, std::make_unique<TickSeries>(m_connection, statements(), stored.id,
                                                            TickScale{stored.priceDecimals, stored.sizeDecimals})});
            m_loaded.back().series->setVersionStep(m_versionStep);
            found = m_loaded.end() - 1;
        }
    }
    std::rotate(m_loaded.begin(), found, found + 1);
    return *m_loaded.front().series;
}

TickTotals TickWriter::addTo(TickSeries &series, qint64 importId, std::span<const core::Tick> ticks, bool isNew)
{
    TickTotals totals;
    totals.seriesId = series.id();
    std::size_t late = 0;
    if (const auto end = series.lateUntil(); end && !isNew)
        late = std::size_t(std::ranges::upper_bound(ticks, *end, {}, &core::Tick::time) - ticks.begin());
    else if (const auto last = series.lastTime();
             last && isNew) // those of the last moment came after those that are there
        late = std::size_t(std::ranges::lower_bound(ticks, *last, {}, &core::Tick::time) - ticks.begin());
    const auto later = ticks.subspan(late);
    const Provenance provenance(importId, qint64(late));
    if (isNew)
        series.mergeNew(ticks.first(late), provenance);
    totals.late = isNew ? qint64(late) : series.merge(ticks.first(late), provenance, importId);
    series.append(later, Provenance(importId, qint64(later.size())), [&] {
        m_isShown = m_showsFirst;
        if (m_isShown)
            show(series.id(), withWaiting(series.snapshot(), true));
    });
    totals.inserted = totals.late + qint64(later.size());
    totals.unchanged = qint64(ticks.size()) - totals.inserted;
    if (totals.inserted > 0)
        m_statements->noteImport(importId, series.id(), ticks.front().time.ns, ticks.back().time.ns);
    m_statements->countRows(importId, totals.inserted, totals.unchanged);
    return totals;
}

// What waits, as far as it lies behind the end: the rest is seen once it is stored.
ticks::SnapshotPtr TickWriter::withWaiting(const ticks::SnapshotPtr &base, bool isOnDisk) const
{
    if (!m_trades || (isOnDisk && m_trades->waiting.empty()))
        return base;
    ticks::TickHistory history(base->priceDecimals(), base->sizeDecimals());
    history.load(*base);
    const auto add = [&](const TickSlice &slice) {
        const TickScale scale{std::max(slice.priceDecimals, history.state().priceDecimals()),
                              std::max(slice.sizeDecimals, history.state().sizeDecimals())};
        history.widen(scale.priceDecimals, scale.sizeDecimals);
        const std::vector<core::Tick> ticks = rescaled(slice, scale);
        const auto from = history.state().isEmpty()
                              ? ticks.begin()
                              : std::ranges::lower_bound(ticks, history.state().lastTime(), {}, &core::Tick::time);
        history.append(std::span(from, ticks.end()));
    };
    if (!isOnDisk)
        add(m_trades->ticks);
    for (const auto &waiting : m_trades->waiting)
        add(*waiting);
    return history.snapshot();
}

void TickWriter::show(qint64 seriesId, const ticks::SnapshotPtr &snapshot)
{
    publish(seriesId, snapshot);
    if (m_trades && m_trades->shown)
        m_trades->shown();
}

ImportResult TickWriter::endImport(qint64 importId, const ImportEnd &end)
{
    if (!statements().isOpenImport(importId))
        fail(ErrorCode::NotFound,
             QCoreApplication::translate("Store", "There is no import %1 in this store.").arg(importId));
    RawStatement find(m_connection.handle(), "SELECT rows_inserted, rows_unchanged FROM imports WHERE id = ?1");
    find.bind(1, importId);
    find.step();
    ImportResult result;
    result.totals.inserted = find.integer(0);
    result.totals.unchanged = find.integer(1);
    result.totals.rejected = end.rejected;
    find.reset();
    std::erase(m_open, importId);
    if (result.totals.inserted == 0) {
        RawStatement remove(m_connection.handle(), "DELETE FROM imports WHERE id = ?1");
        remove.bind(1, importId);
        remove.run();
        return result;
    }
    store::endImport(m_connection, importId, result.totals, end.sha256);
    result.importId = importId;
    return result;
}

void TickWriter::committed()
{
    if (m_series) {
        m_series->committed();
        if (!m_isShown && (m_trades || hasListener()))
            show(m_seriesId, withWaiting(m_series->snapshot(), true));
    }
    m_series = nullptr;
    m_before.reset();
    m_trades.reset();
    m_isShown = false;
}

void TickWriter::failed()
{
    // statements may stand in the middle, and memory is ahead of the store
    m_loaded.clear();
    m_statements.reset();
    ++m_versionStep;
    m_series = nullptr;
    const bool wasShown = std::exchange(m_isShown, false);
    if (m_before && m_trades && m_trades->staysShown)
        show(m_seriesId, shownThough());
    else if (wasShown)
        publish(m_seriesId, m_before);
    m_before.reset();
    m_trades.reset();
}

// The disk does not take them: they stay drawn.
ticks::SnapshotPtr TickWriter::shownThough() const
{
    try {
        return withWaiting(m_before, false);
    } catch (const StoreFailure &) { // too large for the decimals of the series
        return m_before;
    }
}

void TickWriter::reload()
{
    const auto loaded = guarded(m_connection.path(), m_connection.handle(), [&] { loadAgain(); });
    if (!loaded)
        qCWarning(lcStore, "ticks: %s", qPrintable(loaded.error().message));
}

void TickWriter::loadAgain()
{
    std::vector<Loaded> before;
    before.swap(m_loaded);
    for (Loaded &loaded : before) {
        const qint64 id = loaded.series->id();
        const auto scale = findTickScale(m_connection, id);
        if (!scale)
            continue;
        loaded.series = std::make_unique<TickSeries>(m_connection, statements(), id, *scale);
        loaded.series->setVersionStep(m_versionStep);
        publish(id, loaded.series->snapshot());
        m_loaded.push_back(std::move(loaded));
    }
}

} // namespace tickmark::store
