// SPDX-License-Identifier: GPL-3.0-or-later
#include "QualityPanel.h"

#include "QualityCsv.h"
#include "QualityDelegate.h"
#include "QualityDetail.h"
#include <export/CsvExport.h>
#include <tables/QualityTexts.h>

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

#include <style/ChoiceBox.h>
#include <style/DockHead.h>
#include <style/FilterField.h>
#include <style/FilterState.h>
#include <style/Fonts.h>
#include <style/TableCopy.h>

#include <algorithm>

namespace tickmark::panels {

using analysis::QualityFinding;
using analysis::QualityReport;
using tables::QualityModel;

namespace {

constexpr int kMargin = 12;
constexpr int kGap = 8;
constexpr int kNoteMargin = 24;
constexpr int kRowHeight = 26;
constexpr int kWidestName = 200;   // of an instrument
constexpr int kDetailHeight = 128; // a sentence of two lines, dates, what to do, buttons
constexpr int kRestMs = 300;
constexpr int kAllKinds = -1;

//! Of two that disagree the one that comes first: it is what the charts show.
qint64 correctedSeries(const QualityFinding &finding)
{
    return finding.otherSeries ? finding.otherSeries->id : finding.series.id;
}

} // namespace

QualityPanel::QualityPanel(style::Appearance &appearance, QWidget *parent)
    : QWidget(parent),
      m_appearance(appearance),
      m_model(appearance.formats()),
      m_text(new style::FilterField),
      m_kind(new style::ChoiceBox),
      m_fields(new QWidget),
      m_state(new style::FilterState(appearance)),
      m_table(new QTableView),
      m_columns(*m_table),
      m_detail(new QualityDetail(appearance)),
      m_parts(new QSplitter(Qt::Vertical)),
      m_note(new QLabel),
      m_contents(new QStackedLayout),
      m_export(new QAction(this))
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    build();
    buildTable();
    connectParts();
    recolor();
    retranslate();
}

QualityPanel::~QualityPanel()
{
    m_stop.request_stop();
}

void QualityPanel::build()
{
    auto *fields = new QHBoxLayout(m_fields);
    fields->setContentsMargins(kMargin, kGap, kMargin, kGap);
    fields->setSpacing(kGap);
    fields->addWidget(m_text, 1);
    fields->addWidget(m_kind);
    m_fields->setAutoFillBackground(true);
    m_state->setAutoFillBackground(true);
    m_note->setFont(style::textFont(style::TextRole::Sentence));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setMargin(kNoteMargin);
    m_note->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_note->setAutoFillBackground(true);
    m_parts->addWidget(m_table);
    m_parts->addWidget(m_detail);
    m_parts->setStretchFactor(0, 1);
    m_parts->setChildrenCollapsible(false);
    m_parts->setSizes({kDetailHeight, kDetailHeight});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_fields);
    column->addWidget(m_state);
    column->addLayout(m_contents, 1);
    m_contents->addWidget(m_parts);
    m_contents->addWidget(m_note);
    m_state->hide();
}

void QualityPanel::buildTable()
{
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new QualityDelegate(m_appearance, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionsMovable(true);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setSortIndicator(QualityModel::Severity, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    m_table->setMinimumHeight(2 * kRowHeight); // its head and a row
    m_columns.setWidest(QualityModel::Instrument, kWidestName);
    style::addTableCopy(*m_table);
    m_export->setObjectName(QStringLiteral("export"));
    m_table->addAction(m_export);
    connect(m_export, &QAction::triggered, this, &QualityPanel::askForFile);
}

void QualityPanel::connectParts()
{
    connect(&m_rest, &QTimer::timeout, this, &QualityPanel::load);
    connect(m_text, &style::FilterField::filterChanged, this, &QualityPanel::choose);
    connect(m_text, &style::FilterField::leaveRequested, this, [this] {
        m_table->setFocus(Qt::TabFocusReason);
        if (!m_table->currentIndex().isValid() && m_model.rowCount() > 0)
            m_table->setCurrentIndex(m_model.index(0, 0));
    });
    connect(m_kind, &QComboBox::activated, this, &QualityPanel::choose);
    connect(m_state, &style::FilterState::clearRequested, this, [this] {
        m_text->setFilter({});
        m_kind->setCurrentIndex(0);
        choose();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &QualityPanel::showSelected);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &QualityPanel::keepSelection);
    const auto showOnChart = [this] {
        if (const QualityFinding *finding = selected())
            Q_EMIT showOnChartRequested(finding->symbol, finding->session);
    };
    connect(m_table, &QTableView::activated, this, showOnChart);
    connect(m_detail, &QualityDetail::showWanted, this, showOnChart);
    connect(m_detail, &QualityDetail::correctionWanted, this, [this] {
        if (const QualityFinding *finding = selected())
            Q_EMIT correctionRequested(finding->symbol, finding->session, correctedSeries(*finding));
    });
    connect(m_detail, &QualityDetail::preferenceWanted, this, &QualityPanel::prefer);
    connect(m_detail, &QualityDetail::sourcesWanted, this, &QualityPanel::sourcesRequested);
    connect(&m_appearance, &style::Appearance::changed, this, [this] {
        m_model.setFormats(m_appearance.formats());
        recolor();
        m_columns.refit();
        showCounts();
        showContents();
    });
}

style::DockHead *QualityPanel::makeHead(QDockWidget *dock)
{
    m_head = new style::DockHead(m_appearance, dock);
    retranslate();
    return m_head;
}

//! What there is to choose from; the choice stays as long as there is something of it.
void QualityPanel::offerKinds()
{
    const QVariant chosen = m_kind->currentData();
    m_kind->clear();
    m_kind->addItem(tr("All findings"), kAllKinds);
    for (const analysis::QualityKind kind : m_model.kinds())
        m_kind->addItem(tables::qualityKindText(kind), int(kind));
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(chosen)));
    choose();
}

