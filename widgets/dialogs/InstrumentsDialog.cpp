// SPDX-License-Identifier: GPL-3.0-or-later
#include "InstrumentsDialog.h"

#include "InstrumentEditor.h"
#include "MergeDialog.h"
#include "ScreenFit.h"
#include "SeriesBox.h"
#include <tables/InstrumentModel.h>

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <style/RowDelegate.h>
#include <style/TableCopy.h>

namespace tickmark::dialogs {

using core::Instrument;
using core::Result;
using pipeline::StoreChange;
using tables::InstrumentModel;

InstrumentsDialog::InstrumentsDialog(style::Appearance &appearance, pipeline::StoreSession &session, QWidget *parent)
    : QDialog(parent),
      m_appearance(appearance),
      m_session(&session),
      m_model(new InstrumentModel(appearance.formats(), this)),
      m_filtered(new QSortFilterProxyModel(this)),
      m_search(new QLineEdit),
      m_list(new QTableView),
      m_editor(new InstrumentEditor(appearance, session.sharedCalendars())),
      m_series(new SeriesBox(appearance, session.sharedCalendars())),
      m_message(new QLabel),
      m_add(new QPushButton),
      m_save(new QPushButton),
      m_merge(new QPushButton),
      m_remove(new QPushButton),
      m_closeButton(new QPushButton)
{
    auto *splitter = new QSplitter(Qt::Horizontal);
    auto *left = new QWidget;
    auto *right = new QWidget;
    buildList(left);
    buildForm(right);
    splitter->addWidget(left);
    splitter->addWidget(right);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(splitter, 1);
    fitToScreen(*this, {1080, 720});
    connectAll();
    retranslate();
    m_model->setSession(&session);
    showAccess();
    updateButtons();
    m_search->setFocus();
}

InstrumentsDialog::~InstrumentsDialog() = default;

void InstrumentsDialog::buildList(QWidget *side)
{
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterRole(InstrumentModel::kSearchRole);
    m_filtered->setSortRole(InstrumentModel::kSortRole);
    m_filtered->setSortLocaleAware(true);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filtered->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_list->setModel(m_filtered);
    m_list->setItemDelegate(new style::RowDelegate(m_appearance, m_list));
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setSortingEnabled(true);
    m_list->sortByColumn(InstrumentModel::SymbolColumn, Qt::AscendingOrder);
    m_list->setShowGrid(false);
    m_list->setTabKeyNavigation(false);
    m_list->setWordWrap(false);
    m_list->verticalHeader()->hide();
    m_list->horizontalHeader()->setStretchLastSection(true);
    m_list->horizontalHeader()->setHighlightSections(false);
    m_list->setObjectName(QStringLiteral("instruments"));
    style::addTableCopy(*m_list);
    m_search->setClearButtonEnabled(true);
    m_search->setObjectName(QStringLiteral("search"));
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *row = new QHBoxLayout;
    row->addWidget(m_search, 1);
    row->addWidget(m_add);
    layout->addLayout(row);
    layout->addWidget(m_list, 1);
}

void InstrumentsDialog::buildForm(QWidget *side)
{
    auto *fields = new QWidget;
    auto *fieldLayout = new QVBoxLayout(fields);
    fieldLayout->setContentsMargins(8, 0, 8, 0);
    fieldLayout->addWidget(m_editor);
    fieldLayout->addSpacing(8);
    fieldLayout->addWidget(m_series);
    fieldLayout->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidget(fields);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setObjectName(QStringLiteral("message"));
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_save->setObjectName(QStringLiteral("save"));
    m_add->setObjectName(QStringLiteral("add"));
    m_merge->setObjectName(QStringLiteral("merge"));
    m_remove->setObjectName(QStringLiteral("remove"));
    for (QPushButton *button : {m_add, m_merge, m_remove, m_closeButton})
        button->setAutoDefault(false);
    m_save->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_merge);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    buttons->addWidget(m_save);
    buttons->addWidget(m_closeButton);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(8, 0, 0, 0);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_message);
    layout->addLayout(buttons);
}

void InstrumentsDialog::connectAll()
{
    connect(m_search, &QLineEdit::textChanged, this, &InstrumentsDialog::applyFilter);
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_isFilling = true; });
    connect(m_model, &InstrumentModel::loaded, this, &InstrumentsDialog::listLoaded);
    connect(m_model, &InstrumentModel::failed, this, &InstrumentsDialog::showError);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &InstrumentsDialog::selectionChanged);
    connect(m_editor, &InstrumentEditor::edited, this, &InstrumentsDialog::updateButtons);
    connect(m_series, &SeriesBox::chosen, this, &InstrumentsDialog::choosePreferred);
    connect(m_add, &QPushButton::clicked, this, [this] { startNew(); });
    connect(m_save, &QPushButton::clicked, this, &InstrumentsDialog::save);
    connect(m_merge, &QPushButton::clicked, this, &InstrumentsDialog::askToMerge);
    connect(m_remove, &QPushButton::clicked, this, &InstrumentsDialog::askToRemoveCurrent);
    connect(m_closeButton, &QPushButton::clicked, this, &InstrumentsDialog::reject);
    connect(m_session, &QObject::destroyed, this, [this] { done(QDialog::Rejected); });
    connect(&m_appearance, &style::Appearance::changed, this, [this] {
        m_model->setFormats(m_appearance.formats());
        m_series->retranslate();
        showAccess();
    });
}

void InstrumentsDialog::select(const QString &symbol)
{
    m_pendingSymbol = symbol;
    m_pendingId = 0;
    if (m_model->rowCount() > 0)
        listLoaded();
}

void InstrumentsDialog::askToRemove(const QString &symbol)
{
    m_pendingRemoval = true;
    select(symbol);
}

