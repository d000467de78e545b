// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/ContentSniffer.h>
#include <core/Result.h>

#include <QString>

#include <optional>
#include <string_view>

namespace tickmark::dialogs {

//! Why a file cannot be imported at all; decides the advice that goes with the error's sentence.
enum class FileTrouble {
    Missing,
    Folder,
    Unreadable,
    Empty,
    Picture,
    Pdf,
    Workbook,
    Store, //!< of this program: to be opened
    Database,
    Feed,
    Xml,
    WebPage,
    Json,
    Packed,   //!< several files, a password, another packing
    Damaged,  //!< cannot be unpacked
    NotTable, //!< text or a table of something else
    Binary,
};

struct PreviewFailure
{
    core::Error error;
    FileTrouble trouble = FileTrouble::NotTable;
};

//! What shows before anything is unpacked; nothing for a file that may be a table. Reads its first bytes: never on the GUI
//! thread.
[[nodiscard]] std::optional<PreviewFailure> troubleWith(const QString &path);
//! What an error of opening or unpacking means.
[[nodiscard]] FileTrouble troubleOf(const core::Error &error, const QString &path);
//! What content is that is no table of quotes.
[[nodiscard]] FileTrouble troubleOf(core::ContentKind kind, std::string_view sample);

//! What to do about it: one translated sentence, or none.
[[nodiscard]] QString adviceFor(FileTrouble trouble);

} // namespace tickmark::dialogs
