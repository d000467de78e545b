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
    //! Draws it with its top left corner there, as high as it was placed.
    std::function<core::Result<>(QPainter &painter, QPointF topLeft, double height)> paint{};
    double stretch = 0; //!< how much higher it may become where its page has room left
    //! Items that stand above this one, too, where it begins a page, top to bottom. The head of its table does so last
    //! unless it is among them.
    std::vector<std::size_t> above{};
    bool isOnlyAbove = false; //!< stands nowhere else
};

struct PlacedItem
{
    std::size_t item = 0; //!< index of the flow
    double top = 0;       //!< below the top of the page's text
    double height = 0;    //!< that of the item, and its part of what the page had left
    bool isAgain = false; //!< stands here for the sake of what follows
};

using FlowPage = std::vector<PlacedItem>;

//! Puts items onto pages whose text is `height` high. What is kept together moves on to the next page as a whole, unless a
//! page is too low for it; an item that is higher than a page has one of its own. A last page with next to nothing on it
//! gets some of the one before. What a page has left is shared among the items that may stretch. Never an empty page but
//! for no items. A pure function.
[[nodiscard]] std::vector<FlowPage> paginate(std::span<const FlowItem> items, double height);

} // namespace tickmark::report
