// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>
#include <core/Time.h>
#include <pipeline/LiveStatus.h>
#include <pipeline/StoreSession.h>

#include <QJsonObject>
#include <QPointer>
#include <QStringList>
#include <QWidget>

#include <style/Appearance.h>

#include <optional>
#include <vector>

class QAction;
class QDockWidget;
class QLabel;
class QMenu;
class QStackedLayout;
class QPushButton;

namespace tickmark::style {
class DockHead;
}

namespace tickmark::tables {
class WatchlistModel;
}

namespace tickmark::panels {

class CloseButton;
class WatchlistHeader;
class WatchlistView;

//! Which close the list shows.
enum class WatchClose { Latest, Crosshair, Headline, Date };

//! The watchlist: instruments in groups with a small curve, the close of one session and its change. Shows and tells; it
//! changes nothing in the store. GUI thread. Where it stands in a dock, head() is the dock's title bar.
class WatchlistPanel : public QWidget
{
    Q_OBJECT

public:
    //! `dock` gets the panel's head as title bar; null: the head stands on top of the panel.
    WatchlistPanel(style::Appearance &appearance, QDockWidget *dock, QWidget *parent = nullptr);
    ~WatchlistPanel() override;

    //! Null: no store. Lent; let go when it is destroyed.
    void setSession(pipeline::StoreSession *session);
    //! What the charts show: the small curves cover it.
    void setViewRange(core::TimeRange range);
    //! The session under the crosshair, when the list follows it.
    void setCrosshair(std::optional<core::Time> time);
    //! When the selected headline was published, when the list follows it.
    void setHeadlineTime(std::optional<core::Time> time);
    //! What streams now: badges, prices and changes of these rows.
    void setLive(const std::vector<pipeline::LiveStatus> &streams);
    void setClose(WatchClose close);
    [[nodiscard]] WatchClose shownClose() const { return m_close; }
    //! Shows the closes of this session and stays there (WatchClose::Date).
    void showDate(core::SessionDate date);
    //! Makes it the current row; false when the list does not have it (yet: it is then selected once it is loaded).
    bool select(const QString &symbol);
    [[nodiscard]] QStringList selectedSymbols() const;

    [[nodiscard]] QJsonObject saveState() const;
    void restoreState(const QJsonObject &state);

    [[nodiscard]] tables::WatchlistModel &model() { return *m_model; }

Q_SIGNALS:
    void instrumentActivated(const QString &symbol); //!< show it in the charts
    void instrumentAddWanted(const QString &symbol); //!< into the active pane
    void newPaneWanted(const QStringList &symbols);  //!< a pane of its own for them
    void headlinesWanted(const QString &symbol);     //!< only those that mention it
    void editWanted(const QString &symbol);
    void removeWanted(const QString &symbol);
    void newInstrumentWanted(); //!< from the empty list
    void importWanted();        //!< from the empty list
    //! The menu of these rows is about to be shown; entries may be added to it.
    void menuOpening(QMenu *menu, const QStringList &symbols);
    void failed(const tickmark::core::Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildHead(QDockWidget *dock);
    void buildPages();
    void buildRowActions();
    QAction *addRowAction(const QKeySequence &key, void (WatchlistPanel::*action)());
    void tellActivated();
    void tellAdd();
    void tellNewPane();
    void tellHeadlines();
    void tellEdit();
    void tellRemove();
    void connectAll();
    void retranslate();
    void reformat();
    void applyRequest();
    void showNote();
    void showState();
    void askForDate();
    void showContextMenu(QPoint position);
    void listLoaded();
    [[nodiscard]] std::optional<core::SessionDate> wantedDate() const;

    style::Appearance &m_appearance;
    tables::WatchlistModel *m_model;
    style::DockHead *m_head;
    CloseButton *m_note;
    QMenu *m_menu;
    WatchlistHeader *m_columns;
    WatchlistView *m_view;
    QStackedLayout *m_pages;
    QWidget *m_empty;
    QLabel *m_emptyText;
    QPushButton *m_emptyAdd;
    QPushButton *m_emptyImport;
    std::vector<QAction *> m_closeActions; //!< by WatchClose
    std::vector<QAction *> m_orderActions; //!< by tables::WatchOrder
    std::vector<QAction *> m_rowActions;   //!< of the context menu, in its order
    QPointer<pipeline::StoreSession> m_session;
    WatchClose m_close = WatchClose::Latest;
    std::optional<core::SessionDate> m_date; //!< chosen by the user
    std::optional<core::Time> m_crosshair;
    std::optional<core::Time> m_headline;
    std::optional<core::TimeRange> m_range;
    QString m_pendingSymbol; //!< to be selected once it is there
};

} // namespace tickmark::panels
