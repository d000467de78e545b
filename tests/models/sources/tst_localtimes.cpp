// SPDX-License-Identifier: GPL-3.0-or-later
#include "BarText.h"

#include <QTest>

using namespace tickmark;
using namespace tickmark::sources;

//! Local times in the nights in which the clocks change.
class LocalTimesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesRows_data();
    void placesRows();
    void keepsSymbolsApart();
    void refusesAnUnknownZone();
    void takesTheZoneOfTheProfile();
};

namespace {

//! Bars at these local times; the close counts the rows, so that the order shows.
QByteArray rowsAt(const QByteArray &times)
{
    QByteArray bytes = "time,close\n";
    int count = 0;
    for (const QByteArray &time : times.split(' '))
        bytes += QByteArray(time).replace('_', ' ') + ',' + QByteArray::number(++count) + '\n';
    return bytes;
}

//! "10:00Z=1 ...": what became of the rows, in the reader's order, and "x1" for each reject's line.
QString placed(const BarText &text)
{
    QStringList words;
    for (const QString &bar : text.bars)
        words << bar.mid(8, 2) + QLatin1Char('T') + bar.mid(11, 5) + QLatin1Char('=')
                     + bar.section(QLatin1Char(' '), 1, 1);
    for (const QString &reject : text.rejects)
        words << QLatin1Char('x') + reject;
    return words.join(QLatin1Char(' '));
}

} // namespace

void LocalTimesTest::placesRows_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QByteArray>("times");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *zone, const char *times, const char *expected) {
        QTest::newRow(name) << QByteArray(zone) << QByteArray(times) << QString::fromLatin1(expected);
    };
    const char *const berlin = "Europe/Berlin";
    const char *const newYork = "America/New_York";
    row("Berlin in winter", berlin, "2025-01-27_09:00 2025-01-27_09:05", "27T08:00=1 27T08:05=2");
    row("Berlin in summer", berlin, "2025-07-28_09:00 2025-07-28_09:05", "28T07:00=1 28T07:05=2");
    row("New York over the change", newYork, "2025-03-07_09:30 2025-03-07_09:31 2025-03-10_09:30 2025-03-10_09:31",
        "07T14:30=1 07T14:31=2 10T13:30=3 10T13:31=4");
    row("times in Berlin's gap never were", berlin,
        "2025-03-30_01:30 2025-03-30_02:00 2025-03-30_02:30 2025-03-30_03:00",
        "30T00:30=1 30T01:00=4 x3 time_in_gap x4 time_in_gap");
    row("New York's gap", newYork, "2025-03-09_01:30 2025-03-09_02:00 2025-03-09_03:00 2025-03-09_03:30",
        "09T06:30=1 09T07:00=3 09T07:30=4 x3 time_in_gap");
    row("Berlin's hour twice", berlin,
        "2025-10-26_01:30 2025-10-26_02:00 2025-10-26_02:30 2025-10-26_02:00 2025-10-26_02:30 2025-10-26_03:00",
        "25T23:30=1 26T00:00=2 26T00:30=3 26T01:00=4 26T01:30=5 26T02:00=6");
    row("Berlin's hour twice, newest first", berlin,
        "2025-10-26_03:00 2025-10-26_02:30 2025-10-26_02:00 2025-10-26_02:30 2025-10-26_02:00 2025-10-26_01:30",
        "26T02:00=1 26T01:30=2 26T01:00=3 26T00:30=4 26T00:00=5 25T23:30=6");
    row("hourly bars have the same time twice", newYork,
        "2025-11-02_00:00 2025-11-02_01:00 2025-11-02_01:00 2025-11-02_02:00",
        "02T04:00=1 02T05:00=2 02T06:00=3 02T07:00=4");
    row("the file ends in the second pass", berlin,
        "2025-10-26_01:30 2025-10-26_02:00 2025-10-26_02:30 2025-10-26_02:00 2025-10-26_02:30",
        "25T23:30=1 26T00:00=2 26T00:30=3 26T01:00=4 26T01:30=5");
    row("only the first pass, and then a hole", berlin,
        "2025-10-26_01:30 2025-10-26_02:00 2025-10-26_02:30 2025-10-26_09:00 2025-10-26_09:30",
        "25T23:30=1 26T00:00=2 26T00:30=3 26T08:00=4 26T08:30=5");
    row("only the second pass, after a hole", berlin,
        "2025-10-25_20:00 2025-10-25_20:30 2025-10-26_02:00 2025-10-26_02:30 2025-10-26_03:00",
        "25T18:00=1 25T18:30=2 26T01:00=3 26T01:30=4 26T02:00=5");
    row("one pass between both neighbours cannot be told", berlin,
        "2025-10-26_01:00 2025-10-26_01:30 2025-10-26_02:00 2025-10-26_02:30 2025-10-26_03:00",
        "25T23:00=1 25T23:30=2 26T02:00=5 x4 ambiguous_time x5 ambiguous_time");
    row("offsets need no guess", berlin, "2025-10-26_02:00+02:00 2025-10-26_02:30+02:00 2025-10-26_02:00+01:00",
        "26T00:00=1 26T00:30=2 26T01:00=3");
}

