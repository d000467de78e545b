// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QWidget>

#include <style/Appearance.h>

namespace tickmark::style {
class IconButton;
}

namespace tickmark::window {

class WindowSettings;

//! One line that says what a panel shows, until it is dismissed for good. GUI thread.
class HintLine : public QWidget
{
    Q_OBJECT

public:
    //! `key` names it in the settings.
    HintLine(const style::Appearance &appearance, WindowSettings &settings, const QString &key,
             QWidget *parent = nullptr);

    void setText(const QString &text);
    //! Whether what it speaks of is to be seen.
    void setWanted(bool wanted);
    //! Shows it again unless it was dismissed.
    void refresh();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void recolor();
    void retranslate();

    const style::Appearance &m_appearance;
    WindowSettings &m_settings;
    QString m_key;
    bool m_isWanted = true;
    QLabel *m_text;
    style::IconButton *m_close;
};

} // namespace tickmark::window
