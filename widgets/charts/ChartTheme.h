// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChartSpec.h"

#include <QColor>
#include <QList>
#include <QPen>

namespace tickmark::charts {

//! How one curve is drawn.
struct SeriesStyle
{
    QColor color;
    double width = 1.6;
    QList<qreal> dashes; //!< px; empty: solid

    //! Dashes in px whatever the width (QPen counts them in widths).
    [[nodiscard]] QPen pen() const;
    friend bool operator==(const SeriesStyle &, const SeriesStyle &) = default;
};

//! The colours of visual.md under their names there. Immutable value; colours never depend on the system's palette.
class ChartTheme
{
public:
    [[nodiscard]] static ChartTheme named(ThemeName name, UpDownColors upDown = UpDownColors::BlueOrange);

    //! Style of the curve at `index` of its pane, from 0; beyond the six colours they repeat with other dashes.
    [[nodiscard]] SeriesStyle series(int index) const;
    [[nodiscard]] ThemeName name() const { return m_name; }
    [[nodiscard]] bool isPrint() const { return m_name == ThemeName::Print; }

    QColor window;
    QColor base;
    QColor text;
    QColor secondary;
    QColor grid;
    QColor axis; //!< zero line and axes
    QColor border;
    QColor accent;
    QColor up;
    QColor down;
    QColor hatch;
    QColor extendedHours; //!< shading of pre- and after-market
    QColor leader;        //!< dotted lines from markers through the panes
    QColor alternate;     //!< every other row, boxes
    QColor placeholder;   //!< and disabled text
    QColor tint;          //!< behind what is selected
    QColor buttonTop;     //!< buttons run from this one to the next
    QColor buttonBottom;
    QColor buttonBorder; //!< and of chips
    QColor popup;
    QColor tag; //!< of the crosshair, on the axes
    QColor tagText;
    QColor confirmed;    //!< verdict "close"
    QColor intraday;     //!< verdict
    QColor otherBasis;   //!< verdict
    QColor contradicted; //!< what is wrong: verdicts, errors
    QColor undecided;    //!< verdicts "no data" and "unattributed"
    QColor computed;     //!< band of a computed value

private:
    ThemeName m_name = ThemeName::Light;
};

} // namespace tickmark::charts
