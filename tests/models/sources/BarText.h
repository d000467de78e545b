// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sources/BarFileReader.h>

#include <QString>
#include <QStringList>

#include <algorithm>

//! A file of bars read and printed back as text, for comparing.
struct BarText
{
    QString error;       //!< of whichever step failed; empty when all went well
    QStringList bars;    //!< "NVDA 2025-01-27 1.00 2.00 0.50 1.50 v1000", flags behind when set
    QStringList rejects; //!< "3 bad_date"
    tickmark::sources::CsvProfile profile;
    QStringList findings; //!< "separator=;"
    qint64 intervalNs = -1;
};

inline QString barText(const tickmark::sources::ParsedBar &parsed, const tickmark::sources::BarFileReader &reader)
{
    using namespace tickmark::core;
    const auto price = [&](qint64 units) { return QString::fromStdString(toPlainText({units, parsed.priceDecimals})); };
    const Bar &bar = parsed.bar;
    QStringList words;
    if (const QString symbol = reader.symbols().at(parsed.symbolIndex); !symbol.isEmpty())
        words << symbol;
    words << QString::fromStdString(reader.intervalNs() == 0 ? bar.session.iso() : isoTime(bar.start));
    words << price(bar.open) << price(bar.high) << price(bar.low) << price(bar.close);
    if (bar.volume)
        words << QLatin1Char('v') + QString::fromStdString(toPlainText({*bar.volume, parsed.sizeDecimals}));
    if (bar.flags)
        words << barFlagCodes(bar.flags).join(QLatin1Char('+'));
    return words.join(QLatin1Char(' '));
}

//! With `profile` nothing is guessed.
inline BarText readBars(const QByteArray &bytes, const tickmark::sources::BarReadOptions &options = {},
                        const tickmark::sources::CsvProfile *profile = nullptr)
{
    using namespace tickmark::sources;
    BarText text;
    const auto failed = [&](const tickmark::core::Error &error) {
        text.error = error.message;
        return text;
    };
    auto source = openBytes(bytes, QStringLiteral("file.csv"));
    if (!source)
        return failed(source.error());
    if (profile) {
        text.profile = *profile;
    } else {
        const auto sample = (*source)->peek(kDialectSampleBytes);
        if (!sample)
            return failed(sample.error());
        const auto guess = detectDialect(*sample, qsizetype(sample->size()) < kDialectSampleBytes, (*source)->name());
        if (!guess)
            return failed(guess.error());
        for (const Finding &finding : guess->findings)
            text.findings << finding.what + QLatin1Char('=') + finding.value;
        text.profile = guess->profile;
        if (!guess->openQuestions.empty())
            return failed(guess->openQuestions.front());
    }
    auto reader = BarFileReader::open(std::move(*source), text.profile, options);
    if (!reader)
        return failed(reader.error());
    text.intervalNs = (*reader)->intervalNs();
    for (const Finding &finding : (*reader)->findings())
        text.findings << finding.what + QLatin1Char('=') + finding.value;
    std::vector<ParsedBar> bars;
    auto more = (*reader)->next(bars);
    for (; more.value_or(false); more = (*reader)->next(bars)) {
        for (const ParsedBar &bar : bars)
            text.bars << barText(bar, **reader);
    }
    if (!more)
        text.error = more.error().message;
    for (const Reject &reject : (*reader)->rejects().kept())
        text.rejects << QString::number(reject.line) + QLatin1Char(' ') + rejectCode(reject.reason);
    return text;
}
