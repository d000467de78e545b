// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveGlance.h"

#include <tables/LiveTexts.h>

#include <algorithm>
#include <array>

namespace tickmark::window {

using core::LiveState;
using pipeline::LiveStatus;

namespace {

//! What the user has to know first.
constexpr std::array kUrgent{LiveState::Stopped,    LiveState::Behind, LiveState::Waiting,
                             LiveState::Connecting, LiveState::Live,   LiveState::Ending};

} // namespace

LiveGlance::LiveGlance(const style::Appearance &appearance, QWidget *parent)
    : LiveBadge(appearance, parent), m_appearance(appearance)
{
    setObjectName(QStringLiteral("liveGlance"));
}

void LiveGlance::setStreams(const std::vector<LiveStatus> &streams)
{
    m_streams = streams;
    retranslate();
}

void LiveGlance::retranslate()
{
    if (m_streams.empty()) {
        setState(std::nullopt);
        return;
    }
    const auto count = [this](LiveState state) {
        return std::ranges::count(m_streams, state, [](const LiveStatus &one) { return tables::liveStateOf(one); });
    };
    const LiveState state = *std::ranges::find_if(kUrgent, [&](LiveState one) { return count(one) > 0; });
    double perSecond = 0;
    QStringList names;
    for (const LiveStatus &stream : m_streams) {
        perSecond += stream.phase == pipeline::LivePhase::Live ? stream.perSecond : 0;
        names += stream.symbol;
    }
    const core::Formats &formats = m_appearance.formats();
    const QString streams = tr("%Ln live stream(s)", nullptr, int(m_streams.size()));
    const QString rate = tables::rateText(perSecond, formats);
    const QString word = state == LiveState::Live
                             ? tr("%1, %2", "number of live streams, trades per second").arg(streams, rate)
                         : m_streams.size() == 1
                             ? tr("%1: %2", "number of live streams, state of it").arg(streams, tables::liveWord(state))
                             : tr("%1, %2 %3", "number of live streams, how many of them are in a state, state")
                                   .arg(streams, formats.count(count(state)), tables::liveWord(state));
    setState(state, word,
             tr("%1 – show the details").arg(word) + u'\n' + names.join(QStringLiteral(", ")) + u'\n'
                 + tr("Trades per second: %1").arg(rate));
}

} // namespace tickmark::window
