// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveCard.h"

#include "LiveAdvice.h"
#include <core/WallClock.h>
#include <tables/LiveTexts.h>

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <style/Fonts.h>
#include <style/LiveBadge.h>

namespace tickmark::window {

using core::LiveState;
using style::TextRole;

namespace {

constexpr int kGap = 6;
constexpr int kFactGap = 16;
constexpr int kFactLine = 3;

void setLine(QLabel *label, const QString &text)
{
    if (label->text() != text)
        label->setText(text); // what is marked in it stays marked
    label->setVisible(!text.isEmpty());
}

} // namespace

LiveCard::LiveCard(const style::Appearance &appearance, bool isShort, QWidget *parent)
    : QWidget(parent),
      m_appearance(appearance),
      m_isShort(isShort),
      m_title(addLabel(style::textFont(TextRole::Title))),
      m_source(addLabel(style::textFont(TextRole::Normal))),
      m_state(new style::LiveBadge(appearance)),
      m_error(addLabel(style::textFont(TextRole::Normal))),
      m_advice(addLabel(style::textFont(TextRole::Normal))),
      m_summary(addLabel(style::textFont(TextRole::Normal))),
      m_grid(new QGridLayout),
      m_retry(new QPushButton),
      m_sources(new QPushButton),
      m_stop(new QPushButton)
{
    m_state->setFocusPolicy(Qt::NoFocus);
    m_state->setAttribute(Qt::WA_TransparentForMouseEvents);
    for (QLabel *label : {m_error, m_advice}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_error->setObjectName(QStringLiteral("error"));
    m_advice->setObjectName(QStringLiteral("advice"));
    m_summary->setObjectName(QStringLiteral("summary"));
    auto *head = new QHBoxLayout;
    head->setSpacing(kGap + 2);
    head->addWidget(m_title);
    head->addWidget(m_source);
    head->addStretch(1);
    head->addWidget(m_state);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(kFactGap);
    m_grid->setVerticalSpacing(kFactLine);
    m_grid->setColumnStretch(1, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kGap);
    buttons->addStretch(1);
    for (QPushButton *button : {m_retry, m_sources, m_stop})
        buttons->addWidget(button);
    m_retry->setObjectName(QStringLiteral("retry"));
    m_sources->setObjectName(QStringLiteral("sources"));
    m_stop->setObjectName(QStringLiteral("stop"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    column->addLayout(head);
    column->addWidget(m_error);
    column->addWidget(m_advice);
    column->addWidget(m_summary);
    column->addLayout(m_grid);
    column->addLayout(buttons);
    connect(m_retry, &QPushButton::clicked, this, &LiveCard::retryWanted);
    connect(m_sources, &QPushButton::clicked, this, &LiveCard::sourcesWanted);
    connect(m_stop, &QPushButton::clicked, this, &LiveCard::stopWanted);
}

QLabel *LiveCard::addLabel(const QFont &font)
{
    auto *label = new QLabel(this);
    label->setTextFormat(Qt::PlainText);
    label->setFont(font);
    return label;
}

void LiveCard::colour(QLabel *label, const QColor &color) const
{
    QPalette palette = label->palette();
    if (palette.color(QPalette::WindowText) == color)
        return;
    palette.setColor(QPalette::WindowText, color);
    label->setPalette(palette);
}

void LiveCard::show(const pipeline::LiveStatus &status)
{
    m_status = status;
    const core::Time now = core::wallClock();
    const charts::ChartTheme &theme = m_appearance.theme();
    const LiveState state = tables::liveStateOf(status);
    const bool isBad = state == LiveState::Stopped || state == LiveState::Behind;
    setLine(m_title, status.symbol);
    setLine(m_source, status.source);
    m_state->setState(state, tables::liveText(status, now, m_appearance.formats()),
                      tables::liveText(status, now, m_appearance.formats()));
    setLine(m_error, status.error ? pipeline::liveSentence(status) : QString());
    setLine(m_advice, liveAdvice(status));
    colour(m_error, isBad ? theme.contradicted : theme.text);
    for (QLabel *label : {m_source, m_advice, m_summary})
        colour(label, theme.secondary);
    showFacts(now);
    m_retry->setText(tr("Try now"));
    m_sources->setText(tr("Show the source"));
    m_stop->setText(tr("Stop"));
    m_stop->setAccessibleName(tr("Stop the live stream of %1").arg(status.symbol));
    m_retry->setVisible(state == LiveState::Waiting || state == LiveState::Stopped);
    m_sources->setVisible(state == LiveState::Stopped);
    m_stop->setEnabled(state != LiveState::Ending);
    setAccessibleName(plainText().section(u'\n', 0, 0));
    setAccessibleDescription(plainText().section(u'\n', 1));
}

void LiveCard::showFacts(core::Time now)
{
    const core::Formats &formats = m_appearance.formats();
    if (m_isShort) {
        const int gaps = int(m_status.gaps.size());
        const QString holes = gaps == 0 ? tr("no gaps") : tr("%Ln gap(s)", nullptr, gaps);
        setLine(
            m_summary,
            m_status.phase != pipeline::LivePhase::Live ? holes
            : m_status.latency
                ? tr("%1, %2 to the chart, %3", "trades per second, latency, gaps")
                      .arg(tables::rateText(m_status.perSecond, formats),
                           tables::latencyText(*m_status.latency, formats), holes)
                : tr("%1, %2", "trades per second, gaps").arg(tables::rateText(m_status.perSecond, formats), holes));
        return;
    }
    setLine(m_summary, {});
    const std::vector<tables::LiveFact> facts = tables::liveFacts(m_status, now, formats, m_appearance.zone());
    while (m_facts.size() < facts.size()) {
        const int row = int(m_facts.size());
        QLabel *name = addLabel(style::textFont(TextRole::Normal));
        QLabel *value = addLabel(style::textFont(TextRole::Normal));
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_grid->addWidget(name, row, 0, Qt::AlignTop);
        m_grid->addWidget(value, row, 1, Qt::AlignTop);
        m_facts.emplace_back(name, value);
    }
    for (std::size_t i = 0; i < m_facts.size(); ++i) {
        const tables::LiveFact fact = i < facts.size() ? facts[i] : tables::LiveFact();
        setLine(m_facts[i].first, fact.name);
        setLine(m_facts[i].second, fact.value);
        colour(m_facts[i].first, m_appearance.theme().secondary);
        colour(m_facts[i].second, m_appearance.theme().text);
    }
}

QString LiveCard::plainText() const
{
    QStringList lines{m_title->text() + u' ' + m_source->text() + QStringLiteral(": ") + m_state->text()};
    for (const QLabel *label : {m_error, m_advice, m_summary}) {
        if (!label->text().isEmpty())
            lines += label->text();
    }
    for (const auto &[name, value] : m_facts) {
        if (!name->text().isEmpty())
            lines += name->text() + QStringLiteral(": ") + value->text();
    }
    return lines.join(u'\n');
}

} // namespace tickmark::window
