// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>

#include <QPointF>

#include <functional>
#include <span>
#include <vector>

class QPainter;

namespace tickmark::report {

//! What stands on a page in one piece. Lengths in px at 96 dpi.
struct FlowItem
{
    double height = 0;
    double before = 0;         //!< blank above it, but not at the top of a page
    bool keepWithNext = false; //!< never the last thing on a page
    bool newPage = false;      //!< begins one
    int table = -1;            //!< that it is a row of; -1: none
    bool isTableHead = false;  //!< stands again where its table goes on on another page
    //! Draws it with its top left corner there.
    std::function<core::Result<>(QPainter &painter, QPointF topLeft)> paint{};
};

struct PlacedItem
{
    std::size_t item = 0; //!< index of the flow
    double top = 0;       //!< below the top of the page's text
};

using FlowPage = std::vector<PlacedItem>;

//! Puts items onto pages whose text is `height` high. What is kept together moves on to the next page as a whole, unless a
//! page is too low for it; an item that is higher than a page has one of its own. Never an empty page but for no items. A
//! pure function.
[[nodiscard]] std::vector<FlowPage> paginate(std::span<const FlowItem> items, double height);

} // namespace tickmark::report
