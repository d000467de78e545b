// SPDX-License-Identifier: GPL-3.0-or-later
#include "DockHead.h"

#include "Fonts.h"
#include "IconButton.h"

#include <QDockWidget>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace tickmark::style {

namespace {

constexpr int kHeight = 28;
constexpr int kMargin = 12;
constexpr int kNoteGap = 8;

//! Ends with an ellipsis where there is too little room.
class NoteLabel : public QLabel
{
protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(text(), Qt::ElideRight, width()));
    }
};

} // namespace

DockHead::DockHead(const Appearance &appearance, QDockWidget *dock, QWidget *parent)
    : QWidget(parent), m_appearance(appearance), m_title(new QLabel), m_note(new NoteLabel), m_actions(new QHBoxLayout)
{
    setFixedHeight(kHeight);
    m_title->setFont(textFont(TextRole::Title));
    m_title->setTextFormat(Qt::PlainText);
    m_note->setFont(textFont(TextRole::Normal));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setMinimumWidth(1); // gives way before the title does
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kMargin, 0, kNoteGap, 0);
    row->setSpacing(kNoteGap);
    row->addWidget(m_title);
    row->addWidget(m_note, 1);
    m_actions->setSpacing(4);
    row->addLayout(m_actions);
    if (dock) {
        m_close = new IconButton(Sign::Close, appearance);
        row->addWidget(m_close);
        connect(m_close, &QToolButton::clicked, dock, &QWidget::hide);
    }
    connect(&appearance, &Appearance::changed, this, &DockHead::recolor);
    recolor();
    retranslate();
}

void DockHead::setTitle(const QString &title)
{
    m_title->setText(title);
    retranslate();
}

void DockHead::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setToolTip(note);
}

void DockHead::addWidget(QWidget *widget)
{
    m_actions->addWidget(widget);
}

// A dock asks the title bar for its hints, whatever size it is fixed to.
QSize DockHead::sizeHint() const
{
    return {QWidget::sizeHint().width(), kHeight};
}

QSize DockHead::minimumSizeHint() const
{
    return {QWidget::minimumSizeHint().width(), kHeight};
}

void DockHead::paintEvent(QPaintEvent *)
{
    const charts::ChartTheme &theme = m_appearance.theme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.window);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.border);
}

void DockHead::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void DockHead::retranslate()
{
    if (m_close)
        m_close->setPurpose(tr("Hide “%1”").arg(m_title->text()));
}

void DockHead::recolor()
{
    QPalette palette = m_note->palette();
    palette.setColor(QPalette::WindowText, m_appearance.theme().secondary);
    m_note->setPalette(palette);
    update();
}

} // namespace tickmark::style
