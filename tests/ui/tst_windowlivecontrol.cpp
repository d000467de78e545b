// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the window does about live streams, and what it says of them. The streams are scripted here: tst_windowlive has real
// ones.
#include "WindowBench.h"
#include <dialogs/SourceEditDialog.h>
#include <dialogs/SourcesDialog.h>
#include <panels/WatchlistPanel.h>
#include <pipeline/FetchScheduler.h>
#include <tables/WatchlistModel.h>

#include <QAction>
#include <QComboBox>
#include <QDateTime>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStatusBar>

#include <desk/ChartDesk.h>
#include <style/LiveBadge.h>
#include <window/LiveControl.h>
#include <window/LivePopup.h>
#include <window/LiveWatch.h>
#include <window/MessageBar.h>
#include <window/SourceControl.h>

using namespace tickmark;
using namespace Qt::Literals::StringLiterals;
using core::LiveState;
using pipeline::LivePhase;
using pipeline::LiveRequest;
using pipeline::LiveStatus;
using window::Command;

namespace {

//! What was asked of the streams of one window, and how they answer.
struct Script
{
    std::vector<LiveRequest> started;
    std::vector<std::pair<qint64, qint64>> stopped; //!< source, instrument
    int retries = 0;
    int made = 0;
    int ended = 0;
    pipeline::LiveStreams::Listener tell;
};

class ScriptedRuns : public window::LiveRuns
{
public:
    explicit ScriptedRuns(Script &script) : m_script(script) { ++m_script.made; }
    ~ScriptedRuns() override { ++m_script.ended; }

    void start(LiveRequest request) override { m_script.started.push_back(std::move(request)); }
    void stop(qint64 sourceId, qint64 instrumentId) override { m_script.stopped.emplace_back(sourceId, instrumentId); }
    void retryNow() override { ++m_script.retries; }

private:
    Script &m_script;
};

window::MakeLiveRuns scripted(Script &script)
{
    return [&script](const pipeline::LiveTools &, pipeline::LiveStreams::Listener tell) {
        script.tell = std::move(tell);
        return std::make_unique<ScriptedRuns>(script);
    };
}

const QString kBitcoin = u"BTC-USD"_s;

} // namespace

class TestWindowLiveControl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        WindowBench::useOwnHome(m_home);
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // not the user's own keychain
    }
    void init();
    void cleanup();

    void nothingStreamsByItself();
    void theSourceWithTheHighestPriorityIsTaken();
    void anotherSourceTakesThePlaceOfTheFirst();
    void theKeyGoesWithTheRequest();
    void withoutASourceOneStepLeadsToOne();
    void whatNoExchangeStreamsHasNoEntry();
    void aSourceThatIsEditedBeginsAnew();
    void aSourceThatIsRemovedEndsItsStreams();
    void anInstrumentThatIsRemovedEndsItsStream();
    void anotherStoreEndsTheStreams();
    void aFailureIsSaidOnceAndPasses();
    void aFullDiskIsSaidUntilItHasPassed();
    void aWrongKeyLeadsToTheSource();
    void badgeAndPopupFollowTheLanguage();
    void aReplayWaitsForTheStream();
    void thePopupDoesNotJumpWhileItIsRead();
    void theStatusBarSaysHowFarTheDataGo();

private:
    qint64 addSource(const QString &name, int priority = 0, const QString &provider = u"kraken"_s);
    void start(const QString &symbol);
    [[nodiscard]] LiveStatus status(LivePhase phase) const;
    void tell(const LiveStatus &status) { m_script.tell({status}); }
    [[nodiscard]] window::LiveControl &live() { return m_bench->window().live(); }
    [[nodiscard]] QString message() { return m_bench->window().messages().message(); }
    [[nodiscard]] style::LiveBadge *badge()
    {
        for (auto *one : m_bench->window().desk().findChildren<style::LiveBadge *>(u"liveBadge"_s)) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    [[nodiscard]] QAbstractButton *step()
    {
        for (auto *button : m_bench->window().messages().findChildren<QPushButton *>()) {
            if (button->isVisible() && !button->isCheckable())
                return button;
        }
        return nullptr;
    }
    //! As the menu of a chart or the watchlist has them.
    [[nodiscard]] std::unique_ptr<QMenu> menuOf(const QStringList &symbols)
    {
        auto menu = std::make_unique<QMenu>();
        Q_EMIT m_bench->window().desk().menuOpening(menu.get(), symbols);
        return menu;
    }

    QTemporaryDir m_home;
    Script m_script;
    std::unique_ptr<WindowBench> m_bench;
    qint64 m_source = 0;
};

