// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charts/StackView.h>
#include <pipeline/StoreSession.h>

#include <QObject>
#include <QPointer>

#include <stop_token>

namespace tickmark::desk {

//! Reads the ticks that the pictures of one view are missing: one answer at a time is on its way, and what is asked for
//! next is what the picture after it misses. Owned by the stack; GUI thread.
class TickFeed : public QObject
{
    Q_OBJECT

public:
    TickFeed(charts::StackView &view, QObject *parent);
    ~TickFeed() override;

    //! Null: no store. What is under way is dropped.
    void setSession(pipeline::StoreSession *session);

Q_SIGNALS:
    void outdated(); //!< the store has rewritten what is drawn: its index has to be read again
    void failed(const tickmark::core::Error &error);

private:
    using Answer = std::shared_ptr<std::vector<charts::LoadedTicks>>;

    void ask();
    void take(quint64 request, const core::Result<Answer> &answer);

    charts::StackView &m_view;
    QPointer<pipeline::StoreSession> m_session;
    std::stop_source m_stop;
    quint64 m_newest = 0;
    std::vector<std::shared_ptr<charts::TickPages>> m_asked; //!< that wait for an answer
};

} // namespace tickmark::desk
