// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SourceTools.h"
#include <core/Result.h>

#include <QDialog>
#include <QPointer>
#include <QTimer>

#include <style/Appearance.h>
#include <style/ColumnFit.h>

#include <memory>
#include <optional>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace tickmark::tables {
class SourceModel;
}

namespace tickmark::dialogs {

class SourceDetails;
class SourceEditDialog;

//! The sources of a store while they work: a list of where each stands, what became of the chosen one, and what can be done
//! with it. Follows the scheduler and decides nothing itself. Where the store can only be read it says why and changes
//! nothing. GUI thread. Not modal.
class SourcesDialog : public QDialog
{
    Q_OBJECT

public:
    SourcesDialog(style::Appearance &appearance, const SourceTools &tools, QWidget *parent = nullptr);
    ~SourcesDialog() override;

    //! Shows that source, now or once it is there.
    void select(qint64 sourceId);
    //! The form for a new one.
    void add();
    //! The form for a new one of that provider, for `symbol`.
    void addFor(const QString &provider, const QString &symbol);

    void reject() override;

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    QWidget *buildEmpty();
    void connectAll();
    void retranslate();
    void refresh();
    void showDetails();
    void showSummary();
    void updateButtons();
    [[nodiscard]] bool mayWrite() const { return m_tools.session.writer() != nullptr; }
    //! Null when no source is chosen.
    [[nodiscard]] const pipeline::SourceStatus *chosen() const;
    void edit();
    void openEditor(const std::optional<store::SourceSetup> &setup, const QString &provider = {},
                    const QString &symbol = {});
    void askToRemove();
    void remove(const store::SourceSetup &setup);
    void say(const QString &sentence);

    style::Appearance &m_appearance;
    SourceTools m_tools;
    tables::SourceModel *m_model;
    QStackedWidget *m_pages;
    QTableView *m_table;
    SourceDetails *m_details;
    QLabel *m_summary;
    QLabel *m_emptyText;
    QLabel *m_message;
    QPushButton *m_emptyAdd;
    QPushButton *m_fetchAll;
    QPushButton *m_pauseAll;
    QPushButton *m_add;
    QPushButton *m_edit;
    QPushButton *m_remove;
    QPushButton *m_fetch;
    QPushButton *m_stop;
    QPushButton *m_close;
    QPointer<SourceEditDialog> m_editor;
    QTimer m_minute;     //!< "3 minutes ago" gets older
    qint64 m_wanted = 0; //!< to be chosen once the list has it
    std::unique_ptr<style::ColumnFit> m_columns;
};

} // namespace tickmark::dialogs
