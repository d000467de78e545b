// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include <window/LiveAdvice.h>
#include <window/LiveWatch.h>

using namespace tickmark;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using pipeline::LivePhase;
using pipeline::LiveStatus;
using window::LiveWatch;
using Trouble = LiveWatch::Trouble;

namespace {

LiveStatus status(LivePhase phase, qint64 instrumentId = 1)
{
    LiveStatus status;
    status.sourceId = 1;
    status.source = u"Kraken"_s;
    status.instrumentId = instrumentId;
    status.symbol = instrumentId == 1 ? u"BTC-USD"_s : u"ETH-USD"_s;
    status.phase = phase;
    status.received = 5;
    return status;
}

LiveStatus lost(qint64 instrumentId = 1)
{
    LiveStatus made = status(LivePhase::Waiting, instrumentId);
    made.error = core::Error{core::ErrorCode::Io, u"The connection broke off."_s, {}};
    made.errorCode = u"broken"_s;
    return made;
}

} // namespace

//! When trouble of a stream becomes a message, which moves the charts, and what it advises.
class TestLiveWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aShortOutageIsNoMessage();
    void aLongOutageIsOne();
    void attemptsBelongToTheOutage();
    void whatIsLostMeanwhileIsInTheSameMessage();
    void anEndIsToldWithoutWaiting();
    void advice_data();
    void advice();

private:
    //! At that time after the start.
    void tell(std::chrono::milliseconds at, const std::vector<LiveStatus> &streams)
    {
        m_now = LiveWatch::Clock::time_point(1h) + at;
        m_watch->setStreams(streams);
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
    }

    LiveWatch::Clock::time_point m_now;
    std::unique_ptr<LiveWatch> m_watch;
    std::unique_ptr<QSignalSpy> m_began;
    std::unique_ptr<QSignalSpy> m_passed;
};

void TestLiveWatch::init()
{
    m_watch = std::make_unique<LiveWatch>();
    m_watch->setClock([this] { return m_now; });
    m_began = std::make_unique<QSignalSpy>(m_watch.get(), &LiveWatch::began);
    m_passed = std::make_unique<QSignalSpy>(m_watch.get(), &LiveWatch::passed);
}

void TestLiveWatch::aShortOutageIsNoMessage()
{
    tell(0s, {lost()});
    tell(9'900ms, {lost()});
    QCOMPARE(m_began->count(), 0);
    tell(9'950ms, {status(LivePhase::Live)});
    tell(60s, {lost()}); // another one
    tell(69s, {lost()});
    QCOMPARE(m_began->count(), 0);
}

void TestLiveWatch::aLongOutageIsOne()
{
    tell(0s, {lost()});
    tell(10s, {lost()});
    QTRY_COMPARE(m_began->count(), 1);
    QCOMPARE(m_watch->message(Trouble::Lost).message,
             u"The live stream of BTC-USD is interrupted and comes again by itself. The connection broke off."_s);
    QCOMPARE(m_passed->count(), 0);
    tell(11s, {status(LivePhase::Live)});
    QCOMPARE(m_passed->count(), 1);
}

void TestLiveWatch::attemptsBelongToTheOutage()
{
    tell(0s, {lost()});
    tell(4s, {status(LivePhase::Connecting)});
    tell(5s, {lost()});
    tell(10s, {status(LivePhase::Connecting)});
    QTRY_COMPARE(m_began->count(), 1);
    QVERIFY(m_watch->message(Trouble::Lost).message.contains(u"broke off"_s));
    tell(12s, {lost()});
    tell(14s, {status(LivePhase::Connecting)});
    QCOMPARE(m_passed->count(), 0); // the message does not come and go
    QCOMPARE(m_began->count(), 1);
}

void TestLiveWatch::whatIsLostMeanwhileIsInTheSameMessage()
{
    tell(0s, {lost(1), status(LivePhase::Live, 2)});
    tell(3s, {lost(1), lost(2)});
    tell(10s, {lost(1), lost(2)});
    QTRY_COMPARE(m_began->count(), 1);
    QVERIFY(m_watch->message(Trouble::Lost).message.contains(u"BTC-USD, ETH-USD"_s));
    tell(20s, {lost(1), lost(2)});
    QCOMPARE(m_began->count(), 1);
}

void TestLiveWatch::anEndIsToldWithoutWaiting()
{
    LiveStatus ended = lost();
    ended.phase = LivePhase::Ended;
    tell(0s, {ended});
    tell(700ms, {ended});
    QTRY_COMPARE(m_began->count(), 1);
    QCOMPARE(m_began->first().first().value<Trouble>(), Trouble::Ended);
}

void TestLiveWatch::advice_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<qint64>("received");
    QTest::addColumn<QString>("advice");
    const QString patience = u"Nothing has to be done: the connection is made again by itself."_s;
    const QString address = u"Edit the source and check its address."_s;
    QTest::newRow("garbage from an exchange that streamed") << u"not_what_was_asked"_s << qint64(5) << patience;
    QTest::newRow("garbage from the beginning") << u"not_what_was_asked"_s << qint64(0) << address;
    QTest::newRow("closed") << u"closed"_s << qint64(5) << patience;
}

void TestLiveWatch::advice()
{
    QFETCH(QString, code);
    QFETCH(qint64, received);
    LiveStatus one = lost();
    one.errorCode = code;
    one.received = received;
    QTEST(window::liveAdvice(one), "advice");
}

QTEST_MAIN(TestLiveWatch)
#include "tst_livewatch.moc"
