// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charts/ChartSpec.h>
#include <charts/ChartTheme.h>
#include <core/Formats.h>
#include <core/ZoneRules.h>

#include <QObject>

namespace tickmark::style {

//! How the window shows things: light or dark, colours of up and down, language, time zone of clock times. One per
//! program, owned by it, lent to every widget; GUI thread. Widgets that paint or print values connect to changed();
//! texts from tr() follow QEvent::LanguageChange, which reaches widgets before changed() is emitted.
class Appearance : public QObject
{
    Q_OBJECT

public:
    explicit Appearance(const QString &language, QObject *parent = nullptr);

    [[nodiscard]] const charts::ChartTheme &theme() const { return m_theme; }
    [[nodiscard]] bool isDark() const { return m_theme.name() == charts::ThemeName::Dark; }
    [[nodiscard]] charts::UpDownColors upDown() const { return m_upDown; }
    //! "de" or "en".
    [[nodiscard]] const QString &language() const { return m_formats.language(); }
    [[nodiscard]] const core::Formats &formats() const { return m_formats; }
    [[nodiscard]] const core::ZoneRules &zone() const { return m_zone; }

    void setDark(bool dark);
    void setUpDown(charts::UpDownColors upDown);
    void setLanguage(const QString &language);
    //! False, and nothing changes, when the system does not know the zone.
    bool setZone(const QByteArray &ianaId);

Q_SIGNALS:
    void changed();

private:
    charts::UpDownColors m_upDown = charts::UpDownColors::BlueOrange;
    charts::ChartTheme m_theme;
    core::Formats m_formats;
    core::ZoneRules m_zone;
};

} // namespace tickmark::style
