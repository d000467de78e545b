// SPDX-License-Identifier: GPL-3.0-or-later
#include "CsvCell.h"

#include <algorithm>

namespace tickmark::exporting {

QByteArray csvText(const QString &text)
{
    QByteArray cell = text.toUtf8();
    constexpr QByteArrayView kFormulaStarts("=+-@\t\r");
    if (!cell.isEmpty() && kFormulaStarts.contains(cell.front()))
        cell.prepend('\'');
    const bool quoted = std::ranges::any_of(cell,
                                            [](char c) { return c == ',' || c == '"' || c == '\r' || c == '\n'; });
    if (!quoted)
        return cell;
    cell.replace("\"", "\"\"");
    return '"' + cell + '"';
}

QByteArray csvNumber(double value, int decimals)
{
    // QByteArray::number never asks the locale.
    const QByteArray text = QByteArray::number(value, 'f', decimals);
    const bool isZero = std::ranges::none_of(text, [](char c) { return c >= '1' && c <= '9'; });
    return isZero && text.startsWith('-') ? text.mid(1) : text;
}

} // namespace tickmark::exporting
