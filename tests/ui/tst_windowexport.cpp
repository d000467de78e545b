// SPDX-License-Identifier: GPL-3.0-or-later
#include "WindowBench.h"
#include <charts/StackView.h>
#include <panels/WatchlistPanel.h>
#include <tables/WatchlistModel.h>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPrintDialog>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QUrl>

#include <exportdialog/ExportDialog.h>
#include <exportdialog/PagePreview.h>
#include <window/MessageBar.h>
#include <window/ShortcutsDialog.h>

using namespace tickmark;
using namespace Qt::StringLiterals;
using exportdialog::ExportDialog;
using window::Command;

//! In place of the desktop's file manager.
class FileManager : public QObject
{
    Q_OBJECT

public:
    FileManager() { QDesktopServices::setUrlHandler(u"file"_s, this, "open"); }
    ~FileManager() override { QDesktopServices::unsetUrlHandler(u"file"_s); }
    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened.append(url); }
};

//! What leaves the window, by menu and keys: files, clipboard, paper.
class TestWindowExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WindowBench::useOwnHome(m_home); }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { QDir(m_home.filePath(u"config"_s)).removeRecursively(); }

    void exportedInEitherLanguage_data();
    void exportedInEitherLanguage();
    void theMessageLeadsToTheFolder();
    void thePageSpeaksItsOwnLanguage();
    void againAsTheLastTime();
    void theDialogFollowsTheCharts();
    void aClosedStoreTakesTheDialogAlong();
    void copiedFromTheFocusedChart();
    void copyingElsewhereIsLeftAlone();
    void printedIntoAFile();
    void menusAndKeysNameThem();

