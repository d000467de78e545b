// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pipeline/FetchScheduler.h>
#include <sources/keys/KeyVault.h>

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>

namespace tickmark::window {

//! What feeds a window's store from the network: the program's one HTTP client and key vault, and a scheduler for the store
//! that is open. Nothing of it is made before the window stands, and nothing is asked for unless a source was set up. GUI
//! thread.
class SourceControl : public QObject
{
    Q_OBJECT

public:
    explicit SourceControl(QObject *parent = nullptr);
    ~SourceControl() override;

    //! Null: no store; what runs is ended. The session outlives its scheduler: call this before it goes.
    void setSession(pipeline::StoreSession *session);
    //! Of the open store, made when it is first asked for; null without a store. Goes with setSession().
    [[nodiscard]] pipeline::FetchScheduler *scheduler();
    [[nodiscard]] sources::KeyVault &keys() { return m_keys; }
    //! Ends the run of the source of that name, if there is one; it comes again when it is next due.
    void endRunOf(const QString &source);
    //! Made when it is first asked for.
    [[nodiscard]] const std::shared_ptr<sources::HttpClient> &http();

Q_SIGNALS:
    //! The open store's scheduler has begun.
    void started(tickmark::pipeline::FetchScheduler *scheduler);

private:
    sources::KeyVault m_keys;
    std::shared_ptr<sources::HttpClient> m_http;
    QPointer<pipeline::StoreSession> m_session;
    std::unique_ptr<pipeline::FetchScheduler> m_scheduler;
    QTimer m_start;
};

} // namespace tickmark::window
