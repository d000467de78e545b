// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ByteSource.h"
#include <core/Result.h>

#include <QByteArray>
#include <QString>

#include <stop_token>

//! Inputs that are taken as a whole: a feed, a text. Memory of their size.
namespace tickmark::sources {

//! At most `most` bytes (unpacked) from the front of what is left; no more than those are read.
[[nodiscard]] core::Result<QByteArray> readFront(ByteSource &source, qsizetype most, std::stop_token stop = {});

//! InvalidInput when there are more than `limit` bytes (unpacked), before more than one byte beyond that is read.
[[nodiscard]] core::Result<QByteArray> readWhole(ByteSource &source, qsizetype limit, std::stop_token stop = {});

//! `bytes` as text, whatever their encoding, without a byte order mark. InvalidInput for what is no plain text: nothing at
//! all, markup, a table of another program, a picture. `name` is named in messages.
[[nodiscard]] core::Result<QString> plainTextOf(const QByteArray &bytes, const QString &name);

} // namespace tickmark::sources
