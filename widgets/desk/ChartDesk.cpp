// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartDesk.h"

#include "ChartTableDialog.h"
#include <pipeline/WhenDone.h>

#include <QEvent>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace tickmark::desk {

using pipeline::StoreChange;

namespace {

constexpr qint64 kNearEnough = 3 * core::kNsPerDay; // for a replay

constexpr double kZoomStep = 1.5;
constexpr std::chrono::milliseconds kTableDelay(100);

} // namespace

ChartDesk::ChartDesk(style::Appearance &appearance, QWidget *parent)
    : QWidget(parent),
      m_appearance(appearance),
      m_splitter(new QSplitter(Qt::Vertical)),
      m_dropLine(new QWidget(this)),
      m_linked(new DeskStack(true, appearance)),
      m_tableDelay(new QTimer(this))
{
    setAccessibleName(tr("Charts"));
    // At this width Qt draws one line and lets the mouse grab a few pixels beside it.
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_linked);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter);
    setFocusProxy(m_linked);
    m_dropLine->setAutoFillBackground(true);
    m_dropLine->hide();
    m_tableDelay->setSingleShot(true);
    m_tableDelay->setInterval(kTableDelay);
    connect(m_tableDelay, &QTimer::timeout, this, &ChartDesk::showTables);
    connect(m_splitter, &QSplitter::splitterMoved, this, &ChartDesk::keepSplitter);
    connectStack(m_linked);
    connect(m_linked, &DeskStack::chartChanged, this, &ChartDesk::comeNear);
    const charts::StackView &view = m_linked->view();
    connect(&view, &charts::StackView::viewRangeChanged, this, &ChartDesk::viewRangeChanged);
    connect(&view, &charts::StackView::crosshairMoved, this, &ChartDesk::crosshairMoved);
    connect(&m_appearance, &style::Appearance::changed, this, &ChartDesk::showClaim);
    setSentences();
}

ChartDesk::~ChartDesk() = default;

void ChartDesk::connectStack(DeskStack *stack)
{
    const charts::StackView &view = stack->view();
    stack->setReplay(m_replayed);
    stack->setLive(m_streams);
    connect(&view, &charts::StackView::painted, this, &ChartDesk::painted);
    connect(&view, &charts::StackView::headlinesActivated, this, &ChartDesk::headlinesActivated);
    connect(&view, &charts::StackView::historyChanged, this, &ChartDesk::historyChanged);
    connect(&view, &charts::StackView::baseDragged, this, [this](core::SessionDate base) { setBase(base); });
    connect(&view, &charts::StackView::viewRangeChanged, this, &ChartDesk::stateChanged);
    connect(&view, &charts::StackView::followChanged, this, &ChartDesk::stateChanged);
    connect(stack, &DeskStack::liveWanted, this, [this](int pane, const QRect &anchor) {
        if (stackOf(pane)->isElsewhere(pane))
            followPane(pane);
        else if (const DeskPane *found = m_panes.find(pane))
            Q_EMIT liveWanted(found->symbols, anchor);
    });
    connect(stack, &DeskStack::followWanted, this, &ChartDesk::followPane);
    connect(stack, &DeskStack::chartChanged, m_tableDelay, qOverload<>(&QTimer::start));
    connect(stack, &DeskStack::activated, this, &ChartDesk::activate);
    connect(stack, &DeskStack::menuWanted, this, &ChartDesk::openMenu);
    connect(stack, &DeskStack::linkToggled, this, &ChartDesk::toggleLink);
    connect(stack, &DeskStack::closeWanted, this, &ChartDesk::closePane);
    connect(stack, &DeskStack::headDragged, this, &ChartDesk::markDropPlace);
    connect(stack, &DeskStack::headDropped, this, &ChartDesk::dropHead);
    connect(stack, &DeskStack::instrumentsDropped, this, &ChartDesk::addInstruments);
    connect(stack, &DeskStack::weightsChanged, this, [this, stack] { keepWeights(stack); });
    connect(stack, &DeskStack::failed, this, &ChartDesk::failed);
}

void ChartDesk::setSession(pipeline::StoreSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_instruments.clear();
    m_linked->setSession(session);
    for (const auto &[pane, stack] : m_unlinked)
        stack->setSession(session);
    setSentences();
    if (!session)
        return;
    readInstruments();
    connect(session, &pipeline::StoreSession::changed, this, [this](pipeline::StoreChanges what) {
        if (what & StoreChange::Instruments)
            readInstruments();
        if (!(what & (StoreChange::Instruments | StoreChange::Quotes | StoreChange::News)))
            return;
        m_linked->reload();
        for (const auto &[pane, stack] : m_unlinked)
            stack->reload();
    });
}

void ChartDesk::readInstruments()
{
    const auto reading = m_session->read(
        [](store::StoreReader &reader, std::stop_token) { return reader.instruments(); });
    pipeline::whenDone(reading, this,
                       [this, session = m_session](const core::Result<std::vector<core::Instrument>> &instruments) {
                           if (session != m_session)
                               return;
                           if (instruments)
                               m_instruments = *instruments;
                           else
                               Q_EMIT failed(instruments.error());
                       });
}

