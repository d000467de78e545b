// SPDX-License-Identifier: GPL-3.0-or-later
#include "ImportBench.h"
#include <dialogs/AdditionModel.h>
#include <dialogs/ImportsDialog.h>
#include <dialogs/RoleHeader.h>

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTranslator>

using namespace tickmark;
using namespace Qt::Literals::StringLiterals;
using dialogs::ImportBench;
using dialogs::ImportWork;
using State = ImportWork::State;

namespace {

//! Another language: every sentence comes back in brackets.
class BracketTranslator : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return u'[' + QString::fromUtf8(source) + u']';
    }
};

} // namespace

//! Bringing files into a store through the window.
class TestImportDialog : public QObject, private ImportBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(openStore()); }
    void cleanup() { closeStore(); }
    void aGermanFileIsImported();
    void ambiguousDatesAreAskedFirst();
    void aRoleCorrectedByHandIsStored();
    void anUnknownSymbolIsAddedAsInstrument();
    void aNewInstrumentOfANamelessFile();
    void shareCountsAreRecognised();
    void splitsAndDividendsAreRecognised();
    void splitsOfOneInstrument();
    void aFeedIsImported();
    void theCountsAddUp();
    void rejectsAreListedWithTheirLines();
    void severalFilesOneAfterAnother();
    void allButTheOneThatAsks();
    void aReadOnlyStoreOnlyPreviews();
    void theLanguageSwitchesInTheOpenDialog();
    void previewMarksWhatLooksWrong();
    void theListOfImportsUndoes();
    void theQuestionCountsWhatReallyGoes();
};

