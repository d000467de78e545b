// SPDX-License-Identifier: GPL-3.0-or-later
#include "UnknownSymbols.h"

#include <QCoreApplication>

namespace tickmark::pipeline {

QString unknownSymbolsText(const QStringList &symbols)
{
    constexpr qsizetype kNamed = 10;
    QString names = symbols.mid(0, kNamed).join(QStringLiteral(", "));
    if (symbols.size() > kNamed)
        names += QStringLiteral(", …");
    return QCoreApplication::translate("Import",
                                       "Not in the store: %1. Add an instrument first: tickmark instrument add "
                                       "SYMBOL --exchange MIC --currency ISO.")
        .arg(names);
}

core::Error unknownSymbols(const QStringList &symbols)
{
    return {core::ErrorCode::NotFound, unknownSymbolsText(symbols), symbols.join(u'\n')};
}

} // namespace tickmark::pipeline
