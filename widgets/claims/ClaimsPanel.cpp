// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimsPanel.h"

#include "ClaimActions.h"
#include "ClaimFilterBar.h"
#include "ClaimsCsv.h"
#include "ClaimsTable.h"
#include "PublisherTable.h"
#include "VerdictPopup.h"
#include <export/CsvExport.h>
#include <pipeline/StartOn.h>
#include <pipeline/WhenDone.h>

#include <QAction>
#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScopedValueRollback>
#include <QStackedLayout>
#include <QToolButton>

#include <style/DockHead.h>
#include <style/Fonts.h>

#include <algorithm>

namespace tickmark::claimview {

using tables::ClaimBookPtr;
using tables::ClaimColumn;
using tables::ClaimTable;

namespace {

constexpr int kNoteMargin = 24;
const QString kColumnKey = QStringLiteral("column");
const QString kDescendingKey = QStringLiteral("descending");
const QString kPublishersKey = QStringLiteral("publishers");

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
      m_table(new ClaimsTable(appearance, m_model)),
      m_publishers(new PublisherTable(appearance)),
      m_note(new QLabel),
      m_contents(new QStackedLayout),
      m_claimActions(new ClaimActions(appearance, this)),
      m_popup(new VerdictPopup(appearance, this)),
      m_explain(new QAction(this)),
      m_showHeadline(new QAction(this)),
      m_export(new QAction(this)),
      m_allButton(newSegment("first")),
      m_publishersButton(newSegment("last")),
      m_choice(new QWidget(this))
{
    m_threads.setMaxThreadCount(1); // books in their order
    build();
    buildActions();
    connectParts();
    connectRows();
    recolor();
    retranslate();
    selectionChanged();
}

ClaimsPanel::~ClaimsPanel() = default;

void ClaimsPanel::build()
{
    m_note->setFont(style::textFont(style::TextRole::Sentence));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setMargin(kNoteMargin);
    m_note->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_note->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addLayout(m_contents, 1);
    for (QWidget *page :
         {static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_publishers), static_cast<QWidget *>(m_note)})
        m_contents->addWidget(page);
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
}

void ClaimsPanel::connectParts()
{
    connect(m_bar, &ClaimFilterBar::filterChanged, this, [this] {
        m_popup->close(); // its row may be elsewhere
        showRows();
    });
    connect(m_bar, &ClaimFilterBar::leaveRequested, this, [this] {
        if (isByPublisher()) {
            m_publishers->setFocus(Qt::TabFocusReason);
            return;
        }
        m_table->setFocus(Qt::TabFocusReason);
        if (!m_table->currentIndex().isValid() && m_model.rowCount() > 0)
            m_table->setCurrentIndex(m_model.index(0, 0));
    });
    connect(m_publishersButton, &QToolButton::toggled, this, [this] {
        m_popup->close();
        showPublishers();
        showContents();
    });
    connect(m_claimActions, &ClaimActions::compareRequested, this, &ClaimsPanel::compareRequested);
    connect(m_claimActions, &ClaimActions::showOnChartRequested, this, &ClaimsPanel::showOnChartRequested);
    connect(m_claimActions, &ClaimActions::failed, this, &ClaimsPanel::failed);
    connect(m_popup, &VerdictPopup::compareRequested, this, &ClaimsPanel::compareRequested);
    connect(m_popup, &VerdictPopup::showOnChartRequested, this, [this](const store::ClaimKey &key) {
        m_popup->close(); // it may lie over the charts
        Q_EMIT showOnChartRequested(key);
    });
    connect(m_popup, &VerdictPopup::failed, this, &ClaimsPanel::failed);
    connect(&m_appearance, &style::Appearance::changed, this, [this] {
        m_model.setFormats(m_appearance.formats(), m_appearance.zone());
        recolor();
        m_table->fitColumns();
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

void ClaimsPanel::setSession(pipeline::StoreSession *session)
{
    m_hasStore = session != nullptr;
    m_popup->setSession(session);
    m_claimActions->setSession(session);
    if (!m_hasStore)
        m_active.reset();
    showContents();
}

void ClaimsPanel::setUndoStack(QUndoStack *undoStack)
{
    m_popup->setUndoStack(undoStack);
    m_claimActions->setUndoStack(undoStack);
}

void ClaimsPanel::setBook(ClaimBookPtr book)
{
    m_popup->setBook(book);
    m_claimActions->setBook(book);
    const int number = ++m_newest;
    if (!book) {
        take(nullptr);
        return;
    }
    const auto prepare = [book = std::move(book), language = m_appearance.language()] {
        return std::make_shared<const ClaimTable>(book, language);
    };
    pipeline::whenDone(pipeline::startOn(m_threads, prepare), this, [this, number](tables::ClaimTablePtr table) {
        if (number == m_newest)
            take(std::move(table));
    });
}

void ClaimsPanel::take(tables::ClaimTablePtr table)
{
    const QScopedValueRollback quiet(m_isSelecting, true);
    if (table) {
        const auto claims = table->book().claims();
        m_bar->setOffers(table->instruments(), table->publishers());
        if (!claims.empty()) // by time of publication
            m_bar->setDays(m_appearance.zone().dateAt(claims.front().published),
                           m_appearance.zone().dateAt(claims.back().published));
    } else {
        m_bar->clear();
        m_bar->setOffers({}, {});
    }
    tables::ClaimTablePtr before = m_model.table();
    m_model.setTable(std::move(table));
    if (!before)
        m_table->fitColumns();
    showRows();
    m_threads.start([before = std::move(before)] {}); // to free many claims takes its time, too
}

void ClaimsPanel::showRows()
{
    const QScopedValueRollback quiet(m_isSelecting, true);
    m_model.setFilter(m_bar->filter());
    showPublishers();
    showCounts();
    showContents();
}

bool ClaimsPanel::isByPublisher() const
{
    return m_publishersButton->isChecked();
}

//! Of the claims that pass the filter; only while they are in sight.
void ClaimsPanel::showPublishers()
{
    if (isByPublisher())
        m_publishers->setCounts(m_model.table() ? tables::publisherSummary(*m_model.table(), m_model.statements())
                                                : std::vector<tables::PublisherCounts>());
}

void ClaimsPanel::setViewRange(core::TimeRange range)
{
    m_bar->setViewRange(range);
}

void ClaimsPanel::focusFilter()
{
    m_bar->focusText();
}

void ClaimsPanel::askForFile()
{
    exporting::askForCsvFile(this, isByPublisher() ? tr("Export claims by publisher") : tr("Export claims"),
                             isByPublisher() ? tr("publishers.csv", "name of a file")
                                             : tr("claims.csv", "name of a file"),
                             [this](const QString &path) { exportTo(path); });
}

void ClaimsPanel::exportTo(const QString &path)
{
    if (!m_model.table())
        return;
    if (isByPublisher()) {
        exporting::exportOn(m_threads, path, this, [counts = m_publishers->counts()](const QString &file) {
            return writePublishersCsv(file, counts);
        });
        return;
    }
    exporting::exportOn(m_threads, path, this, [table = m_model.table(), rows = m_model.rows()](const QString &file) {
        return writeClaimsCsv(file, *table, rows);
    });
}

QJsonObject ClaimsPanel::saveState() const
{
    const QHeaderView &header = *m_table->horizontalHeader();
    return {{kColumnKey, header.sortIndicatorSection()},
            {kDescendingKey, header.sortIndicatorOrder() == Qt::DescendingOrder},
            {kPublishersKey, isByPublisher()}};
}

void ClaimsPanel::restoreState(const QJsonObject &state)
{
    const int column = state.value(kColumnKey).toInt(int(ClaimColumn::Published));
    const bool isDescending = state.value(kDescendingKey).toBool(true);
    if (column >= 0 && column < tables::kClaimColumns)
        m_table->sortByColumn(column, isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
    (state.value(kPublishersKey).toBool() ? m_publishersButton : m_allButton)->setChecked(true);
}

void ClaimsPanel::showCounts()
{
    const int shown = m_model.rowCount();
    const int all = m_model.countAll();
    m_bar->setCounts(shown, all);
    if (!m_head)
        return;
    if (all == 0) {
        m_head->setNote({});
        return;
    }
    const QString note = m_bar->filter().isEmpty()
                             ? tr("%Ln claims", nullptr, all)
                             : tr("%1 of %Ln claims", nullptr, all).arg(m_appearance.formats().count(shown));
    const int repeated = shown - int(m_model.statements().size());
    //: %1: a count of claims; some say again what their headline says already: "90 claims, 1 of them repeated"
    m_head->setNote(repeated > 0 ? tr("%1, %Ln of them repeated", nullptr, repeated).arg(note) : note);
}

void ClaimsPanel::showContents()
{
    const bool isEmpty = isByPublisher() ? m_publishers->counts().empty() : m_model.rowCount() == 0;
    QWidget *table = isByPublisher() ? static_cast<QWidget *>(m_publishers) : m_table;
    m_contents->setCurrentWidget(isEmpty ? m_note : table);
    m_export->setEnabled(!isEmpty);
    if (isEmpty)
        m_note->setText(whyEmpty());
}

QString ClaimsPanel::whyEmpty() const
{
    if (!m_hasStore)
        return tr("No database is open. Open one, or the sample case, to see here which numbers in its news are "
                  "right.");
    if (!m_model.table())
        return {};
    if (m_model.rowCount() > 0)
        return tr("None of these claims has a verdict that counts for its publisher: they are dismissed, not checked "
                  "yet, or their session is still open.");
    if (m_bar->filter().isEmpty())
        return tr("No headline of this database states a number that can be checked. Import news, or check a text "
                  "of your own.");
    return tr("No claim matches the filter.");
}

void ClaimsPanel::retranslate()
{
    m_table->setAccessibleName(tr("Claims"));
    //: why a claim has its verdict
    m_explain->setText(tr("Explain"));
    m_showHeadline->setText(tr("Show headline"));
    m_export->setText(tr("Export as CSV…"));
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

} // namespace tickmark::claimview
