// SPDX-License-Identifier: GPL-3.0-or-later
#include "../CommandContext.h"
#include "../TimeText.h"
#include "ClaimSummary.h"
#include "ClaimTexts.h"
#include "Commands.h"
#include <claims/ClaimJson.h>
#include <news/SafeText.h>
#include <pipeline/BarHistories.h>
#include <pipeline/ClaimJudge.h>

#include <QHash>

#include <algorithm>

namespace tickmark::app {

namespace {

QString iso(core::Time time)
{
    return QString::fromStdString(core::isoTime(time));
}

//! The text that the spans of a claim count in.
const QString &textOf(const store::NewsText &news, store::ClaimPlace place)
{
    switch (place) {
    case store::ClaimPlace::Title:
        return news.item.title;
    case store::ClaimPlace::Excerpt:
        return news.item.excerpt;
    case store::ClaimPlace::Tail:
        break;
    }
    return news.tail;
}

class CheckCommand
{
    Q_DECLARE_TR_FUNCTIONS(CheckCommand)

public:
    explicit CheckCommand(CommandContext &context) : m_context(context) {}

    int run()
    {
        CommandParser &parser = m_context.parser();
        parser.setApplicationDescription(
            tr("Prints what the quotes say of the numbers in the store's news: every claim with its verdict."));
        m_context.addSharedOptions(CommandContext::kStoreOption | CommandContext::kJsonOption
                                   | CommandContext::kCsvOption);
        parser.addOption(
            {QStringLiteral("symbol"), tr("Only claims about this instrument."), QStringLiteral("SYMBOL")});
        parser.addOption({QStringLiteral("from"), tr("First day of publication (UTC), or a time with its offset."),
                          QStringLiteral("TIME")});
        parser.addOption({QStringLiteral("to"),
                          tr("Last day of publication, included; or the time before which to stop."),
                          QStringLiteral("TIME")});
        if (!m_context.parse())
            return m_context.exitCode();
        if (!m_context.positional().isEmpty())
            return m_context.usage(tr("This command takes no files."));
        const auto times = publicationRange(m_context.value("from"), m_context.value("to"));
        if (!times)
            return m_context.usage(times.error().message);
        auto reader = m_context.openReader();
        if (!reader)
            return m_context.fail(reader.error());
        m_reader = std::move(*reader);
        if (const auto read = readClaims(*times); !read)
            return m_context.fail(read.error());
        switch (m_context.outputFormat()) {
        case OutputFormat::Json:
            return printJson();
        case OutputFormat::Csv:
            return printCsv();
        case OutputFormat::Plain:
            break;
        }
        return printTable();
    }

private:
    core::Result<> readClaims(core::TimeRange times)
    {
        const std::stop_token stop = m_context.interrupt().token();
        auto instruments = m_reader->instruments();
        auto claims = m_reader->claims(times, stop);
        if (!instruments || !claims)
            return tl::unexpected(instruments ? claims.error() : instruments.error());
        if (m_context.isSet("symbol")) {
            const auto wanted = m_reader->instrument(m_context.value("symbol"));
            if (!wanted)
                return tl::unexpected(wanted.error());
            std::erase_if(*claims, [&](const store::StoredClaim &claim) {
                return claim.claim.subject.instrumentId != wanted->id;
            });
        }
        // what the user said is no claim
        std::erase_if(
            *claims, [](const store::StoredClaim &claim) { return claim.correction && claim.correction->isDismissed; });
        m_claims = std::move(*claims);
        return judgeRest(std::move(*instruments), stop).and_then([&] { return readTexts(stop); });
    }

    //! The store may be in use by a program that has not come to it yet.
    core::Result<> judgeRest(std::vector<core::Instrument> instruments, const std::stop_token &stop)
    {
        pipeline::ClaimJudge judge(*m_reader, m_context.calendars(), std::move(instruments), CommandContext::now(),
                                   stop);
        for (store::StoredClaim &stored : m_claims) {
            if (stored.isJudged())
                continue;
            if (stop.stop_requested())
                return core::failure(core::ErrorCode::Cancelled, {});
            auto judged = judge.judge(stored.claim, stored.published);
            if (!judged)
                return tl::unexpected(judged.error());
            stored.verdict = std::move(judged->verdict);
        }
        return {};
    }

