// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "NewsText.h"
#include <core/Result.h>

#include <QString>
#include <QStringView>

#include <stop_token>

//! Foreign texts that are to be checked: pasted ones and files.
namespace tickmark::pipeline {

//! What can be checked can be saved as a news item.
inline constexpr qsizetype kLongestCheckedBytes = kLongestNewsBytes;

//! `pasted` as plain text: markup is stripped where there is any, invisible characters and direction marks are dropped,
//! lines stay lines, longer ones than an editor can lay out are broken at a blank. A blank at either end stays one. Pure,
//! linear.
[[nodiscard]] QString checkableText(QStringView pasted);

//! The same of a file: plain text in any encoding, a web page, a message. Waits for the disk. InvalidInput for what is no
//! text, and as readNewsText(); else the errors of sources::openInput.
[[nodiscard]] core::Result<QString> readCheckableFile(const QString &path, std::stop_token stop = {});

} // namespace tickmark::pipeline
