// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../models/tables/ClaimMaker.h"
#include "ClaimsPanelBench.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <claimview/VerdictDelegate.h>

using namespace tickmark;
using namespace tickmark::claimview;
using namespace Qt::StringLiterals;
using claims::VerdictCode;
using tables::ClaimBook;
using tables::ClaimColumn;
using tables::ClaimMaker;

//! The table of all claims, worked on with mouse and keyboard.
class ClaimsPanelTest : public QObject, private ClaimsPanelBench
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(openStore()); }
    void init() { QVERIFY(start()); }

    void emptyPanelsSayWhatToDo();
    void verdictsHaveTheirShape();
    void arrowsActivate();
    void theMenuShowsTheHeadline();
    void selectingFromOutsideIsSilent();
    void theSelectionSurvivesFilterSortAndNewBooks();
    void aClickOnAHeadSorts();
    void copiesTheTable();
    void exportsWhatIsShown();
    void aFileThatCannotBeWrittenIsReported();
    void oneLongVerdictDoesNotWidenTheColumn();
    void stateReturns();
};

void ClaimsPanelTest::emptyPanelsSayWhatToDo()
{
    QCOMPARE(note(), QString());
    m_panel->setBook(std::make_shared<const ClaimBook>(std::vector<store::StoredClaim>(), std::vector<core::NewsItem>(),
                                                       std::vector<core::Instrument>(), u"de"_s));
    QTRY_VERIFY(note().contains(u"Import news"_s));
    m_panel->setBook(nullptr);
    m_panel->setSession(nullptr);
    QVERIFY(note().contains(u"Open one"_s));
    m_panel->setSession(m_session.get()); // being read: nothing is known yet
    QCOMPARE(note(), QString());
}

void ClaimsPanelTest::verdictsHaveTheirShape()
{
    const QModelIndex verdict = model()->index(0, int(ClaimColumn::Verdict));
    QCOMPARE(verdict.data(kVerdictRole).toInt(), int(VerdictCode::NoData));
    QVERIFY(qobject_cast<VerdictDelegate *>(m_claims->itemDelegate()));
}

void ClaimsPanelTest::arrowsActivate()
{
    QSignalSpy activated(m_panel.get(), &ClaimsPanel::claimActivated);
    m_claims->setFocus();
    m_claims->setCurrentIndex(model()->index(0, 0));
    QTest::keyClick(m_claims, Qt::Key_Down);
    QCOMPARE(activated.count(), 2);
    QCOMPARE(activated[1][0].value<store::ClaimKey>().newsId, 2);
    QTest::keyClick(m_claims, Qt::Key_Right); // the same row
    QCOMPARE(activated.count(), 2);
}

void ClaimsPanelTest::theMenuShowsTheHeadline()
{
    QSignalSpy requested(m_panel.get(), &ClaimsPanel::headlineRequested);
    m_claims->setCurrentIndex(model()->index(0, 0));
    action(u"showHeadline"_s)->trigger();
    QCOMPARE(requested.count(), 1);
    QCOMPARE(requested[0][0].toLongLong(), 3);
}

void ClaimsPanelTest::selectingFromOutsideIsSilent()
{
    QSignalSpy activated(m_panel.get(), &ClaimsPanel::claimActivated);
    m_panel->setActive(store::StoredClaim(ClaimMaker().in(1, 1)).key());
    QCOMPARE(m_claims->currentIndex().siblingAtColumn(int(ClaimColumn::Claim)).data().toString(), u"−14.4%"_s);
    QVERIFY(m_claims->selectionModel()->isRowSelected(m_claims->currentIndex().row()));
    QCOMPARE(activated.count(), 0);
}

void ClaimsPanelTest::theSelectionSurvivesFilterSortAndNewBooks()
{
    QSignalSpy activated(m_panel.get(), &ClaimsPanel::claimActivated);
    const auto selected = [this] {
        return m_claims->currentIndex().siblingAtColumn(int(ClaimColumn::Instrument)).data().toString();
    };
    m_panel->setActive(store::StoredClaim(ClaimMaker().in(2, 1)).key());
    QCOMPARE(selected(), u"BTC-USD"_s);
    choose(u"Filter claims by verdict"_s, u"contradicted"_s);
    QCOMPARE(selected(), u"BTC-USD"_s);
    m_claims->sortByColumn(int(ClaimColumn::Claim), Qt::AscendingOrder);
    QCOMPARE(selected(), u"BTC-USD"_s);
    QSignalSpy resets(model(), &QAbstractItemModel::modelReset);
    m_panel->setBook(someBook());
    QTRY_VERIFY(resets.count() > 0);
    QCOMPARE(selected(), u"BTC-USD"_s);
    choose(u"Filter claims by verdict"_s, u"no data"_s); // does not show it
    QCOMPARE(selected(), QString());
    choose(u"Filter claims by verdict"_s, u"All verdicts"_s);
    QCOMPARE(selected(), u"BTC-USD"_s);
    QCOMPARE(activated.count(), 0);
}

