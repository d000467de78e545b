// SPDX-License-Identifier: GPL-3.0-or-later
//
// Live streams in a real window, from an exchange on this machine.
#include "StreamServer.h"
#include "WindowBench.h"
#include <charts/StackView.h>
#include <panels/WatchlistPanel.h>
#include <pipeline/FetchScheduler.h>
#include <store/StoreFiles.h>
#include <store/StoreReader.h>
#include <tables/WatchlistModel.h>

#include <QAbstractButton>
#include <QElapsedTimer>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QUrlQuery>

#include <desk/ChartDesk.h>
#include <style/LiveBadge.h>
#include <window/LiveControl.h>
#include <window/LivePopup.h>
#include <window/MessageBar.h>
#include <window/SourceControl.h>

#include <atomic>
#include <mutex>

using namespace tickmark;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using core::LiveState;
using test::ServedTrade;
using test::StreamServer;
using test::StreamWelcome;

namespace {

const QString kBitcoin = u"BTC-USD"_s;
constexpr int kPatience = 20'000; // ms, of a loaded machine
constexpr qint64 kFirstCents = 4'210'000;

sources::StreamPatience quick()
{
    sources::StreamPatience patience;
    patience.firstPause = 200ms;
    patience.longestPause = 400ms;
    return patience;
}

//! An exchange with trades of its own: those that it sends, and those that nobody was there to hear; all can be asked for.
class Exchange
{
public:
    Exchange()
    {
        m_server.setWelcome([this](int) {
            return m_isOpen ? StreamWelcome{} : StreamWelcome{StreamWelcome::How::Refuse, 503, 0ms};
        });
        m_server.setHttpAnswer([this](const QByteArray &target) { return answer(target); });
    }

    [[nodiscard]] StreamServer &server() { return m_server; }
    //! Streams are refused until it opens again.
    void shut()
    {
        m_isOpen = false;
        m_server.close(1012);
    }
    void reopen() { m_isOpen = true; }
    //! What was missed cannot be asked for until allowed.
    void holdBack(bool hold) { m_isHeldBack = hold; }

    void trade(int count) { m_server.sendTrades(make(count)); }
    void tradeUnheard(int count) { make(count); }
    [[nodiscard]] qint64 count() const
    {
        const std::lock_guard guard(m_mutex);
        return qint64(m_trades.size());
    }
    //! Of the newest trade: each is a cent dearer than the one before.
    [[nodiscard]] double price() const { return double(kFirstCents + count() - 1) / 100; }

private:
    QList<ServedTrade> make(int count)
    {
        const std::lock_guard guard(m_mutex);
        QList<ServedTrade> made;
        for (int i = 0; i < count; ++i) {
            const auto now = std::chrono::system_clock::now().time_since_epoch();
            const qint64 ms = std::max(m_last + 1,
                                       qint64(std::chrono::duration_cast<std::chrono::milliseconds>(now).count()));
            m_last = ms;
            ServedTrade one;
            one.symbol = u"BTCUSDT"_s;
            one.id = 1000 + m_trades.size();
            one.time = core::Time{ms * 1'000'000};
            one.price = QByteArray::number(double(kFirstCents + m_trades.size()) / 100, 'f', 2);
            one.size = "0.50000000";
            m_trades += one;
            made += one;
        }
        return made;
    }

    //! As Binance has them: of an id on, or the first of a time.
    QByteArray answer(const QByteArray &target)
    {
        if (m_isHeldBack)
            return StreamServer::whole("{}", "503 Service Unavailable");
        const std::lock_guard guard(m_mutex);
        const QUrlQuery query(QUrl(QString::fromLatin1(target)));
        const bool isStart = target.contains("aggTrades");
        const qint64 from = query.queryItemValue(u"fromId"_s).toLongLong();
        const qint64 since = query.queryItemValue(u"startTime"_s).toLongLong();
        QByteArrayList rows;
        for (const ServedTrade &one : std::as_const(m_trades)) {
            const QByteArray id = QByteArray::number(one.id);
            const qint64 ms = one.time.ns / 1'000'000;
            if (isStart && ms >= since && rows.isEmpty())
                rows += "{\"a\":1,\"f\":" + id + ",\"l\":" + id + ",\"T\":" + QByteArray::number(ms) + '}';
            else if (!isStart && one.id >= from && rows.size() < 1000)
                rows += "{\"id\":" + id + ",\"price\":\"" + one.price + "\",\"qty\":\"" + one.size
                        + "\",\"time\":" + QByteArray::number(ms) + ",\"isBuyerMaker\":false}";
        }
        return StreamServer::whole('[' + rows.join(',') + ']');
    }

