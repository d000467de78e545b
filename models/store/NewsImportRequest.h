// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ClaimTypes.h"

#include <vector>

namespace tickmark::store {

//! News of one origin on their way into the store, with the claims of each text.
struct NewsImportRequest
{
    ImportOrigin origin;
    std::vector<NewsWithClaims> items;
    ImportEnd end;
    bool dryRun = false; //!< do everything, tell the totals, keep nothing
};

} // namespace tickmark::store
