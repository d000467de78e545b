// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the window remembers, and the program as a process: second starts, wrong calls.
#include "WindowBench.h"
#include <charts/StackView.h>
#include <newsview/HeadlinePanel.h>

#include <QAction>
#include <QDockWidget>
#include <QProcess>

#include <desk/ChartDesk.h>

using namespace tickmark;
using window::Command;

class TestWindowStart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WindowBench::useOwnHome(m_home); }
    void cleanup() { QDir(m_home.filePath(QStringLiteral("config"))).removeRecursively(); }

    void everythingReturnsAfterARestart();
    void secondStartRaisesTheFirst();
    void windowOfAnotherProcessIsClosedBySignal();
    void wrongCalls_data();
    void wrongCalls();

private:
    QTemporaryDir m_home;
};

void TestWindowStart::everythingReturnsAfterARestart()
{
    WindowBench bench;
    desk::ChartDesk &charts = bench.window().desk();
    charts.addPane({QStringLiteral("ASML.AS"), QStringLiteral("SAP.DE")});
    charts.setBase(core::SessionDate::fromCivil(2025, 1, 22));
    bench.trigger(Command::German);
    bench.trigger(Command::DarkTheme);
    bench.trigger(Command::ColorsGreenRed);
    bench.stack().setSessions(*core::SessionDate::fromCivil(2025, 1, 21), *core::SessionDate::fromCivil(2025, 1, 31));
    bench.window().headlines().step(1);
    auto *excerpt = bench.window().findChild<QDockWidget *>(QStringLiteral("excerpt"));
    excerpt->hide();
    QTRY_VERIFY(bench.window().headlines().selected());
    const qint64 headline = bench.window().headlines().selected()->item.id;
    const desk::DeskState left = charts.state();
    const core::TimeRange view = bench.stack().viewRange();

    bench.restart();
    QCOMPARE(bench.appearance().language(), QStringLiteral("de"));
    QVERIFY(bench.appearance().isDark());
    QCOMPARE(bench.appearance().upDown(), charts::UpDownColors::GreenRed);
    const desk::DeskState found = bench.window().desk().state();
    QCOMPARE(found.panes.size(), left.panes.size());
    QCOMPARE(found.panes.back().symbols, left.panes.back().symbols);
    QCOMPARE(found.base, left.base);
    QTRY_COMPARE(bench.stack().viewRange(), view);
    QVERIFY(!bench.window().findChild<QDockWidget *>(QStringLiteral("excerpt"))->isVisible());
    QTRY_VERIFY(bench.window().headlines().selected());
    QCOMPARE(bench.window().headlines().selected()->item.id, headline);
}

void TestWindowStart::secondStartRaisesTheFirst()
{
    WindowBench bench;
    bench.window().showMinimized();
    QTRY_VERIFY(bench.window().isMinimized());
    QProcess second;
    second.start(QStringLiteral(TICKMARK_PROGRAM), {bench.store()});
    // It waits for the answer of this window, so the event loop has to run meanwhile.
    QTRY_COMPARE_WITH_TIMEOUT(second.state(), QProcess::NotRunning, 10'000);
    QCOMPARE(second.exitCode(), 0);
    QTRY_VERIFY(!bench.window().isMinimized());
    QVERIFY(bench.window().isVisible());
}

void TestWindowStart::windowOfAnotherProcessIsClosedBySignal()
{
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("mine.tickmark"));
    {
        WindowBench bench;
        QVERIFY(QFile::copy(bench.store(), path));
    }
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("tickmark.window.info=true"));
    program.setProcessEnvironment(environment);
    program.setProcessChannelMode(QProcess::MergedChannels);
    program.start(QStringLiteral(TICKMARK_PROGRAM), {path, QStringLiteral("--lang"), QStringLiteral("en")});
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += program.readAll(), said.contains("complete")), 20'000);
    program.terminate();
    QVERIFY(program.waitForFinished(10'000));
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QVERIFY(!QFile::exists(path + QStringLiteral("-wal"))); // closed in order
}

void TestWindowStart::wrongCalls_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("a date that is none") << QStringList{QStringLiteral("--at"), QStringLiteral("yesterday")} << 2
                                         << QByteArray("yesterday");
    QTest::newRow("neither command nor file") << QStringList{QStringLiteral("chrat")} << 2 << QByteArray("chrat");
    QTest::newRow("a language that is none")
        << QStringList{QStringLiteral("--lang"), QStringLiteral("fr")} << 2 << QByteArray("--lang");
}

void TestWindowStart::wrongCalls()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QByteArray, says);
    QProcess program;
    program.start(QStringLiteral(TICKMARK_PROGRAM), arguments);
    QVERIFY(program.waitForFinished(20'000));
    QCOMPARE(program.exitCode(), code);
    QVERIFY(program.readAllStandardError().contains(says));
}

QTEST_MAIN(TestWindowStart)
#include "tst_windowstart.moc"
