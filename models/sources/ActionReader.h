// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ByteSource.h"
#include "RejectList.h"
#include <core/Price.h>
#include <core/Result.h>
#include <core/SplitScale.h>

#include <QString>
#include <QStringList>

#include <vector>

namespace tickmark::sources {

//! A split or a dividend of one company, as a list names it.
struct ListedAction
{
    enum class Kind { Split, Dividend };
    QString symbol;
    Kind kind = Kind::Split;
    core::Split split;       //!< its exDate holds for a dividend too
    core::Price amount;      //!< of a dividend, per share; above zero
    QString currency;        //!< ISO 4217; empty: that of the instrument
    bool isRepeated = false; //!< an earlier row of the file says the same
};

struct ActionFile
{
    std::vector<ListedAction> actions; //!< in the file's order, one for each row that was not rejected
    RejectList rejects;
    QByteArray sha256;
};

//! Whether columns of these names (see namesOfHeader) are those of splits and dividends, and not of quotes. `isNamed`: the
//! instrument was named for the whole file.
[[nodiscard]] bool isHeaderOfActions(const QStringList &header, bool isNamed);

//! Reads the columns symbol, date (or ex_date), kind, ratio, amount and currency, or Symbol, Datum, Art, Verhältnis, Betrag
//! and Währung, in any order, of a small CSV file (at most 16 MiB); the last three may be missing where no row needs them.
//!
//! A ratio is new shares to old ones: "10:1", "10/1" or "10" for ten for one, "1:8" for a reverse split. Under "Verhältnis"
//! German writers put it the other way round as often: there, a ratio that would make shares fewer counts only for a kind
//! that says so ("Zusammenlegung", "reverse split"), else the row is rejected; such a kind makes them fewer either way.
//! `symbol`: of a file that names none; of another file, only its rows. Two different splits, or dividends, of one day are
//! one too many: the store has one of each.
//! InvalidInput when a column is missing or no row can be used, NotFound when none is about `symbol`.
[[nodiscard]] core::Result<ActionFile> readActions(ByteSource &source, const QString &symbol = {});

} // namespace tickmark::sources
