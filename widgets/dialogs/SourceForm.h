// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SourceDraft.h"

#include <QWidget>

#include <style/Appearance.h>

#include <map>
#include <set>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;
class QToolButton;

namespace tickmark::dialogs {

class SourceAddressField;
class SourceBarsField;
class SourceInstrumentsBox;
class SourceKeyField;
class SourceProfileField;
class SourceScheduleField;
class SourceSinceField;

//! Everything that can be said of one source. Shows only what its provider has a use for; what is wrong or missing stands
//! below its field, once it was touched or complain() was called. Knows no store. Owned by its dialog. GUI thread.
class SourceForm : public QWidget
{
    Q_OBJECT

public:
    //! `taken`: names of the other sources.
    SourceForm(const style::Appearance &appearance, QStringList taken, QWidget *parent = nullptr);

    //! `isNew`: the provider can be chosen.
    void show(const SourceDraft &draft, bool isNew);
    void setInstruments(std::vector<core::Instrument> instruments);
    void setKeyStored(bool stored);
    void setKeyLasting(bool lasting);

    [[nodiscard]] SourceDraft draft() const;
    [[nodiscard]] const sources::ProviderInfo &provider() const { return m_provider; }
    //! Typed now; empty: none.
    [[nodiscard]] QByteArray key() const;
    //! Says all that is wrong and goes to the first of it; false when there is something.
    bool complain();
    void retranslate();

Q_SIGNALS:
    void edited();

private:
    void build();
    void buildAdvanced();
    void connectParts();
    QLabel *addRow(QWidget *field);
    void addNote(SourceField of);
    void fillProviders();
    void fillFileInstruments();
    void chooseProvider();
    void showProvider();
    void showNotes();
    void touch(SourceField field);
    [[nodiscard]] std::vector<SourceProblem> problems() const;
    [[nodiscard]] QString providerNote() const;
    [[nodiscard]] QWidget *fieldOf(SourceField field) const;

    const style::Appearance &m_appearance;
    QStringList m_taken;
    std::vector<core::Instrument> m_instruments;
    bool m_hasInstruments = false; //!< the store was read
    sources::ProviderInfo m_provider;
    SourceDraft m_draft; //!< as shown; what the fields do not say themselves
    bool m_isFilling = false;
    std::set<SourceField> m_touched;

    QFormLayout *m_form;
    std::map<SourceField, QLabel *> m_notes;
    QComboBox *m_providers;
    QLabel *m_providersLabel;
    QLabel *m_providerNote;
    QLineEdit *m_name;
    QLabel *m_nameLabel;
    SourceAddressField *m_address;
    QLabel *m_addressLabel;
    SourceKeyField *m_key;
    QLabel *m_keyLabel;
    SourceInstrumentsBox *m_choice;
    QLabel *m_choiceLabel;
    QComboBox *m_fileInstrument;
    QLabel *m_fileInstrumentLabel;
    SourceBarsField *m_bars;
    QLabel *m_barsLabel;
    SourceSinceField *m_since;
    QLabel *m_sinceLabel;
    QComboBox *m_language;
    QLabel *m_languageLabel;
    SourceProfileField *m_profile;
    QLabel *m_profileLabel;
    QComboBox *m_splits;
    QLabel *m_splitsLabel;
    SourceScheduleField *m_schedule;
    QLabel *m_scheduleLabel;
    QToolButton *m_fold;
    QWidget *m_advanced;
    QFormLayout *m_advancedForm;
    QLabel *m_mirrorLabel;
    SourceAddressField *m_mirror;
    QLabel *m_mirrorNote; //!< what is wrong with it
    QLabel *m_priorityLabel;
    QSpinBox *m_priority;
    QLabel *m_priorityNote;
};

} // namespace tickmark::dialogs
