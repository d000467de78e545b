// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReadVerdict.h"

#include <QCoreApplication>

namespace tickmark::sources {

namespace {

struct VerdictText
{
    Q_DECLARE_TR_FUNCTIONS(VerdictText)
};

bool areTooMany(qint64 rejects, qint64 rows)
{
    return rejects > kMostRejects || (rows >= kRowsToJudge && rejects * 2 > rows);
}

} // namespace

core::Result<void> checkRejects(const RejectList &rejects, qint64 rows, const QString &fileName)
{
    if (!areTooMany(rejects.count(), rows))
        return {};
    return core::failure(core::ErrorCode::InvalidInput, unusableText(fileName, unusableNames(rejects, rows)));
}

QStringList unusableNames(const RejectList &rejects, qint64 rows)
{
    if (rejects.count() == 0)
        return {};
    const Reject &first = rejects.kept().front();
    const QStringList ofFirst{QString::number(first.line), rejectCode(first.reason)};
    return areTooMany(rejects.count(), rows)
               ? QStringList{QString::number(rejects.count()), QString::number(rows)} + ofFirst
               : ofFirst;
}

QString unusableText(const QString &fileName, const QStringList &names)
{
    switch (names.size()) {
    case 0:
        return VerdictText::tr("%1 has no rows with prices.").arg(fileName);
    case 2:
        return VerdictText::tr("No row of %1 can be used. The first is line %2: %3")
            .arg(fileName, names[0], rejectText(names[1]));
    case 4:
        return VerdictText::tr(
                   "Reading %1 was stopped: %2 of the first %3 rows cannot be used. The first is line %4: %5")
            .arg(fileName, names[0], names[1], names[2], rejectText(names[3]));
    default:
        return {};
    }
}

core::Error nothingUsable(const RejectList &rejects, const QString &fileName, const QString &ofOthers)
{
    const bool isOfOthers = rejects.count() == 0 && !ofOthers.isEmpty();
    return {
        core::ErrorCode::InvalidInput, isOfOthers ? ofOthers : unusableText(fileName, unusableNames(rejects, 0)), {}};
}

} // namespace tickmark::sources