private:
    //! Ctrl+E, settled: with a preview.
    static ExportDialog *openDialog(WindowBench &bench)
    {
        bench.trigger(Command::ExportChart);
        auto *dialog = bench.window().findChild<ExportDialog *>();
        [&] {
            QVERIFY(dialog);
            QTRY_VERIFY_WITH_TIMEOUT(!dialog->findChild<exportdialog::PagePreview *>()->shown().picture.isNull(),
                                     60'000);
        }();
        return dialog;
    }
    static void type(QWidget *dialog, const char *field, const QString &text)
    {
        auto *line = dialog->findChild<QLineEdit *>(QString::fromLatin1(field));
        QVERIFY(line);
        line->selectAll();
        QTest::keyClicks(line, text);
    }
    static void choose(QWidget *dialog, const char *box, const QString &data)
    {
        auto *combo = dialog->findChild<QComboBox *>(QString::fromLatin1(box));
        QVERIFY(combo);
        QVERIFY(combo->findData(data) >= 0);
        combo->setCurrentIndex(combo->findData(data));
    }
    QByteArray content(const char *name) const
    {
        QFile file(m_folder->filePath(QString::fromUtf8(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }

    QTemporaryDir m_home;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestWindowExport::exportedInEitherLanguage_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("told");
    QTest::addColumn<QByteArray>("title");
    QTest::newRow("German") << u"de"_s << u"Exportieren"_s << u"Exportiert nach"_s << QByteArray("Januar 2025");
    QTest::newRow("English") << u"en"_s << u"Export"_s << u"Exported to"_s << QByteArray("January 2025");
}

void TestWindowExport::exportedInEitherLanguage()
{
    QFETCH(QString, language);
    QFETCH(QString, button);
    QFETCH(QString, told);
    QFETCH(QByteArray, title);
    WindowBench bench(language);
    ExportDialog *dialog = openDialog(bench);
    QCOMPARE(dialog->findChild<QPushButton *>(u"export"_s)->text(), button);
    choose(dialog, "format", u"svg"_s);
    type(dialog, "folder", m_folder->path());
    type(dialog, "pattern", u"week"_s);
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(bench.window().messages().message().contains(u"week.svg"), 60'000);
    QVERIFY2(bench.window().messages().message().startsWith(told), qPrintable(bench.window().messages().message()));
    QVERIFY(content("week.svg").contains(title));
    QCOMPARE(files(), QStringList{u"week.svg"_s});
}

void TestWindowExport::theMessageLeadsToTheFolder()
{
    WindowBench bench(u"de"_s);
    FileManager files;
    ExportDialog *dialog = openDialog(bench);
    choose(dialog, "format", u"csv"_s);
    type(dialog, "folder", m_folder->path());
    type(dialog, "pattern", u"week"_s);
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(bench.window().messages().message().contains(u"week.csv"), 60'000);
    QPushButton *step = nullptr;
    for (auto *button : bench.window().messages().findChildren<QPushButton *>())
        step = button->isVisible() && button->text() == u"Ordner zeigen" ? button : step;
    QVERIFY(step);
    QTest::mouseClick(step, Qt::LeftButton);
    QCOMPARE(files.opened, QList<QUrl>{QUrl::fromLocalFile(m_folder->path())});
}

void TestWindowExport::thePageSpeaksItsOwnLanguage()
{
    WindowBench bench(u"en"_s);
    ExportDialog *dialog = openDialog(bench);
    choose(dialog, "format", u"svg"_s);
    choose(dialog, "language", u"de"_s);
    type(dialog, "folder", m_folder->path());
    type(dialog, "pattern", u"week"_s);
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!content("week.svg").isEmpty(), 60'000);
    const QByteArray german = content("week.svg");
    QVERIFY(german.contains("Schlagzeilen"));
    QVERIFY(!german.contains("Headlines"));
    QVERIFY(!german.contains("invented")); // the note of the sample case
}

void TestWindowExport::againAsTheLastTime()
{
    WindowBench bench;
    bench.trigger(Command::ExportAgain); // there is no last time: the dialog asks
    auto *dialog = bench.window().findChild<ExportDialog *>();
    QVERIFY(dialog);
    choose(dialog, "format", u"csv"_s);
    type(dialog, "folder", m_folder->path());
    type(dialog, "pattern", u"week"_s);
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(bench.window().messages().message().contains(u"week.csv"), 60'000);
    bench.restart();
    bench.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&bench.window()));
    bench.stack().setFocus();
    QTest::keyClick(&bench.stack(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(files(), QStringList({u"week (2).csv"_s, u"week.csv"_s}), 60'000);
    QVERIFY(!bench.window().findChild<ExportDialog *>());
    QCOMPARE(content("week (2).csv"), content("week.csv"));
}

void TestWindowExport::theDialogFollowsTheCharts()
{
    WindowBench bench;
    ExportDialog *dialog = openDialog(bench);
    auto *example = dialog->findChild<QLabel *>(u"example"_s);
    const QString before = example->text();
    bench.trigger(Command::RangeDay5);
    QTRY_VERIFY_WITH_TIMEOUT(example->text() != before, 60'000);
}

void TestWindowExport::aClosedStoreTakesTheDialogAlong()
{
    WindowBench bench;
    const QPointer<ExportDialog> dialog = openDialog(bench);
    QSignalSpy opened(&bench.window(), &window::MainWindow::storeOpened);
    bench.trigger(Command::OpenSample);
    QTRY_VERIFY_WITH_TIMEOUT(!opened.isEmpty(), 60'000);
    QVERIFY(!dialog);
    QTRY_VERIFY_WITH_TIMEOUT(bench.isComplete(), 60'000);
    QVERIFY(openDialog(bench)); // on the other one
}

void TestWindowExport::copiedFromTheFocusedChart()
{
    WindowBench bench(u"de"_s);
    bench.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&bench.window()));
    QApplication::clipboard()->clear();
    bench.stack().setFocus();
    QTest::keyClick(&bench.stack(), Qt::Key_C, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(bench.window().messages().message().contains(u"Zwischenablage"), 60'000);
    const QMimeData *data = QApplication::clipboard()->mimeData();
    QVERIFY(data->hasImage());
    QCOMPARE(QImage::fromData(data->data(u"image/png"_s)).width(), 1600);
    QVERIFY(data->data(u"image/svg+xml"_s).contains("</svg>"));
    QVERIFY(data->html().contains(u"<table>"));
    QVERIFY(data->text().contains(u'\t'));
}

void TestWindowExport::copyingElsewhereIsLeftAlone()
{
    WindowBench bench;
    bench.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&bench.window()));
    QApplication::clipboard()->setText(u"before"_s);
    bench.trigger(Command::Search);
    auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(line);
    QTest::keyClicks(line, u"Nvidia"_s);
    line->selectAll();
    QTest::keyClick(line, Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE(QApplication::clipboard()->text(), u"Nvidia"_s);
    QVERIFY(!QApplication::clipboard()->mimeData()->hasImage());
}

void TestWindowExport::printedIntoAFile()
{
    WindowBench bench;
    bench.trigger(Command::PrintCharts);
    QPrintDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = bench.window().findChild<QPrintDialog *>()) != nullptr);
    auto *printers = dialog->findChild<QComboBox *>(u"printers"_s);
    QVERIFY(printers);
    printers->setCurrentIndex(printers->count() - 1); // into a file
    auto *path = dialog->findChild<QLineEdit *>(u"filename"_s);
    QVERIFY(path);
    path->setText(m_folder->filePath(u"print.pdf"_s));
    dialog->accept();
    QTRY_VERIFY_WITH_TIMEOUT(bench.window().messages().message().contains(u"printed"), 60'000);
    QVERIFY(content("print.pdf").startsWith("%PDF"));
    QVERIFY(content("print.pdf").size() > 10'000);
}

void TestWindowExport::menusAndKeysNameThem()
{
    WindowBench bench(u"de"_s);
    const auto &actions = bench.window().actions();
    window::ShortcutsDialog keys(bench.appearance(), actions, &bench.window());
    const auto *table = keys.findChild<QTableWidget *>();
    QStringList told;
    for (int row = 0; row < table->rowCount(); ++row)
        told.append(table->item(row, 1)->text());
    for (const Command command :
         {Command::ExportChart, Command::ExportAgain, Command::PrintCharts, Command::CopyChart}) {
        const QString text = QString(actions[command]->text()).remove(u'&').remove(u'…');
        QVERIFY2(told.contains(text), qPrintable(text));
        QVERIFY2(!text.contains(u"chart") && !text.contains(u"last"), qPrintable(text)); // German
        bool isInMenu = false;
        for (const QAction *menu : bench.window().menuBar()->actions())
            isInMenu = isInMenu || menu->menu()->actions().contains(actions[command]);
        QVERIFY2(isInMenu, qPrintable(text));
    }
}

QTEST_MAIN(TestWindowExport)
#include "tst_windowexport.moc"
