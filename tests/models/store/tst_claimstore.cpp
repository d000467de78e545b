// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimStoreBench.h"
#include "StoreDump.h"

#include <array>
#include <tuple>

using namespace tickmark;
using namespace tickmark::store;

namespace {

//! A claim that differs from a default one in every field that is kept.
claims::Claim fullClaim(qint64 instrumentId)
{
    claims::Claim claim;
    claim.kind = claims::ClaimKind::Value;
    claim.direction = claims::Direction::Down;
    claim.low = 11.1;
    claim.high = 15;
    claim.lowHalfUnit = 0.05;
    claim.highHalfUnit = 0.5;
    claim.unit = text("EUR");
    claim.hedge = claims::Hedge::UpTo;
    claim.intradayStated = true;
    claim.openStated = true;
    claim.subject = {instrumentId, text("NVDA"), text("Nvidia")};
    claim.together = {claim.subject, {0, {}, text("Löwe „Söhne“ AG")}};
    claim.time.date = day(kMonday);
    claim.time.shift = -1;
    claim.time.span = claims::ClaimTime::Span::Week;
    claim.time.sessions = 3;
    claim.time.endStated = false;
    claim.span = {3, 9};
    claim.sentence = {0, 12};
    claim.text = text("um 15 %");
    claim.sentenceHash = 0xfedcba9876543210;
    claim.nth = 2;
    claim.part = 1;
    return claim;
}

} // namespace

//! Claims and verdicts in a store: what a reader of the news list relies on.
class TestClaimStore : public QObject, private ClaimStoreBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { stop(); }
    void everyFieldComesBack();
    void everyFieldOfAVerdictComesBack();
    void undoTakesClaimsAlong();
    void anotherTextHasItsOwnClaims();
    void sameTextKeepsItsClaims();
    void onlyChangedQuotesAskForAVerdict_data();
    void onlyChangedQuotesAskForAVerdict();
    void changeWhileJudgingIsNotLost();
    void provisionalVerdictsAreJudgedAgain();
    void removedInstrumentLeavesTheClaim();
    void olderStoreAsksForItsClaims();

private:
    void importBar(int onDay, core::SeriesKind kind = core::SeriesKind::Traded);
};

void TestClaimStore::importBar(int onDay, core::SeriesKind kind)
{
    SeriesKey key = dailySeries(m_nvidia);
    key.kind = kind;
    VERIFY_RESULT(m_writer->importBars(importOf({key}, {dailyRow(onDay, 11842 + onDay)})).result());
}

void TestClaimStore::everyFieldComesBack()
{
    const claims::Claim claim = fullClaim(m_nvidia);
    NewsWithClaims news{makeItem("a", "Nvidia verlor."), {7, text("Ein Satz."), {{ClaimPlace::Tail, claim}}}};
    VERIFY_RESULT(m_writer->importNewsWithClaims(newsOrigin("a.xml"), {news}).result());
    const auto stored = claims();
    QCOMPARE(stored.size(), 1U);
    const claims::Claim &is = stored[0].claim;
    QCOMPARE(stored[0].place, ClaimPlace::Tail);
    QCOMPARE(stored[0].published, news.item.published);
    QCOMPARE(is.kind, claim.kind);
    QCOMPARE(is.direction, claim.direction);
    QCOMPARE(std::tuple(is.low, is.high, is.lowHalfUnit, is.highHalfUnit),
             std::tuple(claim.low, claim.high, claim.lowHalfUnit, claim.highHalfUnit));
    QCOMPARE(is.unit, claim.unit);
    QCOMPARE(is.hedge, claim.hedge);
    QCOMPARE(is.intradayStated, claim.intradayStated);
    QCOMPARE(is.openStated, claim.openStated);
    QVERIFY(is.subject == claim.subject);
    QVERIFY(is.together == claim.together);
    QVERIFY(is.time == claim.time);
    QVERIFY(is.span == claim.span && is.sentence == claim.sentence);
    QCOMPARE(is.text, claim.text);
    QCOMPARE(std::tuple(is.sentenceHash, is.nth, is.part), std::tuple(claim.sentenceHash, claim.nth, claim.part));
    QVERIFY(!stored[0].isJudged());
    const std::array ids{stored[0].newsId};
    const auto texts = m_reader->newsTexts(ids);
    VERIFY_RESULT(texts);
    QCOMPARE(texts->front().tail, text("Ein Satz."));
    QCOMPARE(m_reader->textRules()->front().rules, std::optional<qint64>(7));
}

