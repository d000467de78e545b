// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExportNotice.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>

namespace tickmark::exportdialog {

ExportNotice::ExportNotice(const style::Appearance &appearance, QWidget *parent)
    : QFrame(parent), m_appearance(appearance), m_text(new QLabel), m_row(new QHBoxLayout(this))
{
    m_text->setObjectName(QStringLiteral("notice"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_row->setContentsMargins(12, 6, 8, 6);
    m_row->addWidget(m_text, 1);
    connect(&appearance, &style::Appearance::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void ExportNotice::say(Tone tone, const QString &text, const QString &detail, std::vector<Step> steps)
{
    clear();
    m_tone = tone;
    m_text->setText(text);
    m_text->setToolTip(detail.toHtmlEscaped());
    for (Step &step : steps) {
        auto *button = new QPushButton(step.text);
        button->setObjectName(step.name);
        button->setAutoDefault(true); // Enter takes the one that has the focus
        // After the click: the step may replace this button.
        connect(button, &QPushButton::clicked, this,
                [this, take = std::move(step.take)] { QTimer::singleShot(0, this, take); });
        m_row->addWidget(button);
        m_steps.push_back(button);
    }
    show();
    updateGeometry();
    update();
    if (tone == Tone::Question && !m_steps.empty())
        m_steps.front()->setFocus();
}

void ExportNotice::clear()
{
    for (QPushButton *button : std::exchange(m_steps, {})) {
        button->hide();
        button->setObjectName({});
        button->deleteLater();
    }
    m_text->clear();
    hide();
}

QString ExportNotice::text() const
{
    return m_text->text();
}

void ExportNotice::paintEvent(QPaintEvent *)
{
    const charts::ChartTheme &theme = m_appearance.theme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.tint);
    painter.fillRect(QRect(0, 0, 3, height()), m_tone == Tone::Error ? theme.contradicted : theme.accent);
}

} // namespace tickmark::exportdialog
