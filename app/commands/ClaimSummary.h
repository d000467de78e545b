// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Formats.h>
#include <tables/ClaimStatement.h>

#include <QCoreApplication>
#include <QSet>

#include <array>

namespace tickmark::app {

//! Counts what the quotes say of the statements in news. Claims of one news item that state the same (instrument, kind,
//! session, amount, hedge) are one statement, however often the text repeats it; its first claim counts. A value.
class ClaimSummary
{
    Q_DECLARE_TR_FUNCTIONS(ClaimSummary)

public:
    //! A claim that has its verdict.
    void add(const store::StoredClaim &claim);
    [[nodiscard]] qint64 statements() const { return m_statements.count(); }
    //! One or two sentences in the program's language.
    [[nodiscard]] QString text(const core::Formats &formats) const;

private:
    tables::StatementNumbers m_statements;
    QSet<qint64> m_headlines;
    qint64 m_repeated = 0;
    std::array<qint64, 6> m_counts{}; //!< by tables::ClaimOutcome
};

} // namespace tickmark::app
