// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace tickmark::ticks {

//! Divides without a division: an odd number has an inverse modulo 2^bits, and times that inverse what it divides becomes
//! the quotient, and what it does not divide becomes more than any quotient (Granlund and Montgomery, "Division by
//! Invariant Integers using Multiplication", PLDI 1994, section 9). A value; Word is quint32 or quint64.
template <typename Word>
class OddDivisor
{
public:
    constexpr OddDivisor() : OddDivisor(1) {}
    explicit constexpr OddDivisor(Word odd) : m_value(odd), m_limit(Word(~Word(0) / odd)), m_inverse(odd)
    {
        for (int step = 0; step < 5; ++step) // right in 3 bits at first; each step doubles them
            m_inverse = Word(m_inverse * (2 - odd * m_inverse));
    }

    [[nodiscard]] Word value() const { return m_value; }
    [[nodiscard]] Word limit() const { return m_limit; } //!< the greatest quotient
    [[nodiscard]] Word inverse() const { return m_inverse; }
    [[nodiscard]] bool divides(Word magnitude) const { return Word(magnitude * m_inverse) <= m_limit; }
    //! Of a multiple, which may be a negative number.
    [[nodiscard]] Word quotient(Word multiple) const { return Word(multiple * m_inverse); }

private:
    Word m_value;
    Word m_limit;
    Word m_inverse;
};

} // namespace tickmark::ticks
