// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimRows.h"

#include "RowsExport.h"
#include "VerdictDelegate.h"

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QSignalBlocker>

#include <style/Fonts.h>
#include <style/TableCopy.h>

#include <algorithm>

namespace tickmark::claimview {

namespace {

constexpr int kHead = 24;
constexpr int kRow = 28;
constexpr int kFewestRows = 2; // that stay in sight when there is little room
constexpr int kMostRows = 10;  // more of them scroll

//! With a thin line under each row.
class RowLineDelegate : public VerdictDelegate
{
public:
    RowLineDelegate(const style::Appearance &appearance, QObject *parent)
        : VerdictDelegate(appearance, parent), m_appearance(appearance)
    {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        VerdictDelegate::paint(painter, option, index);
        const QRect row = option.rect;
        painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), m_appearance.theme().grid);
    }

private:
    const style::Appearance &m_appearance;
};

} // namespace

ClaimRows::ClaimRows(const style::Appearance &appearance, QWidget *parent)
    : QTableView(parent), m_model(new ClaimRowsModel(appearance, this))
{
    setModel(m_model);
    setItemDelegate(new RowLineDelegate(appearance, this));
    setFont(style::textFont(style::TextRole::Normal));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(kRow);
    verticalHeader()->setDefaultSectionSize(kRow);
    horizontalHeader()->setFixedHeight(kHead);
    horizontalHeader()->setFont(style::textFont(style::TextRole::Small));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setStretchLastSection(true);
    style::addTableCopy(*this);
    m_export = new RowsExport(appearance, *m_model, *this);
    // not the current row, which a mere focus changes
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, [this](const QItemSelection &selected) {
        if (!selected.isEmpty())
            Q_EMIT claimChosen(selected.indexes().front().data(ClaimRowsModel::kKeyRole).value<store::ClaimKey>());
    });
    connect(this, &QTableView::activated, this, [this](const QModelIndex &row) {
        Q_EMIT claimOpened(row.data(ClaimRowsModel::kKeyRole).value<store::ClaimKey>());
    });
    connect(&appearance, &style::Appearance::changed, this, [this] {
        m_model->refresh();
        fitColumns();
    });
    retranslate();
}

void ClaimRows::setClaims(const tables::ClaimBookPtr &book, qint64 newsId)
{
    m_model->setClaims(book, newsId);
    fitColumns();
    updateGeometry();
    const std::optional<store::ClaimKey> active = std::exchange(m_active, std::nullopt);
    setActive(active);
}

void ClaimRows::setActive(const std::optional<store::ClaimKey> &key)
{
    m_active = key;
    const int row = key ? m_model->rowOf(*key) : -1;
    const QSignalBlocker blocker(selectionModel());
    if (row < 0) {
        selectionModel()->clear();
    } else if (row != currentIndex().row() || !selectionModel()->isRowSelected(row)) {
        selectionModel()->setCurrentIndex(m_model->index(row, 0),
                                          QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        scrollTo(m_model->index(row, 0));
    }
    viewport()->update(); // the view does not hear of it either
}

std::optional<QRect> ClaimRows::rowRect(const store::ClaimKey &key) const
{
    const int row = m_model->rowOf(key);
    if (row < 0)
        return std::nullopt;
    const QRect first = visualRect(m_model->index(row, 0));
    return QRect(viewport()->mapTo(this, first.topLeft()), QSize(viewport()->width(), first.height()));
}

void ClaimRows::copyTable()
{
    const QSignalBlocker blocker(selectionModel());
    const QItemSelection selected = selectionModel()->selection();
    selectionModel()->clearSelection(); // without one all rows are copied
    for (QAction *action : actions()) {
        if (action->shortcut() == QKeySequence(QKeySequence::Copy))
            action->trigger();
    }
    selectionModel()->select(selected, QItemSelectionModel::Select);
}

int ClaimRows::heightOf(int rows) const
{
    return kHead + rows * kRow;
}

QSize ClaimRows::sizeHint() const
{
    return {QTableView::sizeHint().width(), heightOf(std::min(m_model->rowCount(), kMostRows))};
}

QSize ClaimRows::minimumSizeHint() const
{
    return {100, heightOf(std::min(m_model->rowCount(), kFewestRows))};
}

//! Amounts get what the widest needs; where the rest is too little, names and verdicts are elided.
void ClaimRows::fitColumns()
{
    const QString head = m_model->headerData(ClaimRowsModel::Instrument, Qt::Horizontal, Qt::DisplayRole).toString();
    const int narrowest = horizontalHeader()->fontMetrics().horizontalAdvance(head) + 16;
    int rest = viewport()->width();
    for (const int column : {ClaimRowsModel::Verdict, ClaimRowsModel::Measured, ClaimRowsModel::Stated}) {
        const int width = std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column));
        rest -= width;
        if (column != ClaimRowsModel::Verdict)
            setColumnWidth(column, width);
    }
    const int wanted = std::max(sizeHintForColumn(ClaimRowsModel::Instrument),
                                horizontalHeader()->sectionSizeHint(ClaimRowsModel::Instrument));
    setColumnWidth(ClaimRowsModel::Instrument, std::clamp(rest, narrowest, std::max(wanted, narrowest)));
}

void ClaimRows::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void ClaimRows::retranslate()
{
    setAccessibleName(tr("Claims of this text"));
}

void ClaimRows::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QTableView::changeEvent(event);
}

} // namespace tickmark::claimview
