// SPDX-License-Identifier: GPL-3.0-or-later
#include "CheckTextOptions.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

namespace tickmark::claimview {

namespace {

constexpr qint64 kNsPerMs = 1'000'000;
constexpr int kAutomatic = 0; // of the languages

} // namespace

CheckTextOptions::CheckTextOptions(const style::Appearance &appearance, core::Time published, QWidget *parent)
    : QWidget(parent),
      m_appearance(appearance),
      m_published(published),
      m_timeLabel(new QLabel),
      m_time(new QDateTimeEdit),
      m_zone(new QLabel),
      m_languageLabel(new QLabel),
      m_language(new QComboBox)
{
    m_time->setObjectName(QStringLiteral("published"));
    m_time->setCalendarPopup(true);
    m_time->setTimeSpec(Qt::UTC); // holds what the window's clock shows: the zone's rules stay ours
    m_timeLabel->setBuddy(m_time);
    m_language->setObjectName(QStringLiteral("language"));
    m_language->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_languageLabel->setBuddy(m_language);
    for (const char *code : {"", "de", "en"}) // as kAutomatic and the names below count them
        m_language->addItem(QString(), QVariant(QString::fromLatin1(code)));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_timeLabel);
    row->addWidget(m_time);
    row->addWidget(m_zone);
    row->addSpacing(12);
    row->addWidget(m_languageLabel);
    row->addWidget(m_language);
    row->addStretch();
    connect(m_time, &QDateTimeEdit::dateTimeChanged, this, &CheckTextOptions::readPublished);
    connect(m_language, &QComboBox::currentIndexChanged, this, &CheckTextOptions::changed);
    connect(&appearance, &style::Appearance::changed, this, &CheckTextOptions::retranslate);
    retranslate();
}

void CheckTextOptions::setPublished(core::Time published)
{
    if (published == m_published)
        return;
    m_published = published;
    showPublished();
    Q_EMIT changed();
}

QString CheckTextOptions::language() const
{
    return m_language->currentData().toString();
}

void CheckTextOptions::setDetected(const std::optional<QString> &language)
{
    m_detected = language;
    const QString found = !language                          ? QString()
                          : *language == QLatin1String("de") ? tr("German")
                          : *language == QLatin1String("en") ? tr("English")
                                                             //: in place of a language: "Automatic (not recognized)"
                                                             : tr("not recognized");
    m_language->setItemText(kAutomatic, found.isEmpty() ? tr("Automatic") : tr("Automatic (%1)").arg(found));
}

void CheckTextOptions::showPublished()
{
    const QSignalBlocker silent(m_time);
    m_time->setDateTime(QDateTime::fromMSecsSinceEpoch(m_appearance.zone().localNs(m_published) / kNsPerMs, Qt::UTC));
    constexpr int kFrame = 44; // of the field, with its arrow
    m_time->setMinimumWidth(m_time->fontMetrics().horizontalAdvance(m_time->text()) + kFrame);
}

void CheckTextOptions::readPublished()
{
    m_published = m_appearance.zone().fromLocalNs(m_time->dateTime().toMSecsSinceEpoch() * kNsPerMs);
    Q_EMIT publishedChosen();
    Q_EMIT changed();
}

void CheckTextOptions::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CheckTextOptions::retranslate()
{
    const bool isGerman = m_appearance.language() == QLatin1String("de");
    m_timeLabel->setText(tr("&Published:"));
    m_time->setAccessibleName(tr("Time of publication"));
    m_time->setToolTip(tr("Dates “on Monday” and the like, and decides which sessions the text can know."));
    {
        const QSignalBlocker silent(m_time); // the text changes, not the time
        m_time->setLocale(m_appearance.formats().locale());
        m_time->setDisplayFormat(isGerman ? QStringLiteral("dd.MM.yyyy HH:mm") : QStringLiteral("d MMM yyyy HH:mm"));
        m_time->setDateTimeRange(QDateTime(QDate(1900, 1, 1), QTime(0, 0), Qt::UTC),
                                 QDateTime(QDate(2100, 12, 31), QTime(23, 59), Qt::UTC));
    }
    showPublished();
    const QString zone = QString::fromLatin1(m_appearance.zone().id()).replace(u'_', u' ');
    m_zone->setText(zone.startsWith(QLatin1String("Etc/")) ? zone.mid(4) : zone); // "UTC", as everywhere else
    m_languageLabel->setText(tr("&Language:"));
    m_language->setAccessibleName(tr("Language of the text"));
    m_language->setItemText(1, tr("German"));
    m_language->setItemText(2, tr("English"));
    setDetected(m_detected);
}

} // namespace tickmark::claimview
