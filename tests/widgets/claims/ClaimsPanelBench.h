// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../../models/tables/SessionSupport.h"
#include <tables/ClaimBook.h>
#include <tables/ClaimTableModel.h>

#include <QAction>
#include <QComboBox>
#include <QTableView>

#include <claimview/ClaimsPanel.h>
#include <style/Appearance.h>
#include <style/DockHead.h>

#include <memory>

//! Six numbers of two publishers, one dismissed; the headlines are what a spreadsheet and a parser must not trip over.
tickmark::tables::ClaimBookPtr someBook();

//! The table of all claims with someBook() in it, in English and in Berlin's time. A base of tests.
class ClaimsPanelBench
{
protected:
    //! An empty store, for the panel to be of one; once.
    [[nodiscard]] bool openStore();
    //! A new panel. False when its rows do not come.
    [[nodiscard]] bool start();

    [[nodiscard]] QAbstractItemModel *model() const { return m_claims->model(); }
    [[nodiscard]] QComboBox *choice(const QString &accessibleName) const;
    void choose(const QString &accessibleName, const QString &text);
    //! Of the menu of a row.
    [[nodiscard]] QAction *action(const QString &name) const;
    void showPublishers() const;
    [[nodiscard]] QString note() const;
    [[nodiscard]] QString headNote() const;
    [[nodiscard]] QStringList column(tickmark::tables::ClaimColumn column) const;

    tickmark::tables::TestSession m_session; //!< of an empty store
    std::unique_ptr<tickmark::style::Appearance> m_appearance;
    std::unique_ptr<tickmark::style::DockHead> m_head;
    std::unique_ptr<tickmark::claimview::ClaimsPanel> m_panel;
    QTableView *m_claims = nullptr;
};
