// SPDX-License-Identifier: GPL-3.0-or-later
#include "CheckTextBench.h"
#include <pipeline/TextCheckInput.h>
#include <store/StoreReader.h>
#include <store/StoreWriter.h>

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QUrl>

#include <claimview/CheckTextSaveDialog.h>
#include <claimview/RowsExport.h>

using namespace tickmark;
using namespace tickmark::claimview;
using namespace Qt::StringLiterals;

//! What goes into a text check and comes out of it: files, long texts, news in the store, tables.
class CheckTextFilesTest : public QObject, private CheckTextBench
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(makeSample()); }
    void init() { QVERIFY(start()); }
    void cleanup() { stop(); }

    void savedAsNews();
    void aStoreThatCanOnlyBeRead();
    void aFileIsDropped();
    void aFileThatIsNoText();
    void aMegabyteIsPasted();
    void tooMuchIsRefused();
    void copiesTheTable();
    void exportsTheTable();
};

void CheckTextFilesTest::savedAsNews()
{
    const auto reader = std::move(*store::StoreReader::open(m_session->path()));
    const std::size_t before = reader->stories()->size();
    m_dialog->setText(u"Nvidia sackt ab\n\n"_s + kTwoClaims);
    QTRY_COMPARE(rows(), 2);
    QSignalSpy changed(m_session.get(), &pipeline::StoreSession::changed);
    QTest::mouseClick(saveButton(), Qt::LeftButton);
    auto *question = m_dialog->findChild<CheckTextSaveDialog *>();
    QVERIFY(question);
    auto *title = question->findChild<QLineEdit *>(u"title"_s);
    auto *publisher = question->findChild<QLineEdit *>(u"publisher"_s);
    auto *save = question->findChild<QPushButton *>(u"save"_s);
    QCOMPARE(title->text(), u"Nvidia sackt ab"_s);
    publisher->clear();
    QVERIFY(!save->isEnabled());
    QTest::keyClicks(publisher, u"Rundbrief"_s);
    QTest::mouseClick(save, Qt::LeftButton);
    QTRY_VERIFY(label("note").contains(u"Saved as a news item"_s));
    QVERIFY(changed.count() > 0);
    QCOMPARE(reader->stories()->size(), before + 1);
    const auto imports = reader->imports();
    QVERIFY(imports.has_value());
    QCOMPARE(imports->front().origin, u"Nvidia sackt ab"_s);
    QTRY_VERIFY(
        std::ranges::all_of(*reader->claims(), [](const store::StoredClaim &claim) { return claim.isJudged(); }));
    QVERIFY(m_session->writer()->undoImport(imports->front().id).result().has_value());
    QCOMPARE(reader->stories()->size(), before);
}

void CheckTextFilesTest::aStoreThatCanOnlyBeRead()
{
    const auto second = openSession(); // the first one has the lock
    QVERIFY(second && !second->writer());
    m_dialog->setSession(second.get());
    m_dialog->setText(kTwoClaims);
    QTRY_COMPARE(rows(), 2);
    QVERIFY(!saveButton()->isEnabled());
    QCOMPARE(saveButton()->toolTip(), second->whyReadOnly()->message);
    m_dialog->setSession(nullptr);
}

void CheckTextFilesTest::aFileIsDropped()
{
    const QString path = m_folder->filePath(u"seite.html"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(u"<!DOCTYPE html><html><body><p>%1</p></body></html>"_s.arg(kTwoClaims).toUtf8());
    file.close();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QWidget *target = editor()->viewport();
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &drop);
    QTRY_COMPARE(editor()->toPlainText(), kTwoClaims);
    QTRY_COMPARE(rows(), 2);
    editor()->undo();
    QVERIFY(editor()->toPlainText().isEmpty());
}

