// SPDX-License-Identifier: GPL-3.0-or-later
#include "ListHeader.h"

#include "ActionReader.h"
#include "NamedTable.h"
#include "ShareCountReader.h"

namespace tickmark::sources {

std::optional<ListKind> listKindOf(std::string_view head, bool isNamed)
{
    const QStringList header = namesOfHeader(head);
    if (isHeaderOfShares(header))
        return ListKind::Shares;
    return isHeaderOfActions(header, isNamed) ? std::optional(ListKind::Actions) : std::nullopt;
}

} // namespace tickmark::sources
