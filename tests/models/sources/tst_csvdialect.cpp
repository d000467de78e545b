// SPDX-License-Identifier: GPL-3.0-or-later
#include "BarText.h"

#include <QTest>

using namespace tickmark;
using namespace tickmark::sources;

//! What is found out about a file by itself, and what is left to the user.
class CsvDialectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsFilesOfManyMakers_data();
    void readsFilesOfManyMakers();
    void namesItsReasons();
    void refusesWithItsOwnMessage_data();
    void refusesWithItsOwnMessage();
    void asksWhatTheFileLeavesOpen_data();
    void asksWhatTheFileLeavesOpen();
    void answersTheQuestionWithAProfile();
    void looksAtTheWholeSample();
};

namespace {

QByteArray utf16(const char *text, bool bigEndian, bool mark)
{
    QByteArray bytes = mark ? QByteArray(bigEndian ? "\xFE\xFF" : "\xFF\xFE") : QByteArray();
    for (const QChar c : QString::fromUtf8(text)) {
        const char low = char(c.unicode() & 0xFF);
        const char high = char(c.unicode() >> 8);
        bytes.append(bigEndian ? high : low).append(bigEndian ? low : high);
    }
    return bytes;
}

} // namespace

void CsvDialectTest::readsFilesOfManyMakers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("first");
    const auto row = [](const char *name, const QByteArray &bytes, const char *first) {
        QTest::newRow(name) << bytes << QString::fromUtf8(first);
    };
    const char *const bar = "2025-01-27 124.80 128.40 116.70 118.42 v818830900";
    row("plain", "date,open,high,low,close,volume\n2025-01-27,124.80,128.40,116.70,118.42,818830900\n", bar);
    row("CR LF", "date,open,high,low,close,volume\r\n2025-01-27,124.80,128.40,116.70,118.42,818830900\r\n", bar);
    row("CR", "date,open,high,low,close,volume\r2025-01-27,124.80,128.40,116.70,118.42,818830900\r", bar);
    row("UTF-8 mark",
        "\xEF\xBB\xBF"
        "date,open,high,low,close,volume\n2025-01-27,124.80,128.40,116.70,118.42,818830900\n",
        bar);
    row("title lines above",
        "NVIDIA Corp\nUSD\n\ndate,open,high,low,close,volume\n2025-01-27,124.80,128.40,116.70,118.42,818830900\n", bar);
    row("sep line", "sep=;\r\ndate;open;high;low;close;volume\r\n2025-01-27;124.80;128.40;116.70;118.42;818830900\r\n",
        bar);
    row("tabs", "date\topen\thigh\tlow\tclose\tvolume\n2025-01-27\t124.80\t128.40\t116.70\t118.42\t818830900\n", bar);
    row("bars", "date|open|high|low|close|volume\n2025-01-27|124.80|128.40|116.70|118.42|818830900\n", bar);
    row("quoted, groups in the volume",
        "\"Date\",\"Open\",\"High\",\"Low\",\"Close\",\"Volume\"\n\"2025-01-27\",\"124.80\",\"128.40\",\"116.70\",\"118.42\",\"818,830,900\"\n",
        bar);
    row("apostrophes",
        "'date','open','high','low','close','volume'\n'2025-01-27','124.80','128.40','116.70','118.42','818830900'\n'2025-01-28','124.80','128.40','116.70','118.42','818830900'\n",
        bar);
    row("trailing separators",
        "date;open;high;low;close;volume;;\n2025-01-27;124.80;128.40;116.70;118.42;818830900;;\n;;;;;;;\n", bar);
    row("German",
        "Datum;Er\xC3\xB6"
        "ffnung;Hoch;Tief;Schluss;Volumen\n27.01.2025;124,80;128,40;116,70;118,42;818.830.900\n",
        bar);
    row("German, latin-1, both volumes",
        "Datum;Erster;Hoch;Tief;Schlusskurs;St\xFC"
        "cke;Volumen\r\n27.01.25;124,80;128,40;116,70;118,42;818.830.900;99.999.999.999\r\n",
        bar);
    row("German, pieces and volume in one name",
        "Datum;Erster;Hoch;Tief;Schlusskurs;St\xC3\xBC"
        "cke/Volumen\n27.01.2025;124,80;128,40;116,70;118,42;818830900\n",
        bar);
    row("UTF-16 with mark",
        utf16("Datum\tErster\tHoch\tTief\tLetzter\tStücke\n27.01.2025\t124,80\t128,40\t116,70\t118,42\t818830900\n",
              false, true),
        bar);
    row("UTF-16 without mark",
        utf16("Datum\tErster\tHoch\tTief\tLetzter\tVolumen\n27.01.2025\t124,80\t128,40\t116,70\t118,42\t818830900\n",
              true, false),
        bar);
    row("Yahoo, adjusted close not taken",
        "Date,Open,High,Low,Close,Adj Close,Volume\n2025-01-27,124.80,128.40,116.70,118.42,118.38,818830900\n", bar);
    row("adjusted close before the close",
        "Date,Adj Close,Close,High,Low,Open,Volume\n2025-01-27,118.38,118.42,128.40,116.70,124.80,818830900\n", bar);
    row("Nasdaq's order", "Date,Close/Last,Volume,Open,High,Low\n01/27/2025,118.42,818830900,124.80,128.40,116.70\n",
        bar);
    row("Stooq bulk",
        "<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>\nNVDA.US,D,20250127,000000,124.80,128.40,116.70,118.42,818830900,0\n",
        "NVDA.US 2025-01-27 124.80 128.40 116.70 118.42 v818830900");
    row("Alpha Vantage's numbered names",
        "timestamp,1. open,2. high,3. low,4. close,5. volume\n2025-01-27,124.80,128.40,116.70,118.42,818830900\n", bar);
    row("yfinance, one symbol",
        "Price,Close,High,Low,Open,Volume\nTicker,NVDA,NVDA,NVDA,NVDA,NVDA\nDate,,,,,\n2025-01-27,118.42,128.40,116.70,124.80,818830900\n",
        "NVDA 2025-01-27 124.80 128.40 116.70 118.42 v818830900");
    row("yfinance, symbol C",
        "Price,Close,High,Low,Open,Volume\nTicker,C,C,C,C,C\nDate,,,,,\n2025-01-27,79.42,80.40,78.70,79.80,15\n",
        "C 2025-01-27 79.80 80.40 78.70 79.42 v15");
    row("yfinance, grouped by symbol",
        "Ticker,NVDA,NVDA,NVDA,NVDA,NVDA\nPrice,Open,High,Low,Close,Volume\nDate,,,,,\n2025-01-27,124.80,128.40,116.70,118.42,818830900\n",
        "NVDA 2025-01-27 124.80 128.40 116.70 118.42 v818830900");
    row("yfinance history",
        "Date,Open,High,Low,Close,Volume,Dividends,Stock Splits\n2025-01-27 00:00:00-05:00,124.80,128.40,116.70,118.42,818830900,0.0,0.0\n",
        bar);
    row("epoch midnights",
        "time,open,high,low,close,Volume\n1737936000,124.80,128.40,116.70,118.42,818830900\n1738022400,1,1,1,1,1\n",
        bar);
    row("epoch milliseconds", "time,open,high,low,close,Volume\n1737936000000,124.80,128.40,116.70,118.42,818830900\n",
        bar);
    row("American dates",
        "Date,Open,High,Low,Close,Volume\n1/27/2025,124.80,128.40,116.70,118.42,818830900\n1/2/2025,1,1,1,1,1\n", bar);
    row("British dates",
        "Date,Open,High,Low,Close,Volume\n27/01/2025,124.80,128.40,116.70,118.42,818830900\n01/02/2025,1,1,1,1,1\n",
        bar);
    row("Google's closing times",
        "Date,Open,High,Low,Close,Volume\n1/27/2025 16:00:00,124.80,128.40,116.70,118.42,818830900\n1/28/2025 16:00:00,1,1,1,1,1\n",
        bar);
    row("no header",
        "2025-01-27,124.80,128.40,116.70,118.42,818830900\n2025-01-28,121.81,129.00,116.25,128.99,579666400\n", bar);
    row("no header, adjusted close",
        "2025-01-27,124.80,128.40,116.70,118.42,118.38,818830900\n2025-01-28,121.81,129.00,116.25,128.99,128.95,579666400\n",
        bar);
    row("no header, symbol in front",
        "NVDA;20250127;124,80;128,40;116,70;118,42;818830900\nNVDA;20250128;121,81;129,00;116,25;128,99;579666400\n",
        "NVDA 2025-01-27 124.80 128.40 116.70 118.42 v818830900");
    row("no header, no volume", "27.01.2025;124,80;128,40;116,70;118,42\n28.01.2025;121,81;129,00;116,25;128,99\n",
        "2025-01-27 124.80 128.40 116.70 118.42");
    row("no volume", "date,open,high,low,close\n2025-01-27,124.80,128.40,116.70,118.42\n",
        "2025-01-27 124.80 128.40 116.70 118.42");
    row("only the close", "Datum;Schlusskurs\n27.01.2025;118,42\n", "2025-01-27 118.42 118.42 118.42 118.42");
    row("volume with a letter is left out",
        "Date,Price,Open,High,Low,Vol.\n01/27/2025,118.42,124.80,128.40,116.70,818.83M\n",
        "2025-01-27 124.80 128.40 116.70 118.42");
    row("blanks as groups", "Datum;Open;High;Low;Close\n27.01.2025;21 300,50;21 400,25;21 200,10;21 282,18\n",
        "2025-01-27 21300.50 21400.25 21200.10 21282.18");
    row("apostrophes as groups", "Date;Open;High;Low;Close\n2025-01-27;21'300.50;21'400.25;21'200.10;21'282.18\n",
        "2025-01-27 21300.50 21400.25 21200.10 21282.18");
    row("three decimals, comma between columns", "date,open,high,low,close\n2025-01-27,1.049,1.053,1.045,1.046\n",
        "2025-01-27 1.049 1.053 1.045 1.046");
    row("groups told by another row",
        "Datum;Open;High;Low;Close\n27.01.2025;1.234;1.240;1.200;1.210\n28.01.2025;999,5;1.001,5;990;1.000\n",
        "2025-01-27 1234 1240 1200 1210");
}