void TestWindowLiveControl::init()
{
    m_script = {};
    m_bench = std::make_unique<WindowBench>(u"en"_s, QString(), scripted(m_script));
    QVERIFY(m_bench->window().sources().scheduler());
}

void TestWindowLiveControl::cleanup()
{
    m_bench.reset();
    QDir(m_home.filePath(u"config"_s)).removeRecursively();
}

qint64 TestWindowLiveControl::addSource(const QString &name, int priority, const QString &provider)
{
    store::SourceSetup setup;
    setup.name = name;
    setup.priority = priority;
    setup.provider = provider;
    setup.schedule = {store::FetchSchedule::When::Manually, 60};
    const auto saved = m_bench->window().session()->writer()->saveSource(setup).result();
    m_bench->window().sources().scheduler()->reload();
    return saved ? *saved : 0;
}

void TestWindowLiveControl::start(const QString &symbol)
{
    m_source = addSource(u"Kraken"_s);
    QTRY_COMPARE(live().choices(symbol).size(), std::size_t(1));
    const auto menu = menuOf({symbol});
    auto *entry = menu->findChild<QAction *>(u"live"_s);
    QVERIFY(entry && entry->isCheckable() && !entry->isChecked());
    entry->trigger();
    QCOMPARE(m_script.started.size(), std::size_t(1));
}

LiveStatus TestWindowLiveControl::status(LivePhase phase) const
{
    LiveStatus status;
    status.sourceId = m_source;
    status.source = u"Kraken"_s;
    status.provider = u"kraken"_s;
    status.instrumentId = m_script.started.empty() ? 0 : m_script.started.back().instrumentIds.front();
    status.symbol = kBitcoin;
    status.phase = phase;
    return status;
}

void TestWindowLiveControl::nothingStreamsByItself()
{
    start(kBitcoin);
    QVERIFY(live().isOn(kBitcoin));
    m_bench->restart();
    QCOMPARE(m_script.ended, 1);
    QTRY_VERIFY(!live().choices(kBitcoin).empty());
    QVERIFY(!live().isOn(kBitcoin));
    QCOMPARE(m_script.made, 1);
}

void TestWindowLiveControl::theSourceWithTheHighestPriorityIsTaken()
{
    addSource(u"Coinbase"_s, 1, u"coinbase"_s);
    const qint64 best = addSource(u"Kraken"_s, 5);
    addSource(u"Kraken once more"_s, 3);
    QTRY_COMPARE(live().choices(kBitcoin).size(), std::size_t(3));
    m_bench->window().desk().showInstrument(kBitcoin);
    QAction *toggle = m_bench->window().actions()[Command::ToggleLive];
    QTRY_VERIFY(toggle->isEnabled());
    toggle->trigger();
    QCOMPARE(m_script.started.size(), std::size_t(1));
    QCOMPARE(m_script.started.front().setup.sourceId, best);
    QVERIFY(toggle->isChecked());
    toggle->trigger();
    QCOMPARE(m_script.stopped.size(), std::size_t(1));
    QVERIFY(!toggle->isChecked());
}

void TestWindowLiveControl::anotherSourceTakesThePlaceOfTheFirst()
{
    const qint64 first = addSource(u"Kraken"_s, 5);
    const qint64 other = addSource(u"Coinbase"_s, 1, u"coinbase"_s);
    QTRY_COMPARE(live().choices(kBitcoin).size(), std::size_t(2));
    live().start(kBitcoin);
    const auto menu = menuOf({kBitcoin});
    QStringList entries;
    QAction *coinbase = nullptr;
    for (QAction *action : menu->findChild<QMenu *>()->actions()) {
        if (action->isSeparator())
            continue;
        entries += action->text() + (action->isChecked() ? u" (on)"_s : QString());
        if (action->text().contains(u"Coinbase"_s))
            coinbase = action;
    }
    QCOMPARE(entries, QStringList({u"From Kraken (on)"_s, u"From Coinbase"_s, u"&Off"_s}));
    coinbase->trigger();
    QCOMPARE(m_script.stopped.size(), std::size_t(1));
    QCOMPARE(m_script.stopped.front().first, first);
    QCOMPARE(m_script.started.back().setup.sourceId, other);
    QVERIFY(live().choices(kBitcoin)[1].isOn);
}

