// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartTableDialog.h"

#include "ChartTableModel.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <style/Fonts.h>
#include <style/RowDelegate.h>
#include <style/TableCopy.h>

namespace tickmark::desk {

namespace {

constexpr int kMargin = 12;
constexpr QSize kSize(560, 520);

} // namespace

ChartTableDialog::ChartTableDialog(const style::Appearance &appearance, QWidget *parent)
    : QDialog(parent),
      m_appearance(appearance),
      m_model(new ChartTableModel(appearance.formats(), this)),
      m_title(new QLabel),
      m_note(new QLabel),
      m_table(new QTableView),
      m_correct(new QAction(this)),
      m_correctButton(new QPushButton),
      m_close(new QPushButton)
{
    setAttribute(Qt::WA_DeleteOnClose);
    resize(kSize);
    m_title->setFont(style::textFont(style::TextRole::Excerpt));
    for (QLabel *label : {m_title, m_note}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_table->setModel(m_model);
    m_table->setItemDelegate(new style::RowDelegate(appearance, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSortIndicator(0, Qt::DescendingOrder);
    m_table->setSortingEnabled(true);
    style::addTableCopy(*m_table);
    m_table->addAction(m_correct);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->addWidget(m_title);
    column->addWidget(m_note);
    column->addWidget(m_table, 1);
    m_correctButton->setObjectName(QStringLiteral("correct"));
    m_correctButton->setAutoDefault(false);
    m_close->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_correctButton);
    buttons->addStretch();
    buttons->addWidget(m_close);
    column->addLayout(buttons);
    connect(m_correctButton, &QPushButton::clicked, m_correct, &QAction::trigger);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_correct, &QAction::triggered, this, &ChartTableDialog::correct);
    connect(m_table, &QTableView::doubleClicked, this, &ChartTableDialog::correct);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ChartTableDialog::updateAction);
    connect(&appearance, &style::Appearance::changed, this, [this] { m_model->setFormats(m_appearance.formats()); });
    retranslate();
    updateAction();
}

void ChartTableDialog::showChart(const charts::ChartSpec &spec, const charts::ChartContent &content, int pane)
{
    const auto plan = charts::ChartPlan::make(spec, content);
    if (!plan) {
        m_note->setText(plan.error().message);
        return;
    }
    const charts::PlannedPane &planned = (*plan)->panes[std::size_t(pane)];
    m_title->setText(planned.title);
    const QModelIndex current = m_table->currentIndex();
    const QVariant key = current.data(ChartTableModel::KeyRole);
    m_model->setChart(*plan, content, pane);
    m_note->setText(noteOf(planned));
    selectRow(key, current.column());
    retranslate();
    updateAction();
}

//! Ticks do not stand in a table one by one: it says what the rows are made of.
QString ChartTableDialog::noteOf(const charts::PlannedPane &pane) const
{
    const auto interval = m_model->tickInterval();
    if (!interval)
        return pane.note;
    const QString note = QStringLiteral("%1. %2");
    if (*interval == core::Series::kDaily)
        return note.arg(pane.note, tr("One row for the ticks of each session."));
    const int seconds = int(*interval / core::kNsPerSecond);
    if (seconds % 60 == 0)
        return note.arg(pane.note, tr("One row for the ticks of every %n minute(s).", nullptr, seconds / 60));
    return note.arg(pane.note, tr("One row for the ticks of every %n second(s).", nullptr, seconds));
}

//! The row that was current stays it while it is in view.
void ChartTableDialog::selectRow(const QVariant &key, int column)
{
    if (!key.isValid())
        return;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->index(row, 0).data(ChartTableModel::KeyRole) == key) {
            m_table->setCurrentIndex(m_model->index(row, std::min(column, m_model->columnCount() - 1)));
            return;
        }
    }
}

void ChartTableDialog::correct()
{
    if (const auto bar = m_model->dailyBarAt(m_table->currentIndex()))
        Q_EMIT barCorrectionWanted(bar->symbol, bar->session);
}

void ChartTableDialog::updateAction()
{
    m_correct->setEnabled(m_model->dailyBarAt(m_table->currentIndex()).has_value());
    m_correctButton->setEnabled(m_correct->isEnabled());
}

void ChartTableDialog::retranslate()
{
    //: %1: title of a chart
    setWindowTitle(tr("Values of %1").arg(m_title->text()));
    m_table->setAccessibleName(windowTitle());
    m_correct->setText(tr("Correct this bar…"));
    m_correctButton->setText(m_correct->text());
    m_correctButton->setToolTip(tr("Choose the cell of a daily quote first; a double click does the same."));
    m_close->setText(tr("Close"));
}

void ChartTableDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace tickmark::desk
