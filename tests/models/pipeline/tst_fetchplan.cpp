// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/CalendarSet.h>
#include <pipeline/FetchPlan.h>
#include <pipeline/SplitUnits.h>

#include <QTest>

using namespace tickmark;
using namespace tickmark::pipeline;
using core::SessionDate;
using Kind = BarsPiece::Kind;

namespace {

std::optional<SessionDate> day(const QString &iso)
{
    return SessionDate::fromIso(iso.toStdString());
}

QString textOf(const std::optional<BarsPiece> &piece)
{
    if (!piece)
        return {};
    const char *kind = piece->kind == Kind::First ? "first" : piece->kind == Kind::Newer ? "newer" : "older";
    return QStringLiteral("%1 %2 %3")
        .arg(QString::fromLatin1(kind), QString::fromStdString(piece->range.first.iso()),
             QString::fromStdString(piece->range.last.iso()));
}

core::CalendarPtr nasdaq()
{
    static const core::CalendarSet calendars(QStringLiteral(":/calendars"));
    return calendars.calendar(QStringLiteral("XNAS")).value();
}

} // namespace

//! What a source is asked for, without a network.
class TestFetchPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pieces_data();
    void pieces();
    void olderPiecesBeginInWhatIsStored_data();
    void olderPiecesBeginInWhatIsStored();
    void allOfTheRangeIsAskedForOnce();
    void sessionsEndALittleAfterTheirClose_data();
    void sessionsEndALittleAfterTheirClose();
    void whatIsMissingAtTheEndMayBeLate_data();
    void whatIsMissingAtTheEndMayBeLate();
    void itemsAreNamedByTheirInterval();
    void barsInNewSharesAreExactOrSaySo();
};

void TestFetchPlan::pieces_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("until");
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("since");
    QTest::addColumn<QString>("piece");
    QTest::newRow("nothing is there") << ""
                                      << ""
                                      << ""
                                      << ""
                                      << "2025-01-01"
                                      << "first 2025-02-26 2025-03-07";
    QTest::newRow("little is wanted") << ""
                                      << ""
                                      << ""
                                      << ""
                                      << "2025-03-03"
                                      << "first 2025-03-03 2025-03-07";
    QTest::newRow("an empty answer is not asked for again") << ""
                                                            << ""
                                                            << ""
                                                            << "2025-03-07"
                                                            << "2025-01-01"
                                                            << "";
    QTest::newRow("the store was emptied") << "2025-01-01"
                                           << "2025-03-07"
                                           << ""
                                           << ""
                                           << "2025-03-03"
                                           << "first 2025-03-03 2025-03-07";
    QTest::newRow("all is there") << "2025-01-01"
                                  << "2025-03-07"
                                  << "2025-03-07"
                                  << ""
                                  << "2025-01-01"
                                  << "";
    QTest::newRow("one day is new") << "2025-01-01"
                                    << "2025-03-06"
                                    << "2025-03-06"
                                    << ""
                                    << "2025-01-01"
                                    << "newer 2025-03-04 2025-03-07";
    QTest::newRow("the last answer lacked its end") << "2025-01-01"
                                                    << "2025-03-06"
                                                    << "2025-03-03"
                                                    << ""
                                                    << "2025-01-01"
                                                    << "newer 2025-03-01 2025-03-07";
    QTest::newRow("much is new") << "2025-01-01"
                                 << "2025-02-01"
                                 << "2025-02-01"
                                 << ""
                                 << "2025-01-01"
                                 << "newer 2025-01-30 2025-02-08";
    QTest::newRow("and more of it") << "2025-01-01"
                                    << "2025-02-08"
                                    << "2025-02-08"
                                    << "2025-02-08"
                                    << "2025-01-01"
                                    << "newer 2025-02-09 2025-02-18";
    QTest::newRow("older, once the new is there") << "2025-02-26"
                                                  << "2025-03-07"
                                                  << "2025-03-07"
                                                  << "2025-03-07"
                                                  << "2025-02-20"
                                                  << "older 2025-02-20 2025-02-25";
    QTest::newRow("nothing before what is wanted") << "2025-02-26"
                                                   << "2025-03-07"
                                                   << "2025-03-07"
                                                   << ""
                                                   << "2025-02-27"
                                                   << "";
    QTest::newRow("nothing is wanted yet") << ""
                                           << ""
                                           << ""
                                           << ""
                                           << "2025-04-01"
                                           << "";
}

