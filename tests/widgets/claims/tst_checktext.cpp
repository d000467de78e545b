// SPDX-License-Identifier: GPL-3.0-or-later
#include "../TestTranslator.h"
#include "CheckTextBench.h"
#include <store/StoreReader.h>
#include <store/StoreWriter.h>

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <claimview/CheckTextCounts.h>
#include <claimview/CheckTextRun.h>
#include <claimview/ClaimRowsModel.h>
#include <claimview/VerdictDelegate.h>

using namespace tickmark;
using namespace tickmark::claimview;
using namespace Qt::StringLiterals;
using claims::VerdictCode;

namespace {

QJsonObject sampleItem(const QString &id)
{
    QFile file(u":/sample/news.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    for (const QJsonValue &item : QJsonDocument::fromJson(file.readAll()).object().value("items"_L1).toArray()) {
        if (item["id"_L1].toString() == id)
            return item.toObject();
    }
    return {};
}

bool hasColor(QWidget *widget, const QColor &color)
{
    const QImage image = widget->grab().toImage();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == color)
                return true;
        }
    }
    return false;
}

} // namespace

//! Check text: a text is pasted or typed, and its numbers are judged at once by a real store.
class CheckTextTest : public QObject, private CheckTextBench
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(makeSample()); }
    void init() { QVERIFY(start()); }
    void cleanup() { stop(); }

    void theEmptyWindowSaysWhatToDo();
    void aPastedSampleTextGetsTheSamplesVerdicts_data();
    void aPastedSampleTextGetsTheSamplesVerdicts();
    void typingIsChecked();
    void theNewestTextWins();
    void numbersAreUnderlined();
    void rowAndNumberFollowEachOther();
    void typingDoesNotMoveTheCursor();
    void theLanguageCanBeChosen();
    void textWithoutClaims();
    void textOfAnotherLanguage();
    void wordsFollowTheLanguageOfTheWindow();
    void storeClosedWhileChecking();
    void newQuotesAreChecked();
};

void CheckTextTest::theEmptyWindowSaysWhatToDo()
{
    QVERIFY(editor()->placeholderText().contains(u"paste or drop"_s));
    QCOMPARE(rows(), 0);
    QVERIFY(!saveButton()->isEnabled());
    QVERIFY(!saveButton()->toolTip().isEmpty());
    m_dialog->setSession(nullptr);
    QVERIFY(label("explanation").contains(u"Open a database"_s));
    paste(kTwoClaims);
    QVERIFY(!m_dialog->isBusy());
}

void CheckTextTest::aPastedSampleTextGetsTheSamplesVerdicts_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const char *id, const QStringList &expected) {
        QTest::newRow(name) << QString::fromLatin1(id) << expected;
    };
    row("during the session", "sample-10",
        {u"NVDA intraday"_s, u"NVDA intraday"_s, u"MU intraday"_s, u"ARM intraday"_s});
    row("after the close", "sample-13",
        {u"NVDA close"_s, u"NVDA close"_s, u"NVDA intraday"_s, u"AVGO close"_s, u"ORCL close"_s});
    row("Bitcoin never fell so far", "sample-17", {u"BTC-USD contradicted"_s});
    row("450 billion are too few", "sample-18",
        {u"NVDA contradicted"_s, u"ORCL close"_s, u"MSFT close"_s, u"META close"_s});
    row("dollars and euros", "sample-22", {u"NVDA close"_s, u"NVDA close"_s, u"NVDA close"_s, u"NVDA close"_s});
}

void CheckTextTest::aPastedSampleTextGetsTheSamplesVerdicts()
{
    QFETCH(QString, id);
    QFETCH(QStringList, expected);
    const QJsonObject item = sampleItem(id);
    m_dialog->setPublished(*core::parseIsoTime(item["published"_L1].toString().toStdString()));
    paste(item["title"_L1].toString() + u"\n\n"_s + item["text"_L1].toString());
    QTRY_COMPARE(verdicts(), expected);
    QVERIFY(!m_dialog->isBusy());
    const QString language = m_dialog->findChild<QComboBox *>(u"language"_s)->currentText();
    QVERIFY(language.contains(item["language"_L1].toString() == u"de"_s ? u"German"_s : u"English"_s));
    // every claim is counted
    int counted = 0;
    for (const QString &part : m_dialog->findChild<CheckTextCounts *>()->accessibleName().split(u", "_s))
        counted += part.section(u": "_s, 1).toInt();
    QCOMPARE(counted, rows());
}

