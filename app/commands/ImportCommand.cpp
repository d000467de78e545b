// SPDX-License-Identifier: GPL-3.0-or-later
#include "../CommandContext.h"
#include "../TimeText.h"
#include "Commands.h"
#include "ImportPrinter.h"
#include <core/ContentSniffer.h>
#include <news/FeedParser.h>
#include <pipeline/NewsText.h>
#include <sources/ListHeader.h>
#include <sources/http/HttpRules.h>

#include <QFile>
#include <QTimeZone>

#include <unistd.h>

#include <algorithm>
#include <optional>

namespace tickmark::app {

namespace {

using pipeline::TickProgressSink; // qualified, lupdate takes the next function for one of a class "pipeline"

enum class FileKind { Bars, Ticks, Shares, Actions, News };

class ImportCommand
{
    Q_DECLARE_TR_FUNCTIONS(ImportCommand)

public:
    explicit ImportCommand(CommandContext &context) : m_context(context) {}

    int run()
    {
        addOptions();
        if (!m_context.parse())
            return m_context.exitCode();
        const QStringList files = m_context.positional();
        if (m_context.isSet("undo")) {
            const QStringList given = m_context.parser().optionNames();
            const bool alone = std::ranges::all_of(given, [](const QString &option) {
                return option == QLatin1String("undo") || option == QLatin1String("store")
                       || option == QLatin1String("lang");
            });
            if (!alone || !files.isEmpty())
                return m_context.usage(tr("--undo takes an import's number, --store and --lang, and no files."));
            return undo();
        }
        if (files.isEmpty())
            return m_context.usage(tr("Name at least one file to import."));
        if (const auto options = readOptions(); !options)
            return m_context.usage(options.error().message);
        return importAll(files);
    }

private:
    void addOptions()
    {
        CommandParser &parser = m_context.parser();
        parser.setApplicationDescription(
            tr("Imports CSV files (also .gz, .zip, .zst) of daily or intraday bars, of ticks, of share counts, or of "
               "splits and dividends, and news: feeds (RSS, Atom, JSON; up to %1 MB) and plain texts (up to %2 MB). How "
               "a file is written is found by itself, and every guess is printed. \"-\" is standard input.")
                .arg(news::kMostFeedBytes / 1'000'000)
                .arg(pipeline::kLongestNewsBytes / 1'000'000));
        parser.addPositionalArgument(QStringLiteral("FILE..."), tr("The files."));
        m_context.addSharedOptions(CommandContext::kStoreOption | CommandContext::kJsonOption);
        const auto option = [&parser](const char *name, const QString &what, const char *value) {
            parser.addOption({QLatin1String(name), what, QLatin1String(value)});
        };
        option("as", tr("What the files hold: bars, ticks, shares, actions (splits and dividends) or news."), "KIND");
        option("symbol", tr("The instrument of a file that names none; of another file, only its rows."), "SYMBOL");
        option("profile", tr("How the file is written: the JSON that --dry-run --json prints, saved and edited."),
               "FILE");
        option("zone", tr("Zone of local times without an offset, such as America/New_York."), "ZONE");
        option("date", tr("Day of times that count from midnight, YYYY-MM-DD."), "DATE");
        option(
            "splits-until",
            tr("Of bars only: splits up to that day are in the prices already, as in adjusted histories; without it, "
               "prices count as traded on their day."),
            "DATE");
        parser.addOption(
            {QStringLiteral("dry-run"), tr("Tells what would happen and stores nothing: of bars, ticks and news.")});
        option("published", tr("When a news text without a date was published: a time with its offset, or a date."),
               "TIME");
        option("language", tr("Language of news: de or en; without it, found by itself."), "de|en");
        option("undo", tr("Takes the import of that number back (see: list imports)."), "ID");
    }

