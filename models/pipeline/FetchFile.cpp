// SPDX-License-Identifier: GPL-3.0-or-later
#include "FetchFile.h"

#include "FetchSymbols.h"
#include "FileShares.h"
#include "TickImportJob.h"
#include <sources/CsvDialect.h>
#include <sources/TickFileReader.h>
#include <sources/http/HttpRules.h>
#include <sources/providers/ProviderJson.h>

namespace tickmark::pipeline {

using core::Result;
using sources::HttpResponse;

namespace {

//! Files are larger than what a provider answers at once.
constexpr qint64 kMostFileBytes = 256LL * 1024 * 1024;

ProfileOrFault savedOrGuessed(const store::SourceSetup &setup, sources::ByteSource &file)
{
    const auto fault = [&setup](const core::Error &error, const char *code) {
        return tl::unexpected(faultOfTable(error, code, setup.name));
    };
    if (!setup.profile.isEmpty()) {
        auto saved = sources::parseProfile(setup.profile.toUtf8(), setup.name);
        if (!saved)
            return fault(saved.error(), "other_table");
        return std::move(*saved);
    }
    const auto sample = file.peek(sources::kDialectSampleBytes);
    if (!sample)
        return fault(sample.error(), "not_unpacked");
    const bool whole = qsizetype(sample->size()) < sources::kDialectSampleBytes;
    auto guess = sources::guessDialect(*sample, whole, setup.name, std::nullopt);
    if (!guess)
        return tl::unexpected(faultOf(guess.error(), setup.name));
    if (!guess->openFaults.empty())
        return tl::unexpected(faultOf(guess->openFaults.front(), setup.name));
    if (!guess->openQuestions.empty())
        return fault(guess->openQuestions.front(), "unclear_table");
    return std::move(guess->profile);
}

} // namespace

ProfileOrFault profileOf(const store::SourceSetup &setup, sources::ByteSource &file)
{
    auto profile = savedOrGuessed(setup, file);
    if (profile && !profile->namesSymbols() && setup.symbols.size() != 1)
        return tl::unexpected(faultOf(core::ErrorCode::InvalidInput, "unnamed_instrument", {setup.name}));
    return profile;
}

sources::HttpRequest fileRequest(const store::SourceSetup &setup)
{
    sources::HttpRequest request;
    request.url = QUrl(setup.address);
    request.plainHttpAllowed = setup.plainHttpAllowed;
    request.limits.bodyBytes = kMostFileBytes;
    return request;
}

std::optional<FetchFault> faultOfFile(const HttpResponse &answer, const store::SourceSetup &setup,
                                      const sources::HttpRequest &request)
{
    using sources::ProviderFault;
    if (sources::looksLikeHtml(answer.body))
        return faultOf({ProviderFault::WebPage, {}}, setup.name, request);
    // The last number may be half a number.
    if (!answer.isDelimited && !answer.body.endsWith('\n'))
        return faultOf({ProviderFault::Malformed, QStringLiteral("the last line has no end")}, setup.name, request);
    return std::nullopt;
}

FetchFile::FetchFile(const FetchTask &task, const FetchSetting &setting) : FetchWork(task, setting, {})
{
    if (task.setup.symbols.size() == 1)
        m_report.symbol = task.setup.symbols.front();
}

std::optional<sources::HttpRequest> FetchFile::next()
{
    if (std::exchange(m_asked, true))
        return std::nullopt;
    m_request = fileRequest(m_task.setup);
    m_report.address = sources::shownAddress(m_request.url);
    addValidators(m_request, m_task.setup.profile.toUtf8() + m_task.setup.symbols.join(QLatin1Char(',')).toUtf8());
    return m_request;
}

FetchWork::Taken FetchFile::take(const HttpResponse &answer)
{
    if (answer.notModified) {
        m_report.notModified = true;
        return std::nullopt;
    }
    if (auto fault = faultOfFile(answer, m_task.setup, m_request))
        return tl::unexpected(std::move(*fault));
    const auto isAll = import(answer.body);
    if (!isAll)
        return tl::unexpected(isAll.error());
    // what was left out for now, may have been cut between two lines, or is to be told again, has to come again
    keep(*isAll && answer.isDelimited ? validatorsOf(answer) : Validators{});
    return std::nullopt;
}

FetchFile::IsAll FetchFile::import(const QByteArray &body)
{
    auto source = sources::openBytes(body, m_report.address);
    if (!source)
        return tl::unexpected(faultOfTable(source.error(), "not_unpacked", m_task.setup.name));
    auto profile = profileOf(m_task.setup, **source);
    if (!profile)
        return tl::unexpected(profile.error());
    BarImportOptions options;
    options.profile.emplace(std::move(*profile));
    options.source = m_task.setup.name;
    options.asked = asked();
    options.origin = m_report.address;
    options.finishedOnly = true;
    options.now = m_setting.options.now;
    if (m_task.setup.symbols.size() == 1)
        options.read.symbol = m_task.setup.symbols.front();
    const auto known = namedInstruments(m_task.setup, m_setting.instruments);
    if (options.profile->kind == sources::TableKind::Ticks)
        return importTicks(body, std::move(*source), options, known);
    options.splitsIn = m_task.setup.splitsAdjusted;
    auto corrections = corrected();
    if (!corrections)
        return tl::unexpected(faultOfStore(corrections.error()));
    options.corrected = std::move(*corrections);
    auto second = sources::openBytes(body, m_report.address);
    if (!second)
        return tl::unexpected(faultOfTable(second.error(), "not_unpacked", m_task.setup.name));
    auto before = FileShares(m_task.setup, m_setting).read(std::move(*second), options);
    if (!before)
        return tl::unexpected(before.error());
    options.before = std::move(*before);
    return importBars(std::move(*source), options, known);
}

void FetchFile::noteRejects(qint64 count, const std::vector<ImportReject> &rejects)
{
    if (count == 0)
        return;
    ImportReject first = rejects.front();
    first.excerpt = withoutSecrets(first.excerpt, m_request);
    m_remark = rejectedRows(m_task.setup.name, count, first);
}

//! The import tells the first bad row only in words.
FetchFault FetchFile::faultOfTicks(const core::Error &error, const QByteArray &body,
                                   const BarImportOptions &options) const
{
    auto source = sources::openBytes(body, m_report.address);
    auto reader = source ? sources::TickFileReader::open(std::move(*source), *options.profile, options.read)
                         : tl::unexpected(source.error());
    if (!reader)
        return faultOfTable(error, "unusable_rows", m_task.setup.name);
    constexpr qint64 kRowsAtOnce = 65'536;
    sources::TickTable table;
    for (auto more = (*reader)->next(table, kRowsAtOnce, {}); more && *more;
         more = (*reader)->next(table, kRowsAtOnce, {})) {
        for (sources::SeriesTicks &series : table.series())
            series.ticks.clear();
    }
    return faultOfRows(error, (*reader)->rejects(), (*reader)->rowsRead(), m_task.setup.name, m_request);
}

FetchFile::IsAll FetchFile::importTicks(const QByteArray &body, std::unique_ptr<sources::ByteSource> source,
                                        const BarImportOptions &options, std::span<const core::Instrument> known)
{
    const auto report = pipeline::importTicks(std::move(source), options, known, m_setting.tools.writer,
                                              m_setting.stop);
    if (!report || report->fault)
        return tl::unexpected(faultOfTicks(report ? *report->fault : report.error(), body, options));
    count(report->result);
    noteRejects(report->rejectCount, report->rejects);
    return !m_remark;
}

FetchFile::IsAll FetchFile::importBars(std::unique_ptr<sources::ByteSource> source, const BarImportOptions &options,
                                       std::span<const core::Instrument> known)
{
    const auto report = pipeline::importBars(std::move(source), options, known, m_setting.tools.writer,
                                             m_setting.tools.calendars, m_setting.stop);
    if (!report)
        return tl::unexpected(faultOfTable(report.error(), "unusable_rows", m_task.setup.name));
    count(report->result);
    m_report.rowsLeftOut = report->unfinishedRows + report->correctedRows;
    m_report.rowsFlagged = report->suspiciousNewRows;
    noteRejects(report->rejectCount, report->rejects);
    return m_report.rowsLeftOut == 0 && !m_remark;
}

Result<std::vector<CorrectedSeries>> FetchFile::corrected() const
{
    std::vector<CorrectedSeries> all;
    for (const store::SeriesSpan &span : m_setting.spans) {
        if (span.series.source != m_task.setup.name || span.series.field != core::QuoteField::Bar)
            continue;
        auto bars = m_setting.tools.reader.correctedBars(span.series);
        if (!bars)
            return tl::unexpected(bars.error());
        if (!bars->empty())
            all.push_back({span.series, std::move(*bars)});
    }
    return all;
}

//! Imports of files wait for the writer themselves.
Result<> FetchFile::stored(const store::ImportResult &)
{
    return {};
}

} // namespace tickmark::pipeline
