// SPDX-License-Identifier: GPL-3.0-or-later
#include "DateDialog.h"

#include <core/QtDates.h>

#include <QCalendarWidget>
#include <QDialogButtonBox>
#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace tickmark::panels {

DateDialog::DateDialog(const style::Appearance &appearance, core::SessionDate start, QWidget *parent)
    : QDialog(parent),
      m_appearance(appearance),
      m_calendar(new QCalendarWidget),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_calendar);
    layout->addWidget(m_buttons);
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_calendar->setSelectedDate(core::toQDate(start));
    connect(m_calendar, &QCalendarWidget::activated, this, &DateDialog::choose);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &DateDialog::choose);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
    m_calendar->setFocus();
}

void DateDialog::choose()
{
    const QDate day = m_calendar->selectedDate();
    if (const auto date = core::fromQDate(day))
        Q_EMIT chosen(*date);
    accept();
}

void DateDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void DateDialog::retranslate()
{
    setWindowTitle(tr("Closing prices of a day"));
    m_calendar->setAccessibleName(tr("Day"));
    m_calendar->setLocale(m_appearance.formats().locale());
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Show"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
}

} // namespace tickmark::panels
