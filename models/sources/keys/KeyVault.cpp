// SPDX-License-Identifier: GPL-3.0-or-later
#include "KeyVault.h"

#include "SystemKeychain.h"

#include <QPromise>

#include <memory>
#include <utility>

namespace tickmark::sources {

using core::Result;

namespace {

template <typename Answer>
void fulfil(QPromise<Answer> &promise, Answer answer)
{
    promise.addResult(std::move(answer));
    promise.finish();
}

} // namespace

KeyVault::KeyVault(QString service, QObject *parent)
    : QObject(parent), m_service(std::move(service)), m_isLasting(isBuiltWithKeychain())
{}

KeyVault::~KeyVault() = default;

QFuture<Result<QByteArray>> KeyVault::read(const QString &uuid)
{
    auto promise = std::make_shared<QPromise<Result<QByteArray>>>();
    const auto future = promise->future();
    promise->start();
    if (m_unsaved.contains(uuid)) { // newer than what the keychain has
        fulfil(*promise, Result<QByteArray>(m_keys.value(uuid)));
        return future;
    }
    readKeychain(m_service, uuid, this, [this, uuid, promise](const KeychainAnswer &answer) {
        if (answer) {
            setLasting(true);
            m_keys.insert(uuid, *answer);
            fulfil(*promise, Result<QByteArray>(*answer));
        } else if (answer.error().reason == KeychainError::Reason::Refused) {
            fulfil(*promise, Result<QByteArray>(tl::unexpected(refusal(answer.error().detail))));
        } else {
            setLasting(false);
            fulfil(*promise, Result<QByteArray>(m_keys.value(uuid)));
        }
    });
    return future;
}

QFuture<Result<>> KeyVault::write(const QString &uuid, const QByteArray &key)
{
    auto promise = std::make_shared<QPromise<Result<>>>();
    const auto future = promise->future();
    promise->start();
    writeKeychain(m_service, uuid, key, this, [this, uuid, key, promise](const KeychainAnswer &answer) {
        if (!answer && answer.error().reason == KeychainError::Reason::Refused) {
            fulfil(*promise, Result<>(tl::unexpected(refusal(answer.error().detail))));
            return;
        }
        m_keys.insert(uuid, key);
        if (answer)
            m_unsaved.remove(uuid);
        else
            m_unsaved.insert(uuid);
        setLasting(answer.has_value());
        fulfil(*promise, Result<>());
    });
    return future;
}

void KeyVault::setLasting(bool lasting)
{
    if (lasting) {
        for (const QString &uuid : std::exchange(m_unsaved, {}))
            write(uuid, m_keys.value(uuid));
    }
    if (m_isLasting == lasting)
        return;
    m_isLasting = lasting;
    Q_EMIT lastingChanged(lasting);
}

core::Error KeyVault::refusal(const QString &detail)
{
    return {core::ErrorCode::Io, tr("The keychain did not give access to the key. It may be locked."), detail};
}

} // namespace tickmark::sources
