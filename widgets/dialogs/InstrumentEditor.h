// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/CalendarSet.h>
#include <core/Instrument.h>

#include <QWidget>

#include <style/Appearance.h>

#include <array>
#include <memory>
#include <vector>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace tickmark::dialogs {

//! All that can be said of one instrument, as a form: symbol, kind, exchange, currency, names in German and English.
//! Holds edits until they are asked for; knows no store. GUI thread. Owned by its dialog.
class InstrumentEditor : public QWidget
{
    Q_OBJECT

public:
    InstrumentEditor(const style::Appearance &appearance, std::shared_ptr<const core::CalendarSet> calendars,
                     QWidget *parent = nullptr);

    //! Shows it; edits made before are forgotten.
    void show(const core::Instrument &instrument);
    //! What the form says, with the id and the languages of the instrument that was shown.
    [[nodiscard]] core::Instrument instrument() const;
    //! Whether the form says something else than what was shown.
    [[nodiscard]] bool isChanged() const;
    //! Why it cannot be saved, as one sentence; empty when it can.
    [[nodiscard]] QString problem() const;
    //! Types a symbol that was asked for; counts as an edit.
    void propose(const QString &symbol);
    void setReadOnly(bool readOnly);
    void focusSymbol();
    void retranslate();

Q_SIGNALS:
    void edited();

private:
    //! The fields of one language.
    struct NameFields
    {
        const char *language;
        QLabel *head;
        QLabel *nameLabel;
        QLineEdit *name;
        QLabel *shortLabel;
        QLineEdit *shortName;
        QLabel *aliasLabel;
        QPlainTextEdit *aliases;
    };

    void addNameFields(QFormLayout *form, const char *language);
    void fillChoices();
    void selectExchange(const QString &mic);
    [[nodiscard]] core::InstrumentNames namesOf(const NameFields &fields) const;

    const style::Appearance &m_appearance;
    std::shared_ptr<const core::CalendarSet> m_calendars;
    core::Instrument m_shown;
    QString m_asShown; //!< fingerprint of the form right after show()
    QLabel *m_symbolLabel;
    QLineEdit *m_symbol;
    QLabel *m_kindLabel;
    QComboBox *m_kind;
    QLabel *m_exchangeLabel;
    QComboBox *m_exchange;
    QLabel *m_currencyLabel;
    QLineEdit *m_currency;
    std::vector<NameFields> m_names;
};

} // namespace tickmark::dialogs
