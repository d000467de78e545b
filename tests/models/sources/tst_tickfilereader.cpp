// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickText.h"

#include <QRandomGenerator>
#include <QTest>

using namespace tickmark;
using namespace tickmark::sources;
using namespace Qt::Literals::StringLiterals;

//! Files of single trades and quotes in the forms in which people have them.
class TickFileReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheUsualForms_data();
    void readsTheUsualForms();
    void tellsTicksFromBars_data();
    void tellsTicksFromBars();
    void rejectsBadRows_data();
    void rejectsBadRows();
    void keepsAFileOfManyYears();
    void givesEachQuoteItsSize();
    void refusesWhatCannotBeMeant_data();
    void refusesWhatCannotBeMeant();
    void keepsOddPricesAndSaysSo();
    void widensWhenDecimalsCome();
    void readsTheHourThatWasTwice();
    void readsOn_data();
    void readsOn();
    void bothWaysGiveTheSame();
    void profileSurvivesJson();
};

void TickFileReaderTest::readsTheUsualForms_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QStringList>("ticks");
    const auto row = [](const char *name, const QByteArray &bytes, const QStringList &ticks,
                        const QByteArray &zone = {}) { QTest::newRow(name) << bytes << zone << ticks; };
    const QStringList trades{u"trade 2025-01-27T14:30:00.464Z 118.4200 x100"_s,
                             u"trade 2025-01-27T14:30:00.464Z 118.4300 x25"_s};
    row("milliseconds since 1970, with other columns",
        "time_ms_utc,price,size,exchange,conditions,suspicious\n1737988200464,118.4200,100,P,20002000,0\n"
        "1737988200464,118.4300,25,P,,1\n",
        trades);
    row("without a header", "1737988200464,118.4200,100\n1737988200464,118.4300,25\n", trades);
    row("CR LF and a byte order mark",
        "\xEF\xBB\xBFtime,price,size\r\n1737988200464,118.4200,100\r\n1737988200464,118.4300,25\r\n", trades);
    row("CR alone", "time,price,size\r1737988200464,118.4200,100\r1737988200464,118.4300,25\r", trades);
    row("no end of the last line", "time,price,size\n1737988200464,118.4200,100\n1737988200464,118.4300,25", trades);
    row("quoted fields",
        "\"time\",\"price\",\"size\"\n\"1737988200464\",\"118.4200\",\"100\"\n\"1737988200464\",\"118.4300\",\"25\"\n",
        trades);
    row("seconds with fractions, tabs",
        "epoch\tprice\tsize\n1737988200.464\t118.4200\t100\n1737988200.464\t118.4300\t25\n", trades);
    row("nanoseconds", "timestamp|price|qty\n1737988200464000000|118.4200|100\n1737988200464000000|118.4300|25\n",
        trades);
    row("microseconds", "timestamp,price,qty\n1737988200464000,118.4200,100\n1737988200464000,118.4300,25\n", trades);
    row("German, local time",
        "Datum;Zeit;Kurs;St\xC3\xBC"
        "ck\n27.01.2025;15:30:00,464;118,4200;100\n27.01.2025;15:30:00,464;118,4300;25\n",
        trades, "Europe/Berlin");
    row("German in latin-1",
        "Zeit;Preis;St\xFC"
        "ck\n27.01.2025 15:30:00.464;118,4200;100\n27.01.2025 15:30:00.464;118,4300;25\n",
        trades, "Europe/Berlin");
    row("digits only", "20250127 143000464,118.4200,100\n20250127 143000464,118.4300,25\n", trades, "UTC");
    row("with an offset",
        "time,price,size\n2025-01-27 09:30:00.464-05:00,118.4200,100\n2025-01-27T14:30:00.464Z,118.4300,25\n", trades);
    const QStringList quotes{u"bid 2013-01-01T22:00:00.295Z 86.655 x0"_s, u"bid 2013-01-01T22:02:35.907Z 86.657 x0"_s,
                             u"ask 2013-01-01T22:00:00.295Z 86.728 x0"_s, u"ask 2013-01-01T22:02:35.907Z 86.730 x0"_s};
    row("quotes",
        "timestamp,bid,ask\n2013-01-01 22:00:00.295000+00:00,86.655,86.728\n2013-01-01 22:02:35.907000+00:00,86.657,86.730\n",
        quotes);
    row("quotes in German, ask first",
        "Zeit;Brief;Geld\n2013-01-01 22:00:00.295Z;86,7284;86,6551\n2013-01-01 22:02:35.907Z;86,7301;86,6572\n",
        {u"bid 2013-01-01T22:00:00.295Z 86.6551 x0"_s, u"bid 2013-01-01T22:02:35.907Z 86.6572 x0"_s,
         u"ask 2013-01-01T22:00:00.295Z 86.7284 x0"_s, u"ask 2013-01-01T22:02:35.907Z 86.7301 x0"_s});
    row("milliseconds of the day", "1014,1.39248,1.39250\r\n6534,1.39250,1.39251\r\n",
        {u"bid 2014-05-07T00:00:01.014Z 1.39248 x0"_s, u"bid 2014-05-07T00:00:06.534Z 1.39250 x0"_s,
         u"ask 2014-05-07T00:00:01.014Z 1.39250 x0"_s, u"ask 2014-05-07T00:00:06.534Z 1.39251 x0"_s});
    row("fractions of a millisecond", "6.949,1307.391,1307.707\n43.8212,1307.325,1307.634\n",
        {u"bid 2014-05-07T00:00:00.006949Z 1307.391 x0"_s, u"bid 2014-05-07T00:00:00.043821200Z 1307.325 x0"_s,
         u"ask 2014-05-07T00:00:00.006949Z 1307.707 x0"_s, u"ask 2014-05-07T00:00:00.043821200Z 1307.634 x0"_s});
    row("several instruments",
        "symbol,time,price,size\nNVDA,1737988200464,118.42,5\nAVGO,1737988200465,217,1\nNVDA,1737988200466,118.4,7\n",
        {u"NVDA trade 2025-01-27T14:30:00.464Z 118.42 x5"_s, u"NVDA trade 2025-01-27T14:30:00.466Z 118.40 x7"_s,
         u"AVGO trade 2025-01-27T14:30:00.465Z 217 x1"_s});
}

