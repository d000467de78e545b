// SPDX-License-Identifier: GPL-3.0-or-later
#include "Appearance.h"

namespace tickmark::style {

using charts::ChartTheme;
using charts::ThemeName;

Appearance::Appearance(const QString &language, QObject *parent)
    : QObject(parent), m_theme(ChartTheme::named(ThemeName::Light)), m_formats(language)
{}

void Appearance::setDark(bool dark)
{
    if (dark == isDark())
        return;
    m_theme = ChartTheme::named(dark ? ThemeName::Dark : ThemeName::Light, m_upDown);
    Q_EMIT changed();
}

void Appearance::setUpDown(charts::UpDownColors upDown)
{
    if (upDown == m_upDown)
        return;
    m_upDown = upDown;
    m_theme = ChartTheme::named(m_theme.name(), upDown);
    Q_EMIT changed();
}

void Appearance::setLanguage(const QString &language)
{
    if (language == m_formats.language())
        return;
    m_formats = core::Formats(language);
    Q_EMIT changed();
}

bool Appearance::setZone(const QByteArray &ianaId)
{
    if (ianaId == m_zone.id())
        return true;
    auto rules = core::ZoneRules::load(ianaId);
    if (!rules)
        return false;
    m_zone = std::move(*rules);
    Q_EMIT changed();
    return true;
}

} // namespace tickmark::style
