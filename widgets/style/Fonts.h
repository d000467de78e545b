// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace tickmark::style {

//! The window's type (visual.md, "Type"): every text is one of these. Hinting as charts have it.
enum class TextRole {
    Small,    //!< 11: dates, chips, column heads, status bar
    Normal,   //!< 12: widgets, tables, read-outs
    Title,    //!< 12 semibold: docks, panes
    Headline, //!< 13 semibold
    Sentence, //!< 13: excerpts
    Excerpt,  //!< 15 semibold: title of an excerpt
    View      //!< 18 semibold
};

[[nodiscard]] QFont textFont(TextRole role);

} // namespace tickmark::style
