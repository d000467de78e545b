// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../models/tables/SessionSupport.h"
#include <panels/WatchlistPanel.h>
#include <store/StoreWriter.h>
#include <tables/WatchlistModel.h>

#include <QAbstractItemModelTester>
#include <QDockWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QTreeView>

using namespace tickmark;
using namespace tickmark::panels;
using tables::WatchlistModel;

//! The watchlist in a real window over a real store, used by keyboard.
class TestWatchlistPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void headSaysWhichClose();
    void followsTheCrosshair();
    void followsTheHeadline();
    void keysTellWhatIsWanted();
    void typingFindsASymbol();
    void cursorStepsOverGroups();
    void selectionOutlivesAReload();
    void stateReturns();
    void emptyStoreSaysWhatToDo();
    void storeGoesAway();
    void fiveHundredInstrumentsStayQuick();

private:
    [[nodiscard]] QTreeView &view() const { return *m_panel->findChild<QTreeView *>(); }
    [[nodiscard]] QString note() const
    {
        return m_dock->titleBarWidget()->findChild<QMenu *>()->parentWidget()->accessibleName();
    }
    [[nodiscard]] QString price(const char *symbol) const
    {
        const QModelIndex index = m_panel->model().indexOf(QString::fromLatin1(symbol));
        return index.siblingAtColumn(WatchlistModel::PriceColumn).data(Qt::DisplayRole).toString();
    }
    void open();

    tables::TestSession m_session;
    std::unique_ptr<style::Appearance> m_appearance;
    std::unique_ptr<QDockWidget> m_dock;
    WatchlistPanel *m_panel = nullptr;
};

void TestWatchlistPanel::init()
{
    m_dock.reset(); // with queries under way, as a closed window leaves them
    m_session.close();
    m_appearance = std::make_unique<style::Appearance>(QStringLiteral("en"));
    m_dock = std::make_unique<QDockWidget>();
    m_panel = new WatchlistPanel(*m_appearance, m_dock.get());
    m_dock->setWidget(m_panel);
    m_dock->resize(264, 900);
    m_dock->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dock.get()));
    QFile::remove(m_session.path());
    QVERIFY(m_session.openSample());
    open();
}

void TestWatchlistPanel::open()
{
    QSignalSpy loaded(&m_panel->model(), &WatchlistModel::loaded);
    m_panel->setSession(m_session.get());
    QTRY_VERIFY(!loaded.isEmpty());
}

void TestWatchlistPanel::headSaysWhichClose()
{
    m_panel->showDate(*core::SessionDate::fromIso("2025-01-27"));
    QCOMPARE(note(), QStringLiteral("Close 27 Jan 2025"));
    QTRY_COMPARE(price("NVDA"), QStringLiteral("118.42"));
    m_appearance->setLanguage(QStringLiteral("de"));
    QTRY_COMPARE(price("NVDA"), QStringLiteral("118,42"));
    QVERIFY(note().endsWith(QStringLiteral("27.01.2025")));
    m_panel->setClose(WatchClose::Latest);
    QTRY_COMPARE(price("NVDA"), QStringLiteral("138,85"));
}

void TestWatchlistPanel::followsTheCrosshair()
{
    m_panel->setClose(WatchClose::Crosshair);
    m_panel->setCrosshair(*core::parseIsoTime("2025-01-27T21:00:00Z")); // the close in New York
    QTRY_COMPARE(price("NVDA"), QStringLiteral("118.42"));
    QCOMPARE(note(), QStringLiteral("Close 27 Jan 2025"));
    m_panel->setCrosshair(std::nullopt); // the pointer left the charts
    QCOMPARE(note(), QStringLiteral("Close 27 Jan 2025"));
    m_panel->setCrosshair(*core::parseIsoTime("2025-01-25T00:00:00Z")); // the end of a day around the clock
    QCOMPARE(note(), QStringLiteral("Close 24 Jan 2025"));
}

void TestWatchlistPanel::followsTheHeadline()
{
    m_panel->setHeadlineTime(*core::parseIsoTime("2025-01-27T12:00:00Z"));
    m_panel->setClose(WatchClose::Headline);
    QTRY_COMPARE(price("NVDA"), QStringLiteral("118.42"));
}

