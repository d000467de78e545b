// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Feed.h"

#include <QString>

#include <optional>

namespace tickmark::news {

//! The XML of a feed, fit to be given to a parser.
struct PreparedXml
{
    QString text;
    //! Why the text ends earlier than the feed: Forbidden, or TooDeep for a tag of unreasonably many attributes.
    std::optional<FeedProblem::Kind> cutBy;
};

//! Takes out what a parser should never see and mends what many feeds get wrong, keeping the line numbers:
//! - The XML declaration goes (the text is decoded already), wherever it stands before the first element.
//! - A document type goes unless it declares entities; with those, or behind the first element, or as a second one, the
//!   text ends there.
//! - "&" that begins no reference becomes "&amp;" ("S&P 500").
//! - Control characters that XML forbids become their pictures, as in visibleText().
//! One pass, linear.
[[nodiscard]] PreparedXml prepareXml(const QString &text);

} // namespace tickmark::news
