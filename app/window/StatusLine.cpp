// SPDX-License-Identifier: GPL-3.0-or-later
#include "StatusLine.h"

#include "LiveGlance.h"
#include "SourceGlance.h"
#include "ZoneNames.h"
#include <pipeline/WhenDone.h>

#include <QDateTime>
#include <QEvent>
#include <QFileInfo>
#include <QLabel>
#include <QPainter>
#include <QTimeZone>

#include <style/Fonts.h>

#include <algorithm>

namespace tickmark::window {

namespace {

constexpr int kHeight = 24;

//! Of a store, and how far it goes.
struct StoreAge
{
    store::StoreInfo info;
    std::optional<core::Time> lastTrade;
};

core::Result<StoreAge> readAge(store::StoreReader &reader, const std::stop_token &stop)
{
    const auto info = reader.info(stop);
    if (!info)
        return tl::unexpected(info.error());
    StoreAge age{*info, {}};
    if (info->ticks == 0)
        return age;
    const auto spans = reader.seriesSpans(0, stop);
    if (!spans)
        return tl::unexpected(spans.error());
    for (const store::SeriesSpan &span : *spans) {
        if (span.ticks && span.series.kind == core::SeriesKind::Traded)
            age.lastTrade = std::max(age.lastTrade, std::optional(span.ticks->end));
    }
    return age;
}

} // namespace

StatusLine::StatusLine(const style::Appearance &appearance, QWidget *parent)
    : QStatusBar(parent),
      m_appearance(appearance),
      m_store(new QLabel),
      m_content(new QLabel),
      m_access(new QLabel),
      m_live(new LiveGlance(appearance)),
      m_sources(new SourceGlanceButton(appearance)),
      m_frameTimes(new QLabel),
      m_zone(new QLabel),
      m_age(new QLabel)
{
    setFixedHeight(kHeight);
    setSizeGripEnabled(false);
    for (QLabel *label : {m_store, m_content, m_access, m_frameTimes, m_zone, m_age}) {
        label->setFont(style::textFont(style::TextRole::Small));
        label->setTextFormat(Qt::PlainText);
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setContentsMargins(8, 0, 8, 0);
    }
    for (QLabel *label : {m_store, m_content, m_access})
        addWidget(label);
    addPermanentWidget(m_live);
    addPermanentWidget(m_sources);
    m_live->setStreams({}); // adding shows it
    connect(m_live, &QToolButton::clicked, this,
            [this] { Q_EMIT liveWanted(QRect(m_live->mapToGlobal(QPoint()), m_live->size())); });
    m_sources->setGlance({}); // adding shows it
    connect(m_sources, &QToolButton::clicked, this, &StatusLine::sourcesWanted);
    for (QLabel *label : {m_frameTimes, m_zone, m_age})
        addPermanentWidget(label);
    connect(&appearance, &style::Appearance::changed, this, &StatusLine::showTexts);
    showTexts();
}

void StatusLine::setFrameTimes(const std::optional<charts::FrameTimes::Summary> &times)
{
    m_frames = times;
    showTexts();
}

void StatusLine::setSources(const SourceGlance &glance)
{
    m_sources->setGlance(glance);
}

void StatusLine::setLive(const std::vector<pipeline::LiveStatus> &streams)
{
    m_live->setStreams(streams);
    for (const pipeline::LiveStatus &stream : streams)
        m_lastTrade = std::max(m_lastTrade, stream.lastTrade);
    showAge();
}

void StatusLine::setSession(pipeline::StoreSession *session)
{
    m_session = session;
    m_info.reset();
    m_lastTrade.reset();
    if (session) {
        connect(session, &pipeline::StoreSession::changed, this, &StatusLine::reload);
        connect(session, &pipeline::StoreSession::lost, this, &StatusLine::showTexts);
    }
    reload();
    showTexts();
}

void StatusLine::reload()
{
    if (!m_session)
        return;
    pipeline::whenDone(m_session->read(readAge), this,
                       [this, session = m_session](const core::Result<StoreAge> &answer) {
                           if (!answer || session != m_session)
                               return;
                           m_info = answer->info;
                           m_lastTrade = answer->lastTrade; // it may have been taken back
                           showTexts();
                       });
}

void StatusLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showTexts();
    QStatusBar::changeEvent(event);
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_appearance.theme().window);
    painter.fillRect(QRect(0, 0, width(), 1), m_appearance.theme().border);
}

void StatusLine::showTexts()
{
    const core::Formats &formats = m_appearance.formats();
    m_store->setText(m_session ? QFileInfo(m_session->path()).fileName() : tr("No database is open"));
    m_store->setToolTip(m_session ? m_session->path().toHtmlEscaped() : QString());
    QString content;
    if (m_info) {
        // Each part has its own plural.
        content = tr("%1, %2, %3")
                      .arg(tr("%Ln instrument(s)", nullptr, int(m_info->instruments)),
                           tr("%Ln daily bar(s)", nullptr, int(m_info->dailyBars)),
                           tr("%Ln intraday bar(s)", nullptr, int(m_info->intradayBars)));
    }
    if (m_info && m_info->ticks > 0)
        content = tr("%1, %2", "status bar: counts").arg(content, tr("%1 ticks").arg(formats.count(m_info->ticks)));
    m_content->setText(content);
    m_content->setVisible(m_info.has_value());
    const bool readOnly = m_session && !m_session->writer();
    m_access->setText(readOnly ? tr("Read-only") : QString());
    m_access->setToolTip(readOnly && m_session->whyReadOnly() ? m_session->whyReadOnly()->message.toHtmlEscaped()
                                                              : QString());
    m_access->setVisible(readOnly);
    m_live->retranslate();
    m_sources->retranslate();
    m_frameTimes->setText(frameText());
    m_frameTimes->setVisible(m_frames.has_value());
    m_zone->setText(zoneText());
    showAge();
}

//! Of the newest trade where that is later than the last session with a daily bar.
void StatusLine::showAge()
{
    const core::Formats &formats = m_appearance.formats();
    const auto lastSession = m_info ? m_info->lastSession : std::nullopt;
    QString age = lastSession ? tr("Data up to %1").arg(formats.date(*lastSession)) : QString();
    if (m_session && m_lastTrade) {
        const core::Time second{m_lastTrade->ns - m_lastTrade->ns % core::kNsPerSecond};
        const core::SessionDate date = m_appearance.zone().dateAt(second);
        if (!lastSession || *lastSession < date)
            age = tr("Data up to %1, %2", "date, clock time")
                      .arg(formats.date(date), formats.exactClockTime(second, m_appearance.zone()));
    }
    m_age->setText(age);
}

QString StatusLine::frameText() const
{
    if (!m_frames)
        return {};
    if (m_frames->frames == 0)
        return tr("No frame in the last second");
    const core::Formats &formats = m_appearance.formats();
    return tr("Frames of the last second: median %1 ms, worst %2 ms")
        .arg(formats.number(double(m_frames->medianNs) / 1e6, 1), formats.number(double(m_frames->worstNs) / 1e6, 1));
}

QString StatusLine::zoneText() const
{
    const QTimeZone zone(m_appearance.zone().id());
    if (!zone.isValid())
        return tr("Time zone %1").arg(QStringLiteral("UTC"));
    const QString city = zoneName(zone.id());
    const QString standard = zone.displayName(QTimeZone::StandardTime, QTimeZone::ShortName,
                                              m_appearance.formats().locale());
    return standard.isEmpty() || standard == city ? tr("Time zone %1").arg(city)
                                                  : tr("Time zone %1 (%2)").arg(city, standard);
}

} // namespace tickmark::window
