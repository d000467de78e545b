// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StreamProvider.h"

namespace tickmark::sources {

//! Binance's "<symbol>@trade" streams; ids are those of its REST answers. There is no snapshot, and an unknown symbol is not
//! refused: nothing comes.
class BinanceStream final : public StreamProvider
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
