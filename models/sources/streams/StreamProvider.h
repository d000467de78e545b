// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StreamMessage.h"
#include <core/Instrument.h>

#include <QByteArrayList>
#include <QUrl>

#include <span>

namespace tickmark::sources {

//! One exchange that streams trades. Addresses, messages and parsing are pure: no network, no clock, no state; safe on any
//! thread. A new one is one file with a class and one line in StreamProviders.cpp.
class StreamProvider
{
public:
    virtual ~StreamProvider() = default;

    //! The word in settings, JSON and on the command line: "kraken", the same as of its TradeProvider.
    [[nodiscard]] virtual QString code() const = 0;
    //! Its name as people write it.
    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual bool needsKey() const { return false; }
    //! Says of each subscription whether it stands. Else it stands as soon as it was sent.
    [[nodiscard]] virtual bool acknowledges() const { return true; }
    //! How the stream spells the instrument; empty: it cannot have it.
    [[nodiscard]] virtual QString symbolOf(const core::Instrument &instrument) const = 0;
    //! Where to connect. Holds the key where the exchange wants it: for the socket, never to be shown.
    [[nodiscard]] virtual QUrl address(const ProviderSettings &settings) const = 0;
    //! What to send once, before the first subscription.
    [[nodiscard]] virtual QByteArrayList greeting() const { return {}; }
    //! What to send for these instruments, beside those that are subscribed already.
    [[nodiscard]] virtual QByteArrayList subscribe(const QStringList &symbols) const = 0;
    [[nodiscard]] virtual QByteArrayList unsubscribe(const QStringList &symbols) const = 0;
    //! One whole text message; `message` is overwritten.
    virtual void parse(std::string_view frame, const StreamSymbols &symbols, StreamMessage &message) const = 0;
};

//! All of them, in the order in which a list shows them. They live as long as the program.
[[nodiscard]] std::span<const StreamProvider *const> streamProviders();
//! Null when there is none of that code.
[[nodiscard]] const StreamProvider *streamProvider(const QString &code);

//! `path` ("/v2") at the exchange ("wss://ws.example") or at the source's own base, ws for http and wss for https.
[[nodiscard]] QUrl streamAddress(const char *exchange, const ProviderSettings &settings, const QString &path);
//! Nothing when that may be connected to; else why not.
[[nodiscard]] std::optional<StreamFault> streamRefusal(const QUrl &address, bool plainAllowed);

} // namespace tickmark::sources
