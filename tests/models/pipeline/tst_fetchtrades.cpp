// SPDX-License-Identifier: GPL-3.0-or-later
#include "../store/StoreDump.h"
#include "FaultServer.h"
#include "FetchSupport.h"

#include <QUrlQuery>

#include <mutex>

using namespace tickmark;
using namespace tickmark::store;
using pipeline::FetchTask;
using test::FaultAnswer;
using test::FaultServer;
using test::FetchBench;
using test::SeenRequest;
using End = FaultAnswer::End;

namespace {

constexpr const char *kNow = "2025-01-27T20:00:00Z";
constexpr int kPage = 1000;

//! Trades of the morning as Kraken tells of them, a page from a time on. Two equal ones stand side by side where a page
//! ends and the next begins.
class Exchange
{
public:
    explicit Exchange(int trades)
        : m_trades(trades), m_server([this](const auto &request, int) { return answer(request); })
    {}
    [[nodiscard]] QString base() const { return m_server.url({}).toString(); }
    [[nodiscard]] qsizetype asked() const { return m_server.seen().size(); }
    void setTrades(int trades) { m_trades = trades; }
    //! From the `nth` request on answers are cut.
    void cutFrom(int nth) { m_cutFrom = nth; }

private:
    static qint64 timeOf(int trade)
    {
        const qint64 begin = core::parseIsoTime("2025-01-27T06:00:00Z")->ns;
        return begin + (trade == kPage ? kPage - 1 : trade) * core::kNsPerSecond;
    }
    FaultAnswer answer(const SeenRequest &request)
    {
        const QUrlQuery query(QUrl::fromEncoded(request.target));
        const qint64 since = query.queryItemValue(QStringLiteral("since")).toLongLong();
        QByteArrayList rows;
        qint64 last = since;
        for (int i = 0; i < m_trades && rows.size() < kPage; ++i) {
            if (timeOf(i) < since)
                continue;
            last = timeOf(i);
            const int price = i == kPage ? kPage - 1 : i;
            rows << "[\"" + QByteArray::number(100'000 + price) + ".5\",\"0.25000000\","
                        + QByteArray::number(double(last) / 1e9, 'f', 4) + ",\"b\",\"l\",\"\","
                        + QByteArray::number(i + 1) + "]";
        }
        const QByteArray body = R"({"error":[],"result":{"XXBTZUSD":[)" + rows.join(',') + R"(],"last":")"
                                + QByteArray::number(last) + R"("}})";
        if (m_cutFrom > 0 && ++m_answers >= m_cutFrom)
            return {"HTTP/1.1 200 OK\r\n\r\n" + body.chopped(20), End::Close, {}};
        return {FaultServer::whole(body), End::Keep, {}};
    }

    std::atomic_int m_trades;
    std::atomic_int m_cutFrom = 0;
    int m_answers = 0;
    FaultServer m_server; //!< last: its thread uses the rest
};

qint64 stored(FetchBench &bench)
{
    return bench.reader->info().value().ticks;
}

} // namespace

//! Trades of an exchange on loopback, page after page, and again.
class TestFetchTrades : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachTradeIsStoredOnce();
    void aRunGoesOnAfterTheLastTrade();
    void aCutPageKeepsWhatCameBefore();
};

void TestFetchTrades::eachTradeIsStoredOnce()
{
    Exchange exchange(2500);
    FetchBench bench({text("BTC-USD")});
    const FetchTask task = bench.add("Kraken", "kraken", exchange.base());
    auto reports = bench.run({task}, kNow);
    VERIFY_RESULT(reports);
    const auto &item = reports->front().items.at(0);
    QVERIFY2(!item.error, qPrintable(item.errorCode));
    QCOMPARE(item.totals.inserted, 2500);
    QVERIFY(item.requests >= 3);
    QCOMPARE(stored(bench), 2500);
    QCOMPARE(bench.reader->imports().value().size(), std::size_t(1));
    const auto series = bench.reader->seriesOf(1).value();
    QCOMPARE(series.size(), std::size_t(1));
    QCOMPARE(series[0].field, core::QuoteField::Trade);
    QCOMPARE(series[0].priceDecimals, 1);

    reports = bench.run({task}, kNow);
    VERIFY_RESULT(reports);
    QCOMPARE(reports->front().items.at(0).totals.inserted, 0);
    QCOMPARE(stored(bench), 2500);
    QCOMPARE(bench.reader->imports().value().size(), std::size_t(1));
}

void TestFetchTrades::aRunGoesOnAfterTheLastTrade()
{
    Exchange exchange(1500);
    FetchBench bench({text("BTC-USD")});
    const FetchTask task = bench.add("Kraken", "kraken", exchange.base());
    std::stop_source stop;
    const auto cut = bench.run({task}, kNow, stop.get_token(), [&](const pipeline::FetchStep &step) {
        if (step.runDone == 2)
            stop.request_stop();
    });
    QVERIFY(!cut);
    QVERIFY(stored(bench) > 900);
    exchange.setTrades(2100);
    const qsizetype asked = exchange.asked();
    VERIFY_RESULT(bench.run({task}, kNow));
    QCOMPARE(stored(bench), 2100);
    QVERIFY(exchange.asked() - asked <= 2);
}

void TestFetchTrades::aCutPageKeepsWhatCameBefore()
{
    Exchange exchange(2500);
    exchange.cutFrom(2);
    FetchBench bench({text("BTC-USD")});
    const FetchTask task = bench.add("Kraken", "kraken", exchange.base());
    const auto reports = bench.run({task}, kNow);
    VERIFY_RESULT(reports);
    QCOMPARE(reports->front().items.at(0).errorCode, text("malformed"));
    // the last moment of a page waits for the rest of it
    QCOMPARE(stored(bench), kPage - 1);
    QCOMPARE(bench.state(task, text("BTC-USD")).failures, 1);
    exchange.cutFrom(0);
    VERIFY_RESULT(bench.run({task}, kNow));
    QCOMPARE(stored(bench), 2500);
}

QTEST_GUILESS_MAIN(TestFetchTrades)
#include "tst_fetchtrades.moc"
