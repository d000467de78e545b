// SPDX-License-Identifier: GPL-3.0-or-later
#include "BarText.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <charconv>
#include <stop_token>
#include <string_view>

using namespace tickmark;
using namespace tickmark::sources;

//! Rows as bars: exact prices, rejects by line, one profile for one file, bounded memory.
class BarFileReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsPricesExact_data();
    void keepsPricesExact();
    void losesNoLineSilently_data();
    void losesNoLineSilently();
    void rejectsRowsByReason_data();
    void rejectsRowsByReason();
    void flagsWhatLooksWrong_data();
    void flagsWhatLooksWrong();
    void findsTheInterval_data();
    void findsTheInterval();
    void aCutRowShowsNoOrder();
    void saysWhatIsMissing_data();
    void saysWhatIsMissing();
    void readsManySymbols();
    void readsOneSymbolOfMany();
    void readsColumnsOfManySymbols();
    void readsEditedWideFile();
    void datesMillisecondsOfTheDay();
    void checksTheHeaderAgainstTheProfile();
    void keepsAThousandRejects();
    void stopsAHopelessFile();
    void stopsAHopelessLongFile();
    void canBeCancelled();
    void readsAStreamInBoundedMemory();
};

namespace {

QByteArray daily(const QByteArray &rows)
{
    return "date,open,high,low,close,volume\n" + rows;
}

//! A sound row keeps a file from being hopeless.
constexpr const char *kGoodRow = "2025-01-24,148.37,148.97,141.88,142.62,234657600\n";

qint64 residentKiB()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong();
    }
    return 0;
}

} // namespace

void BarFileReaderTest::keepsPricesExact_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(expected);
    };
    row("trailing zeros stay", "2025-01-27,124.80,128.40,116.70,118.40,1", "2025-01-27 124.80 128.40 116.70 118.40 v1");
    row("common decimals", "2025-01-27,124.8,128,116.7012,118.42,1",
        "2025-01-27 124.8000 128.0000 116.7012 118.4200 v1");
    row("eight decimals", "2025-01-27,0.00000001,0.00000003,0.00000001,0.00000002,1",
        "2025-01-27 0.00000001 0.00000003 0.00000001 0.00000002 v1");
    row("no rounding through a double",
        "2025-01-27,90071992547409.93,90071992547409.93,90071992547409.93,90071992547409.93,1",
        "2025-01-27 90071992547409.93 90071992547409.93 90071992547409.93 90071992547409.93 v1");
    row("crypto volume", "2025-01-27,1,2,1,2,0.00012345", "2025-01-27 1 2 1 2 v0.00012345");
    row("volume as a float", "2025-01-27,1,2,1,2,5083.0", "2025-01-27 1 2 1 2 v5083");
    row("volume with an exponent", "2025-01-27,1,2,1,2,1.2E+05", "2025-01-27 1 2 1 2 v120000");
    row("volume of trillions", "2025-01-27,1,2,1,2,9223372036854775807", "2025-01-27 1 2 1 2 v9223372036854775807");
    row("no volume", "2025-01-27,1,2,1,2,", "2025-01-27 1 2 1 2");
    row("volume not available", "2025-01-27,1,2,1,2,NaN", "2025-01-27 1 2 1 2");
    row("plus sign and blanks", "2025-01-27, +1.5,2.5 ,1.5,2.0,1", "2025-01-27 1.5 2.5 1.5 2.0 v1");
    row("decimals without a digit before", "2025-01-27,.5,.75,.5,.6,1", "2025-01-27 0.50 0.75 0.50 0.60 v1");
}

void BarFileReaderTest::keepsPricesExact()
{
    QFETCH(QByteArray, row);
    QFETCH(QString, expected);
    const BarText text = readBars(daily(kGoodRow + row + "\n"));
    QCOMPARE(text.error, QString());
    QCOMPARE(text.rejects, QStringList());
    QCOMPARE(text.bars.value(1), expected);
}

