// SPDX-License-Identifier: GPL-3.0-or-later
#include "CheckTextCounts.h"
#include "CheckTextDialog.h"
#include "CheckTextOptions.h"
#include "CheckTextQuotes.h"
#include "CheckTextRun.h"
#include "CheckTextSaveDialog.h"
#include "ClaimEditor.h"
#include "ClaimRowsModel.h"
#include <claims/ClaimLabels.h>
#include <claims/Explanation.h>
#include <core/WallClock.h>
#include <news/SafeText.h>
#include <pipeline/TextCheckInput.h>
#include <pipeline/TextCheckSave.h>
#include <pipeline/WhenDone.h>

#include <QDragEnterEvent>
#include <QFrame>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>

namespace tickmark::claimview {

using pipeline::StoreChange;

namespace {

constexpr qsizetype kLongestQuote = 120; // of the words of a claim, in the heading

core::Time thisMinute()
{
    return core::Time{core::wallClock().ns / core::kNsPerMinute * core::kNsPerMinute};
}

void setColor(QLabel &label, const QColor &color)
{
    QPalette colors = label.palette();
    colors.setColor(QPalette::WindowText, color);
    label.setPalette(colors);
}

core::Result<store::ImportResult> saveText(const pipeline::TextToSave &text, store::StoreWriter &writer,
                                           const std::stop_token &stop)
{
    const auto reader = store::StoreReader::open(writer.path());
    if (!reader)
        return tl::unexpected(reader.error());
    return pipeline::saveCheckedText(text, **reader, writer, stop);
}

} // namespace

void CheckTextDialog::connectParts()
{
    connect(m_editor, &QPlainTextEdit::textChanged, this, [this] {
        showNote(Note::Nothing);
        checkAgain();
    });
    connect(m_editor, &ClaimEditor::markEntered, this, &CheckTextDialog::selectRow);
    connect(m_editor, &ClaimEditor::fileDropped, this, &CheckTextDialog::openFile);
    connect(m_editor, &ClaimEditor::pasteRefused, this, [this] { showNote(Note::TooLong); });
    connect(m_options, &CheckTextOptions::publishedChosen, this, [this] { m_isTimeChosen = true; });
    connect(m_options, &CheckTextOptions::changed, this, [this] {
        m_quotes->setTimes(m_options->published(), core::wallClock());
        checkAgain();
    });
    connect(m_quotes, &CheckTextQuotes::timeWanted, this, &CheckTextDialog::setPublished);
    connect(m_run, &CheckTextRun::checked, this, &CheckTextDialog::showClaims);
    connect(m_run, &CheckTextRun::failed, this, [this](const core::Error &error) {
        showNothing();
        showNote(Note::Failed, error);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                m_editor->setCurrentMark(current.row());
                if (!m_isFilling) {
                    m_editor->goToMark(current.row());
                    showExplanation();
                }
            });
    connect(m_save, &QPushButton::clicked, this, &CheckTextDialog::askToSave);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(&m_appearance, &style::Appearance::changed, this, [this] {
        retranslate();
        checkAgain(); // instruments are called otherwise in another language
    });
}

void CheckTextDialog::setSession(pipeline::StoreSession *session)
{
    m_stop.request_stop();
    m_stop = {};
    m_isSaving = false;
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_run->setSession(session);
    if (session) {
        connect(session, &pipeline::StoreSession::changed, this, [this](pipeline::StoreChanges what) {
            if (what & (StoreChange::Instruments | StoreChange::Quotes))
                readQuotesEnd();
            if (what & (StoreChange::Instruments | StoreChange::Quotes | StoreChange::Shares | StoreChange::Settings))
                checkAgain();
        });
        connect(session, &pipeline::StoreSession::lost, this, &CheckTextDialog::showState);
        connect(session, &QObject::destroyed, this, [this] { setSession(nullptr); });
    }
    takeQuotesEnd(std::nullopt);
    readQuotesEnd();
    showNote(Note::Nothing);
    showNothing();
    checkAgain();
}

void CheckTextDialog::readQuotesEnd()
{
    if (!m_session)
        return;
    auto future = m_session->read(
        [calendars = m_session->sharedCalendars()](store::StoreReader &reader, const std::stop_token &stop) {
            return claimview::readQuotesEnd(reader, *calendars, stop);
        },
        m_stop.get_token());
    pipeline::whenDone(future, this, [this, session = m_session](const core::Result<std::optional<QuotesEnd>> &end) {
        if (end && session && session == m_session) // without it the line is not there
            takeQuotesEnd(*end);
    });
}

void CheckTextDialog::takeQuotesEnd(const std::optional<QuotesEnd> &end)
{
    const bool isFirst = !m_quotesEnd;
    m_quotesEnd = end;
    m_quotes->setEnd(end);
    if (!m_isTimeChosen && (isFirst || m_editor->document()->isEmpty())) // not under a text that was checked
        m_options->setPublished(usualTime());
}

core::Time CheckTextDialog::usualTime() const
{
    return m_quotesEnd && !m_quotesEnd->isCurrentAt(core::wallClock()) ? m_quotesEnd->close : thisMinute();
}

void CheckTextDialog::proposePublished(const std::optional<core::Time> &published)
{
    if (!m_editor->document()->isEmpty())
        return;
    m_isTimeChosen = published.has_value();
    m_options->setPublished(published.value_or(usualTime()));
}

void CheckTextDialog::checkAgain()
{
    const QString text = m_editor->toPlainText();
    if (!m_session || text.trimmed().isEmpty()) {
        m_run->cancel();
        m_options->setDetected(std::nullopt);
        showNothing();
        return;
    }
    m_run->request({text, m_options->language(), m_options->published(), {}}, m_appearance.language());
    showState();
}

void CheckTextDialog::showExplanation()
{
    const QModelIndex current = m_table->currentIndex();
    const QLocale &locale = m_appearance.formats().locale();
    const bool isChosen = m_book && current.isValid();
    m_heading->setVisible(isChosen);
    if (isChosen) {
        const store::StoredClaim &claim = m_model->at(current.row());
        //: the words of the text, then what the quotes say of them
        m_heading->setText(tr("“%1”: %2")
                               .arg(news::visibleLine(claim.claim.text, kLongestQuote),
                                    claims::verdictWords(claim.claim, *claim.verdict, locale)));
        m_sentence->setText(claims::explanation(claim.claim, *claim.verdict, locale));
    } else if (!m_session) {
        m_sentence->setText(tr("Open a database: numbers are checked against its quotes."));
    } else if (m_book && m_book->claims().empty()) {
        m_sentence->setText(
            m_language.isEmpty() && m_options->language().isEmpty()
                ? tr("The text seems to be neither German nor English; only these two can be read. If it is one of "
                     "them, choose the language above.")
                : tr("The text states no number about the move or the value of an instrument."));
    } else if (m_book) {
        m_sentence->setText(tr("Choose a number in the text or a row of the table: here is said how it was checked."));
    } else {
        m_sentence->setText(tr("What the quotes say of the numbers stands here as soon as there is a text."));
    }
    setColor(*m_sentence, isChosen ? m_appearance.theme().text : m_appearance.theme().secondary);
}

void CheckTextDialog::showState()
{
    const bool hasText = !m_editor->document()->isEmpty();
    m_state->setText(isBusy() ? tr("Checking…")
                     : hasText && m_session && m_options->published() > core::wallClock()
                         ? tr("Published in the future.")
                         : QString());
    const QString reason = whyNotSaved();
    m_save->setEnabled(reason.isEmpty());
    m_save->setToolTip(reason);
    m_save->setAccessibleDescription(reason);
}

QString CheckTextDialog::whyNotSaved() const
{
    if (!m_session)
        return tr("No database is open.");
    if (!m_session->writer())
        return m_session->whyReadOnly() ? m_session->whyReadOnly()->message : tr("The database can only be read.");
    if (m_session->isLost())
        return tr("The database is gone.");
    if (m_isSaving)
        return tr("The text is being saved.");
    if (m_editor->document()->isEmpty())
        return tr("There is no text yet.");
    return m_options->published() > core::wallClock() ? tr("The time of publication lies in the future.") : QString();
}

void CheckTextDialog::showNote(Note note, const core::Error &error)
{
    m_note = note;
    m_error = error;
    const bool isWrong = note == Note::TooLong || note == Note::Failed;
    setColor(*m_noteLine, isWrong ? m_appearance.theme().contradicted : m_appearance.theme().text);
    m_noteLine->setText(noteText());
    m_noteLine->setVisible(note != Note::Nothing);
}

QString CheckTextDialog::noteText() const
{
    switch (m_note) {
    case Note::Saved:
        return tr("Saved as a news item. It can be undone under Imports.");
    case Note::SavedAgain:
        return tr("The database has this text of this publisher already.");
    case Note::TooLong:
        return tr("The text would be longer than %1 MB: what was pasted was not taken.")
            .arg(m_appearance.formats().count(pipeline::kLongestCheckedBytes / 1'000'000));
    case Note::Failed:
        return m_error.message;
    case Note::Nothing:
        break;
    }
    return {};
}

void CheckTextDialog::openFile(const QString &path)
{
    if (!m_session) {
        showNote(Note::Failed, {core::ErrorCode::InvalidInput, tr("No database is open."), {}});
        return;
    }
    auto future = m_session->read(
        [path](store::StoreReader &, const std::stop_token &stop) { return pipeline::readCheckableFile(path, stop); },
        m_stop.get_token());
    pipeline::whenDone(future, this, [this](const core::Result<QString> &text) {
        if (text)
            setText(*text);
        else if (text.error().code != core::ErrorCode::Cancelled)
            showNote(Note::Failed, text.error());
    });
}

QString CheckTextDialog::textLanguage() const
{
    return m_options->language().isEmpty() ? m_language : m_options->language();
}

void CheckTextDialog::askToSave()
{
    const QString publisher = m_publisher.isEmpty() ? tr("Own text") : m_publisher;
    auto *dialog = new CheckTextSaveDialog(pipeline::proposedTitle(m_editor->toPlainText(), textLanguage()), publisher,
                                           this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CheckTextSaveDialog::chosen, this, &CheckTextDialog::save);
    dialog->open();
}

void CheckTextDialog::save(const QString &title, const QString &publisher)
{
    if (!whyNotSaved().isEmpty()) // since the question
        return;
    m_publisher = publisher;
    const QString text = m_editor->toPlainText();
    m_isSaving = true;
    showState();
    auto future = m_session->run(
        [text = pipeline::TextToSave{title, publisher, textLanguage(), text, m_options->published(), core::wallClock()},
         writer = m_session->writer(), stop = m_stop.get_token()] { return saveText(text, *writer, stop); });
    pipeline::whenDone(future, this, [this, session = m_session](const core::Result<store::ImportResult> &result) {
        if (session.isNull() || session != m_session) // another store by now
            return;
        m_isSaving = false;
        showState();
        if (!result) {
            showNote(Note::Failed, result.error());
            return;
        }
        const store::ImportTotals &totals = result->totals;
        const bool isNew = totals.inserted + totals.replaced > 0;
        showNote(isNew ? Note::Saved : Note::SavedAgain);
        if (isNew)
            session->tellChanged(StoreChange::News);
        Q_EMIT saved();
    });
}

void CheckTextDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void CheckTextDialog::dropEvent(QDropEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.isEmpty() || !urls.constFirst().isLocalFile())
        return;
    event->acceptProposedAction();
    openFile(urls.constFirst().toLocalFile());
}

void CheckTextDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CheckTextDialog::retranslate()
{
    setWindowTitle(tr("Check text"));
    m_editor->setAccessibleName(tr("Text to check"));
    m_editor->setPlaceholderText(tr(
        "Type, paste or drop a German or English text here. What it says about prices and indices is checked at once "
        "against the quotes of the database."));
    m_table->setAccessibleName(tr("Numbers of the text and what the quotes say of them"));
    m_save->setText(tr("&Save as news item…"));
    m_close->setText(tr("&Close"));
    m_model->refresh();
    QPalette colors = m_box->palette();
    colors.setColor(QPalette::Window, m_appearance.theme().alternate);
    m_box->setPalette(colors);
    fitColumns();
    showNote(m_note, m_error);
    showExplanation();
    showState();
}

} // namespace tickmark::claimview
