// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "DeskState.h"

#include <QMenu>

#include <map>

namespace tickmark::desk {

//! What the menu has to know of a chart.
struct PaneMenuState
{
    DeskPane pane;
    std::map<QString, QString> names; //!< of its instruments, by symbol
    bool hasVolumePane = false;       //!< its first instrument's volumes stand in a chart already
    bool canMoveUp = false;
    bool canMoveDown = false;
};

//! The menu of one chart: what it shows and how. Made for one showing; deletes itself when it closes.
class PaneMenu : public QMenu
{
    Q_OBJECT

public:
    PaneMenu(const PaneMenuState &state, QWidget *parent);

Q_SIGNALS:
    void addWanted();
    void removeWanted(const QString &symbol);
    void curveChosen(tickmark::charts::CurveType curve);
    void scaleChosen(std::optional<tickmark::charts::ValueScale> scale);
    void volumeWanted();
    void linkToggled();
    void tableWanted();
    void moveWanted(int places); //!< -1: up
    void closeWanted();

private:
    void addInstruments(const PaneMenuState &state);
    void addCurves(const DeskPane &pane);
    void addScales(const DeskPane &pane);
};

} // namespace tickmark::desk
