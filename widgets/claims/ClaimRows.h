// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ClaimRowsModel.h"

#include <QTableView>

#include <optional>

namespace tickmark::claimview {

class RowsExport;

//! The table of ClaimRowsModel: under an excerpt, as high as its rows where there is room. One row may be the active claim.
//! GUI thread.
class ClaimRows : public QTableView
{
    Q_OBJECT

public:
    //! `appearance` outlives it.
    explicit ClaimRows(const style::Appearance &appearance, QWidget *parent = nullptr);

    void setClaims(const tables::ClaimBookPtr &book, qint64 newsId);
    [[nodiscard]] const ClaimRowsModel &rows() const { return *m_model; }
    //! Selects its row, silently; nothing: none.
    void setActive(const std::optional<store::ClaimKey> &key);
    //! In this widget; nothing when it is not there.
    [[nodiscard]] std::optional<QRect> rowRect(const store::ClaimKey &key) const;
    //! "Export as CSV…" of its menu.
    [[nodiscard]] RowsExport *csvExport() const { return m_export; }
    //! As Ctrl+C: with column heads, as TSV and HTML.
    void copyTable();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    //! A row was chosen by mouse or keyboard.
    void claimChosen(const tickmark::store::ClaimKey &key);
    //! Enter or double click: its explanation is wanted.
    void claimOpened(const tickmark::store::ClaimKey &key);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void fitColumns();
    [[nodiscard]] int heightOf(int rows) const;

    ClaimRowsModel *m_model;
    RowsExport *m_export;
    std::optional<store::ClaimKey> m_active;
};

} // namespace tickmark::claimview