    core::Result<> readOptions()
    {
        const auto wrong = [](const QString &text) { return core::failure(core::ErrorCode::InvalidInput, text); };
        m_options.read.symbol = m_context.value("symbol");
        m_options.read.zone = m_context.value("zone").toUtf8();
        m_options.dryRun = m_context.isSet("dry-run");
        m_options.now = CommandContext::now();
        if (m_context.isSet("zone") && !QTimeZone(m_options.read.zone).isValid())
            return wrong(tr("“%1” is no time zone; a zone is named like Europe/Berlin.").arg(m_context.value("zone")));
        for (auto [name, date] : {std::pair{"date", &m_options.read.date}, {"splits-until", &m_options.splitsUntil}}) {
            if (!m_context.isSet(name))
                continue;
            *date = core::SessionDate::fromIso(m_context.value(name).toStdString());
            if (!*date)
                return wrong(tr("“%1” is no date; a date is written 2025-01-27.").arg(m_context.value(name)));
        }
        if (m_options.splitsUntil) {
            if (*m_options.splitsUntil > core::SessionDate::utcDateOf(m_options.now).plusDays(1))
                return wrong(tr("--splits-until lies ahead: no price can have splits to come in it."));
            // bars of other shares are another series
            m_options.source = QStringLiteral("file, splits until %1").arg(m_context.value("splits-until"));
        }
        if (m_context.isSet("as")) {
            const QString as = m_context.value("as");
            if (as == QLatin1String("bars"))
                m_kind = FileKind::Bars;
            else if (as == QLatin1String("ticks"))
                m_kind = FileKind::Ticks;
            else if (as == QLatin1String("shares"))
                m_kind = FileKind::Shares;
            else if (as == QLatin1String("actions"))
                m_kind = FileKind::Actions;
            else if (as == QLatin1String("news"))
                m_kind = FileKind::News;
            else
                return wrong(tr("This version imports bars, ticks, shares, actions and news, not “%1”.").arg(as));
        }
        if (m_options.splitsUntil && m_kind.value_or(FileKind::Bars) != FileKind::Bars)
            return wrong(tr("--splits-until is about the prices of bars only."));
        return readNewsOptions();
    }

    core::Result<> readNewsOptions()
    {
        m_news.source = m_options.source;
        m_news.now = m_options.now;
        m_news.dryRun = m_options.dryRun;
        m_news.language = m_context.value("language");
        const bool isKnown = m_news.language == QLatin1String("de") || m_news.language == QLatin1String("en");
        if (m_context.isSet("language") && !isKnown)
            return core::failure(core::ErrorCode::InvalidInput, tr("--language is de or en."));
        if (!m_context.isSet("published"))
            return {};
        const auto time = publicationTime(QStringLiteral("--published"), m_context.value("published"), DayEnd::Last);
        if (!time)
            return tl::unexpected(time.error());
        m_news.published = *time;
        return {};
    }

    core::Result<> readProfile()
    {
        if (!m_context.isSet("profile"))
            return {};
        const QString name = m_context.value("profile");
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            return core::failure(core::ErrorCode::NotFound, tr("The profile %1 cannot be read.").arg(name),
                                 file.errorString());
        auto profile = sources::parseProfile(file.readAll(), name);
        if (!profile)
            return tl::unexpected(profile.error());
        m_options.profile = std::move(*profile);
        return {};
    }

    int importAll(const QStringList &files)
    {
        if (const auto profile = readProfile(); !profile)
            return m_context.fail(profile.error());
        const auto path = m_context.storePath();
        if (!path)
            return m_context.fail(path.error());
        auto writer = store::StoreWriter::open(*path);
        if (!writer)
            return m_context.fail(writer.error());
        auto reader = store::StoreReader::open(*path);
        if (!reader)
            return m_context.fail(reader.error());
        auto known = (*reader)->instruments();
        if (!known)
            return m_context.fail(known.error());
        m_known = std::move(*known);
        m_reader = std::move(*reader);

        ImportPrinter printer(m_context, m_options.dryRun);
        int failed = 0;
        int code = kDone;
        for (const QString &file : files) {
            if (const auto done = importOne(file, **writer, printer); !done) {
                code = m_context.fail(done.error());
                ++failed;
                if (done.error().code == core::ErrorCode::Cancelled)
                    break;
            }
            if (m_context.interrupt().requested()) {
                code = kInterrupted;
                break;
            }
        }
        if (code != kInterrupted) {
            if (failed == files.size())
                code = kFailed;
            else
                code = failed > 0 || printer.leftOut() ? kPartly : kDone;
            if (code != kFailed && !m_options.dryRun)
                m_context.keepClaims(**writer);
        }
        return printer.finish(code);
    }

