// SPDX-License-Identifier: GPL-3.0-or-later
#include "../store/StoreDump.h"
#include "../store/StoreTestSupport.h"
#include <pipeline/ClaimUpkeep.h>
#include <pipeline/NewsExcerpt.h>
#include <pipeline/NewsImportJob.h>

#include <set>

using namespace tickmark;
using namespace tickmark::store;
using claims::TextSpan;
using pipeline::NewsExcerpt;

namespace {

const core::Time kNow = *core::parseIsoTime("2025-01-28T08:00:00Z");

QByteArray feed(const QByteArray &items)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>Kontorblatt</title>"
           "<language>de</language>"
           + items + "</channel></rss>";
}

QByteArray item(const QByteArray &guid, const QByteArray &title, const QByteArray &text,
                const QByteArray &date = "Mon, 27 Jan 2025 18:00:00 GMT", const QByteArray &link = {})
{
    return "<item><guid>" + guid + "</guid><title>" + title + "</title><description>" + text + "</description>"
           + (date.isEmpty() ? QByteArray() : "<pubDate>" + date + "</pubDate>")
           + (link.isEmpty() ? QByteArray() : "<link>" + link + "</link>") + "</item>";
}

QString readable(const NewsText &news, ClaimPlace place)
{
    return place == ClaimPlace::Title ? news.item.title : place == ClaimPlace::Excerpt ? news.item.excerpt : news.tail;
}

QString cut(const QString &text, TextSpan span)
{
    return text.mid(span.start, span.end - span.start);
}

claims::Claim claimAt(const QString &text, const QString &sentence, const QString &words, const QString &context = {})
{
    const auto spanOf = [&](const QString &part) {
        const qsizetype at = text.indexOf(part);
        return TextSpan{at, at + part.size()};
    };
    claims::Claim claim;
    claim.sentence = spanOf(sentence);
    const qsizetype within = sentence.indexOf(words);
    claim.span = {claim.sentence.start + within, claim.sentence.start + within + words.size()};
    if (!context.isEmpty())
        claim.context.push_back(spanOf(context));
    return claim;
}

} // namespace

//! Feeds and texts on their way into the store: what a reader finds in the news list afterwards.
class TestNewsImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void shortTextIsKeptWhole();
    void longTextKeepsLeadAndClaims();
    void claimsWithoutRoomKeepTheirSentences();
    void feedBecomesNewsWithClaims();
    void claimsOfALongArticleSurviveTheCut();
    void newRulesFindCutClaimsAgain();
    void plainTextIsOneItem();
    void aLineIsAHeadline();
    void aLongTextIsReadToItsEnd();
    void marksOfDirectionAreNotKept();
    void textWithCommasIsNoTable_data();
    void textWithCommasIsNoTable();
    void sameFeedAgainChangesNothing();
    void storyToldAgain_data();
    void storyToldAgain();
    void retellingInOneFeed_data();
    void retellingInOneFeed();
    void olderRetellingChangesNothing();
    void anOriginalDoesNotReplaceItsUpdate_data();
    void anOriginalDoesNotReplaceItsUpdate();
    void sumsOfAFeed();
    void sumsOfTheSameFeedAgain();
    void dryRunStoresNothing();
    void itemsWithoutATrueDate_data();
    void itemsWithoutATrueDate();
    void aGoodDateStandsForAWrongOne();
    void languageIsGuessed();
    void undoTakesTheNewsBack();
    void cancelledImportLeavesNothing();
    void badInputLeavesNothing_data();
    void badInputLeavesNothing();

private:
    core::Result<pipeline::NewsImportReport> import(const QByteArray &bytes, const char *name = "feed.xml",
                                                    std::stop_token stop = {}, bool dryRun = false);
    [[nodiscard]] std::vector<core::NewsItem> news() { return m_reader->news().value(); }
    void checkPlaces();

    std::unique_ptr<TestFolder> m_folder;
    std::unique_ptr<StoreWriter> m_writer;
    std::unique_ptr<StoreReader> m_reader;
};

