// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimMaker.h"
#include "SessionSupport.h"
#include <store/StoreReader.h>

#include <QTest>

using namespace tickmark;
using namespace tickmark::tables;
using namespace Qt::StringLiterals;

//! What all views of claims look things up in.
class ClaimBookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void claimsOfAnItemInTheOrderOfItsText();
    void aClaimIsFoundByItsKey();
    void claimsOfAnItemThatHasGoneAreLeftOut();
    void subjectsAreNamed_data();
    void subjectsAreNamed();
    void titlesCannotImitateTheirSurroundings();
    void theSampleIsReadFromItsStore();
    void readingCanBeStopped();
};

void ClaimBookTest::claimsOfAnItemInTheOrderOfItsText()
{
    const ClaimBook book({ClaimMaker().in(1), ClaimMaker().in(1, 1), ClaimMaker().in(2)},
                         {newsOf(1, u"A"_s, u"a"_s), newsOf(2, u"B"_s, u"b"_s), newsOf(3, u"C"_s, u"c"_s)}, {},
                         u"de"_s);
    QCOMPARE(book.claims().size(), 3u);
    QCOMPARE(book.ofNews(1).size(), 2u);
    QCOMPARE(book.ofNews(1)[1].claim.nth, 1);
    QCOMPARE(book.ofNews(2).size(), 1u);
    QCOMPARE(book.newsOf(book.ofNews(2)[0]).publisher, u"B"_s);
    QVERIFY(book.ofNews(3).empty());
    QVERIFY(book.ofNews(4).empty());
}

void ClaimBookTest::aClaimIsFoundByItsKey()
{
    const store::StoredClaim second = ClaimMaker().in(1, 1);
    const ClaimBook book({ClaimMaker().in(1), second}, {newsOf(1, u"A"_s, u"a"_s)}, {}, u"de"_s);
    QCOMPARE(book.find(second.key()), &book.claims()[1]);
    store::ClaimKey other = second.key();
    other.part = 1;
    QVERIFY(!book.find(other));
    other = second.key();
    other.newsId = 9;
    QVERIFY(!book.find(other));
}

void ClaimBookTest::claimsOfAnItemThatHasGoneAreLeftOut()
{
    const ClaimBook book({ClaimMaker().in(1), ClaimMaker().in(2), ClaimMaker().in(3)},
                         {newsOf(1, u"A"_s, u"a"_s), newsOf(3, u"C"_s, u"c"_s)}, {}, u"de"_s);
    QCOMPARE(book.claims().size(), 2u);
    QVERIFY(book.ofNews(2).empty());
    QCOMPARE(book.ofNews(3).size(), 1u);
    QCOMPARE(book.ofNews(3)[0].newsId, 3);
}

void ClaimBookTest::subjectsAreNamed_data()
{
    QTest::addColumn<store::StoredClaim>("claim");
    QTest::addColumn<QString>("label");
    QTest::newRow("of the store: symbol") << store::StoredClaim(ClaimMaker()) << u"NVDA"_s;
    QTest::newRow("unknown to the store: as the text has it")
        << store::StoredClaim(ClaimMaker().about(0, u"VOW3"_s, u"Volks\nwagen"_s)) << u"Volks wagen"_s;
    QTest::newRow("removed since") << store::StoredClaim(ClaimMaker().about(7, u"XYZ"_s, u"Xyz AG"_s)) << u"Xyz AG"_s;
    QTest::newRow("nobody") << store::StoredClaim(ClaimMaker().about(0, {}, {})) << QString();
}

void ClaimBookTest::subjectsAreNamed()
{
    QFETCH(store::StoredClaim, claim);
    QFETCH(QString, label);
    const ClaimBook book({claim}, {newsOf(1, u"A"_s, u"a"_s)}, {stock(1, u"NVDA"_s, u"Nvidia"_s)}, u"de"_s);
    QCOMPARE(book.subjectLabel(book.claims()[0]), label);
}

void ClaimBookTest::titlesCannotImitateTheirSurroundings()
{
    const ClaimBook book({ClaimMaker()}, {newsOf(1, u"A"_s, u"up\n\u202edown"_s)}, {}, u"de"_s);
    QCOMPARE(book.newsOf(book.claims()[0]).title, u"up down"_s);
}

void ClaimBookTest::theSampleIsReadFromItsStore()
{
    TestSession session;
    QVERIFY(session.openSample());
    const auto load = [&] {
        auto future = session->read([](store::StoreReader &reader, const std::stop_token &stop) {
            return ClaimBook::load(reader, QStringLiteral("de"), stop);
        });
        return QTest::qWaitFor([&] { return future.isFinished(); }) ? *future.result() : nullptr;
    };
    ClaimBookPtr book;
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            book = load();
            return book && !book->claims().empty()
                   && std::ranges::all_of(book->claims(), [](const auto &claim) { return claim.verdict.has_value(); });
        }(),
        8000);
    QVERIFY(std::ranges::is_sorted(book->claims(), {}, &store::StoredClaim::published));
    const auto nvidia = std::ranges::find_if(
        book->claims(), [&](const store::StoredClaim &claim) { return book->subjectLabel(claim) == u"NVDA"; });
    QVERIFY(nvidia != book->claims().end());
    QVERIFY(book->instrument(nvidia->claim.subject.instrumentId)->name.contains(u"Nvidia"_s, Qt::CaseInsensitive));
    QVERIFY(!book->newsOf(*nvidia).publisher.isEmpty());
}

void ClaimBookTest::readingCanBeStopped()
{
    TestSession session;
    QVERIFY(session.openSample());
    const auto reader = store::StoreReader::open(session.path());
    QVERIFY(reader.has_value());
    std::stop_source stop;
    stop.request_stop();
    const auto book = ClaimBook::load(**reader, u"de"_s, stop.get_token());
    QVERIFY(!book);
    QCOMPARE(book.error().code, core::ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(ClaimBookTest)
#include "tst_claimbook.moc"
