// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>

#include <QAction>
#include <QThreadPool>

class QTableView;

namespace tickmark::style {
class Appearance;
}

namespace tickmark::claimview {

class ClaimRowsModel;

//! "Export as CSV…" in the menu of a table of ClaimRowsModel: asks for a file and writes all rows to it on a thread of its
//! own. Belongs to the table. GUI thread.
class RowsExport : public QAction
{
    Q_OBJECT

public:
    //! `model` is the table's; `appearance` outlives both.
    RowsExport(const style::Appearance &appearance, const ClaimRowsModel &model, QTableView &table);

    //! Without asking.
    void exportTo(const QString &path);

Q_SIGNALS:
    //! The file is complete.
    void exported(const QString &path);
    void failed(const tickmark::core::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void ask();

    const style::Appearance &m_appearance;
    const ClaimRowsModel &m_model;
    QTableView &m_table;
    QThreadPool m_threads;
};

} // namespace tickmark::claimview