void TestNewsImport::init()
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

void TestNewsImport::cleanup()
{
    m_reader.reset();
    m_writer.reset();
    m_folder.reset();
}

core::Result<pipeline::NewsImportReport> TestNewsImport::import(const QByteArray &bytes, const char *name,
                                                                std::stop_token stop, bool dryRun)
{
    auto source = sources::openBytes(bytes, text(name));
    if (!source)
        return tl::unexpected(source.error());
    pipeline::NewsImportOptions options;
    options.now = kNow;
    options.dryRun = dryRun;
    return pipeline::importNews(**source, options, *m_reader, *m_writer, std::move(stop));
}

//! Every claim's words stand where it says.
void TestNewsImport::checkPlaces()
{
    const auto all = m_reader->claims();
    VERIFY_RESULT(all);
    for (const StoredClaim &claim : *all) {
        const auto texts = m_reader->newsTexts(std::array{claim.newsId});
        VERIFY_RESULT(texts);
        const QString of = readable(texts->front(), claim.place);
        QCOMPARE(cut(of, claim.claim.span), claim.claim.text);
        QVERIFY(claim.claim.sentence.contains(claim.claim.span));
    }
}

void TestNewsImport::shortTextIsKeptWhole()
{
    const QString whole = text("Nvidia verlor 17 %. Mehr nicht.");
    const NewsExcerpt excerpt(whole, {claimAt(whole, text("Nvidia verlor 17 %."), text("17 %"))});
    QCOMPARE(excerpt.text(), whole);
    QVERIFY(excerpt.tail().isEmpty());
}

void TestNewsImport::longTextKeepsLeadAndClaims()
{
    const QString lead = text(
        "Die Börsen haben einen schwarzen Tag erlebt, wie es ihn lange nicht gab, und die Händler "
        "suchten am Abend nach Gründen dafür. ");
    const QString filling = text("Niemand wollte darüber sprechen. ").repeated(60);
    const QString named = text("Es ging um Nvidia.");
    const QString stated = text("Der Kurs fiel um 17 % 🙂.");
    const QString whole = lead + filling + named + QLatin1Char(' ') + filling + stated + QLatin1Char(' ') + filling;
    const claims::Claim claim = claimAt(whole, stated, text("17 %"), named);
    const NewsExcerpt excerpt(whole, {claim});
    QVERIFY(excerpt.text().size() <= pipeline::kLongestExcerpt);
    QVERIFY(excerpt.text().startsWith(lead.trimmed()));
    QVERIFY(excerpt.text().contains(named)); // without it nobody knows whose price fell
    const PlacedClaim placed = excerpt.placed(claim);
    QCOMPARE(placed.place, ClaimPlace::Excerpt);
    QCOMPARE(cut(excerpt.text(), placed.claim.span), text("17 %"));
    QCOMPARE(cut(excerpt.text(), placed.claim.sentence), stated);
}

void TestNewsImport::claimsWithoutRoomKeepTheirSentences()
{
    QString whole = text("Ein Überblick über die Kurse des Tages, wie sie am Abend standen, mit allen Werten. ");
    std::vector<QString> sentences;
    for (int i = 0; i < 60; ++i) {
        sentences.push_back(
            QStringLiteral("Der Wert Nummer %1 aus dem Index verlor bis zum Abend %2 %.").arg(i).arg(i + 1));
        whole += sentences.back() + QLatin1Char(' ');
    }
    std::vector<claims::Claim> all;
    for (int i = 0; i < 60; ++i)
        all.push_back(claimAt(whole, sentences[size_t(i)], QStringLiteral("%1 %").arg(i + 1)));
    const NewsExcerpt excerpt(whole, all);
    QVERIFY(excerpt.text().size() <= pipeline::kLongestExcerpt);
    int inTail = 0;
    for (int i = 0; i < 60; ++i) {
        const PlacedClaim placed = excerpt.placed(all[size_t(i)]);
        const bool isTail = placed.place == ClaimPlace::Tail;
        inTail += isTail ? 1 : 0;
        QCOMPARE(cut(isTail ? excerpt.tail() : excerpt.text(), placed.claim.sentence), sentences[size_t(i)]);
        QCOMPARE(cut(isTail ? excerpt.tail() : excerpt.text(), placed.claim.span), QStringLiteral("%1 %").arg(i + 1));
    }
    QVERIFY(inTail > 20 && inTail < 60);
}

