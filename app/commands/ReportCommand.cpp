// SPDX-License-Identifier: GPL-3.0-or-later
#include "../CommandContext.h"
#include "../TimeText.h"
#include "Commands.h"
#include <export/PdfDate.h>

#include <QFile>
#include <QFileInfo>

#include <report/Report.h>
#include <report/ReportDrawing.h>

namespace tickmark::app {

namespace {

class ReportCommand
{
    Q_DECLARE_TR_FUNCTIONS(ReportCommand)

public:
    explicit ReportCommand(CommandContext &context) : m_context(context) {}

    int run()
    {
        addOptions();
        if (!m_context.parse())
            return m_context.exitCode();
        if (!m_context.positional().isEmpty())
            return m_context.usage(tr("This command takes no files but those of its options."));
        if (const auto read = readOptions(); !read)
            return m_context.usage(read.error().message);
        if (const auto read = readTemplate(); !read)
            return m_context.fail(read.error());
        auto reader = m_context.openReader();
        if (!reader)
            return m_context.fail(reader.error());
        m_wish.language = m_context.language();
        m_wish.made = exporting::sourceDate().value_or(CommandContext::now());
        return write(**reader);
    }

private:
    void addOptions()
    {
        CommandParser &parser = m_context.parser();
        parser.setApplicationDescription(
            tr("Writes a report on a range of sessions: a summary of the instruments, charts with numbered headlines, the "
               "verdicts on their numbers, notes on the quotes, sources. As %1. Needs no display.")
                .arg(report::reportFormats().join(QStringLiteral(", "))));
        m_context.addSharedOptions(CommandContext::kStoreOption | CommandContext::kForceOption);
        const auto option = [&parser](const char *name, const QString &what, const char *value) {
            parser.addOption({QLatin1String(name), what, QLatin1String(value)});
        };
        option("from", tr("First session, YYYY-MM-DD."), "DATE");
        option("to", tr("Last session, included."), "DATE");
        option("symbols", tr("Only these instruments, parted by commas, and what the news say of them."), "A,B");
        option("base", tr("Session whose close changes count from; without it, the first of the range."), "DATE");
        option("title", tr("Title; without it, made from the instruments."), "TEXT");
        option("template",
               tr("What the report consists of: %1, or a file of your own.")
                   .arg(report::builtInTemplates().join(QStringLiteral(", "))),
               "NAME|FILE");
        parser.addOption(
            {{QStringLiteral("o"), QStringLiteral("output")},
             tr("The file to write; its ending chooses the format. \"-\" is standard output, with --format."),
             QStringLiteral("FILE")});
        option("format", tr("Format on standard output."), "FORMAT");
    }

    static tl::unexpected<core::Error> wrong(const QString &text)
    {
        return core::failure(core::ErrorCode::InvalidInput, text);
    }

    core::Result<std::optional<core::SessionDate>> readDate(const char *option)
    {
        if (!m_context.isSet(option))
            return std::optional<core::SessionDate>();
        const QString text = m_context.value(option);
        std::optional<core::SessionDate> date = core::SessionDate::fromIso(text.toStdString());
        // Of a time, the session of the day on its own clock.
        if (!date && core::parseIsoTime(text.toStdString()))
            date = core::SessionDate::fromIso(text.left(10).toStdString());
        if (date)
            return date;
        if (const QString complaint = missingOffset(QStringLiteral("--") + QLatin1String(option), text);
            !complaint.isEmpty())
            return wrong(complaint);
        return wrong(tr("--%1 is a date such as 2025-01-27, not “%2”.").arg(QLatin1String(option), text));
    }

    core::Result<> readOptions()
    {
        const auto from = readDate("from");
        const auto to = readDate("to");
        const auto base = readDate("base");
        for (const auto *date : {&from, &to, &base}) {
            if (!*date)
                return tl::unexpected(date->error());
        }
        if (!*from || !*to)
            return wrong(tr("A report needs --from and --to."));
        if (**to < **from)
            return wrong(tr("--to lies before --from."));
        m_wish.from = **from;
        m_wish.to = **to;
        m_wish.base = *base;
        m_wish.title = m_context.value("title");
        for (const QString &symbol : m_context.value("symbols").split(u',', Qt::SkipEmptyParts))
            m_wish.symbols.append(symbol.trimmed());
        if (m_context.isSet("symbols") && m_wish.symbols.isEmpty())
            return wrong(tr("--symbols names no instrument."));
        return readOutput();
    }

    core::Result<> readOutput()
    {
        m_output = m_context.value("output");
        if (m_output.isEmpty())
            return wrong(tr("Name the file to write with -o."));
        m_suffix = isStandardOutput() ? m_context.value("format") : QFileInfo(m_output).suffix().toLower();
        if (!report::reportFormats().contains(m_suffix))
            return wrong(tr("A report is written as %1; the output is to end in one of them.")
                             .arg(report::reportFormats().join(QStringLiteral(", "))));
        return {};
    }

    core::Result<> readTemplate()
    {
        const QString name = m_context.isSet("template") ? m_context.value("template")
                                                         : report::builtInTemplates().constFirst();
        auto sections = report::builtInTemplates().contains(name) ? report::builtInTemplate(name)
                                                                  : report::loadTemplate(name);
        if (!sections)
            return tl::unexpected(sections.error());
        m_wish.sections = std::move(*sections);
        return {};
    }

    bool isStandardOutput() const { return m_output == QLatin1String("-"); }

    int write(store::StoreReader &reader)
    {
        const std::stop_token stop = m_context.interrupt().token();
        if (isStandardOutput())
            return print(reader, stop);
        const auto outcome = report::writeReport(reader, m_context.calendars(), m_wish, m_output, m_context.force(),
                                                 stop);
        return outcome ? finish(*outcome) : m_context.fail(outcome.error());
    }

    int print(store::StoreReader &reader, const std::stop_token &stop)
    {
        report::ReportOutcome outcome;
        const auto bytes = report::makeReport(reader, m_context.calendars(), m_wish, m_suffix, outcome, stop);
        if (!bytes)
            return m_context.fail(bytes.error());
        const bool written = std::fwrite(bytes->constData(), 1, std::size_t(bytes->size()), stdout)
                                 == std::size_t(bytes->size())
                             && std::fflush(stdout) == 0;
        return m_context.finish(written, finish(outcome));
    }

    int finish(const report::ReportOutcome &outcome) const
    {
        for (const QString &sentence : outcome.leftOut)
            m_context.say(sentence);
        return outcome.leftOut.isEmpty() ? kDone : kPartly;
    }

    CommandContext &m_context;
    report::ReportWish m_wish;
    QString m_output;
    QString m_suffix;
};

} // namespace

int runReport(CommandContext &context)
{
    return ReportCommand(context).run();
}

} // namespace tickmark::app
