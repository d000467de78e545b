// SPDX-License-Identifier: GPL-3.0-or-later
#include "PreviewDrawing.h"

#include <charts/ChartFonts.h>
#include <charts/DamagedTicks.h>
#include <export/ChartPage.h>
#include <export/ExportPreset.h>
#include <pipeline/StartOn.h>
#include <pipeline/WhenDone.h>

#include <QPainter>
#include <QThreadPool>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace tickmark::exportdialog {

namespace {

constexpr std::chrono::milliseconds kDelay{60};   // of typing
constexpr std::chrono::milliseconds kIdle{400};   // before the size of the file is found out
constexpr int kMostLines = 60;                    // of a table
constexpr int kMostRounds = 32;                   // of ticks, as readTicks() has it
constexpr qint64 kMostMeasuredPixels = 4'000'000; // painted at once

} // namespace

PreviewDrawing::PreviewDrawing(QObject *parent) : QObject(parent)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelay);
    connect(&m_delay, &QTimer::timeout, this, &PreviewDrawing::read);
    m_idle.setSingleShot(true);
    m_idle.setInterval(kIdle);
    connect(&m_idle, &QTimer::timeout, this, &PreviewDrawing::measure);
}

PreviewDrawing::~PreviewDrawing()
{
    m_stop.request_stop();
}

void PreviewDrawing::setSession(pipeline::StoreSession *session)
{
    stop();
    m_session = session;
}

void PreviewDrawing::stop()
{
    m_stop.request_stop();
    ++m_newest;
    m_delay.stop();
    m_idle.stop();
    m_page.reset();
}

void PreviewDrawing::draw(PreviewWish wish)
{
    stop();
    m_wish = std::move(wish);
    m_stop = std::stop_source();
    m_rounds = 0;
    m_delay.start();
}

void PreviewDrawing::next(Step step)
{
    QTimer::singleShot(0, this, [this, step, wish = m_newest] {
        if (wish == m_newest && m_session)
            (this->*step)();
    });
}

void PreviewDrawing::fail(const core::Error &error)
{
    m_page.reset();
    if (error.code != core::ErrorCode::Cancelled)
        Q_EMIT failed(error);
}

void PreviewDrawing::read()
{
    if (!m_session)
        return;
    const auto reading = m_session->read(
        [item = m_wish.item, calendars = m_session->sharedCalendars()](
            store::StoreReader &reader, std::stop_token stop) { return readItem(reader, *calendars, item, stop); },
        m_stop.get_token());
    pipeline::whenDone(reading, this, [this, wish = m_newest](const core::Result<ExportItem> &item) {
        if (wish != m_newest)
            return;
        if (item)
            take(*item);
        else
            fail(item.error());
    });
}

void PreviewDrawing::take(const ExportItem &item)
{
    m_wish.item = item;
    const bool isTable = m_wish.format == QLatin1String("csv") || m_wish.format == QLatin1String("xlsx");
    next(isTable ? &PreviewDrawing::tabulate : &PreviewDrawing::plan);
}

void PreviewDrawing::plan()
{
    charts::loadChartFonts();
    auto made = charts::ChartPlan::make(m_wish.item.spec, *m_wish.item.content);
    if (!made) {
        fail(made.error());
        return;
    }
    m_plan = std::move(*made);
    next(&PreviewDrawing::layOut);
}

//! First, because the scale follows from it, and the edges of what is drawn from the scale.
void PreviewDrawing::layOut()
{
    const auto &options = m_wish.options;
    const auto layout = exporting::layOutPage(*m_plan, options.size, options.title,
                                              exporting::pageMetrics(options.size), options.parts, {},
                                              {options.zoom, options.inMillimetres});
    if (!layout) {
        fail(layout.error());
        return;
    }
    m_layout = layout->size;
    if (m_wish.format == QLatin1String("png")) {
        if (const auto pixels = exporting::pngPixels(m_layout, options); !pixels) {
            fail(pixels.error());
            return;
        }
    }
    m_scale = std::min(m_wish.room.width() / m_layout.width(), m_wish.room.height() / m_layout.height());
    next(&PreviewDrawing::make);
}

