// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChartContent.h"
#include "ChartSpec.h"
#include "ChartStack.h"
#include "HoveredQuote.h"
#include "MeasureBox.h"
#include "MissingTicks.h"
#include "PaneReadings.h"
#include "ScreenMarkers.h"
#include "StackHit.h"
#include "ViewHistory.h"
#include "ViewMotion.h"

#include <QElapsedTimer>
#include <QPixmap>
#include <QRect>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace tickmark::charts {

//! A linked stack of charts on the screen: pan, zoom, crosshair, base, measuring, markers, by mouse and keyboard. Draws
//! from a snapshot (spec and content) and tells what the user does with it; it never reads the store. GUI thread.
//!
//! A change of the view is drawn at the next paint, once however many changes came before; crosshair and measuring are
//! painted over the last picture. Signals that follow the pointer are sent once per turn of the event loop.
//!
//! The heads of the panes are left free (headAreas()): whoever owns the view puts widgets there.
class StackView : public QWidget
{
    Q_OBJECT

public:
    explicit StackView(QWidget *parent = nullptr);
    ~StackView() override;

    //! Draws this from now on. The time range in view, crosshair and selection stay; without a range so far, spec.from to
    //! spec.to is shown. When it cannot be drawn the error is shown in place of the charts, and failed() is emitted.
    void setChart(ChartSpec spec, ChartContent content);
    //! The newest state of a series of ticks that is drawn; others are passed over. Nothing is read again: the view keeps
    //! what it has of the ticks before, and when it follows the newest it moves by whole columns. readingsChanged() comes at
    //! once, so that heads are painted together with the curve.
    void setTickSnapshot(qint64 seriesId, const ticks::SnapshotPtr &snapshot);
    //! Its gaps as they are now; a series that is not drawn is passed over.
    void setTickGaps(qint64 seriesId, const std::vector<core::TimeRange> &gaps);
    //! The stream of the series is interrupted: nothing is known from its last tick up to `until`, which the view follows as
    //! it would a tick. Nothing: it goes on. A series that is not drawn is passed over.
    void setTickOutage(qint64 seriesId, std::optional<core::Time> until);
    //! Ticks that the last picture would have needed; empty while an answer is on its way. Whoever takes them has them
    //! read, hands them to their pages, and says so.
    [[nodiscard]] std::vector<MissingTicks> takeMissingTicks();
    void ticksArrived();
    //! False while the picture is old, or shows ticks in part.
    [[nodiscard]] bool isSettled() const;
    //! Nothing but a sentence in the middle.
    void setMessage(const QString &sentence);
    [[nodiscard]] const ChartSpec &spec() const;

    [[nodiscard]] core::TimeRange viewRange() const;
    void setViewRange(core::TimeRange range); //!< remembered in the history
    void setSessions(core::SessionDate first, core::SessionDate last);
    void fit();                                                                //!< all that there is
    void zoom(double factor, std::optional<core::Time> around = std::nullopt); //!< above 1: nearer
    void panBy(double parts);                                                  //!< of the width of the view
    [[nodiscard]] bool canGoBack() const;
    [[nodiscard]] bool canGoForward() const;
    void goBack();
    void goForward();
    //! The end of the view stays at the newest quote.
    void setFollow(bool follow);
    [[nodiscard]] bool follows() const;

    //! Nothing: no crosshair. Snaps as the mouse does; does not emit crosshairMoved.
    void setCrosshair(std::optional<core::Time> time);
    [[nodiscard]] std::optional<core::Time> crosshair() const;
    //! Moves the crosshair by bars of the first curve.
    void stepCrosshair(int bars);
    void setMeasured(std::optional<core::TimeRange> range);
    [[nodiscard]] std::optional<core::TimeRange> measured() const;

    //! Markers drawn as selected, with a leader through all panes.
    void setSelectedHeadlines(const std::vector<qint64> &ids);

    //! The level of the active claim, in the panes that show its instrument; nothing: none.
    void setClaimedLevel(std::optional<ClaimedLevel> level);
    //! What is told of a headline below it in its marker's tip, a line each; asked when the tip is shown.
    void setHeadlineNotes(HeadlineNotes notes);
    //! What is told of a value that the pointer rests on, see quoteHovered(). Passed over when it has moved on.
    void showQuoteTip(const HoveredQuote &quote, const QString &text);

