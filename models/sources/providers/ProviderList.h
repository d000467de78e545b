// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Instrument.h>

#include <QString>

#include <optional>
#include <vector>

namespace tickmark::sources {

//! What a provider gives.
enum class ProviderKind {
    Bars,
    Trades,
    News,
    File, //!< bars or ticks, whatever the import profile says
};

//! The word in settings and JSON: "bars".
[[nodiscard]] QString codeOf(ProviderKind kind);

//! What a user has to be asked for to set up a source of one provider.
struct ProviderInfo
{
    QString code;
    QString title;
    ProviderKind kind = ProviderKind::Bars;
    bool needsKey = false;
    bool needsAddress = false;
    bool perInstrument = false; //!< it is told for which instruments
};

//! Code of the provider that is any table on the web, read by a saved import profile.
[[nodiscard]] QString csvProviderCode();

//! All providers of all kinds, in the order in which a list shows them; titles are of the language of the moment.
[[nodiscard]] std::vector<ProviderInfo> providerList();
//! Nothing when there is none of that code.
[[nodiscard]] std::optional<ProviderInfo> providerInfo(const QString &code);
//! How that provider spells the instrument by its rule; empty: it cannot have it, or is not asked for instruments.
[[nodiscard]] QString spellingOf(const QString &code, const core::Instrument &instrument);

} // namespace tickmark::sources
