// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "VerdictPopupFacts.h"
#include <core/Result.h>
#include <pipeline/StoreSession.h>
#include <tables/ClaimBook.h>

#include <QFrame>
#include <QPointer>

#include <style/Appearance.h>

#include <array>
#include <optional>
#include <stop_token>

class QAction;
class QPushButton;
class QScrollArea;
class QUndoStack;
class QVBoxLayout;

namespace tickmark::style {
class IconButton;
}

namespace tickmark::claimview {

class ClaimActions;

//! Why a claim has its verdict: the verdict, the claim as stated, a sentence, the session's range, formulas, quotes, and
//! what can be done (visual.md, "Verdict pop-up"). Belongs to a panel: as wide as it less 16, in a wide panel as text is read
//! well, in any window inside it; below or above what it explains, over everything else of the panel's window, where it is
//! the only one. Arrow and page keys scroll what does not fit; Esc closes it, and the focus goes back. GUI thread; reads
//! quotes on the session's threads and shows the rest at once.
class VerdictPopup : public QFrame
{
    Q_OBJECT

public:
    //! `appearance` outlives it; goes with `panel`.
    VerdictPopup(const style::Appearance &appearance, QWidget *panel);
    ~VerdictPopup() override;

    //! Null: none.
    void setSession(pipeline::StoreSession *session);
    //! What corrections are undone with; outlives it.
    void setUndoStack(QUndoStack *undoStack);
    //! Shows what the book now says of its claim; closes when that is no longer there.
    void setBook(const tables::ClaimBookPtr &book);

    //! Explains a claim of the book beside `anchor`, global px; in place of the one before.
    void open(const store::ClaimKey &key, const QRect &anchor);
    //! Of the open pop-up.
    [[nodiscard]] const std::optional<store::ClaimKey> &claim() const { return m_key; }

Q_SIGNALS:
    void compareRequested(const tickmark::store::ClaimKey &key);
    void showOnChartRequested(const tickmark::store::ClaimKey &key);
    void failed(const tickmark::core::Error &error);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void buildActions(QVBoxLayout &all);
    void buildMenu();
    void showActions();
    [[nodiscard]] const store::StoredClaim *stored() const;
    void readFacts();
    //! All of it anew: what it says depends on book, facts, language, zone and theme.
    void showClaim(const store::StoredClaim &claim);
    void refresh();
    void place();
    [[nodiscard]] int fitWidth();

    const style::Appearance &m_appearance;
    QWidget *m_panel;
    ClaimActions *m_claimActions;
    tables::ClaimBookPtr m_book;
    std::optional<store::ClaimKey> m_key;
    VerdictFacts m_facts;
    std::stop_source m_reading;
    QRect m_anchor;
    QPointer<QWidget> m_focusBefore;
    QScrollArea *m_scroll;
    QWidget *m_actions;
    QAction *m_copy;
    QString m_text; //!< to copy
    style::IconButton *m_more;
    style::IconButton *m_close;
    std::array<QPushButton *, 4> m_buttons; //!< of m_claimActions->all()
};

} // namespace tickmark::claimview
