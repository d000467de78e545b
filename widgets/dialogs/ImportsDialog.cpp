// SPDX-License-Identifier: GPL-3.0-or-later
#include "ImportsDialog.h"

#include "ScreenFit.h"
#include <pipeline/WhenDone.h>
#include <sources/http/HttpRules.h>

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <style/Fonts.h>
#include <style/RowDelegate.h>
#include <style/TableCopy.h>

#include <algorithm>
#include <optional>

namespace tickmark::dialogs {

using tables::ImportModel;

//! What is to be said of the last undo, or of a failure.
struct ImportsDialog::Outcome
{
    std::optional<core::Error> error;
    store::UndoTotals totals;
    QString origin;
    qint64 importId = 0;
    bool ofTicks = false;
};

namespace {

constexpr int kRowHeight = 26;

pipeline::StoreChanges changesOf(store::ImportKind kind)
{
    switch (kind) {
    case store::ImportKind::News:
        return pipeline::StoreChange::News;
    case store::ImportKind::Shares:
        return pipeline::StoreChange::Shares;
    case store::ImportKind::Sample:
        return pipeline::StoreChange::All;
    case store::ImportKind::Bars:
    case store::ImportKind::Ticks:
    case store::ImportKind::Actions:
        break;
    }
    return pipeline::StoreChange::Quotes;
}

//! What was taken back is there to be read only.
class ImportDelegate : public style::RowDelegate
{
public:
    ImportDelegate(const style::Appearance &appearance, QObject *parent)
        : RowDelegate(appearance, parent), m_appearance(appearance)
    {}

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        RowDelegate::initStyleOption(option, index);
        if (index.data(ImportModel::UndoneRole).toBool()) {
            for (const QPalette::ColorRole role : {QPalette::Text, QPalette::HighlightedText})
                option->palette.setColor(role, m_appearance.theme().secondary);
        }
    }

private:
    const style::Appearance &m_appearance;
};

} // namespace

ImportsDialog::ImportsDialog(style::Appearance &appearance, pipeline::StoreSession &session, QWidget *parent)
    : QDialog(parent), m_appearance(appearance), m_session(session)
{
    build();
    retranslate();
    fitToScreen(*this, {1080, 460});
    connect(&session, &pipeline::StoreSession::changed, this, &ImportsDialog::reload);
    connect(&appearance, &style::Appearance::changed, this, [this] {
        retranslate();
        m_table->viewport()->update();
    });
    reload();
}

ImportsDialog::~ImportsDialog()
{
    m_stop.request_stop();
    m_stopCounting.request_stop();
}

void ImportsDialog::build()
{
    m_model = new ImportModel(m_appearance.formats(), m_appearance.zone(), this);
    m_heading = new QLabel(this);
    m_heading->setWordWrap(true);
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("imports"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new ImportDelegate(m_appearance, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(ImportModel::Origin, QHeaderView::Stretch);
    style::addTableCopy(*m_table);
    m_message = new QLabel(this);
    m_message->setObjectName(QStringLiteral("message"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_message->hide();
    m_undo = new QPushButton(this);
    m_undo->setObjectName(QStringLiteral("undo"));
    m_undo->setAutoDefault(false);
    m_close = new QPushButton(this);
    m_close->setDefault(true);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_undo);
    buttons->addStretch();
    buttons->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 10);
    column->addWidget(m_heading);
    column->addWidget(m_table, 1);
    column->addWidget(m_message);
    column->addLayout(buttons);
    connect(m_undo, &QPushButton::clicked, this, &ImportsDialog::askToUndo);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ImportsDialog::updateButtons);
}

void ImportsDialog::reload()
{
    m_stop.request_stop();
    m_stop = {};
    pipeline::whenDone(m_session.read([](store::StoreReader &reader, std::stop_token) { return reader.imports(); },
                                      m_stop.get_token()),
                       this, [this](const core::Result<std::vector<store::ImportRecord>> &answer) {
                           if (!answer) {
                               if (answer.error().code != core::ErrorCode::Cancelled) {
                                   m_outcome = std::make_unique<Outcome>(Outcome{answer.error(), {}, {}, 0, false});
                                   showOutcome();
                               }
                               return;
                           }
                           const QModelIndex current = m_table->currentIndex();
                           const qint64 chosen = current.isValid() ? m_model->at(current.row()).id : 0;
                           m_model->setImports(*answer);
                           m_table->resizeColumnsToContents();
                           if (m_model->rowCount() > 0)
                               m_table->selectionModel()->setCurrentIndex(
                                   m_model->index(std::max(0, m_model->rowOf(chosen)), 0),
                                   QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
                           showOutcome();
                           updateButtons();
                       });
}

void ImportsDialog::updateButtons()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    const bool one = rows.size() == 1 && !m_model->at(rows.front().row()).undone;
    m_undo->setEnabled(one && m_session.writer() && !m_busy);
    m_undo->setToolTip(m_session.writer() || !m_session.whyReadOnly() ? QString() : m_session.whyReadOnly()->message);
}

// Counted anew for the question: since the import, others may have replaced some of its rows.
void ImportsDialog::askToUndo()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.size() != 1)
        return;
    const store::ImportRecord record = m_model->at(rows.front().row());
    m_stopCounting.request_stop(); // of a click before this one; a list that is read anew does not take it back
    m_stopCounting = {};
    pipeline::whenDone(
        m_session.read([id = record.id](store::StoreReader &reader,
                                        const std::stop_token &stop) { return reader.undoForecast(id, stop); },
                       m_stopCounting.get_token()),
        this, [this, record](const core::Result<store::UndoForecast> &forecast) {
            if (forecast) {
                askToUndoCounted(record, *forecast);
            } else if (forecast.error().code != core::ErrorCode::Cancelled) {
                m_outcome = std::make_unique<Outcome>(Outcome{forecast.error(), {}, {}, 0, false});
                showOutcome();
            }
        });
}

