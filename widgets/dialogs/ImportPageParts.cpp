// SPDX-License-Identifier: GPL-3.0-or-later
#include "AdditionList.h"
#include "DialectForm.h"
#include "FactsView.h"
#include "ImportPage.h"
#include "PreviewModel.h"
#include "QuestionBox.h"
#include "RoleHeader.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <style/Fonts.h>
#include <style/RowDelegate.h>
#include <style/TableCopy.h>

#include <algorithm>

// How the parts of an ImportPage are made and put together.
namespace tickmark::dialogs {

namespace {

constexpr int kRowHeight = 26;
constexpr int kRowsShown = 8;
constexpr int kWidestColumn = 260;

QLabel *sentence(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QToolButton *fold(QWidget *parent, const char *objectName)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(QLatin1String(objectName));
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setArrowType(Qt::RightArrow);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setFont(style::textFont(style::TextRole::Title));
    return button;
}

} // namespace

void ImportPage::build(const QStringList &mics)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(10);

    auto *head = new QHBoxLayout;
    m_title = new QLabel(content);
    m_title->setFont(style::textFont(style::TextRole::Excerpt));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_note = new QLabel(content);
    m_readAsLabel = new QLabel(content);
    m_readAs = new QComboBox(content);
    m_readAs->setObjectName(QStringLiteral("readAs"));
    m_readAsLabel->setBuddy(m_readAs);
    head->addWidget(m_title, 1);
    head->addWidget(m_note);
    head->addWidget(m_readAsLabel);
    head->addWidget(m_readAs);
    column->addLayout(head);

    m_trouble = sentence(content);
    m_trouble->setObjectName(QStringLiteral("trouble"));
    m_again = new QPushButton(content);
    m_openStore = new QPushButton(content);
    auto *troubleButtons = new QHBoxLayout;
    troubleButtons->addWidget(m_again);
    troubleButtons->addWidget(m_openStore);
    troubleButtons->addStretch();
    column->addWidget(m_trouble);
    column->addLayout(troubleButtons);

    m_questions = new QuestionBox(m_appearance, mics, content);
    column->addWidget(m_questions);
    m_preview = new QWidget(content);
    buildTable();
    column->addWidget(m_preview);
    m_message = sentence(content);
    m_message->setObjectName(QStringLiteral("message"));
    m_message->setFont(style::textFont(style::TextRole::Title));
    column->addWidget(m_message);
    m_additions = new AdditionList(m_appearance, mics, content);
    column->addWidget(m_additions);
    m_facts = new FactsView(m_appearance, content);
    column->addWidget(m_facts);
    m_check = new QPushButton(content);
    column->addWidget(m_check, 0, Qt::AlignLeft);
    m_progress = new QWidget(content);
    buildProgress();
    column->addWidget(m_progress);
    m_result = new QWidget(content);
    buildResult();
    column->addWidget(m_result);
    column->addStretch(1);
    setWidget(content);
}

void ImportPage::buildTable()
{
    m_tableHead = new QLabel(m_preview);
    m_tableHead->setFont(style::textFont(style::TextRole::Title));
    m_table = new QTableView(m_preview);
    m_table->setObjectName(QStringLiteral("previewTable"));
    m_tableHead->setBuddy(m_table);
    m_model = new PreviewModel(m_appearance, this);
    m_header = new RoleHeader(m_appearance, PreviewModel::FirstField, m_table);
    m_table->setHorizontalHeader(m_header);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new style::RowDelegate(m_appearance, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    connect(m_table->horizontalScrollBar(), &QScrollBar::valueChanged, m_header, &RoleHeader::place);
    style::addTableCopy(*m_table);

    m_dialectFold = fold(m_preview, "dialectFold");
    m_dialect = new DialectForm(m_preview);
    m_dialect->hide();
    m_findingsFold = fold(m_preview, "findingsFold");
    m_findings = sentence(m_preview);
    m_findings->setObjectName(QStringLiteral("findings"));
    m_findings->hide();
    auto *column = new QVBoxLayout(m_preview);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tableHead);
    column->addWidget(m_table);
    column->addWidget(m_dialectFold);
    column->addWidget(m_dialect);
    column->addWidget(m_findingsFold);
    column->addWidget(m_findings);
}

void ImportPage::buildProgress()
{
    m_bar = new QProgressBar(m_progress);
    m_bar->setObjectName(QStringLiteral("progress"));
    m_bar->setTextVisible(false);
    m_rate = new QLabel(m_progress);
    m_rate->setObjectName(QStringLiteral("rate"));
    m_rate->setTextFormat(Qt::PlainText);
    m_rate->setWordWrap(true);
    m_cancel = new QPushButton(m_progress);
    m_cancel->setObjectName(QStringLiteral("cancel"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_bar, 1);
    row->addWidget(m_cancel);
    auto *column = new QVBoxLayout(m_progress);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_rate);
}

void ImportPage::buildResult()
{
    m_show = new QPushButton(m_result);
    m_show->setObjectName(QStringLiteral("showInChart"));
    m_undo = new QPushButton(m_result);
    m_undo->setObjectName(QStringLiteral("undoImport"));
    auto *row = new QHBoxLayout(m_result);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_show);
    row->addWidget(m_undo);
    row->addStretch();
}

void ImportPage::fitTable()
{
    // Beyond the boxes the columns keep the usual width: measuring thousands of them would take seconds.
    const int measured = std::min(m_model->columnCount(), PreviewModel::FirstField + RoleHeader::kMostBoxes);
    for (int column = 0; column < measured; ++column) {
        m_table->resizeColumnToContents(column);
        const QString name = m_model->headerData(column, Qt::Horizontal).toString();
        const int named = m_header->fontMetrics().horizontalAdvance(name) + 24;
        int width = std::min(std::max(m_table->columnWidth(column), named), kWidestColumn);
        if (column == PreviewModel::Result)
            width = std::max(width, m_table->fontMetrics().averageCharWidth() * 24);
        else if (m_header->box(column - PreviewModel::FirstField))
            width = std::max(width, m_header->boxWidth());
        m_table->setColumnWidth(column, width);
    }
    const int rows = std::clamp(m_model->rowCount(), 1, kRowsShown);
    m_table->setFixedHeight(m_header->sizeHint().height() + kRowHeight * rows + 2 * m_table->frameWidth()
                            + m_table->horizontalScrollBar()->sizeHint().height());
    m_header->place();
}

} // namespace tickmark::dialogs
