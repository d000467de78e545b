// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the window says of live streams: messages, badges, the popup with their state. The streams are scripted.
#include "LiveControlBench.h"
#include <dialogs/SourcesDialog.h>

#include <QDateTime>
#include <QLabel>
#include <QStatusBar>

#include <window/LivePopup.h>
#include <window/LiveWatch.h>

using namespace tickmark;
using namespace Qt::Literals::StringLiterals;
using core::LiveState;
using pipeline::LivePhase;
using pipeline::LiveStatus;
using window::Command;

class TestWindowLiveTold : public QObject, private LiveControlBench
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useOwnHome(); }
    void init() { open(); }
    void cleanup() { close(); }

    void aFailureIsSaidOnceAndPasses();
    void aFullDiskIsSaidUntilItHasPassed();
    void aWrongKeyLeadsToTheSource();
    void badgeAndPopupFollowTheLanguage();
    void thePopupDoesNotJumpWhileItIsRead();
    void theStatusBarSaysHowFarTheDataGo();
};

void TestWindowLiveTold::aFailureIsSaidOnceAndPasses()
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

void TestWindowLiveTold::aFullDiskIsSaidUntilItHasPassed()
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

void TestWindowLiveTold::aWrongKeyLeadsToTheSource()
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

void TestWindowLiveTold::badgeAndPopupFollowTheLanguage()
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

void TestWindowLiveTold::thePopupDoesNotJumpWhileItIsRead()
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

void TestWindowLiveTold::theStatusBarSaysHowFarTheDataGo()
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

QTEST_MAIN(TestWindowLiveTold)
#include "tst_windowlivetold.moc"
