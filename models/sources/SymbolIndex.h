// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RejectList.h"

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace tickmark::sources {

//! Numbers the symbols of a file in the order in which they come. Bounded: kMostSymbols of at most 64 characters.
class SymbolIndex
{
public:
    static constexpr int kMostSymbols = 100'000;
    static constexpr int kPassedOver = -1; //!< another one than wanted

    //! `wanted`: only this one is numbered; empty: all.
    explicit SymbolIndex(const QString &wanted = {}) : m_wanted(wanted) {}

    [[nodiscard]] tl::expected<int, RejectReason> indexOf(std::string_view utf8Field);
    //! For a file that says nothing of its one instrument, nor was anybody told: an empty symbol.
    [[nodiscard]] int addNameless();
    [[nodiscard]] const QStringList &symbols() const { return m_symbols; }
    //! The first few that were passed over, for a message.
    [[nodiscard]] const QStringList &passedOver() const { return m_passedOver; }

private:
    struct Hash
    {
        using is_transparent = void;
        size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    [[nodiscard]] tl::expected<int, RejectReason> add(std::string_view symbol);

    QString m_wanted;
    QStringList m_symbols;
    QStringList m_passedOver;
    std::unordered_map<std::string, int, Hash, std::equal_to<>> m_indexes;
    std::string m_last; //!< rows mostly come symbol by symbol
    int m_lastIndex = kPassedOver;
};

} // namespace tickmark::sources
