// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "DeskRanges.h"
#include "DeskStack.h"
#include "DeskState.h"
#include "PaneList.h"
#include <charts/ChartContent.h>
#include <charts/ChartSpec.h>
#include <charts/ScreenMarkers.h>
#include <core/NewsItem.h>
#include <core/Result.h>
#include <store/ClaimTypes.h>

#include <QPointer>
#include <QWidget>

#include <map>
#include <optional>
#include <vector>

class QMenu;
class QSplitter;
class QTimer;

namespace tickmark::desk {

class ChartTableDialog;

//! What an export draws: charts with the sessions in view.
struct ExportRequest
{
    charts::ChartSpec spec;
    charts::ChartContent content;             //!< ticks with pages of their own, none of them read yet
    QPointer<pipeline::StoreSession> session; //!< that ticks are read from
};

//! The charts of the window: the linked stack, and below it one stack for each pane with a time axis of its own. Reads
//! their values from the store session, again when it changes. Owned by the window; GUI thread. Until the store has
//! answered, the charts of before stay.
class ChartDesk : public QWidget
{
    Q_OBJECT

public:
    //! `appearance` outlives the desk.
    explicit ChartDesk(style::Appearance &appearance, QWidget *parent = nullptr);
    ~ChartDesk() override;

    //! Null: a sentence that says what to do. The session outlives the desk or is taken away first.
    void setSession(pipeline::StoreSession *session);

    [[nodiscard]] DeskState state() const;
    void setState(const DeskState &state);

    //! Counted back from the last session in view that has quotes, on the time axis of the active pane.
    void showRange(RangeChoice choice);
    //! What is in view, when it is one of the choices.
    [[nodiscard]] std::optional<RangeChoice> currentRange() const;
    [[nodiscard]] core::TimeRange viewRange() const;
    //! Moves the linked charts, at their width, when `time` is out of view or at its outer tenth.
    void reveal(core::Time time);
    void fit();
    void zoomIn();
    void zoomOut();
    [[nodiscard]] bool canGoBack() const;
    [[nodiscard]] bool canGoForward() const;
    void goBack();
    void goForward();
    //! On the time axis of the active pane.
    void setFollow(bool follow);
    [[nodiscard]] bool follows() const;
    [[nodiscard]] bool linkedFollow() const; //!< the linked charts do
    void setTimeMode(charts::TimeMode mode);
    [[nodiscard]] charts::TimeMode timeMode() const;

    void setBase(std::optional<core::SessionDate> base);
    [[nodiscard]] std::optional<core::SessionDate> base() const;

    //! Of the active pane.
    void setCurve(charts::CurveType curve);
    [[nodiscard]] charts::CurveType curve() const;
    void setScale(std::optional<charts::ValueScale> scale);
    [[nodiscard]] std::optional<charts::ValueScale> scale() const;
    //! Of the active pane's scale, whether it shows prices or percent.
    void setLogarithmic(bool logarithmic);
    [[nodiscard]] bool isLogarithmic() const;
    void addInstrument(const QString &symbol);
    //! In place of the active pane's instruments.
    void showInstrument(const QString &symbol);
    //! A new chart of prices below the linked ones, active.
    void addPane(const QStringList &symbols);
    //! The active pane's values as a table in a window of its own.
    void openTable();

    //! The marker of `item` is drawn as selected (null: none). The view moves there when its time is out of view or at
    //! its outer tenth, and keeps its width.
    void selectHeadline(const core::NewsItem *item);
    //! Where its number lies is drawn in the charts of its instrument; nothing: no active claim.
    void setClaim(const std::optional<store::StoredClaim> &claim);
    //! What the tip of a marker tells below each headline, in the window's language; asked when a tip is shown.
    void setHeadlineNotes(const charts::HeadlineNotes &notes);
    void setCrosshair(std::optional<core::Time> time);

    //! Of the active pane; may be empty.
    [[nodiscard]] QStringList activeSymbols() const;
    //! Shows `symbol` near enough for its ticks, and of this series what setTickSnapshot() of the stacks is given, until the
    //! replay ends. The view follows.
    void beginReplay(const QString &symbol, qint64 seriesId);
    void endReplay();

