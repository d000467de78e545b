// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreQueries.h"

#include "Connection.h"
#include "RawStatement.h"
#include "SearchText.h"
#include "TickQueries.h"
#include <core/Bar.h>

#include <QFileInfo>

#include <algorithm>
#include <array>

namespace tickmark::store {

namespace {

const std::string kNewsColumns =
    "SELECT n.id, n.guid, n.published_ns, n.publisher, n.language, n.title, n.excerpt, n.link FROM news AS n ";

std::vector<core::NewsItem> readItems(RawStatement &rows)
{
    std::vector<core::NewsItem> items;
    while (rows.step())
        items.push_back({rows.integer(0), rows.text(1), core::Time{rows.integer(2)}, rows.text(3), rows.text(4),
                         rows.text(5), rows.text(6), rows.text(7)});
    return items;
}

ImportKind importKindFromCode(const QString &code)
{
    static constexpr std::array kKinds{ImportKind::Bars,    ImportKind::News,   ImportKind::Shares,
                                       ImportKind::Actions, ImportKind::Sample, ImportKind::Ticks};
    const auto found = std::find_if(kKinds.begin(), kKinds.end(),
                                    [&](ImportKind kind) { return importKindCode(kind) == code; });
    return found != kKinds.end() ? *found : ImportKind::Bars;
}

qint64 count(Connection &connection, const char *table)
{
    RawStatement rows(connection.handle(), std::string("SELECT count(*) FROM ") + table);
    rows.step();
    return rows.integer(0);
}

void readRanges(Connection &connection, StoreInfo &info)
{
    // per series, because both keys begin with it: few look-ups each instead of a scan
    RawStatement daily(connection.handle(),
                       "SELECT min((SELECT min(session_date) FROM daily_bars WHERE series_id = s.id)), "
                       "ifnull(max((SELECT session_date FROM daily_bars WHERE series_id = s.id AND (flags & ?1) = 0 "
                       "ORDER BY session_date DESC LIMIT 1)), "
                       "max((SELECT max(session_date) FROM daily_bars WHERE series_id = s.id))) FROM series AS s");
    daily.bind(1, qint64(core::kBarOutsideCalendar));
    if (daily.step() && !daily.isNull(0)) {
        info.firstSession = core::SessionDate::fromDays(qint32(daily.integer(0)));
        info.lastSession = core::SessionDate::fromDays(qint32(daily.integer(1)));
    }
    RawStatement intraday(connection.handle(),
                          "SELECT min((SELECT min(start_ns) FROM intraday_bars WHERE series_id = s.id)), "
                          "max((SELECT max(start_ns) FROM intraday_bars WHERE series_id = s.id)) FROM series AS s");
    if (intraday.step() && !intraday.isNull(0))
        info.intraday = core::TimeRange{core::Time{intraday.integer(0)}, core::Time{intraday.integer(1)}};
}

} // namespace

std::vector<core::NewsItem> readNews(Connection &connection, core::TimeRange range)
{
    RawStatement rows(connection.handle(),
                      kNewsColumns + "WHERE n.published_ns >= ? AND n.published_ns < ? ORDER BY n.published_ns, n.id");
    rows.bind(1, range.begin.ns);
    rows.bind(2, range.end.ns);
    return readItems(rows);
}

std::vector<core::NewsItem> findNews(Connection &connection, const QString &typed, int limit)
{
    const Value expression = searchExpression(typed);
    if (std::get<QByteArray>(expression).isEmpty())
        return {};
    RawStatement rows(connection.handle(),
                      kNewsColumns
                          + "WHERE n.id IN (SELECT rowid FROM news_search WHERE news_search MATCH ?) "
                            "ORDER BY n.published_ns DESC, n.id DESC LIMIT ?");
    rows.bind(1, expression);
    rows.bind(2, qint64(limit));
    return readItems(rows);
}

std::vector<qint64> findNewsIds(Connection &connection, const QString &typed, bool asYouType)
{
    const Value expression = searchExpression(typed, asYouType ? LastWord::MayGoOn : LastWord::IsWhole);
    if (std::get<QByteArray>(expression).isEmpty())
        return {};
    RawStatement rows(connection.handle(), "SELECT rowid FROM news_search WHERE news_search MATCH ? ORDER BY rowid");
    rows.bind(1, expression);
    std::vector<qint64> ids;
    while (rows.step())
        ids.push_back(rows.integer(0));
    return ids;
}

std::vector<ShareCount> readShareCounts(Connection &connection, qint64 instrumentId)
{
    RawStatement rows(connection.handle(), "SELECT instrument_id, as_of, shares FROM share_counts "
                                           "WHERE ?1 = 0 OR instrument_id = ?1 ORDER BY instrument_id, as_of");
    rows.bind(1, instrumentId);
    std::vector<ShareCount> counts;
    while (rows.step())
        counts.push_back({rows.integer(0), core::SessionDate::fromDays(qint32(rows.integer(1))), rows.integer(2)});
    return counts;
}

std::vector<ImportRecord> readImports(Connection &connection)
{
    RawStatement rows(
        connection.handle(),
        "SELECT i.id, o.name, i.kind, i.origin, hex(i.sha256), i.fetched_ns, i.rows_inserted, i.rows_replaced, "
        "i.rows_unchanged, i.rows_duplicate, i.rows_rejected, i.undone_ns FROM imports AS i "
        "JOIN sources AS o ON o.id = i.source_id ORDER BY i.id DESC");
    std::vector<ImportRecord> imports;
    while (rows.step()) {
        ImportRecord record;
        record.id = rows.integer(0);
        record.source = rows.text(1);
        record.kind = importKindFromCode(rows.text(2));
        record.origin = rows.text(3);
        record.sha256 = QByteArray::fromHex(rows.text(4).toLatin1());
        record.fetched = core::Time{rows.integer(5)};
        record.totals = {rows.integer(6), rows.integer(7), rows.integer(8), rows.integer(9), rows.integer(10)};
        if (!rows.isNull(11))
            record.undone = core::Time{rows.integer(11)};
        imports.push_back(std::move(record));
    }
    return imports;
}

StoreInfo readInfo(Connection &connection)
{
    StoreInfo info;
    info.schemaVersion = connection.schemaVersion();
    info.bytes = QFileInfo(connection.path()).size() + QFileInfo(walPath(connection.path())).size();
    info.instruments = count(connection, "instruments");
    info.sources = count(connection, "sources");
    info.series = count(connection, "series");
    info.dailyBars = count(connection, "daily_bars");
    info.intradayBars = count(connection, "intraday_bars");
    info.ticks = countAllTicks(connection);
    info.news = count(connection, "news");
    info.shareCounts = count(connection, "share_counts");
    info.actions = count(connection, "corporate_actions");
    info.imports = count(connection, "imports");
    readRanges(connection, info);
    for (ImportRecord &record : readImports(connection)) {
        if (record.undone)
            continue;
        info.lastImport = std::move(record);
        break;
    }
    return info;
}

} // namespace tickmark::store
