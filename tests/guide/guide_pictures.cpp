// SPDX-License-Identifier: GPL-3.0-or-later
//
// guide_pictures LANGUAGE FOLDER: the pictures of the user guide, of the real window on the sample case, as PNG files in
// FOLDER. The same on each run on one machine; needs no display. Run by tools/guide-pictures.
#include "Picture.h"
#include "WindowBench.h"
#include <charts/StackView.h>
#include <dialogs/ImportDialog.h>
#include <dialogs/SourceEditDialog.h>
#include <dialogs/SourcesDialog.h>
#include <newsview/ExcerptText.h>
#include <newsview/ExcerptView.h>
#include <newsview/HeadlinePanel.h>
#include <panels/QualityPanel.h>
#include <pipeline/SampleCase.h>

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QFileInfo>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

#include <claimview/CheckTextDialog.h>
#include <claimview/ClaimsPanel.h>
#include <claimview/ClaimsTable.h>
#include <claimview/CompareView.h>
#include <desk/ChartDesk.h>
#include <exportdialog/ExportDialog.h>
#include <exportdialog/PagePreview.h>
#include <reportview/ReportDialog.h>

#include <algorithm>
#include <clocale>

using namespace tickmark;
using namespace Qt::StringLiterals;
using window::Command;

namespace {

constexpr int kPatience = 60'000; // ms
constexpr QSize kWindow{1600, 1000};

core::Time at(const char *iso)
{
    return core::parseIsoTime(iso).value_or(core::Time());
}

//! What a guide in that language shows.
struct Words
{
    QString store;
    QString headline; //!< whose number is explained over the whole window
    QString number;
    QString wrongHeadline; //!< one that the quotes contradict
    QString wrongNumber;
    QString text; //!< that is checked
    QByteArray bars;
};

Words wordsIn(const QString &language)
{
    const QString wrong = u"What one cheap model cost the chip sector in a single day"_s;
    if (language == u"de"_s)
        return {
            u"Beispielfall"_s,
            u"Ausverkauf bei KI-Werten: Nvidia 14,4 Prozent im Minus"_s,
            u"14,4 Prozent"_s,
            u"Kryptomarkt leidet mit: Bitcoin unter Verkaufsdruck"_s,
            u"12 Prozent"_s,
            u"Chipwerte sacken ab\n\nNvidia fiel am Montag um fast 17 Prozent und verlor rund 590 Milliarden Dollar an Wert. "
            "Der Dow gab 54 Punkte nach, Broadcom verlor 12 Prozent."_s,
            "Symbol;Datum;Erster;Hoch;Tief;Schlusskurs;Volumen\n"
            "SAP.DE;03.02.2025;262,00;266,50;260,10;265,05;1.210.000\n"
            "SAP.DE;04.02.2025;265,10;268,00;264,00;267,35;1.140.000\n"
            "SAP.DE;05.02.2025;267,00;263,00;269,90;268,10;1.090.000\n"
            "SAP.DE;06.02.2025;268,20;271,40;267,00;270,80;1.320.000\n"};
    return {
        u"Sample"_s,
        wrong,
        u"$450 billion"_s,
        wrong,
        u"$450 billion"_s,
        u"Chip shares slide\n\nNvidia fell almost 17% on Monday and lost about $590 billion in value. The Dow slipped 54 "
        "points, and Broadcom dropped 12%."_s,
        "symbol,date,open,high,low,close,volume\n"
        "SAP.DE,2025-02-03,262.00,266.50,260.10,265.05,1210000\n"
        "SAP.DE,2025-02-04,265.10,268.00,264.00,267.35,1140000\n"
        "SAP.DE,2025-02-05,267.00,263.00,269.90,268.10,1090000\n"
        "SAP.DE,2025-02-06,268.20,271.40,267.00,270.80,1320000\n"};
}

class GuidePictures : public QObject
{
    Q_OBJECT

public:
    GuidePictures(const QString &language, const QString &folder)
        : m_language(language), m_words(wordsIn(language)), m_folder(folder)
    {}

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void window();
    void charts();
    void verdict();
    void claims();
    void comparison();
    void check();
    void import();
    void sources();
    void quality();
    void exporting();
    void report();

private:
    template <typename Dialog>
    [[nodiscard]] Dialog *dialog(Command command)
    {
        m_bench->trigger(command);
        return m_bench->window().findChild<Dialog *>();
    }
    void explain(const QString &title, const QString &words);
    void save(const QImage &image, const char *name);
    void dropFocus(QWidget &window) const;

