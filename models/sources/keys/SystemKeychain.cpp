// SPDX-License-Identifier: GPL-3.0-or-later
#include "SystemKeychain.h"

#ifdef TICKMARK_KEYCHAIN

# include <qt6keychain/keychain.h>

namespace tickmark::sources {

namespace {

KeychainError errorOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
    case QKeychain::CouldNotDeleteEntry:
        return {KeychainError::Reason::Refused, job.errorString()};
    default: // without D-Bus it is OtherError, not NoBackendAvailable
        return {KeychainError::Reason::Missing, job.errorString()};
    }
}

//! Jobs go by themselves and are nobody's children: libsecret calls back into one that runs, so none may go before.
template <typename Job, typename TextOf>
void start(Job *job, const QString &name, QObject *guard, KeychainListener listener, TextOf textOf)
{
    job->setInsecureFallback(false);
    job->setKey(name);
    QObject::connect(job, &QKeychain::Job::finished, guard,
                     [listener = std::move(listener), textOf = std::move(textOf)](const QKeychain::Job *done) {
                         if (done->error() == QKeychain::NoError)
                             listener(textOf(*static_cast<const Job *>(done)));
                         else if (done->error() == QKeychain::EntryNotFound)
                             listener(QByteArray());
                         else
                             listener(tl::unexpected(errorOf(*done)));
                     });
    job->start();
}

} // namespace

bool isBuiltWithKeychain()
{
    return true;
}

void readKeychain(const QString &service, const QString &name, QObject *guard, KeychainListener listener)
{
    start(new QKeychain::ReadPasswordJob(service), name, guard, std::move(listener),
          [](const QKeychain::ReadPasswordJob &job) { return job.textData().toUtf8(); });
}

void writeKeychain(const QString &service, const QString &name, const QByteArray &text, QObject *guard,
                   KeychainListener listener)
{
    if (text.isEmpty()) {
        start(new QKeychain::DeletePasswordJob(service), name, guard, std::move(listener),
              [](const QKeychain::DeletePasswordJob &) { return QByteArray(); });
        return;
    }
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setTextData(QString::fromUtf8(text));
    start(job, name, guard, std::move(listener), [text](const QKeychain::WritePasswordJob &) { return text; });
}

} // namespace tickmark::sources

#else

namespace tickmark::sources {

namespace {

void answerMissing(QObject *guard, KeychainListener listener)
{
    QMetaObject::invokeMethod(
        guard, [listener = std::move(listener)] { listener(tl::unexpected(KeychainError{})); }, Qt::QueuedConnection);
}

} // namespace

bool isBuiltWithKeychain()
{
    return false;
}

void readKeychain(const QString &, const QString &, QObject *guard, KeychainListener listener)
{
    answerMissing(guard, std::move(listener));
}

void writeKeychain(const QString &, const QString &, const QByteArray &, QObject *guard, KeychainListener listener)
{
    answerMissing(guard, std::move(listener));
}

} // namespace tickmark::sources

#endif
