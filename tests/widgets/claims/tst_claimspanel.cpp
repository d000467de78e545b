// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../models/tables/ClaimMaker.h"
#include "../../models/tables/SessionSupport.h"
#include <store/StoreWriter.h>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <claimview/ClaimFilterBar.h>
#include <claimview/ClaimsPanel.h>
#include <claimview/PublisherTable.h>
#include <claimview/VerdictDelegate.h>
#include <style/DockHead.h>

using namespace tickmark;
using namespace tickmark::claimview;
using namespace Qt::StringLiterals;
using claims::VerdictCode;
using tables::ClaimBook;
using tables::ClaimBookPtr;
using tables::ClaimColumn;
using tables::ClaimMaker;

namespace {

//! Six numbers of two publishers, one dismissed; the headlines are what a spreadsheet and a parser must not trip over.
ClaimBookPtr someBook()
{
    std::vector<store::StoredClaim> made{
        ClaimMaker().in(1),
        ClaimMaker().in(1, 1).stated(14.4, 0.05).verdict(VerdictCode::Intraday, claims::Basis::Range, -16.97),
        ClaimMaker()
            .in(2)
            .of(claims::ClaimKind::Value, u"USD"_s)
            .stated(450e9, 5e9)
            .hedged(claims::Hedge::AtLeast)
            .verdict(VerdictCode::Contradicted, claims::Basis::None, -592.7e9)
            .with([](store::StoredClaim &claim) { claim.verdict->off = 142.7e9; }),
        ClaimMaker().in(2, 1).about(2, u"BTC-USD"_s, u"Bitcoin"_s).stated(12, 0.5).verdict(VerdictCode::Contradicted),
        ClaimMaker().in(3).about(0, {}, u"Volkswagen"_s).stated(2, 0.5).verdict(VerdictCode::NoData),
        ClaimMaker().in(3, 1).stated(99, 0.5).dismissed(),
    };
    return std::make_shared<const ClaimBook>(
        std::move(made),
        std::vector{tables::newsOf(1, u"Kontorblatt"_s, u"=SUMME(A1), \"Nvidia\""_s),
                    tables::newsOf(2, u"Lanternhill Dispatch"_s, u"What one cheap model cost"_s),
                    tables::newsOf(3, u"Kontorblatt"_s, u"Autos"_s)},
        std::vector{tables::stock(1, u"NVDA"_s, u"Nvidia"_s), tables::stock(2, u"BTC-USD"_s, u"Bitcoin"_s)}, u"de"_s);
}

} // namespace

//! The table of all claims, worked on with mouse and keyboard.
class ClaimsPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void emptyPanelsSayWhatToDo();
    void verdictsHaveTheirShape();
    void choicesFilter_data();
    void choicesFilter();
    void typedTextFilters();
    void betweenTwoDays();
    void daysInViewFollowTheCharts();
    void theHeadCounts();
    void thousandsAreGrouped();
    void whatIsRepeatedIsSaid();
    void theFilterCanBeCleared();
    void arrowsActivate();
    void theMenuShowsTheHeadline();
    void selectingFromOutsideIsSilent();
    void theSelectionSurvivesFilterSortAndNewBooks();
    void aClickOnAHeadSorts();
    void copiesTheTable();
    void exportsWhatIsShown();
    void aFileThatCannotBeWrittenIsReported();
    void publishersAreCounted();
    void publishersFollowTheFilter();
    void publishersAreExported();
    void everyPublisherColumnIsInSight_data();
    void everyPublisherColumnIsInSight();
    void oneLongVerdictDoesNotWidenTheColumn();
    void stateReturns();
    void anotherStoreStartsWithoutTheFilter();

private:
    [[nodiscard]] QAbstractItemModel *model() const { return m_claims->model(); }
    [[nodiscard]] QComboBox *choice(const QString &accessibleName) const
    {
        for (QComboBox *box : m_panel->findChildren<QComboBox *>()) {
            if (box->accessibleName() == accessibleName)
                return box;
        }
        return nullptr;
    }
    void choose(const QString &accessibleName, const QString &text);
    //! Of the menu of a row.
    [[nodiscard]] QAction *action(const QString &name) const;
    void showPublishers() const;
    [[nodiscard]] QString note() const;
    [[nodiscard]] QString headNote() const;
    [[nodiscard]] QStringList column(ClaimColumn column) const;

    tables::TestSession m_session; //!< of an empty store
    std::unique_ptr<style::Appearance> m_appearance;
    std::unique_ptr<style::DockHead> m_head;
    std::unique_ptr<ClaimsPanel> m_panel;
    QTableView *m_claims = nullptr;
};

void ClaimsPanelTest::initTestCase()
{
    QVERIFY(m_session.openWith([](store::StoreWriter &) { return core::Result<>(); }));
}

