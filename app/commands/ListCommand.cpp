// SPDX-License-Identifier: GPL-3.0-or-later
#include "ListCommand.h"

#include "../CommandContext.h"
#include "../IntervalText.h"
#include "../TimeText.h"
#include "Commands.h"
#include "ListTicks.h"
#include "SourceTable.h"
#include <analysis/QualityFinding.h>
#include <core/Bar.h>
#include <pipeline/BarHistories.h>
#include <pipeline/ComparedBars.h>

#include <QSet>

#include <algorithm>

namespace tickmark::app {

namespace {

QString iso(core::SessionDate date)
{
    return QString::fromStdString(date.iso());
}

QString iso(core::Time time)
{
    return QString::fromStdString(core::isoTime(time));
}

class ListCommand
{
    Q_DECLARE_TR_FUNCTIONS(ListCommand)

public:
    explicit ListCommand(CommandContext &context) : m_context(context) {}

    int run()
    {
        CommandParser &parser = m_context.parser();
        parser.setApplicationDescription(tr("Prints what the store holds."));
        parser.addPositionalArgument(QStringLiteral("instruments|bars|ticks|news|sources|imports|chunks"),
                                     tr("What to print."));
        m_context.addSharedOptions(CommandContext::kStoreOption | CommandContext::kJsonOption
                                   | CommandContext::kCsvOption);
        parser.addOption(
            {QStringLiteral("symbol"), tr("Only bars, ticks or chunks of this instrument."), QStringLiteral("SYMBOL")});
        parser.addOption({QStringLiteral("from"), tr("First session (YYYY-MM-DD), or a time with its offset."),
                          QStringLiteral("TIME")});
        parser.addOption({QStringLiteral("to"), tr("Last session, included; or the time before which to stop."),
                          QStringLiteral("TIME")});
        parser.addOption(
            {QStringLiteral("field"), tr("Only these ticks: trade, bid or ask."), QStringLiteral("FIELD")});
        parser.addOption({QStringLiteral("intraday"), tr("Intraday bars instead of daily ones.")});
        if (!m_context.parse())
            return m_context.exitCode();
        if (m_context.positional().size() != 1)
            return m_context.usage(tr("Say what to list: instruments, bars, ticks, news, sources, imports or chunks."));
        if (const auto limits = readLimits(); !limits)
            return m_context.usage(limits.error().message);
        return dispatch(m_context.positional().front());
    }

private:
    int dispatch(const QString &what)
    {
        static const QStringList known{
            QStringLiteral("instruments"), QStringLiteral("bars"),    QStringLiteral("ticks"), QStringLiteral("news"),
            QStringLiteral("sources"),     QStringLiteral("imports"), QStringLiteral("chunks")};
        if (!known.contains(what))
            return m_context.usage(
                tr("“%1” cannot be listed; say instruments, bars, ticks, news, sources, imports or chunks.").arg(what));
        if (what == QLatin1String("bars") && m_hasTimes && !m_context.isSet("intraday"))
            return m_context.usage(tr("Daily bars have session dates; a time needs --intraday."));
        if (what == QLatin1String("news") && m_context.isSet("symbol"))
            return m_context.usage(tr("News cannot be filtered by instrument yet."));
        if (what == QLatin1String("ticks")) {
            if (const auto options = checkTickOptions(m_context); !options)
                return m_context.usage(options.error().message);
        }
        auto reader = m_context.openReader();
        if (!reader)
            return m_context.fail(reader.error());
        m_reader = std::move(*reader);
        if (what == QLatin1String("instruments"))
            return listInstruments(m_context, *m_reader);
        if (what == QLatin1String("bars"))
            return bars();
        if (what == QLatin1String("news"))
            return news();
        if (what == QLatin1String("ticks"))
            return listTicks(m_context, *m_reader,
                             [this](const core::SessionCalendar &calendar) { return timesOn(calendar); });
        if (what == QLatin1String("chunks"))
            return listChunks(m_context, *m_reader);
        return what == QLatin1String("sources") ? listSources(m_context, *m_reader, ListedSources::All) : imports();
    }

    //! A bound is a session date or a time; both at once would be two meanings.
    core::Result<> readLimits()
    {
        for (const char *option : {"from", "to"}) {
            if (!m_context.isSet(option))
                continue;
            const std::string text = m_context.value(option).toStdString();
            const bool first = option[0] == 'f';
            if (const auto date = core::SessionDate::fromIso(text)) {
                (first ? m_sessions.first : m_sessions.last) = *date;
                (first ? m_fromDate : m_toDate) = *date;
            } else if (const auto time = core::parseIsoTime(text)) {
                (first ? m_times.begin : m_times.end) = *time;
                m_hasTimes = true;
            } else if (const QString complaint = missingOffset(QStringLiteral("--") + QLatin1String(option),
                                                               m_context.value(option));
                       !complaint.isEmpty()) {
                return core::failure(core::ErrorCode::InvalidInput, complaint);
            } else {
                return core::failure(core::ErrorCode::InvalidInput,
                                     tr("“%1” is neither a date (2025-01-27) nor a time (2025-01-27T16:40:00Z).")
                                         .arg(m_context.value(option)));
            }
        }
        if (m_sessions.last < m_sessions.first || m_times.end < m_times.begin)
            return core::failure(core::ErrorCode::InvalidInput, tr("--to lies before --from."));
        return {};
    }

