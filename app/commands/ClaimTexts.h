// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../TableWriter.h"
#include <claims/Judge.h>
#include <store/ClaimTypes.h>

#include <QCoreApplication>
#include <QLocale>

#include <span>

namespace tickmark::app {

//! Claims and verdicts as cells of a table, in the language of the output.
class ClaimTexts
{
    Q_DECLARE_TR_FUNCTIONS(ClaimTexts)

public:
    explicit ClaimTexts(const QString &language);

    //! Symbol, or the name where the store does not have it; empty for nobody.
    [[nodiscard]] Cell subject(const claims::Claim &claim) const;
    //! "almost −14.4%", "10% to 20%": the stated number with its direction and what the text says to qualify it.
    [[nodiscard]] QString stated(const claims::Claim &claim) const;
    [[nodiscard]] QString verdict(const claims::Claim &claim, const claims::Verdict &verdict) const;
    [[nodiscard]] Cell measured(const claims::Claim &claim, const claims::Verdict &verdict) const;
    //! The claim's words on one line.
    [[nodiscard]] QString words(const claims::Claim &claim) const;
    //! How many verdicts rest on closes that not all sources have alike; empty for none.
    [[nodiscard]] static QString disagreement(std::span<const store::StoredClaim> claims);

private:
    QLocale m_locale;
};

//! The columns of claims in CSV behind those that are `before` them: the values of the JSON that are no lists.
[[nodiscard]] std::vector<TableColumn> claimCsvColumns(std::vector<TableColumn> before);
//! Their cells.
[[nodiscard]] std::vector<Cell> claimCsvCells(std::vector<Cell> before, const claims::Claim &claim,
                                              const claims::Verdict &verdict, const QLocale &locale);

} // namespace tickmark::app
