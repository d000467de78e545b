// SPDX-License-Identifier: GPL-3.0-or-later
//! What streams into the charts of a stack: first trades, gaps, badges, and the way to the newest trade.
#include "DeskStack.h"
#include "PaneHead.h"
#include <charts/ChartPlan.h>
#include <core/WallClock.h>
#include <tables/LiveTexts.h>

#include <algorithm>

namespace tickmark::desk {

using core::LiveState;
using pipeline::LiveStatus;

namespace {

constexpr qint64 kLiveSpan = 10 * core::kNsPerMinute; // shown of a stream at first
constexpr qint64 kNearEnough = 3 * core::kNsPerHour;  // the user's own view stays

//! What the user has to know first.
int urgency(LiveState state)
{
    switch (state) {
    case LiveState::Stopped:
        return 5;
    case LiveState::Behind:
        return 4;
    case LiveState::Waiting:
        return 3;
    case LiveState::Connecting:
        return 2;
    case LiveState::Ending:
        return 1;
    case LiveState::Live:
        break;
    }
    return 0;
}

} // namespace

void DeskStack::setLive(std::vector<LiveStatus> streams)
{
    m_streams = std::move(streams);
    std::erase_if(m_liveSnapshots, [this](const auto &entry) { return !isStreamed(entry.first); });
    std::erase_if(m_firstAsked, [this](qint64 seriesId) { return !isStreamed(seriesId); });
    if (m_values) {
        for (const LiveStatus &stream : m_streams) {
            if (charts::replaceGaps(m_values->content, stream.seriesId, stream.gaps))
                m_view->setTickGaps(stream.seriesId, stream.gaps);
        }
    }
    followOutages();
    askForFirstTrades();
    showLive();
}

//! An outage ends with the first trade after it, not with the connection.
void DeskStack::followOutages()
{
    std::erase_if(m_outages, [this](const auto &entry) { return !isStreamed(entry.first); });
    for (const LiveStatus &stream : m_streams) {
        if (stream.seriesId == 0)
            continue;
        const auto known = m_outages.find(stream.seriesId);
        if (const auto since = tables::outageSince(stream))
            m_outages[stream.seriesId] = *since;
        else if (known != m_outages.end() && stream.lastTrade != known->second)
            m_outages.erase(known);
    }
    showOutages();
    if (m_outages.empty())
        m_outageClock.stop();
    else if (!m_outageClock.isActive())
        m_outageClock.start();
}

void DeskStack::showOutages()
{
    if (!m_values)
        return;
    for (const LiveStatus &stream : m_streams) {
        const auto until = m_outages.contains(stream.seriesId) ? std::optional(core::wallClock()) : std::nullopt;
        if (charts::replaceOutage(m_values->content, stream.seriesId, until))
            m_view->setTickOutage(stream.seriesId, until);
    }
}

//! The trades that came meanwhile are missing until the stream has told of the gap: no line is drawn across it.
void DeskStack::endOutage(qint64 seriesId, core::Time next)
{
    const auto outage = m_outages.find(seriesId);
    if (outage == m_outages.end() || next <= outage->second)
        return;
    const auto stream = std::ranges::find(m_streams, seriesId, &LiveStatus::seriesId);
    std::vector<core::TimeRange> gaps = stream == m_streams.end() ? std::vector<core::TimeRange>() : stream->gaps;
    gaps.push_back({outage->second, next});
    m_outages.erase(outage);
    showOutages();
    if (m_values && charts::replaceGaps(m_values->content, seriesId, gaps))
        m_view->setTickGaps(seriesId, gaps);
}

bool DeskStack::isStreamed(qint64 seriesId) const
{
    return seriesId != 0 && std::ranges::find(m_streams, seriesId, &LiveStatus::seriesId) != m_streams.end();
}

bool DeskStack::hasTrades(const QString &symbol) const
{
    return std::ranges::any_of(m_streams, [&](const LiveStatus &stream) {
        return stream.symbol == symbol && stream.seriesId != 0 && stream.stored > 0;
    });
}

bool DeskStack::drawsSeries(qint64 seriesId) const
{
    return m_values && std::ranges::any_of(m_values->content.curves, [&](const auto &curve) {
               return curve.second.ticks && curve.second.ticks->series.id == seriesId;
           });
}

//! What was read is what is on the disk: the stream may be further.
void DeskStack::applyLive(charts::ChartContent &content) const
{
    for (const LiveStatus &stream : m_streams) {
        if (const auto newest = m_liveSnapshots.find(stream.seriesId); newest != m_liveSnapshots.end())
            charts::replaceTicks(content, stream.seriesId, newest->second);
        charts::replaceGaps(content, stream.seriesId, stream.gaps);
        if (m_outages.contains(stream.seriesId))
            charts::replaceOutage(content, stream.seriesId, core::wallClock());
    }
}

//! A chart that was opened before them does not know the series.
void DeskStack::askForFirstTrades()
{
    bool isNew = false;
    for (const LiveStatus &stream : m_streams) {
        const bool isShown = std::ranges::any_of(
            m_panes, [&](const ListedPane &listed) { return listed.pane.symbols.contains(stream.symbol); });
        if (isShown && hasTrades(stream.symbol) && !drawsSeries(stream.seriesId))
            isNew = m_firstAsked.insert(stream.seriesId).second || isNew;
    }
    if (isNew)
        reload();
}

void DeskStack::comeLive(const QString &symbol, core::SessionDate session)
{
    m_liveWish = LiveWish{symbol, session};
    showLiveWish(false);
    if (m_liveWish && hasTrades(symbol))
        reload();
}

//! `isRead`: what could be read for it is here, so it is now or never.
void DeskStack::showLiveWish(bool isRead)
{
    if (!m_liveWish || !m_values)
        return;
    const auto curve = m_values->content.curves.find(m_liveWish->symbol);
    const auto ticks = curve == m_values->content.curves.end() ? nullptr : curve->second.ticks;
    // Ticks of former days: those of the stream are still to come.
    if (!ticks || (!isRead && ticks->sessionOf(ticks->snapshot->lastTime()) < m_liveWish->session)) {
        if (isRead)
            m_liveWish.reset();
        return;
    }
    m_liveWish.reset();
    const core::Time last = ticks->snapshot->lastTime();
    const core::TimeRange view = m_view->viewRange();
    if (!view.contains(last) || view.end.ns - view.begin.ns > kNearEnough) {
        m_choice.reset();
        m_view->setViewRange({core::Time{last.ns - kLiveSpan}, core::Time{last.ns + 1}});
    }
    m_view->setFollow(true);
}

const LiveStatus *DeskStack::liveOf(int pane) const
{
    const auto listed = std::ranges::find(m_panes, pane, &ListedPane::id);
    const LiveStatus *worst = nullptr;
    for (const LiveStatus &stream : m_streams) {
        if (listed == m_panes.end() || !listed->pane.symbols.contains(stream.symbol))
            continue;
        if (!worst || urgency(tables::liveStateOf(stream)) > urgency(tables::liveStateOf(*worst)))
            worst = &stream;
    }
    return worst;
}

//! A chart that waits for the first trades is where they will be.
bool DeskStack::drawsOther(const ListedPane &pane, const LiveStatus &stream) const
{
    if (!m_values || !pane.pane.symbols.contains(stream.symbol) || (m_liveWish && m_liveWish->symbol == stream.symbol))
        return false;
    const auto curve = m_values->content.curves.find(stream.symbol);
    if (curve == m_values->content.curves.end() || curve->second.bars->bars.empty())
        return false;
    return !curve->second.ticks || isLeftOut(pane.id, stream.symbol);
}

//! Percent need a close to count from, and what has only come today has none.
bool DeskStack::isLeftOut(int pane, const QString &symbol) const
{
    const auto drawn = std::size_t(indexOf(pane));
    const auto plan = charts::ChartPlan::make(m_view->spec(), m_values->content);
    return plan && drawn < (*plan)->panes.size()
           && std::ranges::find((*plan)->panes[drawn].absent, symbol, &charts::AbsentCurve::symbol)
                  != (*plan)->panes[drawn].absent.end();
}

bool DeskStack::isElsewhere(int pane) const
{
    const auto listed = std::ranges::find(m_panes, pane, &ListedPane::id);
    const LiveStatus *stream = liveOf(pane);
    return listed != m_panes.end() && stream && drawsOther(*listed, *stream);
}

void DeskStack::showLive()
{
    const core::Formats &formats = m_appearance.formats();
    for (const auto &[id, pane] : m_panes) {
        const auto head = m_heads.find(id);
        if (head == m_heads.end())
            continue;
        const LiveStatus *worst = liveOf(id);
        if (!worst) {
            head->second->setLive(std::nullopt);
            head->second->setFollowOffered(false);
            continue;
        }
        QStringList tips;
        for (const LiveStatus &stream : m_streams) {
            if (pane.symbols.contains(stream.symbol))
                tips += tables::liveTip(stream, core::wallClock(), formats, m_appearance.zone());
        }
        QString word = tables::liveText(*worst, core::wallClock(), formats);
        if (pane.symbols.size() > 1)
            //: a curve of several in a chart, the state of its live stream
            word = tr("%1: %2").arg(nameOf(worst->symbol), word);
        if (isElsewhere(id)) {
            word = tr("to the live chart", "where the trades of an instrument are drawn as they come");
            tips.prepend(tr("This chart does not show the trades of %1 as they come. A click leads to where they are "
                            "drawn.")
                             .arg(nameOf(worst->symbol)));
        }
        head->second->setLive(tables::liveStateOf(*worst), word, tips.join(QStringLiteral("\n\n")));
        head->second->setFollowOffered(worst->seriesId != 0 && !isElsewhere(id)
                                       && (!m_view->follows() || !drawsSeries(worst->seriesId)));
    }
}

} // namespace tickmark::desk
