// SPDX-License-Identifier: GPL-3.0-or-later
#include "ActionImportJob.h"

namespace tickmark::pipeline {

namespace {

store::CorporateAction stored(const sources::ListedAction &listed, const core::Instrument &instrument)
{
    store::CorporateAction action;
    action.instrumentId = instrument.id;
    action.exDate = listed.split.exDate;
    if (listed.kind == sources::ListedAction::Kind::Split) {
        action.newShares = listed.split.newShares;
        action.oldShares = listed.split.oldShares;
        return action;
    }
    action.kind = store::CorporateAction::Kind::Dividend;
    action.amount = listed.amount;
    action.currency = listed.currency.isEmpty() ? instrument.currency : listed.currency;
    return action;
}

} // namespace

core::Result<ActionImportReport> importActions(sources::ByteSource &source, const QString &origin,
                                               const QString &sourceName, core::Time now,
                                               std::span<const core::Instrument> known, store::StoreWriter &writer,
                                               const QString &symbol, std::stop_token stop)
{
    const auto file = sources::readActions(source, symbol);
    if (!file)
        return tl::unexpected(file.error());
    ListImport list(source.name(), file->rejects, known);
    ActionImportReport report;
    std::vector<store::CorporateAction> actions;
    for (const sources::ListedAction &action : file->actions) {
        if (const core::Instrument *instrument = list.instrument(action.symbol)) {
            actions.push_back(stored(action, *instrument));
            report.actions.push_back(action);
        }
    }
    if (actions.empty())
        return tl::unexpected(list.nothingKnown());
    const store::ImportOrigin importOrigin{sourceName, store::ImportKind::Actions, origin, now};
    const auto imported =
        writer.importActions(importOrigin, std::move(actions), list.end(file->sha256), std::move(stop)).result();
    if (!imported)
        return tl::unexpected(imported.error());
    report.list = list.report(*imported);
    return report;
}

} // namespace tickmark::pipeline
