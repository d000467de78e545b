// SPDX-License-Identifier: GPL-3.0-or-later
#include "PublisherTable.h"

#include <QEvent>
#include <QHeaderView>

#include <style/RowDelegate.h>
#include <style/TableCopy.h>

namespace tickmark::claimview {

using tables::PublisherSummaryModel;

namespace {

constexpr int kRowHeight = 26;
constexpr int kRoom = 16; // beside the widest cell of a column

} // namespace

PublisherTable::PublisherTable(const style::Appearance &appearance, QWidget *parent)
    : QTableView(parent), m_appearance(appearance), m_model(appearance.formats())
{
    setModel(&m_model);
    setItemDelegate(new style::RowDelegate(appearance, this));
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSortIndicator(PublisherSummaryModel::Publisher, Qt::AscendingOrder);
    setSortingEnabled(true);
    style::addTableCopy(*this);
    connect(&appearance, &style::Appearance::changed, this, [this] {
        m_model.setFormats(m_appearance.formats());
        fitColumns();
    });
    retranslate();
}

void PublisherTable::setCounts(std::vector<tables::PublisherCounts> counts)
{
    m_model.setCounts(std::move(counts));
    fitColumns();
}

void PublisherTable::fitColumns()
{
    resizeColumnsToContents();
    for (int column = 0; column < PublisherSummaryModel::ColumnCount; ++column)
        setColumnWidth(column, columnWidth(column) + kRoom);
}

void PublisherTable::retranslate()
{
    setAccessibleName(tr("Claims by publisher"));
}

void PublisherTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QTableView::changeEvent(event);
}

} // namespace tickmark::claimview
