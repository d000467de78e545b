// SPDX-License-Identifier: GPL-3.0-or-later
#include "Connection.h"
#include "NewsIndex.h"
#include "StoreError.h"
#include "StoreFiles.h"
#include "TickCheck.h"

#include <QCoreApplication>

#include <SQLiteCpp/Statement.h>

#include <array>
#include <set>

namespace tickmark::store {

using core::Result;

namespace {

// One rule of ours: a query that returns the rows which break it.
struct Rule
{
    const char *table;
    const char *sql; //!< its first column is counted
    const char *what;
    int since = 1; //!< version of the store that has its tables
};

constexpr int kTicksSince = 3;
constexpr int kClaimsSince = 4;
constexpr int kTradeRunsSince = 8;

constexpr std::array kRules{
    Rule{"daily_bars",
         "SELECT count(*) FROM daily_bars AS b JOIN series AS s ON s.id = b.series_id "
         "WHERE s.interval_ns <> 0 OR s.field <> 'bar'",
         QT_TRANSLATE_NOOP("Store", "Daily bars belong to a series of another kind.")},
    Rule{"intraday_bars",
         "SELECT count(*) FROM intraday_bars AS b JOIN series AS s ON s.id = b.series_id "
         "WHERE s.interval_ns = 0 OR s.field <> 'bar'",
         QT_TRANSLATE_NOOP("Store", "Intraday bars belong to a series of another kind.")},
    Rule{"daily_bars",
         "SELECT count(*) FROM daily_bars WHERE flags & 1 = 0 "
         "AND (low > high OR open > high OR close > high OR open < low OR close < low)",
         QT_TRANSLATE_NOOP("Store", "Daily bars have prices outside their own high and low, and nothing says so.")},
    Rule{"intraday_bars",
         "SELECT count(*) FROM intraday_bars WHERE flags & 1 = 0 "
         "AND (low > high OR open > high OR close > high OR open < low OR close < low)",
         QT_TRANSLATE_NOOP("Store", "Intraday bars have prices outside their own high and low, and nothing says so.")},
    Rule{
        "daily_bars",
        "SELECT count(*) FROM daily_bars AS b LEFT JOIN import_series AS t ON t.import_id = b.import_id "
        "AND t.series_id = b.series_id WHERE t.import_id IS NULL OR b.session_date NOT BETWEEN t.first_key AND t.last_key",
        QT_TRANSLATE_NOOP("Store", "Daily bars are missing in the record of their import.")},
    Rule{"intraday_bars",
         "SELECT count(*) FROM intraday_bars AS b LEFT JOIN import_series AS t ON t.import_id = b.import_id "
         "AND t.series_id = b.series_id WHERE t.import_id IS NULL OR b.start_ns NOT BETWEEN t.first_key AND t.last_key",
         QT_TRANSLATE_NOOP("Store", "Intraday bars are missing in the record of their import.")},
    Rule{"replaced_daily_bars",
         "SELECT count(*) FROM replaced_daily_bars AS h LEFT JOIN daily_bars AS b ON b.series_id = h.series_id "
         "AND b.session_date = h.session_date WHERE b.import_id IS NULL OR b.import_id <= h.import_id",
         QT_TRANSLATE_NOOP("Store", "Former values of daily bars have no later value.")},
    Rule{"replaced_intraday_bars",
         "SELECT count(*) FROM replaced_intraday_bars AS h LEFT JOIN intraday_bars AS b ON b.series_id = h.series_id "
         "AND b.start_ns = h.start_ns WHERE b.import_id IS NULL OR b.import_id <= h.import_id",
         QT_TRANSLATE_NOOP("Store", "Former values of intraday bars have no later value.")},
    Rule{"replaced_news",
         "SELECT count(*) FROM replaced_news AS h LEFT JOIN news AS n ON n.publisher = h.publisher AND n.guid = h.guid "
         "WHERE n.import_id IS NULL OR n.import_id <= h.import_id",
         QT_TRANSLATE_NOOP("Store", "Former texts of news items have no later text.")},
    Rule{"claims",
         "SELECT count(*) FROM claim_texts AS t JOIN imports AS i ON i.id = t.import_id WHERE i.undone_ns IS NOT NULL",
         QT_TRANSLATE_NOOP("Store", "Claims of news that were taken back are still there."), kClaimsSince},
    Rule{
        "replaced_share_counts",
        "SELECT count(*) FROM replaced_share_counts AS h LEFT JOIN share_counts AS c ON c.instrument_id = h.instrument_id "
        "AND c.as_of = h.as_of WHERE c.import_id IS NULL OR c.import_id <= h.import_id",
        QT_TRANSLATE_NOOP("Store", "Former share counts have no later value.")},
    Rule{"tick_chunks",
         "SELECT count(*) FROM series AS s WHERE (s.field = 'bar' OR s.interval_ns <> 0) "
         "AND (EXISTS (SELECT 1 FROM tick_chunks WHERE series_id = s.id) "
         "OR EXISTS (SELECT 1 FROM tick_tail WHERE series_id = s.id))",
         QT_TRANSLATE_NOOP("Store", "Ticks belong to a series of another kind."), kTicksSince},
    Rule{
        "trade_runs",
        "SELECT count(*) FROM (SELECT last_id, lead(first_id) OVER (PARTITION BY series_id ORDER BY first_id) AS next_id "
        "FROM trade_runs) WHERE next_id <= last_id",
        QT_TRANSLATE_NOOP("Store", "Trades of an exchange are counted as known twice."), kTradeRunsSince},
    Rule{"trade_runs",
         "SELECT count(*) FROM trade_runs AS r JOIN imports AS i ON i.id = r.import_id WHERE i.undone_ns IS NOT NULL",
         QT_TRANSLATE_NOOP("Store", "Trades that were taken back are counted as known."), kTradeRunsSince},
    Rule{
        "tick_gaps",
        "SELECT count(*) FROM tick_gaps AS g WHERE g.after_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM trade_runs AS r "
        "WHERE r.series_id = g.series_id AND r.last_id = g.after_id)",
        QT_TRANSLATE_NOOP("Store", "A gap of trades is not where trades are missing."), kTradeRunsSince},
    Rule{
        "imports",
        "SELECT count(*) FROM imports AS i WHERE undone_ns IS NOT NULL AND ("
        "EXISTS (SELECT 1 FROM news WHERE import_id = i.id) OR EXISTS (SELECT 1 FROM share_counts WHERE import_id = i.id) "
        "OR EXISTS (SELECT 1 FROM import_series AS t JOIN daily_bars AS b ON b.series_id = t.series_id "
        "AND b.session_date BETWEEN t.first_key AND t.last_key WHERE t.import_id = i.id AND b.import_id = i.id) "
        "OR EXISTS (SELECT 1 FROM import_series AS t JOIN intraday_bars AS b ON b.series_id = t.series_id "
        "AND b.start_ns BETWEEN t.first_key AND t.last_key WHERE t.import_id = i.id AND b.import_id = i.id))",
        QT_TRANSLATE_NOOP("Store", "Rows of imports that were undone are still there.")},
};

class Check
{
public:
    Check(Connection &connection, const CancelScope &cancel) : m_connection(connection), m_cancel(cancel) {}

