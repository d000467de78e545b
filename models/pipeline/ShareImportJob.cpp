// SPDX-License-Identifier: GPL-3.0-or-later
#include "ShareImportJob.h"

#include <sources/ShareCountReader.h>

namespace tickmark::pipeline {

core::Result<ListImportReport> importShares(sources::ByteSource &source, const QString &origin,
                                            const QString &sourceName, core::Time now,
                                            std::span<const core::Instrument> known, store::StoreWriter &writer,
                                            std::stop_token stop)
{
    const auto file = sources::readShareCounts(source);
    if (!file)
        return tl::unexpected(file.error());
    ListImport list(source.name(), file->rejects, known);
    std::vector<store::ShareCount> counts;
    for (const sources::ShareCount &count : file->counts) {
        if (const core::Instrument *instrument = list.instrument(count.symbol))
            counts.push_back({instrument->id, count.date, count.shares});
    }
    if (counts.empty())
        return tl::unexpected(list.nothingKnown());
    const store::ImportOrigin importOrigin{sourceName, store::ImportKind::Shares, origin, now};
    const auto imported =
        writer.importShares(importOrigin, std::move(counts), list.end(file->sha256), std::move(stop)).result();
    if (!imported)
        return tl::unexpected(imported.error());
    return list.report(*imported);
}

} // namespace tickmark::pipeline