void ClaimsPanelTest::init()
{
    m_panel.reset();
    m_head.reset();
    m_appearance = std::make_unique<style::Appearance>(u"en"_s);
    QVERIFY(m_appearance->setZone("Europe/Berlin"));
    m_panel = std::make_unique<ClaimsPanel>(*m_appearance);
    m_head.reset(m_panel->makeHead(nullptr));
    m_head->show();
    m_panel->resize(1100, 500);
    m_panel->show();
    for (QTableView *view : m_panel->findChildren<QTableView *>()) {
        if (!qobject_cast<PublisherTable *>(view) && view->model()->columnCount() == tables::kClaimColumns)
            m_claims = view;
    }
    QVERIFY(m_claims);
    m_panel->setSession(m_session.get());
    m_panel->setBook(someBook());
    QTRY_COMPARE(model()->rowCount(), 5);
}

void ClaimsPanelTest::choose(const QString &accessibleName, const QString &text)
{
    QComboBox *box = choice(accessibleName);
    QVERIFY(box);
    const int index = box->findText(text);
    QVERIFY2(index >= 0, qPrintable(text));
    box->setFocus();
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index); // as the list does when it is clicked
}

QAction *ClaimsPanelTest::action(const QString &name) const
{
    for (QAction *each : m_claims->actions()) {
        if (each->objectName() == name)
            return each;
    }
    return nullptr;
}

void ClaimsPanelTest::showPublishers() const
{
    for (QToolButton *button : m_head->findChildren<QToolButton *>()) {
        if (button->text() == u"By publisher")
            button->click();
    }
}

QString ClaimsPanelTest::note() const
{
    for (const QLabel *label : m_panel->findChildren<QLabel *>()) {
        if (label->isVisibleTo(m_panel.get()) && label->wordWrap())
            return label->text();
    }
    return {};
}

QString ClaimsPanelTest::headNote() const
{
    QStringList texts;
    for (const QLabel *label : m_head->findChildren<QLabel *>())
        texts.append(label->text());
    return texts.join(u'|');
}

QStringList ClaimsPanelTest::column(ClaimColumn column) const
{
    QStringList cells;
    for (int row = 0; row < model()->rowCount(); ++row)
        cells.append(model()->index(row, int(column)).data().toString());
    return cells;
}

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

void ClaimsPanelTest::choicesFilter_data()
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

void ClaimsPanelTest::choicesFilter()
{
    QFETCH(QString, box);
    QFETCH(QString, text);
    QFETCH(int, rows);
    choose(box, text);
    QCOMPARE(model()->rowCount(), rows);
}

void ClaimsPanelTest::typedTextFilters()
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

void ClaimsPanelTest::betweenTwoDays()
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

void ClaimsPanelTest::daysInViewFollowTheCharts()
{
    m_panel->setViewRange({ClaimMaker::publishedAt(2), ClaimMaker::publishedAt(3)});
    QCOMPARE(model()->rowCount(), 5);
    choose(u"Filter claims by day of publication"_s, u"In view"_s);
    QCOMPARE(model()->rowCount(), 2);
    m_panel->setViewRange({ClaimMaker::publishedAt(3), ClaimMaker::publishedAt(4)});
    QCOMPARE(model()->rowCount(), 1);
}

void ClaimsPanelTest::theHeadCounts()
{
    QVERIFY2(headNote().contains(u"5 claim"_s), qPrintable(headNote()));
    choose(u"Filter claims by verdict"_s, u"contradicted"_s);
    QVERIFY2(headNote().contains(u"2 of 5 claim"_s), qPrintable(headNote()));
}

void ClaimsPanelTest::thousandsAreGrouped()
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

void ClaimsPanelTest::whatIsRepeatedIsSaid()
{
    const std::vector<store::StoredClaim> made{ClaimMaker().in(1), ClaimMaker().in(1, 1), ClaimMaker().in(2)};
    m_panel->setBook(std::make_shared<const ClaimBook>(
        made, std::vector{tables::newsOf(1, u"Kontorblatt"_s, u"A"_s), tables::newsOf(2, u"Morgenkurs"_s, u"B"_s)},
        std::vector{tables::stock(1, u"NVDA"_s, u"Nvidia"_s)}, u"de"_s));
    QTRY_COMPARE(model()->rowCount(), 3);
    QVERIFY2(headNote().contains(u"3 claims, 1 of them repeated"_s), qPrintable(headNote()));
}

void ClaimsPanelTest::theFilterCanBeCleared()
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

void ClaimsPanelTest::publishersAreCounted()
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

void ClaimsPanelTest::publishersFollowTheFilter()
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

void ClaimsPanelTest::publishersAreExported()
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

void ClaimsPanelTest::everyPublisherColumnIsInSight_data()
{
    QTest::addColumn<int>("width");
    QTest::newRow("beside charts at 1600 px") << 890;
    QTest::newRow("in a small window") << 560;
}

void ClaimsPanelTest::everyPublisherColumnIsInSight()
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

void ClaimsPanelTest::anotherStoreStartsWithoutTheFilter()
{
    choose(u"Filter claims by instrument"_s, u"BTC-USD"_s);
    m_panel->setBook(nullptr);
    m_panel->setBook(someBook());
    QTRY_COMPARE(model()->rowCount(), 5);
}

QTEST_MAIN(ClaimsPanelTest)
#include "tst_claimspanel.moc"
