// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Instrument.h>

#include <QFrame>

#include <style/Appearance.h>

#include <vector>

class QLineEdit;
class QListView;

namespace tickmark::desk {

class InstrumentChoices;

//! A pop-up to choose an instrument by typing a part of its symbol or names: Up and Down move in the list, Enter
//! chooses, Esc leaves. Made for one choice; deletes itself when it closes.
class InstrumentPicker : public QFrame
{
    Q_OBJECT

public:
    InstrumentPicker(std::vector<core::Instrument> instruments, const style::Appearance &appearance, QWidget *parent);

    void openAt(QPoint globalPosition);

Q_SIGNALS:
    void chosen(const QString &symbol);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &text);
    void choose();

    InstrumentChoices *m_choices;
    QLineEdit *m_text;
    QListView *m_list;
};

} // namespace tickmark::desk
