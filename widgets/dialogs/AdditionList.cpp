// SPDX-License-Identifier: GPL-3.0-or-later
#include "AdditionList.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <style/Fonts.h>
#include <style/RowDelegate.h>

#include <algorithm>

namespace tickmark::dialogs {

namespace {

constexpr int kMostRowsShown = 6;

//! Offers the model's choices in a box. What is chosen counts for all selected rows.
class ChoiceDelegate : public style::RowDelegate
{
public:
    ChoiceDelegate(const style::Appearance &appearance, QTableView &view, const AdditionModel &model)
        : RowDelegate(appearance, &view), m_view(view), m_model(model)
    {}

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto choices = m_model.choices(index.column());
        if (choices.empty())
            return RowDelegate::createEditor(parent, option, index);
        auto *box = new QComboBox(parent);
        for (const auto &[data, text] : choices)
            box->addItem(text, data);
        box->setAccessibleName(m_model.headerData(index.column(), Qt::Horizontal).toString());
        connect(box, &QComboBox::activated, this, [this, box] {
            auto *self = const_cast<ChoiceDelegate *>(this);
            Q_EMIT self->commitData(box);
            Q_EMIT self->closeEditor(box);
        });
        return box;
    }

    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        if (auto *box = qobject_cast<QComboBox *>(editor))
            box->setCurrentIndex(box->findData(index.data(Qt::EditRole)));
        else
            RowDelegate::setEditorData(editor, index);
    }

    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override
    {
        auto *box = qobject_cast<QComboBox *>(editor);
        if (!box)
            return RowDelegate::setModelData(editor, model, index);
        if (box->currentIndex() < 0)
            return;
        QModelIndexList rows = m_view.selectionModel()->selectedRows();
        if (!m_view.selectionModel()->isSelected(index))
            rows = {index};
        for (const QModelIndex &row : rows)
            model->setData(row.siblingAtColumn(index.column()), box->currentData());
    }

private:
    QTableView &m_view;
    const AdditionModel &m_model;
};

} // namespace

AdditionList::AdditionList(const style::Appearance &appearance, const QStringList &mics, QWidget *parent)
    : QWidget(parent),
      m_appearance(appearance),
      m_model(new AdditionModel(appearance, mics, this)),
      m_text(new QLabel(this)),
      m_table(new QTableView(this)),
      m_all(new QPushButton(this)),
      m_none(new QPushButton(this))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setFont(style::textFont(style::TextRole::Title));
    m_table->setObjectName(QStringLiteral("additions"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new ChoiceDelegate(m_appearance, *m_table, *m_model));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked
                             | QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(26);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_all->setObjectName(QStringLiteral("addAll"));
    m_none->setObjectName(QStringLiteral("addNone"));

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_all);
    buttons->addWidget(m_none);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_text);
    column->addWidget(m_table);
    column->addLayout(buttons);
    connect(m_all, &QPushButton::clicked, this, [this] { m_model->tickAll(true); });
    connect(m_none, &QPushButton::clicked, this, [this] { m_model->tickAll(false); });
    connect(m_model, &AdditionModel::edited, this, [this] { Q_EMIT edited(m_model->ticked()); });
    hide();
    retranslate();
}

void AdditionList::show(const ImportFacts &facts)
{
    std::vector<std::pair<QString, qint64>> symbols;
    for (const pipeline::SymbolSummary &symbol : facts.symbols) {
        if (!symbol.known && !symbol.symbol.isEmpty())
            symbols.emplace_back(symbol.symbol, symbol.rows);
    }
    m_model->setSymbols(symbols);
    setVisible(!symbols.empty());
    fit();
}

void AdditionList::fit()
{
    m_table->resizeColumnsToContents();
    const int market = m_table->columnWidth(AdditionModel::Market);
    m_table->setColumnWidth(AdditionModel::Market, std::max(market, m_table->fontMetrics().averageCharWidth() * 30));
    const int rows = std::min(m_model->rowCount(), kMostRowsShown);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + 26 * rows + 2 * m_table->frameWidth()
                            + 12);
}

void AdditionList::retranslate()
{
    m_text->setText(tr("The database does not have these symbols. Their rows are left out, unless you tick them to be "
                       "added as instruments."));
    m_table->setAccessibleName(tr("Symbols that the database does not have"));
    m_all->setText(tr("Add all"));
    m_none->setText(tr("Leave all out"));
    m_model->showAgain();
}

} // namespace tickmark::dialogs