    //! Parts of the height, one per pane; changed by dragging the border between two.
    [[nodiscard]] const std::vector<double> &paneWeights() const;
    void setPaneWeights(std::vector<double> weights);
    [[nodiscard]] std::vector<QRect> headAreas() const; //!< px of this widget
    [[nodiscard]] std::vector<PaneReading> readings() const;
    [[nodiscard]] int activePane() const;
    void setActivePane(int pane);

Q_SIGNALS:
    void viewRangeChanged(tickmark::core::TimeRange range);
    void historyChanged();
    void followChanged(bool follows);
    void crosshairMoved(std::optional<tickmark::core::Time> time);
    void readingsChanged();
    void ticksMissing();             //!< see takeMissingTicks()
    void painted(qint64 durationNs); //!< a frame, from asking what to draw to its last pixel
    void settled();                  //!< a picture of everything was painted, after one that was not
    void baseDragged(tickmark::core::SessionDate base);
    //! The pointer rests on it: answered by showQuoteTip(), again when more is known.
    void quoteHovered(const tickmark::charts::HoveredQuote &quote);
    void headlinesActivated(const std::vector<qint64> &ids);
    void paneActivated(int pane);
    void paneWeightsChanged();
    void layoutChanged(); //!< headAreas() are others
    void instrumentsDropped(int pane, const QStringList &symbols);
    void contextMenuWanted(int pane, QPoint globalPosition);
    void failed(const tickmark::core::Error &error);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

private:
    //! What the pressed button does.
    enum class Drag { None, Click, Pan, Measure, Base, Border };
    enum Tell : unsigned {
        kView = 1,
        kCrosshair = 2,
        kReadings = 4,
        kLayout = 8,
        kWeights = 16,
        kFailed = 32,
        kTicks = 64,
        kSettled = 128
    };

    // Making the picture
    void changed(); //!< plan and picture are old
    bool ensurePlan() const;
    bool ensureStack() const;
    void ensurePicture();
    void showFirstRange();
    [[nodiscard]] const std::optional<ViewLimits> &limits() const;
    void tell(unsigned what);
    void tellNow();
    void paintSentence(QPainter &painter, const QString &sentence) const;
    void paintOver(QPainter &painter);
    void describe();
    void tellReadings();

    // The view
    [[nodiscard]] AxisRange axisView() const;
    void zoomAround(double factor, qint64 axis);
    //! The session at a place, when its intraday bars may be had.
    [[nodiscard]] std::optional<AxisRange> sessionToEnter(qint64 axis) const;
    void moveTo(AxisRange view, ViewHistory::Step step);
    void showRange(core::TimeRange range);
    void followNewest();
    [[nodiscard]] qint64 axisAt(double px) const;
    //! Where a crosshair under `px` is read: among ticks at the end of its column.
    [[nodiscard]] qint64 readAxisAt(double px) const;
    [[nodiscard]] bool hasAllTicks() const;

    // Crosshair and measuring
    void setStop(std::optional<CrosshairStop> stop, bool byUser);
    void measureTo(const CrosshairStop &stop);
    void clearMeasured();
    void readAgain();
    [[nodiscard]] std::optional<Measurement> measurement() const;
    [[nodiscard]] std::vector<MeasureBox> boxes() const;

    // The pointer
    [[nodiscard]] StackHit hitAt(QPointF position) const;
    void beginDrag(QMouseEvent *event, const StackHit &hit);
    void dragTo(QPointF position);
    void dragBase(QPointF position);
    void dragBorder(double y);
    void hoverAt(QPointF position);
    void activateMarker(std::size_t cluster);
    void showTip(QPoint position);
    void leaveTip(QPointF position);
    void writeTip(const QString &text);
    void stepMarker(int direction);
    bool viewKey(int key, Qt::KeyboardModifiers modifiers);
    bool crosshairKey(int key, Qt::KeyboardModifiers modifiers);

    ChartSpec m_spec;
    ChartContent m_content;
    bool m_hasChart = false;
    QString m_message;
    std::optional<core::TimeRange> m_range;
    ViewHistory m_history;
    QElapsedTimer m_clock;
    bool m_follow = false;
    std::vector<double> m_weights;
    std::vector<qint64> m_selected;
    std::optional<ClaimedLevel> m_claimed;
    HeadlineNotes m_headlineNotes;
    int m_active = 0;

    // What the picture is made from; made anew when asked for after changed().
    mutable std::shared_ptr<const ChartPlan> m_plan;
    mutable bool m_planIsOld = true;
    mutable std::unique_ptr<ChartStack> m_stack; //!< null when there is no room, or nothing to draw
    mutable bool m_stackIsOld = true;
    mutable bool m_pictureIsOld = true;
    mutable StackGutters m_gutters;
    mutable std::optional<core::Error> m_error;
    mutable std::optional<ViewLimits> m_limits;
    mutable std::vector<QRect> m_heads; //!< as told last
    QPixmap m_picture;
    bool m_wasSettled = true;

    std::optional<CrosshairStop> m_stop;
    bool m_stopStays = false; //!< set by keyboard or program: stays when the pointer leaves
    std::optional<std::pair<CrosshairStop, CrosshairStop>> m_measured;
    mutable std::optional<Measurement> m_measurement; //!< of m_measured in this plan
    std::optional<QPointF> m_pointer;
    std::vector<PaneReading> m_readings;

    Drag m_drag = Drag::None;
    QPointF m_pressed;
    AxisRange m_pressedView;
    CrosshairStop m_pressedStop;
    StackHit m_pressedHit;
    std::vector<double> m_pressedWeights;
    int m_marker = -1;                     //!< cluster chosen last by keyboard
    std::optional<HoveredQuote> m_hovered; //!< that the tip is about
    QPoint m_tipPosition;                  //!< px of this widget

    unsigned m_untold = 0;
    QTimer m_teller;
};

} // namespace tickmark::charts
