// SPDX-License-Identifier: GPL-3.0-or-later
#include "MergeDialog.h"

#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tickmark::dialogs {

MergeDialog::MergeDialog(const style::Appearance &appearance, const core::Instrument &from,
                         const std::vector<core::Instrument> &others, QWidget *parent)
    : QDialog(parent),
      m_from(from),
      m_others(others),
      m_question(new QLabel),
      m_choice(new QComboBox),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    m_question->setWordWrap(true);
    m_question->setTextFormat(Qt::PlainText);
    m_choice->setEditable(true);
    m_choice->setInsertPolicy(QComboBox::NoInsert);
    m_choice->setObjectName(QStringLiteral("into"));
    for (const core::Instrument &other : others)
        m_choice->addItem(QStringLiteral("%1 – %2").arg(other.symbol, other.displayName(appearance.language())));
    m_choice->completer()->setFilterMode(Qt::MatchContains);
    m_choice->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_choice->setCurrentIndex(-1);
    m_choice->setMinimumContentsLength(32);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_question);
    layout->addWidget(m_choice);
    layout->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &MergeDialog::choose);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_choice, &QComboBox::editTextChanged, this, &MergeDialog::updateButton);
    retranslate();
    updateButton();
    m_choice->setFocus();
}

void MergeDialog::updateButton()
{
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(m_choice->findText(m_choice->currentText()) >= 0);
}

void MergeDialog::choose()
{
    const int position = m_choice->findText(m_choice->currentText());
    if (position < 0)
        return;
    Q_EMIT chosen(m_others[std::size_t(position)]);
    accept();
}

void MergeDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void MergeDialog::retranslate()
{
    setWindowTitle(tr("Merge instruments"));
    m_question->setText(tr("Which instrument takes over the quotes, share counts and names of %1? %1 is then removed. "
                           "Where both have a quote of the same day and source, that of the chosen one stays.")
                            .arg(m_from.symbol));
    m_choice->setAccessibleName(tr("Instrument that stays"));
    m_choice->lineEdit()->setPlaceholderText(tr("Symbol or name"));
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Merge"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
}

} // namespace tickmark::dialogs
