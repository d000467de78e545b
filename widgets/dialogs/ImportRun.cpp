// SPDX-License-Identifier: GPL-3.0-or-later
#include "ImportRun.h"

#include "FileScan.h"
#include "NewsFile.h"
#include <pipeline/ActionImportJob.h>
#include <pipeline/ShareImportJob.h>

#include <QFileInfo>

namespace tickmark::dialogs {

using core::ErrorCode;
using core::Result;

namespace {

pipeline::BarImportOptions optionsOf(const ImportJobInput &input, bool dryRun)
{
    pipeline::BarImportOptions options;
    options.read = input.draft.options;
    options.profile = input.profile;
    options.origin = QFileInfo(input.draft.path).fileName();
    options.dryRun = dryRun;
    options.now = input.now;
    return options;
}

ImportFacts factsOf(pipeline::BarImportReport &&report)
{
    ImportFacts facts;
    facts.importId = report.result.importId;
    facts.totals = report.result.totals;
    for (const pipeline::SymbolSummary &symbol : report.symbols)
        facts.rows += symbol.rows;
    facts.symbols = std::move(report.symbols);
    facts.rejects = std::move(report.rejects);
    facts.rejectCount = report.rejectCount;
    facts.suspiciousRows = report.suspiciousRows;
    facts.conflictCount = report.conflictCount;
    return facts;
}

ImportFacts factsOf(pipeline::TickImportReport &&report)
{
    ImportFacts facts;
    facts.readAs = ReadAs::Ticks;
    facts.importId = report.result.importId;
    facts.totals = report.result.totals;
    for (const pipeline::TickSymbolSummary &found : report.symbols) {
        pipeline::SymbolSummary symbol;
        symbol.symbol = found.symbol;
        symbol.known = found.known;
        symbol.rows = found.rows;
        facts.rows += found.rows;
        facts.symbols.push_back(std::move(symbol));
        for (const std::optional<core::Time> &time : {found.first, found.last}) {
            if (time)
                widenBy(facts.times, *time);
        }
    }
    facts.ticks = facts.storedTicks();
    facts.lateTicks = report.late;
    facts.roundedRows = report.roundedRows;
    facts.suspiciousRows = report.suspiciousRows;
    facts.rejects = std::move(report.rejects);
    facts.rejectCount = report.rejectCount;
    facts.fault = std::move(report.fault);
    return facts;
}

Result<ImportFacts> importBarsOf(const ImportJobInput &input, std::span<const core::Instrument> known, bool dryRun,
                                 const std::stop_token &stop)
{
    auto source = openMetered(input);
    if (!source)
        return tl::unexpected(source.error());
    auto report = pipeline::importBars(std::move(*source), optionsOf(input, dryRun), known, *input.writer,
                                       *input.calendars, stop);
    if (!report)
        return tl::unexpected(report.error());
    return factsOf(std::move(*report));
}

Result<ImportFacts> importTicksOf(const ImportJobInput &input, std::span<const core::Instrument> known,
                                  const std::stop_token &stop)
{
    auto source = sources::openInput(input.draft.path); // the job's own progress counts rows
    if (!source)
        return tl::unexpected(source.error());
    const auto tell = [meter = input.meter](const pipeline::TickImportProgress &progress) {
        meter->bytes = progress.consumed;
        meter->total = progress.total.value_or(0);
        meter->rows = progress.rows;
    };
    auto report = pipeline::importTicks(std::move(*source), optionsOf(input, false), known, *input.writer, stop, tell);
    if (!report)
        return tl::unexpected(report.error());
    return factsOf(std::move(*report));
}

//! Share counts, or splits and dividends.
Result<ImportFacts> importListOf(const ImportJobInput &input, std::span<const core::Instrument> known,
                                 const std::stop_token &stop)
{
    const bool ofShares = input.readAs == ReadAs::Shares;
    auto scanned = ofShares ? scanShares(input) : scanActions(input);
    if (!scanned)
        return scanned;
    auto source = openMetered(input);
    if (!source)
        return tl::unexpected(source.error());
    const QString name = QFileInfo(input.draft.path).fileName();
    const QString sourceName = QStringLiteral("file");
    const auto report = ofShares
                            ? pipeline::importShares(**source, name, sourceName, input.now, known, *input.writer, stop)
                            : pipeline::importActions(**source, name, sourceName, input.now, known, *input.writer,
                                                      instrumentOfActions(**source, input.draft), stop)
                                  .map([](const pipeline::ActionImportReport &actions) { return actions.list; });
    if (!report)
        return tl::unexpected(report.error());
    scanned->importId = report->result.importId;
    scanned->totals = report->result.totals;
    for (pipeline::SymbolSummary &symbol : scanned->symbols)
        symbol.known = !report->unknownSymbols.contains(symbol.symbol);
    return scanned;
}

//! Instruments that were added for an import; taken away again unless it succeeds.
class AddedInstruments
{
public:
    explicit AddedInstruments(store::StoreWriter &writer) : m_writer(writer) {}
    ~AddedInstruments()
    {
        if (m_kept)
            return;
        for (const core::Instrument &instrument : m_added)
            m_writer.removeInstrument(instrument.id).waitForFinished();
    }
    AddedInstruments(const AddedInstruments &) = delete;
    AddedInstruments &operator=(const AddedInstruments &) = delete;

