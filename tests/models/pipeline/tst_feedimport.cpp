// SPDX-License-Identifier: GPL-3.0-or-later
#include "../store/StoreDump.h"
#include "../store/StoreTestSupport.h"
#include <pipeline/NewsExcerpt.h>
#include <pipeline/NewsImportJob.h>

using namespace tickmark;
using namespace tickmark::store;
using pipeline::FeedToImport;

namespace {

const core::Time kNow = *core::parseIsoTime("2025-01-28T08:00:00Z");
const core::Time kThen = *core::parseIsoTime("2025-01-27T18:00:00Z");

news::FeedItem item(const char *guid, const char *title, const char *content, const char *publisher = "")
{
    news::FeedItem made;
    made.guid = text(guid);
    made.title = text(title);
    made.content = text(content);
    made.source = text(publisher);
    made.published = kThen;
    made.language = text("de");
    return made;
}

FeedToImport feed(const char *source, const char *title, std::vector<news::FeedItem> items)
{
    FeedToImport made;
    made.feed.title = text(title);
    made.feed.items = std::move(items);
    made.options.source = text(source);
    made.options.now = kNow;
    made.name = QStringLiteral("https://%1.example/feed").arg(made.options.source.toLower());
    made.sha256 = QByteArray(32, source[0]);
    return made;
}

std::vector<FeedToImport> threeFeeds()
{
    return {feed("Eins", "Kontorblatt",
                 {item("1", "Nvidia-Aktie bricht ein", "Nvidia verlor am Montag 17 Prozent."),
                  item("2", "Wetter", "Es regnet.", "Agentur")}),
            feed("Zwei", "", {item("1", "Dax kaum bewegt", "Der Dax gewann 0,1 Prozent.")}), feed("Drei", "Leer", {})};
}

} // namespace

//! Feeds that were fetched and parsed on their way into the store.
class TestFeedImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void eachFeedIsAnImportOfItsSource();
    void publishersAreThoseOfTheItemTheFeedOrTheSource();
    void theSecondRunAddsNothing();
    void oneImportOfManyIsAsManyImportsOfOne();
    void whatTwoFeedsTellIsOneStory();
    void aStoryIsUpdatedByItsPublisher();
    void anotherLinkOrLanguageIsAChange();
    void allOfItOrNothing();
    void cancelledBeforeItBeginsLeavesNothing();
    void aDryRunStoresNothing();
    void noFeedsAreNoFault();

private:
    core::Result<std::vector<pipeline::NewsImportReport>> import(std::vector<FeedToImport> feeds,
                                                                 std::stop_token stop = {})
    {
        return pipeline::importFeeds(std::move(feeds), *m_reader, *m_writer, std::move(stop));
    }
    [[nodiscard]] std::vector<core::NewsItem> news() { return m_reader->news().value(); }
    [[nodiscard]] QString dump() const { return dumpStore(m_folder->store()); }

    std::unique_ptr<TestFolder> m_folder;
    std::unique_ptr<StoreWriter> m_writer;
    std::unique_ptr<StoreReader> m_reader;
};

void TestFeedImport::init()
{
    m_folder = std::make_unique<TestFolder>();
    VERIFY_RESULT(createStore(m_folder->store(), false, [](StoreWriter &writer) -> core::Result<> {
        core::Instrument nvidia = makeInstrument(text("NVDA"));
        nvidia.mic = text("XNAS");
        nvidia.names = {{text("de"), text("Nvidia"), {}, {}}};
        return writer.addInstrument(nvidia).result().map([](qint64) {});
    }));
    m_writer = std::move(*StoreWriter::open(m_folder->store()));
    m_reader = std::move(*StoreReader::open(m_folder->store()));
}

void TestFeedImport::cleanup()
{
    m_reader.reset();
    m_writer.reset();
    m_folder.reset();
}

void TestFeedImport::eachFeedIsAnImportOfItsSource()
{
    const auto reports = import(threeFeeds());
    VERIFY_RESULT(reports);
    QCOMPARE(reports->size(), 3U);
    QCOMPARE((*reports)[0].result.totals, (ImportTotals{2, 0, 0, 0, 0}));
    QCOMPARE((*reports)[0].claims, 1);
    QCOMPARE((*reports)[0].feedTitle, text("Kontorblatt"));
    QCOMPARE((*reports)[1].result.totals, (ImportTotals{1, 0, 0, 0, 0}));
    QCOMPARE((*reports)[2].result.importId, 0); // of a feed without items there is nothing to undo
    const auto imports = m_reader->imports();
    VERIFY_RESULT(imports);
    QCOMPARE(imports->size(), 2U);
    for (const ImportRecord &record : *imports) {
        const bool isFirst = record.id == (*reports)[0].result.importId;
        QCOMPARE(record.source, text(isFirst ? "Eins" : "Zwei"));
        QCOMPARE(record.origin, text(isFirst ? "https://eins.example/feed" : "https://zwei.example/feed"));
        QCOMPARE(record.sha256, QByteArray(32, isFirst ? 'E' : 'Z'));
        QCOMPARE(record.fetched, kNow);
    }
    QCOMPARE(m_reader->claims()->front().claim.subject.symbol, text("NVDA"));
    VERIFY_RESULT(m_writer->undoImport((*reports)[0].result.importId).result());
    QCOMPARE(news().size(), 1U); // the other feed's item stays
}

