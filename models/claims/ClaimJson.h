// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Judge.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>
#include <QStringView>

//! The JSON of claims.md, schema 1.
namespace tickmark::claims {

//! Offsets in Unicode code points for those in UTF-16 units: ascending questions cost one walk over the text.
class CodePointOffsets
{
public:
    explicit CodePointOffsets(QStringView text);
    [[nodiscard]] qsizetype at(qsizetype utf16) const;

private:
    std::vector<qsizetype> m_pairs; //!< places of the surrogate pairs before which an offset shrinks by one
};

//! `session` is left null where there is none; `verdict` and what follows only where one is given.
[[nodiscard]] QJsonObject claimJson(const Claim &claim, const Verdict *verdict, const CodePointOffsets &offsets,
                                    const QLocale &locale);

} // namespace tickmark::claims
