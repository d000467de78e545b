// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickFeed.h"

#include <pipeline/WhenDone.h>

namespace tickmark::desk {

TickFeed::TickFeed(charts::StackView &view, QObject *parent) : QObject(parent), m_view(view)
{
    connect(&view, &charts::StackView::ticksMissing, this, &TickFeed::ask);
}

TickFeed::~TickFeed()
{
    m_stop.request_stop();
}

void TickFeed::setSession(pipeline::StoreSession *session)
{
    m_stop.request_stop();
    ++m_newest;
    // Pages wait for an answer before they ask again.
    for (const auto &pages : std::exchange(m_asked, {}))
        pages->insert({});
    m_session = session;
}

void TickFeed::ask()
{
    if (!m_session || !m_asked.empty())
        return;
    std::vector<charts::MissingTicks> missing = m_view.takeMissingTicks();
    if (missing.empty())
        return;
    for (const charts::MissingTicks &one : missing)
        m_asked.push_back(one.pages);
    m_stop = std::stop_source();
    const quint64 request = ++m_newest;
    const auto answer = m_session->read(
        [missing = std::move(missing)](store::StoreReader &reader, std::stop_token stop) {
            return loadTicks(missing, reader.chunks(), stop);
        },
        m_stop.get_token());
    pipeline::whenDone(answer, this,
                       [this, request](const core::Result<Answer> &answered) { take(request, answered); });
}

void TickFeed::take(quint64 request, const core::Result<Answer> &answer)
{
    if (request != m_newest)
        return;
    const auto asked = std::exchange(m_asked, {});
    if (!answer) {
        // Noted as missing again by the next picture; not by this one, which would fail as fast as it can.
        for (const auto &pages : asked)
            pages->insert({});
        if (answer.error().code != core::ErrorCode::Cancelled)
            Q_EMIT failed(answer.error());
        return;
    }
    if (charts::insertTicks(**answer))
        m_view.ticksArrived();
    else
        Q_EMIT outdated();
}

} // namespace tickmark::desk