void TickFileReaderTest::readsTheUsualForms()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, zone);
    QFETCH(QStringList, ticks);
    BarReadOptions options;
    options.zone = zone;
    options.date = core::SessionDate::fromCivil(2014, 5, 7);
    for (const auto speed : {TickFileReader::Speed::Full, TickFileReader::Speed::General}) {
        const TickText text = readTicks(bytes, options, speed);
        QCOMPARE(text.error, QString());
        QCOMPARE(text.ticks, ticks);
        QCOMPARE(text.rejects, QStringList());
    }
    const QByteArray wide = [&] {
        QByteArray utf16("\xFF\xFE", 2);
        const QString content = QString::fromUtf8(bytes.startsWith("\xEF\xBB\xBF") ? bytes.mid(3) : bytes);
        for (const QChar c : content)
            utf16.append(char(c.unicode() & 0xFF)).append(char(c.unicode() >> 8));
        return utf16;
    }();
    if (!bytes.contains('\xFC'))
        QCOMPARE(readTicks(wide, options).ticks, ticks);
}

void TickFileReaderTest::tellsTicksFromBars_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("ticks");
    const auto row = [](const char *name, const QByteArray &bytes, bool ticks) {
        QTest::newRow(name) << bytes << ticks;
    };
    row("quotes", "time,bid,ask\n1737988200464,1.1,1.2\n1737988200465,1.1,1.2\n", true);
    row("price and size", "time,price,size\n1737988200464,1.1,1\n1737988200465,1.1,2\n", true);
    row("no header, each size behind its quote", "1737988200464,118.1,100,118.2,300\n1737988200465,118.1,7,118.2,200\n",
        true);
    row("no header, sizes behind both quotes", "1737988200464,118.1,118.2,100,300\n1737988200465,118.1,118.2,7,200\n",
        true);
    row("no header, bars whose low comes first",
        "2025-01-27 09:30,117,118,119,117.5\n2025-01-27 09:35,117.2,118.2,118.9,117.4\n", false);
    row("no header, two numbers", "1737988200464,1.1,100\n1737988200465,1.1,7\n", true);
    row("Kurs und Volumen within a second",
        "Zeit;Kurs;Volumen\n27.01.2025 15:30:00,464;118,42;5\n27.01.2025 15:30:00,465;118,43;6\n", true);
    row("daily bars", "date,open,high,low,close,volume\n2025-01-27,1,2,0.5,1.5,10\n", false);
    row("daily closing prices", "Datum;Kurs;Volumen\n27.01.2025;118,42;5\n28.01.2025;118,43;6\n", false);
    row("five-minute closing prices",
        "time,close,volume\n2025-01-27 09:30:00,118.42,5\n2025-01-27 09:35:00,118.43,6\n2025-01-27 09:40:00,118.4,6\n",
        false);
}

