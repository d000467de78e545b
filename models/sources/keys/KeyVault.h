// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>

#include <QByteArray>
#include <QFuture>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QString>

namespace tickmark::sources {

//! Keys of sources, in the keychain of the system under the source's uuid; nowhere else on the disk. Where the system has
//! no keychain (or it cannot be reached) they are kept for this run only, and isLasting() says so; once it is there, they
//! go into it. Lives on a thread with an event loop, whose functions may be called there only. Owned by the program, lent
//! to who needs it.
class KeyVault : public QObject
{
    Q_OBJECT

public:
    //! `service` is the program's name in the keychain. Asks for nothing before the first read() or write().
    explicit KeyVault(QString service = QStringLiteral("Tickmark"), QObject *parent = nullptr);
    ~KeyVault() override;

    //! The key of a source; empty when it has none. An error only when the keychain refused (locked, denied). May take as
    //! long as the user needs to unlock it.
    [[nodiscard]] QFuture<core::Result<QByteArray>> read(const QString &uuid);
    //! Keeps the key; an empty one removes it. Without a keychain it holds for this run.
    QFuture<core::Result<>> write(const QString &uuid, const QByteArray &key);
    //! False once the system turned out to have no keychain: what is written is gone with the program.
    [[nodiscard]] bool isLasting() const { return m_isLasting; }

Q_SIGNALS:
    void lastingChanged(bool isLasting);

private:
    void setLasting(bool lasting);
    [[nodiscard]] static core::Error refusal(const QString &detail);

    QString m_service;
    bool m_isLasting;
    QHash<QString, QByteArray> m_keys; //!< read or written in this run
    QSet<QString> m_unsaved;           //!< of m_keys: not in the keychain
};

} // namespace tickmark::sources
