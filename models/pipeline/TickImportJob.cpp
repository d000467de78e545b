// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickImportJob.h"

#include "TickCommitter.h"
#include "TickReorder.h"
#include "UnknownSymbols.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <chrono>

namespace tickmark::pipeline {

using core::Result;

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kProgressStep{200};
constexpr qint64 kRowsAtOnce = 65'536;

//! One import while it runs. Lives on the caller's stack.
class TickJob
{
    Q_DECLARE_TR_FUNCTIONS(TickImportJob)

public:
    TickJob(const BarImportOptions &options, std::span<const core::Instrument> known, store::StoreWriter &writer,
            std::stop_token stop, const TickProgressSink &progress)
        : m_options(options),
          m_instruments(known),
          m_writer(writer),
          m_stop(std::move(stop)),
          m_progress(progress),
          m_begun(Clock::now())
    {
        for (std::size_t i = 0; i < known.size(); ++i)
            m_known.insert(known[i].symbol.toCaseFolded(), int(i));
    }

    Result<TickImportReport> run(std::unique_ptr<sources::ByteSource> source)
    {
        m_report.name = source->name();
        if (auto opened = open(std::move(source)); !opened)
            return tl::unexpected(opened.error());
        if (!m_report.openQuestions.isEmpty())
            return std::move(m_report);
        const QString origin = m_options.origin.isEmpty() ? m_report.name : m_options.origin;
        m_committer.emplace(
            m_writer,
            store::ImportOrigin{m_options.source, store::ImportKind::Ticks, origin, m_options.now, m_options.asked},
            m_stop);
        m_reorder.emplace(m_reader->isNewestFirst());
        return finish(readAll());
    }

private:
    struct Symbol
    {
        int instrument = -1; //!< into m_instruments; -1: not in the store
        std::optional<core::Time> first;
        std::optional<core::Time> last;
    };

    Result<> open(std::unique_ptr<sources::ByteSource> source);
    Result<> guess(sources::ByteSource &source);
    Result<> readAll();
    Result<> store(bool isEnd);
    Result<> commit(OrderedTicks ordered);
    Result<TickImportReport> finish(const Result<> &read);
    Result<> findNothingKnown() const;
    void addRejects();
    void addSymbols();
    void lookUpSymbols();
    [[nodiscard]] qint64 unknownRows() const;
    void tellProgress();

