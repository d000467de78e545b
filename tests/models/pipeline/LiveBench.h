// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../store/TickTestSupport.h"
#include "StreamServer.h"
#include <pipeline/FetchJob.h>
#include <pipeline/LiveStreams.h>

#include <QUrlQuery>

#include <algorithm>
#include <atomic>
#include <map>
#include <memory>
#include <mutex>

namespace tickmark::test {

//! An exchange on loopback that knows its trades: it streams them and gives them again over HTTP, Kraken's way. Trade `id`
//! came `id` milliseconds after the beginning, `clock` off.
class LiveExchange
{
public:
    explicit LiveExchange(core::Time begin) : m_begin(begin), m_server(QStringLiteral("kraken"))
    {
        m_server.setHttpAnswer([this](const QByteArray &target) { return answer(target); });
    }

    [[nodiscard]] StreamServer &server() { return m_server; }
    [[nodiscard]] core::Time timeOf(qint64 id) const { return core::Time{m_begin.ns + id * 1'000'000}; }
    [[nodiscard]] ServedTrade trade(qint64 id, const char *symbol = "BTC/USD") const
    {
        ServedTrade made;
        made.symbol = QString::fromLatin1(symbol);
        made.id = numberOf(id);
        made.time = timeOf(id);
        made.price = QByteArray::number(1000 + id % 500) + ".5";
        return made;
    }
    [[nodiscard]] QList<ServedTrade> trades(qint64 first, qint64 last, const char *symbol = "BTC/USD") const
    {
        QList<ServedTrade> all;
        for (qint64 id = first; id <= last; ++id)
            all << trade(id, symbol);
        return all;
    }
    //! Trades up to this id have happened: HTTP gives them.
    void setLast(qint64 last) { m_last = last; }
    //! HTTP leaves these out, as an exchange skips ids.
    void setLeftOut(qint64 first, qint64 last)
    {
        m_firstLeftOut = first;
        m_lastLeftOut = last;
    }
    //! HTTP does not give what came before.
    void setOldest(qint64 id) { m_oldest = id; }
    //! What comes after this one is numbered from 1 on.
    void countAnewAfter(qint64 id) { m_former = id; }
    //! HTTP answers with this status.
    void setBroken(bool broken) { m_broken = broken; }
    void stream(qint64 first, qint64 last, const char *symbol = "BTC/USD")
    {
        m_last = std::max<qint64>(m_last, last);
        m_server.sendTrades(trades(first, last, symbol));
    }
    //! What the store is to hold of them.
    [[nodiscard]] store::Ticks ticks(qint64 first, qint64 last) const
    {
        store::Ticks all;
        for (qint64 id = first; id <= last; ++id)
            all.push_back({timeOf(id), (1000 + id % 500) * 10 + 5, 50'000'000});
        return all;
    }

private:
    [[nodiscard]] qint64 numberOf(qint64 id) const { return m_former > 0 && id > m_former ? id - m_former : id; }
    QByteArray answer(const QByteArray &target) const
    {
        if (m_broken)
            return StreamServer::whole("down", "503 Service Unavailable");
        const QUrlQuery query(QUrl::fromEncoded(target).query());
        const qint64 since = query.queryItemValue(QStringLiteral("since")).toLongLong();
        const QByteArray pair = query.queryItemValue(QStringLiteral("pair")).toLatin1();
        QByteArrayList rows;
        qint64 newest = since;
        const qint64 first = std::max<qint64>(m_oldest, (since - m_begin.ns) / 1'000'000 + 1);
        for (qint64 id = first; id <= m_last && rows.size() < 1000; ++id) {
            if (id >= m_firstLeftOut && id <= m_lastLeftOut)
                continue;
            newest = timeOf(id).ns;
            rows << "[\"" + QByteArray::number(1000 + id % 500) + ".5\",\"0.50000000\","
                        + QByteArray::number(newest / 1'000'000'000) + '.'
                        + QByteArray::number(newest % 1'000'000'000).rightJustified(9, '0') + ",\"b\",\"l\",\"\","
                        + QByteArray::number(numberOf(id)) + "]";
        }
        return StreamServer::whole(R"({"error":[],"result":{")" + pair + R"(":[)" + rows.join(',') + R"(],"last":")"
                                   + QByteArray::number(newest) + R"("}})");
    }

    core::Time m_begin;
    std::atomic<qint64> m_last = 0;
    std::atomic<qint64> m_oldest = 1;
    std::atomic<qint64> m_former = 0;
    std::atomic<qint64> m_firstLeftOut = 0;
    std::atomic<qint64> m_lastLeftOut = -1;
    std::atomic_bool m_broken = false;
    StreamServer m_server; //!< last: its thread uses the rest
};

