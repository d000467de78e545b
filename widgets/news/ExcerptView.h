// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>
#include <tables/ClaimBook.h>

#include <QWidget>

#include <style/Appearance.h>

#include <optional>

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
class ClaimRows;
class VerdictPopup;
} // namespace tickmark::claimview

namespace tickmark::newsview {

class EmptyNote;
class ExcerptFoot;
class ExcerptText;

//! One headline in full: title, where and when it was published, its text as plain text with the mentioned instruments as
//! links and its numbers underlined by verdict, then its claims as a table. A number that is clicked, or chosen with Tab and
//! Enter, is the active claim and gets explained in a pop-up. GUI thread. Nothing in a text is ever taken as markup or
//! fetched.
class ExcerptView : public QWidget
{
    Q_OBJECT

public:
    //! `appearance` outlives it. `dock` gets the head as title bar; null: the head stands on top.
    explicit ExcerptView(style::Appearance &appearance, QDockWidget *dock = nullptr, QWidget *parent = nullptr);

    //! Nothing: says how to choose one.
    void setHeadline(const std::optional<tables::Headline> &headline);
    [[nodiscard]] const std::optional<tables::Headline> &headline() const { return m_headline; }
    //! Null: none. Those that do not fit the text shown are left out of it.
    void setClaims(const tables::ClaimBookPtr &book);
    //! Tints its number and selects its row, silently.
    void setActiveClaim(const std::optional<store::ClaimKey> &key);
    [[nodiscard]] const std::optional<store::ClaimKey> &activeClaim() const { return m_active; }
    //! The store of the claims, for quotes and corrections; null: none.
    void setSession(pipeline::StoreSession *session);
    //! What corrections are undone with; outlives the view.
    void setUndoStack(QUndoStack *undoStack);

Q_SIGNALS:
    //! A mention was clicked.
    void instrumentActivated(const QString &symbol);
    //! The user chose a claim, or left the one that was chosen.
    void claimActivated(const std::optional<tickmark::store::ClaimKey> &key);
    void compareRequested(const tickmark::store::ClaimKey &key);
    void showOnChartRequested(const tickmark::store::ClaimKey &key);
    //! The table of claims was written to a file.
    void exported(const QString &path);
    //! A correction, or that file, could not be written.
    void failed(const tickmark::core::Error &error);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build(QDockWidget *dock);
    void connectClaims();
    void showHeadline();
    void showClaims();
    void activate(const std::optional<store::ClaimKey> &key);
    //! Opens the explanation beside the number, or else beside the row.
    void explain(const store::ClaimKey &key);
    [[nodiscard]] std::optional<QRect> anchorOf(const store::ClaimKey &key) const;
    void showMeta();
    void retranslate();
    void restyle();

    style::Appearance &m_appearance;
    std::optional<tables::Headline> m_headline;
    tables::ClaimBookPtr m_book;
    std::optional<store::ClaimKey> m_active;
    style::DockHead *m_head;
    EmptyNote *m_note;
    QWidget *m_page;
    QStackedLayout *m_stack;
    ExcerptText *m_title;
    QLabel *m_meta;
    QToolButton *m_openOriginal;
    ExcerptText *m_text;
    claimview::ClaimRows *m_rows;
    ExcerptFoot *m_foot;
    claimview::ClaimActions *m_claimActions; //!< menu of the rows: about the active claim
    claimview::VerdictPopup *m_popup;
};

} // namespace tickmark::newsview
