// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReportComposer.h"

#include <charts/TextLanguage.h>
#include <export/PageTexts.h>
#include <news/SafeText.h>
#include <tables/ClaimStatement.h>

#include <algorithm>
#include <array>
#include <set>

namespace tickmark::report {

namespace {

constexpr qsizetype kLongestTitle = 200;

//! A report's instruments in a title, as far as they can be taken in.
constexpr int kNamesInTitle = 3;

} // namespace

ReportComposer::ReportComposer(const ReportContent &content)
    : m_content(content), m_chartTexts(content.wish.language), m_formats(m_chartTexts.formats())
{
    m_document.language = m_formats.language() == u"de" ? QStringLiteral("de") : QStringLiteral("en");
}

core::Result<ReportDocument> ReportComposer::compose()
{
    for (const auto step : {&ReportComposer::planCharts, &ReportComposer::numberHeadlines}) {
        if (auto done = (this->*step)(); !done)
            return tl::unexpected(done.error());
    }
    //: behind the heading of a table that goes on on another page
    m_document.continued = tr("(continued)");
    addTitle();
    addTallies();
    for (std::size_t i = 0; i < m_content.wish.sections.sections.size(); ++i)
        addSection(i);
    if (!m_content.withoutQuotes.isEmpty())
        leftOut(tr("No daily quotes in the range: %1.").arg(m_chartTexts.list(m_content.withoutQuotes)));
    if (m_content.unsearched > 0)
        leftOut(tr("%Ln headline(s) were not searched for claims yet.", nullptr, int(m_content.unsearched)));
    return std::move(m_document);
}

core::Result<> ReportComposer::planCharts()
{
    for (const ReportChart &chart : m_content.charts) {
        auto plan = charts::ChartPlan::make(chart.spec, chart.content);
        if (!plan)
            return tl::unexpected(plan.error());
        m_plans.push_back(std::move(*plan));
    }
    m_document.chartCount = int(m_plans.size());
    return {};
}

core::Result<> ReportComposer::numberHeadlines()
{
    std::set<qint64> drawn;
    for (const auto &plan : m_plans) {
        if (!plan->spec.markers)
            continue;
        for (const core::NewsItem &item : plan->headlines)
            drawn.insert(item.id);
    }
    if (listsHeadlines()) {
        int number = 0;
        for (const ReportHeadline &headline : m_content.headlines) {
            if (drawn.contains(headline.item.id) && isListed(headline))
                m_numbers.emplace(headline.item.id, ++number);
        }
    }
    // Nobody finds the headline of a mark that stands nowhere else.
    for (std::size_t i = 0; i < m_plans.size() && listsHeadlines(); ++i) {
        const auto isUnlisted = [this](const core::NewsItem &item) { return !m_numbers.contains(item.id); };
        if (!m_plans[i]->spec.markers || std::ranges::none_of(m_plans[i]->headlines, isUnlisted))
            continue;
        charts::ChartContent content = m_content.charts[i].content;
        std::erase_if(content.news, isUnlisted);
        auto plan = charts::ChartPlan::make(m_content.charts[i].spec, content);
        if (!plan)
            return tl::unexpected(plan.error());
        m_plans[i] = std::move(*plan);
    }
    return {};
}

int ReportComposer::numberOf(qint64 newsId) const
{
    const auto found = m_numbers.find(newsId);
    return found == m_numbers.end() ? 0 : found->second;
}

QString ReportComposer::range() const
{
    const ReportWish &wish = m_content.wish;
    return wish.from == wish.to ? m_formats.longDate(wish.from)
                                //: a range of dates
                                : tr("%1 to %2").arg(m_formats.longDate(wish.from), m_formats.longDate(wish.to));
}

void ReportComposer::addTitle()
{
    const ReportWish &wish = m_content.wish;
    m_document.title = news::visibleLine(wish.title, kLongestTitle);
    if (m_document.title.isEmpty() && !wish.symbols.isEmpty()) {
        QStringList names;
        for (const InstrumentSummary &one : m_content.instruments)
            names.append(news::visibleLine(one.instrument.shortName(m_document.language), 60));
        m_document.title = names.size() > kNamesInTitle + 1 ? m_chartTexts.shortenedList(names, kNamesInTitle)
                                                            : m_chartTexts.list(names);
    }
    if (m_document.title.isEmpty())
        m_document.title = tr("Market report");
    m_document.subtitle = range();
    QStringList facts{tr("Made on %1").arg(when(wish.made))};
    facts.append(tr("Times: %1").arg(charts::ChartTexts::clockOf(m_content.zone)));
    facts.append(tr("%n instrument(s)", nullptr, int(m_content.instruments.size())));
    facts.append(tr("%n headline(s)", nullptr, int(m_content.headlines.size())));
    m_document.lead.push_back({{facts.join(QStringLiteral(" · ")), false, true}});
    m_document.headlines = qint64(m_content.headlines.size());
}

//! How many of the numbers came out how, each with its shape: the sum of the report.
void ReportComposer::addTallies()
{
    using tables::ClaimOutcome;
    std::array<qint64, 6> counts{};
    for (const ReportHeadline &headline : m_content.headlines) {
        for (const Statement &statement : headline.statements) {
            ++counts[std::size_t(tables::outcomeOf(statement.claim.claim, *statement.claim.verdict))];
            ++m_document.statements;
        }
    }
    if (m_document.statements == 0)
        return;
    Paragraph tallies{{tr("%n number(s) checked:", nullptr, int(m_document.statements)), true}};
    const auto add = [&](ClaimOutcome outcome, claims::VerdictCode shape, const QString &pattern) {
        if (const qint64 count = counts[std::size_t(outcome)])
            // A count stays with its words.
            tallies.push_back({pattern.arg(m_formats.count(count)).replace(u' ', QChar(0x00a0)), false, false, shape});
    };
    //: a count of numbers in the news: "78 confirmed"
    add(ClaimOutcome::Confirmed, claims::VerdictCode::Close, tr("%1 confirmed"));
    add(ClaimOutcome::DuringSession, claims::VerdictCode::Intraday, tr("%1 only during the session"));
    //: a count of numbers that fit a basis which the text does not state
    add(ClaimOutcome::OtherBasis, claims::VerdictCode::OtherBasis, tr("%1 on another basis"));
    add(ClaimOutcome::Contradicted, claims::VerdictCode::Contradicted, tr("%1 contradicted"));
    add(ClaimOutcome::NoData, claims::VerdictCode::NoData, tr("%1 without data"));
    add(ClaimOutcome::Unattributed, claims::VerdictCode::Unattributed, tr("%1 not attributed"));
    m_document.lead.push_back(std::move(tallies));
}

void ReportComposer::addSection(std::size_t index)
{
    const Section &section = m_content.wish.sections.sections[index];
    if (section.kind != SectionKind::Text || !section.heading.isEmpty())
        heading(section);
    switch (section.kind) {
    case SectionKind::Summary:
        addSummary();
        break;
    case SectionKind::Chart:
        addCharts(index);
        break;
    case SectionKind::Headlines:
        addHeadlines();
        break;
    case SectionKind::Verdicts:
        addVerdicts(section);
        break;
    case SectionKind::Quality:
        addQuality();
        break;
    case SectionKind::Method:
        addMethod();
        break;
    case SectionKind::Sources:
        addSources();
        break;
    case SectionKind::Text:
        for (const QString &line : section.text.in(m_document.language).split(u'\n', Qt::SkipEmptyParts))
            passage(news::visibleLine(line, line.size()));
        break;
    }
}

void ReportComposer::addCharts(std::size_t section)
{
    std::vector<std::shared_ptr<const charts::ChartPlan>> plans;
    for (std::size_t i = 0; i < m_plans.size(); ++i) {
        if (m_content.charts[i].section == section)
            plans.push_back(m_plans[i]);
    }
    // What holds for all of them is said once.
    QStringList common;
    if (plans.size() > 1) {
        common = exporting::PageTexts(*plans.front()).notes();
        for (const auto &plan : plans) {
            const QStringList own = exporting::PageTexts(*plan).notes();
            common.removeIf([&own](const QString &sentence) { return !own.contains(sentence); });
        }
    }
    if (!common.isEmpty()) {
        const QString words = common.join(u' ');
        m_document.blocks.push_back(Passage{{{news::visibleLine(words, words.size()), false, true}}, true, true});
    }
    for (const auto &plan : plans)
        addChart(plan, m_content.wish.sections.sections[section].isLow, common);
    if (!m_content.notDrawn.isEmpty())
        passage(
            tr("%n more instrument(s) stand in the summary only: a report draws no more charts than can be compared.",
               nullptr, int(m_content.notDrawn.size())),
            true);
}

void ReportComposer::addChart(const std::shared_ptr<const charts::ChartPlan> &plan, bool isLow, const QStringList &said)
{
    const exporting::PageTexts texts(*plan);
    // "and 1 more" is no shorter than its name.
    const int names = texts.nameCount() > kNamesInTitle + 1 ? kNamesInTitle : texts.nameCount();
    const QString title = news::visibleLine(texts.title(names), kLongestTitle);
    m_document.blocks.push_back(Heading{title, false});
    m_document.blocks.push_back(Passage{{{texts.subtitle(), false, true}}, true, true});
    QStringList notes = texts.notes();
    notes.removeIf([&said](const QString &sentence) { return said.contains(sentence); });
    std::vector<int> numbers;
    for (const core::NewsItem &item : plan->headlines)
        numbers.push_back(numberOf(item.id));
    m_document.blocks.push_back(
        Chart{plan, title + QStringLiteral(". ") + texts.subtitle(), !notes.isEmpty(), std::move(numbers), isLow});
    const QString foot = notes.join(u' ');
    if (!foot.isEmpty())
        m_document.blocks.push_back(Passage{{{news::visibleLine(foot, foot.size()), false, true}}, true});
}

//! In the list of headlines, or above the statements of a table.
bool ReportComposer::isListed(const ReportHeadline &headline) const
{
    return std::ranges::any_of(m_content.wish.sections.sections, [&headline](const Section &section) {
        const auto isShown = [&section](const Statement &statement) { return isInTable(statement, section); };
        return section.kind == SectionKind::Headlines
               || (section.kind == SectionKind::Verdicts && std::ranges::any_of(headline.statements, isShown));
    });
}

bool ReportComposer::isInTable(const Statement &statement, const Section &section)
{
    return section.only.empty() || std::ranges::find(section.only, statement.claim.verdict->code) != section.only.end();
}

bool ReportComposer::listsHeadlines() const
{
    return std::ranges::any_of(m_content.wish.sections.sections, [](const Section &section) {
        return section.kind == SectionKind::Headlines || section.kind == SectionKind::Verdicts;
    });
}

void ReportComposer::heading(const Section &section)
{
    const QString own = news::visibleLine(section.heading.in(m_document.language), kLongestTitle);
    m_document.blocks.push_back(Heading{own.isEmpty() ? usualHeading(section.kind) : own, true, section.newPage});
}

void ReportComposer::passage(const QString &text, bool isSmall)
{
    m_document.blocks.push_back(Passage{{{text}}, isSmall});
}

void ReportComposer::leftOut(const QString &sentence)
{
    m_document.leftOut.append(sentence);
}

QString ReportComposer::when(core::Time time) const
{
    //: a date and a time of day: "27 Jan 2025, 11:40"
    return tr("%1, %2").arg(m_formats.date(m_content.zone.dateAt(time)), m_formats.clockTime(time, m_content.zone));
}

QString ReportComposer::quoted(const QString &words) const
{
    return m_document.language == u"de" ? QStringLiteral("„%1“").arg(words) : QStringLiteral("“%1”").arg(words);
}

core::Result<ReportDocument> composeReport(const ReportContent &content)
{
    const charts::TextLanguage language{charts::Translator(content.wish.language)};
    return ReportComposer(content).compose();
}

} // namespace tickmark::report
