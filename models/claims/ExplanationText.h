// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ClaimAmounts.h"
#include "Judge.h"

#include <QCoreApplication>
#include <QStringList>

namespace tickmark::claims {

//! The sentences of one explanation. Lives for one call of explanation(); refers to the claim and the verdict.
class ExplanationText
{
    Q_DECLARE_TR_FUNCTIONS(ExplanationText)

public:
    ExplanationText(const Claim &claim, const Verdict &verdict, const QLocale &locale);

    [[nodiscard]] QString text();

private:
    void addNoData();
    void addNearest();
    void addIntraday();
    void addOpen();
    void addOtherBasis();
    void addContradiction();
    //! The closes and the move between them; of a market value the whole sum, of a level the close alone.
    void addFormula(std::optional<double> move);
    void addValue(double value);
    void addRange();
    void addClosing();
    void addNotes();
    //! How exactly the prices are known, and what the sources have to do with each other.
    void addOrigins();

    [[nodiscard]] QString name() const;
    [[nodiscard]] QString amount(std::optional<double> value) const;
    [[nodiscard]] QString plainAmount(double value) const; //!< without a sign
    [[nodiscard]] QString price(const QuoteUsed *quote) const;
    //! The move on the verdict's basis of the instrument that decided.
    [[nodiscard]] std::optional<double> decisiveMove() const;
    //! Towards which end of the session's range `move` lies, as the claim sees it.
    [[nodiscard]] bool isFall(std::optional<double> move) const;
    [[nodiscard]] bool isDayStated() const { return m_claim.time.date.has_value(); }
    [[nodiscard]] QString day(core::SessionDate date) const { return m_formats.longDate(date); }
    [[nodiscard]] QString day(const QuoteUsed *quote) const { return quote ? day(quote->session) : QString(); }
    //! Of the instrument's daily quotes the first or last with that field.
    [[nodiscard]] const QuoteUsed *first(QStringView field) const;
    [[nodiscard]] const QuoteUsed *last(QStringView field) const;
    [[nodiscard]] QStringList dailyMoves() const;
    [[nodiscard]] QStringList sources() const;

    const Claim &m_claim;
    const Verdict &m_verdict;
    QLocale m_locale;
    core::Formats m_formats;
    int m_decimals; //!< of prices
    QStringList m_sentences;
};

} // namespace tickmark::claims
