// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimActions.h"

#include "CorrectClaim.h"
#include "CorrectClaimDialog.h"
#include <tables/ClaimStatement.h>

#include <QAction>
#include <QWidget>

namespace tickmark::claimview {

ClaimActions::ClaimActions(const style::Appearance &appearance, QWidget *view)
    : QObject(view),
      m_appearance(appearance),
      m_view(view),
      m_corrector(new CorrectClaim(this)),
      m_correct(new QAction(this)),
      m_dismiss(new QAction(this)),
      m_compare(new QAction(this)),
      m_chart(new QAction(this))
{
    m_correct->setObjectName(QStringLiteral("correct"));
    m_dismiss->setObjectName(QStringLiteral("dismiss"));
    m_compare->setObjectName(QStringLiteral("compare"));
    m_chart->setObjectName(QStringLiteral("showOnChart"));
    connect(m_correct, &QAction::triggered, this, &ClaimActions::askForCorrection);
    connect(m_dismiss, &QAction::triggered, this, &ClaimActions::toggleDismissed);
    connect(m_compare, &QAction::triggered, this, [this] { request(&ClaimActions::compareRequested); });
    connect(m_chart, &QAction::triggered, this, [this] { request(&ClaimActions::showOnChartRequested); });
    connect(m_corrector, &CorrectClaim::failed, this, &ClaimActions::failed);
    connect(&appearance, &style::Appearance::changed, this, &ClaimActions::refresh);
    refresh();
}

void ClaimActions::setSession(pipeline::StoreSession *session)
{
    m_corrector->setSession(session);
    refresh();
}

pipeline::StoreSession *ClaimActions::session() const
{
    return m_corrector->session();
}

void ClaimActions::setUndoStack(QUndoStack *undoStack)
{
    m_corrector->setUndoStack(undoStack);
}

void ClaimActions::setBook(const tables::ClaimBookPtr &book)
{
    m_book = book;
    refresh();
}

void ClaimActions::setClaim(const std::optional<store::ClaimKey> &key)
{
    m_key = key;
    refresh();
}

const store::StoredClaim *ClaimActions::claim() const
{
    return m_book && m_key ? m_book->find(*m_key) : nullptr;
}

void ClaimActions::refresh()
{
    const store::StoredClaim *now = claim();
    //: opens a dialog that corrects what a claim was read as
    m_correct->setText(tr("Correct…"));
    //: a claim that is none
    m_dismiss->setText(now && tables::isDismissed(*now) ? tr("Restore") : tr("Dismiss"));
    m_compare->setText(tr("Compare"));
    m_chart->setText(tr("In chart"));
    const bool canWrite = m_corrector->canWrite();
    m_correct->setToolTip(canWrite ? tr("Say what the number speaks of, where the text was misread")
                                   : m_corrector->whyNot());
    m_dismiss->setToolTip(canWrite ? tr("Say that the number is no claim, or that it is one after all")
                                   : m_corrector->whyNot());
    m_correct->setEnabled(now && canWrite);
    m_dismiss->setEnabled(now && canWrite);
    const bool hasPlace = now && m_book->instrument(now->claim.subject.instrumentId) && now->verdict
                          && now->verdict->sessions.isKnown();
    m_compare->setEnabled(hasPlace);
    m_chart->setEnabled(hasPlace);
    m_compare->setToolTip(tr("All claims on this instrument and session side by side"));
    m_chart->setToolTip(tr("Show the claimed level in a chart of the session"));
}

void ClaimActions::request(void (ClaimActions::*signal)(const store::ClaimKey &))
{
    const store::ClaimKey key = *m_key; // whoever hears of it may choose another one
    Q_EMIT(this->*signal)(key);
}

void ClaimActions::askForCorrection()
{
    const store::StoredClaim *now = claim();
    if (!now || !m_corrector->canWrite())
        return;
    auto *dialog = new CorrectClaimDialog(m_appearance, *m_corrector->session(), *now, m_view->window());
    connect(dialog, &CorrectClaimDialog::corrected, this,
            [this, key = *m_key](const store::ClaimCorrection &correction) {
                if (const store::StoredClaim *then = m_book ? m_book->find(key) : nullptr)
                    m_corrector->correct(*then, correction);
            });
    dialog->open();
}

void ClaimActions::toggleDismissed()
{
    if (const store::StoredClaim *now = claim())
        m_corrector->setDismissed(*now, !tables::isDismissed(*now));
}

} // namespace tickmark::claimview
