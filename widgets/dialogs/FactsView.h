// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ImportRun.h"

#include <QWidget>

#include <style/Appearance.h>

class QLabel;
class QPushButton;
class QTableView;

namespace tickmark::dialogs {

class RejectModel;

//! What an import will do or has done, in sentences, and a table of the rows that cannot be used. Owned by its page.
class FactsView : public QWidget
{
    Q_OBJECT

public:
    explicit FactsView(const style::Appearance &appearance, QWidget *parent = nullptr);

    void show(const ImportFacts &facts, bool outcome, const QStringList &willAdd);
    void retranslate();

private:
    void copyRejects() const;

    const style::Appearance &m_appearance;
    QLabel *m_text;
    QLabel *m_rejectsHead;
    RejectModel *m_model;
    QTableView *m_rejects;
    QPushButton *m_copy;
};

} // namespace tickmark::dialogs