    core::Result<> readTexts(const std::stop_token &stop)
    {
        std::vector<qint64> ids;
        for (const store::StoredClaim &claim : m_claims) {
            if (ids.empty() || ids.back() != claim.newsId)
                ids.push_back(claim.newsId);
        }
        auto texts = m_reader->newsTexts(ids, stop);
        const auto rules = m_reader->textRules(stop);
        if (!texts || !rules)
            return tl::unexpected(texts ? rules.error() : texts.error());
        for (store::NewsText &text : *texts)
            m_news.insert(text.item.id, std::move(text));
        // taken back since the claims were read
        std::erase_if(m_claims, [this](const store::StoredClaim &claim) { return !m_news.contains(claim.newsId); });
        const auto unread = std::ranges::count_if(*rules, [](const store::TextRules &text) { return !text.rules; });
        if (unread > 0)
            m_context.say(tr("%n headline(s) were not searched for claims yet: open the store in the window, or import "
                             "something.",
                             nullptr, int(unread)));
        return {};
    }

    int printTable()
    {
        TableWriter table = m_context.table(QStringLiteral("claims"),
                                            {{QStringLiteral("published"), tr("Published (UTC)")},
                                             {QStringLiteral("publisher"), tr("Publisher")},
                                             {QStringLiteral("subject"), tr("Instrument")},
                                             {QStringLiteral("stated"), tr("Claim")},
                                             {QStringLiteral("verdict"), tr("Verdict")},
                                             {QStringLiteral("measured"), tr("Measured"), true},
                                             {QStringLiteral("text"), tr("Text")}});
        const ClaimTexts texts(m_context.language());
        ClaimSummary summary;
        for (const store::StoredClaim &stored : m_claims) {
            summary.add(stored);
            table.row({iso(stored.published), news::visibleLine(m_news.value(stored.newsId).item.publisher),
                       texts.subject(stored.claim), texts.stated(stored.claim),
                       texts.verdict(stored.claim, *stored.verdict), texts.measured(stored.claim, *stored.verdict),
                       texts.words(stored.claim)});
        }
        const int code = m_context.finish(table);
        if (code != kDone)
            return code;
        m_context.say(summary.text(m_context.formats()));
        if (const QString disagreement = ClaimTexts::disagreement(m_claims); !disagreement.isEmpty())
            m_context.say(disagreement);
        return code;
    }

    int printJson()
    {
        TableWriter table = m_context.table(QStringLiteral("claims"), {{QStringLiteral("news_id"), {}},
                                                                       {QStringLiteral("published"), {}},
                                                                       {QStringLiteral("publisher"), {}},
                                                                       {QStringLiteral("title"), {}},
                                                                       {QStringLiteral("place"), {}},
                                                                       {{}, {}}});
        const QLocale locale(m_context.language());
        for (const store::StoredClaim &stored : m_claims) {
            const store::NewsText &news = *m_news.constFind(stored.newsId);
            const claims::CodePointOffsets offsets(textOf(news, stored.place));
            QJsonObject details = claims::claimJson(stored.claim, &*stored.verdict, offsets, locale);
            details.insert(QStringLiteral("provisional"), stored.verdict->provisional);
            table.row({stored.newsId, iso(stored.published), news.item.publisher, news.item.title,
                       store::placeCode(stored.place), details});
        }
        return m_context.finish(table);
    }

    int printCsv()
    {
        TableWriter table = m_context.table(QStringLiteral("claims"),
                                            claimCsvColumns({{QStringLiteral("news_id"), {}},
                                                             {QStringLiteral("published"), {}},
                                                             {QStringLiteral("publisher"), {}}}));
        const QLocale locale(m_context.language());
        for (const store::StoredClaim &stored : m_claims)
            table.row(claimCsvCells({stored.newsId, iso(stored.published), m_news.value(stored.newsId).item.publisher},
                                    stored.claim, *stored.verdict, locale));
        return m_context.finish(table);
    }

    CommandContext &m_context;
    std::unique_ptr<store::StoreReader> m_reader;
    std::vector<store::StoredClaim> m_claims;
    QHash<qint64, store::NewsText> m_news;
};

} // namespace

int runCheck(CommandContext &context)
{
    return CheckCommand(context).run();
}

} // namespace tickmark::app
