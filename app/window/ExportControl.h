// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "WindowSettings.h"
#include <core/Result.h>
#include <pipeline/StoreSession.h>

#include <QObject>
#include <QPointer>

#include <exportdialog/ExportSubject.h>
#include <style/Appearance.h>

class QPrinter;
class QWidget;

namespace tickmark::desk {
class ChartDesk;
}
namespace tickmark::exportdialog {
class ExportBatch;
class ExportDialog;
struct ExportOutcome;
struct ExportSettings;
} // namespace tickmark::exportdialog
namespace tickmark::panels {
class WatchlistPanel;
}

namespace tickmark::window {

//! What leaves the window: files through the export dialog or as the last time, the clipboard, paper. Everything is drawn again
//! for its medium, in the print theme unless the dialog says otherwise. Owned by the window; GUI thread.
class ExportControl : public QObject
{
    Q_OBJECT

public:
    //! All outlive it; `window` is the parent of its dialogs.
    ExportControl(style::Appearance &appearance, WindowSettings &settings, desk::ChartDesk &desk,
                  panels::WatchlistPanel &watchlist, QWidget &window);
    ~ExportControl() override;

    //! Null: no store is open; what is under way is cancelled.
    void setSession(pipeline::StoreSession *session);

    //! `format`: as if it had been chosen there; empty: the one of the last time.
    void openDialog(const QString &format = {});
    //! With the settings of the last time and no question; files that are there stay. Before there was a last time, the dialog.
    void exportAgain();
    //! The active chart as picture, drawing and table.
    void copyChart();
    //! The linked charts, after the system's dialog.
    void print();
    //! The charts or the watchlist have changed.
    void refresh();

Q_SIGNALS:
    void told(const QString &text);
    //! `path`: the file, or one of them.
    void written(const QString &text, const QString &path);
    void failed(const tickmark::core::Error &error);

private:
    [[nodiscard]] exportdialog::ExportSubject subject() const;
    [[nodiscard]] exportdialog::ExportSettings remembered() const;
    void tell(const exportdialog::ExportOutcome &outcome);
    void putOnClipboard(const exportdialog::ExportItem &item);
    void printOn(const std::shared_ptr<QPrinter> &printer);

    style::Appearance &m_appearance;
    WindowSettings &m_settings;
    desk::ChartDesk &m_desk;
    panels::WatchlistPanel &m_watchlist;
    QWidget &m_window;
    QPointer<pipeline::StoreSession> m_session;
    QPointer<exportdialog::ExportDialog> m_dialog;
    QPointer<exportdialog::ExportBatch> m_again;
    QPointer<QObject> m_reading; //!< for clipboard or paper
    int m_copies = 0;            //!< so far: of two that are on their way, the later one stays on the clipboard
    QPointer<QWidget> m_printing;
};

} // namespace tickmark::window
