// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StreamProvider.h"

namespace tickmark::sources {

//! Coinbase Advanced Trade, channel "market_trades" with its snapshot; "heartbeats" besides, so that a missing message is
//! noticed when no trade comes after it. Sides are of the order that stood in the book, as in its REST answers.
class CoinbaseStream final : public StreamProvider
{
public:
    [[nodiscard]] QString code() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString symbolOf(const core::Instrument &instrument) const override;
    [[nodiscard]] QUrl address(const ProviderSettings &settings) const override;
    [[nodiscard]] QByteArrayList greeting() const override;
    [[nodiscard]] QByteArrayList subscribe(const QStringList &symbols) const override;
    [[nodiscard]] QByteArrayList unsubscribe(const QStringList &symbols) const override;
    void parse(std::string_view frame, const StreamSymbols &symbols, StreamMessage &message) const override;
};

} // namespace tickmark::sources
