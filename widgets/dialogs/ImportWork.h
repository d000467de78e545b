// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ImportDraft.h"
#include "ImportPreview.h"
#include "ImportRun.h"
#include <pipeline/StoreSession.h>

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace tickmark::dialogs {

//! One file on its way into the store: looked at, corrected, checked, imported, perhaps taken back. Keeps the draft and
//! what the newest jobs found; the jobs run on other threads, and answers to an older draft are dropped. GUI thread; the
//! session outlives it. Destroying it cancels what runs; ticks that are on the disk by then stay there.
class ImportWork : public QObject
{
    Q_OBJECT

public:
    //! Files up to this size are checked on their own; larger ones when checkNow() is called.
    static constexpr qint64 kCheckedBytes = 64'000'000;

    enum class State {
        Loading, //!< there is no preview yet
        Trouble, //!< the file cannot be imported; see failure()
        Ready,   //!< there is a preview; see whyNot()
        Importing,
        Finished //!< see outcome()
    };

    ImportWork(pipeline::StoreSession &session, const QString &path, QObject *parent = nullptr);
    ~ImportWork() override;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const ImportDraft &draft() const { return m_draft; }
    [[nodiscard]] const std::vector<core::Instrument> &known() const { return m_known; }
    //! What is still to be said of its instruments, as a sentence; empty when nothing is.
    [[nodiscard]] QString instrumentLack() const;
    //! The one that is made of a file that names none; null without such.
    [[nodiscard]] const core::Instrument *newInstrument() const;
    //! Of the newest draft that was looked at; null before.
    [[nodiscard]] const ImportPreview *preview() const { return m_preview ? &*m_preview : nullptr; }
    //! Grows with every preview, so that a view knows whether it shows the newest.
    [[nodiscard]] int previewNumber() const { return m_previewNumber; }
    [[nodiscard]] const PreviewFailure *failure() const { return m_failure ? &*m_failure : nullptr; }
    //! Of the whole file; null while it is not known.
    [[nodiscard]] const ImportFacts *check() const { return m_check ? &*m_check : nullptr; }
    //! Why the last check or import failed.
    [[nodiscard]] const core::Error *error() const { return m_error ? &*m_error : nullptr; }
    [[nodiscard]] const ImportFacts *outcome() const { return m_outcome ? &*m_outcome : nullptr; }
    //! What an import of ticks that was cancelled or failed has left in the database; null without such. The state is
    //! Ready then: importing again adds the rest.
    [[nodiscard]] const ImportFacts *kept() const { return m_kept ? &*m_kept : nullptr; }
    //! Whether undo() would take something back: all that this work has imported so far.
    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool isUndoing() const { return m_undoing; }
    [[nodiscard]] const store::UndoTotals *undone() const { return m_undone ? &*m_undone : nullptr; }
    [[nodiscard]] bool isChecking() const { return m_checking; }
    //! A check or import that was cancelled by the user, since the last change.
    [[nodiscard]] bool wasCancelled() const { return m_wasCancelled; }
    [[nodiscard]] const ImportMeter &meter() const { return *m_meter; }
    [[nodiscard]] double secondsRunning() const { return double(m_clock.elapsed()) / 1000.0; }

    //! Why nothing can be imported now, as a sentence; empty when it can.
    [[nodiscard]] QString whyNot() const;

    //! Changes the draft. `looksAgain`: the preview depends on it and is made again, a little later.
    void edit(const std::function<void(ImportDraft &)> &change, bool looksAgain = true);
    //! Looks at the file again (its texts are in another language, or it has changed).
    void reload();
    void checkNow();
    void start();
    void cancel();
    void undo();

Q_SIGNALS:
    //! Any of the above has changed.
    void changed();
    //! The import has ended.
    void finished(bool succeeded);

private:
    void loadKnown();
    void load();
    void onPreview(tl::expected<ImportPreview, PreviewFailure> answer);
    void onChecked(core::Result<ImportFacts> answer);
    void onImported(core::Result<ImportFacts> answer);
    void stopCheck();
    [[nodiscard]] ImportJobInput input() const;
    void suggestSymbol();
    void flagPreview();
    void keepPart(ImportFacts facts);
    void onUndone(const UndoneImports &undone);
    static pipeline::StoreChange changeBy(ReadAs readAs);
    static void tellStoreChanged(pipeline::StoreSession &session, const ImportFacts &facts);

    pipeline::StoreSession &m_session;
    State m_state = State::Loading;
    ImportDraft m_draft;
    std::vector<core::Instrument> m_known;
    bool m_isKnownLoaded = false;
    bool m_symbolSuggested = false;
    std::optional<ImportPreview> m_preview;
    std::optional<PreviewFailure> m_failure;
    std::optional<ImportFacts> m_check;
    std::optional<core::Error> m_error;
    std::optional<ImportFacts> m_outcome;
    std::optional<ImportFacts> m_kept;
    std::vector<qint64> m_importIds; //!< of what was not taken back, oldest first
    std::optional<store::UndoTotals> m_undone;
    bool m_undoing = false;
    bool m_checking = false;
    bool m_wasCancelled = false;
    bool m_previewIsStale = true;
    int m_previewNumber = 0;
    int m_loadNumber = 0;  //!< of the newest preview that was asked for
    int m_checkNumber = 0; //!< of the newest check
    std::stop_source m_stopLoad;
    std::stop_source m_stopCheck;
    std::stop_source m_stopImport;
    std::shared_ptr<ImportMeter> m_meter = std::make_shared<ImportMeter>();
    QElapsedTimer m_clock;
    QTimer m_debounce;
};

} // namespace tickmark::dialogs
