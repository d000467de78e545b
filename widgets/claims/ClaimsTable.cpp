// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimsTable.h"

#include "VerdictDelegate.h"

#include <QHeaderView>

#include <style/TableCopy.h>

#include <algorithm>
#include <vector>

namespace tickmark::claimview {

using tables::ClaimColumn;

static_assert(tables::ClaimTableModel::kVerdictRole == kVerdictRole);

namespace {

constexpr int kRowHeight = 26;
constexpr int kMeasuredRows = 200;
constexpr int kWidestColumn = 260;

bool isElidable(ClaimColumn column)
{
    return column == ClaimColumn::Verdict || column == ClaimColumn::Instrument || column == ClaimColumn::Session
           || column == ClaimColumn::Publisher;
}

} // namespace

ClaimsTable::ClaimsTable(const style::Appearance &appearance, tables::ClaimTableModel &model, QWidget *parent)
    : QTableView(parent)
{
    setModel(&model);
    setItemDelegate(new VerdictDelegate(appearance, this));
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed); // no size hint of every row
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setSortIndicator(int(ClaimColumn::Published), Qt::DescendingOrder);
    setSortingEnabled(true);
    style::addTableCopy(*this);
}

int ClaimsTable::contentWidth(int column) const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const int rows = std::min(model()->rowCount(), kMeasuredRows);
    std::vector<int> widths;
    for (int row = 0; row < rows; ++row)
        widths.push_back(itemDelegate()->sizeHint(option, model()->index(row, column)).width());
    if (widths.empty())
        return 0;
    const auto decisive = widths.begin() + (isElidable(ClaimColumn(column)) ? (rows - 1) * 9 / 10 : rows - 1);
    std::ranges::nth_element(widths, decisive);
    return *decisive;
}

void ClaimsTable::fitColumns()
{
    for (int column = 0; column + 1 < tables::kClaimColumns; ++column) {
        const int head = horizontalHeader()->sectionSizeHint(column);
        setColumnWidth(column, std::clamp(contentWidth(column), head, std::max(head, kWidestColumn)));
    }
}

} // namespace tickmark::claimview
