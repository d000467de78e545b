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
    const bool isWaiting = status.phase == pipeline::LivePhase::Waiting;
    const QString advice = dialogs::sourceAdvice(status.errorCode, status.phase != pipeline::LivePhase::Ended);
    const QString patience = LiveAdvice::tr("Nothing has to be done: the connection is made again by itself.");
    // Its address is right: trades came from there.
    if (isWaiting && status.received > 0 && status.errorCode == QLatin1String("not_what_was_asked"))
        return patience;
    // What is said of fetches that pass by themselves: a stream has no fetch that is repeated, or could be rarer.
    for (const QString &code : {QStringLiteral("server_failed"), QStringLiteral("rate_limited")}) {
        if (isWaiting && advice == dialogs::sourceAdvice(code, true))
            return patience;
    }
    return advice;
}

} // namespace tickmark::window
