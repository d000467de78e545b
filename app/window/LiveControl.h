// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LiveRuns.h"
#include <core/Instrument.h>
#include <pipeline/LiveStatus.h>
#include <pipeline/StoreSession.h>
#include <sources/providers/ProviderList.h>
#include <store/SourceTypes.h>

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace tickmark::pipeline {
class FetchScheduler;
}

namespace tickmark::window {

class SourceControl;

//! A source of the store that can stream an instrument.
struct LiveChoice
{
    qint64 sourceId = 0;
    QString source; //!< its name
    bool isOn = false;
};

//! What streams into the open store: started and stopped by the user for one instrument at a time, by one source each.
//! Nothing streams by itself, also not what did when the program ended: connections are the user's to open. Follows what
//! becomes of sources and instruments meanwhile. Makes nothing before the first start. GUI thread; the streams themselves
//! are on threads of their own.
class LiveControl : public QObject
{
    Q_OBJECT

public:
    //! `sources` has client, keys and scheduler; outlives it.
    LiveControl(SourceControl &sources, MakeLiveRuns make, QObject *parent = nullptr);
    ~LiveControl() override;

    //! Null: no store; what streams is ended, and what has come is stored (at most a second). The session outlives its
    //! streams: call this before it goes.
    void setSession(pipeline::StoreSession *session);

    //! The sources of the store that can stream it, the one with the highest priority first.
    [[nodiscard]] std::vector<LiveChoice> choices(const QString &symbol) const;
    //! Providers that could stream it, had the store a source of them; those that it has are left out.
    [[nodiscard]] std::vector<sources::ProviderInfo> offers(const QString &symbol) const;
    //! The user wants it to stream, whether it does or waits.
    [[nodiscard]] bool isOn(const QString &symbol) const;
    //! Symbols of all that is on, sorted.
    [[nodiscard]] QStringList symbolsOn() const;
    //! As of now, by symbol; also those that are ending.
    [[nodiscard]] const std::vector<pipeline::LiveStatus> &streams() const { return m_streams; }

    //! By this source in place of any other; 0: by the first of choices(). Nothing where there is none.
    void start(const QString &symbol, qint64 sourceId = 0);
    //! Once more, after the user has mended what ended it.
    void restart(qint64 sourceId);
    void stop(const QString &symbol);
    void stopAll();
    //! Those that wait.
    void retryNow();

Q_SIGNALS:
    //! Something streams otherwise, or other things can be streamed.
    void changed();
    //! Streams have ended, and not because the user stopped them: a sentence why.
    void ended(const QString &sentence);

private:
    struct Running
    {
        store::SourceSetup setup; //!< as it was started
        std::set<qint64> instrumentIds;
        quint64 launch = 0; //!< of two whose key is being read, the later one counts
    };
    struct Known
    {
        std::vector<store::SourceSetup> setups;
        std::vector<core::Instrument> instruments;
    };

    void follow(pipeline::FetchScheduler *scheduler);
    void tellScheduler();
    void readKnown();
    void take(Known known);
    void followSetups(const Known &before);
    void takeStatuses(std::vector<pipeline::LiveStatus> statuses);
    void rebuild();
    void launch(qint64 sourceId);
    void begin(qint64 sourceId, const QByteArray &key);
    void drop(qint64 sourceId, qint64 instrumentId);
    void endAll();
    [[nodiscard]] bool ensureRuns();
    [[nodiscard]] const core::Instrument *instrument(const QString &symbol) const;
    [[nodiscard]] const core::Instrument *instrument(qint64 id) const;
    [[nodiscard]] const store::SourceSetup *setup(qint64 sourceId) const;
    //! Source that streams it; nothing: none.
    [[nodiscard]] std::optional<qint64> sourceOf(qint64 instrumentId) const;

    SourceControl &m_sources;
    MakeLiveRuns m_make;
    QPointer<pipeline::StoreSession> m_session;
    QPointer<pipeline::FetchScheduler> m_scheduler;
    std::set<qint64> m_leftAlone; //!< by the scheduler: sources that stream
    Known m_known;
    bool m_isReading = false;
    bool m_readAgain = false;
    std::map<qint64, Running> m_running;      //!< by source
    std::vector<pipeline::LiveStatus> m_told; //!< as the streams tell them
    std::vector<pipeline::LiveStatus> m_streams;
    quint64 m_generation = 0; //!< of m_runs: what one before still tells is of another store
    quint64 m_lastLaunch = 0;
    std::unique_ptr<LiveRuns> m_runs;
    QTimer m_countdown; //!< seconds to the next try
};

} // namespace tickmark::window
