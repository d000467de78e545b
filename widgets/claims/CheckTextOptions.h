// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Time.h>

#include <QWidget>

#include <style/Appearance.h>

#include <optional>

class QComboBox;
class QDateTimeEdit;
class QLabel;

namespace tickmark::claimview {

//! What a text does not say of itself: when it was published, on the clock of the window, and its language. Follows the
//! appearance, which outlives it. GUI thread.
class CheckTextOptions : public QWidget
{
    Q_OBJECT

public:
    CheckTextOptions(const style::Appearance &appearance, core::Time published, QWidget *parent = nullptr);

    void setPublished(core::Time published);
    [[nodiscard]] core::Time published() const { return m_published; }
    //! "de", "en"; empty: to be found by itself.
    [[nodiscard]] QString language() const;
    //! As which the text was read; empty: neither language was recognized; nothing: there is no text.
    void setDetected(const std::optional<QString> &language);

Q_SIGNALS:
    void changed();
    //! By the user; changed() follows.
    void publishedChosen();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showPublished();
    void readPublished();

    const style::Appearance &m_appearance;
    core::Time m_published;
    std::optional<QString> m_detected;
    QLabel *m_timeLabel;
    QDateTimeEdit *m_time;
    QLabel *m_zone;
    QLabel *m_languageLabel;
    QComboBox *m_language;
};

} // namespace tickmark::claimview