void ChartDesk::setSentences()
{
    m_linked->setEmptySentence(
        !m_session ? tr("No store is open. Open one from the File menu, or begin with the sample case.")
        : m_panes.isEmpty()
            ? tr("There is no chart. Add one from the Chart menu, or drag an instrument here from the watchlist.")
            : tr("Reading the quotes…"));
}

DeskState ChartDesk::state() const
{
    DeskState state;
    for (const auto &[id, pane] : m_panes.all()) {
        state.panes.push_back(pane);
        if (!pane.linked)
            state.panes.back().range = stackOf(id)->range();
    }
    state.range = m_linked->range();
    state.base = m_shared.base;
    state.time = m_shared.time;
    state.follow = linkedFollow();
    state.activePane = std::max(0, m_panes.indexOf(m_active));
    return state;
}

void ChartDesk::setState(const DeskState &state)
{
    m_panes.assign(state.panes);
    m_active = 0;
    m_shared = {state.base, state.time};
    m_linked->restore(m_panes.linked(), m_shared, state.range);
    arrange();
    m_linked->view().setFollow(state.follow);
    activate(m_panes.idAt(std::clamp(state.activePane, 0, std::max(0, int(state.panes.size()) - 1))));
    Q_EMIT stateChanged();
}

void ChartDesk::arrange()
{
    std::erase_if(m_unlinked, [this](const auto &entry) {
        const DeskPane *pane = m_panes.find(entry.first);
        const bool gone = !pane || pane->linked;
        if (gone) {
            entry.second->hide();
            entry.second->deleteLater(); // it may be the sender of what is going on
        }
        return gone;
    });
    const std::vector<ListedPane> linked = m_panes.linked();
    m_linked->setPanes(linked);
    m_linked->setVisible(!linked.empty() || m_panes.isEmpty());
    int place = 1;
    for (const ListedPane &listed : m_panes.unlinked()) {
        DeskStack *&stack = m_unlinked[listed.id];
        if (!stack) {
            stack = new DeskStack(false, m_appearance);
            connectStack(stack);
            stack->setEmptySentence(tr("Reading the quotes…"));
            stack->setSession(m_session);
            stack->view().setHeadlineNotes(m_headlineNotes);
            stack->restore({listed}, m_shared, listed.pane.range ? listed.pane.range : m_linked->range());
        } else {
            stack->setPanes({listed});
        }
        m_splitter->insertWidget(place++, stack);
        stack->show();
    }
    for (const auto &[pane, table] : m_tables) {
        if (table && !m_panes.find(pane))
            table->close();
    }
    setSentences();
    shareHeights();
    showClaim();
    if (!m_panes.find(m_active))
        activate(m_panes.idAt(0));
}

void ChartDesk::shareHeights()
{
    constexpr double kUnit = 1000; // the splitter scales what it is given
    double linked = 0;
    for (const ListedPane &listed : m_panes.linked())
        linked += listed.pane.weight;
    QList<int> sizes;
    for (int i = 0; i < m_splitter->count(); ++i) {
        double weight = 0;
        for (const auto &[pane, stack] : m_unlinked)
            weight += stack == m_splitter->widget(i) ? m_panes.find(pane)->weight : 0;
        sizes.append(int(kUnit * (m_splitter->widget(i) == m_linked ? linked : weight)));
    }
    m_splitter->setSizes(sizes);
}

void ChartDesk::keepWeights(DeskStack *stack)
{
    const std::map<int, double> weights = stack->weights();
    double before = 0;
    double now = 0;
    for (const auto &[pane, weight] : weights) {
        before += m_panes.find(pane) ? m_panes.find(pane)->weight : 0;
        now += weight;
    }
    if (now <= 0)
        return;
    for (const auto &[pane, weight] : weights) {
        if (DeskPane *found = m_panes.find(pane))
            found->weight = std::max(0.001, std::round(weight / now * before * 1000) / 1000);
    }
    Q_EMIT stateChanged();
}

void ChartDesk::keepSplitter()
{
    double linked = 0;
    for (const ListedPane &listed : m_panes.linked())
        linked += listed.pane.weight;
    const double unit = linked > 0 && m_linked->height() > 0 ? m_linked->height() / linked : height();
    for (const auto &[pane, stack] : m_unlinked)
        m_panes.find(pane)->weight = std::max(0.001, std::round(stack->height() / unit * 1000) / 1000);
    Q_EMIT stateChanged();
}

DeskStack *ChartDesk::stackOf(int pane) const
{
    const auto found = m_unlinked.find(pane);
    return found == m_unlinked.end() ? m_linked : found->second;
}

DeskStack *ChartDesk::activeStack() const
{
    return stackOf(m_active);
}

const DeskPane *ChartDesk::activePane() const
{
    return m_panes.find(m_active);
}

void ChartDesk::activate(int pane)
{
    const bool isNew = pane != m_active;
    m_active = pane;
    m_linked->setActivePane(pane);
    for (const auto &[id, stack] : m_unlinked)
        stack->setActivePane(pane);
    if (isNew) {
        Q_EMIT activePaneChanged();
        Q_EMIT historyChanged();
    }
}

