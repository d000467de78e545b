// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>
#include <tables/ClaimTableModel.h>
#include <tables/PublisherSummary.h>

#include <QJsonObject>
#include <QPointer>
#include <QThreadPool>
#include <QWidget>

#include <style/Appearance.h>

#include <optional>

class QAction;
class QDockWidget;
class QLabel;
class QStackedLayout;
class QToolButton;
class QUndoStack;

namespace tickmark::style {
class DockHead;
}

namespace tickmark::pipeline {
class StoreSession;
}

namespace tickmark::claimview {

class ClaimActions;
class ClaimFilterBar;
class ClaimsTable;
class PublisherTable;
class VerdictPopup;

//! All claims of a store in a table, with filter and sort, and what those that pass say of each publisher. A claim can be
//! explained, corrected, dismissed, compared and shown in a chart from its row. GUI thread; keys to sort and words to search
//! are made on a thread of its own, as are files. Its head is a widget of its own, for the dock's title bar.
class ClaimsPanel : public QWidget
{
    Q_OBJECT

public:
    //! `appearance` outlives it.
    explicit ClaimsPanel(style::Appearance &appearance, QWidget *parent = nullptr);
    ~ClaimsPanel() override;

    //! Makes the head ("Claims", counts, the choice between the two tables), once; the title bar of `dock`, or with null a
    //! head without a close button. The caller places it.
    [[nodiscard]] style::DockHead *makeHead(QDockWidget *dock);

    //! The store of the claims, for quotes and corrections; without one (null) the empty panel says to open one.
    void setSession(pipeline::StoreSession *session);
    //! What corrections are undone with; outlives the panel.
    void setUndoStack(QUndoStack *undoStack);
    //! Null: none (yet). What is selected stays selected; a filter stays while the store does.
    void setBook(tables::ClaimBookPtr book);
    //! What the charts show, for the filter "days in view".
    void setViewRange(core::TimeRange range);
    //! Selects the claim where it is shown, without a signal.
    void setActive(const std::optional<store::ClaimKey> &key);
    void focusFilter();
    //! Writes what the table in sight shows, as it is sorted; replaces `path`. Failures come as failed().
    void exportTo(const QString &path);

    //! Order of the rows, and which of the two tables is shown.
    [[nodiscard]] QJsonObject saveState() const;
    void restoreState(const QJsonObject &state);

Q_SIGNALS:
    //! The user selected it, with mouse or keyboard.
    void claimActivated(const tickmark::store::ClaimKey &key);
    //! The user wants to read it.
    void headlineRequested(qint64 newsId);
    void compareRequested(const tickmark::store::ClaimKey &key);
    void showOnChartRequested(const tickmark::store::ClaimKey &key);
    //! The file of exportTo() is complete.
    void exported(const QString &path);
    void failed(const tickmark::core::Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void buildActions();
    void connectParts();
    void connectRows();
    void take(tables::ClaimTablePtr table);
    void showRows();
    void showPublishers();
    [[nodiscard]] bool isByPublisher() const;
    void restoreSelection();
    void currentChanged();
    void selectionChanged();
    void explain();
    void requestHeadline();
    void askForFile();
    void showCounts();
    void showContents();
    [[nodiscard]] QString whyEmpty() const;
    void retranslate();
    void recolor();

    style::Appearance &m_appearance;
    tables::ClaimTableModel m_model;
    ClaimFilterBar *m_bar;
    ClaimsTable *m_table;
    PublisherTable *m_publishers;
    QLabel *m_note;
    QStackedLayout *m_contents;   //!< claims, publishers, note
    ClaimActions *m_claimActions; //!< of the one row that is selected
    VerdictPopup *m_popup;
    QAction *m_explain;
    QAction *m_showHeadline;
    QAction *m_export;
    QToolButton *m_allButton;
    QToolButton *m_publishersButton;
    QWidget *m_choice; //!< the two buttons
    QPointer<style::DockHead> m_head;
    std::optional<store::ClaimKey> m_active;
    int m_newest = 0; //!< number of the newest book: what comes of older ones is dropped
    bool m_hasStore = false;
    bool m_isSelecting = false; //!< by the program
    QThreadPool m_threads;      //!< last: it waits for its tasks before what they use goes
};

} // namespace tickmark::claimview