//! A store with coins, and what is streamed into it.
class LiveBench
{
    store::TestFolder m_folder; // goes after all that is in it

public:
    explicit LiveBench(const QStringList &symbols = {QStringLiteral("BTC-USD"), QStringLiteral("ETH-USD")})
    {
        const auto made = store::createStore(m_folder.store(), false, [&](store::StoreWriter &one) -> core::Result<> {
            for (const QString &symbol : symbols) {
                core::Instrument instrument = store::makeInstrument(symbol);
                instrument.kind = core::InstrumentKind::Crypto;
                if (const auto id = one.addInstrument(instrument).result(); !id)
                    return tl::unexpected(id.error());
            }
            return {};
        });
        Q_ASSERT(made);
        open();
        sources::HttpClientOptions options;
        options.jitter = [] { return 0.0; };
        http = std::make_shared<sources::HttpClient>(std::move(options));
        patience.firstPause = std::chrono::milliseconds(50);
        patience.longestPause = std::chrono::milliseconds(200);
        patience.batch = std::chrono::milliseconds(10);
    }

    [[nodiscard]] QString path() const { return m_folder.store(); }
    void open()
    {
        writer = std::move(*store::StoreWriter::open(path()));
        reader = std::move(*store::StoreReader::open(path()));
    }
    void close()
    {
        streams.reset();
        reader.reset();
        writer.reset();
    }

    store::SourceSetup add(const char *name, const QUrl &base, const QStringList &symbols = {QStringLiteral("BTC-USD")},
                           const char *provider = "kraken")
    {
        store::SourceSetup setup;
        setup.name = QString::fromUtf8(name);
        setup.provider = QString::fromLatin1(provider);
        setup.address = base.toString();
        setup.symbols = symbols;
        setup.sourceId = writer->saveSource(setup).result().value();
        return stored(setup.sourceId);
    }
    [[nodiscard]] store::SourceSetup stored(qint64 sourceId) const
    {
        const auto setups = reader->sourceSetups().value();
        const auto found = std::ranges::find(setups, sourceId, &store::SourceSetup::sourceId);
        return found == setups.end() ? store::SourceSetup{} : *found;
    }

    void start(const store::SourceSetup &setup, const std::vector<qint64> &instruments = {})
    {
        if (!streams)
            streams = std::make_unique<pipeline::LiveStreams>(
                tools(), [this](const std::vector<pipeline::LiveStatus> &all) { keep(all); }, patience);
        streams->start({setup, {}, instruments});
    }
    [[nodiscard]] pipeline::LiveTools tools()
    {
        return {http, *writer, [path = path()] { return store::StoreReader::open(path); }};
    }
    void keep(const std::vector<pipeline::LiveStatus> &all)
    {
        const std::scoped_lock lock(m_guard);
        m_all = all;
        for (const pipeline::LiveStatus &one : all)
            m_last[one.instrumentId] = one;
        ++m_told;
    }

    [[nodiscard]] std::vector<pipeline::LiveStatus> all() const
    {
        const std::scoped_lock lock(m_guard);
        return m_all;
    }
    [[nodiscard]] pipeline::LiveStatus status(qint64 instrument = 1, qint64 source = 0) const
    {
        for (const pipeline::LiveStatus &one : all()) {
            if (one.instrumentId == instrument && (source == 0 || one.sourceId == source))
                return one;
        }
        return {};
    }
    //! As it was told last, also when it has gone since.
    [[nodiscard]] pipeline::LiveStatus last(qint64 instrument) const
    {
        const std::scoped_lock lock(m_guard);
        const auto found = m_last.find(instrument);
        return found == m_last.end() ? pipeline::LiveStatus{} : found->second;
    }
    [[nodiscard]] int told() const
    {
        const std::scoped_lock lock(m_guard);
        return m_told;
    }

    [[nodiscard]] store::TradeProgress progress(qint64 instrument = 1, const char *source = "Kraken") const
    {
        return reader->tradeProgress(instrument, QString::fromUtf8(source)).value_or(store::TradeProgress{});
    }
    [[nodiscard]] qint64 ticks() const { return reader->info().value().ticks; }
    [[nodiscard]] store::Ticks storedTicks(qint64 instrument = 1, const char *source = "Kraken") const
    {
        const qint64 series = progress(instrument, source).seriesId;
        return series == 0 ? store::Ticks{} : store::storedTicks(*reader, series).value_or(store::Ticks{});
    }

    std::shared_ptr<sources::HttpClient> http;
    std::unique_ptr<store::StoreWriter> writer;
    std::unique_ptr<store::StoreReader> reader;
    sources::StreamPatience patience;
    std::unique_ptr<pipeline::LiveStreams> streams; //!< last: goes first

private:
    mutable std::mutex m_guard;
    std::vector<pipeline::LiveStatus> m_all;
    std::map<qint64, pipeline::LiveStatus> m_last;
    int m_told = 0;
};

} // namespace tickmark::test
