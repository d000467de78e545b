// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charts/ChartSpec.h>
#include <core/Instrument.h>
#include <core/Result.h>
#include <core/Time.h>

#include <QByteArray>
#include <QStringList>

#include <optional>
#include <span>
#include <vector>

namespace tickmark::desk {

//! Part of the height of a chart of volumes beside one of prices, which has 1.
inline constexpr double kVolumeWeight = 0.5;

//! What a time axis shows: whole sessions, or exactly these times once the user has zoomed or panned.
struct DeskRange
{
    core::SessionDate first; //!< both included
    core::SessionDate last;
    std::optional<core::TimeRange> exact;

    friend bool operator==(const DeskRange &, const DeskRange &) = default;
};

//! One chart of a desk.
struct DeskPane
{
    charts::PaneKind kind = charts::PaneKind::Price;
    QStringList symbols; //!< the store need not know them (any more)
    charts::CurveType curve = charts::CurveType::Line;
    //! Nothing: percent when there is a base or there are several instruments, else prices.
    std::optional<charts::ValueScale> scale;
    double weight = 1;              //!< part of the height, compared with the other panes
    bool linked = true;             //!< shares the time axis and crosshair of the linked ones
    std::optional<DeskRange> range; //!< of an unlinked pane; nothing: that of the linked ones

    //! As the chart is drawn: several instruments have lines in place of candles, and candles show prices.
    [[nodiscard]] charts::PaneSpec spec() const;

    friend bool operator==(const DeskPane &, const DeskPane &) = default;
};

//! The charts as a user arranged them, and the part of time they show. Says nothing about values. A store may bring the
//! desk that it opens with: its setting pipeline::kDeskKey, as JSON. A value: copied
//! freely, any thread.
struct DeskState
{
    static constexpr int kSchema = 1;

    std::vector<DeskPane> panes;           //!< top to bottom; unlinked ones stand below the linked ones
    std::optional<DeskRange> range;        //!< nothing: all that the store has
    std::optional<core::SessionDate> base; //!< pinned base of percent moves
    charts::TimeMode time = charts::TimeMode::Trading;
    bool follow = false; //!< the view moves with the newest quote
    int activePane = 0;

    friend bool operator==(const DeskState &, const DeskState &) = default;

    [[nodiscard]] QByteArray toJson() const;
    //! Keys it does not know are ignored. InvalidInput, naming the key and what it has to be, for a value that is wrong;
    //! NewerVersion for a later schema.
    [[nodiscard]] static core::Result<DeskState> fromJson(const QByteArray &json);
    //! For a store without a desk: its first indices, its first stocks, and the volume of the first stock.
    [[nodiscard]] static DeskState forInstruments(std::span<const core::Instrument> instruments);
};

} // namespace tickmark::desk
