// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Time.h>
#include <pipeline/Replay.h>

#include <QWidget>

#include <style/Appearance.h>

class QComboBox;
class QLabel;
class QSlider;

namespace tickmark::style {
class IconButton;
}

namespace tickmark::panels {

//! The controls of a replay: what is played, play and pause, a slider over the whole history, the time of the market,
//! speed, and an end. Owns no replay: shows the state that it is given and says what the user wants. GUI thread.
class ReplayBar : public QWidget
{
    Q_OBJECT

public:
    //! `appearance` outlives the bar.
    explicit ReplayBar(const style::Appearance &appearance, QWidget *parent = nullptr);

    void setSymbol(const QString &symbol);
    void setState(const pipeline::ReplayState &state);

Q_SIGNALS:
    void playWanted();
    void pauseWanted();
    void seekWanted(tickmark::core::Time time);
    void speedWanted(double speed);
    void endWanted();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void toggle();
    void showState();
    void showSpeeds();
    void retranslate();
    void recolor();
    [[nodiscard]] core::Time timeAt(int place) const;
    [[nodiscard]] int placeOf(core::Time time) const;

    const style::Appearance &m_appearance;
    QString m_symbol;
    pipeline::ReplayState m_state;
    QLabel *m_title;
    style::IconButton *m_toggle;
    QSlider *m_slider;
    QLabel *m_time;
    QComboBox *m_speed;
    style::IconButton *m_close;
};

} // namespace tickmark::panels