void TestWindowLiveControl::theKeyGoesWithTheRequest()
{
    addSource(u"Finnhub"_s, 0, u"finnhub"_s);
    QTRY_COMPARE(live().choices(u"NVDA"_s).size(), std::size_t(1));
    const auto &setup = m_bench->window().sources().scheduler()->sources();
    QTRY_COMPARE(setup.size(), std::size_t(1));
    m_bench->window().sources().keys().write(setup.front().setup.uuid, "k3y");
    live().start(u"NVDA"_s);
    QTRY_COMPARE(m_script.started.size(), std::size_t(1));
    QCOMPARE(m_script.started.front().key, QByteArray("k3y"));
}

void TestWindowLiveControl::withoutASourceOneStepLeadsToOne()
{
    QTRY_VERIFY(!live().offers(kBitcoin).empty());
    const auto menu = menuOf({kBitcoin});
    QStringList entries;
    for (const QAction *action : menu->findChild<QMenu *>()->actions())
        entries += action->text();
    QCOMPARE(entries, QStringList({u"Set up Kraken as a source…"_s, u"Set up Coinbase as a source…"_s,
                                   u"Set up Binance (USDT) as a source…"_s}));
    menu->findChild<QMenu *>()->actions().at(1)->trigger();
    auto *dialog = m_bench->window().findChild<dialogs::SourcesDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    auto *form = dialog->findChild<dialogs::SourceEditDialog *>();
    QVERIFY(form);
    QCOMPARE(form->findChild<QComboBox *>(u"provider"_s)->currentData().toString(), u"coinbase"_s);
    form->findChild<QPushButton *>(u"save"_s)->click();
    QTRY_COMPARE(live().choices(kBitcoin).size(), std::size_t(1));
    dialog->close();
}

void TestWindowLiveControl::whatNoExchangeStreamsHasNoEntry()
{
    addSource(u"Kraken"_s);
    QTRY_VERIFY(!live().choices(kBitcoin).empty());
    QVERIFY(menuOf({u"S&P 500"_s, u"^GSPC"_s, u"DAX"_s})->isEmpty());
    QVERIFY(!menuOf({kBitcoin})->isEmpty());
}

void TestWindowLiveControl::aSourceThatIsEditedBeginsAnew()
{
    start(kBitcoin);
    store::SourceSetup setup = m_script.started.front().setup;
    setup.priority = 7; // no matter for a stream
    QVERIFY(m_bench->window().session()->writer()->saveSource(setup).result());
    m_bench->window().sources().scheduler()->reload();
    QTRY_COMPARE(m_bench->window().sources().scheduler()->sources().front().setup.priority, 7);
    setup.address = u"http://127.0.0.1:1"_s;
    QVERIFY(m_bench->window().session()->writer()->saveSource(setup).result());
    m_bench->window().sources().scheduler()->reload();
    QTRY_COMPARE(m_script.started.size(), std::size_t(2));
    QCOMPARE(m_script.started.back().setup.address, setup.address);
    QCOMPARE(m_script.started.back().instrumentIds, m_script.started.front().instrumentIds);
    QVERIFY(m_script.stopped.empty());
}

void TestWindowLiveControl::aSourceThatIsRemovedEndsItsStreams()
{
    start(kBitcoin);
    QVERIFY(m_bench->window().session()->writer()->removeSource(m_source).result());
    m_bench->window().sources().scheduler()->reload();
    QTRY_COMPARE(m_script.stopped.size(), std::size_t(1));
    QCOMPARE(message(), u"The source “Kraken” was removed; its live stream has ended. What has come is stored."_s);
    QVERIFY(!live().isOn(kBitcoin));
}

void TestWindowLiveControl::anInstrumentThatIsRemovedEndsItsStream()
{
    start(kBitcoin);
    const qint64 id = m_script.started.front().instrumentIds.front();
    QVERIFY(m_bench->window().session()->writer()->removeInstrument(id).result());
    m_bench->window().session()->tellChanged(pipeline::StoreChange::Instruments);
    QTRY_COMPARE(m_script.stopped.size(), std::size_t(1));
    QVERIFY2(message().startsWith(kBitcoin), qPrintable(message()));
}

void TestWindowLiveControl::anotherStoreEndsTheStreams()
{
    start(kBitcoin);
    tell(status(LivePhase::Live));
    QTRY_VERIFY(badge());
    const QString other = m_home.filePath(u"other.tickmark"_s);
    QVERIFY(QFile::copy(m_bench->store(), other));
    m_bench->window().openStore(other);
    QTRY_COMPARE(m_script.ended, 1);
    QTRY_COMPARE(message(), u"The live streams of BTC-USD have ended with the database case. What had come is stored "
                            "there."_s);
    QVERIFY(live().streams().empty());
    // What the former streams still tell is of no concern here.
    tell(status(LivePhase::Live));
    QTest::qWait(0);
    QVERIFY(live().streams().empty());
    QTRY_VERIFY(!badge());
}

