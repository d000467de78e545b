// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>
#include <pipeline/StoreSession.h>
#include <store/ClaimTypes.h>

#include <QObject>
#include <QPointer>

#include <optional>

class QUndoStack;

namespace tickmark::claimview {

//! Writes what the user says of claims, each as a step that can be undone: undoing writes what was said before. GUI thread;
//! the store is written in the background, and every view hears of it through StoreSession::changed().
class CorrectClaim : public QObject
{
    Q_OBJECT

public:
    explicit CorrectClaim(QObject *parent = nullptr);

    //! Null: none.
    void setSession(pipeline::StoreSession *session);
    //! Outlives it; null: what is written cannot be undone.
    void setUndoStack(QUndoStack *undoStack) { m_undo = undoStack; }

    [[nodiscard]] pipeline::StoreSession *session() const { return m_session; }
    //! Nothing can be written without one, and not into one that can only be read.
    [[nodiscard]] bool canWrite() const { return m_session && m_session->writer() && !m_session->isLost(); }
    //! A sentence; empty when it can.
    [[nodiscard]] QString whyNot() const;

    //! In place of what was said of `claim`; nothing, or a correction that changes nothing: takes that back.
    void correct(const store::StoredClaim &claim, const std::optional<store::ClaimCorrection> &correction);
    //! Keeps what else was said of it.
    void setDismissed(const store::StoredClaim &claim, bool isDismissed);

Q_SIGNALS:
    void failed(const tickmark::core::Error &error);

private:
    void push(const store::StoredClaim &claim, std::optional<store::ClaimCorrection> after, const QString &text);

    QPointer<pipeline::StoreSession> m_session;
    QUndoStack *m_undo = nullptr;
};

} // namespace tickmark::claimview
