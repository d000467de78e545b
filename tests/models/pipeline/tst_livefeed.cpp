// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/LiveFeed.h>
#include <ticks/TickHistory.h>

#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace tickmark;
using core::Tick;
using core::Time;

//! What a chart hears of a series that grows while it is on the screen.
class LiveFeedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newestSnapshotArrivesAfterABurst()
    {
        pipeline::LiveFeed feed;
        std::vector<qint64> told;
        connect(&feed, &pipeline::LiveFeed::advanced, this,
                [&](qint64, const ticks::SnapshotPtr &snapshot) { told.push_back(snapshot->ticks()); });
        constexpr int kTicks = 2000;
        std::thread writer([&feed] {
            ticks::TickHistory history(2, 0);
            for (qint64 i = 0; i < kTicks; ++i) {
                const Tick tick{Time{i}, 100 + i, 1};
                history.append({&tick, 1});
                feed.publish(7, history.snapshot());
            }
        });
        QTRY_VERIFY(!told.empty() && told.back() == kTicks);
        writer.join();
        QVERIFY(std::ranges::is_sorted(told));
        QVERIFY(told.size() < kTicks);
    }

    void aViewHearsOfOneSnapshotPerFrame()
    {
        pipeline::LiveFeed feed;
        QElapsedTimer clock;
        std::vector<qint64> at;
        connect(&feed, &pipeline::LiveFeed::advanced, this, [&] { at.push_back(clock.elapsed()); });
        std::atomic_bool stop = false;
        clock.start();
        std::thread writer([&] {
            ticks::TickHistory history(2, 0);
            qint64 i = 0;
            while (!stop) {
                const Tick tick{Time{++i}, i, 1};
                history.append({&tick, 1});
                feed.publish(7, history.snapshot());
                std::this_thread::yield();
            }
        });
        QTRY_VERIFY(at.size() >= 8);
        stop = true;
        writer.join();
        // eight frames are seven distances, and a timer may be a millisecond early
        QVERIFY2(at[7] - at[0] >= 7 * (pipeline::LiveFeed::kFrameMs - 1), qPrintable(QString::number(at[7] - at[0])));
    }

    void seriesDoNotOvertakeEachOther()
    {
        pipeline::LiveFeed feed;
        std::map<qint64, qint64> told;
        connect(&feed, &pipeline::LiveFeed::advanced, this,
                [&](qint64 series, const ticks::SnapshotPtr &snapshot) { told[series] = snapshot->ticks(); });
        for (const qint64 series : {1, 2, 3}) {
            ticks::TickHistory history(2, 0);
            const std::vector<Tick> some(std::size_t(series * 10), Tick{Time{5}, 1, 1});
            history.append(some);
            feed.publish(series, history.snapshot());
        }
        QTRY_COMPARE(told, (std::map<qint64, qint64>{{1, 10}, {2, 20}, {3, 30}}));
    }
};

QTEST_GUILESS_MAIN(LiveFeedTest)

#include "tst_livefeed.moc"
