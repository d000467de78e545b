// SPDX-License-Identifier: GPL-3.0-or-later
#include <charts/StackView.h>
#include <pipeline/SampleCase.h>
#include <pipeline/StoreSession.h>

#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <desk/ChartDesk.h>
#include <desk/PaneHead.h>
#include <style/IconButton.h>

using namespace tickmark;
using charts::StackView;
using desk::ChartDesk;
using desk::DeskState;
using desk::PaneHead;
using desk::RangeChoice;

namespace {

core::SessionDate day(const char *iso)
{
    return core::SessionDate::fromIso(iso).value_or(core::SessionDate());
}

core::Time at(const char *iso)
{
    return core::parseIsoTime(iso).value_or(core::Time());
}

QString text(const core::SessionDate &date)
{
    return QString::fromStdString(date.iso());
}

} // namespace

//! The charts as a user arranges them, over the sample store.
class TestChartDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void withoutStoreSaysWhatToDo();
    void sampleDeskOpens();
    void stateComesBack();
    void droppedInstrumentAppears();
    void droppedInstrumentOfAnotherExchangeKeepsTheEnd();
    void droppedBelowIsANewChart();
    void chartIsClosed();
    void chartIsMovedByItsHead();
    void chartGetsItsOwnAxisAndComesBack();
    void rangesShowTheirSessions_data();
    void rangesShowTheirSessions();
    void aDayHasIntradayBars();
    void newestRequestWins();
    void unknownInstrumentIsTold();
    void instrumentWithoutQuotesIsTold();
    void headlineMovesTheViewOnlyWhenNeeded();
    void changedStoreKeepsTheView();
    void otherLanguageIsShownAtOnce();
    void exportHasTheSessionsInView();

private:
    DeskState sampleState() const;
    //! The linked charts; only they have markers.
    StackView *linked() const;
    StackView *unlinked() const;
    QStringList symbols(int pane) const { return linked()->spec().panes.at(std::size_t(pane)).symbols; }
    std::vector<PaneHead *> heads() const;
    void drop(StackView *view, QPoint place, const QByteArray &symbol);
    void click(PaneHead *head, int button);
    //! "first last" of the linked range.
    QString range() const;

    QTemporaryDir m_folder;
    std::shared_ptr<core::CalendarSet> m_calendars = std::make_shared<core::CalendarSet>(QStringLiteral(":/calendars"));
    std::shared_ptr<pipeline::StoreSession> m_session;
    std::unique_ptr<style::Appearance> m_appearance;
    std::unique_ptr<ChartDesk> m_desk;
};

void TestChartDesk::initTestCase()
{
    const QString path = m_folder.filePath(QStringLiteral("sample.tickmark"));
    const auto written = pipeline::writeSampleStore(path, false, *m_calendars, at("2025-02-15T00:00:00Z"));
    QVERIFY2(written.has_value(), written ? "" : qPrintable(written.error().message));
    auto opening = pipeline::StoreSession::open(path, m_calendars);
    QTRY_VERIFY(opening.isFinished());
    QVERIFY(opening.result().has_value());
    m_session = *opening.result();
}

void TestChartDesk::init()
{
    m_appearance = std::make_unique<style::Appearance>(QStringLiteral("en"));
    QVERIFY(m_appearance->setZone("America/New_York"));
    m_desk = std::make_unique<ChartDesk>(*m_appearance);
    m_desk->resize(900, 800);
    m_desk->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_desk.get()));
    if (QByteArray(QTest::currentTestFunction()) == "withoutStoreSaysWhatToDo")
        return;
    m_desk->setSession(m_session.get());
    m_desk->setState(sampleState());
    QTRY_COMPARE(linked()->readings().size(), std::size_t(3));
    QTRY_COMPARE(heads().size(), std::size_t(3));
    QTRY_COMPARE(range(), QStringLiteral("2025-01-14 2025-02-14"));
}

void TestChartDesk::cleanup()
{
    m_desk.reset();
    m_appearance.reset();
}

DeskState TestChartDesk::sampleState() const
{
    auto read = m_session->read(
        [](store::StoreReader &reader, std::stop_token) { return reader.setting(QLatin1String(pipeline::kDeskKey)); });
    const auto setting = read.result();
    return setting && *setting ? DeskState::fromJson((*setting)->toUtf8()).value_or(DeskState()) : DeskState();
}

