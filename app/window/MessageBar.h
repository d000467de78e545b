// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>

#include <QWidget>

#include <style/Appearance.h>

#include <functional>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTimer;

namespace tickmark::style {
class IconButton;
}

namespace tickmark::window {

//! The bar above the charts that says what happened and one next step; details fold out and can be copied. Nothing modal.
//! The newest message stays until it is closed or its step is taken; informations go by themselves. GUI thread.
class MessageBar : public QWidget
{
    Q_OBJECT

public:
    enum class Tone { Information, Error };

    explicit MessageBar(const style::Appearance &appearance, QWidget *parent = nullptr);

    //! `step`: text of the button, empty for none; `take` is called when it is pressed.
    void show(Tone tone, const QString &message, const QString &detail = {}, const QString &step = {},
              std::function<void()> take = {});
    void showError(const core::Error &error, const QString &step = {}, std::function<void()> take = {});
    void clear();
    [[nodiscard]] QString message() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void recolor();

    const style::Appearance &m_appearance;
    Tone m_tone = Tone::Information;
    QLabel *m_message;
    QPushButton *m_step;
    QPushButton *m_fold;
    style::IconButton *m_close;
    QPlainTextEdit *m_detail;
    std::function<void()> m_take;
    QTimer *m_expiry;
};

} // namespace tickmark::window
