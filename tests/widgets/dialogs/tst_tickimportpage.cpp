// SPDX-License-Identifier: GPL-3.0-or-later
#include "ImportBench.h"
#include <dialogs/ImportsDialog.h>
#include <dialogs/RoleHeader.h>

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTableView>
#include <QTimer>

#include <archive.h>
#include <archive_entry.h>

using namespace tickmark;
using namespace Qt::Literals::StringLiterals;
using dialogs::ImportBench;
using dialogs::ImportWork;
using State = ImportWork::State;

namespace {

constexpr qint64 kStart = 1'743'687'000'000'000'000; // 2025-04-03T13:30:00Z

//! Rows of bid and ask make two slices, each too large to be told before it is on the disk.
constexpr int kQuoteRows = 20'000;
constexpr qint64 kQuoteTicks = 2 * kQuoteRows;

constexpr char kTrades[] = "timestamp,price,size\n"
                           "2025-04-03T13:30:00.000000125Z,103.51,100\n"
                           "2025-04-03T13:30:00.000000125Z,103.50,20\n"
                           "2025-04-03T13:30:01.5Z,103.52,7\n";

//! Bids and asks, a millisecond apart.
QByteArray manyQuotes()
{
    QByteArray csv = "timestamp,bid,bid size,ask,ask size\n";
    for (int i = 0; i < kQuoteRows; ++i) {
        csv += QByteArray::number(kStart / 1'000'000 + i);
        csv += ",103.";
        csv += QByteArray::number(10 + i % 89);
        csv += ",5,104.";
        csv += QByteArray::number(10 + i % 89);
        csv += ",7\n";
    }
    return csv;
}

QByteArray gzipOf(const QByteArray &content)
{
    archive *writer = archive_write_new();
    archive_write_set_format_raw(writer);
    archive_write_add_filter_gzip(writer);
    QByteArray packed(content.size() + 4096, '\0');
    size_t used = 0;
    archive_write_open_memory(writer, packed.data(), size_t(packed.size()), &used);
    archive_entry *entry = archive_entry_new();
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_write_header(writer, entry);
    archive_write_data(writer, content.constData(), size_t(content.size()));
    archive_entry_free(entry);
    archive_write_close(writer);
    archive_write_free(writer);
    return packed.left(qsizetype(used));
}

} // namespace

//! Files of ticks on their way into a store through the import dialog.
class TestTickImportPage : public QObject, private ImportBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(openStore()); }
    void cleanup() { closeStore(); }
    void tradesAreRecognisedShownAndStored();
    void bidAndAskAreTwoSeries();
    void aSecondImportAddsNothing();
    void cancellingKeepsWhatIsStoredAndTheRestFollows();
    void aCancelledImportCanBeTakenBack();
    void aDamagedFileKeepsWhatCameBefore();
    void addedInstrumentsStayWithTheirTicks();
    void theZoneIsAsked();
    void aBrokenRowIsListed();
    void columnsAreCorrectedByHand();
    void theUserSaysWhatAFileIs();
    void theListOfImportsTakesTicksBack();
    void closingSaysThatTicksStay();

private:
    std::vector<core::Tick> ticksOf(const QString &symbol, core::QuoteField field) const;
    qint64 storedTicks() const;
    QString message() const { return m_dialog->findChild<QLabel *>(u"message"_s)->text(); }
    QString facts() const { return m_dialog->findChild<QLabel *>(u"facts"_s)->text(); }
    QTableView *previewTable() const { return m_dialog->findChild<QTableView *>(u"previewTable"_s); }
    QString previewed(int row) const { return previewTable()->model()->index(row, 1).data().toString(); }
    //! From now on, whoever imports is cancelled when the first ticks are on the disk: the writer's thread waits for the
    //! click, so on no machine is the rest stored before it.
    void cancelAtTheFirstSlice();
    //! Imports `work`, which must have more than one slice, and cancels it after the first.
    bool importAndCancel(ImportWork &work);
};

