// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CsvProfile.h"
#include "SampleTable.h"

#include <optional>
#include <vector>

namespace tickmark::sources {

//! What form the cells of a column have as dates.
struct DateGuess
{
    enum class Why {
        OnlyForm,      //!< no other form reads them
        DayAbove12,    //!< a day above 12 shows which of the two numbers it is
        PointsMeanDay, //!< with points between them the day comes first, everywhere
        Magnitude,     //!< numbers of this size are seconds, milliseconds ... of our time
    };
    DateForm form = DateForm::YearMonthDay;
    Why why = Why::OnlyForm;
    bool mixedOrder = false; //!< some need the day first, others the month: form is DayOrMonthFirst
    SampleCell example;      //!< the cell that decided, or the first
    SampleCell otherExample; //!< with mixedOrder: one that needs the month first
};

//! Nothing when fewer than half of the cells are dates of one form.
[[nodiscard]] std::optional<DateGuess> guessDateForm(const std::vector<SampleCell> &cells);

//! Whether nearly all cells are times of day.
[[nodiscard]] bool areTimesOfDay(const std::vector<SampleCell> &cells);

} // namespace tickmark::sources
