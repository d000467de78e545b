// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>
#include <pipeline/LiveStatus.h>

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace tickmark::window {

//! What of a live stream is worth a message: that it is lost for a while or ended, and that the disk does not take its
//! trades; each once until the stream is well again. Badges say the rest, and all of it at once. Owned by the window; GUI
//! thread.
class LiveWatch : public QObject
{
    Q_OBJECT

public:
    enum class Trouble { Lost, Ended, NotStored };

    using Clock = std::chrono::steady_clock;
    static constexpr std::chrono::milliseconds kTogether{700}; //!< what fails together is one message
    static constexpr std::chrono::seconds kOutage{10};         //!< a shorter one is over before it is read

    explicit LiveWatch(QObject *parent = nullptr);

    void setClock(std::function<Clock::time_point()> now) { m_now = std::move(now); }
    void setStreams(const std::vector<pipeline::LiveStatus> &streams);
    //! What is to be said of the streams that are in this trouble, in the language of the moment; without a message when
    //! all of it has passed.
    [[nodiscard]] core::Error message(Trouble trouble) const;
    //! The first source that is in it; 0: none.
    [[nodiscard]] qint64 sourceIn(Trouble trouble) const;

Q_SIGNALS:
    void began(tickmark::window::LiveWatch::Trouble trouble);
    void passed(tickmark::window::LiveWatch::Trouble trouble); //!< of all streams

private:
    using Key = std::pair<qint64, qint64>; // source and instrument

    [[nodiscard]] static std::optional<Trouble> troubleOf(const pipeline::LiveStatus &status);
    [[nodiscard]] bool isKnown(const pipeline::LiveStatus &status) const;
    [[nodiscard]] Clock::time_point dueOf(const pipeline::LiveStatus &status) const;
    void takeOver(const std::vector<pipeline::LiveStatus> &streams);
    void note();
    void await();
    void tell();

    std::vector<pipeline::LiveStatus> m_streams; //!< one that is trying to come back as it was when it was lost
    std::map<Key, std::pair<Trouble, Clock::time_point>> m_since;
    std::map<Key, Trouble> m_known;  //!< nothing more is to be said of it
    std::map<Trouble, bool> m_shown; //!< a message of it was told and has not passed
    std::function<Clock::time_point()> m_now = Clock::now;
    QTimer m_delay; //!< until the next one is told
};

} // namespace tickmark::window