void TickFileReaderTest::tellsTicksFromBars()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, ticks);
    const auto guess = detectDialect({bytes.constData(), size_t(bytes.size())}, true, u"x"_s, std::nullopt);
    QVERIFY2(guess.has_value(), guess ? "" : qPrintable(guess.error().message));
    QCOMPARE(guess->profile.kind == TableKind::Ticks, ticks);
}

//! Decades are far only from a row that has no neighbours there.
void TickFileReaderTest::keepsAFileOfManyYears()
{
    constexpr qint64 kMonth = 30 * 24 * 3600;
    constexpr int kRows = 20'000; // the first of which are a sample
    QByteArray bytes = "time,price,size\n";
    for (qint64 i = 0; i < kRows; ++i)
        bytes += QByteArray::number(900'000'000'000 + i * kMonth * 1000 * 700 / kRows) + ",118.42,1\n";
    for (const auto speed : {TickFileReader::Speed::Full, TickFileReader::Speed::General}) {
        const TickText text = readTicks(bytes, {}, speed);
        QCOMPARE(text.error, QString());
        QCOMPARE(text.ticks.size(), kRows);
    }
}

void TickFileReaderTest::givesEachQuoteItsSize()
{
    const TickText text = readTicks("1737988200464,118.42,100,118.44,300\n1737988200465,118.41,7,118.44,200\n");
    QCOMPARE(text.error, QString());
    QCOMPARE(
        text.ticks,
        (QStringList{u"bid 2025-01-27T14:30:00.464Z 118.42 x100"_s, u"bid 2025-01-27T14:30:00.465Z 118.41 x7"_s,
                     u"ask 2025-01-27T14:30:00.464Z 118.44 x300"_s, u"ask 2025-01-27T14:30:00.465Z 118.44 x200"_s}));
}

void TickFileReaderTest::rejectsBadRows_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const QByteArray &line, const QString &reason) {
        QTest::newRow(name) << line << reason;
    };
    row("NaN", "1737988200465,NaN,1", u"bad_number"_s);
    row("inf", "1737988200465,inf,1", u"bad_number"_s);
    row("text", "1737988200465,n.a.,1", u"bad_number"_s);
    row("no price", "1737988200465,,1", u"missing_price"_s);
    row("two decimal marks", "1737988200465,1.2.3,1", u"bad_number"_s);
    row("negative size", "1737988200465,1.5,-3", u"negative_volume"_s);
    row("text for the size", "1737988200465,1.5,many", u"bad_number"_s);
    row("twenty digits before the mark", "1737988200465,12345678901234567890,1", u"number_out_of_range"_s);
    row("time overflow", "99999999999999999999,1.5,1", u"time_far_off"_s);
    row("time before 1970", "-1737988200465,1.5,1", u"time_far_off"_s);
    row("a larger unit of time", "1737988200465000,1.5,1", u"time_far_off"_s);
    row("a smaller unit of time", "1737988200,1.5,1", u"time_far_off"_s);
    row("twenty-one years before the others", "1075000000000,1.5,1", u"time_far_off"_s);
    row("no time", ",1.5,1", u"bad_date"_s);
    row("cut short", "17379882", u"field_count"_s);
    row("too many fields", "1737988200465,1.5,1,7", u"field_count"_s);
    row("a NUL byte", QByteArray("1737988200465,1.5\0,1", 20), u"binary_data"_s);
}

void TickFileReaderTest::rejectsBadRows()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, reason);
    const QByteArray bytes = "time,price,size\n1737988200464,118.42,1\n" + line + "\n1737988200466,118.43,2\n";
    for (const auto speed : {TickFileReader::Speed::Full, TickFileReader::Speed::General}) {
        const TickText text = readTicks(bytes, {}, speed);
        QCOMPARE(text.error, QString());
        QCOMPARE(text.ticks.size(), 2);
        QCOMPARE(text.rejects, QStringList(u"3 "_s + reason));
        QCOMPARE(text.rows, 3);
        QCOMPARE(text.excerpts.front().left(5), QString::fromLatin1(line).left(5));
    }
}

