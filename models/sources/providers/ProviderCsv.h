// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ProviderFault.h"

#include <QByteArray>

#include <string_view>
#include <vector>

namespace tickmark::sources {

//! A comma-separated answer without quotation marks, in views of its bytes: the head, then rows of as many fields.
struct ProviderTable
{
    std::vector<std::string_view> head;
    std::vector<std::vector<std::string_view>> rows;

    //! The place of a column; -1 when there is none of that name.
    [[nodiscard]] int column(std::string_view name) const;
};

//! Malformed when a row has another number of fields than the head (an answer that was cut off), or when the last line
//! has no end. The bytes must outlive the table.
[[nodiscard]] ProviderResult<ProviderTable> readTable(const QByteArray &body);

} // namespace tickmark::sources
