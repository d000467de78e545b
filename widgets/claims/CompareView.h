// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CompareTableModel.h"
#include "CompareTopicModel.h"
#include <core/Result.h>

#include <QThreadPool>
#include <QWidget>

#include <style/Appearance.h>

#include <optional>

class QAction;
class QLabel;
class QListView;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;
class QStackedLayout;
class QTableView;
class QUndoStack;

namespace tickmark::pipeline {
class StoreSession;
}
namespace tickmark::style {
class DockHead;
}

namespace tickmark::claimview {

class CompareChart;
class CompareFilterBar;
class CompareRules;
class CompareSum;
class VerdictPopup;

//! What several texts say of one thing on one day, side by side with what the quotes say: topics of a session at the left,
//! the chosen one as axis, table and text to copy. Its sum and its reading rules are widgets of their own, for docks beside
//! it. GUI thread; takes a book that somebody else has read, and groups it on a thread of its own, as it writes files.
class CompareView : public QWidget
{
    Q_OBJECT

public:
    //! `appearance` outlives it.
    explicit CompareView(style::Appearance &appearance, QWidget *parent = nullptr);
    ~CompareView() override;

    //! For the docks and the tool bar of a window, which take them over; they follow the view while it lives. The filter
    //! stands above the topics until then.
    [[nodiscard]] CompareFilterBar *filterBar() const { return m_bar; }
    [[nodiscard]] CompareSum *sum() const { return m_sum; }
    [[nodiscard]] CompareRules *rules() const { return m_rules; }

    //! The store of the claims, for explanations; without one (null) the empty view says to open one.
    void setStore(pipeline::StoreSession *session);
    //! What corrections are undone with; outlives the view.
    void setUndoStack(QUndoStack *undoStack);
    //! Null: none (yet). Session, topic and claim stay where the new book has them; until it is grouped, the old one shows.
    void setBook(tables::ClaimBookPtr book);
    //! Shows the claim: its session, its topic, its row. Without a signal; what is not compared changes nothing. Nothing: no
    //! row is selected any more.
    void setActive(const std::optional<store::ClaimKey> &key);
    //! Selects the first claim of the topic in sight, as the user would, unless one is selected.
    void chooseFirst();
    [[nodiscard]] std::optional<core::SessionDate> session() const { return m_session; }
    void setSession(core::SessionDate session);
    //! Writes the claims of the topic in sight as CSV; replaces `path`. Failures come as failed().
    void exportTo(const QString &path);

Q_SIGNALS:
    //! The user selected it, with mouse or keyboard.
    void claimActivated(const tickmark::store::ClaimKey &key);
    //! The user wants to see it in the list of headlines.
    void headlineRequested(qint64 newsId);
    void showOnChartRequested(const tickmark::store::ClaimKey &key);
    //! Esc.
    void leaveRequested();
    //! The file of exportTo() is complete.
    void exported(const QString &path);
    void failed(const tickmark::core::Error &error);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    //! What is made of a book off the GUI thread.
    struct Prepared
    {
        tables::ClaimBookPtr book;
        SessionTopicsPtr topics;
    };

    void build();
    [[nodiscard]] QWidget *makeList();
    [[nodiscard]] QWidget *makePage();
    void makeTable();
    void makeActions();
    void connectParts();

    void take(Prepared prepared);
    void showSession();
    void applyFilter();
    //! Without a signal.
    void selectTopic(int row);
    void showTopic(int row);
    void topicChosen(int row);
    void showTexts();
    void showSum();
    void showRow(int row);
    void rowChosen(int row);
    void explain(int row);
    void showContents();
    void fitTable();
    void fitLastColumn();
    void askForFile();
    void retranslate();
    void recolor();
    [[nodiscard]] const tables::ClaimTopic *topic() const;
    [[nodiscard]] const store::StoredClaim *currentClaim() const;

    style::Appearance &m_appearance;
    tables::ClaimBookPtr m_book;
    SessionTopicsPtr m_all;
    std::optional<core::SessionDate> m_session;
    std::optional<store::ClaimKey> m_active;
    CompareTopicModel m_topics;
    CompareTableModel m_rows;
    CompareFilterBar *m_bar;
    QWidget *m_line; //!< between list and page
    style::DockHead *m_listHead;
    QListView *m_list;
    QScrollArea *m_page;
    QLabel *m_title;
    QLabel *m_sentence;
    CompareChart *m_chart;
    QLabel *m_tableHead;
    QTableView *m_table;
    QLabel *m_textHead;
    QPushButton *m_copy;
    QPlainTextEdit *m_text;
    QLabel *m_note;
    QPushButton *m_clear; //!< of the filter
    QWidget *m_empty;     //!< note and button
    QWidget *m_contents;
    QStackedLayout *m_stack;
    CompareSum *m_sum;
    CompareRules *m_rules;
    VerdictPopup *m_popup;
    QAction *m_explain;
    QAction *m_showHeadline;
    QAction *m_showOnChart;
    QAction *m_export;
    int m_columnsWidth = 0; //!< of the table, as wide as its contents
    int m_publisherWidth = 0;
    int m_newest = 0; //!< number of the newest book: what comes of older ones is dropped
    bool m_hasStore = false;
    bool m_isSelecting = false; //!< by the program
    QThreadPool m_threads;      //!< last: it waits for its tasks before what they use goes
};

} // namespace tickmark::claimview
