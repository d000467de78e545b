// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReportComposer.h"
#include <claims/ClaimLabels.h>
#include <news/SafeText.h>
#include <tables/QualityTexts.h>

#include <algorithm>
#include <map>
#include <set>

namespace tickmark::report {

namespace {

constexpr qsizetype kLongestSource = 200; // a file name or address
constexpr std::size_t kMostFindings = 60;

} // namespace

void ReportComposer::addQuality()
{
    if (m_content.findings.empty()) {
        passage(tr("Nothing about the stored quotes of this range is suspicious: no sessions without a bar, no broken "
                   "ranges, no jumps, no sources that disagree."));
        return;
    }
    Table table;
    table.columns = {{tr("Instrument"), 110}, {tr("Finding"), 0, 1}};
    for (const analysis::QualityFinding &finding : m_content.findings) {
        if (table.rows.size() == kMostFindings)
            break;
        Row row;
        const auto one = std::ranges::find_if(m_content.instruments, [&](const InstrumentSummary &summary) {
            return summary.instrument.id == finding.instrumentId;
        });
        row.cells.push_back({{{{news::visibleLine(one->instrument.shortName(m_document.language), 60), true}},
                              {{tables::qualitySeverityText(analysis::severityOf(finding.kind)), false, true}}}});
        const QString sessions = tables::qualitySessions(finding, m_formats);
        const QString sentence = tables::qualitySentence(finding, m_formats);
        Cell words{{{{sentence}}}};
        if (!sentence.contains(sessions))
            words.paragraphs.push_back({{sessions, false, true}});
        row.cells.push_back(std::move(words));
        table.rows.push_back(std::move(row));
    }
    m_document.blocks.push_back(std::move(table));
    if (m_content.findings.size() > kMostFindings)
        passage(tr("%n more finding(s) stand in the program under data quality.", nullptr,
                   int(m_content.findings.size() - kMostFindings)),
                true);
}

void ReportComposer::addMethod()
{
    passage(tr(
        "Every number that a headline states about the move or the value of an instrument is held against the stored "
        "daily quotes: traded and split-adjusted, never simulated, never adjusted for dividends. A missing quote is "
        "said to be missing; it refutes nothing."));
    using claims::VerdictCode;
    const auto explain = [](VerdictCode code, const QString &meaning) {
        return Passage{{{claims::verdictCodeLabel(code), true, false, code}, {meaning}}};
    };
    for (const Passage &line :
         {explain(VerdictCode::Close, tr("The move between the closes of the stated sessions lies in the interval that "
                                         "the words leave open.")),
          explain(VerdictCode::Intraday, tr("The price was traded during the session, but the session did not close "
                                            "there; or the text itself speaks of the session.")),
          explain(VerdictCode::OtherBasis, tr("The number fits another plain basis: the opening, the session before or "
                                              "after, several sessions, the sum of daily percentages.")),
          explain(VerdictCode::Contradicted, tr("The quotes are there and no basis fits; the distance is that to the "
                                                "nearest one.")),
          explain(VerdictCode::NoData, tr("A quote, a dated share count or an exchange rate is missing.")),
          explain(VerdictCode::Unattributed, tr("The text names no instrument for the number."))})
        m_document.blocks.push_back(line);
    passage(tr(
        "A stated number stands for an interval: half a unit of its last digit to either side; “almost” reaches 5% "
        "below it, “about” 5% to either side, “over” 10% above it, each at least a whole unit of that digit; “up to” is "
        "held against the session's extreme. Changes of market value are a dated share count times the move between "
        "closes, converted at the rate of the session; they are known to 1%."));
}

void ReportComposer::addSources()
{
    addSourceTable();
    std::map<QString, int> publishers;
    for (const ReportHeadline &headline : m_content.headlines)
        ++publishers[news::visibleLine(headline.item.publisher, 80)];
    QStringList names;
    for (const auto &[name, count] : publishers)
        //: a publisher and how many headlines are of it
        names.append(tr("%1 (%2)").arg(name, m_formats.count(count)));
    QStringList counts;
    for (const ShareNote &note : m_content.shares)
        //: an instrument, a count of its shares, the date and the source of that
        counts.append(tr("%1 %2 shares on %3 (%4)")
                          .arg(note.symbol, m_formats.count(note.shares.shares), m_formats.date(note.shares.date),
                               news::visibleLine(note.shares.source, kLongestSource)));
    QStringList sentences;
    if (!names.isEmpty())
        sentences.append(tr("Headlines: %1.").arg(names.join(QStringLiteral(", "))));
    if (const QStringList others = otherSources(); !others.isEmpty())
        //: %1: files, each with the instruments whose quotes it has
        sentences.append(tr("Verdicts rest also on quotes of %1.").arg(others.join(QStringLiteral(", "))));
    if (!counts.isEmpty())
        sentences.append(tr("Share counts: %1.").arg(counts.join(QStringLiteral(", "))));
    if (!sentences.isEmpty())
        passage(sentences.join(u' '));
    if (m_content.sampleNote)
        passage(news::visibleLine(*m_content.sampleNote, 2000));
}

//! Of the quotes that verdicts were judged with, those that no bar of the instruments and no share count comes from: of
//! other intervals, days or instruments.
QStringList ReportComposer::otherSources() const
{
    std::set<QString> named;
    for (const InstrumentSummary &one : m_content.instruments)
        named.insert(one.origins.begin(), one.origins.end());
    for (const ShareNote &note : m_content.shares)
        named.insert(note.shares.source);
    std::map<QString, std::set<QString>> others;
    for (const ReportHeadline &headline : m_content.headlines) {
        for (const Statement &statement : headline.statements) {
            for (const claims::QuoteUsed &quote : statement.claim.verdict->quotes) {
                if (!quote.source.isEmpty() && !named.contains(quote.source))
                    others[quote.source].insert(quote.symbol);
            }
        }
    }
    QStringList texts;
    for (const auto &[source, symbols] : others)
        //: a file and the instruments whose quotes it has
        texts.append(tr("%1 (%2)", "file, instruments")
                         .arg(news::visibleLine(source, kLongestSource),
                              QStringList(symbols.begin(), symbols.end()).join(QStringLiteral(", "))));
    return texts;
}

void ReportComposer::addSourceTable()
{
    // Instruments of the same source and files share a row: 500 of them may come from one.
    std::map<QStringList, QStringList> groups;
    for (const InstrumentSummary &one : m_content.instruments) {
        QStringList key{news::visibleLine(tables::seriesText(one.series, m_formats), 80)};
        for (const QString &origin : one.origins)
            key.append(news::visibleLine(origin, kLongestSource));
        groups[key].append(news::visibleLine(one.instrument.symbol, 64));
    }
    Table table;
    table.columns = {{tr("Source"), 110}, {tr("Files and addresses"), 0, 1}, {tr("Instruments"), 0, 1.2}};
    for (const auto &[source, symbols] : groups) {
        Row row;
        row.cells.push_back({{{{source.constFirst(), true}}}});
        row.cells.push_back({{{{source.mid(1).join(QStringLiteral(", "))}}}});
        row.cells.push_back({{{{symbols.join(QStringLiteral(", "))}}}});
        table.rows.push_back(std::move(row));
    }
    m_document.blocks.push_back(std::move(table));
}

} // namespace tickmark::report
