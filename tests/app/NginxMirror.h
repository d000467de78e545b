// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <array>

//! One request as nginx has logged it.
struct MirrorRequest
{
    int status = 0;
    qint64 connection = 0; //!< its number
    QByteArray target;     //!< path and query
    QByteArray encoding;   //!< of the answer: "gzip"
    QByteArray protocol;   //!< "HTTP/2.0"
};

//! A real nginx on loopback, run as the current user from a folder of its own, that answers as three providers of quotes
//! and three feeds do: in clear, over TLS with a certificate of an authority of the test's own, and over TLS with one
//! that nobody vouches for.
class NginxMirror
{
public:
    enum class Way { Plain, Tls, SelfSigned };

    ~NginxMirror();

    //! Empty when nginx is there; else why not.
    [[nodiscard]] static QString missing();
    //! False with a reason when it does not come up.
    [[nodiscard]] bool start(QString *why);

    //! What the mirror holds under `path`.
    void put(const QString &path, const QByteArray &content) const;
    [[nodiscard]] QString address(const QString &path = {}, Way way = Way::Plain) const;
    //! The file with the authority that vouches for Way::Tls.
    [[nodiscard]] QString authorityFile() const { return m_folder.filePath(QStringLiteral("authority.pem")); }
    //! Since the last call.
    [[nodiscard]] QList<MirrorRequest> takeLog();
    //! How many connections `requests` took.
    [[nodiscard]] static qsizetype connections(const QList<MirrorRequest> &requests);

private:
    [[nodiscard]] QByteArray configuration() const;
    void writeCertificates() const;

    QTemporaryDir m_folder;
    std::array<quint16, 3> m_ports{};
    QProcess m_nginx;
    qint64 m_logRead = 0;
};
