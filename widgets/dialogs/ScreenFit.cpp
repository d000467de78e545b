// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScreenFit.h"

#include <QDialog>
#include <QScreen>

namespace tickmark::dialogs {

namespace {

constexpr QSize kFrame{16, 48}; // title bar and borders of the window system

} // namespace

void fitToScreen(QDialog &dialog, QSize wanted)
{
    const QWidget *parent = dialog.parentWidget();
    const QScreen *screen = parent ? parent->screen() : dialog.screen();
    if (screen)
        wanted = wanted.boundedTo(screen->availableSize() - kFrame);
    dialog.resize(wanted);
}

} // namespace tickmark::dialogs
