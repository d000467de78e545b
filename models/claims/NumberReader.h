// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace tickmark::claims {

struct LexiconData;

//! A number as a text writes it in digits.
struct WrittenNumber
{
    qsizetype end = 0;     //!< after its last digit
    double value = 0;      //!< never negative: signs are words of their own
    double halfUnit = 0;   //!< see halfUnitOfWhole(), and half the place of the last decimal
    bool isValid = false;  //!< false for dates, versions, and more digits than a double holds
    bool isMarked = false; //!< has decimals or groups, so that it is no year and no count of a few
};

//! Reads the digits at `at`, with decimals and groups as the language writes them: 1.234,5 and 1,234.5 and 1'234.5. A mark
//! that can only be the other language's is taken as such ("17.4" in German). Linear in the digits, which may be any many.
[[nodiscard]] WrittenNumber readNumber(QStringView text, qsizetype at, const LexiconData &lexicon);

//! Half a unit of a whole number; for one that ends in zeros half the place of its last other digit, but at most 2.5 % of
//! it (600: 15; 450: 5; 20: 0.5). claims.md, "Interval of a claim".
[[nodiscard]] double halfUnitOfWhole(double value);

} // namespace tickmark::claims
