// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChartFeed.h"
#include "DeskRanges.h"
#include "PaneList.h"
#include <charts/StackView.h>
#include <pipeline/LiveStatus.h>

#include <QTimer>
#include <QWidget>

#include <style/Appearance.h>

#include <map>
#include <memory>
#include <optional>
#include <set>

namespace tickmark::desk {

class PaneHead;
class QuoteTips;
class TickFeed;

//! One time axis of the desk: a view of stacked charts, the heads over them, and the reading of their values. Charts are
//! named by the ids of the desk's list. What was read stays drawn until the next answer, so for a moment a chart may
//! lag behind its pane. Owned by the desk; GUI thread.
class DeskStack : public QWidget
{
    Q_OBJECT

public:
    //! What all stacks of a desk have in common.
    struct Shared
    {
        std::optional<core::SessionDate> base;
        charts::TimeMode time = charts::TimeMode::Trading;

        friend bool operator==(const Shared &, const Shared &) = default;
    };

    DeskStack(bool linked, style::Appearance &appearance, QWidget *parent = nullptr);

    void setSession(pipeline::StoreSession *session);
    //! Starts anew with these. The range (nothing: all that there is) is shown as soon as there are values.
    void restore(std::vector<ListedPane> panes, const Shared &shared, const std::optional<DeskRange> &range);
    //! Reads what has not been read yet.
    void setPanes(std::vector<ListedPane> panes);
    void setShared(const Shared &shared);
    //! In place of charts while there are none.
    void setEmptySentence(const QString &sentence);
    //! Reads everything again; view and crosshair stay.
    void reload();
    //! The newest state of a series of ticks, drawn at once where it is drawn at all.
    void setTickSnapshot(qint64 seriesId, const ticks::SnapshotPtr &snapshot);
    //! This series shows the snapshots it is given, whatever the store has of it; nothing: the store again.
    void setReplay(std::optional<qint64> seriesId);

    //! What streams now: badges, gaps that open and are filled, the first trades of an instrument.
    void setLive(std::vector<pipeline::LiveStatus> streams);
    //! Goes near to the newest trades of `symbol` and follows them, at once or with the first that come. `session`: the one
    //! that its exchange has now.
    void comeLive(const QString &symbol, core::SessionDate session);
    //! A stream of a pane's instruments, the one that goes worst; null: none.
    [[nodiscard]] const pipeline::LiveStatus *liveOf(int pane) const;
    //! Draws the ticks of this series.
    [[nodiscard]] bool drawsSeries(qint64 seriesId) const;
    //! The chart shows other quotes of what streams, daily bars say: the newest trades are to be seen elsewhere.
    [[nodiscard]] bool isElsewhere(int pane) const;

    //! Nothing before the first values.
    [[nodiscard]] std::optional<DeskRange> range() const;
    void showChoice(RangeChoice choice);
    [[nodiscard]] std::optional<RangeChoice> currentChoice() const;
    //! Moves the view, at its width, when `time` is out of it or in its outer tenth.
    void reveal(core::Time time);
    void setSelectedHeadlines(std::vector<qint64> ids);

    //! 0: none.
    [[nodiscard]] int activePane() const;
    //! Draws `pane` as the active one, none when it is not here.
    void setActivePane(int pane);
    //! Parts of the height by id of the pane, as dragged by the user; those that are not drawn yet are missing.
    [[nodiscard]] std::map<int, double> weights() const;
    //! Where a head that is let go at this height of the screen would go: before the pane with this index.
    [[nodiscard]] int insertionIndex(QPoint globalPosition) const;
    //! px of this widget; the border above the pane with this index.
    [[nodiscard]] int insertionHeight(int index) const;

