// SPDX-License-Identifier: GPL-3.0-or-later
#include "InstrumentForm.h"

#include "ImportDraft.h"
#include "ImportTexts.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QSignalBlocker>

#include <algorithm>

namespace tickmark::dialogs {

namespace {

constexpr int kIsNewRole = Qt::UserRole + 1;
constexpr core::InstrumentKind kKinds[] = {core::InstrumentKind::Stock,  core::InstrumentKind::Index,
                                           core::InstrumentKind::Etf,    core::InstrumentKind::Fx,
                                           core::InstrumentKind::Crypto, core::InstrumentKind::Commodity};

} // namespace

InstrumentForm::InstrumentForm(const style::Appearance &appearance, QStringList mics, QWidget *parent)
    : QWidget(parent),
      m_appearance(appearance),
      m_mics(std::move(mics)),
      m_choice(new QComboBox(this)),
      m_fields(new QWidget(this)),
      m_symbolLabel(new QLabel(m_fields)),
      m_kindLabel(new QLabel(m_fields)),
      m_marketLabel(new QLabel(m_fields)),
      m_currencyLabel(new QLabel(m_fields)),
      m_symbol(new QLineEdit(m_fields)),
      m_kind(new QComboBox(m_fields)),
      m_market(new QComboBox(m_fields)),
      m_currency(new QLineEdit(m_fields))
{
    m_choice->setObjectName(QStringLiteral("instrumentChoice"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(24);
    m_symbol->setObjectName(QStringLiteral("newSymbol"));
    m_kind->setObjectName(QStringLiteral("newKind"));
    m_market->setObjectName(QStringLiteral("newMarket"));
    m_currency->setObjectName(QStringLiteral("newCurrency"));
    m_symbol->setMaxLength(64);
    m_currency->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[A-Za-z]{3}")), m_currency));

    auto *grid = new QGridLayout(m_fields);
    grid->setContentsMargins(0, 0, 0, 0);
    int row = 0;
    const auto add = [&](QLabel *label, QWidget *field) {
        label->setBuddy(field);
        grid->addWidget(label, row / 2, (row % 2) * 2);
        grid->addWidget(field, row / 2, (row % 2) * 2 + 1);
        ++row;
    };
    add(m_symbolLabel, m_symbol);
    add(m_kindLabel, m_kind);
    add(m_marketLabel, m_market);
    add(m_currencyLabel, m_currency);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_choice);
    column->addWidget(m_fields);
    for (const core::InstrumentKind kind : kKinds)
        m_kind->addItem(QString(), int(kind));
    m_market->addItem(QString(), QString());
    for (const QString &mic : m_mics)
        m_market->addItem(QString(), mic);
    connect(m_choice, &QComboBox::activated, this, &InstrumentForm::onChosen);
    connect(m_symbol, &QLineEdit::editingFinished, this, &InstrumentForm::onEdited);
    connect(m_currency, &QLineEdit::textEdited, this, &InstrumentForm::onEdited);
    connect(m_kind, &QComboBox::activated, this, &InstrumentForm::onEdited);
    connect(m_market, &QComboBox::activated, this, [this] {
        if (const QString currency = currencyOf(m_market->currentData().toString()); !currency.isEmpty())
            m_currency->setText(currency);
        onEdited();
    });
    showNewFields(false);
    retranslate();
}

void InstrumentForm::showNewFields(bool shown)
{
    m_fields->setVisible(shown);
}

void InstrumentForm::show(const std::vector<core::Instrument> &known, const QString &symbol,
                          const std::optional<core::Instrument> &added)
{
    m_known = known;
    if (added)
        m_new = *added;
    fillChoice();
    const QSignalBlocker blocker(m_choice);
    const int index = added ? m_choice->findData(true, kIsNewRole) : m_choice->findData(symbol);
    if (added || !symbol.isEmpty())
        m_choice->setCurrentIndex(index);
    const bool isNew = m_choice->currentData(kIsNewRole).toBool();
    if (added && !m_symbol->hasFocus())
        m_symbol->setText(m_new.symbol);
    if (added && !m_currency->hasFocus())
        m_currency->setText(m_new.currency);
    if (added) {
        m_kind->setCurrentIndex(m_kind->findData(int(m_new.kind)));
        m_market->setCurrentIndex(m_market->findData(m_new.mic));
    }
    showNewFields(isNew);
}

void InstrumentForm::fillChoice()
{
    const QSignalBlocker blocker(m_choice);
    const QVariant chosen = m_choice->currentData();
    const bool wasNew = m_choice->currentData(kIsNewRole).toBool();
    m_choice->clear();
    m_choice->addItem(tr("Choose the instrument…"), QString());
    m_choice->addItem(tr("New instrument…"));
    m_choice->setItemData(1, true, kIsNewRole);
    for (const core::Instrument &instrument : m_known) {
        const QString name = instrument.displayName(m_appearance.language());
        const QString text = name == instrument.symbol ? name : QStringLiteral("%1 – %2").arg(instrument.symbol, name);
        m_choice->addItem(text, instrument.symbol);
    }
    m_choice->setCurrentIndex(wasNew ? 1 : std::max(0, m_choice->findData(chosen)));
}

void InstrumentForm::onChosen()
{
    const bool isNew = m_choice->currentData(kIsNewRole).toBool();
    showNewFields(isNew);
    if (isNew) {
        m_symbol->setFocus();
        onEdited();
    } else {
        Q_EMIT changed(m_choice->currentData().toString(), std::nullopt);
    }
}

void InstrumentForm::onEdited()
{
    const QString symbol = m_symbol->text().trimmed();
    if (symbol != m_new.symbol && m_market->currentData().toString().isEmpty() && m_currency->text().isEmpty()) {
        m_new = suggestedInstrument(symbol);
        m_kind->setCurrentIndex(m_kind->findData(int(m_new.kind)));
        m_market->setCurrentIndex(std::max(0, m_market->findData(m_new.mic)));
        m_currency->setText(m_new.currency);
    }
    m_new.symbol = symbol;
    m_new.kind = core::InstrumentKind(m_kind->currentData().toInt());
    m_new.mic = m_market->currentData().toString();
    const QString currency = m_currency->text().toUpper();
    m_new.currency = currency.size() == 3 ? currency : QString();
    Q_EMIT changed(symbol, m_new);
}

void InstrumentForm::retranslate()
{
    m_choice->setAccessibleName(tr("Instrument of the file"));
    m_symbolLabel->setText(tr("Symbol:"));
    m_kindLabel->setText(tr("Kind:"));
    m_marketLabel->setText(tr("Exchange:"));
    m_currencyLabel->setText(tr("Currency:"));
    m_symbol->setAccessibleName(tr("Symbol"));
    m_kind->setAccessibleName(tr("Kind"));
    m_market->setAccessibleName(tr("Exchange"));
    m_currency->setAccessibleName(tr("Currency, three letters"));
    m_currency->setPlaceholderText(QStringLiteral("EUR"));
    for (int i = 0; i < m_kind->count(); ++i)
        m_kind->setItemText(i, instrumentKindText(core::InstrumentKind(m_kind->itemData(i).toInt())));
    m_market->setItemText(0, tr("Choose…"));
    for (int i = 1; i < m_market->count(); ++i)
        m_market->setItemText(i, marketText(m_market->itemData(i).toString()));
    fillChoice();
}

} // namespace tickmark::dialogs