void TestFeedImport::publishersAreThoseOfTheItemTheFeedOrTheSource()
{
    VERIFY_RESULT(import(threeFeeds()));
    QMap<QString, QString> publishers;
    for (const core::NewsItem &one : news())
        publishers[one.title] = one.publisher;
    QCOMPARE(publishers[text("Nvidia-Aktie bricht ein")], text("Kontorblatt"));
    QCOMPARE(publishers[text("Wetter")], text("Agentur"));
    QCOMPARE(publishers[text("Dax kaum bewegt")], text("Zwei"));
}

void TestFeedImport::theSecondRunAddsNothing()
{
    const QString article = text("Die Aktie von Nvidia fiel am Montag um 3 Prozent. Mehr war nicht. ").repeated(60);
    const auto feeds = [&] {
        auto all = threeFeeds();
        all[0].feed.items.push_back(item("3", "Ein langer Artikel", qPrintable(article)));
        return all;
    };
    QVERIFY(article.size() > pipeline::kLongestExcerpt); // is cut on its way, and known again all the same
    VERIFY_RESULT(import(feeds()));
    const QString before = dump();
    const auto again = import(feeds());
    VERIFY_RESULT(again);
    QCOMPARE((*again)[0].result.totals, (ImportTotals{0, 0, 3, 0, 0}));
    for (const pipeline::NewsImportReport &report : *again)
        QCOMPARE(report.result.importId, 0);
    QCOMPARE(dump(), before);
}

void TestFeedImport::oneImportOfManyIsAsManyImportsOfOne()
{
    VERIFY_RESULT(import(threeFeeds()));
    const QString together = dump();
    cleanup();
    init();
    for (FeedToImport &one : threeFeeds())
        VERIFY_RESULT(pipeline::importFeed(std::move(one), *m_reader, *m_writer));
    QCOMPARE(dump(), together);
}

void TestFeedImport::whatTwoFeedsTellIsOneStory()
{
    auto first = item("a", "Nvidia-Aktie bricht ein", "Nvidia verlor am Montag 17 Prozent.", "Agentur");
    auto second = item("b", "Ein anderer Titel", "Derselbe Artikel.", "Boerse");
    first.link = second.link = text("https://agentur.example/1");
    const auto reports = import({feed("Eins", "A", {first}), feed("Zwei", "B", {second})});
    VERIFY_RESULT(reports);
    QCOMPARE((*reports)[1].result.totals, (ImportTotals{0, 0, 0, 1, 0}));
    QCOMPARE((*reports)[1].retold, 1);
    QCOMPARE(news().size(), 1U);
    QCOMPARE(news()[0].title, first.title);
}

void TestFeedImport::aStoryIsUpdatedByItsPublisher()
{
    VERIFY_RESULT(import(threeFeeds()));
    auto later = threeFeeds();
    later[0].feed.items[0].content = text("Nvidia verlor am Montag 18 Prozent.");
    const auto reports = import(std::move(later));
    VERIFY_RESULT(reports);
    QCOMPARE((*reports)[0].result.totals, (ImportTotals{0, 1, 1, 0, 0}));
    QCOMPARE(news().size(), 3U);
    QCOMPARE(m_reader->claims()->front().claim.low, 18.0);
}

//! Nothing but what stands in the window besides title and text: not passed over as unchanged.
void TestFeedImport::anotherLinkOrLanguageIsAChange()
{
    VERIFY_RESULT(import(threeFeeds()));
    auto later = threeFeeds();
    later[0].feed.items[0].link = text("https://blatt.example/neu");
    later[1].feed.items[0].language = text("en");
    const auto reports = import(std::move(later));
    VERIFY_RESULT(reports);
    QCOMPARE((*reports)[0].result.totals, (ImportTotals{0, 1, 1, 0, 0}));
    QCOMPARE((*reports)[1].result.totals, (ImportTotals{0, 1, 0, 0, 0}));
    QCOMPARE((*reports)[0].claims, 1); // found again for the text as it is now
}

//! A source without a name cannot be written: the feed before it goes with it.
void TestFeedImport::allOfItOrNothing()
{
    const QString before = dump();
    auto feeds = threeFeeds();
    feeds[1].options.source.clear();
    feeds[1].publisher = text("Jemand");
    QVERIFY(!import(std::move(feeds)));
    QCOMPARE(dump(), before);
}

void TestFeedImport::cancelledBeforeItBeginsLeavesNothing()
{
    const auto stop = std::make_unique<std::stop_source>();
    stop->request_stop();
    const QString before = dump();
    const auto reports = import(threeFeeds(), stop->get_token());
    QVERIFY(!reports);
    QCOMPARE(reports.error().code, core::ErrorCode::Cancelled);
    QCOMPARE(dump(), before);
}

void TestFeedImport::aDryRunStoresNothing()
{
    const QString before = dump();
    auto feeds = threeFeeds();
    for (FeedToImport &one : feeds)
        one.options.dryRun = true;
    const auto reports = import(std::move(feeds));
    VERIFY_RESULT(reports);
    QCOMPARE((*reports)[0].result.totals.inserted, 2);
    QCOMPARE(dump(), before);
}

void TestFeedImport::noFeedsAreNoFault()
{
    const auto reports = import({});
    VERIFY_RESULT(reports);
    QVERIFY(reports->empty());
}

QTEST_GUILESS_MAIN(TestFeedImport)

#include "tst_feedimport.moc"
