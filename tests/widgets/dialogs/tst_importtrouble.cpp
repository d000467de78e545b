// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../Unprivileged.h"
#include "ImportBench.h"

#include <QElapsedTimer>
#include <QMessageBox>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTimer>
#include <QUrl>

#include <archive.h>
#include <archive_entry.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <optional>

using namespace tickmark;
using namespace Qt::Literals::StringLiterals;
using dialogs::ImportBench;
using dialogs::ImportWork;
using State = ImportWork::State;

namespace {

//! Minutes of Bitcoin, one row each.
QByteArray manyRows(int rows)
{
    QByteArray csv = "time,open,high,low,close,volume\n";
    csv.reserve(rows * 48);
    for (int i = 0; i < rows; ++i) {
        const int cents = 4'000'000 + i % 5'000;
        const QByteArray price = QByteArray::number(cents / 100) + '.' + QByteArray::number(100 + cents % 100).mid(1);
        csv += QByteArray::number(1'577'836'800LL + i * 60LL) + ',' + price + ',' + price + ',' + price + ',' + price
               + ",12\n";
    }
    return csv;
}

struct Member
{
    const char *name;
    QByteArray content;
};

QByteArray zipOf(const QList<Member> &members)
{
    archive *writer = archive_write_new();
    archive_write_set_format_zip(writer);
    QByteArray packed(64 * 1024, '\0');
    size_t used = 0;
    archive_write_open_memory(writer, packed.data(), size_t(packed.size()), &used);
    for (const Member &member : members) {
        archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, member.name);
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, member.content.size());
        archive_write_header(writer, entry);
        archive_write_data(writer, member.content.constData(), size_t(member.content.size()));
        archive_entry_free(entry);
    }
    archive_write_close(writer);
    archive_write_free(writer);
    return packed.left(qsizetype(used));
}

} // namespace

//! What the import dialog does with files it cannot read, and with users who change their mind.
class TestImportTrouble : public QObject, private ImportBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(openStore()); }
    void cleanup() { closeStore(); }
    void otherFilesAreRefused_data();
    void otherFilesAreRefused();
    void aStoreIsOpenedInstead();
    void whatIsNotOnThisComputerIsNamed();
    void cancellingKeepsNothing();
    void closingWhileImportingAsks();
    void theQuestionGoesWithTheImport();
    void theWindowStaysLive();
    void whatIsNoOrdinaryFileIsRefused_data();
    void whatIsNoOrdinaryFileIsRefused();
    void aZipOfSeveralFilesIsRefused();
    void aFileThatVanishesIsSaidAndMayComeBack();
    void aVanishedFileDoesNotStopTheOthers();
};

void TestImportTrouble::otherFilesAreRefused_data()
{
    using dialogs::FileTrouble;
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<FileTrouble>("trouble");
    QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0", 18) << FileTrouble::Picture;
    QTest::newRow("PDF") << QByteArray("%PDF-1.7\n%\xE2\xE3\n1 0 obj\n") << FileTrouble::Pdf;
    QTest::newRow("foreign database") << QByteArray("SQLite format 3\0\x10\0\1\1\0@  ", 24).leftJustified(4096, '\0')
                                      << FileTrouble::Database;
    QTest::newRow("web page") << QByteArray("<!DOCTYPE html><html><body>Limit</body></html>") << FileTrouble::WebPage;
    QTest::newRow("feed") << QByteArray("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel/></rss>")
                          << FileTrouble::Feed;
    QTest::newRow("empty") << QByteArray() << FileTrouble::Empty;
    QTest::newRow("JSON") << QByteArray("{\"a\": [1, 2]}") << FileTrouble::Json;
    QTest::newRow("binary") << QByteArray("ab\0\0\0\1\2\3\4\0\0\0\0\0", 14) << FileTrouble::Binary;
    QTest::newRow("prose") << QByteArray("Dear reader\nthis is a letter\nand no table\n") << FileTrouble::NotTable;
    QTest::newRow("header only") << QByteArray("Date,Close\n") << FileTrouble::NotTable;
    QTest::newRow("damaged gzip") << QByteArray("\x1F\x8B\x08\0abcdefgh", 12) << FileTrouble::Damaged;
    QTest::newRow("folder") << QByteArray("folder") << FileTrouble::Folder;
    QTest::newRow("missing") << QByteArray("missing") << FileTrouble::Missing;
}

void TestImportTrouble::otherFilesAreRefused()
{
    QFETCH(QByteArray, content);
    QFETCH(dialogs::FileTrouble, trouble);
    QString path = m_session->folder();
    if (trouble == dialogs::FileTrouble::Missing)
        path += u"/gone.csv"_s;
    else if (trouble != dialogs::FileTrouble::Folder)
        path = write(u"some.csv"_s, content);
    ImportWork *work = open(path);
    QVERIFY(work);
    QCOMPARE(work->state(), State::Trouble);
    QCOMPARE(work->failure()->trouble, trouble);
    QVERIFY(!button("import")->isEnabled());
    const auto *label = m_dialog->findChild<QLabel *>(u"trouble"_s);
    QVERIFY(label->isVisible());
    QVERIFY(label->text().contains(QFileInfo(path).fileName()));
    QVERIFY2(label->text().count(u'\n') >= 1, "says what to do");
}

