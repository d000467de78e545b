// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReadVerdict.h"

#include <QCoreApplication>

namespace tickmark::sources {

namespace {

struct VerdictText
{
    Q_DECLARE_TR_FUNCTIONS(VerdictText)
};

} // namespace

core::Result<void> checkRejects(const RejectList &rejects, qint64 rows, const QString &fileName)
{
    const qint64 count = rejects.count();
    const bool tooMany = count > kMostRejects || (rows >= kRowsToJudge && count * 2 > rows);
    if (!tooMany)
        return {};
    const Reject &first = rejects.kept().front();
    return core::failure(
        core::ErrorCode::InvalidInput,
        VerdictText::tr("Reading %1 was stopped: %2 of the first %3 rows cannot be used. The first is line %4: %5")
            .arg(fileName)
            .arg(count)
            .arg(rows)
            .arg(first.line)
            .arg(rejectText(first.reason)));
}

core::Error nothingUsable(const RejectList &rejects, const QString &fileName, const QString &ofOthers)
{
    QString message = ofOthers;
    if (rejects.count() > 0) {
        const Reject &first = rejects.kept().front();
        message = VerdictText::tr("No row of %1 can be used. The first is line %2: %3")
                      .arg(fileName)
                      .arg(first.line)
                      .arg(rejectText(first.reason));
    } else if (message.isEmpty()) {
        message = VerdictText::tr("%1 has no rows with prices.").arg(fileName);
    }
    return {core::ErrorCode::InvalidInput, message, {}};
}

} // namespace tickmark::sources
