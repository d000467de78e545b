// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

//! Foreign text made fit to be shown: nothing in it can hide, reorder or imitate what stands around it.
namespace tickmark::news {

//! `text` with the same number of UTF-16 units, so that places in it stay where they are: control characters become their
//! pictures (U+2400...), direction marks and halves of surrogate pairs U+FFFD, all kinds of line ends '\n'.
[[nodiscard]] QString visibleText(QStringView text);

//! One line of at most `limit` UTF-16 units: as visibleText(), line ends and runs of blanks as one blank; "…" at the end
//! when something was cut off.
[[nodiscard]] QString visibleLine(QStringView text, qsizetype limit = 400);

} // namespace tickmark::news
