// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../models/tables/ClaimMaker.h"
#include "ClaimsPanelBench.h"

#include <QDateEdit>
#include <QLineEdit>
#include <QLocale>
#include <QTest>
#include <QToolButton>

using namespace tickmark;
using namespace Qt::StringLiterals;
using tables::ClaimBook;
using tables::ClaimMaker;

//! What a reader leaves of all claims by choosing, typing and dates, and how many the head says there are.
class ClaimsFilterTest : public QObject, private ClaimsPanelBench
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(openStore()); }
    void init() { QVERIFY(start()); }

    void choicesFilter_data();
    void choicesFilter();
    void typedTextFilters();
    void betweenTwoDays();
    void daysInViewFollowTheCharts();
    void theHeadCounts();
    void thousandsAreGrouped();
    void whatIsRepeatedIsSaid();
    void theFilterCanBeCleared();
    void anotherStoreStartsWithoutTheFilter();
};

void ClaimsFilterTest::choicesFilter_data()
{
    QTest::addColumn<QString>("box");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("rows");
    QTest::newRow("verdict") << u"Filter claims by verdict"_s << u"contradicted"_s << 2;
    QTest::newRow("dismissed") << u"Filter claims by verdict"_s << u"dismissed by you"_s << 1;
    QTest::newRow("instrument") << u"Filter claims by instrument"_s << u"NVDA"_s << 3;
    QTest::newRow("publisher") << u"Filter claims by publisher"_s << u"Kontorblatt"_s << 3;
    QTest::newRow("kind") << u"Filter claims by kind"_s << u"market value"_s << 1;
}

void ClaimsFilterTest::choicesFilter()
{
    QFETCH(QString, box);
    QFETCH(QString, text);
    QFETCH(int, rows);
    choose(box, text);
    QCOMPARE(model()->rowCount(), rows);
}

void ClaimsFilterTest::typedTextFilters()
{
    auto *text = m_panel->findChild<QLineEdit *>();
    text->setFocus();
    QTest::keyClicks(text, u"cheap"_s);
    QTRY_COMPARE(model()->rowCount(), 2);
    QTest::keyClicks(text, u"xyz"_s);
    QTRY_VERIFY(note().contains(u"No claim matches"_s));
    QTest::keyClick(text, Qt::Key_Escape);
    QTRY_COMPARE(model()->rowCount(), 5);
    QTest::keyClick(text, Qt::Key_Down);
    QCOMPARE(m_claims->currentIndex().row(), 0);
}

void ClaimsFilterTest::betweenTwoDays()
{
    choose(u"Filter claims by day of publication"_s, u"Period"_s);
    QCOMPARE(model()->rowCount(), 5); // from the first to the last
    const auto edits = m_panel->findChildren<QDateEdit *>();
    QCOMPARE(edits.size(), 2);
    QVERIFY(edits[0]->isVisible());
    QCOMPARE(edits[0]->date(), QDate(2025, 1, 27)); // 23:00 in Berlin
    QCOMPARE(edits[1]->date(), QDate(2025, 1, 28));
    edits[1]->setDate(QDate(2025, 1, 27));
    QCOMPARE(model()->rowCount(), 2);
    edits[0]->setDate(QDate(2025, 1, 28)); // ends before it begins
    QCOMPARE(model()->rowCount(), 0);
    QVERIFY(m_appearance->setZone("America/New_York"));
    edits[0]->setDate(QDate(2025, 1, 27));
    QCOMPARE(model()->rowCount(), 5); // all on that day's evening
}

void ClaimsFilterTest::daysInViewFollowTheCharts()
{
    m_panel->setViewRange({ClaimMaker::publishedAt(2), ClaimMaker::publishedAt(3)});
    QCOMPARE(model()->rowCount(), 5);
    choose(u"Filter claims by day of publication"_s, u"In view"_s);
    QCOMPARE(model()->rowCount(), 2);
    m_panel->setViewRange({ClaimMaker::publishedAt(3), ClaimMaker::publishedAt(4)});
    QCOMPARE(model()->rowCount(), 1);
}

void ClaimsFilterTest::theHeadCounts()
{
    QVERIFY2(headNote().contains(u"5 claim"_s), qPrintable(headNote()));
    choose(u"Filter claims by verdict"_s, u"contradicted"_s);
    QVERIFY2(headNote().contains(u"2 of 5 claim"_s), qPrintable(headNote()));
}

void ClaimsFilterTest::thousandsAreGrouped()
{
    const QLocale before;
    QLocale::setDefault(core::Formats(u"en"_s).locale()); // as the program does
    std::vector<store::StoredClaim> made;
    for (int i = 0; i < 1200; ++i)
        made.push_back(ClaimMaker().in(1, i).stated(i + 1, 0.5));
    m_panel->setBook(std::make_shared<const ClaimBook>(made, std::vector{tables::newsOf(1, u"Kontorblatt"_s, u"A"_s)},
                                                       std::vector{tables::stock(1, u"NVDA"_s, u"Nvidia"_s)}, u"de"_s));
    QTRY_COMPARE(model()->rowCount(), 1200);
    QLocale::setDefault(before);
    QVERIFY2(headNote().contains(u"1,200 claims"_s), qPrintable(headNote()));
}

void ClaimsFilterTest::whatIsRepeatedIsSaid()
{
    const std::vector<store::StoredClaim> made{ClaimMaker().in(1), ClaimMaker().in(1, 1), ClaimMaker().in(2)};
    m_panel->setBook(std::make_shared<const ClaimBook>(
        made, std::vector{tables::newsOf(1, u"Kontorblatt"_s, u"A"_s), tables::newsOf(2, u"Morgenkurs"_s, u"B"_s)},
        std::vector{tables::stock(1, u"NVDA"_s, u"Nvidia"_s)}, u"de"_s));
    QTRY_COMPARE(model()->rowCount(), 3);
    QVERIFY2(headNote().contains(u"3 claims, 1 of them repeated"_s), qPrintable(headNote()));
}

void ClaimsFilterTest::theFilterCanBeCleared()
{
    choose(u"Filter claims by verdict"_s, u"contradicted"_s);
    choose(u"Filter claims by instrument"_s, u"BTC-USD"_s);
    QCOMPARE(model()->rowCount(), 1);
    QToolButton *clear = nullptr;
    for (QToolButton *button : m_panel->findChildren<QToolButton *>()) {
        if (button->text() == u"Clear filter")
            clear = button;
    }
    QVERIFY(clear && clear->isVisible());
    clear->click();
    QCOMPARE(model()->rowCount(), 5);
    QVERIFY(!clear->isVisible());
}

void ClaimsFilterTest::anotherStoreStartsWithoutTheFilter()
{
    choose(u"Filter claims by instrument"_s, u"BTC-USD"_s);
    m_panel->setBook(nullptr);
    m_panel->setBook(someBook());
    QTRY_COMPARE(model()->rowCount(), 5);
}

QTEST_MAIN(ClaimsFilterTest)
#include "tst_claimsfilter.moc"
