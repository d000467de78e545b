// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveDeskBench.h"

#include <store/StoreFiles.h>
#include <store/StoreReader.h>
#include <store/StoreWriter.h>

#include <QImage>
#include <QTest>

using namespace tickmark;
using namespace Qt::Literals::StringLiterals;
using pipeline::LivePhase;
using pipeline::LiveStatus;

int changedWidth(const QImage &one, const QImage &other)
{
    int first = one.width();
    int last = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            if (one.pixel(x, y) == other.pixel(x, y))
                continue;
            first = std::min(first, x);
            last = std::max(last, x);
        }
    }
    return last - first;
}

void LiveDeskBench::start()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_series = m_stored = 0;
    m_lastTrade.reset();
    const QString path = m_folder->filePath(u"live.tickmark"_s);
    const auto made = store::createStore(path, false, [this](store::StoreWriter &writer) -> core::Result<> {
        for (const QString &symbol : {u"TCK"_s, u"OTH"_s}) {
            core::Instrument instrument;
            instrument.symbol = symbol;
            instrument.mic = u"XNYS"_s;
            instrument.currency = u"USD"_s;
            const auto id = writer.addInstrument(instrument).result();
            if (!id)
                return tl::unexpected(id.error());
            if (symbol == u"TCK"_s)
                m_instrument = *id;
        }
        core::Instrument coin;
        coin.symbol = u"COIN"_s;
        coin.kind = core::InstrumentKind::Crypto;
        coin.currency = u"USD"_s;
        const auto id = writer.addInstrument(coin).result();
        if (!id)
            return tl::unexpected(id.error());
        m_coin = *id;
        return {};
    });
    QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().message));
    auto opening = pipeline::StoreSession::open(path, m_calendars);
    QTRY_VERIFY(opening.isFinished());
    QVERIFY(opening.result().has_value());
    m_session = *opening.result();
    const auto import = m_session->writer()
                            ->beginTickImport({u"Kraken"_s, store::ImportKind::Ticks, u"stream"_s, core::Time{1}})
                            .result();
    QVERIFY2(import.has_value(), import ? "" : qPrintable(import.error().message));
    m_import = *import;
    m_appearance = std::make_unique<style::Appearance>(u"en"_s);
    m_desk = std::make_unique<desk::ChartDesk>(*m_appearance);
    m_desk->resize(1000, 500);
    m_desk->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_desk.get()));
    m_desk->setSession(m_session.get());
}

void LiveDeskBench::stop()
{
    m_desk.reset();
    m_session.reset();
}

QString LiveDeskBench::price() const
{
    const auto readings = view()->readings();
    return readings.empty() || readings.front().curves.empty()
               ? QString()
               : readings.front().curves.front().text.section(u' ', 0, 0);
}

std::shared_ptr<const charts::TickCurve> LiveDeskBench::drawnTicks() const
{
    const auto request = m_desk->exportRequest();
    return request && request->content.curves.contains(u"TCK"_s) ? request->content.curves.at(u"TCK"_s).ticks : nullptr;
}

void LiveDeskBench::showChart(const QStringList &symbols)
{
    desk::DeskPane pane;
    pane.symbols = symbols;
    desk::DeskState state;
    state.panes = {pane};
    m_desk->setState(state);
}

//! A trade a second, each a cent more.
void LiveDeskBench::add(int from, int count, qint64 price)
{
    store::SeriesKey key;
    key.instrumentId = m_instrument;
    key.source = u"Kraken"_s;
    key.field = core::QuoteField::Trade;
    std::vector<core::Tick> ticks;
    for (int i = 0; i < count; ++i)
        ticks.push_back({second(from + i), price + i, 1});
    const auto added = m_session->writer()->addTicks(m_import, {key, 2, 0, std::move(ticks)}).result();
    QVERIFY2(added.has_value(), added ? "" : qPrintable(added.error().message));
    m_stored += count;
    m_lastTrade = second(from + count - 1);
    if (m_series != 0)
        return;
    auto reader = store::StoreReader::open(m_session->path());
    QVERIFY(reader.has_value());
    const auto series = (*reader)->preferredSeries(m_instrument, store::SeriesUse::Ticks);
    QVERIFY(series.has_value() && *series);
    m_series = (*series)->id;
}

void LiveDeskBench::stream(LivePhase phase, std::vector<core::TimeRange> gaps)
{
    LiveStatus status;
    status.sourceId = 1;
    status.source = u"Kraken"_s;
    status.instrumentId = m_instrument;
    status.symbol = u"TCK"_s;
    status.seriesId = m_series;
    status.phase = phase;
    status.received = status.stored = m_stored;
    status.lastTrade = m_lastTrade;
    status.gaps = std::move(gaps);
    m_desk->setLive({status});
}
