// SPDX-License-Identifier: GPL-3.0-or-later
#include "QualityCsv.h"

#include <export/CsvCell.h>
#include <export/CsvRows.h>

namespace tickmark::panels {

using analysis::QualityFinding;

namespace {

constexpr const char *kHead =
    "severity,finding,symbol,source,interval_seconds,first,last,count,session,value,other,other_source,percent,"
    "new_shares,old_shares,sessions\r\n";

QByteArray priceCell(const std::optional<core::Price> &price)
{
    return price ? QByteArray::fromStdString(core::toPlainText(*price)) : QByteArray();
}

QByteArray dateCell(core::SessionDate date)
{
    return QByteArray::fromStdString(date.iso());
}

//! "2025-01-17/2025-01-21 2025-02-10": runs as intervals of ISO 8601.
QByteArray runsCell(const QualityFinding &finding)
{
    QByteArrayList runs;
    for (const analysis::SessionRun &run : finding.runs)
        runs.append(run.first == run.last ? dateCell(run.first) : dateCell(run.first) + '/' + dateCell(run.last));
    return runs.join(' ');
}

bool isSplit(analysis::QualityKind kind)
{
    using enum analysis::QualityKind;
    return kind == UnknownSplit || kind == SplitMissing || kind == SplitUnapplied || kind == SplitTwice;
}

QByteArray lineOf(const QualityFinding &finding)
{
    using exporting::csvText;
    const bool isCompared = finding.kind == analysis::QualityKind::Disagreement;
    const bool split = isSplit(finding.kind);
    const QByteArrayList cells{
        analysis::severityCode(analysis::severityOf(finding.kind)).toUtf8(),
        analysis::qualityCode(finding.kind).toUtf8(),
        csvText(finding.symbol),
        csvText(finding.series.source),
        QByteArray::number(finding.series.intervalNs / core::kNsPerSecond),
        dateCell(finding.runs.front().first),
        dateCell(finding.runs.back().last),
        QByteArray::number(finding.count),
        dateCell(finding.session),
        priceCell(finding.value),
        priceCell(finding.other),
        finding.otherSeries ? csvText(finding.otherSeries->source) : QByteArray(),
        isCompared || split ? exporting::csvNumber(finding.percent, 4) : QByteArray(),
        split ? QByteArray::number(finding.newShares) : QByteArray(),
        split ? QByteArray::number(finding.oldShares) : QByteArray(),
        runsCell(finding),
    };
    return cells.join(',') + "\r\n";
}

} // namespace

core::Result<> writeQualityCsv(const QString &path, const std::vector<QualityFinding> &findings)
{
    return exporting::writeCsv(path, kHead, findings, lineOf);
}

} // namespace tickmark::panels
