// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceKeyField.h"

#include "WrappedLabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tickmark::dialogs {

SourceKeyField::SourceKeyField(QWidget *parent)
    : QWidget(parent), m_edit(new QLineEdit), m_change(new QPushButton), m_place(new WrappedLabel)
{
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setObjectName(QStringLiteral("key"));
    m_change->setObjectName(QStringLiteral("changeKey"));
    m_change->setAutoDefault(false);
    m_place->setForegroundRole(QPalette::PlaceholderText);
    m_place->setObjectName(QStringLiteral("keyPlace"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_edit, 1);
    row->addWidget(m_place, 1);
    row->addWidget(m_change);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    setFocusPolicy(Qt::TabFocus); // or the mnemonic of its label goes nowhere
    connect(m_edit, &QLineEdit::textChanged, this, &SourceKeyField::edited);
    connect(m_change, &QPushButton::clicked, this, [this] {
        m_isChanging = true;
        showTexts();
        m_edit->setFocus();
    });
    showTexts();
}

void SourceKeyField::setStored(bool stored)
{
    m_isStored = stored;
    showTexts();
}

void SourceKeyField::setLasting(bool lasting)
{
    m_isLasting = lasting;
    showTexts();
}

QByteArray SourceKeyField::key() const
{
    return m_edit->text().trimmed().toUtf8();
}

void SourceKeyField::showTexts()
{
    const bool typing = !m_isStored || m_isChanging;
    m_edit->setVisible(typing);
    m_change->setVisible(!typing);
    setFocusProxy(typing ? static_cast<QWidget *>(m_edit) : m_change);
    if (typing)
        m_place->setText(m_isLasting ? tr("will be kept in the keychain")
                                     : tr("kept for this run only: this system has no keychain"));
    else
        m_place->setText(m_isLasting ? tr("A key is in the keychain.") : tr("A key is kept for this run."));
    m_edit->setPlaceholderText(m_isStored ? tr("empty: the key stays as it is") : QString());
}

void SourceKeyField::retranslate()
{
    m_change->setText(tr("C&hange…"));
    m_edit->setAccessibleName(tr("Key"));
    showTexts();
}

} // namespace tickmark::dialogs
