// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>
#include <core/Time.h>

#include <QString>
#include <QStringList>

#include <optional>

//! File names made from a pattern, "{symbol}_{from}_{to}". Pure.
namespace tickmark::exportdialog {

//! What a name can say of a chart.
struct FileNameFacts
{
    QStringList symbols;
    core::SessionDate from;
    core::SessionDate to;
    std::optional<core::SessionDate> base;
    core::SessionDate today;
    QString language;
    int number = 1; //!< in a batch
};

//! "symbol", "from" ...: what may stand in braces, in the order of a menu.
[[nodiscard]] QStringList fileNameWords();

//! A name without its suffix, of at most 180 bytes. Characters of the chart's words that file systems or other programs
//! stumble over become "-". InvalidInput, saying what, for a pattern that has such characters itself, a word in braces that
//! there is not, or nothing left of it.
[[nodiscard]] core::Result<QString> fileName(const QString &pattern, const FileNameFacts &facts);

} // namespace tickmark::exportdialog
