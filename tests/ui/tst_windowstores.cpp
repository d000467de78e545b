// SPDX-License-Identifier: GPL-3.0-or-later
//
// Stores and files in the window: what is dropped, added, gone, in use or no store at all.
#include "WindowBench.h"
#include <charts/StackView.h>
#include <dialogs/ImportDialog.h>
#include <dialogs/InstrumentsDialog.h>
#include <panels/WatchlistPanel.h>
#include <store/StoreReader.h>
#include <store/StoreWriter.h>
#include <tables/WatchlistModel.h>

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QUrl>

#include <window/MessageBar.h>

using namespace tickmark;
using core::SessionDate;
using window::Command;

class TestWindowStores : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WindowBench::useOwnHome(m_home); }
    void cleanup() { QDir(m_home.filePath(QStringLiteral("config"))).removeRecursively(); }

    void droppedFileIsImported();
    void instrumentIsAddedByKeyboard();
    void goneStoreIsSaidAndWhatIsReadStays();
    void storeInUseOpensForReading();
    void wrongFilesAreRefused();

private:
    QTemporaryDir m_home;
};

void TestWindowStores::droppedFileIsImported()
{
    WindowBench bench;
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("sap.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Symbol;Datum;Erster;Hoch;Tief;Schlusskurs;Volumen\n"
               "SAP.DE;17.02.2025;270,00;275,50;269,10;274,05;1.200.000\n"
               "SAP.DE;18.02.2025;274,10;276,00;271,00;272,35;1.100.000\n");
    file.close();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file.fileName())});
    QDragEnterEvent enter(QPoint(700, 500), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&bench.window(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(700, 500), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&bench.window(), &drop);
    auto *dialog = bench.window().findChild<dialogs::ImportDialog *>();
    QVERIFY(dialog);
    auto *import = dialog->findChild<QAbstractButton *>(QStringLiteral("import"));
    QVERIFY(import);
    QTRY_VERIFY_WITH_TIMEOUT(import->isEnabled(), 10'000);
    QSignalSpy imported(dialog, &dialogs::ImportDialog::imported);
    QTest::mouseClick(import, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(imported.size(), 1, 10'000);
    QCOMPARE(bench.close(QStringLiteral("SAP.DE"), *SessionDate::fromCivil(2025, 2, 18)), std::optional(272.35));
    dialog->close();
}

void TestWindowStores::instrumentIsAddedByKeyboard()
{
    WindowBench bench;
    const int before = bench.window().watchlist().model().rowCount();
    bench.trigger(Command::ShowInstruments);
    auto *dialog = bench.window().findChild<dialogs::InstrumentsDialog *>();
    QVERIFY(dialog);
    dialog->startNew();
    auto *symbol = dialog->findChild<QLineEdit *>(QStringLiteral("symbol"));
    auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("name.en"));
    auto *currency = dialog->findChild<QLineEdit *>(QStringLiteral("currency"));
    QVERIFY(symbol && name);
    symbol->setFocus();
    QTest::keyClicks(symbol, QStringLiteral("INTC"));
    name->setFocus();
    QTest::keyClicks(name, QStringLiteral("Intel"));
    if (currency) {
        currency->setFocus();
        currency->selectAll();
        QTest::keyClicks(currency, QStringLiteral("USD"));
    }
    QTest::keyClick(name, Qt::Key_Return); // the default button saves
    const auto isStored = [&] {
        auto reader = store::StoreReader::open(bench.store());
        return reader && (*reader)->instrument(QStringLiteral("INTC"));
    };
    QTRY_VERIFY_WITH_TIMEOUT(isStored(), 5000);
    QTRY_VERIFY(bench.window().watchlist().select(QStringLiteral("INTC")));
    QVERIFY(bench.window().watchlist().model().rowCount() >= before);
    dialog->close();
}

void TestWindowStores::goneStoreIsSaidAndWhatIsReadStays()
{
    WindowBench bench;
    const auto before = bench.stack().readings();
    QVERIFY(QFile::remove(bench.store()));
    QTRY_VERIFY_WITH_TIMEOUT(bench.window().messages().isVisible(), 5000);
    QVERIFY(bench.window().messages().message().contains(bench.store()));
    QVERIFY(!bench.window().session()->writer());
    QCOMPARE(bench.stack().readings().at(1).curves.front().text, before.at(1).curves.front().text);
}

void TestWindowStores::storeInUseOpensForReading()
{
    QTemporaryDir folder;
    QString path;
    {
        WindowBench first;
        path = folder.filePath(QStringLiteral("used.tickmark"));
        QVERIFY(QFile::copy(first.store(), path));
    }
    const auto holder = store::StoreWriter::open(path);
    QVERIFY(holder);
    WindowBench bench(QStringLiteral("en"), path);
    QVERIFY(!bench.window().session()->writer());
    QVERIFY(bench.window().messages().isVisible());
    QVERIFY(!bench.stack().readings().empty());
}

void TestWindowStores::wrongFilesAreRefused()
{
    WindowBench bench;
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("picture.tickmark"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("\x89PNG\r\n\x1a\nnot a store at all");
    file.close();
    QSignalSpy failed(&bench.window(), &window::MainWindow::storeFailed);
    bench.window().openStore(path);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(bench.window().messages().message().contains(QStringLiteral("picture.tickmark")));
    QCOMPARE(bench.window().session()->path(), bench.store()); // the one before stays
    failed.clear();
    bench.window().openStore(folder.filePath(QStringLiteral("missing.tickmark")));
    QTRY_COMPARE(failed.size(), 1);
}

QTEST_MAIN(TestWindowStores)
#include "tst_windowstores.moc"
