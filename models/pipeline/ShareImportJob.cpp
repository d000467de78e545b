// SPDX-License-Identifier: GPL-3.0-or-later
#include "ShareImportJob.h"

#include <sources/ShareCountReader.h>

#include <QCoreApplication>
#include <QHash>

namespace tickmark::pipeline {

core::Result<ShareImportReport> importShares(sources::ByteSource &source, const QString &origin,
                                             const QString &sourceName, core::Time now,
                                             std::span<const core::Instrument> known, store::StoreWriter &writer,
                                             std::stop_token stop)
{
    const auto file = sources::readShareCounts(source);
    if (!file)
        return tl::unexpected(file.error());
    QHash<QString, qint64> ids;
    for (const core::Instrument &instrument : known)
        ids.insert(instrument.symbol.toCaseFolded(), instrument.id);

    ShareImportReport report;
    report.name = source.name();
    report.rejectCount = file->rejects.count();
    for (const sources::Reject &reject : file->rejects.kept())
        report.rejects.push_back(
            {reject.line, sources::rejectCode(reject.reason), sources::rejectText(reject.reason), reject.excerpt});
    std::vector<store::ShareCount> counts;
    qint64 unknownRows = 0;
    for (const sources::ShareCount &count : file->counts) {
        const qint64 id = ids.value(count.symbol.toCaseFolded(), 0);
        if (id != 0) {
            counts.push_back({id, count.date, count.shares});
            continue;
        }
        ++unknownRows;
        if (!report.unknownSymbols.contains(count.symbol))
            report.unknownSymbols.append(count.symbol);
    }
    if (counts.empty()) {
        return core::failure(core::ErrorCode::NotFound,
                             QCoreApplication::translate("ShareImportJob", "Not in the store: %1.")
                                 .arg(report.unknownSymbols.join(QStringLiteral(", "))));
    }
    const store::ImportOrigin importOrigin{sourceName, store::ImportKind::Shares, origin, now};
    const store::ImportEnd end{file->sha256, file->rejects.count() + unknownRows};
    const auto imported = writer.importShares(importOrigin, std::move(counts), end, std::move(stop)).result();
    if (!imported)
        return tl::unexpected(imported.error());
    report.result = *imported;
    return report;
}

} // namespace tickmark::pipeline
