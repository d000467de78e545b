// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ClockSkew.h"
#include "StreamBatches.h"
#include "StreamClock.h"
#include "StreamProvider.h"
#include "StreamSocket.h"
#include "StreamThread.h"

#include <QTimer>

#include <random>

namespace tickmark::sources {

//! What one source streams: connects, subscribes, parses, notices silence, and comes again after a pause, until the user
//! has to mend something. Of the stream thread, as long as the source is streamed.
class StreamConnection : public QObject
{
    Q_OBJECT

public:
    //! What all connections of a thread share; outlives them.
    struct Surroundings
    {
        StreamSink &sink;
        StreamPatience patience;
        StreamClock clock;
    };

    //! `heardBefore`: what lastHeard() was of the connection in whose place it comes.
    StreamConnection(const Surroundings &surroundings, StreamRequest request, std::optional<core::Time> heardBefore);
    ~StreamConnection() override;

    void begin();
    //! False: it is of another provider, address or key, and nothing was changed.
    [[nodiscard]] bool change(const StreamRequest &request);
    void retryNow();
    //! Hands on what was parsed, and says goodbye. Nothing is told after it.
    void stop();
    [[nodiscard]] std::optional<core::Time> lastHeard() const { return m_lastHeard; }

private:
    using Nanoseconds = std::chrono::nanoseconds;

    void connectNow();
    void opened();
    void send(const QByteArrayList &orders);
    void subscribeUnanswered();
    void heard(Nanoseconds at);
    void hear(const QString &text);
    void checkSequence(qint64 sequence);
    void takeAnswers();
    [[nodiscard]] bool areAllRefused() const;
    void goLive();
    void fail(StreamError error);
    void dropSocket();
    void handOn();

    void pulse();
    void pulseLive(Nanoseconds at);
    void schedulePulse();
    void tell();
    [[nodiscard]] Nanoseconds pauseBefore(int attempt);
    [[nodiscard]] Nanoseconds now() const { return m_around.clock.sinceBoot(); }
    [[nodiscard]] core::Time wallAt(Nanoseconds at) const;
    //! With its address, and without the key.
    [[nodiscard]] StreamError shown(StreamError error) const;

    //! Where one instrument stands within this connection.
    enum class Answer { None, Accepted, Refused };

    const Surroundings &m_around;
    StreamRequest m_request;
    const StreamProvider *m_provider;
    StreamSymbols m_symbols;
    std::vector<Answer> m_answers; //!< as m_request.symbols
    StreamBatches m_batches;
    StreamMessage m_message;
    ClockSkew m_skew;

    StreamSocket *m_socket = nullptr; //!< a child; null while waiting
    bool m_isOpen = false;
    StreamPhase m_phase = StreamPhase::Connecting;
    std::optional<StreamError> m_error;
    std::optional<qint64> m_sequence;
    std::optional<core::Time> m_lastHeard;
    std::optional<Nanoseconds> m_toldSkew;

    Nanoseconds m_since{};   //!< when the phase began
    Nanoseconds m_heardAt{}; //!< the last frame
    Nanoseconds m_retryAt{};
    Nanoseconds m_wallOffset{}; //!< wall clock less sinceBoot, as of the last pulse
    bool m_isPinged = false;    //!< since the last frame
    int m_failures = 0;         //!< in a row
    int m_ordersOpen = 0;       //!< not answered; see StreamMessage::isAnswer
    QTimer m_pulse;
    QTimer m_batchTimer;
    std::mt19937 m_random{std::random_device{}()};
};

} // namespace tickmark::sources
