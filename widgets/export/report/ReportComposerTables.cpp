// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReportComposer.h"
#include <claims/ClaimLabels.h>
#include <claims/Explanation.h>
#include <core/ShownPrice.h>
#include <news/SafeText.h>

#include <QUrl>

#include <claimview/VerdictPopupRows.h>

#include <algorithm>
#include <cmath>

namespace tickmark::report {

namespace {

constexpr qsizetype kLongestHeadline = 300;
constexpr qsizetype kLongestWords = 240;  // of a claim, as its text has them
constexpr qsizetype kLongestSource = 120; // a file name or address

//! Foreign addresses lead to the web or nowhere.
QString safeLink(const QString &address)
{
    const QUrl url(address.trimmed(), QUrl::TolerantMode);
    const bool isWeb = url.scheme() == u"http" || url.scheme() == u"https";
    return url.isValid() && isWeb && !url.host().isEmpty() && url.userInfo().isEmpty()
               ? QString::fromLatin1(url.toEncoded())
               : QString();
}

//! Parts of a line; the dot between two of them never begins one.
QString joined(const QStringList &parts)
{
    return parts.join(QStringLiteral("\u00a0· "));
}

//! The unit of a column stays whole where its head is broken.
QString unbrokenUnit(QString head)
{
    return head.replace(QLatin1String(" %"), QStringLiteral("\u00a0%"));
}

Paragraph plain(const QString &text)
{
    return {{text}};
}

Paragraph secondary(const QString &text)
{
    return {{text, false, true}};
}

Cell cell(const QString &text)
{
    return {{plain(text)}};
}

} // namespace

QString ReportComposer::price(const InstrumentSummary &one, core::Price price) const
{
    return m_formats.price(core::shownPrice(price, one.ownDecimals));
}

QString ReportComposer::volume(double units) const
{
    if (units >= 1e9)
        //: a count of shares, in billions
        return tr("%1 bn").arg(m_formats.number(units / 1e9, 2));
    if (units >= 1e6)
        //: a count of shares, in millions
        return tr("%1 m").arg(m_formats.number(units / 1e6, 1));
    return m_formats.number(units, 0);
}

void ReportComposer::addSummary()
{
    Table table;
    table.columns = {
        {tr("Instrument"), 0, 1},   {tr("Close"), 82, 0, true}, {unbrokenUnit(tr("Change in %")), 74, 0, true},
        {tr("High"), 82, 0, true},  {tr("Low"), 82, 0, true},   {unbrokenUnit(tr("Largest move in %")), 82, 0, true},
        {tr("Volume"), 74, 0, true}};
    for (const InstrumentSummary &one : m_content.instruments)
        table.rows.push_back(summaryRow(one));
    m_document.blocks.push_back(std::move(table));
    passage(
        tr("Change: from the close of %1 to the last close of the range. High and low: of all sessions in the range. "
           "Largest move: from one session's close to the next. Volume: mean of a session. Below a value stands its "
           "session.")
            .arg(m_formats.longDate(base())),
        true);
    addGaps();
    if (!m_content.withoutQuotes.isEmpty())
        passage(tr("No daily quotes in the range: %1.").arg(m_chartTexts.list(m_content.withoutQuotes)), true);
}

//! Which of the days in a gap moved how far is not known: only that the widest day may be among them.
void ReportComposer::addGaps()
{
    QStringList moves;
    for (const InstrumentSummary &one : m_content.instruments) {
        if (one.gap)
            //: an instrument, its move in percent, two dates; %n trading days between them have no price
            moves.append(tr("%1 %2% from %3 to %4, over %n trading day(s) without a price", nullptr, one.gap->sessions)
                             .arg(news::visibleLine(one.instrument.shortName(m_document.language), 60),
                                  m_formats.signedNumber(one.gap->percent, 2), m_chartTexts.shortDate(one.gap->from),
                                  m_chartTexts.shortDate(one.gap->to)));
    }
    if (!moves.isEmpty())
        //: %1 are moves of instruments, parted by semicolons
        passage(tr("Gap: a move larger than on the widest day, over days without a price, so that no day is known "
                   "for it: %1.")
                    .arg(moves.join(QStringLiteral("; "))),
                true);
}

Row ReportComposer::summaryRow(const InstrumentSummary &one) const
{
    const QString dash(QChar(0x2013));
    const auto dated = [&](const QString &value, core::SessionDate date) {
        return Cell{{plain(value), secondary(m_chartTexts.shortDate(date))}};
    };
    QStringList facts{news::visibleLine(one.instrument.symbol, 64)};
    const bool isPoints = one.instrument.kind == core::InstrumentKind::Index
                          || one.instrument.kind == core::InstrumentKind::Fx;
    if (!isPoints)
        facts.append(one.instrument.currency);
    if (one.series.kind == core::SeriesKind::Simulated)
        facts.append(tr("simulated"));
    Row row;
    row.cells.push_back({{{{news::visibleLine(one.instrument.displayName(m_document.language), 80), true}},
                          secondary(facts.join(QStringLiteral(", ")))}});
    const bool endsEarly = std::ranges::any_of(
        m_content.instruments, [&](const InstrumentSummary &other) { return other.close.session > one.close.session; });
    row.cells.push_back(endsEarly ? dated(price(one, one.close.price), one.close.session)
                                  : cell(price(one, one.close.price)));
    if (!one.change)
        row.cells.push_back(cell(dash));
    else if (one.base->session != base())
        //: beside a change: the date of the close that it counts from
        row.cells.push_back({{plain(m_formats.signedNumber(*one.change, 2)),
                              secondary(tr("since %1").arg(m_chartTexts.shortDate(one.base->session)))}});
    else
        row.cells.push_back(cell(m_formats.signedNumber(*one.change, 2)));
    row.cells.push_back(dated(price(one, one.high.price), one.high.session));
    row.cells.push_back(dated(price(one, one.low.price), one.low.session));
    row.cells.push_back(one.widest ? dated(m_formats.signedNumber(one.widest->second, 2), one.widest->first)
                                   : cell(dash));
    if (one.gap)
        //: below the widest day of a table: a larger move over days without a price
        row.cells.back().paragraphs.push_back(
            secondary(tr("gap: %1").arg(m_formats.signedNumber(one.gap->percent, 2))));
    row.cells.push_back(cell(one.volume ? volume(*one.volume) : dash));
    return row;
}

void ReportComposer::addHeadlines()
{
    if (m_content.headlines.empty()) {
        passage(tr("There are no headlines in this range."));
        return;
    }
    Table table;
    table.columns = {{{}, 36}, {{}, 0, 1}};
    for (const ReportHeadline &headline : m_content.headlines)
        table.rows.push_back(headlineRow(headline));
    m_document.blocks.push_back(std::move(table));
    const auto unnumbered = qint64(m_content.headlines.size()) - qint64(m_numbers.size());
    if (unnumbered > 0 && !m_numbers.empty())
        passage(
            tr("%n headline(s) without a number lie outside the trading days of a chart.", nullptr, int(unnumbered)),
            true);
}

Row ReportComposer::headlineRow(const ReportHeadline &headline) const
{
    const core::NewsItem &item = headline.item;
    Row row;
    row.cells.push_back({{}, numberOf(item.id)});
    Cell words;
    words.paragraphs.push_back(
        {{news::visibleLine(item.title, kLongestHeadline), true, false, {}, safeLink(item.link)}});
    QStringList facts{when(item.published), news::visibleLine(item.publisher, 80)};
    // On paper an address cannot be followed; whose it is can be read.
    if (const QString host = QUrl(words.paragraphs.front().front().link).host(); !host.isEmpty())
        facts.append(news::visibleLine(host, 80));
    words.paragraphs.push_back({{joined(facts), false, true}});
    Paragraph verdicts;
    for (const Statement &statement : headline.statements) {
        const claims::Claim &claim = statement.claim.claim;
        const claims::Verdict &verdict = *statement.claim.verdict;
        const QString stated = claims::statedWithHedge(claim, m_formats.locale());
        //: an instrument, what a text states of it, and the verdict: "Nvidia −17%: confirmed (close)"
        const QString line = tr("%1 %2: %3")
                                 .arg(statement.subject, stated,
                                      claims::verdictWords(claim, verdict, m_formats.locale()))
                                 .trimmed();
        verdicts.push_back({line, false, false, verdict.code});
    }
    if (!verdicts.empty())
        words.paragraphs.push_back(std::move(verdicts));
    row.cells.push_back(std::move(words));
    return row;
}

void ReportComposer::addVerdicts(const Section &section)
{
    Table table;
    table.isDense = !section.details;
    table.columns = {{{}, 20}, {tr("Instrument"), 0, 1}, {tr("Stated"), 0, 1.1, true}, {tr("Computed"), 0, 1.1, true},
                     {{}, 8},  {tr("Verdict"), 0, 1.9}};
    for (const ReportHeadline &headline : m_content.headlines)
        addStatements(headline, section, table);
    if (table.rows.empty())
        passage(m_document.statements == 0 ? tr("The headlines of this range state no numbers that can be checked.")
                                           : tr("None of the numbers has such a verdict."));
    else
        m_document.blocks.push_back(std::move(table));
    if (m_content.repeated > 0)
        passage(tr("%Ln claim(s) repeat a statement of the same headline and are not listed again.", nullptr,
                   int(m_content.repeated)),
                true);
    if (m_content.unsearched > 0)
        passage(tr("%Ln headline(s) were not searched for claims yet.", nullptr, int(m_content.unsearched)), true);
}

void ReportComposer::addStatements(const ReportHeadline &headline, const Section &section, Table &table) const
{
    const auto isShown = [&](const Statement &statement) { return isInTable(statement, section); };
    if (std::ranges::none_of(headline.statements, isShown))
        return;
    const core::NewsItem &item = headline.item;
    Row head;
    head.isHead = true;
    Paragraph words;
    if (const int number = numberOf(item.id))
        //: before a headline: its number in the report
        words.push_back({tr("(%1)").arg(number), true});
    words.push_back({news::visibleLine(item.title, kLongestHeadline), true, false, {}, safeLink(item.link)});
    const QString origin = news::visibleLine(item.publisher, 80) + QStringLiteral(" · ") + when(item.published);
    if (table.isDense) {
        words.push_back({QStringLiteral("  ") + origin, false, true});
        head.cells.push_back({{words}});
    } else {
        head.cells.push_back({{words, secondary(origin)}});
    }
    table.rows.push_back(std::move(head));
    for (const Statement &statement : headline.statements) {
        if (!isShown(statement))
            continue;
        const claims::Claim &claim = statement.claim.claim;
        const claims::Verdict &verdict = *statement.claim.verdict;
        const QString measured = claims::measuredAmount(claim, verdict, m_formats.locale());
        Row row;
        row.cells = {{},
                     cell(statement.subject.isEmpty() ? QString(QChar(0x2013)) : statement.subject),
                     cell(claims::statedWithHedge(claim, m_formats.locale())),
                     cell(measured.isEmpty() ? QString(QChar(0x2013)) : measured),
                     {},
                     {{{{claims::verdictWords(claim, verdict, m_formats.locale()), true, false, verdict.code}}}}};
        if (section.details)
            row.below = details(statement);
        table.rows.push_back(std::move(row));
    }
}

std::vector<Paragraph> ReportComposer::details(const Statement &statement) const
{
    std::vector<Paragraph> paragraphs;
    const claims::Verdict &verdict = *statement.claim.verdict;
    paragraphs.push_back(secondary(quoted(news::visibleLine(statement.claim.claim.text, kLongestWords))));
    QStringList formulas;
    for (const claimview::FormulaRow &row : claimview::formulaRows(statement.claim, statement.facts, m_formats))
        //: a quantity and how it is reckoned: "Close to close: 118.42 ÷ 142.62 − 1 = −16.97%"
        formulas.append(tr("%1: %2").arg(row.label, row.formula));
    const bool isNotAgreed = std::ranges::any_of(verdict.quotes,
                                                 [](const claims::QuoteUsed &quote) { return !quote.others.empty(); });
    // The sentences also say why there is no verdict, what is still open, and on which closes sources do not agree.
    if (formulas.isEmpty() || verdict.provisional || isNotAgreed)
        paragraphs.push_back(plain(claims::explanation(statement.claim.claim, verdict, m_formats.locale())));
    if (!formulas.isEmpty())
        paragraphs.push_back(plain(joined(formulas)));
    QStringList quotes;
    for (const claimview::QuoteRow &row :
         claimview::quoteRows(statement.claim, statement.facts, m_formats, m_content.zone))
        //: one quote: what it is, when, price, source
        quotes.append(
            tr("%1 %2: %3 (%4)").arg(row.quote, row.time, row.price, news::visibleLine(row.source, kLongestSource)));
    if (!quotes.isEmpty() && !formulas.isEmpty())
        paragraphs.push_back(secondary(joined(quotes)));
    return paragraphs;
}

} // namespace tickmark::report
