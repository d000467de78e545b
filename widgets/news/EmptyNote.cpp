// SPDX-License-Identifier: GPL-3.0-or-later
#include "EmptyNote.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <style/Fonts.h>

namespace tickmark::newsview {

EmptyNote::EmptyNote(const style::Appearance &appearance, QWidget *parent)
    : QWidget(parent), m_appearance(appearance), m_sentence(new QLabel), m_action(new QPushButton)
{
    setAutoFillBackground(true);
    m_sentence->setFont(style::textFont(style::TextRole::Sentence));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 32, 24, 24);
    column->setSpacing(12);
    column->addWidget(m_sentence);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch();
    connect(m_action, &QPushButton::clicked, this, &EmptyNote::activated);
    connect(&appearance, &style::Appearance::changed, this, &EmptyNote::recolor);
    recolor();
    setTexts({});
}

void EmptyNote::setTexts(const QString &sentence, const QString &action)
{
    m_sentence->setText(sentence);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
}

QString EmptyNote::sentence() const
{
    return m_sentence->text();
}

void EmptyNote::recolor()
{
    QPalette colors = palette();
    colors.setColor(QPalette::Window, m_appearance.theme().base);
    setPalette(colors);
    QPalette text = m_sentence->palette();
    text.setColor(QPalette::WindowText, m_appearance.theme().secondary);
    m_sentence->setPalette(text);
}

} // namespace tickmark::newsview
