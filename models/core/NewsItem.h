// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Time.h"

#include <QString>

namespace tickmark::core {

//! A headline with its excerpt, plain text both. `guid` is the source's own id of the item, unique per publisher.
struct NewsItem
{
    qint64 id = 0;
    QString guid;
    Time published;
    QString publisher;
    QString language; //!< "de", "en", empty when unknown
    QString title;
    QString excerpt;
    QString link; //!< http(s) address of the original, may be empty
};

} // namespace tickmark::core
