// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ClaimControl.h"
#include "LiveRuns.h"
#include "LiveWatch.h"
#include "StoreInstance.h"
#include "WindowActions.h"
#include "WindowSettings.h"
#include <charts/ChartSpec.h>
#include <core/CalendarSet.h>
#include <core/Result.h>
#include <pipeline/StoreSession.h>

#include <QMainWindow>
#include <QPointer>
#include <QTimer>

#include <desk/DeskState.h>
#include <style/Appearance.h>

#include <memory>
#include <optional>

class QAction;
class QDockWidget;
class QMenu;
class QStackedWidget;

namespace tickmark::claimview {
class CheckTextDialog;
class ClaimsPanel;
class CompareView;
} // namespace tickmark::claimview
namespace tickmark::desk {
class ChartDesk;
}
namespace tickmark::dialogs {
class ImportDialog;
class ImportsDialog;
class InstrumentsDialog;
} // namespace tickmark::dialogs
namespace tickmark::newsview {
class ExcerptView;
class HeadlinePanel;
} // namespace tickmark::newsview
namespace tickmark::reportview {
class ReportDialog;
struct ReportScene;
} // namespace tickmark::reportview
namespace tickmark::panels {
class QualityPanel;
class ReplayBar;
class WatchlistPanel;
} // namespace tickmark::panels

namespace tickmark::window {

class ExportControl;
class HintLine;
class LanguageTexts;
class LiveControl;
class LivePopup;
class MessageBar;
class ReplayControl;
class SearchField;
class SourceControl;
class SourceWatch;
class StatusLine;
class ToolRow;

//! The window: charts in the middle, watchlist left, headlines and excerpt right. It owns the store session and carries
//! what one part says to the others: instrument to chart, marker to headline, view to lists. It keeps no values itself.
//! GUI thread; everything that reads or writes a file happens elsewhere.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    //! All outlive the window. `live`: what makes its live streams.
    MainWindow(style::Appearance &appearance, WindowSettings &settings, LanguageTexts &texts,
               std::shared_ptr<const core::CalendarSet> calendars, MakeLiveRuns live = liveStreams());
    ~MainWindow() override;

    //! Opens another store in place of the present one, which stays when that fails.
    void openStore(const QString &path);
    //! The user's own store, with the sample case when there is none yet.
    void openOwnStore();
    //! What to show in place of what the store was left with: the sessions around `at`, and these instruments.
    void setWish(std::optional<core::SessionDate> at, const QStringList &symbols);
    void importFiles(const QStringList &paths);
    //! Plays the stored ticks of an instrument as if they came in now; `from` nothing: from the first one on.
    void replay(const QString &symbol, std::optional<core::Time> from, double speed);

    [[nodiscard]] pipeline::StoreSession *session() const { return m_session.get(); }
    [[nodiscard]] const WindowActions &actions() const { return *m_actions; }
    [[nodiscard]] desk::ChartDesk &desk() const { return *m_desk; }
    [[nodiscard]] newsview::HeadlinePanel &headlines() const { return *m_headlines; }
    [[nodiscard]] newsview::ExcerptView &excerpt() const { return *m_excerpt; }
    [[nodiscard]] ClaimControl &claims() const { return *m_claims; }
    [[nodiscard]] claimview::ClaimsPanel &claimTable() const { return *m_claimTable; }
    [[nodiscard]] panels::QualityPanel &quality() const { return *m_quality; }
    [[nodiscard]] claimview::CompareView &comparison() const { return *m_comparison; }
    [[nodiscard]] panels::WatchlistPanel &watchlist() const { return *m_watchlist; }
    [[nodiscard]] MessageBar &messages() const { return *m_messages; }
    [[nodiscard]] SearchField &search() const { return *m_search; }
    [[nodiscard]] SourceControl &sources() const { return *m_sources; }
    [[nodiscard]] LiveControl &live() const { return *m_live; }

Q_SIGNALS:
    //! The store is open and its charts have been asked for.
    void storeOpened();
    void storeFailed();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildCentre();
    void buildDocks();
    QDockWidget *addDock(const char *name, Qt::DockWidgetArea area, QWidget *content, HintLine *hint);
    void placeDocks();
    void placeComparison();
    void exchangeDocks(bool isComparing);
    void makeRoom();
    void narrowNews();
    void openBelow(QDockWidget &dock);
    void connectStore();
    void connectView();
    void connectChart();
    void connectNews();
    void connectPanels();
    void connectTicks();
    void connectClaims();
    void connectClaimViews();
    void connectQuality();
    void connectSources();
    void connectExports();
    void connectLive();
    void connectReport();
    void restore();
    void retranslate();

