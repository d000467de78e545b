// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace tickmark::core {

enum class InstrumentKind { Stock, Index, Etf, Fx, Crypto, Commodity };

//! The code used in files, JSON and the store: "stock", "index", "etf", "fx", "crypto", "commodity".
[[nodiscard]] QString kindCode(InstrumentKind kind);
[[nodiscard]] std::optional<InstrumentKind> kindFromCode(const QString &code);

//! Whether `symbol` can name an instrument everywhere: 1 to 64 characters without blanks, control characters, commas and
//! semicolons, which part symbols in lists, and no colon (as in "volume:NVDA").
[[nodiscard]] bool isValidSymbol(const QString &symbol);

//! What an instrument is called in one language.
struct InstrumentNames
{
    QString language;    //!< "de", "en"
    QString name;        //!< in lists and legends: "Nasdaq Composite"
    QString shortName;   //!< at the end of a curve: "Nasdaq"; empty: same as name
    QStringList aliases; //!< further words for it in news texts
};

//! Anything with a price. Identity is `id` (0: not stored yet) and the unique `symbol`.
struct Instrument
{
    qint64 id = 0;
    QString symbol;
    InstrumentKind kind = InstrumentKind::Stock;
    QString mic;      //!< the exchange whose calendar it follows; empty: 24/7
    QString currency; //!< ISO 4217 of its quotes (of its members for an index)
    std::vector<InstrumentNames> names;

    //! The name in `language`, else in any, else the symbol.
    [[nodiscard]] QString displayName(const QString &language) const;
    [[nodiscard]] QString shortName(const QString &language) const;
};

} // namespace tickmark::core
