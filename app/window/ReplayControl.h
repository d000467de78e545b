// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>
#include <core/Series.h>
#include <pipeline/Replay.h>
#include <pipeline/StoreSession.h>

#include <QObject>
#include <QPointer>

#include <memory>

namespace tickmark::desk {
class ChartDesk;
}
namespace tickmark::panels {
class ReplayBar;
}

namespace tickmark::window {

//! One replay at a time: between the bar that steers it, the thread that plays it and the charts that show it as if it
//! were live. Owned by the window, which ends it before its session goes; GUI thread.
class ReplayControl : public QObject
{
    Q_OBJECT

public:
    //! All outlive the control.
    ReplayControl(desk::ChartDesk &desk, panels::ReplayBar &bar, QObject *parent);
    ~ReplayControl() override;

    //! Looks the instrument's ticks up and plays them from `from` on (nothing: from the beginning), in place of a replay
    //! that runs already. Answered by failed() when there are none.
    void start(pipeline::StoreSession &session, const QString &symbol, std::optional<core::Time> from, double speed);
    //! The charts show what the store has again.
    void end();

Q_SIGNALS:
    void failed(const tickmark::core::Error &error);

private:
    void play(pipeline::StoreSession &session, const QString &symbol, qint64 seriesId, std::optional<core::Time> from,
              double speed);

    desk::ChartDesk &m_desk;
    panels::ReplayBar &m_bar;
    std::unique_ptr<pipeline::Replay> m_replay;
    QPointer<pipeline::StoreSession> m_session; //!< of the replay
    quint64 m_newest = 0;                       //!< counts starts: of two that are looked up the later one counts
};

} // namespace tickmark::window