    //! The time limits with dates resolved on the clock of `calendar`.
    core::TimeRange timesOn(const core::SessionCalendar &calendar) const
    {
        core::TimeRange times = m_times;
        if (m_fromDate)
            times.begin = pipeline::timesOf(calendar, *m_fromDate, *m_fromDate).begin;
        if (m_toDate)
            times.end = pipeline::timesOf(calendar, *m_toDate, *m_toDate).end;
        return times;
    }

    int bars()
    {
        const bool intraday = m_context.isSet("intraday");
        std::vector<core::Instrument> instruments;
        if (m_context.isSet("symbol")) {
            auto one = m_reader->instrument(m_context.value("symbol"));
            if (!one)
                return m_context.fail(one.error());
            instruments.push_back(std::move(*one));
        } else if (auto all = m_reader->instruments()) {
            instruments = std::move(*all);
        } else {
            return m_context.fail(all.error());
        }
        TableWriter table = m_context.table(QStringLiteral("bars"),
                                            {{QStringLiteral("symbol"), tr("Symbol")},
                                             intraday ? TableColumn{QStringLiteral("start"), tr("Start (UTC)")}
                                                      : TableColumn{QStringLiteral("session"), tr("Session")},
                                             {QStringLiteral("open"), tr("Open"), true},
                                             {QStringLiteral("high"), tr("High"), true},
                                             {QStringLiteral("low"), tr("Low"), true},
                                             {QStringLiteral("close"), tr("Close"), true},
                                             {QStringLiteral("volume"), tr("Volume"), true},
                                             {QStringLiteral("interval"), tr("Interval")},
                                             {QStringLiteral("source"), tr("Source")},
                                             {QStringLiteral("splits_until"), tr("Splits until")},
                                             {QStringLiteral("flags"), tr("Flags")}});
        for (const core::Instrument &instrument : instruments) {
            if (const auto printed = barsOf(instrument, intraday, table); !printed)
                return m_context.fail(printed.error());
        }
        return m_context.finish(table);
    }

    core::Result<> barsOf(const core::Instrument &instrument, bool intraday, TableWriter &table)
    {
        const auto calendar = m_context.calendars().calendar(instrument.mic);
        if (!calendar)
            return tl::unexpected(calendar.error());
        const auto series = m_reader->seriesOf(instrument.id);
        if (!series)
            return tl::unexpected(series.error());
        pipeline::DisagreeingSessions disagreeing;
        if (!intraday) {
            auto found = pipeline::disagreeingSessions(*m_reader, **calendar, instrument, m_sessions,
                                                       m_context.interrupt().token());
            if (!found)
                return tl::unexpected(found.error());
            disagreeing = *std::move(found);
        }
        for (const core::Series &one : *series) {
            if (one.field != core::QuoteField::Bar || one.isDaily() == intraday)
                continue;
            const auto sink = [&](std::span<const core::Bar> bars) {
                for (const core::Bar &bar : bars)
                    table.row(cellsOf(instrument, one, bar, disagreeing[one.id].contains(bar.session)));
                return !table.failed();
            };
            const std::stop_token stop = m_context.interrupt().token();
            const auto done = intraday ? m_reader->streamIntradayBars(one.id, timesOn(**calendar), sink, stop)
                                       : m_reader->streamDailyBars(one.id, m_sessions, sink, stop);
            if (!done)
                return done;
        }
        return {};
    }

    static std::vector<Cell> cellsOf(const core::Instrument &instrument, const core::Series &series,
                                     const core::Bar &bar, bool isDisagreeing)
    {
        QStringList flags = core::barFlagCodes(bar.flags);
        if (isDisagreeing)
            flags.append(analysis::qualityCode(analysis::QualityKind::Disagreement));
        const auto price = [&](qint64 units) -> Cell { return core::Price{units, series.priceDecimals}; };
        return {instrument.symbol,
                series.isDaily() ? iso(bar.session) : iso(bar.start),
                price(bar.open),
                price(bar.high),
                price(bar.low),
                price(bar.close),
                bar.volume ? Cell(core::Price{*bar.volume, series.sizeDecimals}) : Cell(),
                intervalText(series.intervalNs),
                series.source,
                series.splitsUntil ? Cell(iso(*series.splitsUntil)) : Cell(),
                std::move(flags)};
    }

