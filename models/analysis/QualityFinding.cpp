// SPDX-License-Identifier: GPL-3.0-or-later
#include "QualityFinding.h"

namespace tickmark::analysis {

namespace {

constexpr std::size_t kMostRuns = 400; // kept of one finding; the rest is counted

} // namespace

void QualityFinding::addRun(const SessionRun &run, bool adjoins)
{
    count += run.count;
    if (adjoins && !runs.empty() && runs.size() < kMostRuns) {
        runs.back().last = run.last;
        runs.back().count += run.count;
    } else if (runs.size() < kMostRuns) {
        runs.push_back(run);
    }
}

QualitySeverity severityOf(QualityKind kind)
{
    switch (kind) {
    case QualityKind::ClosedDay:
    case QualityKind::Unverified:
        return QualitySeverity::Note;
    case QualityKind::Hole:
    case QualityKind::Flat:
    case QualityKind::Duplicate:
    case QualityKind::Disagreement:
        return QualitySeverity::Warning;
    case QualityKind::Jump:
    case QualityKind::BrokenRange:
    case QualityKind::NotPositive:
    case QualityKind::UnknownSplit:
    case QualityKind::SplitMissing:
    case QualityKind::SplitUnapplied:
    case QualityKind::SplitTwice:
        break;
    }
    return QualitySeverity::Error;
}

QString qualityCode(QualityKind kind)
{
    switch (kind) {
    case QualityKind::Hole:
        return QStringLiteral("hole");
    case QualityKind::ClosedDay:
        return QStringLiteral("closed_day");
    case QualityKind::Unverified:
        return QStringLiteral("unverified");
    case QualityKind::Flat:
        return QStringLiteral("flat");
    case QualityKind::Jump:
        return QStringLiteral("jump");
    case QualityKind::BrokenRange:
        return QStringLiteral("range_broken");
    case QualityKind::NotPositive:
        return QStringLiteral("not_positive");
    case QualityKind::Duplicate:
        return QStringLiteral("duplicate");
    case QualityKind::UnknownSplit:
        return QStringLiteral("unknown_split");
    case QualityKind::SplitMissing:
        return QStringLiteral("split_missing");
    case QualityKind::SplitUnapplied:
        return QStringLiteral("split_unapplied");
    case QualityKind::SplitTwice:
        return QStringLiteral("split_twice");
    case QualityKind::Disagreement:
        break;
    }
    return QStringLiteral("disagreement");
}

QString severityCode(QualitySeverity severity)
{
    switch (severity) {
    case QualitySeverity::Note:
        return QStringLiteral("note");
    case QualitySeverity::Warning:
        return QStringLiteral("warning");
    case QualitySeverity::Error:
        break;
    }
    return QStringLiteral("error");
}

} // namespace tickmark::analysis