StackView *TestChartDesk::linked() const
{
    for (StackView *view : m_desk->findChildren<StackView *>()) {
        if (view->spec().markers)
            return view;
    }
    return m_desk->findChild<StackView *>();
}

StackView *TestChartDesk::unlinked() const
{
    for (StackView *view : m_desk->findChildren<StackView *>()) {
        if (!view->spec().markers && !view->spec().panes.empty())
            return view;
    }
    return nullptr;
}

//! From the top; those that are going are left out.
std::vector<PaneHead *> TestChartDesk::heads() const
{
    std::vector<PaneHead *> found;
    for (PaneHead *head : m_desk->findChildren<PaneHead *>()) {
        if (head->isVisible())
            found.push_back(head);
    }
    std::ranges::sort(found, {}, [](const PaneHead *head) { return head->mapToGlobal(QPoint()).y(); });
    return found;
}

QString TestChartDesk::range() const
{
    const DeskState state = m_desk->state();
    return state.range ? QString(text(state.range->first) + u' ' + text(state.range->last)) : QString();
}

void TestChartDesk::drop(StackView *view, QPoint place, const QByteArray &symbol)
{
    QMimeData data;
    data.setData(QStringLiteral("application/x-tickmark-instruments"), symbol);
    QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(view, &enter);
    QDropEvent event(QPointF(place), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(view, &event);
}

//! Buttons of a head from the left: link, menu, close.
void TestChartDesk::click(PaneHead *head, int button)
{
    auto buttons = head->findChildren<style::IconButton *>();
    erase_if(buttons, [](const style::IconButton *one) { return one->isHidden(); });
    std::ranges::sort(buttons, {}, &QWidget::x);
    QTest::mouseClick(buttons.at(button), Qt::LeftButton);
}

void TestChartDesk::withoutStoreSaysWhatToDo()
{
    QVERIFY(m_desk->state().panes.empty());
    QVERIFY(!m_desk->exportRequest());
    QVERIFY(!m_desk->currentRange());
    m_desk->showRange(RangeChoice::Month1);
    m_desk->setCrosshair(at("2025-01-27T18:00:00Z"));
    m_desk->openTable();
    const QImage picture = m_desk->grab().toImage();
    int dark = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            dark += qGray(picture.pixel(x, y)) < 160;
    }
    QVERIFY(dark > 100); // a sentence stands there
}

void TestChartDesk::sampleDeskOpens()
{
    QCOMPARE(symbols(0), QStringList({QStringLiteral("^GSPC"), QStringLiteral("^IXIC"), QStringLiteral("^DJI")}));
    QTRY_COMPARE(heads().at(1)->reading().title, QStringLiteral("Nvidia, Broadcom, Vistra"));
    QVERIFY(heads().at(1)->reading().note.contains(QLatin1String("24 Jan 2025")));
    QVERIFY(m_desk->currentRange() == RangeChoice::Month1);
    QVERIFY(m_desk->base() == day("2025-01-24"));
    m_desk->setCrosshair(at("2025-01-27T18:00:00Z"));
    QTRY_COMPARE(heads().at(1)->reading().curves.at(0).text, QString::fromUtf8("−16.97"));
    QCOMPARE(heads().at(0)->reading().curves.at(2).text, QStringLiteral("+0.65"));
}

void TestChartDesk::stateComesBack()
{
    m_desk->setTimeMode(charts::TimeMode::Calendar);
    m_desk->setLogarithmic(true);
    m_desk->setBase(day("2025-01-22"));
    const DeskState before = m_desk->state();
    QVERIFY(before.panes.at(1).scale == charts::ValueScale::RebasedLog);
    const auto read = DeskState::fromJson(before.toJson());
    QVERIFY(read.has_value());
    QVERIFY(*read == before);
    ChartDesk other(*m_appearance);
    other.resize(900, 800);
    other.show();
    other.setSession(m_session.get());
    other.setState(*read);
    QTRY_VERIFY(other.exportRequest().has_value());
    QTRY_VERIFY(other.state() == before);
    QVERIFY(other.isLogarithmic());
}

