// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReplayControl.h"

#include <panels/ReplayBar.h>
#include <pipeline/WhenDone.h>

#include <desk/ChartDesk.h>

namespace tickmark::window {

using core::Result;

ReplayControl::ReplayControl(desk::ChartDesk &desk, panels::ReplayBar &bar, QObject *parent)
    : QObject(parent), m_desk(desk), m_bar(bar)
{
    m_bar.hide();
    connect(&bar, &panels::ReplayBar::playWanted, this, [this] {
        if (m_replay)
            m_replay->play();
    });
    connect(&bar, &panels::ReplayBar::pauseWanted, this, [this] {
        if (m_replay)
            m_replay->pause();
    });
    connect(&bar, &panels::ReplayBar::seekWanted, this, [this](core::Time time) {
        if (m_replay)
            m_replay->seek(time);
    });
    connect(&bar, &panels::ReplayBar::speedWanted, this, [this](double speed) {
        if (m_replay)
            m_replay->setSpeed(speed);
    });
    connect(&bar, &panels::ReplayBar::endWanted, this, &ReplayControl::end);
}

ReplayControl::~ReplayControl() = default;

void ReplayControl::start(pipeline::StoreSession &session, const QString &symbol, std::optional<core::Time> from,
                          double speed)
{
    end();
    const quint64 request = ++m_newest;
    const auto find = [symbol](store::StoreReader &reader, const std::stop_token &) -> Result<core::Series> {
        const auto instrument = reader.instrument(symbol);
        if (!instrument)
            return tl::unexpected(instrument.error());
        const auto series = reader.preferredSeries(instrument->id, store::SeriesUse::Ticks);
        if (!series)
            return tl::unexpected(series.error());
        if (*series)
            return **series;
        const auto simulated = reader.preferredSeries(instrument->id, store::SeriesUse::Ticks,
                                                      core::SeriesKind::Simulated);
        if (!simulated)
            return tl::unexpected(simulated.error());
        if (*simulated)
            return **simulated;
        return core::failure(core::ErrorCode::NotFound, tr("%1 has no ticks that could be played.").arg(symbol));
    };
    const QPointer<pipeline::StoreSession> lent(&session);
    pipeline::whenDone(session.read(find), this,
                       [this, lent, symbol, from, speed, request](const Result<core::Series> &series) {
                           if (request != m_newest || !lent)
                               return;
                           if (series)
                               play(*lent, symbol, series->id, from, speed);
                           else
                               Q_EMIT failed(series.error());
                       });
}

void ReplayControl::play(pipeline::StoreSession &session, const QString &symbol, qint64 seriesId,
                         std::optional<core::Time> from, double speed)
{
    m_session = &session;
    m_replay = std::make_unique<pipeline::Replay>(
        session.path(), seriesId,
        [&session](qint64 id, ticks::SnapshotPtr snapshot) { session.publishTicks(id, std::move(snapshot)); });
    connect(m_replay.get(), &pipeline::Replay::stateChanged, &m_bar, &panels::ReplayBar::setState);
    connect(m_replay.get(), &pipeline::Replay::failed, this, [this](const core::Error &error) {
        end();
        Q_EMIT failed(error);
    });
    m_bar.setSymbol(symbol);
    m_bar.show();
    m_desk.beginReplay(symbol, seriesId);
    m_replay->setSpeed(speed);
    if (from)
        m_replay->seek(*from);
    m_replay->play();
}

void ReplayControl::end()
{
    ++m_newest;
    if (!m_replay)
        return;
    const qint64 seriesId = m_replay->seriesId();
    m_replay.reset();
    if (m_session)
        m_session->forgetTicks(seriesId);
    m_bar.hide();
    m_desk.endReplay();
}

} // namespace tickmark::window
