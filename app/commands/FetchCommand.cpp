// SPDX-License-Identifier: GPL-3.0-or-later
#include "../CommandContext.h"
#include "Commands.h"
#include "FetchPrinter.h"
#include "FollowCommand.h"
#include "SourceAccess.h"
#include <pipeline/LiveStreams.h>

#include <unistd.h>

#include <algorithm>
#include <functional>

namespace tickmark::app {

namespace {

using pipeline::FetchProgress; // qualified, lupdate takes the next function for one of a class "pipeline"

class FetchCommand
{
    Q_DECLARE_TR_FUNCTIONS(FetchCommand)

public:
    explicit FetchCommand(CommandContext &context) : m_context(context) {}

    int run()
    {
        addOptions();
        if (!m_context.parse())
            return m_context.exitCode();
        if (const auto options = readOptions(); !options)
            return m_context.usage(options.error().message);
        const auto path = m_context.storePath();
        if (!path)
            return m_context.fail(path.error());
        auto writer = store::StoreWriter::open(*path);
        if (!writer)
            return m_context.fail(writer.error());
        auto reader = store::StoreReader::open(*path);
        if (!reader)
            return m_context.fail(reader.error());
        auto setups = chosen(**reader);
        if (!setups)
            return m_context.fail(setups.error());
        if (m_follows)
            return follow(std::move(*setups), **writer);
        if (setups->empty()) {
            m_context.say(tr("No source is set up to be fetched, or none is enabled. Add one with tickmark source add, "
                             "enable one with tickmark source edit NAME --enabled on."));
            return kFailed;
        }
        return fetch(*setups, **reader, **writer);
    }

private:
    void addOptions()
    {
        CommandParser &parser = m_context.parser();
        parser.setApplicationDescription(
            tr("Fetches what is new since the last time: quotes and headlines of the sources that are named, or of all "
               "that are enabled. See: tickmark source --help"));
        parser.addPositionalArgument(QStringLiteral("[SOURCE...]"), tr("The sources, by name."));
        m_context.addSharedOptions(CommandContext::kStoreOption | CommandContext::kJsonOption
                                   | CommandContext::kCsvOption);
        parser.addOption({QStringLiteral("since"), tr("How far back to go, in place of what each source says."),
                          QStringLiteral("DATE")});
        parser.addOption(
            {QStringLiteral("follow"), tr("Streams live trades until Ctrl+C, in place of fetching once: of the sources "
                                          "that are named, or of all that are enabled and can be streamed. With --json "
                                          "the state of all streams is a line each time it changes.")});
        parser.addOption(
            {QStringLiteral("key"),
             tr("“-” reads the key of the one source from standard input, for systems without a keychain."),
             QStringLiteral("-")});
    }

    core::Result<> readOptions()
    {
        const auto wrong = [](const QString &text) { return core::failure(core::ErrorCode::InvalidInput, text); };
        m_options.now = CommandContext::now();
        // who names a source means now, whatever the server said of the pause that it would like
        m_options.ignoreRetryAfter = !m_context.positional().isEmpty();
        m_follows = m_context.isSet("follow");
        if (m_follows && m_context.isSet("since"))
            return wrong(
                tr("--since and --follow exclude each other: what is missing is fetched while a stream runs."));
        if (m_follows && m_context.outputFormat() == OutputFormat::Csv)
            return wrong(tr("A stream has no table: --csv does not go with --follow, --json does."));
        if (m_context.isSet("since")) {
            m_options.since = core::SessionDate::fromIso(m_context.value("since").toStdString());
            if (!m_options.since)
                return wrong(tr("“%1” is no date; a date is written 2025-01-27.").arg(m_context.value("since")));
            if (m_options.since->utcMidnight() > m_options.now)
                return wrong(tr("--since lies ahead: there is nothing to fetch yet."));
        }
        if (!m_context.isSet("key"))
            return {};
        if (m_context.positional().size() != 1)
            return wrong(tr("--key belongs to one source: name it."));
        auto key = keyFromInput(m_context);
        if (!key)
            return tl::unexpected(key.error());
        m_key = std::move(*key);
        return {};
    }

    core::Result<std::vector<store::SourceSetup>> chosen(store::StoreReader &reader)
    {
        std::vector<store::SourceSetup> setups;
        for (const QString &name : m_context.positional()) {
            auto setup = findSource(reader, name);
            if (!setup)
                return tl::unexpected(setup.error());
            if (std::ranges::find(setups, setup->sourceId, &store::SourceSetup::sourceId) == setups.end())
                setups.push_back(std::move(*setup));
        }
        if (!setups.empty())
            return setups;
        auto all = reader.sourceSetups();
        if (all)
            std::erase_if(*all, [](const store::SourceSetup &setup) { return !setup.isEnabled; });
        return all;
    }

    int follow(std::vector<store::SourceSetup> setups, store::StoreWriter &writer)
    {
        const auto canStream = [](const store::SourceSetup &setup) {
            return pipeline::LiveStreams::canStream(setup.provider);
        };
        const auto other = std::ranges::find_if_not(setups, canStream);
        if (other != setups.end() && !m_context.positional().isEmpty())
            return m_context.usage(tr("“%1” cannot be streamed: its provider has no live trades.").arg(other->name));
        std::erase_if(setups, std::not_fn(canStream));
        if (!setups.empty())
            return followSources(m_context, setups, m_key, writer);
        m_context.say(
            tr("No source that is enabled can be streamed. Kraken, Coinbase, Binance and Finnhub can: add one "
               "with tickmark source add."));
        return kFailed;
    }

    int fetch(const std::vector<store::SourceSetup> &setups, store::StoreReader &reader, store::StoreWriter &writer)
    {
        SourceAccess access;
        FetchPrinter printer(m_context);
        std::vector<pipeline::FetchTask> tasks;
        for (const store::SourceSetup &setup : setups) {
            auto task = access.task(setup, m_key);
            tasks.push_back(task ? std::move(*task) : pipeline::FetchTask{setup, {}, task.error()});
        }
        const pipeline::FetchTools tools{access.http(), reader, writer, m_context.calendars()};
        const auto outcome = pipeline::runSources(tasks, tools, m_options, m_context.interrupt().token(), progress());
        if (isatty(STDERR_FILENO))
            std::fputs("\r\033[K", stderr);
        const bool isCut = outcome.error && outcome.error->code == core::ErrorCode::Cancelled;
        if (outcome.error && !isCut)
            return m_context.fail(*outcome.error);
        if (isCut)
            m_context.say(tr("Interrupted. What had come by then is in the store."));
        for (const pipeline::FetchReport &report : outcome.reports)
            printer.report(report);
        if (isCut)
            return printer.interrupt();
        m_context.keepClaims(writer);
        return printer.finish();
    }

    //! Only for somebody who looks.
    FetchProgress progress() const
    {
        if (!isatty(STDERR_FILENO))
            return {};
        return [this](const pipeline::FetchStep &step) {
            const core::Formats &formats = m_context.formats();
            const QString text = tr("%1 of %2: %3", "answers, of so many, source")
                                     .arg(formats.count(step.runDone), formats.count(step.runAsked), step.source);
            std::fprintf(stderr, "\r\033[K%s", text.toUtf8().constData());
        };
    }

    CommandContext &m_context;
    pipeline::FetchOptions m_options;
    bool m_follows = false;
    std::optional<QByteArray> m_key; //!< of standard input
};

} // namespace

int runFetch(CommandContext &context)
{
    return FetchCommand(context).run();
}

} // namespace tickmark::app