void BarFileReaderTest::losesNoLineSilently_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("rejects");
    QTest::addColumn<int>("bars");
    const auto row = [](const char *name, const QByteArray &bytes, const QStringList &rejects, int bars) {
        QTest::newRow(name) << bytes << rejects << bars;
    };
    const QString quote = QStringLiteral("%1 open_quote");
    const QString count = QStringLiteral("%1 field_count");
    const QByteArray rows = "2025-01-28,1,2,1,2,5\n2025-01-29,1,2,1,2,5\n2025-01-30,1,2,1,2,5\n";
    row("open quote below the header", "Date,Close\n2025-01-27,\"unterminated\n2025-01-28,5\n", {quote.arg(2)}, 1);
    row("open quote below names nobody knows", daily("2025-01-27,\"1,2\n" + rows), {quote.arg(2)}, 3);
    row("short row below the header", daily("2025-01-27,1\n" + rows), {count.arg(2)}, 3);
    row("short row, no header", "2025-01-24,1,2\n" + rows, {count.arg(1)}, 3);
    row("open quote, no header", "2025-01-24,\"1,2,3\n" + rows, {quote.arg(1)}, 3);
    row("title, no header", "Prices of NVDA\n\n2025-01-24,1,2\n" + rows, {count.arg(3)}, 3);
    row("only a title, no header", "Prices of NVDA\n" + rows, {}, 3);
    row("separator line, no header", "sep=,\n2025-01-24,1\n" + rows, {count.arg(2)}, 3);
    row("blank lines below the header", daily("\n\n" + rows), {}, 3);
    row("stray quote closed further down", daily("2025-01-24,\"1,2,1,2,5\n" + rows + "2025-01-31,1\",2,1,2,5\n"),
        {quote.arg(2), QStringLiteral("6 bad_number")}, 3);
}

void BarFileReaderTest::losesNoLineSilently()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, rejects);
    QFETCH(int, bars);
    const BarText text = readBars(bytes);
    QCOMPARE(text.error, QString());
    QCOMPARE(text.rejects, rejects);
    QCOMPARE(text.bars.size(), bars);
}

