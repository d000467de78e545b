// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../Unprivileged.h"
#include "ExportBench.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include <exportdialog/ExportDialog.h>
#include <exportdialog/ExportNotice.h>
#include <exportdialog/PagePreview.h>
#include <style/Appearance.h>

using namespace tickmark;
using namespace Qt::StringLiterals;
using exportdialog::ExportDialog;
using exportdialog::ExportNotice;
using exportdialog::ExportSettings;
using exportdialog::ExportWhat;
using exportdialog::PagePreview;

//! The dialog that makes files of charts, used as its user does, with real files.
class TestExportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_dialog.reset(); }
    void previewsHaveTheShapeOfThePage_data();
    void previewsHaveTheShapeOfThePage();
    void previewsFollowTheParts();
    void tablesShowTheirFirstLines();
    void theFileHasWhatThePreviewSays();
    void theNameIsShownWhileItIsTyped();
    void wrongNamesAndSizesAreSaidAtOnce();
    void tooManyCurvesForThePage();
    void enterExportsEscapeCloses();
    void existingFilesAreAskedAbout_data();
    void existingFilesAreAskedAbout();
    void aMissingFolderIsMade();
    void aProtectedFolderIsNamed();
    void escapeCancelsABatch();
    void whatFailedIsListed();
    void everyFieldIsReachedByKeys();
    void settingsComeBack();
    void damagedSettingsDoNoHarm();

private:
    void open(const ExportSettings &settings);
    template <typename Widget>
    Widget *field(const char *name) const
    {
        return m_dialog->findChild<Widget *>(QString::fromLatin1(name));
    }
    void choose(const char *box, const QString &data)
    {
        auto *combo = field<QComboBox>(box);
        combo->setCurrentIndex(combo->findData(data));
    }
    [[nodiscard]] PagePreview *preview() const { return m_dialog->findChild<PagePreview *>(); }
    [[nodiscard]] ExportNotice *notice() const { return m_dialog->findChild<ExportNotice *>(); }
    void awaitPreview()
    {
        QSignalSpy drawn(m_dialog->findChild<exportdialog::PreviewDrawing *>(), &exportdialog::PreviewDrawing::drawn);
        QTRY_VERIFY_WITH_TIMEOUT(!drawn.isEmpty(), 60'000);
    }

    std::unique_ptr<tests::ExportBench> m_bench;
    std::unique_ptr<style::Appearance> m_appearance;
    std::unique_ptr<ExportDialog> m_dialog;
};

void TestExportDialog::init()
{
    m_bench = std::make_unique<tests::ExportBench>();
    m_appearance = std::make_unique<style::Appearance>(u"en"_s);
}

void TestExportDialog::open(const ExportSettings &settings)
{
    m_dialog = std::make_unique<ExportDialog>(
        *m_appearance, m_bench->session(), [this] { return m_bench->subject(); }, settings);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void TestExportDialog::previewsHaveTheShapeOfThePage_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<double>("ratio"); // of width to height; 0: follows from the charts
    QTest::addColumn<double>("millimetres");
    QTest::newRow("as high as needed") << u"auto"_s << 0. << 423.3;
    QTest::newRow("column") << u"column"_s << 0. << 90.;
    QTest::newRow("A4") << u"a4"_s << 210. / 297 << 210.;
    QTest::newRow("A4 landscape") << u"a4-landscape"_s << 297. / 210 << 297.;
    QTest::newRow("slide") << u"slide"_s << 16. / 9 << 338.7;
    QTest::newRow("square") << u"square"_s << 1. << 285.75;
    QTest::newRow("own millimetres") << u"mm"_s << 180. / 240 << 180.;
    QTest::newRow("own pixels") << u"px"_s << 1200. / 1500 << 317.5;
}

