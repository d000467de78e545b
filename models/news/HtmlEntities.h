// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace tickmark::news {

//! The character of an entity of HTML 4 (and a few later ones that feeds use), named without & and ";"; 0 when there is none
//! of that name. Names are case sensitive.
[[nodiscard]] char16_t htmlEntity(QStringView name);

//! The character that a numeric reference means; U+FFFD for what is no character.
[[nodiscard]] char32_t htmlCharacter(char32_t code);

} // namespace tickmark::news
