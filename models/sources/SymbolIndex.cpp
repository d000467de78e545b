// SPDX-License-Identifier: GPL-3.0-or-later
#include "SymbolIndex.h"

#include "SampleTable.h"

#include <QStringDecoder>

#include <algorithm>

namespace tickmark::sources {

namespace {

constexpr qsizetype kLongest = 64;
constexpr qsizetype kPassedOverShown = 5;

} // namespace

tl::expected<int, RejectReason> SymbolIndex::indexOf(std::string_view utf8Field)
{
    const std::string_view symbol = trimmedField(utf8Field);
    if (symbol.empty())
        return tl::unexpected(RejectReason::MissingSymbol);
    if (symbol == m_last)
        return m_lastIndex;
    const auto known = m_indexes.find(symbol);
    const auto index = known != m_indexes.end() ? tl::expected<int, RejectReason>(known->second) : add(symbol);
    if (index) {
        m_last = symbol;
        m_lastIndex = *index;
    }
    return index;
}

int SymbolIndex::addNameless()
{
    m_symbols << QString();
    return int(m_symbols.size()) - 1;
}

tl::expected<int, RejectReason> SymbolIndex::add(std::string_view symbol)
{
    if (symbol.size() > size_t(kLongest) * 4)
        return tl::unexpected(RejectReason::BadSymbol);
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder.decode(QByteArrayView(symbol.data(), qsizetype(symbol.size())));
    const auto isOdd = [](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
    };
    if (decoder.hasError() || text.size() > kLongest || std::any_of(text.begin(), text.end(), isOdd))
        return tl::unexpected(RejectReason::BadSymbol);
    if (m_indexes.size() >= size_t(kMostSymbols))
        return tl::unexpected(RejectReason::TooManySymbols);
    int index = kPassedOver;
    if (m_wanted.isEmpty() || text == m_wanted) {
        index = int(m_symbols.size());
        m_symbols << text;
    } else if (m_passedOver.size() < kPassedOverShown) {
        m_passedOver << text;
    }
    m_indexes.emplace(symbol, index);
    return index;
}

} // namespace tickmark::sources