void BarFileReaderTest::rejectsRowsByReason_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const QByteArray &text, const char *code) {
        QTest::newRow(name) << text << QString::fromLatin1(code);
    };
    row("too few fields", "2025-01-27,1,2", "field_count");
    row("too many fields", "2025-01-27,1,2,1,2,1,9", "field_count");
    row("decimal commas in a file of points", "2025-01-27,1,5,2,5,1,5,2,0,1", "field_count");
    row("words for a date", "yesterday,1,2,1,2,1", "bad_date");
    row("no date", ",1,2,1,2,1", "bad_date");
    row("31 April", "2025-04-31,1,2,1,2,1", "bad_date");
    row("another form of date", "27.01.2025,1,2,1,2,1", "bad_date");
    row("time in a daily file", "2025-01-27 09:30,1,2,1,2,1", "bad_date");
    row("year 3025", "3025-01-27,1,2,1,2,1", "date_out_of_range");
    row("no open", "2025-01-27,,2,1,2,1", "missing_price");
    row("Yahoo's null rows", "2025-01-27,null,null,null,null,null", "missing_price");
    row("NaN", "2025-01-27,1,2,1,NaN,1", "bad_number");
    row("infinity", "2025-01-27,1,inf,1,2,1", "bad_number");
    row("hexadecimal", "2025-01-27,1,0x2,1,2,1", "bad_number");
    row("two points", "2025-01-27,1.2.3,2,1,2,1", "bad_number");
    row("a decimal comma in quotes", "2025-01-27,\"1,5\",2,1,2,1", "bad_number");
    row("1e400", "2025-01-27,1e400,2,1,2,1", "number_out_of_range");
    row("ten thousand digits", "2025-01-27," + QByteArray(10'000, '9') + ",2,1,2,1", "number_out_of_range");
    row("too large at common decimals", "2025-01-27,9223372036854775807,1,1,0.5,1", "number_out_of_range");
    row("negative volume", "2025-01-27,1,2,1,2,-5", "negative_volume");
    row("volume in words", "2025-01-27,1,2,1,2,lots", "bad_number");
    row("NUL bytes", QByteArray("2025-01-27,1,2,1\0,2,1", 20), "binary_data");
    row("two megabytes in a line", "2025-01-27," + QByteArray(2'000'000, 'x'), "line_too_long");
    row("a quote never closed", "\"2025-01-27,1,2,1,2,1", "open_quote");
}

void BarFileReaderTest::rejectsRowsByReason()
{
    QFETCH(QByteArray, row);
    QFETCH(QString, code);
    // The same file without the row tells the profile, so that the bad row cannot change the guess.
    const QByteArray good = daily(QByteArray(kGoodRow) + "2025-01-28,121.81,129.00,116.25,128.99,579666400\n");
    const BarText sound = readBars(good);
    QCOMPARE(sound.error, QString());
    QByteArray bytes = good;
    bytes.insert(bytes.lastIndexOf("2025-01-28"), row + "\n");
    const BarText text = readBars(bytes, {}, &sound.profile);
    QCOMPARE(text.error, QString());
    QCOMPARE(text.rejects, QStringList(QStringLiteral("3 ") + code));
    QCOMPARE(text.bars, sound.bars);
}

void BarFileReaderTest::flagsWhatLooksWrong_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("flags");
    QTest::newRow("sound") << QByteArray("2025-01-27,1,2,1,2,1") << QString();
    QTest::newRow("low above high") << QByteArray("2025-01-27,1,1,2,2,1") << QStringLiteral("range_broken");
    QTest::newRow("close above high") << QByteArray("2025-01-27,1,2,1,3,1") << QStringLiteral("range_broken");
    QTest::newRow("flat without volume") << QByteArray("2025-01-27,1,1,1,1,0") << QStringLiteral("flat_without_volume");
    QTest::newRow("flat, volume not known") << QByteArray("2025-01-27,1,1,1,1,") << QString();
    QTest::newRow("zero") << QByteArray("2025-01-27,0,2,0,2,1") << QStringLiteral("not_positive");
    QTest::newRow("negative oil") << QByteArray("2020-04-20,17.73,17.85,-40.32,-37.63,1")
                                  << QStringLiteral("not_positive");
    QTest::newRow("noise of a float") << QByteArray("2025-01-27,1,2,1,1.41999816894531,1") << QStringLiteral("rounded");
}

void BarFileReaderTest::flagsWhatLooksWrong()
{
    QFETCH(QByteArray, row);
    QFETCH(QString, flags);
    const BarText text = readBars(daily(kGoodRow + row + "\n"));
    QCOMPARE(text.error, QString());
    QCOMPARE(text.bars.size(), 2);
    const QString last = text.bars.last().section(QLatin1Char(' '), 5).section(QLatin1Char(' '), -1);
    QCOMPARE(last.contains(QLatin1Char('_')) || last == QStringLiteral("rounded") ? last : QString(), flags);
}

