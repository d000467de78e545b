// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartFeed.h"

#include <pipeline/WhenDone.h>

namespace tickmark::desk {

ChartFeed::ChartFeed(QObject *parent) : QObject(parent) {}

ChartFeed::~ChartFeed()
{
    m_stop.request_stop();
}

void ChartFeed::setSession(pipeline::StoreSession *session)
{
    drop();
    m_session = session;
}

void ChartFeed::drop()
{
    m_stop.request_stop();
    ++m_newest;
    m_waiting = false;
}

void ChartFeed::ask(charts::ChartWish wish)
{
    drop();
    if (!m_session)
        return;
    m_waiting = true;
    m_stop = std::stop_source();
    const quint64 request = m_newest;
    const auto values = m_session->read(
        [wish = std::move(wish), calendars = m_session->sharedCalendars()](store::StoreReader &reader,
                                                                           std::stop_token stop) {
            return charts::loadChart(reader, *calendars, wish, stop);
        },
        m_stop.get_token());
    pipeline::whenDone(values, this, [this, request](const core::Result<charts::ChartValues> &answered) {
        answer(request, answered);
    });
}

void ChartFeed::answer(quint64 request, const core::Result<charts::ChartValues> &values)
{
    if (request != m_newest)
        return;
    m_waiting = false;
    if (values)
        Q_EMIT arrived(*values);
    else if (values.error().code != core::ErrorCode::Cancelled)
        Q_EMIT failed(values.error());
}

} // namespace tickmark::desk
