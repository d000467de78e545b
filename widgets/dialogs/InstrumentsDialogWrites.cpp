// SPDX-License-Identifier: GPL-3.0-or-later
// What the instruments dialog asks of the store, and what it says about it.
#include "InstrumentEditor.h"
#include "InstrumentsDialog.h"
#include "MergeDialog.h"
#include "SeriesBox.h"
#include <pipeline/FetchSetups.h>
#include <pipeline/WhenDone.h>
#include <tables/InstrumentModel.h>

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>

#include <algorithm>
#include <limits>

namespace tickmark::dialogs {

using core::Instrument;
using core::Result;
using pipeline::StoreChange;

void InstrumentsDialog::loadSeries(const Instrument &instrument)
{
    m_series->show({});
    if (!m_session || instrument.id == 0)
        return;
    const qint64 id = instrument.id;
    pipeline::whenDone(m_session->read([id, mic = instrument.mic](store::StoreReader &reader,
                                                                  const std::stop_token &stop) -> Result<SeriesFacts> {
        const auto spans = reader.seriesSpans(id, stop);
        if (!spans)
            return tl::unexpected(spans.error());
        const auto daily = reader.chosenSeries(id, store::SeriesUse::Daily);
        const auto intraday = reader.chosenSeries(id, store::SeriesUse::Intraday);
        const auto ticks = reader.chosenSeries(id, store::SeriesUse::Ticks);
        for (const auto *chosen : {&daily, &intraday, &ticks}) {
            if (!*chosen)
                return tl::unexpected(chosen->error());
        }
        return SeriesFacts{mic, *spans, *daily, *intraday, *ticks};
    }),
                       this, [this, id](Result<SeriesFacts> facts) {
                           if (id != m_shown)
                               return;
                           if (facts)
                               m_series->show(*facts);
                           else
                               showError(facts.error());
                       });
}

void InstrumentsDialog::choosePreferred(store::SeriesUse use, std::optional<qint64> seriesId)
{
    if (!m_session || !m_session->writer())
        return;
    pipeline::whenDone(m_session->writer()->setPreferredSeries(m_shown, use, seriesId), this, [this](Result<> answer) {
        if (!answer) {
            showError(answer.error());
            return;
        }
        showNote(tr("Saved."));
        if (m_session)
            m_session->tellChanged(StoreChange::Quotes);
    });
}

void InstrumentsDialog::save()
{
    if (!m_session || !m_session->writer() || m_isBusy || (m_shown == 0 && !m_isNew))
        return;
    if (const QString problem = m_editor->problem(); !problem.isEmpty()) {
        showError({core::ErrorCode::InvalidInput, problem, {}});
        return;
    }
    const Instrument said = m_editor->instrument();
    setBusy(true);
    if (m_shown == 0) {
        pipeline::whenDone(m_session->writer()->addInstrument(said), this,
                           [this, said](Result<qint64> id) { written(id, tr("%1 was added.").arg(said.symbol)); });
    } else {
        pipeline::whenDone(m_session->writer()->editInstrument(said), this, [this, said](Result<> answer) {
            written(answer.map([&] { return said.id; }), tr("Saved."));
        });
    }
}

void InstrumentsDialog::written(const Result<qint64> &answer, const QString &note)
{
    setBusy(false);
    if (!answer) {
        showError(answer.error()); // and the form keeps what was typed
        return;
    }
    Instrument said = m_editor->instrument();
    said.id = *answer;
    m_pendingId = *answer;
    showInstrument(said);
    showNote(note);
    if (m_session)
        m_session->tellChanged(StoreChange::Instruments);
}

void InstrumentsDialog::askToMerge()
{
    if (!mayLeave() || !shownInstrument())
        return;
    const Instrument merged = *shownInstrument(); // edits that were discarded do not rename it
    showInstrument(merged);
    std::vector<Instrument> others;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (const Instrument &instrument = m_model->rowAt(row)->instrument; instrument.id != merged.id)
            others.push_back(instrument);
    }
    auto *dialog = new MergeDialog(m_appearance, merged, others, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &MergeDialog::chosen, this, [this, id = merged.id](const Instrument &into) { merge(id, into); });
    dialog->open();
}

void InstrumentsDialog::merge(qint64 instrumentId, const Instrument &into)
{
    if (!m_session || !m_session->writer() || m_isBusy)
        return;
    setBusy(true);
    pipeline::whenDone(m_session->writer()->mergeInstruments(instrumentId, into.id), this,
                       [this, into](Result<store::MergeTotals> totals) { merged(totals, into); });
}

void InstrumentsDialog::merged(const Result<store::MergeTotals> &totals, const Instrument &into)
{
    setBusy(false);
    if (!totals) {
        showError(totals.error());
        return;
    }
    const qint64 kept = totals->keptDailyBars + totals->keptIntradayBars;
    const QString name = into.symbol;
    showNothing();
    QStringList sentences{
        kept == 0 ? tr("Merged into %1.").arg(name)
                  : tr("Merged into %1. %n bar(s) that both had are those of %1.", nullptr, int(kept)).arg(name)};
    if (totals->ticks > 0)
        sentences << tr("Ticks that moved: %1.").arg(m_appearance.formats().count(totals->ticks));
    showNote(sentences.join(u' '));
    m_pendingId = into.id;
    if (m_session)
        m_session->tellChanged(StoreChange::Instruments | pipeline::StoreChanges(StoreChange::Quotes)
                               | StoreChange::Shares);
}

