// SPDX-License-Identifier: GPL-3.0-or-later
#include "FactTexts.h"

#include "ImportTexts.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace tickmark::dialogs {

namespace {

struct ImportText
{
    Q_DECLARE_TR_FUNCTIONS(tickmark::dialogs::ImportText)
};

constexpr std::size_t kNamedSymbols = 8;
constexpr std::size_t kNamedGaps = 4;

QString someOf(const QStringList &names)
{
    QString text = names.mid(0, qsizetype(kNamedSymbols)).join(QStringLiteral(", "));
    if (names.size() > qsizetype(kNamedSymbols))
        text += QStringLiteral(", …");
    return text;
}

QString gapSentence(const pipeline::SymbolSummary &symbol, const core::Formats &formats)
{
    QStringList dates;
    for (std::size_t i = 0; i < std::min(kNamedGaps, symbol.missingSessions.size()); ++i)
        dates.append(formats.date(symbol.missingSessions[i]));
    if (symbol.missingSessions.size() > kNamedGaps)
        dates.append(QStringLiteral("…"));
    return ImportText::tr("%1 has no bar on %2 trading days of its exchange: %3.")
        .arg(symbol.symbol, formats.count(qint64(symbol.missingSessions.size())), dates.join(QStringLiteral(", ")));
}

void addTotals(QStringList &lines, const ImportFacts &facts, bool outcome, const core::Formats &formats)
{
    const store::ImportTotals &totals = *facts.totals;
    const auto text = outcome ? ImportText::tr("New: %1. Replaced: %2. Unchanged: %3.")
                              : ImportText::tr("New: %1. Replacing another value: %2. Unchanged: %3.");
    lines << text.arg(formats.count(totals.inserted), formats.count(totals.replaced), formats.count(totals.unchanged));
    // those that contradict the earlier one have a sentence of their own
    if (const qint64 repeated = totals.duplicate - facts.conflictCount; repeated > 0)
        lines
            << ImportText::tr("Rows that the file has more than once, counted once: %1.").arg(formats.count(repeated));
    if (outcome && facts.importId == 0)
        lines << ImportText::tr("The database has all of it already; nothing was changed.");
    else if (!outcome && totals.inserted + totals.replaced == 0 && totals.unchanged > 0)
        lines << ImportText::tr("The database has all of it already.");
}

void addTickTotals(QStringList &lines, const ImportFacts &facts, bool outcome, const core::Formats &formats)
{
    if (!outcome) {
        lines << ImportText::tr("Ticks: %1. Those that the database has already will not be added again.")
                     .arg(formats.count(facts.ticks));
        return;
    }
    if (!facts.totals)
        return;
    lines << ImportText::tr("Ticks added: %1. Known already: %2.")
                 .arg(formats.count(facts.totals->inserted), formats.count(facts.totals->unchanged));
    if (facts.totals->inserted == 0 && facts.totals->unchanged > 0 && !facts.fault)
        lines << ImportText::tr("The database has all of it already; nothing was changed.");
    if (facts.lateTicks > 0)
        lines << ImportText::tr("Ticks before the end of what was there, put in their places: %1.")
                     .arg(formats.count(facts.lateTicks));
}

void addTickDoubts(QStringList &lines, const ImportFacts &facts, const core::Formats &formats)
{
    if (facts.suspiciousRows > 0)
        lines << ImportText::tr("Rows with a price of zero or below, kept as they are: %1.")
                     .arg(formats.count(facts.suspiciousRows));
    if (facts.roundedRows > 0)
        lines << ImportText::tr("Rows with more decimals than can be kept, rounded: %1.")
                     .arg(formats.count(facts.roundedRows));
}

void addNews(QStringList &lines, const pipeline::NewsImportReport &news, bool outcome, const core::Formats &formats)
{
    const store::ImportTotals &totals = news.result.totals;
    lines << ImportText::tr("Headlines: %1. Claims found in them: %2.")
                 .arg(formats.count(news.items), formats.count(news.claims));
    const auto text = outcome ? ImportText::tr("New: %1. Replaced: %2. Unchanged: %3.")
                              : ImportText::tr("New: %1. Replacing an earlier text: %2. Unchanged: %3.");
    lines << text.arg(formats.count(totals.inserted), formats.count(totals.replaced), formats.count(totals.unchanged));
    if (news.retold > 0)
        lines << ImportText::tr("Headlines that tell a story again that is there already: %1.")
                     .arg(formats.count(news.retold));
    if (news.undated + news.misdated > 0)
        lines << ImportText::tr(
                     "Headlines whose date is missing or cannot be right, dated with the time of the import: "
                     "%1.")
                     .arg(formats.count(news.undated + news.misdated));
    for (const news::FeedProblem &problem : news.problems)
        lines << problem.message;
    if (totals.inserted + totals.replaced == 0)
        lines << (outcome ? ImportText::tr("The database has all of it already; nothing was changed.")
                          : ImportText::tr("The database has all of it already."));
}

void addGaps(QStringList &lines, const ImportFacts &facts, const core::Formats &formats)
{
    std::size_t named = 0;
    std::size_t more = 0;
    for (const pipeline::SymbolSummary &symbol : facts.symbols) {
        if (symbol.missingSessions.empty())
            continue;
        if (++named <= kNamedGaps)
            lines << gapSentence(symbol, formats);
        else
            ++more;
    }
    if (more > 0)
        lines << ImportText::tr("Trading days are missing for %1 more instruments.").arg(formats.count(qint64(more)));
}

} // namespace