void TestWatchlistPanel::keysTellWhatIsWanted()
{
    QSignalSpy activated(m_panel, &WatchlistPanel::instrumentActivated);
    QSignalSpy added(m_panel, &WatchlistPanel::instrumentAddWanted);
    QSignalSpy pane(m_panel, &WatchlistPanel::newPaneWanted);
    QSignalSpy edit(m_panel, &WatchlistPanel::editWanted);
    QSignalSpy removed(m_panel, &WatchlistPanel::removeWanted);
    QVERIFY(m_panel->select(QStringLiteral("nvda")));
    view().setFocus();
    QTRY_VERIFY(view().hasFocus());
    QTest::keyClick(&view(), Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.front().front().toString(), QStringLiteral("NVDA"));
    QTest::keyClick(&view(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(&view(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(added.size(), 2);
    QTest::keyClick(&view(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(pane.front().front().toStringList(), (QStringList{QStringLiteral("NVDA"), QStringLiteral("AVGO")}));
    QTest::keyClick(&view(), Qt::Key_F2);
    QTest::keyClick(&view(), Qt::Key_Delete);
    QCOMPARE(edit.size(), 1);
    QCOMPARE(removed.size(), 1);
}

void TestWatchlistPanel::typingFindsASymbol()
{
    view().setFocus();
    QTest::keyClicks(&view(), QStringLiteral("ms"));
    QCOMPARE(m_panel->selectedSymbols(), QStringList{QStringLiteral("MSFT")});
}

void TestWatchlistPanel::cursorStepsOverGroups()
{
    view().setFocus();
    QTest::keyClick(&view(), Qt::Key_Home);
    QStringList seen;
    for (int i = 0; i < 40; ++i) {
        seen += m_panel->selectedSymbols();
        QTest::keyClick(&view(), Qt::Key_Down);
    }
    seen.removeDuplicates();
    QCOMPARE(seen.size(), 28);
    QCOMPARE(seen.front(), QStringLiteral("^GSPC"));
    QCOMPARE(seen.back(), QStringLiteral("BTC-USD"));
}

void TestWatchlistPanel::selectionOutlivesAReload()
{
    QVERIFY(m_panel->select(QStringLiteral("9984.T")));
    QSignalSpy loaded(&m_panel->model(), &WatchlistModel::loaded);
    m_session->tellChanged(pipeline::StoreChange::Instruments);
    QTRY_VERIFY(!loaded.isEmpty());
    QCOMPARE(m_panel->selectedSymbols(), QStringList{QStringLiteral("9984.T")});
}

void TestWatchlistPanel::stateReturns()
{
    m_panel->showDate(*core::SessionDate::fromIso("2025-01-27"));
    QVERIFY(m_panel->select(QStringLiteral("VST")));
    const QJsonObject state = m_panel->saveState();
    WatchlistPanel other(*m_appearance, nullptr);
    other.restoreState(state);
    other.setSession(m_session.get());
    QTRY_COMPARE(other.selectedSymbols(), QStringList{QStringLiteral("VST")});
    QCOMPARE(other.shownClose(), WatchClose::Date);
    QCOMPARE(other.model().request().date, core::SessionDate::fromIso("2025-01-27"));
    other.restoreState({{QStringLiteral("close"), QStringLiteral("nonsense")}});
    QCOMPARE(other.shownClose(), WatchClose::Latest);
}

void TestWatchlistPanel::emptyStoreSaysWhatToDo()
{
    tables::TestSession empty;
    QVERIFY(empty.openWith([](store::StoreWriter &) { return core::Result<>(); }));
    m_panel->setSession(empty.get());
    const auto buttons = m_panel->findChildren<QPushButton *>();
    QCOMPARE(buttons.size(), 2);
    QTRY_VERIFY(buttons[0]->isVisible());
    QSignalSpy wanted(m_panel, &WatchlistPanel::newInstrumentWanted);
    QSignalSpy import(m_panel, &WatchlistPanel::importWanted);
    for (QPushButton *button : buttons) {
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
    }
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(import.size(), 1);
    m_panel->setSession(nullptr);
}

void TestWatchlistPanel::storeGoesAway()
{
    m_session.close();
    QCOMPARE(m_panel->model().instrumentCount(), 0);
    QVERIFY(m_panel->selectedSymbols().isEmpty());
    m_panel->setViewRange({core::Time{0}, core::Time{core::kNsPerDay}});
}

void TestWatchlistPanel::fiveHundredInstrumentsStayQuick()
{
    tables::TestSession many;
    QVERIFY(many.openWith([](store::StoreWriter &writer) -> core::Result<> {
        for (int i = 0; i < 500; ++i) {
            core::Instrument instrument;
            instrument.symbol = QStringLiteral("S%1").arg(i, 4, 10, QLatin1Char('0'));
            instrument.mic = QStringLiteral("XNAS");
            writer.addInstrument(instrument);
        }
        return {};
    }));
    QSignalSpy loaded(&m_panel->model(), &WatchlistModel::loaded);
    m_panel->setSession(many.get());
    QTRY_VERIFY(!loaded.isEmpty());
    QCOMPARE(m_panel->model().instrumentCount(), 500);
    view().setFocus();
    QTest::keyClick(&view(), Qt::Key_End);
    QCOMPARE(m_panel->selectedSymbols(), QStringList{QStringLiteral("S0499")});
    QVERIFY(view().viewport()->rect().intersects(view().visualRect(view().currentIndex())));
    m_panel->setSession(nullptr);
}

QTEST_MAIN(TestWatchlistPanel)
#include "tst_watchlistpanel.moc"
