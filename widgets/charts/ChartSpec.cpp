// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartSpec.h"

#include <QCoreApplication>

namespace tickmark::charts {

namespace {

constexpr QLatin1String kVolumePrefix("volume:");

core::Result<PaneSpec> parsePane(QStringView text)
{
    PaneSpec pane;
    QStringView symbols = text.trimmed();
    if (symbols.startsWith(kVolumePrefix, Qt::CaseInsensitive)) {
        pane.kind = PaneKind::Volume;
        symbols = symbols.mid(kVolumePrefix.size());
    }
    for (const QStringView part : symbols.split(u',')) {
        const QString symbol = part.trimmed().toString();
        if (symbol.isEmpty())
            return core::failure(
                core::ErrorCode::InvalidInput,
                QCoreApplication::translate("Chart", "A symbol is missing in the pane “%1”.").arg(text.trimmed()));
        if (pane.symbols.contains(symbol))
            return core::failure(core::ErrorCode::InvalidInput,
                                 QCoreApplication::translate("Chart", "The pane “%1” names %2 twice.")
                                     .arg(text.trimmed().toString(), symbol));
        pane.symbols.append(symbol);
    }
    return pane;
}

} // namespace

core::Result<std::vector<PaneSpec>> parsePanes(QStringView text)
{
    std::vector<PaneSpec> panes;
    for (const QStringView part : text.split(u';')) {
        auto pane = parsePane(part);
        if (!pane)
            return tl::unexpected(pane.error());
        panes.push_back(std::move(*pane));
    }
    return panes;
}

QStringList symbolsOf(const std::vector<PaneSpec> &panes)
{
    QStringList symbols;
    for (const PaneSpec &pane : panes) {
        for (const QString &symbol : pane.symbols) {
            if (!symbols.contains(symbol))
                symbols.append(symbol);
        }
    }
    return symbols;
}

} // namespace tickmark::charts