void TestImportDialog::aGermanFileIsImported()
{
    const QString path = write(u"SAP.DE_Kurse.csv"_s, "Datum;Erster;Hoch;Tief;Schlusskurs;St\xC3\xBC"
                                                      "cke\r\n"
                                                      "27.03.2025;1.258,00;1.263,50;1.257,10;1.261,40;2.100.000\r\n"
                                                      "28.03.2025;1.261,40;1.262,00;1.260,00;1.261,00;1.900.000\r\n");
    ImportWork *work = open(path);
    QVERIFY(work && work->check());
    QCOMPARE(work->draft().options.symbol, u"SAP.DE"_s); // from the file's name
    QCOMPARE(work->check()->totals->inserted, 2);
    auto *table = m_dialog->findChild<QTableView *>(u"previewTable"_s);
    QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(table->model()->index(0, 1).data().toString(), u"27 Mar 2025: 1,261.40"_s);
    QVERIFY(button("import")->isEnabled());

    QSignalSpy imported(m_dialog.get(), &dialogs::ImportDialog::imported);
    QSignalSpy changed(m_session->get(), &pipeline::StoreSession::changed);
    button("import")->click();
    QTRY_COMPARE(imported.size(), 1);
    QCOMPARE(imported.front().front().toStringList(), QStringList{u"SAP.DE"_s});
    QVERIFY(imported.front().at(1).toLongLong() > 0);
    QCOMPARE(changed.size(), 1);
    const auto bars = dailyBars(u"SAP.DE"_s);
    QCOMPARE(bars.size(), std::size_t(2));
    QCOMPARE(bars[0].session, *core::SessionDate::fromIso("2025-03-27"));
    QCOMPARE(bars[0].open, 125'800);
    QCOMPARE(bars[0].high, 126'350);
    QCOMPARE(bars[0].low, 125'710);
    QCOMPARE(bars[0].close, 126'140);
    QCOMPARE(*bars[0].volume, 2'100'000);

    QSignalSpy showWanted(m_dialog.get(), &dialogs::ImportDialog::showWanted);
    button("showInChart")->click();
    QCOMPARE(showWanted.size(), 1);
    button("undoImport")->click();
    QTRY_VERIFY(work->undone());
    QVERIFY(dailyBars(u"SAP.DE"_s).empty());
}

void TestImportDialog::ambiguousDatesAreAskedFirst()
{
    ImportWork *work = open(write(u"SAP.DE.csv"_s, "Date,Close\n03/04/2025,261.40\n04/04/2025,261.00\n"));
    QVERIFY(work);
    QVERIFY(!button("import")->isEnabled());
    QVERIFY(m_dialog->findChild<QLabel *>(u"notice"_s)->isVisible());
    auto *dayFirst = m_dialog->findChild<QRadioButton *>(u"dayFirst"_s);
    QVERIFY(dayFirst && dayFirst->isVisible());
    dayFirst->click();
    QTRY_VERIFY(work->check());
    QTRY_VERIFY(button("import")->isEnabled());
    button("import")->click();
    QTRY_COMPARE(work->state(), State::Finished);
    QCOMPARE(dailyBars(u"SAP.DE"_s).front().session, *core::SessionDate::fromIso("2025-04-03"));
}

void TestImportDialog::aRoleCorrectedByHandIsStored()
{
    ImportWork *work = open(
        write(u"SAP.DE.csv"_s, "Date,Close,Settlement\n2025-04-03,261.40,99.50\n2025-04-04,261.00,98.00\n"));
    QVERIFY(work && work->check());
    auto *header = m_dialog->findChild<dialogs::RoleHeader *>();
    QComboBox *box = header->box(2);
    QCOMPARE(box->currentData().toInt(), int(sources::ColumnRole::Ignored));
    box->setCurrentIndex(box->findData(int(sources::ColumnRole::Close)));
    Q_EMIT box->activated(box->currentIndex());
    QTRY_VERIFY(isSettled(*work) && work->preview()->profile.columns[2].role == sources::ColumnRole::Close);
    QCOMPARE(header->box(1)->currentData().toInt(), int(sources::ColumnRole::Ignored)); // taken from the other
    QTRY_VERIFY(button("import")->isEnabled());
    button("import")->click();
    QTRY_COMPARE(work->state(), State::Finished);
    const auto bars = dailyBars(u"SAP.DE"_s);
    QCOMPARE(bars.size(), std::size_t(2));
    QCOMPARE(bars[0].close, 9'950);
}

void TestImportDialog::anUnknownSymbolIsAddedAsInstrument()
{
    ImportWork *work = open(write(u"mix.csv"_s, "symbol,date,close\nSAP.DE,2025-04-03,261.40\nBMW.DE,2025-04-03,81.20\n"
                                                "BMW.DE,2025-04-04,80.10\nXYZ,2025-04-03,1.00\n"));
    QVERIFY(work && work->check());
    QCOMPARE(work->check()->unknownSymbols(), (QStringList{u"BMW.DE"_s, u"XYZ"_s}));
    auto *table = m_dialog->findChild<QTableView *>(u"additions"_s);
    QVERIFY(table && table->isVisible());
    auto *model = table->model();
    QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(model->index(0, dialogs::AdditionModel::Market).data().toString().contains(u"XETR"_s));
    QVERIFY(model->setData(model->index(0, 0), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(button("import")->isEnabled());
    // nobody knows where XYZ is traded, so the user has to say
    QVERIFY(model->setData(model->index(1, 0), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(!button("import")->isEnabled());
    QVERIFY(model->setData(model->index(1, 0), Qt::Unchecked, Qt::CheckStateRole));
    button("import")->click();
    QTRY_COMPARE(work->state(), State::Finished);
    QCOMPARE(work->outcome()->added, QStringList{u"BMW.DE"_s});
    QCOMPARE(dailyBars(u"BMW.DE"_s).size(), std::size_t(2));
    QCOMPARE(dailyBars(u"SAP.DE"_s).size(), std::size_t(1));
    auto reader = store::StoreReader::open(m_session->path());
    QCOMPARE((*reader)->instrument(u"BMW.DE"_s)->mic, u"XETR"_s);
    QCOMPARE((*reader)->instrument(u"BMW.DE"_s)->currency, u"EUR"_s);
    QVERIFY(!(*reader)->instrument(u"XYZ"_s));
}

void TestImportDialog::aNewInstrumentOfANamelessFile()
{
    ImportWork *work = open(write(u"kurse.csv"_s, "Date,Close\n2025-04-03,81.20\n2025-04-04,80.10\n"));
    QVERIFY(work);
    QCOMPARE(work->preview()->questions.front(), dialogs::ImportQuestion::Symbol);
    auto *choice = m_dialog->findChild<QComboBox *>(u"instrumentChoice"_s);
    choice->setCurrentIndex(1); // a new one
    Q_EMIT choice->activated(1);
    auto *symbol = m_dialog->findChild<QLineEdit *>(u"newSymbol"_s);
    QVERIFY(symbol->isVisible());
    symbol->setText(u"BMW.DE"_s);
    Q_EMIT symbol->editingFinished();
    QTRY_VERIFY(button("import")->isEnabled());
    QTRY_VERIFY(work->check());
    QVERIFY(!m_dialog->findChild<QTableView *>(u"additions"_s)->isVisible()); // nothing is left to be said of it
    for (const QLabel *label : m_dialog->findChildren<QLabel *>())
        QVERIFY2(!label->isVisible() || !label->text().contains(u"Left out"), qPrintable(label->text()));
    button("import")->click();
    QTRY_COMPARE(work->state(), State::Finished);
    QCOMPARE(dailyBars(u"BMW.DE"_s).size(), std::size_t(2));
}

void TestImportDialog::shareCountsAreRecognised()
{
    ImportWork *work = open(
        write(u"aktien.csv"_s, "symbol,date,shares\nSAP.DE,2025-04-03,1228504232\nSAP.DE,gestern,3\n"));
    QVERIFY(work && work->check());
    QCOMPARE(work->preview()->readAs, dialogs::ReadAs::Shares);
    QCOMPARE(work->check()->rejectCount, 1);
    QSignalSpy changed(m_session->get(), &pipeline::StoreSession::changed);
    button("import")->click();
    QTRY_COMPARE(work->state(), State::Finished);
    QCOMPARE(changed.front().front().value<pipeline::StoreChanges>(),
             pipeline::StoreChanges(pipeline::StoreChange::Shares));
}

void TestImportDialog::splitsAndDividendsAreRecognised()
{
    ImportWork *work = open(write(u"sap.csv"_s, "symbol,date,kind,ratio,amount\nSAP.DE,2025-04-03,split,3:1,\n"
                                                "SAP.DE,2025-04-04,dividend,,2.35\nSAP.DE,2025-04-05,split,,\n"
                                                "NOCH.DE,2025-04-03,split,2:1,\n"));
    QVERIFY(work && work->check());
    QCOMPARE(work->preview()->readAs, dialogs::ReadAs::Actions);
    QCOMPARE(work->check()->rejectCount, 1);
    QCOMPARE(work->check()->unknownSymbols(), QStringList{u"NOCH.DE"_s});
    const auto *rows = m_dialog->findChild<QTableView *>(u"previewTable"_s)->model();
    QVERIFY2(rows->index(0, 1).data().toString().endsWith(u"split 3 for 1"_s),
             qPrintable(rows->index(0, 1).data().toString()));
    QVERIFY2(rows->index(1, 1).data().toString().endsWith(u"dividend of 2.35"_s),
             qPrintable(rows->index(1, 1).data().toString()));
    QSignalSpy changed(m_session->get(), &pipeline::StoreSession::changed);
    button("import")->click();
    QTRY_COMPARE(work->state(), State::Finished);
    QVERIFY(changed.front().front().value<pipeline::StoreChanges>() & pipeline::StoreChange::Quotes);
    auto reader = store::StoreReader::open(m_session->path());
    const auto splits = (*reader)->splits((*reader)->instrument(u"SAP.DE"_s)->id);
    QCOMPARE(splits->size(), std::size_t(1));
    QCOMPARE(splits->front().newShares, 3);
}

//! A list without a column of symbols: the file's name may say whose it is, else the user is asked.
void TestImportDialog::splitsOfOneInstrument()
{
    const QByteArray text = "Datum;Art;Verh\xC3\xA4ltnis;Betrag\n03.04.2025;Split;3:1;\n04.04.2025;Dividende;;2,35\n";
    ImportWork *work = open(write(u"unbenannt.csv"_s, text));
    QVERIFY(work && work->preview());
    QCOMPARE(work->preview()->readAs, dialogs::ReadAs::Actions);
    QCOMPARE(work->preview()->questions, std::vector{dialogs::ImportQuestion::Symbol});
    QVERIFY(!button("import")->isEnabled());
    work->edit([](dialogs::ImportDraft &draft) { draft.options.symbol = u"SAP.DE"_s; });
    QTRY_VERIFY(button("import")->isEnabled());
    button("import")->click();
    QTRY_COMPARE(work->state(), State::Finished);
    auto reader = store::StoreReader::open(m_session->path());
    const auto splits = (*reader)->splits((*reader)->instrument(u"SAP.DE"_s)->id);
    QCOMPARE(splits->size(), std::size_t(1));
    QCOMPARE(splits->front().newShares, 3);
}

void TestImportDialog::aFeedIsImported()
{
    const auto headlines = [this] {
        auto reader = store::StoreReader::open(m_session->path());
        return (*reader)->info()->news;
    };
    const qint64 before = headlines();
    ImportWork *work = open(write(
        u"desk.xml"_s, "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Desk</title>"
                       "<item><title>Nvidia closes 17 percent lower</title><guid>1</guid>"
                       "<pubDate>Mon, 27 Jan 2025 21:30:00 GMT</pubDate><description>Nvidia closed at 118.42 dollars, "
                       "down 17 percent.</description></item>"
                       "<item><title>A quiet day</title><guid>2</guid>"
                       "<pubDate>Tue, 28 Jan 2025 21:30:00 GMT</pubDate></item></channel></rss>"));
    QVERIFY(work && work->check());
    QCOMPARE(work->check()->totals->inserted, 2);
    QVERIFY(work->check()->news->claims > 0);
    QVERIFY(!m_dialog->findChild<QComboBox *>(u"readAs"_s)->isVisible()); // it is nothing else
    const auto *table = m_dialog->findChild<QTableView *>(u"previewTable"_s)->model();
    QCOMPARE(table->rowCount(), 2);
    QCOMPARE(table->index(0, 1).data().toString(), u"27 Jan 2025, 21:30"_s);
    QCOMPARE(table->index(0, 2).data().toString(), u"Nvidia closes 17 percent lower"_s);
    QCOMPARE(headlines(), before); // looking changes nothing

    QSignalSpy changed(m_session->get(), &pipeline::StoreSession::changed);
    button("import")->click();
    QTRY_COMPARE_WITH_TIMEOUT(work->state(), State::Finished, 20'000);
    QVERIFY(changed.front().front().value<pipeline::StoreChanges>() & pipeline::StoreChange::News);
    QCOMPARE(headlines(), before + 2);
    button("undoImport")->click();
    QTRY_VERIFY_WITH_TIMEOUT(work->undone(), 20'000);
    QCOMPARE(headlines(), before);
}

void TestImportDialog::theCountsAddUp()
{
    ImportWork *work = open(write(u"sap.csv"_s, "symbol,date,kind,ratio,amount\nSAP.DE,2025-04-03,split,3:1,\n"
                                                "SAP.DE,2025-04-04,dividend,,2.35\nSAP.DE,2025-04-03,split,3:1,\n"));
    QVERIFY(work && work->check());
    button("import")->click();
    QTRY_COMPARE(work->state(), State::Finished);
    QStringList said;
    for (const QLabel *facts : m_dialog->findChildren<QLabel *>(u"facts"_s))
        said += facts->text();
    const QString text = said.join(u'\n');
    QVERIFY2(text.contains(u"Rows: 3,"), qPrintable(text));
    QVERIFY2(text.contains(u"New: 2. Replaced: 0. Unchanged: 0."), qPrintable(text));
    QVERIFY2(text.contains(u"counted once: 1."), qPrintable(text));
}

void TestImportDialog::rejectsAreListedWithTheirLines()
{
    ImportWork *work = open(write(u"SAP.DE.csv"_s, "Date,Close\n2025-04-03,261.40\n2025-04-04,n.a.x\n"
                                                   "2025-04-07,260.00\n2025-13-08,261.00\n2025-04-09,259.00\n"));
    QVERIFY(work && work->check());
    auto *table = m_dialog->findChild<QTableView *>(u"rejects"_s);
    QVERIFY(table->isVisible());
    QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->index(0, 0).data().toString(), u"3"_s);
    QCOMPARE(table->model()->index(0, 2).data().toString(), u"2025-04-04,n.a.x"_s);
    QCOMPARE(table->model()->index(1, 0).data().toString(), u"5"_s);
    button("import")->click();
    QTRY_COMPARE(work->state(), State::Finished);
    QCOMPARE(work->outcome()->totals->inserted, 3);
    QCOMPARE(table->model()->rowCount(), 2);
}

void TestImportDialog::severalFilesOneAfterAnother()
{
    const QString first = write(u"SAP.DE.csv"_s, "Date,Close\n2025-04-03,261.40\n2025-04-04,261.00\n");
    const QString second = write(u"NVDA.csv"_s, "Date,Close\n2025-04-03,101.80\n2025-04-04,94.31\n");
    m_dialog = std::make_unique<dialogs::ImportDialog>(*m_appearance, *m_session->get());
    m_dialog->show();
    m_dialog->addFiles({first, second, first});
    QCOMPARE(m_dialog->fileCount(), 2);
    QTRY_VERIFY(isSettled(m_dialog->page(0)->work()) && isSettled(m_dialog->page(1)->work()));
    button("importAll")->click();
    QTRY_COMPARE(m_dialog->page(1)->work().state(), State::Finished);
    QCOMPARE(m_dialog->page(0)->work().state(), State::Finished);
    QCOMPARE(dailyBars(u"SAP.DE"_s).size(), std::size_t(2));
    QCOMPARE(dailyBars(u"NVDA"_s).size(), std::size_t(2));
}

void TestImportDialog::allButTheOneThatAsks()
{
    const QString asking = write(u"kurse.csv"_s, "Date,Close\n2025-04-03,81.20\n2025-04-04,80.10\n");
    const QString second = write(u"NVDA.csv"_s, "Date,Close\n2025-04-03,101.80\n2025-04-04,94.31\n");
    m_dialog = std::make_unique<dialogs::ImportDialog>(*m_appearance, *m_session->get());
    m_dialog->show();
    m_dialog->addFiles({asking, second});
    QTRY_VERIFY(isSettled(m_dialog->page(0)->work()) && isSettled(m_dialog->page(1)->work()));
    const auto *files = m_dialog->findChild<QListWidget *>(u"files"_s);
    QTRY_COMPARE(files->item(0)->text(), u"kurse.csv – asks something"_s);
    m_dialog->findChild<QListWidget *>(u"files"_s)->setCurrentRow(1);
    button("importAll")->click();
    QTRY_COMPARE(m_dialog->page(1)->work().state(), State::Finished);
    QTRY_COMPARE(files->currentRow(), 0); // it waits for its answer
}

void TestImportDialog::aReadOnlyStoreOnlyPreviews()
{
    m_session->close();
    auto other = store::StoreWriter::open(m_session->path()); // as another window would
    QVERIFY(other.has_value());
    QVERIFY(m_session->open());
    QVERIFY(!m_session->get()->writer());
    ImportWork *work = open(write(u"SAP.DE.csv"_s, "Date,Close\n2025-04-03,261.40\n2025-04-04,261.00\n"));
    QVERIFY(work);
    QTRY_VERIFY(work->check());
    QCOMPARE(work->check()->rows, 2);
    QVERIFY(!button("import")->isEnabled());
    QCOMPARE(m_dialog->findChild<QLabel *>(u"notice"_s)->text(), m_session->get()->whyReadOnly()->message);
    m_dialog.reset();
    m_session->close();
}

void TestImportDialog::theLanguageSwitchesInTheOpenDialog()
{
    ImportWork *work = open(write(u"SAP.DE.csv"_s, "Date,Close\n2025-04-03,1261.40\n2025-04-04,261.00\n"));
    QVERIFY(work && work->check());
    auto *table = m_dialog->findChild<QTableView *>(u"previewTable"_s);
    BracketTranslator translator;
    QVERIFY(QCoreApplication::installTranslator(&translator));
    m_appearance->setLanguage(u"de"_s);
    QTRY_VERIFY(m_dialog->windowTitle().startsWith(u'['));
    QTRY_VERIFY(isSettled(*work));
    QVERIFY(button("import")->text().startsWith(u'['));
    QTRY_VERIFY(work->preview()->findings.front().text.startsWith(u'['));
    QVERIFY(table->model()->headerData(0, Qt::Horizontal).toString().startsWith(u'['));
    QVERIFY(table->model()->index(0, 1).data().toString().contains(u"03.04.2025"_s));
    QVERIFY(m_dialog->findChild<dialogs::RoleHeader *>()->box(0)->currentText().startsWith(u'['));
    QCoreApplication::removeTranslator(&translator);
}

void TestImportDialog::previewMarksWhatLooksWrong()
{
    ImportWork *work = open(write(u"NVDA.csv"_s, "Date,Open,High,Low,Close\n"
                                                 "2025-04-03,101,102,100,101.80\n"
                                                 "2025-04-04,94,93,95,94.31\n"
                                                 "2025-04-05,94,95,93,94.31\n"));
    QVERIFY(work && work->check());
    QCOMPARE(work->check()->suspiciousRows, 2);
    const auto &rows = work->preview()->rows;
    QCOMPARE(rows.size(), std::size_t(3));
    QCOMPARE(rows[0].flags, quint32(core::kBarPlausible));
    QCOMPARE(rows[1].flags, quint32(core::kBarRangeBroken));
    QCOMPARE(rows[2].flags, quint32(core::kBarOutsideCalendar)); // a Saturday
    auto *table = m_dialog->findChild<QTableView *>(u"previewTable"_s);
    QVERIFY(table);
    const auto readAs = [&](int row) { return table->model()->index(row, 1).data().toString(); };
    QTRY_VERIFY2(readAs(2).contains(u"closed"_s), qPrintable(readAs(2)));
    QVERIFY2(readAs(1).contains(u"looks wrong"_s), qPrintable(readAs(1)));
    QVERIFY2(!readAs(0).contains(u"looks wrong"_s), qPrintable(readAs(0)));
}

void TestImportDialog::theListOfImportsUndoes()
{
    ImportWork *work = open(write(u"NVDA.csv"_s, "Date,Close\n2025-04-03,101.80\n2025-04-04,94.31\n"));
    QVERIFY(work && work->check());
    dialogs::ImportsDialog imports(*m_appearance, *m_session->get());
    imports.show();
    auto *table = imports.findChild<QTableView *>(u"imports"_s);
    QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_VERIFY(table->model()->rowCount() > 0);
    const int before = table->model()->rowCount();
    button("import")->click();
    QTRY_COMPARE(table->model()->rowCount(), before + 1); // follows the store
    QCOMPARE(table->model()->index(0, tables::ImportModel::Origin).data().toString(), u"NVDA.csv"_s);
    table->selectRow(0);
    auto *undo = imports.findChild<QPushButton *>(u"undo"_s);
    QVERIFY(undo->isEnabled());
    undo->click();
    QTRY_VERIFY(imports.findChild<QMessageBox *>());
    auto *question = imports.findChild<QMessageBox *>();
    QVERIFY(question->isVisible());
    for (QAbstractButton *choice : question->buttons()) {
        if (question->buttonRole(choice) == QMessageBox::AcceptRole)
            choice->click();
    }
    QTRY_VERIFY(table->model()->index(0, 0).data(tables::ImportModel::UndoneRole).toBool());
    QVERIFY(dailyBars(u"NVDA"_s).empty());
    QVERIFY(imports.findChild<QLabel *>(u"message"_s)->text().contains(u"NVDA.csv"_s));
    QTRY_VERIFY(!undo->isEnabled());
}

void TestImportDialog::theQuestionCountsWhatReallyGoes()
{
    ImportWork *work = open(write(u"NVDA.csv"_s, "Date,Close\n2025-04-03,101.80\n2025-04-04,94.31\n"));
    QVERIFY(work && work->check());
    button("import")->click();
    QTRY_VERIFY(work->outcome());
    work = open(write(u"later.csv"_s, "Symbol,Date,Close\nNVDA,2025-04-04,94.32\n"));
    QVERIFY(work && work->check());
    button("import")->click();
    QTRY_VERIFY(work->outcome());

    dialogs::ImportsDialog imports(*m_appearance, *m_session->get());
    imports.show();
    auto *table = imports.findChild<QTableView *>(u"imports"_s);
    auto *undo = imports.findChild<QPushButton *>(u"undo"_s);
    QTRY_VERIFY(table->model()->rowCount() > 1);
    QVERIFY(table->selectionModel()->isRowSelected(0, {})); // so that the button can be pressed at once
    QVERIFY(undo->isEnabled());
    table->selectRow(1);
    QCOMPARE(table->model()->index(1, tables::ImportModel::Origin).data().toString(), u"NVDA.csv"_s);
    undo->click();
    QTRY_VERIFY(imports.findChild<QMessageBox *>());
    auto *question = imports.findChild<QMessageBox *>();
    const QString text = question->informativeText();
    QVERIFY2(text.contains(u"Rows that go: 1."_s), qPrintable(text));
    QVERIFY2(text.contains(u"later value: 1"_s) && text.contains(u"later.csv"_s), qPrintable(text));
    for (QAbstractButton *choice : question->buttons()) {
        if (question->buttonRole(choice) == QMessageBox::AcceptRole)
            choice->click();
    }
    auto *message = imports.findChild<QLabel *>(u"message"_s);
    QTRY_VERIFY2(message->text().contains(u"Rows removed: 1."_s), qPrintable(message->text()));
}

QTEST_MAIN(TestImportDialog)
#include "tst_importdialog.moc"
