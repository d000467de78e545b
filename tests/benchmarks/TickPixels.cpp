// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickPixels.h"

#include "../widgets/charts/TickReference.h"
#include "TickStoreMaker.h"
#include <charts/TickLayer.h>
#include <charts/TickLoader.h>
#include <store/StoreReader.h>

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <memory>
#include <random>

namespace tickmark::bench {

using core::Result;
using namespace charts;

namespace {

constexpr QRectF kPlot(0, 0, 1600, 900);
constexpr int kViews = 24;
constexpr double kMostTicks = 20e6; // 32 bytes each
constexpr qint64 kBeside = 64;      // columns; a line is not so wide

//! A curve, and views of it: as its layer draws them and as every single tick does.
class Pictures
{
public:
    Pictures(store::StoreReader &reader, std::shared_ptr<const TickCurve> curve)
        : m_reader(reader), m_curve(std::move(curve))
    {
        const std::vector<core::CalendarPtr> all{m_curve->calendar};
        const ticks::TickSnapshot &snapshot = *m_curve->snapshot;
        m_scale = std::make_shared<const core::TimeScale>(
            core::TimeScale::tradingTime(all, {snapshot.firstTime(), snapshot.lastTime()}));
        m_look.style.color = Qt::black;
        m_look.style.width = 1.8;
        m_layer = std::make_unique<const TickLayer>(m_curve, std::nullopt, 0, m_look);
    }

    [[nodiscard]] AxisRange whole() const
    {
        return {m_scale->toAxis(m_curve->snapshot->firstTime()), m_scale->toAxis(m_curve->snapshot->lastTime()) + 1};
    }

    Result<qint64> difference(AxisRange view)
    {
        const XMap x(m_scale, view, kPlot.left(), int(kPlot.width()), PixelGrid());
        const core::TimeRange times{m_scale->toTime(x.axisAt(-kBeside)),
                                    m_scale->toTime(x.axisAt(x.columns() + kBeside))};
        if (m_curve->snapshot->estimatedTicks(times.begin, times.end) > kMostTicks)
            return 0;
        QImage settled;
        ValueRange values;
        if (const auto done = settle([&] { settled = drawn(x, values); }); !done)
            return tl::unexpected(done.error());
        core::TimeRange read = times;
        const auto neighbours = settle([&] {
            ticks::PageCache &cache = m_curve->pages->cache();
            const auto before = ticks::lastTickBefore(*m_curve->snapshot, cache, times.begin).tick;
            const auto after = ticks::firstTickFrom(*m_curve->snapshot, cache, times.end).tick;
            read = {before ? before->time : times.begin, after ? core::Time{after->time.ns + 1} : times.end};
        });
        if (!neighbours)
            return tl::unexpected(neighbours.error());
        const auto every = everyTick(x, values, read);
        if (!every)
            return tl::unexpected(every.error());
        return tests::differingPixels(settled, *every);
    }

private:
    template <typename Use>
    Result<> settle(Use use)
    {
        for (;;) {
            use();
            const auto more = m_curve->pages->load(m_reader.chunks());
            if (!more)
                return tl::unexpected(more.error());
            if (!*more)
                return {};
        }
    }

    static QImage blank()
    {
        QImage image(kPlot.size().toSize(), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        return image;
    }

    QImage drawn(const XMap &x, ValueRange &values) const
    {
        QImage image = blank();
        values = padded(m_layer->visibleRange(x).value_or(ValueRange{0, 1}), 0.05, YScale::Linear);
        const YMap y(values, kPlot.top(), kPlot.bottom(), YScale::Linear);
        QPainter painter(&image);
        m_layer->draw(painter, {x, y, PixelGrid(), kPlot, Qt::white});
        return image;
    }

    Result<QImage> everyTick(const XMap &x, ValueRange values, core::TimeRange read)
    {
        const YMap y(values, kPlot.top(), kPlot.bottom(), YScale::Linear);
        const CurveFrame frame{x, y, PixelGrid(), kPlot, Qt::white};
        tests::TickReference every(*m_curve, std::nullopt, m_look, frame, tests::isFine(*m_curve->snapshot, x));
        every.reserve(std::size_t(m_curve->snapshot->estimatedTicks(read.begin, read.end) * 1.05) + 1);
        const auto streamed = m_reader.streamTicks(m_curve->series.id, read, [&](std::span<const core::Tick> ticks) {
            std::ranges::for_each(ticks, [&](const core::Tick &tick) { every.add(tick); });
            return true;
        });
        if (!streamed)
            return tl::unexpected(streamed.error());
        QImage image = blank();
        QPainter painter(&image);
        every.draw(painter);
        return image;
    }

    store::StoreReader &m_reader;
    std::shared_ptr<const TickCurve> m_curve;
    std::shared_ptr<const core::TimeScale> m_scale;
    BarCurveLayer::Look m_look;
    std::unique_ptr<const TickLayer> m_layer;
};

} // namespace

Result<qint64> differingPixels(const QString &path, const core::CalendarSet &calendars)
{
    auto reader = store::StoreReader::open(path);
    if (!reader)
        return tl::unexpected(reader.error());
    const auto instrument = (*reader)->instrument(QString::fromLatin1(kSymbol));
    if (!instrument)
        return tl::unexpected(instrument.error());
    auto curve = loadTickCurve(**reader, calendars, *instrument, TickChoice::Traded);
    if (!curve)
        return tl::unexpected(curve.error());
    if (!*curve)
        return core::failure(core::ErrorCode::NotFound, QStringLiteral("no ticks"));
    Pictures pictures(**reader, *curve);
    const AxisRange whole = pictures.whole();
    const qint64 length = whole.end - whole.begin;
    std::mt19937_64 random(17);
    qint64 differing = 0;
    // From everything to some microseconds.
    for (int i = 0; i < kViews; ++i) {
        const qint64 width = std::max<qint64>(qint64(double(length) * std::pow(10.0, -9.0 * i / kViews)), 1);
        const auto begin = qint64(random() % quint64(length - width + 1));
        const auto one = pictures.difference({whole.begin + begin, whole.begin + begin + width});
        if (!one)
            return one;
        differing += *one;
    }
    return differing;
}

} // namespace tickmark::bench
