// SPDX-License-Identifier: GPL-3.0-or-later
#include "CompareSum.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>

#include <style/DockHead.h>
#include <style/Fonts.h>
#include <style/RowDelegate.h>
#include <style/TableCopy.h>

#include <algorithm>

namespace tickmark::claimview {

namespace {

constexpr int kRowHeight = 24;
constexpr int kUsualRows = 12; // of a market value with a second currency, and a claim
constexpr int kLeastRows = 3;
constexpr int kLeastWidth = 200;
enum Column { Label, Figure, Source, ColumnCount };

bool hasLine(const SumRow &row)
{
    return row.kind == SumRow::Kind::Partial || row.kind == SumRow::Kind::Result;
}

//! A line above what the rows before make, a strong one above the result.
class SumDelegate : public style::RowDelegate
{
public:
    SumDelegate(const style::Appearance &appearance, const CompareSum &sum)
        : RowDelegate(appearance, nullptr), m_appearance(appearance), m_sum(sum)
    {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        RowDelegate::paint(painter, option, index);
        const SumRow &row = m_sum.rows()[std::size_t(index.row())];
        if (index.row() == 0 || !hasLine(row))
            return;
        const charts::ChartTheme &theme = m_appearance.theme();
        const bool isResult = row.kind == SumRow::Kind::Result;
        painter->fillRect(QRect(option.rect.topLeft(), QSize(option.rect.width(), 1)),
                          isResult ? theme.text : theme.border);
    }

private:
    const style::Appearance &m_appearance;
    const CompareSum &m_sum;
};

} // namespace

//! Sum rows for a view. Owned by CompareSum.
class CompareSumModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    CompareSumModel(const style::Appearance &appearance, QObject *parent)
        : QAbstractTableModel(parent), m_appearance(appearance)
    {}

    void setRows(std::vector<SumRow> rows)
    {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
    [[nodiscard]] const std::vector<SumRow> &rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const SumRow &row = m_rows[std::size_t(index.row())];
        switch (role) {
        case Qt::DisplayRole:
            return index.column() == Label ? row.label : index.column() == Figure ? row.figure : row.source;
        case Qt::ToolTipRole: // may be cut
            return (index.column() == Label ? row.label : row.source).toHtmlEscaped();
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(
                Qt::Alignment(Qt::AlignVCenter | (index.column() == Figure ? Qt::AlignRight : Qt::AlignLeft)));
        case Qt::FontRole:
            return style::textFont(index.column() == Source           ? style::TextRole::Small
                                   : row.kind == SumRow::Kind::Result ? style::TextRole::Title
                                                                      : style::TextRole::Normal);
        case Qt::ForegroundRole:
            return index.column() == Source || row.kind == SumRow::Kind::Note ? QVariant(m_appearance.theme().secondary)
                                                                              : QVariant(m_appearance.theme().text);
        default:
            return {};
        }
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override
    {
        if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
            return QAbstractTableModel::headerData(section, orientation, role);
        //: column heads of a sum
        return section == Label ? tr("Line") : section == Figure ? tr("Figure") : tr("Source");
    }

private:
    const style::Appearance &m_appearance;
    std::vector<SumRow> m_rows;
};

CompareSum::CompareSum(const style::Appearance &appearance, QWidget *parent)
    : QTableView(parent), m_appearance(appearance), m_model(new CompareSumModel(appearance, this))
{
    setModel(m_model);
    auto *delegate = new SumDelegate(appearance, *this);
    delegate->setParent(this);
    setItemDelegate(delegate);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    horizontalHeader()->hide();
    horizontalHeader()->setMinimumSectionSize(0);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // a source that is cut has its tooltip
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    style::addTableCopy(*this);
    connect(&appearance, &style::Appearance::changed, this, &CompareSum::recolor);
    recolor();
    retranslate();
}

style::DockHead *CompareSum::makeHead(QDockWidget *dock)
{
    m_head = new style::DockHead(m_appearance, dock);
    retranslate();
    return m_head;
}

void CompareSum::setRows(std::vector<SumRow> rows)
{
    m_model->setRows(std::move(rows));
    fitColumns();
    updateGeometry();
}

const std::vector<SumRow> &CompareSum::rows() const
{
    return m_model->rows();
}

//! Figures are never cut; what is left beside them goes to the labels, then to the sources.
void CompareSum::fitColumns()
{
    const int figure = sizeHintForColumn(Figure);
    const int label = sizeHintForColumn(Label);
    const int source = sizeHintForColumn(Source);
    const int room = viewport()->width() - figure;
    setColumnWidth(Figure, figure);
    setColumnWidth(Label, std::max({room - source, std::min(label, room), 0}));
    setColumnWidth(Source, std::max(room - columnWidth(Label), 0));
}

QSize CompareSum::sizeHint() const
{
    return {kLeastWidth, std::max(kUsualRows, m_model->rowCount()) * kRowHeight};
}

QSize CompareSum::minimumSizeHint() const
{
    return {kLeastWidth, kLeastRows * kRowHeight};
}

void CompareSum::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void CompareSum::recolor()
{
    QPalette colors = palette();
    colors.setColor(QPalette::Base, m_appearance.theme().base);
    setPalette(colors);
}

void CompareSum::retranslate()
{
    setAccessibleName(tr("Calculation"));
    if (m_head)
        m_head->setTitle(tr("Calculation"));
}

void CompareSum::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QTableView::changeEvent(event);
}

} // namespace tickmark::claimview

#include "CompareSum.moc"
