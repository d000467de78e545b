// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "QuotesEnd.h"
#include <pipeline/StoreSession.h>
#include <tables/ClaimBook.h>

#include <QDialog>
#include <QPointer>

#include <style/Appearance.h>

#include <optional>

class QFrame;
class QLabel;
class QPushButton;
class QTableView;

namespace tickmark::claimview {

class CheckTextCounts;
class ClaimRowsModel;
class CheckTextOptions;
class CheckTextQuotes;
class CheckTextRun;
class ClaimEditor;

//! Any German or English text, its numbers checked against the quotes of the open store while it is typed, and saved as
//! news where the user wants that. A window of its own, not modal; keeps its text from one store to the next. GUI thread;
//! reads and saves on other threads. The appearance outlives it; the session may go at any time.
class CheckTextDialog : public QDialog
{
    Q_OBJECT

public:
    explicit CheckTextDialog(const style::Appearance &appearance, QWidget *parent = nullptr);
    ~CheckTextDialog() override;

    //! Null: no store is open; verdicts go, the text stays.
    void setSession(pipeline::StoreSession *session);
    //! In place of the text that is there; the user can undo it.
    void setText(const QString &text);
    //! Opens a text file, a web page or a message in place of the text.
    void openFile(const QString &path);
    void setPublished(core::Time published);
    //! For a text that is yet to come: when what the user looks at was published; nothing: now, or when the quotes of the
    //! store end before. Changes nothing as soon as there is a text.
    void proposePublished(const std::optional<core::Time> &published);

    [[nodiscard]] bool isBusy() const;

Q_SIGNALS:
    //! The store has the text, new or as it was.
    void saved();
    //! The table of claims was written to a file, or could not be.
    void exported(const QString &path);
    void failed(const tickmark::core::Error &error);

protected:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    //! What the line above the buttons says, in the language of the moment.
    enum class Note { Nothing, Saved, SavedAgain, TooLong, Failed };

    void build();
    QWidget *buildResults();
    void connectParts();
    void retranslate();
    void checkAgain();
    void readQuotesEnd();
    void takeQuotesEnd(const std::optional<QuotesEnd> &end);
    //! When a text was published of which nothing is known.
    [[nodiscard]] core::Time usualTime() const;
    void showClaims(const tables::ClaimBookPtr &book, const QString &language);
    void showNothing();
    void selectRow(int row);
    void showExplanation();
    void showState();
    void showNote(Note note, const core::Error &error = {});
    [[nodiscard]] QString noteText() const;
    [[nodiscard]] QString whyNotSaved() const;
    void askToSave();
    [[nodiscard]] QString textLanguage() const; //!< as chosen, else as recognised; empty when unknown
    void save(const QString &title, const QString &publisher);
    void fitColumns();

    const style::Appearance &m_appearance;
    QPointer<pipeline::StoreSession> m_session;
    tables::ClaimBookPtr m_book;
    CheckTextRun *m_run;
    ClaimRowsModel *m_model;
    CheckTextOptions *m_options;
    CheckTextQuotes *m_quotes;
    ClaimEditor *m_editor;
    QTableView *m_table;
    QFrame *m_box;
    QLabel *m_heading;
    QLabel *m_sentence;
    QLabel *m_noteLine;
    CheckTextCounts *m_counts;
    QLabel *m_state;
    QPushButton *m_save;
    QPushButton *m_close;
    Note m_note = Note::Nothing;
    core::Error m_error;
    QString m_language; //!< as which the text was read
    std::optional<QuotesEnd> m_quotesEnd;
    bool m_isTimeChosen = false; //!< by the user, or for a reason
    QString m_publisher;         //!< as it was saved last
    bool m_isFilling = false;
    bool m_isSaving = false;
    std::stop_source m_stop; //!< of files, saving and quotes
};

} // namespace tickmark::claimview
