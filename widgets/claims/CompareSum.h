// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CompareSumRows.h"

#include <QAbstractTableModel>
#include <QTableView>

#include <style/Appearance.h>

class QDockWidget;

namespace tickmark::style {
class DockHead;
}

namespace tickmark::claimview {

class CompareSumModel;

//! The sum of the topic that a comparison shows, as a column of figures with their sources; copied as a table. GUI thread.
class CompareSum : public QTableView
{
    Q_OBJECT

public:
    //! `appearance` outlives it.
    explicit CompareSum(const style::Appearance &appearance, QWidget *parent = nullptr);

    //! Makes the head ("Calculation"), once: the title bar of `dock`.
    [[nodiscard]] style::DockHead *makeHead(QDockWidget *dock);
    void setRows(std::vector<SumRow> rows);
    [[nodiscard]] const std::vector<SumRow> &rows() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void recolor();
    void fitColumns();

    const style::Appearance &m_appearance;
    CompareSumModel *m_model;
    style::DockHead *m_head = nullptr;
};

} // namespace tickmark::claimview