void ImportsDialog::askToUndoCounted(const store::ImportRecord &record, const store::UndoForecast &forecast)
{
    const core::Formats &formats = m_appearance.formats();
    const store::UndoTotals &totals = forecast.totals;
    const QString counted = record.kind == store::ImportKind::Ticks
                                ? tr("Ticks that go: %1. Ticks that come back: %2. Instruments stay. The import stays "
                                     "in this list as undone.")
                                : tr("Rows that go: %1. Rows that get their former value again: %2. Instruments stay. "
                                     "The import stays in this list as undone.");
    QStringList sentences{counted.arg(formats.count(totals.removed), formats.count(totals.restored))};
    if (totals.dropped > 0)
        sentences << tr("Rows that stay with a later value: %1, now from %2.", "count; file names")
                         .arg(formats.count(totals.dropped), forecast.later.join(QStringLiteral(", ")));
    auto *question = new QMessageBox(QMessageBox::Question, tr("Undo import"),
                                     tr("Take back the import of %1?").arg(record.origin), QMessageBox::NoButton, this);
    question->setInformativeText(sentences.join(u'\n'));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    QPushButton *yes = question->addButton(tr("Undo the import"), QMessageBox::AcceptRole);
    QPushButton *no = question->addButton(tr("Keep it"), QMessageBox::RejectRole);
    question->setDefaultButton(no);
    question->setEscapeButton(no);
    connect(yes, &QPushButton::clicked, this, [this, id = record.id] { undo(id); });
    question->open();
}

void ImportsDialog::undo(qint64 importId)
{
    const int row = m_model->rowOf(importId);
    if (m_busy || !m_session.writer() || row < 0)
        return;
    m_busy = true;
    updateButtons();
    Q_EMIT undoing(m_model->at(row).source);
    const QString origin = m_model->at(row).origin;
    const store::ImportKind kind = m_model->at(row).kind;
    pipeline::whenDone(m_session.writer()->undoImport(importId), this,
                       [this, importId, origin, kind](const core::Result<store::UndoTotals> &answer) {
                           m_busy = false;
                           m_outcome = std::make_unique<Outcome>();
                           m_outcome->origin = origin;
                           m_outcome->importId = importId;
                           m_outcome->ofTicks = kind == store::ImportKind::Ticks;
                           if (answer)
                               m_outcome->totals = *answer;
                           else
                               m_outcome->error = answer.error();
                           showOutcome();
                           if (answer)
                               m_session.tellChanged(changesOf(kind)); // reads the list again, too
                           updateButtons();
                       });
}

void ImportsDialog::showOutcome()
{
    m_message->setVisible(m_outcome != nullptr);
    if (!m_outcome)
        return;
    if (m_outcome->error) {
        m_message->setText(m_outcome->error->message);
        return;
    }
    const core::Formats &formats = m_appearance.formats();
    const store::UndoTotals &totals = m_outcome->totals;
    const QString counted = m_outcome->ofTicks
                                ? tr("Taken back: %1. Ticks removed: %2. Ticks that are back: %3.")
                                : tr("Taken back: %1. Rows removed: %2. Rows with their former value again: %3.");
    QStringList lines{counted.arg(m_outcome->origin, formats.count(totals.removed), formats.count(totals.restored))};
    if (totals.dropped > 0)
        lines << tr("Values that a later import had replaced already: %1; the later values stay.")
                     .arg(formats.count(totals.dropped));
    QStringList later; // rows belong to the import that brought them first
    QStringList fetched;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const store::ImportRecord &record = m_model->at(row);
        const bool isAlike = (record.kind == store::ImportKind::Ticks) == m_outcome->ofTicks;
        if (isAlike && record.id > m_outcome->importId && !record.undone && record.totals.unchanged > 0)
            (sources::isWebAddress(record.origin) ? fetched : later).prepend(record.origin);
    }
    if (totals.removed > 0 && !later.isEmpty())
        lines << tr("Rows that it brought first are gone also where a later file has them too: %1. Import that file "
                    "again to have them back.")
                     .arg(later.join(QStringLiteral(", ")));
    if (totals.removed > 0 && !fetched.isEmpty())
        lines << tr("Rows that it brought first are gone also where a source brought them too: %1. Fetch again to have "
                    "them back.")
                     .arg(fetched.join(QStringLiteral(", ")));
    m_message->setText(lines.join(u'\n'));
}

void ImportsDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ImportsDialog::retranslate()
{
    setWindowTitle(tr("Imports"));
    m_heading->setText(tr("All that was brought into this database, newest first."));
    m_table->setAccessibleName(tr("Imports, newest first"));
    m_undo->setText(tr("Undo…"));
    m_close->setText(tr("Close"));
    m_model->setFormats(m_appearance.formats(), m_appearance.zone());
    m_table->resizeColumnsToContents();
    showOutcome();
}

} // namespace tickmark::dialogs