    mutable std::mutex m_mutex;
    QList<ServedTrade> m_trades;
    qint64 m_last = 0; // ms
    std::atomic<bool> m_isOpen = true;
    std::atomic<bool> m_isHeldBack = false;
    StreamServer m_server{u"binance"_s};
};

} // namespace

class TestWindowLive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WindowBench::useOwnHome(m_home); }
    void init();
    void cleanup();

    void tradesAppearAsTheyCome();
    void aLostConnectionLeavesAGapThatIsFilled();
    void theRightEdgeGoesWithTheNewestTrade();
    void whatHasComeIsStoredWhenItIsStopped();
    void anotherStoreEndsTheStreamAndKeepsItsTrades();
    void closingTheWindowDoesNotWaitForTheExchange();
    void chartAndWatchlistShowTheSameTrade();
    void aLostConnectionIsHatchedUntilItIsBack();

private:
    void begin();
    [[nodiscard]] window::LiveControl &live() { return m_bench->window().live(); }
    [[nodiscard]] style::LiveBadge *badge()
    {
        for (auto *one : m_bench->window().desk().findChildren<style::LiveBadge *>(u"liveBadge"_s)) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    [[nodiscard]] std::optional<LiveState> state() { return badge() ? badge()->state() : std::nullopt; }
    //! The stack of the live chart, and what it draws; null before its first trade.
    [[nodiscard]] desk::DeskStack *stack()
    {
        for (auto *one : m_bench->window().desk().findChildren<desk::DeskStack *>()) {
            const charts::ChartContent *content = one->content();
            if (content && content->curves.contains(kBitcoin) && content->curves.at(kBitcoin).ticks)
                return one;
        }
        return nullptr;
    }
    [[nodiscard]] const charts::TickCurve *curve()
    {
        return stack() ? stack()->content()->curves.at(kBitcoin).ticks.get() : nullptr;
    }
    [[nodiscard]] qint64 drawn() { return curve() ? curve()->snapshot->ticks() : 0; }
    //! In the head of the chart, at the newest trade.
    [[nodiscard]] QString price()
    {
        if (!stack())
            return {};
        const auto readings = stack()->view().readings();
        return readings.empty() || readings.front().curves.empty() ? QString() : readings.front().curves.front().text;
    }
    [[nodiscard]] QString watched()
    {
        const auto &model = m_bench->window().watchlist().model();
        return model.indexOf(kBitcoin).siblingAtColumn(tables::WatchlistModel::PriceColumn).data().toString();
    }
    [[nodiscard]] QString shownPrice() const { return core::Formats(u"en"_s).number(m_exchange->price(), 2); }
    //! Read past the window.
    [[nodiscard]] static qint64 stored(const QString &path)
    {
        auto reader = store::StoreReader::open(path);
        if (!reader)
            return -1;
        const auto info = (*reader)->info();
        return info ? info->ticks : -1;
    }

    QTemporaryDir m_home;
    std::unique_ptr<Exchange> m_exchange;
    std::unique_ptr<WindowBench> m_bench;
};

void TestWindowLive::init()
{
    m_exchange = std::make_unique<Exchange>();
    m_bench = std::make_unique<WindowBench>(u"en"_s, QString(), window::liveStreams(quick()));
    store::SourceSetup setup;
    setup.name = u"Binance"_s;
    setup.provider = u"binance"_s;
    setup.address = m_exchange->server().base().toString();
    setup.symbols = {kBitcoin};
    setup.schedule = {store::FetchSchedule::When::Manually, 60};
    QVERIFY(m_bench->window().session()->writer()->saveSource(setup).result());
    m_bench->window().sources().scheduler()->reload();
    QTRY_VERIFY_WITH_TIMEOUT(!live().choices(kBitcoin).empty(), kPatience);
    QCOMPARE(stored(m_bench->store()), 0);
}

void TestWindowLive::cleanup()
{
    m_bench.reset();
    m_exchange.reset();
    QDir(m_home.filePath(u"config"_s)).removeRecursively();
}

