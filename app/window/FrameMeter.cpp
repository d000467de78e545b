// SPDX-License-Identifier: GPL-3.0-or-later
#include "FrameMeter.h"

#include <QLoggingCategory>

#include <desk/ChartDesk.h>

namespace tickmark::window {

namespace {

Q_LOGGING_CATEGORY(lcFrames, "tickmark.frames", QtWarningMsg)

} // namespace

FrameMeter::FrameMeter(const desk::ChartDesk &desk, QObject *parent) : QObject(parent)
{
    m_clock.start();
    m_seconds.setInterval(1000);
    connect(&m_seconds, &QTimer::timeout, this, &FrameMeter::tell);
    connect(&desk, &desk::ChartDesk::painted, this,
            [this](qint64 durationNs) { m_times.add(m_clock.nsecsElapsed(), durationNs); });
    listen();
}

void FrameMeter::setShown(bool shown)
{
    m_shown = shown;
    listen();
    if (shown)
        tell();
    else
        Q_EMIT told(std::nullopt);
}

void FrameMeter::listen()
{
    if (m_shown || lcFrames().isInfoEnabled())
        m_seconds.start();
    else
        m_seconds.stop();
}

void FrameMeter::tell()
{
    const charts::FrameTimes::Summary summary = m_times.lastSecond(m_clock.nsecsElapsed());
    if (summary.frames > 0)
        qCInfo(lcFrames, "%d frames in the last second: median %.2f ms, worst %.2f ms", summary.frames,
               double(summary.medianNs) / 1e6, double(summary.worstNs) / 1e6);
    if (m_shown)
        Q_EMIT told(summary);
}

} // namespace tickmark::window