    int news()
    {
        const auto utc = m_context.calendars().calendar(QString());
        if (!utc)
            return m_context.fail(utc.error());
        const auto items = m_reader->news(timesOn(**utc), m_context.interrupt().token());
        const auto imports = m_reader->imports();
        if (!items || !imports)
            return m_context.fail(items ? imports.error() : items.error());
        // an item without a date that can be right has, to the nanosecond, the time of its import
        QSet<qint64> importTimes;
        for (const store::ImportRecord &import : *imports)
            importTimes.insert(import.fetched.ns);
        std::vector<TableColumn> columns{
            {QStringLiteral("id"), tr("No."), true},        {QStringLiteral("published"), tr("Published (UTC)")},
            {QStringLiteral("publisher"), tr("Publisher")}, {QStringLiteral("language"), tr("Language")},
            {QStringLiteral("title"), tr("Headline")},      {QStringLiteral("link"), tr("Link")}};
        const bool plain = m_context.outputFormat() == OutputFormat::Plain;
        if (!plain) // a table for people stays one line per headline
            columns.insert(columns.end() - 1,
                           {{QStringLiteral("excerpt"), tr("Excerpt")}, {QStringLiteral("dated_by"), {}}});
        TableWriter table = m_context.table(QStringLiteral("news"), std::move(columns));
        for (const core::NewsItem &item : *items) {
            std::vector<Cell> cells{item.id, iso(item.published), item.publisher, item.language, item.title};
            if (!plain) {
                cells.emplace_back(item.excerpt);
                const bool isImport = importTimes.contains(item.published.ns);
                cells.emplace_back(isImport ? Cell(QStringLiteral("import")) : Cell());
            }
            cells.emplace_back(item.link);
            table.row(std::move(cells));
        }
        return m_context.finish(table);
    }

    int imports()
    {
        const auto all = m_reader->imports();
        if (!all)
            return m_context.fail(all.error());
        TableWriter table = m_context.table(QStringLiteral("imports"),
                                            {{QStringLiteral("id"), tr("No."), true},
                                             {QStringLiteral("fetched"), tr("Fetched (UTC)")},
                                             {QStringLiteral("kind"), tr("Kind")},
                                             {QStringLiteral("source"), tr("Source")},
                                             {QStringLiteral("origin"), tr("From")},
                                             {QStringLiteral("inserted"), tr("New"), true},
                                             {QStringLiteral("replaced"), tr("Changed"), true},
                                             {QStringLiteral("unchanged"), tr("Same"), true},
                                             {QStringLiteral("duplicate"), tr("Duplicate"), true},
                                             {QStringLiteral("rejected"), tr("Rejected"), true},
                                             {QStringLiteral("undone"), tr("Undone (UTC)")},
                                             {QStringLiteral("sha256"), tr("SHA-256")}});
        // people read seconds, and the front of a digest
        constexpr qsizetype kDigestShown = 12;
        const bool plain = m_context.outputFormat() == OutputFormat::Plain;
        const auto time = [plain](core::Time of) { return plain ? secondsText(of) : iso(of); };
        for (const store::ImportRecord &record : *all) {
            const QString digest = QString::fromLatin1(record.sha256.toHex());
            table.row({record.id, time(record.fetched), store::importKindCode(record.kind), record.source,
                       record.origin, record.totals.inserted, record.totals.replaced, record.totals.unchanged,
                       record.totals.duplicate, record.totals.rejected,
                       record.undone ? Cell(time(*record.undone)) : Cell(),
                       plain ? digest.left(kDigestShown) : digest});
        }
        return m_context.finish(table);
    }

    CommandContext &m_context;
    std::unique_ptr<store::StoreReader> m_reader;
    store::SessionRange m_sessions;
    core::TimeRange m_times = store::kAllTimes;
    std::optional<core::SessionDate> m_fromDate;
    std::optional<core::SessionDate> m_toDate;
    bool m_hasTimes = false;
};

} // namespace

int listInstruments(CommandContext &context, store::StoreReader &reader)
{
    const auto instruments = reader.instruments();
    if (!instruments)
        return context.fail(instruments.error());
    const auto text = [](const char *source) { return QCoreApplication::translate("ListCommand", source); };
    TableWriter table = context.table(QStringLiteral("instruments"),
                                      {{QStringLiteral("symbol"), text(QT_TRANSLATE_NOOP("ListCommand", "Symbol"))},
                                       {QStringLiteral("name"), text(QT_TRANSLATE_NOOP("ListCommand", "Name"))},
                                       {QStringLiteral("kind"), text(QT_TRANSLATE_NOOP("ListCommand", "Kind"))},
                                       {QStringLiteral("exchange"), text(QT_TRANSLATE_NOOP("ListCommand", "Exchange"))},
                                       {QStringLiteral("currency"), text(QT_TRANSLATE_NOOP("ListCommand", "Currency"))},
                                       {QStringLiteral("aliases"), text(QT_TRANSLATE_NOOP("ListCommand", "Aliases"))}});
    for (const core::Instrument &instrument : *instruments) {
        QStringList aliases;
        for (const core::InstrumentNames &names : instrument.names)
            aliases += names.aliases;
        aliases.removeDuplicates();
        table.row({instrument.symbol, instrument.displayName(context.language()), core::kindCode(instrument.kind),
                   instrument.mic.isEmpty() ? QStringLiteral("24/7") : instrument.mic, instrument.currency, aliases});
    }
    return context.finish(table);
}

int runList(CommandContext &context)
{
    return ListCommand(context).run();
}

} // namespace tickmark::app
