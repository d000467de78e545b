// SPDX-License-Identifier: GPL-3.0-or-later
#include "NewsFile.h"

#include "FileScan.h"
#include <news/FeedParser.h>
#include <sources/WholeInput.h>
#include <store/StoreReader.h>

#include <QCoreApplication>
#include <QFileInfo>

namespace tickmark::dialogs {

namespace {

constexpr qsizetype kShownText = 200;

struct PreviewText
{
    Q_DECLARE_TR_FUNCTIONS(tickmark::dialogs::ImportPreview)
};

core::Result<news::Feed> readFeed(const QString &path, const std::stop_token &stop)
{
    auto source = sources::openInput(path);
    if (!source)
        return tl::unexpected(source.error());
    const auto bytes = sources::readWhole(**source, news::kMostFeedBytes, stop);
    if (!bytes)
        return tl::unexpected(bytes.error());
    auto feed = news::parseFeed(*bytes, {});
    if (feed)
        news::leaveOutUnreadable(*feed);
    return feed;
}

} // namespace

tl::expected<ImportPreview, PreviewFailure> loadNewsPreview(const ImportDraft &draft, std::string_view sample,
                                                            std::stop_token stop)
{
    const FileTrouble trouble = troubleOf(core::sniffContent(sample), sample);
    const QString name = QFileInfo(draft.path).fileName();
    auto feed = readFeed(draft.path, stop);
    if (!feed) {
        core::Error error = std::move(feed.error());
        error.message = QStringLiteral("%1: %2").arg(name, error.message);
        return tl::unexpected(PreviewFailure{std::move(error), trouble});
    }
    if (feed->items.empty())
        return tl::unexpected(PreviewFailure{
            {core::ErrorCode::InvalidInput, PreviewText::tr("%1 has no headlines.").arg(name), {}}, trouble});
    ImportPreview preview;
    preview.readAs = ReadAs::News;
    preview.namesSymbols = true;
    for (const QString &title : {PreviewText::tr("Headline"), PreviewText::tr("Excerpt")})
        preview.profile.columns.emplace_back().name = title;
    for (const news::FeedItem &item : feed->items) {
        if (int(preview.rows.size()) == ImportPreview::kRows)
            break;
        PreviewRow row;
        row.line = qint64(preview.rows.size()) + 1;
        row.cells = {item.title, item.summary.left(kShownText).simplified()};
        row.published = item.published ? item.published : item.updated;
        preview.rows.push_back(std::move(row));
    }
    return preview;
}

core::Result<ImportFacts> importNewsOf(const ImportJobInput &input, bool dryRun, const std::stop_token &stop)
{
    ImportFacts facts;
    facts.readAs = ReadAs::News;
    if (!input.writer)
        return facts;
    auto source = openMetered(input);
    if (!source)
        return tl::unexpected(source.error());
    const auto reader = store::StoreReader::open(input.writer->path());
    if (!reader)
        return tl::unexpected(reader.error());
    pipeline::NewsImportOptions options;
    options.origin = QFileInfo(input.draft.path).fileName();
    options.now = input.now;
    options.dryRun = dryRun;
    auto report = pipeline::importNews(**source, options, **reader, *input.writer, stop);
    if (!report)
        return tl::unexpected(report.error());
    facts.importId = report->result.importId;
    facts.totals = report->result.totals;
    facts.rows = report->items;
    facts.news = std::move(*report);
    return facts;
}

} // namespace tickmark::dialogs