void TickFileReaderTest::refusesWhatCannotBeMeant_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QByteArray &bytes, const char *words) {
        QTest::newRow(name) << bytes << QString::fromUtf8(words);
    };
    row("times after 2100 in every unit", "time,price,size\n5000000000,1.5,1\n5000000001,1.5,1\n",
        "recognised as the date");
    row("local times without a zone", "time,price,size\n2025-01-27 09:30:00.1,1.5,1\n2025-01-27 09:30:00.2,1.5,1\n",
        "do not say in which zone");
    row("milliseconds of an unknown day", "1014,1.39248,1.39250\n6534,1.39250,1.39251\n", "--date");
    row("dates without a time", "date,price,size\n2025-01-27,1.5,1\n2025-01-28,1.5,1\n", "without a time of day");
    row("no prices", "time,size,venue\n1737988200464,1,P\n1737988200465,1,P\n", "a price, a bid or an ask");
    row("comma group or decimal", "time;price;size\n1737988200464;1,234;1\n1737988200465;1,235;1\n",
        "like 1,234 (line 2)");
    row("day or month", "time;price;size\n01/02/2025 09:30:00;1,5;1\n", "may begin with the day or the month");
    row("nothing usable", "time,price,size\n1737988200464,x,1\n1737988200465,y,1\n", "No row of file.csv can be used");
}

void TickFileReaderTest::refusesWhatCannotBeMeant()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    const TickText text = readTicks(bytes);
    QVERIFY2(text.error.contains(words), qPrintable(text.error));
    QCOMPARE(text.ticks, QStringList());
}

void TickFileReaderTest::keepsOddPricesAndSaysSo()
{
    const QByteArray bytes = "time,price,size\n1587400000000,-37.63,1\n1587400000001,0.00,2\n1587400000002,1.5,3\n"
                             "1587400000003,1.123456785,1\n1587400000004,1.00000000000000000000,1\n";
    for (const auto speed : {TickFileReader::Speed::Full, TickFileReader::Speed::General}) {
        const TickText text = readTicks(bytes, {}, speed);
        QCOMPARE(text.error, QString());
        QCOMPARE(text.ticks.size(), 5);
        QCOMPARE(text.ticks.at(0), u"trade 2020-04-20T16:26:40Z -37.63000000 x1"_s);
        QCOMPARE(text.ticks.at(3), u"trade 2020-04-20T16:26:40.003Z 1.12345678 x1"_s); // half to even
        QCOMPARE(text.suspicious, 2);
        QCOMPARE(text.rounded, 1);
    }
}

void TickFileReaderTest::widensWhenDecimalsCome()
{
    const QByteArray bytes = "time,price,size\n1737988200464,90071992547409,1\n1737988200465,1.5,0.25\n"
                             "1737988200466,1.12345678,1\n1737988200467,2,1\n";
    const TickText text = readTicks(bytes);
    // With eight decimals the first price would not fit any more: the row that asks for them is rejected, not the price.
    QCOMPARE(text.ticks, QStringList({u"trade 2025-01-27T14:30:00.464Z 90071992547409.0 x1.00"_s,
                                      u"trade 2025-01-27T14:30:00.465Z 1.5 x0.25"_s,
                                      u"trade 2025-01-27T14:30:00.467Z 2.0 x1.00"_s}));
    QCOMPARE(text.rejects, QStringList(u"4 number_out_of_range"_s));
}

void TickFileReaderTest::readsTheHourThatWasTwice()
{
    BarReadOptions options;
    options.zone = "Europe/Berlin";
    const QByteArray head = "time,price,size\n";
    const TickText runs = readTicks(
        head
            + "2024-10-27 01:59:59.5,1,1\n2024-10-27 02:10:00.5,2,1\n"
              "2024-10-27 02:50:00.5,3,1\n2024-10-27 02:10:01.5,4,1\n2024-10-27 03:00:00.5,5,1\n",
        options);
    QCOMPARE(runs.error, QString());
    QCOMPARE(runs.ticks,
             QStringList({u"trade 2024-10-26T23:59:59.500Z 1 x1"_s, u"trade 2024-10-27T00:10:00.500Z 2 x1"_s,
                          u"trade 2024-10-27T00:50:00.500Z 3 x1"_s, u"trade 2024-10-27T01:10:01.500Z 4 x1"_s,
                          u"trade 2024-10-27T02:00:00.500Z 5 x1"_s}));
    const TickText silent = readTicks(head + "2024-10-26 12:00:00.5,1,1\n2024-10-27 02:10:00.5,2,1\n", options);
    QCOMPARE(silent.rejects, QStringList(u"3 ambiguous_time"_s));
    const TickText gap = readTicks(head + "2024-03-31 01:00:00.5,1,1\n2024-03-31 02:10:00.5,2,1\n", options);
    QCOMPARE(gap.rejects, QStringList(u"3 time_in_gap"_s));
}

