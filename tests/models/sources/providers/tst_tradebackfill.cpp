// SPDX-License-Identifier: GPL-3.0-or-later
#include "TradeAnswers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrlQuery>

#include <set>

using namespace tickmark::sources;
using namespace tickmark::core;
using namespace tradeanswers;

namespace {

constexpr qint64 kFullAnswer = 1000;

Time at(const char *iso)
{
    return *parseIsoTime(iso);
}

QList<TradeRow> rowsOf(qint64 first, qint64 last, qint64 secondOfFirst)
{
    QList<TradeRow> rows;
    for (qint64 id = first; id <= last; ++id)
        rows.append({id, secondOfFirst + id - first});
    return rows;
}

//! An exchange whose trade `id` happened `id` seconds after 1970: answers a request as Coinbase does.
QByteArray coinbaseAnswer(const HttpRequest &request, qint64 newest)
{
    const QUrlQuery words(request.url);
    const QString after = words.queryItemValue(QStringLiteral("after"));
    const qint64 last = after.isEmpty() ? newest : std::min(after.toLongLong() - 1, newest);
    const qint64 first = std::max<qint64>(1, last - words.queryItemValue(QStringLiteral("limit")).toLongLong() + 1);
    QList<TradeRow> rows = rowsOf(first, last, first);
    std::reverse(rows.begin(), rows.end());
    return body(QStringLiteral("coinbase"), rows);
}

} // namespace

//! A backfill of many answers: each asks for what comes after the one before, and none is missing or asked for twice.
class TestTradeBackfill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fullAnswersGoOn();
    void krakenGoesOnBehindItsCursor();
    void krakenLosesNoTradeBetweenTwoAnswers();
    void binanceAsksForTheFirstIdOfATime();
    void coinbaseFindsATimeByHalving_data();
    void coinbaseFindsATimeByHalving();
    void coinbaseGoesOnBehindTheLastTrade();
};

void TestTradeBackfill::fullAnswersGoOn()
{
    const QList<TradeRow> rows = rowsOf(1, kFullAnswer, 1);
    const auto next = [&rows](const char *code) {
        const QString provider = QString::fromLatin1(code);
        const auto fetched = tradeProvider(provider)->parse(body(provider, rows), everything(provider));
        return fetched && fetched->trades.size() == std::size_t(kFullAnswer) ? fetched->next : QByteArray("failed");
    };
    QCOMPARE(next("kraken"), QByteArray("1706365434000000123"));
    QCOMPARE(next("coinbase"), QByteArray("from/1000"));
    QCOMPARE(next("binance"), QByteArray("1000")); // again, as a sign that none is missing between
}

void TestTradeBackfill::krakenGoesOnBehindItsCursor()
{
    const TradeProvider &kraken = *tradeProvider(QStringLiteral("kraken"));
    TradesQuery query{QStringLiteral("XBTUSD"), at("2024-01-27T14:23:54.000001Z"), 0, {}};
    const auto since = [&kraken](const TradesQuery &asked) {
        return QUrlQuery(kraken.request(asked, {}).url).queryItemValue(QStringLiteral("since"));
    };
    QCOMPARE(since(query), QStringLiteral("1706365434000000000"));
    query.cursor = "1706365434000000123";
    QCOMPARE(since(query), QStringLiteral("1706365433999999123")); // a moment before: see the next test
    // A cursor that does not move would be asked for without end.
    const auto fetched = kraken.parse(body(QStringLiteral("kraken"), rowsOf(1, kFullAnswer, 1)), query);
    QVERIFY(fetched);
    QCOMPARE(fetched->next, QByteArray());
}

//! Two trades at each moment, and an answer that ends between two of them: what comes after it begins with the second.
void TestTradeBackfill::krakenLosesNoTradeBetweenTwoAnswers()
{
    const TradeProvider &kraken = *tradeProvider(QStringLiteral("kraken"));
    constexpr qint64 kTrades = 2'500;
    constexpr qint64 kBegin = 1'706'365'434'000'000'000;
    const auto timeOf = [](qint64 id) { return kBegin + (id + 2) / 2 * 1'000'000; }; // 2 and 3 are of one moment
    TradesQuery query{QStringLiteral("XBTUSD"), {kBegin}, 0, {}};
    std::set<qint64> ids;
    int requests = 0;
    do {
        QVERIFY(++requests < 10);
        const qint64 since =
            QUrlQuery(kraken.request(query, {}).url).queryItemValue(QStringLiteral("since")).toLongLong();
        QJsonArray rows;
        qint64 last = since;
        for (qint64 id = 1; id <= kTrades && rows.size() < kFullAnswer; ++id) {
            if (timeOf(id) <= since)
                continue;
            last = timeOf(id);
            rows.append(QJsonArray{QStringLiteral("60000.1"), QStringLiteral("0.5"), double(last) / 1e9,
                                   QStringLiteral("b"), QStringLiteral("l"), QString(), id});
        }
        const QJsonObject result{{QStringLiteral("XXBTZUSD"), rows}, {QStringLiteral("last"), QString::number(last)}};
        const QJsonObject answer{{QStringLiteral("error"), QJsonArray()}, {QStringLiteral("result"), result}};
        const auto fetched = kraken.parse(QJsonDocument(answer).toJson(), query);
        QVERIFY(fetched);
        for (const FetchedTrade &one : fetched->trades)
            ids.insert(one.id);
        query.cursor = fetched->next;
    } while (!query.cursor.isEmpty());
    QCOMPARE(qint64(ids.size()), kTrades);
}

