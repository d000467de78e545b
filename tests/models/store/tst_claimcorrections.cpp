// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimStoreBench.h"
#include "StoreDump.h"

#include <array>
#include <tuple>

using namespace tickmark;
using namespace tickmark::store;

//! What a user has corrected in a claim, or dismissed, stays so through extractions, imports, undo and merges.
class TestClaimCorrections : public QObject, private ClaimStoreBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { stop(); }
    void correctionsSurviveANewExtraction();
    void correctionsSurviveUndoAndImport_data();
    void correctionsSurviveUndoAndImport();
    void dismissalCanBeTakenBack();
    void mergedInstrumentKeepsCorrections();
};

void TestClaimCorrections::correctionsSurviveANewExtraction()
{
    importClaims({simpleClaim(m_nvidia, 1), simpleClaim(m_nvidia, 2)});
    judgeAll({});
    ClaimCorrection correction;
    correction.instrumentId = m_other;
    correction.session = day(kMonday - 3);
    correction.kind = claims::ClaimKind::Points;
    correction.hedge = claims::Hedge::About;
    const StoredClaim first = claims()[0];
    VERIFY_RESULT(m_writer->correctClaim(first.key(), correction).result());
    QCOMPARE(waiting(), 1U); // that one alone
    const auto check = [&] {
        const auto all = claims();
        QCOMPARE(all.size(), 2U);
        QVERIFY(all[0].correction == correction);
        QVERIFY(!all[1].correction.has_value());
        const claims::Claim &claim = all[0].claim;
        QCOMPARE(claim.subject.instrumentId, m_other);
        QCOMPARE(claim.subject.symbol, text("AMD"));
        QVERIFY(claim.time.date == day(kMonday - 3));
        QCOMPARE(std::tuple(claim.kind, claim.hedge), std::tuple(claims::ClaimKind::Points, claims::Hedge::About));
        QCOMPARE(all[1].claim.subject.instrumentId, m_nvidia);
    };
    check();
    const std::array ids{first.newsId};
    const NewsText now = m_reader->newsTexts(ids)->front();
    ClaimReplacement replacement{now.item.id, now.importId, {8, {}, {}}};
    for (const quint64 sentence : {quint64(1), quint64(2)})
        replacement.found.claims.push_back({ClaimPlace::Excerpt, simpleClaim(m_nvidia, sentence)});
    VERIFY_RESULT(m_writer->replaceClaims({replacement}).result());
    QVERIFY(claims()[0].id != first.id);
    check();
}

void TestClaimCorrections::correctionsSurviveUndoAndImport_data()
{
    QTest::addColumn<QString>("meanwhile");
    QTest::newRow("nothing in between") << "";
    QTest::newRow("its instrument was merged") << "merge";
    QTest::newRow("another headline was imported") << "other";
    QTest::newRow("the text was replaced before, the undo brings it back") << "replaced";
}

void TestClaimCorrections::correctionsSurviveUndoAndImport()
{
    QFETCH(QString, meanwhile);
    const auto import = [this] { importClaims({simpleClaim(m_nvidia, 1), simpleClaim(m_nvidia, 2)}); };
    import();
    ClaimCorrection correction;
    correction.instrumentId = m_other;
    correction.hedge = claims::Hedge::About;
    ClaimCorrection dismissal;
    dismissal.isDismissed = true;
    VERIFY_RESULT(m_writer->correctClaim(claims()[0].key(), correction).result());
    VERIFY_RESULT(m_writer->correctClaim(claims()[1].key(), dismissal).result());
    if (meanwhile == text("replaced"))
        importClaims({simpleClaim(m_nvidia, 1), simpleClaim(m_nvidia, 2)}, "Nvidia verlor am Montag 17 %.");
    VERIFY_RESULT(m_writer->undoImport(m_import).result());
    if (meanwhile != text("replaced"))
        QVERIFY(claims().empty());
    if (meanwhile == text("merge")) {
        VERIFY_RESULT(m_writer->mergeInstruments(m_other, m_nvidia).result());
        correction.instrumentId = m_nvidia;
    } else if (meanwhile == text("other")) {
        VERIFY_RESULT(m_writer
                          ->importNewsWithClaims(newsOrigin("b.xml"),
                                                 {withClaims(makeItem("b", "Anderes."), {simpleClaim(m_nvidia, 1)})})
                          .result());
        QVERIFY(!claims()[0].correction.has_value());
    }
    import();
    auto corrected = claims();
    std::erase_if(corrected, [](const StoredClaim &claim) { return !claim.correction; });
    QCOMPARE(corrected.size(), 2U);
    QVERIFY(corrected[0].correction == correction);
    QVERIFY(corrected[1].correction == dismissal);
    QCOMPARE(queryText(m_folder->store(), "SELECT count(*) FROM parked_corrections"), text("0"));
    QCOMPARE(queryText(m_folder->store(), "SELECT count(*) FROM claim_corrections"), text("2"));
}

void TestClaimCorrections::dismissalCanBeTakenBack()
{
    importClaims({simpleClaim(m_nvidia, 1)});
    ClaimCorrection correction;
    correction.isDismissed = true;
    const ClaimKey key = claims()[0].key();
    VERIFY_RESULT(m_writer->correctClaim(key, correction).result());
    QVERIFY(claims()[0].correction->isDismissed);
    VERIFY_RESULT(m_writer->correctClaim(key, std::nullopt).result());
    QVERIFY(!claims()[0].correction.has_value());
    const auto unknown = m_writer->correctClaim({999, 1, 0, 0}, correction).result();
    QCOMPARE(unknown.error().code, core::ErrorCode::NotFound);
}

void TestClaimCorrections::mergedInstrumentKeepsCorrections()
{
    importClaims({simpleClaim(m_nvidia, 1)});
    ClaimCorrection correction;
    correction.instrumentId = m_other;
    VERIFY_RESULT(m_writer->correctClaim(claims()[0].key(), correction).result());
    VERIFY_RESULT(m_writer->mergeInstruments(m_other, m_nvidia).result());
    QCOMPARE(claims()[0].claim.subject.instrumentId, m_nvidia);
}

QTEST_GUILESS_MAIN(TestClaimCorrections)
#include "tst_claimcorrections.moc"
