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
    // Its address is right where trades came from it. And what is said of fetches that pass by themselves does not fit: a
    // stream has no fetch that is repeated, or could be rarer.
    const bool isAddressRight = status.received > 0 && status.errorCode == QLatin1String("not_what_was_asked");
    if (status.phase == pipeline::LivePhase::Waiting && (isAddressRight || dialogs::passesByItself(status.errorCode)))
        return LiveAdvice::tr("Nothing has to be done: the connection is made again by itself.");
    return dialogs::sourceAdvice(status.errorCode, status.phase != pipeline::LivePhase::Ended);
}

} // namespace tickmark::window
