// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickFrames.h"

#include "TickStoreMaker.h"
#include <charts/ChartTheme.h>
#include <charts/TickLayer.h>
#include <charts/TickLoader.h>
#include <store/StoreReader.h>
#include <ticks/TickHistory.h>

#include <QElapsedTimer>
#include <QFile>
#include <QPainter>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <random>

namespace tickmark::bench {

using core::Result;
using namespace charts;

namespace {

constexpr int kColumns = 1600;
constexpr int kRows = 900;
constexpr int kPanColumns = 8;
constexpr int kAppended = 1000;

double milliseconds(const QElapsedTimer &clock)
{
    return double(clock.nsecsElapsed()) / 1e6;
}

//! The pages of the file go out of the system's memory, so that the next reader finds the disk.
void dropFromMemory(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY);
    if (file < 0)
        return;
    ::fdatasync(file);
    ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    ::close(file);
}

//! Memory that is the process's own, in MB.
double ownMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("RssAnon:"))
            return line.mid(8).trimmed().split(' ').front().toDouble() / 1024;
    }
    return 0;
}

class Frames
{
public:
    Frames(store::StoreReader &reader, std::shared_ptr<const TickCurve> curve, const core::CalendarSet &calendars)
        : m_reader(reader), m_curve(std::move(curve)), m_image(kColumns, kRows, QImage::Format_ARGB32_Premultiplied)
    {
        const std::vector<core::CalendarPtr> all{*calendars.calendar(m_curve->instrument.mic)};
        m_scale = std::make_shared<const core::TimeScale>(
            core::TimeScale::tradingTime(all, {m_curve->snapshot->firstTime(), m_curve->snapshot->lastTime()}));
        m_whole = {m_scale->toAxis(m_curve->snapshot->firstTime()), m_scale->toAxis(m_curve->snapshot->lastTime()) + 1};
        show(m_curve);
    }

    [[nodiscard]] AxisRange whole() const { return m_whole; }
    [[nodiscard]] const core::TimeScale &scale() const { return *m_scale; }

    //! The layer goes on with what the one before has found, as a view does.
    void show(std::shared_ptr<const TickCurve> curve)
    {
        m_curve = std::move(curve);
        BarCurveLayer::Look look;
        look.style.color = Qt::black;
        look.style.width = 1.8;
        m_layer = std::make_shared<const TickLayer>(m_curve, std::nullopt, 0, look, m_layer.get());
    }

    //! Query, scale of values and raster of one picture; milliseconds.
    double draw(AxisRange view)
    {
        m_image.fill(Qt::transparent);
        QElapsedTimer clock;
        clock.start();
        const PixelGrid grid;
        const XMap x(m_scale, view, 0, kColumns, grid);
        const ValueRange values = m_layer->visibleRange(x).value_or(ValueRange{0, 1});
        const YMap y(padded(values, 0.05, YScale::Linear), 0, kRows, YScale::Linear);
        QPainter painter(&m_image);
        m_layer->draw(painter, {x, y, grid, QRectF(0, 0, kColumns, kRows), Qt::white});
        return milliseconds(clock);
    }

    //! Draws until nothing is missing; milliseconds, reading included.
    Result<double> settle(AxisRange view)
    {
        QElapsedTimer clock;
        clock.start();
        for (;;) {
            draw(view);
            const auto more = m_curve->pages->load(m_reader.chunks());
            if (!more)
                return tl::unexpected(more.error());
            if (!*more)
                return milliseconds(clock);
        }
    }

    [[nodiscard]] const TickCurve &curve() const { return *m_curve; }

private:
    store::StoreReader &m_reader;
    std::shared_ptr<const TickCurve> m_curve;
    std::shared_ptr<const TickLayer> m_layer;
    std::shared_ptr<const core::TimeScale> m_scale;
    AxisRange m_whole;
    QImage m_image;
};

void tell(const Report &report, const QByteArray &phase, std::vector<double> values, const char *unit)
{
    if (values.empty())
        return;
    std::sort(values.begin(), values.end());
    report(phase.constData(), values[values.size() / 2], unit);
    report(QByteArray(phase + "_p99").constData(), values[values.size() * 99 / 100], unit);
}

//! Views of all sizes, from the whole history to some thousand ticks, the middle anywhere.
std::vector<AxisRange> zooms(AxisRange whole, int count)
{
    std::mt19937_64 random(7);
    std::vector<AxisRange> views{whole};
    const double length = double(whole.end - whole.begin);
    while (int(views.size()) < count) {
        const double part = std::pow(10.0, -std::uniform_real_distribution<double>(0, 5)(random));
        const qint64 width = std::max<qint64>(qint64(length * part), kColumns * 1'000'000);
        const qint64 room = whole.end - whole.begin - width;
        const qint64 begin = whole.begin + (room > 0 ? std::uniform_int_distribution<qint64>(0, room)(random) : 0);
        views.push_back({begin, std::min(begin + width, whole.end)});
    }
    return views;
}

