// SPDX-License-Identifier: GPL-3.0-or-later
// How the form of a source is put together, and its words.
#include "SourceFields.h"
#include "SourceForm.h"
#include "SourceInstrumentsBox.h"
#include "SourceKeyField.h"
#include "WrappedLabel.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QToolButton>

#include <style/Fonts.h>

#include <algorithm>

namespace tickmark::dialogs {

using sources::ProviderKind;

namespace {

constexpr int kHighestPriority = 1000;

QLabel *quietLabel()
{
    auto *label = new WrappedLabel;
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

//! A heading inside a list of choices.
void addHeading(QComboBox &box, const QString &text)
{
    box.addItem(text);
    auto *item = static_cast<QStandardItemModel *>(box.model())->item(box.count() - 1);
    item->setFlags(Qt::NoItemFlags);
    item->setFont(style::textFont(style::TextRole::Title));
}

} // namespace

QLabel *SourceForm::addRow(QWidget *field)
{
    auto *label = new QLabel;
    label->setBuddy(field);
    m_form->addRow(label, field);
    return label;
}

void SourceForm::addNote(SourceField of)
{
    auto *note = new WrappedLabel;
    note->setObjectName(QStringLiteral("problem.%1").arg(int(of)));
    m_form->addRow(QString(), note);
    m_notes.emplace(of, note);
}

void SourceForm::build()
{
    m_form = new QFormLayout(this);
    m_form->setContentsMargins(0, 0, 8, 0);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setLabelAlignment(Qt::AlignLeft);
    m_form->setHorizontalSpacing(16);
    m_providers = new QComboBox;
    m_providers->setObjectName(QStringLiteral("provider"));
    m_providerNote = quietLabel();
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("name"));
    m_address = new SourceAddressField;
    m_key = new SourceKeyField;
    m_choice = new SourceInstrumentsBox(m_appearance);
    m_fileInstrument = new QComboBox;
    m_fileInstrument->setObjectName(QStringLiteral("fileInstrument"));
    m_bars = new SourceBarsField;
    m_since = new SourceSinceField(m_appearance);
    m_language = new QComboBox;
    m_language->setObjectName(QStringLiteral("language"));
    m_profile = new SourceProfileField;
    m_splits = new QComboBox;
    m_splits->setObjectName(QStringLiteral("splits"));
    for (const bool adjusted : {false, true})
        m_splits->addItem(QString(), adjusted);
    m_schedule = new SourceScheduleField;
    m_providersLabel = addRow(m_providers);
    m_form->addRow(QString(), m_providerNote);
    m_nameLabel = addRow(m_name);
    addNote(SourceField::Name);
    m_addressLabel = addRow(m_address);
    addNote(SourceField::Address);
    m_keyLabel = addRow(m_key);
    addNote(SourceField::Key);
    m_choiceLabel = addRow(m_choice);
    addNote(SourceField::Instruments);
    m_fileInstrumentLabel = addRow(m_fileInstrument);
    m_barsLabel = addRow(m_bars);
    addNote(SourceField::Bars);
    m_sinceLabel = addRow(m_since);
    m_languageLabel = addRow(m_language);
    m_profileLabel = addRow(m_profile);
    m_splitsLabel = addRow(m_splits);
    m_scheduleLabel = addRow(m_schedule);
    for (const char *language : {"", "de", "en"})
        m_language->addItem(QString(), QString::fromLatin1(language));
    m_fileInstrument->addItem(QString(), QStringList());
    buildAdvanced();
}

void SourceForm::buildAdvanced()
{
    m_fold = new QToolButton;
    m_fold->setObjectName(QStringLiteral("advanced"));
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setArrowType(Qt::RightArrow);
    m_fold->setAutoRaise(true);
    m_fold->setCheckable(true);
    m_advanced = new QWidget;
    m_advancedForm = new QFormLayout(m_advanced);
    m_advancedForm->setContentsMargins(0, 0, 0, 0);
    m_advancedForm->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_advancedForm->setLabelAlignment(Qt::AlignLeft);
    m_advancedForm->setHorizontalSpacing(16);
    m_mirror = new SourceAddressField;
    m_mirrorLabel = new QLabel;
    m_mirrorNote = new WrappedLabel;
    m_priority = new QSpinBox;
    m_priority->setObjectName(QStringLiteral("priority"));
    m_priority->setRange(-kHighestPriority, kHighestPriority);
    m_priorityLabel = new QLabel;
    m_priorityNote = quietLabel();
    m_mirrorLabel->setBuddy(m_mirror);
    m_priorityLabel->setBuddy(m_priority);
    m_advancedForm->addRow(m_mirrorLabel, m_mirror);
    m_advancedForm->addRow(QString(), m_mirrorNote);
    m_advancedForm->addRow(m_priorityLabel, m_priority);
    m_advancedForm->addRow(QString(), m_priorityNote);
    m_form->addRow(m_fold);
    m_form->addRow(m_advanced);
    m_advanced->hide();
    connect(m_fold, &QToolButton::toggled, this, [this](bool open) {
        m_advanced->setVisible(open);
        m_fold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    });
}

void SourceForm::connectParts()
{
    connect(m_providers, &QComboBox::currentIndexChanged, this, &SourceForm::chooseProvider);
    connect(m_name, &QLineEdit::textChanged, this, [this] { touch(SourceField::Name); });
    connect(m_address, &SourceAddressField::edited, this, [this] { touch(SourceField::Address); });
    connect(m_mirror, &SourceAddressField::edited, this, [this] { touch(SourceField::Address); });
    connect(m_key, &SourceKeyField::edited, this, [this] { touch(SourceField::Key); });
    connect(m_choice, &SourceInstrumentsBox::edited, this, [this] { touch(SourceField::Instruments); });
    connect(m_bars, &SourceBarsField::edited, this, [this] { touch(SourceField::Bars); });
    connect(m_schedule, &SourceScheduleField::edited, this, [this] {
        m_draft.scheduleIsOwn = true;
        Q_EMIT edited();
    });
    connect(m_since, &SourceSinceField::edited, this, &SourceForm::edited);
    connect(m_profile, &SourceProfileField::edited, this, &SourceForm::edited);
    connect(m_splits, &QComboBox::currentIndexChanged, this, &SourceForm::edited);
    connect(m_priority, &QSpinBox::valueChanged, this, &SourceForm::edited);
    connect(m_language, &QComboBox::currentIndexChanged, this, &SourceForm::edited);
    connect(m_fileInstrument, &QComboBox::currentIndexChanged, this, &SourceForm::edited);
    connect(&m_appearance, &style::Appearance::changed, this, [this] {
        retranslate();
        showNotes();
    });
}

//! By what they give, each kind below its heading.
void SourceForm::fillProviders()
{
    const QSignalBlocker blocker(m_providers);
    const QString chosen = m_providers->currentData().toString();
    const std::pair<ProviderKind, QString> kinds[] = {{ProviderKind::Bars, tr("Quotes")},
                                                      {ProviderKind::Trades, tr("Trades")},
                                                      {ProviderKind::News, tr("News")},
                                                      {ProviderKind::File, tr("Files")}};
    const std::vector<sources::ProviderInfo> all = sources::providerList();
    m_providers->clear();
    for (const auto &[kind, heading] : kinds) {
        if (std::ranges::find(all, kind, &sources::ProviderInfo::kind) == all.end())
            continue;
        addHeading(*m_providers, heading);
        for (const sources::ProviderInfo &provider : all) {
            if (provider.kind == kind)
                m_providers->addItem(provider.title, provider.code);
        }
    }
    m_providers->setCurrentIndex(m_providers->findData(chosen));
}

void SourceForm::fillFileInstruments()
{
    const QSignalBlocker blocker(m_fileInstrument);
    while (m_fileInstrument->count() > 1)
        m_fileInstrument->removeItem(1);
    for (const core::Instrument &instrument : m_instruments)
        m_fileInstrument->addItem(instrument.symbol, QStringList{instrument.symbol});
    const QStringList &said = m_draft.setup.symbols; // several, or one that has gone: set up elsewhere
    if (!said.isEmpty() && m_fileInstrument->findData(said) < 0)
        m_fileInstrument->addItem(said.join(QStringLiteral(", ")), said);
    m_fileInstrument->setCurrentIndex(std::max(0, m_fileInstrument->findData(said)));
}

void SourceForm::retranslate()
{
    const std::pair<QLabel *, QString> labels[] = {
        {m_providersLabel, tr("P&rovider:")}, {m_nameLabel, tr("&Name:")},
        {m_addressLabel, tr("A&ddress:")},    {m_keyLabel, tr("&Key:")},
        {m_choiceLabel, tr("&Instruments:")}, {m_fileInstrumentLabel, tr("&Instrument:")},
        {m_barsLabel, tr("&Bars of:")},       {m_sinceLabel, tr("How &far back:")},
        {m_languageLabel, tr("&Language:")},  {m_profileLabel, tr("Format:")},
        {m_splitsLabel, tr("&Prices:")},      {m_scheduleLabel, tr("&When:")},
        {m_mirrorLabel, tr("&Mirror:")},      {m_priorityLabel, tr("Priorit&y:")}};
    for (const auto &[label, text] : labels) {
        label->setText(text);
        if (QWidget *field = label->buddy())
            field->setAccessibleName(QString(text).remove(u'&').remove(u':'));
    }
    int widest = 0; // one column, whatever of it is shown
    for (const auto &[label, text] : labels)
        widest = std::max(widest, label->sizeHint().width());
    for (const auto &[label, text] : labels)
        label->setMinimumWidth(widest);
    fillProviders();
    m_providerNote->setText(providerNote());
    m_address->setName(tr("Address"), QStringLiteral("https://"));
    m_mirror->setName(tr("Mirror"), tr("empty: the provider's own address"));
    m_language->setItemText(0, tr("as the feed says"));
    m_language->setItemText(1, tr("German"));
    m_language->setItemText(2, tr("English"));
    m_splits->setItemText(0, tr("as traded"));
    m_splits->setItemText(1, tr("with past splits in them"));
    m_fileInstrument->setItemText(0, tr("as the file says"));
    m_fold->setText(tr("Advanced"));
    m_priorityNote->setText(tr("Where two sources have a quote for one session, the one with the higher priority is "
                               "shown. The other value is kept."));
    m_address->retranslate();
    m_mirror->retranslate();
    m_key->retranslate();
    m_choice->retranslate();
    m_bars->retranslate();
    m_since->retranslate();
    m_profile->retranslate();
    m_schedule->retranslate();
}

} // namespace tickmark::dialogs
