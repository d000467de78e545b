// SPDX-License-Identifier: GPL-3.0-or-later
#include "ImportTexts.h"

#include "PreviewFlags.h"
#include <core/Price.h>

#include <QCoreApplication>

namespace tickmark::dialogs {

using sources::ColumnRole;
using sources::DateForm;
using sources::TextEncoding;

namespace {

struct ImportText
{
    Q_DECLARE_TR_FUNCTIONS(tickmark::dialogs::ImportText)
};

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
        return ImportText::tr("Turnover");
    case ColumnRole::Price:
        return ImportText::tr("Price");
    case ColumnRole::Size:
        return ImportText::tr("Size");
    case ColumnRole::Bid:
        return ImportText::tr("Bid");
    case ColumnRole::BidSize:
        return ImportText::tr("Size at the bid");
    case ColumnRole::Ask:
        return ImportText::tr("Ask");
    case ColumnRole::AskSize:
        break;
    }
    return ImportText::tr("Size at the ask");
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
        return ImportText::tr("Around the clock (24/7)");
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
    case ImportQuestion::PriceColumn:
        return ImportText::tr(
            "Which column has the price of the trades, or which ones have bid and ask? Choose “Price”, "
            "“Bid” or “Ask” in the head of the column.");
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

namespace {

//! "118.42 × 100", or "bid 118.41 × 300 / ask 118.43 × 200".
QString pricesOf(const sources::TickRow &tick, const core::Formats &formats)
{
    QStringList parts;
    const auto add = [&](core::QuoteField field, const QString &pattern) {
        const auto index = std::size_t(field);
        if (!tick.has[index])
            return;
        QString text = formats.price(tick.prices[index]);
        if (tick.sizes[index].units != 0)
            text = ImportText::tr("%1 × %2", "price, size").arg(text, formats.price(tick.sizes[index]));
        parts.append(pattern.arg(text));
    };
    add(core::QuoteField::Trade, QStringLiteral("%1"));
    add(core::QuoteField::Bid, ImportText::tr("bid %1"));
    add(core::QuoteField::Ask, ImportText::tr("ask %1"));
    return parts.join(QStringLiteral(" / "));
}

QString actionText(const sources::ListedAction &action, const core::Formats &formats)
{
    if (action.isRepeated)
        return ImportText::tr("said before", "a split or a dividend in the row of a file");
    if (action.kind == sources::ListedAction::Kind::Split)
        return ImportText::tr("split %1 for %2", "new shares for old ones")
            .arg(formats.count(action.split.newShares), formats.count(action.split.oldShares));
    const QString amount = formats.price(action.amount);
    return action.currency.isEmpty()
               ? ImportText::tr("dividend of %1").arg(amount)
               : ImportText::tr("dividend of %1 %2", "amount, currency").arg(amount, action.currency);
}

} // namespace

QString readAsText(const PreviewRow &row, bool isDaily, const core::Formats &formats, const core::ZoneRules &zone)
{
    if (row.rejected)
        return sources::rejectText(*row.rejected);
    const auto joined = [](const QString &when, const QString &value) {
        return ImportText::tr("%1: %2", "date and price").arg(when, value);
    };
    const auto atTime = [&](core::Time time, const QString &clock) {
        return ImportText::tr("%1, %2", "date, clock time").arg(formats.date(zone.dateAt(time)), clock);
    };
    if (row.published)
        return atTime(*row.published, formats.clockTime(*row.published, zone));
    if (row.shares)
        return joined(formats.date(row.shares->date), formats.count(row.shares->shares));
    if (row.action)
        return joined(formats.date(row.action->split.exDate), actionText(*row.action, formats));
    QString text;
    if (row.tick) {
        const core::Time time = row.tick->time;
        text = joined(atTime(time, formats.exactClockTime(time, zone)), pricesOf(*row.tick, formats));
    } else if (row.bar) {
        const core::Bar &bar = row.bar->bar;
        const QString when = isDaily ? formats.date(bar.session)
                                     : atTime(bar.start, formats.clockTime(bar.start, zone));
        text = joined(when, formats.price({bar.close, row.bar->priceDecimals}));
    }
    if (row.flags == core::kBarPlausible)
        return text;
    return ImportText::tr("%1 – looks wrong: %2", "date and price; reasons").arg(text, flagsText(row.flags));
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

} // namespace tickmark::dialogs