void CheckTextTest::typingIsChecked()
{
    const QAbstractItemModelTester tester(table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTest::keyClicks(editor(), kTwoClaims);
    QCOMPARE(label("state"), u"Checking…"_s);
    QTRY_COMPARE(verdicts(), (QStringList{u"NVDA close"_s, u"BTC-USD contradicted"_s}));
    QVERIFY(label("state").isEmpty());
    QCOMPARE(cell(0, ClaimRowsModel::Stated), u"−17\u00a0%"_s);
    QVERIFY(cell(0, ClaimRowsModel::Measured).startsWith(u"−16,97"_s));
    QTest::keySequence(editor(), QKeySequence::SelectAll);
    QTest::keyClick(editor(), Qt::Key_Delete);
    QCOMPARE(rows(), 0);
}

void CheckTextTest::theNewestTextWins()
{
    QSignalSpy checked(m_dialog->findChild<CheckTextRun *>(), &CheckTextRun::checked);
    for (int i = 1; i <= 50; ++i)
        m_dialog->setText(u"Nvidia fiel am Montag um %1 Prozent."_s.arg(i));
    m_dialog->setText(kTwoClaims);
    QTRY_COMPARE(rows(), 2);
    QTRY_VERIFY(!m_dialog->isBusy());
    QCOMPARE(checked.count(), 1); // the others were never answered
    // one that is being read gives way, too
    const QString longText = u"Nvidia fiel am Montag um 5 Prozent.\n"_s.repeated(10'000);
    CheckTextRun run;
    run.setSession(m_session.get());
    QSignalSpy answers(&run, &CheckTextRun::checked);
    QSignalSpy failures(&run, &CheckTextRun::failed);
    run.request({longText, u"de"_s, kMondayNight, {}}, u"de"_s);
    QTRY_VERIFY(!run.findChild<QTimer *>()->isActive()); // it is on its way
    run.request({kTwoClaims, u"de"_s, kMondayNight, {}}, u"de"_s);
    QTRY_COMPARE(answers.count(), 1);
    QCOMPARE(answers.front().front().value<tables::ClaimBookPtr>()->claims().size(), 2U);
    QCOMPARE(failures.count(), 0);
}

void CheckTextTest::numbersAreUnderlined()
{
    const charts::ChartTheme &theme = m_appearance->theme();
    QVERIFY(!hasColor(editor()->viewport(), theme.confirmed));
    m_dialog->setText(kTwoClaims);
    QTRY_COMPARE(rows(), 2);
    QVERIFY(hasColor(editor()->viewport(), theme.confirmed));
    // a number that is written into is no longer the one that was judged
    const claims::TextSpan span = editor()->marks()[0].span;
    QTextCursor cursor = editor()->textCursor();
    cursor.setPosition(int(span.start) + 4);
    cursor.insertText(u"x"_s);
    QVERIFY(!hasColor(editor()->viewport(), theme.confirmed));
    // what stands behind moves on
    const claims::TextSpan moved = editor()->marks()[1].span;
    QVERIFY(editor()->toPlainText().sliced(moved.start, moved.end - moved.start).contains(u"12 Prozent"_s));
}

void CheckTextTest::rowAndNumberFollowEachOther()
{
    m_dialog->setText(kTwoClaims);
    QTRY_COMPARE(rows(), 2);
    table()->setFocus();
    table()->selectRow(1);
    QVERIFY(editor()->textCursor().position() >= kTwoClaims.indexOf(u"verlor"_s));
    QVERIFY2(label("explanation").contains(u"102"_s), qPrintable(label("explanation"))); // a quote of Bitcoin
    const QString second = label("explanation");
    editor()->setFocus();
    for (int i = 0; i < 60; ++i)
        QTest::keyClick(editor(), Qt::Key_Left);
    QTextCursor cursor = editor()->textCursor();
    cursor.setPosition(int(kTwoClaims.indexOf(u"17 Prozent"_s)) + 1);
    editor()->setTextCursor(cursor);
    QCOMPARE(table()->currentIndex().row(), 0);
    QVERIFY(label("explanation") != second);
    QVERIFY(label("explanation").contains(u"118,42"_s));
    QCOMPARE(editor()->textCursor().position(), cursor.position());
}

void CheckTextTest::typingDoesNotMoveTheCursor()
{
    m_dialog->setText(kTwoClaims);
    QTRY_COMPARE(rows(), 2);
    table()->selectRow(0);
    editor()->moveCursor(QTextCursor::End);
    QTest::keyClicks(editor(), u" AMD fiel um 6,4 Prozent."_s);
    QTRY_COMPARE(rows(), 3);
    QVERIFY(editor()->textCursor().atEnd());
    QCOMPARE(table()->currentIndex().row(), 0); // goes on explaining the same number
}

void CheckTextTest::theLanguageCanBeChosen()
{
    auto *language = m_dialog->findChild<QComboBox *>(u"language"_s);
    QCOMPARE(language->itemText(0), u"Automatic"_s);
    m_dialog->setText(kTwoClaims);
    QTRY_COMPARE(rows(), 2);
    QCOMPARE(language->itemText(0), u"Automatic (German)"_s);
    language->setCurrentIndex(2); // English: these words say nothing there
    QTRY_VERIFY(!m_dialog->isBusy());
    QVERIFY(rows() != 2 || verdicts().value(0) != u"NVDA close"_s);
    language->setCurrentIndex(0);
    QTRY_COMPARE(verdicts().value(0), u"NVDA close"_s);
}

void CheckTextTest::textWithoutClaims()
{
    m_dialog->setText(u"Das Wetter bleibt freundlich."_s);
    QTRY_VERIFY(!m_dialog->isBusy());
    QCOMPARE(rows(), 0);
    QVERIFY(label("explanation").contains(u"states no number"_s));
    QVERIFY(saveButton()->isEnabled()); // news need no numbers
}

void CheckTextTest::textOfAnotherLanguage()
{
    m_dialog->setText(u"L’action Nvidia a perdu 17 pour cent lundi, selon les analystes de la banque."_s);
    QTRY_VERIFY(!m_dialog->isBusy());
    auto *language = m_dialog->findChild<QComboBox *>(u"language"_s);
    QCOMPARE(language->currentText(), u"Automatic (not recognized)"_s);
    QVERIFY(label("explanation").contains(u"neither German nor English"_s));
    language->setCurrentIndex(1); // the user says that it is German
    QTRY_VERIFY(!m_dialog->isBusy());
    QVERIFY(label("explanation").contains(u"states no number"_s));
    m_dialog->setText({});
    QCOMPARE(language->itemText(0), u"Automatic"_s);
}

void CheckTextTest::wordsFollowTheLanguageOfTheWindow()
{
    m_dialog->setText(kTwoClaims);
    QTRY_COMPARE(rows(), 2);
    TestTranslator translator({{"Verdict", u"Urteil"_s}});
    QApplication::installTranslator(&translator);
    m_appearance->setLanguage(u"de"_s);
    QTRY_COMPARE(table()->model()->headerData(ClaimRowsModel::Verdict, Qt::Horizontal).toString(), u"Urteil"_s);
    QApplication::removeTranslator(&translator);
    m_appearance->setLanguage(u"en"_s);
    QCOMPARE(cell(0, ClaimRowsModel::Stated), u"−17%"_s);
    QTRY_VERIFY(!m_dialog->isBusy());
    QCOMPARE(rows(), 2);
    QCOMPARE(editor()->toPlainText(), kTwoClaims);
}

void CheckTextTest::storeClosedWhileChecking()
{
    m_dialog->setText(u"Nvidia fiel am Montag um 17 Prozent.\n"_s.repeated(2000));
    QVERIFY(m_dialog->isBusy());
    QTRY_VERIFY(!m_dialog->findChild<CheckTextRun *>()->findChild<QTimer *>()->isActive()); // it is on its way
    m_session.reset(); // without a word to the window
    QVERIFY(!m_dialog->isBusy());
    QCOMPARE(rows(), 0);
    QVERIFY(!saveButton()->isEnabled());
    m_dialog->setText(kTwoClaims);
    m_session = openSession();
    m_dialog->setSession(m_session.get());
    QTRY_COMPARE(rows(), 2);
}

void CheckTextTest::newQuotesAreChecked()
{
    m_dialog->setText(kTwoClaims);
    QTRY_COMPARE(rows(), 2);
    const auto reader = std::move(*store::StoreReader::open(m_session->path()));
    const qint64 id = reader->instrument(u"NVDA"_s)->id;
    QVERIFY(m_session->writer()->removeInstrument(id).result().has_value());
    m_session->tellChanged(pipeline::StoreChange::Instruments);
    QTRY_VERIFY(!m_dialog->isBusy());
    QTRY_COMPARE(table()->model()->index(0, ClaimRowsModel::Verdict).data(kVerdictRole).toInt(),
                 int(VerdictCode::NoData));
}

QTEST_MAIN(CheckTextTest)
#include "tst_checktext.moc"
