// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Time.h>

#include <QByteArray>

#include <optional>

namespace tickmark::report {

//! The time that SOURCE_DATE_EPOCH asks for (reproducible-builds.org): seconds since 1970. Nothing when it is not set, or no
//! time.
[[nodiscard]] std::optional<core::Time> sourceDate();

//! Writes `time` over the wall clock's in the document's dates; they keep their length, so that no offset in the file
//! changes. With orderPdfFonts() nothing of a PDF of Qt differs any more between two runs.
void setPdfDate(QByteArray &pdf, core::Time time);

} // namespace tickmark::report
