// SPDX-License-Identifier: GPL-3.0-or-later
#include "RangeBox.h"

#include <core/QtDates.h>

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

namespace tickmark::reportview {

namespace {

constexpr int kDateRoom = 8; // between a date and its arrow

} // namespace

RangeBox::RangeBox(const style::Appearance &appearance, QWidget *parent)
    : QWidget(parent),
      m_appearance(appearance),
      m_choice(new QComboBox),
      m_from(new QDateEdit),
      m_between(new QLabel),
      m_to(new QDateEdit)
{
    for (int i = 0; i < 3; ++i)
        m_choice->addItem(QString());
    m_choice->setObjectName(QStringLiteral("range"));
    m_from->setObjectName(QStringLiteral("from"));
    m_to->setObjectName(QStringLiteral("to"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_choice, 1);
    row->addWidget(m_from);
    row->addWidget(m_between);
    row->addWidget(m_to);
    for (QDateEdit *edit : {m_from, m_to}) {
        edit->setCalendarPopup(true);
        connect(edit, &QDateEdit::dateChanged, this, &RangeBox::dated);
    }
    connect(m_choice, &QComboBox::activated, this, &RangeBox::chosen);
}

QWidget *RangeBox::firstField() const
{
    return m_choice;
}

void RangeBox::retranslate()
{
    m_choice->setItemText(int(RangeChoice::InView), tr("Sessions in view"));
    m_choice->setItemText(int(RangeChoice::Whole), tr("Everything stored"));
    m_choice->setItemText(int(RangeChoice::Own), tr("Other dates"));
    m_choice->setAccessibleName(tr("Range of the report"));
    m_from->setAccessibleName(tr("First session"));
    m_to->setAccessibleName(tr("Last session"));
    m_between->setText(tr("to", "between two dates"));
    const bool isGerman = m_appearance.language() == u"de";
    for (QDateEdit *edit : {m_from, m_to}) {
        edit->setLocale(m_appearance.formats().locale());
        edit->setDisplayFormat(isGerman ? QStringLiteral("dd.MM.yyyy") : QStringLiteral("d MMM yyyy"));
        edit->setMinimumWidth(edit->sizeHint().width() + kDateRoom);
    }
}

void RangeBox::setInView(const Range &range)
{
    m_inView = range;
    showDates();
}

void RangeBox::setStored(const std::optional<Range> &range)
{
    m_stored = range;
    showDates();
}

void RangeBox::choose(RangeChoice choice, const std::optional<Range> &own)
{
    m_choice->setCurrentIndex(int(choice));
    if (choice == RangeChoice::Own && own) {
        const QSignalBlocker noFrom(m_from);
        const QSignalBlocker noTo(m_to);
        m_from->setDate(core::toQDate(own->first));
        m_to->setDate(core::toQDate(own->second));
    }
    showDates();
}

RangeChoice RangeBox::choice() const
{
    return RangeChoice(m_choice->currentIndex());
}

void RangeBox::showDates()
{
    if (choice() == RangeChoice::Own)
        return;
    const std::optional<Range> shown = choice() == RangeChoice::InView ? std::optional(m_inView) : m_stored;
    if (!shown)
        return;
    const QSignalBlocker noFrom(m_from);
    const QSignalBlocker noTo(m_to);
    m_from->setDate(core::toQDate(shown->first));
    m_to->setDate(core::toQDate(shown->second));
}

std::optional<RangeBox::Range> RangeBox::range() const
{
    if (choice() == RangeChoice::InView)
        return m_inView;
    if (choice() == RangeChoice::Whole)
        return m_stored;
    const auto from = core::fromQDate(m_from->date());
    const auto to = core::fromQDate(m_to->date());
    return from && to && *from <= *to ? std::optional(Range{*from, *to}) : std::nullopt;
}

QString RangeBox::complaint() const
{
    if (range())
        return {};
    return choice() == RangeChoice::Own ? tr("The range ends before it begins.")
                                        : tr("Nothing is stored of these instruments.");
}

void RangeBox::focusDates()
{
    m_from->setFocus(Qt::OtherFocusReason);
}

void RangeBox::chosen()
{
    showDates();
    if (choice() == RangeChoice::Own)
        focusDates();
    Q_EMIT edited();
}

void RangeBox::dated()
{
    m_choice->setCurrentIndex(int(RangeChoice::Own));
    Q_EMIT edited();
}

} // namespace tickmark::reportview