void ChartDesk::showRange(RangeChoice choice)
{
    activeStack()->showChoice(choice);
}

std::optional<RangeChoice> ChartDesk::currentRange() const
{
    return activeStack()->currentChoice();
}

core::TimeRange ChartDesk::viewRange() const
{
    return m_linked->view().viewRange();
}

void ChartDesk::fit()
{
    activeStack()->view().fit();
}

void ChartDesk::zoomIn()
{
    activeStack()->view().zoom(kZoomStep);
}

void ChartDesk::zoomOut()
{
    activeStack()->view().zoom(1 / kZoomStep);
}

bool ChartDesk::canGoBack() const
{
    return activeStack()->view().canGoBack();
}

bool ChartDesk::canGoForward() const
{
    return activeStack()->view().canGoForward();
}

void ChartDesk::goBack()
{
    activeStack()->view().goBack();
}

void ChartDesk::goForward()
{
    activeStack()->view().goForward();
}

void ChartDesk::setFollow(bool follow)
{
    activeStack()->view().setFollow(follow);
}

QStringList ChartDesk::activeSymbols() const
{
    const DeskPane *pane = activePane();
    return pane ? pane->symbols : QStringList();
}

void ChartDesk::beginReplay(const QString &symbol, qint64 seriesId)
{
    const DeskState now = state();
    if (std::ranges::none_of(now.panes, [&](const DeskPane &pane) { return pane.symbols.contains(symbol); }))
        addPane({symbol});
    setReplay(seriesId);
    m_comesNear = true;
    comeNear();
}

void ChartDesk::comeNear()
{
    if (!m_comesNear || !m_linked->content())
        return;
    m_comesNear = false;
    const core::TimeRange view = viewRange();
    if (view.end.ns - view.begin.ns > kNearEnough)
        showRange(RangeChoice::Day1);
    m_linked->view().setFollow(true);
}

void ChartDesk::endReplay()
{
    m_comesNear = false;
    setReplay(std::nullopt);
}

void ChartDesk::setReplay(std::optional<qint64> seriesId)
{
    m_replayed = seriesId;
    m_linked->setReplay(seriesId);
    for (const auto &[pane, stack] : m_unlinked)
        stack->setReplay(seriesId);
}

bool ChartDesk::linkedFollow() const
{
    return m_linked->view().follows();
}

bool ChartDesk::follows() const
{
    return activeStack()->view().follows();
}

void ChartDesk::setTimeMode(charts::TimeMode mode)
{
    share({m_shared.base, mode});
}

charts::TimeMode ChartDesk::timeMode() const
{
    return m_shared.time;
}

void ChartDesk::setBase(std::optional<core::SessionDate> base)
{
    share({base, m_shared.time});
}

std::optional<core::SessionDate> ChartDesk::base() const
{
    return m_shared.base;
}

void ChartDesk::share(const DeskStack::Shared &shared)
{
    if (shared == m_shared)
        return;
    m_shared = shared;
    m_linked->setShared(shared);
    for (const auto &[pane, stack] : m_unlinked)
        stack->setShared(shared);
    Q_EMIT stateChanged();
}

void ChartDesk::setCrosshair(std::optional<core::Time> time)
{
    m_linked->view().setCrosshair(time);
}

std::optional<ExportRequest> ChartDesk::exportRequest() const
{
    const DeskStack *stack = m_panes.linked().empty() ? activeStack() : m_linked;
    auto spec = stack->spec();
    if (!spec)
        return std::nullopt;
    return requestOf(*stack, std::move(*spec));
}

ExportRequest ChartDesk::requestOf(const DeskStack &stack, charts::ChartSpec spec) const
{
    spec.theme = charts::ThemeName::Print;
    spec.markers = true;
    return ExportRequest{std::move(spec), charts::withOwnPages(*stack.content()), m_session};
}

std::vector<ExportRequest> ChartDesk::paneRequests() const
{
    std::map<const DeskStack *, std::optional<charts::ChartSpec>> specs;
    std::vector<ExportRequest> requests;
    for (const ListedPane &listed : m_panes.all()) {
        const DeskStack *stack = stackOf(listed.id);
        const int index = stack->indexOf(listed.id);
        if (!specs.contains(stack))
            specs[stack] = stack->spec();
        std::optional<charts::ChartSpec> spec = specs[stack];
        if (!spec || index < 0)
            continue;
        spec->panes = {spec->panes[std::size_t(index)]};
        requests.push_back(requestOf(*stack, std::move(*spec)));
    }
    return requests;
}

int ChartDesk::activeRequest() const
{
    int index = 0;
    for (const ListedPane &listed : m_panes.all()) {
        if (listed.id == m_active)
            return stackOf(listed.id)->indexOf(listed.id) < 0 ? 0 : index;
        if (stackOf(listed.id)->indexOf(listed.id) >= 0)
            ++index;
    }
    return 0;
}

void ChartDesk::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Charts"));
        setSentences();
    }
    QWidget::changeEvent(event);
}

} // namespace tickmark::desk
