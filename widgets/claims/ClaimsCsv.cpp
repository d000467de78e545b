// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimsCsv.h"

#include <claims/Explanation.h>
#include <export/CsvCell.h>
#include <export/CsvRows.h>
#include <tables/ClaimStatement.h>

#include <cmath>

namespace tickmark::claimview {

namespace {

constexpr const char *kHead =
    "verdict,basis,subject,direction,low,high,unit,hedge,close,session,sessions,publisher,published,"
    "kind,headline,interval_low,interval_high,measured,review\r\n";
constexpr const char *kPublisherHead =
    "publisher,confirmed,intraday,other_basis,contradicted,no_data,unattributed,rate\r\n";

//! Up to fifteen digits, and never in the locale of the process; nothing for what has no end.
QByteArray numberCell(double value)
{
    return std::isfinite(value) ? QByteArray::number(value, 'g', 15) : QByteArray();
}

QByteArray numberCell(std::optional<double> value)
{
    return value ? numberCell(*value) : QByteArray();
}

QByteArray sessionCell(const store::StoredClaim &claim)
{
    const auto session = tables::sessionOf(claim);
    return session ? QByteArray::fromStdString(session->iso()) : QByteArray();
}

//! What the user said of it.
QByteArray reviewCell(const store::StoredClaim &claim)
{
    return tables::isDismissed(claim) ? "dismissed" : claim.correction ? "corrected" : "";
}

QByteArray line(const tables::ClaimTable &table, int row)
{
    using exporting::csvText;
    const store::StoredClaim &stored = table.claimAt(row);
    const claims::Claim &claim = stored.claim;
    const tables::ClaimNews &news = table.newsAt(row);
    const claims::Verdict verdict = stored.verdict.value_or(claims::Verdict());
    const QByteArrayList cells{
        stored.verdict ? claims::verdictCodeText(verdict.code).toUtf8() : QByteArray(),
        csvText(claims::basisPhrase(claim, verdict)),
        csvText(table.book().subjectLabel(stored)),
        claims::directionCode(claim.direction).toUtf8(),
        numberCell(claim.low),
        numberCell(claim.high),
        csvText(claim.unit),
        claims::hedgeCode(claim.hedge).toUtf8(),
        numberCell(verdict.closeMove ? verdict.closeMove : verdict.measured),
        sessionCell(stored),
        verdict.sessions.isKnown() ? QByteArray::number(verdict.sessions.count) : QByteArray(),
        csvText(news.publisher),
        QByteArray::fromStdString(core::isoTime(news.published)),
        claims::kindCode(claim.kind).toUtf8(),
        csvText(news.title),
        stored.verdict ? numberCell(verdict.interval.low) : QByteArray(),
        stored.verdict ? numberCell(verdict.interval.high) : QByteArray(),
        numberCell(verdict.measured),
        reviewCell(stored),
    };
    return cells.join(',') + "\r\n";
}

QByteArray line(const tables::PublisherCounts &counts)
{
    using enum tables::ClaimOutcome;
    QByteArrayList cells{exporting::csvText(counts.publisher)};
    for (const auto outcome : {Confirmed, DuringSession, OtherBasis, Contradicted, NoData, Unattributed})
        cells.append(QByteArray::number(counts.count(outcome)));
    cells.append(numberCell(counts.rate()));
    return cells.join(',') + "\r\n";
}

} // namespace

core::Result<> writeClaimsCsv(const QString &path, const tables::ClaimTable &table, const std::vector<int> &rows)
{
    return exporting::writeCsv(path, kHead, rows, [&](int row) { return line(table, row); });
}

core::Result<> writePublishersCsv(const QString &path, const std::vector<tables::PublisherCounts> &publishers)
{
    return exporting::writeCsv(path, kPublisherHead, publishers,
                               [](const tables::PublisherCounts &counts) { return line(counts); });
}

} // namespace tickmark::claimview
