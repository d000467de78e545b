// SPDX-License-Identifier: GPL-3.0-or-later
#include "CheckTextSaveDialog.h"

#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace tickmark::claimview {

namespace {

constexpr int kWidth = 460;
constexpr int kLongestField = 300;

} // namespace

CheckTextSaveDialog::CheckTextSaveDialog(const QString &title, const QString &publisher, QWidget *parent)
    : QDialog(parent),
      m_titleLabel(new QLabel),
      m_title(new QLineEdit(title)),
      m_publisherLabel(new QLabel),
      m_publisher(new QLineEdit(publisher)),
      m_note(new QLabel),
      m_save(new QPushButton),
      m_cancel(new QPushButton)
{
    m_title->setObjectName(QStringLiteral("title"));
    m_title->setMaxLength(kLongestField);
    m_title->setCursorPosition(0);
    m_publisher->setObjectName(QStringLiteral("publisher"));
    m_publisher->setMaxLength(kLongestField);
    m_titleLabel->setBuddy(m_title);
    m_publisherLabel->setBuddy(m_publisher);
    m_note->setWordWrap(true);
    m_save->setObjectName(QStringLiteral("save"));
    m_save->setDefault(true);
    m_cancel->setAutoDefault(false);
    auto *form = new QFormLayout;
    form->addRow(m_titleLabel, m_title);
    form->addRow(m_publisherLabel, m_publisher);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_save);
    buttons->addWidget(m_cancel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 10);
    column->addLayout(form);
    column->addWidget(m_note);
    column->addLayout(buttons);
    connect(m_title, &QLineEdit::textChanged, this, &CheckTextSaveDialog::updateButtons);
    connect(m_publisher, &QLineEdit::textChanged, this, &CheckTextSaveDialog::updateButtons);
    connect(m_save, &QPushButton::clicked, this, &CheckTextSaveDialog::choose);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    retranslate();
    updateButtons();
    resize(kWidth, sizeHint().height());
}

void CheckTextSaveDialog::updateButtons()
{
    m_save->setEnabled(!m_title->text().trimmed().isEmpty() && !m_publisher->text().trimmed().isEmpty());
}

void CheckTextSaveDialog::choose()
{
    Q_EMIT chosen(m_title->text().trimmed(), m_publisher->text().trimmed());
    accept();
}

void CheckTextSaveDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CheckTextSaveDialog::retranslate()
{
    setWindowTitle(tr("Save as news item"));
    m_titleLabel->setText(tr("&Headline:"));
    m_publisherLabel->setText(tr("&Publisher:"));
    m_note->setText(tr("Of a long text an excerpt is kept: its beginning and the sentences with numbers that were "
                       "checked. It can be undone under Imports."));
    m_save->setText(tr("Save"));
    m_cancel->setText(tr("Cancel"));
}

} // namespace tickmark::claimview
