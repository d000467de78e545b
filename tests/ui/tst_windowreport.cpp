// SPDX-License-Identifier: GPL-3.0-or-later
//
// File > Report in a real window: it starts from what the charts show, and the window goes on while it is made.
#include "WindowBench.h"

#include <QAction>
#include <QDateEdit>
#include <QLineEdit>
#include <QPushButton>

#include <claimview/CompareView.h>
#include <desk/ChartDesk.h>
#include <reportview/ReportDialog.h>

using namespace tickmark;
using window::Command;

class TestWindowReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WindowBench::useOwnHome(m_home); }
    void init();
    void cleanup();

    void startsFromWhatTheChartsShow();
    void isAboutTheSessionWhoseClaimsAreCompared();
    void speaksTheLanguageOfTheWindow();
    void isMadeWhileTheWindowGoesOn();

private:
    [[nodiscard]] window::MainWindow &window() { return m_bench->window(); }
    template <typename Widget>
    Widget *part(const char *name)
    {
        return m_dialog->findChild<Widget *>(QLatin1String(name));
    }

    QTemporaryDir m_home;
    std::unique_ptr<WindowBench> m_bench;
    reportview::ReportDialog *m_dialog = nullptr;
};

void TestWindowReport::init()
{
    m_bench = std::make_unique<WindowBench>();
    window().resize(1600, 1000);
    m_bench->trigger(Command::MakeReport);
    m_dialog = window().findChild<reportview::ReportDialog *>();
    QVERIFY(m_dialog && m_dialog->isVisible());
}

void TestWindowReport::cleanup()
{
    m_bench.reset();
    QDir(m_home.filePath(QStringLiteral("config"))).removeRecursively();
}

void TestWindowReport::startsFromWhatTheChartsShow()
{
    const auto shown = [this] {
        const charts::ChartSpec spec = window().desk().exportRequest()->spec;
        return std::pair(QDate(spec.from.year(), spec.from.month(), spec.from.day()),
                         QDate(spec.to.year(), spec.to.month(), spec.to.day()));
    };
    const auto said = [this] { return std::pair(part<QDateEdit>("from")->date(), part<QDateEdit>("to")->date()); };
    QCOMPARE(said(), shown());
    // It follows the view as long as that is what was chosen.
    const auto before = said();
    m_bench->trigger(Command::RangeDay5);
    QTRY_VERIFY_WITH_TIMEOUT(shown() != before && said() == shown(), 30'000);
    // The same dialog comes to the front the next time.
    m_bench->trigger(Command::MakeReport);
    QCOMPARE(window().findChildren<reportview::ReportDialog *>().size(), 1);
}

void TestWindowReport::isAboutTheSessionWhoseClaimsAreCompared()
{
    m_bench->trigger(Command::CompareClaims);
    QTRY_VERIFY_WITH_TIMEOUT(window().comparison().session().has_value(), 60'000);
    m_bench->trigger(Command::MakeReport);
    QCOMPARE(window().comparison().session()->iso(), std::string("2025-01-27")); // a Monday
    QCOMPARE(part<QDateEdit>("from")->date(), QDate(2025, 1, 24));
    QCOMPARE(part<QDateEdit>("to")->date(), QDate(2025, 1, 28));
    // Back at the charts, it is about what they show.
    m_bench->trigger(Command::ShowCharts);
    const auto to = window().desk().exportRequest()->spec.to;
    QTRY_COMPARE_WITH_TIMEOUT(part<QDateEdit>("to")->date(), QDate(to.year(), to.month(), to.day()), 30'000);
}

void TestWindowReport::speaksTheLanguageOfTheWindow()
{
    QCOMPARE(part<QDateEdit>("from")->displayFormat(), QStringLiteral("d MMM yyyy"));
    m_bench->trigger(Command::German);
    QTRY_COMPARE(part<QDateEdit>("from")->displayFormat(), QStringLiteral("dd.MM.yyyy"));
    m_bench->trigger(Command::English);
}

void TestWindowReport::isMadeWhileTheWindowGoesOn()
{
    const QString path = m_home.filePath(QStringLiteral("out.html"));
    part<QLineEdit>("file")->setText(path);
    Q_EMIT part<QLineEdit>("file")->textEdited(path);
    QTRY_VERIFY_WITH_TIMEOUT(part<QPushButton>("make")->isEnabled(), 30'000);
    part<QPushButton>("make")->click();
    m_bench->trigger(Command::ZoomIn); // nothing is in its way
    QTRY_VERIFY_WITH_TIMEOUT(part<QPushButton>("folder")->isVisible(), 120'000);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("<!DOCTYPE html>"));
    // A closed store takes its dialog along.
    const QPointer<reportview::ReportDialog> dialog(m_dialog);
    m_bench->restart();
    QVERIFY(!dialog);
}

QTEST_MAIN(TestWindowReport)
#include "tst_windowreport.moc"
