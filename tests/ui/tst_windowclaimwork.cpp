// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a user does with checked numbers in the window: checks a text of his own, corrects what was misread, takes tables
// along.
#include "ClaimBench.h"
#include <core/Tick.h>
#include <dialogs/ImportDialog.h>
#include <newsview/ExcerptView.h>
#include <newsview/HeadlinePanel.h>
#include <pipeline/NewsImportJob.h>
#include <sources/ByteSource.h>
#include <store/StoreReader.h>
#include <store/StoreWriter.h>
#include <tables/HeadlineModel.h>

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialog>
#include <QFile>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

#include <claimview/RowsExport.h>

#include <algorithm>

using namespace tickmark;
using namespace Qt::StringLiterals;

namespace {

const QString kBitcoin = u"Kryptomarkt leidet mit: Bitcoin unter Verkaufsdruck"_s;
const QString kBitcoinNumber = u"um 12 Prozent"_s;
const QString kDuring = u"Ausverkauf bei KI-Werten: Nvidia 14,4 Prozent im Minus"_s;

//! A dialog of the window that is shown; null: none.
QDialog *shownDialog(const QWidget &window, const char *child)
{
    for (auto *dialog : window.findChildren<QDialog *>()) {
        const auto *part = dialog->findChild<QWidget *>(QLatin1String(child));
        if (dialog->isVisible() && part && part->window() == dialog)
            return dialog;
    }
    return nullptr;
}

//! The sample's item of that title as a feed of its own, its text as it was or with a sentence more.
QByteArray feedOf(const QString &title, const QString &added = {})
{
    QFile file(u":/sample/news.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    for (const QJsonValue &value : QJsonDocument::fromJson(file.readAll()).object()["items"_L1].toArray()) {
        const QJsonObject item = value.toObject();
        if (item["title"_L1].toString() != title)
            continue;
        const QJsonObject entry{{u"id"_s, item["id"_L1]},
                                {u"title"_s, item["title"_L1]},
                                {u"content_text"_s, QString(item["text"_L1].toString() + added)},
                                {u"date_published"_s, item["published"_L1]},
                                {u"language"_s, item["language"_L1]}};
        const QJsonObject feed{{u"version"_s, u"https://jsonfeed.org/version/1.1"_s},
                               {u"title"_s, item["publisher"_L1]},
                               {u"items"_s, QJsonArray{entry}}};
        return QJsonDocument(feed).toJson();
    }
    return {};
}

} // namespace

class TestWindowClaimWork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WindowBench::useOwnHome(m_home); }
    void init() { m_bench = std::make_unique<ClaimBench>(); }
    void cleanup();

    void aPastedTextIsCheckedAndKept();
    void aCorrectionIsUndoneAndRedone();
    void whatIsDismissedStaysSoThroughANewImport();
    void ticksDateTheFirstTouch();
    void tablesAreCopied_data();
    void tablesAreCopied();
    void claimsAreExported();
    void claimsOfOneTextAreExported();

private:
    [[nodiscard]] QString verdict() { return m_bench->verdictOf(kBitcoin, kBitcoinNumber); }
    void importFile(const QString &path);
    void importNews(const QByteArray &feed);

    QTemporaryDir m_home;
    QTemporaryDir m_folder;
    std::unique_ptr<ClaimBench> m_bench;
};

void TestWindowClaimWork::cleanup()
{
    m_bench.reset();
    QDir(m_home.filePath(u"config"_s)).removeRecursively();
}

