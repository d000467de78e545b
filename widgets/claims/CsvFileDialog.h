// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace tickmark::claimview {

//! Asks where a CSV file is to be written, without blocking; `chosen` gets the path when the user gives one. GUI thread; the
//! dialog belongs to `parent`.
void askForCsvFile(QWidget *parent, const QString &title, const QString &name,
                   std::function<void(const QString &)> chosen);

} // namespace tickmark::claimview