QStringList factSentences(const ImportFacts &facts, bool outcome, const QStringList &willAdd,
                          const core::Formats &formats, const core::ZoneRules &zone)
{
    QStringList lines;
    if (facts.readAs == ReadAs::News) {
        if (facts.news)
            addNews(lines, *facts.news, outcome, formats);
        return lines;
    }
    std::optional<core::SessionDate> first;
    std::optional<core::SessionDate> last;
    QStringList leftOut;
    qint64 leftOutRows = 0;
    qint64 addedRows = 0;
    for (const pipeline::SymbolSummary &symbol : facts.symbols) {
        if (symbol.first && symbol.last) {
            first = std::min(first.value_or(*symbol.first), *symbol.first);
            last = std::max(last.value_or(*symbol.last), *symbol.last);
        }
        if (symbol.known || symbol.symbol.isEmpty())
            continue;
        if (willAdd.contains(symbol.symbol)) {
            addedRows += symbol.rows;
        } else {
            leftOut.append(symbol.symbol);
            leftOutRows += symbol.rows;
        }
    }
    const bool ofTicks = facts.readAs == ReadAs::Ticks;
    const auto timeText = [&](core::Time time) {
        return ImportText::tr("%1, %2", "date, clock time")
            .arg(formats.date(zone.dateAt(time)), formats.exactClockTime(time, zone));
    };
    if (facts.times)
        lines << ImportText::tr("Rows: %1, from %2 to %3.")
                     .arg(formats.count(facts.rows), timeText(facts.times->begin), timeText(facts.times->end));
    else if (first && last)
        lines << ImportText::tr("Rows: %1, from %2 to %3.")
                     .arg(formats.count(facts.rows), formats.date(*first), formats.date(*last));
    else
        lines << ImportText::tr("Rows: %1.").arg(formats.count(facts.rows));
    if (ofTicks)
        addTickTotals(lines, facts, outcome, formats);
    else if (facts.totals)
        addTotals(lines, facts, outcome, formats);
    if (addedRows > 0)
        lines << ImportText::tr("Rows of instruments that are added: %1.").arg(formats.count(addedRows));
    if (!facts.added.isEmpty())
        lines << ImportText::tr("Added as instruments: %1.").arg(someOf(facts.added));
    if (!leftOut.isEmpty())
        lines << ImportText::tr("Left out, because the database does not have them: %1 (rows: %2).")
                     .arg(someOf(leftOut), formats.count(leftOutRows));
    if (ofTicks)
        addTickDoubts(lines, facts, formats);
    else if (facts.suspiciousRows > 0)
        lines << ImportText::tr("Rows that look wrong, but are kept and flagged: %1.")
                     .arg(formats.count(facts.suspiciousRows));
    if (facts.conflictCount > 0)
        lines << ImportText::tr("Rows that contradict an earlier row for the same time and take its place: %1.")
                     .arg(formats.count(facts.conflictCount));
    addGaps(lines, facts, formats);
    if (facts.rejectCount > 0)
        lines << ImportText::tr("Rows that cannot be used and are left out: %1.").arg(formats.count(facts.rejectCount));
    return lines;
}

QString progressText(const ImportMeter &meter, double seconds, const core::Formats &formats)
{
    constexpr double kSecondsToJudge = 0.3;
    constexpr int kMostSeconds = 120; // more of them are told in minutes
    const qint64 bytes = meter.bytes;
    const qint64 total = meter.total;
    const QString done = total > 0 ? ImportText::tr("%1 of %2").arg(sizeText(bytes, formats), sizeText(total, formats))
                                   : sizeText(bytes, formats);
    if (seconds < kSecondsToJudge || bytes <= 0 || meter.rows <= 0)
        return done;
    const QString rows = formats.count(meter.rows);
    const QString rate = formats.count(qint64(double(meter.rows) / seconds));
    if (total <= bytes)
        return ImportText::tr("%1, %2 rows, %3 per second").arg(done, rows, rate);
    const double left = std::min(double(total - bytes) / (double(bytes) / seconds), 1e6);
    if (left > kMostSeconds)
        return ImportText::tr("%1, %2 rows, %3 per second, about %n minute(s) left", nullptr, int(std::ceil(left / 60)))
            .arg(done, rows, rate);
    return ImportText::tr("%1, %2 rows, %3 per second, about %n second(s) left", nullptr, int(std::ceil(left)))
        .arg(done, rows, rate);
}

} // namespace tickmark::dialogs
