// SPDX-License-Identifier: GPL-3.0-or-later
#include "CheckTextQuotes.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace tickmark::claimview {

CheckTextQuotes::CheckTextQuotes(const style::Appearance &appearance, QWidget *parent)
    : QWidget(parent), m_appearance(appearance), m_text(new QLabel), m_goBack(new QPushButton)
{
    m_text->setObjectName(QStringLiteral("quotesEnd"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_goBack->setObjectName(QStringLiteral("goBack"));
    m_goBack->setAutoDefault(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text, 1);
    row->addWidget(m_goBack);
    connect(m_goBack, &QPushButton::clicked, this, [this] {
        if (m_end)
            Q_EMIT timeWanted(m_end->close);
    });
    connect(&appearance, &style::Appearance::changed, this, &CheckTextQuotes::refresh);
    refresh();
}

void CheckTextQuotes::setEnd(const std::optional<QuotesEnd> &end)
{
    m_end = end;
    refresh();
}

void CheckTextQuotes::setTimes(core::Time published, core::Time now)
{
    m_published = published;
    m_now = now;
    refresh();
}

void CheckTextQuotes::refresh()
{
    // earlier texts are checked as ever
    const bool isThen = m_end && m_published == m_end->close;
    setVisible(m_end && ((isThen && !m_end->isCurrentAt(m_now)) || !m_end->isCurrentAt(m_published)));
    m_goBack->setVisible(!isThen);
    if (!m_end)
        return;
    const core::Formats &formats = m_appearance.formats();
    const QString day = formats.date(m_end->session);
    m_text->setText(isThen
                        //: %1: a date
                        ? tr("Quotes end on %1: the text is checked as if published then.").arg(day)
                        : tr("Quotes end on %1: numbers about later sessions cannot be checked.").arg(day));
    const core::ZoneRules &zone = m_appearance.zone();
    //: %1: a date, %2: the time of day
    m_goBack->setText(
        tr("Published %1, %2").arg(formats.date(zone.dateAt(m_end->close)), formats.clockTime(m_end->close, zone)));
    m_goBack->setToolTip(tr("Check the text as if it had been published at the end of the last session with quotes"));
}

void CheckTextQuotes::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace tickmark::claimview
