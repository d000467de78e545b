// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceForm.h"

#include "ImportTexts.h"
#include "SourceFields.h"
#include "SourceInstrumentsBox.h"
#include "SourceKeyField.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace tickmark::dialogs {

using core::Instrument;
using sources::ProviderInfo;
using sources::ProviderKind;

SourceForm::SourceForm(const style::Appearance &appearance, QStringList taken, QWidget *parent)
    : QWidget(parent), m_appearance(appearance), m_taken(std::move(taken))
{
    build();
    connectParts();
    retranslate();
}

void SourceForm::show(const SourceDraft &draft, bool isNew)
{
    m_isFilling = true;
    m_draft = draft;
    const store::SourceSetup &setup = draft.setup;
    m_provider = sources::providerInfo(setup.provider).value_or(ProviderInfo{setup.provider, setup.provider});
    m_providers->setEnabled(isNew);
    m_providers->setCurrentIndex(m_providers->findData(setup.provider));
    m_name->setText(setup.name);
    m_address->set(setup.address, setup.plainHttpAllowed);
    m_mirror->set(setup.address, setup.plainHttpAllowed);
    m_key->setStored(draft.keyIsStored);
    m_since->set(setup.since);
    m_language->setCurrentIndex(std::max(0, m_language->findData(setup.language)));
    m_profile->set(setup.profile);
    m_splits->setCurrentIndex(m_splits->findData(setup.splitsAdjusted));
    m_schedule->set(setup.schedule, setup.isEnabled);
    m_priority->setValue(setup.priority);
    m_choice->show(draft, m_instruments);
    fillFileInstruments();
    showProvider();
    m_fold->setChecked(setup.priority != 0 || (!setup.address.isEmpty() && !m_provider.needsAddress));
    m_isFilling = false;
}

void SourceForm::setInstruments(std::vector<Instrument> instruments)
{
    const SourceDraft said = draft();
    m_instruments = std::move(instruments);
    m_hasInstruments = true;
    m_choice->show(said, m_instruments);
    m_draft = said;
    fillFileInstruments();
    showNotes();
}

void SourceForm::setKeyStored(bool stored)
{
    m_draft.keyIsStored = stored;
    m_key->setStored(stored);
    showNotes();
}

void SourceForm::setKeyLasting(bool lasting)
{
    m_key->setLasting(lasting);
}

QByteArray SourceForm::key() const
{
    return m_provider.needsKey ? m_key->key() : QByteArray();
}

SourceDraft SourceForm::draft() const
{
    SourceDraft draft = m_draft;
    store::SourceSetup &setup = draft.setup;
    const SourceAddressField &address = m_provider.needsAddress ? *m_address : *m_mirror;
    setup.name = m_name->text();
    setup.provider = m_provider.code;
    setup.address = address.address();
    setup.plainHttpAllowed = address.isPlainHttpAllowed();
    setup.since = m_since->value();
    setup.language = m_language->currentData().toString();
    setup.profile = m_profile->value();
    setup.splitsAdjusted = m_splits->currentData().toBool();
    setup.schedule = m_schedule->value();
    setup.isEnabled = m_schedule->isRunByItself();
    setup.priority = m_priority->value();
    draft.keyIsTyped = !key().isEmpty();
    if (m_provider.kind == ProviderKind::Bars)
        setup.intervals = m_bars->value();
    if (m_provider.perInstrument) {
        m_choice->read(draft);
    } else if (m_provider.kind == ProviderKind::File) {
        setup.symbols = m_fileInstrument->currentData().toStringList();
        draft.onlyChosen = !setup.symbols.isEmpty();
    }
    return draft;
}

std::vector<SourceProblem> SourceForm::problems() const
{
    std::vector<SourceProblem> problems = problemsOf(draft(), m_provider, m_instruments, m_taken);
    if (!m_hasInstruments) // not read yet
        std::erase_if(problems, [](const SourceProblem &one) { return one.field == SourceField::Instruments; });
    return problems;
}

bool SourceForm::complain()
{
    m_touched = {SourceField::Name, SourceField::Address, SourceField::Instruments, SourceField::Bars,
                 SourceField::Key};
    showNotes();
    const std::vector<SourceProblem> wrong = problems();
    if (wrong.empty())
        return true;
    if (wrong.front().field == SourceField::Address && !m_provider.needsAddress)
        m_fold->setChecked(true);
    fieldOf(wrong.front().field)->setFocus();
    return false;
}

