// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/CalendarSet.h>
#include <pipeline/SampleCase.h>
#include <pipeline/TextCheckInput.h>
#include <store/StoreReader.h>

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QTranslator>
#include <QUrl>

#include <claimview/CheckTextCounts.h>
#include <claimview/CheckTextDialog.h>
#include <claimview/CheckTextRun.h>
#include <claimview/CheckTextSaveDialog.h>
#include <claimview/ClaimEditor.h>
#include <claimview/ClaimRowsModel.h>
#include <claimview/QuotesEnd.h>
#include <claimview/RowsExport.h>
#include <claimview/VerdictDelegate.h>

using namespace tickmark;
using namespace tickmark::claimview;
using namespace Qt::StringLiterals;
using claims::VerdictCode;

namespace {

const core::Time kMondayNight = *core::parseIsoTime("2025-01-27T22:30:00Z");
const QString kTwoClaims = u"Die Aktie von Nvidia fiel am Montag um 17 Prozent. Bitcoin verlor 12 Prozent."_s;

class TestTranslator : public QTranslator
{
public:
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return qstrcmp(source, "Verdict") == 0 ? u"Urteil"_s : QString();
    }
    bool isEmpty() const override { return false; }
};

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

//! Check text: a text is pasted, typed or dropped, and its numbers are judged at once by a real store.
class CheckTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void theEmptyWindowSaysWhatToDo();
    void aPastedSampleTextGetsTheSamplesVerdicts_data();
    void aPastedSampleTextGetsTheSamplesVerdicts();
    void typingIsChecked();
    void theNewestTextWins();
    void numbersAreUnderlined();
    void rowAndNumberFollowEachOther();
    void typingDoesNotMoveTheCursor();
    void thePublicationTimeDecides();
    void withoutATimeTheQuotesDecide();
    void whereQuotesAreCurrentItIsNow();
    void theHeadlinesTimeIsProposed();
    void publishedInTheFuture();
    void theClockIsThatOfTheWindow();
    void theLanguageCanBeChosen();
    void textWithoutClaims();
    void textOfAnotherLanguage();
    void wordsFollowTheLanguageOfTheWindow();
    void storeClosedWhileChecking();
    void newQuotesAreChecked();
    void savedAsNews();
    void aStoreThatCanOnlyBeRead();
    void aFileIsDropped();
    void aFileThatIsNoText();
    void aMegabyteIsPasted();
    void tooMuchIsRefused();
    void copiesTheTable();
    void exportsTheTable();

private:
    [[nodiscard]] ClaimEditor *editor() const { return m_dialog->findChild<ClaimEditor *>(); }
    [[nodiscard]] QTableView *table() const { return m_dialog->findChild<QTableView *>(u"claims"_s); }
    [[nodiscard]] QPushButton *saveButton() const { return m_dialog->findChild<QPushButton *>(u"save"_s); }
    [[nodiscard]] QString label(const char *name) const
    {
        return m_dialog->findChild<QLabel *>(QString::fromLatin1(name))->text();
    }
    [[nodiscard]] int rows() const { return table()->model()->rowCount(); }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return table()->model()->index(row, column).data().toString();
    }
    [[nodiscard]] QStringList verdicts() const;
    [[nodiscard]] std::shared_ptr<pipeline::StoreSession> openSession() const;
    void paste(const QString &text);
    //! As it is opened from the menu, without a time.
    void openAnew();

    std::shared_ptr<const core::CalendarSet> m_calendars = std::make_shared<core::CalendarSet>(u":/calendars"_s);
    QTemporaryDir m_sample;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<style::Appearance> m_appearance;
    std::shared_ptr<pipeline::StoreSession> m_session;
    std::unique_ptr<CheckTextDialog> m_dialog;
};

std::shared_ptr<pipeline::StoreSession> CheckTextTest::openSession() const
{
    auto future = pipeline::StoreSession::open(m_folder->filePath(u"a.tickmark"_s), m_calendars);
    if (!QTest::qWaitFor([&] { return future.isFinished(); }))
        return nullptr;
    return future.result().value_or(nullptr);
}

void CheckTextTest::initTestCase()
{
    QVERIFY(pipeline::writeSampleStore(m_sample.filePath(u"a.tickmark"_s), false, *m_calendars, core::Time{1}));
}

void CheckTextTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QFile::copy(m_sample.filePath(u"a.tickmark"_s), m_folder->filePath(u"a.tickmark"_s)));
    m_appearance = std::make_unique<style::Appearance>(u"de"_s);
    QVERIFY(m_appearance->setZone("Europe/Berlin"));
    m_session = openSession();
    QVERIFY(m_session);
    m_dialog = std::make_unique<CheckTextDialog>(*m_appearance);
    m_dialog->setPublished(kMondayNight);
    m_dialog->setSession(m_session.get());
    m_dialog->show();
}

void CheckTextTest::cleanup()
{
    m_dialog.reset();
    m_session.reset();
}

//! "NVDA close" and so on, as the rows say it.
QStringList CheckTextTest::verdicts() const
{
    QStringList list;
    for (int row = 0; row < rows(); ++row) {
        const int code = table()->model()->index(row, ClaimRowsModel::Verdict).data(kVerdictRole).toInt();
        list.append(cell(row, ClaimRowsModel::Instrument) + u' ' + claims::verdictCodeText(VerdictCode(code)));
    }
    return list;
}

void CheckTextTest::paste(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    editor()->setFocus();
    QTest::keySequence(editor(), QKeySequence::Paste);
}

void CheckTextTest::openAnew()
{
    m_dialog = std::make_unique<CheckTextDialog>(*m_appearance);
    m_dialog->setSession(m_session.get());
    m_dialog->show();
}

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
    QCOMPARE(label("state"), u"Checking …"_s);
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

void CheckTextTest::thePublicationTimeDecides()
{
    m_dialog->setText(kTwoClaims);
    QTRY_COMPARE(verdicts().value(0), u"NVDA close"_s);
    auto *edit = m_dialog->findChild<QDateTimeEdit *>(u"published"_s);
    edit->setDate(QDate(2025, 2, 4)); // the Monday before is another one
    QTRY_VERIFY(rows() == 2 && verdicts().value(0) != u"NVDA close"_s);
}

//! Years after the last quote "now" would leave every number without data.
void CheckTextTest::withoutATimeTheQuotesDecide()
{
    openAnew();
    auto *edit = m_dialog->findChild<QDateTimeEdit *>(u"published"_s);
    auto *line = m_dialog->findChild<QLabel *>(u"quotesEnd"_s);
    auto *goBack = m_dialog->findChild<QPushButton *>(u"goBack"_s);
    QTRY_COMPARE(edit->text(), u"14.02.2025 22:00"_s); // New York's close
    QVERIFY(line->isVisible() && line->text().contains(u"14.02.2025"_s));
    QVERIFY(!goBack->isVisible());
    m_dialog->setText(u"Nvidia stieg am Freitag um 2,6 Prozent."_s);
    QTRY_COMPARE(verdicts(), QStringList{u"NVDA close"_s});
    // a later time is said to be without quotes, and is one click away from one with
    edit->setDate(QDate(2026, 1, 19));
    QTRY_COMPARE(verdicts(), QStringList{u"NVDA no_data"_s});
    QVERIFY(line->isVisible() && line->text().contains(u"cannot be checked"_s));
    QVERIFY(goBack->text().contains(u"22:00"_s));
    QTest::mouseClick(goBack, Qt::LeftButton);
    QTRY_COMPARE(verdicts(), QStringList{u"NVDA close"_s});
    // earlier ones need no such line
    edit->setDate(QDate(2025, 1, 27));
    QVERIFY(!line->isVisible());
    // without a store nothing is known of quotes
    edit->setDate(QDate(2026, 1, 19));
    QVERIFY(line->isVisible());
    m_dialog->setSession(nullptr);
    QVERIFY(!line->isVisible());
}