void BarFileReaderTest::findsTheInterval_data()
{
    QTest::addColumn<QByteArray>("times");
    QTest::addColumn<QString>("interval");
    QTest::addColumn<QString>("first");
    const auto row = [](const char *name, const char *times, const char *interval, const char *first) {
        QTest::newRow(name) << QByteArray(times) << QString::fromLatin1(interval) << QString::fromLatin1(first);
    };
    row("dates", "2025-01-24 2025-01-27 2025-01-28", "daily", "2025-01-24");
    row("newest first", "2025-01-28 2025-01-27 2025-01-24", "daily", "2025-01-28");
    row("one date", "2025-01-24", "daily", "2025-01-24");
    row("midnights", "2025-01-24T00:00 2025-01-27T00:00", "daily", "2025-01-24");
    row("midnights with offset", "2025-01-24T00:00:00-05:00 2025-01-27T00:00:00-05:00", "daily", "2025-01-24");
    row("five minutes", "2025-01-27T14:30Z 2025-01-27T14:35Z 2025-01-27T14:40Z 2025-01-27T15:00Z", "300",
        "2025-01-27T14:30:00Z");
    row("a minute, with holes",
        "2025-01-27T14:30Z 2025-01-27T14:31Z 2025-01-27T14:32Z 2025-01-27T14:40Z 2025-01-27T14:55Z", "60",
        "2025-01-27T14:30:00Z");
    row("one minute once, then every other",
        "2025-01-27T10:01Z 2025-01-27T10:02Z 2025-01-27T10:04Z 2025-01-27T10:06Z 2025-01-27T10:08Z", "60",
        "2025-01-27T10:01:00Z");
    row("two and three minutes in turn",
        "2025-01-27T10:01Z 2025-01-27T10:03Z 2025-01-27T10:06Z 2025-01-27T10:08Z 2025-01-27T10:11Z", "60",
        "2025-01-27T10:01:00Z");
    row("an odd row at the end", "2025-01-27T10:00Z 2025-01-27T10:05Z 2025-01-27T10:10Z 2025-01-27T10:12:23Z", "300",
        "2025-01-27T10:00:00Z");
    row("a minute, newest first", "2025-01-27T14:32Z 2025-01-27T14:31Z 2025-01-27T14:30Z", "60",
        "2025-01-27T14:32:00Z");
    row("hours with offset", "2025-01-27T09:30-05:00 2025-01-27T10:30-05:00", "3600", "2025-01-27T14:30:00Z");
    row("milliseconds", "1737988200000 1737988200250 1737988200500", "0.25", "2025-01-27T14:30:00Z");
    row("one closing time a day", "2025-01-24T16:00-05:00 2025-01-27T16:00-05:00", "daily", "2025-01-24");
}

void BarFileReaderTest::findsTheInterval()
{
    QFETCH(QByteArray, times);
    QFETCH(QString, interval);
    QFETCH(QString, first);
    QByteArray bytes = "timestamp,close\n";
    for (const QByteArray &time : times.split(' '))
        bytes += time + ",1.5\n";
    const BarText text = readBars(bytes);
    QCOMPARE(text.error, QString());
    QVERIFY2(text.findings.contains(QStringLiteral("interval=") + interval),
             qPrintable(text.findings.join(QLatin1Char(' '))));
    QCOMPARE(text.bars.value(0).section(QLatin1Char(' '), 0, 0), first);
    QCOMPARE(text.bars.size(), times.split(' ').size());
}

void BarFileReaderTest::aCutRowShowsNoOrder()
{
    const BarText text = readBars(daily(QByteArray(kGoodRow) + "2025-01-2"));
    QCOMPARE(text.error, QString());
    QCOMPARE(text.rejects, QStringList(QStringLiteral("3 field_count")));
    QVERIFY(!text.findings.contains(QStringLiteral("order=newest_first")));
}

void BarFileReaderTest::saysWhatIsMissing_data()
{
    QTest::addColumn<QByteArray>("times");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *times, const char *words) {
        QTest::newRow(name) << QByteArray(times) << QString::fromLatin1(words);
    };
    row("zone", "2025-01-27T09:30 2025-01-27T09:35", "do not say in which zone");
    row("zone of a day's times in UTC", "1737988200 1738074600", "a day apart, but their UTC times are not midnight");
    row("interval", "2025-01-27T09:30Z", "do not show how long a bar is");
    row("no step twice", "2025-01-27T09:30Z 2025-01-27T09:32Z 2025-01-27T09:35Z", "do not show how long a bar is");
    row("date", "1014 61014 121014", "Give the date (--date)");
    row("weekly bars", "2025-01-03 2025-01-10 2025-01-17 2025-01-24 2025-01-31 2025-02-07", "at least 7 days apart");
}