void TestChartDesk::droppedInstrumentAppears()
{
    const QSignalSpy changed(m_desk.get(), &ChartDesk::stateChanged);
    drop(linked(), QPoint(300, 100), "^GDAXI");
    QTRY_VERIFY(symbols(0).contains(QStringLiteral("^GDAXI")));
    QTRY_COMPARE(heads().at(0)->reading().curves.size(), std::size_t(4));
    QCOMPARE(heads().at(0)->reading().curves.at(3).name, QStringLiteral("DAX"));
    QVERIFY(!changed.isEmpty());
    drop(linked(), QPoint(300, 100), "^GDAXI"); // a second time changes nothing
    QCOMPARE(m_desk->state().panes.at(0).symbols.size(), 4);
}

//! Between the last quotes and the next session in New York there is a Monday on which Frankfurt was open.
void TestChartDesk::droppedInstrumentOfAnotherExchangeKeepsTheEnd()
{
    QCOMPARE(range(), QStringLiteral("2025-01-14 2025-02-14"));
    Q_EMIT linked()->instrumentsDropped(-1, {QStringLiteral("SAP.DE")});
    QTRY_COMPARE(linked()->readings().size(), std::size_t(4));
    QTRY_COMPARE(range(), QStringLiteral("2025-01-14 2025-02-14"));
    QVERIFY(m_desk->currentRange() == RangeChoice::Month1);
}

void TestChartDesk::droppedBelowIsANewChart()
{
    Q_EMIT linked()->instrumentsDropped(-1, {QStringLiteral("AAPL")});
    QTRY_COMPARE(linked()->readings().size(), std::size_t(4));
    QCOMPARE(symbols(3), QStringList{QStringLiteral("AAPL")});
    QCOMPARE(m_desk->state().activePane, 3);
}

void TestChartDesk::chartIsClosed()
{
    click(heads().at(0), 2);
    QTRY_COMPARE(linked()->readings().size(), std::size_t(2));
    QCOMPARE(m_desk->state().panes.at(0).symbols.at(0), QStringLiteral("NVDA"));
    QTRY_COMPARE(heads().size(), std::size_t(2));
    click(heads().at(0), 2);
    QTRY_COMPARE(heads().size(), std::size_t(1));
    click(heads().at(0), 2);
    QTRY_COMPARE(heads().size(), std::size_t(0));
    QVERIFY(m_desk->state().panes.empty());
    m_desk->showInstrument(QStringLiteral("AAPL"));
    QTRY_COMPARE(heads().size(), std::size_t(1));
}

void TestChartDesk::chartIsMovedByItsHead()
{
    PaneHead *volume = heads().at(2);
    const QPoint grip(40, 14);
    const QPoint up = volume->mapFromGlobal(linked()->mapToGlobal(QPoint(40, 20)));
    QTest::mousePress(volume, Qt::LeftButton, Qt::NoModifier, grip);
    for (const QPoint &place : {grip + QPoint(0, -30), up}) {
        QMouseEvent move(QEvent::MouseMove, place, volume->mapToGlobal(place), Qt::NoButton, Qt::LeftButton,
                         Qt::NoModifier);
        QApplication::sendEvent(volume, &move);
    }
    QTest::mouseRelease(volume, Qt::LeftButton, Qt::NoModifier, up);
    QTRY_VERIFY(linked()->spec().panes.at(0).kind == charts::PaneKind::Volume);
    QTRY_COMPARE(heads().at(0), volume);
    QVERIFY(m_desk->state().panes.at(0).kind == charts::PaneKind::Volume);
    QCOMPARE(m_desk->state().activePane, 0);
}

