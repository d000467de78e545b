// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimMaker.h"
#include <tables/PublisherSummaryModel.h>

#include <QAbstractItemModelTester>
#include <QTest>

using namespace tickmark;
using namespace tickmark::tables;
using namespace Qt::StringLiterals;
using claims::VerdictCode;

namespace {

std::vector<PublisherCounts> summaryOf(std::vector<store::StoredClaim> claims)
{
    const std::vector news{newsOf(1, u"Abend"_s, u"A"_s), newsOf(2, u"Morgen"_s, u"B"_s)};
    const std::vector instruments{stock(1, u"NVDA"_s, u"Nvidia"_s)};
    const ClaimTable table(std::make_shared<const ClaimBook>(std::move(claims), news, instruments, u"de"_s), u"de"_s);
    return publisherSummary(table, table.statements(table.sorted(ClaimColumn::Published, Qt::AscendingOrder)));
}

PublisherCounts counts(const QString &publisher, int confirmed, int contradicted)
{
    PublisherCounts made;
    made.publisher = publisher;
    made.outcomes[std::size_t(ClaimOutcome::Confirmed)] = confirmed;
    made.outcomes[std::size_t(ClaimOutcome::Contradicted)] = contradicted;
    return made;
}

} // namespace

//! How often a publisher's numbers were right.
class PublisherSummaryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outcomesAreCountedByPublisher();
    void whatDoesNotCount_data();
    void whatDoesNotCount();
    void titleAndTextSayItOnce_data();
    void titleAndTextSayItOnce();
    void theSessionCountsAsConfirmedWhereTheTextSpeaksOfIt();
    void aRateNeedsFiveDecidedStatements();
    void rowsSort();
};

void PublisherSummaryTest::outcomesAreCountedByPublisher()
{
    const auto summary = summaryOf({
        ClaimMaker().in(1),
        ClaimMaker().in(1, 1).stated(8, 0.5).verdict(VerdictCode::Intraday),
        ClaimMaker().in(1, 2).stated(9, 0.5).verdict(VerdictCode::OtherBasis),
        ClaimMaker().in(2).verdict(VerdictCode::Contradicted),
        ClaimMaker().in(2, 1).stated(3, 0.5).verdict(VerdictCode::NoData),
    });
    QCOMPARE(summary.size(), 2u);
    QCOMPARE(summary[0].publisher, u"Abend"_s);
    QCOMPARE(summary[0].count(ClaimOutcome::Confirmed), 1);
    QCOMPARE(summary[0].count(ClaimOutcome::DuringSession), 1);
    QCOMPARE(summary[0].count(ClaimOutcome::OtherBasis), 1);
    QCOMPARE(summary[0].decided(), 3);
    QCOMPARE(summary[1].count(ClaimOutcome::Contradicted), 1);
    QCOMPARE(summary[1].count(ClaimOutcome::NoData), 1);
    QCOMPARE(summary[1].decided(), 1);
}

void PublisherSummaryTest::whatDoesNotCount_data()
{
    QTest::addColumn<store::StoredClaim>("claim");
    QTest::newRow("dismissed by the user") << store::StoredClaim(ClaimMaker().dismissed());
    QTest::newRow("not checked yet") << store::StoredClaim(ClaimMaker().unchecked());
    QTest::newRow("session still open") << store::StoredClaim(
        ClaimMaker().with([](store::StoredClaim &claim) { claim.verdict->provisional = true; }));
}

void PublisherSummaryTest::whatDoesNotCount()
{
    QFETCH(store::StoredClaim, claim);
    QVERIFY(summaryOf({claim}).empty());
}