    std::vector<Finding> run()
    {
        checkPages();
        checkForeignKeys();
        const int version = m_connection.schemaVersion();
        for (const Rule &rule : kRules) {
            if (rule.since <= version)
                checkRule(rule);
        }
        checkSearchIndex();
        if (version >= kTicksSince) {
            attempt(QStringLiteral("tick_chunks"), [&] {
                for (Finding &finding : checkTicks(m_connection, m_cancel))
                    m_findings.push_back(std::move(finding));
            });
        }
        return std::move(m_findings);
    }

private:
    void add(const QString &table, const char *what, const QString &detail = {})
    {
        m_findings.push_back({table, QCoreApplication::translate("Store", what), detail});
    }

    // A check that runs into a damaged page throws; the damage is the finding then, and the other checks go on.
    template <typename Action>
    void attempt(const QString &table, Action &&action)
    {
        m_cancel.throwIfCancelled();
        try {
            action();
        } catch (const SQLite::Exception &exception) {
            const core::Error error = storeError(exception, m_connection.path(), systemErrorOf(m_connection.handle()));
            if (error.code == core::ErrorCode::Cancelled)
                throw;
            if (m_damagedTables.insert(table).second)
                add(table, QT_TRANSLATE_NOOP("Store", "A part of the table cannot be read."), error.detail);
        }
    }