void TestNewsImport::feedBecomesNewsWithClaims()
{
    const auto report = import(feed(item("1", "Nvidia-Aktie bricht ein",
                                         "&lt;p&gt;Nvidia verlor am Montag &lt;b&gt;17 Prozent&lt;/b&gt;.&lt;/p&gt;"
                                         "&lt;script&gt;alert(1)&lt;/script&gt;")
                                    + item("2", "Wetter", "Es regnet.")));
    VERIFY_RESULT(report);
    QVERIFY(report->isFeed);
    QCOMPARE(report->items, 2);
    QCOMPARE(report->result.totals.inserted, 2);
    QCOMPARE(news().size(), 2U);
    QCOMPARE(news()[0].excerpt, text("Nvidia verlor am Montag 17 Prozent."));
    QCOMPARE(news()[0].publisher, text("Kontorblatt"));
    QCOMPARE(report->claims, 1);
    const auto claims = m_reader->claims();
    QCOMPARE(claims->size(), 1U);
    QCOMPARE(claims->front().claim.low, 17.0);
    QCOMPARE(claims->front().claim.subject.symbol, text("NVDA"));
    checkPlaces();
}

void TestNewsImport::claimsOfALongArticleSurviveTheCut()
{
    QByteArray article = "Die Börsen haben einen schwarzen Tag erlebt, wie es ihn lange nicht gab. ";
    const QByteArray filling = QByteArray("Niemand wollte am Abend darüber sprechen, wie es weitergeht. ").repeated(12);
    for (int i = 1; i <= 40; ++i)
        article += filling + "Die Aktie von Nvidia fiel am Montag um " + QByteArray::number(i) + " Prozent. ";
    VERIFY_RESULT(import(feed(item("1", "Kurse", article))));
    QVERIFY(news()[0].excerpt.size() <= pipeline::kLongestExcerpt);
    const auto claims = m_reader->claims();
    QCOMPARE(claims->size(), 40U);
    QVERIFY(std::ranges::any_of(*claims, [](const StoredClaim &claim) { return claim.place == ClaimPlace::Tail; }));
    checkPlaces();
}

void TestNewsImport::newRulesFindCutClaimsAgain()
{
    claimsOfALongArticleSurviveTheCut();
    VERIFY_RESULT(m_writer->addInstrument(makeInstrument(text("ZZZZ"))).result()); // a name more: other rules
    const auto kept = pipeline::keepClaims(*m_reader, *m_writer, core::CalendarSet(text(":/calendars")), kNow);
    VERIFY_RESULT(kept);
    QCOMPARE(kept->texts, 1);
    const auto claims = m_reader->claims();
    QCOMPARE(claims->size(), 40U);
    std::set<double> numbers;
    for (const StoredClaim &claim : *claims) {
        numbers.insert(claim.claim.low);
        QCOMPARE(claim.claim.subject.symbol, text("NVDA"));
    }
    QCOMPARE(numbers.size(), 40U);
    checkPlaces();
}

