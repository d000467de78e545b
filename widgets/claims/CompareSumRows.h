// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Formats.h>
#include <core/ZoneRules.h>
#include <tables/ClaimTopics.h>

#include <QString>

#include <vector>

//! The sum behind a comparison, line by line, in the language and zone of the moment. Pure functions over values.
namespace tickmark::claimview {

struct SumRow
{
    enum class Kind {
        Step,    //!< a figure of the sum
        Partial, //!< what the steps above it make; a thin line above
        Result,  //!< what was looked for; bold
        Note,    //!< how exact that is
    };
    Kind kind = Kind::Step;
    QString label;
    QString figure;
    QString source; //!< where the figure is from, and its date unless the label has it
};

//! From the closes of a topic to what was computed, in its second currency too; every figure is one of the quotes that the
//! verdicts used. Then how the claim at `selected` (-1: none) relates to it. Without closes, what was missing.
[[nodiscard]] std::vector<SumRow> sumRows(const tables::ClaimTopic &topic, int selected, const tables::ClaimBook &book,
                                          const core::Formats &formats, const core::ZoneRules &zone);

} // namespace tickmark::claimview