void BarFileReaderTest::saysWhatIsMissing()
{
    QFETCH(QByteArray, times);
    QFETCH(QString, words);
    QByteArray bytes = "time,close\n";
    for (const QByteArray &time : times.split(' '))
        bytes += time + ",1.5\n";
    const BarText text = readBars(bytes);
    QVERIFY2(text.error.contains(words), qPrintable(text.error));
    QVERIFY2(text.error.contains(QStringLiteral("file.csv")), qPrintable(text.error));
    QVERIFY(text.bars.isEmpty());
}

void BarFileReaderTest::readsManySymbols()
{
    const QByteArray bytes =
        "Date,Ticker,Close\n2025-01-27,NVDA,118.42\n2025-01-27,^GSPC,6012.28\n2025-01-28,NVDA,128.99\n"
        "2025-01-28,,1.00\n2025-01-28,"
        + QByteArray(80, 'X') + ",1.00\n2025-01-28,A\x01,1.00\n";
    const BarText text = readBars(bytes);
    QCOMPARE(text.error, QString());
    QCOMPARE(text.bars, QStringList({QStringLiteral("NVDA 2025-01-27 118.42 118.42 118.42 118.42"),
                                     QStringLiteral("^GSPC 2025-01-27 6012.28 6012.28 6012.28 6012.28"),
                                     QStringLiteral("NVDA 2025-01-28 128.99 128.99 128.99 128.99")}));
    QCOMPARE(text.rejects, QStringList({QStringLiteral("5 missing_symbol"), QStringLiteral("6 bad_symbol"),
                                        QStringLiteral("7 bad_symbol")}));
}

void BarFileReaderTest::readsOneSymbolOfMany()
{
    const QByteArray bytes = "Date,Ticker,Close\n2025-01-27,NVDA,118.42\n2025-01-27,^GSPC,6012.28\n";
    BarReadOptions options;
    options.symbol = QStringLiteral("^GSPC");
    const BarText text = readBars(bytes, options);
    QCOMPARE(text.error, QString());
    QCOMPARE(text.bars, QStringList(QStringLiteral("^GSPC 2025-01-27 6012.28 6012.28 6012.28 6012.28")));
    QCOMPARE(text.rejects, QStringList());

    options.symbol = QStringLiteral("SAP.DE");
    QVERIFY2(readBars(bytes, options).error.contains(QStringLiteral("no bars of SAP.DE, only of NVDA, ^GSPC")),
             qPrintable(readBars(bytes, options).error));

    options.symbol = QStringLiteral("NVDA");
    QCOMPARE(readBars("Date,Close\n2025-01-27,118.42\n", options).bars,
             QStringList(QStringLiteral("NVDA 2025-01-27 118.42 118.42 118.42 118.42")));
}

void BarFileReaderTest::readsColumnsOfManySymbols()
{
    const QByteArray bytes = "Price,Close,Close,High,High,Low,Low,Open,Open,Volume,Volume\n"
                             "Ticker,AVGO,NVDA,AVGO,NVDA,AVGO,NVDA,AVGO,NVDA,AVGO,NVDA\nDate,,,,,,,,,,\n"
                             "2025-01-27,202.13,118.42,217.06,128.40,200.02,116.70,215.05,124.80,103000000,818830900\n"
                             "2025-01-28,,128.99,,129.00,,116.25,,121.81,,579666400\n";
    const BarText text = readBars(bytes);
    QCOMPARE(text.error, QString());
    QCOMPARE(text.rejects, QStringList());
    QCOMPARE(text.bars, QStringList({QStringLiteral("AVGO 2025-01-27 215.05 217.06 200.02 202.13 v103000000"),
                                     QStringLiteral("NVDA 2025-01-27 124.80 128.40 116.70 118.42 v818830900"),
                                     QStringLiteral("NVDA 2025-01-28 121.81 129.00 116.25 128.99 v579666400")}));
}