void CheckTextFilesTest::aFileThatIsNoText()
{
    m_dialog->setText(kTwoClaims);
    const QString path = m_folder->filePath(u"bild.txt"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
    file.close();
    m_dialog->openFile(path);
    QTRY_VERIFY(label("note").contains(u"bild.txt"_s));
    QCOMPARE(editor()->toPlainText(), kTwoClaims);
    m_dialog->setText(u"a"_s);
    QVERIFY(label("note").isEmpty());
}

void CheckTextFilesTest::aMegabyteIsPasted()
{
    const QString once = u"<p>Nvidia fiel am Montag um <b>17 Prozent</b> 😱 \u202eabc\u202c.</p>\n"
                         "<p>Ein Satz ohne Zahl, damit der Text nicht nur aus Zahlen besteht.</p>"_s;
    const QString text = once.repeated(int(1'000'000 / once.size()) + 1);
    QElapsedTimer timer;
    timer.start();
    paste(text);
    editor()->viewport()->repaint();
    qInfo("a megabyte of markup pasted and painted: %.0f ms", double(timer.nsecsElapsed()) / 1e6);
    QVERIFY(!editor()->toPlainText().contains(u'<'));
    QVERIFY(!editor()->toPlainText().contains(QChar(0x202e)));
    QTRY_VERIFY_WITH_TIMEOUT(!m_dialog->isBusy(), 20'000);
    qInfo("%d claims after %.0f ms", rows(), double(timer.nsecsElapsed()) / 1e6);
    QVERIFY(rows() > 1000);
    const claims::TextSpan span = editor()->marks().back().span;
    QVERIFY(editor()->toPlainText().sliced(span.start, span.end - span.start).contains(u"17 Prozent"_s));
    // typing goes on while the text is checked and while its verdicts come
    QTimer beat;
    QElapsedTimer since;
    double worst = 0;
    connect(&beat, &QTimer::timeout, this, [&] { worst = std::max(worst, double(since.nsecsElapsed()) / 1e6); });
    connect(&beat, &QTimer::timeout, this, [&] { since.start(); });
    beat.start(0);
    since.start();
    double worstKey = 0;
    for (int i = 0; i < 20; ++i) {
        timer.restart();
        QTest::keyClick(editor(), Qt::Key_X);
        editor()->viewport()->repaint();
        worstKey = std::max(worstKey, double(timer.nsecsElapsed()) / 1e6);
        since.start();
    }
    QTRY_VERIFY_WITH_TIMEOUT(!m_dialog->isBusy(), 20'000);
    qInfo("a key in it: %.1f ms, window held up for %.1f ms by its verdicts", worstKey, worst);
}

void CheckTextFilesTest::tooMuchIsRefused()
{
    m_dialog->setText(kTwoClaims);
    const qsizetype most = pipeline::kLongestCheckedBytes;
    const QString fits = u"Ein Satz ohne Zahl.\n"_s.repeated(int(most / 20) - 10);
    paste(fits + u"x"_s.repeated(200)); // fits alone, but not with what is there
    QCOMPARE(editor()->toPlainText(), kTwoClaims);
    QVERIFY(label("note").contains(u"longer than %1 MB"_s.arg(most / 1'000'000)));
    QTest::keyClicks(editor(), u" "_s); // goes on
    QVERIFY(label("note").isEmpty());
    QTRY_COMPARE(rows(), 2);
}

void CheckTextFilesTest::copiesTheTable()
{
    m_dialog->setText(kTwoClaims);
    QTRY_COMPARE(rows(), 2);
    table()->clearSelection();
    table()->setFocus();
    QTest::keySequence(table(), QKeySequence::Copy);
    const QStringList lines = QGuiApplication::clipboard()->text().trimmed().split(u'\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[1].startsWith(u"NVDA\t-17"_s));
}

void CheckTextFilesTest::exportsTheTable()
{
    m_dialog->setText(kTwoClaims);
    QTRY_COMPARE(rows(), 2);
    auto *csv = table()->findChild<claimview::RowsExport *>(u"export"_s);
    QVERIFY(csv);
    QSignalSpy exported(m_dialog.get(), &CheckTextDialog::exported);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"claims.csv"_s);
    csv->exportTo(path);
    QTRY_COMPARE(exported.count(), 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().trimmed().split('\n').size(), rows() + 1);
}

QTEST_MAIN(CheckTextFilesTest)
#include "tst_checktextfiles.moc"
