// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charts/ChartLoader.h>
#include <pipeline/StoreSession.h>

#include <QObject>
#include <QPointer>

#include <stop_token>

namespace tickmark::desk {

//! Reads the values of one stack of charts: of several requests the newest counts, older ones are stopped and their
//! answers dropped. Owned by the stack; GUI thread.
class ChartFeed : public QObject
{
    Q_OBJECT

public:
    explicit ChartFeed(QObject *parent = nullptr);
    ~ChartFeed() override;

    //! Null: no store. Drops what is under way.
    void setSession(pipeline::StoreSession *session);
    [[nodiscard]] bool hasSession() const { return !m_session.isNull(); }
    //! Answered by arrived() or failed(), unless another request or setSession() comes first.
    void ask(charts::ChartWish wish);
    [[nodiscard]] bool isWaiting() const { return m_waiting; }
    void drop();

Q_SIGNALS:
    void arrived(const tickmark::charts::ChartValues &values);
    void failed(const tickmark::core::Error &error);

private:
    void answer(quint64 request, const core::Result<charts::ChartValues> &values);

    QPointer<pipeline::StoreSession> m_session;
    std::stop_source m_stop;
    quint64 m_newest = 0;
    bool m_waiting = false;
};

} // namespace tickmark::desk