void BarFileReaderTest::readsEditedWideFile()
{
    const QByteArray bytes = "date,AMZN,ZM\n2019-04-01,1814.189941,NA\n2019-04-02,1813.97998,65.5\n";
    const auto guess = detectDialect({bytes.constData(), size_t(bytes.size())}, true, QStringLiteral("x"));
    QVERIFY(guess.has_value());
    CsvProfile profile = guess->profile;
    for (size_t i : {size_t(1), size_t(2)}) {
        profile.columns[i].role = ColumnRole::Close;
        profile.columns[i].symbol = profile.columns[i].name;
    }
    const BarText text = readBars(bytes, {}, &profile);
    QCOMPARE(text.error, QString());
    QCOMPARE(text.bars, QStringList({QStringLiteral("AMZN 2019-04-01 1814.189941 1814.189941 1814.189941 1814.189941"),
                                     QStringLiteral("AMZN 2019-04-02 1813.97998 1813.97998 1813.97998 1813.97998"),
                                     QStringLiteral("ZM 2019-04-02 65.5 65.5 65.5 65.5")}));
}

void BarFileReaderTest::datesMillisecondsOfTheDay()
{
    BarReadOptions options;
    options.date = core::SessionDate::fromCivil(2014, 5, 7);
    options.zone = "UTC";
    const BarText text = readBars("time,close\n60000,1.39\n120000.5,1.40\n180000,1.41\n", options);
    QCOMPARE(text.error, QString());
    QCOMPARE(text.bars.value(1), QStringLiteral("2014-05-07T00:02:00.000500Z 1.40 1.40 1.40 1.40"));
}

void BarFileReaderTest::checksTheHeaderAgainstTheProfile()
{
    const BarText sound = readBars("date,open,high,low,close\n2025-01-27,1,3,0,2\n");
    QCOMPARE(sound.error, QString());
    const BarText swapped = readBars("date,open,low,high,close\n2025-01-27,1,0,3,2\n", {}, &sound.profile);
    QVERIFY2(swapped.error.contains(QStringLiteral("\"low\"; the profile expects \"high\"")),
             qPrintable(swapped.error));
    QVERIFY(swapped.bars.isEmpty());
}