void TestClaimStore::everyFieldOfAVerdictComesBack()
{
    importClaims({simpleClaim(m_nvidia, 1)});
    judgeAll({});
    const auto stored = claims();
    QVERIFY(stored[0].isJudged());
    const claims::Verdict &is = *stored[0].verdict;
    const claims::Verdict was = fullVerdict();
    QCOMPARE(std::tuple(is.code, is.basis, is.missing), std::tuple(was.code, was.basis, was.missing));
    QCOMPARE(std::tuple(is.measured, is.measuredOther, is.closeMove),
             std::tuple(was.measured, was.measuredOther, was.closeMove));
    QCOMPARE(std::tuple(is.interval.low, is.interval.high), std::tuple(was.interval.low, was.interval.high));
    QVERIFY(is.sessions == was.sessions);
    QCOMPARE(std::tuple(is.basisSessions, is.off, is.oppositeAtClose), std::tuple(4, 7.2, true));
    QVERIFY(is.nearest == was.nearest && is.nearestMove == was.nearestMove && is.touched == was.touched);
    QCOMPARE(is.symbol, was.symbol);
    QCOMPARE(is.quotes.size(), was.quotes.size());
    for (std::size_t i = 0; i < was.quotes.size(); ++i) {
        QCOMPARE(is.quotes[i].price.units, was.quotes[i].price.units);
        QCOMPARE(is.quotes[i].price.decimals, was.quotes[i].price.decimals);
        QVERIFY(is.quotes[i].time == was.quotes[i].time && is.quotes[i].session == was.quotes[i].session);
        QVERIFY(is.quotes[i].until == was.quotes[i].until);
        QCOMPARE(is.quotes[i].source, was.quotes[i].source);
        QCOMPARE(is.quotes[i].doubt, was.quotes[i].doubt);
        QCOMPARE(is.quotes[i].others.size(), was.quotes[i].others.size());
        for (std::size_t k = 0; k < was.quotes[i].others.size(); ++k) {
            QCOMPARE(is.quotes[i].others[k].source, was.quotes[i].others[k].source);
            QVERIFY(core::compare(is.quotes[i].others[k].price, was.quotes[i].others[k].price) == 0);
        }
        QCOMPARE(is.quotes[i].symbol, was.quotes[i].symbol);
        QCOMPARE(is.quotes[i].field, was.quotes[i].field);
    }
}

void TestClaimStore::undoTakesClaimsAlong()
{
    importClaims({simpleClaim(m_nvidia, 1), simpleClaim(m_nvidia, 2)});
    judgeAll({{m_nvidia, {day(kMonday), day(kMonday)}}});
    VERIFY_RESULT(m_writer->undoImport(m_import).result());
    QVERIFY(claims().empty());
    for (const char *table : {"claims", "claim_texts", "claim_verdicts", "claim_needs"})
        QCOMPARE(queryText(m_folder->store(), (std::string("SELECT count(*) FROM ") + table).c_str()), text("0"));
}

void TestClaimStore::anotherTextHasItsOwnClaims()
{
    importClaims({simpleClaim(m_nvidia, 1)});
    auto later = withClaims(makeItem("a", "Nvidia verlor 18 %."), {simpleClaim(m_nvidia, 2), simpleClaim(m_nvidia, 3)});
    const auto second = m_writer->importNewsWithClaims(newsOrigin("b.xml"), {later}).result();
    VERIFY_RESULT(second);
    QCOMPARE(second->totals.replaced, 1);
    QCOMPARE(claims().size(), 2U);
    QCOMPARE(claims()[0].claim.sentenceHash, 2U);
    // the former text comes back with what was found in it
    VERIFY_RESULT(m_writer->undoImport(second->importId).result());
    QCOMPARE(claims().size(), 1U);
    QCOMPARE(claims()[0].claim.sentenceHash, 1U);
}

void TestClaimStore::sameTextKeepsItsClaims()
{
    importClaims({simpleClaim(m_nvidia, 1)});
    const qint64 id = claims()[0].id;
    importClaims({simpleClaim(m_nvidia, 9)}); // the same headline and excerpt: another reading of them
    QCOMPARE(m_import, 0);
    QCOMPARE(claims()[0].id, id);
    QCOMPARE(claims()[0].claim.sentenceHash, 1U);
}

void TestClaimStore::onlyChangedQuotesAskForAVerdict_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<bool>("asks");
    QTest::newRow("a bar of the session") << "bar" << true;
    QTest::newRow("a bar long after") << "later" << false;
    QTest::newRow("a simulated bar of the session") << "simulated" << false;
    QTest::newRow("a dividend-adjusted bar of the session") << "adjusted" << false;
    QTest::newRow("a share count") << "shares" << true;
    QTest::newRow("a share count of another company") << "others" << false;
    QTest::newRow("the undo of a bar") << "undo" << true;
    QTest::newRow("another exchange of the instrument") << "edit" << true;
    QTest::newRow("another source that comes first") << "source" << true;
    QTest::newRow("the same priority of a source again") << "same source" << false;
}

