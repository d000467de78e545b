// SPDX-License-Identifier: GPL-3.0-or-later
#include "InstrumentEditor.h"

#include <tables/InstrumentModel.h>

#include <QComboBox>
#include <QFontMetrics>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSignalBlocker>

#include <style/Fonts.h>

#include <algorithm>

namespace tickmark::dialogs {

using core::Instrument;
using core::InstrumentKind;
using core::InstrumentNames;

namespace {

constexpr std::array kKinds{InstrumentKind::Stock, InstrumentKind::Index,  InstrumentKind::Etf,
                            InstrumentKind::Fx,    InstrumentKind::Crypto, InstrumentKind::Commodity};
constexpr int kAliasLines = 4;

// Everything that a save would write, to tell edits from none.
QString fingerprint(const Instrument &instrument)
{
    QStringList parts{instrument.symbol, core::kindCode(instrument.kind), instrument.mic, instrument.currency};
    for (const InstrumentNames &names : instrument.names)
        parts += QStringList{names.language, names.name, names.shortName, names.aliases.join(u'\n')};
    return parts.join(QChar(0x1f));
}

} // namespace

InstrumentEditor::InstrumentEditor(const style::Appearance &appearance,
                                   std::shared_ptr<const core::CalendarSet> calendars, QWidget *parent)
    : QWidget(parent),
      m_appearance(appearance),
      m_calendars(std::move(calendars)),
      m_symbolLabel(new QLabel),
      m_symbol(new QLineEdit),
      m_kindLabel(new QLabel),
      m_kind(new QComboBox),
      m_exchangeLabel(new QLabel),
      m_exchange(new QComboBox),
      m_currencyLabel(new QLabel),
      m_currency(new QLineEdit)
{
    m_symbol->setObjectName(QStringLiteral("symbol"));
    m_kind->setObjectName(QStringLiteral("kind"));
    m_exchange->setObjectName(QStringLiteral("exchange"));
    m_currency->setObjectName(QStringLiteral("currency"));
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(m_symbolLabel, m_symbol);
    form->addRow(m_kindLabel, m_kind);
    form->addRow(m_exchangeLabel, m_exchange);
    form->addRow(m_currencyLabel, m_currency);
    m_symbolLabel->setBuddy(m_symbol);
    m_kindLabel->setBuddy(m_kind);
    m_exchangeLabel->setBuddy(m_exchange);
    m_currencyLabel->setBuddy(m_currency);
    addNameFields(form, "de");
    addNameFields(form, "en");
    connect(m_symbol, &QLineEdit::textChanged, this, &InstrumentEditor::edited);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &InstrumentEditor::edited);
    connect(m_exchange, &QComboBox::currentIndexChanged, this, &InstrumentEditor::edited);
    connect(m_currency, &QLineEdit::textChanged, this, &InstrumentEditor::edited);
    retranslate();
    show(Instrument());
}

void InstrumentEditor::addNameFields(QFormLayout *form, const char *language)
{
    NameFields fields{language,   new QLabel,    new QLabel, new QLineEdit,
                      new QLabel, new QLineEdit, new QLabel, new QPlainTextEdit};
    const QString code = QString::fromLatin1(language);
    fields.name->setObjectName(QStringLiteral("name.") + code);
    fields.shortName->setObjectName(QStringLiteral("short.") + code);
    fields.aliases->setObjectName(QStringLiteral("aliases.") + code);
    fields.head->setFont(style::textFont(style::TextRole::Title));
    fields.aliases->setTabChangesFocus(true);
    fields.aliases->setFixedHeight(QFontMetrics(fields.aliases->font()).lineSpacing() * kAliasLines + 12);
    fields.nameLabel->setBuddy(fields.name);
    fields.shortLabel->setBuddy(fields.shortName);
    fields.aliasLabel->setBuddy(fields.aliases);
    form->addRow(fields.head);
    form->addRow(fields.nameLabel, fields.name);
    form->addRow(fields.shortLabel, fields.shortName);
    form->addRow(fields.aliasLabel, fields.aliases);
    connect(fields.name, &QLineEdit::textChanged, this, &InstrumentEditor::edited);
    connect(fields.shortName, &QLineEdit::textChanged, this, &InstrumentEditor::edited);
    connect(fields.aliases, &QPlainTextEdit::textChanged, this, &InstrumentEditor::edited);
    m_names.push_back(fields);
}

void InstrumentEditor::fillChoices()
{
    const QSignalBlocker kindBlocker(m_kind);
    const QSignalBlocker exchangeBlocker(m_exchange);
    const int kind = std::max(m_kind->currentIndex(), 0);
    const QString mic = m_exchange->currentData().toString();
    m_kind->clear();
    for (const InstrumentKind each : kKinds)
        m_kind->addItem(tables::kindName(each), int(each));
    m_kind->setCurrentIndex(kind);
    m_exchange->clear();
    for (const QString &each : m_calendars->mics()) {
        const auto calendar = m_calendars->calendar(each);
        m_exchange->addItem(calendar ? (*calendar)->name(m_appearance.language()) : each, each);
    }
    selectExchange(mic);
}

