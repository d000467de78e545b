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
constexpr int kMostLines = 2;

//! As much of the text as goes into the lines, up to a whole letter.
QString cutToLines(const QString &text, const QFontMetrics &metrics, int width)
{
    const auto fits = [&](const QString &part) {
        const QRect room(0, 0, width, metrics.lineSpacing() * kMostLines);
        return metrics.boundingRect(room, Qt::TextWordWrap, part).height() <= room.height();
    };
    if (fits(text))
        return text;
    const QChar ellipsis(0x2026);
    qsizetype most = 0; // letters that fit
    for (qsizetype tooMany = text.size(); tooMany - most > 1;) {
        const qsizetype middle = (most + tooMany) / 2;
        (fits(text.first(middle).trimmed() + ellipsis) ? most : tooMany) = middle;
    }
    return text.first(most).trimmed() + ellipsis;
}

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
    putTexts();
    m_fold->setChecked(false);
    m_detail->hide();
    m_step->setVisible(!m_shown.step.isEmpty());
    if (m_shown.tone == Tone::Information && m_shown.step.isEmpty())
        m_expiry->start(kInformationStays);
    else
        m_expiry->stop();
    QWidget::show();
    update();
    QAccessibleEvent announced(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&announced);
}

void MessageBar::putTexts()
{
    m_step->setText(m_shown.step);
    setAccessibleName(m_shown.text);
    fitText();
}

void MessageBar::fitText()
{
    const auto room = [this](bool withFold) {
        int taken = 0;
        for (const QWidget *beside :
             {static_cast<QWidget *>(m_close), static_cast<QWidget *>(m_fold), static_cast<QWidget *>(m_step)}) {
            const bool isThere = beside == m_fold ? withFold : beside == m_step ? !m_shown.step.isEmpty() : true;
            taken += isThere ? beside->sizeHint().width() + layout()->spacing() : 0;
        }
        return contentsRect().width() - layout()->contentsMargins().left() - layout()->contentsMargins().right()
               - taken;
    };
    const bool hasDetail = !m_shown.detail.isEmpty();
    QString text = cutToLines(m_shown.text, m_message->fontMetrics(), room(hasDetail));
    const bool isCut = text != m_shown.text;
    if (isCut && !hasDetail)
        text = cutToLines(m_shown.text, m_message->fontMetrics(), room(true));
    m_message->setText(text);
    const QString detail = !isCut ? m_shown.detail : hasDetail ? m_shown.text + u'\n' + m_shown.detail : m_shown.text;
    if (detail != m_detail->toPlainText())
        m_detail->setPlainText(detail);
    m_fold->setVisible(!detail.isEmpty());
    if (detail.isEmpty())
        m_fold->setChecked(false);
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
    putTexts();
    hide();
}

void MessageBar::withdraw(const QString &key)
{
    if (m_standing && m_standing->key == key)
        m_standing.reset();
    if (m_shown.key == key)
        expire();
}

QString MessageBar::message() const
{
    return m_shown.text;
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

void MessageBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitText();
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
    const auto sayAnew = [](Message &message) {
        const Message now = message.anew ? message.anew() : Message();
        if (now.text.isEmpty())
            return;
        message.text = now.text;
        message.detail = now.detail;
        message.step = now.step;
    };
    sayAnew(m_shown);
    if (m_standing)
        sayAnew(*m_standing);
    putTexts();
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
