// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimControl.h"

#include <pipeline/WhenDone.h>

namespace tickmark::window {

using core::Result;
using pipeline::StoreChange;
using tables::ClaimBook;
using tables::ClaimBookPtr;

ClaimControl::ClaimControl(const style::Appearance &appearance, QObject *parent)
    : QObject(parent), m_appearance(appearance)
{
    connect(&appearance, &style::Appearance::changed, this, [this] {
        if (m_session && m_appearance.language() != m_language)
            load();
    });
}

ClaimControl::~ClaimControl()
{
    m_loading.request_stop();
}

void ClaimControl::setSession(pipeline::StoreSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_loading.request_stop();
    m_undo.clear();
    m_session = session;
    m_active.reset();
    take(nullptr);
    if (!session)
        return;
    connect(session, &pipeline::StoreSession::changed, this, [this](pipeline::StoreChanges what) {
        if (what & (StoreChange::Claims | StoreChange::News | StoreChange::Instruments))
            load();
    });
    load();
}

const store::StoredClaim *ClaimControl::active() const
{
    return m_book && m_active ? m_book->find(*m_active) : nullptr;
}

void ClaimControl::setActive(const std::optional<store::ClaimKey> &key)
{
    if (key == m_active)
        return;
    m_active = key;
    Q_EMIT activeChanged(active());
}

void ClaimControl::load()
{
    m_loading.request_stop();
    m_loading = std::stop_source();
    m_language = m_appearance.language();
    const auto query = [language = m_language](store::StoreReader &reader, const std::stop_token &stop) {
        return ClaimBook::load(reader, language, stop);
    };
    const std::stop_token stop = m_loading.get_token();
    pipeline::whenDone(m_session->read(query, stop), this, [this, stop](Result<ClaimBookPtr> book) {
        if (stop.stop_requested())
            return;
        if (book)
            take(*std::move(book));
        else if (book.error().code != core::ErrorCode::Cancelled)
            Q_EMIT failed(book.error());
    });
}

void ClaimControl::take(ClaimBookPtr book)
{
    m_book = std::move(book);
    Q_EMIT bookChanged(m_book);
    Q_EMIT activeChanged(active());
}

} // namespace tickmark::window
