// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Price.h"
#include "Time.h"
#include "ZoneRules.h"

#include <QLocale>
#include <QString>

namespace tickmark::core {

//! Numbers, dates and times as a reader of one language expects them, on the screen and in exports. The minus is U+2212;
//! German percent is "−16,97 %" with U+00A0, English "−16.97%". CSV and JSON do not use this: see toPlainText, iso().
//! Immutable value.
class Formats
{
public:
    //! `language` is "de"; anything else is English.
    explicit Formats(const QString &language);

    [[nodiscard]] const QString &language() const { return m_language; }
    [[nodiscard]] const QLocale &locale() const { return m_locale; }

    //! "−1.234,50": all decimals of the price.
    [[nodiscard]] QString price(Price price) const;
    //! Rounded half away from zero to `decimals`; a value that rounds to zero has no sign.
    [[nodiscard]] QString number(double value, int decimals) const;
    //! As number(), with '+' before what is above zero.
    [[nodiscard]] QString signedNumber(double value, int decimals) const;
    //! signedNumber with the percent sign of the language.
    [[nodiscard]] QString signedPercent(double percent, int decimals = 2) const;
    [[nodiscard]] QString count(qint64 value) const;

    //! "27.01.2025" / "27 Jan 2025".
    [[nodiscard]] QString date(SessionDate date) const;
    //! "27. Januar 2025" / "27 January 2025".
    [[nodiscard]] QString longDate(SessionDate date) const;
    //! "Januar 2025" / "January 2025".
    [[nodiscard]] QString monthAndYear(SessionDate date) const;
    //! "27." / "27": a day on an axis whose month stands elsewhere.
    [[nodiscard]] QString dayOfMonth(SessionDate date) const;
    //! "27.01., 11:40" / "27 Jan, 11:40" on the clock of `zone`.
    [[nodiscard]] QString shortTime(Time time, const ZoneRules &zone) const;
    //! "11:40" on the clock of `zone`.
    [[nodiscard]] QString clockTime(Time time, const ZoneRules &zone) const;
    //! "11:40:05", and "11:40:05.123" when the time has a part of a second: as many digits as it needs of 3, 6, 9.
    [[nodiscard]] QString exactClockTime(Time time, const ZoneRules &zone) const;

private:
    QString m_language;
    QLocale m_locale;
    bool m_german;
};

} // namespace tickmark::core
