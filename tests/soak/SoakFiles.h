// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

//! Files as a user brings them, written once into `folder`: bars and ticks as CSV in two spellings, one of them with rows
//! that are wrong, and a feed with numbers to check. Their paths.
[[nodiscard]] QStringList writeSoakFiles(const QString &folder);
//! The feed among them, for a server to answer with.
[[nodiscard]] QByteArray soakFeed();
//! Texts with numbers about the sample case, as they are pasted to be checked.
[[nodiscard]] const QStringList &soakTexts();
