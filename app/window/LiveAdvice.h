// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pipeline/LiveStatus.h>

namespace tickmark::window {

//! What the user can do about `error` of a stream, in the language of the moment; empty: nothing is wrong, or nobody knows.
[[nodiscard]] QString liveAdvice(const pipeline::LiveStatus &status);

} // namespace tickmark::window
