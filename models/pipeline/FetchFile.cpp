// SPDX-License-Identifier: GPL-3.0-or-later
#include "FetchFile.h"

#include "FetchSymbols.h"
#include "FileShares.h"
#include "TickImportJob.h"
#include <sources/CsvDialect.h>
#include <sources/http/HttpRules.h>
#include <sources/providers/ProviderJson.h>

#include <QCoreApplication>

namespace tickmark::pipeline {

using core::Result;
using sources::HttpResponse;

namespace {

struct FetchTexts
{
    Q_DECLARE_TR_FUNCTIONS(FetchTexts)
};

//! Files are larger than what a provider answers at once.
constexpr qint64 kMostFileBytes = 256LL * 1024 * 1024;

Result<sources::CsvProfile> savedOrGuessed(const store::SourceSetup &setup, std::string_view bytes)
{
    if (!setup.profile.isEmpty())
        return sources::parseProfile(setup.profile.toUtf8(), setup.name);
    const bool whole = qsizetype(bytes.size()) < sources::kDialectSampleBytes;
    const auto guess = sources::detectDialect(bytes, whole, setup.name, std::nullopt);
    if (!guess)
        return tl::unexpected(guess.error());
    if (!guess->openQuestions.empty())
        return tl::unexpected(guess->openQuestions.front());
    return guess->profile;
}

} // namespace

Result<sources::CsvProfile> profileOf(const store::SourceSetup &setup, std::string_view bytes)
{
    auto profile = savedOrGuessed(setup, bytes);
    if (profile && !profile->namesSymbols() && setup.symbols.size() != 1)
        return core::failure(core::ErrorCode::InvalidInput,
                             FetchTexts::tr("The file of %1 does not say which instrument it is about. Choose exactly "
                                            "one for this source.")
                                 .arg(setup.name));
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
        return faultOf({ProviderFault::NotWhatWasAsked, {}}, setup.name, request);
    // The last number may be half a number.
    if (!answer.isDelimited && !answer.body.endsWith('\n'))
        return faultOf({ProviderFault::Malformed, QStringLiteral("the last line has no end")}, setup.name, request);
    return std::nullopt;
}

FetchFault faultOfImport(const core::Error &error)
{
    using core::ErrorCode;
    FetchFault fault{error, QStringLiteral("not_what_was_asked")};
    if (error.code == ErrorCode::Damaged)
        fault.code = QStringLiteral("malformed");
    else if (error.code == ErrorCode::NotFound)
        fault.code = QStringLiteral("unknown_instrument");
    else if (error.code != ErrorCode::InvalidInput && error.code != ErrorCode::Unsupported)
        return faultOfStore(error);
    return fault;
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
    // what was left out for now, or may have been cut between two lines, has to come again
    keep(*isAll && answer.isDelimited ? validatorsOf(answer) : Validators{});
    return std::nullopt;
}

FetchFile::IsAll FetchFile::import(const QByteArray &body)
{
    auto source = sources::openBytes(body, m_report.address);
    if (!source)
        return tl::unexpected(faultOfImport(source.error()));
    const auto sample = (*source)->peek(sources::kDialectSampleBytes);
    auto profile = sample ? profileOf(m_task.setup, *sample) : tl::unexpected(sample.error());
    if (!profile)
        return tl::unexpected(faultOfImport(profile.error()));
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
        return importTicks(std::move(*source), options, known);
    options.splitsIn = m_task.setup.splitsAdjusted;
    auto corrections = corrected();
    if (!corrections)
        return tl::unexpected(faultOfStore(corrections.error()));
    options.corrected = std::move(*corrections);
    auto second = sources::openBytes(body, m_report.address);
    if (!second)
        return tl::unexpected(faultOfImport(second.error()));
    auto before = FileShares(m_task.setup, m_setting).read(std::move(*second), options);
    if (!before)
        return tl::unexpected(before.error());
    options.before = std::move(*before);
    return importBars(std::move(*source), options, known);
}

FetchFile::IsAll FetchFile::importTicks(std::unique_ptr<sources::ByteSource> source, const BarImportOptions &options,
                                        std::span<const core::Instrument> known)
{
    const auto report = pipeline::importTicks(std::move(source), options, known, m_setting.tools.writer,
                                              m_setting.stop);
    if (!report || report->fault)
        return tl::unexpected(faultOfImport(report ? *report->fault : report.error()));
    count(report->result);
    return true;
}

FetchFile::IsAll FetchFile::importBars(std::unique_ptr<sources::ByteSource> source, const BarImportOptions &options,
                                       std::span<const core::Instrument> known)
{
    const auto report = pipeline::importBars(std::move(source), options, known, m_setting.tools.writer,
                                             m_setting.tools.calendars, m_setting.stop);
    if (!report)
        return tl::unexpected(faultOfImport(report.error()));
    count(report->result);
    m_report.rowsLeftOut = report->unfinishedRows + report->correctedRows;
    m_report.rowsFlagged = report->suspiciousNewRows;
    return m_report.rowsLeftOut == 0;
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