void TestChartDesk::chartGetsItsOwnAxisAndComesBack()
{
    click(heads().at(2), 0);
    QTRY_COMPARE(linked()->readings().size(), std::size_t(2));
    QTRY_VERIFY(unlinked());
    QTRY_COMPARE(unlinked()->readings().size(), std::size_t(1));
    // It keeps what was in view, and then goes its own way.
    QTRY_COMPARE(text(m_desk->state().panes.at(2).range->first), QStringLiteral("2025-01-14"));
    m_desk->showRange(RangeChoice::Day5);
    QTRY_COMPARE(text(m_desk->state().panes.at(2).range->first), QStringLiteral("2025-02-10"));
    QCOMPARE(range(), QStringLiteral("2025-01-14 2025-02-14"));
    const auto read = DeskState::fromJson(m_desk->state().toJson());
    QVERIFY(read.has_value());
    QVERIFY(*read == m_desk->state());
    QTRY_COMPARE(heads().size(), std::size_t(3));
    click(heads().at(2), 0);
    QTRY_COMPARE(linked()->readings().size(), std::size_t(3));
    QTRY_COMPARE(m_desk->findChildren<StackView *>().size(), 1);
    QVERIFY(!m_desk->state().panes.at(2).range);
}

void TestChartDesk::rangesShowTheirSessions_data()
{
    QTest::addColumn<int>("choice");
    QTest::addColumn<QString>("sessions");
    const auto row = [](const char *name, RangeChoice choice, const char *sessions) {
        QTest::newRow(name) << int(choice) << QString::fromLatin1(sessions);
    };
    row("1D", RangeChoice::Day1, "2025-02-14 2025-02-14");
    row("5D", RangeChoice::Day5, "2025-02-10 2025-02-14");
    row("1M", RangeChoice::Month1, "2025-01-14 2025-02-14");
    row("3M", RangeChoice::Month3, "2024-12-02 2025-02-14");
    row("YTD", RangeChoice::YearToDate, "2025-01-02 2025-02-14");
    row("all", RangeChoice::All, "2024-12-02 2025-02-14");
}

void TestChartDesk::rangesShowTheirSessions()
{
    QFETCH(int, choice);
    QFETCH(QString, sessions);
    m_desk->showRange(RangeChoice(choice));
    QTRY_COMPARE(range(), sessions);
    QVERIFY(m_desk->currentRange() == RangeChoice(choice));
    // And so when it has been read: the first session's opening stands at the left edge.
    const core::SessionDate first = day(sessions.left(10).toLatin1().constData());
    QTRY_COMPARE(text(core::SessionDate::utcDateOf(m_desk->viewRange().begin)), text(first));
    QVERIFY(m_desk->currentRange() == RangeChoice(choice));
}

void TestChartDesk::aDayHasIntradayBars()
{
    m_desk->showInstrument(QStringLiteral("NVDA"));
    const auto bars = [this] {
        const auto request = m_desk->exportRequest();
        const bool ready = request && request->content.curves.contains(QStringLiteral("NVDA"))
                           && symbols(1).size() == 1;
        return ready ? request->content.curves.at(QStringLiteral("NVDA")).bars : nullptr;
    };
    QTRY_VERIFY(bars() && bars()->series.isDaily());
    DeskState state = m_desk->state();
    state.range = desk::DeskRange{day("2025-01-27"), day("2025-01-27"), std::nullopt};
    m_desk->setState(state);
    QTRY_VERIFY(bars() && !bars()->series.isDaily());
    QCOMPARE(bars()->bars.size(), std::size_t(101));
    // Only one of five sessions has intraday bars: then all are drawn from daily ones.
    m_desk->showRange(RangeChoice::Day5);
    QTRY_COMPARE(range(), QStringLiteral("2025-01-21 2025-01-27"));
    QTRY_VERIFY(bars() && bars()->series.isDaily());
}

void TestChartDesk::newestRequestWins()
{
    for (const char *symbol : {"AAPL", "MSFT", "AMZN", "META", "TSLA"})
        m_desk->showInstrument(QString::fromLatin1(symbol));
    QTRY_COMPARE(heads().at(1)->reading().title, QStringLiteral("Tesla"));
    // Nothing that was asked for before arrives later.
    const QSignalSpy readings(linked(), &StackView::readingsChanged);
    m_session->tellChanged(pipeline::StoreChange::Quotes);
    QTRY_VERIFY(!readings.isEmpty());
    QCOMPARE(symbols(1), QStringList{QStringLiteral("TSLA")});
    QCOMPARE(heads().at(1)->reading().title, QStringLiteral("Tesla"));
}

