// SPDX-License-Identifier: GPL-3.0-or-later
#include "../CommandContext.h"
#include "../TimeText.h"
#include "Commands.h"
#include <store/StoreFiles.h>

#include <algorithm>

namespace tickmark::app {

namespace {

//! The parts of `tickmark store`.
class StoreCommand
{
    Q_DECLARE_TR_FUNCTIONS(StoreCommand)

public:
    explicit StoreCommand(CommandContext &context) : m_context(context) {}

    int run()
    {
        CommandParser &parser = m_context.parser();
        parser.setApplicationDescription(tr("The store itself.\n\n"
                                            "  create        makes an empty store at --store\n"
                                            "  info          version, size and contents\n"
                                            "  verify        checks every page, every reference and the search index\n"
                                            "  backup FILE   writes a compact, checked copy\n"
                                            "  restore FILE  puts a copy of the backup in the store's place"));
        parser.addPositionalArgument(QStringLiteral("create|info|verify|backup|restore"), tr("What to do."));
        parser.addPositionalArgument(QStringLiteral("[FILE]"), tr("The backup."));
        m_context.addSharedOptions(CommandContext::kStoreOption | CommandContext::kJsonOption
                                   | CommandContext::kForceOption);
        if (!m_context.parse())
            return m_context.exitCode();
        return dispatch(m_context.positional());
    }

private:
    int dispatch(const QStringList &words)
    {
        const QString verb = words.value(0);
        const bool takesFile = verb == QLatin1String("backup") || verb == QLatin1String("restore");
        if (words.size() != (takesFile ? 2 : 1))
            return m_context.usage(takesFile ? tr("Name one backup file.") : tr("Say what to do with the store."));
        const bool makesStore = verb == QLatin1String("create") || verb == QLatin1String("restore");
        if (makesStore && !m_context.isSet("store"))
            return m_context.usage(tr("Name the store with --store."));
        if (verb == QLatin1String("create"))
            return create();
        if (verb == QLatin1String("restore"))
            return restore(words.at(1));
        const auto path = m_context.storePath();
        if (!path)
            return m_context.fail(path.error());
        if (verb == QLatin1String("info"))
            return info(*path);
        if (verb == QLatin1String("verify"))
            return verify(*path);
        if (verb == QLatin1String("backup"))
            return backup(*path, words.at(1));
        return m_context.usage(tr("There is no “store %1”.").arg(verb));
    }

    int create()
    {
        const QString path = m_context.value("store");
        const auto made = store::createStore(path, m_context.force(),
                                             [](store::StoreWriter &) -> core::Result<> { return {}; });
        if (!made)
            return m_context.fail(made.error());
        m_context.say(tr("An empty store was made: %1").arg(path));
        return kDone;
    }

    int backup(const QString &path, const QString &target)
    {
        const auto done = store::backupStore(path, target, m_context.force(), m_context.interrupt().token());
        if (!done)
            return m_context.fail(done.error());
        m_context.say(tr("%1 was backed up to %2.").arg(path, target));
        return kDone;
    }

    int restore(const QString &backup)
    {
        const QString path = m_context.value("store");
        const auto done = store::restoreStore(backup, path, m_context.force(), m_context.interrupt().token());
        if (!done)
            return m_context.fail(done.error());
        m_context.say(tr("%1 was restored from %2.").arg(path, backup));
        return kDone;
    }

    int verify(const QString &path)
    {
        const auto findings = store::verifyStore(path, m_context.interrupt().token());
        if (!findings)
            return m_context.fail(findings.error());
        TableWriter table = m_context.table(QStringLiteral("findings"), {{QStringLiteral("table"), tr("Table")},
                                                                         {QStringLiteral("what"), tr("Finding")},
                                                                         {QStringLiteral("detail"), tr("Detail")}});
        if (findings->empty() && m_context.outputFormat() == OutputFormat::Plain) {
            m_context.say(tr("%1 is sound.").arg(path));
            return kDone;
        }
        for (const store::Finding &finding : *findings)
            table.row({finding.table, finding.what, finding.detail});
        return m_context.finish(table, findings->empty() ? kDone : kFailed);
    }

    int info(const QString &path)
    {
        const auto found = store::storeInfo(path);
        if (!found)
            return m_context.fail(found.error());
        const store::StoreInfo &store = *found;
        const auto date = [](const std::optional<core::SessionDate> &session) -> Cell {
            return session ? Cell(QString::fromStdString(session->iso())) : Cell();
        };
        Cell lastImport;
        if (store.lastImport) {
            const core::Time fetched = store.lastImport->fetched;
            lastImport = m_context.outputFormat() == OutputFormat::Plain
                             ? secondsText(fetched)
                             : QString::fromStdString(core::isoTime(fetched));
        }
        const std::vector<std::pair<TableColumn, Cell>> facts{
            {{QStringLiteral("file"), tr("File")}, path},
            {{QStringLiteral("schema_version"), tr("Schema version")}, qint64(store.schemaVersion)},
            {{QStringLiteral("bytes"), tr("Bytes")}, store.bytes},
            {{QStringLiteral("instruments"), tr("Instruments")}, store.instruments},
            {{QStringLiteral("sources"), tr("Sources")}, store.sources},
            {{QStringLiteral("series"), tr("Series")}, store.series},
            {{QStringLiteral("daily_bars"), tr("Daily bars")}, store.dailyBars},
            {{QStringLiteral("intraday_bars"), tr("Intraday bars")}, store.intradayBars},
            {{QStringLiteral("news"), tr("News")}, store.news},
            {{QStringLiteral("share_counts"), tr("Share counts")}, store.shareCounts},
            {{QStringLiteral("imports"), tr("Imports")}, store.imports},
            {{QStringLiteral("first_session"), tr("First session")}, date(store.firstSession)},
            {{QStringLiteral("last_session"), tr("Last session")}, date(store.lastSession)},
            {{QStringLiteral("last_import"), tr("Last import")}, lastImport},
        };
        return print(facts);
    }

    //! JSON: one object with a key per fact. Otherwise one line per fact.
    int print(const std::vector<std::pair<TableColumn, Cell>> &facts)
    {
        std::vector<TableColumn> columns;
        std::vector<Cell> cells;
        if (m_context.outputFormat() == OutputFormat::Json) {
            for (const auto &[column, cell] : facts) {
                columns.push_back(column);
                cells.push_back(cell);
            }
            TableWriter table = m_context.table(QStringLiteral("stores"), columns);
            table.row(cells);
            return m_context.finish(table);
        }
        TableWriter table = m_context.table(
            QString(), {{QStringLiteral("fact"), tr("Store")}, {QStringLiteral("value"), QString()}});
        for (const auto &[column, cell] : facts)
            table.row({column.title, cell});
        return m_context.finish(table);
    }

    CommandContext &m_context;
};

} // namespace

int runStore(CommandContext &context)
{
    return StoreCommand(context).run();
}

} // namespace tickmark::app