std::vector<core::Tick> TestTickImportPage::ticksOf(const QString &symbol, core::QuoteField field) const
{
    std::vector<core::Tick> ticks;
    const auto reader = store::StoreReader::open(m_session->path());
    const auto instrument = (*reader)->instrument(symbol);
    if (!instrument)
        return ticks;
    const auto all = (*reader)->seriesOf(instrument->id).value_or(std::vector<core::Series>());
    for (const core::Series &series : all) {
        if (series.field != field)
            continue;
        const auto read = (*reader)->streamTicks(series.id, store::kAllTimes, [&](std::span<const core::Tick> some) {
            ticks.insert(ticks.end(), some.begin(), some.end());
            return true;
        });
        if (!read)
            qWarning("%s", qPrintable(read.error().message));
    }
    return ticks;
}

qint64 TestTickImportPage::storedTicks() const
{
    return (*store::StoreReader::open(m_session->path()))->info()->ticks;
}

void TestTickImportPage::cancelAtTheFirstSlice()
{
    m_session->get()->writer()->setTickListener([this](qint64 seriesId, const ticks::SnapshotPtr &snapshot) {
        m_session->get()->publishTicks(seriesId, snapshot);
        QMetaObject::invokeMethod(
            m_dialog.get(), [this] { button("cancel")->click(); }, Qt::BlockingQueuedConnection);
    });
}

