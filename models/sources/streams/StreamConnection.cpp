// SPDX-License-Identifier: GPL-3.0-or-later
#include "StreamConnection.h"

#include <news/SafeText.h>
#include <sources/http/HttpRules.h>

#include <algorithm>
#include <cmath>

namespace tickmark::sources {

namespace {

using namespace std::chrono_literals;

constexpr qsizetype kLongestDetail = 200;
constexpr std::chrono::nanoseconds kLongestPulse = 1s;
constexpr std::chrono::nanoseconds kTellingSkew = 10ms; //!< a smaller change is not told

} // namespace

StreamConnection::StreamConnection(const Surroundings &surroundings, StreamRequest request,
                                   std::optional<core::Time> heardBefore)
    : m_around(surroundings),
      m_request(std::move(request)),
      m_provider(streamProvider(m_request.provider)),
      m_symbols(m_request.symbols),
      m_answers(m_request.symbols.size()),
      m_batches(surroundings.sink, m_request.sourceId, surroundings.patience.batchTrades),
      m_lastHeard(heardBefore)
{
    m_batches.setSymbols(m_request.symbols);
    m_pulse.setSingleShot(true);
    m_pulse.setTimerType(Qt::PreciseTimer);
    connect(&m_pulse, &QTimer::timeout, this, &StreamConnection::pulse);
    m_batchTimer.setSingleShot(true);
    m_batchTimer.setTimerType(Qt::PreciseTimer);
    m_batchTimer.setInterval(surroundings.patience.batch);
    connect(&m_batchTimer, &QTimer::timeout, this, &StreamConnection::handOn);
}

StreamConnection::~StreamConnection() = default;

void StreamConnection::begin()
{
    m_failures = 0;
    connectNow();
}

void StreamConnection::retryNow()
{
    if (m_phase == StreamPhase::Waiting)
        connectNow();
}

void StreamConnection::stop()
{
    handOn();
    if (m_phase == StreamPhase::Live)
        m_lastHeard = wallAt(m_heardAt);
    if (m_socket)
        m_socket->close();
    dropSocket();
    m_pulse.stop();
    m_phase = StreamPhase::Ended;
}

bool StreamConnection::change(const StreamRequest &request)
{
    const ProviderSettings &mine = m_request.settings;
    const ProviderSettings &theirs = request.settings;
    if (request.provider != m_request.provider || theirs.base != mine.base || theirs.key != mine.key
        || theirs.plainHttpAllowed != mine.plainHttpAllowed)
        return false;
    handOn();
    const StreamRequest before = std::exchange(m_request, request);
    const std::vector<Answer> answers = std::exchange(m_answers, std::vector<Answer>(request.symbols.size()));
    m_symbols = StreamSymbols(m_request.symbols);
    m_batches.setSymbols(m_request.symbols);
    QStringList gone;
    for (std::size_t i = 0; i < before.symbols.size(); ++i) {
        const auto kept = std::ranges::find(m_request.symbols, before.symbols[i]);
        if (kept != m_request.symbols.end())
            m_answers[std::size_t(kept - m_request.symbols.begin())] = answers[i];
        else if (std::ranges::find(m_request.symbols, before.symbols[i].symbol, &StreamSymbol::symbol)
                 == m_request.symbols.end())
            gone << before.symbols[i].symbol;
    }
    if (m_phase == StreamPhase::Ended) {
        begin();
    } else if (m_isOpen) {
        if (!gone.isEmpty())
            send(m_provider->unsubscribe(gone));
        subscribeUnanswered();
        if (areAllRefused())
            fail({StreamFault::UnknownSymbol, 0, {}, {}});
    }
    return true;
}

void StreamConnection::connectNow()
{
    dropSocket();
    m_phase = StreamPhase::Connecting;
    m_since = now();
    m_wallOffset = Nanoseconds(m_around.clock.wall().ns) - m_since;
    std::ranges::fill(m_answers, Answer::None);
    m_sequence.reset();
    m_skew.clear();
    m_toldSkew.reset();
    m_ordersOpen = 0;
    tell();
    const QUrl address = m_provider->address(m_request.settings);
    if (const auto refused = streamRefusal(address, m_request.settings.plainHttpAllowed)) {
        fail({*refused, 0, {}, {}});
        return;
    }
    if (m_provider->needsKey() && m_request.settings.key.isEmpty()) {
        fail({StreamFault::BadKey, 0, {}, {}});
        return;
    }
    m_socket = new StreamSocket({address, m_around.patience.frameBytes},
                                {[this] { opened(); }, [this](const QString &text) { hear(text); },
                                 [this] { heard(now()); }, [this](const StreamError &error) { fail(error); }});
    m_socket->setParent(this);
    schedulePulse();
    m_socket->open();
}

void StreamConnection::opened()
{
    m_isOpen = true;
    heard(now());
    for (const QByteArray &order : m_provider->greeting())
        m_socket->send(order);
    subscribeUnanswered();
}

void StreamConnection::send(const QByteArrayList &orders)
{
    for (const QByteArray &order : orders)
        m_socket->send(order);
    m_ordersOpen += int(orders.size());
}

void StreamConnection::subscribeUnanswered()
{
    QStringList symbols;
    for (std::size_t i = 0; i < m_answers.size(); ++i) {
        if (m_answers[i] != Answer::None)
            continue;
        symbols << m_request.symbols[i].symbol;
        if (!m_provider->acknowledges())
            m_answers[i] = Answer::Accepted;
    }
    if (symbols.isEmpty())
        return;
    send(m_provider->subscribe(symbols));
    if (!m_provider->acknowledges())
        goLive();
}

bool StreamConnection::areAllRefused() const
{
    return std::ranges::all_of(m_answers, [](Answer answer) { return answer == Answer::Refused; });
}

void StreamConnection::heard(Nanoseconds at)
{
    m_heardAt = at;
    m_isPinged = false;
}

//! The way of each message: whatever is done here is done some ten thousand times a second.
void StreamConnection::hear(const QString &text)
{
    const auto received = std::chrono::steady_clock::now();
    const Nanoseconds at = now();
    const bool wasAway = at - m_heardAt >= m_around.patience.silence; // asleep: what waited in the buffer is of before
    heard(at);
    const QByteArray bytes = text.toUtf8();
    m_provider->parse({bytes.constData(), std::size_t(bytes.size())}, m_symbols, m_message);
    if (m_message.sent)
        m_skew.add(*m_message.sent, wallAt(at), at);
    if (m_message.sequence)
        checkSequence(*m_message.sequence);
    if (!m_message.trades.empty()) {
        goLive();
        m_batches.add(m_message, received);
        if (!m_batchTimer.isActive() && !m_batches.isEmpty())
            m_batchTimer.start();
    }
    takeAnswers();
    if (m_message.fault)
        fail({m_message.fault->fault, 0, {}, m_message.fault->detail});
    else if (m_message.rowsLeftOut > 0)
        m_around.sink.missed(m_request.sourceId);
    if (wasAway)
        fail({StreamFault::Silent, 0, {}, {}});
}

void StreamConnection::checkSequence(qint64 sequence)
{
    if (m_sequence && sequence > *m_sequence + 1)
        m_around.sink.missed(m_request.sourceId);
    m_sequence = std::max(m_sequence.value_or(sequence), sequence);
}

void StreamConnection::takeAnswers()
{
    if (m_message.isAnswer && m_ordersOpen > 0)
        --m_ordersOpen;
    for (const int place : m_message.accepted)
        m_answers[std::size_t(place)] = Answer::Accepted;
    if (!m_message.accepted.empty())
        goLive();
    if (m_message.refused.empty() || (m_message.isListing && m_ordersOpen > 0)) // the list may be of before
        return;
    for (const StreamMessage::Refusal &refusal : m_message.refused) {
        if (std::exchange(m_answers[std::size_t(refusal.symbol)], Answer::Refused) == Answer::Refused)
            continue;
        m_around.sink.refused(m_request.sourceId, m_request.symbols[std::size_t(refusal.symbol)].instrumentId,
                              shown({StreamFault::UnknownSymbol, 0, {}, refusal.detail}));
    }
    if (areAllRefused())
        fail({StreamFault::UnknownSymbol, 0, {}, m_message.refused.front().detail});
    else if (m_message.othersToo)
        subscribeUnanswered();
}

void StreamConnection::goLive()
{
    if (m_phase != StreamPhase::Connecting)
        return;
    m_phase = StreamPhase::Live;
    m_since = now();
    m_error.reset();
    m_around.sink.resumed(m_request.sourceId, m_lastHeard);
    tell();
    schedulePulse();
}

void StreamConnection::fail(StreamError error)
{
    if (m_phase != StreamPhase::Connecting && m_phase != StreamPhase::Live)
        return;
    handOn();
    const Nanoseconds at = now();
    if (m_phase == StreamPhase::Live) {
        m_lastHeard = wallAt(m_heardAt);
        if (at - m_since >= m_around.patience.settled)
            m_failures = 0;
    }
    dropSocket();
    if (error.fault == StreamFault::LogInWanted && error.code == 401 && m_provider->needsKey())
        error.fault = StreamFault::BadKey;
    m_error = shown(error);
    m_phase = isPassing(error.fault) ? StreamPhase::Waiting : StreamPhase::Ended;
    m_since = at;
    m_retryAt = at + pauseBefore(++m_failures);
    tell();
    schedulePulse();
}

void StreamConnection::dropSocket()
{
    m_isOpen = false;
    if (!m_socket)
        return;
    m_socket->abandon();
    std::exchange(m_socket, nullptr)->deleteLater(); // it may be telling something just now
}

void StreamConnection::handOn()
{
    m_batchTimer.stop();
    m_batches.handOn();
}

void StreamConnection::pulse()
{
    const Nanoseconds at = now();
    m_wallOffset = Nanoseconds(m_around.clock.wall().ns) - at;
    switch (m_phase) {
    case StreamPhase::Connecting:
        if (at - m_since >= m_around.patience.connecting)
            fail({m_isOpen ? StreamFault::Silent : StreamFault::Unreachable, 0, {}, {}});
        break;
    case StreamPhase::Live:
        pulseLive(at);
        break;
    case StreamPhase::Waiting:
        if (at >= m_retryAt)
            connectNow();
        break;
    case StreamPhase::Ended:
        break;
    }
    schedulePulse();
}

void StreamConnection::pulseLive(Nanoseconds at)
{
    const Nanoseconds silence = at - m_heardAt;
    if (silence >= m_around.patience.silence) {
        fail({StreamFault::Silent, 0, {}, {}});
        return;
    }
    if (silence >= m_around.patience.silence / 2 && !std::exchange(m_isPinged, true))
        m_socket->ping();
    const auto skew = m_skew.value(at);
    if (skew && (!m_toldSkew || std::chrono::abs(*skew - *m_toldSkew) >= kTellingSkew)) {
        m_toldSkew = skew;
        tell();
    }
}

//! Not later than in a second: the timer stands still while the machine sleeps, the clock does not.
void StreamConnection::schedulePulse()
{
    Nanoseconds due{};
    switch (m_phase) {
    case StreamPhase::Connecting:
        due = m_since + m_around.patience.connecting;
        break;
    case StreamPhase::Live:
        due = m_heardAt + (m_isPinged ? m_around.patience.silence : m_around.patience.silence / 2);
        break;
    case StreamPhase::Waiting:
        due = m_retryAt;
        break;
    case StreamPhase::Ended:
        m_pulse.stop();
        return;
    }
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(
        std::clamp(due - now(), Nanoseconds::zero(), kLongestPulse));
    m_pulse.start(wait);
}

void StreamConnection::tell()
{
    StreamStatus status;
    status.sourceId = m_request.sourceId;
    status.phase = m_phase;
    status.error = m_error;
    status.skew = m_toldSkew;
    if (m_phase == StreamPhase::Waiting)
        status.next = std::chrono::steady_clock::now() + (m_retryAt - now());
    m_around.sink.status(status);
}

//! Doubled each time, spread over its upper half, so that not all who were cut off come back at one time.
StreamConnection::Nanoseconds StreamConnection::pauseBefore(int attempt)
{
    constexpr int kMostDoublings = 20;
    const StreamPatience &patience = m_around.patience;
    const Nanoseconds doubled = patience.firstPause * (qint64{1} << std::clamp(attempt - 1, 0, kMostDoublings));
    const auto full = double(std::min<Nanoseconds>(doubled, patience.longestPause).count());
    return Nanoseconds(std::llround(std::uniform_real_distribution(full / 2, full)(m_random)));
}

core::Time StreamConnection::wallAt(Nanoseconds at) const
{
    return core::Time{(at + m_wallOffset).count()};
}

StreamError StreamConnection::shown(StreamError error) const
{
    HttpRequest request; // whose rules for secrets hold here too
    request.secrets = {{HttpSecret::Place::Query, "token", m_request.settings.key}};
    error.address = withoutSecrets(shownAddress(m_provider->address(m_request.settings)), request);
    error.detail = news::visibleLine(withoutSecrets(error.detail, request), kLongestDetail);
    return error;
}

} // namespace tickmark::sources
