// SPDX-License-Identifier: GPL-3.0-or-later
#include "ImportPage.h"

#include "AdditionList.h"
#include "DialectForm.h"
#include "FactTexts.h"
#include "FactsView.h"
#include "ImportTexts.h"
#include "PreviewModel.h"
#include "QuestionBox.h"
#include "RoleHeader.h"

#include <QComboBox>
#include <QEvent>
#include <QFileInfo>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>
#include <QToolButton>

#include <style/Fonts.h>

#include <chrono>

namespace tickmark::dialogs {

using sources::ColumnRole;
using State = ImportWork::State;

namespace {

constexpr std::chrono::milliseconds kTick{100};
constexpr int kBarSteps = 1'000;

} // namespace

ImportPage::ImportPage(const style::Appearance &appearance, pipeline::StoreSession &session, const QString &path,
                       QWidget *parent)
    : QScrollArea(parent), m_appearance(appearance), m_work(new ImportWork(session, path, this))
{
    build(session.calendars().mics());
    connectParts();
    retranslate();
}

QString ImportPage::fileName() const
{
    return QFileInfo(m_work->draft().path).fileName();
}

void ImportPage::connectParts()
{
    const auto edit = [this](const std::function<void(ImportDraft &)> &change) { m_work->edit(change); };
    connect(m_work, &ImportWork::changed, this, &ImportPage::refresh);
    connect(m_dialect, &DialectForm::edited, this, edit);
    connect(m_questions, &QuestionBox::edited, this, edit);
    connect(m_header, &RoleHeader::roleChosen, this, &ImportPage::chooseRole);
    connect(m_additions, &AdditionList::edited, this, [this](const std::vector<core::Instrument> &additions) {
        m_work->edit([&](ImportDraft &draft) { draft.additions = additions; }, false);
    });
    connect(m_readAs, &QComboBox::activated, this, [this](int index) {
        m_work->edit([readAs = ReadAs(m_readAs->itemData(index).toInt())](ImportDraft &draft) {
            draft.readAs = readAs;
            draft.edits.roles.clear(); // another table has other roles
        });
    });
    connect(m_again, &QPushButton::clicked, m_work, &ImportWork::reload);
    connect(m_openStore, &QPushButton::clicked, this, [this] { Q_EMIT openStoreWanted(m_work->draft().path); });
    connect(m_check, &QPushButton::clicked, m_work, &ImportWork::checkNow);
    connect(m_cancel, &QPushButton::clicked, m_work, &ImportWork::cancel);
    connect(m_undo, &QPushButton::clicked, m_work, &ImportWork::undo);
    connect(m_show, &QPushButton::clicked, this, [this] {
        if (m_work->outcome())
            Q_EMIT showWanted(m_work->outcome()->knownSymbols());
    });
    connect(m_dialectFold, &QToolButton::toggled, this, [this](bool open) {
        m_dialect->setVisible(open);
        m_dialectFold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    });
    connect(m_findingsFold, &QToolButton::toggled, this, [this](bool open) {
        m_findings->setVisible(open);
        m_findingsFold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    });
    connect(&m_appearance, &style::Appearance::changed, this, [this] {
        m_model->showAgain();
        refresh();
        viewport()->update();
    });
    m_tick.setInterval(kTick);
    connect(&m_tick, &QTimer::timeout, this, &ImportPage::showProgress);
}

//! A role that the user gives to a column is taken from another to which he gave it before.
void ImportPage::chooseRole(int column, ColumnRole role)
{
    m_work->edit([&](ImportDraft &draft) {
        for (auto &[other, given] : draft.edits.roles) {
            if (given == role)
                given = ColumnRole::Ignored;
        }
        draft.edits.roles[column] = role;
    });
}

void ImportPage::refresh()
{
    const State state = m_work->state();
    const bool ready = state == State::Ready && m_work->preview();
    showTrouble();
    m_preview->setVisible(ready);
    // Who has chosen what a file cannot be read as, chooses again.
    const bool isFeed = ready && m_work->preview()->readAs == ReadAs::News;
    const bool choosable = (ready && !isFeed) || (state == State::Trouble && m_work->draft().readAs);
    m_readAs->setVisible(choosable);
    m_readAsLabel->setVisible(choosable);
    if (ready && m_shownPreview != m_work->previewNumber())
        showPreview();
    m_questions->setVisible(ready && !m_questions->isEmpty());
    showFacts();
    showResult();
    const bool running = state == State::Importing || m_work->isChecking();
    if (running && !m_tick.isActive())
        m_tick.start();
    else if (!running)
        m_tick.stop();
    m_progress->setVisible(running);
    if (running)
        showProgress();
}

void ImportPage::showTrouble()
{
    const PreviewFailure *failure = m_work->failure();
    m_trouble->setVisible(failure != nullptr);
    m_again->setVisible(failure && failure->trouble != FileTrouble::Store);
    m_openStore->setVisible(failure && failure->trouble == FileTrouble::Store);
    m_note->setVisible(!failure);
    if (!failure) {
        m_note->setText(m_work->preview() ? sizeText(m_work->preview()->bytes, m_appearance.formats())
                                          : tr("The file is being looked at…"));
        return;
    }
    QStringList lines{failure->error.message, adviceFor(failure->trouble)};
    if (!failure->error.detail.isEmpty())
        lines.append(tr("What the system says: %1").arg(failure->error.detail));
    m_trouble->setText(lines.join(u'\n'));
}

void ImportPage::showPreview()
{
    m_shownPreview = m_work->previewNumber();
    const ImportPreview &preview = *m_work->preview();
    const bool quotes = !isList(preview.readAs);
    m_readAs->setCurrentIndex(m_readAs->findData(int(preview.readAs)));
    m_tableHead->setText(tableHead());
    m_model->setPreview(preview);
    m_header->setColumns(preview.profile.kind, quotes ? preview.profile.columns : std::vector<sources::CsvColumn>());
    m_header->setStretchLastSection(preview.readAs == ReadAs::News);
    fitTable();
    m_questions->show(preview, m_work->draft(), m_work->known());
    m_dialectFold->setVisible(quotes);
    m_dialect->setVisible(quotes && m_dialectFold->isChecked());
    if (quotes)
        m_dialect->show(preview, m_work->draft());
    QStringList sentences;
    for (const sources::Finding &finding : preview.findings)
        sentences.append(finding.text);
    m_findings->setText(sentences.join(u'\n'));
    m_findingsFold->setVisible(!sentences.isEmpty());
    m_findings->setVisible(!sentences.isEmpty() && m_findingsFold->isChecked());
}

QString ImportPage::tableHead() const
{
    return m_work->preview() && m_work->preview()->readAs == ReadAs::News ? tr("The first headlines")
                                                                          : tr("The first rows, as they will be read");
}

void ImportPage::showFacts()
{
    QString message;
    const ImportFacts *kept = m_work->state() == State::Ready ? m_work->kept() : nullptr;
    if (kept)
        message = keptText(*kept);
    else if (m_work->error())
        message = m_work->error()->message;
    else if (m_work->preview() && m_work->preview()->obstacle && m_work->state() == State::Ready)
        message = m_work->preview()->obstacle->message;
    else if (m_work->wasCancelled())
        message = tr("It was cancelled. Nothing of the file was kept; the database is as it was.");
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty() && m_work->state() != State::Importing);