bool TestTickImportPage::importAndCancel(ImportWork &work)
{
    cancelAtTheFirstSlice();
    button("import")->click();
    const bool ended = QTest::qWaitFor([&] { return work.state() != State::Importing; }, 60'000);
    m_session->get()->writer()->setTickListener({});
    return ended && work.wasCancelled();
}

void TestTickImportPage::tradesAreRecognisedShownAndStored()
{
    m_appearance->setZone("America/New_York");
    ImportWork *work = open(write(u"NVDA_trades.csv"_s, kTrades));
    QVERIFY(work && work->check());
    QCOMPARE(work->preview()->readAs, dialogs::ReadAs::Ticks);
    auto *readAs = m_dialog->findChild<QComboBox *>(u"readAs"_s);
    QCOMPARE(readAs->currentText(), u"Ticks"_s);
    QAbstractItemModelTester tester(previewTable()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(previewed(0), u"3 Apr 2025, 09:30:00.000000125: 103.51 × 100"_s);
    QCOMPARE(previewed(2), u"3 Apr 2025, 09:30:01.500: 103.52 × 7"_s);
    auto *header = m_dialog->findChild<dialogs::RoleHeader *>();
    QCOMPARE(header->box(1)->currentText(), u"Price"_s);
    QCOMPARE(header->box(2)->currentText(), u"Size"_s);
    QCOMPARE(work->check()->ticks, 3);
    QVERIFY2(facts().contains(u"Ticks: 3."_s), qPrintable(facts()));
    QVERIFY2(facts().contains(u"from 3 Apr 2025, 09:30:00.000000125 to 3 Apr 2025, 09:30:01.500"_s),
             qPrintable(facts()));

    QSignalSpy changed(m_session->get(), &pipeline::StoreSession::changed);
    QSignalSpy advanced(m_session->get(), &pipeline::StoreSession::ticksAdvanced);
    button("import")->click();
    QTRY_COMPARE(work->state(), State::Finished);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.front().front().value<pipeline::StoreChanges>(),
             pipeline::StoreChanges(pipeline::StoreChange::Quotes));
    QTRY_VERIFY(!advanced.isEmpty()); // what charts follow
    const auto ticks = ticksOf(u"NVDA"_s, core::QuoteField::Trade);
    const std::vector<core::Tick> expected = {{core::Time{kStart + 125}, 10'351, 100},
                                              {core::Time{kStart + 125}, 10'350, 20},
                                              {core::Time{kStart + 1'500'000'000}, 10'352, 7}};
    QCOMPARE(ticks, expected);
    QVERIFY2(facts().contains(u"Ticks added: 3. Known already: 0."_s), qPrintable(facts()));

    button("undoImport")->click();
    QTRY_VERIFY(work->undone());
    QCOMPARE(storedTicks(), 0);
    QVERIFY2(message().contains(u"Ticks removed: 3."_s), qPrintable(message()));
    QVERIFY(!button("undoImport")->isEnabled());
}

void TestTickImportPage::bidAndAskAreTwoSeries()
{
    ImportWork *work = open(write(u"quotes.csv"_s, "symbol,time,bid,bid size,ask,ask size\n"
                                                   "NVDA,2025-04-03T13:30:00.25Z,103.50,300,103.52,200\n"
                                                   "NVDA,2025-04-03T13:30:00.50Z,103.51,100,103.53,900\n"));
    QVERIFY(work && work->check());
    QCOMPARE(work->preview()->readAs, dialogs::ReadAs::Ticks);
    QVERIFY2(previewed(0).endsWith(u"bid 103.50 × 300 / ask 103.52 × 200"_s), qPrintable(previewed(0)));
    QCOMPARE(work->check()->rows, 2);
    QCOMPARE(work->check()->ticks, 4);
    button("import")->click();
    QTRY_COMPARE(work->state(), State::Finished);
    const auto bids = ticksOf(u"NVDA"_s, core::QuoteField::Bid);
    const auto asks = ticksOf(u"NVDA"_s, core::QuoteField::Ask);
    QCOMPARE(bids, (std::vector<core::Tick>{{core::Time{kStart + 250'000'000}, 10'350, 300},
                                            {core::Time{kStart + 500'000'000}, 10'351, 100}}));
    QCOMPARE(asks, (std::vector<core::Tick>{{core::Time{kStart + 250'000'000}, 10'352, 200},
                                            {core::Time{kStart + 500'000'000}, 10'353, 900}}));
}

void TestTickImportPage::aSecondImportAddsNothing()
{
    const QString path = write(u"NVDA_trades.csv"_s, kTrades);
    ImportWork *work = open(path);
    QVERIFY(work && work->check());
    button("import")->click();
    QTRY_COMPARE(work->state(), State::Finished);
    work = open(path);
    QVERIFY(work && work->check());
    button("import")->click();
    QTRY_COMPARE(work->state(), State::Finished);
    QCOMPARE(storedTicks(), 3);
    QVERIFY2(facts().contains(u"Ticks added: 0. Known already: 3."_s), qPrintable(facts()));
    QVERIFY(!button("undoImport")->isVisible()); // there is nothing to take back
}

void TestTickImportPage::cancellingKeepsWhatIsStoredAndTheRestFollows()
{
    ImportWork *work = open(write(u"NVDA_quotes.csv"_s, manyQuotes()));
    QVERIFY(work && work->check());
    QVERIFY(importAndCancel(*work));
    QCOMPARE(work->state(), State::Ready);
    const qint64 kept = storedTicks();
    QCOMPARE(kept, kQuoteRows); // the bids
    QVERIFY(work->kept());
    QCOMPARE(work->kept()->totals->inserted, kept);
    QVERIFY2(message().contains(m_appearance->formats().count(kept)), qPrintable(message()));
    QVERIFY2(message().contains(u"Importing the same file again adds the rest."_s), qPrintable(message()));
    QVERIFY(button("undoImport")->isVisible() && button("undoImport")->isEnabled());

    QVERIFY(button("import")->isEnabled());
    button("import")->click();
    QTRY_COMPARE_WITH_TIMEOUT(work->state(), State::Finished, 60'000);
    QCOMPARE(work->outcome()->totals->unchanged, kept);
    QCOMPARE(work->outcome()->totals->inserted, kQuoteTicks - kept);
    QCOMPARE(storedTicks(), kQuoteTicks);

    button("undoImport")->click(); // both goes
    QTRY_VERIFY_WITH_TIMEOUT(work->undone(), 60'000);
    QCOMPARE(work->undone()->removed, kQuoteTicks);
    QCOMPARE(storedTicks(), 0);
}

void TestTickImportPage::aCancelledImportCanBeTakenBack()
{
    ImportWork *work = open(write(u"NVDA_quotes.csv"_s, manyQuotes()));
    QVERIFY(work && work->check());
    QVERIFY(importAndCancel(*work));
    QCOMPARE(storedTicks(), kQuoteRows);
    button("undoImport")->click();
    QTRY_VERIFY_WITH_TIMEOUT(work->undone(), 60'000);
    QCOMPARE(storedTicks(), 0);
    QVERIFY(!work->kept());
    QVERIFY(!button("undoImport")->isVisible());
    QVERIFY2(message().contains(u"taken back"_s), qPrintable(message()));
    QVERIFY(button("import")->isEnabled());
}

void TestTickImportPage::aDamagedFileKeepsWhatCameBefore()
{
    const QByteArray packed = gzipOf(manyQuotes());
    const QString path = write(u"NVDA_quotes.csv.gz"_s, packed.left(packed.size() / 2));
    ImportWork *work = open(path);
    QVERIFY(work && work->error()); // the check sees it
    button("import")->click();
    QTRY_VERIFY(work->kept());
    QCOMPARE(work->state(), State::Ready);
    QVERIFY(!work->wasCancelled());
    const qint64 kept = storedTicks();
    QVERIFY(kept > 0 && kept < kQuoteTicks);
    QVERIFY2(message().contains(u"NVDA_quotes.csv.gz"_s), qPrintable(message()));
    QVERIFY2(message().contains(m_appearance->formats().count(kept)), qPrintable(message()));

    write(u"NVDA_quotes.csv.gz"_s, packed); // downloaded again
    button("import")->click();
    QTRY_COMPARE_WITH_TIMEOUT(work->state(), State::Finished, 60'000);
    QCOMPARE(work->outcome()->totals->inserted, kQuoteTicks - kept);
    QCOMPARE(storedTicks(), kQuoteTicks);
}

void TestTickImportPage::addedInstrumentsStayWithTheirTicks()
{
    ImportWork *work = open(write(u"quotes.csv"_s, manyQuotes()));
    QVERIFY(work);
    QCOMPARE(work->preview()->questions.front(), dialogs::ImportQuestion::Symbol);
    auto *choice = m_dialog->findChild<QComboBox *>(u"instrumentChoice"_s);
    choice->setCurrentIndex(1); // a new one
    Q_EMIT choice->activated(1);
    auto *symbol = m_dialog->findChild<QLineEdit *>(u"newSymbol"_s);
    symbol->setText(u"BMW.DE"_s);
    Q_EMIT symbol->editingFinished();
    QTRY_VERIFY(work->check());
    QTRY_VERIFY(button("import")->isEnabled());
    QVERIFY(importAndCancel(*work));
    QCOMPARE(ticksOf(u"BMW.DE"_s, core::QuoteField::Bid).size(), std::size_t(kQuoteRows));
    QVERIFY(ticksOf(u"BMW.DE"_s, core::QuoteField::Ask).empty());
    QTRY_VERIFY(button("import")->isEnabled()); // and does not add the instrument once more
    button("import")->click();
    QTRY_COMPARE_WITH_TIMEOUT(work->state(), State::Finished, 60'000);
    QCOMPARE(storedTicks(), kQuoteTicks);
}

void TestTickImportPage::theZoneIsAsked()
{
    ImportWork *work = open(write(u"NVDA_trades.csv"_s, "time,price,size\n2025-04-03 09:30:00.125,103.51,100\n"
                                                        "2025-04-03 09:30:00.250,103.52,100\n"));
    QVERIFY(work);
    QCOMPARE(work->preview()->questions, std::vector{dialogs::ImportQuestion::Zone});
    QVERIFY(!button("import")->isEnabled());
    auto *zone = m_dialog->findChild<QComboBox *>(u"askedZone"_s);
    QVERIFY(zone && zone->isVisible());
    zone->setCurrentIndex(zone->findText(u"America/New_York"_s));
    Q_EMIT zone->activated(zone->currentIndex());
    QTRY_VERIFY(work->check());
    QTRY_VERIFY(button("import")->isEnabled());
    button("import")->click();
    QTRY_COMPARE(work->state(), State::Finished);
    QCOMPARE(ticksOf(u"NVDA"_s, core::QuoteField::Trade).front().time, core::Time{kStart + 125'000'000});
}

void TestTickImportPage::aBrokenRowIsListed()
{
    ImportWork *work = open(write(u"NVDA_trades.csv"_s, "timestamp,price,size\n2025-04-03T13:30:00.125Z,103.51,100\n"
                                                        "2025-04-03T13:30:00.250Z,nan,100\n"
                                                        "2025-04-03T13:30:00.375Z,0.00,100\n"
                                                        "2025-04-03T13:30:00.500Z,103.53,100\n"));
    QVERIFY(work && work->check());
    QVERIFY2(previewed(2).contains(u"looks wrong"_s), qPrintable(previewed(2)));
    auto *rejects = m_dialog->findChild<QTableView *>(u"rejects"_s);
    QVERIFY(rejects->isVisible());
    QCOMPARE(rejects->model()->rowCount(), 1);
    QCOMPARE(rejects->model()->index(0, 0).data().toString(), u"3"_s);
    QVERIFY(rejects->model()->index(0, 2).data().toString().contains(u"nan"_s));
    QVERIFY2(previewed(1) == rejects->model()->index(0, 1).data().toString(), qPrintable(previewed(1)));
    button("import")->click();
    QTRY_COMPARE(work->state(), State::Finished);
    QCOMPARE(work->outcome()->totals->inserted, 3);
    QCOMPARE(rejects->model()->rowCount(), 1);
    QVERIFY2(facts().contains(u"zero or below, kept as they are: 1."_s), qPrintable(facts()));
}

void TestTickImportPage::columnsAreCorrectedByHand()
{
    ImportWork *work = open(write(u"NVDA_trades.csv"_s, "timestamp,price,size,indicative\n"
                                                        "2025-04-03T13:30:00.125Z,103.51,100,99.5\n"
                                                        "2025-04-03T13:30:00.250Z,103.52,100,99.6\n"));
    QVERIFY(work && work->check());
    auto *header = m_dialog->findChild<dialogs::RoleHeader *>();
    QComboBox *box = header->box(3);
    QCOMPARE(box->currentData().toInt(), int(sources::ColumnRole::Ignored));
    box->setCurrentIndex(box->findData(int(sources::ColumnRole::Price)));
    Q_EMIT box->activated(box->currentIndex());
    QTRY_VERIFY(isSettled(*work) && work->preview()->profile.columns[3].role == sources::ColumnRole::Price);
    QCOMPARE(header->box(1)->currentData().toInt(), int(sources::ColumnRole::Ignored));
    button("import")->click();
    QTRY_COMPARE(work->state(), State::Finished);
    QCOMPARE(ticksOf(u"NVDA"_s, core::QuoteField::Trade).front().price, 995);
}

void TestTickImportPage::theUserSaysWhatAFileIs()
{
    ImportWork *work = open(write(u"NVDA.csv"_s, "Time,Close,Volume\n2025-04-03T13:30:00Z,103.51,100\n"
                                                 "2025-04-03T13:31:00Z,103.52,100\n2025-04-03T13:32:00Z,103.5,1\n"));
    QVERIFY(work && work->check());
    QCOMPARE(work->preview()->readAs, dialogs::ReadAs::Bars);
    auto *readAs = m_dialog->findChild<QComboBox *>(u"readAs"_s);
    const auto choose = [&](const QString &text) {
        readAs->setCurrentIndex(readAs->findText(text));
        Q_EMIT readAs->activated(readAs->currentIndex());
        return QTest::qWaitFor([&] { return isSettled(*work); }, 20'000);
    };
    QVERIFY(choose(u"Share counts"_s)); // which it is not
    QTRY_COMPARE(work->state(), State::Trouble);
    QVERIFY(readAs->isVisible());
    QVERIFY(choose(u"Ticks"_s));
    QTRY_VERIFY(work->check());
    QCOMPARE(work->preview()->readAs, dialogs::ReadAs::Ticks);
    QVERIFY(!m_dialog->findChild<QComboBox *>(u"interval"_s)->isVisible());
    button("import")->click();
    QTRY_COMPARE(work->state(), State::Finished);
    QCOMPARE(ticksOf(u"NVDA"_s, core::QuoteField::Trade).size(), std::size_t(3));
}

void TestTickImportPage::theListOfImportsTakesTicksBack()
{
    ImportWork *work = open(write(u"NVDA_trades.csv"_s, kTrades));
    QVERIFY(work && work->check());
    button("import")->click();
    QTRY_COMPARE(work->state(), State::Finished);
    dialogs::ImportsDialog imports(*m_appearance, *m_session->get());
    imports.show();
    auto *table = imports.findChild<QTableView *>(u"imports"_s);
    QTRY_VERIFY(table->model()->rowCount() > 1);
    QCOMPARE(table->model()->index(0, tables::ImportModel::Kind).data().toString(), u"Ticks"_s);
    QCOMPARE(table->model()->index(0, tables::ImportModel::Inserted).data().toString(), u"3"_s);
    table->selectRow(0);
    imports.findChild<QPushButton *>(u"undo"_s)->click();
    QTRY_VERIFY(imports.findChild<QMessageBox *>());
    auto *question = imports.findChild<QMessageBox *>();
    QVERIFY2(question->informativeText().contains(u"Ticks that go: 3."_s), qPrintable(question->informativeText()));
    for (QAbstractButton *choice : question->buttons()) {
        if (question->buttonRole(choice) == QMessageBox::AcceptRole)
            choice->click();
    }
    auto *told = imports.findChild<QLabel *>(u"message"_s);
    QTRY_VERIFY2(told->text().contains(u"Ticks removed: 3."_s), qPrintable(told->text()));
    QCOMPARE(storedTicks(), 0);
}

void TestTickImportPage::closingSaysThatTicksStay()
{
    ImportWork *work = open(write(u"NVDA_quotes.csv"_s, manyQuotes()));
    QVERIFY(work && work->check());
    QString question;
    cancelAtTheFirstSlice();
    QSignalSpy changed(m_session->get(), &pipeline::StoreSession::changed);
    button("import")->click();
    QTimer::singleShot(0, this, [&] {
        const auto *box = m_dialog->findChild<QMessageBox *>();
        question = box ? box->text() : QString();
        for (QAbstractButton *choice : box ? box->buttons() : QList<QAbstractButton *>()) {
            if (m_dialog->findChild<QMessageBox *>()->buttonRole(choice) == QMessageBox::RejectRole)
                choice->click(); // keep importing
        }
    });
    m_dialog->reject();
    QVERIFY2(question.contains(u"Ticks that are in the database stay there"_s), qPrintable(question));
    QVERIFY(m_dialog->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(work->state() != State::Importing, 60'000);
    QVERIFY(work->wasCancelled());
    QCOMPARE(storedTicks(), kQuoteRows);
    QTRY_VERIFY(!changed.isEmpty());
}

QTEST_MAIN(TestTickImportPage)
#include "tst_tickimportpage.moc"