// An exchange without a calendar stays as it is until another one is chosen. No exchange means around the clock.
void InstrumentEditor::selectExchange(const QString &mic)
{
    const QString code = mic.isEmpty() ? QStringLiteral("24/7") : mic;
    int position = m_exchange->findData(code);
    if (position < 0) {
        m_exchange->addItem(tr("%1 (no trading calendar)", "code of an exchange").arg(code), code);
        position = m_exchange->count() - 1;
    }
    m_exchange->setCurrentIndex(position);
}

void InstrumentEditor::show(const Instrument &instrument)
{
    m_shown = instrument;
    {
        const QSignalBlocker blocker(this);
        m_symbol->setText(instrument.symbol);
        m_kind->setCurrentIndex(m_kind->findData(int(instrument.kind)));
        selectExchange(instrument.mic);
        m_currency->setText(instrument.currency);
        for (const NameFields &fields : m_names) {
            InstrumentNames names;
            for (const InstrumentNames &each : instrument.names) {
                if (each.language == QLatin1String(fields.language))
                    names = each;
            }
            fields.name->setText(names.name);
            fields.shortName->setText(names.shortName);
            fields.aliases->setPlainText(names.aliases.join(u'\n'));
        }
        m_symbol->setCursorPosition(0);
    }
    m_asShown = fingerprint(this->instrument());
    Q_EMIT edited();
}

InstrumentNames InstrumentEditor::namesOf(const NameFields &fields) const
{
    InstrumentNames names;
    names.language = QString::fromLatin1(fields.language);
    names.name = fields.name->text().simplified();
    names.shortName = fields.shortName->text().simplified();
    const QStringList lines = fields.aliases->toPlainText().split(u'\n');
    for (const QString &line : lines) {
        const QString alias = line.simplified();
        if (!alias.isEmpty() && !names.aliases.contains(alias))
            names.aliases += alias;
    }
    return names;
}

Instrument InstrumentEditor::instrument() const
{
    Instrument instrument = m_shown;
    instrument.symbol = m_symbol->text().trimmed();
    instrument.kind = InstrumentKind(m_kind->currentData().toInt());
    const QString mic = m_exchange->currentData().toString();
    // both say "around the clock": what was stored stays
    instrument.mic = m_shown.mic.isEmpty() && m_shown.id != 0 && mic == QLatin1String("24/7") ? QString() : mic;
    instrument.currency = m_currency->text().trimmed().toUpper();
    for (const NameFields &fields : m_names) {
        const InstrumentNames names = namesOf(fields);
        auto own = std::ranges::find(instrument.names, names.language, &InstrumentNames::language);
        const bool isEmpty = names.name.isEmpty() && names.shortName.isEmpty() && names.aliases.isEmpty();
        if (own != instrument.names.end() && isEmpty)
            instrument.names.erase(own);
        else if (own != instrument.names.end())
            *own = names;
        else if (!isEmpty)
            instrument.names.push_back(names);
    }
    return instrument;
}

bool InstrumentEditor::isChanged() const
{
    return fingerprint(instrument()) != m_asShown;
}

QString InstrumentEditor::problem() const
{
    static const QRegularExpression kCurrency(QStringLiteral("^[A-Z]{3}$"));
    const Instrument said = instrument();
    if (said.symbol.isEmpty())
        return tr("An instrument needs a symbol.");
    if (!core::isValidSymbol(said.symbol))
        return tr("A symbol has up to 64 characters, without spaces, commas, semicolons and colons.");
    if (!said.currency.isEmpty() && !kCurrency.match(said.currency).hasMatch())
        return tr("A currency is a code of three letters, such as EUR or USD.");
    return {};
}

void InstrumentEditor::propose(const QString &symbol)
{
    m_symbol->setText(symbol);
}

void InstrumentEditor::setReadOnly(bool readOnly)
{
    m_symbol->setReadOnly(readOnly);
    m_currency->setReadOnly(readOnly);
    m_kind->setEnabled(!readOnly);
    m_exchange->setEnabled(!readOnly);
    for (const NameFields &fields : m_names) {
        fields.name->setReadOnly(readOnly);
        fields.shortName->setReadOnly(readOnly);
        fields.aliases->setReadOnly(readOnly);
    }
}

void InstrumentEditor::focusSymbol()
{
    m_symbol->setFocus();
    m_symbol->selectAll();
}

void InstrumentEditor::retranslate()
{
    m_symbolLabel->setText(tr("&Symbol:"));
    m_kindLabel->setText(tr("&Kind:"));
    m_exchangeLabel->setText(tr("E&xchange:"));
    m_currencyLabel->setText(tr("C&urrency:"));
    for (const NameFields &fields : m_names) {
        const bool german = QLatin1String(fields.language) == QLatin1String("de");
        fields.head->setText(german ? tr("In German") : tr("In English"));
        fields.nameLabel->setText(tr("Name:"));
        fields.shortLabel->setText(tr("Short name:"));
        fields.aliasLabel->setText(tr("Other words for it:"));
        fields.aliases->setPlaceholderText(tr("One word or phrase per line, as it stands in headlines"));
        fields.name->setAccessibleName(german ? tr("German name") : tr("English name"));
        fields.shortName->setAccessibleName(german ? tr("German short name") : tr("English short name"));
        fields.aliases->setAccessibleName(german ? tr("Other German words for it") : tr("Other English words for it"));
    }
    fillChoices();
}

} // namespace tickmark::dialogs
