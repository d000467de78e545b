// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>

#include <array>

namespace tickmark::sources {

//! What the program says and does about one fault: tables of these are what the kinds of faults have in common.
template <typename Fault>
struct FaultRow
{
    Fault fault;
    const char *code; //!< the word in JSON and logs
    core::ErrorCode error;
    bool passing;     //!< may go away without a change by the user
    const char *text; //!< untranslated, of the kind's own context; %1: who is at fault
};

//! A fault is the place of its row: a table that fails this does not compile.
template <typename Fault, std::size_t N>
consteval bool standInOrder(const std::array<FaultRow<Fault>, N> &rows)
{
    for (std::size_t i = 0; i < N; ++i) {
        if (static_cast<std::size_t>(rows[i].fault) != i)
            return false;
    }
    return true;
}

template <typename Fault, std::size_t N>
constexpr const FaultRow<Fault> &rowOf(const std::array<FaultRow<Fault>, N> &rows, Fault fault)
{
    return rows[static_cast<std::size_t>(fault)];
}

} // namespace tickmark::sources