void CsvDialectTest::readsFilesOfManyMakers()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, first);
    const BarText text = readBars(bytes);
    QVERIFY2(text.error.isEmpty(), qPrintable(text.error));
    QVERIFY2(text.rejects.isEmpty(), qPrintable(text.rejects.join(QLatin1Char(','))));
    QCOMPARE(text.bars.value(0), first);

    const auto again = profileFromJson(toJson(text.profile));
    QVERIFY2(again.has_value(), again ? "" : qPrintable(again.error().message));
    QVERIFY(*again == text.profile);
}

void CsvDialectTest::namesItsReasons()
{
    const QByteArray bytes = "Datum;Erster;Hoch;Tief;Schlusskurs;St\xFC"
                             "cke;Volumen\r\n27.01.25;124,80;128,40;116,70;118,42;818.830;99.000\r\n";
    const auto guess = detectDialect({bytes.constData(), size_t(bytes.size())}, true, QStringLiteral("x"));
    QVERIFY(guess.has_value());
    QStringList keys;
    for (const Finding &finding : guess->findings) {
        keys << finding.what + QLatin1Char('=') + finding.value;
        QVERIFY2(finding.text.endsWith(QLatin1Char('.')) && !finding.text.contains(QLatin1Char('%')),
                 qPrintable(finding.text));
    }
    for (const char *key : {"encoding=windows-1252", "line_ends=crlf", "separator=;", "header_line=1", "decimal=,",
                            "group=.", "column.close=Schlusskurs", "column.turnover=Volumen", "date_form=dmy"})
        QVERIFY2(keys.contains(QLatin1String(key)), key);
}

