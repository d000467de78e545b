// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sources/CsvProfile.h>

#include <QHeaderView>

#include <style/Appearance.h>

class QComboBox;

namespace tickmark::dialogs {

//! The head of the preview: the columns' names, and under each a box with what the column holds. Owned by the table.
class RoleHeader : public QHeaderView
{
    Q_OBJECT

public:
    //! Beyond that many columns only the guess counts.
    static constexpr int kMostBoxes = 40;

    //! The first `plainSections` sections have no box.
    RoleHeader(const style::Appearance &appearance, int plainSections, QWidget *parent);

    //! One box for each column, with the roles of that kind of table; none for an empty list.
    void setColumns(sources::TableKind kind, const std::vector<sources::CsvColumn> &columns);
    void retranslate();
    //! Puts the boxes under their names: after scrolling.
    void place();
    //! Null when the column has none.
    [[nodiscard]] QComboBox *box(int column) const { return m_boxes.value(column); }
    [[nodiscard]] int boxWidth() const;

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void roleChosen(int column, tickmark::sources::ColumnRole role);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void updateGeometries() override;

private:
    [[nodiscard]] int nameHeight() const;

    const style::Appearance &m_appearance;
    int m_plainSections;
    sources::TableKind m_kind = sources::TableKind::Bars;
    QList<QComboBox *> m_boxes;
};

} // namespace tickmark::dialogs
