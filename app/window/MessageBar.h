// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>

#include <QWidget>

#include <style/Appearance.h>

#include <functional>
#include <optional>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTimer;

namespace tickmark::style {
class IconButton;
}

namespace tickmark::window {

//! The bar above the charts that says what happened and one next step; details fold out and can be copied. Nothing modal.
//! An error stays until it is closed or its step is taken; an information goes by itself and leaves the error before it.
//! It takes two lines at most, so that the charts keep their room: the whole of a longer text stands with the details.
//! GUI thread.
class MessageBar : public QWidget
{
    Q_OBJECT

public:
    enum class Tone { Information, Error };

    struct Message
    {
        Tone tone = Tone::Information;
        QString text;
        QString detail;
        QString step;                 //!< text of the button, empty for none
        std::function<void()> take{}; //!< called when it is pressed
        //! The same in the language of the moment, where that can be said; without text: it cannot any more.
        std::function<Message()> anew{};
        QString key{}; //!< by which it is withdrawn; empty: never
    };

    explicit MessageBar(const style::Appearance &appearance, QWidget *parent = nullptr);

    void show(Message message);
    void showError(const core::Error &error, const QString &step = {}, std::function<void()> take = {});
    void clear();
    //! What it said has passed: it goes, if it is still there, and what stood before it comes back.
    void withdraw(const QString &key);
    [[nodiscard]] QString message() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void present();
    void putTexts();
    void fitText();
    void expire();
    void retranslate();
    void recolor();

    const style::Appearance &m_appearance;
    Message m_shown;
    std::optional<Message> m_standing; //!< the error that comes back after an information
    QLabel *m_message;
    QPushButton *m_step;
    QPushButton *m_fold;
    style::IconButton *m_close;
    QPlainTextEdit *m_detail;
    QTimer *m_expiry;
};

} // namespace tickmark::window