    Result<> add(core::Instrument instrument, const std::stop_token &stop)
    {
        if (stop.stop_requested())
            return core::failure(ErrorCode::Cancelled, {});
        const Result<qint64> id = m_writer.addInstrument(instrument).result();
        if (!id)
            return tl::unexpected(id.error());
        instrument.id = *id;
        m_added.push_back(std::move(instrument));
        return {};
    }
    void keep() { m_kept = true; }
    [[nodiscard]] const std::vector<core::Instrument> &instruments() const { return m_added; }

private:
    store::StoreWriter &m_writer;
    std::vector<core::Instrument> m_added;
    bool m_kept = false;
};

} // namespace

QStringList ImportFacts::knownSymbols() const
{
    QStringList symbolList;
    for (const pipeline::SymbolSummary &symbol : symbols) {
        if (symbol.known && symbol.rows > 0)
            symbolList.append(symbol.symbol);
    }
    return symbolList;
}

QStringList ImportFacts::unknownSymbols() const
{
    QStringList symbolList;
    for (const pipeline::SymbolSummary &symbol : symbols) {
        if (!symbol.known && !symbol.symbol.isEmpty())
            symbolList.append(symbol.symbol);
    }
    return symbolList;
}

Result<ImportFacts> checkFile(const ImportJobInput &input, std::stop_token stop)
{
    if (input.readAs == ReadAs::News)
        return importNewsOf(input, true, stop);
    if (input.readAs == ReadAs::Shares)
        return scanShares(input);
    if (input.readAs == ReadAs::Actions)
        return scanActions(input);
    if (input.readAs == ReadAs::Ticks)
        return scanTicks(input, stop);
    const QString &symbol = input.draft.options.symbol;
    const bool comparable = input.writer && (symbol.isEmpty() || isKnown(input, symbol));
    if (!comparable)
        return scanBars(input, stop);
    auto facts = importBarsOf(input, input.known, true, stop);
    if (!facts && facts.error().code == ErrorCode::NotFound)
        return scanBars(input, stop); // none of its instruments is in the store yet
    return facts;
}

Result<ImportFacts> importFile(const ImportJobInput &input, std::stop_token stop)
{
    if (input.readAs == ReadAs::News)
        return importNewsOf(input, false, stop);
    AddedInstruments added(*input.writer);
    if (input.draft.newInstrument) {
        if (const auto done = added.add(*input.draft.newInstrument, stop); !done)
            return tl::unexpected(done.error());
    }
    for (const core::Instrument &instrument : input.draft.additions) {
        if (const auto done = added.add(instrument, stop); !done)
            return tl::unexpected(done.error());
    }
    std::vector<core::Instrument> known = input.known;
    known.insert(known.end(), added.instruments().begin(), added.instruments().end());
    auto facts = isList(input.readAs)            ? importListOf(input, known, stop)
                 : input.readAs == ReadAs::Ticks ? importTicksOf(input, known, stop)
                                                 : importBarsOf(input, known, false, stop);
    if (!facts)
        return facts;
    added.keep();
    for (const core::Instrument &instrument : added.instruments())
        facts->added.append(instrument.symbol);
    return facts;
}

UndoneImports undoAll(store::StoreWriter &writer, const std::vector<qint64> &importIds)
{
    UndoneImports undone;
    std::size_t elsewhere = 0; // in the list of imports
    for (auto id = importIds.rbegin(); id != importIds.rend(); ++id) {
        const Result<store::UndoTotals> answer = writer.undoImport(*id).result();
        const bool wasUndone = !answer && answer.error().code == ErrorCode::AlreadyExists;
        elsewhere += wasUndone ? 1 : 0;
        if (!answer && (!wasUndone || elsewhere == importIds.size())) {
            undone.error = answer.error();
            break;
        }
        ++undone.imports;
        if (answer) {
            undone.totals.removed += answer->removed;
            undone.totals.restored += answer->restored;
            undone.totals.dropped += answer->dropped;
        }
    }
    return undone;
}

} // namespace tickmark::dialogs