void QualityPanel::choose()
{
    tables::QualityFilter filter;
    filter.text = m_text->text().trimmed();
    if (const int kind = m_kind->currentData().toInt(); kind != kAllKinds)
        filter.kind = analysis::QualityKind(kind);
    m_model.setFilter(filter);
    showCounts();
    showContents();
}

const QualityFinding *QualityPanel::selected() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? &m_model.at(index.row()) : nullptr;
}

//! The rows were reset: what was selected is selected again where it is.
void QualityPanel::keepSelection()
{
    const std::optional<QualityFinding> chosen = m_chosen;
    const int row = chosen && m_model.report() ? m_model.rowOf(*chosen) : -1;
    if (row >= 0)
        m_table->setCurrentIndex(m_model.index(row, 0));
    showSelected();
    m_chosen = chosen; // though it may be filtered out
}

void QualityPanel::showSelected()
{
    const QualityFinding *finding = selected();
    m_chosen = finding ? std::optional(*finding) : std::nullopt;
    m_detail->setFinding(m_chosen);
}

void QualityPanel::showCounts()
{
    const int shown = m_model.rowCount();
    const int all = m_model.countAll();
    const QString some = tr("%1 of %Ln findings", nullptr, all).arg(m_appearance.formats().count(shown));
    m_state->setVisible(!m_model.filter().isEmpty());
    m_state->setText(some);
    if (!m_head)
        return;
    if (all == 0)
        m_head->setNote({});
    else
        m_head->setNote(m_model.filter().isEmpty() ? tr("%Ln findings", nullptr, all) : some);
}

void QualityPanel::showContents()
{
    const bool isEmpty = m_model.rowCount() == 0;
    m_contents->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_note) : m_parts);
    m_export->setEnabled(!isEmpty);
    m_fields->setVisible(m_model.countAll() > 0);
    if (isEmpty)
        m_note->setText(whyEmpty());
}

QString QualityPanel::whyEmpty() const
{
    if (!m_session)
        return tr("No database is open. Open one, or the sample case, to see here what is wrong with its quotes.");
    if (!m_model.report())
        return m_isWaiting ? tr("The quotes are being looked through…") : QString();
    if (m_model.countAll() > 0)
        return tr("No finding matches the filter.");
    const QualityReport &report = *m_model.report();
    if (report.bars == 0)
        return tr("This database has no quotes yet. Import some, or set up a source.");
    //: %1: "1,449 bars", %2: "27 instruments"
    return tr("Nothing found in %1 of %2.")
        .arg(tr("%Ln bars", "in: Nothing found in ...", int(report.bars)),
             tr("%Ln instruments", "in: Nothing found in ... of ...", int(report.instruments)));
}

void QualityPanel::focusFilter()
{
    if (m_fields->isVisible())
        m_text->focusAll();
    else
        setFocus(Qt::OtherFocusReason);
}

void QualityPanel::askForFile()
{
    exporting::askForCsvFile(this, tr("Export findings"), tr("data-quality.csv", "name of a file"),
                             [this](const QString &path) { exportTo(path); });
}

void QualityPanel::exportTo(const QString &path)
{
    std::vector<QualityFinding> rows;
    for (int row = 0; row < m_model.rowCount(); ++row)
        rows.push_back(m_model.at(row));
    exporting::exportOn(m_threads, path, this,
                        [rows = std::move(rows)](const QString &file) { return writeQualityCsv(file, rows); });
}

void QualityPanel::retranslate()
{
    m_text->setPlaceholderText(tr("Filter"));
    m_text->setAccessibleName(tr("Filter findings"));
    m_kind->setAccessibleName(tr("Kind of finding"));
    m_table->setAccessibleName(tr("Findings"));
    m_export->setText(tr("Export as CSV…"));
    if (m_head)
        m_head->setTitle(tr("Data quality"));
    offerKinds();
}

void QualityPanel::recolor()
{
    const charts::ChartTheme &theme = m_appearance.theme();
    QPalette note = m_note->palette();
    note.setColor(QPalette::Window, theme.base);
    note.setColor(QPalette::WindowText, theme.secondary);
    m_note->setPalette(note);
}

void QualityPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tickmark::panels