void TickFileReaderTest::readsOn_data()
{
    QTest::addColumn<QByteArray>("odd");
    QTest::addColumn<QStringList>("rejects");
    QTest::newRow("a quoted row") << QByteArray("\"1737988200465\",\"1.5\",\"1\"\n") << QStringList();
    QTest::newRow("a quotation mark that is never closed")
        << QByteArray("1737988200465,\"1.5,1\n") << QStringList(u"30002 open_quote"_s);
    QTest::newRow("a line of two megabytes")
        << QByteArray(QByteArray(2'000'000, 'x') + '\n') << QStringList(u"30002 line_too_long"_s);
    QTest::newRow("bytes that are no text") << QByteArray("\xFF\xFE\x80,1.5,1\n") << QStringList(u"30002 bad_date"_s);
    QTest::newRow("blanks and a blank line") << QByteArray(" 1737988200465 , 1.5 ,1\n\n") << QStringList();
}

//! What stands far inside a file, behind the first block, and all that follows it.
void TickFileReaderTest::readsOn()
{
    QFETCH(QByteArray, odd);
    QFETCH(QStringList, rejects);
    QByteArray bytes = "time,price,size\n";
    for (int i = 0; i < 30'000; ++i)
        bytes += QByteArray::number(1'737'988'200'464 + i) + ",118.42,1\n";
    bytes += odd;
    for (int i = 0; i < 30'000; ++i)
        bytes += QByteArray::number(1'737'988'300'464 + i) + ",118.43,2\n";
    const TickText fast = readTicks(bytes);
    const TickText general = readTicks(bytes, {}, TickFileReader::Speed::General);
    QCOMPARE(fast.error, QString());
    QCOMPARE(fast.ticks.size(), 60'000 + (rejects.isEmpty() ? 1 : 0));
    QCOMPARE(fast.rejects, rejects);
    QVERIFY(fast.ticks == general.ticks);
    QCOMPARE(general.rejects, rejects);
    QCOMPARE(fast.excerpts, general.excerpts);
    QCOMPARE(fast.rows, general.rows);
}

//! Rows of usual and of odd forms, mixed at random: the fast way must take exactly what the general way takes.
void TickFileReaderTest::bothWaysGiveTheSame()
{
    QRandomGenerator random(20250127);
    const auto pick = [&](const QList<QByteArray> &list) { return list.at(random.bounded(list.size())); };
    const auto digits = [&](int most) {
        QByteArray text;
        for (int i = random.bounded(1, most + 1); i > 0; --i)
            text += char('0' + random.bounded(10));
        return text;
    };
    const auto number = [&] {
        if (random.bounded(30) == 0)
            return pick({"", "-", "NaN", "1e3", "+5", " 7", "7 ", ".5", "5.", "1.2.3", "0x10", "\"1.5\"", "1,5", "--1",
                         "\xE2\x88\x92"
                         "3.5",
                         "1\xFF", "12345678901234567890", "0.123456785", "00000001.5"});
        QByteArray text = random.bounded(12) == 0 ? "-" : "";
        text += digits(9);
        if (random.bounded(3) > 0)
            text += '.' + digits(9);
        return text;
    };
    const auto two = [&](int limit) { return QByteArray::number(random.bounded(limit)).rightJustified(2, '0'); };
    const auto clock = [&](const QByteArray &mark) {
        QByteArray text = two(25) + mark + two(61) + mark + two(61);
        if (random.bounded(2))
            text += (mark.isEmpty() ? QByteArray() : pick({".", ","})) + digits(mark.isEmpty() ? 3 : 10);
        return text;
    };
    const auto stamp = [&](int form) -> QByteArray {
        if (random.bounded(40) == 0)
            return pick(
                {"", "x", "2025-02-30 10:00:00", "99999999999999999999", "-5", "1737988200.", " 2025-01-27 10:00:00Z"});
        switch (form) {
        case 0:
            return "17379882" + digits(6) + (random.bounded(4) ? QByteArray() : QByteArray('.' + digits(10)));
        case 1:
            return pick({"2025-01-27", "2025-10-26", "2025-03-30", "2025-1-7"}) + pick({" ", "T", "  "}) + clock(":")
                   + pick({"", "", "Z", "+01:00", "-0500", " UTC", "PM", " pm", "+1"});
        case 2:
            return pick({"27.01.2025", "26.10.2025", "7.1.2025", "27.01.25"}) + ' ' + clock(":");
        default:
            return "20250127" + pick({" ", "T", ""}) + clock("");
        }
    };
    const QList<QPair<int, DateForm>> forms{{0, DateForm::EpochSeconds},      {0, DateForm::EpochMilliseconds},
                                            {0, DateForm::EpochMicroseconds}, {0, DateForm::MillisecondsOfDay},
                                            {1, DateForm::YearMonthDay},      {2, DateForm::DayMonthYear},
                                            {3, DateForm::Compact},           {0, DateForm::EpochNanoseconds}};
    for (int round = 0; round < 160; ++round) {
        const auto [form, dateForm] = forms.at(round % forms.size());
        CsvProfile profile;
        profile.kind = TableKind::Ticks;
        profile.headerLine = 0;
        profile.firstDataLine = 1 + random.bounded(3);
        profile.separator = round % 3 ? ';' : '\t';
        profile.dateForm = dateForm;
        profile.numbers.decimal = random.bounded(5) ? '.' : ',';
        profile.columns = {{{}, ColumnRole::Date, {}},
                           {{}, ColumnRole::Bid, {}},
                           {{}, ColumnRole::Ignored, {}},
                           {{}, ColumnRole::Ask, {}},
                           {{}, ColumnRole::AskSize, {}}};
        if (random.bounded(3) == 0)
            profile.columns[2].role = ColumnRole::Symbol;
        BarReadOptions options;
        options.zone = "Europe/Berlin";
        options.date = core::SessionDate::fromCivil(2025, 10, 26);
        const QByteArray separator(1, profile.separator);
        QByteArray bytes;
        for (int i = random.bounded(1, 60); i > 0; --i) {
            QByteArrayList fields{stamp(form), number(), pick({"A", "BB", "A", "\"q\"", "C\"", "\xC3\xA4", "A"}),
                                  number(), number()};
            if (random.bounded(20) == 0)
                fields.removeLast();
            if (random.bounded(20) == 0)
                fields << pick({"", "x"});
            bytes += fields.join(separator);
            bytes += random.bounded(50) == 0 ? QByteArray("\r")
                     : random.bounded(5)     ? QByteArray("\n")
                                             : QByteArray("\r\n");
            if (random.bounded(30) == 0)
                bytes += pick({"\n", " \n", QByteArray("\0\n", 2), "\t\n"});
        }
        if (random.bounded(3) == 0)
            bytes.chop(random.bounded(1, 9));
        const TickText fast = readTicks(bytes, options, TickFileReader::Speed::Full, &profile);
        const TickText general = readTicks(bytes, options, TickFileReader::Speed::General, &profile);
        if (fast.ticks != general.ticks || fast.rejects != general.rejects || fast.error != general.error)
            qWarning("%s", bytes.constData());
        QCOMPARE(fast.error, general.error);
        QCOMPARE(fast.ticks, general.ticks);
        QCOMPARE(fast.rejects, general.rejects);
        QCOMPARE(fast.excerpts, general.excerpts);
        QCOMPARE(fast.rows, general.rows);
    }
}

void TickFileReaderTest::profileSurvivesJson()
{
    const TickText text = readTicks("time,bid,ask,bidsize,asksize\n1737988200464,1.1,1.2,3,4\n");
    QCOMPARE(text.error, QString());
    QCOMPARE(text.profile.kind, TableKind::Ticks);
    const auto again = profileFromJson(toJson(text.profile));
    QVERIFY(again.has_value());
    QVERIFY(*again == text.profile);
    QVERIFY(!checkBarProfile(*again));
    // A profile saved before there were ticks is one of bars.
    QJsonObject old = toJson(CsvProfile());
    old.insert(u"columns"_s, toJson(text.profile).value(u"columns"_s));
    old.remove(u"kind"_s);
    const auto bars = profileFromJson(old);
    QVERIFY2(bars.has_value(), bars ? "" : qPrintable(bars.error().message));
    QCOMPARE(bars->kind, TableKind::Bars);
}

QTEST_GUILESS_MAIN(TickFileReaderTest)
#include "tst_tickfilereader.moc"
