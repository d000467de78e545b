// SPDX-License-Identifier: GPL-3.0-or-later
#include "CorrectClaim.h"

#include <pipeline/WhenDone.h>
#include <store/StoreWriter.h>

#include <QUndoCommand>
#include <QUndoStack>

namespace tickmark::claimview {

using Correction = std::optional<store::ClaimCorrection>;

namespace {

//! What was said of one claim before and what after.
class CorrectionStep : public QUndoCommand
{
public:
    CorrectionStep(CorrectClaim &owner, store::ClaimKey key, Correction before, Correction after, const QString &text)
        : QUndoCommand(text),
          m_owner(&owner),
          m_session(owner.session()),
          m_key(key),
          m_before(std::move(before)),
          m_after(std::move(after))
    {}

    void redo() override { write(m_after); }
    void undo() override { write(m_before); }

private:
    void write(const Correction &correction)
    {
        if (!m_session || !m_session->writer())
            return;
        pipeline::whenDone(m_session->writer()->correctClaim(m_key, correction), m_session,
                           [owner = m_owner, session = m_session](const core::Result<> &result) {
                               if (!result && owner)
                                   Q_EMIT owner->failed(result.error());
                               session->tellChanged(pipeline::StoreChange::Claims);
                           });
    }

    QPointer<CorrectClaim> m_owner;
    QPointer<pipeline::StoreSession> m_session; //!< the one it was written to; another one's claims have other keys
    store::ClaimKey m_key;
    Correction m_before;
    Correction m_after;
};

Correction meaningful(Correction correction)
{
    return correction && *correction == store::ClaimCorrection{} ? std::nullopt : std::move(correction);
}

} // namespace

CorrectClaim::CorrectClaim(QObject *parent) : QObject(parent) {}

void CorrectClaim::setSession(pipeline::StoreSession *session)
{
    m_session = session;
}

QString CorrectClaim::whyNot() const
{
    if (canWrite())
        return {};
    if (m_session && m_session->whyReadOnly())
        return m_session->whyReadOnly()->message;
    return tr("This database can only be read.");
}

void CorrectClaim::correct(const store::StoredClaim &claim, const Correction &correction)
{
    const Correction after = meaningful(correction);
    push(claim, after, after ? tr("Correct claim") : tr("Take back correction"));
}

void CorrectClaim::setDismissed(const store::StoredClaim &claim, bool isDismissed)
{
    store::ClaimCorrection after = claim.correction.value_or(store::ClaimCorrection{});
    after.isDismissed = isDismissed;
    push(claim, meaningful(after), isDismissed ? tr("Dismiss claim") : tr("Restore claim"));
}

void CorrectClaim::push(const store::StoredClaim &claim, Correction after, const QString &text)
{
    if (!canWrite() || after == claim.correction)
        return;
    auto step = std::make_unique<CorrectionStep>(*this, claim.key(), claim.correction, std::move(after), text);
    if (m_undo)
        m_undo->push(step.release()); // writes it
    else
        step->redo();
}

} // namespace tickmark::claimview