void TestChartDesk::unknownInstrumentIsTold()
{
    const QSignalSpy failed(m_desk.get(), &ChartDesk::failed);
    m_desk->addInstrument(QStringLiteral("GONE"));
    QTRY_COMPARE(symbols(1).size(), 4);
    QTRY_COMPARE(heads().at(1)->reading().curves.size(), std::size_t(4));
    QCOMPARE(linked()->readings().size(), std::size_t(3));
    QVERIFY(failed.isEmpty());
    QVERIFY(m_desk->state().panes.at(1).symbols.contains(QStringLiteral("GONE")));
}

void TestChartDesk::instrumentWithoutQuotesIsTold()
{
    m_desk->addPane({QStringLiteral("^HSTECH")});
    QTRY_COMPARE(heads().size(), std::size_t(4));
    QTRY_COMPARE(heads().at(3)->reading().title, QStringLiteral("Hang Seng Tech"));
    QVERIFY(heads().at(3)->warning().contains(QLatin1String("Hang Seng Tech")));
    QCOMPARE(linked()->readings().size(), std::size_t(4));
}

void TestChartDesk::headlineMovesTheViewOnlyWhenNeeded()
{
    m_desk->showRange(RangeChoice::Day5);
    QTRY_VERIFY(m_desk->viewRange().begin > at("2025-02-08T00:00:00Z"));
    const core::TimeRange before = m_desk->viewRange();
    core::NewsItem item;
    item.id = 1;
    item.published = at("2025-02-12T16:00:00Z"); // in the middle
    m_desk->selectHeadline(&item);
    QVERIFY(m_desk->viewRange() == before);
    item.published = at("2025-01-27T16:40:00Z");
    m_desk->selectHeadline(&item);
    QTRY_VERIFY(m_desk->viewRange() != before);
    QVERIFY(m_desk->viewRange().contains(item.published));
    QTRY_COMPARE(range(), QStringLiteral("2025-01-22 2025-01-29"));
    QVERIFY(m_desk->canGoBack());
    const core::TimeRange there = m_desk->viewRange();
    m_desk->selectHeadline(nullptr);
    QVERIFY(m_desk->viewRange() == there);
    m_desk->goBack();
    QTRY_VERIFY(m_desk->viewRange() == before);
}

void TestChartDesk::changedStoreKeepsTheView()
{
    linked()->setViewRange({at("2025-01-22T17:00:00Z"), at("2025-02-05T19:00:00Z")});
    m_desk->setCrosshair(at("2025-01-27T18:00:00Z"));
    const core::TimeRange view = m_desk->viewRange();
    const auto crosshair = linked()->crosshair();
    QVERIFY(crosshair.has_value());
    const QSignalSpy readings(linked(), &StackView::readingsChanged);
    m_session->tellChanged(pipeline::StoreChange::Quotes);
    QTRY_VERIFY(!readings.isEmpty());
    QVERIFY(m_desk->viewRange() == view);
    QVERIFY(linked()->crosshair() == crosshair);
}

void TestChartDesk::otherLanguageIsShownAtOnce()
{
    m_desk->setCrosshair(at("2025-01-27T18:00:00Z"));
    QTRY_COMPARE(heads().at(1)->reading().curves.at(0).text, QString::fromUtf8("−16.97"));
    m_appearance->setLanguage(QStringLiteral("de"));
    QTRY_COMPARE(heads().at(1)->reading().curves.at(0).text, QString::fromUtf8("−16,97"));
    QVERIFY(heads().at(1)->reading().when.contains(QLatin1String("27.01.2025")));
}

void TestChartDesk::exportHasTheSessionsInView()
{
    const auto request = m_desk->exportRequest();
    QVERIFY(request.has_value());
    QCOMPARE(text(request->spec.from), QStringLiteral("2025-01-14"));
    QCOMPARE(text(request->spec.to), QStringLiteral("2025-02-14"));
    QVERIFY(request->spec.theme == charts::ThemeName::Print);
    QVERIFY(request->spec.markers);
    QVERIFY(!request->spec.view);
    QVERIFY(request->spec.base == day("2025-01-24"));
    QCOMPARE(request->content.news.size(), std::size_t(27));
}

QTEST_MAIN(TestChartDesk)
#include "tst_chartdesk.moc"