void InstrumentsDialog::startNew(const QString &symbol)
{
    if (!mayLeave())
        return;
    const QScopedValueRollback filling(m_isFilling, true);
    deselect();
    Instrument added;
    added.mic = QStringLiteral("XNYS");
    m_shown = 0;
    m_isNew = true;
    m_editor->setEnabled(true);
    m_editor->show(added);
    m_editor->propose(symbol);
    m_series->show({});
    showNote({});
    m_editor->focusSymbol();
}

void InstrumentsDialog::applyFilter()
{
    {
        // rows that go take the highlight with them, and the view gives it to a neighbour
        const QScopedValueRollback filling(m_isFilling, true);
        m_filtered->setFilterFixedString(m_search->text().trimmed());
    }
    const qint64 before = m_shown;
    settle();
    if (m_shown != before) { // what was said was of another instrument
        showNote({});
        showAccess();
    }
}

// Brings highlight and form together again. When the row of the form is gone, the first row that is left comes into the
// form; edits and a new instrument stay in it, and then no row is highlighted.
void InstrumentsDialog::settle()
{
    const QScopedValueRollback filling(m_isFilling, true);
    if (selectRow(m_shown)) {
        updateButtons();
        return;
    }
    deselect();
    if (m_isNew || m_editor->isChanged()) {
        updateButtons();
        return;
    }
    if (const Instrument *first = instrumentAt(m_filtered->index(0, 0))) {
        const Instrument instrument = *first;
        selectRow(instrument.id);
        showInstrument(instrument);
    } else {
        showNothing();
    }
}

// The list is here, for the first time or again: the row that is wanted becomes the current one.
void InstrumentsDialog::listLoaded()
{
    m_isFilling = false;
    m_list->resizeColumnsToContents();
    qint64 wanted = std::exchange(m_pendingId, 0);
    const bool isRemoval = std::exchange(m_pendingRemoval, false);
    if (const QString symbol = std::exchange(m_pendingSymbol, {}); !symbol.isEmpty())
        wanted = m_model->idOf(symbol);
    const bool isAsked = m_model->rowOf(wanted) >= 0 && (wanted == m_shown || mayLeave());
    if (!isAsked) {
        if (m_model->rowOf(m_shown) < 0 && !m_isNew)
            showNothing(); // it was removed meanwhile
        const bool wasShown = m_shown != 0 && !m_editor->isChanged();
        settle();
        if (const Instrument *stored = shownInstrument(); stored && wasShown)
            showInstrument(*stored);
        return;
    }
    const QScopedValueRollback filling(m_isFilling, true);
    if (!selectRow(wanted)) { // the filter hides it
        const QSignalBlocker blocker(m_search);
        m_search->clear();
        m_filtered->setFilterFixedString({});
        selectRow(wanted);
    }
    if (wanted != m_shown || !m_editor->isChanged())
        showInstrument(Instrument(m_model->rowAt(m_model->rowOf(wanted))->instrument));
    updateButtons();
    if (isRemoval)
        askToRemoveCurrent();
}

// The user went to another row: its instrument comes into the form, unless there are edits to keep.
void InstrumentsDialog::selectionChanged()
{
    if (m_isFilling)
        return;
    const QModelIndexList rows = m_list->selectionModel()->selectedRows();
    const Instrument *row = rows.isEmpty() ? nullptr : instrumentAt(rows.front());
    if (row && row->id == m_shown) {
        updateButtons();
        return;
    }
    const Instrument instrument = row ? *row : Instrument();
    if (mayLeave()) {
        showNote({});
        if (row)
            showInstrument(instrument);
        else
            showNothing();
        return;
    }
    // back to the row of the form, once the list is done with this change
    QMetaObject::invokeMethod(
        this,
        [this] {
            const QScopedValueRollback filling(m_isFilling, true);
            if (!selectRow(m_shown))
                deselect();
            updateButtons();
        },
        Qt::QueuedConnection);
}

void InstrumentsDialog::showInstrument(const Instrument &instrument)
{
    m_isNew = false;
    m_shown = instrument.id;
    m_editor->setEnabled(true);
    m_editor->show(instrument);
    loadSeries(instrument);
    updateButtons();
}

void InstrumentsDialog::showNothing()
{
    m_isNew = false;
    m_shown = 0;
    m_editor->show({});
    m_editor->setEnabled(false);
    m_series->show({});
    updateButtons();
}

bool InstrumentsDialog::selectRow(qint64 instrumentId)
{
    const int row = m_model->rowOf(instrumentId);
    const QModelIndex index = row < 0 ? QModelIndex() : m_filtered->mapFromSource(m_model->index(row, 0));
    if (!index.isValid())
        return false;
    const int shift = m_list->horizontalScrollBar()->value();
    m_list->selectRow(index.row());
    m_list->scrollTo(index);
    m_list->horizontalScrollBar()->setValue(shift); // only up and down: whoever looks at a column goes on doing so
    return true;
}

void InstrumentsDialog::deselect()
{
    const int shift = m_list->horizontalScrollBar()->value();
    m_list->selectionModel()->clear(); // the current row, too: a click on it has to be a change
    m_list->horizontalScrollBar()->setValue(shift);
}

const Instrument *InstrumentsDialog::shownInstrument() const
{
    const auto *row = m_model->rowAt(m_model->rowOf(m_shown));
    return row ? &row->instrument : nullptr;
}

const Instrument *InstrumentsDialog::instrumentAt(const QModelIndex &shownIndex) const
{
    const auto *row = shownIndex.isValid() ? m_model->rowAt(m_filtered->mapToSource(shownIndex).row()) : nullptr;
    return row ? &row->instrument : nullptr;
}

} // namespace tickmark::dialogs