    [[nodiscard]] charts::StackView &view() { return *m_view; }
    [[nodiscard]] const charts::StackView &view() const { return *m_view; }
    //! Null before the first values.
    [[nodiscard]] const charts::ChartContent *content() const { return m_values ? &m_values->content : nullptr; }
    //! What is drawn now, with whole sessions as its range; nothing before the first values.
    [[nodiscard]] std::optional<charts::ChartSpec> spec() const;
    //! Index in spec().panes; -1: not drawn.
    [[nodiscard]] int indexOf(int pane) const;
    [[nodiscard]] int paneAt(int index) const; //!< 0: none
    [[nodiscard]] QString nameOf(const QString &symbol) const;
    [[nodiscard]] PaneHead *head(int pane) const;

Q_SIGNALS:
    void chartChanged(); //!< values, spec or time range
    void activated(int pane);
    void menuWanted(int pane, QPoint globalPosition);
    void linkToggled(int pane);
    void closeWanted(int pane);
    void liveWanted(int pane, const QRect &anchor);
    void followWanted(int pane);
    void headDragged(int pane, QPoint globalPosition);
    void headDropped(int pane, QPoint globalPosition);
    //! `pane` is 0 beside all charts.
    void instrumentsDropped(int pane, const QStringList &symbols);
    void weightsChanged();
    void failed(const tickmark::core::Error &error);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectView();
    void ask();
    void take(const charts::ChartValues &values);
    void keepEnd(SessionSpan shown);
    void draw();
    void drawOrAsk();
    [[nodiscard]] charts::ChartSpec specNow() const;
    void showWantedRange();
    void followView();
    void makeHeads();
    void updateHeads();
    void showReadings();
    void placeHeads();
    [[nodiscard]] bool drawsTicks(const DeskPane &pane) const;
    [[nodiscard]] std::optional<int> barMinutes(const DeskPane &pane) const;
    [[nodiscard]] charts::PaneReading told(const DeskPane &pane, charts::PaneReading reading) const;
    [[nodiscard]] QString warningOf(const DeskPane &pane) const;
    [[nodiscard]] std::optional<SessionSpan> sessionsInView() const;
    //! Whether other bars than those that are here, or on the way, belong to a view of these sessions.
    [[nodiscard]] bool needsReading(SessionSpan span) const;
    void sayEmpty();
    void applyLive(charts::ChartContent &content) const;
    void askForFirstTrades();
    void showLiveWish(bool isRead);
    void showLive();
    void followOutages();
    void showOutages();
    void endOutage(qint64 seriesId, core::Time next);
    [[nodiscard]] bool isLeftOut(int pane, const QString &symbol) const;
    [[nodiscard]] bool drawsOther(const ListedPane &pane, const pipeline::LiveStatus &stream) const;
    [[nodiscard]] bool hasTrades(const QString &symbol) const;
    [[nodiscard]] bool isStreamed(qint64 seriesId) const;

    //! Where the view is to go once there are trades.
    struct LiveWish
    {
        QString symbol;
        core::SessionDate session;
    };

    const bool m_linked;
    style::Appearance &m_appearance;
    charts::StackView *m_view;
    ChartFeed *m_feed;
    TickFeed *m_tickFeed;
    QuoteTips *m_tips;
    std::optional<qint64> m_replayed;
    ticks::SnapshotPtr m_replaySnapshot; //!< of m_replayed; null before the first
    std::vector<pipeline::LiveStatus> m_streams;
    std::map<qint64, ticks::SnapshotPtr> m_liveSnapshots; //!< newest of what streams, by series
    std::set<qint64> m_firstAsked;                        //!< series whose first trades were read
    std::map<qint64, core::Time> m_outages;               //!< last trade before its stream was lost, by series
    QTimer m_outageClock;                                 //!< an outage grows
    std::optional<LiveWish> m_liveWish;
    bool m_asksLive = false;         //!< what is on its way is for m_liveWish
    QMetaObject::Connection m_live;  //!< to the session's advancing ticks
    core::Time m_axisAsked;          //!< newest tick for which a longer time axis was asked
    std::vector<ListedPane> m_panes; //!< wanted
    std::vector<int> m_drawn;        //!< ids of the charts in the view
    Shared m_shared;
    QString m_emptySentence;
    std::optional<charts::ChartValues> m_values;
    QString m_language; //!< of the notes in m_values
    std::map<int, PaneHead *> m_heads;
    std::optional<DeskRange> m_wantedRange;
    bool m_rangeWanted = false;                 //!< m_wantedRange waits for values
    std::optional<SessionSpan> m_intradayAsked; //!< sessions whose intraday bars are here or on the way
    std::optional<RangeChoice> m_choice;        //!< the last one shown: two may cover the same sessions
    std::vector<qint64> m_selected;
    int m_active = 0;
};

} // namespace tickmark::desk