void TestNewsImport::plainTextIsOneItem()
{
    const auto report = import("Nvidia bricht ein\r\n\r\nNvidia verlor am Montag 17 Prozent.\r\n", "artikel.txt");
    VERIFY_RESULT(report);
    QVERIFY(!report->isFeed);
    QCOMPARE(news().size(), 1U);
    QCOMPARE(news()[0].title, text("Nvidia bricht ein"));
    QVERIFY(news()[0].excerpt.contains(text("17 Prozent")));
    QCOMPARE(news()[0].publisher, text("artikel"));
    QCOMPARE(news()[0].published, kNow);
    QCOMPARE(news()[0].language, text("de"));
    checkPlaces();
}

//! A text of one line is its headline, and its claims are counted once.
void TestNewsImport::aLineIsAHeadline()
{
    const auto report = import("Nvidia verlor am Montag 17 Prozent.", "zeile.txt");
    VERIFY_RESULT(report);
    QCOMPARE(news()[0].title, text("Nvidia verlor am Montag 17 Prozent."));
    QCOMPARE(news()[0].excerpt, QString());
    QCOMPARE(report->claims, 1);
}

//! Nothing of a text is cut off unsaid: what is found in it is what `claims` finds.
void TestNewsImport::aLongTextIsReadToItsEnd()
{
    const QByteArray sentence = "Der Handel verlief am Montag ruhig.\n";
    const auto report = import("Nvidia verlor am Montag 17 Prozent.\n" + sentence.repeated(1'100'000 / sentence.size())
                                   + "Der Dow stieg um 0,65 Prozent.",
                               "lang.txt");
    VERIFY_RESULT(report);
    QCOMPARE(report->claims, 2);
}

//! Marks of direction and control characters are gone from what is stored, and every claim is where the text has it.
void TestNewsImport::marksOfDirectionAreNotKept()
{
    const auto report = import(
        feed(item("1", "\xe2\x80\xaeNvidia f\xc3\xa4llt um 17 %",
                  "Nvidia \xe2\x81\xa6verlor\xe2\x81\xa9 17 Prozent&lt;br&gt;Dow &amp;#7;plus 0,65 %.",
                  "Mon, 27 Jan 2025 20:00:00 GMT")));
    VERIFY_RESULT(report);
    QCOMPARE(news()[0].title, text("Nvidia fällt um 17 %"));
    QCOMPARE(news()[0].excerpt, text("Nvidia verlor 17 Prozent\nDow plus 0,65 %."));
    QVERIFY(report->claims >= 3);
    checkPlaces();
}

//! Prose with commas is no table, whatever a table may look like.
void TestNewsImport::textWithCommasIsNoTable_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("two commas a line") << QByteArray(
        "Nvidia, AMD, Intel fallen\nEins, zwei, drei Prozent verloren sie.\n"
        "Heute, morgen, immer wieder.\n");
    QTest::newRow("one line") << QByteArray("Nvidia fiel um 17,0 Prozent, Broadcom um 17,4 Prozent, AMD um 6,4.");
    QTest::newRow("lines of one comma") << QByteArray(
        "Kurse,\nNvidia fiel,AMD auch.\nDax stieg,Dow auch.\nMehr,nicht.\n");
}

void TestNewsImport::textWithCommasIsNoTable()
{
    QFETCH(QByteArray, bytes);
    VERIFY_RESULT(import(bytes, "artikel.txt"));
    QCOMPARE(news().size(), 1U);
}

void TestNewsImport::sameFeedAgainChangesNothing()
{
    const QByteArray bytes = feed(item("1", "Nvidia-Aktie bricht ein", "Nvidia verlor am Montag 17 Prozent."));
    VERIFY_RESULT(import(bytes));
    const QString before = dumpStore(m_folder->store());
    const auto again = import(bytes);
    VERIFY_RESULT(again);
    QCOMPARE(again->result.importId, 0);
    QCOMPARE(again->result.totals.unchanged, 1);
    QCOMPARE(dumpStore(m_folder->store()), before);
}