void PublisherSummaryTest::titleAndTextSayItOnce_data()
{
    QTest::addColumn<store::StoredClaim>("second");
    QTest::addColumn<int>("counted");
    QTest::newRow("the same again") << store::StoredClaim(ClaimMaker().in(1, 1)) << 1;
    QTest::newRow("with a hedge") << store::StoredClaim(ClaimMaker().in(1, 1).hedged(claims::Hedge::Almost)) << 2;
    QTest::newRow("another amount") << store::StoredClaim(ClaimMaker().in(1, 1).stated(17.5, 0.05)) << 2;
    QTest::newRow("another instrument") << store::StoredClaim(ClaimMaker().in(1, 1).about(0, u"VOW"_s, u"Volkswagen"_s))
                                        << 2;
    QTest::newRow("another session") << store::StoredClaim(ClaimMaker().in(1, 1).with([](store::StoredClaim &claim) {
        claim.verdict->sessions.last = claim.verdict->sessions.last.plusDays(1);
    })) << 2;
    QTest::newRow("in another item") << store::StoredClaim(ClaimMaker().in(2)) << 2;
}

void PublisherSummaryTest::titleAndTextSayItOnce()
{
    QFETCH(store::StoredClaim, second);
    QFETCH(int, counted);
    int confirmed = 0;
    for (const PublisherCounts &publisher : summaryOf({ClaimMaker().in(1), second}))
        confirmed += publisher.count(ClaimOutcome::Confirmed);
    QCOMPARE(confirmed, counted);
}

void PublisherSummaryTest::theSessionCountsAsConfirmedWhereTheTextSpeaksOfIt()
{
    const auto summary = summaryOf({
        ClaimMaker().in(1).hedged(claims::Hedge::UpTo).verdict(VerdictCode::Intraday),
        ClaimMaker().in(1, 1).verdict(VerdictCode::Intraday).with([](store::StoredClaim &claim) {
            claim.claim.intradayStated = true;
        }),
        ClaimMaker().in(1, 2).stated(8, 0.5).verdict(VerdictCode::Intraday),
    });
    QCOMPARE(summary[0].count(ClaimOutcome::Confirmed), 2);
    QCOMPARE(summary[0].count(ClaimOutcome::DuringSession), 1);
}

void PublisherSummaryTest::aRateNeedsFiveDecidedStatements()
{
    QVERIFY(!counts(u"a"_s, 4, 0).rate());
    QCOMPARE(counts(u"a"_s, 4, 1).rate(), 0.8);
    PublisherCounts open = counts(u"a"_s, 4, 0);
    open.outcomes[std::size_t(ClaimOutcome::NoData)] = 9; // nobody could decide those
    QVERIFY(!open.rate());

    PublisherSummaryModel model(core::Formats(u"de"_s));
    model.setCounts({counts(u"few"_s, 4, 0), counts(u"many"_s, 4, 1)});
    QCOMPARE(model.index(0, PublisherSummaryModel::Rate).data().toString(), u"–"_s);
    QCOMPARE(model.index(1, PublisherSummaryModel::Rate).data().toString(), u"80\u00a0%"_s);
}

void PublisherSummaryTest::rowsSort()
{
    PublisherSummaryModel model(core::Formats(u"de"_s));
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setCounts({counts(u"Zeit"_s, 5, 0), counts(u"abend"_s, 1, 4), counts(u"Öl"_s, 2, 0)});
    const auto publishers = [&] {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names += model.index(row, 0).data().toString();
        return names;
    };
    QCOMPARE(publishers(), QStringList({u"abend"_s, u"Öl"_s, u"Zeit"_s}));
    model.sort(PublisherSummaryModel::Confirmed, Qt::DescendingOrder);
    QCOMPARE(publishers(), QStringList({u"Zeit"_s, u"Öl"_s, u"abend"_s}));
    model.sort(PublisherSummaryModel::Rate, Qt::DescendingOrder);
    QCOMPARE(publishers(), QStringList({u"Zeit"_s, u"abend"_s, u"Öl"_s}));
    model.sort(PublisherSummaryModel::Rate, Qt::AscendingOrder); // without a rate last, too
    QCOMPARE(publishers(), QStringList({u"abend"_s, u"Zeit"_s, u"Öl"_s}));
}

QTEST_GUILESS_MAIN(PublisherSummaryTest)
#include "tst_publishersummary.moc"