void TestFetchPlan::pieces()
{
    QFETCH(QString, from);
    QFETCH(QString, until);
    QFETCH(QString, stored);
    QFETCH(QString, asked);
    QFETCH(QString, since);
    const BarsKnown known{day(from), day(until), day(stored), day(asked)};
    const BarsWanted wanted{*day(since), *day(QStringLiteral("2025-03-07")), 10, 2};
    QTEST(textOf(nextPiece(known, wanted)), "piece");
}

void TestFetchPlan::olderPiecesBeginInWhatIsStored_data()
{
    QTest::addColumn<QString>("stored"); // the first of it
    QTest::addColumn<int>("days");
    QTest::addColumn<bool>("withinMonth");
    QTest::addColumn<QString>("piece");
    QTest::newRow("the first day") << "2025-02-26" << 10 << false << "older 2025-02-19 2025-02-28";
    QTest::newRow("days without a session between") << "2025-02-27" << 10 << false << "older 2025-02-20 2025-03-01";
    QTest::newRow("too far for one request") << "2025-03-05" << 10 << false << "older 2025-02-16 2025-02-25";
    QTest::newRow("a large request") << "2025-03-05" << 100 << false << "older 2025-01-01 2025-03-07";
    QTest::newRow("one day at once") << "2025-02-26" << 1 << false << "older 2025-02-25 2025-02-25";
    QTest::newRow("by months") << "2025-02-26" << 31 << true << "older 2025-02-01 2025-02-25";
}

void TestFetchPlan::olderPiecesBeginInWhatIsStored()
{
    QFETCH(QString, stored);
    QFETCH(int, days);
    QFETCH(bool, withinMonth);
    const auto end = day(QStringLiteral("2025-03-07"));
    const BarsKnown known{day(QStringLiteral("2025-02-26")), end, end, end, day(stored)};
    const BarsWanted wanted{*day(QStringLiteral("2025-01-01")), *end, days, 2, withinMonth};
    QTEST(textOf(nextPiece(known, wanted)), "piece");
}

//! Whatever the size of a piece, the pieces join without a hole, and come to an end.
void TestFetchPlan::allOfTheRangeIsAskedForOnce()
{
    for (const auto &[days, withinMonth] :
         {std::pair{1, false}, {7, false}, {30, false}, {10'000, false}, {7, true}, {31, true}, {10'000, true}}) {
        const BarsWanted wanted{*day(QStringLiteral("2024-12-15")), *day(QStringLiteral("2025-03-07")), days, 0,
                                withinMonth};
        BarsKnown known;
        qint64 covered = 0;
        for (int i = 0; i < 100; ++i) {
            const auto piece = nextPiece(known, wanted);
            if (!piece)
                break;
            if (withinMonth)
                QCOMPARE(piece->range.first.month(), piece->range.last.month());
            covered += piece->range.last.days() - piece->range.first.days() + 1;
            known.coveredFrom = piece->range.first;
            known.coveredUntil = wanted.until;
            known.askedUntil = wanted.until;
            known.lastStored = wanted.until;
        }
        QCOMPARE(covered, wanted.until.days() - wanted.since.days() + 1);
        QCOMPARE(known.coveredFrom.value(), wanted.since);
    }
}

