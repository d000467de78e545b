// SPDX-License-Identifier: GPL-3.0-or-later
#include "PaneMenu.h"

#include <QActionGroup>

namespace tickmark::desk {

using charts::CurveType;
using charts::ValueScale;

namespace {

//! An ampersand in a name is no mnemonic.
QString plain(QString name)
{
    return name.replace(u'&', QLatin1String("&&"));
}

} // namespace

PaneMenu::PaneMenu(const PaneMenuState &state, QWidget *parent) : QMenu(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    addInstruments(state);
    addSeparator();
    if (state.pane.kind == charts::PaneKind::Price) {
        addCurves(state.pane);
        addScales(state.pane);
        QAction *volume = addAction(tr("Show &volume"), this, &PaneMenu::volumeWanted);
        volume->setEnabled(!state.hasVolumePane && !state.pane.symbols.isEmpty());
    }
    QAction *own = addAction(tr("&Own time axis"), this, &PaneMenu::linkToggled);
    own->setCheckable(true);
    own->setChecked(!state.pane.linked);
    addAction(tr("&Data table"), this, &PaneMenu::tableWanted);
    addSeparator();
    addAction(tr("Move &up"), this, [this] { Q_EMIT moveWanted(-1); })->setEnabled(state.canMoveUp);
    addAction(tr("Move do&wn"), this, [this] { Q_EMIT moveWanted(1); })->setEnabled(state.canMoveDown);
    addAction(tr("&Close chart"), this, &PaneMenu::closeWanted);
}

void PaneMenu::addInstruments(const PaneMenuState &state)
{
    addAction(tr("&Add instrument…"), this, &PaneMenu::addWanted);
    QMenu *remove = addMenu(tr("&Remove instrument"));
    for (const QString &symbol : state.pane.symbols) {
        const auto name = state.names.find(symbol);
        remove->addAction(plain(name == state.names.end() ? symbol : name->second), this,
                          [this, symbol] { Q_EMIT removeWanted(symbol); });
    }
    remove->setEnabled(state.pane.symbols.size() > 1);
}

void PaneMenu::addCurves(const DeskPane &pane)
{
    QMenu *menu = addMenu(tr("Curv&e"));
    auto *group = new QActionGroup(menu);
    const auto add = [&](const QString &text, CurveType curve) {
        QAction *action = menu->addAction(text, this, [this, curve] { Q_EMIT curveChosen(curve); });
        action->setCheckable(true);
        action->setChecked(pane.spec().curve == curve);
        // Candles of several instruments would hide one another.
        action->setEnabled(curve != CurveType::Candles || pane.symbols.size() < 2);
        group->addAction(action);
    };
    add(tr("&Line"), CurveType::Line);
    add(tr("&Steps"), CurveType::Step);
    add(tr("&Area"), CurveType::Area);
    add(tr("&Candles"), CurveType::Candles);
}

void PaneMenu::addScales(const DeskPane &pane)
{
    //: of the values in a chart
    QMenu *menu = addMenu(tr("&Scale"));
    auto *group = new QActionGroup(menu);
    const auto add = [&](const QString &text, std::optional<ValueScale> scale) {
        QAction *action = menu->addAction(text, this, [this, scale] { Q_EMIT scaleChosen(scale); });
        action->setCheckable(true);
        action->setChecked(pane.spec().scale == scale);
        action->setEnabled(!scale || !charts::isRebased(*scale) || pane.spec().curve != CurveType::Candles);
        group->addAction(action);
    };
    //: scale of a chart: percent where a base date is set or several instruments are compared, else prices
    add(tr("A&utomatic"), std::nullopt);
    add(tr("&Percent since the base"), ValueScale::Rebased);
    add(tr("Pe&rcent since the base, logarithmic"), ValueScale::RebasedLog);
    add(tr("Pri&ce, linear"), ValueScale::Linear);
    add(tr("Price, lo&garithmic"), ValueScale::Log);
}

} // namespace tickmark::desk