    const BarImportOptions &m_options;
    std::span<const core::Instrument> m_instruments;
    store::StoreWriter &m_writer;
    std::stop_token m_stop;
    const TickProgressSink &m_progress;
    Clock::time_point m_begun;
    Clock::time_point m_lastProgress;
    QHash<QString, int> m_known; //!< case-folded symbol to position in m_instruments
    std::unique_ptr<sources::TickFileReader> m_reader;
    sources::TickTable m_table;
    std::vector<Symbol> m_symbols; //!< by SeriesTicks::symbolIndex
    std::optional<TickReorder> m_reorder;
    std::optional<TickCommitter> m_committer;
    qint64 m_dryTicks = 0;
    TickImportReport m_report;
};

Result<> TickJob::open(std::unique_ptr<sources::ByteSource> source)
{
    if (m_options.profile) {
        m_report.profile = *m_options.profile;
    } else if (auto guessed = guess(*source); !guessed || !m_report.openQuestions.isEmpty()) {
        return guessed;
    }
    if (const QString &symbol = m_options.read.symbol; !symbol.isEmpty() && !m_known.contains(symbol.toCaseFolded()))
        return tl::unexpected(unknownSymbols({symbol}));
    if (m_options.read.symbol.isEmpty() && m_report.profile.indexOf(sources::ColumnRole::Symbol) < 0)
        return core::failure(
            core::ErrorCode::InvalidInput,
            tr("%1 does not say which instrument it is about; name it with --symbol.").arg(m_report.name));
    auto reader = sources::TickFileReader::open(std::move(source), m_report.profile, m_options.read);
    if (!reader)
        return tl::unexpected(reader.error());
    m_reader = std::move(*reader);
    const auto &found = m_reader->findings();
    m_report.findings.insert(m_report.findings.end(), found.begin(), found.end());
    return {};
}

Result<> TickJob::guess(sources::ByteSource &source)
{
    const auto sample = source.peek(sources::kDialectSampleBytes);
    if (!sample)
        return tl::unexpected(sample.error());
    const bool whole = qsizetype(sample->size()) < sources::kDialectSampleBytes;
    auto guess = sources::detectDialect(*sample, whole, source.name(), sources::TableKind::Ticks);
    if (!guess)
        return tl::unexpected(guess.error());
    m_report.profile = std::move(guess->profile);
    m_report.findings = std::move(guess->findings);
    if (!guess->openQuestions.empty() && !m_options.dryRun)
        return tl::unexpected(guess->openQuestions.front());
    for (const core::Error &question : guess->openQuestions)
        m_report.openQuestions.append(question.message);
    return {};
}

//! To the end of the file, or to what stops it. Where the file is cut short, what stands before is stored first.
Result<> TickJob::readAll()
{
    for (;;) {
        const auto more = m_reader->next(m_table, kRowsAtOnce, m_stop);
        lookUpSymbols();
        if (!more) {
            const core::ErrorCode code = more.error().code;
            if (code == core::ErrorCode::Io || code == core::ErrorCode::Damaged) {
                if (auto stored = store(true); !stored)
                    return stored;
            }
            return tl::unexpected(more.error());
        }
        if (auto stored = store(!*more); !stored)
            return stored;
        if (!*more)
            return m_committer->drain();
        tellProgress();
    }
}

void TickJob::lookUpSymbols()
{
    const QStringList &names = m_reader->symbols();
    while (qsizetype(m_symbols.size()) < names.size())
        m_symbols.push_back({m_known.value(names.at(qsizetype(m_symbols.size())).toCaseFolded(), -1), {}, {}});
    for (sources::SeriesTicks &series : m_table.series()) {
        if (m_symbols[std::size_t(series.symbolIndex)].instrument < 0)
            series.ticks.clear();
    }
}

//! Hands over what is due.
Result<> TickJob::store(bool isEnd)
{
    while (auto ordered = m_reorder->next(m_table.series(), isEnd)) {
        if (auto done = commit(std::move(*ordered)); !done)
            return done;
    }
    return {};
}

Result<> TickJob::commit(OrderedTicks ordered)
{
    const sources::SeriesTicks &series = m_table.series()[ordered.series];
    Symbol &symbol = m_symbols[std::size_t(series.symbolIndex)];
    const core::Time first = ordered.ticks.front().time;
    const core::Time last = ordered.ticks.back().time;
    symbol.first = symbol.first ? std::min(*symbol.first, first) : first;
    symbol.last = symbol.last ? std::max(*symbol.last, last) : last;
    if (m_options.dryRun) {
        m_dryTicks += qint64(ordered.ticks.size());
        return {};
    }
    store::TickSlice slice;
    slice.series.instrumentId = m_instruments[std::size_t(symbol.instrument)].id;
    slice.series.source = m_options.source;
    slice.series.field = series.field;
    slice.series.intervalNs = 0;
    slice.series.kind = core::SeriesKind::Traded;
    slice.priceDecimals = series.priceDecimals;
    slice.sizeDecimals = series.sizeDecimals;
    slice.ticks = std::move(ordered.ticks);
    const Result<> added = m_committer->add(std::move(slice));
    m_reorder->reuse(m_committer->takeSpare());
    return added;
}

Result<TickImportReport> TickJob::finish(const Result<> &read)
{
    m_report.rejectCount = m_reader->rejects().count();
    // what is under way still counts, also after a failure
    const Result<> drained = m_committer->drain();
    if (!read && m_committer->acknowledged() == 0 && m_dryTicks == 0)
        return tl::unexpected(read.error());
    if (!read)
        m_report.fault = read.error();
    else if (auto known = findNothingKnown(); !known)
        return tl::unexpected(known.error());
    const qint64 rejected = m_report.rejectCount + unknownRows();
    if (m_options.dryRun) {
        m_report.result.totals.inserted = m_dryTicks;
        m_report.result.totals.rejected = rejected;
    } else {
        auto ended = m_committer->end({m_reader->sha256(), rejected});
        if (ended)
            m_report.result = *ended;
        else if (!m_report.fault)
            m_report.fault = ended.error();
        m_report.result.totals.inserted = m_committer->totals().inserted;
        m_report.result.totals.unchanged = m_committer->totals().unchanged;
        m_report.result.totals.rejected = rejected;
        m_report.late = m_committer->totals().late;
    }
    m_report.rows = m_reader->rowsRead();
    m_report.suspiciousRows = m_table.suspiciousRows();
    m_report.roundedRows = m_table.roundedRows();
    m_report.seconds = std::chrono::duration<double>(Clock::now() - m_begun).count();
    addRejects();
    addSymbols();
    return std::move(m_report);
}

Result<> TickJob::findNothingKnown() const
{
    const bool anyKnown = std::ranges::any_of(m_symbols, [](const Symbol &s) { return s.instrument >= 0; });
    if (anyKnown || m_symbols.empty())
        return {};
    return tl::unexpected(unknownSymbols(m_reader->symbols()));
}

qint64 TickJob::unknownRows() const
{
    qint64 rows = 0;
    for (std::size_t i = 0; i < m_symbols.size(); ++i)
        rows += m_symbols[i].instrument < 0 ? m_table.rowsOf(int(i)) : 0;
    return rows;
}

void TickJob::addRejects()
{
    for (const sources::Reject &reject : m_reader->rejects().kept())
        m_report.rejects.push_back(
            {reject.line, sources::rejectCode(reject.reason), sources::rejectText(reject.reason), reject.excerpt});
}

void TickJob::addSymbols()
{
    for (std::size_t i = 0; i < m_symbols.size(); ++i)
        m_report.symbols.push_back({m_reader->symbols().at(qsizetype(i)), m_symbols[i].instrument >= 0,
                                    m_table.rowsOf(int(i)), m_symbols[i].first, m_symbols[i].last});
}

void TickJob::tellProgress()
{
    const auto now = Clock::now();
    if (!m_progress || now - m_lastProgress < kProgressStep)
        return;
    m_lastProgress = now;
    const double seconds = std::chrono::duration<double>(now - m_begun).count();
    m_progress({m_reader->bytesConsumed(), m_reader->bytesTotal(), m_reader->rowsRead(),
                seconds > 0 ? double(m_reader->rowsRead()) / seconds : 0});
}

} // namespace

Result<TickImportReport> importTicks(std::unique_ptr<sources::ByteSource> source, const BarImportOptions &options,
                                     std::span<const core::Instrument> known, store::StoreWriter &writer,
                                     std::stop_token stop, const TickProgressSink &progress)
{
    return TickJob(options, known, writer, std::move(stop), progress).run(std::move(source));
}

} // namespace tickmark::pipeline
