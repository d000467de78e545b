// SPDX-License-Identifier: GPL-3.0-or-later
#include "CurveLayer.h"

namespace tickmark::charts {

// Here, so that the class has one home for its table of virtual functions.
CurveLayer::~CurveLayer() = default;

} // namespace tickmark::charts
