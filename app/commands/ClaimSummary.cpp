// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimSummary.h"

#include <QStringList>

namespace tickmark::app {

using tables::ClaimOutcome;

void ClaimSummary::add(const store::StoredClaim &claim)
{
    m_headlines.insert(claim.newsId);
    const qint64 before = statements();
    m_statements.numberOf(claim);
    if (statements() == before) {
        ++m_repeated;
        return;
    }
    ++m_counts[std::size_t(tables::outcomeOf(claim.claim, *claim.verdict))];
}

QString ClaimSummary::text(const core::Formats &formats) const
{
    if (statements() == 0)
        return tr("No claims.");
    QStringList parts;
    const auto add = [&](ClaimOutcome outcome, const QString &pattern) {
        if (const qint64 count = m_counts[std::size_t(outcome)])
            parts.append(pattern.arg(formats.count(count)));
    };
    //: a count of statements: "78 confirmed"
    add(ClaimOutcome::Confirmed, tr("%1 confirmed"));
    add(ClaimOutcome::DuringSession, tr("%1 only during the session"));
    //: a count of statements that fit a basis which the text does not state
    add(ClaimOutcome::OtherBasis, tr("%1 on another basis"));
    add(ClaimOutcome::Contradicted, tr("%1 contradicted"));
    add(ClaimOutcome::NoData, tr("%1 without data"));
    add(ClaimOutcome::Unattributed, tr("%1 not attributed"));
    //: the parts: "92 claims", "27 headlines", "78 confirmed, 2 contradicted"
    QString text = tr("%1 in %2: %3.")
                       .arg(tr("%Ln claim(s)", nullptr, int(statements() + m_repeated)),
                            tr("%Ln headline(s)", nullptr, int(m_headlines.size())), parts.join(QStringLiteral(", ")));
    if (m_repeated > 0)
        text += QLatin1Char(' ')
                + tr("%Ln claim(s) repeat a statement of the same headline and are not counted.", nullptr,
                     int(m_repeated));
    return text;
}

} // namespace tickmark::app
