// SPDX-License-Identifier: GPL-3.0-or-later
#include "PublisherTable.h"

#include <QEvent>
#include <QHeaderView>

#include <style/RowDelegate.h>
#include <style/TableCopy.h>

#include <algorithm>
#include <array>
#include <numeric>

namespace tickmark::claimview {

using tables::PublisherSummaryModel;

namespace {

constexpr int kRowHeight = 26;
constexpr int kRoom = 16; // beside the widest cell of a column
constexpr int kNarrowestName = 120;
constexpr int kWidestName = 260;

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
    constexpr int kCounts = PublisherSummaryModel::ColumnCount - 1; // columns after that of the publisher
    std::array<int, kCounts> needed{};
    std::array<int, kCounts> heads{};
    for (int i = 0; i < kCounts; ++i) {
        needed[std::size_t(i)] = std::max(sizeHintForColumn(i + 1) + kRoom, horizontalHeader()->minimumSectionSize());
        heads[std::size_t(i)] = std::max(horizontalHeader()->sectionSizeHint(i + 1), needed[std::size_t(i)]);
    }
    const int name = std::clamp(sizeHintForColumn(PublisherSummaryModel::Publisher) + kRoom, kNarrowestName,
                                kWidestName);
    const int least = std::accumulate(needed.begin(), needed.end(), 0);
    const int wanted = std::accumulate(heads.begin(), heads.end(), 0) - least;
    // first the names give way, then the heads
    const int width = viewport()->width();
    setColumnWidth(PublisherSummaryModel::Publisher, std::clamp(width - least - wanted, kNarrowestName, name));
    const int spare = std::clamp(width - least - kNarrowestName, 0, wanted);
    for (int i = 0; i < kCounts; ++i) {
        const int more = heads[std::size_t(i)] - needed[std::size_t(i)];
        setColumnWidth(i + 1, needed[std::size_t(i)] + (wanted > 0 ? more * spare / wanted : 0));
    }
}

void PublisherTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
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