void TestTradeBackfill::binanceAsksForTheFirstIdOfATime()
{
    const TradeProvider &binance = *tradeProvider(QStringLiteral("binance"));
    TradesQuery query{QStringLiteral("BTCUSDT"), at("2024-01-27T14:23:54Z"), 0, {}};
    const HttpRequest first = binance.request(query, {});
    QCOMPARE(first.url.path(), QStringLiteral("/api/v3/aggTrades"));
    QCOMPARE(QUrlQuery(first.url).queryItemValue(QStringLiteral("startTime")), QStringLiteral("1706365434000"));
    const auto found = binance.parse(
        R"([{"a":26129,"p":"0.01633102","q":"4.70443515","f":27781,"l":27783,"T":1706365434000,"m":true,"M":true}])",
        query);
    QVERIFY(found);
    QVERIFY(found->trades.empty());
    query.cursor = found->next;
    const HttpRequest second = binance.request(query, {});
    QCOMPARE(second.url.path(), QStringLiteral("/api/v3/historicalTrades"));
    QCOMPARE(QUrlQuery(second.url).queryItemValue(QStringLiteral("fromId")), QStringLiteral("27781"));

    TradesQuery later{QStringLiteral("BTCUSDT"), at("2024-01-27T14:23:54Z"), 30'000, {}};
    QCOMPARE(QUrlQuery(binance.request(later, {}).url).queryItemValue(QStringLiteral("fromId")),
             QStringLiteral("30000"));
}

void TestTradeBackfill::coinbaseFindsATimeByHalving_data()
{
    QTest::addColumn<qint64>("newest");
    QTest::addColumn<qint64>("since");
    QTest::newRow("long ago") << qint64(900'000) << qint64(895'001);
    QTest::newRow("at the very beginning") << qint64(3'500) << qint64(0);
    QTest::newRow("in the newest answer") << qint64(900'000) << qint64(899'500);
    QTest::newRow("its first trade") << qint64(900'000) << qint64(899'001);
    QTest::newRow("before the newest answer") << qint64(900'000) << qint64(899'000);
    QTest::newRow("later than all") << qint64(900'000) << qint64(900'001);
    QTest::newRow("a market of few trades") << qint64(7) << qint64(3);
}

//! Trade 895,001 of 900,000: some twenty requests to find it, then page by page to the newest one, none missing.
void TestTradeBackfill::coinbaseFindsATimeByHalving()
{
    QFETCH(const qint64, newest);
    QFETCH(const qint64, since);
    const TradeProvider &coinbase = *tradeProvider(QStringLiteral("coinbase"));
    TradesQuery query{QStringLiteral("BTC-USD"), {since * kNsPerSecond}, 0, {}};
    qint64 expected = std::max<qint64>(since, 1);
    int requests = 0;
    do {
        QVERIFY(++requests < 40);
        const auto fetched = coinbase.parse(coinbaseAnswer(coinbase.request(query, {}), newest), query);
        QVERIFY(fetched);
        for (const FetchedTrade &one : fetched->trades)
            QCOMPARE(one.id, expected++);
        query.cursor = fetched->next;
    } while (!query.cursor.isEmpty());
    QCOMPARE(expected, std::max(newest + 1, since));
}

void TestTradeBackfill::coinbaseGoesOnBehindTheLastTrade()
{
    const TradeProvider &coinbase = *tradeProvider(QStringLiteral("coinbase"));
    TradesQuery query{QStringLiteral("BTC-USD"), {2'000 * kNsPerSecond}, 2'000, {}};
    qint64 expected = 2'001;
    do {
        const auto fetched = coinbase.parse(coinbaseAnswer(coinbase.request(query, {}), 4'321), query);
        QVERIFY(fetched);
        QVERIFY(!fetched->trades.empty());
        for (const FetchedTrade &one : fetched->trades)
            QCOMPARE(one.id, expected++);
        query.cursor = fetched->next;
    } while (!query.cursor.isEmpty());
    QCOMPARE(expected, 4'322);
}

QTEST_GUILESS_MAIN(TestTradeBackfill)

#include "tst_tradebackfill.moc"