    core::Result<> importOne(const QString &file, store::StoreWriter &writer, ImportPrinter &printer)
    {
        auto source = sources::openInput(file);
        if (!source)
            return tl::unexpected(source.error());
        const auto kind = kindOf(**source);
        if (!kind)
            return tl::unexpected(kind.error());
        if (m_options.splitsUntil && *kind != FileKind::Bars)
            return core::failure(core::ErrorCode::InvalidInput,
                                 tr("%1 holds no bars: --splits-until is about their prices.").arg(file));
        const std::stop_token stop = m_context.interrupt().token();
        if (*kind == FileKind::Shares) {
            if (m_options.dryRun) {
                return core::failure(core::ErrorCode::Unsupported,
                                     tr("%1 holds share counts, for which there is no dry run.").arg(file));
            }
            const auto report = pipeline::importShares(**source, (*source)->name(), m_options.source, m_options.now,
                                                       m_known, writer, stop);
            if (!report)
                return tl::unexpected(report.error());
            printer.shares(*report);
            return {};
        }
        if (*kind == FileKind::Actions) {
            if (m_options.dryRun) {
                return core::failure(core::ErrorCode::Unsupported,
                                     tr("%1 holds splits and dividends, for which there is no dry run.").arg(file));
            }
            const auto report = pipeline::importActions(**source, (*source)->name(), m_options.source, m_options.now,
                                                        m_known, writer, m_options.read.symbol, stop);
            if (!report)
                return tl::unexpected(report.error());
            printer.actions(*report);
            return {};
        }
        if (*kind == FileKind::News) {
            const auto report = pipeline::importNews(**source, m_news, *m_reader, writer, stop, progress());
            clearProgress();
            if (!report)
                return tl::unexpected(report.error());
            printer.news(*report);
            return {};
        }
        if (*kind == FileKind::Ticks) {
            const auto report = pipeline::importTicks(std::move(*source), m_options, m_known, writer, stop,
                                                      tickProgress());
            clearProgress();
            if (!report)
                return tl::unexpected(report.error());
            printer.ticks(*report);
            return {};
        }
        const auto report = pipeline::importBars(std::move(*source), m_options, m_known, writer, m_context.calendars(),
                                                 stop, progress());
        clearProgress();
        if (!report)
            return tl::unexpected(report.error());
        printer.bars(*report);
        return {};
    }

    //! A feed is XML or JSON. A head with a column of shares, and no close, is a file of share counts, one with ratios one
    //! of splits; ticks show by names and times. A file that cannot be told is one of bars, whose import says what is wrong
    //! with it.
    core::Result<FileKind> kindOf(sources::ByteSource &source) const
    {
        if (m_kind)
            return *m_kind;
        constexpr qsizetype kHeadBytes = 4096;
        const auto head = source.peek(kHeadBytes);
        if (!head)
            return tl::unexpected(head.error());
        if (const core::ContentKind content = core::sniffContent(*head);
            content == core::ContentKind::Xml || content == core::ContentKind::Json)
            return FileKind::News;
        const std::string_view text(head->data(), head->size());
        if (const auto list = sources::listKindOf(text, !m_options.read.symbol.isEmpty()))
            return *list == sources::ListKind::Shares ? FileKind::Shares : FileKind::Actions;
        if (m_options.profile)
            return m_options.profile->kind == sources::TableKind::Ticks ? FileKind::Ticks : FileKind::Bars;
        const auto sample = source.peek(sources::kDialectSampleBytes);
        if (!sample)
            return tl::unexpected(sample.error());
        const bool isWhole = qsizetype(sample->size()) < sources::kDialectSampleBytes;
        const auto guess = sources::detectDialect(*sample, isWhole, source.name(), std::nullopt);
        return guess && guess->profile.kind == sources::TableKind::Ticks ? FileKind::Ticks : FileKind::Bars;
    }