    // What SQLite says of the pages, attributed to the table where each line comes from.
    void checkPages()
    {
        std::set<QString> told;
        attempt({}, [&] {
            SQLite::Statement tables(m_connection.database(),
                                     "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0");
            while (tables.executeStep()) {
                const QString table = QString::fromStdString(tables.getColumn(0).getString());
                attempt(table, [&] { checkPages(table, told); });
            }
        });
        // free pages and pages of nobody are only looked at by the check of the whole file
        attempt({}, [&] { checkPages({}, told); });
    }

    void checkPages(const QString &table, std::set<QString> &told)
    {
        const QString pragma = table.isEmpty() ? QStringLiteral("PRAGMA integrity_check")
                                               : QStringLiteral("PRAGMA integrity_check('%1')").arg(table);
        SQLite::Statement lines(m_connection.database(), pragma.toStdString());
        while (lines.executeStep()) {
            const QStringList parts = QString::fromStdString(lines.getColumn(0).getString()).split(QLatin1Char('\n'));
            for (const QString &line : parts) {
                if (line == QLatin1String("ok") || line.startsWith(QLatin1String("***")) || !told.insert(line).second)
                    continue;
                if (m_damagedTables.insert(table).second)
                    add(table,
                        table.isEmpty() ? QT_TRANSLATE_NOOP("Store", "The file's structure is damaged.")
                                        : QT_TRANSLATE_NOOP("Store", "The table is damaged."),
                        line);
            }
        }
    }

    void checkForeignKeys()
    {
        attempt({}, [&] {
            SQLite::Statement rows(m_connection.database(),
                                   "SELECT DISTINCT \"table\", parent FROM pragma_foreign_key_check");
            while (rows.executeStep())
                add(QString::fromStdString(rows.getColumn(0).getString()),
                    QT_TRANSLATE_NOOP("Store", "Rows refer to something that is not in the store."),
                    QString::fromStdString(rows.getColumn(1).getString()));
        });
    }

    void checkRule(const Rule &rule)
    {
        const QString table = QString::fromLatin1(rule.table);
        attempt(table, [&] {
            SQLite::Statement count(m_connection.database(), rule.sql);
            count.executeStep();
            if (const int64_t rows = count.getColumn(0).getInt64(); rows > 0)
                add(table, rule.what, QStringLiteral("%1").arg(rows));
        });
    }

    void checkSearchIndex()
    {
        attempt(QStringLiteral("news_search"), [&] {
            if (!isIndexConsistent(m_connection))
                add(QStringLiteral("news_search"),
                    QT_TRANSLATE_NOOP("Store", "The search index does not match the news items."));
        });
    }

    Connection &m_connection;
    const CancelScope &m_cancel;
    std::vector<Finding> m_findings;
    std::set<QString> m_damagedTables;
};

} // namespace

Result<std::vector<Finding>> verifyStore(const QString &path, std::stop_token stop)
{
    auto connection = Connection::openForReading(path);
    if (!connection)
        return tl::unexpected(connection.error());
    return guarded(path, (*connection)->handle(), [&] {
        const CancelScope cancel(**connection, stop);
        return Check(**connection, cancel).run();
    });
}

} // namespace tickmark::store
