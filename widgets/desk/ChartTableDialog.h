// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charts/ChartPlan.h>

#include <QDialog>

#include <style/Appearance.h>

class QAction;
class QLabel;
class QPushButton;
class QTableView;

namespace tickmark::desk {

class ChartTableModel;

//! The values behind one chart as a table, beside the window: what a screen reader reads, and what is copied into a
//! sheet. Shows what it is given each time the chart changes. Deletes itself when it is closed.
class ChartTableDialog : public QDialog
{
    Q_OBJECT

public:
    ChartTableDialog(const style::Appearance &appearance, QWidget *parent);

    //! `spec` over whole sessions; `pane` is an index in it.
    void showChart(const charts::ChartSpec &spec, const charts::ChartContent &content, int pane);

Q_SIGNALS:
    void barCorrectionWanted(const QString &symbol, tickmark::core::SessionDate session);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    [[nodiscard]] QString noteOf(const charts::PlannedPane &pane) const;
    void selectRow(const QVariant &key, int column);
    void correct();
    void updateAction();

    const style::Appearance &m_appearance;
    ChartTableModel *m_model;
    QLabel *m_title;
    QLabel *m_note;
    QTableView *m_table;
    QAction *m_correct;
    QPushButton *m_correctButton;
    QPushButton *m_close;
};

} // namespace tickmark::desk
