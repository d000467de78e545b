// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../store/StoreDump.h"
#include "../store/StoreTestSupport.h"
#include "FeedText.h"
#include <pipeline/NewsImportJob.h>

#include <array>
#include <memory>
#include <vector>

namespace tickmark::test {

inline const core::Time kNow = *core::parseIsoTime("2025-01-28T08:00:00Z");

inline QString cut(const QString &text, claims::TextSpan span)
{
    return text.mid(span.start, span.end - span.start);
}

//! A store that knows Nvidia, and news on their way into it. A base of tests: one store each from start() to stop().
class NewsImportBench
{
protected:
    void start()
    {
        m_folder = std::make_unique<store::TestFolder>();
        VERIFY_RESULT(store::createStore(m_folder->store(), false, [](store::StoreWriter &writer) -> core::Result<> {
            core::Instrument nvidia = store::makeInstrument(store::text("NVDA"));
            nvidia.mic = store::text("XNAS");
            nvidia.names = {{store::text("de"), store::text("Nvidia"), {}, {}}};
            return writer.addInstrument(nvidia).result().map([](qint64) {});
        }));
        m_writer = std::move(*store::StoreWriter::open(m_folder->store()));
        m_reader = std::move(*store::StoreReader::open(m_folder->store()));
    }
    void stop()
    {
        m_reader.reset();
        m_writer.reset();
        m_folder.reset();
    }

    core::Result<pipeline::NewsImportReport> import(const QByteArray &bytes, const char *name = "feed.xml",
                                                    std::stop_token stop = {}, bool dryRun = false)
    {
        auto source = sources::openBytes(bytes, store::text(name));
        if (!source)
            return tl::unexpected(source.error());
        pipeline::NewsImportOptions options;
        options.now = kNow;
        options.dryRun = dryRun;
        return pipeline::importNews(**source, options, *m_reader, *m_writer, std::move(stop));
    }
    [[nodiscard]] std::vector<core::NewsItem> news() { return m_reader->news().value(); }
    //! Every claim's words stand where it says.
    void checkPlaces()
    {
        const auto all = m_reader->claims();
        VERIFY_RESULT(all);
        for (const store::StoredClaim &claim : *all) {
            const auto texts = m_reader->newsTexts(std::array{claim.newsId});
            VERIFY_RESULT(texts);
            const store::NewsText &news = texts->front();
            const QString &of = claim.place == store::ClaimPlace::Title     ? news.item.title
                                : claim.place == store::ClaimPlace::Excerpt ? news.item.excerpt
                                                                            : news.tail;
            QCOMPARE(cut(of, claim.claim.span), claim.claim.text);
            QVERIFY(claim.claim.sentence.contains(claim.claim.span));
        }
    }

    std::unique_ptr<store::TestFolder> m_folder;
    std::unique_ptr<store::StoreWriter> m_writer;
    std::unique_ptr<store::StoreReader> m_reader;
};

} // namespace tickmark::test
