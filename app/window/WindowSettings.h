// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charts/ChartSpec.h>

#include <QByteArray>
#include <QJsonObject>
#include <QSettings>
#include <QStringList>

#include <optional>

namespace tickmark::window {

//! What the window remembers from one start to the next, in the user's configuration folder. Values of a store (charts,
//! panels) are kept by the store's path. One per window, GUI thread; written at once, to the disk by QSettings in its time.
class WindowSettings
{
public:
    static constexpr int kMostRecent = 10;

    WindowSettings();

    //! Nothing before it was chosen.
    [[nodiscard]] std::optional<QString> language() const;
    void setLanguage(const QString &language);
    [[nodiscard]] std::optional<bool> dark() const;
    void setDark(bool dark);
    [[nodiscard]] charts::UpDownColors upDown() const;
    void setUpDown(charts::UpDownColors upDown);
    [[nodiscard]] QByteArray zone() const; //!< IANA id, empty: that of the machine
    void setZone(const QByteArray &zone);

    [[nodiscard]] QByteArray geometry() const;
    [[nodiscard]] QByteArray layout() const; //!< QMainWindow::saveState()
    void setPlaces(const QByteArray &geometry, const QByteArray &layout);

    //! Newest first; the first is the one to open next time.
    [[nodiscard]] QStringList recentStores() const;
    void addRecentStore(const QString &path);
    void removeRecentStore(const QString &path);

    //! Charts and panels as they were left with that store; empty when it was never open here.
    [[nodiscard]] QJsonObject storeState(const QString &path) const;
    void setStoreState(const QString &path, const QJsonObject &state);

    //! As the export dialog was used last; empty before. See exportdialog::ExportSettings.
    [[nodiscard]] QJsonObject exportSettings() const;
    void setExportSettings(const QJsonObject &settings);

    [[nodiscard]] bool isHintDismissed(const QString &hint) const;
    void dismissHint(const QString &hint);
    void restoreHints();

private:
    QSettings m_settings;
};

} // namespace tickmark::window
