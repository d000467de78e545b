// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimsPanelBench.h"

#include <QFile>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <claimview/PublisherTable.h>

using namespace tickmark;
using namespace tickmark::claimview;
using namespace Qt::StringLiterals;

//! The claims counted by publisher, beside the table of all of them.
class PublisherTableTest : public QObject, private ClaimsPanelBench
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(openStore()); }
    void init() { QVERIFY(start()); }

    void publishersAreCounted();
    void publishersFollowTheFilter();
    void publishersAreExported();
    void everyPublisherColumnIsInSight_data();
    void everyPublisherColumnIsInSight();
};

void PublisherTableTest::publishersAreCounted()
{
    auto *publishers = m_panel->findChild<PublisherTable *>();
    QVERIFY(!publishers->isVisible());
    showPublishers();
    QVERIFY(publishers->isVisible());
    QCOMPARE(publishers->model()->rowCount(), 2);
    QCOMPARE(publishers->model()->index(0, 0).data().toString(), u"Kontorblatt"_s);
    QCOMPARE(publishers->model()->index(0, tables::PublisherSummaryModel::Confirmed).data().toString(), u"1"_s);
    QCOMPARE(publishers->model()->index(1, tables::PublisherSummaryModel::Contradicted).data().toString(), u"2"_s);
}

void PublisherTableTest::publishersFollowTheFilter()
{
    auto *publishers = m_panel->findChild<PublisherTable *>();
    showPublishers();
    choose(u"Filter claims by instrument"_s, u"NVDA"_s);
    QVERIFY(choice(u"Filter claims by instrument"_s)->isVisible());
    QVERIFY2(headNote().contains(u"3 of 5 claim"_s), qPrintable(headNote()));
    QCOMPARE(publishers->model()->rowCount(), 2);
    QCOMPARE(publishers->model()->index(0, tables::PublisherSummaryModel::NoData).data().toString(), u"0"_s);
    QCOMPARE(publishers->model()->index(1, tables::PublisherSummaryModel::Contradicted).data().toString(), u"1"_s);
    choose(u"Filter claims by verdict"_s, u"dismissed by you"_s); // and not NVDA's only
    QVERIFY2(note().contains(u"None of these claims"_s), qPrintable(note()));
    choose(u"Filter claims by instrument"_s, u"BTC-USD"_s);
    QVERIFY2(note().contains(u"No claim matches"_s), qPrintable(note()));
}

void PublisherTableTest::publishersAreExported()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"publishers.csv"_s);
    showPublishers();
    m_panel->findChild<PublisherTable *>()->sortByColumn(tables::PublisherSummaryModel::Contradicted,
                                                         Qt::DescendingOrder);
    QSignalSpy exported(m_panel.get(), &ClaimsPanel::exported);
    m_panel->exportTo(path);
    QTRY_COMPARE(exported.count(), 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(),
             QByteArray("publisher,confirmed,intraday,other_basis,contradicted,no_data,unattributed,rate\r\n"
                        "Lanternhill Dispatch,0,0,0,2,0,0,\r\n"
                        "Kontorblatt,1,1,0,0,1,0,\r\n"));
}

void PublisherTableTest::everyPublisherColumnIsInSight_data()
{
    QTest::addColumn<int>("width");
    QTest::newRow("beside charts at 1600 px") << 890;
    QTest::newRow("in a small window") << 560;
}

void PublisherTableTest::everyPublisherColumnIsInSight()
{
    QFETCH(int, width);
    m_panel->resize(width, 300);
    showPublishers();
    auto *publishers = m_panel->findChild<PublisherTable *>();
    const QHeaderView *header = publishers->horizontalHeader();
    QVERIFY2(header->length() <= publishers->viewport()->width(),
             qPrintable(u"%1 of %2"_s.arg(header->length()).arg(publishers->viewport()->width())));
    for (int column = 0; column < publishers->model()->columnCount(); ++column)
        QVERIFY(header->sectionSize(column)
                >= publishers->itemDelegate()->sizeHint({}, publishers->model()->index(0, column)).width());
}

QTEST_MAIN(PublisherTableTest)
#include "tst_publishertable.moc"
