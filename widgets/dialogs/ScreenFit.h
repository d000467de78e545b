// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

class QDialog;

namespace tickmark::dialogs {

//! Gives a dialog that is not shown yet the wanted size, or what its parent's screen has room for; px.
void fitToScreen(QDialog &dialog, QSize wanted);

} // namespace tickmark::dialogs
