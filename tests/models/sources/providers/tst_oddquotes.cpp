// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/Series.h>
#include <sources/providers/QuoteProvider.h>

#include <QTest>

using namespace tickmark::sources;
using namespace tickmark::core;

namespace {

const BarsQuery kQuery{QStringLiteral("USD"), Series::kDaily, *SessionDate::fromIso("2025-01-20"),
                       *SessionDate::fromIso("2025-01-31")};

struct Row
{
    const char *date;
    QByteArray price; //!< for all four
};

//! One row, and what stands around and between them. DATE, TIME and PRICE are put in as they are.
struct Shape
{
    const char *provider;
    QByteArray before;
    QByteArray row;
    QByteArray between;
    QByteArray after;
};

const Shape kShapes[] = {
    {"stooq", "Date,Open,High,Low,Close,Volume\n", "DATE,PRICE,PRICE,PRICE,PRICE,7\n", "", ""},
    {"ecb", "Date,USD\n", "DATE,PRICE\n", "", ""},
    {"alphavantage", R"j({"Meta Data":{"5. Time Zone":"US/Eastern"},"Time Series (Daily)":{)j",
     R"j("DATE":{"1. open":"PRICE","2. high":"PRICE","3. low":"PRICE","4. close":"PRICE","5. volume":"7"})j", ",",
     "}}"},
    {"twelvedata", R"j({"status":"ok","meta":{"exchange_timezone":"America/New_York"},"values":[)j",
     R"j({"datetime":"DATE","open":"PRICE","high":"PRICE","low":"PRICE","close":"PRICE","volume":"7"})j", ",", "]}"},
};

//! Yahoo and Finnhub send columns.
struct Columns
{
    const char *provider;
    QByteArray body;
};

const Columns kColumns[] = {
    {"finnhub", R"j({"s":"ok","t":[TIMES],"o":[PRICES],"h":[PRICES],"l":[PRICES],"c":[PRICES],"v":[PRICES]})j"},
    {"yahoo", R"j({"chart":{"result":[{"meta":{"exchangeTimezoneName":"UTC"},"timestamp":[TIMES],"indicators":{
"quote":[{"open":[PRICES],"high":[PRICES],"low":[PRICES],"close":[PRICES],"volume":[PRICES]}]}}],"error":null}})j"},
};

//! The rows as the provider shapes them.
QByteArray body(const QString &provider, const QList<Row> &rows)
{
    QByteArrayList times;
    QByteArrayList prices;
    for (const Row &row : rows) {
        times << QByteArray::number(SessionDate::fromIso(row.date)->utcMidnight().ns / kNsPerSecond);
        prices << row.price;
    }
    for (const Columns &one : kColumns) {
        if (provider == QLatin1String(one.provider))
            return QByteArray(one.body).replace("TIMES", times.join(',')).replace("PRICES", prices.join(','));
    }
    for (const Shape &one : kShapes) {
        if (provider != QLatin1String(one.provider))
            continue;
        QByteArrayList texts;
        for (const Row &row : rows)
            texts << QByteArray(one.row).replace("DATE", row.date).replace("PRICE", row.price);
        return one.before + texts.join(one.between) + one.after;
    }
    return {};
}

QString linesOf(const FetchedBars &fetched)
{
    QStringList lines;
    for (const FetchedBar &one : fetched.bars)
        lines << QString::fromStdString(one.bar.session.iso() + ' ' + toPlainText({one.bar.close, one.priceDecimals}));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

//! Numbers and orders of rows that no service should send, in the shapes of all of them.
class TestOddQuotes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pricesThatAreNone_data();
    void pricesThatAreNone();
    void pricesBelowZeroAreKept_data() { providers(); }
    void pricesBelowZeroAreKept();
    void rowsComeInOrderAndOnce_data() { providers(); }
    void rowsComeInOrderAndOnce();
    void datesOutsideTheRangeAreLeftOut_data() { providers(); }
    void datesOutsideTheRangeAreLeftOut();

private:
    void providers();
};

void TestOddQuotes::providers()
{
    QTest::addColumn<QString>("provider");
    for (const QuoteProvider *provider : quoteProviders())
        QTest::newRow(qPrintable(provider->title())) << provider->code();
}

void TestOddQuotes::pricesThatAreNone_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QByteArray>("price");
    const QList<QByteArray> prices{"NaN",  "Infinity", "1e400", "1e30", "-1e30", "99999999999999999999999",
                                   "0x10", "1,5",      "null",  "\"\"", "12 000"};
    for (const QuoteProvider *provider : quoteProviders()) {
        for (const QByteArray &price : prices)
            QTest::addRow("%s: %s", qPrintable(provider->title()), price.constData()) << provider->code() << price;
    }
}

//! Refused as a whole, or the one row is left out: the good one beside it is never touched.
void TestOddQuotes::pricesThatAreNone()
{
    QFETCH(const QString, provider);
    QFETCH(const QByteArray, price);
    const auto fetched = quoteProvider(provider)->parse(
        body(provider, {{"2025-01-24", price}, {"2025-01-27", "118.42"}}), kQuery);
    if (!fetched) {
        QVERIFY(fetched.error().fault == ProviderFault::Malformed);
        return;
    }
    QCOMPARE(linesOf(*fetched), QStringLiteral("2025-01-27 118.42"));
    QCOMPARE(fetched->rowsLeftOut, 1);
}

//! Oil has been there.
void TestOddQuotes::pricesBelowZeroAreKept()
{
    QFETCH(const QString, provider);
    const auto fetched = quoteProvider(provider)->parse(body(provider, {{"2025-01-24", "-37.63"}}), kQuery);
    QVERIFY(fetched);
    QCOMPARE(linesOf(*fetched), QStringLiteral("2025-01-24 -37.63"));
}

void TestOddQuotes::rowsComeInOrderAndOnce()
{
    QFETCH(const QString, provider);
    const auto fetched = quoteProvider(provider)->parse(
        body(provider,
             {{"2025-01-27", "118.40"}, {"2025-01-24", "142.62"}, {"2025-01-28", "128.99"}, {"2025-01-27", "118.42"}}),
        kQuery);
    QVERIFY(fetched);
    QCOMPARE(linesOf(*fetched), QStringLiteral("2025-01-24 142.62\n2025-01-27 118.42\n2025-01-28 128.99"));
}

void TestOddQuotes::datesOutsideTheRangeAreLeftOut()
{
    QFETCH(const QString, provider);
    const auto fetched = quoteProvider(provider)->parse(
        body(provider, {{"2025-01-19", "1.5"}, {"2025-01-20", "2.5"}, {"2025-01-31", "3.5"}, {"2025-02-01", "4.5"}}),
        kQuery);
    QVERIFY(fetched);
    QCOMPARE(linesOf(*fetched), QStringLiteral("2025-01-20 2.5\n2025-01-31 3.5"));
    QCOMPARE(fetched->rowsLeftOut, 2);
}

QTEST_GUILESS_MAIN(TestOddQuotes)

#include "tst_oddquotes.moc"
