// SPDX-License-Identifier: GPL-3.0-or-later
#include "FilterState.h"

#include "Fonts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace tickmark::style {

namespace {

constexpr int kMargin = 12;
constexpr int kBelow = 4;

} // namespace

FilterState::FilterState(const Appearance &appearance, QWidget *parent)
    : QWidget(parent), m_appearance(appearance), m_text(new QLabel), m_clear(new QToolButton)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kMargin, 0, kMargin, kBelow);
    row->addWidget(m_text, 1);
    row->addWidget(m_clear);
    m_text->setFont(textFont(TextRole::Small));
    m_text->setTextFormat(Qt::PlainText);
    m_clear->setFont(textFont(TextRole::Small));
    m_clear->setAutoRaise(true);
    m_clear->setFocusPolicy(Qt::TabFocus);
    connect(m_clear, &QToolButton::clicked, this, &FilterState::clearRequested);
    connect(&appearance, &Appearance::changed, this, &FilterState::recolor);
    recolor();
    retranslate();
}

void FilterState::setText(const QString &text)
{
    m_text->setText(text);
}

void FilterState::retranslate()
{
    m_clear->setText(tr("Clear filter"));
}

void FilterState::recolor()
{
    QPalette link = m_clear->palette();
    link.setColor(QPalette::ButtonText, m_appearance.theme().accent);
    m_clear->setPalette(link);
    QPalette text = m_text->palette();
    text.setColor(QPalette::WindowText, m_appearance.theme().secondary);
    m_text->setPalette(text);
}

void FilterState::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tickmark::style
