// SPDX-License-Identifier: GPL-3.0-or-later
#include "BarText.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <charconv>
#include <stop_token>
#include <string_view>

using namespace tickmark;
using namespace tickmark::sources;

namespace {

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

//! Files of bars: their interval, their symbols, one profile for one file, bounded memory.
class BarFileReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheInterval_data();
    void findsTheInterval();
    void saysWhatIsMissing_data();
    void saysWhatIsMissing();
    void readsManySymbols();
    void readsOneSymbolOfMany();
    void readsColumnsOfManySymbols();
    void readsEditedWideFile();
    void datesMillisecondsOfTheDay();
    void checksTheHeaderAgainstTheProfile();
    void canBeCancelled();
    void readsAStreamInBoundedMemory();
};

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
