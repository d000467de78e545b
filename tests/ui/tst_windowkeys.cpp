// SPDX-License-Identifier: GPL-3.0-or-later
//
// Keys that have to work wherever the focus is, pressed in a real window.
#include "WindowBench.h"
#include <charts/StackView.h>
#include <newsview/HeadlinePanel.h>
#include <panels/WatchlistPanel.h>

#include <QAction>
#include <QApplication>
#include <QDateTimeEdit>
#include <QDockWidget>
#include <QLineEdit>
#include <QListView>
#include <QTableView>

#include <claimview/CheckTextDialog.h>
#include <claimview/ClaimsPanel.h>
#include <window/SearchField.h>

using namespace tickmark;
using window::Command;

class TestWindowKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WindowBench::useOwnHome(m_home); }
    void cleanup() { QDir(m_home.filePath(QStringLiteral("config"))).removeRecursively(); }

    void findGoesToTheFilterOfTheFocusedList_data();
    void findGoesToTheFilterOfTheFocusedList();
    void findReachesAFloatingPanel();
    void checkTextTakesTheTimeOfTheHeadline();

private:
    static QTableView *claimRows(const window::MainWindow &window)
    {
        for (QTableView *table : window.claimTable().findChildren<QTableView *>()) {
            if (qobject_cast<tables::ClaimTableModel *>(table->model()))
                return table;
        }
        return nullptr;
    }
    //! Real keys: to what has the focus, with the shortcuts of its window.
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QVERIFY(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }

    QTemporaryDir m_home;
};

void TestWindowKeys::findGoesToTheFilterOfTheFocusedList_data()
{
    QTest::addColumn<QString>("focus");
    QTest::addColumn<QString>("field");
    QTest::newRow("headlines") << QStringLiteral("headlines") << QStringLiteral("headlines");
    QTest::newRow("claims") << QStringLiteral("claims") << QStringLiteral("claims");
    QTest::newRow("charts") << QStringLiteral("charts") << QStringLiteral("headlines");
    QTest::newRow("watchlist") << QStringLiteral("watchlist") << QStringLiteral("search");
}

void TestWindowKeys::findGoesToTheFilterOfTheFocusedList()
{
    QFETCH(QString, focus);
    QFETCH(QString, field);
    WindowBench bench;
    window::MainWindow &window = bench.window();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    bench.trigger(Command::ShowClaims);
    auto *headlines = window.headlines().findChild<QListView *>();
    auto *claims = claimRows(window);
    QVERIFY(claims);
    QTRY_VERIFY(claims->model()->rowCount() > 20);
    if (focus == u"headlines") {
        QTest::mouseClick(headlines->viewport(), Qt::LeftButton, {}, QPoint(60, 30));
        QVERIFY(headlines->hasFocus());
    } else if (focus == u"claims") {
        QTest::mouseClick(claims->viewport(), Qt::LeftButton, {}, QPoint(60, 30));
        QVERIFY(claims->hasFocus());
    } else if (focus == u"watchlist") {
        window.watchlist().setFocus();
    } else {
        bench.stack().setFocus();
    }
    press(Qt::Key_F, Qt::ControlModifier);
    auto *typed = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(typed);
    const QWidget *panel = field == u"headlines" ? static_cast<QWidget *>(&window.headlines())
                           : field == u"claims"  ? static_cast<QWidget *>(&window.claimTable())
                                                 : &window.search();
    QVERIFY(panel == typed || panel->isAncestorOf(typed));
    QTest::keyClicks(typed, QStringLiteral("Advantest"));
    QCOMPARE(typed->text(), QStringLiteral("Advantest"));
    const QAbstractItemModel *list = field == u"headlines" ? headlines->model() : claims->model();
    if (field == u"search")
        return;
    QTRY_VERIFY(list->rowCount() < 10);
    // Down goes on in the list, with what was typed.
    press(Qt::Key_Down);
    QVERIFY(!typed->hasFocus());
    QVERIFY(panel->isAncestorOf(QApplication::focusWidget()));
    // and back: the next letter replaces the word
    press(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(typed->hasFocus());
    QCOMPARE(typed->selectedText(), QStringLiteral("Advantest"));
}

void TestWindowKeys::findReachesAFloatingPanel()
{
    WindowBench bench;
    auto *dock = bench.window().findChild<QDockWidget *>(QStringLiteral("claims"));
    bench.trigger(Command::ShowClaims);
    auto *claims = claimRows(bench.window());
    QVERIFY(claims);
    QTRY_VERIFY(claims->model()->rowCount() > 20);
    dock->setFloating(true);
    dock->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(dock));
    claims->setFocus();
    QVERIFY(claims);
    QTRY_VERIFY(claims->hasFocus());
    press(Qt::Key_F, Qt::ControlModifier);
    const auto *typed = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(typed && bench.window().claimTable().isAncestorOf(typed));
}

void TestWindowKeys::checkTextTakesTheTimeOfTheHeadline()
{
    WindowBench bench;
    window::MainWindow &window = bench.window();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    bench.stack().setFocus();
    press(Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = window.findChild<claimview::CheckTextDialog *>();
    QVERIFY(dialog);
    const auto *time = dialog->findChild<QDateTimeEdit *>(QStringLiteral("published"));
    QTRY_COMPARE(time->text(), QStringLiteral("14 Feb 2025 22:00")); // of the last quotes: no headline is selected
    dialog->close();
    bench.trigger(Command::NextHeadline);
    const core::Time published = window.headlines().selected()->item.published;
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    bench.stack().setFocus();
    press(Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(dialog->isVisible());
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(bench.appearance().zone().localNs(published) / 1'000'000,
                                                           Qt::UTC);
    QCOMPARE(time->dateTime(), local);
}

QTEST_MAIN(TestWindowKeys)
#include "tst_windowkeys.moc"