void BarFileReaderTest::keepsAThousandRejects()
{
    QByteArray bytes = "date,close\n";
    for (int i = 0; i < 4'000; ++i)
        bytes += "2025-01-27,1.5\n";
    for (int i = 0; i < 1'500; ++i)
        bytes += "2025-01-27,x" + QByteArray(400, 'y') + "\n";
    auto source = openBytes(bytes, QStringLiteral("x"));
    auto guess = detectDialect({bytes.constData(), 10'000}, false, QStringLiteral("x"));
    auto reader = BarFileReader::open(std::move(*source), guess->profile, {});
    QVERIFY(reader.has_value());
    std::vector<ParsedBar> bars;
    qint64 count = 0;
    while ((*reader)->next(bars).value_or(false))
        count += qint64(bars.size());
    QCOMPARE(count, qint64(4'000));
    QCOMPARE((*reader)->rowsRead(), qint64(5'500));
    QCOMPARE((*reader)->rejects().count(), qint64(1'500));
    QCOMPARE((*reader)->rejects().kept().size(), size_t(RejectList::kKept));
    QCOMPARE((*reader)->rejects().kept().front().excerpt.size(), 200);
    QCOMPARE((*reader)->sha256(), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
}

void BarFileReaderTest::stopsAHopelessFile()
{
    const BarText none = readBars("date,close\n2025-01-27,x\n2025-01-28,y\n2025-01-29,z\n");
    QVERIFY2(none.error.contains(QStringLiteral("No row of file.csv can be used. The first is line 2")),
             qPrintable(none.error));
    QCOMPARE(none.rejects.size(), 3);

    QByteArray half = "date,close\n2025-01-27,1.5\n";
    for (int i = 0; i < 3'000; ++i)
        half += "2025-01-27,x\n";
    const BarText stopped = readBars(half);
    QVERIFY2(stopped.error.contains(QStringLiteral("was stopped")), qPrintable(stopped.error));
}

void BarFileReaderTest::stopsAHopelessLongFile()
{
    // Never more than half of the rows, but more bad rows than anyone will look through.
    QByteArray bytes = "date,close\n";
    for (int i = 0; i < 11'000; ++i)
        bytes += "2025-01-27,1.5\n2025-01-27,1.5\n2025-01-27,x\n";
    const BarText text = readBars(bytes);
    QVERIFY2(text.error.contains(QStringLiteral("10001 of the first")), qPrintable(text.error));
}

void BarFileReaderTest::canBeCancelled()
{
    QByteArray bytes = "date,close\n";
    for (int i = 0; i < 20'000; ++i)
        bytes += "2025-01-27,1.5\n";
    auto source = openBytes(bytes, QStringLiteral("x"));
    auto guess = detectDialect({bytes.constData(), 10'000}, false, QStringLiteral("x"));
    auto reader = BarFileReader::open(std::move(*source), guess->profile, {});
    QVERIFY(reader.has_value());
    std::stop_source stop;
    std::vector<ParsedBar> bars;
    QVERIFY((*reader)->next(bars, stop.get_token()).value());
    stop.request_stop();
    const auto cancelled = (*reader)->next(bars, stop.get_token());
    QVERIFY(!cancelled.has_value());
    QCOMPARE(cancelled.error().code, core::ErrorCode::Cancelled);
}

void BarFileReaderTest::readsAStreamInBoundedMemory()
{
    //! 20 MB of rows that are made while they are read, of which nothing must pile up.
    class Stream : public ByteSource
    {
    public:
        QString name() const override { return QStringLiteral("stream"); }
        qint64 consumed() const override { return m_given; }
        std::optional<qint64> total() const override { return std::nullopt; }
        QByteArray sha256() const override { return {}; }

    protected:
        core::Result<qsizetype> readMore(std::span<char> buffer) override
        {
            // No allocation here, so that what is measured is the reader's.
            constexpr std::string_view kHeader = "date,close\n";
            qsizetype filled = 0;
            while (m_given < 20'000'000 && filled + 40 < qsizetype(buffer.size())) {
                char row[40];
                char *end = m_given == 0 ? std::ranges::copy(kHeader, row).out : makeRow(row, m_given);
                std::copy(row, end, buffer.begin() + filled);
                filled += end - row;
                m_given += end - row;
            }
            return filled;
        }

    private:
        static char *makeRow(char *row, qint64 number)
        {
            char *p = std::ranges::copy(std::string_view("2025-01-27,"), row).out;
            p = std::to_chars(p, row + 36, number).ptr;
            return std::ranges::copy(std::string_view(".25\n"), p).out;
        }

        qint64 m_given = 0;
    };

    auto source = std::make_unique<Stream>();
    const auto sample = source->peek(kDialectSampleBytes);
    QVERIFY(sample.has_value());
    const auto guess = detectDialect(*sample, false, QStringLiteral("stream"));
    QVERIFY(guess.has_value());
    auto reader = BarFileReader::open(std::move(source), guess->profile, {});
    QVERIFY(reader.has_value());
    std::vector<ParsedBar> bars;
    QVERIFY((*reader)->next(bars).value());
    const qint64 before = residentKiB();
    qint64 count = qint64(bars.size());
    while ((*reader)->next(bars).value_or(false))
        count += qint64(bars.size());
    QVERIFY(count > 800'000);
    QVERIFY2(residentKiB() - before < 8 * 1024, qPrintable(QString::number(residentKiB() - before)));
}

QTEST_GUILESS_MAIN(BarFileReaderTest)
#include "tst_barfilereader.moc"
