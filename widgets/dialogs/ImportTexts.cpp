// SPDX-License-Identifier: GPL-3.0-or-later
#include "ImportTexts.h"

#include "PreviewFlags.h"
#include <core/Price.h>

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace tickmark::dialogs {

using sources::ColumnRole;
using sources::DateForm;
using sources::TextEncoding;

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
    if (outcome && facts.importId == 0)
        lines << ImportText::tr("The database has all of it already; nothing was changed.");
    else if (!outcome && totals.inserted + totals.replaced == 0 && totals.unchanged > 0)
        lines << ImportText::tr("The database has all of it already.");
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

QString roleText(ColumnRole role)
{
    switch (role) {
    case ColumnRole::Ignored:
        return ImportText::tr("not used");
    case ColumnRole::Date:
        return ImportText::tr("Date");
    case ColumnRole::Time:
        return ImportText::tr("Time of day");
    case ColumnRole::Symbol:
        return ImportText::tr("Symbol");
    case ColumnRole::Open:
        return ImportText::tr("Opening price");
    case ColumnRole::High:
        return ImportText::tr("High");
    case ColumnRole::Low:
        return ImportText::tr("Low");
    case ColumnRole::Close:
        return ImportText::tr("Closing price");
    case ColumnRole::AdjustedClose:
        return ImportText::tr("Adjusted closing price");
    case ColumnRole::Volume:
        return ImportText::tr("Volume");
    case ColumnRole::Turnover:
        break;
    }
    return ImportText::tr("Turnover");
}

QString dateFormText(DateForm form)
{
    switch (form) {
    case DateForm::DayOrMonthFirst:
        return ImportText::tr("not decided");
    case DateForm::YearMonthDay:
        return ImportText::tr("year, month, day");
    case DateForm::DayMonthYear:
        return ImportText::tr("day, month, year");
    case DateForm::MonthDayYear:
        return ImportText::tr("month, day, year");
    case DateForm::Compact:
        return QStringLiteral("20250127");
    case DateForm::EpochSeconds:
        return ImportText::tr("seconds since 1970");
    case DateForm::EpochMilliseconds:
        return ImportText::tr("milliseconds since 1970");
    case DateForm::EpochMicroseconds:
        return ImportText::tr("microseconds since 1970");
    case DateForm::EpochNanoseconds:
        return ImportText::tr("nanoseconds since 1970");
    case DateForm::MillisecondsOfDay:
        break;
    }
    return ImportText::tr("milliseconds of the day");
}

QString encodingText(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8:
        return QStringLiteral("UTF-8");
    case TextEncoding::Utf16Le:
        return QStringLiteral("UTF-16 LE");
    case TextEncoding::Utf16Be:
        return QStringLiteral("UTF-16 BE");
    case TextEncoding::Windows1252:
        break;
    }
    return QStringLiteral("Latin-1 (Windows-1252)");
}

QString separatorText(char separator)
{
    switch (separator) {
    case ';':
        return ImportText::tr("Semicolon ;");
    case '\t':
        return ImportText::tr("Tab");
    case '|':
        return ImportText::tr("Vertical bar |");
    default:
        return ImportText::tr("Comma ,");
    }
}

QString numbersText(core::NumberStyle style)
{
    QString text = QStringLiteral("1234");
    if (style.group != 0)
        text.insert(1, QLatin1Char(style.group));
    return text + QLatin1Char(style.decimal) + QStringLiteral("56");
}

QString intervalText(qint64 intervalNs)
{
    if (intervalNs == core::Series::kDaily)
        return ImportText::tr("1 trading day");
    if (intervalNs % core::kNsPerHour == 0)
        return ImportText::tr("%n hour(s)", nullptr, int(intervalNs / core::kNsPerHour));
    if (intervalNs % core::kNsPerMinute == 0)
        return ImportText::tr("%n minute(s)", nullptr, int(intervalNs / core::kNsPerMinute));
    return ImportText::tr("%n second(s)", nullptr, int(intervalNs / core::kNsPerSecond));
}

QString instrumentKindText(core::InstrumentKind kind)
{
    switch (kind) {
    case core::InstrumentKind::Stock:
        return ImportText::tr("Stock");
    case core::InstrumentKind::Index:
        return ImportText::tr("Index");
    case core::InstrumentKind::Etf:
        return ImportText::tr("ETF");
    case core::InstrumentKind::Fx:
        return ImportText::tr("Currency pair");
    case core::InstrumentKind::Crypto:
        return ImportText::tr("Cryptocurrency");
    case core::InstrumentKind::Commodity:
        break;
    }
    return ImportText::tr("Commodity");
}

QString marketText(const QString &mic)
{
    struct Market
    {
        const char *mic;
        const char *name;
    };
    static constexpr Market kMarkets[] = {{"XNAS", "Nasdaq"}, {"XNYS", "NYSE"},
                                          {"XETR", "Xetra"},  {"XAMS", "Euronext Amsterdam"},
                                          {"XTKS", "Tokyo"},  {"XHKG", "Hong Kong"}};
    if (mic == QLatin1String("24/7"))
        return ImportText::tr("around the clock (24/7)");
    if (mic == QLatin1String("FX"))
        return ImportText::tr("Currency trading (FX)");
    for (const Market &market : kMarkets) {
        if (mic != QLatin1String(market.mic))
            continue;
        const QString name = mic == QLatin1String("XTKS")   ? ImportText::tr("Tokyo")
                             : mic == QLatin1String("XHKG") ? ImportText::tr("Hong Kong")
                                                            : QString::fromLatin1(market.name);
        return QStringLiteral("%1 (%2)").arg(name, mic);
    }
    return mic;
}

