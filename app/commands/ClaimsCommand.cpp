// SPDX-License-Identifier: GPL-3.0-or-later
#include "../CommandContext.h"
#include "../TimeText.h"
#include "ClaimTexts.h"
#include "Commands.h"
#include <claims/ClaimJson.h>
#include <claims/Explanation.h>
#include <pipeline/NewsText.h>
#include <pipeline/TextCheck.h>
#include <sources/WholeInput.h>

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace tickmark::app {

namespace {

class ClaimsCommand
{
    Q_DECLARE_TR_FUNCTIONS(ClaimsCommand)

public:
    explicit ClaimsCommand(CommandContext &context) : m_context(context) {}

    int run()
    {
        CommandParser &parser = m_context.parser();
        parser.setApplicationDescription(tr("Finds the numbers that a plain text states about the moves and values of "
                                            "instruments, and says what the quotes of the store say of them. \"-\" is "
                                            "standard input."));
        parser.addPositionalArgument(
            QStringLiteral("FILE"),
            tr("The text, in German or English; up to %1 MB.").arg(pipeline::kLongestNewsBytes / 1'000'000));
        m_context.addSharedOptions(CommandContext::kStoreOption | CommandContext::kJsonOption
                                   | CommandContext::kCsvOption);
        parser.addOption({QStringLiteral("published"),
                          tr("When the text was published: a time with its offset, or a date for its end; without it, "
                             "now. It dates “on Monday” and the like."),
                          QStringLiteral("TIME")});
        parser.addOption({QStringLiteral("language"),
                          tr("Language of the text: de or en; without it, found by itself."), QStringLiteral("de|en")});
        if (!m_context.parse())
            return m_context.exitCode();
        if (m_context.positional().size() != 1)
            return m_context.usage(tr("Name one file with a text."));
        if (const auto options = readOptions(); !options)
            return m_context.usage(options.error().message);
        return check(m_context.positional().front());
    }

private:
    core::Result<> readOptions()
    {
        m_language = m_context.value("language");
        const bool isKnown = m_language == QLatin1String("de") || m_language == QLatin1String("en");
        if (m_context.isSet("language") && !isKnown)
            return core::failure(core::ErrorCode::InvalidInput, tr("--language is de or en."));
        m_published = CommandContext::now();
        if (!m_context.isSet("published"))
            return {};
        const auto published = publicationTime(QStringLiteral("--published"), m_context.value("published"),
                                               DayEnd::Last);
        if (!published)
            return tl::unexpected(published.error());
        m_published = *published;
        return {};
    }

    int check(const QString &file)
    {
        auto text = readText(file);
        if (!text)
            return m_context.fail(text.error());
        auto reader = m_context.openReader();
        if (!reader)
            return m_context.fail(reader.error());
        const auto rules = pipeline::TextCheckRules::load(**reader);
        if (!rules)
            return m_context.fail(rules.error());
        const auto checked = pipeline::checkText({*text, m_language, m_published, CommandContext::now()}, **rules,
                                                 **reader, m_context.calendars(), m_context.interrupt().token());
        if (!checked)
            return m_context.fail(checked.error());
        m_language = checked->language;
        const int code = print(*text, checked->claims);
        if (m_language.isEmpty() && code == kDone)
            m_context.say(tr("The text seems to be neither German nor English, the only languages that are read; "
                             "--language names one of them."));
        const auto isUnknown = [](const store::StoredClaim &claim) {
            return claim.verdict->code == claims::VerdictCode::NoData;
        };
        if (!m_context.isSet("published") && code == kDone && std::ranges::any_of(checked->claims, isUnknown))
            m_context.say(tr("The text is taken to have been published now; --published names another time."));
        return code;
    }

    int print(const QString &text, const std::vector<store::StoredClaim> &all)
    {
        switch (m_context.outputFormat()) {
        case OutputFormat::Json:
            return printJson(text, all);
        case OutputFormat::Csv:
            return printCsv(all);
        case OutputFormat::Plain:
            break;
        }
        return printTable(all);
    }

    core::Result<QString> readText(const QString &file)
    {
        auto source = sources::openInput(file);
        if (!source)
            return tl::unexpected(source.error());
        const auto bytes = pipeline::readNewsText(**source, m_context.interrupt().token());
        if (!bytes)
            return tl::unexpected(bytes.error());
        return sources::plainTextOf(*bytes, (*source)->name());
    }

    int printTable(const std::vector<store::StoredClaim> &all)
    {
        TableWriter table = m_context.table(QStringLiteral("claims"),
                                            {{QStringLiteral("subject"), tr("Instrument")},
                                             {QStringLiteral("stated"), tr("Claim")},
                                             {QStringLiteral("verdict"), tr("Verdict")},
                                             {QStringLiteral("measured"), tr("Measured"), true},
                                             {QStringLiteral("text"), tr("Text")}});
        const ClaimTexts texts(m_context.language());
        for (const store::StoredClaim &one : all)
            table.row({texts.subject(one.claim), texts.stated(one.claim), texts.verdict(one.claim, *one.verdict),
                       texts.measured(one.claim, *one.verdict), texts.words(one.claim)});
        const int code = m_context.finish(table);
        if (code == kDone && all.empty())
            m_context.say(tr("No claims."));
        if (const QString disagreement = ClaimTexts::disagreement(all); code == kDone && !disagreement.isEmpty())
            m_context.say(disagreement);
        return code;
    }

    int printCsv(const std::vector<store::StoredClaim> &all)
    {
        TableWriter table = m_context.table(QStringLiteral("claims"), claimCsvColumns({}));
        const QLocale locale(m_context.language());
        for (const store::StoredClaim &one : all)
            table.row(claimCsvCells({}, one.claim, *one.verdict, locale));
        return m_context.finish(table);
    }

    //! Claim by claim: as one document a long text's would take many times its size.
    int printJson(const QString &text, const std::vector<store::StoredClaim> &all)
    {
        const claims::CodePointOffsets offsets(text);
        const QLocale locale(m_context.language());
        const QJsonObject head{{QStringLiteral("schema"), 1},
                               {QStringLiteral("language"), m_language},
                               {QStringLiteral("published"), QString::fromStdString(core::isoTime(m_published))}};
        QByteArray line = QJsonDocument(head).toJson(QJsonDocument::Compact);
        line.chop(1); // the brace that closes it
        bool written = put(line + ",\"claims\":[");
        for (std::size_t i = 0; i < all.size() && written; ++i) {
            const QJsonObject object = claims::claimJson(all[i].claim, &*all[i].verdict, offsets, locale);
            written = put((i == 0 ? "\n" : ",\n") + QJsonDocument(object).toJson(QJsonDocument::Compact));
        }
        written = written && put(all.empty() ? "]}\n" : "\n]}\n") && std::fflush(stdout) == 0;
        return m_context.finish(written, kDone);
    }

    static bool put(const QByteArray &bytes)
    {
        return std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stdout) == std::size_t(bytes.size());
    }

    CommandContext &m_context;
    QString m_language;
    core::Time m_published;
};

} // namespace

int runClaims(CommandContext &context)
{
    return ClaimsCommand(context).run();
}

} // namespace tickmark::app