//! What the machine takes to copy one picture: the yardstick beside which the frames of a run are to be read.
void measureCopy(int count, const Report &report)
{
    const QImage from(kColumns, kRows, QImage::Format_RGB32);
    QImage to(kColumns, kRows, QImage::Format_RGB32);
    std::vector<double> times;
    for (int i = 0; i < count; ++i) {
        QElapsedTimer clock;
        clock.start();
        QPainter(&to).drawImage(0, 0, from);
        times.push_back(milliseconds(clock));
    }
    tell(report, "copy_picture", times, "ms");
}

Result<> measurePan(Frames &frames, int count, const Report &report)
{
    for (const auto &[name, part] : {std::pair{"pan_frame", 0.5}, std::pair{"pan_frame_near", 1e-3}}) {
        const AxisRange whole = frames.whole();
        const qint64 width = std::max<qint64>(qint64(double(whole.end - whole.begin) * part), kColumns * 4);
        const qint64 step = width / kColumns * kPanColumns;
        qint64 begin = whole.begin + (whole.end - whole.begin - width) / 4;
        std::vector<double> cold;
        // There and back: on the way back everything is warm.
        for (int i = 0; i < count; ++i, begin += step) {
            const auto settled = frames.settle({begin, begin + width});
            if (!settled)
                return tl::unexpected(settled.error());
        }
        std::vector<double> warm;
        for (int i = 0; i < count; ++i, begin -= step)
            warm.push_back(frames.draw({begin, begin + width}));
        tell(report, name, warm, "ms");
    }
    return {};
}

Result<> measureZoom(Frames &frames, int count, const Report &report)
{
    std::vector<double> cold;
    std::vector<double> warm;
    std::vector<double> full;
    for (const AxisRange view : zooms(frames.whole(), count)) {
        const auto settled = frames.settle(view);
        if (!settled)
            return tl::unexpected(settled.error());
        cold.push_back(*settled);
        // Another zoom in between, so that every column is asked for again.
        frames.draw({view.begin, view.begin + kColumns * 4});
        warm.push_back(frames.draw(view));
    }
    const AxisRange whole = frames.whole();
    if (const auto settled = frames.settle(whole); !settled)
        return tl::unexpected(settled.error());
    for (int i = 0; i < count; ++i) {
        frames.draw({whole.begin, whole.begin + kColumns * 4});
        full.push_back(frames.draw(whole));
    }
    tell(report, "zoom_frame", warm, "ms");
    tell(report, "whole_frame", full, "ms");
    tell(report, "settle", cold, "ms");
    return {};
}

Result<> measureAppend(Frames &frames, int count, const Report &report)
{
    const TickCurve stored = frames.curve();
    ticks::TickHistory history(stored.snapshot->priceDecimals(), stored.snapshot->sizeDecimals());
    history.load(*stored.snapshot);
    const AxisRange whole = frames.whole();
    const qint64 width = std::min<qint64>(whole.end - whole.begin, 4 * core::kNsPerHour);
    if (const auto settled = frames.settle({whole.end - width, whole.end}); !settled)
        return tl::unexpected(settled.error());
    std::mt19937 random(3);
    std::vector<double> index;
    std::vector<double> frame;
    core::Tick last{stored.snapshot->lastTime(), 0, 0};
    ticks::PageCache pages;
    last.price = ticks::lastTickBefore(*stored.snapshot, stored.pages->cache(), core::Time{last.time.ns + 1})
                     .tick.value_or(last)
                     .price;
    std::vector<core::Tick> batch(kAppended);
    for (int i = 0; i < count; ++i) {
        for (core::Tick &tick : batch) {
            last.time.ns += 1'000'000;
            last.price = std::max<qint64>(last.price + int(random() % 3) - 1, 1);
            tick = last;
        }
        QElapsedTimer clock;
        clock.start();
        history.append(batch);
        const ticks::SnapshotPtr snapshot = history.snapshot();
        const double indexMs = milliseconds(clock);
        auto curve = std::make_shared<TickCurve>(frames.curve());
        curve->snapshot = snapshot;
        frames.show(std::move(curve));
        const qint64 end = frames.scale().toAxis(last.time) + 1;
        const double drawMs = frames.draw({end - width, end});
        index.push_back(indexMs * 1e6 / kAppended);
        frame.push_back(indexMs + drawMs);
        // A chunk's worth in memory is the writer's to seal.
        if (history.tailTicks() >= std::size_t(ticks::kChunkTicks)) {
            history.load(*stored.snapshot);
            last.time = stored.snapshot->lastTime();
        }
    }
    tell(report, "append_index", index, "ns/tick");
    tell(report, "append_frame", frame, "ms");
    return {};
}

} // namespace

Result<> measureFrames(const QString &path, const core::CalendarSet &calendars, int count, const Report &report)
{
    dropFromMemory(path);
    QElapsedTimer clock;
    clock.start();
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
    const double indexMs = milliseconds(clock);
    Frames frames(**reader, *curve, calendars);
    if (const auto settled = frames.settle(frames.whole()); !settled)
        return tl::unexpected(settled.error());
    report("open", milliseconds(clock), "ms");
    report("open_index", indexMs, "ms");
    report("rss_open", ownMemory(), "MB");
    measureCopy(count, report);
    for (const auto measure : {measurePan, measureZoom, measureAppend}) {
        if (const auto done = measure(frames, count, report); !done)
            return done;
    }
    report("rss", ownMemory(), "MB");
    return {};
}

} // namespace tickmark::bench
