// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pipeline/FetchScheduler.h>
#include <sources/keys/KeyVault.h>

#include <functional>

namespace tickmark::dialogs {

//! What the dialogs of sources work with. Lent; all of it outlives them.
struct SourceTools
{
    pipeline::StoreSession &session;
    pipeline::FetchScheduler &scheduler;
    sources::KeyVault &keys;
    std::function<core::Time()> now; //!< wall clock
};

} // namespace tickmark::dialogs
