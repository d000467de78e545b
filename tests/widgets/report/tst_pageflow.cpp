// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <report/PageFlow.h>

using namespace tickmark::report;

//! A heading alone at the foot of a page, or a table that goes on without its head, makes a report hard to read.
class TestPageFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itemsFollowEachOtherDownThePage();
    void blanksVanishAtTheTopOfAPage();
    void headingsMoveOnWithWhatTheyHead();
    void tableHeadsStandAgainOnEveryPage();
    void aTableThatBeginsOnAPageHasItsHeadOnce();
    void anotherTableHasItsOwnHead();
    void rowsSayWhatTheyGoOnWith();
    void askedForPagesBegin();
    void whatIsHigherThanAPageStillComesOut();
    void keptTogetherMoreThanAPageIsSplit();
    void whatIsLeftOfAPageIsFilled();
    void theLastPageIsNoScrap();
    void nothingIsOnePage();
};

namespace {

FlowItem item(double height, bool keepWithNext = false, double before = 0)
{
    FlowItem made;
    made.height = height;
    made.before = before;
    made.keepWithNext = keepWithNext;
    return made;
}

FlowItem row(double height, int table, bool isHead = false)
{
    FlowItem made = item(height, isHead);
    made.table = table;
    made.isTableHead = isHead;
    return made;
}

//! "0@0 1@40 | 2@0": items and their tops, pages parted.
QString placesOf(const std::vector<FlowItem> &items, double height)
{
    QStringList pages;
    for (const FlowPage &page : paginate(items, height)) {
        QStringList places;
        for (const PlacedItem &placed : page)
            places.append(QStringLiteral("%1@%2").arg(placed.item).arg(placed.top));
        pages.append(places.join(u' '));
    }
    return pages.join(QStringLiteral(" | "));
}

} // namespace

void TestPageFlow::itemsFollowEachOtherDownThePage()
{
    QCOMPARE(placesOf({item(40), item(60), item(1)}, 100), QStringLiteral("0@0 1@40 | 2@0"));
}

void TestPageFlow::blanksVanishAtTheTopOfAPage()
{
    QCOMPARE(placesOf({item(50, false, 20), item(40, false, 10), item(40, false, 10)}, 100),
             QStringLiteral("0@0 1@60 | 2@0"));
}

void TestPageFlow::headingsMoveOnWithWhatTheyHead()
{
    // Heading and sub-heading would find room, their paragraph would not.
    QCOMPARE(placesOf({item(50), item(20, true), item(10, true), item(40)}, 100),
             QStringLiteral("0@0 | 1@0 2@20 3@30"));
}

void TestPageFlow::tableHeadsStandAgainOnEveryPage()
{
    QCOMPARE(placesOf({row(10, 1, true), row(45, 1), row(45, 1), row(45, 1), row(45, 1), row(45, 1)}, 100),
             QStringLiteral("0@0 1@10 2@55 | 0@0 3@10 4@55 | 0@0 5@10"));
}

void TestPageFlow::aTableThatBeginsOnAPageHasItsHeadOnce()
{
    QCOMPARE(placesOf({item(60), row(10, 1, true), row(45, 1)}, 100), QStringLiteral("0@0 | 1@0 2@10"));
}

void TestPageFlow::anotherTableHasItsOwnHead()
{
    QCOMPARE(placesOf({row(10, 1, true), row(80, 1), row(10, 2, true), row(80, 2), row(80, 2), item(50)}, 100),
             QStringLiteral("0@0 1@10 | 2@0 3@10 | 2@0 4@10 | 5@0"));
}

void TestPageFlow::rowsSayWhatTheyGoOnWith()
{
    // A heading, the same again for further pages, the head of the table, a headline of rows, it again.
    FlowItem again = row(5, 1);
    again.keepWithNext = true;
    again.isOnlyAbove = true;
    FlowItem headline = row(10, 1);
    headline.keepWithNext = true;
    headline.above = {1, 2};
    FlowItem first = row(45, 1);
    first.above = {1, 2, 4};
    const std::vector<FlowItem> items{item(10, true), again, row(10, 1, true), headline, again,
                                      first,          first, headline,         again,    row(45, 1)};
    QCOMPARE(placesOf(items, 100), QStringLiteral("0@0 2@10 3@20 5@30 | 1@0 2@5 4@15 6@20 | 1@0 2@5 7@15 9@25"));
}

void TestPageFlow::askedForPagesBegin()
{
    FlowItem second = item(10);
    second.newPage = true;
    QCOMPARE(placesOf({item(10), second}, 100), QStringLiteral("0@0 | 1@0"));
    QCOMPARE(placesOf({second, item(10)}, 100), QStringLiteral("0@0 1@10"));
}

void TestPageFlow::whatIsHigherThanAPageStillComesOut()
{
    QCOMPARE(placesOf({item(10), item(500), item(10)}, 100), QStringLiteral("0@0 | 1@0 | 2@0"));
}

void TestPageFlow::keptTogetherMoreThanAPageIsSplit()
{
    QCOMPARE(placesOf({item(60, true), item(60, true), item(60)}, 100), QStringLiteral("0@0 | 1@0 | 2@0"));
}

void TestPageFlow::whatIsLeftOfAPageIsFilled()
{
    const auto chart = [](double height, double stretch) {
        FlowItem made = item(height);
        made.stretch = stretch;
        return made;
    };
    const auto highs = [](const std::vector<FlowItem> &items) {
        QStringList heights;
        for (const FlowPage &page : paginate(items, 100)) {
            for (const PlacedItem &placed : page)
                heights.append(QString::number(placed.height));
        }
        return heights.join(u' ');
    };
    // Two share it, and what stands below them moves down; a page that is full leaves nothing.
    const std::vector<FlowItem> shared{item(10), chart(30, 50), item(10), chart(30, 50), item(60), chart(40, 50)};
    QCOMPARE(placesOf(shared, 100), QStringLiteral("0@0 1@10 2@50 3@60 | 4@0 5@60"));
    QCOMPARE(highs(shared), QStringLiteral("10 40 10 40 60 40"));
    // No more than it may take.
    QCOMPARE(highs({item(10), chart(30, 5)}), QStringLiteral("10 35"));
    QCOMPARE(highs({item(10), item(30)}), QStringLiteral("10 30"));
}

void TestPageFlow::theLastPageIsNoScrap()
{
    // The last line alone would be one: some of what is before comes along, with its heading.
    QCOMPARE(placesOf({item(60), item(10, true), item(15), item(15), item(5)}, 100),
             QStringLiteral("0@0 1@60 2@70 | 3@0 4@15"));
    QCOMPARE(placesOf({item(60), item(20), item(10, true), item(10), item(5)}, 100),
             QStringLiteral("0@0 1@60 | 2@0 3@10 4@20"));
    // Not when half a page would have to move, nor away from a page that was asked for.
    QCOMPARE(placesOf({item(40), item(60), item(5)}, 100), QStringLiteral("0@0 1@40 | 2@0"));
    FlowItem asked = item(5);
    asked.newPage = true;
    QCOMPARE(placesOf({item(60), item(20), asked}, 100), QStringLiteral("0@0 1@60 | 2@0"));
}

void TestPageFlow::nothingIsOnePage()
{
    QCOMPARE(paginate({}, 100).size(), std::size_t(1));
}

QTEST_APPLESS_MAIN(TestPageFlow)
#include "tst_pageflow.moc"