void CsvDialectTest::refusesWithItsOwnMessage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QByteArray &bytes, const char *words) {
        QTest::newRow(name) << bytes << QString::fromUtf8(words);
    };
    row("empty", "", "is empty");
    row("only blanks", " \n\t\r\n", "is empty");
    row("only a mark", "\xEF\xBB\xBF", "is empty");
    row("only a header", "date,open,high,low,close,volume\n", "has a header but no rows");
    row("web page", "\n<!DOCTYPE html>\n<html><body>No</body></html>", "is a web page");
    row("XML", "<?xml version=\"1.0\"?><rss/>", "is XML");
    row("JSON object", "{\"chart\":{}}", "is JSON");
    row("JSON list", "[\n1,2]", "is JSON");
    row("PDF", "%PDF-1.7\nx", "is a PDF");
    row("database", QByteArray("SQLite format 3\0xxxx", 20), "is a database");
    row("old workbook", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest", "is a spreadsheet");
    row("binary",
        QByteArray("\x7F"
                   "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\x01\0\0\0",
                   24),
        "is not a text file");
    row("a quota's sentence", "Exceeded the daily hits limit", "begins with \"Exceeded the daily hits limit\"");
    row("a sentence with a comma", "Sorry, no data", "begins with \"Sorry, no data\"");
    row("bid and ask", "timestamp,bid,ask\n2025-01-27 14:30:00Z,1.04,1.05\n", "single trades or quotes");
    row("trades", "time_ms_utc,price,size\n1381132800464,167.41,100\n", "single trades or quotes");
    row("quotes without header", "1014,1.39248,1.39250\n6534,1.39248,1.39251\n", "single trades or quotes");
    row("mixed decimals",
        "Datum;Open;High;Low;Close\n27.01.2025;124,80;128,40;116,70;118,42\n28.01.2025;124.81;128.41;116.71;118.45\n",
        "mixes decimal points (124.81 on line 3) and decimal commas (124,80 on line 2)");
}

void CsvDialectTest::refusesWithItsOwnMessage()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    const auto guess = detectDialect({bytes.constData(), size_t(bytes.size())}, true, QStringLiteral("file.csv"));
    QVERIFY(!guess.has_value());
    QCOMPARE(guess.error().code, core::ErrorCode::InvalidInput);
    QVERIFY2(guess.error().message.contains(words), qPrintable(guess.error().message));
    QVERIFY2(guess.error().message.startsWith(QStringLiteral("file.csv ")), qPrintable(guess.error().message));
}

