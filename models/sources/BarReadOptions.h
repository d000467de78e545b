// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Time.h>

#include <QByteArray>
#include <QString>

#include <optional>

namespace tickmark::sources {

//! What the user says about a file of bars that the file does not say itself.
struct BarReadOptions
{
    //! The instrument, for a file that names none. In a file that names its own: only rows of this one are read.
    QString symbol;
    QByteArray zone;                       //!< IANA zone of times without an offset; wins over the profile's
    std::optional<core::SessionDate> date; //!< of milliseconds of the day
    std::optional<qint64> intervalNs;      //!< wins over the profile's and over what the file suggests
};

} // namespace tickmark::sources