void InstrumentsDialog::askToRemoveCurrent()
{
    if (!m_session || !m_session->writer() || !shownInstrument() || m_isBusy)
        return;
    const Instrument instrument = *shownInstrument(); // by its stored symbol, whatever was typed since
    pipeline::whenDone(m_session->read([id = instrument.id](store::StoreReader &reader, const std::stop_token &stop) {
        return reader.ownedCounts(id, stop);
    }),
                       this, [this, instrument](Result<store::RemovedCounts> counts) {
                           if (instrument.id != m_shown)
                               return; // the user went on to another one meanwhile
                           if (counts)
                               askToRemoveCounted(instrument, *counts);
                           else
                               showError(counts.error());
                       });
}

void InstrumentsDialog::askToRemoveCounted(const Instrument &instrument, const store::RemovedCounts &counts)
{
    QStringList lines;
    const auto add = [&](qint64 count, const QString &line) {
        if (count > 0)
            lines += line;
    };
    add(counts.dailyBars, tr("%n daily bar(s)", nullptr, int(counts.dailyBars)));
    add(counts.intradayBars, tr("%n intraday bar(s)", nullptr, int(counts.intradayBars)));
    add(counts.ticks, tr("%1 tick(s)", nullptr, int(std::min<qint64>(counts.ticks, std::numeric_limits<int>::max())))
                          .arg(m_appearance.formats().count(counts.ticks)));
    add(counts.shareCounts, tr("%n share count(s)", nullptr, int(counts.shareCounts)));
    add(counts.actions, tr("%n split(s) and dividend(s)", nullptr, int(counts.actions)));
    auto *box = new QMessageBox(QMessageBox::Question, tr("Remove an instrument"),
                                tr("Remove %1 with everything that belongs to it?").arg(instrument.symbol),
                                QMessageBox::NoButton, this);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(
        lines.isEmpty()
            ? tr("The database has no quotes of it.")
            : tr("This goes with it, for good – undoing an import does not bring it back:\n%1", "lines with counts")
                  .arg(lines.join(u'\n')));
    auto *yes = box->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(tr("Keep"), QMessageBox::RejectRole));
    connect(yes, &QAbstractButton::clicked, this, [this, instrument] { remove(instrument); });
    box->open();
}

void InstrumentsDialog::remove(const Instrument &instrument)
{
    if (!m_session || !m_session->writer() || m_isBusy)
        return;
    setBusy(true);
    pipeline::whenDone(m_session->writer()->removeInstrument(instrument.id), this,
                       [this, instrument](Result<store::RemovedCounts> counts) {
                           setBusy(false);
                           if (!counts) {
                               showError(counts.error());
                               return;
                           }
                           showNothing();
                           const QString sources = pipeline::lostInstrumentText(*counts);
                           const QString note = tr("%1 was removed.").arg(instrument.symbol);
                           showNote(sources.isEmpty() ? note : QString(note % u'\n' % sources));
                           if (m_session)
                               m_session->tellChanged(StoreChange::Instruments
                                                      | pipeline::StoreChanges(StoreChange::Quotes)
                                                      | StoreChange::Shares);
                       });
}

bool InstrumentsDialog::mayLeave()
{
    if (!m_editor->isChanged() || !m_session || !m_session->writer())
        return true;
    QMessageBox box(QMessageBox::Question, tr("Unsaved changes"), tr("The changes of this instrument are not saved."),
                    QMessageBox::NoButton, this);
    auto *discard = box.addButton(tr("Discard them"), QMessageBox::DestructiveRole);
    box.setDefaultButton(box.addButton(tr("Keep editing"), QMessageBox::RejectRole));
    box.exec();
    return box.clickedButton() == discard;
}

void InstrumentsDialog::reject()
{
    if (mayLeave())
        QDialog::reject();
}

void InstrumentsDialog::setBusy(bool busy)
{
    m_isBusy = busy;
    updateButtons();
}

void InstrumentsDialog::updateButtons()
{
    const bool mayWrite = m_session && m_session->writer() && !m_isBusy;
    // what is merged or removed is highlighted in the list, too
    const bool isStored = m_shown != 0 && m_list->selectionModel()->hasSelection();
    const QString problem = m_editor->problem();
    m_add->setEnabled(mayWrite);
    m_save->setEnabled(mayWrite && m_editor->isChanged() && problem.isEmpty());
    m_merge->setEnabled(mayWrite && isStored && m_model->rowCount() > 1);
    m_remove->setEnabled(mayWrite && isStored);
    if (m_editor->isChanged())
        showNote(problem); // while it is typed
}

void InstrumentsDialog::showAccess()
{
    const bool mayWrite = m_session && m_session->writer();
    m_editor->setReadOnly(!mayWrite);
    m_series->setReadOnly(!mayWrite);
    if (!mayWrite && m_session)
        showNote(m_session->whyReadOnly() ? m_session->whyReadOnly()->message : tr("This database can only be read."));
}

void InstrumentsDialog::showError(const core::Error &error)
{
    if (error.code == core::ErrorCode::Cancelled)
        return;
    m_message->setText(error.message);
    m_message->setToolTip(error.detail);
}

void InstrumentsDialog::showNote(const QString &sentence)
{
    m_message->setText(sentence);
    m_message->setToolTip({});
}

void InstrumentsDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void InstrumentsDialog::retranslate()
{
    setWindowTitle(tr("Instruments"));
    m_search->setPlaceholderText(tr("Search symbols, names and other words"));
    m_search->setAccessibleName(tr("Search instruments"));
    m_list->setAccessibleName(tr("Instruments"));
    m_message->setAccessibleName(tr("Message"));
    m_add->setText(tr("&Add…"));
    m_save->setText(tr("Sa&ve"));
    m_merge->setText(tr("&Merge into…"));
    m_remove->setText(tr("&Remove…"));
    m_closeButton->setText(tr("Close"));
    m_model->retranslate();
    m_editor->retranslate();
    m_series->retranslate();
}

} // namespace tickmark::dialogs
