// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StoreTypes.h"
#include <core/Result.h>

#include <functional>
#include <stop_token>
#include <vector>

//! Stores as files: making, looking at, checking, copying. Each function works on its own and may run on any thread but
//! the GUI's. `overwrite` allows to put the new file in the place of an existing one (AlreadyExists without it), but never
//! of a store that a writer holds (InUse). A target appears complete or not at all.
namespace tickmark::store {

class StoreWriter;

//! Makes a store at `path` with what `fill` writes (it must wait for the futures whose answers it needs; the rest is
//! awaited here). An error of `fill` is returned, and there is no file then.
core::Result<> createStore(const QString &path, bool overwrite,
                           const std::function<core::Result<>(StoreWriter &writer)> &fill);

//! Version, size, counts and ranges of a store.
[[nodiscard]] core::Result<StoreInfo> storeInfo(const QString &path);

//! Everything that is wrong with a store; empty when it is sound. An Error only when it cannot be looked at at all (missing,
//! foreign, newer; so damaged that it does not open). Reads all of it. Never writes.
[[nodiscard]] core::Result<std::vector<Finding>> verifyStore(const QString &path, std::stop_token stop = {});

//! A compact, checked copy of the store as it is now; the store may be in use.
core::Result<> backupStore(const QString &path, const QString &target, bool overwrite, std::stop_token stop = {});

//! Puts a copy of `backup` at `target`, after checking the backup. On failure `target` is as it was.
core::Result<> restoreStore(const QString &backup, const QString &target, bool overwrite, std::stop_token stop = {});

//! True when `path` is a file that begins like a store of any version (a look at its first bytes).
[[nodiscard]] bool looksLikeStore(const QString &path);

} // namespace tickmark::store