void TestNewsImport::storyToldAgain_data()
{
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<int>("items");
    const QByteArray date = "Mon, 27 Jan 2025 20:00:00 GMT";
    QTest::newRow("same guid, text corrected")
        << item("1", "Nvidia-Aktie bricht deutlich ein", "Jetzt 18 %.", date) << 1;
    QTest::newRow("another guid, same link")
        << item("9", "Ganz anders", "Jetzt 18 %.", date, "https://example.org/a") << 1;
    QTest::newRow("another guid, same title")
        << item("9", "Nvidia-Aktie bricht deutlich ein", "Jetzt 18 %.", date, "https://example.org/b") << 1;
    QTest::newRow("same title a week later")
        << item("9", "Nvidia-Aktie bricht deutlich ein", "Jetzt 18 %.", "Sun, 19 Jan 2025 20:00:00 GMT") << 2;
    QTest::newRow("another story") << item("9", "Dax kaum bewegt", "Der Dax schloss behauptet.", date) << 2;
}

void TestNewsImport::storyToldAgain()
{
    QFETCH(QByteArray, second);
    QFETCH(int, items);
    VERIFY_RESULT(import(feed(item("1", "Nvidia-Aktie bricht deutlich ein", "Nvidia verlor am Montag 17 Prozent.",
                                   "Mon, 27 Jan 2025 18:00:00 GMT", "https://example.org/a"))));
    VERIFY_RESULT(import(feed(second)));
    QCOMPARE(int(news().size()), items);
    if (items == 1) { // the newer text, the first time
        QVERIFY(news()[0].excerpt.contains(text("18 %")));
        QCOMPARE(core::isoTime(news()[0].published), std::string("2025-01-27T18:00:00Z"));
    }
}

void TestNewsImport::retellingInOneFeed_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    const QByteArray early = "Mon, 27 Jan 2025 16:00:00 GMT";
    const QByteArray late = "Mon, 27 Jan 2025 20:00:00 GMT";
    const QByteArray title = "Nvidia-Aktie bricht deutlich ein";
    const QByteArray now = "Jetzt 18 %.";
    const QByteArray then = "Nvidia verlor 17 %.";
    QTest::newRow("newest first, mark behind")
        << item("2", title + " (Update)", now, late) << item("1", title, then, early);
    QTest::newRow("newest last, numbered mark behind")
        << item("1", title, then, early) << item("2", title + " (Update 2)", now, late);
    QTest::newRow("mark before") << item("1", title, then, early) << item("2", "UPDATE 1-" + title, now, late);
    QTest::newRow("two updates") << item("2", title + " (Update 2)", now, late)
                                 << item("1", "UPDATE 1-" + title, then, early);
    QTest::newRow("the same link") << item("1", title, then, early, "https://example.org/a")
                                   << item("2", "Anders", now, late, "https://example.org/a");
    QTest::newRow("without a date") << item("2", title, now, late) << item("1", title, then, "");
}

//! A story and its update: one headline, with the newest text at the first time, however often the feed is read.
void TestNewsImport::retellingInOneFeed()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    const bool isDated = second.contains("pubDate");
    const auto report = import(feed(first + second));
    VERIFY_RESULT(report);
    QCOMPARE(report->items, 2);
    QCOMPARE(report->retold, 1);
    QCOMPARE(report->result.totals, (ImportTotals{1, 0, 0, 1, 0}));
    const auto check = [&] {
        QCOMPARE(news().size(), 1U);
        QVERIFY(news()[0].excerpt.contains(text("18 %")));
        QCOMPARE(core::isoTime(news()[0].published),
                 std::string(isDated ? "2025-01-27T16:00:00Z" : "2025-01-27T20:00:00Z"));
    };
    check();
    const QString before = dumpStore(m_folder->store());
    const auto again = import(feed(first + second));
    VERIFY_RESULT(again);
    QCOMPARE(again->result.totals, (ImportTotals{0, 0, 1, 1, 0}));
    QCOMPARE(dumpStore(m_folder->store()), before);
    check();
}

