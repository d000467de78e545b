// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

//! What keeps an element of a page from being read. Pure functions.
namespace tickmark::news {

//! Blanks of markup; others are text.
[[nodiscard]] inline bool isAsciiBlank(QChar c)
{
    return c == u' ' || (c >= u'\t' && c <= u'\r');
}

//! Whether an attribute keeps its element from being read: "hidden", a style that shows nothing, aria-hidden="true".
[[nodiscard]] bool isHidingAttribute(QStringView name, QStringView value);

//! Whether one of these attributes, as the tag has them, does.
[[nodiscard]] bool isHidden(QStringView attributes);

} // namespace tickmark::news
