// SPDX-License-Identifier: GPL-3.0-or-later
#include "FactsView.h"

#include "FactTexts.h"
#include "RejectModel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <style/Fonts.h>
#include <style/RowDelegate.h>
#include <style/TableCopy.h>

#include <algorithm>

namespace tickmark::dialogs {

namespace {

constexpr int kMostRowsShown = 8;

} // namespace

FactsView::FactsView(const style::Appearance &appearance, QWidget *parent)
    : QWidget(parent),
      m_appearance(appearance),
      m_text(new QLabel(this)),
      m_rejectsHead(new QLabel(this)),
      m_model(new RejectModel(appearance, this)),
      m_rejects(new QTableView(this)),
      m_copy(new QPushButton(this))
{
    m_text->setObjectName(QStringLiteral("facts"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_rejectsHead->setFont(style::textFont(style::TextRole::Title));
    m_rejectsHead->setTextFormat(Qt::PlainText);
    m_rejectsHead->setWordWrap(true);
    m_rejects->setObjectName(QStringLiteral("rejects"));
    m_rejects->setModel(m_model);
    m_rejects->setItemDelegate(new style::RowDelegate(m_appearance, m_rejects));
    m_rejects->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_rejects->setShowGrid(false);
    m_rejects->setWordWrap(false);
    m_rejects->setTabKeyNavigation(false);
    m_rejects->verticalHeader()->hide();
    m_rejects->verticalHeader()->setDefaultSectionSize(26);
    m_rejects->horizontalHeader()->setHighlightSections(false);
    m_rejects->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_rejects->horizontalHeader()->setStretchLastSection(true);
    style::addTableCopy(*m_rejects);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_text);
    column->addWidget(m_rejectsHead);
    column->addWidget(m_rejects);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addStretch();
    column->addLayout(buttons);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_copy->setObjectName(QStringLiteral("copyRejects"));
    connect(m_copy, &QPushButton::clicked, this, &FactsView::copyRejects);
    retranslate();
}

void FactsView::show(const ImportFacts &facts, bool outcome, const QStringList &willAdd)
{
    m_text->setText(factSentences(facts, outcome, willAdd, m_appearance.formats(), m_appearance.zone()).join(u'\n'));
    m_model->setRejects(facts.rejects);
    const bool any = !facts.rejects.empty();
    m_rejectsHead->setText(facts.rejectCount > qint64(facts.rejects.size())
                               ? tr("Rows that are left out, the first %1 of them")
                                     .arg(m_appearance.formats().count(qint64(facts.rejects.size())))
                               : tr("Rows that are left out"));
    m_rejectsHead->setVisible(any);
    m_rejects->setVisible(any);
    m_copy->setVisible(any);
    if (!any)
        return;
    m_rejects->resizeColumnsToContents();
    m_rejects->setColumnWidth(RejectModel::Reason, std::min(m_rejects->columnWidth(RejectModel::Reason),
                                                            m_rejects->fontMetrics().averageCharWidth() * 60));
    m_rejects->setFixedHeight(m_rejects->horizontalHeader()->sizeHint().height()
                              + 26 * std::min(m_model->rowCount(), kMostRowsShown) + 2 * m_rejects->frameWidth() + 12);
}

void FactsView::copyRejects() const
{
    QStringList lines;
    QStringList cells;
    for (int column = 0; column < RejectModel::ColumnCount; ++column)
        cells.append(m_model->headerData(column, Qt::Horizontal).toString());
    lines.append(cells.join(u'\t'));
    for (int row = 0; row < m_model->rowCount(); ++row) {
        cells.clear();
        for (int column = 0; column < RejectModel::ColumnCount; ++column)
            cells.append(m_model->index(row, column).data().toString().replace(u'\t', u' '));
        lines.append(cells.join(u'\t'));
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}

void FactsView::retranslate()
{
    m_copy->setText(tr("Copy these rows"));
    m_rejects->setAccessibleName(tr("Rows that are left out"));
    m_model->showAgain();
}

} // namespace tickmark::dialogs
