// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceInstrumentsBox.h"

#include "SourceInstrumentModel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QRadioButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include <style/FilterField.h>
#include <style/RowDelegate.h>

namespace tickmark::dialogs {

namespace {

constexpr int kListHeight = 176;

} // namespace

SourceInstrumentsBox::SourceInstrumentsBox(const style::Appearance &appearance, QWidget *parent)
    : QWidget(parent),
      m_appearance(appearance),
      m_model(new SourceInstrumentModel(appearance.language(), this)),
      m_filtered(new QSortFilterProxyModel(this)),
      m_all(new QRadioButton),
      m_only(new QRadioButton),
      m_filter(new style::FilterField),
      m_table(new QTableView),
      m_count(new QLabel)
{
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterKeyColumn(-1);
    m_filtered->setFilterRole(Qt::EditRole); // by how it is spelled, not by "does not have it"
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setModel(m_filtered);
    m_table->setItemDelegate(new style::RowDelegate(appearance, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                             | QAbstractItemView::SelectedClicked);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setMinimumHeight(kListHeight);
    m_table->setObjectName(QStringLiteral("sourceInstruments"));
    m_filter->setObjectName(QStringLiteral("instrumentFilter"));
    m_filter->setClearButtonEnabled(true);
    m_all->setObjectName(QStringLiteral("allInstruments"));
    m_only->setObjectName(QStringLiteral("chosenInstruments"));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto *choice = new QHBoxLayout;
    choice->addWidget(m_all);
    choice->addSpacing(12);
    choice->addWidget(m_only);
    choice->addStretch(1);
    auto *row = new QHBoxLayout;
    row->addWidget(m_filter, 1);
    row->addWidget(m_count);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(choice);
    column->addLayout(row);
    column->addWidget(m_table, 1);
    setFocusPolicy(Qt::TabFocus); // or the mnemonic of its label goes nowhere
    setFocusProxy(m_filter);
    connect(m_all, &QRadioButton::clicked, this, [this] { choose(false); });
    connect(m_only, &QRadioButton::clicked, this, [this] { choose(true); });
    connect(m_filter, &style::FilterField::filterChanged, m_filtered, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_filter, &style::FilterField::leaveRequested, m_table, [this] { m_table->setFocus(); });
    connect(m_model, &SourceInstrumentModel::edited, this, [this] {
        showCount();
        Q_EMIT edited();
    });
    retranslate();
}

void SourceInstrumentsBox::show(const SourceDraft &draft, const std::vector<core::Instrument> &instruments)
{
    m_model->show(draft, instruments);
    (draft.onlyChosen ? m_only : m_all)->setChecked(true);
    m_table->resizeColumnsToContents();
    showCount();
}

void SourceInstrumentsBox::setProvider(const QString &code)
{
    m_model->setProvider(code);
    m_table->resizeColumnsToContents();
    showCount();
}

void SourceInstrumentsBox::read(SourceDraft &draft) const
{
    draft.onlyChosen = m_only->isChecked();
    draft.setup.symbols = m_model->symbols();
    draft.setup.spellings = m_model->spellings();
}

void SourceInstrumentsBox::choose(bool onlyChosen)
{
    m_model->setOnlyChosen(onlyChosen);
    showCount();
    Q_EMIT edited();
}

void SourceInstrumentsBox::showCount()
{
    const core::Formats &formats = m_appearance.formats();
    m_count->setText(tr("%1 of %2", "instruments that a source is asked for")
                         .arg(formats.count(m_model->count()), formats.count(m_model->rowCount())));
}

void SourceInstrumentsBox::retranslate()
{
    m_all->setText(tr("All instruments that the provider has"));
    m_only->setText(tr("Only those with a check mark"));
    m_filter->setPlaceholderText(tr("Filter symbols and names"));
    m_filter->setAccessibleName(tr("Filter the instruments of this source"));
    m_table->setAccessibleName(tr("Instruments of this source; how the provider spells one can be edited"));
    m_model->setLanguage(m_appearance.language());
    showCount();
}

} // namespace tickmark::dialogs
