// SPDX-License-Identifier: GPL-3.0-or-later
#include "BarImportJob.h"

#include "CorrectedBars.h"
#include "FetchPlan.h"
#include "SplitUnits.h"
#include "UnknownSymbols.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <chrono>
#include <future>

namespace tickmark::pipeline {

using core::Result;

namespace {

constexpr std::chrono::milliseconds kProgressStep{200};
constexpr QLatin1String kPriceTooLarge("price_too_large");
constexpr QLatin1String kVolumeTooLarge("volume_too_large");

//! One import while it runs. Lives on the caller's stack; its slice functions run on the writer's thread while the
//! caller waits, so nothing is shared at the same time.
class Job
{
    Q_DECLARE_TR_FUNCTIONS(BarImportJob)

public:
    Job(const BarImportOptions &options, std::span<const core::Instrument> known, const core::CalendarSet &calendars,
        std::stop_token stop, const ImportProgress &progress)
        : m_options(options),
          m_instruments(known),
          m_calendars(calendars),
          m_stop(std::move(stop)),
          m_progress(progress)
    {
        for (std::size_t i = 0; i < known.size(); ++i)
            m_known.insert(known[i].symbol.toCaseFolded(), int(i));
    }

    //! Of what only the store can see; empty: another code.
    [[nodiscard]] static QString textOf(const QString &code)
    {
        if (code == kPriceTooLarge)
            return tr("The price is too large for the decimals of its series.");
        return code == kVolumeTooLarge ? tr("The volume is too large for the decimals of its series.") : QString();
    }

    Result<BarImportReport> run(std::unique_ptr<sources::ByteSource> source, store::StoreWriter &writer)
    {
        m_report.name = source->name();
        if (auto opened = open(std::move(source)); !opened)
            return tl::unexpected(opened.error());
        if (!m_report.openQuestions.isEmpty())
            return std::move(m_report);
        store::BarImportRequest request;
        request.origin = {m_options.source, store::ImportKind::Bars,
                          m_options.origin.isEmpty() ? m_report.name : m_options.origin, m_options.now,
                          m_options.asked};
        request.dryRun = m_options.dryRun;
        request.nextSlice = [this](std::vector<store::BarRow> &rows) { return nextSlice(rows); };
        request.finish = [this]() -> Result<store::ImportEnd> { return finish(); };
        request.rejected = [this](const store::BarRow &row, store::BarRejection why) { storeRejected(row, why); };
        request.superseded = [this](const store::BarRow &row) {
            ++m_report.conflictCount;
            if (qsizetype(m_report.conflictLines.size()) < sources::RejectList::kKept)
                m_report.conflictLines.push_back(row.line);
        };
        // One key for each instrument: the store makes a series of it only when a row comes.
        for (const core::Instrument &instrument : m_instruments) {
            store::SeriesKey key;
            key.instrumentId = instrument.id;
            key.source = m_options.source;
            key.intervalNs = m_report.intervalNs;
            key.splitsUntil = m_options.splitsIn ? finishedSession(instrument) : m_options.splitsUntil;
            if (const SeriesBefore *before = beforeOf(instrument); before && before->splitsUntil)
                key.splitsUntil = before->splitsUntil;
            request.series.push_back(std::move(key));
        }
        const Result<store::ImportResult> imported = writer.importBars(std::move(request), m_stop).result();
        if (!imported)
            return tl::unexpected(imported.error());
        m_report.result = *imported;
        complete();
        return std::move(m_report);
    }

private:
    struct Symbol
    {
        int seriesIndex = -1; //!< into m_instruments and the request's series; -1: not in the store
        std::optional<BarChecks> checks;
        SessionsSoFar sessions;
        const CorrectedSeries *corrected = nullptr;
        const SeriesBefore *before = nullptr;
        qint64 unknownRows = 0;
    };

    Result<> open(std::unique_ptr<sources::ByteSource> source)
    {
        if (m_options.profile) {
            m_report.profile = *m_options.profile;
        } else if (auto guessed = guess(*source); !guessed || !m_report.openQuestions.isEmpty()) {
            return guessed;
        }
        if (const QString &symbol = m_options.read.symbol;
            !symbol.isEmpty() && !m_known.contains(symbol.toCaseFolded()))
            return tl::unexpected(unknownSymbols({symbol}));
        auto reader = sources::BarFileReader::open(std::move(source), m_report.profile, m_options.read);
        if (!reader)
            return tl::unexpected(reader.error());
        m_reader = std::move(*reader);
        m_report.intervalNs = m_reader->intervalNs();
        const auto &found = m_reader->findings();
        m_report.findings.insert(m_report.findings.end(), found.begin(), found.end());
        return {};
    }

