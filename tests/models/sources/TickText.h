// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sources/TickFileReader.h>

#include <QString>
#include <QStringList>

//! A file of ticks read and printed back as text, for comparing.
struct TickText
{
    QString error;       //!< of whichever step failed; empty when all went well
    QStringList ticks;   //!< "trade 2025-01-27T14:30:00.123Z 118.42 x100", symbol in front where the file names it
    QStringList rejects; //!< "3 bad_date"
    QStringList excerpts;
    tickmark::sources::CsvProfile profile;
    QStringList findings; //!< "separator=;"
    qint64 suspicious = 0;
    qint64 rounded = 0;
    qint64 rows = 0;
};

inline void addTicks(TickText &text, const tickmark::sources::TickTable &table, const QStringList &symbols)
{
    using namespace tickmark;
    for (const sources::SeriesTicks &series : table.series()) {
        for (const core::Tick &tick : series.ticks) {
            QStringList words;
            if (const QString symbol = symbols.at(series.symbolIndex); !symbol.isEmpty())
                words << symbol;
            words << core::fieldCode(series.field) << QString::fromStdString(core::isoTime(tick.time));
            words << QString::fromStdString(core::toPlainText({tick.price, series.priceDecimals}));
            words << QLatin1Char('x') + QString::fromStdString(core::toPlainText({tick.size, series.sizeDecimals}));
            text.ticks << words.join(QLatin1Char(' '));
        }
    }
}

//! With `profile` nothing is guessed.
inline TickText readTicks(
    const QByteArray &bytes, const tickmark::sources::BarReadOptions &options = {},
    tickmark::sources::TickFileReader::Speed speed = tickmark::sources::TickFileReader::Speed::Full,
    const tickmark::sources::CsvProfile *profile = nullptr)
{
    using namespace tickmark::sources;
    TickText text;
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
        const auto guess = detectDialect(*sample, qsizetype(sample->size()) < kDialectSampleBytes, (*source)->name(),
                                         TableKind::Ticks);
        if (!guess)
            return failed(guess.error());
        for (const Finding &finding : guess->findings)
            text.findings << finding.what + QLatin1Char('=') + finding.value;
        text.profile = guess->profile;
        if (!guess->openQuestions.empty())
            return failed(guess->openQuestions.front());
    }
    auto reader = TickFileReader::open(std::move(*source), text.profile, options, speed);
    if (!reader)
        return failed(reader.error());
    for (const Finding &finding : (*reader)->findings())
        text.findings << finding.what + QLatin1Char('=') + finding.value;
    TickTable table;
    auto more = (*reader)->next(table, 100);
    while (more.value_or(false))
        more = (*reader)->next(table, 100);
    if (!more)
        text.error = more.error().message;
    addTicks(text, table, (*reader)->symbols());
    for (const Reject &reject : (*reader)->rejects().kept()) {
        text.rejects << QString::number(reject.line) + QLatin1Char(' ') + rejectCode(reject.reason);
        text.excerpts << reject.excerpt;
    }
    text.suspicious = table.suspiciousRows();
    text.rounded = table.roundedRows();
    text.rows = (*reader)->rowsRead();
    return text;
}
