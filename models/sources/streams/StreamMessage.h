// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StreamTypes.h"
#include <core/Price.h>

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tickmark::sources {

//! The instruments of one connection by their spelling. A value.
class StreamSymbols
{
public:
    StreamSymbols() = default;
    explicit StreamSymbols(const std::vector<StreamSymbol> &symbols);

    //! The place of the one that is spelled so (as JSON has it, escapes and all); -1: it is none of them.
    [[nodiscard]] int indexOf(std::string_view spelled) const;
    //! The places of those that a text of the exchange names as words of their own.
    [[nodiscard]] std::vector<int> namedIn(const QString &text) const;
    [[nodiscard]] int count() const { return int(m_places.size()); }

private:
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::unordered_map<std::string, int, Hash, std::equal_to<>> m_places;
};

//! One trade, each number with the decimals that it came with.
struct StreamTrade
{
    int symbol = 0; //!< place in StreamSymbols
    core::Time time;
    core::Price price;
    core::Price size;
    qint64 id = 0;
    TradeSide side = TradeSide::Unknown;
};

//! What one message of an exchange says. Filled again and again, so that its memory is kept.
struct StreamMessage
{
    struct Refusal
    {
        int symbol = 0;
        QString detail;
    };
    struct Fault
    {
        StreamFault fault = StreamFault::NotWhatWasAsked;
        QString detail; //!< as StreamError's
    };

    std::vector<StreamTrade> trades; //!< of the connection's instruments; those of one instrument ascend by id
    bool isSnapshot = false;         //!< of before, right after a subscription
    int rowsLeftOut = 0;             //!< that could not be read
    std::vector<int> accepted;       //!< places of instruments that are subscribed now
    std::vector<Refusal> refused;
    bool isAnswer = false;          //!< to one order, where the exchange answers each with a list of all it has
    bool isListing = false;         //!< that list: refused are those that it leaves out
    bool othersToo = false;         //!< with refusals: none of the instruments of that subscription was subscribed
    std::optional<Fault> fault;     //!< of the whole connection
    std::optional<qint64> sequence; //!< the message's number within the connection
    std::optional<core::Time> sent; //!< by the exchange's clock; nothing: it does not tell, or not of now

    void clear();
    //! Takes in a trade whose fields are as they were read, or leaves it out: also one of no instrument (below zero). Ids
    //! have to be above zero where `hasIds`.
    void add(int symbol, std::optional<core::Time> time, std::optional<core::Price> price,
             std::optional<core::Price> size, qint64 id, TradeSide side, bool hasIds = true);
    //! To be called at the end: puts the trades in order, and says so when rows came and none could be read.
    void finish();
    void fail(StreamFault why, QStringView detail);
    //! What came is no JSON, or breaks off, or is a web page: nothing of it is kept.
    void failAsForeign(std::string_view frame);
};

//! What an exchange says when it refuses, in which words.
struct StreamSaying
{
    const char *words;
    StreamFault fault;
};

//! Takes in an error of an exchange: of the instruments that it names, else of the connection. UnknownSymbol of nobody knows
//! which is left: the others go on.
void hearError(StreamMessage &message, const StreamSymbols &symbols, const QString &words,
               std::span<const StreamSaying> sayings);

} // namespace tickmark::sources
