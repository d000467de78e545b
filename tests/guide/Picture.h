// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

class QWidget;

//! The widget once it has come to rest: two looks a moment apart that are the same. A null image when it never does.
[[nodiscard]] QImage picture(QWidget &widget);
//! As a PNG of at most 256 colours: the same bytes for the same picture. False when it cannot be written.
[[nodiscard]] bool savePicture(const QImage &picture, const QString &path);
