// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tables/ClaimTableModel.h>

#include <QTableView>

#include <style/Appearance.h>

namespace tickmark::claimview {

//! The view of a ClaimTableModel: a row per claim, verdicts with their shape, sorted by a click on a head, copied with
//! Ctrl+C. GUI thread.
class ClaimsTable : public QTableView
{
    Q_OBJECT

public:
    //! Both outlive it.
    ClaimsTable(const style::Appearance &appearance, tables::ClaimTableModel &model, QWidget *parent = nullptr);

    //! Columns as wide as their content, by the first rows. Words get what nine in ten need: the longest verdict is far
    //! longer than the usual ones, and all of an elided cell is in its tooltip. Numbers are never elided.
    void fitColumns();

private:
    [[nodiscard]] int contentWidth(int column) const;
};

} // namespace tickmark::claimview
