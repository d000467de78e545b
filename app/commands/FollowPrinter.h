// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../CommandContext.h"
#include <pipeline/LiveStatus.h>

#include <QSet>

#include <chrono>
#include <map>
#include <vector>

namespace tickmark::app {

//! Tells how streams are going: each change of a connection as a line on standard error, with the count of trades every few
//! seconds, or with --json the state of all streams as a line on standard output. The main thread's.
class FollowPrinter
{
    Q_DECLARE_TR_FUNCTIONS(FollowPrinter)

public:
    using Clock = std::chrono::steady_clock;

    explicit FollowPrinter(CommandContext &context);

    //! False when standard output does not take it any more.
    [[nodiscard]] bool tell(const std::vector<pipeline::LiveStatus> &all, Clock::time_point now);
    //! The last words, whatever has been told already: what was stored in full has ended.
    [[nodiscard]] bool finish();

    [[nodiscard]] qint64 stored() const;
    //! Trades that came and are not in the store.
    [[nodiscard]] qint64 waiting() const;

private:
    //! What is told of one line of a status.
    struct Told
    {
        pipeline::LivePhase phase = pipeline::LivePhase::Stopping;
        QString errorCode;
        QString backfillErrorCode;
        std::size_t gaps = 0;
        std::size_t fillable = 0;                   //!< of these
        std::vector<core::TimeRange> notGiven = {}; //!< gaps when the exchange was found not to give them
        QSet<QString> causes = {};                  //!< each is said once until it is live again
        QSet<QString> backfillCauses = {};          //!< each is said once until no gap is left

        [[nodiscard]] bool isAs(const pipeline::LiveStatus &status) const;
    };
    using Key = std::pair<QString, QString>; // source and symbol

    [[nodiscard]] bool printJson();
    void sayChanges();
    void sayChange(const pipeline::LiveStatus &status, Told &told);
    void sayGaps(const pipeline::LiveStatus &status, const QString &who, Told &told);
    void sayCount();
    [[nodiscard]] QString changeText(const pipeline::LiveStatus &status, const QString &who) const;

    CommandContext &m_context;
    bool m_isJson;
    std::map<Key, pipeline::LiveStatus> m_last; //!< also of those that have ended
    std::map<Key, Told> m_told;
    qint64 m_toldCount = 0;
    Clock::time_point m_toldAt;
    bool m_isNews = false; //!< something was not told yet
};

} // namespace tickmark::app
