// SPDX-License-Identifier: GPL-3.0-or-later
#include "HintLine.h"

#include "WindowSettings.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

#include <style/Fonts.h>
#include <style/IconButton.h>

namespace tickmark::window {

HintLine::HintLine(const style::Appearance &appearance, WindowSettings &settings, const QString &key, QWidget *parent)
    : QWidget(parent),
      m_appearance(appearance),
      m_settings(settings),
      m_key(key),
      m_text(new QLabel),
      m_close(new style::IconButton(style::Sign::Close, appearance))
{
    m_text->setFont(style::textFont(style::TextRole::Small));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(12, 4, 8, 4);
    line->addWidget(m_text, 1);
    line->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_close, &QToolButton::clicked, this, [this] {
        m_settings.dismissHint(m_key);
        hide();
    });
    connect(&appearance, &style::Appearance::changed, this, &HintLine::recolor);
    recolor();
    retranslate();
    refresh();
}

void HintLine::setText(const QString &text)
{
    m_text->setText(text);
}

void HintLine::setWanted(bool wanted)
{
    m_isWanted = wanted;
    refresh();
}

void HintLine::refresh()
{
    setVisible(m_isWanted && !m_settings.isHintDismissed(m_key));
}

void HintLine::paintEvent(QPaintEvent *)
{
    const charts::ChartTheme &theme = m_appearance.theme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.tint);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.border);
}

void HintLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void HintLine::recolor()
{
    QPalette palette = m_text->palette();
    palette.setColor(QPalette::WindowText, m_appearance.theme().text);
    m_text->setPalette(palette);
    update();
}

void HintLine::retranslate()
{
    m_close->setPurpose(tr("Do not show this again"));
}

} // namespace tickmark::window