void TestImportTrouble::aStoreIsOpenedInstead()
{
    m_dialog = std::make_unique<dialogs::ImportDialog>(*m_appearance, *m_session->get());
    QSignalSpy wanted(m_dialog.get(), &dialogs::ImportDialog::openStoreWanted);
    m_dialog->addFiles({m_session->path()});
    QTRY_COMPARE(wanted.size(), 1);
    QCOMPARE(wanted.front().front().toString(), m_session->path());
    QCOMPARE(m_dialog->fileCount(), 0);
}

void TestImportTrouble::whatIsNotOnThisComputerIsNamed()
{
    m_dialog = std::make_unique<dialogs::ImportDialog>(*m_appearance, *m_session->get());
    m_dialog->show();
    m_dialog->addUrls({QUrl(u"https://example.org/quotes.csv?key=secret"_s)});
    QCOMPARE(m_dialog->fileCount(), 0);
    const auto *notice = m_dialog->findChild<QLabel *>(u"notice"_s);
    QVERIFY(notice->isVisible());
    QVERIFY(notice->text().contains(u"example.org/quotes.csv"_s));
    QVERIFY(!notice->text().contains(u"secret"_s));
}

void TestImportTrouble::cancellingKeepsNothing()
{
    ImportWork *work = open(write(u"BTC-USD.csv"_s, manyRows(200'000)));
    QVERIFY(work && work->check());
    const qint64 before = intradayCount();
    button("import")->click();
    QCOMPARE(work->state(), State::Importing);
    QTRY_VERIFY(work->meter().rows > 10'000);
    QVERIFY(button("cancel")->isVisible());
    button("cancel")->click();
    QTRY_COMPARE(work->state(), State::Ready);
    QVERIFY(work->wasCancelled());
    QVERIFY(m_dialog->findChild<QLabel *>(u"message"_s)->isVisible());
    QCOMPARE(intradayCount(), before);
    QVERIFY(button("import")->isEnabled());
}

void TestImportTrouble::closingWhileImportingAsks()
{
    ImportWork *work = open(write(u"BTC-USD.csv"_s, manyRows(200'000)));
    QVERIFY(work && work->check());
    const qint64 before = intradayCount();
    button("import")->click();
    bool asked = false;
    QTimer asker;
    connect(&asker, &QTimer::timeout, this, [&] {
        auto *question = m_dialog->findChild<QMessageBox *>();
        if (!question)
            return;
        asked = true;
        asker.stop();
        for (QAbstractButton *choice : question->buttons()) {
            if (question->buttonRole(choice) == QMessageBox::DestructiveRole)
                choice->click();
        }
    });
    asker.start(5);
    m_dialog->reject();
    QVERIFY(asked);
    QVERIFY(!m_dialog->isVisible());
    QTRY_VERIFY(work->state() != State::Importing);
    QCOMPARE(intradayCount(), before);
}

//! Who does not answer until the import is over is not asked any more, and what was to be closed is closed.
void TestImportTrouble::theQuestionGoesWithTheImport()
{
    ImportWork *work = open(write(u"BTC-USD.csv"_s, manyRows(20'000)));
    QVERIFY(work && work->check());
    const qint64 before = intradayCount();
    button("import")->click();
    bool asked = false;
    QTimer look;
    connect(&look, &QTimer::timeout, this,
            [&] { asked = asked || m_dialog->findChild<QMessageBox *>(u"closeQuestion"_s); });
    look.start(0);
    m_dialog->reject(); // comes back when the question is gone
    QVERIFY(asked);
    QCOMPARE(work->state(), State::Finished);
    QVERIFY(!m_dialog->isVisible());
    QVERIFY(intradayCount() > before);
}

void TestImportTrouble::theWindowStaysLive()
{
    const QString path = write(u"BTC-USD.csv"_s, manyRows(200'000));
    qint64 worst = 0;
    QElapsedTimer since;
    QTimer watchdog;
    watchdog.setTimerType(Qt::PreciseTimer);
    connect(&watchdog, &QTimer::timeout, this, [&] { worst = std::max(worst, since.restart()); });
    ImportWork *work = open(path);
    QVERIFY(work && work->check());
    since.start();
    watchdog.start(5);
    auto *bar = m_dialog->findChild<QProgressBar *>(u"progress"_s);
    std::vector<int> steps;
    connect(bar, &QProgressBar::valueChanged, this, [&](int value) { steps.push_back(value); });
    QElapsedTimer all;
    all.start();
    button("import")->click();
    QTRY_COMPARE_WITH_TIMEOUT(work->state(), State::Finished, 60'000);
    watchdog.stop();
    QCOMPARE(work->outcome()->totals->inserted, 200'000);
    QVERIFY2(steps.size() >= 2 && std::ranges::is_sorted(steps), "the progress moves, and only on");
    qInfo("200,000 rows in %lld ms; the window waited %lld ms at most", all.elapsed(), worst);
    QVERIFY2(worst < 100, qPrintable(QString::number(worst)));
}

void TestImportTrouble::whatIsNoOrdinaryFileIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("a pipe nobody writes to") << u"pipe.csv"_s;
    QTest::newRow("a file of somebody else") << u"secret.csv"_s;
    QTest::newRow("a file whose reading fails") << u"/proc/self/mem"_s; // for the administrator too
}

void TestImportTrouble::whatIsNoOrdinaryFileIsRefused()
{
    QFETCH(QString, name);
    const QString path = name.startsWith(u'/') ? name : m_session->folder() + u'/' + name;
    if (name == u"pipe.csv")
        QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    std::optional<test::Unprivileged> nobody;
    if (name == u"secret.csv") {
        QVERIFY(QFile::setPermissions(write(name, "Date,Close\n2025-04-03,261.40\n"), {}));
        // The way to it is open: only the file says no.
        QVERIFY(QFile::setPermissions(m_session->folder(), QFile::Permissions(0x7755)));
        nobody.emplace();
        QVERIFY(nobody->isActive());
    }
    ImportWork *work = open(path);
    QVERIFY(work);
    QCOMPARE(work->state(), State::Trouble);
    QCOMPARE(work->failure()->trouble, dialogs::FileTrouble::Unreadable);
    QVERIFY(m_dialog->findChild<QLabel *>(u"trouble"_s)->isVisible());
    QVERIFY(!button("import")->isEnabled());
}

void TestImportTrouble::aZipOfSeveralFilesIsRefused()
{
    const QByteArray table = "Date,Close\n2025-04-03,261.40\n2025-04-04,261.00\n";
    ImportWork *work = open(write(u"quotes.zip"_s, zipOf({{"SAP.DE.csv", table}, {"NVDA.csv", table}})));
    QVERIFY(work);
    QCOMPARE(work->state(), State::Trouble);
    QCOMPARE(work->failure()->trouble, dialogs::FileTrouble::Packed);
    const auto *label = m_dialog->findChild<QLabel *>(u"trouble"_s);
    QVERIFY(label->isVisible());
    QVERIFY2(label->text().contains(u"quotes.zip"_s), qPrintable(label->text()));
    QVERIFY2(label->text().contains(dialogs::adviceFor(dialogs::FileTrouble::Packed)), qPrintable(label->text()));
    QVERIFY(!button("import")->isEnabled());

    // with one file in it, it is as good as that file
    m_dialog->addFiles({write(u"SAP.DE.zip"_s, zipOf({{"SAP.DE.csv", table}}))});
    ImportWork &single = m_dialog->page(1)->work();
    QTRY_VERIFY(single.check());
    button("import")->click();
    QTRY_COMPARE(single.state(), State::Finished);
    QCOMPARE(dailyBars(u"SAP.DE"_s).size(), std::size_t(2));
}

void TestImportTrouble::aFileThatVanishesIsSaidAndMayComeBack()
{
    const QByteArray table = "Date,Close\n2025-04-03,261.40\n2025-04-04,261.00\n";
    const QString path = write(u"SAP.DE.csv"_s, table);
    ImportWork *work = open(path);
    QVERIFY(work && work->check());
    QVERIFY(QFile::remove(path)); // between the look and the import
    button("import")->click();
    QTRY_VERIFY(work->error());
    QCOMPARE(work->state(), State::Ready);
    const auto *message = m_dialog->findChild<QLabel *>(u"message"_s);
    QVERIFY(message->isVisible());
    QVERIFY2(message->text().contains(u"SAP.DE.csv"_s), qPrintable(message->text()));
    QVERIFY(dailyBars(u"SAP.DE"_s).empty());

    write(u"SAP.DE.csv"_s, table);
    button("import")->click();
    QTRY_COMPARE(work->state(), State::Finished);
    QCOMPARE(dailyBars(u"SAP.DE"_s).size(), std::size_t(2));
}

void TestImportTrouble::aVanishedFileDoesNotStopTheOthers()
{
    const QString gone = write(u"SAP.DE.csv"_s, "Date,Close\n2025-04-03,261.40\n2025-04-04,261.00\n");
    const QString good = write(u"NVDA.csv"_s, "Date,Close\n2025-04-03,101.80\n2025-04-04,94.31\n");
    QVERIFY(open(gone));
    m_dialog->addFiles({good});
    QTRY_VERIFY(m_dialog->page(1)->work().check());
    QVERIFY(QFile::remove(gone));
    button("importAll")->click();
    QTRY_COMPARE(m_dialog->page(1)->work().state(), State::Finished);
    QVERIFY(m_dialog->page(0)->work().error());
    QCOMPARE(dailyBars(u"NVDA"_s).size(), std::size_t(2));
}

QTEST_MAIN(TestImportTrouble)
#include "tst_importtrouble.moc"