    void setClaimSession(pipeline::StoreSession *session);
    void showActiveClaim(const store::StoredClaim *claim);
    void lookAtClaim(const store::ClaimKey &key);
    void showClaimOnChart(const store::ClaimKey &key);
    void compareClaim(const store::ClaimKey &key);
    void showHeadline(qint64 newsId);
    void tellExported(const QString &path);
    //! Where the file is that was written, with a step to its folder.
    void tellWritten(const QString &text, const QString &path);
    void showMiddle(Command command);
    void checkText();
    void showQuality();
    void showQuotes(const QString &symbol, core::SessionDate session);

    void showLive();
    [[nodiscard]] QString liveSymbol() const;
    void updateLiveAction();
    void toggleLive();
    void startLive(const QString &symbol, qint64 sourceId);
    void offerSource(const QString &provider, const QString &symbol);
    void showSource(qint64 sourceId);
    void addLiveMenu(QMenu *menu, const QStringList &symbols);
    void fillLiveMenu();
    void tellTrouble(LiveWatch::Trouble trouble);

    void takeSession(std::shared_ptr<pipeline::StoreSession> session);
    void loadDesk();
    void applyWish(desk::DeskState &state) const;
    void leaveSession();
    void saveStoreState();
    void fail(const core::Error &error);
    void fillRecentStores();
    void fillZones();
    void fillBaseMenu();
    void chooseBase();
    void tellViewRange();
    void updateActions();
    void setLanguage(const QString &language);
    void chooseStore();
    void newStore();
    void openSample();
    [[nodiscard]] std::optional<reportview::ReportScene> reportScene() const;
    void showReport();
    dialogs::ImportDialog *importDialog();
    void showImports();
    dialogs::InstrumentsDialog *instrumentsDialog();
    //! `seriesId` 0: of the quotes that the charts show.
    void correctBar(const QString &symbol, core::SessionDate session, qint64 seriesId);
    void pickInstrument(bool newChart);
    void lookAt(const QString &symbol);
    void goToSearch();
    void filterFocusedList();
    void showShortcuts();
    void about();
    void comeToFront();

    style::Appearance &m_appearance;
    WindowSettings &m_settings;
    LanguageTexts &m_texts;
    std::shared_ptr<const core::CalendarSet> m_calendars;
    std::shared_ptr<pipeline::StoreSession> m_session;
    StoreInstance m_instance;
    std::optional<core::SessionDate> m_wishedDate;
    QStringList m_wishedSymbols;

    WindowActions *m_actions;
    ToolRow *m_tools;
    SearchField *m_search;
    StatusLine *m_status;
    MessageBar *m_messages;
    ClaimControl *m_claims;
    SourceControl *m_sources;
    SourceWatch *m_sourceWatch;
    LiveControl *m_live;
    LiveWatch *m_liveWatch;
    LivePopup *m_livePopup;
    desk::ChartDesk *m_desk;
    claimview::CompareView *m_comparison;
    QStackedWidget *m_middle;
    panels::ReplayBar *m_replayBar;
    ReplayControl *m_replay;
    ExportControl *m_exports = nullptr; //!< once there are panels
    panels::WatchlistPanel *m_watchlist;
    newsview::HeadlinePanel *m_headlines;
    newsview::ExcerptView *m_excerpt;
    claimview::ClaimsPanel *m_claimTable;
    panels::QualityPanel *m_quality;
    QDockWidget *m_watchlistDock;
    QDockWidget *m_headlinesDock;
    QDockWidget *m_excerptDock;
    QDockWidget *m_claimsDock;
    QDockWidget *m_qualityDock;
    QDockWidget *m_sumDock;
    QDockWidget *m_rulesDock;
    std::vector<QDockWidget *> m_hiddenForRoom;
    std::vector<QDockWidget *> m_waiting; //!< for the other middle, charts or comparison
    QTimer m_viewDelay;                   //!< of the lists, while the linked charts follow
    bool m_isComparisonPlaced = false;
    QAction *m_comparisonTools = nullptr; //!< shown in the tool bar while claims are compared
    std::vector<HintLine *> m_hints;
    QPointer<dialogs::ImportDialog> m_import;
    QPointer<dialogs::ImportsDialog> m_imports;
    QPointer<dialogs::InstrumentsDialog> m_instruments;
    QPointer<claimview::CheckTextDialog> m_checkText;
    QPointer<reportview::ReportDialog> m_report;
};

} // namespace tickmark::window
