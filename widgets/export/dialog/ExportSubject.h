// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charts/ChartContent.h>
#include <charts/ChartSpec.h>
#include <core/CalendarSet.h>
#include <core/Result.h>
#include <pipeline/StoreSession.h>

#include <QPointer>
#include <QStringList>

#include <optional>
#include <stop_token>
#include <vector>

namespace tickmark::exportdialog {

//! A chart as a window has it, or as it is to be read from the store. A value.
struct ExportItem
{
    charts::ChartSpec spec;
    std::optional<charts::ChartContent> content{}; //!< nothing: of the spec's instruments, read when it is exported

    [[nodiscard]] QStringList symbols() const { return charts::symbolsOf(spec.panes); }
};

//! What a window has to export at the moment. A value; its charts are snapshots.
struct ExportSubject
{
    std::optional<ExportItem> desk{}; //!< the linked charts; nothing: no chart is drawn
    std::vector<ExportItem> panes{};  //!< one by one
    int activePane = 0;               //!< index in `panes`
    QStringList watchlist{};          //!< symbols in the order of the list
    QPointer<pipeline::StoreSession> session{};

    [[nodiscard]] bool isEmpty() const { return !desk || panes.empty() || !session; }
    //! The chart of one instrument, over the sessions that the desk shows. Not for an empty subject.
    [[nodiscard]] ExportItem watched(const QString &symbol) const;
};

//! Reads what `item` has not got yet: quotes, what its headlines' numbers came to, the notes in its language. On the thread of
//! the reader.
[[nodiscard]] core::Result<ExportItem> readItem(store::StoreReader &reader, const core::CalendarSet &calendars,
                                                ExportItem item, std::stop_token stop);

} // namespace tickmark::exportdialog
