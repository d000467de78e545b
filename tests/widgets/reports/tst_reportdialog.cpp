// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../Unprivileged.h"
#include "ReportBench.h"

#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QDesktopServices>
#include <QDir>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

#include <reportview/OwnTemplates.h>
#include <reportview/ReportDialog.h>

using namespace tickmark;
using namespace tickmark::tests;
using namespace Qt::StringLiterals;
using reportview::ReportDialog;

//! The report that the dialog shows on its fields is the one in the file; what goes wrong has a next step.
class TestReportDialog : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void opened(const QUrl &url) { m_opened.append(url.toLocalFile()); }

private Q_SLOTS:
    void init();
    void cleanup();
    void makesWhatIsSetUp_data();
    void makesWhatIsSetUp();
    void theFileFollowsTheRangeUntilItIsNamed();
    void everythingStoredIsTheWholeRange();
    void sectionsAreLeftOutAndMovedByKeyboard();
    void ownTemplatesAreKeptRenamedAndDeleted();
    void cancellingLeavesNothing();
    void anExistingFileIsReplacedWhenAsked();
    void aMissingFolderIsCreatedWhenAsked();
    void troubleHasANextStep_data();
    void troubleHasANextStep();
    void whatCannotBeMadeIsSaid();
    void comesBackAsItWasLeft();
    void everyFieldHasAName();

private:
    template <typename Widget = QPushButton>
    Widget *part(const char *name)
    {
        return m_dialog->findChild<Widget *>(QLatin1String(name));
    }
    void openDialog();
    void choose(const char *box, int index);
    void makeAndWait();
    QString message() { return part<QLabel>("message")->text(); }
    QString templates() const { return m_bench->path("templates"); }

    std::unique_ptr<ReportBench> m_bench;
    std::shared_ptr<pipeline::StoreSession> m_session;
    style::Appearance m_appearance{u"en"_s};
    std::unique_ptr<ReportDialog> m_dialog;
    QStringList m_opened;
};

void TestReportDialog::init()
{
    m_bench = ReportBench::sample();
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_bench->path("config"));
    QSettings(QSettings::IniFormat, QSettings::UserScope, u"tickmark"_s, u"window"_s).clear();
    auto opening = pipeline::StoreSession::open(m_bench->storePath(), m_bench->calendars());
    QTRY_VERIFY_WITH_TIMEOUT(opening.isFinished(), 60'000);
    QVERIFY(opening.result());
    m_session = *opening.result();
    m_opened.clear();
    QDesktopServices::setUrlHandler(u"file"_s, this, "opened");
    openDialog();
}

void TestReportDialog::cleanup()
{
    QDesktopServices::unsetUrlHandler(u"file"_s);
    m_dialog.reset();
    m_session.reset();
}

