// SPDX-License-Identifier: GPL-3.0-or-later
#include "CompareView.h"

#include "CompareChart.h"
#include "CompareTexts.h"
#include "CompareTopicDelegate.h"
#include "VerdictDelegate.h"
#include <tables/ClaimStatement.h>

#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

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
constexpr int kListMargin = 12;
constexpr int kGap = 8;
constexpr int kRowHeight = 28;
constexpr int kTextHeight = 110;
constexpr int kRoom = 4; // beside the widest cell of a column

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
      m_line(new QWidget),
      m_sessions(new QComboBox),
      m_count(newLabel(TextRole::Small)),
      m_list(new QListView),
      m_title(newLabel(TextRole::View)),
      m_sentence(newLabel(TextRole::Sentence)),
      m_chart(new CompareChart(appearance)),
      m_tableHead(newLabel(TextRole::Title)),
      m_table(new QTableView),
      m_textHead(newLabel(TextRole::Title)),
      m_copy(new QPushButton),
      m_text(new QPlainTextEdit),
      m_note(newLabel(TextRole::Sentence)),
      m_contents(new QWidget),
      m_stack(new QStackedLayout(this))
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
    m_note->setMargin(kMargin);
    m_note->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_stack->addWidget(m_contents);
    m_stack->addWidget(m_note);
    makeTable();
    connectParts();
    recolor();
    retranslate();
    showContents();
}

CompareView::~CompareView() = default;

