// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <span>

namespace tickmark::ticks {

//! CRC-32C (Castagnoli; RFC 3720, appendix B.4), by the processor's instruction where it has one. Pure; any thread.
[[nodiscard]] quint32 crc32c(std::span<const std::byte> bytes);
//! What runs elsewhere: by tables, eight bytes at once.
[[nodiscard]] quint32 crc32cPortable(std::span<const std::byte> bytes);

} // namespace tickmark::ticks
