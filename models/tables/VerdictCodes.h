// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <claims/Judge.h>

namespace tickmark::tables {

//! A set of verdicts. Plain value.
class VerdictCodes
{
public:
    void insert(claims::VerdictCode code) { m_bits |= bit(code); }
    [[nodiscard]] bool contains(claims::VerdictCode code) const { return (m_bits & bit(code)) != 0; }
    [[nodiscard]] bool isEmpty() const { return m_bits == 0; }

    friend bool operator==(VerdictCodes, VerdictCodes) = default;

private:
    [[nodiscard]] static unsigned bit(claims::VerdictCode code) { return 1U << unsigned(code); }

    unsigned m_bits = 0;
};

} // namespace tickmark::tables
