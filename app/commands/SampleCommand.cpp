// SPDX-License-Identifier: GPL-3.0-or-later
#include "../CommandContext.h"
#include "Commands.h"
#include <pipeline/SampleCase.h>

namespace tickmark::app {

int runSample(CommandContext &context)
{
    CommandParser &parser = context.parser();
    parser.setApplicationDescription(
        QCoreApplication::translate("SampleCommand", "Writes the sample case, 27 January 2025, as a new store."));
    parser.addPositionalArgument(QStringLiteral("FILE.tickmark"),
                                 QCoreApplication::translate("SampleCommand", "The store to write."));
    context.addSharedOptions(CommandContext::kForceOption);
    if (!context.parse())
        return context.exitCode();
    const QStringList files = context.positional();
    if (files.size() != 1)
        return context.usage(QCoreApplication::translate("SampleCommand", "Name one file to write."));
    const auto written = pipeline::writeSampleStore(files.front(), context.force(), context.calendars(),
                                                    CommandContext::now());
    if (!written)
        return context.fail(written.error());
    context.say(QCoreApplication::translate("SampleCommand", "The sample case was written to %1.").arg(files.front()));
    return kDone;
}

} // namespace tickmark::app
