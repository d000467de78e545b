// SPDX-License-Identifier: GPL-3.0-or-later
//
// The comparison of claims in a real window: text, numbers and sum beside one another are of one claim.
#include "WindowBench.h"
#include <newsview/ExcerptView.h>

#include <QAction>
#include <QDockWidget>
#include <QListView>

#include <claimview/CompareFilterBar.h>
#include <claimview/CompareSum.h>
#include <claimview/CompareView.h>

using namespace tickmark;
using window::Command;

class TestWindowCompare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WindowBench::useOwnHome(m_home); }
    void init();
    void cleanup();

    void aTopicBringsItsHeadline();
    void panelsAreExchanged();
    void escGoesBackToTheCharts();

private:
    [[nodiscard]] window::MainWindow &window() { return m_bench->window(); }
    [[nodiscard]] bool isShown(const char *dock)
    {
        return window().findChild<QDockWidget *>(QLatin1String(dock))->isVisible();
    }
    //! The headline of the excerpt and the claim that is active are of one news item.
    [[nodiscard]] bool areOfOneText()
    {
        const auto &headline = window().excerpt().headline();
        const auto *claim = window().claims().active();
        return headline && claim && headline->item.id == claim->newsId;
    }

    QTemporaryDir m_home;
    std::unique_ptr<WindowBench> m_bench;
};

void TestWindowCompare::init()
{
    m_bench = std::make_unique<WindowBench>();
    window().resize(1600, 1000);
    QTRY_VERIFY(window().comparison().session()); // there is something to compare
}

void TestWindowCompare::cleanup()
{
    m_bench.reset();
    QDir(m_home.filePath(QStringLiteral("config"))).removeRecursively();
}

void TestWindowCompare::aTopicBringsItsHeadline()
{
    m_bench->trigger(Command::CompareClaims);
    QTRY_VERIFY(areOfOneText()); // from the start
    auto *topics = window().comparison().findChild<QListView *>();
    topics->setFocus();
    for (int row = 1; row < 5; ++row) {
        const qint64 before = window().claims().active()->id;
        QTest::keyClick(topics, Qt::Key_Down);
        QCOMPARE(topics->currentIndex().row(), row);
        QVERIFY(window().claims().active()->id != before);
        QTRY_VERIFY(areOfOneText());
        QVERIFY(!window().comparison().sum()->rows().empty());
    }
}

void TestWindowCompare::panelsAreExchanged()
{
    const auto *filter = window().comparison().filterBar();
    QVERIFY(!isShown("sum") && !isShown("rules"));
    QTRY_VERIFY(!filter->isVisible());
    m_bench->trigger(Command::CompareClaims);
    QVERIFY(isShown("sum") && isShown("rules") && isShown("excerpt"));
    QTRY_VERIFY(filter->isVisible()); // the tool bar is laid out anew
    QVERIFY(!isShown("watchlist") && !isShown("headlines"));
    window().findChild<QDockWidget *>(QStringLiteral("rules"))->close(); // stays closed
    m_bench->trigger(Command::ShowCharts);
    QVERIFY(isShown("watchlist") && isShown("headlines") && isShown("excerpt"));
    QVERIFY(!isShown("sum") && !isShown("rules"));
    QTRY_VERIFY(!filter->isVisible());
    m_bench->trigger(Command::CompareClaims);
    QVERIFY(isShown("sum") && !isShown("rules"));
    m_bench->restart();
    QVERIFY(isShown("watchlist") && isShown("headlines") && isShown("excerpt"));
    QVERIFY(!isShown("sum") && !isShown("rules"));
}

void TestWindowCompare::escGoesBackToTheCharts()
{
    m_bench->trigger(Command::CompareClaims);
    QTRY_VERIFY(window().comparison().isVisible());
    QTest::keyClick(window().comparison().findChild<QListView *>(), Qt::Key_Escape);
    QVERIFY(!window().comparison().isVisible());
    QVERIFY(window().actions()[Command::ShowCharts]->isChecked());
}

QTEST_MAIN(TestWindowCompare)
#include "tst_windowcompare.moc"
