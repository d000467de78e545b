// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimTexts.h"

#include <claims/ClaimJson.h>
#include <claims/ClaimLabels.h>
#include <news/SafeText.h>

#include <algorithm>

namespace tickmark::app {

ClaimTexts::ClaimTexts(const QString &language) : m_locale(language) {}

Cell ClaimTexts::subject(const claims::Claim &claim) const
{
    if (claim.subject.instrumentId != 0)
        return claim.subject.symbol;
    return claim.subject.isNamed() ? Cell(news::visibleLine(claim.subject.text)) : Cell();
}

QString ClaimTexts::stated(const claims::Claim &claim) const
{
    return claims::statedWithHedge(claim, m_locale);
}

QString ClaimTexts::verdict(const claims::Claim &claim, const claims::Verdict &verdict) const
{
    return claims::verdictWithReason(claim, verdict, m_locale);
}

Cell ClaimTexts::measured(const claims::Claim &claim, const claims::Verdict &verdict) const
{
    const QString amount = claims::measuredAmount(claim, verdict, m_locale);
    return amount.isEmpty() ? Cell() : Cell(amount);
}

QString ClaimTexts::words(const claims::Claim &claim) const
{
    return news::visibleLine(claim.text);
}

QString ClaimTexts::disagreement(std::span<const store::StoredClaim> claims)
{
    const auto count = std::ranges::count_if(claims, [](const store::StoredClaim &claim) {
        return claim.verdict && std::ranges::any_of(claim.verdict->quotes, [](const claims::QuoteUsed &quote) {
                   return !quote.others.empty();
               });
    });
    return count > 0
               ? tr("%Ln verdict(s) rest on closes on which sources disagree; --json names them.", nullptr, int(count))
               : QString();
}

namespace {

const QStringList &csvKeys()
{
    static const QStringList keys{
        QStringLiteral("subject"),   QStringLiteral("subject_text"), QStringLiteral("kind"),
        QStringLiteral("direction"), QStringLiteral("low"),          QStringLiteral("high"),
        QStringLiteral("unit"),      QStringLiteral("hedge"),        QStringLiteral("session"),
        QStringLiteral("sessions"),  QStringLiteral("text"),         QStringLiteral("verdict"),
        QStringLiteral("basis"),     QStringLiteral("measured"),     QStringLiteral("explanation")};
    return keys;
}

} // namespace

std::vector<TableColumn> claimCsvColumns(std::vector<TableColumn> before)
{
    for (const QString &key : csvKeys())
        before.push_back({key, {}});
    return before;
}

std::vector<Cell> claimCsvCells(std::vector<Cell> before, const claims::Claim &claim, const claims::Verdict &verdict,
                                const QLocale &locale)
{
    const claims::CodePointOffsets noOffsets{QStringView()};
    const QJsonObject object = claims::claimJson(claim, &verdict, noOffsets, locale);
    for (const QString &key : csvKeys()) {
        const QJsonValue value = object.value(key);
        before.push_back(value.isDouble()   ? Cell(QString::number(value.toDouble(), 'g', 15))
                         : value.isString() ? Cell(value.toString())
                                            : Cell());
    }
    return before;
}

} // namespace tickmark::app