void CsvDialectTest::asksWhatTheFileLeavesOpen_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QByteArray &bytes, const char *words) {
        QTest::newRow(name) << bytes << QString::fromUtf8(words);
    };
    row("day or month", "Date,Close\n01/02/2025,1.5\n02/02/2025,1.6\n12/12/2025,1.7\n",
        "may begin with the day or the month (01/02/2025 on line 2)");
    row("both orders", "Date,Close\n27/01/2025,1.5\n01/28/2025,1.6\n",
        "contradict each other: 27/01/2025 on line 2 has the day first, 01/28/2025 on line 3");
    row("comma group or decimal", "Date;Close\n2025-01-27;1,234\n2025-01-28;1,240\n", "like 1,234 (line 2)");
    row("point group or decimal", "Datum;Schluss\n27.01.2025;1.234\n28.01.2025;1.240\n", "like 1.234 (line 2)");
    row("no date", "name,open,high,low,close\nx,1,2,0.5,1.5\ny,1,2,0.5,1.5\n", "no column is recognised as the date");
    row("no close", "date,open,high,low\n2025-01-27,1,2,0.5\n", "no column is recognised as the closing price");
    row("only an adjusted close", "date,adj close\n2025-01-27,1.5\n", "dividends taken off");
    row("one column for each symbol", "date,AMZN,NFLX\n2019-04-01,1814.19,366.96\n2019-04-02,1813.98,367.72\n",
        "no column is recognised as the closing price");
    row("a symbol with a high but no close", "Price,Close,High\nTicker,NVDA,AVGO\nDate,,\n2025-01-27,118.42,217.06\n",
        "No column has the closing price of AVGO");
    row("no header and no bars", "2025-01-27,5,1,9,2\n2025-01-28,5,1,9,2\n",
        "no four columns behave like open, high, low and close");
}

void CsvDialectTest::asksWhatTheFileLeavesOpen()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    const auto guess = detectDialect({bytes.constData(), size_t(bytes.size())}, true, QStringLiteral("file.csv"));
    QVERIFY2(guess.has_value(), guess ? "" : qPrintable(guess.error().message));
    QVERIFY(!guess->openQuestions.empty());
    QVERIFY2(guess->openQuestions.front().message.contains(words), qPrintable(guess->openQuestions.front().message));
    // What is left open must not be readable by accident.
    QVERIFY(!checkBarProfile(guess->profile).has_value());
    const auto again = profileFromJson(toJson(guess->profile));
    QVERIFY(again.has_value());
    QVERIFY(*again == guess->profile);
}

void CsvDialectTest::answersTheQuestionWithAProfile()
{
    const QByteArray bytes = "Date;Close\n01/02/2025;1,234\n02/02/2025;1,240\n";
    auto guess = detectDialect({bytes.constData(), size_t(bytes.size())}, true, QStringLiteral("x"));
    QVERIFY(guess.has_value());
    QJsonObject json = toJson(guess->profile);
    QCOMPARE(json.value(QStringLiteral("date_form")).toString(), QStringLiteral("ask"));
    QCOMPARE(json.value(QStringLiteral("decimal")).toString(), QStringLiteral("ask"));
    json.insert(QStringLiteral("date_form"), QStringLiteral("dmy"));
    json.insert(QStringLiteral("decimal"), QStringLiteral(","));
    const auto profile = profileFromJson(json);
    QVERIFY2(profile.has_value(), profile ? "" : qPrintable(profile.error().message));
    const BarText text = readBars(bytes, {}, &*profile);
    QCOMPARE(text.error, QString());
    QCOMPARE(text.bars, QStringList({QStringLiteral("2025-02-01 1.234 1.234 1.234 1.234"),
                                     QStringLiteral("2025-02-02 1.240 1.240 1.240 1.240")}));
}

void CsvDialectTest::looksAtTheWholeSample()
{
    // The only day above 12 and the only proof of the decimal mark stand far below.
    QByteArray bytes = "Date;Close\n";
    for (int i = 0; i < 5'000; ++i)
        bytes += "01/02/2025;1,234\n";
    bytes += "01/13/2025;1,2345\n";
    const auto guess = detectDialect({bytes.constData(), size_t(bytes.size())}, true, QStringLiteral("x"));
    QVERIFY(guess.has_value());
    QVERIFY(guess->openQuestions.empty());
    QCOMPARE(guess->profile.dateForm, DateForm::MonthDayYear);
    QCOMPARE(guess->profile.numbers.decimal, ',');
}

QTEST_GUILESS_MAIN(CsvDialectTest)
#include "tst_csvdialect.moc"