    //! What streams now, for all charts.
    void setLive(const std::vector<pipeline::LiveStatus> &streams);
    //! Shows the newest trades of `symbol` and follows them, in a chart with a time axis of its own, so that the others stay
    //! where they are: in the one that it has already, else in a new one.
    void showLive(const QString &symbol);

    //! The linked charts, or the active one where none are linked. Nothing while no chart is drawn.
    [[nodiscard]] std::optional<ExportRequest> exportRequest() const;
    //! Every drawn chart by itself, top to bottom, with the range of its own time axis.
    [[nodiscard]] std::vector<ExportRequest> paneRequests() const;
    //! Index of the active chart in paneRequests(); 0 when it is not drawn.
    [[nodiscard]] int activeRequest() const;

Q_SIGNALS:
    void stateChanged();
    void activePaneChanged();
    void viewRangeChanged(tickmark::core::TimeRange range); //!< of the linked charts
    void crosshairMoved(std::optional<tickmark::core::Time> time);
    void headlinesActivated(const std::vector<qint64> &ids);
    void historyChanged();
    //! The menu of a chart with these instruments is about to be shown; entries may be added to it.
    void menuOpening(QMenu *menu, const QStringList &symbols);
    //! The details of what streams into a chart; `anchor` in global px.
    void liveWanted(const QStringList &symbols, const QRect &anchor);
    void barCorrectionWanted(const QString &symbol, tickmark::core::SessionDate session);
    void failed(const tickmark::core::Error &error);
    void painted(qint64 durationNs); //!< one of the stacks, see charts::StackView

protected:
    void changeEvent(QEvent *event) override;

private:
    void connectStack(DeskStack *stack);
    //! Gives every stack its panes, after the list has changed.
    void arrange();
    void shareHeights();
    void setReplay(std::optional<qint64> seriesId);
    void comeNear();
    void setSentences();
    void readInstruments();
    [[nodiscard]] ExportRequest requestOf(const DeskStack &stack, charts::ChartSpec spec) const;
    void share(const DeskStack::Shared &shared);
    [[nodiscard]] int livePaneOf(const QString &symbol);
    void followPane(int pane);
    void showClaim();

    [[nodiscard]] DeskStack *stackOf(int pane) const;
    //! The stack of the active pane; the linked one when there is none.
    [[nodiscard]] DeskStack *activeStack() const;
    [[nodiscard]] const DeskPane *activePane() const;
    void activate(int pane);
    //! Changes one pane and draws it.
    template <typename Change>
    void edit(int pane, Change change);

    void openMenu(int pane, QPoint globalPosition);
    void pickInstrument(int pane, QPoint globalPosition);
    void addInstruments(int pane, const QStringList &symbols);
    void addVolume(int pane);
    void toggleLink(int pane);
    void closePane(int pane);
    void movePane(int pane, int places);
    void openTableOf(int pane);
    void showTables();
    void keepWeights(DeskStack *stack);
    void keepSplitter();
    //! Before which chart of its kind a dragged one would go, and how high that is, in px of the desk.
    struct DropPlace
    {
        int place = 0;
        int y = 0;
    };
    [[nodiscard]] DropPlace dropPlace(int pane, QPoint globalPosition) const;
    void markDropPlace(int pane, QPoint globalPosition);
    void dropHead(int pane, QPoint globalPosition);

    style::Appearance &m_appearance;
    QPointer<pipeline::StoreSession> m_session;
    QSplitter *m_splitter;
    QWidget *m_dropLine; //!< where a dragged chart would go
    DeskStack *m_linked;
    std::map<int, DeskStack *> m_unlinked; //!< by pane
    std::map<int, QPointer<ChartTableDialog>> m_tables;
    QTimer *m_tableDelay; //!< tables follow a pan at its rests
    PaneList m_panes;
    int m_active = 0;
    DeskStack::Shared m_shared;
    std::optional<store::StoredClaim> m_claim; //!< the active one
    charts::HeadlineNotes m_headlineNotes;
    std::optional<qint64> m_replayed; //!< series that is replayed
    std::vector<pipeline::LiveStatus> m_streams;
    bool m_comesNear = false;                    //!< the view is to be near enough for its ticks, once there are values
    std::vector<core::Instrument> m_instruments; //!< of the store, to choose from
};

} // namespace tickmark::desk
