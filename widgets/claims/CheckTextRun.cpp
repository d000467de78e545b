// SPDX-License-Identifier: GPL-3.0-or-later
#include "CheckTextRun.h"

#include <core/WallClock.h>
#include <pipeline/WhenDone.h>

namespace tickmark::claimview {

CheckTextRun::CheckTextRun(QObject *parent) : QObject(parent), m_rest(this)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, &CheckTextRun::start);
}

CheckTextRun::~CheckTextRun()
{
    m_stop.request_stop();
}

void CheckTextRun::setSession(pipeline::StoreSession *session)
{
    cancel();
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_rules.reset();
    if (session)
        connect(session, &pipeline::StoreSession::changed, this, [this](pipeline::StoreChanges what) {
            if (what & pipeline::StoreChange::Instruments) {
                m_rules.reset();
                ++m_names;
            }
        });
}

void CheckTextRun::request(pipeline::TextToCheck text, const QString &labels)
{
    cancel();
    if (!m_session)
        return;
    m_request = Request{std::move(text), labels};
    m_rest.start();
}

void CheckTextRun::cancel()
{
    m_rest.stop();
    m_stop.request_stop();
    m_stop = {};
    m_request.reset();
    ++m_number;
}

void CheckTextRun::start()
{
    if (!m_session || !m_request)
        return;
    Request request = *m_request;
    request.text.now = core::wallClock();
    auto future = m_session->read(
        [request = std::move(request), rules = m_rules,
         calendars = m_session->sharedCalendars()](store::StoreReader &reader, const std::stop_token &stop) {
            return check(request, rules, *calendars, reader, stop);
        },
        m_stop.get_token());
    pipeline::whenDone(future, this, [this, number = m_number, names = m_names](const core::Result<Answer> &answer) {
        if (number != m_number)
            return;
        m_request.reset();
        if (!answer) {
            Q_EMIT failed(answer.error());
            return;
        }
        if (names == m_names)
            m_rules = answer->rules;
        Q_EMIT checked(answer->claims, answer->language);
    });
}

core::Result<CheckTextRun::Answer> CheckTextRun::check(const Request &request, RulesPtr rules,
                                                       const core::CalendarSet &calendars, store::StoreReader &reader,
                                                       const std::stop_token &stop)
{
    if (!rules) {
        auto loaded = pipeline::TextCheckRules::load(reader);
        if (!loaded)
            return tl::unexpected(loaded.error());
        rules = *std::move(loaded);
    }
    auto checked = pipeline::checkText(request.text, *rules, reader, calendars, stop);
    if (!checked)
        return tl::unexpected(checked.error());
    core::NewsItem item; // the claims of a text that is no news item belong to number 0
    item.published = request.text.published;
    item.language = checked->language;
    auto book = std::make_shared<const tables::ClaimBook>(std::move(checked->claims), std::vector{item},
                                                          rules->instruments, request.labels);
    return Answer{std::move(book), checked->language, std::move(rules)};
}

} // namespace tickmark::claimview
