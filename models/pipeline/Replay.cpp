// SPDX-License-Identifier: GPL-3.0-or-later
#include "Replay.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>

namespace tickmark::pipeline {

using core::Time;

namespace {

constexpr int kStepMs = 16;            // one display frame
constexpr qint64 kLongestStepMs = 250; // a machine that slept does not jump

} // namespace

//! What runs on the replay's thread.
class Replay::Player : public QObject
{
public:
    Player(Replay &owner, QString path, qint64 seriesId, Publish publish)
        : m_owner(owner), m_path(std::move(path)), m_seriesId(seriesId), m_publish(std::move(publish)), m_steps(this)
    {
        m_steps.setTimerType(Qt::PreciseTimer);
        m_steps.setInterval(kStepMs);
        connect(&m_steps, &QTimer::timeout, this, &Player::step);
    }

    void open()
    {
        auto reader = store::StoreReader::open(m_path);
        if (!reader)
            return fail(reader.error());
        m_reader = std::move(*reader);
        auto tape = ReplayTape::open(*m_reader, m_seriesId);
        if (!tape)
            return fail(tape.error());
        m_tape = std::move(*tape);
        publish();
    }

    void setPlaying(bool playing)
    {
        if (!m_tape)
            return;
        m_state.isPlaying = playing && !m_tape->isAtEnd();
        if (m_state.isPlaying) {
            m_sinceStep.start();
            m_steps.start();
        } else {
            m_steps.stop();
        }
        tell();
    }

    void setSpeed(double speed)
    {
        m_state.speed = speed;
        tell();
    }

    void seek(Time time)
    {
        if (!m_tape)
            return;
        if (const auto moved = m_tape->seek(time); !moved)
            return fail(moved.error());
        if (m_tape->isAtEnd())
            setPlaying(false);
        publish();
    }

private:
    void step()
    {
        const qint64 elapsedMs = std::min(m_sinceStep.restart(), kLongestStepMs);
        const auto played = m_tape->advance(qint64(double(elapsedMs) * 1e6 * m_state.speed));
        if (!played)
            return fail(played.error());
        if (m_tape->isAtEnd()) {
            m_state.isPlaying = false;
            m_steps.stop();
        }
        publish();
    }

    void publish()
    {
        m_publish(m_seriesId, m_tape->snapshot());
        tell();
    }

    void tell()
    {
        if (!m_tape)
            return;
        m_state.position = m_tape->position();
        m_state.extent = m_tape->extent();
        m_state.isAtEnd = m_tape->isAtEnd();
        Q_EMIT m_owner.stateChanged(m_state);
    }

    void fail(const core::Error &error)
    {
        m_steps.stop();
        m_state.isPlaying = false;
        tell();
        Q_EMIT m_owner.failed(error);
    }

    Replay &m_owner; //!< ends this thread before it goes
    const QString m_path;
    const qint64 m_seriesId;
    const Publish m_publish;
    std::unique_ptr<store::StoreReader> m_reader;
    std::unique_ptr<ReplayTape> m_tape;
    ReplayState m_state;
    QTimer m_steps;
    QElapsedTimer m_sinceStep;
};

Replay::Replay(QString path, qint64 seriesId, Publish publish, QObject *parent)
    : QObject(parent), m_seriesId(seriesId), m_player(new Player(*this, std::move(path), seriesId, std::move(publish)))
{
    qRegisterMetaType<ReplayState>();
    qRegisterMetaType<core::Error>();
    m_player->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_player, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(m_player, &Player::open);
}

Replay::~Replay()
{
    m_thread.quit();
    m_thread.wait();
}

void Replay::play()
{
    QMetaObject::invokeMethod(m_player, [player = m_player] { player->setPlaying(true); });
}

void Replay::pause()
{
    QMetaObject::invokeMethod(m_player, [player = m_player] { player->setPlaying(false); });
}

void Replay::setSpeed(double speed)
{
    QMetaObject::invokeMethod(m_player, [player = m_player, speed] { player->setSpeed(speed); });
}

void Replay::seek(Time time)
{
    QMetaObject::invokeMethod(m_player, [player = m_player, time] { player->seek(time); });
}

} // namespace tickmark::pipeline
