// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Instrument.h>

#include <QDialog>

#include <style/Appearance.h>

#include <vector>

class QComboBox;
class QDialogButtonBox;
class QLabel;

namespace tickmark::dialogs {

//! Asks which instrument takes over everything of another one. GUI thread; shown with open().
class MergeDialog : public QDialog
{
    Q_OBJECT

public:
    //! `others` does not hold `from`.
    MergeDialog(const style::Appearance &appearance, const core::Instrument &from,
                const std::vector<core::Instrument> &others, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const tickmark::core::Instrument &into);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void choose();
    void updateButton();

    core::Instrument m_from;
    std::vector<core::Instrument> m_others;
    QLabel *m_question;
    QComboBox *m_choice;
    QDialogButtonBox *m_buttons;
};

} // namespace tickmark::dialogs