    Result<> guess(sources::ByteSource &source)
    {
        const auto sample = source.peek(sources::kDialectSampleBytes);
        if (!sample)
            return tl::unexpected(sample.error());
        const bool whole = qsizetype(sample->size()) < sources::kDialectSampleBytes;
        auto guess = sources::detectDialect(*sample, whole, source.name());
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

    //! One piece of the file, with what the reader knew when it was read.
    struct Slice
    {
        Result<bool> more;
        std::vector<sources::ParsedBar> bars;
        QStringList symbols;
        qint64 consumed = 0;
        std::optional<qint64> total;
    };

    Slice readSlice()
    {
        Slice slice;
        slice.more = m_reader->next(slice.bars, m_stop);
        slice.symbols = m_reader->symbols();
        slice.consumed = m_reader->bytesConsumed();
        slice.total = m_reader->bytesTotal();
        return slice;
    }

    //! Reading costs about as much as storing, so the next slice is read while this one is stored. The reader belongs to
    //! that thread until the slice is fetched. Without another thread it is read when it is needed.
    void readAhead()
    {
        m_ahead = std::async(std::launch::async | std::launch::deferred, [this] { return readSlice(); });
    }

    Result<bool> nextSlice(std::vector<store::BarRow> &rows)
    {
        if (!m_ahead.valid())
            readAhead();
        const Slice slice = m_ahead.get();
        if (!slice.more)
            return tl::unexpected(slice.more.error());
        m_symbolNames = slice.symbols;
        if (!*slice.more) {
            addBesides(rows);
            return false;
        }
        readAhead();
        rows.reserve(slice.bars.size());
        for (const sources::ParsedBar &parsed : slice.bars) {
            const auto found = symbolAt(parsed.symbolIndex);
            if (!found)
                return tl::unexpected(found.error());
            Symbol &symbol = **found;
            if (symbol.seriesIndex < 0) {
                ++symbol.unknownRows;
                continue;
            }
            if (m_options.finishedOnly
                && !isFinished(parsed.bar, m_report.intervalNs, symbol.sessions, m_options.now)) {
                ++m_report.unfinishedRows;
                continue;
            }
            store::BarRow row{symbol.seriesIndex, parsed.bar, parsed.priceDecimals, parsed.sizeDecimals, parsed.line};
            if (symbol.corrected
                && isCorrectedOtherwise(symbol.corrected->bars, symbol.corrected->series,
                                        {row.bar, row.priceDecimals, row.sizeDecimals})) {
                ++m_report.correctedRows;
                continue;
            }
            symbol.checks->check(row.bar, row.priceDecimals);
            m_report.flagsSeen |= row.bar.flags;
            const bool isSuspicious = row.bar.flags != core::kBarPlausible;
            m_report.suspiciousRows += isSuspicious;
            m_report.suspiciousNewRows += isSuspicious && !isStored(symbol, row.bar);
            rows.push_back(row);
        }
        tellProgress(slice);
        return true;
    }

    [[nodiscard]] std::optional<core::SessionDate> finishedSession(const core::Instrument &instrument) const;
    [[nodiscard]] const CorrectedSeries *correctedOf(const core::Instrument &instrument) const;
    [[nodiscard]] const SeriesBefore *beforeOf(const core::Instrument &instrument) const;
    [[nodiscard]] static bool isStored(const Symbol &symbol, const core::Bar &bar);
    void addBesides(std::vector<store::BarRow> &rows) const;
    Result<Symbol *> symbolAt(int index);
    Result<store::ImportEnd> finish();
    void storeRejected(const store::BarRow &row, store::BarRejection why);
    void complete();

    void tellProgress(const Slice &slice)
    {
        const auto now = std::chrono::steady_clock::now();
        if (!m_progress || now - m_lastProgress < kProgressStep)
            return;
        m_lastProgress = now;
        m_progress(slice.consumed, slice.total);
    }

    const BarImportOptions &m_options;
    std::span<const core::Instrument> m_instruments;
    const core::CalendarSet &m_calendars;
    std::stop_token m_stop;
    const ImportProgress &m_progress;
    QHash<QString, int> m_known; //!< case-folded symbol to position in m_instruments
    std::unique_ptr<sources::BarFileReader> m_reader;
    QStringList m_symbolNames;     //!< by ParsedBar::symbolIndex, as far as stored
    std::vector<Symbol> m_symbols; //!< by ParsedBar::symbolIndex
    std::chrono::steady_clock::time_point m_lastProgress;
    BarImportReport m_report;
    std::future<Slice> m_ahead; //!< last, because it uses the reader until it is gone
};

std::optional<core::SessionDate> Job::finishedSession(const core::Instrument &instrument) const
{
    const auto calendar = m_calendars.calendar(instrument.mic); // without one, no row of it is taken
    return calendar ? sessionsSoFar(**calendar, m_options.now).finished : std::nullopt;
}

template <typename OfSeries>
const OfSeries *ofInstrument(const std::vector<OfSeries> &all, const core::Instrument &instrument, qint64 intervalNs)
{
    const auto found = std::ranges::find_if(all, [&](const OfSeries &one) {
        return one.series.instrumentId == instrument.id && one.series.intervalNs == intervalNs;
    });
    return found == all.end() ? nullptr : &*found;
}

const CorrectedSeries *Job::correctedOf(const core::Instrument &instrument) const
{
    return ofInstrument(m_options.corrected, instrument, m_report.intervalNs);
}

const SeriesBefore *Job::beforeOf(const core::Instrument &instrument) const
{
    return ofInstrument(m_options.before, instrument, m_report.intervalNs);
}

bool Job::isStored(const Symbol &symbol, const core::Bar &bar)
{
    return symbol.before && std::ranges::binary_search(symbol.before->times, timeKey(bar, symbol.before->series));
}

void Job::addBesides(std::vector<store::BarRow> &rows) const
{
    for (std::size_t i = 0; i < m_instruments.size(); ++i) {
        const SeriesBefore *before = beforeOf(m_instruments[i]);
        if (!before)
            continue;
        for (const sources::FetchedBar &one : before->besides)
            rows.push_back({int(i), one.bar, one.priceDecimals, one.sizeDecimals, 0});
    }
}

Result<Job::Symbol *> Job::symbolAt(int index)
{
    while (int(m_symbols.size()) <= index) {
        Symbol symbol;
        const QString &name = m_symbolNames.at(qsizetype(m_symbols.size()));
        symbol.seriesIndex = m_known.value(name.toCaseFolded(), -1);
        if (symbol.seriesIndex >= 0) {
            const core::Instrument &instrument = m_instruments[std::size_t(symbol.seriesIndex)];
            auto calendar = m_calendars.calendar(instrument.mic);
            if (!calendar)
                return tl::unexpected(calendar.error());
            symbol.checks.emplace(*calendar, m_report.intervalNs);
            symbol.sessions = sessionsSoFar(**calendar, m_options.now);
            symbol.corrected = correctedOf(instrument);
            symbol.before = beforeOf(instrument);
        }
        m_symbols.push_back(std::move(symbol));
    }
    return &m_symbols[std::size_t(index)];
}

//! Told once all rows are read: an import of which nothing could be used is an error, not an empty success.
Result<store::ImportEnd> Job::finish()
{
    QStringList unknown;
    bool anyKnown = false;
    for (std::size_t i = 0; i < m_symbols.size(); ++i) {
        if (m_symbols[i].seriesIndex < 0)
            unknown.append(m_symbolNames.at(qsizetype(i)));
        else
            anyKnown = true;
    }
    if (!anyKnown && unknown == QStringList{QString()})
        return core::failure(
            core::ErrorCode::InvalidInput,
            tr("%1 does not say which instrument it is about; name it with --symbol.").arg(m_report.name));
    if (!anyKnown && !unknown.isEmpty())
        return tl::unexpected(unknownSymbols(unknown));
    qint64 unknownRows = 0;
    for (const Symbol &symbol : m_symbols)
        unknownRows += symbol.unknownRows;
    return store::ImportEnd{m_reader->sha256(), m_reader->rejects().count() + unknownRows};
}

void Job::storeRejected(const store::BarRow &row, store::BarRejection why)
{
    ++m_report.rejectCount;
    if (qsizetype(m_report.rejects.size()) >= sources::RejectList::kKept)
        return;
    const QString code = why == store::BarRejection::PriceTooLarge ? kPriceTooLarge : kVolumeTooLarge;
    m_report.rejects.push_back({row.line, code, textOf(code), {}});
}

void Job::complete()
{
    const sources::RejectList &unread = m_reader->rejects();
    for (const sources::Reject &reject : unread.kept()) {
        if (qsizetype(m_report.rejects.size()) >= sources::RejectList::kKept)
            break;
        m_report.rejects.push_back(
            {reject.line, sources::rejectCode(reject.reason), sources::rejectText(reject.reason), reject.excerpt});
    }
    std::ranges::stable_sort(m_report.rejects, {}, &ImportReject::line);
    m_report.rejectCount += unread.count();
    for (std::size_t i = 0; i < m_symbols.size(); ++i) {
        const Symbol &symbol = m_symbols[i];
        SymbolSummary summary;
        summary.symbol = m_symbolNames.at(qsizetype(i));
        summary.known = symbol.seriesIndex >= 0;
        summary.rows = symbol.unknownRows;
        if (symbol.checks) {
            summary.rows = symbol.checks->bars();
            summary.first = symbol.checks->firstSession();
            summary.last = symbol.checks->lastSession();
            summary.unverifiedBars = symbol.checks->unverifiedBars();
            summary.missingSessions = symbol.checks->missingSessions();
        }
        m_report.symbols.push_back(std::move(summary));
    }
}

} // namespace

QString rejectText(const QString &code)
{
    const QString ofStore = Job::textOf(code);
    return ofStore.isEmpty() ? sources::rejectText(code) : ofStore;
}

Result<BarImportReport> importBars(std::unique_ptr<sources::ByteSource> source, const BarImportOptions &options,
                                   std::span<const core::Instrument> known, store::StoreWriter &writer,
                                   const core::CalendarSet &calendars, std::stop_token stop,
                                   const ImportProgress &progress)
{
    return Job(options, known, calendars, std::move(stop), progress).run(std::move(source), writer);
}

} // namespace tickmark::pipeline