void PreviewDrawing::make()
{
    auto page = exporting::ChartPage::make(m_plan, m_wish.options, m_scale);
    if (readMissing(&PreviewDrawing::plan))
        return;
    if (!page) {
        fail(page.error());
        return;
    }
    // Its foot may have become longer by what found no room in the picture.
    m_layout = page->layout().size;
    m_scale = std::min(m_wish.room.width() / m_layout.width(), m_wish.room.height() / m_layout.height());
    m_page = std::make_unique<exporting::ChartPage>(std::move(*page));
    next(&PreviewDrawing::paint);
}

void PreviewDrawing::paint()
{
    const QSize size(std::max(1, int(std::lround(m_layout.width() * m_scale))),
                     std::max(1, int(std::lround(m_layout.height() * m_scale))));
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(m_plan->theme.base);
    QPainter painter(&picture);
    painter.scale(m_scale, m_scale);
    m_page->paint(painter);
    painter.end();
    if (readMissing(&PreviewDrawing::plan))
        return;
    picture.setDevicePixelRatio(m_wish.deviceRatio);
    Preview preview;
    preview.picture = picture;
    preview.millimetres = exporting::paperSize(m_layout, m_wish.options.zoom);
    preview.pixels = exporting::pngPixels(m_layout, m_wish.options).value_or(QSize());
    preview.report = m_page->report();
    preview.report.damage = charts::damageNotes(*m_plan);
    m_page.reset();
    m_idle.start();
    Q_EMIT drawn(preview);
}

//! A workbook holds the same rows as a neutral text of them.
void PreviewDrawing::tabulate()
{
    const auto made = exporting::drawChart(m_wish.item.spec, *m_wish.item.content, m_wish.options,
                                           QStringLiteral("csv"));
    if (readMissing(&PreviewDrawing::tabulate))
        return;
    const auto bytes = made ? made->encode() : core::Result<QByteArray>(tl::unexpected(made.error()));
    if (!bytes) {
        fail(bytes.error());
        return;
    }
    Preview preview;
    preview.lines = QString::fromUtf8(*bytes).remove(QChar(0xFEFF)).remove(u'\r').split(u'\n').mid(0, kMostLines);
    preview.report = made->report;
    m_idle.start();
    Q_EMIT drawn(preview);
}

//! True when ticks are on their way, and `again` will be done with them.
bool PreviewDrawing::readMissing(Step again)
{
    auto missing = charts::takeMissingTicks(*m_wish.item.content);
    if (missing.empty() || ++m_rounds > kMostRounds)
        return false;
    m_page.reset();
    const auto reading = m_session->read(
        [missing = std::move(missing)](store::StoreReader &reader, std::stop_token stop) {
            return charts::loadTicks(missing, reader.chunks(), stop);
        },
        m_stop.get_token());
    pipeline::whenDone(reading, this, [this, again, wish = m_newest](const auto &loaded) {
        if (wish != m_newest)
            return;
        if (!loaded)
            fail(loaded.error());
        else if (charts::insertTicks(**loaded))
            next(again);
        else
            read(); // rewritten meanwhile: what the store has now
    });
    return true;
}

void PreviewDrawing::measure()
{
    if (!m_session)
        return;
    const bool isPng = m_wish.format == QLatin1String("png");
    const QSize pixels = isPng ? exporting::pngPixels(m_layout, m_wish.options).value_or(QSize()) : QSize();
    if (qint64(pixels.width()) * pixels.height() > kMostMeasuredPixels)
        return;
    const auto made = exporting::drawChart(m_wish.item.spec, *m_wish.item.content, m_wish.options, m_wish.format);
    if (readMissing(&PreviewDrawing::measure) || !made)
        return;
    const auto encoding = pipeline::startOn(*QThreadPool::globalInstance(), [chart = *made] {
        return chart.encode().map([](const QByteArray &bytes) { return bytes.size(); });
    });
    pipeline::whenDone(encoding, this, [this, wish = m_newest](const core::Result<qsizetype> &bytes) {
        if (wish == m_newest && bytes)
            Q_EMIT sized(*bytes);
    });
}

} // namespace tickmark::exportdialog
