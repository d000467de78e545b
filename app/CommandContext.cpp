// SPDX-License-Identifier: GPL-3.0-or-later
#include "CommandContext.h"

#include <pipeline/ClaimUpkeep.h>

#include <QFile>

#include <unistd.h>
#include <window/OwnStore.h>

#include <chrono>

namespace tickmark::app {

using core::Result;

CommandContext::CommandContext(QString command, QStringList arguments, QString language, const Interrupt &interrupt)
    : m_command(std::move(command)),
      m_arguments(std::move(arguments)),
      m_language(std::move(language)),
      m_formats(m_language),
      m_calendars(QStringLiteral(":/calendars")),
      m_interrupt(interrupt)
{
    m_parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
}

core::Time CommandContext::now()
{
    const auto sinceEpoch = std::chrono::system_clock::now().time_since_epoch();
    return core::Time{std::chrono::duration_cast<std::chrono::nanoseconds>(sinceEpoch).count()};
}

void CommandContext::addSharedOptions(int options)
{
    m_parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, tr("Shows this help.")});
    m_parser.addOption({QStringLiteral("lang"), tr("Language of the output: de or en."), QStringLiteral("de|en")});
    if (options & kStoreOption)
        m_parser.addOption({QStringLiteral("store"), tr("The store; without it, your own."), QStringLiteral("FILE")});
    if (options & kJsonOption)
        m_parser.addOption({QStringLiteral("json"), tr("Prints JSON.")});
    if (options & kCsvOption)
        m_parser.addOption({QStringLiteral("csv"), tr("Prints CSV.")});
    if (options & kForceOption)
        m_parser.addOption({QStringLiteral("force"), tr("Replaces an existing file.")});
}

bool CommandContext::parse()
{
    const QString call = QStringLiteral("tickmark ") + m_command;
    const bool understood = m_parser.parse(QStringList{call} + m_arguments);
    if (m_parser.isSet(QStringLiteral("help"))) {
        const QByteArray help = m_parser.helpText(call).toUtf8();
        std::fwrite(help.constData(), 1, std::size_t(help.size()), stdout);
        m_exitCode = std::fflush(stdout) == 0 ? kDone : kFailed;
        return false;
    }
    if (!understood) {
        m_exitCode = usage(m_parser.errorText());
        return false;
    }
    const QStringList given = m_parser.optionNames();
    if (given.contains(QStringLiteral("json")) && given.contains(QStringLiteral("csv"))) {
        m_exitCode = usage(tr("--json and --csv exclude each other."));
        return false;
    }
    return true;
}

bool CommandContext::force() const
{
    return isSet("force");
}

Result<QString> CommandContext::storePath()
{
    if (isSet("store"))
        return value("store");
    const auto own = window::ensureOwnStore(m_calendars);
    if (!own)
        return tl::unexpected(own.error());
    if (own->isNew)
        say(tr("Your store was made with the sample case: %1").arg(own->path));
    return own->path;
}

Result<std::unique_ptr<store::StoreReader>> CommandContext::openReader()
{
    return storePath().and_then([](const QString &path) { return store::StoreReader::open(path); });
}

Result<std::unique_ptr<store::StoreWriter>> CommandContext::openWriter()
{
    return storePath().and_then([](const QString &path) { return store::StoreWriter::open(path); });
}

void CommandContext::keepClaims(store::StoreWriter &writer) const
{
    const bool isWatched = isatty(STDERR_FILENO) != 0;
    const auto progress = [this](qint64 claims) {
        const QString text = tr("%Ln claim(s) checked", nullptr, int(claims));
        std::fprintf(stderr, "\r\033[K%s", text.toUtf8().constData());
    };
    const auto kept =
        store::StoreReader::open(writer.path()).and_then([&](const std::unique_ptr<store::StoreReader> &reader) {
            return pipeline::keepClaims(*reader, writer, m_calendars, now(), m_interrupt.token(),
                                        isWatched ? pipeline::UpkeepProgress(progress) : pipeline::UpkeepProgress());
        });
    if (isWatched)
        std::fputs("\r\033[K", stderr);
    if (!kept && kept.error().code != core::ErrorCode::Cancelled)
        say(kept.error().message);
}

OutputFormat CommandContext::outputFormat() const
{
    // Options that a command does not have cannot be asked for: isSet would warn.
    const QStringList set = m_parser.optionNames();
    if (set.contains(QStringLiteral("json")))
        return OutputFormat::Json;
    return set.contains(QStringLiteral("csv")) ? OutputFormat::Csv : OutputFormat::Plain;
}

TableWriter CommandContext::table(const QString &plural, std::vector<TableColumn> columns) const
{
    return TableWriter(stdout, outputFormat(), plural, std::move(columns));
}

int CommandContext::finish(TableWriter &table, int code) const
{
    return finish(table.finish(), code);
}

int CommandContext::finish(bool written, int code) const
{
    if (written)
        return code;
    say(tr("The output could not be written in full."));
    return kFailed;
}

void CommandContext::say(const QString &line) const
{
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stderr);
}

int CommandContext::fail(const core::Error &error) const
{
    if (error.code == core::ErrorCode::Cancelled) {
        say(tr("Interrupted; nothing was changed."));
        return kInterrupted;
    }
    say(error.detail.isEmpty() ? error.message : error.message + QStringLiteral(" (") + error.detail + u')');
    return kFailed;
}

int CommandContext::usage(const QString &what) const
{
    say(what);
    say(tr("Help: tickmark %1 --help").arg(m_command));
    return kUsage;
}

} // namespace tickmark::app