void TestNewsImport::olderRetellingChangesNothing()
{
    const QByteArray title = "Nvidia-Aktie bricht deutlich ein";
    VERIFY_RESULT(import(feed(item("2", title + " (Update)", "Jetzt 18 %.", "Mon, 27 Jan 2025 20:00:00 GMT"))));
    const auto report = import(feed(item("1", title, "Nvidia verlor 17 %.", "Mon, 27 Jan 2025 16:00:00 GMT")));
    VERIFY_RESULT(report);
    QCOMPARE(report->result.totals, (ImportTotals{0, 0, 0, 1, 0}));
    QVERIFY(news()[0].excerpt.contains(text("18 %")));
}

void TestNewsImport::anOriginalDoesNotReplaceItsUpdate_data()
{
    QTest::addColumn<QByteArray>("stored");
    QTest::addColumn<QByteArray>("original");
    QTest::addColumn<bool>("isReplaced");
    const QByteArray title = "Nvidia-Aktie bricht deutlich ein";
    QTest::newRow("mark behind") << title + " (Update)" << title << false;
    QTest::newRow("mark before") << "UPDATE 1-" + title << title << false;
    QTest::newRow("an earlier update") << title + " (Update 2)"
                                       << "UPDATE 1-" + title << false;
    QTest::newRow("a later update") << "UPDATE 1-" + title << title + " (Update 2)" << true;
    QTest::newRow("no update") << title << title << true; // the publisher has mended the text
    QTest::newRow("once a flash") << "Eilmeldung: " + title << title << true;
}

//! A story in the words of its update, and then a feed that has only the original yet, under the id of the story.
void TestNewsImport::anOriginalDoesNotReplaceItsUpdate()
{
    QFETCH(QByteArray, stored);
    QFETCH(QByteArray, original);
    QFETCH(bool, isReplaced);
    const QByteArray date = "Mon, 27 Jan 2025 16:00:00 GMT";
    VERIFY_RESULT(import(feed(item("1", stored, "Jetzt 18 %.", date))));
    const auto report = import(feed(item("1", original, "Nvidia verlor 17 %.", date)));
    VERIFY_RESULT(report);
    QCOMPARE(report->result.totals, isReplaced ? (ImportTotals{0, 1, 0, 0, 0}) : (ImportTotals{0, 0, 0, 1, 0}));
    QCOMPARE(news().size(), 1U);
    QVERIFY(news()[0].excerpt.contains(text(isReplaced ? "17 %" : "18 %")));
}

//! What an import says of its items adds up to what the feed has.
void TestNewsImport::sumsOfAFeed()
{
    const QByteArray date = "Mon, 27 Jan 2025 18:00:00 GMT";
    const auto report = import(
        feed(item("1", "Nvidia-Aktie steigt am Montag deutlich um 3 Prozent", "Eins.", date,
                  "https://example.org/a?id=1&amp;utm_source=rss&amp;fbclid=x")
             + item("2", "Nvidia-Aktie faellt am Montag deutlich um 3 Prozent", "Zwei.", date)
             + item("3", "Update: Nvidia-Aktie steigt am Montag deutlich um 3 Prozent", "Drei.", date)
             + "<item><guid>4</guid></item>"));
    VERIFY_RESULT(report);
    QCOMPARE(report->items, 3);
    QCOMPARE(report->retold, 1);
    QCOMPARE(report->result.totals.inserted, 2);
    QCOMPARE(report->result.totals.duplicate, 1);
    QCOMPARE(report->result.totals.rejected, 1);
    QCOMPARE(int(report->problems.size()), 1);
    const std::vector<core::NewsItem> stored = news();
    QVERIFY(std::ranges::any_of(
        stored, [](const core::NewsItem &story) { return story.link == text("https://example.org/a?id=1"); }));
}