QWidget *CompareView::makeList()
{
    auto *side = new QWidget;
    side->setMinimumWidth(kLeastListWidth);
    side->setMaximumWidth(kListWidth);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(kListMargin, kGap, kListMargin, kGap);
    head->setSpacing(kGap);
    head->addWidget(m_sessions);
    head->addWidget(m_count, 1);
    m_list->setModel(&m_topics);
    m_list->setItemDelegate(new CompareTopicDelegate(m_appearance, m_topics, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_list, 1);
    return side;
}

QWidget *CompareView::makePage()
{
    auto *page = new QWidget;
    page->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->setSpacing(kGap);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    column->addSpacing(kGap);
    column->addWidget(m_chart);
    column->addSpacing(2 * kGap);
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
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(page);
    return scroll;
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
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // as high as its rows
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    style::addTableCopy(*m_table);
}

void CompareView::connectParts()
{
    connect(m_sessions, &QComboBox::activated, this,
            [this] { setSession(core::SessionDate::fromDays(m_sessions->currentData().toInt())); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) { showTopic(index.row()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) { rowChosen(index.row()); });
    connect(m_chart, &CompareChart::rowActivated, this, &CompareView::rowChosen);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
    connect(&m_appearance, &style::Appearance::changed, this, [this] {
        m_topics.setFormats(m_appearance.formats());
        m_rows.setFormats(m_appearance.formats(), m_appearance.zone());
        recolor();
        offerSessions();
        showTexts();
        fitTable();
    });
}

void CompareView::setHasStore(bool hasStore)
{
    m_hasStore = hasStore;
    showContents();
}

void CompareView::setBook(tables::ClaimBookPtr book)
{
    m_chart->setTopic(nullptr, nullptr); // they refer to the book that goes
    m_rows.setTopic(nullptr, nullptr);
    m_topics.setTopics({});
    m_book = std::move(book);
    if (!m_book)
        m_session.reset();
    else if (!m_session || topicsOf(*m_book, *m_session).empty())
        m_session = busiestSession(*m_book);
    offerSessions();
    showSession();
}

void CompareView::setSession(core::SessionDate session)
{
    if (m_session == session || !m_book)
        return;
    m_session = session;
    offerSessions();
    showSession();
}

void CompareView::setActive(const std::optional<store::ClaimKey> &key)
{
    m_active = key;
    const store::StoredClaim *claim = m_book && key ? m_book->find(*key) : nullptr;
    const std::optional<core::SessionDate> session = claim ? tables::sessionOf(*claim) : std::nullopt;
    if (session && session != m_session && !topicsOf(*m_book, *session).empty()) {
        setSession(*session);
        return;
    }
    if (!claim)
        return;
    const QByteArray statement = tables::statementKey(*claim); // its item may say it twice, and the topic has the first
    for (std::size_t i = 0; i < m_topics.topics().size(); ++i) {
        const std::vector<tables::TopicClaim> &members = m_topics.topics()[i].claims;
        const auto found = std::ranges::find_if(members, [&](const tables::TopicClaim &member) {
            return member.claim->newsId == claim->newsId && tables::statementKey(*member.claim) == statement;
        });
        if (found == members.end())
            continue;
        const QScopedValueRollback quiet(m_isSelecting, true);
        m_list->setCurrentIndex(m_topics.index(int(i)));
        showRow(int(found - members.begin()));
        return;
    }
}

void CompareView::offerSessions()
{
    m_sessions->clear();
    if (!m_book)
        return;
    for (const core::SessionDate session : sessionsOfTopics(*m_book))
        m_sessions->addItem(m_appearance.formats().date(session), session.days());
    if (m_session)
        m_sessions->setCurrentIndex(m_sessions->findData(m_session->days()));
}

void CompareView::showSession()
{
    const QScopedValueRollback quiet(m_isSelecting, true);
    m_chart->setTopic(nullptr, nullptr);
    m_rows.setTopic(nullptr, nullptr);
    m_topics.setTopics(m_book && m_session ? topicsOf(*m_book, *m_session) : std::vector<tables::ClaimTopic>());
    showContents();
    if (m_topics.rowCount() == 0)
        return;
    m_list->setCurrentIndex(m_topics.index(0));
    setActive(m_active);
    showTexts();
}

const tables::ClaimTopic *CompareView::topic() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? &m_topics.topics()[std::size_t(index.row())] : nullptr;
}

void CompareView::showTopic(int row)
{
    if (row < 0)
        return;
    const QScopedValueRollback quiet(m_isSelecting, true);
    const tables::ClaimTopic *shown = &m_topics.topics()[std::size_t(row)];
    m_chart->setTopic(shown, m_book);
    m_rows.setTopic(shown, m_book);
    showTexts();
    fitTable();
}

void CompareView::showTexts()
{
    const core::Formats &formats = m_appearance.formats();
    m_count->setText(tr("%n topic(s)", nullptr, m_topics.rowCount()));
    const tables::ClaimTopic *shown = topic();
    if (!shown || !m_session)
        return;
    m_title->setText(topicTitle(*shown, *m_session, formats));
    m_sentence->setText(topicSentence(*shown, formats));
    m_text->setPlainText(topicSummary(*shown, *m_book, formats));
}

void CompareView::showRow(int row)
{
    const QScopedValueRollback quiet(m_isSelecting, true);
    m_chart->setCurrentRow(row);
    m_table->setCurrentIndex(m_rows.index(row, std::max(0, m_table->currentIndex().column())));
}

void CompareView::rowChosen(int row)
{
    const tables::ClaimTopic *shown = topic();
    if (m_isSelecting || row < 0 || !shown)
        return;
    showRow(row);
    const store::ClaimKey key = shown->claims[std::size_t(row)].claim->key();
    if (m_active == key)
        return;
    m_active = key;
    Q_EMIT claimActivated(key);
}

void CompareView::showContents()
{
    const bool isEmpty = m_topics.rowCount() == 0;
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_note) : m_contents);
    if (!isEmpty)
        return;
    if (!m_hasStore)
        m_note->setText(tr("No database is open. Open one, or the sample case, to compare here what its news state."));
    else if (!m_book)
        m_note->setText({});
    else
        m_note->setText(
            tr("No headline of this database states a number that can be compared. Import news with numbers "
               "about instruments."));
}

void CompareView::fitTable()
{
    const tables::ClaimTopic *shown = topic();
    m_table->setColumnHidden(CompareTableModel::Converted, !shown || shown->otherUnit.isEmpty()); // as it was stated
    m_table->resizeColumnsToContents();
    for (int column = 0; column + 1 < CompareTableModel::ColumnCount; ++column)
        m_table->setColumnWidth(column, m_table->columnWidth(column) + kRoom);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + m_rows.rowCount() * kRowHeight
                            + m_table->horizontalScrollBar()->sizeHint().height());
}

void CompareView::retranslate()
{
    m_sessions->setAccessibleName(tr("Session"));
    m_list->setAccessibleName(tr("Topics of the session"));
    m_tableHead->setText(tr("Claims"));
    m_table->setAccessibleName(tr("Claims of the topic"));
    m_textHead->setText(tr("Text to copy"));
    m_text->setAccessibleName(tr("Text to copy"));
    m_copy->setText(tr("Copy text"));
    showTexts();
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
    setTextColor(*m_count, theme.secondary);
    setTextColor(*m_sentence, theme.secondary);
    setTextColor(*m_note, theme.secondary);
}

void CompareView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tickmark::claimview
