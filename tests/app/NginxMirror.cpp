// SPDX-License-Identifier: GPL-3.0-or-later
#include "NginxMirror.h"

#include "TestCertificates.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

namespace {

// Debian has it where only administrators look.
QString nginxPath()
{
    const QString found = QStandardPaths::findExecutable(QStringLiteral("nginx"));
    return found.isEmpty() ? QStandardPaths::findExecutable(QStringLiteral("nginx"), {QStringLiteral("/usr/sbin")})
                           : found;
}

void writeTo(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}

//! What each of the servers answers. @: the folder.
constexpr const char *kPlaces = R"(
        root @/mirror;
        location /v8/finance/chart/ { default_type application/json; }
        location = /q/d/l/ { default_type text/csv; try_files /stooq/$arg_s.csv =404; }
        location /service/data/EXR/ { default_type text/csv; }
        location = /time_series {
            default_type application/json;
            if ($http_authorization != "apikey right-key") { return 401; }
            try_files /twelvedata/$arg_symbol.json =404;
        }
        location /feeds/ { types { application/rss+xml rss; application/atom+xml atom; application/feed+json json; } }
        location /moved/ { rewrite ^/moved/(.*)$ /feeds/$1 permanent; }
        location = /busy { add_header Retry-After 120 always; return 503; }
)";

constexpr const char *kConfiguration = R"(
daemon off;
master_process off;
pid @/nginx.pid;
error_log @/error.log warn;
events { worker_connections 128; }
http {
    log_format short "$status $connection $request_uri $sent_http_content_encoding $server_protocol";
    access_log @/access.log short;
    client_body_temp_path @/body;
    proxy_temp_path @/proxy;
    fastcgi_temp_path @/fastcgi;
    uwsgi_temp_path @/uwsgi;
    scgi_temp_path @/scgi;
    gzip on;
    gzip_min_length 1;
    gzip_types *;
    server { listen 127.0.0.1:PORT0; PLACES }
    server { listen 127.0.0.1:PORT1 ssl http2; ssl_certificate @/right.pem; ssl_certificate_key @/right.key; PLACES }
    server { listen 127.0.0.1:PORT2 ssl; ssl_certificate @/self.pem; ssl_certificate_key @/self.key; PLACES }
}
)";

} // namespace

NginxMirror::~NginxMirror()
{
    m_nginx.terminate();
    if (m_nginx.state() != QProcess::NotRunning && !m_nginx.waitForFinished())
        m_nginx.kill();
}

QString NginxMirror::missing()
{
    return nginxPath().isEmpty() ? QStringLiteral("nginx is not installed (package nginx-light)") : QString();
}

bool NginxMirror::start(QString *why)
{
    {
        std::array<QTcpServer, 3> free;
        for (std::size_t i = 0; i < free.size(); ++i) {
            free[i].listen(QHostAddress::LocalHost);
            m_ports[i] = free[i].serverPort();
        }
    }
    writeCertificates();
    writeTo(m_folder.filePath(QStringLiteral("nginx.conf")), configuration());
    QDir().mkpath(m_folder.filePath(QStringLiteral("mirror")));
    m_nginx.setProcessChannelMode(QProcess::MergedChannels);
    m_nginx.start(nginxPath(),
                  {QStringLiteral("-p"), m_folder.path(), QStringLiteral("-c"),
                   m_folder.filePath(QStringLiteral("nginx.conf")), QStringLiteral("-e"), QStringLiteral("stderr")});
    const QDeadlineTimer patience(10'000);
    while (!patience.hasExpired() && m_nginx.state() != QProcess::NotRunning) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_ports.back());
        if (socket.waitForConnected(200))
            return true;
        m_nginx.waitForReadyRead(20);
    }
    *why = QStringLiteral("nginx does not come up: ") + QString::fromUtf8(m_nginx.readAll());
    return false;
}

QByteArray NginxMirror::configuration() const
{
    QByteArray text(kConfiguration);
    text.replace("PLACES", kPlaces);
    for (std::size_t i = 0; i < m_ports.size(); ++i)
        text.replace(QByteArray("PORT" + QByteArray::number(qulonglong(i))), QByteArray::number(m_ports[i]));
    return text.replace("@", m_folder.path().toUtf8());
}

void NginxMirror::writeCertificates() const
{
    using tickmark::test::TestCertificates;
    const TestCertificates certificates;
    const auto pair = [this](const TestCertificates::Pair &made, const QString &name) {
        writeTo(m_folder.filePath(name + QStringLiteral(".pem")), made.certificate);
        writeTo(m_folder.filePath(name + QStringLiteral(".key")), made.key);
    };
    pair(certificates.make(TestCertificates::Kind::Right), QStringLiteral("right"));
    pair(certificates.make(TestCertificates::Kind::SelfSigned), QStringLiteral("self"));
    writeTo(authorityFile(), certificates.authority());
}

void NginxMirror::put(const QString &path, const QByteArray &content) const
{
    writeTo(m_folder.filePath(QStringLiteral("mirror/") + path), content);
}

QString NginxMirror::address(const QString &path, Way way) const
{
    return QStringLiteral("%1://127.0.0.1:%2%3")
        .arg(way == Way::Plain ? QStringLiteral("http") : QStringLiteral("https"))
        .arg(m_ports[std::size_t(way)])
        .arg(path);
}

QList<MirrorRequest> NginxMirror::takeLog()
{
    QFile file(m_folder.filePath(QStringLiteral("access.log")));
    QList<MirrorRequest> requests;
    if (!file.open(QIODevice::ReadOnly) || !file.seek(m_logRead))
        return requests;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        if (!line.endsWith('\n'))
            break;
        m_logRead += line.size();
        const QList<QByteArray> words = line.trimmed().split(' ');
        requests.append(
            {words.value(0).toInt(), words.value(1).toLongLong(), words.value(2), words.value(3), words.value(4)});
    }
    return requests;
}

qsizetype NginxMirror::connections(const QList<MirrorRequest> &requests)
{
    QSet<qint64> numbers;
    for (const MirrorRequest &request : requests)
        numbers.insert(request.connection);
    return numbers.size();
}
