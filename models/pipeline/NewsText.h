// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>
#include <sources/ByteSource.h>

#include <QByteArray>

#include <stop_token>

//! Plain texts in whose claims somebody may be interested.
namespace tickmark::pipeline {

//! In bytes; some 600,000 words. Bounds the memory and the time that claims cost, and no article comes near it.
inline constexpr qsizetype kLongestNewsBytes = 4'000'000;

//! What is left of `source`, read no further than needed to see that it is too long. InvalidInput: more than
//! kLongestNewsBytes; else the errors of sources::readFront.
[[nodiscard]] core::Result<QByteArray> readNewsText(sources::ByteSource &source, std::stop_token stop = {});

} // namespace tickmark::pipeline