void TestExportDialog::previewsHaveTheShapeOfThePage()
{
    QFETCH(QString, page);
    QFETCH(double, ratio);
    QFETCH(double, millimetres);
    ExportSettings settings = m_bench->settings();
    settings.page.code = page;
    settings.page.millimetres = {180, 240};
    settings.page.pixels = {1200, 1500};
    open(settings);
    awaitPreview();
    const exportdialog::Preview &shown = preview()->shown();
    const QSizeF picture = shown.picture.size();
    QVERIFY(picture.width() <= preview()->room().width() + 1 && picture.height() <= preview()->room().height() + 1);
    QVERIFY(picture.width() >= preview()->room().width() - 1 || picture.height() >= preview()->room().height() - 1);
    const double seen = picture.width() / picture.height();
    const double paper = shown.millimetres.width() / shown.millimetres.height();
    QVERIFY2(std::abs(seen / paper - 1) < 0.02, qPrintable(QString::number(seen)));
    if (ratio > 0)
        QVERIFY2(std::abs(paper / ratio - 1) < 0.005, qPrintable(QString::number(paper)));
    QVERIFY2(std::abs(shown.millimetres.width() - millimetres) < 0.5,
             qPrintable(QString::number(shown.millimetres.width())));
    QVERIFY(field<QLabel>("facts")->text().contains(u"mm"));
}

void TestExportDialog::previewsFollowTheParts()
{
    open(m_bench->settings());
    awaitPreview();
    const double with = preview()->shown().millimetres.height();
    field<QCheckBox>("legend")->click();
    awaitPreview();
    const double without = preview()->shown().millimetres.height();
    QVERIFY2(without < with - 20, qPrintable(QString::number(without))); // the list of headlines has gone
    QVERIFY(!field<QCheckBox>("verdicts")->isEnabled());
    field<QCheckBox>("volume")->click();
    awaitPreview();
    QVERIFY(preview()->shown().millimetres.height() < without - 10);
    const QImage white = preview()->shown().picture;
    field<QComboBox>("theme")->setCurrentIndex(int(charts::ThemeName::Dark));
    awaitPreview();
    QVERIFY(qGray(white.pixel(2, 2)) > 200);
    QVERIFY(qGray(preview()->shown().picture.pixel(2, 2)) < 60);
}

void TestExportDialog::tablesShowTheirFirstLines()
{
    ExportSettings settings = m_bench->settings();
    settings.format = u"csv"_s;
    open(settings);
    awaitPreview();
    QVERIFY(preview()->shown().picture.isNull());
    QVERIFY(preview()->shown().lines.join(u'\n').contains(u"2025-01-27"));
    QVERIFY(!field<QComboBox>("page")->isVisible()); // a table has no page
    field<QComboBox>("csv")->setCurrentIndex(1);
    awaitPreview();
    QVERIFY2(preview()->shown().lines.join(u'\n').contains(u"27.01.2025"),
             qPrintable(preview()->shown().lines.join(u'\n')));
}

