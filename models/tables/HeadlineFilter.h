// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Headline.h"
#include <core/Time.h>

#include <QSet>

#include <optional>

namespace tickmark::tables {

//! Which headlines to show; what is not set lets everything pass. A value, compared to tell whether anything changed.
struct HeadlineFilter
{
    std::optional<QSet<qint64>> textMatches;    //!< ids that the full-text search found
    std::optional<qint64> instrumentId;         //!< mentioned in title or excerpt
    std::optional<claims::VerdictCode> verdict; //!< at least one claim came to it
    QString publisher;
    QString language;
    std::optional<core::TimeRange> within; //!< published in it
    bool unreadOnly = false;

    [[nodiscard]] bool accepts(const Headline &headline) const;
    friend bool operator==(const HeadlineFilter &, const HeadlineFilter &) = default;
};

} // namespace tickmark::tables
