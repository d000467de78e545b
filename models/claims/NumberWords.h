// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <utility>
#include <vector>

namespace tickmark::claims {

//! All number words of a language that texts use beside a unit, made from the rules of its lexicon: words as they are, ones
//! and tens joined ("zweiundzwanzig", "twenty-two"), hundreds, and halves ("eineinhalb", "two and a half").
[[nodiscard]] std::vector<std::pair<QString, double>> numberWords(const QJsonObject &rules);

} // namespace tickmark::claims
