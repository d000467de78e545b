// SPDX-License-Identifier: GPL-3.0-or-later
#include "MessageBar.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>

#include <style/IconButton.h>

#include <chrono>

namespace tickmark::window {

namespace {

constexpr std::chrono::seconds kInformationStays{8};
constexpr int kDetailHeight = 72;
constexpr int kEdge = 3;

} // namespace

MessageBar::MessageBar(const style::Appearance &appearance, QWidget *parent)
    : QWidget(parent),
      m_appearance(appearance),
      m_message(new QLabel),
      m_step(new QPushButton),
      m_fold(new QPushButton),
      m_close(new style::IconButton(style::Sign::Close, appearance)),
      m_detail(new QPlainTextEdit),
      m_expiry(new QTimer(this))
{
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detail->setReadOnly(true);
    m_detail->setFixedHeight(kDetailHeight);
    m_detail->setFrameShape(QFrame::NoFrame);
    m_fold->setCheckable(true);

    auto *line = new QHBoxLayout;
    line->addWidget(m_message, 1);
    line->addWidget(m_fold);
    line->addWidget(m_step);
    line->addWidget(m_close);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(12 + kEdge, 6, 8, 6);
    all->addLayout(line);
    all->addWidget(m_detail);

    m_expiry->setSingleShot(true);
    connect(m_expiry, &QTimer::timeout, this, &MessageBar::expire);
    connect(m_fold, &QPushButton::toggled, m_detail, &QWidget::setVisible);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::clear);
    connect(m_step, &QPushButton::clicked, this, [this] {
        const auto take = std::move(m_shown.take);
        clear();
        if (take)
            take();
    });
    connect(&appearance, &style::Appearance::changed, this, &MessageBar::recolor);
    recolor();
    retranslate();
    hide();
}

void MessageBar::show(Message message)
{
    m_shown = std::move(message);
    if (m_shown.tone == Tone::Error)
        m_standing = m_shown;
    present();
}

void MessageBar::present()
{
    m_message->setText(m_shown.text);
    m_detail->setPlainText(m_shown.detail);
    m_fold->setVisible(!m_shown.detail.isEmpty());
    m_fold->setChecked(false);
    m_detail->hide();
    m_step->setText(m_shown.step);
    m_step->setVisible(!m_shown.step.isEmpty());
    if (m_shown.tone == Tone::Information && m_shown.step.isEmpty())
        m_expiry->start(kInformationStays);
    else
        m_expiry->stop();
    setAccessibleName(m_shown.text);
    QWidget::show();
    update();
    QAccessibleEvent announced(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&announced);
}

void MessageBar::expire()
{
    if (!m_standing) {
        clear();
        return;
    }
    m_shown = *m_standing;
    present();
}

void MessageBar::showError(const core::Error &error, const QString &step, std::function<void()> take)
{
    show({Tone::Error, error.message, error.detail, step, std::move(take)});
}

void MessageBar::clear()
{
    m_expiry->stop();
    m_shown = {};
    m_standing.reset();
    m_message->clear();
    hide();
}

QString MessageBar::message() const
{
    return m_message->text();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    const charts::ChartTheme &theme = m_appearance.theme();
    const QColor edge = m_shown.tone == Tone::Error ? theme.contradicted : theme.accent;
    QPainter painter(this);
    painter.fillRect(rect(), theme.alternate);
    painter.fillRect(QRect(0, 0, kEdge, height()), edge);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.border);
}

void MessageBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void MessageBar::retranslate()
{
    m_fold->setText(tr("Details"));
    m_close->setPurpose(tr("Close this message"));
    m_detail->setAccessibleName(tr("Details of the message"));
}

void MessageBar::recolor()
{
    QPalette palette = m_detail->palette();
    palette.setColor(QPalette::Base, m_appearance.theme().alternate);
    palette.setColor(QPalette::Text, m_appearance.theme().secondary);
    m_detail->setPalette(palette);
    update();
}

} // namespace tickmark::window
