// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FileTrouble.h"
#include "ImportDraft.h"
#include <core/Bar.h>
#include <core/Result.h>
#include <sources/ActionReader.h>
#include <sources/BarRowParser.h>
#include <sources/ShareCountReader.h>
#include <sources/TickTable.h>

#include <QStringList>

#include <optional>
#include <stop_token>
#include <vector>

namespace tickmark::dialogs {

//! One row of the file as it will be read.
struct PreviewRow
{
    qint64 line = 0;
    QStringList cells; //!< as they stand in the file
    std::optional<sources::ParsedBar> bar;
    std::optional<sources::TickRow> tick;
    std::optional<sources::ShareCount> shares;
    std::optional<sources::ListedAction> action;
    std::optional<core::Time> published;           //!< of a headline
    quint32 flags = core::kBarPlausible;           //!< of the bar; see flagRows()
    std::optional<sources::RejectReason> rejected; //!< none of all six: not known as long as a question is open
};

//! What the first bytes of a file show under a draft. A value; goes stale with the draft and with the file.
struct ImportPreview
{
    static constexpr int kRows = 100;

    ReadAs readAs = ReadAs::Bars;
    qint64 bytes = 0; //!< of the file, packed if it is
    sources::CsvProfile profile;
    std::vector<sources::Finding> findings; //!< in the language at the time of loading
    std::vector<ImportQuestion> questions;
    std::optional<core::Error> obstacle; //!< it cannot be read like this, and no question would help
    std::vector<PreviewRow> rows;
    QStringList symbols; //!< that the file names, by ParsedBar::symbolIndex or TickRow::symbolIndex
    QString dateExample; //!< a date that can be read both ways, for the question
    QString numberExample;
    bool isDaily = true;
    bool namesSymbols = false;
};

//! Reads the beginning of the draft's file and splits it as the importing reader would. Reads the file: never on the GUI
//! thread. A cancelled one answers Cancelled.
[[nodiscard]] tl::expected<ImportPreview, PreviewFailure> loadPreview(const ImportDraft &draft, std::stop_token stop);

} // namespace tickmark::dialogs