    static void clearProgress()
    {
        if (isatty(STDERR_FILENO))
            std::fputs("\r\033[K", stderr);
    }

    TickProgressSink tickProgress() const
    {
        if (!isatty(STDERR_FILENO))
            return {};
        return [this](const pipeline::TickImportProgress &progress) {
            const core::Formats &formats = m_context.formats();
            const QString rate = formats.count(qint64(progress.rowsPerSecond));
            const bool known = progress.total.value_or(0) > 0;
            const QString text = known ? tr("%1 %, %2 rows/s")
                                             .arg(int(double(progress.consumed) / double(*progress.total) * 100.0))
                                             .arg(rate)
                                       : tr("%1 rows, %2 rows/s").arg(formats.count(progress.rows), rate);
            std::fprintf(stderr, "\r\033[K%s", text.toUtf8().constData());
        };
    }

    //! A running percentage, only for somebody who looks.
    pipeline::ImportProgress progress() const
    {
        if (!isatty(STDERR_FILENO))
            return {};
        return [](qint64 consumed, std::optional<qint64> total) {
            if (total && *total > 0)
                std::fprintf(stderr, "\r%3d %%", int(double(consumed) / double(*total) * 100.0));
            else
                std::fprintf(stderr, "\r%lld MB", static_cast<long long>(consumed / 1'000'000));
        };
    }

    int undo()
    {
        bool isNumber = false;
        const qint64 id = m_context.value("undo").toLongLong(&isNumber);
        if (!isNumber)
            return m_context.usage(tr("“%1” is no import's number.").arg(m_context.value("undo")));
        const auto path = m_context.storePath();
        if (!path)
            return m_context.fail(path.error());
        auto writer = store::StoreWriter::open(*path);
        if (!writer)
            return m_context.fail(writer.error());
        auto reader = store::StoreReader::open(*path);
        if (!reader)
            return m_context.fail(reader.error());
        const auto forecast = (*reader)->undoForecast(id, m_context.interrupt().token());
        const auto undone = (*writer)->undoImport(id, m_context.interrupt().token()).result();
        if (!undone)
            return m_context.fail(undone.error());
        //: the parts: "12 rows removed", "1 row restored", "0 former values dropped"
        m_context.say(tr("Import %1 was taken back: %2, %3, %4.")
                          .arg(QString::number(id), tr("%Ln row(s) removed", nullptr, int(undone->removed)),
                               tr("%Ln row(s) restored", nullptr, int(undone->restored)),
                               tr("%Ln former value(s) dropped", nullptr, int(undone->dropped))));
        m_context.keepClaims(**writer);
        if (undone->removed > 0 && forecast)
            sayWhoElseHadThem(*forecast);
        return kDone;
    }

    //! A row belongs to the import that brought it first; later files with the same value had nothing to add.
    void sayWhoElseHadThem(const store::UndoForecast &forecast)
    {
        QStringList files;
        QStringList addresses;
        for (const auto &[importId, origin] : forecast.sharing)
            (sources::isWebAddress(origin) ? addresses : files)
                .append(QStringLiteral("%1 (%2)").arg(QString::number(importId), origin));
        if (!files.isEmpty()) {
            m_context.say(
                tr("Rows that it brought first are gone also where a later file has them too: %1. Import that "
                   "file again to have them back.")
                    .arg(files.join(QStringLiteral(", "))));
        }
        if (!addresses.isEmpty()) {
            m_context.say(tr("Rows that it brought first are gone also where a source brought them too: %1. Fetch "
                             "again to have them back.")
                              .arg(addresses.join(QStringLiteral(", "))));
        }
    }

    CommandContext &m_context;
    pipeline::BarImportOptions m_options;
    pipeline::NewsImportOptions m_news;
    std::unique_ptr<store::StoreReader> m_reader;
    std::optional<FileKind> m_kind;
    std::vector<core::Instrument> m_known;
};

} // namespace

int runImport(CommandContext &context)
{
    return ImportCommand(context).run();
}

} // namespace tickmark::app
