// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <analysis/SeriesQuality.h>
#include <core/CalendarSet.h>

#include <QTest>

namespace tickmark::analysis {

inline core::SessionDate day(const char *iso)
{
    return *core::SessionDate::fromIso(iso);
}

inline core::Instrument stock(const char *mic = "XNAS", core::InstrumentKind kind = core::InstrumentKind::Stock)
{
    core::Instrument instrument;
    instrument.id = 1;
    instrument.symbol = QStringLiteral("TEST");
    instrument.kind = kind;
    instrument.mic = QString::fromLatin1(mic);
    return instrument;
}

inline core::Series dailySeries(qint64 id = 1, const char *source = "file", int decimals = 2)
{
    core::Series series;
    series.id = id;
    series.instrumentId = 1;
    series.source = QString::fromLatin1(source);
    series.priceDecimals = decimals;
    return series;
}

inline core::Bar barOf(core::SessionDate session, qint64 open, qint64 high, qint64 low, qint64 close, qint64 volume)
{
    core::Bar bar;
    bar.session = session;
    bar.open = open;
    bar.high = high;
    bar.low = low;
    bar.close = close;
    bar.volume = volume;
    return bar;
}

//! Sessions from `first` on, one bar each, a range of some percent around `closes`, opened between the two closes.
inline std::vector<core::Bar> barsOf(const core::SessionCalendar &calendar, core::SessionDate first,
                                     const std::vector<qint64> &closes, const std::vector<qint64> &volumes = {})
{
    std::vector<core::Bar> bars;
    core::SessionDate date = first;
    for (std::size_t i = 0; i < closes.size(); ++i, date = date.plusDays(1)) {
        while (!calendar.isSession(date))
            date = date.plusDays(1);
        const qint64 close = closes[i];
        bars.push_back(barOf(date, close - close / 200, close + close / 100, close - close / 100, close,
                             i < volumes.size() ? volumes[i] : 1'000'000));
    }
    return bars;
}

inline std::vector<QualityFinding> findingsOf(const core::Instrument &instrument, const core::Series &series,
                                              const core::CalendarPtr &calendar, const std::vector<core::Bar> &bars,
                                              const std::vector<core::Split> &splits = {})
{
    SeriesQuality quality(instrument, series, calendar, splits);
    for (const core::Bar &bar : bars)
        quality.add(bar);
    return quality.finish();
}

//! "hole 9, jump 1": what was found, and how often.
inline QByteArray codesOf(const std::vector<QualityFinding> &findings)
{
    QByteArrayList codes;
    for (const QualityFinding &finding : findings)
        codes.append(qualityCode(finding.kind).toUtf8() + ' ' + QByteArray::number(finding.count));
    return codes.join(", ");
}

} // namespace tickmark::analysis