void CheckTextTest::whereQuotesAreCurrentItIsNow()
{
    const core::Time now{QDateTime::currentMSecsSinceEpoch() * 1'000'000};
    const auto calendar = m_calendars->calendar(u"XNAS"_s);
    QVERIFY(calendar.has_value());
    const auto reader = std::move(*store::StoreReader::open(m_session->path()));
    store::BarImportRequest request;
    request.origin.origin = u"today.csv"_s;
    request.series.resize(1);
    request.series[0].instrumentId = reader->instrument(u"NVDA"_s)->id;
    const auto shown = reader->preferredSeries(request.series[0].instrumentId, store::SeriesUse::Daily);
    QVERIFY(shown.has_value() && shown->has_value());
    request.series[0].source = (*shown)->source;
    request.nextSlice = [date = (*calendar)->latestOpenedBy(now)->date](std::vector<store::BarRow> &rows) {
        store::BarRow &row = rows.emplace_back();
        row.bar.session = date;
        row.bar.open = row.bar.high = row.bar.low = row.bar.close = 20'000;
        row.priceDecimals = 2;
        return core::Result<bool>(false);
    };
    QVERIFY(m_session->writer()->importBars(request).result().has_value());
    openAnew();
    auto *edit = m_dialog->findChild<QDateTimeEdit *>(u"published"_s);
    // not a moment of the quotes' past, which it would be as soon as they are read
    auto end = m_session->read([this](store::StoreReader &store, const std::stop_token &stop) {
        return readQuotesEnd(store, *m_calendars, stop);
    });
    QTRY_VERIFY(end.isFinished());
    QVERIFY(end.result().has_value() && end.result()->has_value());
    QVERIFY((*end.result())->isCurrentAt(now));
    QTRY_VERIFY(std::abs(m_appearance->zone().fromLocalNs(edit->dateTime().toMSecsSinceEpoch() * 1'000'000).ns - now.ns)
                < 2 * core::kNsPerMinute);
    QVERIFY(!m_dialog->findChild<QLabel *>(u"quotesEnd"_s)->isVisible());
}

void CheckTextTest::theHeadlinesTimeIsProposed()
{
    openAnew();
    m_dialog->proposePublished(kMondayNight);
    auto *edit = m_dialog->findChild<QDateTimeEdit *>(u"published"_s);
    QCOMPARE(edit->text(), u"27.01.2025 23:30"_s);
    m_dialog->setText(kTwoClaims);
    QTRY_COMPARE(verdicts().value(0), u"NVDA close"_s);
    // another headline changes nothing under a text that is there
    m_dialog->proposePublished(*core::parseIsoTime("2025-02-05T10:00:00Z"));
    QCOMPARE(edit->text(), u"27.01.2025 23:30"_s);
    m_dialog->setText({});
    m_dialog->proposePublished(std::nullopt);
    QTRY_COMPARE(edit->text(), u"14.02.2025 22:00"_s);
}

void CheckTextTest::publishedInTheFuture()
{
    m_dialog->setPublished(*core::parseIsoTime("2090-01-02T12:00:00Z"));
    m_dialog->setText(kTwoClaims);
    QTRY_COMPARE(verdicts(), (QStringList{u"NVDA no_data"_s, u"BTC-USD no_data"_s}));
    QVERIFY(label("state").contains(u"future"_s));
    QVERIFY(!saveButton()->isEnabled());
    QVERIFY(saveButton()->toolTip().contains(u"future"_s));
}

void CheckTextTest::theClockIsThatOfTheWindow()
{
    auto *edit = m_dialog->findChild<QDateTimeEdit *>(u"published"_s);
    QCOMPARE(edit->text(), u"27.01.2025 23:30"_s);
    QSignalSpy changes(edit, &QDateTimeEdit::dateTimeChanged);
    QVERIFY(m_appearance->setZone("America/New_York"));
    QCOMPARE(edit->text(), u"27.01.2025 17:30"_s);
    bool isNamed = false;
    for (const QLabel *zone : m_dialog->findChildren<QLabel *>())
        isNamed = isNamed || zone->text() == u"America/New York"_s;
    QVERIFY(isNamed);
    m_appearance->setLanguage(u"en"_s);
    QCOMPARE(edit->text(), u"27 Jan 2025 17:30"_s);
    QCOMPARE(changes.count(), 0); // the same instant
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
    TestTranslator translator;
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

void CheckTextTest::savedAsNews()
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

void CheckTextTest::aStoreThatCanOnlyBeRead()
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

void CheckTextTest::aFileIsDropped()
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

void CheckTextTest::aFileThatIsNoText()
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

void CheckTextTest::aMegabyteIsPasted()
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

void CheckTextTest::tooMuchIsRefused()
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

void CheckTextTest::copiesTheTable()
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

void CheckTextTest::exportsTheTable()
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

QTEST_MAIN(CheckTextTest)
#include "tst_checktext.moc"
