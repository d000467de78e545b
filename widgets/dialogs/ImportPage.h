// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ImportWork.h"

#include <QScrollArea>

#include <style/Appearance.h>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTableView;
class QToolButton;

namespace tickmark::dialogs {

class AdditionList;
class DialectForm;
class FactsView;
class PreviewModel;
class QuestionBox;
class RoleHeader;

//! The page of one file in the import dialog: what was found out, what is asked, the first rows, what would happen; then
//! the progress; then what did happen. Shows an ImportWork, which it owns.
class ImportPage : public QScrollArea
{
    Q_OBJECT

public:
    ImportPage(const style::Appearance &appearance, pipeline::StoreSession &session, const QString &path,
               QWidget *parent = nullptr);

    [[nodiscard]] ImportWork &work() const { return *m_work; }
    [[nodiscard]] QString fileName() const;

Q_SIGNALS:
    void showWanted(const QStringList &symbols);
    void openStoreWanted(const QString &path);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build(const QStringList &mics);
    void buildTable();
    void buildProgress();
    void buildResult();
    void connectParts();
    void refresh();
    void showTrouble();
    void showPreview();
    [[nodiscard]] QString tableHead() const;
    void showFacts();
    void showProgress();
    [[nodiscard]] QString keptText(const ImportFacts &kept) const;
    void showResult();
    void fitTable();
    void chooseRole(int column, sources::ColumnRole role);
    void retranslate();

    const style::Appearance &m_appearance;
    ImportWork *m_work;
    int m_shownPreview = 0;
    QTimer m_tick; //!< of the progress

    QLabel *m_title;
    QLabel *m_note;
    QLabel *m_readAsLabel;
    QComboBox *m_readAs;
    QLabel *m_trouble; //!< what is wrong and what to do about it
    QPushButton *m_again;
    QPushButton *m_openStore;
    QuestionBox *m_questions;
    QWidget *m_preview; //!< all that belongs to a preview
    QLabel *m_tableHead;
    QTableView *m_table;
    PreviewModel *m_model;
    RoleHeader *m_header;
    QToolButton *m_dialectFold;
    DialectForm *m_dialect;
    QToolButton *m_findingsFold;
    QLabel *m_findings;
    QLabel *m_message; //!< an error, or what a cancelled import left
    AdditionList *m_additions;
    FactsView *m_facts;
    QPushButton *m_check;
    QWidget *m_progress;
    QProgressBar *m_bar;
    QLabel *m_rate;
    QPushButton *m_cancel;
    QWidget *m_result;
    QPushButton *m_show;
    QPushButton *m_undo;
};

} // namespace tickmark::dialogs