void TestClaimStore::onlyChangedQuotesAskForAVerdict()
{
    QFETCH(QString, change);
    QFETCH(bool, asks);
    importClaims({simpleClaim(m_nvidia, 1)});
    importBar(kMonday - 1);
    judgeAll({{m_nvidia, {day(kMonday - 5), day(kMonday + 5)}}});
    QCOMPARE(waiting(), 0U);
    const ImportOrigin origin{text("file"), ImportKind::Shares, text("s.csv"), core::Time{1}};
    if (change == text("bar")) {
        importBar(kMonday);
    } else if (change == text("later")) {
        importBar(kMonday + 60);
    } else if (change == text("simulated")) {
        importBar(kMonday, core::SeriesKind::Simulated);
    } else if (change == text("adjusted")) {
        importBar(kMonday, core::SeriesKind::DividendAdjusted);
    } else if (change == text("shares")) {
        VERIFY_RESULT(m_writer->importShares(origin, {{m_nvidia, day(kMonday - 90), 1000}}).result());
    } else if (change == text("others")) {
        VERIFY_RESULT(m_writer->importShares(origin, {{m_other, day(kMonday - 90), 1000}}).result());
    } else if (change == text("undo")) {
        VERIFY_RESULT(m_writer->undoImport(m_reader->imports()->front().id).result());
    } else if (change == text("edit")) {
        core::Instrument instrument = *m_reader->instrument(m_nvidia);
        instrument.mic = text("XNAS");
        VERIFY_RESULT(m_writer->editInstrument(instrument).result());
    } else if (change == text("source")) {
        VERIFY_RESULT(m_writer->ensureSource({0, text("file"), text("file"), 5}).result());
    } else {
        VERIFY_RESULT(m_writer->ensureSource({0, text("file"), text("file"), 0}).result());
    }
    QCOMPARE(waiting(), asks ? 1U : 0U);
    QVERIFY(claims()[0].verdict.has_value()); // the last one is shown meanwhile
}

void TestClaimStore::changeWhileJudgingIsNotLost()
{
    importClaims({simpleClaim(m_nvidia, 1)});
    judgeAll({{m_nvidia, {day(kMonday - 5), day(kMonday + 5)}}});
    importBar(kMonday);
    const auto read = m_reader->claimsToJudge(0, 10);
    importBar(kMonday + 1); // after the quotes were read
    VERIFY_RESULT(m_writer->saveVerdicts({{read->front().id, read->front().changes, fullVerdict(), {}}}).result());
    QCOMPARE(waiting(), 1U);
}

void TestClaimStore::provisionalVerdictsAreJudgedAgain()
{
    importClaims({simpleClaim(m_nvidia, 1)});
    claims::Verdict verdict = fullVerdict();
    verdict.provisional = true;
    const StoredClaim claim = claims()[0];
    VERIFY_RESULT(m_writer->saveVerdicts({{claim.id, claim.changes, verdict, {}}}).result());
    QCOMPARE(waiting(), 1U);
    QVERIFY(!claims()[0].isJudged());
}

void TestClaimStore::removedInstrumentLeavesTheClaim()
{
    importClaims({simpleClaim(m_nvidia, 1)});
    judgeAll({{m_nvidia, {day(kMonday), day(kMonday)}}});
    VERIFY_RESULT(m_writer->removeInstrument(m_nvidia).result());
    QCOMPARE(claims().size(), 1U);
    QCOMPARE(claims()[0].claim.subject.instrumentId, 0);
    QCOMPARE(claims()[0].claim.subject.text, text("Nvidia"));
    QCOMPARE(waiting(), 1U);
}

void TestClaimStore::olderStoreAsksForItsClaims()
{
    VERIFY_RESULT(m_writer->importNews(newsOrigin("old.json"), {makeItem("old", "Nvidia verlor 17 %.")}).result());
    m_reader.reset();
    m_writer.reset();
    runForeignSql(m_folder->store(), "DROP TABLE trade_runs; DROP TABLE fetch_states; DROP TABLE source_setups; "
                                     "DROP TABLE claim_needs; DROP TABLE claim_verdicts; DROP TABLE claim_corrections; "
                                     "DROP TABLE parked_corrections; DROP TABLE claims; DROP TABLE claim_texts; "
                                     "ALTER TABLE import_series DROP COLUMN splits_until; PRAGMA user_version = 3");
    const auto findings = verifyStore(m_folder->store());
    VERIFY_RESULT(findings);
    QVERIFY(findings->empty()); // it lacks nothing that its version has
    m_writer = std::move(*StoreWriter::open(m_folder->store()));
    m_reader = std::move(*StoreReader::open(m_folder->store()));
    const auto rules = m_reader->textRules();
    QCOMPARE(rules->size(), 1U);
    QVERIFY(!rules->front().rules.has_value());
    QVERIFY(claims().empty());
}

QTEST_GUILESS_MAIN(TestClaimStore)
#include "tst_claimstore.moc"
