// SPDX-License-Identifier: GPL-3.0-or-later
#include "ListHeader.h"

#include <QByteArray>

#include <algorithm>

namespace tickmark::sources {

namespace {

constexpr std::size_t kMostBytes = 4096; // of a line that names columns

} // namespace

std::optional<ListKind> listKindOf(std::string_view head, bool isNamed)
{
    const QByteArray line =
        QByteArray(head.data(), qsizetype(std::min(head.size(), kMostBytes))).split('\n').front().toLower();
    const bool hasSymbols = line.contains("symbol");
    if (hasSymbols && line.contains("shares") && !line.contains("close"))
        return ListKind::Shares;
    if ((hasSymbols || isNamed) && (line.contains("ratio") || line.contains("verhältnis")))
        return ListKind::Actions;
    return std::nullopt;
}

} // namespace tickmark::sources
