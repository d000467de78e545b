// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StreamProvider.h"

namespace tickmark::sources {

//! Kraken's WebSocket v2, channel "trade" with its snapshot: prices and sizes are JSON numbers.
class KrakenStream final : public StreamProvider
{
public:
    [[nodiscard]] QString code() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString symbolOf(const core::Instrument &instrument) const override;
    [[nodiscard]] QUrl address(const ProviderSettings &settings) const override;
    [[nodiscard]] QByteArrayList subscribe(const QStringList &symbols) const override;
    [[nodiscard]] QByteArrayList unsubscribe(const QStringList &symbols) const override;
    void parse(std::string_view frame, const StreamSymbols &symbols, StreamMessage &message) const override;
};

} // namespace tickmark::sources
