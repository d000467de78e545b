// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charts/StackView.h>
#include <core/LiveState.h>

#include <QWidget>

#include <style/Appearance.h>

class QHBoxLayout;

#include <optional>

namespace tickmark::style {
class IconButton;
class LiveBadge;
} // namespace tickmark::style

namespace tickmark::desk {

//! The head of one chart, 28 high: title, note, at the right the date and the values at the crosshair, then the buttons.
//! Shows what it is given; where it is narrow the note goes first, then the names of the values, then the date. Dragged
//! with the mouse it moves its chart. Owned by the stack whose chart it belongs to.
class PaneHead : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kHeight = 28;

    //! `pane` is the chart's id.
    PaneHead(int pane, const style::Appearance &appearance, QWidget *parent);

    [[nodiscard]] int pane() const { return m_pane; }
    void setReading(const charts::PaneReading &reading);
    [[nodiscard]] const charts::PaneReading &reading() const { return m_reading; }
    //! A sentence that stands before the note: what could not be drawn.
    void setWarning(const QString &warning);
    [[nodiscard]] const QString &warning() const { return m_warning; }
    void setLinked(bool linked);
    void setActive(bool active);
    //! What streams into the chart: state, word and the lines of its tip; nothing: none.
    void setLive(std::optional<core::LiveState> state, const QString &word = {}, const QString &tip = {});
    //! The chart has left the newest trade: a button leads back to it.
    void setFollowOffered(bool offered);
    //! Its buttons come after `before`; the last of them.
    QWidget *followInTabOrder(QWidget *before);

Q_SIGNALS:
    void activated(int pane);
    void menuWanted(int pane, QPoint globalPosition);
    void linkToggled(int pane);
    void closeWanted(int pane);
    void liveWanted(int pane, const QRect &anchor); //!< the details of its badge; global px
    void followWanted(int pane);
    //! While it is dragged, and when it is let go.
    void dragged(int pane, QPoint globalPosition);
    void dropped(int pane, QPoint globalPosition);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    //! What there is room for.
    struct Fit
    {
        QString title;
        QString note;
        bool samples = true; //!< of the curves' colours
        bool names = true;
        bool when = true;
        qsizetype shown = 0; //!< curves whose values are written
        double readingsLeft = 0;
    };
    [[nodiscard]] Fit fit() const;
    [[nodiscard]] double readingsWidth(const Fit &fit) const;
    [[nodiscard]] QString restText(const Fit &fit) const;
    [[nodiscard]] double curveWidth(const charts::CurveReading &curve, const Fit &fit) const;
    void paintReadings(QPainter &painter, const Fit &fit) const;
    //! px, of the first of its buttons.
    [[nodiscard]] int buttonsLeft() const;
    void retranslate();

    const int m_pane;
    const style::Appearance &m_appearance;
    charts::PaneReading m_reading;
    QString m_warning;
    bool m_linked = true;
    bool m_active = false;
    bool m_dragging = false;
    QPoint m_pressed;
    style::LiveBadge *m_live;
    style::IconButton *m_follow;
    style::IconButton *m_link;
    style::IconButton *m_more;
    style::IconButton *m_close;
};

} // namespace tickmark::desk
