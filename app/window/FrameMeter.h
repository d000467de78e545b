// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charts/FrameTimes.h>

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace tickmark::desk {
class ChartDesk;
}

namespace tickmark::window {

//! View > Frame times: how long the charts of the desk took to paint in the last second, told once a second while anybody
//! listens: the status bar when switched on, and the logging category "tickmark.frames" when its info is on. Owned by the
//! window; GUI thread.
class FrameMeter : public QObject
{
    Q_OBJECT

public:
    FrameMeter(const desk::ChartDesk &desk, QObject *parent);

    void setShown(bool shown);

Q_SIGNALS:
    //! Nothing: switched off.
    void told(const std::optional<tickmark::charts::FrameTimes::Summary> &summary);

private:
    void tell();
    void listen();

    charts::FrameTimes m_times;
    QElapsedTimer m_clock;
    QTimer m_seconds;
    bool m_shown = false;
};

} // namespace tickmark::window
