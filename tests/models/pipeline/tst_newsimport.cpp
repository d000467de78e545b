// SPDX-License-Identifier: GPL-3.0-or-later
#include "NewsImportBench.h"
#include <pipeline/ClaimUpkeep.h>
#include <pipeline/NewsExcerpt.h>

#include <algorithm>
#include <set>

using namespace tickmark;
using namespace tickmark::store;
using namespace tickmark::test;
using claims::TextSpan;
using pipeline::NewsExcerpt;

namespace {

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
class TestNewsImport : public QObject, private NewsImportBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { stop(); }

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
    void itemsWithoutATrueDate_data();
    void itemsWithoutATrueDate();
    void aGoodDateStandsForAWrongOne();
    void languageIsGuessed();
    void undoTakesTheNewsBack();
    void cancelledImportLeavesNothing();
    void badInputLeavesNothing_data();
    void badInputLeavesNothing();
};

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