void TestExportDialog::theFileHasWhatThePreviewSays()
{
    ExportSettings settings = m_bench->settings();
    settings.page.code = u"slide"_s;
    settings.pattern = u"slide"_s;
    open(settings);
    field<QSpinBox>("dpi")->setValue(120);
    awaitPreview();
    const QSize told = preview()->shown().pixels;
    QCOMPARE(told, QSize(1600, 900));
    // The size of the file is found out by the way.
    QTRY_VERIFY_WITH_TIMEOUT(field<QLabel>("facts")->text().contains(u"kB"), 60'000);
    const QString facts = field<QLabel>("facts")->text();
    QSignalSpy exported(m_dialog.get(), &ExportDialog::exported);
    QTest::mouseClick(field<QPushButton>("export"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!exported.isEmpty(), 60'000);
    QCOMPARE(QImage(m_bench->file("slide.png")).size(), told);
    const qint64 bytes = QFileInfo(m_bench->file("slide.png")).size();
    QVERIFY2(facts.endsWith(exportdialog::sizeText(bytes, m_appearance->formats().locale())), qPrintable(facts));
}

void TestExportDialog::theNameIsShownWhileItIsTyped()
{
    open(m_bench->settings());
    QCOMPARE(field<QLabel>("example")->text(), u"GSPC-IXIC-DJI_2025-01-14_2025-02-14.png"_s);
    auto *pattern = field<QLineEdit>("pattern");
    pattern->selectAll();
    QTest::keyClicks(pattern, u"Schock {base}"_s);
    QCOMPARE(field<QLabel>("example")->text(), u"Schock 2025-01-24.png"_s);
    choose("format", u"pdf"_s);
    QCOMPARE(field<QLabel>("example")->text(), u"Schock 2025-01-24.pdf"_s);
    field<QComboBox>("what")->setCurrentIndex(int(ExportWhat::Panes));
    QVERIFY(field<QLabel>("example")->text().contains(u"Schock 2025-01-24.pdf"));
    QVERIFY(field<QLabel>("example")->text().contains(u"2 more"));
}

void TestExportDialog::wrongNamesAndSizesAreSaidAtOnce()
{
    open(m_bench->settings());
    awaitPreview();
    auto *pattern = field<QLineEdit>("pattern");
    QTest::keyClicks(pattern, u"/"_s);
    QVERIFY(notice()->isVisible());
    QVERIFY(notice()->text().contains(u"“/”"));
    QVERIFY(!field<QPushButton>("export")->isEnabled());
    QTest::keyClick(pattern, Qt::Key_Backspace);
    QVERIFY(!notice()->isVisible());
    QVERIFY(field<QPushButton>("export")->isEnabled());

    choose("page", u"px"_s);
    field<QDoubleSpinBox>("width")->setValue(100'000);
    QTRY_VERIFY_WITH_TIMEOUT(notice()->isVisible(), 60'000);
    QVERIFY2(notice()->text().contains(u"16384"), qPrintable(notice()->text()));
    QVERIFY(!field<QPushButton>("export")->isEnabled());
    field<QDoubleSpinBox>("width")->setValue(1);
    QTRY_VERIFY_WITH_TIMEOUT(notice()->text().contains(u"480"), 60'000);
    QTest::mouseClick(field<QPushButton>("automatic"), Qt::LeftButton);
    QTRY_VERIFY(!notice()->isVisible());
    awaitPreview();
    QCOMPARE(m_dialog->settings().page.code, u"auto"_s);
    QVERIFY(field<QPushButton>("export")->isEnabled());
    QVERIFY(m_bench->files().isEmpty());
}

//! Of a page that is too low for them the dialog says so, and offers one that is not.
void TestExportDialog::tooManyCurvesForThePage()
{
    ExportSettings settings = m_bench->settings();
    settings.page.code = u"slide"_s;
    exportdialog::ExportSubject subject = m_bench->subject();
    charts::PaneSpec &pane = subject.desk->spec.panes[0];
    const core::BarHistory bars = *subject.desk->content->curves.at(u"NVDA"_s).bars;
    pane.symbols.clear();
    for (int i = 0; i < 60; ++i) {
        core::BarHistory copy = bars;
        copy.instrument.symbol = u"S%1"_s.arg(i);
        pane.symbols.append(copy.instrument.symbol);
        subject.desk->content->curves[copy.instrument.symbol].bars = std::make_shared<const core::BarHistory>(copy);
    }
    m_dialog = std::make_unique<ExportDialog>(
        *m_appearance, m_bench->session(), [subject] { return subject; }, settings);
    m_dialog->show();
    QTRY_VERIFY_WITH_TIMEOUT(notice()->isVisible(), 60'000);
    QVERIFY2(notice()->text().contains(u"high"), qPrintable(notice()->text()));
    QTest::mouseClick(field<QPushButton>("automatic"), Qt::LeftButton);
    awaitPreview();
    QVERIFY(!notice()->isVisible());
}

void TestExportDialog::enterExportsEscapeCloses()
{
    ExportSettings settings = m_bench->settings();
    settings.pattern = u"week"_s;
    settings.format = u"svg"_s;
    open(settings);
    QSignalSpy exported(m_dialog.get(), &ExportDialog::exported);
    QTest::keyClick(field<QLineEdit>("pattern"), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!exported.isEmpty(), 60'000);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(m_bench->files(), QStringList{u"week.svg"_s});
    open(settings);
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
}

void TestExportDialog::existingFilesAreAskedAbout_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<bool>("isReplaced");
    QTest::newRow("overwrite") << u"overwrite"_s << QStringList{u"week.csv"_s} << true;
    QTest::newRow("keep both") << u"keep"_s << QStringList{u"week (2).csv"_s, u"week.csv"_s} << false;
    QTest::newRow("neither") << QString() << QStringList{u"week.csv"_s} << false;
}

void TestExportDialog::existingFilesAreAskedAbout()
{
    QFETCH(QString, answer);
    QFETCH(QStringList, files);
    QFETCH(bool, isReplaced);
    QFile old(m_bench->file("week.csv"));
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("mine");
    old.close();
    ExportSettings settings = m_bench->settings();
    settings.pattern = u"week"_s;
    settings.format = u"csv"_s;
    open(settings);
    QSignalSpy exported(m_dialog.get(), &ExportDialog::exported);
    QTest::mouseClick(field<QPushButton>("export"), Qt::LeftButton);
    QVERIFY(notice()->text().contains(u"week.csv"));
    if (answer.isEmpty()) {
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    } else {
        QTest::mouseClick(m_dialog->findChild<QPushButton *>(answer), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!exported.isEmpty(), 60'000);
    }
    QCOMPARE(m_bench->files(), files);
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll() != "mine", isReplaced);
}

void TestExportDialog::aMissingFolderIsMade()
{
    ExportSettings settings = m_bench->settings();
    settings.folder = m_bench->file("new/charts");
    settings.pattern = u"week"_s;
    open(settings);
    QTest::keyClick(m_dialog.get(), Qt::Key_Return);
    QVERIFY(notice()->text().contains(u"charts"));
    QVERIFY(m_bench->files().isEmpty());
    QSignalSpy exported(m_dialog.get(), &ExportDialog::exported);
    QTest::mouseClick(field<QPushButton>("create"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!exported.isEmpty(), 60'000);
    QVERIFY(QFileInfo(m_bench->file("new/charts/week.png")).size() > 10'000);
}

void TestExportDialog::aProtectedFolderIsNamed()
{
    const QString closed = m_bench->file("closed");
    QVERIFY(QDir().mkdir(closed));
    QVERIFY(QFile::setPermissions(closed, QFileDevice::ReadOwner | QFileDevice::ExeOwner | QFileDevice::ReadOther
                                              | QFileDevice::ExeOther));
    QVERIFY(QFile::setPermissions(m_bench->folder(), QFileDevice::Permissions(0x7775)));
    ExportSettings settings = m_bench->settings();
    settings.folder = closed;
    open(settings);
    awaitPreview();
    const test::Unprivileged nobody;
    QVERIFY(nobody.isActive());
    QTest::mouseClick(field<QPushButton>("export"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(notice()->text().contains(u"closed"), 60'000);
    QVERIFY(field<QPushButton>("choose"));
    QVERIFY(QDir(closed).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

void TestExportDialog::escapeCancelsABatch()
{
    ExportSettings settings = m_bench->settings();
    settings.what = ExportWhat::Watchlist;
    open(settings);
    QTest::mouseClick(field<QPushButton>("export"), Qt::LeftButton);
    QVERIFY(m_dialog->isExporting());
    QTRY_VERIFY_WITH_TIMEOUT(field<QLabel>("progress")->text().contains(u"left"), 60'000); // rate and remaining time
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!m_dialog->isExporting(), 60'000);
    QVERIFY(m_dialog->isVisible()); // and says what is there
    QVERIFY2(notice()->text().contains(u"Cancelled"), qPrintable(notice()->text()));
    const QStringList left = m_bench->files();
    QVERIFY(left.size() < m_bench->subject().watchlist.size());
    for (const QString &file : left)
        QVERIFY2(QImage(m_bench->folder() + u'/' + file).width() == 1600, qPrintable(file));
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
}

void TestExportDialog::whatFailedIsListed()
{
    ExportSettings settings = m_bench->settings();
    settings.what = ExportWhat::Watchlist;
    settings.format = u"csv"_s;
    exportdialog::ExportSubject subject = m_bench->subject();
    subject.watchlist = {u"NVDA"_s, u"NOBODY"_s};
    m_dialog = std::make_unique<ExportDialog>(
        *m_appearance, m_bench->session(), [subject] { return subject; }, settings);
    m_dialog->show();
    QSignalSpy exported(m_dialog.get(), &ExportDialog::exported);
    QTest::mouseClick(field<QPushButton>("export"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(notice()->text().contains(u"NOBODY"), 60'000);
    QVERIFY(m_dialog->isVisible());
    QVERIFY(exported.isEmpty());
    QCOMPARE(m_bench->files(), QStringList{u"NVDA_2025-01-14_2025-02-14.csv"_s});
}

void TestExportDialog::everyFieldIsReachedByKeys()
{
    ExportSettings settings = m_bench->settings();
    settings.page.code = u"mm"_s;
    open(settings);
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    QSet<QString> reached;
    QWidget *first = m_dialog->focusWidget();
    QVERIFY(first);
    QWidget *at = first;
    for (int i = 0; i < 60; ++i) {
        reached.insert(at->objectName());
        QVERIFY2(!at->accessibleName().isEmpty() || qobject_cast<QAbstractButton *>(at), qPrintable(at->objectName()));
        QTest::keyClick(at, Qt::Key_Tab);
        at = QApplication::focusWidget();
        QVERIFY(at);
        if (at == first)
            break;
    }
    for (const char *name : {"what",   "format",  "page",     "width",   "height", "dpi",      "language",
                             "theme",  "title",   "subtitle", "markers", "legend", "verdicts", "foot",
                             "volume", "pattern", "words",    "folder",  "browse", "export",   "close"})
        QVERIFY2(reached.contains(QString::fromLatin1(name)), name);
}

void TestExportDialog::settingsComeBack()
{
    ExportSettings settings = m_bench->settings();
    settings.what = ExportWhat::Panes;
    settings.format = u"svg"_s;
    settings.page.code = u"mm"_s;
    settings.page.millimetres = {123, 0};
    settings.page.pixels = {640, 480};
    settings.page.dpi = 300;
    settings.language = u"de"_s;
    settings.theme = charts::ThemeName::Dark;
    settings.parts.foot = false;
    settings.markers = false;
    settings.volume = false;
    settings.outlines = true;
    settings.csv = exporting::CsvForm::German;
    settings.pattern = u"{number}"_s;
    open(settings);
    QSignalSpy used(m_dialog.get(), &ExportDialog::used);
    QSignalSpy exported(m_dialog.get(), &ExportDialog::exported);
    QTest::mouseClick(field<QPushButton>("export"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!exported.isEmpty(), 60'000);
    QCOMPARE(used.size(), 1);
    const auto told = used[0][0].value<ExportSettings>();
    const ExportSettings back = ExportSettings::fromJson(told.toJson(), ExportSettings());
    QVERIFY(back == settings);
    QCOMPARE(m_bench->files(), QStringList({u"1.svg"_s, u"2.svg"_s, u"3.svg"_s}));
}

void TestExportDialog::damagedSettingsDoNoHarm()
{
    const QJsonObject damaged{
        {u"what"_s, u"everything"_s},
        {u"format"_s, u"exe"_s},
        {u"language"_s, 7},
        {u"theme"_s, u"neon"_s},
        {u"legend"_s, u"yes"_s},
        {u"pattern"_s, u""_s},
        {u"page"_s, QJsonObject{{u"size"_s, u"a0"_s}, {u"width_mm"_s, -1e300}, {u"dpi"_s, 1e18}}}};
    const ExportSettings usual = m_bench->settings();
    ExportSettings read = ExportSettings::fromJson(damaged, usual);
    QCOMPARE(read.page.millimetres.width(), 0.);
    QCOMPARE(read.page.dpi, 2400);
    read.page = usual.page;
    QVERIFY(read == usual);
}

QTEST_MAIN(TestExportDialog)
#include "tst_exportdialog.moc"
