// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExcerptBench.h"
#include <newsview/ExcerptFoot.h>

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace tickmark;
using namespace tickmark::newsview;
using namespace Qt::StringLiterals;
using claims::VerdictCode;
using store::ClaimKey;
using store::ClaimPlace;

//! The checked numbers of a text, listed below it.
class ExcerptTableTest : public QObject, private ExcerptBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(start()); }

    void dismissedClaimsStayInTheTableOnly();
    void theTableHasEveryClaim();
    void theTableIsCopiedWhole();
    void theFootCounts();
    void rowsAndNumbersChooseTheSameClaim();
    void aRowHasTheActionsOfItsClaim();
    void anInstrumentThatWasRemoved();
    void languageAndThemeFollowTheWindow();
};

void ExcerptTableTest::dismissedClaimsStayInTheTableOnly()
{
    const QString words = u"Der Kurs fiel um 17 Prozent."_s;
    const store::StoredClaim claim = on(words, u"17 Prozent"_s).dismissed();
    show(words, {claim});
    QVERIFY(!text()->numberRect(claim.key()));
    QCOMPARE(cell(0, 3), u"dismissed"_s);
    QCOMPARE(rows()->model()->index(0, 1).data(Qt::ForegroundRole).value<QColor>(), m_appearance->theme().placeholder);
}

void ExcerptTableTest::theTableHasEveryClaim()
{
    const QString words = u"Der Kurs fiel um 17 Prozent."_s;
    show(words,
         {on(words, u"17 Prozent"_s), on(words, u"17 Prozent"_s, 1, ClaimPlace::Tail).hedged(claims::Hedge::Almost),
          on(words, u"17 Prozent"_s, 2).unchecked(),
          on(words, u"17 Prozent"_s, 3).with([](store::StoredClaim &claim) { claim.correction.emplace(); })});
    QCOMPARE(rows()->model()->rowCount(), 4);
    QCOMPARE(cell(0, 0), u"NVDA"_s);
    QCOMPARE(cell(1, 1), u"almost −17%"_s);
    QCOMPARE(cell(0, 2), u"−16.97%"_s);
    QCOMPARE(cell(0, 3), u"confirmed (close)"_s);
    QCOMPARE(cell(2, 3), u"not checked yet"_s);
    QCOMPARE(cell(3, 3), u"confirmed (close), corrected"_s);
    QVERIFY(rows()->isVisible());
    m_view->setHeadline(std::nullopt);
    QCOMPARE(rows()->model()->rowCount(), 0);
}

void ExcerptTableTest::theTableIsCopiedWhole()
{
    const QString words = u"Der Kurs fiel um 17 Prozent."_s;
    show(words, {on(words, u"17 Prozent"_s), on(words, u"17 Prozent"_s, 1).about(0, {}, u"<b>\tX"_s)});
    rows()->selectRow(0);
    QTest::mouseClick(m_view->findChild<QPushButton *>(u"copyTable"_s), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Instrument\tClaim\tMeasured\tVerdict\n"
                                                   "NVDA\t-17%\t-16.97%\tconfirmed (close)\n"
                                                   "<b> X\t-17%\t-16.97%\tconfirmed (close)\n"_s);
    QCOMPARE(rows()->selectionModel()->selectedRows().size(), 1);
}

void ExcerptTableTest::theFootCounts()
{
    const QString words = u"Der Kurs fiel um 17 Prozent."_s;
    show(words, {on(words, u"17 Prozent"_s), on(words, u"17 Prozent"_s, 1), on(words, u"17 Prozent"_s, 2).dismissed(),
                 on(words, u"17 Prozent"_s, 3).verdict(VerdictCode::Contradicted)});
    QCOMPARE(m_view->findChild<ExcerptFoot *>()->accessibleDescription(), u"2 confirmed (close), 1 contradicted"_s);
}

void ExcerptTableTest::rowsAndNumbersChooseTheSameClaim()
{
    const QString words = u"Erst um 3 Prozent, dann um 17 Prozent."_s;
    const store::StoredClaim second = on(words, u"17 Prozent"_s, 1);
    show(words, {on(words, u"3 Prozent"_s).stated(3, 0.5), second});
    QSignalSpy activated(m_view.get(), &ExcerptView::claimActivated);
    rows()->selectRow(1);
    QCOMPARE(activated.back().front().value<MaybeKey>(), MaybeKey(second.key()));
    QVERIFY(count(text()->grab().toImage(), m_appearance->theme().tint) > 100);
    rows()->setFocus();
    QTest::keyClick(rows(), Qt::Key_Return);
    QVERIFY(popup()->isVisible());
    const qsizetype told = activated.size();
    m_view->setActiveClaim(ClaimKey{1, 1, 0, 0});
    QCOMPARE(rows()->currentIndex().row(), 0);
    QCOMPARE(activated.size(), told); // the window knows it already
}

void ExcerptTableTest::aRowHasTheActionsOfItsClaim()
{
    show(u"Nvidia fell 17% and 8%."_s, {on(u"Nvidia fell 17% and 8%."_s, u"17%"_s)});
    auto *rows = m_view->findChild<claimview::ClaimRows *>();
    const auto action = [&](const QString &name) {
        const QList<QAction *> all = rows->actions();
        const auto found = std::ranges::find(all, name, [](const QAction *each) { return each->objectName(); });
        return found == all.end() ? nullptr : *found;
    };
    QVERIFY(action(u"correct"_s) && action(u"dismiss"_s) && action(u"showOnChart"_s));
    QVERIFY(!action(u"compare"_s)->isEnabled());
    QSignalSpy compared(m_view.get(), &ExcerptView::compareRequested);
    rows->selectRow(0);
    QVERIFY(action(u"compare"_s)->isEnabled());
    QVERIFY(!action(u"dismiss"_s)->isEnabled()); // no store
    action(u"compare"_s)->trigger();
    QCOMPARE(compared.count(), 1);
    QCOMPARE(compared.front().front().value<ClaimKey>(), rows->rows().at(0).key());
}

void ExcerptTableTest::anInstrumentThatWasRemoved()
{
    const QString words = u"Hang Seng Tech fiel um 17 Prozent."_s;
    const store::StoredClaim claim = on(words, u"17 Prozent"_s).about(77, u"GONE"_s, u"Hang Seng Tech"_s);
    show(words, {claim});
    QCOMPARE(cell(0, 0), u"Hang Seng Tech"_s);
    clickOn(text(), claim.key());
    QVERIFY(popup()->isVisible());
    QVERIFY(!popup()->findChild<QPushButton *>(u"showOnChart"_s)->isEnabled());
}

void ExcerptTableTest::languageAndThemeFollowTheWindow()
{
    const QString words = u"Der Kurs fiel um 17 Prozent."_s;
    show(words, {on(words, u"17 Prozent"_s)});
    m_appearance->setLanguage(u"de"_s);
    m_appearance->setDark(true);
    QCOMPARE(cell(0, 1), u"−17\u00a0%"_s);
    QVERIFY(lineOf(VerdictCode::Close) > 50);
}

QTEST_MAIN(ExcerptTableTest)
#include "tst_excerpttable.moc"
