// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveAdvice.h"

#include <dialogs/SourceAdvice.h>

#include <QCoreApplication>

namespace tickmark::window {

namespace {

struct LiveAdvice
{
    Q_DECLARE_TR_FUNCTIONS(LiveAdvice)
};

} // namespace

QString liveAdvice(const pipeline::LiveStatus &status)
{
    if (!status.error)
        return {};
    if (status.isStoreBehind)
        return LiveAdvice::tr(
            "Make room on the disk of this database. Nothing else has to be done: what waits is stored "
            "then, and only what this computer cannot hold is fetched again.");
    const QString advice = dialogs::sourceAdvice(status.errorCode, status.phase != pipeline::LivePhase::Ended);
    // What is said of fetches that pass by themselves: a stream has no fetch that is repeated, or could be rarer.
    for (const QString &code : {QStringLiteral("server_failed"), QStringLiteral("rate_limited")}) {
        if (status.phase == pipeline::LivePhase::Waiting && advice == dialogs::sourceAdvice(code, true))
            return LiveAdvice::tr("Nothing has to be done: the connection is made again by itself.");
    }
    return advice;
}

} // namespace tickmark::window
