// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimsPanel.h"

#include "ClaimFilterBar.h"
#include "ClaimsCsv.h"
#include "PublisherTable.h"
#include "VerdictDelegate.h"
#include <pipeline/WhenDone.h>

#include <QAction>
#include <QButtonGroup>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPromise>
#include <QScopedValueRollback>
#include <QStackedLayout>
#include <QTableView>
#include <QToolButton>

#include <style/DockHead.h>
#include <style/Fonts.h>
#include <style/TableCopy.h>

#include <algorithm>

namespace tickmark::claimview {

using tables::ClaimBookPtr;
using tables::ClaimColumn;
using tables::ClaimTable;
using tables::ClaimTableModel;

static_assert(ClaimTableModel::kVerdictRole == kVerdictRole);

namespace {

constexpr int kRowHeight = 26;
constexpr int kMeasuredRows = 200; // for the widths of columns
constexpr int kWidestColumn = 260;
constexpr int kNoteMargin = 24;
const QString kColumnKey = QStringLiteral("column");
const QString kDescendingKey = QStringLiteral("descending");
const QString kPublishersKey = QStringLiteral("publishers");

//! Runs `work()` on a thread of `pool`.
template <typename Work>
auto startOn(QThreadPool &pool, Work work) -> QFuture<std::invoke_result_t<Work>>
{
    using Answer = std::invoke_result_t<Work>;
    auto promise = std::make_shared<QPromise<Answer>>();
    QFuture<Answer> future = promise->future();
    promise->start();
    pool.start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return future;
}

QToolButton *newSegment(const char *place)
{
    auto *button = new QToolButton;
    button->setCheckable(true);
    button->setProperty("segment", QLatin1String(place));
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

ClaimsPanel::ClaimsPanel(style::Appearance &appearance, QWidget *parent)
    : QWidget(parent),
      m_appearance(appearance),
      m_model(appearance.formats(), appearance.zone()),
      m_bar(new ClaimFilterBar(appearance)),
      m_table(new QTableView),
      m_publishers(new PublisherTable(appearance)),
      m_claims(new QWidget),
      m_note(new QLabel),
      m_pages(new QStackedLayout(this)),
      m_contents(new QStackedLayout),
      m_export(new QAction(this)),
      m_showHeadline(new QAction(this)),
      m_allButton(newSegment("first")),
      m_publishersButton(newSegment("last")),
      m_choice(new QWidget(this))
{
    m_threads.setMaxThreadCount(1); // books in their order
    m_note->setFont(style::textFont(style::TextRole::Sentence));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setMargin(kNoteMargin);
    m_note->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_note->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(m_claims);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addLayout(m_contents, 1);
    m_contents->addWidget(m_table);
    m_contents->addWidget(m_note);
    m_pages->addWidget(m_claims);
    m_pages->addWidget(m_publishers);
    auto *choice = new QHBoxLayout(m_choice);
    choice->setContentsMargins(0, 0, 0, 0);
    choice->setSpacing(0);
    choice->addWidget(m_allButton);
    choice->addWidget(m_publishersButton);
    m_choice->hide(); // until there is a head
    auto *group = new QButtonGroup(this);
    group->addButton(m_allButton);
    group->addButton(m_publishersButton);
    m_allButton->setChecked(true);
    buildTable();
    buildActions();
    connectParts();
    recolor();
    retranslate();
}

ClaimsPanel::~ClaimsPanel() = default;

void ClaimsPanel::buildTable()
{
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new VerdictDelegate(m_appearance, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed); // no size hint of every row
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionsMovable(true);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setResizeContentsPrecision(kMeasuredRows);
    m_table->horizontalHeader()->setSortIndicator(int(ClaimColumn::Published), Qt::DescendingOrder);
    m_table->setSortingEnabled(true);
    m_table->installEventFilter(this);
}

void ClaimsPanel::buildActions()
{
    style::addTableCopy(*m_table);
    m_table->addAction(m_export);
    m_table->addAction(m_showHeadline);
    connect(m_export, &QAction::triggered, this, &ClaimsPanel::askForFile);
    connect(m_showHeadline, &QAction::triggered, this, &ClaimsPanel::requestHeadline);
}

void ClaimsPanel::connectParts()
{
    connect(m_bar, &ClaimFilterBar::filterChanged, this, &ClaimsPanel::showRows);
    connect(m_bar, &ClaimFilterBar::leaveRequested, this, [this] {
        m_table->setFocus(Qt::TabFocusReason);
        if (!m_table->currentIndex().isValid() && m_model.rowCount() > 0)
            m_table->setCurrentIndex(m_model.index(0, 0));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ClaimsPanel::currentChanged);
    connect(m_table, &QTableView::doubleClicked, this, &ClaimsPanel::requestHeadline);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &ClaimsPanel::restoreSelection);
    connect(m_publishersButton, &QToolButton::toggled, this, &ClaimsPanel::showPublishers);
    connect(&m_appearance, &style::Appearance::changed, this, [this] {
        m_model.setFormats(m_appearance.formats(), m_appearance.zone());
        recolor();
        fitColumns();
        showCounts();
    });
}

style::DockHead *ClaimsPanel::makeHead(QDockWidget *dock)
{
    m_head = new style::DockHead(m_appearance, dock);
    m_head->addWidget(m_choice);
    m_choice->show();
    retranslate();
    return m_head;
}

void ClaimsPanel::setHasStore(bool hasStore)
{
    m_hasStore = hasStore;
    if (!hasStore)
        m_active.reset();
    showContents();
}

void ClaimsPanel::setBook(ClaimBookPtr book)
{
    const int number = ++m_newest;
    if (!book) {
        take({});
        return;
    }
    const auto prepare = [book = std::move(book), language = m_appearance.language()] {
        return Prepared{std::make_shared<const ClaimTable>(book, language), tables::publisherSummary(*book)};
    };
    pipeline::whenDone(startOn(m_threads, prepare), this, [this, number](Prepared prepared) {
        if (number == m_newest)
            take(std::move(prepared));
    });
}

void ClaimsPanel::take(Prepared prepared)
{
    const QScopedValueRollback quiet(m_isSelecting, true);
    if (prepared.table) {
        const auto claims = prepared.table->book().claims();
        m_bar->setOffers(prepared.table->instruments(), prepared.table->publishers());
        if (!claims.empty()) // by time of publication
            m_bar->setDays(m_appearance.zone().dateAt(claims.front().published),
                           m_appearance.zone().dateAt(claims.back().published));
    } else {
        m_bar->clear();
        m_bar->setOffers({}, {});
    }
    const bool isFirst = !m_model.table();
    m_model.setTable(std::move(prepared.table));
    m_publishers->setCounts(std::move(prepared.publishers));
    if (isFirst)
        fitColumns();
    showRows();
}

void ClaimsPanel::showRows()
{
    const QScopedValueRollback quiet(m_isSelecting, true);
    m_model.setFilter(m_bar->filter());
    showCounts();
    showContents();
}

//! The rows were reset: the claim that was selected is selected again where it is.
void ClaimsPanel::restoreSelection()
{
    const QScopedValueRollback quiet(m_isSelecting, true);
    const int column = std::max(0, m_table->currentIndex().column());
    const QModelIndex index = m_active && m_model.table() ? m_model.indexOf(*m_active, column) : QModelIndex();
    m_table->setCurrentIndex(index);
    if (index.isValid())
        m_table->scrollTo(index);
}

void ClaimsPanel::setActive(const std::optional<store::ClaimKey> &key)
{
    if (key == m_active)
        return;
    m_active = key;
    restoreSelection();
}

void ClaimsPanel::currentChanged()
{
    const QModelIndex index = m_table->currentIndex();
    if (m_isSelecting || !index.isValid())
        return;
    const store::ClaimKey key = m_model.claimAt(index.row()).key();
    if (m_active == key)
        return;
    m_active = key;
    Q_EMIT claimActivated(key);
}

void ClaimsPanel::requestHeadline()
{
    if (const QModelIndex index = m_table->currentIndex(); index.isValid())
        Q_EMIT headlineRequested(m_model.claimAt(index.row()).newsId);
}

void ClaimsPanel::setViewRange(core::TimeRange range)
{
    m_bar->setViewRange(range);
}

void ClaimsPanel::focusFilter()
{
    m_allButton->setChecked(true);
    m_bar->focusText();
}

void ClaimsPanel::showPublishers(bool shown)
{
    m_pages->setCurrentWidget(shown ? static_cast<QWidget *>(m_publishers) : m_claims);
}

void ClaimsPanel::askForFile()
{
    auto *dialog = new QFileDialog(this, tr("Export claims"), QString(), tr("CSV table (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave); // asks before it replaces a file
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(tr("claims.csv", "name of a file"));
    connect(dialog, &QFileDialog::fileSelected, this, &ClaimsPanel::exportTo);
    dialog->open();
}

void ClaimsPanel::exportTo(const QString &path)
{
    if (!m_model.table())
        return;
    const auto write = [path, table = m_model.table(), rows = m_model.rows()] {
        return writeClaimsCsv(path, *table, rows);
    };
    pipeline::whenDone(startOn(m_threads, write), this, [this, path](const core::Result<> &written) {
        if (written)
            Q_EMIT exported(path);
        else
            Q_EMIT failed(written.error());
    });
}

QJsonObject ClaimsPanel::saveState() const
{
    const QHeaderView &header = *m_table->horizontalHeader();
    return {{kColumnKey, header.sortIndicatorSection()},
            {kDescendingKey, header.sortIndicatorOrder() == Qt::DescendingOrder},
            {kPublishersKey, m_publishersButton->isChecked()}};
}

void ClaimsPanel::restoreState(const QJsonObject &state)
{
    const int column = state.value(kColumnKey).toInt(int(ClaimColumn::Published));
    const bool isDescending = state.value(kDescendingKey).toBool(true);
    if (column >= 0 && column < tables::kClaimColumns)
        m_table->sortByColumn(column, isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
    (state.value(kPublishersKey).toBool() ? m_publishersButton : m_allButton)->setChecked(true);
}

void ClaimsPanel::fitColumns()
{
    m_table->resizeColumnsToContents();
    for (int column = 0; column + 1 < tables::kClaimColumns; ++column)
        m_table->setColumnWidth(column, std::min(m_table->columnWidth(column), kWidestColumn));
}

void ClaimsPanel::showCounts()
{
    m_bar->setCounts(m_model.rowCount(), m_model.countAll());
    if (!m_head)
        return;
    const int shown = m_model.rowCount();
    const int all = m_model.countAll();
    if (!m_model.table() || all == 0)
        m_head->setNote({});
    else if (m_bar->filter().isEmpty())
        m_head->setNote(tr("%n claims", nullptr, all));
    else
        m_head->setNote(tr("%1 of %n claims", nullptr, all).arg(m_appearance.formats().count(shown)));
}

void ClaimsPanel::showContents()
{
    const bool isEmpty = m_model.rowCount() == 0;
    m_contents->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_note) : m_table);
    m_export->setEnabled(!isEmpty);
    if (!isEmpty)
        return;
    if (!m_hasStore)
        m_note->setText(
            tr("No database is open. Open one, or the sample case, to see here which numbers in its news are "
               "right."));
    else if (!m_model.table())
        m_note->setText({});
    else if (m_bar->filter().isEmpty())
        m_note->setText(
            tr("No headline of this database states a number that can be checked. Import news, or check a text "
               "of your own."));
    else
        m_note->setText(tr("No claim matches the filter."));
}

void ClaimsPanel::retranslate()
{
    m_table->setAccessibleName(tr("Claims"));
    m_export->setText(tr("Export as CSV…"));
    m_showHeadline->setText(tr("Show headline"));
    //: one of two tables
    m_allButton->setText(tr("All claims"));
    //: one of two tables
    m_publishersButton->setText(tr("By publisher"));
    if (m_head)
        m_head->setTitle(tr("Claims"));
    showCounts();
    showContents();
}

void ClaimsPanel::recolor()
{
    QPalette colors = m_note->palette();
    colors.setColor(QPalette::Window, m_appearance.theme().base);
    colors.setColor(QPalette::WindowText, m_appearance.theme().secondary);
    m_note->setPalette(colors);
}

void ClaimsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

bool ClaimsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            requestHeadline();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tickmark::claimview
