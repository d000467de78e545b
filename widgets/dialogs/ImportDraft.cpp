// SPDX-License-Identifier: GPL-3.0-or-later
#include "ImportDraft.h"

#include <sources/ColumnGuess.h>
#include <sources/ColumnNames.h>
#include <sources/SampleTable.h>
#include <sources/TextDecoder.h>
#include <sources/TickColumnGuess.h>

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace tickmark::dialogs {

using sources::ColumnRole;
using sources::CsvProfile;

namespace {

//! The header that stands on the line the user named.
sources::HeaderGuess headerAt(int line, const sources::SampleTable &table)
{
    using Kind = sources::HeaderGuess::Kind;
    if (line == 0)
        return {Kind::None, 0, int(table.firstLine()), {}, {}};
    const auto row = std::ranges::find(table.rows(), qint64(line), &sources::SampleTable::Row::line);
    if (row == table.rows().end())
        return {Kind::None, 0, line + 1, {}, {}};
    const bool known = std::ranges::any_of(
        row->fields, [](const std::string &field) { return sources::roleOfName(field).role != ColumnRole::Ignored; });
    return {known ? Kind::KnownNames : Kind::OtherNames, line, int(row->nextLine), row->fields, {}};
}

void guessAgain(CsvProfile &profile, const DialectEdits &edits, const sources::SampleTable &table)
{
    const sources::HeaderGuess header = edits.headerLine ? headerAt(*edits.headerLine, table)
                                                         : sources::guessHeader(table);
    sources::ColumnGuess columns = sources::guessColumns(table, header, profile.separator);
    if (profile.kind == sources::TableKind::Ticks)
        sources::turnIntoTicks(columns, table, header, profile.separator);
    profile.headerLine = header.headerLine;
    profile.firstDataLine = header.firstDataLine;
    profile.columns = std::move(columns.columns);
    profile.numbers = columns.numbers.style;
    profile.numbersDecided = columns.numbers.outcome != sources::NumberGuess::Outcome::Undecided;
    if (columns.date)
        profile.dateForm = columns.date->form;
    profile.zone = columns.timesAreUtc ? QByteArrayLiteral("UTC") : QByteArray();
}

//! What the user gives to one column is taken from the one that had it by guess.
void applyRoles(CsvProfile &profile, const std::map<int, ColumnRole> &roles)
{
    for (const auto &[index, role] : roles) {
        if (index < 0 || std::size_t(index) >= profile.columns.size())
            continue;
        const QString symbol = profile.columns[std::size_t(index)].symbol;
        for (int other = 0; role != ColumnRole::Ignored && other < int(profile.columns.size()); ++other) {
            sources::CsvColumn &column = profile.columns[std::size_t(other)];
            if (column.role == role && column.symbol == symbol && !roles.contains(other))
                column.role = ColumnRole::Ignored;
        }
        profile.columns[std::size_t(index)].role = role;
    }
}

struct Suffix
{
    const char *ending;
    const char *mic;
};
constexpr std::array kSuffixes = {Suffix{".DE", "XETR"}, Suffix{".T", "XTKS"}, Suffix{".AS", "XAMS"},
                                  Suffix{".HK", "XHKG"}};

} // namespace

CsvProfile appliedEdits(const CsvProfile &found, const DialectEdits &edits, std::string_view sample, bool isWhole)
{
    CsvProfile profile = found;
    profile.encoding = edits.encoding.value_or(found.encoding);
    profile.separator = edits.separator.value_or(found.separator);
    const bool otherTable = profile.encoding != found.encoding || profile.separator != found.separator
                            || edits.headerLine.value_or(found.headerLine) != found.headerLine;
    const int dateColumn = found.indexOf(ColumnRole::Date);
    if (otherTable || !edits.roles.empty()) {
        const auto table = sources::SampleTable::split(sources::decodeText(sample, profile.encoding), isWhole,
                                                       profile.separator, profile.quote);
        if (otherTable)
            guessAgain(profile, edits, table);
        applyRoles(profile, edits.roles);
        const int date = profile.indexOf(ColumnRole::Date);
        if (date >= 0 && date != dateColumn) {
            if (const auto form = sources::guessDateForm(table.column(std::size_t(date), profile.firstDataLine)))
                profile.dateForm = form->form;
        }
    }
    if (edits.numbers) {
        profile.numbers = *edits.numbers;
        profile.numbersDecided = true;
    }
    profile.dateForm = edits.dateForm.value_or(profile.dateForm);
    return profile;
}

std::vector<ImportQuestion> questionsOf(const CsvProfile &profile)
{
    std::vector<ImportQuestion> questions;
    if (profile.indexOf(ColumnRole::Date) < 0)
        questions.push_back(ImportQuestion::DateColumn);
    if (profile.kind == sources::TableKind::Ticks) {
        const auto hasNone = [&](ColumnRole role) { return profile.indexOf(role) < 0; };
        if (hasNone(ColumnRole::Price) && hasNone(ColumnRole::Bid) && hasNone(ColumnRole::Ask))
            questions.push_back(ImportQuestion::PriceColumn);
    } else if (profile.indexOf(ColumnRole::Close) < 0) {
        questions.push_back(ImportQuestion::CloseColumn);
    }
    if (profile.dateForm == sources::DateForm::DayOrMonthFirst)
        questions.push_back(ImportQuestion::DayOrMonth);
    if (!profile.numbersDecided)
        questions.push_back(ImportQuestion::NumberMarks);
    return questions;
}

QString currencyOf(const QString &mic)
{
    if (mic == QLatin1String("XNAS") || mic == QLatin1String("XNYS"))
        return QStringLiteral("USD");
    if (mic == QLatin1String("XETR") || mic == QLatin1String("XAMS"))
        return QStringLiteral("EUR");
    if (mic == QLatin1String("XTKS"))
        return QStringLiteral("JPY");
    if (mic == QLatin1String("XHKG"))
        return QStringLiteral("HKD");
    return {};
}

core::Instrument suggestedInstrument(const QString &symbol)
{
    core::Instrument instrument;
    instrument.symbol = symbol;
    static const QRegularExpression kFx(QStringLiteral("^([A-Z]{3})([A-Z]{3})=X$"));
    static const QRegularExpression kCoin(QStringLiteral("^(?:BTC|ETH|SOL|XRP|ADA|DOGE|LTC|BNB)-([A-Z]{3})$"));
    if (const auto pair = kFx.match(symbol); pair.hasMatch()) {
        instrument.kind = core::InstrumentKind::Fx;
        instrument.mic = QStringLiteral("FX");
        instrument.currency = pair.captured(2);
    } else if (const auto coin = kCoin.match(symbol); coin.hasMatch()) {
        instrument.kind = core::InstrumentKind::Crypto;
        instrument.mic = QStringLiteral("24/7");
        instrument.currency = coin.captured(1);
    } else if (symbol.startsWith(u'^')) {
        instrument.kind = core::InstrumentKind::Index;
    } else {
        for (const Suffix &suffix : kSuffixes) {
            if (symbol.endsWith(QLatin1String(suffix.ending)) && symbol.size() > qsizetype(qstrlen(suffix.ending)))
                instrument.mic = QLatin1String(suffix.mic);
        }
        instrument.currency = currencyOf(instrument.mic);
    }
    return instrument;
}

bool isSuggestionSafe(const core::Instrument &instrument)
{
    return !instrument.mic.isEmpty() && !instrument.currency.isEmpty();
}

QString symbolOfFileName(const QString &path, std::span<const core::Instrument> known)
{
    const QString name = QFileInfo(path).fileName();
    const core::Instrument *best = nullptr;
    for (const core::Instrument &instrument : known) {
        const QString &symbol = instrument.symbol;
        if (!name.startsWith(symbol, Qt::CaseInsensitive))
            continue;
        const bool ends = name.size() == symbol.size() || !name.at(symbol.size()).isLetterOrNumber();
        if (ends && (!best || best->symbol.size() < symbol.size()))
            best = &instrument;
    }
    return best ? best->symbol : QString();
}

} // namespace tickmark::dialogs
