// SPDX-License-Identifier: GPL-3.0-or-later
#include "ImportRun.h"

#include <pipeline/ShareImportJob.h>
#include <sources/BarFileReader.h>
#include <sources/ShareCountReader.h>

#include <QFileInfo>
#include <QHash>

#include <algorithm>

namespace tickmark::dialogs {

using core::ErrorCode;
using core::Result;

namespace {

//! Hands on the bytes of another source and tells the meter.
class MeteredSource : public sources::ByteSource
{
public:
    MeteredSource(std::unique_ptr<ByteSource> inner, std::shared_ptr<ImportMeter> meter)
        : m_inner(std::move(inner)), m_meter(std::move(meter))
    {
        m_meter->total = m_inner->total().value_or(0);
        m_meter->bytes = 0;
        m_meter->lines = 0;
    }

    QString name() const override { return m_inner->name(); }
    qint64 consumed() const override { return m_inner->consumed(); }
    std::optional<qint64> total() const override { return m_inner->total(); }
    QByteArray sha256() const override { return m_inner->sha256(); }

protected:
    Result<qsizetype> readMore(std::span<char> buffer) override
    {
        const auto got = m_inner->read(buffer);
        if (got) {
            m_meter->lines += std::count(buffer.begin(), buffer.begin() + *got, '\n');
            m_meter->bytes = m_inner->consumed();
        }
        return got;
    }

private:
    std::unique_ptr<ByteSource> m_inner;
    std::shared_ptr<ImportMeter> m_meter;
};

Result<std::unique_ptr<sources::ByteSource>> openMetered(const ImportJobInput &input)
{
    auto source = sources::openInput(input.draft.path);
    if (!source)
        return source;
    return std::make_unique<MeteredSource>(std::move(*source), input.meter);
}

pipeline::BarImportOptions barOptions(const ImportJobInput &input, bool dryRun)
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

void addRejects(ImportFacts &facts, const sources::RejectList &rejects)
{
    facts.rejectCount = rejects.count();
    for (const sources::Reject &reject : rejects.kept())
        facts.rejects.push_back(
            {reject.line, sources::rejectCode(reject.reason), sources::rejectText(reject.reason), reject.excerpt});
}

bool isKnown(const ImportJobInput &input, const QString &symbol)
{
    return std::ranges::any_of(input.known, [&](const core::Instrument &instrument) {
        return instrument.symbol.compare(symbol, Qt::CaseInsensitive) == 0;
    });
}

//! Rows by symbol, without the store.
Result<ImportFacts> scanBars(const ImportJobInput &input, const std::stop_token &stop)
{
    auto source = openMetered(input);
    if (!source)
        return tl::unexpected(source.error());
    auto reader = sources::BarFileReader::open(std::move(*source), input.profile, input.draft.options);
    if (!reader)
        return tl::unexpected(reader.error());
    ImportFacts facts;
    std::vector<sources::ParsedBar> bars;
    for (;;) {
        const auto more = (*reader)->next(bars, stop);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        facts.symbols.resize(std::size_t((*reader)->symbols().size()));
        facts.rows += qint64(bars.size());
        const bool daily = (*reader)->intervalNs() == core::Series::kDaily;
        for (const sources::ParsedBar &bar : bars) {
            pipeline::SymbolSummary &symbol = facts.symbols[std::size_t(bar.symbolIndex)];
            ++symbol.rows;
            facts.suspiciousRows += bar.bar.flags != core::kBarPlausible;
            const core::SessionDate date = daily ? bar.bar.session : core::SessionDate::utcDateOf(bar.bar.start);
            symbol.first = std::min(symbol.first.value_or(date), date);
            symbol.last = std::max(symbol.last.value_or(date), date);
        }
    }
    for (std::size_t i = 0; i < facts.symbols.size(); ++i) {
        facts.symbols[i].symbol = (*reader)->symbols().at(qsizetype(i));
        facts.symbols[i].known = isKnown(input, facts.symbols[i].symbol);
    }
    addRejects(facts, (*reader)->rejects());
    return facts;
}

Result<ImportFacts> scanShares(const ImportJobInput &input)
{
    auto source = openMetered(input);
    if (!source)
        return tl::unexpected(source.error());
    const auto file = sources::readShareCounts(**source);
    if (!file)
        return tl::unexpected(file.error());
    ImportFacts facts;
    facts.readAs = ReadAs::Shares;
    facts.rows = qint64(file->counts.size());
    QHash<QString, std::size_t> places;
    for (const sources::ShareCount &count : file->counts) {
        auto place = places.constFind(count.symbol);
        if (place == places.constEnd()) {
            place = places.insert(count.symbol, facts.symbols.size());
            facts.symbols.push_back({});
            facts.symbols.back().symbol = count.symbol;
            facts.symbols.back().known = isKnown(input, count.symbol);
        }
        pipeline::SymbolSummary &symbol = facts.symbols[*place];
        ++symbol.rows;
        symbol.first = std::min(symbol.first.value_or(count.date), count.date);
        symbol.last = std::max(symbol.last.value_or(count.date), count.date);
    }
    addRejects(facts, file->rejects);
    return facts;
}

Result<ImportFacts> importBarsOf(const ImportJobInput &input, std::span<const core::Instrument> known, bool dryRun,
                                 const std::stop_token &stop)
{
    auto source = openMetered(input);
    if (!source)
        return tl::unexpected(source.error());
    auto report = pipeline::importBars(std::move(*source), barOptions(input, dryRun), known, *input.writer,
                                       *input.calendars, stop);
    if (!report)
        return tl::unexpected(report.error());
    return factsOf(std::move(*report));
}

Result<ImportFacts> importSharesOf(const ImportJobInput &input, std::span<const core::Instrument> known,
                                   const std::stop_token &stop)
{
    auto scanned = scanShares(input);
    if (!scanned)
        return scanned;
    auto source = openMetered(input);
    if (!source)
        return tl::unexpected(source.error());
    auto report = pipeline::importShares(**source, QFileInfo(input.draft.path).fileName(), QStringLiteral("file"),
                                         input.now, known, *input.writer, stop);
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
    if (input.readAs == ReadAs::Shares)
        return scanShares(input);
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
    auto facts = input.readAs == ReadAs::Shares ? importSharesOf(input, known, stop)
                                                : importBarsOf(input, known, false, stop);
    if (!facts)
        return facts;
    added.keep();
    for (const core::Instrument &instrument : added.instruments())
        facts->added.append(instrument.symbol);
    return facts;
}

} // namespace tickmark::dialogs