void TestNewsImport::sumsOfTheSameFeedAgain()
{
    const QByteArray date = "Mon, 27 Jan 2025 18:00:00 GMT";
    const QByteArray bytes = feed(
        item("1", "Nvidia-Aktie steigt am Montag", "Eins.", date) + item("2", "Dax kaum bewegt", "Zwei.", date)
        + item("3", "Update: Nvidia-Aktie steigt am Montag", "Drei.", date) + "<item><guid>4</guid></item>");
    const auto first = import(bytes);
    VERIFY_RESULT(first);
    QCOMPARE(first->result.totals, (ImportTotals{2, 0, 0, 1, 1}));
    QCOMPARE(m_reader->imports()->front().totals, first->result.totals); // the list says what the import said
    for (int i = 0; i < 2; ++i) {
        const auto again = import(bytes);
        VERIFY_RESULT(again);
        QCOMPARE(again->result.totals, (ImportTotals{0, 0, 2, 1, 1}));
        QCOMPARE(again->items, 3);
        QCOMPARE(again->retold, 1);
    }
}

void TestNewsImport::dryRunStoresNothing()
{
    const QByteArray date = "Mon, 27 Jan 2025 18:00:00 GMT";
    VERIFY_RESULT(import(feed(item("1", "Dax kaum bewegt", "Der Dax gewann 0,1 Prozent.", date))));
    const QString before = dumpStore(m_folder->store());
    const QByteArray bytes = feed(item("1", "Dax kaum bewegt", "Der Dax gewann 0,2 Prozent.", date)
                                  + item("2", "Nvidia-Aktie bricht ein", "Nvidia verlor am Montag 17 Prozent.", date)
                                  + item("3", "Nvidia-Aktie bricht ein (Update)", "Mehr.", date));
    const auto report = import(bytes, "feed.xml", {}, true);
    VERIFY_RESULT(report);
    QCOMPARE(report->result.importId, 0);
    QCOMPARE(report->result.totals, (ImportTotals{1, 1, 0, 1, 0}));
    QCOMPARE(report->items, 3);
    QVERIFY(report->claims >= 1);
    QCOMPARE(dumpStore(m_folder->store()), before);
    const auto then = import(bytes);
    VERIFY_RESULT(then);
    QCOMPARE(then->result.totals, report->result.totals);
}

void TestNewsImport::itemsWithoutATrueDate_data()
{
    QTest::addColumn<QByteArray>("date");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("unreadable") << QByteArray("gestern");
    QTest::newRow("years ahead") << QByteArray("Tue, 27 Jan 2099 18:00:00 GMT");
    QTest::newRow("a day that is none") << QByteArray("31.02.2025 25:61");
    QTest::newRow("before there was a market") << QByteArray("Mon, 27 Jan 1800 18:00:00 GMT");
    QTest::newRow("the year 1") << QByteArray("Sat, 01 Jan 0001 00:00:00 GMT");
    QTest::newRow("beyond what a time can be") << QByteArray("Tue, 27 Jan 9999 18:00:00 GMT");
}

void TestNewsImport::itemsWithoutATrueDate()
{
    QFETCH(QByteArray, date);
    const auto report = import(feed(item("1", "Nvidia-Aktie", "Nvidia verlor 17 Prozent.", date)));
    VERIFY_RESULT(report);
    QCOMPARE(report->undated, date.isEmpty() ? 1 : 0);
    QCOMPARE(report->misdated, date.isEmpty() ? 0 : 1);
    QCOMPARE(report->wrongDates, date.isEmpty() ? QStringList() : QStringList{QString::fromLatin1(date)});
    QCOMPARE(news()[0].published, kNow);
}

//! An item with two dates is dated by the one that can be right.
void TestNewsImport::aGoodDateStandsForAWrongOne()
{
    QByteArray bytes = feed(item("1", "Nvidia-Aktie", "Nvidia verlor 17 Prozent.", "Tue, 27 Jan 2099 18:00:00 GMT"));
    bytes.replace("<pubDate>", "<atom:updated xmlns:atom=\"http://www.w3.org/2005/Atom\">2025-01-27T18:00:00Z"
                               "</atom:updated><pubDate>");
    const auto report = import(bytes);
    VERIFY_RESULT(report);
    QCOMPARE(report->undated + report->misdated, 0);
    QCOMPARE(core::isoTime(news()[0].published), std::string("2025-01-27T18:00:00Z"));
}

