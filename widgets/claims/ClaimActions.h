// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>
#include <pipeline/StoreSession.h>
#include <tables/ClaimBook.h>

#include <QObject>

#include <style/Appearance.h>

#include <array>
#include <optional>

class QAction;
class QUndoStack;
class QWidget;

namespace tickmark::claimview {

class CorrectClaim;

//! What can be done about one claim, wherever it is shown: correct, dismiss or restore, compare, show in a chart. Actions for
//! menus and buttons, whose texts and states follow the claim, the store and the language. Owned by the view, whose window
//! gets the dialog. GUI thread.
class ClaimActions : public QObject
{
    Q_OBJECT

public:
    //! `appearance` outlives it.
    ClaimActions(const style::Appearance &appearance, QWidget *view);

    //! Where corrections are written; null: nowhere.
    void setSession(pipeline::StoreSession *session);
    [[nodiscard]] pipeline::StoreSession *session() const;
    //! What corrections are undone with; outlives it.
    void setUndoStack(QUndoStack *undoStack);
    void setBook(const tables::ClaimBookPtr &book);
    //! Whom the actions are about; nothing, or one that the book does not have: all are off.
    void setClaim(const std::optional<store::ClaimKey> &key);

    //! In the order of a menu: "correct", "dismiss" (restores what is dismissed), "compare", "showOnChart"; by objectName.
    [[nodiscard]] std::array<QAction *, 4> all() const { return {m_correct, m_dismiss, m_compare, m_chart}; }

Q_SIGNALS:
    void compareRequested(const tickmark::store::ClaimKey &key);
    void showOnChartRequested(const tickmark::store::ClaimKey &key);
    //! A correction could not be written.
    void failed(const tickmark::core::Error &error);

private:
    [[nodiscard]] const store::StoredClaim *claim() const;
    void refresh();
    void request(void (ClaimActions::*signal)(const store::ClaimKey &));
    void askForCorrection();
    void toggleDismissed();

    const style::Appearance &m_appearance;
    QWidget *m_view;
    CorrectClaim *m_corrector;
    tables::ClaimBookPtr m_book;
    std::optional<store::ClaimKey> m_key;
    QAction *m_correct;
    QAction *m_dismiss;
    QAction *m_compare;
    QAction *m_chart;
};

} // namespace tickmark::claimview
