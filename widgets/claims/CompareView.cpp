// SPDX-License-Identifier: GPL-3.0-or-later
#include "CompareView.h"

#include "CompareChart.h"
#include "CompareFilterBar.h"
#include "CompareRules.h"
#include "CompareSum.h"
#include "CompareTopicDelegate.h"
#include "VerdictDelegate.h"
#include "VerdictPopup.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

#include <style/DockHead.h>
#include <style/Fonts.h>
#include <style/TableCopy.h>

#include <algorithm>

namespace tickmark::claimview {

using style::textFont;
using style::TextRole;

namespace {

constexpr int kListWidth = 264;
constexpr int kLeastListWidth = 200; // in a narrow window
constexpr int kMargin = 24;
constexpr int kGap = 8;
constexpr int kRowHeight = 28;
constexpr int kMostRows = 12;      // of the table in view
constexpr int kMeasuredRows = 100; // for the widths of columns
constexpr int kTextHeight = 110;

QLabel *newLabel(TextRole role)
{
    auto *label = new QLabel;
    label->setFont(textFont(role));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

void setTextColor(QWidget &widget, const QColor &color)
{
    QPalette colors = widget.palette();
    colors.setColor(QPalette::WindowText, color);
    widget.setPalette(colors);
}

} // namespace

CompareView::CompareView(style::Appearance &appearance, QWidget *parent)
    : QWidget(parent),
      m_appearance(appearance),
      m_topics(appearance.formats()),
      m_rows(appearance.formats(), appearance.zone()),
      m_bar(new CompareFilterBar(appearance)),
      m_line(new QWidget),
      m_listHead(new style::DockHead(appearance, nullptr)),
      m_list(new QListView),
      m_page(new QScrollArea),
      m_title(newLabel(TextRole::View)),
      m_sentence(newLabel(TextRole::Sentence)),
      m_chart(new CompareChart(appearance)),
      m_tableHead(newLabel(TextRole::Title)),
      m_table(new QTableView),
      m_textHead(newLabel(TextRole::Title)),
      m_copy(new QPushButton),
      m_text(new QPlainTextEdit),
      m_note(newLabel(TextRole::Sentence)),
      m_clear(new QPushButton),
      m_empty(new QWidget),
      m_contents(new QWidget),
      m_stack(new QStackedLayout),
      m_sum(new CompareSum(appearance, this)),
      m_rules(new CompareRules(appearance, this)),
      m_popup(new VerdictPopup(appearance, m_page)),
      m_explain(new QAction(this)),
      m_showHeadline(new QAction(this)),
      m_showOnChart(new QAction(this)),
      m_export(new QAction(this))
{
    m_threads.setMaxThreadCount(1); // books in their order
    m_sum->hide();                  // until a dock takes them
    m_rules->hide();
    build();
    makeTable();
    makeActions();
    connectParts();
    recolor();
    retranslate();
    showContents();
}

CompareView::~CompareView() = default;

void CompareView::build()
{
    setAutoFillBackground(true);
    m_line->setAutoFillBackground(true);
    m_line->setFixedWidth(1);
    auto *row = new QHBoxLayout(m_contents);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(makeList(), 3);
    row->addWidget(m_line);
    row->addWidget(makePage(), 7);
    m_note->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    auto *empty = new QVBoxLayout(m_empty);
    empty->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    empty->setSpacing(kGap);
    empty->addWidget(m_note);
    empty->addWidget(m_clear, 0, Qt::AlignHCenter);
    empty->addStretch(1);
    m_stack->addWidget(m_contents);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addLayout(m_stack, 1);
}

QWidget *CompareView::makeList()
{
    auto *side = new QWidget;
    side->setMinimumWidth(kLeastListWidth);
    side->setMaximumWidth(kListWidth);
    m_list->setModel(&m_topics);
    m_list->setItemDelegate(new CompareTopicDelegate(m_appearance, m_topics, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_listHead);
    column->addWidget(m_list, 1);
    return side;
}

QWidget *CompareView::makePage()
{
    auto *page = new QWidget;
    page->setAutoFillBackground(true);
    auto *all = new QVBoxLayout(page);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(kMargin, kMargin, kMargin, 2 * kGap);
    top->setSpacing(kGap);
    top->addWidget(m_title);
    top->addWidget(m_sentence);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(kMargin, 2 * kGap, kMargin, kMargin);
    column->setSpacing(kGap);
    all->addLayout(top);
    all->addWidget(m_chart); // from edge to edge
    all->addLayout(column, 1);
    column->addWidget(m_tableHead);
    column->addWidget(m_table);
    column->addSpacing(2 * kGap);
    auto *textHead = new QHBoxLayout;
    textHead->addWidget(m_textHead, 1);
    textHead->addWidget(m_copy);
    column->addLayout(textHead);
    column->addWidget(m_text);
    column->addStretch(1);
    m_text->setReadOnly(true);
    m_text->setFixedHeight(kTextHeight);
    m_text->setFont(textFont(TextRole::Sentence));
    m_text->setTabChangesFocus(true);
    m_page->setWidgetResizable(true);
    m_page->setFrameShape(QFrame::NoFrame);
    setFocusProxy(m_list);
    m_page->setFocusPolicy(Qt::NoFocus); // its parts have it
    m_page->setWidget(page);
    return m_page;
}

void CompareView::makeTable()
{
    m_table->setModel(&m_rows);
    m_table->setItemDelegate(new VerdictDelegate(m_appearance, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed); // no size hint of every row
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setResizeContentsPrecision(kMeasuredRows);
}

void CompareView::makeActions()
{
    auto *separator = new QAction(this);
    separator->setSeparator(true);
    m_table->addActions({m_explain, m_showHeadline, m_showOnChart, separator});
    style::addTableCopy(*m_table);
    m_table->addAction(m_export);
    m_chart->addActions(m_table->actions()); // what is said of its rows is the same
    m_chart->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_explain->setObjectName(QStringLiteral("explain"));
    m_showHeadline->setObjectName(QStringLiteral("showHeadline"));
    m_showOnChart->setObjectName(QStringLiteral("showOnChart"));
    m_export->setObjectName(QStringLiteral("export"));
    connect(m_explain, &QAction::triggered, this, [this] { explain(m_chart->currentRow()); });
    connect(m_showHeadline, &QAction::triggered, this, [this] {
        if (const store::StoredClaim *claim = currentClaim())
            Q_EMIT headlineRequested(claim->newsId);
    });
    connect(m_showOnChart, &QAction::triggered, this, [this] {
        if (const store::StoredClaim *claim = currentClaim())
            Q_EMIT showOnChartRequested(claim->key());
    });
    connect(m_export, &QAction::triggered, this, &CompareView::askForFile);
}

void CompareView::connectParts()
{
    connect(m_bar, &CompareFilterBar::sessionChosen, this, &CompareView::setSession);
    connect(m_bar, &CompareFilterBar::filterChanged, this, &CompareView::applyFilter);
    connect(m_clear, &QPushButton::clicked, m_bar, &CompareFilterBar::clear);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) { topicChosen(index.row()); });
    connect(m_list, &QListView::activated, m_chart, [this] { m_chart->setFocus(Qt::OtherFocusReason); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) { rowChosen(index.row()); });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) { explain(index.row()); });
    connect(m_chart, &CompareChart::rowActivated, this, &CompareView::rowChosen);
    connect(m_chart, &CompareChart::explainRequested, this, &CompareView::explain);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
    connect(m_popup, &VerdictPopup::showOnChartRequested, this, &CompareView::showOnChartRequested);
    connect(m_popup, &VerdictPopup::failed, this, &CompareView::failed);
    connect(&m_appearance, &style::Appearance::changed, this, [this] {
        m_topics.setFormats(m_appearance.formats());
        m_rows.setFormats(m_appearance.formats(), m_appearance.zone());
        recolor();
        showTexts();
        showSum();
        fitTable();
    });
}

