// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReportReader.h"

#include <core/Formats.h>
#include <news/SafeText.h>
#include <pipeline/ClaimJudge.h>
#include <pipeline/QualityScan.h>
#include <pipeline/SampleCase.h>

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace tickmark::report {

namespace {

constexpr int kSteps = 5; // of reading, for the progress
constexpr qint32 kMostDays = 40 * 366;

//! Of what is missing only that of the range; without runs, nothing of the finding is.
void keepRange(analysis::QualityFinding &finding, core::SessionDate from, core::SessionDate to)
{
    const auto isOutside = [&](const analysis::SessionRun &run) { return to < run.first || run.last < from; };
    if (std::ranges::all_of(finding.runs, isOutside)) {
        finding.runs.clear();
    } else if (finding.kind == analysis::QualityKind::Hole) { // the others' values are of their own session
        for (const analysis::SessionRun &run : finding.runs)
            finding.count -= isOutside(run) ? run.count : 0;
        std::erase_if(finding.runs, isOutside);
    }
}

} // namespace

ReportReader::ReportReader(store::StoreReader &reader, const core::CalendarSet &calendars, const ReportWish &wish,
                           std::stop_token stop, const ReportProgress &progress)
    : m_reader(reader), m_calendars(calendars), m_stop(std::move(stop)), m_progress(progress)
{
    m_content.wish = wish;
}

core::Result<ReportContent> ReportReader::read()
{
    return checkRange()
        .and_then([this] { return readInstruments(); })
        .and_then([this] { return step(1); })
        .and_then([this] { return readHeadlines(); })
        .and_then([this] { return step(2); })
        .and_then([this] { return readClaims(); })
        .and_then([this] { return step(3); })
        .and_then([this] { return readCharts(); })
        .and_then([this] { return step(4); })
        .and_then([this] { return readNotes(); })
        .and_then([this] { return step(5); })
        .map([this] { return std::move(m_content); });
}

core::Result<> ReportReader::step(int done) const
{
    if (m_stop.stop_requested())
        return core::failure(core::ErrorCode::Cancelled, {});
    if (m_progress)
        m_progress(done, kSteps);
    return {};
}

core::Result<> ReportReader::checkRange() const
{
    const ReportWish &wish = m_content.wish;
    if (wish.to < wish.from)
        return core::failure(core::ErrorCode::InvalidInput,
                             QCoreApplication::translate("Report", "The range ends before it begins."));
    if (wish.to.days() - wish.from.days() > kMostDays)
        return core::failure(core::ErrorCode::InvalidInput,
                             QCoreApplication::translate("Report", "A report covers 40 years at most."));
    return {};
}

bool ReportReader::isWanted(qint64 instrumentId) const
{
    return m_content.wish.symbols.isEmpty() || m_wanted.contains(instrumentId);
}

core::Result<> ReportReader::readHeadlines()
{
    const core::SessionDate from = m_content.wish.from;
    const core::SessionDate to = m_content.wish.to;
    m_times = {m_content.zone.fromLocalNs(from.utcMidnight().ns),
               m_content.zone.fromLocalNs(to.plusDays(1).utcMidnight().ns)};
    auto news = m_reader.news(m_times, m_stop);
    if (!news)
        return tl::unexpected(news.error());
    const news::MentionFinder finder(m_all);
    for (core::NewsItem &item : *news) {
        if (m_stop.stop_requested())
            return core::failure(core::ErrorCode::Cancelled, {});
        // A report on some instruments has their news, not those of the whole store.
        const auto names = [&](const QString &text) {
            return std::ranges::any_of(finder.find(text, item.language),
                                       [this](const news::Mention &mention) { return isWanted(mention.instrumentId); });
        };
        if (m_content.wish.symbols.isEmpty() || names(item.title) || names(item.excerpt))
            m_content.headlines.push_back({std::move(item), {}});
    }
    return {};
}

core::Result<> ReportReader::readClaims()
{
    auto claims = m_reader.claims(m_times, m_stop);
    const auto rules = m_reader.textRules(m_stop);
    if (!claims || !rules)
        return tl::unexpected(claims ? rules.error() : claims.error());
    std::map<qint64, ReportHeadline *> headlines;
    for (ReportHeadline &headline : m_content.headlines)
        headlines.emplace(headline.item.id, &headline);
    m_content.unsearched = std::ranges::count_if(
        *rules, [&](const store::TextRules &text) { return !text.rules && headlines.contains(text.newsId); });
    pipeline::ClaimJudge judge(m_reader, m_calendars, m_all, m_content.wish.made, m_stop);
    tables::StatementNumbers numbers;
    for (store::StoredClaim &claim : *claims) {
        const auto headline = headlines.find(claim.newsId);
        if (headline == headlines.end() || tables::isDismissed(claim) || !isWantedClaim(claim))
            continue;
        // The store may be in use by a program that has not come to it yet.
        if (!claim.isJudged()) {
            if (m_stop.stop_requested())
                return core::failure(core::ErrorCode::Cancelled, {});
            auto judged = judge.judge(claim.claim, claim.published);
            if (!judged)
                return tl::unexpected(judged.error());
            claim.verdict = std::move(judged->verdict);
        }
        const int before = numbers.count();
        static_cast<void>(numbers.numberOf(claim));
        if (numbers.count() == before) {
            ++m_content.repeated;
            continue;
        }
        if (auto added = addStatement(*headline->second, std::move(claim)); !added)
            return added;
    }
    return {};
}

//! With chosen instruments, what is said of others in the same headline is not their business.
bool ReportReader::isWantedClaim(const store::StoredClaim &claim) const
{
    if (m_content.wish.symbols.isEmpty() || isWanted(claim.claim.subject.instrumentId))
        return true;
    return std::ranges::any_of(claim.claim.together,
                               [this](const claims::Subject &subject) { return isWanted(subject.instrumentId); });
}

core::Result<> ReportReader::addStatement(ReportHeadline &headline, store::StoredClaim claim)
{
    Statement statement;
    const claims::Subject &subject = claim.claim.subject;
    const auto known = std::ranges::find(m_all, subject.instrumentId, &core::Instrument::id);
    if (subject.instrumentId != 0 && known != m_all.end()) {
        statement.subject = known->shortName(m_content.wish.language);
        ++m_spokenOf[known->symbol];
    } else {
        statement.subject = news::visibleLine(subject.text, 80);
    }
    auto facts = claimview::readVerdictFacts(m_reader, claim, m_calendars, m_stop);
    if (!facts)
        return tl::unexpected(facts.error());
    statement.facts = std::move(*facts);
    statement.claim = std::move(claim);
    headline.statements.push_back(std::move(statement));
    return {};
}

core::Result<> ReportReader::readNotes()
{
    const bool isAsked = std::ranges::any_of(
        m_content.wish.sections.sections, [](const Section &section) { return section.kind == SectionKind::Quality; });
    if (isAsked) {
        auto scanned = pipeline::scanQuality(m_reader, m_calendars, m_stop);
        if (!scanned)
            return tl::unexpected(scanned.error());
        for (analysis::QualityFinding &finding : scanned->findings) {
            const bool isOfReport = std::ranges::any_of(m_content.instruments, [&](const InstrumentSummary &one) {
                return one.instrument.id == finding.instrumentId;
            });
            keepRange(finding, m_content.wish.from, m_content.wish.to);
            if (isOfReport && !finding.runs.empty())
                m_content.findings.push_back(std::move(finding));
        }
    }
    for (const InstrumentSummary &one : m_content.instruments) {
        const auto shares = m_reader.datedShares(one.instrument.id);
        if (!shares)
            return tl::unexpected(shares.error());
        for (const store::DatedShares &dated : *shares)
            m_content.shares.push_back({one.instrument.symbol, dated});
    }
    auto note = m_reader.setting(QLatin1String(pipeline::kSampleNoteKey) + m_content.wish.language);
    if (!note)
        return tl::unexpected(note.error());
    m_content.sampleNote = std::move(*note);
    return {};
}

core::Result<ReportContent> readReport(store::StoreReader &reader, const core::CalendarSet &calendars,
                                       const ReportWish &wish, std::stop_token stop, const ReportProgress &progress)
{
    return ReportReader(reader, calendars, wish, std::move(stop), progress).read();
}

} // namespace tickmark::report