void TestNewsImport::languageIsGuessed()
{
    QByteArray bytes = feed(item("1", "Stocks slide as chip makers fall",
                                 "Shares of the chip maker fell sharply on Monday and the market closed lower."));
    bytes.replace("<language>de</language>", "");
    VERIFY_RESULT(import(bytes));
    QCOMPARE(news()[0].language, text("en"));
}

void TestNewsImport::undoTakesTheNewsBack()
{
    const auto report = import(feed(item("1", "Nvidia-Aktie bricht ein", "Nvidia verlor am Montag 17 Prozent.")));
    VERIFY_RESULT(report);
    VERIFY_RESULT(m_writer->undoImport(report->result.importId).result());
    QVERIFY(news().empty());
    QVERIFY(m_reader->claims()->empty());
}

void TestNewsImport::cancelledImportLeavesNothing()
{
    auto stop = std::make_unique<std::stop_source>();
    stop->request_stop();
    const QString before = dumpStore(m_folder->store());
    const auto report = import(feed(item("1", "a", "b")), "feed.xml", stop->get_token());
    QVERIFY(!report.has_value());
    QCOMPARE(report.error().code, core::ErrorCode::Cancelled);
    QCOMPARE(dumpStore(m_folder->store()), before);
}

void TestNewsImport::badInputLeavesNothing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("blanks") << QByteArray("  \n\n ");
    QTest::newRow("binary") << QByteArray("\x7f"
                                          "ELF\0\0\1\2\3\0\0\0",
                                          12)
                                   + QByteArray(1000, '\0');
    QTest::newRow("web page") << QByteArray("<!DOCTYPE html><html><body>Nvidia fiel um 17 %.</body></html>");
    QTest::newRow("XML that is no feed") << QByteArray("<?xml version=\"1.0\"?><invoice><sum>17</sum></invoice>");
    QTest::newRow("JSON that is no feed") << QByteArray("{\"a\": [1, 2, 3]}");
    QTest::newRow("bracket bomb, JSON") << QByteArray(1'000'000, '[');
    QTest::newRow("bracket bomb, XML") << "<?xml version=\"1.0\"?><rss>" + QByteArray("<a>").repeated(300'000);
    QByteArray entities = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\">";
    for (char c = 'b'; c <= 'j'; ++c)
        entities += QByteArray("<!ENTITY ") + c + " \""
                    + QByteArray("&" + QByteArray(1, char(c - 1)) + ";").repeated(10) + "\">";
    QTest::newRow("entity bomb") << entities + "]><rss><channel><item><title>&j;</title></item></channel></rss>";
    QTest::newRow("table") << QByteArray("date,open,high,low,close\n2025-01-27,1,2,1,2\n2025-01-28,1,2,1,2\n");
    QTest::newRow("table with semicolons") << QByteArray("Datum;Titel;Text\n27.01.2025;Dax;\"Der Dax, der fiel.\"\n"
                                                         "28.01.2025;Dow;\"Der Dow; auch.\"\n");
    QTest::newRow("too long for a news text") << QByteArray("Der Kurs fiel um 17 %. ").repeated(200'000);
}

void TestNewsImport::badInputLeavesNothing()
{
    QFETCH(QByteArray, bytes);
    const QString before = dumpStore(m_folder->store());
    const auto report = import(bytes, "x");
    QVERIFY(!report.has_value());
    QVERIFY(!report.error().message.isEmpty());
    QCOMPARE(dumpStore(m_folder->store()), before);
}

QTEST_GUILESS_MAIN(TestNewsImport)
#include "tst_newsimport.moc"
