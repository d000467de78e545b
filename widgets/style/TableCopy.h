// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemView;

namespace tickmark::style {

//! Ctrl+C copies the selected rows (all when none is) with their column heads as TSV and as an HTML table; so does the
//! table's context menu. U+2212 becomes "-" in TSV.
void addTableCopy(QAbstractItemView &view);

} // namespace tickmark::style
