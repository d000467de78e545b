// SPDX-License-Identifier: GPL-3.0-or-later
#include "BarText.h"

#include <QCryptographicHash>
#include <QTest>

using namespace tickmark;
using namespace tickmark::sources;

namespace {

QByteArray daily(const QByteArray &rows)
{
    return "date,open,high,low,close,volume\n" + rows;
}

//! A sound row keeps a file from being hopeless.
constexpr const char *kGoodRow = "2025-01-24,148.37,148.97,141.88,142.62,234657600\n";

} // namespace

//! Single rows as bars: exact prices, rejects by line, doubtful ones marked, and when a file is given up for them.
class BarRowsTest : public QObject
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
    void aCutRowShowsNoOrder();
    void keepsAThousandRejects();
    void stopsAHopelessFile();
    void stopsAHopelessLongFile();
};

void BarRowsTest::keepsPricesExact_data()
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

void BarRowsTest::keepsPricesExact()
{
    QFETCH(QByteArray, row);
    QFETCH(QString, expected);
    const BarText text = readBars(daily(kGoodRow + row + "\n"));
    QCOMPARE(text.error, QString());
    QCOMPARE(text.rejects, QStringList());
    QCOMPARE(text.bars.value(1), expected);
}

void BarRowsTest::losesNoLineSilently_data()
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

void BarRowsTest::losesNoLineSilently()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, rejects);
    QFETCH(int, bars);
    const BarText text = readBars(bytes);
    QCOMPARE(text.error, QString());
    QCOMPARE(text.rejects, rejects);
    QCOMPARE(text.bars.size(), bars);
}

void BarRowsTest::rejectsRowsByReason_data()
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

void BarRowsTest::rejectsRowsByReason()
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

void BarRowsTest::flagsWhatLooksWrong_data()
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

void BarRowsTest::flagsWhatLooksWrong()
{
    QFETCH(QByteArray, row);
    QFETCH(QString, flags);
    const BarText text = readBars(daily(kGoodRow + row + "\n"));
    QCOMPARE(text.error, QString());
    QCOMPARE(text.bars.size(), 2);
    const QString last = text.bars.last().section(QLatin1Char(' '), 5).section(QLatin1Char(' '), -1);
    QCOMPARE(last.contains(QLatin1Char('_')) || last == QStringLiteral("rounded") ? last : QString(), flags);
}

void BarRowsTest::aCutRowShowsNoOrder()
{
    const BarText text = readBars(daily(QByteArray(kGoodRow) + "2025-01-2"));
    QCOMPARE(text.error, QString());
    QCOMPARE(text.rejects, QStringList(QStringLiteral("3 field_count")));
    QVERIFY(!text.findings.contains(QStringLiteral("order=newest_first")));
}

void BarRowsTest::keepsAThousandRejects()
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

void BarRowsTest::stopsAHopelessFile()
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

void BarRowsTest::stopsAHopelessLongFile()
{
    // Never more than half of the rows, but more bad rows than anyone will look through.
    QByteArray bytes = "date,close\n";
    for (int i = 0; i < 11'000; ++i)
        bytes += "2025-01-27,1.5\n2025-01-27,1.5\n2025-01-27,x\n";
    const BarText text = readBars(bytes);
    QVERIFY2(text.error.contains(QStringLiteral("10001 of the first")), qPrintable(text.error));
}

QTEST_GUILESS_MAIN(BarRowsTest)
#include "tst_barrows.moc"
