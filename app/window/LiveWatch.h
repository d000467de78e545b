// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>
#include <pipeline/LiveStatus.h>

#include <QObject>
#include <QTimer>

#include <map>
#include <optional>
#include <vector>

namespace tickmark::window {

//! What of a live stream is worth a message: that it is lost or ended, and that the disk does not take its trades; each once
//! until the stream is well again. Badges say the rest. Owned by the window; GUI thread.
class LiveWatch : public QObject
{
    Q_OBJECT

public:
    enum class Trouble { Lost, Ended, NotStored };

    explicit LiveWatch(QObject *parent = nullptr);

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
    [[nodiscard]] static std::optional<Trouble> troubleOf(const pipeline::LiveStatus &status);
    void tell();

    std::vector<pipeline::LiveStatus> m_streams;
    std::map<std::pair<qint64, qint64>, Trouble>
        m_known;                     //!< by source and instrument: nothing more is to be said of it
    std::map<Trouble, bool> m_shown; //!< a message of it was told and has not passed
    QTimer m_delay;                  //!< a hiccup is over before it is read, and what fails together is one message
};

} // namespace tickmark::window
