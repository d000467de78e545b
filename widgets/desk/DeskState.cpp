// SPDX-License-Identifier: GPL-3.0-or-later
#include "DeskState.h"

namespace tickmark::desk {

namespace {

constexpr int kMostOfAKind = 3; // more curves than this are hard to tell apart at first sight

QStringList firstOf(std::span<const core::Instrument> instruments, core::InstrumentKind kind)
{
    QStringList symbols;
    for (const core::Instrument &instrument : instruments) {
        if (instrument.kind == kind && symbols.size() < kMostOfAKind)
            symbols.append(instrument.symbol);
    }
    return symbols;
}

DeskPane paneOf(charts::PaneKind kind, const QStringList &symbols, double weight)
{
    DeskPane pane;
    pane.kind = kind;
    pane.symbols = symbols;
    pane.weight = weight;
    return pane;
}

} // namespace

charts::PaneSpec DeskPane::spec() const
{
    charts::PaneSpec spec;
    spec.kind = kind;
    spec.symbols = symbols;
    spec.curve = symbols.size() > 1 && curve == charts::CurveType::Candles ? charts::CurveType::Line : curve;
    const bool percentOfCandles = spec.curve == charts::CurveType::Candles && scale && charts::isRebased(*scale);
    spec.scale = percentOfCandles ? std::nullopt : scale;
    return spec;
}

DeskState DeskState::forInstruments(std::span<const core::Instrument> instruments)
{
    DeskState state;
    const QStringList indices = firstOf(instruments, core::InstrumentKind::Index);
    const QStringList stocks = firstOf(instruments, core::InstrumentKind::Stock);
    if (!indices.isEmpty())
        state.panes.push_back(paneOf(charts::PaneKind::Price, indices, 1));
    if (!stocks.isEmpty()) {
        state.panes.push_back(paneOf(charts::PaneKind::Price, stocks, 1));
        state.panes.push_back(paneOf(charts::PaneKind::Volume, {stocks.constFirst()}, kVolumeWeight));
    }
    if (state.panes.empty() && !instruments.empty())
        state.panes.push_back(paneOf(charts::PaneKind::Price, firstOf(instruments, instruments.front().kind), 1));
    return state;
}

} // namespace tickmark::desk