    const ImportPreview *preview = m_work->preview();
    const bool canCheck = m_work->state() == State::Ready && preview && preview->questions.empty() && !preview->obstacle
                          && !m_work->check() && !m_work->isChecking();
    m_check->setVisible(canCheck && (preview->bytes > ImportWork::kCheckedBytes || m_work->wasCancelled()));

    const bool asks = m_work->state() == State::Ready && m_work->check();
    const bool tells = m_work->state() == State::Finished && m_work->outcome();
    m_facts->setVisible(asks || tells || kept);
    // All rows of a file that names no instrument go to the one that was chosen.
    const bool isNew = m_work->newInstrument() != nullptr;
    if (asks && !isNew)
        m_additions->show(*m_work->check());
    else
        m_additions->hide();
    QStringList willAdd;
    if (asks && isNew)
        willAdd = m_work->check()->unknownSymbols();
    for (const core::Instrument &instrument : m_work->draft().additions)
        willAdd.append(instrument.symbol);
    if (asks)
        m_facts->show(*m_work->check(), false, willAdd);
    else if (tells)
        m_facts->show(*m_work->outcome(), true, {});
    else if (kept)
        m_facts->show(*kept, true, {});
}

//! What there is after an import that did not come to its end.
QString ImportPage::keptText(const ImportFacts &kept) const
{
    const QString ticks = m_appearance.formats().count(kept.storedTicks());
    if (m_work->error())
        return m_work->error()->message + u'\n'
               + tr("Ticks of the file that are in the database and stay there: %1. Importing the same file again adds "
                    "what is missing.")
                     .arg(ticks);
    return tr("It was cancelled. Ticks of the file that are in the database and stay there: %1. Importing the same file "
              "again adds the rest.")
        .arg(ticks);
}

