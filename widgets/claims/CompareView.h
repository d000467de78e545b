// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CompareTableModel.h"
#include "CompareTopicModel.h"

#include <QWidget>

#include <style/Appearance.h>

#include <optional>

class QComboBox;
class QLabel;
class QListView;
class QPlainTextEdit;
class QPushButton;
class QStackedLayout;
class QTableView;

namespace tickmark::claimview {

class CompareChart;

//! What several texts say of one thing on one day, side by side with what the quotes say: topics of a session at the left,
//! the chosen one as axis, table and text to copy. GUI thread; takes a book that somebody else has read.
class CompareView : public QWidget
{
    Q_OBJECT

public:
    //! `appearance` outlives it.
    explicit CompareView(style::Appearance &appearance, QWidget *parent = nullptr);
    ~CompareView() override;

    //! Without a store the empty view says to open one.
    void setHasStore(bool hasStore);
    //! Null: none (yet). Session, topic and claim stay where the new book has them.
    void setBook(tables::ClaimBookPtr book);
    //! Shows the claim: its session, its topic, its row. Without a signal; what is not compared changes nothing.
    void setActive(const std::optional<store::ClaimKey> &key);
    [[nodiscard]] std::optional<core::SessionDate> session() const { return m_session; }
    void setSession(core::SessionDate session);

Q_SIGNALS:
    //! The user selected it, with mouse or keyboard.
    void claimActivated(const tickmark::store::ClaimKey &key);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeList();
    [[nodiscard]] QWidget *makePage();
    void makeTable();
    void connectParts();
    void offerSessions();
    void showSession();
    void showTopic(int row);
    void showTexts();
    void showRow(int row);
    void rowChosen(int row);
    void showContents();
    void fitTable();
    void retranslate();
    void recolor();
    [[nodiscard]] const tables::ClaimTopic *topic() const;

    style::Appearance &m_appearance;
    tables::ClaimBookPtr m_book;
    std::optional<core::SessionDate> m_session;
    std::optional<store::ClaimKey> m_active;
    CompareTopicModel m_topics;
    CompareTableModel m_rows;
    QWidget *m_line; //!< between list and page
    QComboBox *m_sessions;
    QLabel *m_count;
    QListView *m_list;
    QLabel *m_title;
    QLabel *m_sentence;
    CompareChart *m_chart;
    QLabel *m_tableHead;
    QTableView *m_table;
    QLabel *m_textHead;
    QPushButton *m_copy;
    QPlainTextEdit *m_text;
    QLabel *m_note;
    QWidget *m_contents;
    QStackedLayout *m_stack;
    bool m_hasStore = false;
    bool m_isSelecting = false; //!< by the program
};

} // namespace tickmark::claimview