QWidget *SourceForm::fieldOf(SourceField field) const
{
    switch (field) {
    case SourceField::Address:
        return m_provider.needsAddress ? m_address : m_mirror;
    case SourceField::Instruments:
        return m_choice;
    case SourceField::Bars:
        return m_bars;
    case SourceField::Key:
        return m_key;
    case SourceField::Name:
        break;
    }
    return m_name;
}

void SourceForm::touch(SourceField field)
{
    if (m_isFilling)
        return;
    m_touched.insert(field);
    if (field == SourceField::Name)
        m_draft.nameIsTyped = !m_name->text().isEmpty();
    if (field == SourceField::Address && !m_draft.nameIsTyped) {
        const QSignalBlocker blocker(m_name);
        m_name->setText(proposedName(m_provider, draft().setup.address, m_taken));
    }
    showNotes();
    Q_EMIT edited();
}

void SourceForm::showNotes()
{
    std::map<SourceField, QString> sentences;
    for (const SourceProblem &problem : problems()) {
        if (m_touched.contains(problem.field))
            sentences.emplace(problem.field, problem.sentence);
    }
    const auto show = [&](QLabel *note, SourceField field, bool fits) {
        const auto sentence = sentences.find(field);
        const bool said = fits && sentence != sentences.end();
        note->setText(said ? sentence->second : QString());
        note->setVisible(said);
        QPalette palette = note->palette();
        palette.setColor(QPalette::WindowText, m_appearance.theme().contradicted);
        note->setPalette(palette);
    };
    for (const auto &[field, note] : m_notes) {
        const bool fits = field != SourceField::Address || m_provider.needsAddress;
        show(note, field, fits);
        m_form->setRowVisible(note, !note->text().isEmpty());
    }
    show(m_mirrorNote, SourceField::Address, !m_provider.needsAddress);
}

void SourceForm::chooseProvider()
{
    const auto chosen = sources::providerInfo(m_providers->currentData().toString());
    if (m_isFilling || !chosen)
        return;
    SourceDraft said = draft();
    m_touched.clear();
    changeProvider(said, *chosen, m_taken);
    show(said, true);
    Q_EMIT edited();
}

//! Only what this provider has a use for.
void SourceForm::showProvider()
{
    m_providerNote->setText(providerNote());
    const bool ofBars = m_provider.kind == ProviderKind::Bars;
    const bool ofNews = m_provider.kind == ProviderKind::News;
    const bool ofFile = m_provider.kind == ProviderKind::File;
    m_form->setRowVisible(m_address, m_provider.needsAddress);
    m_form->setRowVisible(m_key, m_provider.needsKey);
    m_form->setRowVisible(m_choice, m_provider.perInstrument);
    m_form->setRowVisible(m_fileInstrument, ofFile);
    m_form->setRowVisible(m_bars, ofBars);
    m_form->setRowVisible(m_since, m_provider.perInstrument);
    m_since->setKind(m_provider.kind);
    m_form->setRowVisible(m_language, ofNews);
    m_form->setRowVisible(m_profile, ofFile);
    m_form->setRowVisible(m_splits, ofFile);
    m_advancedForm->setRowVisible(m_mirror, !m_provider.needsAddress);
    for (QWidget *widget : {static_cast<QWidget *>(m_priority), static_cast<QWidget *>(m_priorityNote)})
        m_advancedForm->setRowVisible(widget, !ofNews);
    m_fold->setVisible(!m_provider.needsAddress || !ofNews);
    m_bars->set(barChoices(m_draft.setup), m_draft.setup.intervals);
    m_choice->setProvider(m_provider.code);
    showNotes();
}

QString SourceForm::providerNote() const
{
    QString gives;
    switch (m_provider.kind) {
    case ProviderKind::Bars: {
        QStringList lengths;
        store::SourceSetup usual;
        usual.provider = m_provider.code;
        for (const qint64 interval : barChoices(usual))
            lengths += intervalText(interval);
        gives = tr("Gives bars: %1.").arg(lengths.join(QStringLiteral(", ")));
        break;
    }
    case ProviderKind::Trades:
        gives = tr("Gives trades.");
        break;
    case ProviderKind::News:
        gives = m_provider.perInstrument ? tr("Gives headlines about each instrument.") : tr("Gives headlines.");
        break;
    case ProviderKind::File:
        gives = tr("Gives bars or ticks out of a table on the web.");
        break;
    }
    return tr("%1 %2", "two sentences")
        .arg(gives, m_provider.needsKey ? tr("Needs a key of the provider.") : tr("Needs no key."));
}

} // namespace tickmark::dialogs
