// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Time.h>

#include <QDialog>

#include <style/Appearance.h>

class QCalendarWidget;
class QDialogButtonBox;

namespace tickmark::panels {

//! Asks for the day whose closing prices are to be shown. Not modal when shown with open().
class DateDialog : public QDialog
{
    Q_OBJECT

public:
    DateDialog(const style::Appearance &appearance, core::SessionDate start, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(tickmark::core::SessionDate date);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void choose();

    const style::Appearance &m_appearance;
    QCalendarWidget *m_calendar;
    QDialogButtonBox *m_buttons;
};

} // namespace tickmark::panels