    QString m_language;
    Words m_words;
    QDir m_folder;
    QTemporaryDir m_home;
    QTemporaryDir m_work;
    std::unique_ptr<WindowBench> m_bench;
};

void GuidePictures::initTestCase()
{
    WindowBench::useOwnHome(m_home);
    QApplication::setCursorFlashTime(0); // a cursor that is there in one picture is in all
    window::WindowSettings settings;
    for (const char *hint : {"charts", "watchlist", "headlines", "excerpt", "claims", "quality"})
        settings.dismissHint(QString::fromLatin1(hint));
    settings.setLanguage(m_language);
}

void GuidePictures::init()
{
    const QString store = m_work.filePath(m_words.store + u".tickmark"_s);
    QFile::remove(store);
    const core::CalendarSet calendars(u":/calendars"_s);
    QVERIFY(pipeline::writeSampleStore(store, false, calendars, at("2025-02-19T21:20:00Z")));
    m_bench = std::make_unique<WindowBench>(m_language, store);
    m_bench->window().resize(kWindow);
    m_bench->trigger(Command::ResetLayout); // panels as wide as they are in a window of that size
    QTRY_VERIFY_WITH_TIMEOUT(
        m_bench->window().claims().book()
            && std::ranges::all_of(m_bench->window().claims().book()->claims(), &store::StoredClaim::isJudged),
        kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->stack().isSettled(), kPatience);
}

void GuidePictures::cleanup()
{
    m_bench.reset();
    QDir(m_home.filePath(u"config"_s)).removeRecursively();
    initTestCase(); // the next picture starts from what a first start looks like
}

void GuidePictures::explain(const QString &title, const QString &words)
{
    const tables::ClaimBookPtr book = m_bench->window().claims().book();
    const auto claim = std::ranges::find_if(book->claims(), [&](const store::StoredClaim &each) {
        return each.claim.text.contains(words) && book->newsOf(each).title == title;
    });
    QVERIFY2(claim != book->claims().end(), qPrintable(words));
    m_bench->window().headlines().select(claim->newsId);
    QTRY_VERIFY(m_bench->window().excerpt().headline() && m_bench->window().excerpt().headline()->title == title);
    for (auto *text : m_bench->window().excerpt().findChildren<newsview::ExcerptText *>()) {
        if (const auto rect = text->numberRect(claim->key())) {
            QTest::mouseClick(text->viewport(), Qt::LeftButton, {}, rect->bottomLeft() + QPoint(10, -8));
            break;
        }
    }
    auto *popup = m_bench->window().findChild<QWidget *>(u"verdictPopup"_s);
    QTRY_VERIFY(popup->isVisible());
}

void GuidePictures::save(const QImage &image, const char *name)
{
    QVERIFY2(savePicture(image, m_folder.filePath(QString::fromLatin1(name) + u".png"_s)), name);
}

//! A field that is being typed in is not what a picture is about.
void GuidePictures::dropFocus(QWidget &window) const
{
    if (QWidget *focus = window.focusWidget())
        focus->clearFocus();
}

void GuidePictures::window()
{
    explain(m_words.headline, m_words.number);
    save(picture(m_bench->window()), "window");
}

void GuidePictures::charts()
{
    charts::StackView &stack = m_bench->stack();
    stack.setMeasured(core::TimeRange{at("2025-01-24T20:59:00Z"), at("2025-02-06T20:59:00Z")});
    stack.setCrosshair(at("2025-01-27T17:00:00Z"));
    save(picture(m_bench->window().desk()), "charts");
}

void GuidePictures::verdict()
{
    explain(m_words.wrongHeadline, m_words.wrongNumber);
    auto &window = m_bench->window();
    const QImage whole = picture(window);
    QRect part(window.excerpt().mapTo(&window, QPoint()), window.excerpt().size());
    for (const QWidget *other : {static_cast<QWidget *>(window.findChild<QWidget *>(u"verdictPopup"_s)),
                                 static_cast<QWidget *>(window.excerpt().parentWidget())})
        part |= QRect(other->mapTo(&window, QPoint()), other->size());
    save(whole.copy(part), "verdict");
}

void GuidePictures::claims()
{
    m_bench->trigger(Command::ShowClaims);
    auto *table = m_bench->window().claimTable().findChild<claimview::ClaimsTable *>();
    QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() > 0, kPatience);
    table->sortByColumn(0, Qt::DescendingOrder);
    dropFocus(m_bench->window());
    auto *dock = m_bench->window().findChild<QDockWidget *>(u"claims"_s);
    QVERIFY(dock);
    save(picture(*dock), "claims");
}

