// SPDX-License-Identifier: GPL-3.0-or-later
#include "DialectTexts.h"

#include "FilledText.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QStringList>

#include <algorithm>
#include <array>

namespace tickmark::sources {

namespace {

struct DialectText
{
    Q_DECLARE_TR_FUNCTIONS(tickmark::sources::Dialect)
};

constexpr qsizetype kShown = 60;

struct TableSentenceRow
{
    const char *code;
    int names; //!< besides the file
    const char *text;
};

constexpr auto kTableSentences = std::to_array<TableSentenceRow>({
    {"empty_file", 0, QT_TRANSLATE_NOOP("tickmark::sources::Dialect", "%1 is empty.")},
    {"html_file", 0,
     QT_TRANSLATE_NOOP("tickmark::sources::Dialect",
                       "%1 is a web page, not a table; perhaps the download was refused.")},
    {"xml_file", 0, QT_TRANSLATE_NOOP("tickmark::sources::Dialect", "%1 is XML, not a table.")},
    {"json_file", 0, QT_TRANSLATE_NOOP("tickmark::sources::Dialect", "%1 is JSON, not a table.")},
    {"pdf_file", 0, QT_TRANSLATE_NOOP("tickmark::sources::Dialect", "%1 is a PDF document, not a table.")},
    {"workbook_file", 0,
     QT_TRANSLATE_NOOP("tickmark::sources::Dialect",
                       "%1 is a spreadsheet file. Save the sheet as CSV and import that.")},
    {"database_file", 0, QT_TRANSLATE_NOOP("tickmark::sources::Dialect", "%1 is a database, not a table of quotes.")},
    {"not_text", 0, QT_TRANSLATE_NOOP("tickmark::sources::Dialect", "%1 is not a text file.")},
    {"no_table", 1,
     QT_TRANSLATE_NOOP(
         "tickmark::sources::Dialect",
         "%1 is not a table: no comma, semicolon, tab or bar parts it into columns. It begins with \"%2\".")},
    {"header_only", 0, QT_TRANSLATE_NOOP("tickmark::sources::Dialect", "%1 has a header but no rows.")},
    {"ticks_not_bars", 0,
     QT_TRANSLATE_NOOP("tickmark::sources::Dialect",
                       "%1 holds single trades or quotes, not bars with open, high, low and close.")},
    {"mixed_decimals", 4,
     QT_TRANSLATE_NOOP("tickmark::sources::Dialect",
                       "%1 mixes decimal points (%2 on line %3) and decimal commas (%4 on line %5).")},
    {"no_date_column", 0,
     QT_TRANSLATE_NOOP("tickmark::sources::Dialect",
                       "In %1 no column is recognised as the date. Say which one it is in a profile.")},
    {"no_price_column", 0,
     QT_TRANSLATE_NOOP(
         "tickmark::sources::Dialect",
         "In %1 no column is recognised as a price, a bid or an ask. Say what the columns are in a profile.")},
    {"no_bar_columns", 0,
     QT_TRANSLATE_NOOP(
         "tickmark::sources::Dialect",
         "%1 has no header, and no four columns behave like open, high, low and close. Say what the columns are in a profile.")},
    {"adjusted_close_only", 0,
     QT_TRANSLATE_NOOP(
         "tickmark::sources::Dialect",
         "The only closing prices in %1 have dividends taken off; they would make moves look other than they were. Use another file, or say in a profile that this is the close.")},
    {"no_close_column", 0,
     QT_TRANSLATE_NOOP(
         "tickmark::sources::Dialect",
         "In %1 no column is recognised as the closing price. Say in a profile which one it is; where each symbol has a column of its own, name the symbol there.")},
    {"mixed_dates", 4,
     QT_TRANSLATE_NOOP("tickmark::sources::Dialect",
                       "Dates in %1 contradict each other: %2 on line %3 has the day first, %4 on line %5 the month.")},
    {"unclear_dates", 2,
     QT_TRANSLATE_NOOP(
         "tickmark::sources::Dialect",
         "Dates in %1 may begin with the day or the month (%2 on line %3). Say which in a profile: \"date_form\": \"dmy\" or \"mdy\".")},
    {"unclear_numbers", 2,
     QT_TRANSLATE_NOOP(
         "tickmark::sources::Dialect",
         "Numbers in %1 like %2 (line %3) can be read with decimals or with groups of three. Say which in a profile: \"decimal\" and \"group\".")},
});

//! A piece of the file as it may stand in a message: short, one line.
QString shown(std::string_view utf8)
{
    QString text = QString::fromUtf8(utf8.data(), qsizetype(std::min(utf8.size(), size_t(400)))).simplified();
    for (QChar &c : text) {
        if (!c.isPrint())
            c = QChar::ReplacementCharacter;
    }
    if (text.size() > kShown)
        text = text.left(kShown) + QChar(0x2026);
    return text;
}

QString profileValue(const CsvProfile &profile, const char *key)
{
    return toJson(profile).value(QLatin1String(key)).toString();
}

Finding dateFinding(const DateGuess &guess, const CsvProfile &profile)
{
    const QString example = shown(guess.example.text);
    const QString value = profileValue(profile, "date_form");
    const auto say = [&](const QString &text) {
        return Finding{QStringLiteral("date_form"), value, text.arg(example)};
    };
    switch (guess.form) {
    case DateForm::YearMonthDay:
        return say(DialectText::tr("Dates begin with the year, like %1."));
    case DateForm::Compact:
        return say(DialectText::tr("Dates are written without marks, year first, like %1."));
    case DateForm::DayMonthYear:
        if (guess.why == DateGuess::Why::PointsMeanDay)
            return say(DialectText::tr("Dates begin with the day, as always where points part them, like %1."));
        return say(DialectText::tr("Dates begin with the day: %1 cannot be read with the month first."));
    case DateForm::MonthDayYear:
        return say(DialectText::tr("Dates begin with the month: %1 cannot be read with the day first."));
    case DateForm::EpochSeconds:
        return say(DialectText::tr("Times are seconds since 1970 (UTC), like %1."));
    case DateForm::EpochMilliseconds:
        return say(DialectText::tr("Times are milliseconds since 1970 (UTC), like %1."));
    case DateForm::EpochMicroseconds:
        return say(DialectText::tr("Times are microseconds since 1970 (UTC), like %1."));
    case DateForm::EpochNanoseconds:
        return say(DialectText::tr("Times are nanoseconds since 1970 (UTC), like %1."));
    case DateForm::MillisecondsOfDay:
        return say(
            DialectText::tr("Times are milliseconds since midnight, like %1; the file does not say of which day."));
    case DateForm::DayOrMonthFirst:
        break;
    }
    return say(DialectText::tr("Dates may begin with the day or the month: %1 can be read both ways."));
}

Finding numberFinding(const NumberGuess &guess, const CsvProfile &profile)
{
    using Outcome = NumberGuess::Outcome;
    const bool comma = guess.style.decimal == ',';
    const auto cell = comma ? guess.commaCell : guess.pointCell;
    const QString value = profileValue(profile, "decimal");
    const auto say = [&](const QString &text) { return Finding{QStringLiteral("decimal"), value, text}; };
    switch (guess.outcome) {
    case Outcome::Plain:
        return say(DialectText::tr("Numbers have no decimals."));
    case Outcome::Separator:
        return say(DialectText::tr("Decimals are marked by a point, because the comma parts the columns."));
    case Outcome::Proven:
        return say((comma ? DialectText::tr("Decimals are marked by a comma, as in %1 on line %2.")
                          : DialectText::tr("Decimals are marked by a point, as in %1 on line %2."))
                       .arg(shown(cell ? cell->text : ""))
                       .arg(cell ? cell->line : 0));
    case Outcome::Undecided:
    case Outcome::Mixed:
        break;
    }
    return say(DialectText::tr("Numbers like %1 can be read with decimals or with groups of three.")
                   .arg(shown(guess.unclearCell ? guess.unclearCell->text : "")));
}

QString tickColumnSentence(ColumnRole role, bool named)
{
    switch (role) {
    case ColumnRole::Price:
        return named ? DialectText::tr("The price of the trade is in column %1, \"%2\".")
                     : DialectText::tr("The price of the trade is in column %1.");
    case ColumnRole::Size:
        return named ? DialectText::tr("The size of the trade is in column %1, \"%2\".")
                     : DialectText::tr("The size of the trade is in column %1, after the price.");
    case ColumnRole::Bid:
        return named ? DialectText::tr("The bid is in column %1, \"%2\".")
                     : DialectText::tr("The bid is in column %1: the lower of two neighbours that move together.");
    case ColumnRole::Ask:
        return named ? DialectText::tr("The ask is in column %1, \"%2\".")
                     : DialectText::tr("The ask is in column %1: the higher of two neighbours that move together.");
    case ColumnRole::BidSize:
        return named ? DialectText::tr("The size of the bid is in column %1, \"%2\".")
                     : DialectText::tr("The size of the bid is in column %1.");
    default:
        return named ? DialectText::tr("The size of the ask is in column %1, \"%2\".")
                     : DialectText::tr("The size of the ask is in column %1.");
    }
}

QString columnSentence(ColumnRole role, bool named)
{
    switch (role) {
    case ColumnRole::Date:
        return named ? DialectText::tr("The date is in column %1, \"%2\".")
                     : DialectText::tr("The date is in column %1.");
    case ColumnRole::Time:
        return named ? DialectText::tr("The time of day is in column %1, \"%2\".")
                     : DialectText::tr("The time of day is in column %1.");
    case ColumnRole::Symbol:
        return named ? DialectText::tr("The symbol is in column %1, \"%2\".")
                     : DialectText::tr("The symbol is in column %1: short words that come again.");
    case ColumnRole::Open:
        return named ? DialectText::tr("The opening price is in column %1, \"%2\".")
                     : DialectText::tr("The opening price is in column %1, before the high.");
    case ColumnRole::High:
        return named ? DialectText::tr("The high is in column %1, \"%2\".")
                     : DialectText::tr("The high is in column %1: the largest of four neighbours.");
    case ColumnRole::Low:
        return named ? DialectText::tr("The low is in column %1, \"%2\".")
                     : DialectText::tr("The low is in column %1: the smallest of four neighbours.");
    case ColumnRole::Close:
        return named ? DialectText::tr("The closing price is in column %1, \"%2\".")
                     : DialectText::tr("The closing price is in column %1, after the low.");
    case ColumnRole::AdjustedClose:
        return named ? DialectText::tr("Column %1, \"%2\", is not used: its closing prices have dividends taken off.")
                     : DialectText::tr("Column %1 is not used: it looks like an adjusted closing price.");
    case ColumnRole::Volume:
        return named ? DialectText::tr("The volume is in column %1, \"%2\".")
                     : DialectText::tr("The volume is in column %1, after the prices.");
    case ColumnRole::Turnover:
        return DialectText::tr(
            "Column %1, \"%2\", is not used: it is the money turned over, not the number of shares.");
    case ColumnRole::Price:
    case ColumnRole::Size:
    case ColumnRole::Bid:
    case ColumnRole::BidSize:
    case ColumnRole::Ask:
    case ColumnRole::AskSize:
        return tickColumnSentence(role, named);
    case ColumnRole::Ignored:
        break;
    }
    return {};
}

QString roleCode(const CsvProfile &profile, size_t index)
{
    const QJsonArray columns = toJson(profile).value(QLatin1String("columns")).toArray();
    return columns.at(qsizetype(index)).toObject().value(QLatin1String("role")).toString();
}

//! With columns for each symbol one sentence for all would be hundreds; the symbols are listed instead.
void addColumns(std::vector<Finding> &findings, const CsvProfile &profile)
{
    QStringList symbols;
    for (size_t i = 0; i < profile.columns.size(); ++i) {
        const CsvColumn &column = profile.columns[i];
        if (column.role == ColumnRole::Ignored)
            continue;
        if (!column.symbol.isEmpty() && !symbols.contains(column.symbol))
            symbols << column.symbol;
        if (symbols.size() > 1)
            continue;
        const bool named = !column.name.isEmpty();
        QString text = columnSentence(column.role, named).arg(i + 1);
        if (named)
            text = text.arg(shown(column.name.toStdString()));
        findings.push_back(
            {QStringLiteral("column.") + roleCode(profile, i), named ? column.name : QString::number(i + 1), text});
    }
    if (!symbols.isEmpty())
        findings.push_back({QStringLiteral("symbols"), symbols.join(QLatin1Char(',')),
                            DialectText::tr("The columns are those of %n symbols: %1.", nullptr, int(symbols.size()))
                                .arg(symbols.mid(0, 8).join(QLatin1String(", ")))});
}

} // namespace

Finding encodingFinding(const EncodingGuess &guess)
{
    CsvProfile profile;
    profile.encoding = guess.encoding;
    const QString value = profileValue(profile, "encoding");
    const auto say = [&](const QString &text) { return Finding{QStringLiteral("encoding"), value, text}; };
    switch (guess.why) {
    case EncodingGuess::Why::ByteOrderMark:
        return say(DialectText::tr("The text is %1: it begins with the mark for that.").arg(value.toUpper()));
    case EncodingGuess::Why::ZeroBytes:
        return say(DialectText::tr("The text is %1: every second byte is zero.").arg(value.toUpper()));
    case EncodingGuess::Why::PlainAscii:
        return say(DialectText::tr("The text is plain ASCII, read as UTF-8."));
    case EncodingGuess::Why::ValidUtf8:
        return say(DialectText::tr("The text is UTF-8: its special characters are valid in it."));
    case EncodingGuess::Why::NotUtf8:
        break;
    }
    return say(DialectText::tr("The text is latin-1 (windows-1252): its special characters are not valid UTF-8."));
}

Finding lineEndFinding(std::string_view text)
{
    const size_t first = text.find_first_of("\r\n");
    const auto say = [](const char *value, const QString &sentence) {
        return Finding{QStringLiteral("line_ends"), QLatin1String(value), sentence};
    };
    if (first == std::string_view::npos)
        return say("none", DialectText::tr("The file is a single line."));
    if (text[first] == '\n')
        return say("lf", DialectText::tr("Lines end with LF, as on Linux."));
    if (text.substr(first, 2) == "\r\n")
        return say("crlf", DialectText::tr("Lines end with CR LF, as on Windows."));
    return say("cr", DialectText::tr("Lines end with CR, as on old Macs."));
}

Finding separatorFinding(char separator, size_t rows, size_t fields, bool named)
{
    const auto say = [&](const QString &text) {
        return Finding{QStringLiteral("separator"), QString(QLatin1Char(separator)), text.arg(fields)};
    };
    if (named)
        return say(DialectText::tr("The first line names the mark that parts the columns; rows have %1 fields."));
    switch (separator) {
    case ';':
        return say(DialectText::tr("Columns are parted by semicolons: %n rows looked at, %1 fields each.", nullptr,
                                   int(rows)));
    case '\t':
        return say(
            DialectText::tr("Columns are parted by tabs: %n rows looked at, %1 fields each.", nullptr, int(rows)));
    case '|':
        return say(DialectText::tr("Columns are parted by vertical bars: %n rows looked at, %1 fields each.", nullptr,
                                   int(rows)));
    default:
        return say(
            DialectText::tr("Columns are parted by commas: %n rows looked at, %1 fields each.", nullptr, int(rows)));
    }
}

Finding headerFinding(const HeaderGuess &header)
{
    const auto say = [&](const QString &text) {
        return Finding{QStringLiteral("header_line"), QString::number(header.headerLine), text};
    };
    switch (header.kind) {
    case HeaderGuess::Kind::None:
        return say(DialectText::tr("There is no header: line %1 has data already.").arg(header.firstDataLine));
    case HeaderGuess::Kind::KnownNames:
        return say(DialectText::tr("Line %1 names the columns.").arg(header.headerLine));
    case HeaderGuess::Kind::OtherNames:
        return say(DialectText::tr("Line %1 seems to name the columns, with unknown names.").arg(header.headerLine));
    case HeaderGuess::Kind::ThreeLines:
        break;
    }
    return say(DialectText::tr("The header has three lines, as yfinance writes it: line %1 names the columns.")
                   .arg(header.headerLine));
}

std::vector<Finding> columnFindings(const ColumnGuess &guess, const CsvProfile &profile)
{
    std::vector<Finding> findings;
    addColumns(findings, profile);
    if (guess.unusableVolume)
        findings.push_back({QStringLiteral("volume"),
                            {},
                            DialectText::tr("The volume is not used: \"%1\" on line %2 is not a plain number.")
                                .arg(shown(guess.unusableVolume->text))
                                .arg(guess.unusableVolume->line)});
    if (guess.date)
        findings.push_back(dateFinding(*guess.date, profile));
    findings.push_back(numberFinding(guess.numbers, profile));
    if (profile.numbersDecided && profile.numbers.group)
        findings.push_back({QStringLiteral("group"), QString(QLatin1Char(profile.numbers.group)),
                            DialectText::tr("Large numbers are written in groups of three.")});
    if (guess.timesAreUtc)
        findings.push_back({QStringLiteral("zone"), QStringLiteral("UTC"),
                            DialectText::tr("Times are UTC: the column's name says so.")});
    return findings;
}

TableFault notATable(core::ContentKind kind)
{
    using core::ContentKind;
    const auto fault = [](const char *code) { return TableFault{QLatin1String(code), {}}; };
    switch (kind) {
    case ContentKind::Empty:
        return fault("empty_file");
    case ContentKind::Html:
        return fault("html_file");
    case ContentKind::Xml:
        return fault("xml_file");
    case ContentKind::Json:
        return fault("json_file");
    case ContentKind::Pdf:
        return fault("pdf_file");
    case ContentKind::Workbook:
        return fault("workbook_file");
    case ContentKind::Sqlite:
        return fault("database_file");
    case ContentKind::Text:
    case ContentKind::Binary:
        break;
    }
    return fault("not_text");
}

TableFault noColumns(std::string_view firstLine)
{
    return {QStringLiteral("no_table"), {shown(firstLine)}};
}

TableFault mixedDecimals(const NumberGuess &numbers)
{
    return {QStringLiteral("mixed_decimals"),
            {shown(numbers.pointCell->text), QString::number(numbers.pointCell->line), shown(numbers.commaCell->text),
             QString::number(numbers.commaCell->line)}};
}

std::vector<TableFault> openFaults(const ColumnGuess &guess, const CsvProfile &profile)
{
    std::vector<TableFault> faults;
    const auto ask = [&](const char *code, const QStringList &names = {}) {
        faults.push_back({QLatin1String(code), names});
    };
    const bool adjustedOnly = profile.indexOf(ColumnRole::Close) < 0 && profile.indexOf(ColumnRole::AdjustedClose) >= 0;
    if (!guess.date)
        ask("no_date_column");
    if (profile.kind == TableKind::Ticks) {
        if (profile.indexOf(ColumnRole::Price) < 0 && profile.indexOf(ColumnRole::Bid) < 0
            && profile.indexOf(ColumnRole::Ask) < 0)
            ask("no_price_column");
    } else if (guess.byContent && profile.indexOf(ColumnRole::Close) < 0) {
        ask("no_bar_columns");
    } else if (adjustedOnly) {
        ask("adjusted_close_only");
    } else if (profile.indexOf(ColumnRole::Close) < 0) {
        ask("no_close_column");
    }
    if (guess.date && guess.date->mixedOrder)
        ask("mixed_dates", {shown(guess.date->example.text), QString::number(guess.date->example.line),
                            shown(guess.date->otherExample.text), QString::number(guess.date->otherExample.line)});
    else if (guess.date && guess.date->form == DateForm::DayOrMonthFirst)
        ask("unclear_dates", {shown(guess.date->example.text), QString::number(guess.date->example.line)});
    if (!profile.numbersDecided)
        ask("unclear_numbers",
            {shown(guess.numbers.unclearCell->text), QString::number(guess.numbers.unclearCell->line)});
    return faults;
}

QString tableSentence(const TableFault &fault, const QString &fileName)
{
    const auto row = std::ranges::find_if(kTableSentences, [&fault](const TableSentenceRow &one) {
        return fault.code == QLatin1String(one.code) && fault.names.size() == one.names;
    });
    return row == kTableSentences.end() ? QString()
                                        : filledText(DialectText::tr(row->text), QStringList{fileName} + fault.names);
}

} // namespace tickmark::sources
