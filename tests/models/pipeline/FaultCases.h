// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FaultServer.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace tickmark::test {

//! One way in which a server can be ill, and what has to be said of it.
struct FaultCase
{
    enum class Over { Both, PlainOnly, TlsOnly };
    const char *name;
    const char *code; //!< FetchedItem::errorCode
    FaultAnswer answer;
    const char *provider = "twelvedata";
    Over over = Over::Both;
};

//! What a server answers in bytes: status lines, stalls, resets, cuts, packing, size.
[[nodiscard]] std::vector<FaultCase> transportCases();
//! What providers say with HTTP 200 in place of what they were asked for.
[[nodiscard]] std::vector<FaultCase> providerCases();

//! What a provider answers to `target` when it is well: kSoundRows daily bars, trades or headlines of January 2025.
inline constexpr int kSoundRows = 2;
[[nodiscard]] QByteArray soundBody(const QByteArray &provider, const QByteArray &target);
[[nodiscard]] FaultAnswer sound(const QByteArray &provider, const QByteArray &target);
[[nodiscard]] FaultAnswer redirectTo(const QByteArray &location);

} // namespace tickmark::test
