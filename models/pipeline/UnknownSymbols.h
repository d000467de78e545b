// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>

#include <QStringList>

namespace tickmark::pipeline {

//! What to say of symbols in a file that no instrument of the store has: the first ten, and what to do. Not empty.
[[nodiscard]] QString unknownSymbolsText(const QStringList &symbols);
//! That as a failure; its detail are the symbols, one on each line.
[[nodiscard]] core::Error unknownSymbols(const QStringList &symbols);

} // namespace tickmark::pipeline
