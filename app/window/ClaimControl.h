// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>
#include <pipeline/StoreSession.h>
#include <tables/ClaimBook.h>

#include <QObject>
#include <QPointer>
#include <QUndoStack>

#include <style/Appearance.h>

#include <optional>
#include <stop_token>

namespace tickmark::window {

//! What all views of claims in a window share: the claims of its store, read again whenever they, the news or the
//! instruments change; which of them is the active one; and what the user did to claims, to be undone. GUI thread; reads on
//! the session's threads, and what comes back late is dropped.
class ClaimControl : public QObject
{
    Q_OBJECT

public:
    //! `appearance` outlives it.
    explicit ClaimControl(const style::Appearance &appearance, QObject *parent = nullptr);
    ~ClaimControl() override;

    //! Null: no store; everything goes.
    void setSession(pipeline::StoreSession *session);
    //! Null until the first ones were read.
    [[nodiscard]] const tables::ClaimBookPtr &book() const { return m_book; }
    //! Null when there is none, or no longer.
    [[nodiscard]] const store::StoredClaim *active() const;
    void setActive(const std::optional<store::ClaimKey> &key);
    [[nodiscard]] QUndoStack &undoStack() { return m_undo; }

Q_SIGNALS:
    void bookChanged(const tickmark::tables::ClaimBookPtr &book);
    //! Another claim, or another verdict of it; null for none.
    void activeChanged(const tickmark::store::StoredClaim *claim);
    void failed(const tickmark::core::Error &error);

private:
    void load();
    void take(tables::ClaimBookPtr book);

    const style::Appearance &m_appearance;
    QPointer<pipeline::StoreSession> m_session;
    tables::ClaimBookPtr m_book;
    QString m_language; //!< of m_book
    std::optional<store::ClaimKey> m_active;
    QUndoStack m_undo;
    std::stop_source m_loading;
};

} // namespace tickmark::window
