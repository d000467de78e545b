// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <style/Appearance.h>

#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace tickmark::exportdialog {

//! A line in a dialog that says what is wrong or done, and what can be done now. Hidden while there is nothing to say. GUI
//! thread; `appearance` outlives it.
class ExportNotice : public QFrame
{
    Q_OBJECT

public:
    enum class Tone { Information, Question, Error };

    struct Step
    {
        QString name; //!< of the object, for tests and accessibility
        QString text;
        std::function<void()> take;
    };

    explicit ExportNotice(const style::Appearance &appearance, QWidget *parent = nullptr);

    //! `detail` stands in the tooltip. The first step gets the focus when it is a question.
    void say(Tone tone, const QString &text, const QString &detail = {}, std::vector<Step> steps = {});
    void clear();
    [[nodiscard]] QString text() const;
    [[nodiscard]] Tone tone() const { return m_tone; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const style::Appearance &m_appearance;
    Tone m_tone = Tone::Information;
    QLabel *m_text;
    QHBoxLayout *m_row;
    std::vector<QPushButton *> m_steps;
};

} // namespace tickmark::exportdialog
