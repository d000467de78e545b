// SPDX-License-Identifier: GPL-3.0-or-later
#include "CloseComparison.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace tickmark::analysis {

namespace {

core::Price rounded(double value, int decimals)
{
    return {std::llround(value * double(core::powerOfTen(decimals))), decimals};
}

} // namespace

double differencePercent(core::Price value, core::Price reference)
{
    return (core::toDouble(value) / core::toDouble(reference) - 1) * 100;
}

CloseComparison::CloseComparison(core::Instrument instrument) : m_instrument(std::move(instrument)) {}

std::vector<CloseComparison::Scaled> CloseComparison::scaled(const core::Series &series,
                                                             std::span<const SessionClose> closes,
                                                             std::span<const core::Split> splits)
{
    const double unit = 1 / double(core::powerOfTen(series.priceDecimals));
    double scale = unit;
    for (const core::Split &split : splits)
        scale /= core::newPerOld(split);
    std::vector<Scaled> result;
    result.reserve(closes.size());
    auto next = splits.begin();
    for (const SessionClose &close : closes) {
        for (; next != splits.end() && next->exDate <= close.session; ++next)
            scale *= core::newPerOld(*next);
        if (close.close > 0)
            result.push_back(
                {close.session,
                 {double(close.close) * scale, double(close.low) * scale, double(close.high) * scale, scale / 2},
                 0});
    }
    return result;
}

bool closesAgree(core::InstrumentKind kind, const ComparedClose &reference, const ComparedClose &value)
{
    const double difference = std::abs(value.close - reference.close);
    const double rounding = (value.rounding + reference.rounding) * 1.001;
    if (difference * 100 <= kDisagreementPercent * reference.close || difference <= rounding)
        return true;
    const auto holds = [](const ComparedClose &range, const ComparedClose &rate) {
        return rate.isOnePrice() && range.low <= rate.close && rate.close <= range.high;
    };
    return kind == core::InstrumentKind::Fx && (holds(reference, value) || holds(value, reference));
}

std::vector<QualityFinding> CloseComparison::add(const core::Series &series, std::span<const SessionClose> closes,
                                                 std::span<const core::Split> splits)
{
    m_series.push_back(series);
    std::vector<Scaled> values = scaled(series, closes, splits);
    std::map<std::size_t, QualityFinding> found; // by the series of the reference
    std::size_t last = m_series.size();          // reference of the session before, where it disagreed
    std::vector<Scaled> merged;
    merged.reserve(m_references.size() + values.size());
    auto reference = m_references.begin();
    for (Scaled &value : values) {
        value.series = m_series.size() - 1;
        for (; reference != m_references.end() && reference->session < value.session; ++reference)
            merged.push_back(*reference);
        if (reference == m_references.end() || value.session < reference->session) {
            merged.push_back(value);
            continue;
        }
        if (closesAgree(m_instrument.kind, reference->price, value.price)) {
            last = m_series.size();
            continue;
        }
        note(*reference, value, last == reference->series, found[reference->series]);
        last = reference->series;
    }
    merged.insert(merged.end(), reference, m_references.end());
    m_references = std::move(merged);
    std::vector<QualityFinding> findings;
    for (auto &[of, finding] : found)
        findings.push_back(std::move(finding));
    return findings;
}

void CloseComparison::note(const Scaled &reference, const Scaled &value, bool adjoins, QualityFinding &found) const
{
    const core::Series &other = m_series[reference.series];
    const core::Series &series = m_series[value.series];
    found.addRun({value.session, value.session, 1}, adjoins);
    const double percent = (value.price.close / reference.price.close - 1) * 100;
    if (found.count > 1 && std::abs(percent) <= std::abs(found.percent))
        return;
    const int decimals = std::max(series.priceDecimals, other.priceDecimals);
    found.kind = QualityKind::Disagreement;
    found.instrumentId = m_instrument.id;
    found.symbol = m_instrument.symbol;
    found.series = series;
    found.otherSeries = other;
    found.session = value.session;
    found.value = rounded(value.price.close, decimals);
    found.other = rounded(reference.price.close, decimals);
    found.percent = percent;
}

} // namespace tickmark::analysis
