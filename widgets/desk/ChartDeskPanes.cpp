// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartDesk.h"
#include "ChartTableDialog.h"
#include "InstrumentPicker.h"
#include "PaneMenu.h"

#include <algorithm>

//! What the user does with single charts: their instruments, curves, places and tables.
namespace tickmark::desk {

using charts::ValueScale;

template <typename Change>
void ChartDesk::edit(int pane, Change change)
{
    DeskPane *found = m_panes.find(pane);
    if (!found)
        return;
    change(*found);
    DeskStack *stack = stackOf(pane);
    stack->setPanes(stack == m_linked ? m_panes.linked() : std::vector<ListedPane>{{pane, *found}});
    Q_EMIT stateChanged();
    if (pane == m_active)
        Q_EMIT activePaneChanged();
}

void ChartDesk::setCurve(charts::CurveType curve)
{
    edit(m_active, [curve](DeskPane &pane) { pane.curve = curve; });
}

charts::CurveType ChartDesk::curve() const
{
    const DeskPane *pane = activePane();
    return pane ? *pane->spec().curve : charts::CurveType::Line;
}

void ChartDesk::setScale(std::optional<ValueScale> scale)
{
    edit(m_active, [scale](DeskPane &pane) { pane.scale = scale; });
}

std::optional<ValueScale> ChartDesk::scale() const
{
    const DeskPane *pane = activePane();
    return pane ? pane->spec().scale : std::nullopt;
}

void ChartDesk::setLogarithmic(bool logarithmic)
{
    const bool hasBase = m_shared.base.has_value();
    edit(m_active, [=](DeskPane &pane) {
        const bool percent = pane.scale ? charts::isRebased(*pane.scale) : hasBase || pane.symbols.size() > 1;
        if (logarithmic)
            pane.scale = percent ? ValueScale::RebasedLog : ValueScale::Log;
        else
            pane.scale = percent ? ValueScale::Rebased : ValueScale::Linear;
    });
}

bool ChartDesk::isLogarithmic() const
{
    return scale() == ValueScale::Log || scale() == ValueScale::RebasedLog;
}

void ChartDesk::addInstrument(const QString &symbol)
{
    addInstruments(m_active, {symbol});
}

void ChartDesk::showInstrument(const QString &symbol)
{
    if (!activePane())
        return addPane({symbol});
    edit(m_active, [&](DeskPane &pane) { pane.symbols = {symbol}; });
}

void ChartDesk::addPane(const QStringList &symbols)
{
    if (symbols.isEmpty())
        return;
    DeskPane pane;
    pane.symbols = symbols;
    const int id = m_panes.add(pane);
    arrange();
    activate(id);
    Q_EMIT stateChanged();
}

void ChartDesk::addInstruments(int pane, const QStringList &symbols)
{
    if (!m_panes.find(pane))
        return addPane(symbols);
    edit(pane, [&](DeskPane &found) {
        for (const QString &symbol : symbols) {
            if (!found.symbols.contains(symbol))
                found.symbols.append(symbol);
        }
    });
    activate(pane);
}

void ChartDesk::openMenu(int pane, QPoint globalPosition)
{
    const DeskPane *found = m_panes.find(pane);
    if (!found)
        return;
    activate(pane);
    PaneMenuState state;
    state.pane = *found;
    for (const QString &symbol : found->symbols)
        state.names[symbol] = stackOf(pane)->nameOf(symbol);
    state.hasVolumePane = std::ranges::any_of(m_panes.all(), [&](const ListedPane &other) {
        return other.pane.kind == charts::PaneKind::Volume && other.pane.symbols.contains(found->symbols.value(0));
    });
    state.canMoveUp = m_panes.canMove(pane, -1);
    state.canMoveDown = m_panes.canMove(pane, 1);
    auto *menu = new PaneMenu(state, this);
    connect(menu, &PaneMenu::addWanted, this, [=, this] { pickInstrument(pane, globalPosition); });
    connect(menu, &PaneMenu::removeWanted, this, [=, this](const QString &symbol) {
        edit(pane, [&](DeskPane &changed) { changed.symbols.removeAll(symbol); });
    });
    connect(menu, &PaneMenu::curveChosen, this,
            [=, this](charts::CurveType curve) { edit(pane, [curve](DeskPane &changed) { changed.curve = curve; }); });
    connect(menu, &PaneMenu::scaleChosen, this, [=, this](std::optional<ValueScale> scale) {
        edit(pane, [scale](DeskPane &changed) { changed.scale = scale; });
    });
    connect(menu, &PaneMenu::volumeWanted, this, [=, this] { addVolume(pane); });
    connect(menu, &PaneMenu::linkToggled, this, [=, this] { toggleLink(pane); });
    connect(menu, &PaneMenu::tableWanted, this, [=, this] { openTableOf(pane); });
    connect(menu, &PaneMenu::moveWanted, this, [=, this](int places) { movePane(pane, places); });
    connect(menu, &PaneMenu::closeWanted, this, [=, this] { closePane(pane); });
    Q_EMIT menuOpening(menu, found->symbols);
    menu->popup(globalPosition);
}

void ChartDesk::pickInstrument(int pane, QPoint globalPosition)
{
    auto *picker = new InstrumentPicker(m_instruments, m_appearance, this);
    connect(picker, &InstrumentPicker::chosen, this,
            [this, pane](const QString &symbol) { addInstruments(pane, {symbol}); });
    picker->openAt(globalPosition);
}

void ChartDesk::addVolume(int pane)
{
    const DeskPane *prices = m_panes.find(pane);
    if (!prices || prices->symbols.isEmpty())
        return;
    DeskPane volume;
    volume.kind = charts::PaneKind::Volume;
    volume.symbols = {prices->symbols.constFirst()};
    volume.weight = kVolumeWeight;
    volume.linked = prices->linked;
    volume.range = prices->linked ? std::nullopt : stackOf(pane)->range();
    m_panes.add(volume, pane);
    arrange();
    Q_EMIT stateChanged();
}

void ChartDesk::toggleLink(int pane)
{
    DeskPane *found = m_panes.find(pane);
    if (!found)
        return;
    found->range = found->linked ? m_linked->range() : std::nullopt;
    m_panes.setLinked(pane, !found->linked);
    arrange();
    activate(pane);
    Q_EMIT stateChanged();
}

void ChartDesk::closePane(int pane)
{
    m_panes.remove(pane);
    arrange();
    Q_EMIT stateChanged();
}

void ChartDesk::movePane(int pane, int places)
{
    m_panes.move(pane, places);
    arrange();
    Q_EMIT stateChanged();
}

void ChartDesk::openTable()
{
    openTableOf(m_active);
}

void ChartDesk::openTableOf(int pane)
{
    if (!m_panes.find(pane))
        return;
    QPointer<ChartTableDialog> &table = m_tables[pane];
    if (!table) {
        table = new ChartTableDialog(m_appearance, this);
        connect(table, &ChartTableDialog::barCorrectionWanted, this, &ChartDesk::barCorrectionWanted);
    }
    showTables();
    table->show();
    table->raise();
    table->activateWindow();
}

void ChartDesk::showTables()
{
    for (const auto &[pane, table] : m_tables) {
        DeskStack *stack = stackOf(pane);
        const int index = stack->indexOf(pane);
        if (!table || index < 0)
            continue;
        if (const auto spec = stack->spec())
            table->showChart(*spec, *stack->content(), index);
    }
}

ChartDesk::DropPlace ChartDesk::dropPlace(int pane, QPoint globalPosition) const
{
    if (stackOf(pane) == m_linked) {
        const int place = m_linked->insertionIndex(globalPosition);
        const int y = m_linked->insertionHeight(place);
        return {place, m_linked->mapTo(this, QPoint(0, y)).y()};
    }
    const int y = mapFromGlobal(globalPosition).y();
    DropPlace result{0, m_linked->isVisible() ? m_linked->geometry().bottom() : 0};
    for (const ListedPane &listed : m_panes.unlinked()) {
        const QRect area = m_unlinked.at(listed.id)->geometry();
        if (y > area.center().y())
            result = {result.place + 1, area.bottom()};
    }
    return result;
}

void ChartDesk::markDropPlace(int pane, QPoint globalPosition)
{
    QPalette palette = m_dropLine->palette();
    palette.setColor(QPalette::Window, m_appearance.theme().accent);
    m_dropLine->setPalette(palette);
    const int y = dropPlace(pane, globalPosition).y;
    m_dropLine->setGeometry(0, std::clamp(y - 1, 0, height() - 2), width(), 2);
    m_dropLine->raise();
    m_dropLine->show();
}

void ChartDesk::dropHead(int pane, QPoint globalPosition)
{
    m_dropLine->hide();
    m_panes.moveBefore(pane, dropPlace(pane, globalPosition).place);
    arrange();
    Q_EMIT stateChanged();
}

} // namespace tickmark::desk
