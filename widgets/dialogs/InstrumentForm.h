// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Instrument.h>

#include <QWidget>

#include <style/Appearance.h>

#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;

namespace tickmark::dialogs {

//! Which instrument a file is of: one that the store has, or a new one with what it takes to make it. Owned by its parent.
class InstrumentForm : public QWidget
{
    Q_OBJECT

public:
    InstrumentForm(const style::Appearance &appearance, QStringList mics, QWidget *parent = nullptr);

    //! Shows these and what the draft says; emits nothing.
    void show(const std::vector<core::Instrument> &known, const QString &symbol,
              const std::optional<core::Instrument> &added);
    void retranslate();

    [[nodiscard]] QComboBox *choice() const { return m_choice; }

Q_SIGNALS:
    //! `symbol` is empty when nothing is chosen yet; `added` is set for a new instrument.
    void changed(const QString &symbol, const std::optional<tickmark::core::Instrument> &added);

private:
    void fillChoice();
    void onChosen();
    void onEdited();
    void showNewFields(bool shown);

    const style::Appearance &m_appearance;
    QStringList m_mics;
    std::vector<core::Instrument> m_known;
    core::Instrument m_new;
    QComboBox *m_choice;
    QWidget *m_fields;
    QLabel *m_symbolLabel;
    QLabel *m_kindLabel;
    QLabel *m_marketLabel;
    QLabel *m_currencyLabel;
    QLineEdit *m_symbol;
    QComboBox *m_kind;
    QComboBox *m_market;
    QLineEdit *m_currency;
};

} // namespace tickmark::dialogs