//! As a user does it, from the menu of the instrument.
void TestWindowLive::begin()
{
    QMenu menu;
    Q_EMIT m_bench->window().watchlist().menuOpening(&menu, {kBitcoin});
    auto *entry = menu.findChild<QAction *>(u"live"_s);
    QVERIFY(entry);
    entry->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(m_exchange->server().open(), 1, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(state(), LiveState::Live, kPatience);
    m_exchange->trade(5);
    QTRY_COMPARE_WITH_TIMEOUT(drawn(), 5, kPatience);
}

void TestWindowLive::tradesAppearAsTheyCome()
{
    begin();
    QTRY_VERIFY2_WITH_TIMEOUT(price().startsWith(shownPrice()), qPrintable(price()), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(watched(), shownPrice(), kPatience);
    for (int i = 0; i < 20; ++i)
        m_exchange->trade(10);
    QTRY_COMPARE_WITH_TIMEOUT(drawn(), m_exchange->count(), kPatience);
    QTRY_VERIFY2_WITH_TIMEOUT(price().startsWith(shownPrice()), qPrintable(price()), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(watched(), shownPrice(), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(live().streams().front().stored, m_exchange->count(), kPatience);
    m_bench->trigger(window::Command::German);
    QTRY_VERIFY2(price().startsWith(core::Formats(u"de"_s).number(m_exchange->price(), 2)), qPrintable(price()));
}

void TestWindowLive::aLostConnectionLeavesAGapThatIsFilled()
{
    begin();
    m_exchange->holdBack(true);
    m_exchange->shut();
    QTRY_COMPARE_WITH_TIMEOUT(state(), LiveState::Waiting, kPatience);
    QVERIFY2(badge()->text().startsWith(u"waiting"_s), qPrintable(badge()->text()));
    QTRY_VERIFY2_WITH_TIMEOUT(m_bench->window().messages().message().contains(kBitcoin),
                              qPrintable(m_bench->window().messages().message()), kPatience);
    m_exchange->tradeUnheard(7);
    m_exchange->reopen();
    QTRY_COMPARE_WITH_TIMEOUT(state(), LiveState::Live, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->window().messages().message(), QString(), kPatience); // by itself
    m_exchange->trade(3);
    QTRY_COMPARE_WITH_TIMEOUT(drawn(), 8, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(curve()->gaps.size() == 1, kPatience);
    QVERIFY2(badge()->toolTip().contains(u"Gaps: "_s), qPrintable(badge()->toolTip()));
    m_exchange->holdBack(false);
    live().retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(curve()->gaps.empty(), 4 * kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(drawn(), m_exchange->count(), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(stored(m_bench->store()), m_exchange->count(), kPatience);
}

void TestWindowLive::theRightEdgeGoesWithTheNewestTrade()
{
    begin();
    QTRY_VERIFY_WITH_TIMEOUT(stack()->view().follows(), kPatience);
    charts::StackView &view = stack()->view();
    const auto isAtEdge = [&] {
        const core::TimeRange range = view.viewRange();
        const qint64 width = range.end.ns - range.begin.ns;
        const qint64 ahead = range.end.ns - curve()->snapshot->lastTime().ns;
        return width <= 11 * core::kNsPerMinute && ahead >= 0 && ahead <= width / 10;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isAtEdge(), kPatience);
    for (int i = 0; i < 5; ++i) {
        m_exchange->trade(100);
        QTRY_COMPARE_WITH_TIMEOUT(drawn(), m_exchange->count(), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(isAtEdge(), kPatience);
    }
    view.panBy(-0.5);
    QVERIFY(!view.follows());
    const core::TimeRange left = view.viewRange();
    m_exchange->trade(100);
    QTRY_COMPARE_WITH_TIMEOUT(drawn(), m_exchange->count(), kPatience);
    QCOMPARE(view.viewRange(), left);
    QAbstractButton *back = nullptr;
    for (auto *one : stack()->findChildren<QAbstractButton *>(u"follow"_s))
        back = one->isVisible() ? one : back;
    QVERIFY(back);
    back->click();
    QTRY_VERIFY_WITH_TIMEOUT(isAtEdge(), kPatience);
}

void TestWindowLive::whatHasComeIsStoredWhenItIsStopped()
{
    begin();
    m_exchange->trade(500);
    QTRY_COMPARE_WITH_TIMEOUT(drawn(), m_exchange->count(), kPatience);
    live().stop(kBitcoin);
    QTRY_VERIFY_WITH_TIMEOUT(live().streams().empty(), kPatience);
    QTRY_VERIFY(!badge());
    QCOMPARE(stored(m_bench->store()), m_exchange->count());
    QTRY_COMPARE_WITH_TIMEOUT(m_exchange->server().open(), 0, kPatience);
    // The last trade stays, and no older close comes in its place: not at once, and not when the store has been read.
    QCOMPARE(watched(), shownPrice());
    QSignalSpy loaded(&m_bench->window().watchlist().model(), &tables::WatchlistModel::loaded);
    m_bench->window().session()->tellChanged(pipeline::StoreChange::Quotes);
    QTRY_VERIFY_WITH_TIMEOUT(!loaded.isEmpty(), kPatience);
    QCOMPARE(watched(), shownPrice());
    m_bench->restart();
    QTRY_COMPARE_WITH_TIMEOUT(watched(), shownPrice(), kPatience);
}

void TestWindowLive::chartAndWatchlistShowTheSameTrade()
{
    begin();
    int frames = 0;
    QStringList differing;
    connect(&m_bench->window().desk(), &desk::ChartDesk::painted, this, [&] {
        if (!curve() || curve()->snapshot->ticks() <= 5)
            return;
        ++frames;
        const auto &snapshot = *curve()->snapshot;
        const core::Price last{snapshot.tail().back()->node.last, snapshot.priceDecimals()};
        if (watched() != core::Formats(u"en"_s).price(last))
            differing += watched();
    });
    for (int i = 0; i < 50; ++i) {
        m_exchange->trade(3);
        QTRY_COMPARE_WITH_TIMEOUT(drawn(), m_exchange->count(), kPatience);
    }
    QTRY_VERIFY_WITH_TIMEOUT(frames > 0, kPatience);
    QCOMPARE(differing, QStringList());
    m_bench->window().desk().disconnect(this);
}

void TestWindowLive::aLostConnectionIsHatchedUntilItIsBack()
{
    begin();
    m_exchange->shut();
    QTRY_COMPARE_WITH_TIMEOUT(state(), LiveState::Waiting, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(curve()->outage.has_value(), kPatience);
    const core::Time lost = *curve()->outage;
    QTRY_VERIFY_WITH_TIMEOUT(curve()->outage > lost, kPatience); // it grows
    QVERIFY(stack()->view().viewRange().contains(*curve()->outage));
    QVERIFY2(badge()->toolTip().contains(u"no connection"_s), qPrintable(badge()->toolTip()));
    // The exchange is down: that is no matter of fetches.
    badge()->click();
    auto *popup = m_bench->window().findChild<window::LivePopup *>();
    QTRY_COMPARE_WITH_TIMEOUT(popup->findChild<QLabel *>(u"advice"_s)->text(),
                              u"Nothing has to be done: the connection is made again by itself."_s, kPatience);
    popup->close();
    m_exchange->reopen();
    QTRY_COMPARE_WITH_TIMEOUT(state(), LiveState::Live, kPatience);
    m_exchange->trade(3);
    QTRY_VERIFY_WITH_TIMEOUT(drawn() == 8 && !curve()->outage, kPatience);
}

void TestWindowLive::anotherStoreEndsTheStreamAndKeepsItsTrades()
{
    begin();
    m_exchange->trade(500);
    QTRY_COMPARE_WITH_TIMEOUT(drawn(), m_exchange->count(), kPatience);
    const QString before = m_bench->store();
    const QString other = m_home.filePath(u"other.tickmark"_s);
    QVERIFY(store::createStore(other, false, [](store::StoreWriter &) { return core::Result<>(); }));
    m_bench->window().openStore(other);
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->window().session()->path(), other, kPatience);
    QVERIFY2(m_bench->window().messages().message().contains(kBitcoin),
             qPrintable(m_bench->window().messages().message()));
    QTRY_COMPARE_WITH_TIMEOUT(m_exchange->server().open(), 0, kPatience);
    QCOMPARE(stored(before), m_exchange->count());
    QCOMPARE(stored(other), 0);
}

void TestWindowLive::closingTheWindowDoesNotWaitForTheExchange()
{
    begin();
    m_exchange->trade(100);
    QTRY_COMPARE_WITH_TIMEOUT(drawn(), m_exchange->count(), kPatience);
    m_exchange->server().goSilent();
    QElapsedTimer closing;
    closing.start();
    live().setSession(nullptr); // as the window does when it goes, or takes another store
    QVERIFY2(closing.elapsed() < 5'000,
             QByteArray::number(closing.elapsed()).constData()); // a second on a quiet machine
    m_bench->window().close();
    const QString path = m_bench->store();
    m_bench->restart();
    QVERIFY2(closing.elapsed() < 10'000, QByteArray::number(closing.elapsed()).constData()); // with the next start
    QCOMPARE(stored(path), m_exchange->count());
    QVERIFY(live().streams().empty());
}

QTEST_MAIN(TestWindowLive)
#include "tst_windowlive.moc"
