// SPDX-License-Identifier: GPL-3.0-or-later
#include "CsvDialect.h"

#include "ColumnGuess.h"
#include "ColumnNames.h"
#include "DialectTexts.h"
#include "HeaderGuess.h"
#include "SampleTable.h"
#include "TextDecoder.h"
#include "TickColumnGuess.h"

#include <algorithm>
#include <array>
#include <optional>

namespace tickmark::sources {

namespace {

struct Split
{
    char separator = ',';
    char quote = '"';
    SampleTable table;
    bool named = false; //!< by a line "sep=;"
    double score = 0;
};

//! How much a table looks like one: rows of equal width, fields that are numbers, dates or blank, known names on top.
double scoreOf(const SampleTable &table)
{
    if (table.usualWidth() < 2)
        return 0;
    size_t fields = 0;
    size_t clean = 0;
    size_t known = 0;
    size_t rows = 0;
    for (const auto &row : table.rows()) {
        for (const std::string &field : row.fields) {
            ++fields;
            clean += isMissing(field) || looksNumeric(field) ? 1 : 0;
            if (rows < 10 && roleOfName(field).role != ColumnRole::Ignored)
                ++known;
        }
        ++rows;
    }
    const double cleanShare = double(clean) / double(std::max<size_t>(fields, 1));
    return table.regularity() * (0.1 + cleanShare) + 0.3 * double(std::min<size_t>(known, 4)) / 4.0;
}

//! Fields between apostrophes are rare; they show by both ends.
bool usesApostrophes(const SampleTable &table)
{
    size_t quoted = 0;
    size_t rows = 0;
    for (const auto &row : table.rows()) {
        quoted += std::ranges::any_of(
            row.fields, [](const std::string &f) { return f.size() >= 2 && f.front() == '\'' && f.back() == '\''; });
        ++rows;
    }
    return quoted * 2 > rows;
}

//! The character named by a first line "sep=;", which spreadsheets write and read.
std::optional<char> namedSeparator(std::string_view text)
{
    if (text.size() < 6 || !(text.starts_with("sep=") || text.starts_with("SEP=")))
        return {};
    const char named = text[4];
    const bool known = named == ',' || named == ';' || named == '\t' || named == '|';
    return known && (text[5] == '\n' || text[5] == '\r') ? std::optional(named) : std::nullopt;
}

Split findSplit(std::string_view text, bool isWhole)
{
    Split best;
    const auto consider = [&](char separator, bool named) {
        SampleTable table = SampleTable::split(text, isWhole, separator, '"');
        const double score = scoreOf(table);
        if (score > best.score)
            best = {separator, '"', std::move(table), named, score};
    };
    if (const auto named = namedSeparator(text)) {
        consider(*named, true);
        if (best.score > 0)
            return best;
    }
    // What a table needs shows in its first rows; the winner alone is split to the end.
    const std::string_view front = text.substr(0, 32 * 1024);
    const bool frontIsWhole = isWhole && front.size() == text.size();
    for (const char separator : {',', ';', '\t', '|'}) {
        SampleTable table = SampleTable::split(front, frontIsWhole, separator, '"');
        if (const double score = scoreOf(table); score > best.score)
            best = {separator, '"', std::move(table), false, score};
    }
    if (best.score > 0 && usesApostrophes(best.table))
        best.quote = '\'';
    if (best.score > 0)
        best.table = SampleTable::split(text, isWhole, best.separator, best.quote);
    return best;
}

std::string_view firstLineOf(std::string_view text)
{
    const size_t start = std::min(text.find_first_not_of(" \t\r\n"), text.size());
    return text.substr(start, text.find_first_of("\r\n", start) - start);
}

CsvProfile profileOf(const EncodingGuess &encoding, const Split &split, const HeaderGuess &header,
                     const ColumnGuess &columns)
{
    CsvProfile profile;
    profile.kind = columns.looksLikeTicks ? TableKind::Ticks : TableKind::Bars;
    profile.encoding = encoding.encoding;
    profile.separator = split.separator;
    profile.quote = split.quote;
    profile.headerLine = header.headerLine;
    profile.firstDataLine = header.firstDataLine;
    profile.numbers = columns.numbers.style;
    profile.numbersDecided = columns.numbers.outcome != NumberGuess::Outcome::Undecided;
    profile.dateForm = columns.date ? columns.date->form : DateForm::YearMonthDay;
    profile.columns = columns.columns;
    if (columns.timesAreUtc)
        profile.zone = "UTC";
    return profile;
}

bool hasData(const SampleTable &table, int firstDataLine)
{
    return std::ranges::any_of(table.rows(), [&](const auto &row) { return row.line >= firstDataLine; });
}

} // namespace

tl::expected<DialectGuess, TableFault> guessDialect(std::string_view sample, bool isWholeFile, const QString &fileName,
                                                    std::optional<TableKind> wanted)
{
    if (const core::ContentKind kind = core::sniffContent(sample); kind != core::ContentKind::Text)
        return tl::unexpected(notATable(kind));

    const EncodingGuess encoding = guessEncoding(sample, isWholeFile);
    const std::string text = decodeText(sample, encoding.encoding);
    const Split split = findSplit(text, isWholeFile);
    if (split.score <= 0)
        return tl::unexpected(noColumns(firstLineOf(text)));

    const HeaderGuess header = guessHeader(split.table);
    const bool named = header.kind != HeaderGuess::Kind::None;
    if (named && !hasData(split.table, header.firstDataLine)) {
        if (header.kind == HeaderGuess::Kind::OtherNames)
            return tl::unexpected(noColumns(firstLineOf(text)));
        return tl::unexpected(TableFault{QStringLiteral("header_only"), {}});
    }

    ColumnGuess columns = guessColumns(split.table, header, split.separator);
    if (columns.looksLikeTicks && wanted == TableKind::Bars)
        return tl::unexpected(TableFault{QStringLiteral("ticks_not_bars"), {}});
    if (wanted == TableKind::Ticks
        || (!wanted && (columns.looksLikeTicks || hasTimesOfTicks(columns, split.table, header))))
        turnIntoTicks(columns, split.table, header, split.separator);
    if (columns.numbers.outcome == NumberGuess::Outcome::Mixed)
        return tl::unexpected(mixedDecimals(columns.numbers));

    DialectGuess guess;
    guess.profile = profileOf(encoding, split, header, columns);
    guess.findings = {
        encodingFinding(encoding), lineEndFinding(text),
        separatorFinding(split.separator, split.table.rows().size(), split.table.usualWidth(), split.named),
        headerFinding(header)};
    for (Finding &finding : columnFindings(columns, guess.profile))
        guess.findings.push_back(std::move(finding));
    guess.openFaults = openFaults(columns, guess.profile);
    for (const TableFault &fault : guess.openFaults)
        guess.openQuestions.push_back({core::ErrorCode::InvalidInput, tableSentence(fault, fileName), {}});
    const auto usable = columns.looksLikeTicks ? checkTickProfile(guess.profile) : checkBarProfile(guess.profile);
    if (!usable && guess.openQuestions.empty())
        guess.openQuestions.push_back(usable.error());
    return guess;
}

core::Result<DialectGuess> detectDialect(std::string_view sample, bool isWholeFile, const QString &fileName,
                                         std::optional<TableKind> wanted)
{
    return guessDialect(sample, isWholeFile, fileName, wanted).map_error([&fileName](const TableFault &fault) {
        return core::Error{core::ErrorCode::InvalidInput, tableSentence(fault, fileName), {}};
    });
}

} // namespace tickmark::sources
