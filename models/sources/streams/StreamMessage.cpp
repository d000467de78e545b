// SPDX-License-Identifier: GPL-3.0-or-later
#include "StreamMessage.h"

#include "JsonScanner.h"
#include <news/SafeText.h>
#include <sources/providers/ProviderJson.h>

#include <algorithm>

namespace tickmark::sources {

namespace {

constexpr qsizetype kLongestDetail = 200;

//! BTC-USD is not named by "WBTC-USD".
bool isNamedIn(const QString &text, const QString &symbol)
{
    const auto isLetter = [&text](qsizetype at) { return at >= 0 && at < text.size() && text[at].isLetterOrNumber(); };
    for (qsizetype at = text.indexOf(symbol); at >= 0; at = text.indexOf(symbol, at + 1)) {
        if (!isLetter(at - 1) && !isLetter(at + symbol.size()))
            return true;
    }
    return false;
}

} // namespace

StreamSymbols::StreamSymbols(const std::vector<StreamSymbol> &symbols)
{
    for (std::size_t i = 0; i < symbols.size(); ++i)
        m_places.emplace(symbols[i].symbol.toStdString(), int(i));
}

int StreamSymbols::indexOf(std::string_view spelled) const
{
    const bool isEscaped = spelled.find('\\') != std::string_view::npos; // "BTC\/USD"
    const auto found = isEscaped ? m_places.find(unescaped(spelled)) : m_places.find(spelled);
    return found == m_places.end() ? -1 : found->second;
}

std::vector<int> StreamSymbols::namedIn(const QString &text) const
{
    std::vector<int> named;
    for (const auto &[symbol, place] : m_places) {
        if (isNamedIn(text, QString::fromStdString(symbol)))
            named.push_back(place);
    }
    std::ranges::sort(named);
    return named;
}

void StreamMessage::clear()
{
    trades.clear();
    isSnapshot = false;
    rowsLeftOut = 0;
    accepted.clear();
    refused.clear();
    isAnswer = false;
    isListing = false;
    othersToo = false;
    fault.reset();
    sequence.reset();
    sent.reset();
}

void StreamMessage::add(int symbol, std::optional<core::Time> time, std::optional<core::Price> price,
                        std::optional<core::Price> size, qint64 id, TradeSide side, bool hasIds)
{
    const bool isWhole = symbol >= 0 && time && price && size && price->units > 0 && size->units >= 0
                         && (id > 0 || !hasIds);
    if (isWhole)
        trades.push_back({symbol, *time, *price, *size, id, side});
    else
        ++rowsLeftOut;
}

void StreamMessage::finish()
{
    if (trades.empty() && rowsLeftOut > 0)
        fail(StreamFault::NotWhatWasAsked, u"no trade can be read");
    const auto before = [](const StreamTrade &one, const StreamTrade &other) {
        return one.symbol != other.symbol ? one.symbol < other.symbol : one.id < other.id;
    };
    if (!std::ranges::is_sorted(trades, before))
        std::ranges::stable_sort(trades, before);
}

void StreamMessage::fail(StreamFault why, QStringView detail)
{
    fault = Fault{why, news::visibleLine(detail, kLongestDetail)};
}

void StreamMessage::failAsForeign(std::string_view frame)
{
    clear();
    const auto shown = frame.substr(0, std::size_t(kLongestDetail));
    const bool isPage = looksLikeHtml(QByteArray::fromRawData(shown.data(), qsizetype(shown.size())));
    fail(isPage ? StreamFault::WebPage : StreamFault::NotWhatWasAsked,
         QString::fromUtf8(shown.data(), qsizetype(shown.size())));
}

void hearError(StreamMessage &message, const StreamSymbols &symbols, const QString &words,
               std::span<const StreamSaying> sayings)
{
    const auto said = std::ranges::find_if(sayings, [&words](const StreamSaying &one) {
        return words.contains(QLatin1String(one.words), Qt::CaseInsensitive);
    });
    const StreamFault fault = said == sayings.end() ? StreamFault::NotWhatWasAsked : said->fault;
    std::vector<int> named = symbols.namedIn(words);
    if (fault == StreamFault::UnknownSymbol && symbols.count() == 1)
        named = {0};
    const bool isOfSymbols = fault == StreamFault::UnknownSymbol || fault == StreamFault::NotWhatWasAsked;
    if (isOfSymbols && !named.empty()) {
        for (const int place : named)
            message.refused.push_back({place, news::visibleLine(words, kLongestDetail)});
    } else if (fault != StreamFault::UnknownSymbol) {
        message.fail(fault, words);
    }
}

} // namespace tickmark::sources
