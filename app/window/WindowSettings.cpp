// SPDX-License-Identifier: GPL-3.0-or-later
#include "WindowSettings.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonDocument>

#include <array>

namespace tickmark::window {

namespace {

constexpr std::array<const char *, 3> kColorCodes{"blue_orange", "green_red", "red_green"};

QString sameFile(const QString &path)
{
    const QFileInfo file(path);
    const QString canonical = file.canonicalFilePath();
    return canonical.isEmpty() ? file.absoluteFilePath() : canonical;
}

QString stateKey(const QString &path)
{
    const QByteArray hash = QCryptographicHash::hash(sameFile(path).toUtf8(), QCryptographicHash::Sha1).toHex();
    return QStringLiteral("stores/") + QString::fromLatin1(hash) + QStringLiteral("/state");
}

} // namespace

WindowSettings::WindowSettings()
    : m_settings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("tickmark"), QStringLiteral("window"))
{}

std::optional<QString> WindowSettings::language() const
{
    const QString language = m_settings.value(QStringLiteral("language")).toString();
    if (language == QLatin1String("de") || language == QLatin1String("en"))
        return language;
    return std::nullopt;
}

void WindowSettings::setLanguage(const QString &language)
{
    m_settings.setValue(QStringLiteral("language"), language);
}

std::optional<bool> WindowSettings::dark() const
{
    if (!m_settings.contains(QStringLiteral("dark")))
        return std::nullopt;
    return m_settings.value(QStringLiteral("dark")).toBool();
}

void WindowSettings::setDark(bool dark)
{
    m_settings.setValue(QStringLiteral("dark"), dark);
}

charts::UpDownColors WindowSettings::upDown() const
{
    const QByteArray code = m_settings.value(QStringLiteral("up_down")).toByteArray();
    for (std::size_t i = 0; i < kColorCodes.size(); ++i) {
        if (code == kColorCodes[i])
            return charts::UpDownColors(i);
    }
    return charts::UpDownColors::BlueOrange;
}

void WindowSettings::setUpDown(charts::UpDownColors upDown)
{
    m_settings.setValue(QStringLiteral("up_down"), QString::fromLatin1(kColorCodes[std::size_t(upDown)]));
}

QByteArray WindowSettings::zone() const
{
    return m_settings.value(QStringLiteral("zone")).toString().toLatin1();
}

void WindowSettings::setZone(const QByteArray &zone)
{
    m_settings.setValue(QStringLiteral("zone"), QString::fromLatin1(zone));
}

QByteArray WindowSettings::geometry() const
{
    return m_settings.value(QStringLiteral("geometry")).toByteArray();
}

QByteArray WindowSettings::layout() const
{
    return m_settings.value(QStringLiteral("layout")).toByteArray();
}

void WindowSettings::setPlaces(const QByteArray &geometry, const QByteArray &layout)
{
    m_settings.setValue(QStringLiteral("geometry"), geometry);
    m_settings.setValue(QStringLiteral("layout"), layout);
}

QStringList WindowSettings::recentStores() const
{
    return m_settings.value(QStringLiteral("recent_stores")).toStringList();
}

void WindowSettings::addRecentStore(const QString &path)
{
    QStringList recent = recentStores();
    recent.removeAll(sameFile(path));
    recent.prepend(sameFile(path));
    m_settings.setValue(QStringLiteral("recent_stores"), QStringList(recent.mid(0, kMostRecent)));
}

void WindowSettings::removeRecentStore(const QString &path)
{
    QStringList recent = recentStores();
    recent.removeAll(path);
    recent.removeAll(sameFile(path));
    m_settings.setValue(QStringLiteral("recent_stores"), recent);
}

QJsonObject WindowSettings::storeState(const QString &path) const
{
    return QJsonDocument::fromJson(m_settings.value(stateKey(path)).toString().toUtf8()).object();
}

void WindowSettings::setStoreState(const QString &path, const QJsonObject &state)
{
    m_settings.setValue(stateKey(path), QString::fromUtf8(QJsonDocument(state).toJson(QJsonDocument::Compact)));
}

QJsonObject WindowSettings::exportSettings() const
{
    return QJsonDocument::fromJson(m_settings.value(QStringLiteral("export")).toString().toUtf8()).object();
}

void WindowSettings::setExportSettings(const QJsonObject &settings)
{
    m_settings.setValue(QStringLiteral("export"),
                        QString::fromUtf8(QJsonDocument(settings).toJson(QJsonDocument::Compact)));
}

bool WindowSettings::isHintDismissed(const QString &hint) const
{
    return m_settings.value(QStringLiteral("dismissed_hints")).toStringList().contains(hint);
}

void WindowSettings::dismissHint(const QString &hint)
{
    QStringList hints = m_settings.value(QStringLiteral("dismissed_hints")).toStringList();
    if (hints.contains(hint))
        return;
    hints.append(hint);
    m_settings.setValue(QStringLiteral("dismissed_hints"), hints);
}

void WindowSettings::restoreHints()
{
    m_settings.remove(QStringLiteral("dismissed_hints"));
}

} // namespace tickmark::window
