// SPDX-License-Identifier: GPL-3.0-or-later
// A source file for the target that owns the precompiled header.