void LocalTimesTest::placesRows()
{
    QFETCH(QByteArray, zone);
    QFETCH(QByteArray, times);
    QFETCH(QString, expected);
    BarReadOptions options;
    options.zone = zone;
    const BarText text = readBars(rowsAt(times), options);
    QCOMPARE(text.error, QString());
    QCOMPARE(placed(text), expected);
}

void LocalTimesTest::keepsSymbolsApart()
{
    // Two symbols, row by row: each has its own passes.
    const QByteArray bytes = "time,symbol,close\n"
                             "2025-10-26 02:00,A,1\n2025-10-26 02:00,B,2\n2025-10-26 02:30,A,3\n2025-10-26 02:30,B,4\n"
                             "2025-10-26 02:00,A,5\n2025-10-26 02:00,B,6\n2025-10-26 03:00,A,7\n2025-10-26 03:00,B,8\n";
    BarReadOptions options;
    options.zone = "Europe/Berlin";
    const BarText text = readBars(bytes, options);
    QCOMPARE(text.error, QString());
    QCOMPARE(text.rejects, QStringList());
    QStringList starts;
    for (const QString &bar : text.bars)
        starts << bar.left(1) + bar.mid(13, 5) + QLatin1Char('=') + bar.section(QLatin1Char(' '), 2, 2);
    starts.sort();
    QCOMPARE(starts.join(QLatin1Char(' ')),
             QStringLiteral("A00:00=1 A00:30=3 A01:00=5 A02:00=7 B00:00=2 B00:30=4 B01:00=6 B02:00=8"));
}

void LocalTimesTest::refusesAnUnknownZone()
{
    BarReadOptions options;
    options.zone = "Europe/Nowhere";
    const BarText text = readBars(rowsAt("2025-01-27_09:00 2025-01-27_09:05"), options);
    QVERIFY2(text.error.contains(QStringLiteral("Europe/Nowhere")), qPrintable(text.error));
}

void LocalTimesTest::takesTheZoneOfTheProfile()
{
    const QByteArray bytes = rowsAt("2025-01-27_09:00 2025-01-27_09:05");
    const auto guess = detectDialect({bytes.constData(), size_t(bytes.size())}, true, QStringLiteral("x"));
    QVERIFY(guess.has_value());
    CsvProfile profile = guess->profile;
    profile.zone = "Asia/Tokyo";
    QCOMPARE(placed(readBars(bytes, {}, &profile)), QStringLiteral("27T00:00=1 27T00:05=2"));
    BarReadOptions options;
    options.zone = "Europe/Berlin";
    QCOMPARE(placed(readBars(bytes, options, &profile)), QStringLiteral("27T08:00=1 27T08:05=2"));
}

QTEST_GUILESS_MAIN(LocalTimesTest)
#include "tst_localtimes.moc"
