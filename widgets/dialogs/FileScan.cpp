// SPDX-License-Identifier: GPL-3.0-or-later
#include "FileScan.h"

#include <sources/ActionReader.h>
#include <sources/BarFileReader.h>
#include <sources/ListHeader.h>
#include <sources/ShareCountReader.h>
#include <sources/TickFileReader.h>

#include <QHash>

#include <algorithm>

namespace tickmark::dialogs {

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
        m_meter->rows = 0;
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
            m_meter->rows += std::count(buffer.begin(), buffer.begin() + *got, '\n');
            m_meter->bytes = m_inner->consumed();
        }
        return got;
    }

private:
    std::unique_ptr<ByteSource> m_inner;
    std::shared_ptr<ImportMeter> m_meter;
};

void addRejects(ImportFacts &facts, const sources::RejectList &rejects)
{
    facts.rejectCount = rejects.count();
    for (const sources::Reject &reject : rejects.kept())
        facts.rejects.push_back(
            {reject.line, sources::rejectCode(reject.reason), sources::rejectText(reject.reason), reject.excerpt});
}

//! What the rows of a list come to by instrument, in the file's order.
template <typename Item, typename DateOf>
ImportFacts factsOfList(const ImportJobInput &input, ReadAs readAs, const std::vector<Item> &items,
                        const DateOf &dateOf, const sources::RejectList &rejects)
{
    ImportFacts facts;
    facts.readAs = readAs;
    facts.rows = qint64(items.size());
    QHash<QString, std::size_t> places;
    for (const Item &item : items) {
        auto place = places.constFind(item.symbol);
        if (place == places.constEnd()) {
            place = places.insert(item.symbol, facts.symbols.size());
            facts.symbols.push_back({});
            facts.symbols.back().symbol = item.symbol;
            facts.symbols.back().known = isKnown(input, item.symbol);
        }
        pipeline::SymbolSummary &symbol = facts.symbols[*place];
        const core::SessionDate date = dateOf(item);
        ++symbol.rows;
        symbol.first = std::min(symbol.first.value_or(date), date);
        symbol.last = std::max(symbol.last.value_or(date), date);
    }
    addRejects(facts, rejects);
    return facts;
}

} // namespace

Result<std::unique_ptr<sources::ByteSource>> openMetered(const ImportJobInput &input)
{
    auto source = sources::openInput(input.draft.path);
    if (!source)
        return source;
    return std::make_unique<MeteredSource>(std::move(*source), input.meter);
}

bool isKnown(const ImportJobInput &input, const QString &symbol)
{
    return std::ranges::any_of(input.known, [&](const core::Instrument &instrument) {
        return instrument.symbol.compare(symbol, Qt::CaseInsensitive) == 0;
    });
}

void widenBy(std::optional<core::TimeRange> &range, core::Time time)
{
    if (!range)
        range = core::TimeRange{time, time};
    range->begin = std::min(range->begin, time);
    range->end = std::max(range->end, time);
}

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

Result<ImportFacts> scanTicks(const ImportJobInput &input, const std::stop_token &stop)
{
    constexpr qint64 kRowsAtOnce = 65'536;
    auto source = openMetered(input);
    if (!source)
        return tl::unexpected(source.error());
    auto reader = sources::TickFileReader::open(std::move(*source), input.profile, input.draft.options);
    if (!reader)
        return tl::unexpected(reader.error());
    ImportFacts facts;
    facts.readAs = ReadAs::Ticks;
    sources::TickTable table;
    for (bool more = true; more;) {
        const auto read = (*reader)->next(table, kRowsAtOnce, stop);
        if (!read)
            return tl::unexpected(read.error());
        more = *read;
        for (sources::SeriesTicks &series : table.series()) {
            facts.ticks += qint64(series.ticks.size());
            for (const core::Tick &tick : series.ticks)
                widenBy(facts.times, tick.time);
            series.ticks.clear();
        }
    }
    for (int i = 0; i < (*reader)->symbols().size(); ++i) {
        pipeline::SymbolSummary symbol;
        symbol.symbol = (*reader)->symbols().at(i);
        symbol.known = isKnown(input, symbol.symbol);
        symbol.rows = table.rowsOf(i);
        facts.rows += symbol.rows;
        facts.symbols.push_back(std::move(symbol));
    }
    facts.suspiciousRows = table.suspiciousRows();
    facts.roundedRows = table.roundedRows();
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
    return factsOfList(
        input, ReadAs::Shares, file->counts, [](const sources::ShareCount &count) { return count.date; },
        file->rejects);
}

QString instrumentOfActions(sources::ByteSource &source, const ImportDraft &draft)
{
    const auto head = source.peek(sources::kDialectSampleBytes);
    const bool namesThem = head && sources::listKindOf(*head) == sources::ListKind::Actions;
    return namesThem ? QString() : draft.options.symbol;
}

Result<ImportFacts> scanActions(const ImportJobInput &input)
{
    auto source = openMetered(input);
    if (!source)
        return tl::unexpected(source.error());
    const auto file = sources::readActions(**source, instrumentOfActions(**source, input.draft));
    if (!file)
        return tl::unexpected(file.error());
    return factsOfList(
        input, ReadAs::Actions, file->actions, [](const sources::ListedAction &action) { return action.split.exDate; },
        file->rejects);
}

} // namespace tickmark::dialogs