void ImportPage::showProgress()
{
    const ImportMeter &meter = m_work->meter();
    const qint64 total = meter.total;
    // A pass over a file of unknown length, and the commit at the end, show that something goes on.
    m_bar->setRange(0, total > 0 && meter.bytes < total ? kBarSteps : 0);
    if (total > 0)
        m_bar->setValue(int(double(meter.bytes) / double(total) * kBarSteps));
    const QString text = progressText(meter, m_work->secondsRunning(), m_appearance.formats());
    m_rate->setText(
        (m_work->state() == State::Importing ? tr("Importing: %1") : tr("Checking the whole file: %1")).arg(text));
}

void ImportPage::showResult()
{
    const State state = m_work->state();
    const ImportFacts *outcome = state == State::Finished ? m_work->outcome()
                                 : state == State::Ready  ? m_work->kept()
                                                          : nullptr;
    m_result->setVisible(outcome);
    if (outcome) {
        m_show->setVisible(outcome->readAs != ReadAs::News);
        m_undo->setVisible(outcome->importId != 0 || m_work->canUndo());
        m_undo->setEnabled(m_work->canUndo());
        m_show->setEnabled(!outcome->knownSymbols().isEmpty() && !m_work->undone() && !m_work->isUndoing());
    }
    const store::UndoTotals *undone = m_work->undone();
    if (!undone || m_work->error())
        return;
    const core::Formats &formats = m_appearance.formats();
    const ReadAs readAs = m_work->preview() ? m_work->preview()->readAs : ReadAs::Bars;
    m_message->setText(readAs == ReadAs::News
                           ? tr("The import was taken back. Headlines removed: %1.").arg(formats.count(undone->removed))
                       : readAs == ReadAs::Ticks
                           ? tr("The import was taken back. Ticks removed: %1.").arg(formats.count(undone->removed))
                           : tr("The import was taken back. Rows removed: %1. Rows with their former value again: %2.")
                                 .arg(formats.count(undone->removed), formats.count(undone->restored)));
    m_message->show();
}

void ImportPage::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    m_work->reload(); // its findings are sentences
}

void ImportPage::retranslate()
{
    m_title->setText(fileName());
    m_title->setToolTip(m_work->draft().path);
    m_readAsLabel->setText(tr("Read as:"));
    const int chosen = m_readAs->currentIndex();
    m_readAs->clear();
    m_readAs->addItem(tr("Bars"), int(ReadAs::Bars));
    m_readAs->addItem(tr("Ticks"), int(ReadAs::Ticks));
    m_readAs->addItem(tr("Share counts"), int(ReadAs::Shares));
    m_readAs->addItem(tr("Splits and dividends"), int(ReadAs::Actions));
    m_readAs->setCurrentIndex(chosen);
    m_readAs->setAccessibleName(tr("What the file holds"));
    m_again->setText(tr("Look again"));
    m_openStore->setText(tr("Open the database"));
    m_tableHead->setText(tableHead());
    m_table->setAccessibleName(m_tableHead->text());
    m_dialectFold->setText(tr("Correct how it is read"));
    m_findingsFold->setText(tr("What was found out"));
    m_check->setText(tr("Check the whole file"));
    m_cancel->setText(tr("Cancel"));
    m_bar->setAccessibleName(tr("Progress"));
    m_show->setText(tr("Show in chart"));
    m_undo->setText(tr("Undo this import"));
    m_header->retranslate();
    m_model->showAgain();
    m_dialect->retranslate();
    m_questions->retranslate();
    m_additions->retranslate();
    m_facts->retranslate();
    refresh();
}

} // namespace tickmark::dialogs