void ClaimsPanelTest::aClickOnAHeadSorts()
{
    QHeaderView *header = m_claims->horizontalHeader();
    const int at = header->sectionViewportPosition(int(ClaimColumn::Instrument)) + header->sectionSize(1) / 2;
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, {at, header->height() / 2});
    QCOMPARE(column(ClaimColumn::Instrument),
             QStringList({u"BTC-USD"_s, u"NVDA"_s, u"NVDA"_s, u"NVDA"_s, u"Volkswagen"_s}));
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, {at, header->height() / 2});
    QCOMPARE(column(ClaimColumn::Instrument).first(), u"Volkswagen"_s);
}

void ClaimsPanelTest::copiesTheTable()
{
    choose(u"Filter claims by verdict"_s, u"no data"_s);
    m_claims->setFocus();
    for (QAction *each : m_claims->actions()) {
        if (each->shortcut() == QKeySequence(QKeySequence::Copy))
            each->trigger();
    }
    const QStringList lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].startsWith(u"Verdict\tInstrument\tClaim\t"_s));
    QVERIFY2(lines[1].startsWith(u"no data\tVolkswagen\t-2%\t"_s), qPrintable(lines[1]));
}

void ClaimsPanelTest::exportsWhatIsShown()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"claims.csv"_s);
    choose(u"Filter claims by instrument"_s, u"NVDA"_s);
    m_claims->sortByColumn(int(ClaimColumn::Published), Qt::AscendingOrder);
    QSignalSpy exported(m_panel.get(), &ClaimsPanel::exported);
    m_panel->exportTo(path);
    QTRY_COMPARE(exported.count(), 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArrayList lines = file.readAll().split('\n');
    QCOMPARE(lines.size(), 5); // head, three rows, and nothing after the last line's end
    QVERIFY(lines[0].startsWith("verdict,basis,subject,"));
    QCOMPARE(lines[0].count(','), 18);
    QVERIFY2(lines[1].startsWith(
                 "intraday,session range against previous close,NVDA,down,14.4,14.4,%,exact,-16.97,2025-01-27,1,"
                 "Kontorblatt,2025-01-27T22:00:00Z,percent,\"'=SUMME(A1), \"\"Nvidia\"\"\",14.35,14.45,-16.97,\r"),
             lines[1].constData());
    // "at least" has no end
    QVERIFY2(lines[3].endsWith(",What one cheap model cost,450000000000,,-592700000000,\r"), lines[3].constData());
}

void ClaimsPanelTest::aFileThatCannotBeWrittenIsReported()
{
    QSignalSpy failed(m_panel.get(), &ClaimsPanel::failed);
    m_panel->exportTo(u"/nowhere/claims.csv"_s);
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(!failed[0][0].value<core::Error>().message.isEmpty());
}

void ClaimsPanelTest::oneLongVerdictDoesNotWidenTheColumn()
{
    std::vector<store::StoredClaim> made;
    for (int i = 0; i < 30; ++i)
        made.push_back(ClaimMaker().in(1, i).stated(i + 1, 0.5));
    made.push_back(ClaimMaker().in(1, 99).verdict(VerdictCode::OtherBasis, claims::Basis::SumOfDailies));
    m_panel->setBook(nullptr);
    m_panel->setBook(std::make_shared<const ClaimBook>(made, std::vector{tables::newsOf(1, u"Kontorblatt"_s, u"A"_s)},
                                                       std::vector{tables::stock(1, u"NVDA"_s, u"Nvidia"_s)}, u"de"_s));
    QTRY_COMPARE(model()->rowCount(), 31);
    const auto width = [this](int row) {
        const QModelIndex index = model()->index(row, int(ClaimColumn::Verdict));
        return m_claims->itemDelegate()->sizeHint({}, index).width();
    };
    const int verdict = m_claims->columnWidth(int(ClaimColumn::Verdict));
    const int last = model()->index(0, 0).data().toString().contains(u"sum of daily"_s) ? 0 : 30;
    QVERIFY(verdict < width(last));
    QVERIFY(verdict >= width(last == 0 ? 1 : 0));
    QVERIFY(model()->index(last, 0).data(Qt::ToolTipRole).toString().contains(u"sum of daily"_s));
}

void ClaimsPanelTest::stateReturns()
{
    m_claims->sortByColumn(int(ClaimColumn::Instrument), Qt::DescendingOrder);
    const QJsonObject state = m_panel->saveState();
    init();
    m_panel->restoreState(state);
    QCOMPARE(column(ClaimColumn::Instrument).first(), u"Volkswagen"_s);
    m_panel->restoreState({{u"column"_s, 99}}); // of another version
    QCOMPARE(model()->rowCount(), 5);
}

QTEST_MAIN(ClaimsPanelTest)
#include "tst_claimspanel.moc"
