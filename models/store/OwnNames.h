// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Names of sources that the program gives itself, besides kCorrectionSource: codes, never translated, and of no source that
// is set up.
namespace tickmark::store {

inline constexpr const char *kFileSource = "file"; //!< also "file, splits until 2025-01-27"
inline constexpr const char *kSampleSource = "sample";
inline constexpr const char *kSimulationSource = "simulation";

} // namespace tickmark::store
