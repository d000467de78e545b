// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Time.h"

#include <QDate>

//! Session dates as widgets and formats of Qt take them.
namespace tickmark::core {

[[nodiscard]] inline QDate toQDate(SessionDate date)
{
    return QDate(date.year(), date.month(), date.day());
}

//! Nothing for a date that no session can have.
[[nodiscard]] inline std::optional<SessionDate> fromQDate(QDate date)
{
    return SessionDate::fromCivil(date.year(), date.month(), date.day());
}

} // namespace tickmark::core
