// SPDX-License-Identifier: GPL-3.0-or-later
#include "DeskStack.h"

#include "PaneHead.h"
#include "QuoteTips.h"
#include "TickFeed.h"
#include <charts/ChartPlan.h>

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace tickmark::desk {

namespace {

//! A view of at most so many sessions shows intraday bars where there are any.
constexpr int kIntradaySessions = 5;
//! An outage is seen to grow.
constexpr std::chrono::seconds kOutageStep{1};
//! Before the sessions are known: days that hold no more of them than that.
constexpr int kIntradayDays = 6;

std::vector<charts::PaneSpec> specsOf(const std::vector<ListedPane> &panes)
{
    std::vector<charts::PaneSpec> specs;
    for (const ListedPane &listed : panes)
        specs.push_back(listed.pane.spec());
    return specs;
}

bool hasQuotes(const charts::ChartContent &content)
{
    return std::ranges::any_of(content.curves, [](const auto &curve) { return !curve.second.bars->bars.empty(); });
}

} // namespace

DeskStack::DeskStack(bool linked, style::Appearance &appearance, QWidget *parent)
    : QWidget(parent),
      m_linked(linked),
      m_appearance(appearance),
      m_view(new charts::StackView),
      m_feed(new ChartFeed(this)),
      m_tickFeed(new TickFeed(*m_view, this)),
      m_tips(new QuoteTips(*m_view, appearance, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    setFocusProxy(m_view);
    connectView();
    connect(m_feed, &ChartFeed::arrived, this, &DeskStack::take);
    connect(m_feed, &ChartFeed::failed, this, &DeskStack::failed);
    connect(m_tickFeed, &TickFeed::failed, this, &DeskStack::failed);
    connect(m_tickFeed, &TickFeed::outdated, this, [this] {
        if (!m_feed->isWaiting())
            reload();
    });
    m_outageClock.setInterval(kOutageStep);
    connect(&m_outageClock, &QTimer::timeout, this, &DeskStack::showOutages);
    connect(&appearance, &style::Appearance::changed, this, [this] {
        draw();
        if (m_values && m_language != m_appearance.language())
            ask();
    });
}

void DeskStack::connectView()
{
    using charts::StackView;
    connect(m_view, &StackView::readingsChanged, this, &DeskStack::showReadings);
    connect(m_view, &StackView::layoutChanged, this, &DeskStack::placeHeads);
    connect(m_view, &StackView::viewRangeChanged, this, &DeskStack::followView);
    connect(m_view, &StackView::followChanged, this, &DeskStack::showLive);
    connect(m_view, &StackView::paneActivated, this, [this](int index) { Q_EMIT activated(paneAt(index)); });
    connect(m_view, &StackView::paneWeightsChanged, this, &DeskStack::weightsChanged);
    connect(m_view, &StackView::instrumentsDropped, this,
            [this](int index, const QStringList &symbols) { Q_EMIT instrumentsDropped(paneAt(index), symbols); });
    connect(m_view, &StackView::contextMenuWanted, this,
            [this](int index, QPoint position) { Q_EMIT menuWanted(paneAt(index), position); });
}

void DeskStack::setSession(pipeline::StoreSession *session)
{
    m_feed->setSession(session);
    m_tickFeed->setSession(session);
    m_tips->setSession(session);
    disconnect(m_live);
    if (session)
        m_live = connect(session, &pipeline::StoreSession::ticksAdvanced, this, &DeskStack::setTickSnapshot);
    m_values.reset();
    m_intradayAsked.reset();
    m_liveSnapshots.clear();
    m_firstAsked.clear();
    m_outages.clear();
    m_outageClock.stop();
    m_liveWish.reset();
    ask();
}

void DeskStack::restore(std::vector<ListedPane> panes, const Shared &shared, const std::optional<DeskRange> &range)
{
    m_shared = shared;
    m_wantedRange = range;
    m_rangeWanted = true;
    m_choice.reset();
    setPanes(std::move(panes));
}

void DeskStack::setPanes(std::vector<ListedPane> panes)
{
    m_panes = std::move(panes);
    makeHeads();
    drawOrAsk();
}

void DeskStack::setShared(const Shared &shared)
{
    if (shared == m_shared)
        return;
    m_shared = shared;
    draw();
}

void DeskStack::setEmptySentence(const QString &sentence)
{
    m_emptySentence = sentence;
    if (m_panes.empty() || !m_values)
        sayEmpty();
}

void DeskStack::reload()
{
    m_intradayAsked.reset();
    ask();
}

void DeskStack::setReplay(std::optional<qint64> seriesId)
{
    if (seriesId == m_replayed)
        return;
    m_replayed = seriesId;
    m_replaySnapshot.reset();
    if (!seriesId)
        reload();
}

void DeskStack::setTickSnapshot(qint64 seriesId, const ticks::SnapshotPtr &snapshot)
{
    if (seriesId == m_replayed)
        m_replaySnapshot = snapshot;
    if (isStreamed(seriesId))
        m_liveSnapshots[seriesId] = snapshot;
    endOutage(seriesId, snapshot->isEmpty() ? core::Time() : snapshot->lastTime());
    if (!m_values || !charts::replaceTicks(m_values->content, seriesId, snapshot))
        return;
    m_view->setTickSnapshot(seriesId, snapshot);
    showLiveWish(false);
    // A new session, or an after-market that goes on: trading time has to be made longer.
    constexpr qint64 kLeastBetween = core::kNsPerMinute;
    const core::Time newest = snapshot->lastTime();
    const core::TimeScale &scale = m_values->content.timeScale;
    if (scale.isOpen(newest) || m_feed->isWaiting() || std::abs(newest.ns - m_axisAsked.ns) < kLeastBetween)
        return;
    m_axisAsked = newest;
    reload();
}

//! Draws at once when what was read holds every instrument; the axis may still want other exchanges.
void DeskStack::drawOrAsk()
{
    const QStringList symbols = charts::symbolsOf(specsOf(m_panes));
    const auto isRead = [this](const QString &symbol) {
        return m_values->content.curves.contains(symbol) || m_values->unknown.contains(symbol);
    };
    if (m_panes.empty() || (m_values && std::ranges::all_of(symbols, isRead)))
        draw();
    const bool same = m_values && std::ranges::all_of(m_values->content.curves, [&](const auto &curve) {
                          return symbols.contains(curve.first);
                      });
    if (!same || !std::ranges::all_of(symbols, isRead))
        reload();
}

void DeskStack::ask()
{
    if (m_panes.empty() || !m_feed->hasSession()) {
        m_feed->drop();
        m_values.reset();
        draw();
        return;
    }
    charts::ChartWish wish;
    wish.forWindow = true;
    wish.spec.panes = specsOf(m_panes);
    wish.spec.markers = m_linked;
    wish.spec.language = m_language = m_appearance.language();
    std::optional<SessionSpan> span = sessionsInView();
    if (m_rangeWanted)
        span = m_wantedRange ? std::optional(SessionSpan{m_wantedRange->first, m_wantedRange->last}) : std::nullopt;
    if (span) {
        wish.intraday = m_values ? hasAtMost(kIntradaySessions, *span, calendarsOf(m_values->content))
                                 : span->last.days() - span->first.days() <= kIntradayDays;
        wish.from = span->first;
        wish.to = span->last;
    }
    m_asksLive = m_liveWish && hasTrades(m_liveWish->symbol);
    if (m_asksLive) {
        span = SessionSpan{m_liveWish->session, m_liveWish->session};
        wish.intraday = true;
        wish.from = wish.to = m_liveWish->session;
    }
    for (const pipeline::LiveStatus &stream : m_streams) {
        if (stream.seriesId != 0)
            wish.streams[stream.symbol] = stream.seriesId;
    }
    m_intradayAsked = wish.intraday ? span : std::nullopt;
    m_feed->ask(std::move(wish));
}

void DeskStack::take(const charts::ChartValues &values)
{
    const auto shown = m_rangeWanted ? std::nullopt : sessionsInView();
    std::optional<charts::ChartValues> former = std::exchange(m_values, values);
    if (former)
        charts::keepTickPages(m_values->content, former->content);
    if (m_replaySnapshot)
        charts::replaceTicks(m_values->content, *m_replayed, m_replaySnapshot);
    applyLive(m_values->content);
    draw();
    if (shown)
        keepEnd(*shown);
    showLiveWish(std::exchange(m_asksLive, false));
    followView();
}

//! What ended with the data ends with them under other calendars, too. The view reaches to the next opening, and until
//! then an exchange that has come into the charts may have had sessions: those after a holiday of the others.
void DeskStack::keepEnd(SessionSpan shown)
{
    const auto now = sessionsInView();
    const auto quoted = now ? quotedSpan(m_values->content) : std::nullopt;
    if (quoted && now->last > shown.last && quoted->last <= shown.last)
        m_view->setSessions(shown.first, shown.last);
}

charts::ChartSpec DeskStack::specNow() const
{
    charts::ChartSpec spec;
    spec.panes = specsOf(m_panes);
    spec.tolerant = true;
    spec.time = m_shared.time;
    spec.base = m_shared.base;
    spec.markers = m_linked;
    spec.theme = m_appearance.theme().name();
    spec.upDown = m_appearance.upDown();
    spec.language = m_appearance.language();
    // Without a pinned base percent counts from the range that was last asked for, so that it never jumps in a pan.
    const SessionSpan quoted = quotedSpan(m_values->content).value_or(SessionSpan{});
    spec.from = m_wantedRange ? m_wantedRange->first : quoted.first;
    spec.to = m_wantedRange ? std::max(m_wantedRange->first, m_wantedRange->last) : quoted.last;
    return spec;
}

void DeskStack::draw()
{
    if (m_panes.empty() || !m_values) {
        sayEmpty();
        return;
    }
    m_drawn.clear();
    std::vector<double> weights;
    for (const ListedPane &listed : m_panes) {
        m_drawn.push_back(listed.id);
        weights.push_back(listed.pane.weight);
    }
    m_values->content.zone = m_appearance.zone();
    if (hasQuotes(m_values->content)) {
        m_view->setChart(specNow(), m_values->content);
        const QSignalBlocker quiet(m_view);
        m_view->setPaneWeights(weights);
        m_view->setSelectedHeadlines(m_selected);
        m_view->setActivePane(indexOf(m_active));
    } else {
        const bool isLive = std::ranges::any_of(m_panes,
                                                [this](const ListedPane &listed) { return liveOf(listed.id); });
        m_view->setMessage(isLive
                               ? tr("No trade has come yet. The chart begins with the first one.")
                               : tr("There are no quotes of these instruments yet. Import a file with their prices."));
    }
    if (m_rangeWanted)
        showWantedRange();
    updateHeads();
    Q_EMIT chartChanged();
}

void DeskStack::sayEmpty()
{
    m_drawn.clear();
    charts::ChartSpec bare; // the sentence has the colours of the last chart
    bare.theme = m_appearance.theme().name();
    bare.language = m_appearance.language();
    m_view->setChart(bare, {});
    m_view->setMessage(m_emptySentence);
    updateHeads();
    Q_EMIT chartChanged();
}

void DeskStack::showWantedRange()
{
    m_rangeWanted = false;
    if (!m_wantedRange)
        m_view->fit();
    else if (m_wantedRange->exact)
        m_view->setViewRange(*m_wantedRange->exact);
    else
        m_view->setSessions(m_wantedRange->first, m_wantedRange->last);
}

std::optional<SessionSpan> DeskStack::sessionsInView() const
{
    const core::TimeRange range = m_view->viewRange();
    return m_values && !range.isEmpty() ? sessionsIn(range, calendarsOf(m_values->content)) : std::nullopt;
}

std::optional<DeskRange> DeskStack::range() const
{
    if (m_rangeWanted)
        return m_wantedRange;
    const auto span = sessionsInView();
    if (!span)
        return m_wantedRange;
    return DeskRange{span->first, span->last, m_view->viewRange()};
}

void DeskStack::showChoice(RangeChoice choice)
{
    const auto quoted = m_values ? quotedSpan(m_values->content) : std::nullopt;
    if (!quoted)
        return;
    const std::vector<core::CalendarPtr> calendars = calendarsOf(m_values->content);
    // Asked for once more, a range ends where the data end.
    const bool again = currentChoice() == choice;
    const core::SessionDate last = again ? quoted->last
                                         : std::min(sessionsInView().value_or(*quoted).last, quoted->last);
    const SessionSpan span = spanOf(choice, std::max(last, quoted->first), *quoted, calendars);
    m_wantedRange = DeskRange{span.first, span.last, std::nullopt};
    m_rangeWanted = true;
    m_choice = choice;
    // Other bars come first: a day opens with its intraday bars, a month with its daily ones.
    if (needsReading(span))
        ask();
    else
        draw();
}

bool DeskStack::needsReading(SessionSpan span) const
{
    if (!m_values || !m_values->content.hasIntraday)
        return false;
    if (hasAtMost(kIntradaySessions, span, calendarsOf(m_values->content)))
        return m_intradayAsked != span;
    return m_intradayAsked.has_value();
}

std::optional<RangeChoice> DeskStack::currentChoice() const
{
    if (m_rangeWanted)
        return m_choice;
    const auto span = sessionsInView();
    const auto quoted = span ? quotedSpan(m_values->content) : std::nullopt;
    if (!quoted || quoted->last < span->last)
        return std::nullopt;
    const std::vector<core::CalendarPtr> calendars = calendarsOf(m_values->content);
    const auto isShown = [&](RangeChoice choice) { return spanOf(choice, span->last, *quoted, calendars) == *span; };
    if (m_choice && isShown(*m_choice))
        return m_choice;
    for (const RangeChoice choice : {RangeChoice::Day1, RangeChoice::Day5, RangeChoice::Month1, RangeChoice::All,
                                     RangeChoice::YearToDate, RangeChoice::Month3, RangeChoice::Year1}) {
        if (isShown(choice))
            return choice;
    }
    return std::nullopt;
}

void DeskStack::followView()
{
    const auto span = sessionsInView();
    if (span && !m_rangeWanted && !m_asksLive && needsReading(*span))
        ask();
    Q_EMIT chartChanged();
}

void DeskStack::reveal(core::Time time)
{
    if (!m_values || m_drawn.empty())
        return;
    const bool trading = m_shared.time == charts::TimeMode::Trading && m_values->content.timeScale.isTradingTime();
    const core::TimeScale scale = trading ? m_values->content.timeScale : core::TimeScale::calendarTime();
    const core::TimeRange range = m_view->viewRange();
    const qint64 begin = scale.toAxis(range.begin);
    const qint64 width = scale.toAxis(range.end) - begin;
    const qint64 place = scale.toAxis(time) - begin;
    if (width <= 0 || (place >= width / 10 && place <= width - width / 10))
        return;
    qint64 newBegin = begin + place - width / 2;
    if (trading && !scale.openRanges().empty()) {
        // Beyond the table of sessions time stands still.
        newBegin = std::min(newBegin, scale.toAxis(scale.openRanges().back().end) - width);
        newBegin = std::max(newBegin, scale.toAxis(scale.openRanges().front().begin));
    }
    m_view->setViewRange({scale.toTime(newBegin), scale.toTime(newBegin + width)});
}

void DeskStack::setSelectedHeadlines(std::vector<qint64> ids)
{
    m_selected = std::move(ids);
    m_view->setSelectedHeadlines(m_selected);
}

std::optional<charts::ChartSpec> DeskStack::spec() const
{
    const auto span = sessionsInView();
    if (!span || m_drawn.empty())
        return std::nullopt;
    charts::ChartSpec spec = m_view->spec();
    if (const auto plan = charts::ChartPlan::make(spec, m_values->content); plan && (*plan)->base)
        spec.base = (*plan)->base;
    spec.view.reset();
    spec.from = span->first;
    spec.to = span->last;
    return spec;
}

int DeskStack::activePane() const
{
    return paneAt(m_view->activePane());
}

std::map<int, double> DeskStack::weights() const
{
    std::map<int, double> weights;
    const std::vector<double> &drawn = m_view->paneWeights();
    for (std::size_t i = 0; i < std::min(drawn.size(), m_drawn.size()); ++i)
        weights[m_drawn[i]] = drawn[i];
    return weights;
}

int DeskStack::indexOf(int pane) const
{
    const auto found = std::ranges::find(m_drawn, pane);
    return found == m_drawn.end() ? -1 : int(found - m_drawn.begin());
}

int DeskStack::paneAt(int index) const
{
    return index < 0 || index >= int(m_drawn.size()) ? 0 : m_drawn[std::size_t(index)];
}

QString DeskStack::nameOf(const QString &symbol) const
{
    if (!m_values || !m_values->content.curves.contains(symbol))
        return symbol;
    return m_values->content.curves.at(symbol).bars->instrument.shortName(m_appearance.language());
}

} // namespace tickmark::desk
