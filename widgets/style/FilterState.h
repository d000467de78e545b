// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Appearance.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace tickmark::style {

//! The line below a filter while something is filtered: what is left, and the way back. Hidden and shown by its owner.
//! `appearance` outlives it. GUI thread.
class FilterState : public QWidget
{
    Q_OBJECT

public:
    explicit FilterState(const Appearance &appearance, QWidget *parent = nullptr);

    //! "5 of 27 headlines", in the language of the moment.
    void setText(const QString &text);

Q_SIGNALS:
    void clearRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void recolor();

    const Appearance &m_appearance;
    QLabel *m_text;
    QToolButton *m_clear;
};

} // namespace tickmark::style
