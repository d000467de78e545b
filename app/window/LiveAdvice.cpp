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
    return dialogs::sourceAdvice(status.errorCode, status.phase != pipeline::LivePhase::Ended);
}

} // namespace tickmark::window
