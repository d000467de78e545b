// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExcerptFoot.h"
#include "ExcerptNumbers.h"
#include "ExcerptText.h"
#include "ExcerptView.h"

#include <QAction>
#include <QKeyEvent>

#include <claimview/ClaimActions.h>
#include <claimview/ClaimRows.h>
#include <claimview/RowsExport.h>
#include <claimview/VerdictPopup.h>

//! The part of ExcerptView that has to do with claims.
namespace tickmark::newsview {

void ExcerptView::connectClaims()
{
    for (ExcerptText *text : {m_title, m_text}) {
        connect(text, &ExcerptText::claimActivated, this, [this](const store::ClaimKey &key) {
            activate(key);
            explain(key);
        });
    }
    connect(m_rows, &claimview::ClaimRows::claimChosen, this, [this](const store::ClaimKey &key) {
        m_popup->close();
        activate(key);
    });
    connect(m_rows, &claimview::ClaimRows::claimOpened, this, [this](const store::ClaimKey &key) {
        activate(key);
        explain(key);
    });
    connect(m_rows->csvExport(), &claimview::RowsExport::exported, this, &ExcerptView::exported);
    connect(m_rows->csvExport(), &claimview::RowsExport::failed, this, &ExcerptView::failed);
    connect(m_foot, &ExcerptFoot::copyRequested, m_rows, &claimview::ClaimRows::copyTable);
    connect(m_popup, &claimview::VerdictPopup::compareRequested, this, &ExcerptView::compareRequested);
    connect(m_popup, &claimview::VerdictPopup::showOnChartRequested, this, &ExcerptView::showOnChartRequested);
    connect(m_popup, &claimview::VerdictPopup::failed, this, &ExcerptView::failed);
    QList<QAction *> ofRow;
    for (QAction *action : m_claimActions->all())
        ofRow.append(action);
    m_rows->insertActions(m_rows->actions().value(0), ofRow); // before what is about the whole table
    connect(m_claimActions, &claimview::ClaimActions::compareRequested, this, &ExcerptView::compareRequested);
    connect(m_claimActions, &claimview::ClaimActions::showOnChartRequested, this, &ExcerptView::showOnChartRequested);
    connect(m_claimActions, &claimview::ClaimActions::failed, this, &ExcerptView::failed);
}

void ExcerptView::setSession(pipeline::StoreSession *session)
{
    m_popup->setSession(session);
    m_claimActions->setSession(session);
}

void ExcerptView::setUndoStack(QUndoStack *undoStack)
{
    m_popup->setUndoStack(undoStack);
    m_claimActions->setUndoStack(undoStack);
}

void ExcerptView::setClaims(const tables::ClaimBookPtr &book)
{
    m_book = book;
    m_popup->setBook(book);
    m_claimActions->setBook(book);
    showClaims();
}

void ExcerptView::showClaims()
{
    const qint64 newsId = m_headline ? m_headline->item.id : 0;
    const auto claims = m_book ? m_book->ofNews(newsId) : std::span<const store::StoredClaim>();
    if (m_popup->claim() && m_popup->claim()->newsId != newsId)
        m_popup->close();
    m_rows->setClaims(m_book, newsId);
    m_rows->setVisible(!claims.empty());
    m_foot->setClaims(claims);
    m_foot->setVisible(!claims.empty());
    if (!m_headline)
        return;
    const core::NewsItem &item = m_headline->item;
    const claims::Lexicon &lexicon = claims::builtInLexicon(item.language);
    m_title->setNumbers(numbersInLine(checkedNumbers(claims, store::ClaimPlace::Title, item.title, lexicon), item.title,
                                      m_headline->title));
    m_text->setNumbers(checkedNumbers(claims, store::ClaimPlace::Excerpt, item.excerpt, lexicon));
}

void ExcerptView::setActiveClaim(const std::optional<store::ClaimKey> &key)
{
    m_active = key;
    m_title->setActive(key);
    m_text->setActive(key);
    m_rows->setActive(key);
    m_claimActions->setClaim(key);
    if (m_popup->claim() && m_popup->claim() != key)
        m_popup->close();
}

void ExcerptView::activate(const std::optional<store::ClaimKey> &key)
{
    if (key == m_active)
        return;
    setActiveClaim(key);
    Q_EMIT claimActivated(key);
}

std::optional<QRect> ExcerptView::anchorOf(const store::ClaimKey &key) const
{
    for (const ExcerptText *text : {m_title, m_text}) {
        const auto number = text->numberRect(key);
        if (number && text->viewport()->rect().intersects(*number))
            return QRect(text->viewport()->mapToGlobal(number->topLeft()), number->size());
    }
    const auto row = m_rows->rowRect(key);
    return row ? std::optional(QRect(m_rows->mapToGlobal(row->topLeft()), row->size())) : std::nullopt;
}

void ExcerptView::explain(const store::ClaimKey &key)
{
    if (const auto anchor = anchorOf(key))
        m_popup->open(key, *anchor);
}

void ExcerptView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_active) {
        m_popup->close();
        activate(std::nullopt);
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace tickmark::newsview