void GuidePictures::comparison()
{
    m_bench->trigger(Command::DarkTheme);
    m_bench->trigger(Command::CompareClaims);
    auto *table = m_bench->window().comparison().findChild<QTableView *>();
    QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() > 0, kPatience);
    save(picture(m_bench->window()), "comparison-dark");
    m_bench->trigger(Command::DarkTheme);
}

void GuidePictures::check()
{
    auto *check = dialog<claimview::CheckTextDialog>(Command::CheckText);
    QVERIFY(check);
    check->setPublished(at("2025-01-28T07:00:00Z"));
    check->setText(m_words.text);
    auto *table = check->findChild<QTableView *>(u"claims"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 4, kPatience);
    table->selectRow(2);
    check->resize(1040, 560);
    save(picture(*check), "check");
}

void GuidePictures::import()
{
    QFile file(m_work.filePath(u"sap.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(m_words.bars);
    file.close();
    m_bench->window().importFiles({file.fileName()});
    auto *import = m_bench->window().findChild<dialogs::ImportDialog *>();
    QVERIFY(import);
    QTRY_VERIFY_WITH_TIMEOUT(import->findChild<QPushButton *>(u"import"_s)->isEnabled(), kPatience);
    import->resize(1000, 520);
    save(picture(*import), "import");
}

void GuidePictures::sources()
{
    auto *sources = dialog<dialogs::SourcesDialog>(Command::ShowSources);
    QVERIFY(sources);
    sources->addFor(u"binance"_s, u"BTC-USD"_s);
    auto *form = sources->findChild<dialogs::SourceEditDialog *>();
    QVERIFY(form);
    auto *instruments = form->findChild<QTableView *>(u"sourceInstruments"_s);
    QTRY_VERIFY_WITH_TIMEOUT(instruments->model()->rowCount() > 0, kPatience);
    QTest::keyClicks(form->findChild<QLineEdit *>(u"instrumentFilter"_s), u"b"_s);
    form->resize(660, 560);
    save(picture(*form), "source");
}

void GuidePictures::quality()
{
    m_bench->trigger(Command::ShowQuality);
    panels::QualityPanel &panel = m_bench->window().quality();
    QTRY_VERIFY_WITH_TIMEOUT(panel.isSettled() && panel.model().rowCount() > 0, kPatience);
    panel.findChild<QTableView *>()->selectRow(0);
    dropFocus(m_bench->window());
    auto *dock = m_bench->window().findChild<QDockWidget *>(u"quality"_s);
    QVERIFY(dock);
    save(picture(*dock), "quality");
}

void GuidePictures::exporting()
{
    auto *exporting = dialog<exportdialog::ExportDialog>(Command::ExportChart);
    QVERIFY(exporting);
    exporting->findChild<QLineEdit *>(u"folder"_s)->setText(QStringLiteral("/home/mw/Charts"));
    QTRY_VERIFY_WITH_TIMEOUT(!exporting->findChild<exportdialog::PagePreview *>()->shown().picture.isNull(), kPatience);
    exporting->resize(960, 640);
    dropFocus(*exporting);
    save(picture(*exporting), "export");
}

void GuidePictures::report()
{
    auto *report = dialog<reportview::ReportDialog>(Command::MakeReport);
    QVERIFY(report);
    QTRY_VERIFY_WITH_TIMEOUT(report->findChild<QPushButton *>(u"make"_s)->isEnabled(), kPatience);
    auto *file = report->findChild<QLineEdit *>(u"file"_s);
    file->setText(u"/home/mw/Charts/"_s + QFileInfo(file->text()).fileName());
    dropFocus(*report);
    save(picture(*report), "report");
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"tickmark-guide"_s);
    std::setlocale(LC_NUMERIC, "C"); // as the program has it
    const QStringList arguments = QCoreApplication::arguments();
    const bool isKnown = arguments.value(1) == u"de"_s || arguments.value(1) == u"en"_s;
    if (arguments.size() != 3 || !isKnown || !QDir().mkpath(arguments[2])) {
        std::fputs("guide_pictures de|en FOLDER\n", stderr);
        return 2;
    }
    GuidePictures pictures(arguments[1], arguments[2]);
    return QTest::qExec(&pictures, {u"guide_pictures"_s, u"-maxwarnings"_s, u"0"_s});
}

#include "guide_pictures.moc"