void TestWindowLiveControl::aFailureIsSaidOnceAndPasses()
{
    auto now = window::LiveWatch::Clock::now();
    m_bench->window().findChild<window::LiveWatch *>()->setClock([&now] { return now; });
    start(kBitcoin);
    tell(status(LivePhase::Live));
    LiveStatus lost = status(LivePhase::Waiting);
    lost.error = core::Error{core::ErrorCode::Io, u"Kraken cannot be reached."_s, {}};
    lost.errorCode = u"unreachable"_s;
    tell(lost);
    QTRY_VERIFY(badge() && badge()->state() == LiveState::Waiting); // at once
    QCOMPARE(message(), QString());
    now += window::LiveWatch::kOutage;
    tell(lost);
    QTRY_COMPARE(message(),
                 u"The live stream of BTC-USD is interrupted and comes again by itself. Kraken cannot be reached."_s);
    QVERIFY(step());
    step()->click();
    QCOMPARE(m_script.retries, 1);
    tell(status(LivePhase::Live));
    QTRY_COMPARE(badge()->state(), LiveState::Live);
    QCOMPARE(message(), QString());
    // Again: the badge says it, no message any more.
    tell(lost);
    QTRY_COMPARE(badge()->state(), LiveState::Waiting);
    now += window::LiveWatch::kOutage;
    tell(lost);
    QTest::qWait(100); // what is due is told by the next turn of the event loop
    QCOMPARE(message(), QString());
}

void TestWindowLiveControl::aFullDiskIsSaidUntilItHasPassed()
{
    start(kBitcoin);
    LiveStatus full = status(LivePhase::Live);
    full.isStoreBehind = true;
    full.waiting = 12;
    full.error = core::Error{core::ErrorCode::DiskFull, u"The disk is full."_s, {}};
    full.errorCode = u"not_stored"_s;
    tell(full);
    QTRY_COMPARE(message(),
                 u"The trades of BTC-USD are drawn, but the disk does not take them. They are stored as soon "
                 "as it does. The disk is full."_s);
    QTRY_VERIFY(badge());
    QCOMPARE(badge()->text(), u"live, not stored"_s);
    tell(status(LivePhase::Live));
    QTRY_COMPARE(message(), QString());
    QCOMPARE(badge()->text(), u"live"_s);
}

void TestWindowLiveControl::aWrongKeyLeadsToTheSource()
{
    start(kBitcoin);
    LiveStatus ended = status(LivePhase::Ended);
    ended.instrumentId = 0; // told of the whole source
    ended.symbol.clear();
    ended.error = core::Error{core::ErrorCode::InvalidInput, u"Kraken does not accept the key."_s, {}};
    ended.errorCode = u"bad_key"_s;
    tell(ended);
    QTRY_COMPARE(message(), u"The live stream of BTC-USD has ended. Kraken does not accept the key."_s);
    QCOMPARE(badge()->text(), u"stopped"_s);
    badge()->click();
    auto *popup = m_bench->window().findChild<window::LivePopup *>();
    QVERIFY(popup->isVisible());
    QVERIFY(popup->findChild<QLabel *>(u"advice"_s)->text().startsWith(u"Edit the source"_s));
    QVERIFY(popup->findChild<QPushButton *>(u"sources"_s)->isVisible());
    popup->findChild<QPushButton *>(u"retry"_s)->click();
    QCOMPARE(m_script.started.size(), std::size_t(2));
    step()->click();
    auto *dialog = m_bench->window().findChild<dialogs::SourcesDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    dialog->close();
}

void TestWindowLiveControl::badgeAndPopupFollowTheLanguage()
{
    start(kBitcoin);
    LiveStatus one = status(LivePhase::Live);
    one.perSecond = 1250;
    one.skew = std::chrono::milliseconds(310);
    one.received = one.stored = 5'000;
    tell(one);
    QTRY_VERIFY(badge() && badge()->state() == LiveState::Live);
    badge()->click();
    auto *popup = m_bench->window().findChild<window::LivePopup *>();
    QVERIFY(popup->isVisible());
    const auto texts = [&] {
        QStringList all;
        for (const QLabel *label : popup->findChildren<QLabel *>()) {
            if (label->isVisible())
                all += label->text();
        }
        return all;
    };
    QVERIFY2(texts().contains(u"1,250/s"_s), qPrintable(texts().join(u'|')));
    QVERIFY2(texts().contains(u"+0.3 s"_s), qPrintable(texts().join(u'|')));
    const auto *glance = m_bench->window().findChild<style::LiveBadge *>(u"liveGlance"_s);
    QCOMPARE(glance->text(), u"1 live stream, 1,250/s"_s);
    m_bench->trigger(Command::German);
    QTRY_VERIFY2(texts().contains(u"1.250/s"_s), qPrintable(texts().join(u'|')));
    QVERIFY2(texts().contains(u"Uhr der Börse"_s) && texts().contains(u"+0,3 s"_s), qPrintable(texts().join(u'|')));
    QTRY_COMPARE(glance->text(), u"1 Livestream, 1.250/s"_s);
    one.phase = LivePhase::Connecting;
    tell(one);
    QTRY_COMPARE(badge()->text(), u"verbindet"_s);
    QTest::keyClick(popup, Qt::Key_Escape);
    QVERIFY(!popup->isVisible());
}

