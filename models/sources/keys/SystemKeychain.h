// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <tl/expected.hpp>

#include <functional>

namespace tickmark::sources {

//! Why the keychain of the system did not do what it was asked to.
struct KeychainError
{
    enum class Reason {
        Missing, //!< there is none, or it cannot be reached
        Refused, //!< there is one, but it is locked or access was denied
    };
    Reason reason = Reason::Missing;
    QString detail; //!< what the library said; without the key
};

using KeychainAnswer = tl::expected<QByteArray, KeychainError>;
using KeychainListener = std::function<void(const KeychainAnswer &answer)>;

//! Whether the program was built with QtKeychain.
[[nodiscard]] bool isBuiltWithKeychain();

//! The text under `name` of the program `service`; empty when there is none. The listener is called on the thread of
//! `guard`, which has an event loop, and never once `guard` has gone. May wait for a user who has to unlock the keychain.
//! Never falls back to a file that others could read.
void readKeychain(const QString &service, const QString &name, QObject *guard, KeychainListener listener);
//! An empty text removes the entry. Answers with what was written.
void writeKeychain(const QString &service, const QString &name, const QByteArray &text, QObject *guard,
                   KeychainListener listener);

} // namespace tickmark::sources