void TestReportDialog::openDialog()
{
    m_dialog.reset();
    const reportview::ReportScene scene{*core::SessionDate::fromIso("2025-01-24"),
                                        *core::SessionDate::fromIso("2025-01-31"),
                                        core::SessionDate::fromIso("2025-01-24"),
                                        {u"NVDA"_s, u"^DJI"_s}};
    m_dialog = std::make_unique<ReportDialog>(m_appearance, *m_session, scene, templates());
    m_dialog->show();
    // The store's instruments are there.
    QTRY_VERIFY_WITH_TIMEOUT(part<QListView>("instrumentList")->model()->rowCount() > 20, 60'000);
    part<QLineEdit>("file")->setText(m_bench->path("out.pdf"));
    Q_EMIT part<QLineEdit>("file")->textEdited(m_bench->path("out.pdf"));
}

void TestReportDialog::choose(const char *box, int index)
{
    auto *choice = part<QComboBox>(box);
    choice->setCurrentIndex(index);
    Q_EMIT choice->activated(index);
}

void TestReportDialog::makeAndWait()
{
    QVERIFY2(part("make")->isEnabled(), qPrintable(message()));
    part("make")->click();
    QVERIFY(!part("make")->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(part("make")->isEnabled(), 120'000);
}

void TestReportDialog::makesWhatIsSetUp_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QString>("name");
    QTest::newRow("pdf") << 0 << u"out.pdf"_s;
    QTest::newRow("html") << 1 << u"out.html"_s;
}

void TestReportDialog::makesWhatIsSetUp()
{
    QFETCH(int, format);
    QFETCH(QString, name);
    QTest::keyClicks(part<QLineEdit>("title"), u"Shock of Monday"_s);
    choose("format", format);
    const QString path = m_bench->path(qPrintable(name));
    QCOMPARE(part<QLineEdit>("file")->text(), path);
    makeAndWait();
    QVERIFY2(message().contains(path), qPrintable(message()));
    const QString text = format == 0 ? textOfPdf(path) : QString::fromUtf8(contentOf(path));
    QVERIFY(text.contains(u"Shock of Monday"_s));
    QVERIFY(text.contains(u"24 January 2025 to 31 January 2025"_s));
    QVERIFY(text.contains(u"Dow"_s) && !text.contains(u"Vistra Corp"_s));
    QVERIFY(part("step")->isVisible() && part("folder")->isVisible());
    part("step")->click();
    part("folder")->click();
    QCOMPARE(m_opened, (QStringList{path, QFileInfo(path).path()}));
}

void TestReportDialog::theFileFollowsTheRangeUntilItIsNamed()
{
    m_dialog.reset(); // one whose file nobody has named yet
    const reportview::ReportScene scene{*core::SessionDate::fromIso("2025-01-24"),
                                        *core::SessionDate::fromIso("2025-01-31"),
                                        std::nullopt,
                                        {u"NVDA"_s}};
    m_dialog = std::make_unique<ReportDialog>(m_appearance, *m_session, scene, templates());
    auto *file = part<QLineEdit>("file");
    QVERIFY2(file->text().endsWith(u"Report_2025-01-24_2025-01-31.pdf"_s), qPrintable(file->text()));
    choose("format", 1);
    QVERIFY(file->text().endsWith(u"_2025-01-31.html"_s));
    part<QDateEdit>("to")->setDate(QDate(2025, 2, 7));
    QCOMPARE(part<QComboBox>("range")->currentIndex(), 2); // a range of their own
    QVERIFY(file->text().endsWith(u"Report_2025-01-24_2025-02-07.html"_s));
    choose("language", 0);
    QVERIFY(file->text().endsWith(u"Bericht_2025-01-24_2025-02-07.html"_s));
    // The charts move on: a range of one's own stays, that of the view would follow.
    reportview::ReportScene moved = scene;
    moved.to = *core::SessionDate::fromIso("2025-01-29");
    m_dialog->setScene(moved);
    QCOMPARE(part<QDateEdit>("to")->date(), QDate(2025, 2, 7));
    file->setText(u"/tmp/mine.html"_s);
    Q_EMIT file->textEdited(file->text());
    part<QDateEdit>("to")->setDate(QDate(2025, 2, 10));
    QCOMPARE(file->text(), u"/tmp/mine.html"_s);
    choose("format", 0);
    QCOMPARE(file->text(), u"/tmp/mine.pdf"_s);
}

void TestReportDialog::everythingStoredIsTheWholeRange()
{
    choose("range", 1);
    const QDate first = part<QDateEdit>("from")->date();
    const QDate last = part<QDateEdit>("to")->date();
    QVERIFY(first < QDate(2024, 12, 10) && last >= QDate(2025, 2, 14));
    choose("range", 0);
    QCOMPARE(part<QDateEdit>("from")->date(), QDate(2025, 1, 24));
}

void TestReportDialog::sectionsAreLeftOutAndMovedByKeyboard()
{
    auto *list = part<QListView>("sections");
    choose("format", 1);
    m_dialog->activateWindow();
    list->setFocus();
    list->setCurrentIndex(list->model()->index(1, 0)); // charts
    QTest::keyClick(list, Qt::Key_Space);
    QCOMPARE(list->currentIndex().data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::Unchecked);
    // A click on the box, as it is drawn, does the same.
    const QPoint box = list->visualRect(list->model()->index(5, 0)).topLeft() + QPoint(12 + 8, 13);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, box);
    QCOMPARE(list->model()->index(5, 0).data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::Unchecked);
    list->setCurrentIndex(list->model()->index(0, 0)); // the summary goes behind the headlines
    part("sectionDown")->click();
    part("sectionDown")->click();
    QCOMPARE(list->currentIndex().row(), 2);
    QVERIFY(!part("sectionDown")->shortcut().isEmpty() && !part("sectionUp")->shortcut().isEmpty());
    makeAndWait();
    const QString html = QString::fromUtf8(contentOf(m_bench->path("out.html")));
    const auto summary = html.indexOf(u">Summary<"_s);
    const auto headlines = html.indexOf(u">Headlines<"_s);
    QVERIFY(headlines > 0 && summary > headlines);
    QVERIFY(!html.contains(u">How the verdicts come about<"_s));
    QVERIFY(!html.contains(u"<figure"_s) && !html.contains(u">Charts<"_s));
}

void TestReportDialog::ownTemplatesAreKeptRenamedAndDeleted()
{
    const auto answer = [this](const QString &name) {
        QInputDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = m_dialog->findChild<QInputDialog *>()) && dialog->isVisible());
        dialog->setTextValue(name);
        dialog->accept();
        QTRY_VERIFY(!m_dialog->findChild<QInputDialog *>());
    };
    auto *choice = part<QComboBox>("template");
    QVERIFY(!part("renameTemplate")->isEnabled() && !part("removeTemplate")->isEnabled());
    part<QListView>("sections")
        ->model()
        ->setData(part<QListView>("sections")->model()->index(1, 0), Qt::Unchecked, Qt::CheckStateRole);
    part("saveTemplate")->click();
    answer(u"Without charts"_s);
    QTRY_COMPARE_WITH_TIMEOUT(choice->currentText(), u"Without charts"_s, 30'000);
    QTRY_VERIFY(part("renameTemplate")->isEnabled());
    QCOMPARE(reportview::listOwnTemplates(templates()).templates.front().value.sections.size(), 6U);
    part("renameTemplate")->click();
    answer(u"Words only"_s);
    QTRY_COMPARE_WITH_TIMEOUT(choice->currentText(), u"Words only"_s, 30'000);
    // Another dialog has it, as it was saved.
    m_dialog->reject();
    openDialog();
    choice = part<QComboBox>("template");
    QTRY_COMPARE_WITH_TIMEOUT(choice->currentText(), u"Words only"_s, 30'000);
    QTRY_VERIFY(part("removeTemplate")->isEnabled());
    part("removeTemplate")->click();
    auto *question = m_dialog->findChild<QMessageBox *>();
    QVERIFY(question && question->text().contains(u"Words only"_s));
    for (QAbstractButton *button : question->buttons()) {
        if (question->buttonRole(button) == QMessageBox::DestructiveRole)
            button->click();
    }
    QTRY_VERIFY_WITH_TIMEOUT(choice->findText(u"Words only"_s) < 0, 30'000);
    QVERIFY(reportview::listOwnTemplates(templates()).templates.empty());
}

void TestReportDialog::cancellingLeavesNothing()
{
    part("make")->click();
    QCOMPARE(part("close")->text(), u"Cancel"_s);
    part("close")->click();
    QTRY_VERIFY_WITH_TIMEOUT(part("make")->isEnabled(), 120'000);
    QVERIFY(m_dialog->isVisible());
    QVERIFY2(message().contains(u"cancelled"_s), qPrintable(message()));
    QVERIFY(!QFileInfo::exists(m_bench->path("out.pdf")));
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
}

void TestReportDialog::anExistingFileIsReplacedWhenAsked()
{
    QFile old(m_bench->path("out.pdf"));
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("mine") == 4);
    old.close();
    makeAndWait();
    QCOMPARE(contentOf(old.fileName()), QByteArray("mine"));
    QCOMPARE(part("step")->text(), u"Replace it"_s);
    part("step")->click();
    QTRY_VERIFY_WITH_TIMEOUT(part("make")->isEnabled(), 120'000);
    QVERIFY(contentOf(old.fileName()).startsWith("%PDF"));
    // One of other contents would have the same name: that it replaces this one is asked again.
    const QByteArray made = contentOf(old.fileName());
    makeAndWait();
    QCOMPARE(part("step")->text(), u"Replace it"_s);
    QVERIFY(!part("folder")->isVisible());
    QCOMPARE(contentOf(old.fileName()), made);
}

void TestReportDialog::aMissingFolderIsCreatedWhenAsked()
{
    const QString file = m_bench->path("none/out.pdf");
    part<QLineEdit>("file")->setText(file);
    Q_EMIT part<QLineEdit>("file")->textEdited(file);
    part("make")->click();
    QVERIFY2(message().contains(u"does not exist"_s), qPrintable(message()));
    QVERIFY(!QFileInfo::exists(m_bench->path("none")));
    QCOMPARE(part("step")->text(), u"Create it"_s);
    part("step")->click();
    QTRY_VERIFY_WITH_TIMEOUT(part("make")->isEnabled(), 120'000);
    QVERIFY(contentOf(file).startsWith("%PDF"));
}

void TestReportDialog::troubleHasANextStep_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("step");
    QTest::newRow("no such format") << u"out.docx"_s << u"Choose another file…"_s;
    QTest::newRow("unwritable folder") << u"locked/out.pdf"_s << u"Choose another file…"_s;
}

void TestReportDialog::troubleHasANextStep()
{
    QFETCH(QString, file);
    QFETCH(QString, step);
    const QString locked = m_bench->path("locked");
    QVERIFY(QDir().mkpath(locked));
    QVERIFY(QFile::setPermissions(locked, QFile::ReadOwner | QFile::ExeOwner));
    const test::Unprivileged nobody;
    QVERIFY(nobody.isActive());
    part<QLineEdit>("file")->setText(m_bench->path(qPrintable(file)));
    Q_EMIT part<QLineEdit>("file")->textEdited(part<QLineEdit>("file")->text());
    makeAndWait();
    QVERIFY2(!message().isEmpty() && part("step")->isVisible(), qPrintable(message()));
    QCOMPARE(part("step")->text(), step);
    QVERIFY(!part("folder")->isVisible());
}

void TestReportDialog::whatCannotBeMadeIsSaid()
{
    choose("instruments", 2);
    QVERIFY(!part("make")->isEnabled() && !message().isEmpty());
    auto *list = part<QListView>("instrumentList");
    QVERIFY(list->isVisible());
    list->model()->setData(list->model()->index(0, 0), Qt::Checked, Qt::CheckStateRole);
    QVERIFY2(part("make")->isEnabled(), qPrintable(message()));
    part<QDateEdit>("to")->setDate(QDate(2025, 1, 1));
    QVERIFY(!part("make")->isEnabled());
    QVERIFY2(message().contains(u"ends before it begins"_s), qPrintable(message()));
    // A Sunday, of which nothing is stored.
    part<QDateEdit>("from")->setDate(QDate(1990, 1, 7));
    part<QDateEdit>("to")->setDate(QDate(1990, 1, 7));
    makeAndWait();
    QCOMPARE(part("step")->text(), u"Change the range"_s);
    QVERIFY(!QFileInfo::exists(m_bench->path("out.pdf")));
}

void TestReportDialog::comesBackAsItWasLeft()
{
    part<QLineEdit>("title")->setText(u"Mine"_s);
    part<QDateEdit>("from")->setDate(QDate(2025, 1, 27));
    choose("instruments", 2);
    auto *list = part<QListView>("instrumentList");
    list->model()->setData(list->model()->index(3, 0), Qt::Checked, Qt::CheckStateRole);
    choose("template", 1);
    auto *sections = part<QListView>("sections");
    sections->model()->setData(sections->model()->index(0, 0), Qt::Unchecked, Qt::CheckStateRole);
    choose("language", 0);
    choose("format", 1);
    m_dialog->reject();
    openDialog();
    QCOMPARE(part<QLineEdit>("title")->text(), u"Mine"_s);
    QCOMPARE(part<QComboBox>("range")->currentIndex(), 2);
    QCOMPARE(part<QDateEdit>("from")->date(), QDate(2025, 1, 27));
    QCOMPARE(part<QComboBox>("instruments")->currentIndex(), 2);
    list = part<QListView>("instrumentList");
    QCOMPARE(list->model()->index(3, 0).data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::Checked);
    QCOMPARE(part<QComboBox>("template")->currentIndex(), 1);
    sections = part<QListView>("sections");
    QCOMPARE(sections->model()->index(0, 0).data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::Unchecked);
    QCOMPARE(part<QComboBox>("language")->currentIndex(), 0);
}

void TestReportDialog::everyFieldHasAName()
{
    choose("instruments", 2);
    int fields = 0;
    for (QWidget *widget : m_dialog->findChildren<QWidget *>()) {
        const bool isField = qobject_cast<QComboBox *>(widget) || qobject_cast<QListView *>(widget)
                             || qobject_cast<QDateEdit *>(widget) || qobject_cast<QLineEdit *>(widget);
        if (!isField || !widget->isVisible() || widget->objectName().startsWith(u"qt_"_s)) // parts of fields
            continue;
        const QList<QLabel *> labels = m_dialog->findChildren<QLabel *>();
        const bool isLabelled = std::ranges::any_of(labels,
                                                    [widget](const QLabel *label) { return label->buddy() == widget; });
        QVERIFY2(isLabelled || !widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        ++fields;
    }
    QVERIFY(fields >= 10);
}

QTEST_MAIN(TestReportDialog)
#include "tst_reportdialog.moc"
