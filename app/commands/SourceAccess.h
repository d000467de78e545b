// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../CommandContext.h"
#include <pipeline/FetchJob.h>
#include <sources/http/HttpClient.h>
#include <sources/keys/KeyVault.h>

#include <optional>

namespace tickmark::app {

//! The line that `--key -` reads from standard input, without an echo where it is typed. Nowhere else does a command take
//! a key: arguments stand in the list of processes. InvalidInput for another value than "-", and when nothing came.
[[nodiscard]] core::Result<QByteArray> keyFromInput(CommandContext &context);

//! What a command needs to ask sources: the network, and their keys. Waits for the keychain in an event loop of its own.
//! One per command, on the main thread.
class SourceAccess
{
public:
    SourceAccess();

    [[nodiscard]] sources::HttpClient &http() { return m_http; }
    //! The source with its key: `given`, else that of the keychain. The keychain is asked only where a key is needed.
    [[nodiscard]] core::Result<pipeline::FetchTask> task(const store::SourceSetup &setup,
                                                         const std::optional<QByteArray> &given = {});
    //! False: there is no keychain, so nothing was kept. An empty key removes what is there.
    [[nodiscard]] core::Result<bool> keepKey(const QString &uuid, const QByteArray &key);

private:
    sources::HttpClient m_http;
    sources::KeyVault m_keys;
};

//! The set-up of that name, whatever its case. NotFound with a sentence that names those that there are.
[[nodiscard]] core::Result<store::SourceSetup> findSource(store::StoreReader &reader, const QString &name);

} // namespace tickmark::app
