// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace tickmark::news {

//! The language of a news text: "de", "en", or empty when it is neither or cannot be told. Judged by function words, words
//! of the markets, word endings and letters of at most the first 4,000 UTF-16 units; a headline of five words is mostly
//! enough. Pure function.
[[nodiscard]] QString guessLanguage(QStringView text);

} // namespace tickmark::news