void CompareView::fitTable()
{
    for (const auto column : {CompareTableModel::Converted, CompareTableModel::Against})
        m_table->setColumnHidden(column, !m_rows.isNeeded(column));
    QHeaderView &header = *m_table->horizontalHeader();
    header.setStretchLastSection(false);
    m_table->resizeColumnsToContents();
    m_columnsWidth = header.length();
    m_publisherWidth = m_table->columnWidth(CompareTableModel::Publisher);
    fitLastColumn();
    // Fractions of rows would show where the page has less room: it scrolls itself.
    const int rows = std::min(m_rows.rowCount(), kMostRows);
    const bool isWide = header.length() > m_table->viewport()->width();
    m_table->setFixedHeight(header.sizeHint().height() + rows * kRowHeight
                            + (isWide ? m_table->horizontalScrollBar()->sizeHint().height() : 0));
}

//! Names of publishers give way by up to a third. The verdicts take what is left, and are never cut: where nothing is left,
//! the table scrolls.
void CompareView::fitLastColumn()
{
    const int missing = std::clamp(m_columnsWidth - m_table->viewport()->width(), 0, m_publisherWidth / 3);
    m_table->setColumnWidth(CompareTableModel::Publisher, m_publisherWidth - missing);
    m_table->horizontalHeader()->setStretchLastSection(m_columnsWidth - missing <= m_table->viewport()->width());
}

void CompareView::retranslate()
{
    m_listHead->setTitle(tr("Comparisons"));
    m_list->setAccessibleName(tr("Topics of the session"));
    m_table->setAccessibleName(tr("Claims of the topic"));
    m_textHead->setText(tr("Text to copy"));
    m_text->setAccessibleName(tr("Text to copy"));
    m_copy->setText(tr("Copy text"));
    m_clear->setText(tr("Clear filter"));
    //: why a claim has its verdict
    m_explain->setText(tr("Explain"));
    m_showHeadline->setText(tr("Show headline"));
    m_showOnChart->setText(tr("In chart"));
    m_export->setText(tr("Export as CSV…"));
    showTexts();
    showSum();
    showContents();
}

void CompareView::recolor()
{
    const charts::ChartTheme &theme = m_appearance.theme();
    QPalette colors = palette();
    colors.setColor(QPalette::Window, theme.base);
    setPalette(colors);
    colors.setColor(QPalette::Window, theme.border);
    m_line->setPalette(colors);
    setTextColor(*m_sentence, theme.secondary);
    setTextColor(*m_note, theme.secondary);
}

void CompareView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CompareView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT leaveRequested();
    else
        QWidget::keyPressEvent(event);
}

void CompareView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitLastColumn();
}

} // namespace tickmark::claimview