QString sizeText(qint64 bytes, const core::Formats &formats)
{
    if (bytes < 1'000)
        return ImportText::tr("%1 bytes").arg(formats.count(bytes));
    if (bytes < 1'000'000)
        return ImportText::tr("%1 kB").arg(formats.number(double(bytes) / 1e3, 1));
    if (bytes < 1'000'000'000)
        return ImportText::tr("%1 MB").arg(formats.number(double(bytes) / 1e6, 1));
    return ImportText::tr("%1 GB").arg(formats.number(double(bytes) / 1e9, 2));
}

QString questionText(ImportQuestion question, const ImportPreview &preview)
{
    switch (question) {
    case ImportQuestion::DateColumn:
        return ImportText::tr("Which column has the date? Choose “Date” in the head of that column.");
    case ImportQuestion::CloseColumn:
        return preview.profile.indexOf(ColumnRole::AdjustedClose) >= 0
                   ? ImportText::tr(
                       "Which column has the closing price? The only one found has dividends taken off, "
                       "which makes moves look other than they were. Choose “Closing price” in the head of a column.")
                   : ImportText::tr(
                       "Which column has the closing price? Choose “Closing price” in the head of that column.");
    case ImportQuestion::DayOrMonth:
        return ImportText::tr("Do dates like %1 begin with the day or with the month?").arg(preview.dateExample);
    case ImportQuestion::NumberMarks:
        return ImportText::tr("What does the mark in numbers like %1 mean?").arg(preview.numberExample);
    case ImportQuestion::Zone:
        return ImportText::tr("In which time zone are the times of this file?");
    case ImportQuestion::Day:
        return ImportText::tr("Of which day are the times of this file?");
    case ImportQuestion::Interval:
        return ImportText::tr("How long is one bar? The first rows do not show it.");
    case ImportQuestion::Symbol:
        break;
    }
    return ImportText::tr("Which instrument are these quotes of? The file does not name it.");
}

QString readAsText(const PreviewRow &row, bool isDaily, const core::Formats &formats, const core::ZoneRules &zone)
{
    if (row.rejected)
        return sources::rejectText(*row.rejected);
    const auto joined = [](const QString &when, const QString &value) {
        return ImportText::tr("%1: %2", "date and price").arg(when, value);
    };
    if (row.shares)
        return joined(formats.date(row.shares->date), formats.count(row.shares->shares));
    if (!row.bar)
        return {};
    const core::Bar &bar = row.bar->bar;
    const QString close = formats.price({bar.close, row.bar->priceDecimals});
    const QString when = isDaily ? formats.date(bar.session)
                                 : ImportText::tr("%1, %2", "date, clock time")
                                       .arg(formats.date(zone.dateAt(bar.start)), formats.clockTime(bar.start, zone));
    if (row.flags == core::kBarPlausible)
        return joined(when, close);
    return ImportText::tr("%1 – looks wrong: %2", "date and price; reasons")
        .arg(joined(when, close), flagsText(row.flags));
}

QString rejectTextOf(const pipeline::ImportReject &reject)
{
    for (int i = 0; i <= int(sources::RejectReason::BinaryData); ++i) {
        const auto reason = sources::RejectReason(i);
        if (sources::rejectCode(reason) == reject.code)
            return sources::rejectText(reason);
    }
    return reject.text;
}

QStringList factSentences(const ImportFacts &facts, bool outcome, const QStringList &willAdd,
                          const core::Formats &formats)
{
    QStringList lines;
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
    if (first && last)
        lines << ImportText::tr("Rows: %1, from %2 to %3.")
                     .arg(formats.count(facts.rows), formats.date(*first), formats.date(*last));
    else
        lines << ImportText::tr("Rows: %1.").arg(formats.count(facts.rows));
    if (facts.totals)
        addTotals(lines, facts, outcome, formats);
    if (addedRows > 0)
        lines << ImportText::tr("Rows of instruments that are added: %1.").arg(formats.count(addedRows));
    if (!facts.added.isEmpty())
        lines << ImportText::tr("Added as instruments: %1.").arg(someOf(facts.added));
    if (!leftOut.isEmpty())
        lines << ImportText::tr("Left out, because the database does not have them: %1 (rows: %2).")
                     .arg(someOf(leftOut), formats.count(leftOutRows));
    if (facts.suspiciousRows > 0)
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
    const qint64 bytes = meter.bytes;
    const qint64 total = meter.total;
    const QString done = total > 0 ? ImportText::tr("%1 of %2").arg(sizeText(bytes, formats), sizeText(total, formats))
                                   : sizeText(bytes, formats);
    constexpr double kSecondsToJudge = 0.3;
    if (seconds < kSecondsToJudge || bytes <= 0)
        return done;
    const double linesPerSecond = double(meter.lines) / seconds;
    const QString rate = formats.count(qint64(linesPerSecond));
    if (total <= bytes)
        return ImportText::tr("%1, %2 rows per second").arg(done, rate);
    const int left = int(std::ceil(double(total - bytes) / (double(bytes) / seconds)));
    return ImportText::tr("%1, %2 rows per second, about %n second(s) left", nullptr, left).arg(done, rate);
}

} // namespace tickmark::dialogs
