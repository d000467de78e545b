// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <style/Appearance.h>

class QLabel;
class QPushButton;

namespace tickmark::newsview {

//! What stands where nothing is to be shown: a sentence that says what to do next, and a button that does it.
class EmptyNote : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyNote(const style::Appearance &appearance, QWidget *parent = nullptr);

    //! An empty `action`: no button.
    void setTexts(const QString &sentence, const QString &action = {});
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void activated();

private:
    void recolor();

    const style::Appearance &m_appearance;
    QLabel *m_sentence;
    QPushButton *m_action;
};

} // namespace tickmark::newsview