void TestWindowLiveControl::aReplayWaitsForTheStream()
{
    start(kBitcoin);
    m_bench->window().replay(kBitcoin, std::nullopt, 60);
    QCOMPARE(message(), u"BTC-USD streams live now. Stop that, and its ticks can be played again."_s);
}

void TestWindowLiveControl::thePopupDoesNotJumpWhileItIsRead()
{
    start(kBitcoin);
    LiveStatus now = status(LivePhase::Live);
    now.received = 5000;
    now.stored = 4990;
    now.waiting = 10;
    now.lastTrade = core::Time{QDateTime::currentMSecsSinceEpoch() * 1'000'000};
    tell(now);
    auto *popup = m_bench->window().findChild<window::LivePopup *>();
    QVERIFY(popup);
    QTRY_VERIFY(!live().streams().empty() && live().streams().front().received == 5000);
    popup->open({}, QRect(m_bench->window().mapToGlobal(QPoint(800, 900)), QSize(60, 20)));
    QVERIFY(popup->isVisible());
    const QRect place = popup->geometry();
    const auto isTold = [this](qint64 received) { return live().streams().front().received == received; };
    // Some trades are on their way to the disk, or none: a line more or less would flicker.
    for (const int waiting : {0, 1, 7, 0, 12'345}) {
        ++now.received;
        now.waiting = waiting;
        now.stored = now.received - waiting;
        tell(now);
        QTRY_VERIFY(isTold(now.received));
        QCOMPARE(popup->geometry(), place);
    }
    // A gap has more to say; when it is filled the rest stays where it is.
    now.gaps = {{core::Time{now.lastTrade->ns - 600'000'000'000}, core::Time{now.lastTrade->ns - 30'000'000'000}}};
    now.backfillError = core::Error{core::ErrorCode::Io, u"any"_s, {}};
    now.backfillErrorCode = u"not_given"_s;
    now.backfillErrorNames = {u"Kraken"_s, kBitcoin};
    ++now.received;
    tell(now);
    QTRY_VERIFY(isTold(now.received));
    const QRect grown = popup->geometry();
    QVERIFY(grown.height() > place.height());
    const auto labels = popup->findChildren<QLabel *>();
    const auto gap = std::ranges::find_if(labels, [](QLabel *one) { return one->text().contains(u"(9 min 30 s)"_s); });
    QVERIFY(gap != labels.end());
    QVERIFY2((*gap)->fontMetrics().horizontalAdvance((*gap)->text()) <= (*gap)->width(), qPrintable((*gap)->text()));
    now.gaps.clear();
    now.backfillError.reset();
    ++now.received;
    tell(now);
    QTRY_VERIFY(isTold(now.received));
    QCOMPARE(popup->geometry(), grown);
    popup->close();
}

void TestWindowLiveControl::theStatusBarSaysHowFarTheDataGo()
{
    const auto age = [this] {
        for (const QLabel *label : m_bench->window().statusBar()->findChildren<QLabel *>()) {
            if (label->text().startsWith(u"Data up to "_s))
                return label->text();
        }
        return QString();
    };
    QTRY_COMPARE(age(), u"Data up to 14 Feb 2025"_s);
    start(kBitcoin);
    LiveStatus now = status(LivePhase::Live);
    now.lastTrade = core::parseIsoTime("2026-03-02T10:11:12.5Z");
    tell(now);
    const QString later = m_bench->appearance().formats().exactClockTime(*core::parseIsoTime("2026-03-02T10:11:12Z"),
                                                                         m_bench->appearance().zone());
    QTRY_COMPARE(age(), u"Data up to 2 Mar 2026, "_s + later);
}

QTEST_MAIN(TestWindowLiveControl)
#include "tst_windowlivecontrol.moc"