void TestFetchPlan::sessionsEndALittleAfterTheirClose_data()
{
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("finished");
    QTest::addColumn<QString>("opened");
    QTest::newRow("before the opening") << "2025-03-07T14:00:00Z"
                                        << "2025-03-06"
                                        << "2025-03-06";
    QTest::newRow("open") << "2025-03-07T15:00:00Z"
                          << "2025-03-06"
                          << "2025-03-07";
    QTest::newRow("just closed") << "2025-03-07T21:14:59Z"
                                 << "2025-03-06"
                                 << "2025-03-07";
    QTest::newRow("closed") << "2025-03-07T21:15:00Z"
                            << "2025-03-07"
                            << "2025-03-07";
    QTest::newRow("weekend") << "2025-03-09T12:00:00Z"
                             << "2025-03-07"
                             << "2025-03-07";
    QTest::newRow("an early close") << "2024-11-29T18:20:00Z"
                                    << "2024-11-29"
                                    << "2024-11-29";
    QTest::newRow("a holiday") << "2025-01-20T23:00:00Z"
                               << "2025-01-17"
                               << "2025-01-17";
}

void TestFetchPlan::sessionsEndALittleAfterTheirClose()
{
    QFETCH(QString, now);
    const SessionsSoFar sessions = sessionsSoFar(*nasdaq(), *core::parseIsoTime(now.toStdString()));
    QTEST(QString::fromStdString(sessions.finished->iso()), "finished");
    QTEST(QString::fromStdString(sessions.opened->iso()), "opened");
}

void TestFetchPlan::whatIsMissingAtTheEndMayBeLate_data()
{
    QTest::addColumn<QString>("until");
    QTest::addColumn<QString>("last");
    QTest::addColumn<QString>("settled");
    QTest::newRow("all came") << "2025-03-07"
                              << "2025-03-07"
                              << "2025-03-07";
    QTest::newRow("the newest did not") << "2025-03-07"
                                        << "2025-03-06"
                                        << "2025-03-06";
    QTest::newRow("a fortnight did not") << "2025-03-07"
                                         << "2025-02-10"
                                         << "2025-02-25";
    QTest::newRow("long ago") << "2025-02-20"
                              << "2025-02-10"
                              << "2025-02-20";
    QTest::newRow("nothing came") << "2025-03-07"
                                  << ""
                                  << "2025-02-25";
}

void TestFetchPlan::whatIsMissingAtTheEndMayBeLate()
{
    QFETCH(QString, until);
    QFETCH(QString, last);
    const BarsWanted wanted{*day(QStringLiteral("2025-01-01")), *day(QStringLiteral("2025-03-07")), 100, 0};
    const SessionDate settled = settledUntil({wanted.since, *day(until)}, day(last), wanted);
    QTEST(QString::fromStdString(settled.iso()), "settled");
}

void TestFetchPlan::itemsAreNamedByTheirInterval()
{
    const QString nvda = QStringLiteral("NVDA");
    QCOMPARE(barsItem(nvda, core::Series::kDaily), nvda);
    QCOMPARE(barsItem(nvda, 5 * core::kNsPerMinute), QStringLiteral("NVDA 5m"));
    QCOMPARE(barsItem(nvda, core::kNsPerHour), QStringLiteral("NVDA 1h"));
    QCOMPARE(barsItem(nvda, 10 * core::kNsPerSecond), QStringLiteral("NVDA 10s"));
}

void TestFetchPlan::barsInNewSharesAreExactOrSaySo()
{
    core::Series series;
    series.priceDecimals = 2;
    core::Bar bar;
    bar.open = bar.high = bar.low = bar.close = 120'812;
    bar.volume = 100;
    const auto tenth = inNewShares(bar, series, {10, 1});
    QVERIFY(tenth);
    QCOMPARE(core::compare({tenth->bar.close, tenth->priceDecimals}, {120'812, 3}), std::strong_ordering::equal);
    QCOMPARE(tenth->bar.volume.value(), 1000);
    QCOMPARE(tenth->bar.flags, quint32(core::kBarPlausible));
    const auto third = inNewShares(bar, series, {3, 1});
    QVERIFY(third);
    QCOMPARE(third->bar.close, 402'706'667);
    QCOMPARE(third->bar.flags, quint32(core::kBarRounded));
    bar.close = std::numeric_limits<qint64>::max();
    QVERIFY(!inNewShares(bar, series, {1, 10}));
}

QTEST_GUILESS_MAIN(TestFetchPlan)
#include "tst_fetchplan.moc"
