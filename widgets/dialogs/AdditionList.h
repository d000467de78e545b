// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AdditionModel.h"
#include "ImportRun.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace tickmark::dialogs {

//! Asks what to do with symbols that the store does not have: leave their rows out (as long as nothing is ticked), or add
//! them as instruments. Hidden when there are none. Owned by its page.
class AdditionList : public QWidget
{
    Q_OBJECT

public:
    AdditionList(const style::Appearance &appearance, const QStringList &mics, QWidget *parent = nullptr);

    void show(const ImportFacts &facts);
    void retranslate();
    [[nodiscard]] AdditionModel *model() const { return m_model; }

Q_SIGNALS:
    void edited(const std::vector<tickmark::core::Instrument> &additions);

private:
    void fit();

    const style::Appearance &m_appearance;
    AdditionModel *m_model;
    QLabel *m_text;
    QTableView *m_table;
    QPushButton *m_all;
    QPushButton *m_none;
};

} // namespace tickmark::dialogs
