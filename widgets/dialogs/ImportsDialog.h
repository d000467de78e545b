// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pipeline/StoreSession.h>
#include <tables/ImportModel.h>

#include <QDialog>

#include <style/Appearance.h>

class QLabel;
class QPushButton;
class QTableView;

namespace tickmark::dialogs {

//! The imports of a store, newest first, each of which can be taken back. Follows the store's changes. GUI thread; reads
//! and undoes on other threads. The appearance and the session outlive it.
class ImportsDialog : public QDialog
{
    Q_OBJECT

public:
    ImportsDialog(style::Appearance &appearance, pipeline::StoreSession &session, QWidget *parent = nullptr);
    ~ImportsDialog() override;

    //! Takes an import back without asking; tells what went in a line of the dialog.
    void undo(qint64 importId);

Q_SIGNALS:
    //! An import of `source` is about to be taken back: what it fetches at this moment would bring the same again.
    void undoing(const QString &source);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void reload();
    void showOutcome();
    void updateButtons();
    void askToUndo();
    void askToUndoCounted(const store::ImportRecord &record, const store::UndoForecast &forecast);

    struct Outcome;

    style::Appearance &m_appearance;
    pipeline::StoreSession &m_session;
    std::stop_source m_stop;         //!< of reading the list
    std::stop_source m_stopCounting; //!< of what an undo would take back
    tables::ImportModel *m_model;
    QTableView *m_table;
    QLabel *m_heading;
    QLabel *m_message;
    QPushButton *m_undo;
    QPushButton *m_close;
    std::unique_ptr<Outcome> m_outcome; //!< of the last undo; null before
    bool m_busy = false;
};

} // namespace tickmark::dialogs
