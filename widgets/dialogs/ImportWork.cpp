// SPDX-License-Identifier: GPL-3.0-or-later
#include "ImportWork.h"

#include "PreviewFlags.h"
#include <core/WallClock.h>
#include <pipeline/WhenDone.h>

#include <QPointer>
#include <QPromise>
#include <QThreadPool>

#include <algorithm>
#include <chrono>
#include <utility>

namespace tickmark::dialogs {

using core::ErrorCode;
using core::Result;

namespace {

constexpr std::chrono::milliseconds kDebounce{120};

using PreviewAnswer = tl::expected<ImportPreview, PreviewFailure>;

//! On a thread of the program's pool: it must not wait behind an import, and a file on a sleeping disk must not hold up
//! anybody who closes the dialog.
QFuture<PreviewAnswer> previewOf(ImportDraft draft, std::stop_token stop)
{
    auto promise = std::make_shared<QPromise<PreviewAnswer>>();
    QFuture<PreviewAnswer> future = promise->future();
    promise->start();
    QThreadPool::globalInstance()->start([promise, draft = std::move(draft), stop = std::move(stop)] {
        promise->addResult(loadPreview(draft, stop));
        promise->finish();
    });
    return future;
}

} // namespace

ImportWork::ImportWork(pipeline::StoreSession &session, const QString &path, QObject *parent)
    : QObject(parent), m_session(session)
{
    m_draft.path = path;
    m_debounce.setSingleShot(true);
    m_debounce.setInterval(kDebounce);
    connect(&m_debounce, &QTimer::timeout, this, &ImportWork::load);
    connect(&session, &pipeline::StoreSession::changed, this, [this](pipeline::StoreChanges what) {
        if (what & pipeline::StoreChange::Instruments)
            loadKnown();
    });
    loadKnown();
    load();
}

ImportWork::~ImportWork()
{
    m_stopLoad.request_stop();
    m_stopCheck.request_stop();
    m_stopImport.request_stop();
}

void ImportWork::loadKnown()
{
    pipeline::whenDone(m_session.read([](store::StoreReader &reader, std::stop_token) { return reader.instruments(); }),
                       this, [this](const Result<std::vector<core::Instrument>> &answer) {
                           if (!answer) {
                               m_error = answer.error();
                           } else {
                               m_known = *answer;
                               m_isKnownLoaded = true;
                               flagPreview();
                           }
                           suggestSymbol();
                           if (m_state == State::Ready && m_isKnownLoaded && !m_previewIsStale && !m_check
                               && !m_checking)
                               checkNow();
                           Q_EMIT changed();
                       });
}

//! Anew whenever the exchange of its instruments may have become known.
void ImportWork::flagPreview()
{
    if (m_preview && flagRows(*m_preview, m_draft, m_known, m_session.calendars()))
        ++m_previewNumber;
}

//! A file named after a known instrument is most likely of that one; the user sees and can change it.
void ImportWork::suggestSymbol()
{
    if (m_symbolSuggested || !m_isKnownLoaded || !m_preview || m_preview->namesSymbols)
        return;
    m_symbolSuggested = true;
    const QString symbol = symbolOfFileName(m_draft.path, m_known);
    if (!symbol.isEmpty() && m_draft.options.symbol.isEmpty())
        edit([&](ImportDraft &draft) { draft.options.symbol = symbol; });
}

void ImportWork::edit(const std::function<void(ImportDraft &)> &change, bool looksAgain)
{
    if (m_state == State::Importing || m_state == State::Finished)
        return;
    change(m_draft);
    m_wasCancelled = false;
    if (looksAgain) {
        stopCheck();
        m_previewIsStale = true;
        m_debounce.start();
    } else {
        flagPreview();
    }
    Q_EMIT changed();
}

void ImportWork::reload()
{
    if (m_state == State::Importing || m_state == State::Finished)
        return;
    stopCheck();
    m_previewIsStale = true;
    load();
}

void ImportWork::load()
{
    m_debounce.stop();
    m_stopLoad.request_stop();
    m_stopLoad = {};
    const int number = ++m_loadNumber;
    pipeline::whenDone(previewOf(m_draft, m_stopLoad.get_token()), this, [this, number](PreviewAnswer answer) {
        if (number == m_loadNumber)
            onPreview(std::move(answer));
    });
}

void ImportWork::onPreview(PreviewAnswer answer)
{
    ++m_previewNumber;
    m_failure.reset();
    m_error.reset();
    m_previewIsStale = m_debounce.isActive();
    if (!answer) {
        m_preview.reset();
        m_failure = std::move(answer.error());
        m_state = State::Trouble;
        Q_EMIT changed();
        return;
    }
    m_preview = std::move(*answer);
    m_state = State::Ready;
    flagPreview();
    suggestSymbol();
    if (!m_previewIsStale && m_isKnownLoaded && m_preview->bytes <= kCheckedBytes)
        checkNow();
    Q_EMIT changed();
}

void ImportWork::stopCheck()
{
    m_stopCheck.request_stop();
    ++m_checkNumber;
    m_checking = false;
    m_check.reset();
    m_error.reset();
}

void ImportWork::checkNow()
{
    if (m_state != State::Ready || !m_preview || !m_preview->questions.empty() || m_preview->obstacle)
        return;
    stopCheck();
    m_stopCheck = {};
    m_checking = true;
    m_wasCancelled = false;
    m_meter = std::make_shared<ImportMeter>();
    m_clock.start();
    const int number = m_checkNumber;
    pipeline::whenDone(m_session.run([job = input(), stop = m_stopCheck.get_token()] { return checkFile(job, stop); }),
                       this, [this, number](Result<ImportFacts> answer) {
                           if (number == m_checkNumber)
                               onChecked(std::move(answer));
                       });
    Q_EMIT changed();
}

void ImportWork::onChecked(Result<ImportFacts> answer)
{
    m_checking = false;
    if (answer)
        m_check = std::move(*answer);
    else if (answer.error().code != ErrorCode::Cancelled)
        m_error = answer.error();
    Q_EMIT changed();
}

const core::Instrument *ImportWork::newInstrument() const
{
    const bool namesNone = m_preview && !m_preview->namesSymbols;
    return namesNone && m_draft.newInstrument ? &*m_draft.newInstrument : nullptr;
}

ImportJobInput ImportWork::input() const
{
    ImportJobInput job;
    job.draft = m_draft;
    if (!newInstrument())
        job.draft.newInstrument.reset();
    job.profile = m_preview->profile;
    job.readAs = m_preview->readAs;
    job.known = m_known;
    job.writer = m_session.writer();
    job.calendars = m_session.sharedCalendars();
    job.now = core::wallClock();
    job.meter = m_meter;
    return job;
}

QString ImportWork::instrumentLack() const
{
    const core::Instrument *added = newInstrument();
    if (added && !isSuggestionSafe(*added))
        return tr("Say the exchange and the currency of the new instrument.");
    if (added && !core::isValidSymbol(added->symbol))
        return tr("“%1” cannot be a symbol: no blanks, commas, semicolons or colons, at most 64 characters.")
            .arg(added->symbol);
    if (!std::ranges::all_of(m_draft.additions, isSuggestionSafe))
        return tr("Say the exchange and the currency of every instrument that is to be added.");
    if (m_check && m_check->readAs != ReadAs::News && m_check->knownSymbols().isEmpty() && m_draft.additions.empty()
        && !added)
        return tr("The database has none of its instruments. Add them as instruments to import the file.");
    return {};
}

QString ImportWork::whyNot() const
{
    if (m_state == State::Loading)
        return tr("The file is being looked at.");
    if (m_state == State::Trouble)
        return tr("This file cannot be imported.");
    if (m_state == State::Importing)
        return tr("An import is running.");
    if (m_state == State::Finished)
        return tr("This file has been imported.");
    if (m_undoing)
        return tr("The import is being taken back.");
    if (!m_session.writer())
        return m_session.whyReadOnly() ? m_session.whyReadOnly()->message
                                       : tr("The database can only be read, so nothing can be imported.");
    if (m_previewIsStale || !m_isKnownLoaded)
        return tr("The file is being looked at.");
    if (m_preview->obstacle)
        return m_preview->obstacle->message;
    if (!m_preview->questions.empty())
        return tr("Answer the open questions first.");
    return instrumentLack();
}

void ImportWork::start()
{
    if (!whyNot().isEmpty())
        return;
    stopCheck();
    m_stopImport = {};
    m_wasCancelled = false;
    m_state = State::Importing;
    m_meter = std::make_shared<ImportMeter>();
    m_clock.start();
    m_undone.reset();
    // Whoever has closed the page meanwhile: what stayed in the store is told.
    pipeline::whenDone(
        m_session.run([job = input(), stop = m_stopImport.get_token()] { return importFile(job, stop); }), &m_session,
        [work = QPointer(this), session = &m_session](Result<ImportFacts> answer) {
            if (work)
                work->onImported(std::move(answer));
            else if (answer)
                tellStoreChanged(*session, *answer);
        });
    Q_EMIT changed();
}

void ImportWork::onImported(Result<ImportFacts> answer)
{
    const bool succeeded = answer && !answer->fault;
    if (answer && answer->importId != 0)
        m_importIds.push_back(answer->importId);
    m_state = succeeded ? State::Finished : State::Ready;
    if (succeeded) {
        m_kept.reset();
        m_outcome = std::move(*answer);
        tellStoreChanged(m_session, *m_outcome);
    } else {
        const core::Error error = answer ? *answer->fault : answer.error();
        m_wasCancelled = error.code == ErrorCode::Cancelled;
        if (!m_wasCancelled)
            m_error = error;
        if (answer)
            keepPart(std::move(*answer));
    }
    Q_EMIT changed();
    Q_EMIT finished(succeeded);
}

//! Its instruments are in the store now, so another start must not add them again.
void ImportWork::keepPart(ImportFacts facts)
{
    const auto wasAdded = [&](const core::Instrument &instrument) { return facts.added.contains(instrument.symbol); };
    std::erase_if(m_draft.additions, wasAdded);
    if (m_draft.newInstrument && wasAdded(*m_draft.newInstrument))
        m_draft.newInstrument.reset();
    m_isKnownLoaded = m_isKnownLoaded && facts.added.isEmpty();
    m_kept = std::move(facts);
    tellStoreChanged(m_session, *m_kept);
}

pipeline::StoreChange ImportWork::changeBy(ReadAs readAs)
{
    switch (readAs) {
    case ReadAs::Shares:
        return pipeline::StoreChange::Shares;
    case ReadAs::News:
        return pipeline::StoreChange::News;
    case ReadAs::Bars:
    case ReadAs::Ticks:
    case ReadAs::Actions:
        break;
    }
    return pipeline::StoreChange::Quotes;
}

void ImportWork::tellStoreChanged(pipeline::StoreSession &session, const ImportFacts &facts)
{
    pipeline::StoreChanges what;
    if (facts.importId != 0)
        what |= changeBy(facts.readAs);
    if (!facts.added.isEmpty())
        what |= pipeline::StoreChange::Instruments;
    if (what)
        session.tellChanged(what);
}

void ImportWork::cancel()
{
    if (m_state == State::Importing) {
        m_stopImport.request_stop();
    } else if (m_checking) {
        stopCheck();
        m_wasCancelled = true;
        Q_EMIT changed();
    }
}

bool ImportWork::canUndo() const
{
    const bool ended = m_state == State::Finished || (m_state == State::Ready && m_kept);
    return ended && !m_importIds.empty() && !m_undoing && m_session.writer();
}

//! The newest first: what an import in several goes has brought goes altogether.
void ImportWork::undo()
{
    if (!canUndo())
        return;
    const pipeline::StoreChanges what = changeBy(m_outcome ? m_outcome->readAs : m_kept->readAs);
    m_undoing = true;
    pipeline::whenDone(
        m_session.run([writer = m_session.writer(), ids = m_importIds] { return undoAll(*writer, ids); }), &m_session,
        [work = QPointer(this), session = &m_session, what](const UndoneImports &undone) {
            if (undone.imports > 0)
                session->tellChanged(what);
            if (work)
                work->onUndone(undone);
        });
    Q_EMIT changed();
}

void ImportWork::onUndone(const UndoneImports &undone)
{
    m_undoing = false;
    m_importIds.resize(m_importIds.size() - undone.imports);
    m_error = undone.error;
    if (!undone.error) {
        m_undone = undone.totals;
        m_kept.reset();
        m_wasCancelled = false;
    }
    Q_EMIT changed();
}

} // namespace tickmark::dialogs