void TestWindowClaimWork::importFile(const QString &path)
{
    m_bench->window().importFiles({path});
    auto *dialog = m_bench->window().findChild<dialogs::ImportDialog *>();
    QVERIFY(dialog);
    auto *import = dialog->findChild<QPushButton *>(u"import"_s);
    QVERIFY(import);
    QTRY_VERIFY_WITH_TIMEOUT(import->isEnabled(), 10'000);
    bool isDone = false;
    connect(dialog, &dialogs::ImportDialog::imported, dialog, [&isDone] { isDone = true; });
    QTest::mouseClick(import, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(isDone, 10'000);
    dialog->close();
}

//! As `tickmark import` does it, while the window is open.
void TestWindowClaimWork::importNews(const QByteArray &feed)
{
    const QString path = m_folder.filePath(u"feed.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(feed);
    file.close();
    auto source = sources::openInput(path);
    auto reader = store::StoreReader::open(m_bench->store());
    QVERIFY(source && reader);
    pipeline::NewsImportOptions options;
    options.now = *core::parseIsoTime("2025-02-20T00:00:00Z");
    const auto imported = pipeline::importNews(**source, options, **reader, *m_bench->window().session()->writer());
    QVERIFY2(imported, imported ? "" : qPrintable(imported.error().message));
    QCOMPARE(imported->items, 1);
    m_bench->window().session()->tellChanged(pipeline::StoreChange::News);
}

void TestWindowClaimWork::aPastedTextIsCheckedAndKept()
{
    m_bench->type(Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
    QDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = shownDialog(m_bench->window(), "published")) != nullptr);
    auto *editor = dialog->findChild<QPlainTextEdit *>();
    auto *published = dialog->findChild<QDateTimeEdit *>(u"published"_s);
    QAbstractItemView *table = m_bench->view(u"Numbers of the text and what the quotes say of them"_s, dialog);
    QVERIFY(editor && published && table);
    published->setDateTime(QDateTime(QDate(2025, 1, 28), QTime(8, 0)));
    auto *clip = new QMimeData; // as a browser brings it; the clipboard takes it
    clip->setText(u"Chipwerte sacken ab\n\nNvidia fiel am Montag um 17 Prozent, der Dow gab 54 Punkte nach."_s);
    clip->setHtml(u"<h1>Chipwerte sacken ab</h1>"
                  "<p>Nvidia fiel am Montag um <b>17 Prozent</b>, der Dow gab 54 Punkte nach.</p>"_s);
    QGuiApplication::clipboard()->setMimeData(clip);
    editor->setFocus();
    QTest::keySequence(editor, QKeySequence::Paste);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QVERIFY2(ClaimBench::rowText(*table, 0).contains(u"confirmed (close)"_s),
             qPrintable(ClaimBench::rowText(*table, 0)));
    QVERIFY2(ClaimBench::rowText(*table, 1).contains(u"only during the session"_s),
             qPrintable(ClaimBench::rowText(*table, 1)));
    QTest::keyClicks(editor, u" Vistra verlor 28 Prozent."_s); // while it is typed
    QTRY_COMPARE(table->model()->rowCount(), 3);

    QTest::mouseClick(dialog->findChild<QPushButton *>(u"save"_s), Qt::LeftButton);
    QDialog *question = nullptr;
    QTRY_VERIFY((question = shownDialog(m_bench->window(), "publisher")) != nullptr);
    auto *publisher = question->findChild<QLineEdit *>(u"publisher"_s);
    publisher->selectAll();
    QTest::keyClicks(publisher, u"Rundbrief"_s);
    QTest::mouseClick(question->findChild<QPushButton *>(u"save"_s), Qt::LeftButton);
    QTRY_COMPARE(m_bench->verdictOf(u"Chipwerte sacken ab"_s, u"um 17 Prozent"_s), u"confirmed (close)"_s);
    dialog->close();
    m_bench->clickHeadline(u"Chipwerte sacken ab"_s);
    QVERIFY(m_bench->window().excerpt().headline()->item.publisher == u"Rundbrief"_s);
}

void TestWindowClaimWork::aCorrectionIsUndoneAndRedone()
{
    const QString before = verdict();
    QVERIFY2(before.startsWith(u"off by"_s), qPrintable(before));
    m_bench->explain(kBitcoin, kBitcoinNumber);
    m_bench->clickAction(u"correct"_s);
    QDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = shownDialog(m_bench->window(), "hedge")) != nullptr);
    auto *instrument = dialog->findChild<QComboBox *>(u"instrument"_s);
    QVERIFY(instrument);
    QTRY_VERIFY(instrument->count() > 5);
    const int choice = instrument->findText(u"Micron"_s, Qt::MatchContains);
    QVERIFY(choice > 0);
    instrument->setFocus();
    QTest::keyClick(instrument, Qt::Key_Home);
    for (int i = 0; i < choice; ++i)
        QTest::keyClick(instrument, Qt::Key_Down);
    QCOMPARE(instrument->currentIndex(), choice);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"save"_s), Qt::LeftButton);
    QTRY_VERIFY(!verdict().isEmpty() && verdict() != before); // Micron fell 11.7 per cent, and further during the day
    const QString corrected = verdict();
    QTRY_VERIFY(m_bench->explanation() && ClaimBench::words(m_bench->explanation()).contains(u"corrected"_s));
    QTRY_VERIFY(ClaimBench::words(m_bench->explanation()).contains(u"Micron"_s));
    m_bench->window().activateWindow(); // nobody manages windows on the screen of the tests
    QVERIFY(QTest::qWaitForWindowActive(&m_bench->window()));
    m_bench->type(Qt::Key_Escape);
    QVERIFY(!m_bench->explanation());
    m_bench->type(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(verdict(), before);
    m_bench->type(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(verdict(), corrected);
}

void TestWindowClaimWork::whatIsDismissedStaysSoThroughANewImport()
{
    const auto isDismissed = [this] {
        const store::StoredClaim *claim = m_bench->claim(kBitcoin, kBitcoinNumber);
        return claim && claim->correction && claim->correction->isDismissed;
    };
    const auto badges = [this] {
        QAbstractItemView *list = m_bench->view(u"Headlines"_s);
        return list->currentIndex().data(Qt::AccessibleDescriptionRole).toString();
    };
    m_bench->explain(kBitcoin, kBitcoinNumber);
    QVERIFY(badges().contains(u"12%"_s));
    m_bench->clickAction(u"dismiss"_s);
    QTRY_VERIFY(isDismissed());
    QVERIFY(!badges().contains(u"12%"_s)); // no badge for what is no claim

    // The same story again, and then with another text around the same sentence.
    for (const QString &added : {QString(), u" Der Handel blieb ruhig."_s}) {
        importNews(feedOf(kBitcoin, added));
        QTRY_VERIFY(isDismissed());
    }
    m_bench->clickHeadline(kBitcoin);
    QTRY_VERIFY(m_bench->window().excerpt().headline()->item.excerpt.contains(u"Handel blieb ruhig"_s));
    QVERIFY(!badges().contains(u"12%"_s));
    QCOMPARE(std::ranges::count_if(m_bench->window().headlines().headlines(),
                                   [](const tables::Headline &headline) { return headline.title == kBitcoin; }),
             1);

    // The undo of the window brings it back.
    m_bench->type(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(!isDismissed());
    QTRY_VERIFY(badges().contains(u"12%"_s));
}

void TestWindowClaimWork::ticksDateTheFirstTouch()
{
    const auto touched = [this] {
        const store::StoredClaim *claim = m_bench->claim(kDuring, u"um 14,4 Prozent"_s);
        return claim && claim->isJudged() ? claim->verdict->touched : std::nullopt;
    };
    QVERIFY(touched()); // so far a bar of five minutes
    QVERIFY(m_bench->window().session()->writer());
    const QString path = m_folder.filePath(u"nvda_ticks.csv"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("symbol,time,price,size\n"
               "NVDA,2025-01-27T14:30:00Z,124.80,100\n"
               "NVDA,2025-01-27T15:02:11Z,122.60,100\n"
               "NVDA,2025-01-27T15:02:12Z,122.08,100\n"
               "NVDA,2025-01-27T15:02:13Z,121.00,100\n"
               "NVDA,2025-01-27T20:59:59Z,118.42,100\n");
    file.close();
    importFile(path);
    QTRY_COMPARE(touched(), std::optional(*core::parseIsoTime("2025-01-27T15:02:12Z")));
    m_bench->explain(kDuring, u"um 14,4 Prozent"_s);
    QTRY_VERIFY2(ClaimBench::words(m_bench->explanation()).contains(u"16:02"_s), // in Berlin
                 qPrintable(ClaimBench::words(m_bench->explanation())));
}

void TestWindowClaimWork::tablesAreCopied_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("words");
    QTest::newRow("under the text") << u"Claims of this text"_s << u"-450 bn USD"_s;
    QTest::newRow("all claims") << u"Claims"_s << u"Kettenblatt"_s;
    QTest::newRow("compared") << u"Claims of the topic"_s << u"Abendkurszettel"_s;
    QTest::newRow("publishers") << u"Claims by publisher"_s << u"Kettenblatt"_s;
}

void TestWindowClaimWork::tablesAreCopied()
{
    QFETCH(QString, table);
    QFETCH(QString, words);
    m_bench->clickHeadline(u"What one cheap model cost the chip sector in a single day"_s);
    m_bench->type(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    if (table == u"Claims of the topic") // brings the headline of its own first claim
        m_bench->type(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    if (table == u"Claims by publisher") {
        const auto buttons = m_bench->window().findChildren<QToolButton *>();
        const auto choice = std::ranges::find(buttons, u"By publisher"_s, &QToolButton::text);
        QVERIFY(choice != buttons.end());
        QTest::mouseClick(*choice, Qt::LeftButton);
    }
    QAbstractItemView *view = m_bench->view(table);
    QVERIFY(view);
    QTRY_VERIFY(view->model()->rowCount() > 0);
    view->clearSelection(); // then all of it
    QCOMPARE(view->contextMenuPolicy(), Qt::ActionsContextMenu);
    QAction *copy = nullptr;
    for (QAction *action : view->actions()) {
        if (action->text().remove(u'&') == u"Copy table"_s)
            copy = action;
    }
    QVERIFY2(copy, "no way to copy in the context menu");
    QGuiApplication::clipboard()->clear();
    copy->trigger();
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    QVERIFY(data->hasHtml() && data->html().contains(u"<table"_s));
    const QStringList lines = data->text().trimmed().split(u'\n');
    QCOMPARE(lines.size(), view->model()->rowCount() + 1);
    QVERIFY(lines.front().contains(view->model()->headerData(0, Qt::Horizontal).toString()));
    QVERIFY2(data->text().contains(words), qPrintable(data->text()));
    for (const QString &line : lines)
        QCOMPARE(line.count(u'\t'), lines.front().count(u'\t'));
}

void TestWindowClaimWork::claimsAreExported()
{
    m_bench->type(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"bitcoin"_s);
    QAbstractItemView *table = m_bench->view(u"Claims"_s);
    QVERIFY(table);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    const auto actions = table->actions();
    const auto action = std::ranges::find_if(actions,
                                             [](const QAction *each) { return each->text().contains(u"CSV"_s); });
    QVERIFY(action != actions.end());
    (*action)->trigger();
    QFileDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = m_bench->window().findChild<QFileDialog *>()) != nullptr);
    const QString path = m_folder.filePath(u"aussagen.csv"_s);
    auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
    QVERIFY(name);
    name->selectAll();
    QTest::keyClicks(name, path);
    QTest::keyClick(name, Qt::Key_Return);
    if (dialog->isVisible()) // the first one chose from the list of names
        QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), 5000);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).trimmed().split(u'\n');
    QCOMPARE(lines.size(), 2); // what is shown, and its head
    QVERIFY2(lines.back().contains(u"BTC-USD"_s) && lines.back().contains(u"Kettenblatt"_s), qPrintable(lines.back()));
}

void TestWindowClaimWork::claimsOfOneTextAreExported()
{
    m_bench->clickHeadline(u"What one cheap model cost the chip sector in a single day"_s);
    QAbstractItemView *table = m_bench->view(u"Claims of this text"_s);
    QVERIFY(table);
    QTRY_VERIFY(table->model()->rowCount() > 1);
    auto *action = table->findChild<claimview::RowsExport *>(u"export"_s);
    QVERIFY(action && action->text().contains(u"CSV"_s) && table->actions().contains(action));
    const QString path = m_folder.filePath(u"text.csv"_s);
    action->exportTo(path);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), 5000);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    QCOMPARE(text.trimmed().split(u'\n').size(), table->model()->rowCount() + 1);
    QVERIFY2(text.contains(u"450000000000"_s), qPrintable(text));
    QSignalSpy failed(action, &claimview::RowsExport::failed);
    action->exportTo(m_folder.filePath(u"missing/text.csv"_s));
    QTRY_COMPARE(failed.count(), 1);
}

QTEST_MAIN(TestWindowClaimWork)
#include "tst_windowclaimwork.moc"
